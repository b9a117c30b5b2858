import type { AST } from "@eslint-community/regexpp";
import { isAtom, type StepCounter } from "./pattern-steps.js";

/** A text that grows: what stands before, what is repeated, and what spoils the match at the end. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
  readonly after: string;
}

export function attackText({ before, pump, after }: Attack, length: number): string {
  return before + pump.repeat(Math.ceil(length / pump.length)) + after;
}

const SPOILERS = ["", "\u0001", "\n", "x", "."];
const COMMON = [
  ..."aAzZbx05 ,.;:!?-_/\\'\"()[]{}<>@&|=+#*%$\n\r\tßäéßŽя中\u0301\u200b😀",
  "\u00a0",
  "\u0001",
];

/**
 * Texts that make a backtracking matcher repeat itself, if any can: runs of each kind of character that the pattern tells
 * apart, and for each thing that it repeats what leads up to it, then its own words again and again.
 */
export function attacksOn(counter: StepCounter): readonly Attack[] {
  const kinds = kindsOf(counter);
  const spoilers = [...SPOILERS, ...signsOf(counter).map((sign) => `${sign}\u0001`)];
  const found = new Map<string, Attack>();
  const add = (before: string, pump: string): void => {
    if (pump === "" || pump.length > 120) return;
    // What ends a run of one kind matters; behind words it is enough that something else comes.
    for (const after of pump.length > 2 ? SPOILERS.slice(0, 2) : spoilers)
      found.set(JSON.stringify([before, pump, after]), { before, pump, after });
  };
  for (const kind of kinds.keys()) add("", kind);
  for (const { quantifier, lead } of repeatsIn(counter.tree.pattern, kinds)) {
    const own = atomsIn(quantifier.element).flatMap((atom) => fitting(atom, kinds).slice(0, 6));
    const words = [...new Set([...samples(quantifier.element, kinds), ...own])].slice(0, 32);
    for (const word of words) {
      add(lead, word);
      if (lead !== "") add("", lead + word);
      if (lead !== "") add("", `${lead} ${word}`);
    }
    for (const one of words.slice(0, 4))
      for (const other of words.slice(0, 4)) if (one !== other) add(lead, one + other);
  }
  return [...found.values()];
}

/** Signs that the pattern names: one may end a run, and what follows it spoil the match. */
function signsOf({ tree }: StepCounter): readonly string[] {
  return [...new Set(tree.raw.match(/[:;,@=<>"'/-]/g) ?? [])].slice(0, 2);
}

/** One character for each set of atoms that a character may fit, with those atoms. */
function kindsOf({ tree, atoms }: StepCounter): ReadonlyMap<string, string> {
  const chars = new Set(COMMON);
  for (const char of tree.raw) {
    chars.add(char);
    chars.add(char.toUpperCase()[0] as string);
  }
  const kinds = new Map<string, string>();
  const seen = new Set<string>();
  for (const char of chars) {
    // Bounds of words and lines tell characters apart as well.
    const kind = [/\w/.test(char), char === "\n", ...atoms.map((fits) => fits(char))].map(Number).join("");
    if (!seen.has(kind)) kinds.set(char, kind);
    seen.add(kind);
  }
  return kinds;
}

function repeatsIn(
  pattern: AST.Pattern,
  kinds: ReadonlyMap<string, string>,
): readonly { readonly quantifier: AST.Quantifier; readonly lead: string }[] {
  const found: { quantifier: AST.Quantifier; lead: string }[] = [];
  const walk = (alternatives: readonly AST.Alternative[], lead: string): void => {
    for (const { elements } of alternatives) {
      let before = lead;
      for (const element of elements) {
        if (element.type === "Quantifier") {
          if (element.max > 1) found.push({ quantifier: element, lead: before });
          if ("alternatives" in element.element) walk(element.element.alternatives as never, before);
        } else if ("alternatives" in element) walk(element.alternatives as never, before);
        before += samples(element, kinds)[0] ?? "";
      }
    }
  };
  walk(pattern.alternatives, "");
  return found;
}

/** Some words that an element takes, the shortest of each branch. */
function samples(element: AST.Element, kinds: ReadonlyMap<string, string>): readonly string[] {
  if (isAtom(element)) return fitting(element, kinds).slice(0, 3);
  if (element.type === "Quantifier") {
    if (element.min === 0) return ["", ...samples(element.element, kinds).slice(0, 2)];
    return samples(element.element, kinds).map((word) => word.repeat(element.min));
  }
  if (element.type === "Assertion" || element.type === "Backreference" || !("alternatives" in element))
    return [""];
  return element.alternatives
    .slice(0, 24)
    .flatMap(({ elements }) => {
      const parts = elements.map((part) => samples(part, kinds));
      const plain = parts.map(([word = ""]) => word);
      const varied = parts.flatMap((words, place) =>
        words.slice(1).map((word) => [...plain.slice(0, place), word, ...plain.slice(place + 1)].join("")),
      );
      return [plain.join(""), ...varied];
    })
    .slice(0, 32);
}

function atomsIn(element: AST.Element): readonly AST.Element[] {
  if (isAtom(element)) return [element];
  if (element.type === "Quantifier") return atomsIn(element.element);
  if (!("alternatives" in element)) return [];
  return element.alternatives.flatMap(({ elements }) => elements.flatMap(atomsIn)).slice(0, 40);
}

function fitting(atom: AST.Element, kinds: ReadonlyMap<string, string>): readonly string[] {
  const { tree } = rootOf(atom);
  const pattern = new RegExp(`^${atom.raw}$`, tree.flags.raw.replace(/[gymd]/g, ""));
  return [...kinds.keys()].filter((char) => pattern.test(char));
}

function rootOf(node: AST.Node): { readonly tree: AST.RegExpLiteral } {
  let at = node;
  while (at.type !== "RegExpLiteral") at = at.parent as AST.Node;
  return { tree: at };
}
