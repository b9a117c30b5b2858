import {
  checkKeys,
  checkShape,
  compareCodeUnits,
  csvTable,
  isoDay,
  keysOf,
  MILLIS_PER_DAY,
  parseIso,
  roundToThousandths,
  safeText,
  utcDay,
} from "../base/index.js";
import type { LedgerEntry } from "./ledger-entry.js";
import type { LedgerModel } from "./ledger-model.js";
import { giverView, receiverView } from "./perception.js";

/** What a statement covers and how it names people. */
export interface StatementOptions {
  /** First day or instant; absent: from the beginning. */
  readonly from?: Date | string;
  /** Last day or instant (a date means its whole day); absent: to the end. */
  readonly to?: Date | string;
  /** The day as of which favors are weighed; absent: that of `to`, else of the last entry. */
  readonly now?: Date | string;
  /** Name to show for an id; absent: the id. */
  readonly name?: (id: string) => string;
}

/** One favor on a statement. Amounts in favor points. */
export interface StatementLine {
  /** ISO day. */
  readonly day: string;
  readonly event: string;
  /** What it was: the event's type. */
  readonly what: LedgerEntry["type"];
  readonly giver: string;
  readonly receiver: string;
  /** Size; negative where a reversal takes it back. */
  readonly amount: number;
  /** `book(a, b)` after this line. */
  readonly balance: number;
  /** What it is worth to each of the two today; 0 where it was reversed or lies ahead. */
  readonly worthToGiver: number;
  readonly worthToReceiver: number;
}

/** All that passed between two people in a stretch of time. Amounts in favor points. */
export interface Statement {
  readonly a: string;
  readonly b: string;
  /** `book(a, b)` before the first line and after the last. */
  readonly opening: number;
  readonly closing: number;
  readonly lines: readonly StatementLine[];
  /** The whole as plain text, and as CSV (RFC 4180) whose texts cannot act as spreadsheet formulas. */
  readonly text: string;
  readonly csv: string;
}

const STATEMENT_KEYS: readonly string[] = keysOf<StatementOptions>({
  from: true,
  to: true,
  now: true,
  name: true,
});

/** Draws up a statement from the ledger's entries. */
export function statementOf(
  a: string,
  b: string,
  entries: readonly LedgerEntry[],
  model: LedgerModel,
  options: StatementOptions = {},
): Statement {
  checkKeys(options, STATEMENT_KEYS, "options");
  const { from, to, now, name = (id: string) => id } = options;
  checkShape(name, "function", "options.name");
  const between = linesBetween(a, b, entries);
  const start = from === undefined ? -Infinity : boundary(from, "from", false);
  const end = to === undefined ? Infinity : boundary(to, "to", true);
  const shown = between.filter(({ at }) => at >= start && at <= end);
  const today = utcDay(now ?? to ?? shown.at(-1)?.entry.at ?? "1970-01-01", "now");
  let balance = sum(between.filter(({ at }) => at < start));
  const opening = balance;
  const lines = shown.map(({ entry, giver, receiver, amount }) => {
    balance += giver === a ? amount : -amount;
    const age = today - utcDay(entry.at);
    const counts = entry.reverses === undefined && entry.reversedBy === undefined && age >= 0;
    return {
      day: isoDay(utcDay(entry.at)),
      event: entry.event,
      what: entry.type,
      giver,
      receiver,
      amount: amount / 1000,
      balance: balance / 1000,
      worthToGiver: counts ? roundToThousandths(giverView(amount / 1000, age, model)) : 0,
      worthToReceiver: counts ? roundToThousandths(receiverView(amount / 1000, age, model)) : 0,
    };
  });
  const whole = { a, b, opening: opening / 1000, closing: balance / 1000, lines };
  return { ...whole, text: asText(whole, isoDay(today), name), csv: asCsv(lines, name) };

  function sum(moves: readonly Move[]): number {
    return moves.reduce((total, { giver, amount }) => total + (giver === a ? amount : -amount), 0);
  }
}

interface Move {
  readonly at: number;
  readonly entry: LedgerEntry;
  readonly giver: string;
  readonly receiver: string;
  /** Thousandths. */
  readonly amount: number;
}

function linesBetween(a: string, b: string, entries: readonly LedgerEntry[]): readonly Move[] {
  const moves: Move[] = [];
  for (const entry of entries) {
    for (const { giver, receiver, amount } of entry.favors) {
      if ((giver !== a || receiver !== b) && (giver !== b || receiver !== a)) continue;
      moves.push({ at: parseIso(entry.at), entry, giver, receiver, amount: Math.round(amount * 1000) });
    }
  }
  return moves.sort((x, y) => x.at - y.at || compareCodeUnits(x.entry.event, y.entry.event));
}

/** Milliseconds of a bound; a date as the end of a stretch means its last millisecond. */
function boundary(at: Date | string, what: string, last: boolean): number {
  const millis = utcDay(at, what) * MILLIS_PER_DAY;
  if (typeof at === "string" && at.length === 10) return millis + (last ? MILLIS_PER_DAY - 1 : 0);
  return typeof at === "string" ? parseIso(at) : at.getTime();
}

function asText(
  { a, b, opening, closing, lines }: Omit<Statement, "text" | "csv">,
  today: string,
  name: (id: string) => string,
): string {
  const who = (id: string): string => safeText(name(id));
  const state = (amount: number): string =>
    amount === 0 ? "even" : `${points(Math.abs(amount))} in favor of ${who(amount > 0 ? a : b)}`;
  const rows = lines.map((line) => {
    const did = line.amount < 0 ? "taken back: " : "";
    const worth = `worth today ${points(line.worthToGiver)} to ${who(line.giver)}, ${points(line.worthToReceiver)} to ${who(line.receiver)}`;
    const gave = `${who(line.giver)} gave ${who(line.receiver)} ${points(Math.abs(line.amount))}`;
    return `${line.day}  ${did}${gave} (${line.what}); ${worth}; then ${state(line.balance)}`;
  });
  const title = `${who(a)} and ${who(b)}, in favor points, weighed on ${today}`;
  return [title, `before: ${state(opening)}`, ...rows, `after: ${state(closing)}`, ""].join("\n");
}

function asCsv(lines: readonly StatementLine[], name: (id: string) => string): string {
  const rows = lines.map((line) => [
    line.day,
    line.event,
    line.what,
    name(line.giver),
    name(line.receiver),
    line.amount,
    line.balance,
    line.worthToGiver,
    line.worthToReceiver,
  ]);
  return csvTable([[...COLUMNS], ...rows]);
}

const COLUMNS = [
  "day",
  "event",
  "what",
  "giver",
  "receiver",
  "amount",
  "balance",
  "worth to giver",
  "worth to receiver",
] as const;

function points(amount: number): string {
  return String(roundToThousandths(amount));
}
