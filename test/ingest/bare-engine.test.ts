import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { expect, it } from "vitest";

/** The package's source as one script, run where the language is all there is: no TextEncoder, no TextDecoder, no URL, no timers. */
function bare(): (code: string) => unknown {
  const stdin = {
    contents: `export * from "./src/ingest/index.ts"; export { Network, IntroductionPlanner, Journal } from "./src/index.ts";
      export { SuppressionList } from "./src/journal/index.ts"; export { sha256Hex } from "./src/base/index.ts";`,
    resolveDir: new URL("../..", import.meta.url).pathname,
    loader: "ts" as const,
  };
  const { outputFiles } = buildSync({
    stdin,
    bundle: true,
    write: false,
    format: "iife",
    globalName: "warmpath",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
  });
  const context = createContext({
    given: new TextEncoder().encode("First Name,Last Name,Company\nZoë,Müller,Łódź Sp. z o.o.\n"),
  });
  runInContext(outputFiles[0]?.text ?? "", context);
  return (code) => JSON.parse(runInContext(`JSON.stringify(${code})`, context) as string);
}

const run = bare();

it("lacks what a browser or Node would have", () => {
  expect(
    run("[typeof TextEncoder, typeof TextDecoder, typeof URL, typeof setTimeout, typeof crypto]"),
  ).toEqual(Array.from({ length: 5 }, () => "undefined"));
});

it("reads a string, plans and keeps a journal there", () => {
  expect(run('warmpath.sha256Hex("Zoë 😀")')).toBe(
    "91b7847abee0482651039ac5e0fa8416d8eb9eb11de9f68e0c31c5ff7a0f0fec",
  );
  expect(
    run(`(() => { const n = new warmpath.Network();
      n.import(warmpath.readLinkedInConnections("First Name,Last Name,Company\\nZoë,Müller,Łódź\\n", { owner: { id: "me", name: "Ada" } }));
      return n.people().map(({ name }) => name); })()`),
  ).toEqual(["Ada", "Zoë Müller"]);
  expect(
    run(
      `(() => { const list = new warmpath.SuppressionList("a secret of sixteen ü"); list.add("zoë"); return list.has("zoë"); })()`,
    ),
  ).toBe(true);
  expect(
    run(`(() => { const j = new warmpath.Journal(); j.append({ id: "é", type: "favor.given", at: "2026-01-01", giver: "ü", receiver: "b", kind: "advice", size: 1 });
      return warmpath.Journal.fromJSONL(j.toJSONL()).length; })()`),
  ).toBe(1);
});

it("reads bytes there, made in another realm", () => {
  expect(
    run(
      `warmpath.readLinkedInConnections(given, { owner: { id: "me", name: "Ada" } }).people.map(({ name }) => name)`,
    ),
  ).toEqual(["Ada", "Zoë Müller"]);
});
