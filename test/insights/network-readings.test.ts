import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lifetime, medianSurvival } from "../../src/insights/half-life.js";
import {
  DEFAULT_READING_SETTINGS,
  dormantConversations,
  networkReadings,
  networkShape,
  reciprocity,
  relationshipHalfLife,
  warmPaths,
  whoCouldVouch,
} from "../../src/insights/index.js";
import { Journal } from "../../src/journal/index.js";
import { Network, snapshotFor } from "../../src/network/index.js";
import type { Interaction } from "../../src/people/index.js";
import { codeOf } from "../support/journal-codes.js";
import { pools } from "../support/network-pools.js";
import { pooledWorld } from "../support/pooled-worlds.js";
import { seededRandom } from "../support/random.js";

const NOW = "2026-11-28";
const TODAY = Date.parse(NOW) / 86_400_000;
const me = { seeker: "me", now: NOW };

const dayAgo = (days: number): string => new Date((TODAY - days) * 86_400_000).toISOString().slice(0, 10);

/** Messages on days ago, oldest first, from the other one where `from` says so. */
const talks = (days: readonly number[], direction: Interaction["direction"] = "both"): Interaction[] =>
  days.map((days) => ({ at: dayAgo(days), direction, kind: "message" }));

function networkOf(contacts: Record<string, object>): Network {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park" });
  for (const [id, evidence] of Object.entries(contacts)) {
    network.addPerson({ id, name: `Person ${id}` });
    network.addTie({ from: "me", to: id, evidence });
  }
  return network;
}

