/** What a person sees in the terminal: tables, notes, progress. Names come from files, so controls are stripped. */
import type { Network } from "warmpath";
import type { Import } from "warmpath/ingest";
import type { IdentityReview } from "warmpath/people";

/** Strips control characters, so that a name in a file cannot steer the terminal. */
export function shown(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "");
}

/** A probability for a person: `42%`, `3.1%`, `0.4%`. */
export function percent(probability: number): string {
  if (probability >= 0.1) return `${Math.round(probability * 100)}%`;
  return `${Number((probability * 100).toPrecision(2))}%`;
}

/** Prints rows under a heading, columns as wide as their longest cell. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const all = [head, ...rows].map((row) => row.map(shown));
  const widths = head.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ""))));
  for (const [r, row] of all.entries()) {
    const cells = row.map((cell, i) => cell + " ".repeat((widths[i] as number) - width(cell)));
    console.log(`  ${cells.join("  ").trimEnd()}`);
    if (r === 0) console.log(`  ${widths.map((w) => "-".repeat(w)).join("  ")}`);
  }
}

/** Breaks a text at blanks so that it fits the terminal, each line behind `indent`. */
export function wrapped(text: string, indent = "  ", columns = 88): string {
  return text
    .split("\n")
    .map((paragraph) => {
      const lines = [""];
      for (const word of shown(paragraph).split(" ")) {
        const line = lines.at(-1) as string;
        if (line !== "" && line.length + word.length + 1 > columns) lines.push(word);
        else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
      }
      return lines.map((line) => `${indent}${line}`.trimEnd()).join("\n");
    })
    .join("\n");
}

/** Runs a step; says what it was and how long it took where that is over a second. */
export function progress<T>(what: string, step: () => T): T {
  const began = performance.now();
  const hint = process.stderr.isTTY ? `${what} …` : "";
  if (hint !== "") process.stderr.write(hint);
  const result = step();
  if (hint !== "") process.stderr.write(`\r${" ".repeat(hint.length)}\r`);
  const seconds = (performance.now() - began) / 1000;
  if (seconds > 1) console.log(`${what}: ${seconds.toFixed(1)} s`);
  return result;
}

/** One line on what a file held, and one for each kind of row that was skipped or read with a doubt. */
export function tellOfImport(file: string, { report, issues }: Import): void {
  const skipped = report.rowsSkipped === 0 ? "none skipped" : `${report.rowsSkipped} skipped`;
  console.log(`${file}: ${report.rowsRead} rows read, ${report.rowsKept} kept, ${skipped}`);
  const byCode = new Map<string, { count: number; message: string; rows: number[]; headers: string[] }>();
  for (const { code, message, row, details } of issues) {
    const group = byCode.get(code) ?? { count: 0, message, rows: [], headers: [] };
    group.count++;
    if (typeof details?.header === "string") group.headers.push(shown(details.header));
    if (row !== undefined && group.rows.length < 4) group.rows.push(row);
    byCode.set(code, group);
  }
  for (const [code, { count, message, rows, headers }] of byCode) {
    const columns = headers.length === 0 ? "" : ` (${headers.join(", ")})`;
    const where =
      rows.length === 0 ? columns : ` (row ${rows.join(", ")}${count > rows.length ? ", …" : ""})`;
    console.log(`  ! ${count} x ${code}: ${message}${where}`);
  }
}

/** Pairs who may be one person, the likeliest first; the app that asks keeps the answers as `decisions`. */
export function tellOfIdentity(network: Network, reviews: readonly IdentityReview[]): void {
  if (reviews.length === 0) return;
  console.log(`${reviews.length} pairs may be one person each; they stay two until you say so:`);
  for (const { a, b, why } of reviews.slice(0, 3)) {
    const told = [a, b].map((id) => {
      const { name = "", company = "" } = network.person(id) ?? {};
      return shown(company === "" ? name : `${name} (${company})`);
    });
    console.log(wrapped(`${told.join(" / ")}: ${why.join(", ")}`, "    ").replace("    ", "  ? "));
  }
}

function width(text: string): number {
  return [...text].length;
}
