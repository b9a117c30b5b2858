import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { jointSuccess } from "../../src/ask-order/index.js";
import { Network, snapshotFor } from "../../src/network/index.js";
import { FoundTies } from "../../src/paths/found-ties.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { codeOf } from "../support/journal-codes.js";
import { pooledWorld } from "../support/pooled-worlds.js";
import { seededRandom } from "../support/random.js";

const now = "2026-11-28";
const TITLES = ["Engineer", "VP Operations", "Buyer"] as const;

function world(): { network: Network; planner: IntroductionPlanner } {
  const network = new Network();
  for (const [id, name, company, title] of [
    ["me", "Ada Park", "Northwind", "Founder"],
    ["ann", "Ann Lee", "Acme GmbH", "Engineer"],
    ["cho", "Cho Min", "Halden", "Partner"],
    ["vp", "Vera Poe", "Acme", "VP Operations"],
    ["cfo", "Carl Fox", "Acme Inc.", "Chief Financial Officer"],
    ["ex", "Eva Xu", "Elsewhere", "Consultant"],
  ] as const)
    network.addPerson({
      id,
      name,
      company,
      title,
      ...(id === "vp" ? { emails: ["vera@acme.example"] } : {}),
    });
  network.addPerson({
    id: "ex",
    name: "Eva Xu",
    spells: [{ kind: "work", organization: "Acme", past: true }],
  });
  for (const [from, to, closeness] of [
    ["me", "ann", 0.8],
    ["me", "cho", 0.5],
    ["me", "ex", 0.4],
    ["cho", "vp", 0.6],
    ["cho", "cfo", 0.6],
    ["ann", "vp", 0.3],
  ] as const)
    network.addTie({ from, to, evidence: { closeness }, owner: "me" });
  return { network, planner: new IntroductionPlanner({ network }) };
}