describe("half-life of relationships", () => {
  const lives = fc.array(fc.record({ days: fc.nat(40), ended: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  });

  /** The share that is still alive after so many days: the product of what each day leaves, told day by day. */
  const slowShare = (all: readonly Lifetime[], day: number): number => {
    let share = 1;
    for (let t = 0; t <= day; t++) {
      const atRisk = all.filter(({ days }) => days >= t).length;
      const ended = all.filter(({ days, ended: gone }) => gone && days === t).length;
      if (atRisk > 0) share *= 1 - ended / atRisk;
    }
    return share;
  };

  it("is the day on which the share alive, told day by day, has fallen to half", () => {
    fc.assert(
      fc.property(lives, (all) => {
        const days = Array.from({ length: 41 }, (_, day) => day);
        const { median, low, high } = medianSurvival(all);
        expect(median).toBe(days.find((day) => slowShare(all, day) <= 0.5 + 1e-12));
        if (median === undefined) return;
        expect(low as number).toBeLessThanOrEqual(median);
        if (high !== undefined) expect(high).toBeGreaterThanOrEqual(median);
      }),
    );
  });

  it("is never shorter where a relationship that ended is one that goes on", () => {
    fc.assert(
      fc.property(lives, fc.nat(29), (all, place) => {
        const kept = all.map((life, i) => (i === place % all.length ? { ...life, ended: false } : life));
        const [before, after] = [medianSurvival(all).median, medianSurvival(kept).median];
        expect(after ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(before ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it("counts who has gone quiet by their own rhythm, and names who is fading", () => {
    const contacts: Record<string, object> = {};
    for (let i = 0; i < 8; i++) contacts[`gone${i}`] = { interactions: talks([1000, 980, 960 - 10 * i]) };
    for (let i = 0; i < 4; i++) contacts[`live${i}`] = { interactions: talks([400, 200, 5]) };
    contacts["fade"] = { interactions: talks([120, 90, 80, 60]) };
    const told = relationshipHalfLife(networkOf(contacts), me);
    expect(told).toMatchObject({ relationships: 13, quiet: 8, notEnoughData: false });
    expect(told.halfLifeDays as number).toBeGreaterThanOrEqual(40);
    expect(told.halfLifeDays as number).toBeLessThanOrEqual(110);
    expect(told.fading).toMatchObject([{ person: "fade", silentDays: 60, usualGapDays: 20 }]);
    expect(told.fading[0]?.why).toBe("Silent for 9 weeks; you two usually speak every 20 days.");
  });

  it("says where too little is on record", () => {
    const told = relationshipHalfLife(networkOf({ ann: { interactions: talks([9, 5, 1]) } }), me);
    expect(told).toMatchObject({ relationships: 1, quiet: 0, notEnoughData: true });
    expect(told.halfLifeDays).toBeUndefined();
    expect(told.summary).toContain("Not enough data");
  });
});

describe("reciprocity", () => {
  it("tells who writes more only where enough was written, and whom one owes first", () => {
    const network = networkOf({
      even: { interactions: [...talks([9, 8, 7], "out"), ...talks([6, 5, 4], "in")] },
      silent: { interactions: talks([9, 8, 7, 6, 5, 4, 3, 2], "out") },
      writer: { interactions: talks([9, 8, 7, 6, 5, 4, 3, 2], "in") },
      few: { interactions: talks([9], "in") },
      praise: { vouches: [{ kind: "recommendation", direction: "in" }] },
      machine: {
        interactions: talks([9, 8, 7, 6, 5, 4, 3], "in").map((one) => ({ ...one, automatic: true })),
      },
    });
    const journal = new Journal();
    journal.append({
      id: "f",
      type: "favor.given",
      at: "2026-10-01",
      giver: "few",
      receiver: "me",
      kind: "introduction",
      size: 1,
    });
    const told = reciprocity(network, { ...me, journal });
    expect(Object.fromEntries(told.rows.map(({ person, talk }) => [person, talk]))).toEqual({
      even: "even",
      silent: "you-more",
      writer: "they-more",
      few: "unclear",
      praise: "unclear",
    });
    expect(told.rows.slice(0, 2).map(({ person }) => person)).toEqual(["few", "praise"]);
    expect(told.rows[0]).toMatchObject({ favors: -1, why: "They have done more for you than you for them." });
    expect(told).toMatchObject({ even: 1, youMore: 1, theyMore: 1, unclear: 2, notEnoughData: true });
    expect(told.rows.find(({ person }) => person === "silent")?.why).toBe("You wrote 8 times, they 0.");
  });

  it("turns round where the file is told from the other side", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("in", "out", "both" as const), { maxLength: 20 }),
        (directions) => {
          const day = talks(directions.map((_, i) => i + 1));
          const one = (turn: boolean): Interaction[] =>
            day.map((talk, i) => {
              const direction = directions[i] as "in" | "out" | "both";
              return {
                ...talk,
                direction: !turn
                  ? direction
                  : direction === "in"
                    ? "out"
                    : direction === "out"
                      ? "in"
                      : "both",
              };
            });
          const [a, b] = [false, true].map(
            (turn) => reciprocity(networkOf({ ann: { interactions: one(turn) } }), me).rows[0],
          );
          expect([a?.sent, a?.received]).toEqual([b?.received, b?.sent]);
          const mirror = {
            "you-more": "they-more",
            "they-more": "you-more",
            even: "even",
            unclear: "unclear",
          } as const;
          if (a !== undefined) expect(b?.talk).toBe(mirror[a.talk]);
        },
      ),
    );
  });
});

describe("who could vouch", () => {
  it("are those who know one's work at first hand, and nobody who is not to be asked", () => {
    const network = networkOf({
      praise: { vouches: [{ kind: "recommendation", direction: "in", at: "2024-05-01" }] },
      mine: { vouches: [{ kind: "recommendation", direction: "out" }] },
      met: { interactions: [{ at: dayAgo(30), direction: "both", kind: "meeting" }] },
      writes: { interactions: talks([5, 4, 3]) },
      never: { vouches: [{ kind: "recommendation", direction: "in" }] },
      cross: { vouches: [{ kind: "recommendation", direction: "in" }] },
      mate: {},
      maker: {},
    });
    const work = (from: string, to?: string) => [
      { kind: "work" as const, organization: "Acme GmbH", from, ...(to === undefined ? {} : { to }) },
    ];
    network.addPerson({ id: "me", spells: work("2015", "2019") });
    network.addPerson({ id: "mate", spells: work("2018") });
    network.addPerson({ id: "writes", spells: work("2020") });
    network.addPerson({ id: "cross", tags: [{ code: "satisfaction:low", evidence: "survey" }] });
    network.setDoNotAsk("never", true);
    const journal = new Journal();
    journal.append({
      id: "i",
      type: "introduction.received",
      at: "2026-01-01",
      seeker: "me",
      connector: "maker",
      target: "bob",
    });
    const told = whoCouldVouch(network, { ...me, journal });
    expect(Object.fromEntries(told.rows.map(({ person, because }) => [person, because]))).toEqual({
      praise: ["recommended-you"],
      met: ["met"],
      mate: ["worked-together"],
      maker: ["introduced-you"],
    });
    expect(told.able).toBe(4);
    expect(told.rows.find(({ person }) => person === "mate")?.why).toBe(
      "You worked at Acme GmbH at the same time.",
    );
    expect(told.rows.find(({ person }) => person === "met")?.why).toBe(
      "You met or spoke 1 time. Last contact 4 weeks ago.",
    );
    expect(whoCouldVouch(networkOf({ ann: {} }), me)).toMatchObject({ able: 0, notEnoughData: true });
  });
});

describe("dormant conversations", () => {
  it("come with a fact to begin with, what is fresh before what is old, and none without one", () => {
    const old = talks([900, 880, 860, 840]);
    const network = networkOf({
      owed: { interactions: [...old, ...talks([830], "in")] },
      moved: { interactions: old },
      praise: { interactions: old, vouches: [{ kind: "recommendation", direction: "in", at: "2023-05-01" }] },
      plain: { interactions: old },
      live: { interactions: [...old, ...talks([10, 5, 1])] },
      twice: { interactions: talks([800, 700]), vouches: [{ kind: "recommendation", direction: "in" }] },
    });
    network.addPerson({
      id: "moved",
      spells: [
        { kind: "work", organization: "Beta", from: "2010", to: "2024-12" },
        { kind: "work", organization: "Gamma", from: "2025-01", title: "Head of Rail" },
      ],
    });
    const told = dormantConversations(network, me);
    expect(Object.fromEntries(told.rows.map(({ person, hook }) => [person, hook.code]))).toEqual({
      owed: "unanswered",
      moved: "new-job",
      praise: "recommended-you",
      twice: "recommended-you",
    });
    expect(told).toMatchObject({ dormant: 5, withoutHook: 1, notEnoughData: false });
    expect(told.rows.find(({ person }) => person === "moved")?.why).toBe(
      "Since then they have begun at Gamma as Head of Rail (2025-01). You two were in contact on 4 days, last 2 years ago.",
    );
    expect(told.rows.map(({ peak }) => peak)).toEqual(
      [...told.rows.map(({ peak }) => peak)].sort((a, b) => b - a),
    );
    expect(dormantConversations(networkOf({ ann: {} }), me)).toMatchObject({
      dormant: 0,
      notEnoughData: true,
    });
  });

  it("take no new title at the same company for a new job, and nothing that begins after today", () => {
    const network = networkOf({ ann: { interactions: talks([900, 880, 860]) } });
    network.addPerson({
      id: "ann",
      spells: [
        { kind: "work", organization: "Beta Ltd", from: "2010" },
        { kind: "work", organization: "Beta Limited", from: "2025-01", title: "Director" },
        { kind: "work", organization: "Later", from: "2027-01" },
      ],
    });
    expect(dormantConversations(network, me)).toMatchObject({ rows: [], dormant: 1, withoutHook: 1 });
  });
});

describe("shape of the network", () => {
  it("is told by breadth, warmth and ties among contacts, by plain counts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Acme", "Beta", "Gamma", undefined), { minLength: 1, maxLength: 25 }),
        fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 20 }),
        (companies, pairs) => {
          const network = networkOf(Object.fromEntries(companies.map((_, i) => [`c${i}`, {}])));
          companies.forEach((company, i) => {
            if (company !== undefined) network.addPerson({ id: `c${i}`, company });
          });
          const among = new Set<string>();
          for (const [a, b] of pairs) {
            if (a === b || a >= companies.length || b >= companies.length) continue;
            network.addTie({ from: `c${a}`, to: `c${b}`, evidence: {} });
            among.add([a, b].sort().join("-"));
          }
          const told = networkShape(network, me);
          const known = companies.filter((company) => company !== undefined);
          const shares = ["Acme", "Beta", "Gamma"].map(
            (name) => known.filter((one) => one === name).length / known.length,
          );
          expect(told.contacts).toBe(companies.length);
          expect(told.companies.known).toBe(known.length);
          if (known.length > 0)
            expect(told.companies.effective).toBeCloseTo(
              1 / shares.reduce((sum, share) => sum + share ** 2, 0),
              8,
            );
          expect(told.amongContacts?.ties ?? 0).toBe(among.size);
          if (among.size > 0) {
            const own = [...Array(companies.length).keys()].map(
              (i) => [...among].filter((pair) => pair.split("-").includes(String(i))).length,
            );
            const mean = own.reduce((sum, count) => sum + count, 0) / companies.length;
            expect(told.amongContacts?.effectiveSize).toBeCloseTo(companies.length - mean, 8);
          }
          expect(Object.values(told.states).reduce((sum, count) => sum + count, 0)).toBe(companies.length);
          expect(told.notEnoughData).toContain("warmth");
          expect(told.archetype).toBeUndefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it("has a name where breadth and warmth are known", () => {
    const contacts: Record<string, object> = {};
    for (let i = 0; i < 20; i++) contacts[`c${i}`] = i < 8 ? { interactions: talks([60, 30, 5]) } : {};
    const narrow = networkOf(contacts);
    const broad = networkOf(contacts);
    for (let i = 0; i < 20; i++) {
      narrow.addPerson({ id: `c${i}`, company: "Acme" });
      broad.addPerson({ id: `c${i}`, company: `Firm ${i}` });
    }
    const settings = { warmShare: 0.9 };
    expect(networkShape(narrow, me)).toMatchObject({ archetype: "inner-circle", warmth: { rate: 0.4 } });
    expect(networkShape(broad, me).archetype).toBe("hub");
    expect(networkShape(narrow, { ...me, settings }).archetype).toBe("single-world");
    expect(networkShape(broad, { ...me, settings }).archetype).toBe("collector");
  });
});

describe("warm paths", () => {
  it("lead over each contact to whom the seeker does not know, by the best one, as plain loops find them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.nat(5), fc.double({ min: 0, max: 1, noNaN: true })), {
          maxLength: 15,
        }),
        (ties) => {
          const network = networkOf({
            c0: { closeness: 0.2 },
            c1: { closeness: 0.6 },
            c2: { closeness: 0.9 },
            c3: {},
          });
          for (let i = 0; i <= 5; i++)
            network.addPerson({ id: `t${i}`, name: `Target ${i}`, company: i % 2 ? "Acme" : "Beta" });
          const seen = new Set<string>();
          for (const [contact, target, closeness] of ties) {
            seen.add(`c${contact} t${target}`);
            network.addTie({ from: `c${contact}`, to: `t${target}`, evidence: { closeness } });
          }
          const told = warmPaths(network, me);
          const targets = [...new Set([...seen].map((pair) => pair.split(" ")[1]))];
          expect(told.rows.map(({ person }) => person).sort()).toEqual(targets.sort());
          for (const { person, connector, chance, interval, others } of told.rows) {
            expect(seen.has(`${connector} ${person}`)).toBe(true);
            expect(others).toBe([...seen].filter((pair) => pair.endsWith(` ${person}`)).length - 1);
            expect(interval[0] <= chance && chance <= interval[1]).toBe(true);
          }
          expect(told.doors.reduce((sum, { opens }) => sum + opens, 0)).toBe(seen.size);
          const atAcme = warmPaths(network, me, "ACME Inc.").rows.map(({ person }) => person);
          expect(atAcme.every((id) => Number(id.slice(1)) % 2 === 1)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("say that one export alone opens nobody, and never lead through who is not to be asked", () => {
    const network = networkOf({ ann: { closeness: 0.9 } });
    expect(warmPaths(network, me)).toMatchObject({ rows: [], reached: 0, notEnoughData: true });
    network.addPerson({ id: "bob", name: "Bob" });
    network.addTie({ from: "ann", to: "bob", evidence: {} });
    expect(warmPaths(network, me).reached).toBe(1);
    network.setDoNotAsk("ann", true);
    expect(warmPaths(network, me).reached).toBe(0);
  });
});

describe("readings", () => {
  it("for a viewer are those of the viewer's snapshot", () => {
    let told = 0;
    const compare = (network: Network, seeker: string): void => {
      const mine = networkReadings(network, { seeker, now: NOW, settings: { leastContacts: 1 } });
      const theirs = networkReadings(Network.fromJSON(snapshotFor(network, seeker)), {
        seeker,
        now: NOW,
        settings: { leastContacts: 1 },
      });
      expect(mine).toEqual(theirs);
      told += mine.shape.contacts;
    };
    fc.assert(
      fc.property(pools, (files) => {
        const network = new Network();
        for (const file of files) network.import(file, { owner: file.owner });
        for (const { id } of network.people()) compare(network, id);
      }),
      { numRuns: 60 },
    );
    const random = seededRandom(17);
    for (let i = 0; i < 40; i++) {
      const { network, ids } = pooledWorld(random);
      for (const id of ids) if (network.has(id)) compare(network, id);
    }
    expect(told).toBeGreaterThan(100);
  });

  it("name nobody whom the seeker may not see, and do not depend on the order of telling", () => {
    const network = networkOf({ ann: { closeness: 0.8 } });
    network.addPerson({ id: "secret", name: "Not For Me" });
    network.addTie({ from: "ann", to: "secret", evidence: { closeness: 1 }, visibility: "private" });
    expect(JSON.stringify(networkReadings(network, me))).not.toContain("secret");
    expect(networkReadings(network, { seeker: "ann", now: NOW }).shape.contacts).toBe(2);
  });

  it("are plain JSON, hold to the limit, and refuse bad calls", () => {
    const network = networkOf({ ann: {}, bob: {} });
    const told = networkReadings(network, me);
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    expect(whoCouldVouch(network, { ...me, limit: 0 }).rows).toEqual([]);
    expect(codeOf(() => networkReadings({} as never, me))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => networkReadings(network, { ...me, seeker: "nobody" }))).toBe("UNKNOWN_PERSON");
    expect(codeOf(() => networkReadings(network, { ...me, now: "soon" }))).toBe("INVALID_DATE");
    expect(codeOf(() => networkReadings(network, { ...me, sekeer: "x" } as never))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => networkReadings(network, { ...me, limit: -1 }))).toBe("INVALID_ARGUMENT");
    expect(codeOf(() => warmPaths(network, me, 7 as never))).toBe("INVALID_ARGUMENT");
    const settings = { ...DEFAULT_READING_SETTINGS, evenShare: [0.9, 0.1] as const };
    expect(codeOf(() => networkReadings(network, { ...me, settings }))).toBe("INVALID_ARGUMENT");
  });
});
