import { execFileSync, spawnSync } from "node:child_process";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { graphOf } from "../../src/network/graphology.js";
import { Network, peopleToCsv, snapshotFor, tiesToCsv, toGexf, toGraphml } from "../../src/network/index.js";
import { runs } from "../support/journal-runs.js";
import { OWNERS, pools } from "../support/network-pools.js";

const texts = [
  '=HYPERLINK("http://x/?"&A1,"c")',
  "+44 1",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  "\r=1",
  "\u0000=1",
  "＝1+1",
  " =1",
  '"=1',
  "plain, with comma",
  'a "quoted" word',
  "line\nbreak",
  "<b>&amp;</b> ]]> 'x'",
  "\u001b[2Jred\u0007",
  "lone \ud800 half",
  "😀 \uffff",
  "\u202e=1",
  "Ana \u202elive\u202c",
  "",
];

const ids = fc.oneof(
  fc.constantFrom(
    "a",
    "a\u0001",
    "a\\u0001",
    "é",
    "e\u0301",
    "😀",
    "<&\">'",
    "a\nb",
    "a b",
    "__proto__",
    "=1",
  ),
  fc.string({ maxLength: 4, unit: "binary" }).filter((id) => !/\p{Surrogate}/u.test(id)),
);

const networks = fc
  .record({
    people: fc.uniqueArray(ids, { minLength: 2, maxLength: 6 }),
    words: fc.array(fc.oneof(fc.constantFrom(...texts), fc.string({ unit: "binary" })), {
      minLength: 6,
      maxLength: 6,
    }),
    ties: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom(0.25, 1)), { maxLength: 6 }),
  })
  .map(({ people, words, ties }) => {
    const network = new Network();
    for (const [n, id] of people.entries()) {
      network.addPerson({
        id,
        name: words[n] as string,
        company: words[(n + 1) % 6] as string,
        emails: ["a@b.example"],
      });
    }
    for (const [a, b, closeness] of ties) {
      const [from, to] = [people[a % people.length] as string, people[b % people.length] as string];
      const interactions = [{ at: "2024-01-02", direction: "out" as const, kind: "call" as const }];
      if (from !== to) network.addTie({ from, to, evidence: { closeness, contexts: ["x"], interactions } });
    }
    return network;
  });

