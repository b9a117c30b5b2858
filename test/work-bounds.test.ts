import { describe, expect, it, vi } from "vitest";
import { solveAskPolicy } from "../src/ask-order/index.js";
import { IntroductionPlanner, Journal, Ledger, Network } from "../src/index.js";
import { DEFAULT_SETTINGS } from "../src/planner/settings.js";
import { brokerablePairs, planCampaign } from "../src/planning/index.js";
import { ArcIndex, kBestPaths, SearchScratch } from "../src/search/index.js";

const now = "2026-06-15";

/** Everybody tied to everybody, all alike: every path of one length is as good as the next. */
function completeGraph(nodeCount: number, probability = 1): ArcIndex {
  const sources: number[] = [];
  const targets: number[] = [];
  for (let a = 0; a < nodeCount; a++)
    for (let b = 0; b < nodeCount; b++) {
      if (a === b) continue;
      sources.push(a);
      targets.push(b);
    }
  return ArcIndex.build({ nodeCount, sources, targets, probabilities: sources.map(() => probability) });
}

/** A signal that is aborted at its n-th reading, and how often it was read. */
function abortedAt(reading: number): { aborted: boolean; reason: unknown; readings: number } {
  const signal = { readings: 0, reason: new Error("stop") };
  return Object.defineProperty(signal, "aborted", { get: () => ++signal.readings >= reading }) as never;
}

/** An ask of a's to b for t, as a journal takes it. */
function askNamed(id: string, day: string) {
  const legs = [
    { asker: "a", asked: "b", consent: 0.5 },
    { asker: "b", asked: "t", consent: 0.5 },
  ];
  return { id, seeker: "a", connector: "b", target: "t", legs, probability: 0.2, cost: 0, price: 1, day };
}

