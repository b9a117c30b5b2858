import fc from "fast-check";
import type { EventInput, RecordedAsk } from "../../src/journal/index.js";

/** Ids that have broken libraries before, beside plain ones; few, so that people meet again. */
export const PEOPLE = [
  "me",
  "ann",
  "bob",
  "__proto__",
  "constructor",
  "é",
  "e\u0301",
  "👩‍🚀",
  "",
  "toString",
];

export const person: fc.Arbitrary<string> = fc.constantFrom(...PEOPLE);

/** Times over thirty years, dates without time and other zones included. */
export const time: fc.Arbitrary<string> = fc.oneof(
  fc
    .integer({ min: 10_000, max: 21_000 })
    .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  fc.integer({ min: 864_000_000, max: 1_814_400_000 }).map((second) => new Date(second * 1000).toISOString()),
  fc
    .integer({ min: 20_000, max: 20_020 })
    .map((day) => `${new Date(day * 86_400_000).toISOString().slice(0, 10)}T23:30:00-05:00`),
);

export const ask: fc.Arbitrary<RecordedAsk> = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 4 }))
  .map(([n, people]) => ({
    id: `k${n}`,
    seeker: people[0] as string,
    connector: people[1] as string,
    target: people.at(-1) as string,
    legs: people.slice(1).map((asked, i) => ({
      asker: people[i] as string,
      asked,
      consent: 0.25 * (i + 1),
      inferred: i > 0,
    })),
    cost: 0.7,
    price: 1,
  }));

type Body = EventInput extends infer E ? (E extends EventInput ? Omit<E, "id" | "at"> : never) : never;

const pair = fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 2 }) as fc.Arbitrary<[string, string]>;
const size = fc.integer({ min: 1, max: 5000 }).map((n) => n / 1000);
const words = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" });
const leadId = fc.constantFrom("l0", "l1", "l2", "__proto__");
const askId = fc.constantFrom("k0", "k1", "k2", "k3", "never");
const maybe = <K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ [P in K]?: T }> =>
  fc.oneof(
    fc.constant({}),
    value.map((v) => ({ [key]: v }) as { [P in K]?: T }),
  );