/** A strict reader of what these writers may use of XML: throws on anything else. */
function parseXml(xml: string): { tag: string; attributes: Map<string, string>; text: string }[] {
  const found: { tag: string; attributes: Map<string, string>; text: string }[] = [];
  const open: number[] = [];
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(xml))
    throw new Error("character");
  const decode = (text: string): string => {
    if (/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error("unescaped");
    const names: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
    return text.replace(/&(#?)(\w+);/g, (_, number, name) =>
      number === "#" ? String.fromCharCode(Number(name)) : (names[name] as string),
    );
  };
  let rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>/, "");
  while (rest !== "") {
    const token = /^(?:([^<]+)|<\/(\w+)>|<(\w+)((?: [\w.]+="[^"<]*")*)(\/?)>)/.exec(rest);
    if (token === null) throw new Error("markup");
    rest = rest.slice(token[0].length);
    const [, text, closing, tag, attributes, empty] = token;
    const current = open.at(-1);
    if (text !== undefined) {
      if (current !== undefined) (found[current] as { text: string }).text += decode(text);
      else if (text.trim() !== "") throw new Error("text outside");
    } else if (closing !== undefined) {
      if (current === undefined || found[current]?.tag !== closing) throw new Error("nesting");
      open.pop();
    } else if (tag !== undefined) {
      const pairs = [...(attributes ?? "").matchAll(/ ([\w.]+)="([^"]*)"/g)];
      const map = new Map(pairs.map(([, name = "", value = ""]) => [name, decode(value)]));
      if (map.size !== pairs.length) throw new Error("attribute twice");
      found.push({ tag, attributes: map, text: "" });
      if (empty === "") open.push(found.length - 1);
    }
  }
  if (open.length > 0) throw new Error("unclosed");
  return found;
}

const backFromXml = (id: string): string =>
  id.replace(/\\(\\|u([0-9a-f]{4}))/g, (_, what, hex) =>
    what === "\\" ? "\\" : String.fromCharCode(Number.parseInt(hex, 16)),
  );

describe("XML exports", () => {
  it("are well-formed and hold every person and tie under ids of their own", () => {
    fc.assert(
      fc.property(networks, (network) => {
        for (const xml of [toGexf(network), toGraphml(network)]) {
          const elements = parseXml(xml);
          const nodes = elements
            .filter(({ tag }) => tag === "node")
            .map(({ attributes }) => attributes.get("id") ?? "");
          expect(nodes.map(backFromXml)).toEqual(network.people().map(({ id }) => id));
          const edges = elements
            .filter(({ tag }) => tag === "edge")
            .map(({ attributes }) =>
              [attributes.get("source") ?? "", attributes.get("target") ?? ""].map(backFromXml),
            );
          expect(edges).toEqual(network.ties().map(({ from, to }) => [from, to]));
          for (const edge of edges.flat()) expect(nodes.map(backFromXml)).toContain(edge);
          const declared = new Set(
            elements
              .filter(({ tag }) => tag === "attribute" || tag === "key")
              .map(({ attributes }) => attributes.get("id")),
          );
          for (const { tag, attributes } of elements) {
            if (tag === "attvalue") expect(declared).toContain(attributes.get("for"));
            if (tag === "data") expect(declared).toContain(attributes.get("key"));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  const python = spawnSync("python3", ["-c", "import xml.etree.ElementTree"]).status === 0;

  it.skipIf(!python)("are read by another parser, names whole", () => {
    const network = new Network();
    for (const [n, name] of texts.entries()) network.addPerson({ id: `p${n}`, name, title: name });
    network.addTie({ from: "p0", to: "p1", evidence: { closeness: 0.5 } });
    const script =
      "import sys, json, xml.etree.ElementTree as E\n" +
      "t = E.fromstring(sys.stdin.buffer.read())\n" +
      "print(json.dumps([[e.tag.split('}')[1], e.attrib, e.text] for e in t.iter()]))";
    const clean = (text: string) =>
      text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");
    const read = (xml: string) =>
      JSON.parse(execFileSync("python3", ["-c", script], { input: xml, encoding: "utf8" })) as [
        string,
        Record<string, string>,
        string | null,
      ][];
    const gexf = read(toGexf(network));
    const labels = new Map(gexf.filter(([tag]) => tag === "node").map(([, { id, label }]) => [id, label]));
    for (const [n, name] of texts.entries()) expect(labels.get(`p${n}`)).toBe(clean(name));
    expect(gexf.filter(([tag]) => tag === "edge")).toHaveLength(1);
    const titles = read(toGraphml(network)).filter(([, { key }]) => key === "n-title");
    expect(titles.map(([, , text]) => text ?? "").sort()).toEqual(texts.map(clean).sort());
  });
});

describe("CSV exports", () => {
  it("come back cell by cell, but for apostrophes before what a spreadsheet could run", () => {
    fc.assert(
      fc.property(networks, (network) => {
        for (const guard of ["on", "off"] as const) {
          const rows = Papa.parse<string[]>(peopleToCsv(network, { formulaGuard: guard }), {
            newline: "\r\n",
            skipEmptyLines: true,
            delimiter: ",",
          }).data;
          const people = network.people();
          expect(rows).toHaveLength(people.length + 1);
          for (const [n, { id, name = "", company = "" }] of people.entries()) {
            const cells = rows[n + 1] as string[];
            for (const [place, text] of [
              [0, id],
              [1, name],
              [4, company],
            ] as const) {
              const cell = cells[place] as string;
              const bare = (words: string) =>
                guard === "off" ? words : words.replace(/['\u202a-\u202e\u2066-\u2069]/g, "");
              expect(bare(cell)).toBe(bare(text));
              if (guard === "on")
                expect(cell).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|^[=+\-@\t\r\u0000＝]/);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("guards every start that a spreadsheet runs, and leaves numbers numbers", () => {
    const network = new Network();
    for (const [n, name] of texts.slice(0, 10).entries()) network.addPerson({ id: `p${n}`, name });
    network.addTie({ from: "p0", to: "p1", evidence: { closeness: 0.5, connectedOn: "2020-01-01" } });
    const names = Papa.parse<string[]>(peopleToCsv(network))
      .data.slice(1, 11)
      .map((row) => row[1] ?? "");
    for (const name of names) expect(name.startsWith("'")).toBe(true);
    expect(tiesToCsv(network)).toBe(
      "from,to,visibility,connectedOn,closeness,overlap,contexts,interactions,lastInteraction\r\n" +
        "p0,p1,shared,2020-01-01,0.5,,,,\r\n",
    );
  });
});

const writers = {
  toGexf,
  toGraphml,
  peopleToCsv,
  tiesToCsv,
  graphOf: (network: Network, options: { seeker?: string } = {}) =>
    JSON.stringify(graphOf(network, options).export()),
};

it("for a seeker hold nothing that is hidden from them, of the network or of its snapshot for them", () => {
  const network = new Network();
  for (const id of ["me", "ann", "CANARY"]) network.addPerson({ id, name: id });
  network.addTie({ from: "me", to: "ann", evidence: {} });
  network.addTie({ from: "ann", to: "CANARY", evidence: {}, visibility: "masked" });
  const mine = Network.fromJSON(snapshotFor(network, "me"));
  for (const write of Object.values(writers)) {
    expect(write(network)).toContain("CANARY");
    expect(write(network, { seeker: "me" })).not.toContain("CANARY");
    expect(write(mine)).not.toContain("CANARY");
  }
  expect(JSON.stringify(mine.graph.export())).not.toContain("CANARY");
});

it("for a seeker are those of the snapshot for them, people and ties, whatever was pooled", () => {
  fc.assert(
    fc.property(pools, (pool) => {
      const network = new Network();
      for (const file of pool) network.import(file);
      for (const seeker of OWNERS.filter((id) => network.has(id))) {
        const mine = Network.fromJSON(snapshotFor(network, seeker));
        expect(peopleToCsv(network, { seeker })).toBe(peopleToCsv(mine));
        const ends = (csv: string) => csv.split("\r\n").map((row) => row.split(",").slice(0, 2));
        expect(ends(tiesToCsv(network, { seeker }))).toEqual(ends(tiesToCsv(mine)));
      }
    }),
    { numRuns: runs(60) },
  );
});
