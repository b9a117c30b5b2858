import { checkShape } from "../base/index.js";
import { namesOneOf } from "../people/index.js";
import type { JournalEvent } from "./event.js";
import { askOf, isQuestion, leadOf } from "./event-people.js";
import { ownKey, type Vault } from "./vault.js";

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
  checkShape(names, ["text"], "names");
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
  const known = [...names];
  // Closed even where no name was there: so the journal knows, beside any network, who was erased.
  keys.add(ownKey(person, "name"));
  for (const [key, text] of vault.texts(person)) {
    keys.add(key);
    if (text.length < MAX_NAME) known.push(text);
  }
  const isNaming = namesOneOf([person], known);
  for (const [key, text] of vault.texts()) if (isNaming(text)) keys.add(key);
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

/** A person's own text up to this length is looked for in others' words too: a name or an address, not a letter. */
const MAX_NAME = 100;
