import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import { describe, expect, it, vi } from "vitest";
import {
  clockReads,
  deadCitations,
  deadExports,
  longSentences,
  type Sources,
  unusedOffers,
  withoutComments,
} from "./support/house-rules.js";
import { PUBLIC_NAMES } from "./support/public-names.js";

/** The house: who may import whom. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  base: [],
  people: ["base"],
  ingest: ["base", "people"],
  network: ["base", "people", "ingest"],
  ties: ["base", "people", "network"],
  search: ["base"],
  paths: ["base", "people", "network", "ties", "search"],
  "ask-order": ["base"],
  campaign: ["base", "ask-order"],
  planning: ["base", "people", "network", "paths", "ask-order", "campaign", "ledger", "tracking"],
  drafts: ["base", "people", "paths", "planning"],
  journal: ["base", "people"],
  ledger: ["base", "journal"],
  tracking: ["base", "journal"],
  learning: ["base", "tracking"],
  remote: ["base", "search", "people", "network", "ties", "paths"],
  insights: ["base", "people", "network", "ties", "journal", "tracking", "ledger", "learning", "planning"],
  planner: [
    "base",
    "people",
    "ingest",
    "network",
    "ties",
    "search",
    "paths",
    "ask-order",
    "campaign",
    "planning",
    "drafts",
    "journal",
    "ledger",
    "tracking",
    "learning",
    "remote",
  ],
  tools: ["base", "insights", "planner"],
  report: ["base", "people", "paths", "drafts", "insights", "planner"],
};

/** Rooms that may only import types from the named room. */
const TYPES_ONLY: readonly (readonly [string, string])[] = [
  ["network", "ingest"],
  ["planning", "ledger"],
  ["planning", "tracking"],
  ["drafts", "paths"],
  ["drafts", "planning"],
  ["insights", "planning"],
  ["tools", "planner"],
  ["report", "paths"],
  ["report", "insights"],
  ["report", "planner"],
];

/** Rooms made for the whole: they import by file, so that the root entry holds no more than they need. */
const BY_FILE: ReadonlySet<string> = new Set(["planner"]);

/** Rooms of numbers: of base they take the error, the signal, what is the caller's own, the check of arguments, what an id is and the greatest and least of numbers, by file, and nothing else. */
const NUMBERS_ONLY: ReadonlySet<string> = new Set(["search", "ask-order"]);

/** Which room may import which package; a room that is not named imports none. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  base: ["@noble/hashes/hmac.js", "@noble/hashes/sha2.js", "@noble/hashes/utils.js"],
  network: ["graphology"],
  ingest: ["fflate"],
  drafts: ["mustache"],
};

const MAX_FILE_LINES = 300;
/** The longest sentence of a comment; to come down to 30. */
const MAX_SENTENCE_WORDS = 25;
const root = new URL("..", import.meta.url).pathname;
const sources = filesIn("src").filter((path) => path.endsWith(".ts"));

