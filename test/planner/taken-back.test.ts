import { describe, expect, it } from "vitest";
import { insights } from "../../src/insights/index.js";
import type { EventInput, EventType } from "../../src/journal/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { codeOf } from "../support/journal-codes.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

type Body = EventInput extends infer Event
  ? Event extends unknown
    ? Omit<Event, "id" | "at">
    : never
  : never;
type World = ReturnType<typeof practiceWorld>;

const ASK = {
  id: "a1",
  connector: "ann",
  target: "bob",
  legs: [
    { asker: "me", asked: "ann", consent: 0.5, inferred: false },
    { asker: "ann", asked: "bob", consent: 0.5, inferred: false },
  ],
  cost: 1,
  price: 1,
};
const SENT: Body = { type: "ask.sent", ask: ASK };
const MADE: Body[] = [SENT, { type: "introduction.made", ask: "a1" }];
const MET: Body[] = [...MADE, { type: "meeting.held", ask: "a1" }];
const LEAD: Body = {
  type: "introduction.received",
  seeker: "me",
  connector: "cho",
  target: "dan",
  lead: "l1",
};

/** Of each kind of event that can be taken back: what comes before it, and events of the kind that tell what they can tell. */
const KINDS: Record<
  Exclude<EventType, "entry.reversed" | "balance.asserted">,
  [before: Body[], events: Body[]]
> = {
  "favor.given": [
    [],
    [
      { type: "favor.given", giver: "me", receiver: "ann", kind: "lunch" },
      { type: "favor.given", giver: "ann", receiver: "me", kind: "introduction" },
    ],
  ],
  "sale.delivered": [
    [],
    [
      { type: "sale.delivered", seller: "me", customer: "ann", solved: "late audits" },
      { type: "sale.delivered", seller: "me", customer: "cho", complaint: "late" },
    ],
  ],
  "ask.sent": [
    [],
    [SENT, { type: "ask.sent", kind: "issue", seeker: "me", connector: "ann", issue: "late audits" }],
  ],
  "ask.reminded": [[SENT], [{ type: "ask.reminded", ask: "a1" }]],
  "ask.agreed": [[SENT], [{ type: "ask.agreed", ask: "a1", answer: "make-it" }]],
  "ask.declined": [
    [SENT],
    [
      { type: "ask.declined", ask: "a1", answer: "no" },
      { type: "ask.declined", ask: "a1", answer: "not-tied" },
      { type: "ask.declined", ask: "a1", answer: "ask-someone-else", suggestedPerson: "eve" },
    ],
  ],
  "ask.claimed": [[SENT], [{ type: "ask.claimed", ask: "a1" }]],
  "introduction.made": [
    [SENT],
    [{ type: "introduction.made", ask: "a1", keyBuyer: true, how: "recommended" }],
  ],
  "target.agreed": [MADE, [{ type: "target.agreed", ask: "a1" }]],
  "target.declined": [MADE, [{ type: "target.declined", ask: "a1" }]],
  "meeting.held": [
    [...MADE, LEAD],
    [
      { type: "meeting.held", ask: "a1", useful: false },
      { type: "meeting.held", lead: "l1", useful: true },
    ],
  ],
  "opportunity.opened": [
    [...MET, LEAD],
    [
      { type: "opportunity.opened", ask: "a1" },
      { type: "opportunity.opened", lead: "l1" },
    ],
  ],
  "deal.won": [
    [...MET, LEAD],
    [
      { type: "deal.won", ask: "a1", value: 40 },
      { type: "deal.won", lead: "l1", value: 40 },
    ],
  ],
  "deal.lost": [
    [...MET, LEAD],
    [
      { type: "deal.lost", ask: "a1", reason: "price" },
      { type: "deal.lost", lead: "l1" },
    ],
  ],
  "ask.withdrawn": [MADE, [{ type: "ask.withdrawn", ask: "a1" }]],
  "thanks.sent": [
    MADE,
    [
      { type: "thanks.sent", ask: "a1" },
      { type: "thanks.sent", giver: "me", receiver: "ann" },
    ],
  ],
  "update.sent": [
    MET,
    [
      { type: "update.sent", ask: "a1" },
      { type: "update.sent", giver: "me", receiver: "ann" },
    ],
  ],
  "introduction.brokered": [[], [{ type: "introduction.brokered", broker: "me", between: ["ann", "cho"] }]],
  "introduction.offered": [
    [],
    [{ type: "introduction.offered", broker: "me", between: ["ann", "cho"], by: "ann", answer: "yes" }],
  ],
  "introduction.received": [[], [LEAD, { type: "introduction.received", seeker: "me", connector: "cho" }]],
  "lead.received": [
    [],
    [
      {
        type: "lead.received",
        source: "web",
        lead: "l2",
        seeker: "me",
        target: "dan",
        referredBy: "ann",
        cost: 3,
      },
    ],
  ],
  "activity.done": [[], [{ type: "activity.done", source: "trade-show", hours: 2, cost: 9, member: "me" }]],
  "gift.given": [MADE, [{ type: "gift.given", giver: "me", receiver: "ann", for: "a1", to: "connector" }]],
  "person.prepared": [[], [{ type: "person.prepared", person: "ann" }]],
  "contact.stated": [[], [{ type: "contact.stated", seeker: "me", person: "ann", knows: "not" }]],
};

