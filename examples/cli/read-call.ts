import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { nearestKey } from "../../src/base/check-options.js";
import type { Call, Command, Io, Option } from "./call.js";
import { Fault } from "./fault.js";

/** Options of every command. */
export const COMMON: Readonly<Record<string, Option>> = {
  state: {
    type: "string",
    value: "FOLDER",
    help: "where your records are kept (else $WARMPATH_STATE, else .warmpath)",
  },
  now: { type: "string", value: "DATE", help: "answer as of this day, YYYY-MM-DD, in place of today" },
  json: { type: "boolean", help: "print one JSON document" },
  demo: { type: "boolean", help: "use invented example records and keep nothing" },
  help: { type: "boolean", help: "tell what the command does" },
};

/** Reads the arguments behind a command's name. @throws Fault `usage`. */
export function readCall(command: Command, args: readonly string[], io: Io): Call {
  const options = { ...COMMON, ...command.options };
  const { values, positionals } = parsed(command, args, options);
  const [least, most] = command.words;
  if (positionals.length < least || positionals.length > most) {
    const what = positionals.length < least ? "too little is said" : "too many words";
    throw new Fault(
      "usage",
      `${what}; it is: warmpath ${command.name} ${command.usage}`,
      `put names of several words in quotes; see: warmpath help ${command.name}`,
    );
  }
  const text = (name: string): string | undefined => values[name] as string | undefined;
  const now = text("now") ?? io.today();
  if (!isDay(now)) throw new Fault("usage", "--now is to be a day such as 2026-11-23");
  return {
    io,
    words: positionals,
    now,
    json: values["json"] === true,
    demo: values["demo"] === true,
    folder: resolve(io.cwd, text("state") ?? io.env["WARMPATH_STATE"] ?? ".warmpath"),
    text,
    texts: (name) => (values[name] as string[] | undefined) ?? [],
    flag: (name) => values[name] === true,
    number(name) {
      const given = text(name);
      if (given === undefined) return undefined;
      const number = Number(given);
      if (given.trim() === "" || !(number > 0 && Number.isFinite(number)))
        throw new Fault("usage", `--${name} is to be a number above 0`);
      return number;
    },
  };
}

/** True for a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}

type Values = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

function parsed(
  command: Command,
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
): { readonly values: Values; readonly positionals: readonly string[] } {
  try {
    const forParser = Object.fromEntries(
      Object.entries(options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
    );
    return parseArgs({ args: [...args], options: forParser, allowPositionals: true, strict: true });
  } catch (error) {
    const see = `see: warmpath help ${command.name}`;
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code?.startsWith("ERR_PARSE_ARGS")) throw error;
    const unknown = /^Unknown option '-*([^']*)'/.exec(message)?.[1];
    if (unknown === undefined) throw new Fault("usage", message.split(". ")[0] as string, see);
    const nearest = nearestKey(unknown, Object.keys(options));
    throw new Fault("usage", `there is no option --${unknown}; did you mean --${nearest}?`, see);
  }
}
