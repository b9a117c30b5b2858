import { isWarmpathError } from "warmpath";
import { nearestKey } from "../../src/base/check-options.js";
import type { Answer, Io } from "./call.js";
import { COMMANDS } from "./commands/list.js";
import { EXIT, Fault } from "./fault.js";
import { helpOf, helpOfAll } from "./help.js";
import { COMMON, readCall } from "./read-call.js";

/** Runs one call of the command and prints its answer. @returns The exit code. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const isJson = args.includes("--json");
  try {
    const { text, json, exit = EXIT.done } = await answerTo(args, io);
    if (json !== undefined || text !== "") io.out(`${isJson ? JSON.stringify(json, undefined, 1) : text}\n`);
    return exit;
  } catch (error) {
    const { exit, message, next, code } = told(error);
    if (isJson) io.out(`${JSON.stringify({ error: { exit, code, message, next } }, undefined, 1)}\n`);
    else io.err(`warmpath: ${message}\n${next === undefined ? "" : `  ${next}\n`}`);
    return exit;
  }
}

async function answerTo(args: readonly string[], io: Io): Promise<Answer> {
  const place = args.findIndex((arg, i) => !arg.startsWith("-") && !takesValue(args[i - 1]));
  const name = place < 0 ? "help" : (args[place] as string);
  const rest = args.filter((_, i) => i !== place);
  if (rest.includes("--version") || name === "version")
    return { text: io.version, json: { version: io.version } };
  if (name === "help")
    return help(
      rest.find((arg) => !arg.startsWith("-")),
      io,
    );
  const command = COMMANDS.get(name);
  if (command === undefined) throw unknown(name);
  if (rest.includes("--help") || rest.includes("-h")) return help(name, io);
  return command.run(readCall(command, rest, io));
}

/** True for a common option whose value is the next word. */
function takesValue(arg = ""): boolean {
  return arg.startsWith("--") && COMMON[arg.slice(2)]?.type === "string";
}

function help(name: string | undefined, io: Io): Answer {
  const command = COMMANDS.get(name ?? "");
  if (command === undefined && name !== undefined && name !== "exit") throw unknown(name);
  const text = command === undefined ? helpOfAll(io) : helpOf(command);
  return { text, json: { help: text } };
}

function unknown(name: string): Fault {
  const next = /\s/.test(name)
    ? `did you mean: warmpath plan "${name}"`
    : `did you mean: warmpath ${nearestKey(name, [...COMMANDS.keys()])}? See: warmpath help`;
  return new Fault("usage", `there is no command "${name}"`, next);
}

function told(error: unknown): { exit: number; message: string; next?: string | undefined; code?: string } {
  if (error instanceof Fault) return error;
  if (!isWarmpathError(error)) return { exit: EXIT.fault, message: String((error as Error)?.stack ?? error) };
  const { code, message } = error;
  const exit = code === "INVALID_ARGUMENT" || code === "INVALID_DATE" ? EXIT.usage : EXIT.unclear;
  return { exit, message, code };
}
