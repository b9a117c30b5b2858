import type { JournalEvent } from "./event.js";
import { askOf, isQuestion, leadOf } from "./event-people.js";
import type { Vault } from "./vault.js";

/**
 * The vault keys of all words that concern a person: those of events that they take part in, themselves or through an ask.
 * Their own words; and any other text that names them by id or by one of their names.
 */
export function keysAbout(
  events: readonly JournalEvent[],
  vault: Vault,
  person: string,
  names: readonly string[],
): ReadonlySet<string> {
  const asks = new Set<string>();
  const leads = new Set<string>();
  for (const event of events) {
    if (event.type === "ask.sent" && holdsId(event, person)) asks.add(askOf(event) as string);
    if (leadOf(event) !== undefined && holdsId(event, person)) leads.add(leadOf(event) as string);
  }
  const keys = new Set<string>();
  for (const event of events) {
    const own = wordKeys(event);
    if (own.length === 0) continue;
    if (holdsId(event, person) || asks.has(askOf(event) ?? "") || leads.has(leadOf(event) ?? ""))
      for (const key of own) keys.add(key);
  }
  const needles = names.map(fold).filter((name) => name.length > 1);
  for (const [key, text] of vault.texts(person)) {
    keys.add(key);
    if (text.length < MAX_NAME) needles.push(fold(text));
  }
  for (const [key, text] of vault.texts()) {
    const folded = fold(text);
    if (needles.some((needle) => folded.includes(needle)) || namesId(text, person)) keys.add(key);
  }
  return keys;
}

/** The vault keys that an event holds. */
export function wordKeys(event: JournalEvent): readonly string[] {
  const keys: (string | undefined)[] = [event.words];
  if (event.type === "sale.delivered") keys.push(event.solved, event.complaint);
  if (event.type === "deal.lost") keys.push(event.reasonWords);
  if (event.type === "ask.sent" && isQuestion(event)) keys.push(event.issue);
  if (event.type === "ask.declined") keys.push(event.suggested);
  if ((event.type === "lead.received" || event.type === "activity.done") && event.source.startsWith("w_"))
    keys.push(event.source);
  return keys.filter((key) => key !== undefined);
}

/** True where the id is one of an event's values, at whatever place. */
function holdsId(value: unknown, id: string): boolean {
  if (typeof value !== "object" || value === null) return value === id;
  return Object.values(value).some((item) => holdsId(item, id));
}

/** True where the id stands in the text as a whole word, quoted or bare. */
function namesId(text: string, id: string): boolean {
  if (id === "") return false;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + id.length, at + id.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim();
}

/** A person's own text up to this length is looked for in others' words too: a name or an address, not a letter. */
const MAX_NAME = 100;
