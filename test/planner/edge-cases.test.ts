import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";

const NOW = "2026-06-01";

/** me - c_i - t for each closeness; t is Bob Smith at Acme. */
function star(closeness: readonly number[], policy = {}): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson({ id: "t", name: "Bob Smith", company: "Acme" });
  for (const [i, value] of closeness.entries()) {
    network.addPerson({ id: `c${i}`, name: `Connector ${"ABCDEF"[i]}`, company: `Co ${i}` });
    network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: value } });
    network.addTie({ from: `c${i}`, to: "t", evidence: { closeness: 0.6 } });
  }
  return new IntroductionPlanner({ network, policy });
}

const plan = (planner: IntroductionPlanner, now = NOW) => planner.plan({ seeker: "me", target: "t", now });

function send(planner: IntroductionPlanner, id: string, at = NOW, connector = 0, words = {}): string {
  const ask = plan(planner, at).asks[connector];
  planner.record({ id, type: "ask.sent", at, ask, ...words });
  return ask?.id as string;
}

describe("a planner at the edges", () => {
  it("does not refuse while a connector has agreed, although all others' gates are closed", () => {
    const planner = star([0.9, 0.8]);
    const ask = send(planner, "1");
    planner.record({ id: "2", type: "ask.agreed", at: NOW, ask });
    for (const c of ["c0", "c1"]) {
      planner.record({
        id: c,
        type: "favor.given",
        at: NOW,
        giver: c,
        receiver: "me",
        kind: "introduction",
        size: 3,
      });
    }
    expect(plan(planner).refusal).toBeUndefined();
  });

  it("remembers a target's no when the network learns of them later", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    for (const id of ["c0", "c1"]) {
      network.addPerson({ id, name: `Person ${id}`, company: "Acme" });
      network.addTie({ from: "me", to: id, evidence: {} });
    }
    const planner = new IntroductionPlanner({ network });
    const target = { name: "Bob Smith", company: "Acme" };
    const [ask] = planner.plan({ seeker: "me", target, now: NOW }).asks;
    planner.record({ id: "1", type: "ask.sent", at: NOW, ask });
    planner.record({ id: "2", type: "introduction.made", at: NOW, ask: ask?.id as string });
    planner.record({ id: "3", type: "target.declined", at: NOW, ask: ask?.id as string });
    expect(planner.plan({ seeker: "me", target, now: NOW }).refusal?.code).toBe("no-path");
    network.addPerson({ id: "p_bob", name: "Bob Smith", company: "Acme" });
    const after = planner.plan({ seeker: "me", target, now: NOW });
    expect(after.target.id).toBe("p_bob");
    expect(after.refusal?.code).toBe("no-path");
  });

  it("takes the word that a buyer is new, even where one of that very name is known", () => {
    const planner = star([0.5]);
    const fresh = planner.plan({
      seeker: "me",
      target: { name: "Bob Smith", company: "Acme", isNew: true },
      now: NOW,
    });
    expect(fresh.target.known).toBe(false);
  });

  it("takes nobody for a first name alone", () => {
    expect(star([0.5]).plan({ seeker: "me", target: "Bob", now: NOW }).refusal).toBeDefined();
  });

  it("reads a connector who was merged under the id that is kept", () => {
    const planner = star([0.9, 0.5]);
    const ask = send(planner, "1");
    planner.record({ id: "2", type: "ask.declined", at: NOW, ask });
    planner.network.addPerson({ id: "kept", name: "Connector A", company: "Co 0" });
    planner.network.mergePeople([["kept", "c0"]]);
    expect(plan(planner).paths.flatMap(({ people }) => people)).not.toContain("kept");
    expect(planner.plan({ seeker: "me", target: "t", exclude: "c1", now: NOW }).paths).toEqual([]);
  });

  it("forgets an erased buyer everywhere", () => {
    const network = new Network();
    for (const id of ["me", "c"]) network.addPerson({ id, name: `Person ${id}`, company: "Acme" });
    network.addTie({ from: "me", to: "c", evidence: {} });
    const planner = new IntroductionPlanner({ network });
    const made = planner.plan({
      seeker: "me",
      target: { name: "ZZCANARY Smith", company: "Acme" },
      now: NOW,
    });
    planner.record({
      id: "1",
      type: "ask.sent",
      at: NOW,
      ask: made.asks[0],
      reason: "ZZCANARY Smith opens a plant",
    });
    planner.erase(made.target.id);
    const out = [planner.toJSON(), planner.next({ seeker: "me", now: "2026-06-20" })];
    expect(JSON.stringify(out)).not.toContain("ZZCANARY");
  });

  it("drafts with the seeker's own last words", () => {
    const planner = star([0.9, 0.8, 0.7]);
    const old = send(planner, "1", "2026-05-01", 0, { reason: "OLDREASON one two three" });
    planner.record({ id: "2", type: "ask.declined", at: "2026-05-02", ask: old });
    const late = send(planner, "3", "2026-05-10", 0, { reason: "NEWREASON one two three", channel: "Slack" });
    planner.record({ id: "4", type: "ask.declined", at: "2026-05-11", ask: late });
    const [action] = planner.next({ seeker: "me", now: "2026-05-12" });
    expect(action?.draft?.note).toContain("NEWREASON");
  });

  it("says the same of a target in plan, campaign, reach and next", () => {
    const planner = star([0.9, 0.8]);
    const campaign = (now = NOW) =>
      planner.campaign({ seeker: "me", targets: [{ target: "t", value: 100 }], now });
    const ask = send(planner, "1");
    // Who else is asked waits until the first one is given up.
    expect(campaign().buyers[0]?.open).toEqual([ask]);
    expect(campaign().asks.map(({ connector }) => connector)).toEqual(["c1"]);
    for (const { day } of campaign().asks) expect(day > NOW).toBe(true);
    planner.record({ id: "2", type: "introduction.made", at: NOW, ask });
    planner.record({ id: "3", type: "target.agreed", at: NOW, ask });
    expect(campaign().left[0]?.refusal.message).toContain("already");
    expect(plan(planner).asks).toEqual([]);
    expect(plan(planner).jointProbability).toBe(1);
    planner.network.setDoNotAsk("t", true);
    expect(planner.reach({ seeker: "me", targets: ["t"], now: NOW })[0]).toMatchObject({ probability: 0 });
  });

  it("offers a connector again after a withdrawn ask has cooled down", () => {
    const planner = star([0.9]);
    const ask = send(planner, "1");
    planner.record({ id: "2", type: "ask.withdrawn", at: NOW, ask });
    expect(plan(planner, "2026-06-10").asks).toEqual([]);
    expect(plan(planner, "2026-06-10").waiting.map(({ connector }) => connector)).toEqual(["c0"]);
    expect(plan(planner, "2026-09-01").asks.map(({ connector }) => connector)).toEqual(["c0"]);
  });

  it("holds reach and campaign to the bounds of a plan", () => {
    const planner = star([0.5]);
    const refused = (call: () => unknown, code = "INVALID_ARGUMENT") =>
      expect(call).toThrow(expect.objectContaining({ code }));
    refused(() => planner.reach({ seeker: "me", targets: ["t"], maxHops: 5, now: NOW }));
    refused(() => planner.reach({ seeker: [], targets: ["t"], now: NOW }));
    refused(() => planner.reach({ seeker: "me", targets: "t" as never, now: NOW }));
    refused(() => planner.campaign({ seeker: "me", targets: [], k: 5000, now: NOW }));
    refused(() =>
      planner.campaign({ seeker: "me", targets: [{ target: "t", value: Number.NaN }], now: NOW }),
    );
    refused(() => planner.campaign({ seeker: "me", targets: 3 as never, now: NOW }));
    refused(() => planner.plan({ seeker: "\ud800", target: "t", now: NOW }), "INVALID_ID");
    refused(() => planner.plan({ seeker: 5 as never, target: "t", now: NOW }));
    refused(() => planner.plan({ seeker: "me", target: "t", exclude: 5 as never, now: NOW }));
    refused(() => planner.plan({ seeker: "me", target: "t", diversity: "no" as never, now: NOW }));
    const self = planner.campaign({ seeker: "me", targets: [{ target: "me", value: 5 }], now: NOW });
    expect(self.left).toHaveLength(1);
    expect(planner.reach({ seeker: "me", targets: ["me"], now: NOW })[0]?.probability).toBe(0);
  });

  it("plans a campaign alike in whatever order targets come, each at its greatest value", () => {
    const campaign = (values: readonly number[]) =>
      star([0.9, 0.8]).campaign({
        seeker: "me",
        targets: values.map((value, i) => ({ target: i === 0 ? "t" : "Bob Smith at Acme", value })),
        now: NOW,
      });
    expect(JSON.stringify(campaign([50, 5]))).toBe(JSON.stringify(campaign([5, 50])));
  });

  it("keeps a buyer only with an event that was taken in, and only their words", () => {
    const network = new Network();
    for (const id of ["me", "c"]) network.addPerson({ id, name: `Person ${id}`, company: "Acme" });
    network.addTie({ from: "me", to: "c", evidence: {} });
    const planner = new IntroductionPlanner({ network });
    const [ask] = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: NOW }).asks;
    planner.record({ id: "1", type: "ask.sent", at: NOW, ask });
    const before = JSON.stringify(planner);
    const other = { ...ask, buyer: { id: "x", name: "Somebody Else" } } as typeof ask;
    expect(planner.record({ id: "1", type: "ask.sent", at: NOW, ask: other })).toBe("exists");
    expect(JSON.stringify(planner)).toBe(before);
  });

  it("refuses a policy that JSON or the rules could not hold, and keeps its own copy", () => {
    const { network } = star([0.5]);
    const bad = [
      { readiness: { quarterCap: Number.POSITIVE_INFINITY } },
      { readiness: { quarterCap: "x" } },
      { ledger: { gateDeposit: -1 } },
      { lapseDays: 0 },
      { maxStates: 0.5 },
      { connectors: [{ connector: 3 }] },
      { connectors: [{ connector: "c0", blackouts: [{ from: "2026-02-01", to: "2026-01-01" }] }] },
    ];
    for (const policy of bad) {
      expect(
        () => new IntroductionPlanner({ network, policy: policy as never }),
        JSON.stringify(policy),
      ).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    }
    const readiness = { quarterCap: 2 };
    const planner = new IntroductionPlanner({ network, policy: { readiness } });
    readiness.quarterCap = 0;
    expect(plan(planner).asks).toHaveLength(1);
    expect(() => new IntroductionPlanner({ network, journal: {} as never })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    expect(() => new (IntroductionPlanner as never as new () => unknown)()).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("reads no damaged snapshot", () => {
    const good = JSON.parse(JSON.stringify(star([0.5])));
    for (const journal of [undefined, null, 5, "x"]) {
      expect(() => IntroductionPlanner.fromJSON({ ...good, journal })).toThrow(
        expect.objectContaining({ code: "INVALID_SNAPSHOT" }),
      );
    }
  });

  it("has 12 digits at most in every number of a plan", () => {
    const network = new Network();
    for (const id of ["me", "a", "b", "c", "t"]) network.addPerson({ id });
    for (const [from, to] of [
      ["me", "a"],
      ["me", "b"],
      ["a", "b"],
      ["a", "t"],
      ["b", "t"],
      ["b", "c"],
      ["c", "t"],
    ] as const) {
      network.addTie({ from, to, evidence: { closeness: 1 / 3 } });
    }
    const planner = new IntroductionPlanner({ network });
    const out = [
      planner.plan({ seeker: "me", target: "t", now: NOW }),
      planner.tieToWarm({ seeker: "me", target: "t", now: NOW }),
    ];
    const walk = (value: unknown): void => {
      if (typeof value === "number") expect(Number(value.toPrecision(12))).toBe(value);
      else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
    };
    walk(out);
  });

  it("hashes all that was asked for into a plan's id", () => {
    const planner = star([0.9, 0.8]);
    const ids = [{}, { exclude: ["c0"] }, { inferTies: false }, { diversity: true }, { headcount: 9 }].map(
      (more) => planner.plan({ seeker: "me", target: "t", now: NOW, ...more }).id,
    );
    expect(new Set(ids).size).toBe(5);
  });
});

describe("calls without arguments", () => {
  it("are refused with a code", () => {
    const planner = star([0.5]) as never as Record<string, (x?: unknown) => unknown>;
    for (const name of ["plan", "reach", "campaign", "next", "standing", "giveFirst", "draft"]) {
      for (const bad of [undefined, null, 5]) {
        expect(() => planner[name]?.(bad), name).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^INVALID_/) }),
        );
      }
    }
  });
});

