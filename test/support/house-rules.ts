/** Rules of the house that read sources as text, for `test/tidy.test.ts`. Each gives one line for each fault. */

/** File path from the repository's root -> its text. */
export type Sources = ReadonlyMap<string, string>;

/** Code without its comments. */
export function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");
}

/** What a file exports under its own hand, and whether it is a value. */
function exportsOf(code: string): { readonly name: string; readonly isValue: boolean }[] {
  const pattern =
    /^export (?:declare )?(?:abstract )?(?:async )?(function\*?|class|const|let|enum|interface|type) (?:\{([^}]*)\}|\[([^\]]*)\]|(\w+))/gm;
  return [...withoutComments(code).matchAll(pattern)].flatMap(([, kind, object, list, name]) => {
    const names = (object ?? list ?? name ?? "").split(",").map((one) => one.trim().split(/\W/)[0] as string);
    return names
      .filter(Boolean)
      .map((one) => ({ name: one, isValue: !/interface|type/.test(kind as string) }));
  });
}

/** The names that a file takes or hands on from others, by the path of the file that they come from. */
export function namesTaken(path: string, code: string): { readonly from: string; readonly name: string }[] {
  const pattern = /^\s*(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s+"(\.[^"]+)"/gm;
  const found = [...withoutComments(code).matchAll(pattern)].flatMap(([, names = "", from = ""]) =>
    names
      .split(",")
      .map(
        (name) =>
          name
            .trim()
            .replace(/^type\s+/, "")
            .split(/\s+as\s+/)[0] as string,
      )
      .filter(Boolean)
      .map((name) => ({ from: resolved(path, from), name })),
  );
  const whole = [...withoutComments(code).matchAll(/^import \* as \w+ from "(\.[^"]+)"/gm)];
  return [...found, ...whole.map(([, from = ""]) => ({ from: resolved(path, from), name: "*" }))];
}