describe("the house", () => {
  it("has only rooms of the plan, each with an index", () => {
    const rooms = readdirSync(join(root, "src"), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    for (const { name } of rooms) {
      expect(Object.keys(MAY_IMPORT)).toContain(name);
      expect(existsSync(join(root, "src", name, "index.ts")), `${name}/index.ts`).toBe(true);
    }
  });

  it("names no room, in its own tables, that is not there", () => {
    const named = [
      ...Object.entries(MAY_IMPORT).flatMap(([room, others]) => [room, ...others]),
      ...TYPES_ONLY.flat(),
      ...BY_FILE,
      ...NUMBERS_ONLY,
      ...Object.keys(PACKAGES),
    ];
    expect(named.filter((room) => !existsSync(join(root, "src", room)))).toEqual([]);
  });

  it("keeps who may import whom", () => {
    const wrong: string[] = [];
    for (const path of sources) for (const line of importsOf(path)) wrong.push(...faultsOf(path, line));
    expect(wrong).toEqual([]);
  });

  it("has no import cycle", () => {
    expect(cyclesAmong(sources)).toEqual([]);
  });

  it("brings with the root entry no reader but LinkedIn's, no language pack, no template engine, no graph format", () => {
    const { files, packages } = broughtBy("src/index.ts");
    expect(packages).toEqual(["@noble"]);
    const left = /locales\/(de|es)|template|write-g|write-csv|linkedin-archive|contacts|vcard/;
    expect(files.filter((path) => left.test(path))).toEqual([]);
  });

  it("brings with the small entry no reader, store or view", () => {
    const { files, packages } = broughtBy("src/planner/lite.ts");
    expect(packages).toEqual(["@noble"]);
    const byFile = files.filter((path) => !path.endsWith("/index.ts"));
    const left = /src\/(ingest|remote|insights|report|tools)\/|template|locales\/(de|es)/;
    expect(byFile.filter((path) => left.test(path))).toEqual([]);
  });

  it("takes graphology in one file, which has a sub-path of its own and no other file takes", () => {
    const own = "src/network/graphology.ts";
    const others = sources.filter((path) => path !== own);
    const taking = others.filter((path) =>
      importsOf(path).some(
        ({ from }) => from === "graphology" || join(path, "..", from) === own.replace(".ts", ".js"),
      ),
    );
    expect(taking).toEqual([]);
  });

  it("keeps files to a length that reads well, and folder names plain", () => {
    const long = sources.filter((path) => read(path).split("\n").length > MAX_FILE_LINES + 1);
    expect(long).toEqual([]);
    const vague = sources.filter((path) => /(^|\/)(utils?|helpers?|common|types|misc)(\.ts|\/)/.test(path));
    expect(vague).toEqual([]);
  });

  it("reads no clock, no chance, no locale, and no global of Node or the DOM", () => {
    const wrong = sources.flatMap((path) => {
      const code = withoutComments(read(path));
      return FORBIDDEN.filter(([pattern]) => pattern.test(code))
        .filter(([, , allowed]) => !allowed?.includes(path))
        .map(([, what]) => `${path}: ${what}`);
    });
    expect(wrong).toEqual([]);
  });

  it("silences no checker and leaves nothing to do", () => {
    const pattern =
      /\b(TODO|FIXME|XXX)\b|@ts-ignore|@ts-expect-error|biome-ignore|\bas any\b|not implemented/;
    expect(sources.filter((path) => pattern.test(read(path)))).toEqual([]);
  });

  it("uses named exports, listed one by one", () => {
    const wrong = sources.filter((path) => /^export (default|\*)/m.test(read(path)));
    expect(wrong).toEqual([]);
  });

  it("exports nothing that no other file takes", () => {
    const dead = deadExports(new Map([...texts("src"), ...texts("test")]));
    expect(dead.filter((fault) => !PUBLIC_NAMES.has(/exports (\w+),/.exec(fault)?.[1] ?? ""))).toEqual([]);
  });

  it("offers from its rooms only what is used, told of, or promised", () => {
    const guides = [read("README.md"), ...texts("examples", /\.(ts|mjs|md)$/).values()].join("\n");
    expect(unusedOffers(texts("src"), guides, PUBLIC_NAMES)).toEqual([]);
  });

  it("says in sentences of readable length why, in comments", () => {
    expect(longSentences(texts("src"), MAX_SENTENCE_WORDS)).toEqual([]);
  });

  it("packs whatever its documents link to", () => {
    const { files } = JSON.parse(read("package.json")) as { files: string[] };
    const isPacked = (path: string): boolean =>
      files.some((file) =>
        new RegExp(`^${file.replaceAll(".", "\\.").replace("*", "[^/]+")}(/|$)`).test(path),
      );
    const documents = [
      "README.md",
      "SECURITY.md",
      ...["src", "examples"].flatMap((folder) => [...texts(folder, /\.md$/).keys()]),
    ];
    const missing = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)]
        .map(([, link = ""]) => new URL(link, `file:///${path}`).pathname.slice(1))
        .filter((linked) => !isPacked(linked))
        .map((linked) => `${path} -> ${linked}`),
    );
    expect(documents.every(isPacked)).toBe(true);
    expect(missing).toEqual([]);
  });

  it("cites only what can be found", () => {
    const documents = new Map(["src", "examples"].flatMap((folder) => [...texts(folder, /\.md$/)]));
    for (const name of readdirSync(root).filter((file) => file.endsWith(".md")))
      documents.set(name, read(name));
    const sources = new Map([...texts("src"), ...texts("test")]);
    sources.delete("test/support/house-rules.ts");
    sources.delete("test/house-rules.test.ts");
    expect(deadCitations(sources, documents)).toEqual([]);
  });

  it("names for each row of SECURITY.md a test that is there", () => {
    const rows = read("SECURITY.md")
      .split("\n")
      .filter((line) => /^\| \d+ \|/.test(line))
      .map((line) => line.split(" | "));
    expect(rows.length).toBeGreaterThan(40);
    const found = rows.map((cells) =>
      [...(cells.at(-1) as string).matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(found.filter((names) => names.length === 0)).toEqual([]);
    const isThere = (name: string | undefined) =>
      [`test/${name}.test.ts`, `test/${name}.ts`].some((path) => existsSync(join(root, path)));
    expect(found.flat().filter((name) => !isThere(name))).toEqual([]);
  });

  it("has no test that reads a clock or sets itself a time", () => {
    expect(clockReads(texts("test"))).toEqual([]);
  });

  it("documents every function and class that a room exports", () => {
    const bare: string[] = [];
    for (const path of sources.filter((file) => !file.endsWith("/index.ts"))) {
      const lines = read(path).split("\n");
      for (const [i, line] of lines.entries()) {
        if (!/^export (abstract )?(class|function|interface)/.test(line)) continue;
        if (!/\*\/\s*$/.test(lines[i - 1] ?? "") && !isOverload(lines, i)) bare.push(`${path}:${i + 1}`);
      }
    }
    expect(bare).toEqual([]);
  });

  it("has at the top level only what belongs there", () => {
    const allowed = new Set(
      `package.json package-lock.json tsconfig.json tsup.config.ts src test examples README.md LICENSE CHANGELOG.md
      SECURITY.md CONTRIBUTING.md biome.json vitest.config.ts .gitignore .ci`.split(/\s+/),
    );
    const tracked = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
      .split("\n")
      .filter(Boolean);
    const top = [...new Set(tracked.map((path) => path.split("/")[0] as string))];
    expect(top.filter((name) => !allowed.has(name))).toEqual([]);
  });
});

