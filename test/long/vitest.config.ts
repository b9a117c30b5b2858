import base from "../../vitest.config.js";

/** Long runs by seed, not gated on by CI: `npm run test:long`. */
export default {
  ...base,
  test: {
    ...base.test,
    include: ["test/long/**/*.test.ts"],
    exclude: [],
    setupFiles: [],
    testTimeout: 3_600_000,
  },
};