/** What may stand around it, of other people and other requests. */
const OTHERS: Body[] = [
  { type: "favor.given", giver: "me", receiver: "ann", kind: "advice" },
  { type: "thanks.sent", giver: "me", receiver: "ann" },
  { type: "sale.delivered", seller: "me", customer: "ann" },
  { type: "person.prepared", person: "ann" },
  { type: "contact.stated", seeker: "me", person: "ann", knows: "well" },
  { type: "introduction.received", seeker: "me", connector: "ann", target: "eve", lead: "l9" },
  { type: "deal.won", lead: "l9", value: 10 },
];

/** What is told of the records by themselves, on a day. */
function records({ network, planner }: World, now: string) {
  const tracker = new AskTracker(planner.journal);
  const standings = ["ann", "cho", "dan", "eve", "bob"].flatMap((counterpart) => [
    planner.standing({ seeker: "me", counterpart, now }),
    planner.standing({ seeker: counterpart, counterpart: "me", now }),
  ]);
  return {
    standings,
    book: planner.ledger.balances().filter(({ amount }) => amount !== 0),
    unasked: planner.unasked({ seeker: "me" }),
    asks: tracker.asks({ now }),
    questions: tracker.questions({ now }),
    leads: tracker.leads({ now }),
    courtesies: tracker.courtesies({ now }),
    insights: insights(planner.journal, { now, network }),
    network: network.toJSON(),
  };
}

/** All that is derived of them. */
function reads(world: World, now: string) {
  const { planner } = world;
  const who = { seeker: "me", now };
  return {
    ...records(world, now),
    plans: ["bob", "dan"].map((target) => planner.plan({ ...who, target, value: 40 })),
    next: planner.next({ ...who, limit: 50 }),
    gifts: planner.giveFirst({ ...who, targets: ["bob"] }),
    ladder: planner.ladder(who),
    touches: planner.touchPlan(who),
    pairs: planner.pairs(who),
    workflow: planner.workflow(who),
  };
}

function record(world: World, bodies: readonly Body[], from: string, prefix: string): void {
  const day = Date.parse(from) / 86_400_000;
  const at = (i: number): string => new Date((day + i) * 86_400_000).toISOString();
  for (const [i, body] of bodies.entries())
    world.planner.record({ ...body, id: `${prefix}${i}`, at: at(i) } as EventInput);
}

/** A world with what comes before an event, and what comes after it in `then`. */
function worldWith(
  before: readonly Body[],
  others: readonly Body[],
  then: (world: World) => void = () => {},
): World {
  const world = practiceWorld();
  record(world, before, "2026-10-16", "b");
  record(world, others.slice(0, 4), "2026-10-27", "o");
  then(world);
  record(world, others.slice(4), "2026-11-06", "p");
  return world;
}

describe("an event that was taken back", () => {
  const plain = new Map<string, ReturnType<typeof reads>>();
  for (const [kind, [before, events]] of Object.entries(KINDS)) {
    it(`leaves every read as it would be without it: ${kind}`, () => {
      for (const [i, event] of events.entries()) {
        const others = i === 0 ? OTHERS : [];
        const held = worldWith(before, others, (world) => record(world, [event], "2026-11-03", "e"));
        const seen = records(held, "2026-11-11");
        record(held, [{ type: "entry.reversed", entry: "e0" }], "2026-11-12", "r");
        const key = JSON.stringify([before, others]);
        const wanted = plain.get(key) ?? reads(worldWith(before, others), MONDAY);
        plain.set(key, wanted);
        expect(reads(held, MONDAY)).toEqual(wanted);
        // From files that were saved apart it is the same. Of the days before, a request stands as it did.
        const again = practiceWorld({ journal: held.planner.journal });
        expect(records(again, MONDAY).network).toEqual(wanted.network);
        const { asks, questions, leads, courtesies } = records(held, "2026-11-11");
        expect(seen).toMatchObject({ asks, questions, leads, courtesies });
        record(held, [{ type: "entry.reversed", entry: "r0" }], "2026-11-20", "s");
        const told = worldWith(before, others, (world) => record(world, [event], "2026-11-03", "e"));
        expect(records(held, MONDAY)).toEqual(records(told, MONDAY));
      }
    });
  }

  it("is taken back after the steps that rest on it", () => {
    const world = practiceWorld();
    record(world, [...MET, LEAD, { type: "deal.won", lead: "l1", value: 1 }], "2026-10-20", "b");
    const undo = (entry: string) =>
      codeOf(() =>
        world.planner.record({ id: `undo-${entry}`, type: "entry.reversed", at: "2026-11-01", entry }),
      );
    expect([0, 1, 3].map((i) => undo(`b${i}`))).toEqual(Array(3).fill("INVALID_TRANSITION"));
    expect([4, 3, 2, 1, 0].map((i) => undo(`b${i}`))).toEqual(Array(5).fill("none"));
    expect(world.network.person("dan")?.tags).toBeUndefined();
    // The same request may be put on record anew.
    record(world, MET, "2026-11-02", "c");
    expect(
      world.planner.plan({ seeker: "me", target: "bob", now: MONDAY }).issues.map(({ code }) => code),
    ).toContain("ALREADY_INTRODUCED");
  });
});
