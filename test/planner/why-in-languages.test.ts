import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { ENGLISH_WHY } from "../../src/drafts/locales/en-why.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import type { EventInput } from "../../src/journal/index.js";
import { CHANGES, REASONS } from "../../src/tracking/follow-up-words.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

const PACKS = { German: GERMAN, Spanish: SPANISH };
/** Words of English sentences that neither other language has. */
const ENGLISH_WORDS = /\b(the|you|your|they|them|and|not|with|who|were|have|of|about|chance)\b/i;

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
const at = (day: string) => `2026-${day}`;
const sent = { id: "s", type: "ask.sent", at: at("11-02"), ask: ASK } as const;
const step = (type: string, day: string, more: object = {}) => ({
  id: `${type}${day}`,
  type,
  at: at(day),
  ask: "a1",
  ...more,
});
const sale = (customer: string, day: string, more: object = {}) => ({
  id: `${customer}${day}`,
  type: "sale.delivered",
  at: at(day),
  seller: "me",
  customer,
  ...more,
});

/** Records that call for something, each in their own way. */
const HISTORIES: readonly (readonly object[])[] = [
  [],
  [{ ...sent, at: at("11-10") }],
  [{ ...sent, at: at("11-19") }],
  ["eve", "cho"].map((receiver, i) => ({
    id: `f${i}`,
    type: "favor.given",
    at: at("11-01"),
    giver: "me",
    receiver,
    kind: "gift",
  })),
  [sent, step("ask.agreed", "11-04")],
  [sent, step("ask.agreed", "11-04", { answer: "use-my-name" })],
  [sent, step("ask.claimed", "11-04")],
  [sent, step("introduction.made", "11-04")],
  [
    sent,
    step("introduction.made", "11-04"),
    step("target.agreed", "11-05"),
    step("meeting.held", "11-06"),
    step("deal.won", "11-20", { value: 9 }),
  ],
  [sent, step("ask.declined", "11-04", { answer: "ask-someone-else", suggestedPerson: "cho" })],
  [sent, step("ask.declined", "11-04", { answer: "ask-someone-else", suggested: "Cora" })],
  [{ ...sent, at: at("11-09") }, step("ask.declined", "11-10")],
  [
    {
      id: "l",
      type: "lead.received",
      at: at("11-20"),
      source: "web",
      lead: "l",
      seeker: "me",
      referredBy: "ann",
      target: "dan",
    },
  ],
  [
    { id: "q", type: "ask.sent", kind: "issue", at: at("11-18"), seeker: "me", connector: "ann" },
    { id: "qa", type: "ask.agreed", at: at("11-19"), ask: "q" },
  ],
  [sale("ann", "11-22"), sale("cho", "08-01", { solved: "x" }), sale("eve", "11-23", { complaint: "late" })],
  [
    {
      id: "o",
      type: "introduction.offered",
      broker: "me",
      at: at("11-20"),
      between: ["ann", "cho"],
      by: "ann",
      answer: "yes",
    },
    {
      id: "p",
      type: "introduction.offered",
      broker: "me",
      at: at("11-20"),
      between: ["ann", "cho"],
      by: "cho",
      answer: "yes",
    },
  ],
];

function actionsOf(events: readonly object[], locale: typeof GERMAN | undefined, now: string) {
  const { planner, network } = practiceWorld();
  network.addPerson({
    id: "eve",
    spells: [{ kind: "school", organization: "Zeta" }],
    tags: [{ code: "source:clients", evidence: "client", at: "2024-01-01" }],
  });
  network.addTie({
    from: "me",
    to: "eve",
    evidence: { closeness: 0.9, interactions: [{ at: "2025-01-01", direction: "both", kind: "meeting" }] },
  });
  network.addPerson({ id: "new", name: "Nia Roe", company: "Zeta", title: "Buyer" });
  network.addTie({ from: "me", to: "new", evidence: { connectedOn: "2026-11-20" } });
  planner.recordAll(events as EventInput[]);
  const changes = [
    { person: "eve", to: "Acme", seenBetween: ["2026-10-01", "2026-11-01"] as [string, string] },
  ];
  return [undefined, changes].flatMap((news) =>
    planner.next({ seeker: "me", now, limit: 50, ...(news && { changes: news }), ...(locale && { locale }) }),
  );
}

describe("why something is to be done", () => {
  it.each(Object.entries(PACKS))("is said in %s, for every reason there is, with its slots", (_, pack) => {
    const why = pack.why ?? {};
    const wanted = [
      ...Object.keys(ENGLISH_WHY),
      ...Object.keys(REASONS).map((code) => `due.${code}`),
      ...[...CHANGES.keys()].map((type) => `change.${type}`),
    ];
    expect(Object.keys(why).sort()).toEqual(wanted.sort());
    const english: Record<string, string> = { ...ENGLISH_WHY, "due.news": REASONS.news };
    for (const [key, text] of Object.entries(why)) {
      expect([key, text.match(/\{\w+\}/g) ?? []]).toEqual([
        key,
        (english[key] ?? "").match(/\{\w+\}/g) ?? [],
      ]);
      expect(text).not.toMatch(ENGLISH_WORDS);
    }
  });

  it("reads in one language, whatever is on record, and the request that is handed on says the same", () => {
    const seen = new Set<string>();
    for (const now of [MONDAY, "2026-11-30"])
      for (const events of HISTORIES) {
        for (const locale of Object.values(PACKS))
          for (const { why, ask } of actionsOf(events, locale, now)) {
            expect(why).not.toMatch(ENGLISH_WORDS);
            expect(why).not.toMatch(/[{}]|undefined/);
            if (ask !== undefined) expect(ask.why).toBe(why);
          }
        for (const { kind, why } of actionsOf(events, undefined, now)) {
          expect(why).not.toMatch(/favor|[{}]|undefined/);
          seen.add(kind);
        }
      }
    expect(seen.size).toBeGreaterThanOrEqual(17);
  });

  it("is English sentence by sentence where a pack has no words for it", () => {
    const { why: _, report: __, ...bare } = GERMAN;
    const [events] = HISTORIES.slice(1);
    const whys = (locale?: typeof GERMAN) => actionsOf(events ?? [], locale, MONDAY).map(({ why }) => why);
    expect(whys(bare)).toEqual(whys());
  });
});