describe("planner.account", () => {
  it("tells who is known at a company, whatever its form, and who of one's contacts is or was inside", () => {
    const { planner } = world();
    for (const company of ["Acme", "ACME GmbH", "acme inc"]) {
      const plan = planner.account({ seeker: "me", company, now });
      expect(plan.people.map(({ person }) => person).sort()).toEqual(["ann", "cfo", "vp"]);
      expect(
        plan.people.every(({ probability, path }) =>
          path === undefined ? probability === 0 : probability > 0,
        ),
      ).toBe(true);
      expect(plan.insiders.map(({ person, former }) => [person, former])).toEqual([
        ["ann", false],
        ["ex", true],
      ]);
      expect(plan.insiders[0]?.mayKnow).toEqual(expect.arrayContaining(["vp", "cfo"]));
      expect(plan.refusal).toBeUndefined();
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
    const byDomain = planner.account({ seeker: "me", company: "https://www.acme.example/team", now });
    expect(byDomain.company).toBe(planner.account({ seeker: "me", company: "Acme", now }).company);
    expect(byDomain.people.map(({ person }) => person).sort()).toEqual(["ann", "cfo", "vp"]);
  });

  it("finds a company by another of its names, and nobody by a mail service that all may use", () => {
    const { network } = world();
    network.addPerson({ id: "zoe", name: "Zoe Kim", company: "Facebook", emails: ["zoe@gmail.com"] });
    network.addTie({ from: "me", to: "zoe", evidence: { closeness: 0.6 } });
    const planner = new IntroductionPlanner({ network });
    const peopleAt = (company: string) =>
      planner.account({ seeker: "me", company, now }).people.map(({ person }) => person);
    for (const company of ["Meta Platforms, Inc.", "meta", "facebook.com"])
      expect(peopleAt(company), company).toEqual(["zoe"]);
    expect(peopleAt("gmail.com")).toEqual([]);
  });

  it("plans for any of several roles, asking a connector who leads to two of them once", () => {
    const { planner } = world();
    const plan = planner.account({
      seeker: "me",
      company: "Acme",
      roles: ["VP Operations", "Chief Financial Officer"],
      now,
    });
    expect(plan.people.map(({ person }) => person).sort()).toEqual(["cfo", "vp"]);
    const connectors = plan.asks.map(({ connector }) => connector);
    expect(new Set(connectors).size).toBe(connectors.length);
    expect(connectors).toContain("cho");
    const alone = ["vp", "cfo"].map((target) => planner.plan({ seeker: "me", target, now }).jointProbability);
    expect(plan.jointProbability).toBeGreaterThanOrEqual(Math.max(...alone) - 1e-9);
    expect(plan.jointProbability).toBeLessThan(1 - alone.reduce((left, p) => left * (1 - p), 1));
  });

  it("seeks a role that nobody known holds through those who may know its holder", () => {
    const { planner } = world();
    const plan = planner.account({ seeker: "me", company: "Acme", roles: ["Head of Procurement"], now });
    expect(plan.people).toHaveLength(1);
    expect(plan.people[0]).toMatchObject({
      role: "Head of Procurement",
      company: expect.stringMatching(/Acme/),
    });
    expect(plan.people[0]?.person).toBeUndefined();
    expect(plan.asks[0]?.buyer).toMatchObject({ title: "Head of Procurement" });
  });

  it("says what was looked at, and why there is nobody", () => {
    const { planner } = world();
    const plan = planner.account({ seeker: "me", company: "Nowhere", now });
    expect(plan).toMatchObject({
      people: [],
      insiders: [],
      asks: [],
      jointProbability: 0,
      refusal: { code: "no-path" },
    });
    expect([...plan.checked, ...plan.notChecked].sort()).toEqual(
      [
        ...planner.plan({ seeker: "me", target: "vp", now }).checked,
        ...planner.plan({ seeker: "me", target: "vp", now }).notChecked,
      ].sort(),
    );
    expect(plan.notChecked).toContain("messages");
  });

  it("takes whoever holds a position, else one like it, and neither assistants nor those who held it once", () => {
    const { network } = world();
    const titles = { boss: "Managing Director", aide: "Assistant to the CEO", old: "Former CEO" };
    for (const [id, title] of Object.entries(titles))
      network.addPerson({ id, name: `Person ${id}`, company: "Acme", title });
    const planner = new IntroductionPlanner({ network });
    const holders = (role: string) =>
      planner
        .account({ seeker: "me", company: "Acme", roles: [role], now })
        .people.map(({ person }) => person);
    expect(holders("CEO")).toEqual(["boss"]);
    network.addPerson({ id: "ceo", name: "Person ceo", company: "Acme", title: "Co-Founder & CEO" });
    expect(holders("CEO")).toEqual(["ceo"]);
    expect(holders("Vice President, Operations")).toEqual(["vp"]);
  });

  it("lists those who are not to be asked, declined or were won, and looks for no way around them", () => {
    const { network, planner } = world();
    network.setDoNotAsk("vp", true);
    const [ask] = planner.plan({ seeker: "me", target: "cfo", now: "2026-11-01" }).asks;
    planner.record({ id: "s", type: "ask.sent", at: "2026-11-01", ask });
    planner.record({ id: "i", type: "introduction.made", at: "2026-11-03", ask: ask?.id ?? "" });
    planner.record({ id: "n", type: "target.declined", at: "2026-11-05", ask: ask?.id ?? "" });
    const plan = planner.account({ seeker: "me", company: "Acme", roles: ["VP Operations", "CFO"], now });
    expect(plan.people.map(({ person, refusal, path }) => [person, refusal?.code, path])).toEqual([
      ["cfo", "no-path", undefined],
      ["vp", "no-path", undefined],
    ]);
    expect(plan).toMatchObject({ asks: [], waiting: [], jointProbability: 0, refusal: { code: "no-path" } });
  });

  it("counts an ask that waits for its answer, and asks nobody else for the same person meanwhile", () => {
    const { planner } = world();
    const [ask] = planner.account({ seeker: "me", company: "Acme", roles: ["VP Operations"], now }).asks;
    expect(planner.draft(ask as never, { reason: "Acme opens a second plant." }).note).toContain("Vera Poe");
    planner.record({ id: "s", type: "ask.sent", at: now, ask });
    const plan = planner.account({ seeker: "me", company: "Acme", roles: ["VP Operations"], now });
    expect(plan.open).toEqual([ask?.id]);
    expect(plan.jointProbability).toBeGreaterThan(0);
    expect(plan.asks.length).toBeGreaterThan(0);
    for (const { connector, readiness } of plan.asks) {
      expect(connector).not.toBe(ask?.connector);
      expect(readiness.unmet).toContain("open-ask-target");
    }
  });

  it("is the plan for the one buyer where only one is wanted", () => {
    const { planner } = world();
    const account = planner.account({
      seeker: "me",
      company: "Acme",
      roles: ["VP Operations"],
      value: 30,
      now,
    });
    const plan = planner.plan({ seeker: "me", target: "vp", value: 30, now });
    const { asks, waiting, jointProbability, expectedCost, expectedValue, method, stop, issues } = plan;
    expect(account.direct).toEqual({ ...plan.direct, person: "vp" });
    expect(account).toMatchObject({
      // Those who once worked there are an account's insiders, and no issue of its own.
      issues: issues.filter(({ code }) => code !== "FORMER_COLLEAGUES"),
      asks,
      waiting,
      jointProbability,
      expectedCost,
      expectedValue,
      method,
      stop,
    });
  });

  it("names companies of nearly that name where nobody is known", () => {
    const { planner } = world();
    const { refusal } = planner.account({ seeker: "me", company: "Acmee", now });
    expect(refusal?.code).toBe("no-path");
    expect(refusal?.candidates?.map(({ person }) => person).sort()).toEqual(["ann", "cfo", "vp"]);
  });

  it("leads over masked ties without a name that they keep back", () => {
    const { network } = world();
    network.addPerson({ id: "ben", name: "Ben Cho", company: "Northwind" });
    network.addPerson({ id: "zzmask", name: "Zzname Zzlast", company: "Zzfirm" });
    network.addTie({ from: "me", to: "ben", evidence: { closeness: 0.9 } });
    network.addTie({ from: "ben", to: "zzmask", evidence: { closeness: 0.9 }, visibility: "masked" });
    network.addTie({
      from: "zzmask",
      to: "cfo",
      evidence: { closeness: 0.9 },
      owner: "ben",
      visibility: "masked",
    });
    const planner = new IntroductionPlanner({ network });
    const request = { seeker: "me", company: "Acme", roles: ["CFO"], now };
    const open = planner.account({ ...request, maskKey: "a secret of the app's own" });
    const plain = planner.account(request);
    expect(JSON.stringify(open)).not.toMatch(/zz/i);
    expect(open.jointProbability).toBeGreaterThan(plain.jointProbability);
    const hidden = open.asks.find(({ connector }) => connector.startsWith("masked_"));
    expect(open.masked?.map(({ id }) => id)).toContain(hidden?.connector);
    expect(hidden?.legs.map(({ evidence }) => evidence)).toEqual([{}, {}, {}]);
    expect(open.people[0]).toMatchObject({ person: "cfo", name: "Carl Fox" });
    expect(plain.masked).toBeUndefined();
  });

  it("grows with the people of a company, not with their pairs", () => {
    const offers = vi.spyOn(FoundTies.prototype, "offer");
    const guessesAt = (people: number, isKnown: boolean): number => {
      const network = new Network();
      network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
      for (let i = 0; i < people; i++) {
        network.addPerson({ id: `p${i}`, name: `Person ${i}`, company: "Acme", title: TITLES[i % 3] ?? "" });
        if (isKnown || i < 5) network.addTie({ from: "me", to: `p${i}`, evidence: { closeness: 0.5 } });
      }
      const planner = new IntroductionPlanner({ network, settings: { search: { accountPeople: 2 } } });
      offers.mockClear();
      const { people: listed } = planner.account({ seeker: "me", company: "Acme", k: 1, now });
      expect(listed).toHaveLength(people);
      expect(listed.filter(({ path }) => path !== undefined)).toHaveLength(2);
      return offers.mock.calls.length;
    };
    for (const isKnown of [true, false])
      expect(guessesAt(160, isKnown) / guessesAt(80, isKnown)).toBeLessThan(2.2);
    offers.mockRestore();
  });

  it("lists more people than it looks for paths to", () => {
    const { network } = world();
    const planner = new IntroductionPlanner({ network, settings: { search: { accountPeople: 1 } } });
    const { people, asks } = planner.account({ seeker: "me", company: "Acme", now });
    expect(people).toHaveLength(3);
    expect(people.filter(({ path }) => path !== undefined).map(({ person }) => person)).toEqual(["ann"]);
    expect(new Set(asks.map(({ target }) => target))).toEqual(new Set(["ann"]));
  });

  it("shows nobody whom the seeker may not see", () => {
    const { network } = world();
    network.addPerson({ id: "secret", name: "Sam Quiet", company: "Acme", title: "CEO" });
    network.addTie({
      from: "cho",
      to: "secret",
      evidence: { closeness: 0.9 },
      owner: "cho",
      visibility: "private",
    });
    const plan = new IntroductionPlanner({ network }).account({ seeker: "me", company: "Acme", now });
    expect(JSON.stringify(plan)).not.toContain("secret");
  });

  it("is the same on what a seeker may be handed of the network", () => {
    const random = seededRandom(20261128);
    let people = 0;
    for (let world = 0; world < 8; world++) {
      const { network, ids } = pooledWorld(random);
      const seeker = random.pick(ids);
      const handed = Network.fromJSON(JSON.parse(JSON.stringify(snapshotFor(network, seeker))));
      const companies = new Set(network.people().flatMap(({ company }) => company ?? []));
      for (const company of companies) {
        const [whole, own] = [network, handed].map((one) =>
          new IntroductionPlanner({ network: one }).account({ seeker, company, now }),
        );
        expect(whole).toEqual(own);
        people += whole?.people.length ?? 0;
      }
    }
    expect(people).toBeGreaterThan(20);
  });

  it("refuses no company, no list of roles, unknown keys and unknown seekers", () => {
    const { planner } = world();
    for (const [bad, code] of [
      [{ company: " " }, "INVALID_ARGUMENT"],
      [{ company: 7 }, "INVALID_ARGUMENT"],
      [{ roles: "CEO" }, "INVALID_ARGUMENT"],
      [{ rolls: [] }, "INVALID_ARGUMENT"],
      [{ k: 0 }, "INVALID_ARGUMENT"],
      [{ seeker: "nobody" }, "UNKNOWN_PERSON"],
    ] as const)
      expect(codeOf(() => planner.account({ seeker: "me", company: "Acme", now, ...bad } as never))).toBe(
        code,
      );
  });

  it("counts a consent that serves several people once: the joint chance of both by hand", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (closeness) => {
        const network = new Network();
        for (const id of ["me", "cho"]) network.addPerson({ id, name: id });
        for (const id of ["x", "y"]) network.addPerson({ id, name: `Person ${id}`, company: "Acme" });
        network.addTie({ from: "me", to: "cho", evidence: { closeness } });
        for (const id of ["x", "y"]) network.addTie({ from: "cho", to: id, evidence: { closeness: 0.5 } });
        const plan = new IntroductionPlanner({ network }).account({ seeker: "me", company: "Acme", now });
        const [x, y] = plan.people.map(({ path }) => path?.legs);
        const asks = [
          { id: "cho", probability: x?.[0]?.consent as number, cost: 0 },
          { id: "x", probability: x?.[1]?.consent as number, cost: 0 },
          { id: "y", probability: y?.[1]?.consent as number, cost: 0 },
        ];
        const routes = [
          ["cho", "x"],
          ["cho", "y"],
        ];
        expect(plan.jointProbability).toBeCloseTo(jointSuccess({ asks, routes }), 9);
      }),
      { numRuns: 20 },
    );
  });
});
