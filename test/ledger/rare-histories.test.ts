import { expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { FEW } from "../support/dense-histories.js";
import { codeOf } from "../support/journal-codes.js";
import { slowLedger } from "../support/ledger-oracle.js";

/**
 * Histories that tell wrong books from right ones where a hundred drawn ones did not: each was drawn among many, and made shorter until
 * nothing more could go. `LOOK` reads the ledger in between.
 */
const LOOK = "look";
const march = (day: number, time: string): string => `2026-03-0${day}${time}`;
const [NOON, NIGHT, START] = ["T12:00:00Z", "T23:00:00-05:00", "T00:00:00Z"] as const;

type Told = readonly [id: string, type: string, at: string, more: object] | typeof LOOK;
const soft = (at: string, seeker: string, connector: string): Told => [
  "q0",
  "ask.sent",
  at,
  { kind: "soft", seeker, connector },
];
const undo = (id: string, at: string, entry: string): Told => [id, "entry.reversed", at, { entry }];
const note = (id: string, kind: string, at: string): Told => [
  id,
  "favor.given",
  at,
  { giver: "me", receiver: "ann", kind },
];

const HISTORIES: Readonly<Record<string, readonly Told[]>> = {
  "a step of no case is taken back before it comes": [
    soft(march(1, NIGHT), "me", ""),
    LOOK,
    undo("e4", march(5, NOON), "e1"),
    LOOK,
    ["e3", "introduction.made", march(8, NOON), { ask: "q0", keyBuyer: true }],
    ["e1", "deal.lost", march(7, NIGHT), { lead: "l1" }],
  ],
  "a favor between two thanks is taken back": [
    ["e12", "introduction.received", march(9, ""), { seeker: "me", connector: "ann", lead: "l0" }],
    ["e4", "deal.won", march(4, ""), { lead: "l0", value: 9 }],
    soft(march(6, NOON), "me", "ann"),
    note("e11", "thanks", march(3, NOON)),
    ["e2", "thanks.sent", march(1, NOON), { ask: "q0" }],
    ["e5", "gift.given", march(2, START), { giver: "ann", receiver: "me", to: "connector" }],
    undo("e3", march(9, NOON), "e5"),
    note("e13", "thanks", march(9, START)),
  ],
  "a question and the news of it are taken back": [
    ["e11", "update.sent", march(9, ""), { ask: "q0" }],
    soft(march(9, ""), "ann", "me"),
    LOOK,
    undo("e5", march(7, NOON), "q0"),
    undo("e1", march(4, NOON), "e11"),
  ],
  "a lead is introduced after its meeting": [
    ["e6", "meeting.held", march(1, NOON), { lead: "l1", useful: true, benefit: 0.25 }],
    LOOK,
    ["e7", "gift.given", march(2, NOON), { giver: "me", receiver: "ann", to: "connector" }],
    [
      "e13",
      "introduction.received",
      march(3, NOON),
      { seeker: "__proto__", connector: "ann", target: "me", lead: "l1" },
    ],
  ],
  "news is taken back among thanks that wait": [
    note("e7", "update", march(9, NOON)),
    ["e8", "thanks.sent", march(9, START), { ask: "q0" }],
    note("e10", "update", march(5, NIGHT)),
    LOOK,
    undo("e1", march(7, ""), "e10"),
    ["e4", "thanks.sent", march(9, NIGHT), { giver: "me", receiver: "ann" }],
    soft(march(1, ""), "me", "ann"),
  ],
  "a meeting by an introduction is wasted": [
    [
      "e11",
      "introduction.received",
      march(1, NIGHT),
      { seeker: "ann", connector: "me", target: "__proto__", lead: "l0" },
    ],
    ["e8", "meeting.held", march(2, NIGHT), { lead: "l0", useful: false }],
  ],
  "a meeting of a question that comes after it is wasted": [
    ["e8", "meeting.held", march(4, ""), { ask: "q0", useful: false }],
    ["e2", "update.sent", march(9, NIGHT), { ask: "k0" }],
    soft(march(8, NOON), "", "me"),
  ],
  "news of a target's yes waits for its question": [
    soft(march(9, NIGHT), "me", "ann"),
    ["e6", "update.sent", march(5, ""), { ask: "q0" }],
    ["e16", "update.sent", march(7, NOON), { ask: "q0" }],
    ["e7", "target.agreed", march(4, NIGHT), { ask: "q0" }],
  ],
};

const PAIRS = FEW.flatMap((a) => FEW.filter((b) => b !== a).map((b) => [a, b] as const));
const booksOf = (ledger: Pick<Ledger, "book">) => PAIRS.map(([a, b]) => ledger.book(a, b) + 0);

for (const [name, told] of Object.entries(HISTORIES)) {
  it(`the books are those of a plain reading where ${name}`, () => {
    for (const isLookedAt of [false, true]) {
      const journal = new Journal();
      const live = new Ledger(journal);
      const events: EventInput[] = [];
      for (const one of told) {
        if (one !== LOOK) {
          const [id, type, at, more] = one;
          const event = { id, type, at, ...more } as EventInput;
          const isKnown = event.type !== "entry.reversed" || events.some((other) => other.id === event.entry);
          expect([id, codeOf(() => live.check(event))]).toEqual([id, isKnown ? "none" : "UNKNOWN_ENTRY"]);
          journal.append(event);
          events.push(event);
        }
        if (one === LOOK || isLookedAt) expect(booksOf(live)).toEqual(booksOf(slowLedger(events)));
      }
      const slow = slowLedger(events);
      for (const ledger of [live, new Ledger(journal)]) {
        expect(booksOf(ledger)).toEqual(booksOf(slow));
        expect(
          ledger
            .verify()
            .map(({ code }) => code)
            .sort(),
        ).toEqual(slow.issues());
        for (const [a, b] of PAIRS)
          expect(ledger.tieFactor({ between: [a, b], now: "2026-03-09" })).toBe(
            0.9 ** slow.wasted(a, b, 20_521),
          );
      }
      expect(live.entries()).toEqual(new Ledger(journal).entries());
    }
  });
}
