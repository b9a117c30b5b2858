import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InsightsFold, insights } from "../../src/insights/index.js";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Network, snapshotFor } from "../../src/network/index.js";
import { assertUntil } from "../support/assert-until.js";
import { fullHistory, history } from "../support/insights-history.js";
import { codeOf } from "../support/journal-codes.js";
import { OWNERS, pools } from "../support/network-pools.js";

const NOW = "2026-11-28";

const journalOf = (events: readonly EventInput[]): Journal => {
  const journal = new Journal();
  journal.appendAll(events);
  return journal;
};

/** Events of no case that insights read: favors, thanks outside of asks, brokered introductions, work, and what takes one back. */
const others: fc.Arbitrary<EventInput[]> = fc
  .array(
    fc.record({
      kind: fc.nat(5),
      day: fc.integer({ min: 20_300, max: 20_790 }),
      a: fc.constantFrom("me", "eve", "ann", "cho"),
      b: fc.constantFrom("dan", "b1", "b2", "ann2"),
    }),
    { maxLength: 15 },
  )
  .map((rows) =>
    rows.flatMap(({ kind, day, a, b }, i): EventInput[] => {
      const head = { id: `o${i}`, at: new Date(day * 86_400_000).toISOString().slice(0, 10) };
      if (kind === 0) return [{ ...head, type: "favor.given", giver: b, receiver: a, kind: "article" }];
      if (kind === 1) return [{ ...head, type: "thanks.sent", giver: a, receiver: b }];
      if (kind === 2) return [{ ...head, type: "thanks.sent", giver: "me", receiver: "ann" }];
      if (kind === 3)
        return [
          { ...head, type: "introduction.brokered", broker: "me", between: [a === "me" ? "cho" : a, b] },
        ];
      if (kind === 4)
        return [
          { ...head, type: "introduction.brokered", broker: "me", between: [a === "me" ? "cho" : a, b] },
          { id: `r${i}`, at: head.at, type: "entry.reversed", entry: head.id },
        ];
      return [{ ...head, type: "activity.done", source: "trade-show", hours: 1.25, cost: 10.1, member: a }];
    }),
  );

