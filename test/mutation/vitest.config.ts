/** The configuration of the mutation run: every mutant of a room is in its modules at once, and the runner switches one on at a time. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createInstrumenter } from "@stryker-mutator/instrumenter";
import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";
import type { Mutant } from "./mutant.js";

const root = new URL("../../", import.meta.url).pathname;
const room = process.env["MUTATE"] ?? "";
const folder = process.env["MUTATION_FOLDER"] ?? "";
const counts = process.env["MUTATION_COUNTS"] !== undefined;
const mutated = await mutate();

export default defineConfig({
  ...base,
  root,
  plugins: [
    {
      name: "mutants",
      enforce: "pre",
      load: (id: string) => mutated.get(id),
    },
  ],
  test: {
    ...base.test,
    include: (process.env["MUTATION_TESTS"] ?? "").split(" "),
    runner: new URL("runner.ts", import.meta.url).pathname,
    maxWorkers: 1,
  },
});

/** The room's modules with all their mutants in them, by path; the list of the mutants is written to the folder. */
async function mutate(): Promise<ReadonlyMap<string, string>> {
  const only = process.env["ONLY"]?.split(",");
  const paths = readdirSync(`${root}src/${room}`, { recursive: true, encoding: "utf8" })
    .filter(
      (path) =>
        path.endsWith(".ts") &&
        !path.endsWith("index.ts") &&
        (only?.some((name) => path === `${name}.ts`) ?? true),
    )
    .sort();
  const sources = paths.map((path) => ({
    name: `${root}src/${room}/${path}`,
    content: readFileSync(`${root}src/${room}/${path}`, "utf8"),
    mutate: true,
  }));
  const quiet = () => undefined;
  const logger = { debug: quiet, info: quiet, warn: quiet, isDebugEnabled: () => false };
  // The instrumenter asks for a container of parts, and gets one that hands it its logger.
  const container = {
    provideValue: () => container,
    injectClass: (made: new (log: unknown) => unknown) => new made(logger),
  };
  const result = await createInstrumenter(container as never).instrument(sources, {
    plugins: null,
    ignorers: [],
    excludedMutations: ["StringLiteral"],
    noHeader: true,
  });
  const texts = new Map(sources.map(({ name, content }) => [name, content.split("\n")]));
  const mutants = result.mutants.map((one): Mutant | undefined => {
    if (one.status === "Ignored") return undefined;
    const { start, end } = one.location;
    const lines = (texts.get(one.fileName) ?? []).slice(start.line, end.line + 1);
    lines[lines.length - 1] = (lines.at(-1) ?? "").slice(0, end.column);
    lines[0] = (lines[0] ?? "").slice(start.column);
    return {
      file: one.fileName.slice(root.length),
      line: start.line + 1,
      column: start.column + 1,
      kind: one.mutatorName,
      original: lines.join(" ").replace(/\s+/g, " "),
      replacement: one.replacement.replace(/\s+/g, " "),
    };
  });
  writeFileSync(`${folder}/mutants.json`, JSON.stringify(mutants.map((one) => one ?? null)));
  return new Map(result.files.map(({ name, content }) => [name, switched(content)]));
}

/** Asks of the instrumenter's text made as cheap as can be: a number is compared, and places are counted in the first run only. */
function switched(text: string): string {
  const asked = text.replace(/stryMutAct_9fa48\("(\d+)"\)/g, "(mutation.active === $1 && mutation.hit())");
  const ids = /stryCov_9fa48\(([^)]*)\)/g;
  return `const mutation = globalThis.mutation;${asked.replace(ids, (_, given: string) =>
    counts ? `mutation.cover(${given.replaceAll('"', "")})` : "0",
  )}`;
}