describe("two seekers with one shared connector", () => {
  it("asks through the one whose gate is open", () => {
    const network = new Network();
    for (const id of ["a", "b", "c", "t"]) network.addPerson({ id, name: `Person ${id}` });
    network.addTie({ from: "a", to: "c", evidence: { closeness: 0.7 } });
    network.addTie({ from: "b", to: "c", evidence: { closeness: 0.3 } });
    network.addTie({ from: "c", to: "t", evidence: { closeness: 0.8 } });
    const planner = new IntroductionPlanner({ network });
    planner.record({
      id: "1",
      type: "favor.given",
      at: NOW,
      giver: "c",
      receiver: "a",
      kind: "introduction",
      size: 3,
    });
    const both = planner.plan({ seeker: ["a", "b"], target: "t", now: NOW });
    expect(both.asks.map(({ seeker }) => seeker)).toEqual(["b"]);
    expect(both.refusal).toBeUndefined();
  });
});

describe("a campaign's asks", () => {
  it("hold the numbers that a plan of their day holds", () => {
    const planner = star([0.9, 0.6]);
    const [ask] = planner.campaign({ seeker: "me", targets: [{ target: "t", value: 100 }], now: NOW }).asks;
    const planned = planner.plan({ seeker: "me", target: "t", now: ask?.day as string }).asks;
    const same = planned.find(({ connector }) => connector === ask?.connector);
    expect(ask?.ask).toMatchObject({
      id: same?.id,
      probability: same?.probability,
      cost: same?.cost,
      price: same?.price,
    });
  });
});
