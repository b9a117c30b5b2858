import fc from "fast-check";
import type { EventInput } from "../../src/journal/index.js";

/** Few enough that what they do is soon about the same pair, day, request or lead. */
export const FEW = ["me", "ann", "__proto__", ""];

type Body = Record<string, unknown>;

const two = fc.shuffledSubarray(FEW, { minLength: 2, maxLength: 2 });
const some = fc.shuffledSubarray(FEW, { minLength: 2, maxLength: 4 });
const ask = fc.constantFrom("k0", "k1", "q0");
const lead = fc.constantFrom("l0", "l1");
const useful = fc.constantFrom({}, { useful: true, benefit: 0.25 }, { useful: true }, { useful: false });
const stepOf = fc.oneof(
  ask.map((id) => ({ ask: id })),
  lead.map((id) => ({ lead: id })),
);

const body: fc.Arbitrary<Body> = fc.oneof(
  fc
    .tuple(two, fc.constantFrom("thanks", "update", "like", "lunch"))
    .map(([[giver, receiver], kind]) => ({ type: "favor.given", giver, receiver, kind })),
  fc
    .tuple(two, fc.integer({ min: 1, max: 1500 }))
    .map(([[giver, receiver], n]) => ({ type: "favor.given", giver, receiver, kind: "x", size: n / 1000 })),
  fc.tuple(fc.constantFrom("k0", "k1"), some).map(([id, people]) => ({
    type: "ask.sent",
    ask: {
      id,
      connector: people[1],
      target: people.at(-1),
      legs: people.slice(1).map((asked, i) => ({ asker: people[i], asked, consent: 0.5 })),
      cost: 1,
      price: 1,
    },
  })),
  two.map(([seeker, connector]) => ({ type: "ask.sent", kind: "soft", id: "q0", seeker, connector })),
  fc
    .tuple(fc.shuffledSubarray(FEW, { minLength: 2, maxLength: 3 }), fc.option(lead, { nil: undefined }))
    .map(([[seeker, connector, target], id]) => ({
      type: "introduction.received",
      seeker,
      connector,
      ...(target === undefined ? {} : { target }),
      ...(id === undefined ? {} : { lead: id }),
    })),
  fc.tuple(fc.constantFrom("thanks.sent", "update.sent"), ask).map(([type, id]) => ({ type, ask: id })),
  fc
    .tuple(fc.constantFrom("thanks.sent", "update.sent"), two)
    .map(([type, [giver, receiver]]) => ({ type, giver, receiver })),
  fc
    .tuple(fc.constantFrom("ask.agreed", "target.agreed", "target.declined", "ask.reminded"), ask)
    .map(([type, id]) => ({ type, ask: id })),
  fc
    .tuple(ask, fc.boolean())
    .map(([id, keyBuyer]) => ({ type: "introduction.made", ask: id, ...(keyBuyer && { keyBuyer }) })),
  {
    weight: 2,
    arbitrary: fc.tuple(stepOf, useful).map(([of, how]) => ({ type: "meeting.held", ...of, ...how })),
  },
  fc.tuple(fc.constantFrom("opportunity.opened", "deal.lost"), stepOf).map(([type, of]) => ({ type, ...of })),
  stepOf.map((of) => ({ type: "deal.won", value: 9, ...of })),
  two.map(([giver, receiver]) => ({ type: "gift.given", giver, receiver, to: "connector" })),
  fc
    .shuffledSubarray(FEW, { minLength: 3, maxLength: 3 })
    .map(([broker, ...between]) => ({ type: "introduction.brokered", broker, between })),
  fc.tuple(two, fc.boolean()).map(([[seller, customer], complaint]) => ({
    type: "sale.delivered",
    seller,
    customer,
    ...(complaint && { complaint: "late" }),
  })),
);

/** Mostly the one thanks the other, so that their notes are about the same. */
const both = fc.constantFrom(["me", "ann"], ["me", "ann"], ["me", "ann"], ["ann", "me"]);
const back = both.map(([one, other]) => [other, one]);

/** What two people tell each other of what they did for each other, and that. */
const note: fc.Arbitrary<Body> = fc.oneof(
  fc
    .tuple(both, fc.constantFrom("thanks", "update"))
    .map(([[giver, receiver], kind]) => ({ type: "favor.given", giver, receiver, kind })),
  back.map(([giver, receiver]) => ({ type: "favor.given", giver, receiver, kind: "like" })),
  fc
    .tuple(fc.constantFrom("thanks.sent", "update.sent"), both)
    .map(([type, [giver, receiver]]) => ({ type, giver, receiver })),
  fc.constantFrom("thanks.sent", "update.sent").map((type) => ({ type, ask: "q0" })),
  both.map(([seeker, connector]) => ({ type: "ask.sent", kind: "soft", id: "q0", seeker, connector })),
  fc
    .constantFrom("ask.agreed", "target.agreed", "target.declined", "opportunity.opened", "deal.lost")
    .map((type) => ({ type, ask: "q0" })),
  fc.constantFrom({ ask: "q0" }, { lead: "l0" }).map((of) => ({ type: "deal.won", value: 9, ...of })),
  both.map(([seeker, connector]) => ({ type: "introduction.received", seeker, connector, lead: "l0" })),
  back.map(([giver, receiver]) => ({ type: "gift.given", giver, receiver, to: "connector" })),
  back.map(([broker, one]) => ({ type: "introduction.brokered", broker, between: [one, "cy"] })),
);

/** A few days, some of their instants. */
const denseTime: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom("", "T00:00:00Z", "T12:00:00Z", "T23:00:00-05:00"))
  .map(([day, instant]) => `2026-03-0${day}${instant}`);

/**
 * Histories of few people in which nearly every event has to do with others: requests and leads that begin several times, notes about the
 * same favor, steps before their beginning, reversals of reversals and of what comes later; in no order of time, nor of ids.
 */
export function denseHistory(maxLength = 14): fc.Arbitrary<EventInput[]> {
  return historyOf(body, maxLength);
}

/** The same of two people who thank each other and tell each other the news. */
export function noteHistory(maxLength = 14): fc.Arbitrary<EventInput[]> {
  return historyOf(note, maxLength);
}

function historyOf(told: fc.Arbitrary<Body>, maxLength: number): fc.Arbitrary<EventInput[]> {
  return fc
    .tuple(
      fc.array(fc.tuple(told, denseTime), { minLength: 3, maxLength }),
      fc.array(fc.tuple(fc.nat(), denseTime), { maxLength: 5 }),
    )
    .chain(([bodies, undone]) => {
      const all = bodies.length + undone.length;
      const events: (Body & { id: string })[] = [];
      const names = fc.shuffledSubarray([...Array(all).keys()], { minLength: all });
      return fc.tuple(names, names).map(([ids, order]) => {
        events.length = 0;
        for (const [i, [one, at]] of bodies.entries()) {
          const id = (one["id"] as string | undefined) ?? `e${ids[i]}`;
          if (events.every((known) => known.id !== id)) events.push({ ...one, id, at });
        }
        const open = new Set(events.map(({ id }) => id));
        for (const [i, [nth, at]] of undone.entries()) {
          const entry = [...open][nth % open.size] as string;
          open.delete(entry);
          const id = `e${ids[bodies.length + i]}`;
          open.add(id);
          events.push({ type: "entry.reversed", id, at, entry });
        }
        return events
          .map((event, i) => ({ event, place: order[i] as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ event }) => event as unknown as EventInput);
      });
    });
}
