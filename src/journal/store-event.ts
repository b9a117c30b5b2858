import {
  canonicalJson,
  checkShape,
  isRecord,
  roundToThousandths,
  shortId,
  WarmpathError,
} from "../base/index.js";
import { checkEvent, schemaOf } from "./check-event.js";
import type { JournalEvent } from "./event.js";
import type { EventInput } from "./event-input.js";
import { isQuestion } from "./event-people.js";
import { LOSS_REASONS, SOURCE_CODE } from "./event-schema.js";

/** An event as the chain holds it, beside the words that go to the vault. */
export interface SplitEvent {
  readonly event: JournalEvent;
  /** Vault key and text; a field that already held its own key has no text here. */
  readonly words: ReadonlyMap<string, string>;
  /** The event as it was given: a plain copy, Dates as ISO strings, fields that no journal keeps included. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** What may be appended: an event as a caller has it, or one that was prepared before. */
export type AppendInput = EventInput | SplitEvent;

/**
 * Events ready to be checked and appended: each field of each was read once. What was prepared before is taken as it is.
 * @throws WarmpathError `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`.
 */
export function prepareEvents(input: AppendInput | readonly AppendInput[]): readonly SplitEvent[] {
  checkShape(input, "object", "events");
  const inputs = Array.isArray(input) ? (input as readonly AppendInput[]) : [input as AppendInput];
  return Array.from(inputs, (one) =>
    PREPARED.has(one) ? (one as SplitEvent) : splitEvent(one as EventInput),
  );
}

/** Only what came out of `splitEvent` counts as checked, whatever an object looks like. */
const PREPARED = new WeakSet<object>();

/**
 * Checks an event and parts words from numbers. Free texts and every field that its kind does not know get a vault key.
 * It is made of the event's id and the field's name, so it tells nothing. Amounts are rounded to .001. Of an ask only ids,
 * legs, cost and price stay.
 * @deprecated Use `journal.prepare`, whose result tracker, ledger and journal take.
 * @throws WarmpathError `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`.
 */
export function splitEvent(input: EventInput): SplitEvent {
  const raw = asJson(input);
  if (raw["type"] === "ask.sent" && raw["kind"] === "introduction") delete raw["kind"];
  if (raw["type"] === "deal.lost" && raw["words"] !== shortId("w_", String(raw["id"]), "words"))
    renameField(raw, "words", "reasonWords");
  const checked = checkEvent(raw, "input");
  const words = new Map<string, string>();
  const put = (field: string, text: string): string => {
    const key = shortId("w_", checked.id, field);
    if (text !== key) words.set(key, text);
    return key;
  };
  const known = schemaOf(checked, "input").properties;
  const extra = Object.entries(raw).filter(([field]) => !Object.hasOwn(known, field));
  const stored: Record<string, unknown> = { ...checked, ...kept(checked, put) };
  if (extra.length > 0) {
    const own = shortId("w_", checked.id, "words");
    const isKey = extra.length === 1 && raw["words"] === own;
    if (!isKey) words.set(own, canonicalJson(Object.fromEntries(extra)));
    stored["words"] = own;
  }
  if (stored["problem"] === undefined) delete stored["problem"];
  const split = { event: freeze(sorted(stored)) as unknown as JournalEvent, words, given: raw };
  PREPARED.add(split);
  return split;
}

/** Freezes a plain value to its leaves. */
export function freeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) if (typeof item === "object") freeze(item);
    Object.freeze(value);
  }
  return value;
}

/** The fields of an event that are stored otherwise than given. */
function kept(event: JournalEvent, put: (field: string, text: string) => string): object {
  switch (event.type) {
    case "favor.given":
      return event.size === undefined ? {} : { size: roundToThousandths(event.size) };
    case "balance.asserted":
      return { amount: roundToThousandths(event.amount) };
    case "sale.delivered": {
      const { solved, complaint = (event as { problem?: string }).problem } = event;
      // The key is made of the old name, so that an event of version 0.1 given again is the same.
      return {
        problem: undefined,
        ...(solved === undefined ? {} : { solved: put("solved", solved) }),
        ...(complaint === undefined ? {} : { complaint: put("problem", complaint) }),
      };
    }
    case "deal.lost": {
      const { reason, reasonWords } = event;
      const isCode = reason === undefined || isLossReason(reason);
      const text = isCode ? reasonWords : reason;
      if (text === undefined) return {};
      return { ...(isCode ? {} : { reason: "other" }), reasonWords: put("reason", text) };
    }
    case "ask.declined":
      return event.suggested === undefined ? {} : { suggested: put("suggested", event.suggested) };
    case "lead.received":
    case "activity.done":
      return SOURCE_CODE.test(event.source) ? {} : { source: put("source", event.source) };
    case "ask.sent": {
      if (isQuestion(event)) return event.issue === undefined ? {} : { issue: put("issue", event.issue) };
      const legs = event.ask.legs.map((leg) => sorted({ ...leg, inferred: leg.inferred === true }));
      return { ask: sorted({ ...event.ask, seeker: event.ask.legs[0]?.asker, legs }) };
    }
    default:
      return {};
  }
}

function renameField(raw: Record<string, unknown>, from: string, to: string): void {
  if (raw[from] === undefined) return;
  raw[to] = raw[from];
  delete raw[from];
}

function isLossReason(reason: string): boolean {
  return (LOSS_REASONS as readonly string[]).includes(reason);
}

/** A plain copy without undefined fields, Dates as ISO strings. */
function asJson(input: unknown): Record<string, unknown> {
  if (!isObject(input)) throw new WarmpathError("INVALID_EVENT", "an event is to be an object");
  try {
    const copy: unknown = JSON.parse(canonicalJson(input));
    if (typeof copy === "object" && copy !== null) return copy as Record<string, unknown>;
    throw new TypeError("no object");
  } catch {
    throw new WarmpathError("INVALID_EVENT", "an event is to hold plain JSON values only");
  }
}

/** No list and nothing that cannot be looked at, told without reading a field: each is read once. */
function isObject(input: unknown): input is object {
  try {
    return isRecord(input);
  } catch {
    return false;
  }
}

/** Keys in code-unit order, as the chain writes them, so that read and appended events have one shape. */
function sorted(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