describe("the snippets of README, rooms and guides", () => {
  const pages = ["README.md", ...filesIn("src"), ...filesIn("examples")].filter((path) =>
    path.endsWith(".md"),
  );
  const snippets = pages.flatMap((page) =>
    [...read(page).matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""], i) => [page, i + 1, code] as const),
  );

  it("are there", () => expect(snippets.map(([page]) => page)).toContain("README.md"));

  it.each(snippets)("%s, snippet %i runs, and prints what its comments say", async (_, __, code) => {
    const folder = mkdtempSync(join(root, "test", ".snippet-"));
    const printed: string[] = [];
    const log = vi
      .spyOn(console, "log")
      .mockImplementation((...given) => void printed.push(format(...given)));
    try {
      const file = join(folder, "snippet.ts");
      writeFileSync(
        file,
        code.replaceAll(/from "warmpath(?:\/([a-z-]+))?"/g, (_, room) => `from "${entry(room)}"`),
      );
      await import(file);
      const promised = [...code.matchAll(/^console\.log\(.*\); \/\/ (.+)$/gm)].map((match) => match[1]);
      if (promised.length > 0) expect(printed.join("\n").trimEnd().split("\n")).toEqual(promised);
    } finally {
      log.mockRestore();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

const FORBIDDEN: readonly (readonly [RegExp, string, (readonly string[])?])[] = [
  [
    /Math\.(max|min)\((?:[^()]|\([^()]*\))*\.\.\./,
    "spreads a list into Math.max or Math.min, which overflows (maxOf, minOf)",
  ],
  [/\bDate\.now\b/, "Date.now"],
  [/new Date\(\s*\)/, "new Date()"],
  [/\bMath\.random\b/, "Math.random"],
  [/\blocaleCompare\b|\btoLocale\w*|\bIntl\b/, "locale"],
  [
    /\b(process|Buffer|require|__dirname|window|document|navigator|fetch|localStorage)\s*[.([]/,
    "a Node or DOM global",
  ],
  [
    /\b(setTimeout|setInterval|setImmediate|queueMicrotask|structuredClone|performance|console)\b/,
    "a host function",
  ],
  [/\bnew Function\b|\beval\(/, "code from strings"],
  [/\bTextDecoder\b|\bTextEncoder\b/, "TextDecoder", ["src/ingest/bytes/encodings.ts"]],
  [/from "node:/, "a Node module"],
];

function entry(room: string | undefined): string {
  if (room === "lite") return join(root, "src/planner/lite.ts");
  return join(root, "src", room === undefined ? "index.ts" : `${room}/index.ts`);
}

function isOverload(lines: readonly string[], i: number): boolean {
  const name = /function (\w+)/.exec(lines[i] as string)?.[1];
  return name !== undefined && lines.slice(0, i).some((line) => line.includes(`function ${name}(`));
}

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

/** The texts of a folder's files by path. */
function texts(folder: string, named = /\.ts$/): Sources {
  const paths = filesIn(folder).filter((path) => named.test(path) && !/\/\.|node_modules/.test(path));
  return new Map(paths.map((path) => [path, read(path)]));
}

function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

interface ImportLine {
  readonly from: string;
  readonly typesOnly: boolean;
}

function importsOf(path: string): ImportLine[] {
  const code = withoutComments(read(path));
  return [...code.matchAll(/^(import|export)\s+(type\s+)?([^;]*?)from\s+"([^"]+)";/gms)].map((match) => {
    const names = /^\s*\{([\s\S]*)\}\s*$/.exec(match[3] as string)?.[1];
    const each = names
      ?.split(",")
      .map((name) => name.trim())
      .filter(Boolean);
    const typesOnly = match[2] !== undefined || (each?.every((name) => name.startsWith("type ")) ?? false);
    return { from: match[4] as string, typesOnly };
  });
}

/** Files and packages that an entry loads, by the letter of its imports. */
function broughtBy(entry: string): {
  readonly files: readonly string[];
  readonly packages: readonly string[];
} {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (files.has(path)) return;
    files.add(path);
    for (const { from, typesOnly } of importsOf(path)) {
      if (typesOnly) continue;
      if (from.startsWith(".")) visit(join(path, "..", from).replace(/\.js$/, ".ts"));
      else packages.add(from.split("/")[0] as string);
    }
  };
  visit(entry);
  return { files: [...files], packages: [...packages].sort() };
}

function faultsOf(path: string, { from, typesOnly }: ImportLine): string[] {
  const room = roomOf(path);
  if (!from.startsWith(".")) {
    return PACKAGES[room]?.includes(from) ? [] : [`${path} imports the package ${from}`];
  }
  const target = join(path, "..", from).replace(/\.js$/, ".ts");
  const other = roomOf(target);
  if (room === "" || other === room) return [];
  if (!MAY_IMPORT[room]?.includes(other)) return [`${path} imports the room ${other}`];
  if (NUMBERS_ONLY.has(room))
    return /^src\/base\/(error|abort|callers-own|id|check-shape|extremes)\.ts$/.test(target)
      ? []
      : [`${path} imports ${target}`];
  if (!BY_FILE.has(room) && !target.endsWith(`src/${other}/index.ts`))
    return [`${path} goes past ${other}/index.ts`];
  const mustBeTypes = TYPES_ONLY.some(([a, b]) => a === room && b === other);
  return mustBeTypes && !typesOnly ? [`${path} imports more than types from ${other}`] : [];
}

/** The room of a source file; `index.ts`, the root entry, stands in none. */
function roomOf(path: string): string {
  return /^src\/([a-z-]+)\//.exec(path)?.[1] ?? "";
}

function cyclesAmong(files: readonly string[]): string[] {
  const next = new Map(
    files.map((path) => [
      path,
      importsOf(path)
        .filter(({ from, typesOnly }) => from.startsWith(".") && !typesOnly)
        .map(({ from }) => join(path, "..", from).replace(/\.js$/, ".ts")),
    ]),
  );
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(" -> "));
      return;
    }
    state.set(path, "open");
    for (const other of next.get(path) ?? []) visit(other, [...trail, path]);
    state.set(path, "done");
  };
  for (const path of files) visit(path, []);
  return cycles;
}
