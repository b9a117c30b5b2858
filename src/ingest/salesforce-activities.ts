import { foldText, type InteractionKind, type InteractionRecord } from "../people/index.js";
import { idKey, type SideInput, SideTable } from "./crm-side-table.js";
import type { CrmOptions, People } from "./crm-table.js";
import { yesOrNo } from "./crm-words.js";
import { type ActivityColumn, EVENTS, TASKS } from "./salesforce-tables.js";
import type { TableRow } from "./table-reader.js";

/** Tasks and events of an export. */
export interface SalesforceActivities {
  readonly tables: readonly SideTable<ActivityColumn>[];
  /** The owner's interactions with those of the contacts who were kept; the rest gets an issue each. */
  readonly interactions: (people: People) => InteractionRecord[];
}

/**
 * Reads what the owner did with his contacts: completed tasks and events. Rows count as his where `userId` says so; without it only
 * where all rows belong to one user, since whose they are would be a guess. Subjects are not read.
 */
export function readSalesforceActivities(
  files: {
    readonly tasks?: SideInput;
    readonly events?: SideInput;
    readonly userId?: string;
  },
  options: CrmOptions,
): SalesforceActivities {
  const tasks = files.tasks === undefined ? [] : [new SideTable("tasks", files.tasks, TASKS, options)];
  const events = files.events === undefined ? [] : [new SideTable("events", files.events, EVENTS, options)];
  const tables = [...tasks, ...events];
  const users = new Set(tables.flatMap(({ rows }) => rows.map(({ cell }) => idKey(cell("owner")))));
  const whose = files.userId === undefined ? (users.size > 1 ? NOBODY : undefined) : idKey(files.userId);
  return {
    tables,
    interactions: (people) =>
      tables.flatMap((table) => readTable(table, table === events[0], whose, people, options)),
  };
}

function readTable(
  table: SideTable<ActivityColumn>,
  isEvents: boolean,
  whose: string | typeof NOBODY | undefined,
  people: People,
  options: CrmOptions,
): InteractionRecord[] {
  const dates = (["start", "day", "completedAt"] as const).map((column) =>
    table.dates(column, options.dateOrder),
  );
  const interactions: InteractionRecord[] = [];
  for (const { row, cell } of table.rows) {
    const at = dates.map((column) => column.get(row)?.instant).find((instant) => instant !== undefined);
    const kind = kindOf(cell, isEvents);
    const to = people.get(idKey(cell("contact")));
    if (yesOrNo(cell("deleted"))) table.skip(row, "ROW_DELETED", "it was deleted.");
    else if (whose === NOBODY) table.skip(row, "USER_UNKNOWN", "several users' rows; pass userId.");
    else if (whose !== undefined && idKey(cell("owner")) !== whose)
      table.skip(row, "USER_OTHER", "another user's.");
    else if (!isEvents && !isCompleted(cell)) table.skip(row, "TASK_OPEN", "not completed.");
    else if (kind === undefined) table.skip(row, "KIND_UNKNOWN", "neither a call nor a mail nor a meeting.");
    else if (at === undefined) table.skip(row, "DATE_MISSING", "no day is told.");
    else if (to === undefined)
      table.skip(row, "CONTACT_UNKNOWN", "its contact is not in the table of contacts.");
    else interactions.push({ from: options.owner.id, to, at, direction: directionOf(cell), kind });
  }
  return interactions;
}

type Cell = TableRow<ActivityColumn>["cell"];

function kindOf(cell: Cell, isEvent: boolean): InteractionKind | undefined {
  const told = KINDS.get(foldText(cell("type"))) ?? KINDS.get(foldText(cell("subtype")));
  return told ?? (isEvent ? "meeting" : undefined);
}

function isCompleted(cell: Cell): boolean {
  return yesOrNo(cell("isClosed")) ?? COMPLETED.has(foldText(cell("status")));
}

function directionOf(cell: Cell): InteractionRecord["direction"] {
  const word = foldText(cell("callType"));
  return word === "outbound" ? "out" : word === "inbound" ? "in" : "both";
}

const NOBODY = Symbol("nobody");
const KINDS: ReadonlyMap<string, InteractionKind> = new Map([
  ["call", "call"],
  ["email", "message"],
  ["e mail", "message"],
  ["meeting", "meeting"],
]);
/** The vendor's word, and what it is translated as in German, Spanish, French, Portuguese, Italian and Dutch (guessed). */
const COMPLETED: ReadonlySet<string> = new Set(
  "completed|abgeschlossen|erledigt|completada|completado|terminee|termine|concluida|concluido|completata|voltooid".split(
    "|",
  ),
);
