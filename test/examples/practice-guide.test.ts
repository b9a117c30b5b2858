import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const GUIDE = readFileSync("examples/guides/practice.md", "utf8");
const ROWS = [...GUIDE.matchAll(/^\| (\d\.\d+) \| .*? \| (\w+) \| (.*?) ?\| (.*?) ?\|$/gm)].map(
  ([, id, here, answer, tests]) => ({
    id: id as string,
    here,
    answer,
    tests: [...(tests as string).matchAll(/`([^`]+)`/g)].map(([, name]) => name as string),
  }),
);

describe("the table of practice", () => {
  it("has every line of the five texts once, in order", () => {
    const counts = [15, 25, 15, 27, 19];
    expect(ROWS.map(({ id }) => id)).toEqual(
      counts.flatMap((count, text) => Array.from({ length: count }, (_, i) => `${text}.${i + 1}`)),
    );
  });

  it("names for each line that is answered tests that are there, and none for the others", () => {
    for (const { id, here, answer, tests } of ROWS) {
      expect(["yes", "partly", "no"], id).toContain(here);
      if (here === "yes") expect([id, tests.length > 0, answer !== ""]).toEqual([id, true, true]);
      if (here === "no") expect([id, tests]).toEqual([id, []]);
      for (const name of tests)
        expect([id, name, existsSync(`test/${name}.test.ts`) || existsSync(name)]).toEqual([id, name, true]);
    }
  });

  it("counts them rightly", () => {
    const count = (word: string) => ROWS.filter(({ here }) => here === word).length;
    expect(GUIDE.replace(/\s+/g, " ")).toContain(
      `Of ${ROWS.length} lines ${count("yes")} are yes, ${count("partly")} partly, ${count("no")} no.`,
    );
  });
});
