import base from "../../vitest.config.js";

/**
 * `npm run test:long`, not gated on by CI: the long runs by seed, and every property of the suite with all the cases that it
 * names, other ones each time, and what is to be linear measured.
 */
export default {
  ...base,
  test: {
    ...base.test,
    exclude: ["test/bench/**"],
    setupFiles: ["test/long/measure-work.ts"],
    testTimeout: 3_600_000,
  },
};
