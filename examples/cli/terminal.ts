/** What a person sees in a terminal: tables, folded lines, progress. Names come from files, so controls are stripped. */
import type { Io } from "./call.js";

/** Strips control characters, so that a name in a file cannot steer the terminal. */
export function shown(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "");
}

/** Rows under a heading, columns as wide as their longest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map(shown));
  const widths = head.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ""))));
  const lines = all.map((row) =>
    `  ${row.map((cell, i) => cell + " ".repeat((widths[i] as number) - width(cell))).join("  ")}`.trimEnd(),
  );
  return [lines[0], `  ${widths.map((w) => "-".repeat(w)).join("  ")}`, ...lines.slice(1)].join("\n");
}

/** Breaks a text at blanks into lines of so many characters, each line behind `indent`, the first one behind `first`. */
export function wrapped(text: string, indent = "", columns = 88, first = indent): string {
  const paragraphs = text.split("\n").map((paragraph, i) => {
    const lines = [""];
    for (const word of shown(paragraph).split(" ")) {
      const line = lines.at(-1) as string;
      if (line !== "" && width(line) + width(word) + 1 > columns - indent.length) lines.push(word);
      else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
    }
    return lines.map((line, j) => `${i === 0 && j === 0 ? first : indent}${line}`.trimEnd()).join("\n");
  });
  return paragraphs.join("\n");
}

/** Parts of an answer with an empty line between them; parts without text are left out. */
export function parts(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join("\n\n");
}

/** "1 row", "2 rows". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/**
 * Runs a step. Whoever watches sees what it is while it lasts, with what `report` tells; a step of over a second leaves a line that
 * says how long it took.
 */
export function progress<T>(io: Io, what: string, step: (report: (done: string) => void) => T): T {
  const began = performance.now();
  let told = "";
  const tell = (text: string): void => {
    if (!io.isWatched) return;
    io.err(`\r${text}${" ".repeat(Math.max(0, told.length - text.length))}`);
    told = text;
  };
  const seconds = (): number => (performance.now() - began) / 1000;
  tell(`${what} …`);
  try {
    return step((done) => {
      if (seconds() > 1) tell(`${what} … ${done}`);
    });
  } finally {
    if (told !== "") io.err(`\r${" ".repeat(told.length)}\r`);
    if (seconds() > 1) io.err(`${what}: ${seconds().toFixed(1)} s\n`);
  }
}

function width(text: string): number {
  return [...text].length;
}
