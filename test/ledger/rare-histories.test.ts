import { expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { FEW } from "../support/dense-histories.js";
import { codeOf } from "../support/journal-codes.js";
import { dayOf, slowLedger } from "../support/ledger-oracle.js";

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
const says = (id: string, at: string, a: string, b: string, amount: number): Told => [
  id,
  "balance.asserted",
  at,
  { a, b, amount },
];
const favor: Told = ["f", "favor.given", march(4, ""), { giver: "ann", receiver: "me", kind: "like" }];

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
  "an assertion is broken by thanks that are taken back before they come": [
    ["e3", "update.sent", march(1, ""), { ask: "q0" }],
    says("s2", march(6, NIGHT), "me", "ann", -1),
    LOOK,
    undo("e0", march(7, ""), "e1"),
    ["e1", "thanks.sent", march(9, START), { giver: "me", receiver: "ann" }],
  ],
  "an assertion is broken by news that waited for its question": [
    ["e9", "update.sent", march(2, NOON), { ask: "q0" }],
    note("e5", "thanks", march(7, "")),
    says("s1", march(7, ""), "me", "ann", 0.1),
    soft(march(8, NIGHT), "ann", "me"),
  ],
  "an introduction that was taken back before it came brings a deal": [
    undo("e10", march(5, ""), "e11"),
    ["e11", "introduction.received", march(3, NOON), { seeker: "ann", connector: "me", lead: "l0" }],
    note("e12", "update", march(9, NIGHT)),
    ["e1", "update.sent", march(8, NOON), { giver: "me", receiver: "ann" }],
    LOOK,
    ["e3", "deal.won", march(7, NIGHT), { lead: "l0", value: 9 }],
    undo("e0", march(4, NIGHT), "e13"),
  ],
  "an assertion speaks of people of a request and of others": [
    ["e16", "thanks.sent", march(4, START), { ask: "q0" }],
    soft(march(1, NIGHT), "", "ann"),
    says("s6", march(3, ""), "", "ann", -1.9),
    [
      "e17",
      "introduction.received",
      march(1, NIGHT),
      { seeker: "ann", connector: "me", target: "__proto__", lead: "l0" },
    ],
  ],
  "an assertion is broken by an introduction after its deal": [
    ["e4", "deal.won", march(1, NOON), { lead: "l0", value: 9 }],
    ["e9", "favor.given", march(2, START), { giver: "ann", receiver: "me", kind: "like" }],
    ["e2", "favor.given", march(6, ""), { giver: "ann", receiver: "me", kind: "like" }],
    says("s7", march(6, ""), "me", "ann", -0.1),
    ["e5", "introduction.received", march(8, START), { seeker: "me", connector: "ann", lead: "l0" }],
  ],
  "news of the other one is taken back, of two who asked each other": [
    ["e10", "update.sent", march(1, NIGHT), { ask: "q0" }],
    ["e2", "favor.given", march(2, START), { giver: "ann", receiver: "me", kind: "update" }],
    soft(march(9, NOON), "ann", "me"),
    LOOK,
    ["e9", "favor.given", march(3, ""), { giver: "ann", receiver: "me", kind: "like" }],
    undo("e0", march(1, ""), "e2"),
  ],
  "an introduction is taken back on a day before its own, after an assertion": [
    says("s0", march(2, NIGHT), "me", "ann", 0),
    ["e2", "introduction.received", march(8, NIGHT), { seeker: "me", connector: "ann", lead: "l0" }],
    undo("e4", march(3, START), "e2"),
  ],
  "a reversal is taken back before it comes, at the time of an assertion": [
    ["e3", "favor.given", march(8, NIGHT), { giver: "", receiver: "__proto__", kind: "x", size: 0.818 }],
    says("s2", march(8, ""), "", "__proto__", 0.817),
    LOOK,
    undo("e5", march(8, NIGHT), "e0"),
    undo("e2", march(3, NIGHT), "e3"),
  ],
  "somebody introduced, and brought together, whoever thanked them before": [
    note("t1", "thanks", march(1, "")),
    ["i", "introduction.received", march(2, ""), { seeker: "me", connector: "ann" }],
    note("t2", "thanks", march(3, "")),
    note("t3", "thanks", march(4, "")),
    ["b", "introduction.brokered", march(5, ""), { broker: "ann", between: ["me", "__proto__"] }],
    note("t4", "thanks", march(6, "")),
  ],
  "of two thanks another one counts once a favor and the first thanks are gone": [
    note("t1", "thanks", march(1, "")),
    note("t2", "thanks", march(2, "")),
    favor,
    note("t3", "thanks", march(6, "")),
    LOOK,
    undo("u1", march(7, ""), "t1"),
    undo("u2", march(7, ""), "f"),
  ],
  "of three thanks another one counts once a favor and the first thanks are gone": [
    note("t1", "thanks", march(1, "")),
    note("t2", "thanks", march(2, "")),
    note("t3", "thanks", march(3, "")),
    favor,
    note("t4", "thanks", march(6, "")),
    LOOK,
    undo("u1", march(7, ""), "t1"),
    undo("u2", march(7, ""), "f"),
  ],
};

const PAIRS = FEW.flatMap((a) => FEW.filter((b) => b !== a).map((b) => [a, b] as const));
const booksOf = (ledger: Pick<Ledger, "book">) => PAIRS.map(([a, b]) => ledger.book(a, b) + 0);
const [NOW, TODAY] = ["2026-03-09", dayOf("2026-03-09")] as const;

for (const [name, told] of Object.entries(HISTORIES)) {
  for (const isChecked of [false, true]) {
    it(`the books are those of a plain reading where ${name}${isChecked ? ", as far as may be" : ""}`, () => {
      for (const isLookedAt of [false, true]) {
        const journal = new Journal();
        const live = new Ledger(journal, { assertions: "report" });
        const events: EventInput[] = [];
        for (const one of told) {
          if (one !== LOOK) {
            const [id, type, at, more] = one;
            const event = { id, type, at, ...more } as EventInput;
            const code = isChecked ? codeOf(() => live.check(event)) : "none";
            expect([id, code]).toEqual([id, isChecked ? wantedCode(events, event) : "none"]);
            if (code !== "none") continue;
            journal.append(event);
            events.push(event);
          }
          if (one === LOOK || isLookedAt) expect(booksOf(live)).toEqual(booksOf(slowLedger(events)));
        }
        const slow = slowLedger(events);
        for (const ledger of [live, new Ledger(journal, { assertions: "report" })]) {
          expect(booksOf(ledger)).toEqual(booksOf(slow));
          expect(
            ledger
              .verify()
              .map(({ code }) => code)
              .sort(),
          ).toEqual(slow.issues());
          for (const [a, b] of PAIRS) {
            expect(ledger.tieFactor({ between: [a, b], now: NOW })).toBe(0.9 ** slow.wasted(a, b, TODAY));
            const { balance } = ledger.standing({
              seeker: a,
              counterpart: b,
              strength: 0,
              commonFriends: 0,
              now: NOW,
            });
            expect(balance).toBeCloseTo(slow.receiverSum(a, b, TODAY) - slow.giverSum(b, a, TODAY), 9);
          }
        }
        expect(live.entries()).toEqual(new Ledger(journal, { assertions: "report" }).entries());
      }
    });
  }
}

function wantedCode(known: readonly EventInput[], event: EventInput): string {
  if (event.type === "entry.reversed" && !known.some(({ id }) => id === event.entry)) return "UNKNOWN_ENTRY";
  return slowLedger([...known, event])
    .issues()
    .includes("BALANCE_MISMATCH")
    ? "BALANCE_MISMATCH"
    : "none";
}