describe("insights that follow a journal", () => {
  it("are those of the whole journal after every event, in whatever order events come", () => {
    fc.assert(
      fc.property(
        fc
          .tuple(fullHistory, others)
          .chain(([asks, rest]) =>
            fc.shuffledSubarray([...asks, ...rest], { minLength: asks.length + rest.length }),
          ),
        fc.boolean(),
        (events, isTeam) => {
          const request = isTeam ? { team: ["me"], from: "2026-01-01" } : {};
          const ordered = [
            ...events.filter(({ type }) => type !== "entry.reversed"),
            ...events.filter(({ type }) => type === "entry.reversed"),
          ];
          const journal = new Journal();
          const fold = new InsightsFold(journal, request);
          ordered.forEach((event, i) => {
            journal.append(event);
            if (i % 7 === 0) fold.at(NOW);
            if (i % 13 === 0) fold.at("2026-06-01");
          });
          expect(fold.at(NOW)).toEqual(insights(journalOf(ordered), { now: NOW, ...request }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("read after one event that event and those of its own request or lead, however long the journal is", () => {
    const counts = [50, 500].map((size) => {
      const journal = new Journal();
      for (let i = 0; i < size; i++) {
        journal.append({
          id: `l${i}`,
          type: "lead.received",
          lead: `l${i}`,
          at: "2026-10-01",
          source: "clients",
        });
        journal.append({ id: `m${i}`, type: "meeting.held", lead: `l${i}`, at: "2026-10-05" });
      }
      const fold = new InsightsFold(journal);
      fold.at(NOW);
      const before = fold.eventsRead;
      journal.append({ id: "o", type: "opportunity.opened", lead: "l7", at: "2026-10-09" });
      expect(fold.at(NOW).leadFunnel[2]?.reached).toBe(1);
      fold.at(NOW);
      return fold.eventsRead - before;
    });
    expect(counts).toEqual([4, 4]);
  });

  it("read of a whole journal each event once and the steps of each request and lead once", () => {
    fc.assert(
      fc.property(history, (events) => {
        const journal = journalOf(events);
        const fold = new InsightsFold(journal);
        fold.at(NOW);
        expect(fold.eventsRead).toBe(events.length + events.filter(({ at }) => at <= NOW).length);
      }),
    );
  });

  it("make after one event the entries that it touches alone, however long the journal is", () => {
    const counts = [50, 500].map((size) => {
      const journal = new Journal();
      const head = (i: number, step: number) => ({ id: `e${i}-${step}`, at: `2026-10-0${1 + step}` });
      for (let i = 0; i < size; i++) {
        const [connector, target] = [`c${i % 40}`, `b${i}`];
        const legs = [
          { asker: "me", asked: connector, consent: 0.5 },
          { asker: connector, asked: target, consent: 0.4 },
        ];
        const ask = { id: `k${i}`, connector, target, legs, cost: 1, price: 1 };
        journal.append({ ...head(i, 0), type: "ask.sent", ask });
        journal.append({ ...head(i, 1), type: "introduction.made", ask: `k${i}` });
        journal.append({
          ...head(i, 2),
          type: "lead.received",
          lead: `l${i}`,
          source: i % 2 ? "clients" : "tender",
        });
      }
      const fold = new InsightsFold(journal);
      fold.at(NOW);
      const made = (event: EventInput): number => {
        const before = fold.entriesMade;
        journal.append(event);
        expect(fold.at(NOW)).toEqual(insights(journal, { now: NOW }));
        return fold.entriesMade - before;
      };
      return [
        made({ id: "t", type: "thanks.sent", ask: "k7", at: "2026-10-09" }),
        made({ id: "m", type: "meeting.held", lead: "l7", at: "2026-10-09" }),
        made({ id: "n", type: "lead.received", lead: "new", at: "2026-10-09", source: "clients" }),
      ];
    });
    expect(counts[1]).toEqual(counts[0]);
    for (const count of counts[1] ?? []) expect(count).toBeLessThan(10);
  });

  it("notice tags and words that changed", () => {
    const network = new Network();
    for (const id of ["me", "ann"]) network.addPerson({ id, name: id });
    const journal = journalOf([
      { id: "i", type: "introduction.received", at: "2026-10-01", seeker: "me", connector: "ann" },
      { id: "w", type: "lead.received", at: "2026-10-01", source: "Met at the Fair!", person: "bob" },
    ]);
    const fold = new InsightsFold(journal, { network });
    const sources = () =>
      fold
        .at(NOW)
        .sources.map(({ source }) => source)
        .sort();
    expect(sources()).toEqual(["Met at the Fair!", "referral"]);
    network.addPerson({ id: "ann", tags: [{ code: "source:clients", evidence: "won deal" }] });
    expect(sources()).toEqual(["Met at the Fair!", "clients"]);
    journal.erase("bob");
    expect(sources()).toEqual(["clients", "other"]);
  });

  it("refuse what is no journal, and a viewer without a network", () => {
    expect(codeOf(() => new InsightsFold({} as Journal))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => new InsightsFold(new Journal(), { viewer: "me" }))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => new InsightsFold(new Journal(), { fom: 1 } as never))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => new InsightsFold(new Journal()).at("soon"))).toBe("INVALID_DATE");
  });
});

describe("a viewer's insights", () => {
  it("are those of the viewer's snapshot", async () => {
    let tagged = 0;
    await assertUntil(
      () => tagged > 10,
      fc.property(
        pools,
        fc.array(fc.tuple(fc.constantFrom(...OWNERS), fc.nat(4), fc.nat(4)), { maxLength: 8 }),
        (files, asks) => {
          const network = new Network();
          for (const file of files) network.import(file, { owner: file.owner });
          const journal = journalOf(
            asks.flatMap(([seeker, c, t], i): EventInput[] => {
              const head = { id: `i${i}`, at: "2026-10-01" };
              return [
                { ...head, type: "introduction.received", seeker, connector: `c${c}`, target: `t${t}` },
              ];
            }),
          );
          for (const viewer of OWNERS) {
            if (!network.has(viewer)) continue;
            const whole = insights(journal, { now: NOW, network, viewer });
            const handed = Network.fromJSON(snapshotFor(network, viewer));
            expect(whole).toEqual(insights(journal, { now: NOW, network: handed, viewer }));
            expect(whole).toEqual(insights(journal, { now: NOW, network: handed, team: [viewer] }));
            tagged += whole.sources.filter(({ source }) => source !== "referral").length;
          }
        },
      ),
    );
    expect(tagged).toBeGreaterThan(10);
  });

  it("hold no source that only a colleague's private tag tells", () => {
    const network = new Network();
    for (const id of ["me", "eve", "ann"]) network.addPerson({ id, name: id });
    network.addTie({ from: "me", to: "ann", evidence: {} });
    network.import(
      {
        people: [{ id: "ann", tags: [{ code: "source:clients", evidence: "won", owner: "eve" }] }],
        ties: [{ from: "eve", to: "ann", evidence: {} }],
      },
      { owner: "eve", visibility: "private" },
    );
    const journal = journalOf([
      { id: "i", type: "introduction.received", at: "2026-10-01", seeker: "me", connector: "ann" },
    ]);
    const sourceFor = (viewer?: string) =>
      insights(journal, { now: NOW, network, team: ["me"], ...(viewer && { viewer }) }).sources[0]?.source;
    expect([sourceFor(), sourceFor("eve"), sourceFor("me")]).toEqual(["clients", "clients", "referral"]);
  });
});

describe("hub", () => {
  const brokered = (id: string, between: [string, string], at = "2026-09-01"): EventInput => ({
    id,
    type: "introduction.brokered",
    at,
    broker: "me",
    between,
  });

  it("counts as accepted what something came of: the two dealt with each other, or one of them thanked", () => {
    const legs = [{ asker: "cy", asked: "dee", consent: 0.5 }];
    const journal = journalOf([
      brokered("b1", ["ann", "bob"]),
      brokered("b2", ["cy", "dee"]),
      brokered("b3", ["fay", "gus"]),
      brokered("b4", ["hal", "ivy"]),
      brokered("b5", ["joy", "kim"]),
      { id: "f", type: "favor.given", at: "2026-09-20", giver: "bob", receiver: "ann", kind: "article" },
      {
        id: "k",
        type: "ask.sent",
        at: "2026-09-10",
        ask: { id: "k", connector: "dee", target: "dee", legs, cost: 0, price: 0 },
      },
      { id: "k2", type: "ask.agreed", at: "2026-09-11", ask: "k" },
      { id: "k3", type: "meeting.held", at: "2026-09-12", ask: "k" },
      { id: "t", type: "thanks.sent", at: "2026-09-03", giver: "gus", receiver: "me" },
      { id: "early", type: "favor.given", at: "2026-08-01", giver: "hal", receiver: "ivy", kind: "article" },
    ]);
    expect(insights(journal, { now: NOW }).hub).toMatchObject({ brokered: 5, accepted: 3 });
    journal.append({ id: "r", type: "entry.reversed", at: "2026-10-01", entry: "b5" });
    expect(insights(journal, { now: NOW }).hub).toMatchObject({ brokered: 4, accepted: 3 });
  });
});
