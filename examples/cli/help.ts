import type { Command, Io, Option } from "./call.js";
import { GROUPS } from "./commands/list.js";
import { COMMON } from "./read-call.js";
import { parts } from "./terminal.js";

/** What all commands are for. */
export function helpOfAll({ version }: Io): string {
  const widest = Math.max(...GROUPS.flatMap(([, all]) => all.map(({ name }) => name.length)));
  const groups = GROUPS.map(([heading, all]) =>
    [heading, ...all.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`)].join("\n"),
  );
  return parts(
    `warmpath ${version}: who can introduce you, whom to ask first, and what to write. It sends nothing.`,
    ["Begin:", ...FIRST.map((line) => `  ${line}`)].join("\n"),
    ...groups,
    ["Options of every command", ...optionLines(COMMON)].join("\n"),
    EXITS,
    "More on one command: warmpath help COMMAND",
  );
}

/** What one command is for, and what it takes. */
export function helpOf({ name, usage, summary, details = [], options = {} }: Command): string {
  const own = optionLines(options);
  return parts(
    `warmpath ${name} ${usage}`.trimEnd(),
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    details.join("\n"),
    own.length === 0 ? undefined : ["Options", ...own].join("\n"),
    ["Options of every command", ...optionLines(COMMON)].join("\n"),
  );
}

function optionLines(options: Readonly<Record<string, Option>>): readonly string[] {
  const named = Object.entries(options).map(
    ([name, { value, help }]) => [`--${name}${value === undefined ? "" : ` ${value}`}`, help] as const,
  );
  const widest = Math.max(0, ...named.map(([left]) => left.length));
  return named.map(([left, help]) => `  ${left.padEnd(widest)}  ${help}`);
}

const FIRST = [
  "warmpath plan --demo                        see it with invented records",
  'warmpath me "Ada Park, Northwind"           say who you are',
  "warmpath add Connections.csv contacts.vcf   add what you have",
  'warmpath plan "Bob Smith at Acme" --open    whom to ask, and what to write',
  "warmpath today                              what to do next",
];

const EXITS = [
  "Exit codes",
  "  0  done",
  "  1  a fault of the program",
  "  2  the call is wrong",
  "  3  a file or the folder cannot be used; of several files some",
  "  4  it is not clear who or what is meant, or it does not fit what is on record",
  "  5  another command works in the folder",
].join("\n");
