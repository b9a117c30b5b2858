import { type Issue, type IssueCode, isWellFormed, safeText } from "../base/index.js";
import {
  type InteractionKind,
  type InteractionRecord,
  normalizeEmail,
  normalizeProfileUrl,
  type Person,
  type Tie,
} from "../people/index.js";
import { feed, type ReadControl, type ReadInput, type Reading } from "./bytes/feed.js";
import { yesOrNo } from "./crm/crm-words.js";
import type { ReadLimits } from "./import.js";
import { Occasions, withSpells } from "./occasions.js";
import { sourceOf } from "./owned-rows.js";
import { checkReaderOptions, isOwner } from "./owner.js";
import { type IdOf, idOfRow } from "./reader-id.js";
import { skipRow } from "./skip-row.js";
import { type DateOrder, dateOrderOf, readDate } from "./table/calendar-date.js";
import type { TableSpec } from "./table/find-header.js";
import { TableReader, type TableRow } from "./table/table-reader.js";

/** How to read a table of interactions. */
export interface InteractionsOptions extends ReadLimits, ReadControl {
  /** Whose interactions these are; each row tells of them and one other. */
  readonly owner: Person;
  /** Ids of the caller's own for the other one. */
  readonly idOf?: IdOf;
  /** Order of dates such as `5/3/2021`. @defaultValue what the column shows */
  readonly dateOrder?: DateOrder;
}

/**
 * Reads a CSV of one's own with the columns `who`, `when`, `direction` and `kind`. `who` is an id already known (taken as it is where
 * there is a column `id`), a profile address, an e-mail address or a name. `direction` is `out`, `in` or `both` seen from the owner
 * (absent: both), `kind` one of meeting, call, message, comment, like (absent: message). Rows with the same text in `meeting` or in
 * `conversation` tell who met or wrote together. Three or more people, the owner included, get a spell of it. A row whose
 * time, direction or kind cannot be read still names a person: it is kept, without an interaction, with an issue.
 * @throws WarmpathError as `readLinkedInConnections` does.
 * @example
 * readInteractions("who,when,direction,kind\nben@example.com,2026-03-05,out,call", { owner: { id: "me" } });
 */
export function readInteractions<Input extends ReadInput>(
  input: Input,
  options: InteractionsOptions,
): Reading<Input> {
  const owner = checkReaderOptions(options, "dateOrder");
  const issues: Issue[] = [];
  const rows: TableRow<Column>[] = [];
  const reader = new TableReader(INTERACTIONS, options, issues, (row) => rows.push(row));
  return feed(input, options, issues, reader, () => {
    const order = options.dateOrder ?? dateOrderOf(rows.map(({ cell }) => cell("when")));
    // All that rows say of a person, each thing once: joining it is the network's work.
    const people = new Map<string, Person>([["", owner]]);
    const ties = new Map<string, Tie>();
    const interactions: InteractionRecord[] = [];
    const occasions = new Occasions(owner.id);
    let rowsKept = 0;
    for (const row of rows) {
      const person = readWho(row, options.idOf, issues);
      if (person === undefined) continue;
      rowsKept++;
      if (isOwner(person, owner)) {
        const message = "A row of the owner alone: no tie.";
        issues.push({ code: "SELF_ROW", severity: "info", message, row: row.row });
        continue;
      }
      people.set(JSON.stringify(person), { ...person, sources: [sourceOf(owner, options.file)] });
      if (!ties.has(person.id)) ties.set(person.id, { from: owner.id, to: person.id, evidence: {} });
      const day = readDate(row.cell("when"), order)?.day;
      for (const kind of ["meeting", "conversation"] as const)
        occasions.note(kind, row.cell(kind), [person.id], day);
      const interaction = readInteraction(row, order, issues);
      if (interaction !== undefined) interactions.push({ from: owner.id, to: person.id, ...interaction });
    }
    issues.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    const spells = occasions.spells();
    const { rowsRead } = reader;
    return {
      people: [...people.values()].map((person) => {
        const own = withSpells(person, spells.get(person.id));
        spells.delete(person.id);
        return own;
      }),
      ties: [...ties.values()],
      interactions,
      issues,
      report: { rowsRead, rowsKept, rowsSkipped: rowsRead - rowsKept },
    };
  });
}

