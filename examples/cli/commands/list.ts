import type { Command } from "../call.js";
import { ACCOUNT } from "./account.js";
import { TODAY, WEEK } from "./days.js";
import { MCP } from "./mcp.js";
import { FIND, SAME } from "./people.js";
import { PLAN } from "./plan.js";
import { ADD, CHANGES, ERASE, ME_COMMAND, TEAMMATE } from "./records.js";
import { DONE, DRAFT, FAVOR_COMMANDS, SENT, STEP_COMMANDS } from "./steps.js";
import { BOOK, EXPORT, INSIGHTS, LEARN } from "./views.js";

/** All commands, in groups as the help shows them. */
export const GROUPS: readonly (readonly [heading: string, commands: readonly Command[]])[] = [
  ["Your records", [ME_COMMAND, ADD, TEAMMATE, SAME, FIND, CHANGES, EXPORT, ERASE]],
  ["Plan and ask", [PLAN, ACCOUNT, DRAFT, SENT]],
  ["What came of it", STEP_COMMANDS],
  ["Favors outside of requests", FAVOR_COMMANDS],
  ["Keep at it", [TODAY, DONE, WEEK, INSIGHTS, BOOK, LEARN]],
  ["For an assistant", [MCP]],
];

export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  GROUPS.flatMap(([, commands]) => commands.map((command) => [command.name, command] as const)),
);
