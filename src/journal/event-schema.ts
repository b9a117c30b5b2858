import type { EventType, LossReason } from "./event.js";
import type { FieldSchema, ObjectSchema } from "./field-schema.js";

/** Schema of each kind of event: `input` as `append` takes it (fields beside these are words), `stored` as the chain holds it (no other fields). */
export interface EventSchemas {
  readonly input: ReadonlyMap<EventType, ObjectSchema>;
  readonly stored: ReadonlyMap<EventType, ObjectSchema>;
}

/** Pattern of a vault key. */
const VAULT_KEY: RegExp = /^w_[0-9a-f]{16}$/;

/** A source that is a code, not words. */
export const SOURCE_CODE: RegExp = /^[a-z0-9:._-]{1,64}$/;

/** Why deals are lost; other words are `other`. */
export const LOSS_REASONS: readonly LossReason[] = [
  "no-decision",
  "competitor",
  "price",
  "timing",
  "no-fit",
  "unreachable",
  "garbage",
  "other",
];

/** The schemas, made once at first use, so that importing the room costs nothing. */
export function eventSchemas(): EventSchemas {
  made ??= {
    input: schemasWith("input", { type: "string", maxLength: 65_536 }),
    stored: schemasWith("stored", { type: "string", pattern: VAULT_KEY }),
  };
  return made;
}

let made: EventSchemas | undefined;

function schemasWith(form: "input" | "stored", words: FieldSchema): ReadonlyMap<EventType, ObjectSchema> {
  const isInput = form === "input";
  const object = (properties: ObjectSchema["properties"]): ObjectSchema =>
    isInput ? { type: "object", properties } : { type: "object", properties, closed: true };
  const id: FieldSchema = { type: "string", isId: true };
  const amount: FieldSchema = { type: "number", minimum: 0, maximum: 1e9 };
  const share: FieldSchema = { type: "number", minimum: 0, maximum: 1 };
  const flag: FieldSchema = { type: "boolean" };
  const source: FieldSchema = { type: "string", maxLength: 65_536 };
  const step = { ask: maybe(id), lead: maybe(id) };
  const more = isInput ? {} : { words: maybe(words) };
  const guess = object({
    consentIfNot: share,
    consentIfTied: share,
    tieProbability: share,
    willing: share,
  });
  const leg = object({
    asker: id,
    asked: id,
    consent: share,
    inferred: maybe(flag),
    predicted: maybe(share),
    guess: maybe(guess),
  });
  const ask = object({
    id,
    seeker: maybe(id),
    connector: id,
    target: id,
    legs: { type: "array", items: leg, minItems: 1, maxItems: 16 },
    cost: amount,
    price: amount,
  });
  const fields: Record<EventType, Readonly<Record<string, FieldSchema>>> = {
    "favor.given": {
      giver: id,
      receiver: id,
      kind: { type: "string", pattern: /^[a-z0-9-]{1,64}$/ },
      size: maybe({ type: "number", minimum: 0.0005, maximum: 1e6 }),
    },
    "sale.delivered": {
      seller: id,
      customer: id,
      solved: maybe(words),
      complaint: maybe(words),
      ...(isInput ? { problem: maybe(words) } : {}),
    },
    "ask.sent": {
      kind: maybe(isInput ? oneOf("introduction", "issue", "soft") : oneOf("issue", "soft")),
      ask: maybe(ask),
      seeker: maybe(id),
      connector: maybe(id),
      issue: maybe(words),
      override: maybe({
        type: "array",
        items: { type: "string", pattern: /^[a-z-]{1,64}$/ },
        minItems: 1,
        maxItems: 16,
      }),
    },
    "ask.reminded": { ask: id },
    "ask.agreed": { ask: id, answer: maybe(oneOf("make-it", "use-my-name")) },
    "ask.declined": {
      ask: id,
      answer: maybe(oneOf("not-tied", "ask-someone-else", "not-this-kind", "no")),
      suggestedPerson: maybe(id),
      suggested: maybe(words),
    },
    "ask.claimed": { ask: id },
    "introduction.made": {
      ask: id,
      keyBuyer: maybe(flag),
      how: maybe(oneOf("name-lent", "forwarded", "introduced", "recommended")),
    },
    "target.agreed": { ask: id },
    "target.declined": { ask: id },
    "meeting.held": { ...step, useful: maybe(flag), benefit: maybe(amount) },
    "opportunity.opened": step,
    "deal.won": { ...step, value: amount },
    "deal.lost": {
      ...step,
      reason: maybe(isInput ? words : oneOf(...LOSS_REASONS)),
      reasonWords: maybe(words),
    },
    "ask.withdrawn": { ask: id },
    "thanks.sent": { ask: maybe(id), giver: maybe(id), receiver: maybe(id) },
    "update.sent": { ask: maybe(id), giver: maybe(id), receiver: maybe(id) },
    "introduction.brokered": { broker: id, between: { type: "array", prefixItems: [id, id] } },
    "introduction.offered": {
      broker: id,
      between: { type: "array", prefixItems: [id, id] },
      by: maybe(id),
      answer: maybe(oneOf("yes", "no")),
    },
    "entry.reversed": { entry: id },
    "balance.asserted": { a: id, b: id, amount: { type: "number", minimum: -1e9, maximum: 1e9 } },
    "introduction.received": { seeker: id, connector: id, target: maybe(id), lead: maybe(id) },
    "lead.received": {
      source,
      lead: maybe(id),
      active: maybe(flag),
      seeker: maybe(id),
      target: maybe(id),
      referredBy: maybe(id),
      person: maybe(id),
      cost: maybe(amount),
    },
    "activity.done": { source, hours: maybe(amount), cost: maybe(amount), member: maybe(id) },
    "gift.given": { giver: id, receiver: id, for: maybe(id), to: oneOf("connector", "receiver") },
    "person.prepared": { person: id },
    "contact.stated": { seeker: id, person: id, knows: oneOf("well", "some", "not") },
  };
  const head = { id, at: { type: "string" } as const };
  return new Map(
    Object.entries(fields).map(([type, rest]) => [
      type as EventType,
      object({ ...head, type: { type: "string", const: type }, ...rest, ...more }),
    ]),
  );
}

function maybe(schema: FieldSchema): FieldSchema {
  return { ...schema, optional: true };
}

function oneOf(...values: readonly string[]): FieldSchema {
  return { type: "string", enum: values };
}
