import { describe, expect, it } from "vitest";
import { publicTypes } from "./support/public-types.js";

const root = new URL("..", import.meta.url).pathname;

describe("the root entry", () => {
  it("exports by name every type that what it exports takes or gives", () => {
    const { exported, reachable } = publicTypes(`${root}src/index.ts`, `${root}tsconfig.json`);
    expect(exported).toContain("IntroductionPlanner");
    expect(reachable.map(({ name, file }) => `${name} of ${file.slice(root.length)}`)).toEqual([]);
  });
});
