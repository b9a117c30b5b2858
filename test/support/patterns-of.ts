import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";

/** A regular expression of the sources, and a place where it stands. */
export interface SourcePattern {
  readonly source: string;
  readonly flags: string;
  readonly file: string;
}

/** Every regular expression that is written as a literal under a folder, and the files that build some from words. */
export function patternsIn(folder: URL): {
  readonly literals: readonly SourcePattern[];
  readonly builders: readonly string[];
} {
  const literals = new Map<string, SourcePattern>();
  const builders = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".ts")) continue;
    const tree = ts.createSourceFile(
      file,
      readFileSync(new URL(file, folder), "utf8"),
      ts.ScriptTarget.ES2022,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        literals.set(node.text, { source: node.text.slice(1, end), flags: node.text.slice(end + 1), file });
      }
      if (
        (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        ts.isIdentifier(node.expression) &&
        node.expression.text === "RegExp"
      )
        builders.add(file);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return { literals: [...literals.values()], builders: [...builders] };
}

/** The regular expressions that `run` has the files under a folder build from text. */
export async function recordBuilt(folder: URL, run: () => Promise<void>): Promise<readonly SourcePattern[]> {
  const built: SourcePattern[] = [];
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct: (target, given, made) => {
      const pattern = Reflect.construct(target, given, made) as RegExp;
      // The caller's own frame: what a library builds for a file is not the file's.
      const frame = (new Error().stack ?? "").split("\n")[2] ?? "";
      const file = frame.split(folder.pathname)[1]?.replace(/[:?].*/, "");
      if (file !== undefined) built.push({ source: pattern.source, flags: pattern.flags, file });
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = plain;
  }
  return built;
}
