import type { IssueCode } from "../../base/index.js";
import type { InteractionKind, InteractionRecord } from "../../people/index.js";
import { isMachineWritten } from "../evidence-rules.js";
import type { TableRow } from "../table/table-reader.js";
import { type SideInput, SideTable } from "./crm-side-table.js";
import type { CrmOptions, CrmPeople } from "./crm-table.js";
import { foldWord, yesOrNo } from "./crm-words.js";
import { type ActivityColumn, EVENTS, idKey, TASKS } from "./salesforce-tables.js";

/** Tasks and events of an export. */
export interface SalesforceActivities {
  readonly tables: readonly SideTable<ActivityColumn>[];
  /** The owner's interactions with those of the contacts who were kept; the rest gets an issue each. */
  readonly interactions: (people: CrmPeople) => InteractionRecord[];
}

/**
 * Reads what the owner did with their contacts: completed tasks and events. Rows count as theirs where `userId` says so. Without it only
 * where all that can be used belong to one user, since whose they are would be a guess. One that names no user is nobody's. Subjects
 * are not read.
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
  const userId = idKey(files.userId ?? "");
  const interactions = (people: CrmPeople): InteractionRecord[] => {
    const found = tables.flatMap((table) =>
      readTable(table, table === events[0], { people, userId, owner: options.owner.id }, options),
    );
    const users = new Set(found.map(({ user }) => user).filter(Boolean));
    return found.flatMap(({ table, row, user, interaction }) => {
      if (user !== "" && users.size === 1) return [interaction];
      const message = user === "" ? "it names no user." : "several users' rows; pass userId.";
      table.skip(row, "USER_UNKNOWN", message);
      return [];
    });
  };
  return { tables, interactions };
}

/** An activity that is the owner's if its user is the owner. */
interface Found {
  readonly table: SideTable<ActivityColumn>;
  readonly row: number;
  /** Empty where none is named. */
  readonly user: string;
  readonly interaction: InteractionRecord;
}

/** The rows that can be used: of the user who is told, else of any. */
function readTable(
  table: SideTable<ActivityColumn>,
  isEvents: boolean,
  { people, userId, owner }: { readonly people: CrmPeople; readonly userId: string; readonly owner: string },
  options: CrmOptions,
): Found[] {
  const readers = DATES.map((column) => table.dateOf(column, options.dateOrder));
  const tellsWhat = table.has("subject") || table.has("body");
  const found: Found[] = [];
  for (const one of table.rows) {
    const { row, cell } = one;
    const user = idKey(cell("owner"));
    const unused = whyUnused(cell, isEvents, userId !== "" && user !== "" && user !== userId);
    const kind = unused === undefined ? kindOf(cell, isEvents) : undefined;
    const isBlank = tellsWhat && cell("subject") === "" && cell("body") === "";
    const to = people.get(idKey(cell("contact")));
    if (unused !== undefined) table.skip(row, ...unused);
    else if (kind === undefined) table.skip(row, "KIND_UNKNOWN", "neither a call nor a mail nor a meeting.");
    else if (kind === "meeting" && isBlank)
      table.skip(
        row,
        "ACTIVITY_AUTOMATIC",
        "without subject and text it is a block in a calendar, no meeting.",
      );
    else if (to === undefined)
      table.skip(row, "CONTACT_UNKNOWN", "its contact is not in the table of contacts.");
    else {
      const at = firstOf(readers, one);
      if (at === undefined) table.skip(row, "DATE_MISSING", "no day is told.");
      else {
        const interaction = { from: owner, to, at, direction: directionOf(cell), kind };
        found.push({ table, row, user, interaction });
      }
    }
  }
  return found;
}

/** The first date that can be read: a start before a day, a day before when it was ticked off. */
function firstOf(
  readers: readonly ReturnType<SideTable<ActivityColumn>["dateOf"]>[],
  row: TableRow<ActivityColumn>,
): string | undefined {
  for (const read of readers) {
    const date = read(row);
    if (date !== undefined) return date.instant;
  }
  return undefined;
}

function whyUnused(
  cell: Cell,
  isEvents: boolean,
  isOthers: boolean,
): readonly [IssueCode, string] | undefined {
  if (yesOrNo(cell("deleted"))) return ["ROW_DELETED", "it was deleted."];
  if (isOthers) return ["USER_OTHER", "another user's."];
  if (isMachineWritten(cell("subject"), cell("body")))
    return ["ACTIVITY_AUTOMATIC", "written by a machine; nobody met or wrote."];
  return isEvents || isCompleted(cell) ? undefined : ["TASK_OPEN", "not completed."];
}

type Cell = TableRow<ActivityColumn>["cell"];

function kindOf(cell: Cell, isEvent: boolean): InteractionKind | undefined {
  const told = KINDS.get(foldWord(cell("type"))) ?? KINDS.get(foldWord(cell("subtype")));
  return told ?? (isEvent ? "meeting" : undefined);
}

function isCompleted(cell: Cell): boolean {
  return yesOrNo(cell("isClosed")) ?? isCompletedWord(cell("status"));
}

/** True for a state of work that is done. */
export function isCompletedWord(status: string): boolean {
  return COMPLETED.has(foldWord(status));
}

function directionOf(cell: Cell): InteractionRecord["direction"] {
  const word = foldWord(cell("callType"));
  return word === "outbound" ? "out" : word === "inbound" ? "in" : "both";
}

const DATES = ["start", "day", "completedAt"] as const;
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
