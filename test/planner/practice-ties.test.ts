import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { describePlan } from "../../src/report/index.js";
import { tieStrength } from "../../src/ties/index.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

const sold = (customer: string) =>
  ({ id: `s ${customer}`, type: "sale.delivered", at: "2026-11-20", seller: "me", customer }) as const;

describe("kinds of ties", () => {
  it("are told from either side: a customer is a vendor from the other one's, a competitor is one from both", () => {
    const { network } = practiceWorld();
    for (const id of ["zed", "amy"]) network.addPerson({ id, name: id });
    network.addTie({ from: "zed", to: "amy", evidence: { contexts: ["customer", "competitor"] } });
    network.addTie({ from: "amy", to: "zed", evidence: { contexts: ["vendor"] } });
    expect(network.seenBy("zed").tie("zed", "amy")?.evidence.contexts).toEqual(["competitor", "customer"]);
    expect(network.seenBy("zed").tie("amy", "zed")?.evidence.contexts).toEqual(["competitor", "vendor"]);
  });

  it("make no tie stronger by competing; former colleagues are as close as those who connected at work", () => {
    const strength = (contexts: string[]) => tieStrength({ contexts }, { now: MONDAY }).strength;
    expect(strength(["work:acme", "competitor"])).toBe(strength(["work:acme"]));
    expect(strength(["work:acme", "vendor"])).toBeGreaterThan(strength(["work:acme"]));
    expect(strength(["former-colleague"])).toBe(strength(["worked-together"]));
  });
});

describe("1.3: different questions for business and private contacts", () => {
  it.each([
    [undefined, /your customers or suppliers, or even a competitor/, /a friend, a neighbor/],
    [GERMAN, /Ihrer Kundschaft/, /Ihrer Familie/],
    [SPANISH, /tus clientes/, /tu familia/],
  ])("names the circle in which to look where no candidate is known (%#)", (locale, business, family) => {
    const { planner, network } = practiceWorld();
    network.addPerson({ id: "uma", name: "Uma Roth" });
    network.addTie({ from: "me", to: "uma", evidence: { closeness: 0.5 } });
    network.addTie({ from: "me", to: "cho", evidence: { contexts: ["family"] } });
    network.addTie({ from: "cho", to: "bob", owner: "cho", evidence: {} });
    planner.recordAll([sold("eve"), sold("uma"), sold("cho")]);
    const noteTo = (person: string) =>
      planner
        .next({ seeker: "me", now: MONDAY, ...(locale && { locale }) })
        .find((action) => action.person === person && action.kind === "ask-after-success")?.draft?.note;
    expect(noteTo("eve")).toMatch(business);
    expect(noteTo("uma")).toMatch(family);
    expect(noteTo("cho")).not.toMatch(business);
  });
});

