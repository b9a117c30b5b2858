import { defineConfig } from "vitest/config";

/** The tests that the mutation run repeats: `npx stryker run test/stryker.config.json` from the repository's root. */
export default defineConfig({
  test: {
    include: ["test/ledger/**/*.test.ts", "test/tracking/**/*.test.ts"],
    env: { QUICK: "1" },
  },
});