const body: fc.Arbitrary<Body> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(pair, size)
      .map(
        ([[giver, receiver], s]): Body => ({ type: "favor.given", giver, receiver, kind: "x-1", size: s }),
      ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pair, fc.constantFrom("like", "article", "advice", "lunch", "introduction"))
      .map(([[giver, receiver], kind]): Body => ({ type: "favor.given", giver, receiver, kind })),
  },
  { weight: 2, arbitrary: ask.map((a): Body => ({ type: "ask.sent", ask: a })) },
  fc
    .tuple(pair, fc.oneof(maybe("problem", words), maybe("complaint", words), maybe("solved", words)))
    .map(([[seller, customer], more]): Body => ({ type: "sale.delivered", seller, customer, ...more })),
  fc
    .tuple(
      askId,
      fc.constantFrom(
        "ask.reminded",
        "ask.claimed",
        "target.agreed",
        "target.declined",
        "opportunity.opened",
        "ask.withdrawn",
      ),
    )
    .map(([a, type]): Body => ({ type, ask: a }) as Body),
  fc
    .tuple(askId, maybe("answer", fc.constantFrom("make-it" as const, "use-my-name" as const)))
    .map(([a, more]): Body => ({ type: "ask.agreed", ask: a, ...more })),
  fc
    .tuple(
      askId,
      fc.oneof(maybe("suggested", words), maybe("suggestedPerson", person)),
      maybe(
        "answer",
        fc.constantFrom(
          "no" as const,
          "not-tied" as const,
          "not-this-kind" as const,
          "ask-someone-else" as const,
        ),
      ),
    )
    .map(([a, more, said]): Body => ({ type: "ask.declined", ask: a, ...more, ...said })),
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        askId,
        maybe("keyBuyer", fc.boolean()),
        maybe("how", fc.constantFrom("name-lent" as const, "forwarded" as const, "recommended" as const)),
      )
      .map(([a, more, how]): Body => ({ type: "introduction.made", ask: a, ...more, ...how })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(askId, maybe("useful", fc.boolean()), maybe("benefit", size))
      .map(([a, u, b]): Body => ({ type: "meeting.held", ask: a, ...u, ...b })),
  },
  fc.tuple(askId, size).map(([a, value]): Body => ({ type: "deal.won", ask: a, value })),
  fc.tuple(askId, maybe("reason", words)).map(([a, more]): Body => ({ type: "deal.lost", ask: a, ...more })),
  fc
    .tuple(askId, fc.constantFrom("thanks.sent" as const, "update.sent" as const))
    .map(([a, type]): Body => ({ type, ask: a })),
  fc
    .tuple(pair, fc.constantFrom("thanks.sent" as const, "update.sent" as const))
    .map(([[giver, receiver], type]): Body => ({ type, giver, receiver })),
  fc.shuffledSubarray(PEOPLE, { minLength: 3, maxLength: 3 }).map(
    ([broker, x, y]): Body => ({
      type: "introduction.brokered",
      broker: broker as string,
      between: [x as string, y as string],
    }),
  ),
  fc
    .tuple(
      fc.shuffledSubarray(PEOPLE, { minLength: 3, maxLength: 3 }),
      fc.constantFrom(undefined, "yes" as const, "no" as const),
    )
    .map(
      ([[broker, x, y], answer]): Body => ({
        type: "introduction.offered",
        broker: broker as string,
        between: [x as string, y as string],
        ...(answer === undefined ? {} : { by: x as string, answer }),
      }),
    ),
  fc
    .tuple(fc.oneof(fc.constantFrom("web", "trade-show"), words), maybe("person", person))
    .map(([source, more]): Body => ({ type: "lead.received", source, ...more })),
  fc
    .tuple(pair, fc.constantFrom("issue" as const, "soft" as const), maybe("issue", words))
    .map(
      ([[seeker, connector], kind, more]): Body => ({ type: "ask.sent", kind, seeker, connector, ...more }),
    ),
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.shuffledSubarray(PEOPLE, { minLength: 3, maxLength: 3 }), leadId, fc.boolean())
      .map(
        ([[seeker, connector, target], lead, known]): Body => ({
          type: "introduction.received",
          seeker: seeker as string,
          connector: connector as string,
          lead,
          ...(known ? { target: target as string } : {}),
        }),
      ),
  },
  leadId.map((lead): Body => ({ type: "lead.received", source: "web", lead })),
  fc.tuple(leadId, size).map(([lead, value]): Body => ({ type: "deal.won", lead, value })),
  fc
    .tuple(leadId, maybe("useful", fc.boolean()), maybe("benefit", size))
    .map(([lead, u, b]): Body => ({ type: "meeting.held", lead, ...u, ...b })),
  fc
    .tuple(leadId, maybe("reason", fc.oneof(words, fc.constantFrom("price", "no-decision"))))
    .map(([lead, more]): Body => ({ type: "deal.lost", lead, ...more })),
  fc
    .tuple(pair, fc.constantFrom("connector" as const, "receiver" as const))
    .map(([[giver, receiver], to]): Body => ({ type: "gift.given", giver, receiver, to })),
  fc
    .tuple(pair, fc.constantFrom("well" as const, "some" as const, "not" as const))
    .map(([[seeker, known], knows]): Body => ({ type: "contact.stated", seeker, person: known, knows })),
  person.map((one): Body => ({ type: "person.prepared", person: one })),
  fc
    .tuple(fc.oneof(fc.constantFrom("web"), words), maybe("hours", size))
    .map(([source, more]): Body => ({ type: "activity.done", source, ...more })),
);

/** A history: dense ids in no order of time, one asking for an ask id, a few reversals of earlier entries, each once. */
export function history(maxLength = 40): fc.Arbitrary<EventInput[]> {
  return fc
    .tuple(
      fc.array(fc.tuple(body, time, fc.boolean()), { maxLength }),
      fc.array(fc.tuple(fc.nat(), time), { maxLength: 4 }),
    )
    .map(([bodies, reversals]) => {
      const asked = new Set<string>();
      const events: EventInput[] = [];
      for (const [one, at, note] of bodies) {
        if (one.type === "ask.sent" && one.ask !== undefined) {
          if (asked.has(one.ask.id)) continue;
          asked.add(one.ask.id);
        }
        if (one.type === "introduction.received") {
          if (asked.has(`lead ${one.lead}`)) continue;
          asked.add(`lead ${one.lead}`);
        }
        const id = events.length % 7 === 3 ? `__proto__${events.length}` : `e${events.length}`;
        events.push({ ...one, id, at, ...(note ? { note: "a remark" } : {}) } as EventInput);
      }
      const reversed = new Set<string>();
      for (const [nth, at] of reversals) {
        const entry = events[nth % Math.max(1, events.length)];
        if (entry === undefined || entry.type === "entry.reversed" || reversed.has(entry.id)) continue;
        reversed.add(entry.id);
        events.push({ id: `r${events.length}`, type: "entry.reversed", at, entry: entry.id });
      }
      return events;
    });
}

export function journalOf<J extends { append(event: EventInput): unknown }>(
  journal: J,
  events: readonly EventInput[],
): J {
  for (const event of events) journal.append(event);
  return journal;
}
