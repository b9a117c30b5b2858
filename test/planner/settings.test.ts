import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS, IntroductionPlanner, Journal, Network } from "../../src/index.js";

function network(): Network {
  const one = new Network();
  one.addPerson({ id: "me", name: "Ada Park" });
  one.addPerson({ id: "ann", name: "Ann Lee", company: "Acme" });
  one.addPerson({ id: "bob", name: "Bob Smith", company: "Acme" });
  one.addTie({ from: "me", to: "ann", evidence: { closeness: 0.8 } });
  one.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.6 } });
  return one;
}

const plannerOf = (settings: unknown) =>
  new IntroductionPlanner({ network: network(), settings: settings as never });
const REQUEST = { seeker: "me", target: "bob", now: "2026-11-23" };

/** Every number of the settings with its path. */
function numbersIn(value: unknown, path: readonly string[] = []): (readonly [readonly string[], number])[] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => numbersIn(inner, [...path, name]));
}

const set = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);

const NUMBERS = numbersIn(DEFAULT_SETTINGS);

describe("settings", () => {
  it("are all there, plain JSON, and the defaults without any given", () => {
    expect(plannerOf(undefined).settings).toEqual(DEFAULT_SETTINGS);
    expect(JSON.parse(JSON.stringify(DEFAULT_SETTINGS))).toEqual(DEFAULT_SETTINGS);
    expect(NUMBERS.length).toBeGreaterThan(150);
  });

  it("say once what a strong tie is: rooms that go by it follow the one number, unless they are given their own", () => {
    const { asking, drafts, next } = plannerOf({
      ledger: { gateStrength: 0.8 },
      ties: { consent: { strongTie: 0.4 } },
    }).settings;
    expect([asking.readiness.strongTie, drafts.strongTie, next.strong]).toEqual([0.8, 0.4, 0.4]);
    const own = plannerOf({ asking: { readiness: { strongTie: 0.9 } }, drafts: { strongTie: 0.7 } }).settings;
    expect([own.asking.readiness.strongTie, own.drafts.strongTie]).toEqual([0.9, 0.7]);
  });

  it.each(NUMBERS.map(([path, value]) => [path.join("."), path, value] as const))(
    "%s: its default may be given, a number that is none may not, and the error names it",
    (name, path, value) => {
      expect(plannerOf(set(path, value)).settings).toEqual(DEFAULT_SETTINGS);
      for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, "1"]) {
        const details = expect.objectContaining({ what: name });
        expect(() => plannerOf(set(path, bad))).toThrow(
          expect.objectContaining({ code: "INVALID_ARGUMENT", details }),
        );
      }
    },
  );

  it("refuse a name that none has, at any depth, and name the nearest", () => {
    const groups = fc.constantFrom(
      ...NUMBERS.map(([path]) => path).filter(([, second]) => second !== "sizes"),
    );
    fc.assert(
      fc.property(groups, (path) => {
        if (path.includes("halfLife") || path.includes("sizes")) return;
        const typo = [...path.slice(0, -1), `${path.at(-1)}s`];
        expect(() => plannerOf(set(typo, 1))).toThrow(
          expect.objectContaining({
            code: "INVALID_ARGUMENT",
            message: expect.stringContaining(`"${path.at(-1)}"`),
          }),
        );
      }),
    );
    expect(() => plannerOf({ tie: {} })).toThrow(/"ties"/);
    expect(() => plannerOf({ timing: { calendar: { holiday: [] } } })).toThrow(/"holidays"/);
    for (const bad of [null, [], "x", { ties: 1 }, { ledger: null }, { asking: { connectors: {} } }])
      expect(() => plannerOf(bad)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });

  it.each([
    [{ identity: { sure: 0.7 } }, "identity.maybe"],
    [{ giveFirst: { sameFunction: 0.5 } }, "giveFirst.sameFunction"],
    [{ search: { maxHops: 5 } }, "search.maxHops"],
    [{ search: { paths: 0 } }, "search.paths"],
    [{ ledger: { connectorShare: 2 } }, "ledger.connectorShare"],
    [{ ledger: { gate: "open" } }, "ledger.gate"],
    [{ asking: { costs: { risk: -1 } } }, "asking.costs.risk"],
    [{ asking: { readiness: { quarterCap: 5 } } }, "asking.readiness.yearCap"],
    [{ timing: { promiseDays: 0 } }, "timing.promiseDays"],
    [{ drafts: { noteWordsMin: 300 } }, "drafts.noteWordsMax"],
  ])("%j is out of its relation to the others", (settings, what) => {
    expect(() => plannerOf(settings)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", details: expect.objectContaining({ what }) }),
    );
  });

  it("are kept as they were given, whatever the caller does with the object", () => {
    const settings = {
      timing: { calendar: { holidays: ["2026-11-25"] } },
      asking: { costs: { attention: 0.3 } },
    };
    const planner = plannerOf(settings);
    const plan = planner.plan(REQUEST);
    settings.asking.costs.attention = 9;
    settings.timing.calendar.holidays.push("2026-11-26");
    expect(planner.settings.asking.costs.attention).toBe(0.3);
    const saved = JSON.parse(JSON.stringify(planner));
    expect(saved.settings).toEqual({
      timing: { calendar: { holidays: ["2026-11-25"] } },
      asking: { costs: { attention: 0.3 } },
    });
    const again = IntroductionPlanner.fromJSON(saved);
    expect(again.settings).toEqual(planner.settings);
    expect(again.plan(REQUEST)).toEqual(plan);
    expect(JSON.stringify(again)).toBe(JSON.stringify(planner));
  });

  it("mean the same as the policy and tie model of 0.1, and stand over them", () => {
    const policy = {
      gate: "strict",
      parallel: true,
      recentAskDays: 30,
      lapseDays: 9,
      promiseDays: 20,
      maxStates: 100,
      ledger: { limitBase: 2 },
      costs: { risk: 0.3 },
      readiness: { yearCap: 7 },
      timing: { nudgeShare: 0.4 },
      followUps: { thankDays: 3 },
      calendar: { weekdays: [1, 2] },
      connectors: [{ connector: "ann", reluctance: 0.5 }],
    } as const;
    const tieModel = { strength: { days: 1 }, halfLives: { mail: 2, linkedIn: 5, timing: 10 } };
    const old = new IntroductionPlanner({ network: network(), policy, tieModel: tieModel as never });
    const own = plannerOf({
      ties: { strength: { days: 1 }, halfLives: { timing: 10 } },
      ledger: { gate: "strict", limitBase: 2 },
      asking: {
        parallel: true,
        recentAskDays: 30,
        costs: { risk: 0.3 },
        readiness: { yearCap: 7 },
        connectors: [{ connector: "ann", reluctance: 0.5 }],
      },
      timing: {
        lapseDays: 9,
        promiseDays: 20,
        nudgeShare: 0.4,
        thankDays: 3,
        calendar: { weekdays: [1, 2] },
        halfLife: { email: 2, linkedin: 5, inmail: 5 },
      },
      search: { maxStates: 100 },
    });
    expect(old.settings).toEqual(own.settings);
    expect(old.plan(REQUEST)).toEqual(own.plan(REQUEST));
    const both = new IntroductionPlanner({
      network: network(),
      policy,
      settings: { timing: { lapseDays: 5 } },
    });
    expect(both.settings.timing).toMatchObject({ lapseDays: 5, promiseDays: 20 });
    const snapshot = {
      format: "warmpath.planner",
      version: 1,
      network: network().toJSON(),
      journal: new Journal().toJSON(),
      tieModel,
      policy,
      buyers: [],
    };
    expect(IntroductionPlanner.fromJSON(snapshot).settings).toEqual(old.settings);
  });

  it("reach what they are for", () => {
    expect(plannerOf({ search: { maxHops: 1 } }).plan(REQUEST).paths).toEqual([]);
    expect(plannerOf({ search: { paths: 1 } }).plan(REQUEST).paths).toHaveLength(1);
    const sure = (settings: object) =>
      plannerOf(settings)
        .find({ name: "Bob Smith", company: "Acme" })
        .map(({ isSure }) => isSure);
    expect(sure({})).toEqual([true]);
    expect(plannerOf({}).find({ name: "Bob Smyth", company: "Acme" })[0]?.isSure).toBe(false);
    const draftOf = (settings: object) => {
      const planner = plannerOf(settings);
      const [ask] = planner.plan(REQUEST).asks;
      return planner
        .draft(ask, { reason: "we build heat pumps for warehouses" })
        .lint.map(({ rule }) => rule);
    };
    expect(draftOf({ drafts: { noteWordsMin: 150 } })).not.toEqual(draftOf({}));
  });
});