describe("1.17: people of one trade know each other, rivals too", () => {
  it("names contacts in the buyer's trade, with and without a way, and counts them as no way", () => {
    const { planner, network } = practiceWorld();
    const trade = (id: string) =>
      network.addPerson({ id, tags: [{ code: "industry:cold storage", evidence: "own list" }] });
    for (const id of ["bob", "eve", "ann"]) trade(id);
    const plan = planForBob(planner);
    // Ann is seen to know Bob already.
    expect(plan.nearby).toEqual([{ person: "eve", company: "Gamma", trade: "cold storage" }]);
    expect(plan.issues.map(({ code }) => code)).toContain("SAME_TRADE");
    expect(describePlan(plan, planner).caveats.join()).toContain("Eve Holt (Gamma): in the same trade");
    network.addPerson({ id: "kim", name: "Kim Sato", company: "Iota" });
    trade("kim");
    const none = planner.plan({ seeker: "me", target: "kim", now: MONDAY });
    expect(none.paths).toEqual([]);
    expect(none.nearby?.map(({ person }) => person)).toEqual(["ann", "eve"]);
  });

  it("marks competitors on a way, says so in the request in every language, and names none as a candidate", () => {
    const { planner, network } = practiceWorld();
    expect(planForBob(planner).issues.map(({ code }) => code)).not.toContain("COMPETITORS_ON_WAY");
    network.addTie({ from: "ann", to: "bob", owner: "ann", evidence: { contexts: ["competitor"] } });
    const plan = planForBob(planner);
    expect(plan.issues.map(({ code }) => code)).toContain("COMPETITORS_ON_WAY");
    const ask = plan.asks.find(({ connector }) => connector === "ann");
    expect(ask?.why).toMatch(/^They compete with the one/);
    for (const [locale, words] of [
      [undefined, "your firms compete"],
      [GERMAN, "im Wettbewerb"],
      [SPANISH, "compiten"],
    ] as const) {
      expect(planner.draft(ask, { ...(locale && { locale }) }).note).toContain(words);
      expect(JSON.stringify(describePlan(plan, planner, { ...(locale && { locale }) }).cards)).toMatch(
        /compete|Wettbewerb|compiten/,
      );
    }
    const cho = plan.asks.find(({ connector }) => connector === "cho");
    expect(planner.draft(cho).note).not.toContain("compete");
    planner.record(sold("ann"));
    const question = planner
      .next({ seeker: "me", now: MONDAY })
      .find(({ kind }) => kind === "ask-after-success");
    expect(question).toMatchObject({ person: "ann", candidates: ["dan"] });
  });

  it("marks a competitor of one's own by the tag, and tells nobody else of a private one", () => {
    const { planner, network } = practiceWorld();
    const tag = { code: "sensitive:competitor", evidence: "type", private: true, owner: "me" };
    network.addPerson({ id: "cho", tags: [tag] });
    expect(planForBob(planner).issues.map(({ code }) => code)).toContain("COMPETITORS_ON_WAY");
    const other = planner.plan({ seeker: "ann", target: "cho", now: MONDAY });
    expect(other.issues.map(({ code }) => code)).not.toContain("COMPETITORS_ON_WAY");
  });
});

describe("1.21: others within the same company", () => {
  it("an introduction by a colleague of the buyer costs less than the same one by somebody else", () => {
    const { planner, network } = practiceWorld();
    const price = () => Object.fromEntries(planForBob(planner).asks.map((ask) => [ask.connector, ask.price]));
    const before = price();
    network.addPerson({ id: "cho", company: "Acme" });
    const after = price();
    expect(after["cho"]).toBeLessThan(before["cho"] ?? 0);
    expect(after["ann"]).toBe(before["ann"]);
    const equal = practiceWorld({ settings: { asking: { costs: { colleague: 1 } } } });
    equal.network.addPerson({ id: "cho", company: "Acme" });
    expect(planForBob(equal.planner).asks.find(({ connector }) => connector === "cho")?.price).toBe(
      before["cho"],
    );
  });
});

describe("3.8: vendors scratch a back that scratches theirs", () => {
  it("what a vendor did unreturned weighs more with each favor, and nothing while one owes them nothing", () => {
    const consent = (favors: number, by: "tie" | "tag" | "none", given = 0) => {
      const { planner, network } = practiceWorld();
      if (by === "tie") network.addTie({ from: "ann", to: "me", evidence: { contexts: ["customer"] } });
      if (by === "none") network.addTie({ from: "ann", to: "me", evidence: { contexts: ["work:x"] } });
      if (by === "tag") {
        network.addTie({ from: "ann", to: "me", evidence: { contexts: ["work:x"] } });
        network.addPerson({ id: "ann", tags: [{ code: "method:vendor", evidence: "supplier" }] });
      }
      for (let i = 0; i < favors + given; i++) {
        const [giver, receiver] = i < favors ? ["ann", "me"] : ["me", "ann"];
        const head = { id: `f${i}`, type: "favor.given", at: "2026-10-01" } as const;
        planner.record({ ...head, giver, receiver, kind: "advice", size: 0.5 } as never);
      }
      return planForBob(planner).paths.find(({ people }) => people[1] === "ann")?.legs[0]?.consent ?? 0;
    };
    expect(consent(0, "tie")).toBe(consent(0, "none"));
    expect(consent(0, "tie", 2)).toBe(consent(0, "none", 2));
    const gaps = [1, 2, 3].map((n) => consent(n, "none") - consent(n, "tie"));
    expect(gaps.every((gap) => gap > 0.005)).toBe(true);
    expect(consent(2, "tag")).toBe(consent(2, "tie"));
    expect(consent(1, "tie") - consent(2, "tie")).toBeGreaterThan(0);
  });
});