/** A relative import as a path from the root, with the source's ending. */
function resolved(path: string, from: string): string {
  const parts = path.split("/").slice(0, -1);
  for (const part of from.replace(/\.js$/, ".ts").split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Exports of the rooms' files that no other file takes: values, and types that their own file does not use either. */
export function deadExports(sources: Sources): string[] {
  const taken = new Set(
    [...sources].flatMap(([path, code]) => namesTaken(path, code).map(({ from, name }) => `${from} ${name}`)),
  );
  return [...sources].flatMap(([path, code]) => {
    if (!/^src\/.*\/(?!index\.ts)[^/]+$/.test(path) || taken.has(`${path} *`)) return [];
    return exportsOf(code)
      .filter(({ name }) => !taken.has(`${path} ${name}`))
      .filter(
        ({ name, isValue }) =>
          isValue || withoutComments(code).split(new RegExp(`\\b${name}\\b`)).length === 2,
      )
      .map(({ name }) => `${path} exports ${name}, which nothing takes`);
  });
}

/** Values that a room's index offers and that no other room, no guide and no example uses; `kept` names stay all the same. */
export function unusedOffers(sources: Sources, guides: string, kept: ReadonlySet<string>): string[] {
  const files = [...sources].filter(([path]) => path.startsWith("src/"));
  const words = new Map(files.map(([path, code]) => [path, new Set(withoutComments(code).match(/\w+/g))]));
  const told = new Set(guides.match(/\w+/g));
  return files.flatMap(([path, code]) => {
    const room = /^src\/([a-z-]+)\/index\.ts$/.exec(path)?.[1];
    if (room === undefined) return [];
    const offers = [...withoutComments(code).matchAll(/export\s+\{([^}]*)\}/g)].flatMap(([, names = ""]) =>
      names.split(",").map((name) => name.trim()),
    );
    return offers
      .filter((name) => name !== "" && !name.startsWith("type "))
      .map((name) => name.split(/\s+as\s+/).at(-1) as string)
      .filter((name) => !kept.has(name) && !told.has(name))
      .filter((name) => ![...words].some(([file, all]) => !file.startsWith(`src/${room}/`) && all.has(name)))
      .map(
        (name) =>
          `${room} offers ${name}, which nobody uses (use it, or add it with its reason to test/support/public-names.ts)`,
      );
  });
}

/** Sentences in comments with more words than `most`. */
export function longSentences(sources: Sources, most: number): string[] {
  return [...sources].flatMap(([path, code]) =>
    commentsOf(code)
      .flatMap(sentencesOf)
      .filter((sentence) => wordsIn(sentence) > most)
      .map((sentence) => `${path}: ${wordsIn(sentence)} words: ${sentence.slice(0, 60)}…`),
  );
}

/** The texts of a file's comments, neighbouring line comments as one. */
export function commentsOf(code: string): string[] {
  const blocks = [...code.matchAll(/\/\*([\s\S]*?)\*\//g)].map(([, text = ""]) =>
    text.replace(/^\s*\*/gm, ""),
  );
  const rest = code.replace(/\/\*[\s\S]*?\*\//g, "");
  const lines = [...rest.matchAll(/(?:^[ \t]*\/\/.*(?:\n|$))+/gm)].map(([text]) =>
    text.replace(/^\s*\/\//gm, ""),
  );
  return [...blocks, ...lines];
}

/** Sentences of a comment; examples in code, indented blocks, tables and list items stand for themselves. */
function sentencesOf(comment: string): string[] {
  const prose = comment
    .replace(/```[\s\S]*?```/g, "\n\n")
    .replace(/^.*\|.*$/gm, "\n")
    .replace(/^ {5,}.*$/gm, "\n")
    .replace(/^ ?(?=@\w|- |\d+\. )/gm, "\n\n")
    .replace(/@example[\s\S]*$/, "")
    .replace(/\{@link ([^}]*)\}/g, "$1");
  return prose.split(/[.!?](?=\s|$)|\n\s*\n/).map((sentence) => sentence.replace(/\s+/g, " ").trim());
}

function wordsIn(sentence: string): number {
  return sentence.split(" ").filter((word) => /[a-z]/i.test(word)).length;
}

/**
 * Citations that lead nowhere: documents and sections of a README that are not in the repository, marks in brackets that
 * nothing explains, and tests that are named by the number of a law. `documents` holds all of the repository's own.
 */
export function deadCitations(sources: Sources, documents: Sources): string[] {
  const known = new Set([...documents.keys()].map((path) => path.split("/").at(-1)));
  return [...sources].flatMap(([path, code]) => {
    const comments = commentsOf(code).map((text) => text.replace(/\s+/g, " "));
    const files = (code.match(/\b[\w-]+\.md\b/g) ?? []).filter((name) => !known.has(name));
    const marks = comments.filter((text) => /\[[A-Z]\]/.test(text)).map(() => "a mark in brackets");
    const sections = comments.flatMap((text) => deadSections(path, text, documents));
    const laws = /\.test\.ts$/.test(path) ? [...code.matchAll(LAW)].map(([, law]) => law as string) : [];
    return [...files, ...marks, ...sections, ...laws].map((what) => `${path} cites ${what}`);
  });
}

const LAW = /\b(?:it|test|describe)(?:\.\w+(?:\([^)]*\))?)*\(\s*["'`]([A-Z]\d+[a-z]?)\b/g;

/** "README, Heading" and "README of `room`" where that room has no README, or none with the heading. */
function deadSections(path: string, comment: string, documents: Sources): string[] {
  return [...comment.matchAll(/\bREADME\b(?: of `([a-z-]+)`)?(?:, ([A-Z][\w' -]*))?/g)].flatMap(
    ([whole, of, heading]) => {
      const room = of ?? /^src\/([a-z-]+)\//.exec(path)?.[1];
      const text = documents.get(room === undefined ? "README.md" : `src/${room}/README.md`);
      if (text === undefined) return [whole];
      const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) => title);
      return heading === undefined || headings.some((title) => title.startsWith(heading.trim()))
        ? []
        : [whole];
    },
  );
}

/** Tests that read a clock or set themselves a time, in what `npm test` runs. */
export function clockReads(sources: Sources): string[] {
  const clock =
    /\bperformance\.now\b|\bcpuUsage\b|\bhrtime\b|\bDate\.now\b|\bnew Date\(\)|\bsetTimeout\b|\btimeout:/;
  return [...sources]
    .filter(([path]) => /^test\/(?!bench\/|long\/|mutation\/)/.test(path))
    .flatMap(([path, code]) => {
      const bare = withoutComments(code)
        .replace(/\/(?:\\.|[^/\n\\])+\/[gimsuy]*/g, "")
        .replace(/"[^"\n]*"|'[^'\n]*'/g, '""');
      const own = /^ {0,4}\}, \d[\d_]*\);$/m.test(bare) && /\.test\.ts$/.test(path);
      return [...(clock.test(bare) ? ["a clock"] : []), ...(own ? ["a time limit of its own"] : [])].map(
        (what) => `${path} has ${what}`,
      );
    });
}
