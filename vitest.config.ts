import { defineConfig } from "vitest/config";

const source = (path: string) => new URL(`./src/${path}`, import.meta.url).pathname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^warmpath$/, replacement: source("index.ts") },
      { find: /^warmpath\/network\/graphology$/, replacement: source("network/graphology.ts") },
      { find: /^warmpath\/drafts\/(de|es)$/, replacement: source("drafts/locales/$1.ts") },
      { find: /^warmpath\/([a-z-]+)$/, replacement: source("$1/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/bench/**", "test/long/**"],
    setupFiles: ["test/support/fixed-seed.ts", "test/support/fewer-runs.ts"],
    // So long that no load of the machine fails a test: no outcome depends on time.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    // Files of one worker share the modules that they import: reading those again for each file took longer than the tests. So a test
    // leaves nothing behind: no module is mocked but in the set-up, and who spies or replaces a global puts it back.
    isolate: false,
    coverage: {
      provider: "v8",
      include: ["src/**"],
      exclude: ["src/**/index.ts"],
      reporter: ["text-summary", "json-summary", "json"],
    },
  },
});