type Column = "id" | "who" | "when" | "direction" | "kind" | "automatic" | "meeting" | "conversation";

const INTERACTIONS: TableSpec<Column> = {
  columns: {
    id: "id|person id",
    who: "who|person|name|email|e mail|contact|with",
    when: "when|date|at|time",
    direction: "direction",
    kind: "kind|type|channel",
    automatic: "automatic|auto|bulk|mass mail",
    meeting: "meeting|meeting id|event id",
    conversation: "conversation|conversation id|thread|thread id",
  },
  isHeader: (found) => (found.has("who") || found.has("id")) && found.has("when"),
  expected: ["who", "when", "direction", "kind"],
};

function readWho(
  { row, cell }: TableRow<Column>,
  idOf: IdOf | undefined,
  issues: Issue[],
): Person | undefined {
  const who = safeText(cell("who"));
  const id = cell("id");
  if (!isWellFormed(id)) skipRow(issues, row, "ID_UNREADABLE", "Row skipped: its id has a lone surrogate.");
  else if (who === "" && id === "") skipRow(issues, row, "ROW_WITHOUT_NAME", "Row skipped: it names nobody.");
  else {
    const profileUrl = normalizeProfileUrl(who);
    const email = normalizeEmail(who);
    const named = who === "" ? {} : { name: who };
    const fields =
      profileUrl !== undefined ? { profileUrl } : email !== undefined ? { emails: [who] } : named;
    const read = { row, ...fields };
    return { id: idOfRow(read, (one) => idOf?.(one) ?? (id === "" ? undefined : id)), ...fields };
  }
  return undefined;
}

function readInteraction(
  { row, cell }: TableRow<Column>,
  order: DateOrder | undefined,
  issues: Issue[],
): Omit<InteractionRecord, "from" | "to"> | undefined {
  const warn = (code: IssueCode, column: string) => {
    issues.push({
      code,
      severity: "warning",
      message: "Not readable: no interaction from this row.",
      row,
      column,
    });
    return undefined;
  };
  const at = readDate(cell("when"), order)?.instant;
  if (at === undefined) return warn("DATE_UNREADABLE", "when");
  const direction = DIRECTIONS.get(cell("direction").toLowerCase());
  if (direction === undefined) return warn("DIRECTION_UNKNOWN", "direction");
  const word = cell("kind").toLowerCase().replace(/[-_]/g, " ");
  const isAutomatic = AUTOMATIC.has(word) || yesOrNo(cell("automatic")) === true;
  const kind = AUTOMATIC.has(word) ? "message" : KINDS.get(word);
  if (kind === undefined) return warn("KIND_UNKNOWN", "kind");
  return { at, direction, kind, ...(isAutomatic ? { automatic: true } : {}) };
}

const DIRECTIONS: ReadonlyMap<string, InteractionRecord["direction"]> = new Map([
  ["", "both"],
  ["both", "both"],
  ["out", "out"],
  ["outgoing", "out"],
  ["sent", "out"],
  ["in", "in"],
  ["incoming", "in"],
  ["received", "in"],
]);
/** What nobody wrote to one person. */
const AUTOMATIC: ReadonlySet<string> = new Set([
  "auto reply",
  "autoreply",
  "automatic reply",
  "out of office",
  "mass mail",
  "bulk mail",
  "newsletter",
]);
const KINDS: ReadonlyMap<string, InteractionKind> = new Map([
  ["", "message"],
  ["message", "message"],
  ["email", "message"],
  ["mail", "message"],
  ["meeting", "meeting"],
  ["call", "call"],
  ["phone", "call"],
  ["comment", "comment"],
  ["like", "like"],
]);
