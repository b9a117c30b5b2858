import { describe, expect, it } from "vitest";
import {
  clockReads,
  commentsOf,
  deadCitations,
  deadExports,
  longSentences,
  unusedOffers,
  withoutComments,
} from "./support/house-rules.js";

const sources = (files: Record<string, string>) => new Map(Object.entries(files));

describe("the rules that the tidy test holds", () => {
  it("see code without comments, and leave addresses in texts alone", () => {
    expect(withoutComments('const a = "https://x.example"; // why\n/* b */const c = 1;')).toBe(
      'const a = "https://x.example"; \nconst c = 1;',
    );
  });

  it("find an export that no file takes, and count a type that its own file uses as used", () => {
    const house = sources({
      "src/base/one.ts": "export const used = 1;\nexport function idle(): number { return idle(); }\n",
      "src/base/two.ts":
        "export interface Shape {}\nexport const taken: Shape = {};\nexport type Alone = 1;\n",
      "src/base/index.ts": 'export { used } from "./one.js";\nexport { taken } from "./two.js";\n',
    });
    expect(deadExports(house)).toEqual([
      "src/base/one.ts exports idle, which nothing takes",
      "src/base/two.ts exports Alone, which nothing takes",
    ]);
  });

  it("take an export as used by another name, by a whole import and by a test", () => {
    const house = sources({
      "src/base/one.ts": "export const a = 1;\nexport const b = 2;\n",
      "src/base/two.ts": "export const c = 1;\n",
      "src/people/index.ts": 'import { a as other } from "../base/one.js";\n',
      "test/base/one.test.ts":
        'import { b } from "../../src/base/one.js";\nimport * as two from "../../src/base/two.js";\n',
    });
    expect(deadExports(house)).toEqual([]);
  });

  it("find what a room offers and nobody uses, unless it is told of or promised", () => {
    const house = sources({
      "src/base/index.ts":
        'export { type Kind, used, told, promised, idle, old as renamed } from "./one.js";\n',
      "src/base/one.ts": "const idle = 1; const renamed = 2;",
      "src/people/person.ts": 'import { used } from "../base/index.js"; // idle\n',
    });
    const found = unusedOffers(house, "told();", new Set(["promised"]));
    expect(found.map((fault) => fault.split(",")[0])).toEqual(["base offers idle", "base offers renamed"]);
  });

  it("count the words of a sentence, not those of an example, a table or the next line of a list", () => {
    const long = Array(12).fill("word").join(" ");
    const found = (comment: string) => longSentences(sources({ "src/a.ts": comment }), 10).length;
    expect(found(`/** ${long}. */`)).toBe(1);
    expect(found(`// ${long.slice(0, 29)}\n// ${long.slice(29)}`)).toBe(1);
    expect(found(`/** ${long.slice(0, 29)}. ${long.slice(29)}. */`)).toBe(0);
    expect(found(`/**\n * \`\`\`ts\n * ${long}\n * \`\`\`\n */`)).toBe(0);
    expect(found(`/**\n * | ${long} | */`)).toBe(0);
    expect(found(`/**\n * one two three four five six\n * @throws seven eight nine ten eleven */`)).toBe(0);
    expect(found(`const text = "${long}";`)).toBe(0);
    expect(commentsOf("/** a */ code; /* b */")).toEqual([" a ", " b "]);
  });

  it("find citations that lead nowhere", () => {
    const documents = sources({
      "src/ties/README.md": "# ties\n\n## Strength of a tie\n",
      "SECURITY.md": "",
    });
    const dead = (path: string, code: string) => deadCitations(sources({ [path]: code }), documents);
    expect(dead("src/ties/a.ts", "/** README, Strength; SECURITY.md. */")).toEqual([]);
    expect(dead("src/ties/a.ts", "/** README, Consent. */")).toEqual(["src/ties/a.ts cites README, Consent"]);
    expect(dead("src/paths/a.ts", "/** README of `ties`; README. */")).toEqual([
      "src/paths/a.ts cites README",
    ]);
    expect(dead("src/paths/a.ts", "/** models.md 2.1 [A]. */")).toEqual([
      "src/paths/a.ts cites models.md",
      "src/paths/a.ts cites a mark in brackets",
    ]);
    expect(dead("test/ties/a.test.ts", 'it("T1: rises", () => {});\nit("a tie of two", () => {});')).toEqual([
      "test/ties/a.test.ts cites T1",
    ]);
  });

  it("find tests that read a clock or set themselves a time, but not in benches and long runs", () => {
    const slow = "const start = performance.now();";
    expect(clockReads(sources({ "test/a.test.ts": slow }))).toEqual(["test/a.test.ts has a clock"]);
    expect(clockReads(sources({ "test/bench/a.ts": slow, "test/long/b.ts": slow }))).toEqual([]);
    expect(clockReads(sources({ "test/a.test.ts": 'const day = new Date("2026-01-01");' }))).toEqual([]);
    expect(clockReads(sources({ "test/a.test.ts": "it('x', () => {\n}, 10_000);" }))).toEqual([
      "test/a.test.ts has a time limit of its own",
    ]);
  });
});
