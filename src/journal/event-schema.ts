import * as z from "zod/mini";
import { isWellFormed } from "../base/index.js";
import type { EventType, LossReason } from "./event.js";

/** Schema of each kind of event: `input` as `append` takes it (fields beside these are words), `stored` as the chain holds it (no other fields). */
export interface EventSchemas {
  readonly input: ReadonlyMap<EventType, EventSchema>;
  readonly stored: ReadonlyMap<EventType, EventSchema>;
}

/** An object schema whose fields can be listed. */
export type EventSchema = z.ZodMiniObject<Record<string, z.ZodMiniType>>;

/** Message of the issue that a lone surrogate raises, by which it becomes `INVALID_ID`. */
export const BAD_ID = "lone surrogate";

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
    input: schemasWith("input", z.object, z.string().check(z.maxLength(65_536))),
    stored: schemasWith("stored", z.strictObject, z.string().check(z.regex(VAULT_KEY))),
  };
  return made;
}

let made: EventSchemas | undefined;

function schemasWith(
  form: "input" | "stored",
  object: typeof z.strictObject,
  words: z.ZodMiniType,
): ReadonlyMap<EventType, EventSchema> {
  const id = z.string().check(z.refine(isWellFormed, BAD_ID));
  const amount = z.number().check(z.minimum(0), z.maximum(1e9));
  const share = z.number().check(z.minimum(0), z.maximum(1));
  const maybe = z.optional<z.ZodMiniType>;
  const source = z.string().check(z.maxLength(65_536));
  const isInput = form === "input";
  const step = { ask: maybe(id), lead: maybe(id) };
  const more: Record<string, z.ZodMiniType> = isInput ? {} : { words: maybe(words) };
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
    inferred: maybe(z.boolean()),
    predicted: maybe(share),
    guess: maybe(guess),
  });
  const ask = object({
    id,
    seeker: maybe(id),
    connector: id,
    target: id,
    legs: z.array(leg).check(z.minLength(1), z.maxLength(16)),
    cost: amount,
    price: amount,
  });
  const fields: Record<EventType, Record<string, z.ZodMiniType>> = {
    "favor.given": {
      giver: id,
      receiver: id,
      kind: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
      size: maybe(z.number().check(z.minimum(0.0005), z.maximum(1e6))),
    },
    "sale.delivered": {
      seller: id,
      customer: id,
      solved: maybe(words),
      complaint: maybe(words),
      ...(isInput ? { problem: maybe(words) } : {}),
    },
    "ask.sent": {
      kind: maybe(z.enum(isInput ? ["introduction", "issue", "soft"] : ["issue", "soft"])),
      ask: maybe(ask),
      seeker: maybe(id),
      connector: maybe(id),
      issue: maybe(words),
    },
    "ask.reminded": { ask: id },
    "ask.agreed": { ask: id, answer: maybe(z.enum(["make-it", "use-my-name"])) },
    "ask.declined": {
      ask: id,
      answer: maybe(z.enum(["not-tied", "ask-someone-else", "not-this-kind", "no"])),
      suggestedPerson: maybe(id),
      suggested: maybe(words),
    },
    "ask.claimed": { ask: id },
    "introduction.made": {
      ask: id,
      keyBuyer: maybe(z.boolean()),
      how: maybe(z.enum(["name-lent", "forwarded", "introduced", "recommended"])),
    },
    "target.agreed": { ask: id },
    "target.declined": { ask: id },
    "meeting.held": { ...step, useful: maybe(z.boolean()), benefit: maybe(amount) },
    "opportunity.opened": step,
    "deal.won": { ...step, value: amount },
    "deal.lost": {
      ...step,
      reason: maybe(isInput ? words : z.enum([...LOSS_REASONS])),
      reasonWords: maybe(words),
    },
    "ask.withdrawn": { ask: id },
    "thanks.sent": { ask: maybe(id), giver: maybe(id), receiver: maybe(id) },
    "update.sent": { ask: maybe(id), giver: maybe(id), receiver: maybe(id) },
    "introduction.brokered": { broker: id, between: z.tuple([id, id]) },
    "entry.reversed": { entry: id },
    "balance.asserted": { a: id, b: id, amount: z.number().check(z.minimum(-1e9), z.maximum(1e9)) },
    "introduction.received": { seeker: id, connector: id, target: maybe(id), lead: maybe(id) },
    "lead.received": {
      source,
      lead: maybe(id),
      active: maybe(z.boolean()),
      target: maybe(id),
      referredBy: maybe(id),
      person: maybe(id),
      cost: maybe(amount),
    },
    "activity.done": { source, hours: maybe(amount), cost: maybe(amount), member: maybe(id) },
    "gift.given": { giver: id, receiver: id, for: maybe(id), to: z.enum(["connector", "receiver"]) },
    "person.prepared": { person: id },
    "contact.stated": { seeker: id, person: id, knows: z.enum(["well", "some", "not"]) },
  };
  const head = { id, at: z.string() };
  return new Map(
    Object.entries(fields).map(([type, rest]) => [
      type as EventType,
      object({ ...head, type: z.literal(type), ...rest, ...more }),
    ]),
  );
}