describe("no call works without bound", () => {
  it("looks at the signal of a compile and of a plan's first one every few thousand ties, and changes nothing when aborted", () => {
    const network = new Network();
    const people = Array.from({ length: 130 }, (_, i) => ({ id: `p${i}` }));
    const ties = people.flatMap(({ id: from }, i) =>
      people.slice(i + 1).map(({ id: to }) => ({ from, to, evidence: {} })),
    );
    network.import({ people, ties });
    const request = { seeker: "p0", target: "p1", now };
    const told = JSON.stringify(new IntroductionPlanner({ network }).plan(request));
    const planner = new IntroductionPlanner({ network });
    const whole = abortedAt(Number.POSITIVE_INFINITY);
    const bytes = planner.compile({ now, signal: whole });
    expect(whole.readings).toBeGreaterThan(ties.length / 4096);
    for (const reading of [1, 3, whole.readings]) {
      expect(() => planner.compile({ now, signal: abortedAt(reading) })).toThrow("stop");
      expect(() => planner.plan({ ...request, signal: abortedAt(reading) })).toThrow("stop");
    }
    expect(new Uint8Array(planner.compile({ now }))).toEqual(new Uint8Array(bytes));
    expect(JSON.stringify(planner.plan(request))).toBe(told);
  });

  it("finds paths of four hops among 200 people all tied alike in work that grows with ties, not with paths", () => {
    const index = completeGraph(200);
    const scratch = new SearchScratch();
    const { paths, stopped } = kBestPaths(index, { sources: 0, targets: 1, k: 1000, maxHops: 4, scratch });
    expect(stopped).toBe("complete");
    expect(paths).toHaveLength(1000);
    // The best is the tie itself, then those over one person in the order of their numbers.
    expect(paths.slice(0, 3).map(({ nodes }) => nodes)).toEqual([
      [0, 1],
      [0, 2, 1],
      [0, 3, 1],
    ]);
    expect(scratch.scanned).toBeLessThan(2 ** 24);
  });

  it("plans with a thousand paths among people all tied alike: what would flip the order is sought among the foremost", () => {
    const network = new Network();
    const people = Array.from({ length: 120 }, (_, i) => ({ id: `p${i}` }));
    const evidence = { connectedOn: "2021-03-01" };
    const ties = people.flatMap(({ id: from }, i) =>
      people.slice(i + 1).map(({ id: to }) => ({ from, to, evidence })),
    );
    // But the seeker has no tie to the buyer.
    network.import({ people, ties: ties.slice(1) });
    const plan = new IntroductionPlanner({ network }).plan({ seeker: "p0", target: "p1", now, k: 1000 });
    expect(plan.paths).toHaveLength(1000);
    expect(plan.asks.length).toBeGreaterThan(100);
  });

  it("stops a search at its bound of arcs, says so, and gives what is certain", () => {
    const index = completeGraph(300);
    const whole = kBestPaths(index, { sources: 0, targets: 1, k: 200, maxHops: 3 });
    const scratch = new SearchScratch();
    let partial = 0;
    for (const maxScanned of [1, 1_000, 100_000, 300_000, 600_000]) {
      const query = { sources: 0, targets: 1, k: 200, maxHops: 3, budget: { maxScanned }, scratch };
      const found = kBestPaths(index, query);
      expect(found.paths).toEqual(whole.paths.slice(0, found.paths.length));
      // One node's arcs are looked at before the bound is.
      expect(scratch.scanned).toBeLessThanOrEqual(maxScanned + 4 * 300);
      if (found.stopped === "complete") continue;
      partial++;
      expect(found.bound).toBeGreaterThanOrEqual(whole.paths[found.paths.length]?.probability ?? 0);
    }
    expect(partial).toBeGreaterThan(2);
  });

  it("solves crossing routes by a bounded number of states, an abort being seen on the way", () => {
    const asks = Array.from({ length: 40 }, (_, i) => ({
      id: `a${i}`,
      probability: 0.3 + (i % 7) / 20,
      cost: 0.1 + (i % 5) / 10,
    }));
    const routes = asks.map(({ id }, i) => [id, `a${(i * 7 + 3) % 40}`, `a${(i * 11 + 5) % 40}`]);
    const signal = abortedAt(Number.POSITIVE_INFINITY);
    // As many states as a plan asks for.
    const { maxStates } = DEFAULT_SETTINGS.search;
    expect(solveAskPolicy({ asks, routes, value: 5, maxStates, signal }).method).toBe("approximate");
    // Looked at every 64 states that are opened.
    expect(signal.readings).toBeGreaterThan(20);
    expect(signal.readings).toBeLessThan(4_000);
    expect(() => solveAskPolicy({ asks, routes, value: 5, signal: abortedAt(10) })).toThrow("stop");
  });

  it("refuses a campaign of ages, and pairs among more contacts than can be looked at", () => {
    for (const horizonDays of [3_661, 1e12, 1e300]) {
      const campaign = {
        targets: [{ id: "t", value: 10 }],
        connectors: [{ id: "c" }],
        candidates: [{ connector: "c", target: "t", probability: 0.5, cost: 0 }],
        start: now,
        limits: { horizonDays },
      };
      expect(() => planCampaign(campaign)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    }
    const fit = vi.fn(() => 1);
    const contacts = Array.from({ length: 5_000 }, (_, place) => `c${place}`);
    expect(() => brokerablePairs({ contacts, tied: () => false, fit })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(fit).not.toHaveBeenCalled();
    const network = new Network();
    network.addPerson({ id: "me" });
    const planner = new IntroductionPlanner({ network });
    expect(() => planner.giveFirst({ seeker: "me", contacts: 1e9, now })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("replays the journal for an assertion only where an event may touch it", () => {
    const journal = new Journal();
    const ledger = new Ledger(journal);
    journal.append({ id: "b", type: "balance.asserted", at: "2026-01-01", a: "a", b: "b", amount: 0 });
    const replayed = vi.spyOn(journal, "folded");
    ledger.book("a", "b");
    const first = replayed.mock.calls.length;
    for (let i = 0; i < 50; i++) {
      const ask = askNamed(`k${i}`, "2026-02-01");
      ledger.check({ id: `s${i}`, type: "ask.sent", at: "2026-02-01", ask });
      journal.append({ id: `s${i}`, type: "ask.sent", at: "2026-02-01", ask });
      ledger.book("a", "b");
    }
    expect(replayed.mock.calls.length).toBe(first);
    // What comes before the day of the assertion does touch it.
    journal.append({
      id: "late",
      type: "favor.given",
      at: "2025-12-01",
      giver: "a",
      receiver: "b",
      kind: "advice",
      size: 1,
    });
    expect(() => ledger.book("a", "b")).toThrow(expect.objectContaining({ code: "BALANCE_MISMATCH" }));
  });

  it("sees through an ask that comes late: what waited for it moves a balance that was asserted", () => {
    const ask = askNamed("k", "2026-01-01");
    const journal = new Journal();
    const ledger = new Ledger(journal);
    journal.append({ id: "m", type: "introduction.made", at: "2026-01-05", ask: "k" });
    journal.append({ id: "b", type: "balance.asserted", at: "2026-02-01", a: "a", b: "b", amount: 0 });
    expect(ledger.book("a", "b")).toBe(0);
    expect(() => ledger.check({ id: "s", type: "ask.sent", at: "2026-01-01", ask })).toThrow(
      expect.objectContaining({ code: "BALANCE_MISMATCH" }),
    );
    journal.append({ id: "s", type: "ask.sent", at: "2026-01-01", ask });
    expect(() => ledger.book("a", "b")).toThrow(expect.objectContaining({ code: "BALANCE_MISMATCH" }));
  });
});
