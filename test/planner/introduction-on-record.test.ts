import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network, type PlannerEvent } from "../../src/index.js";
import { MONDAY } from "../support/practice-world.js";

const BUYER = { name: "Bo Stern", company: "Acme" };
const ask = { seeker: "me", target: BUYER, headcount: 400, now: MONDAY };

/** Ada knows Cho and Dan, who work where the buyer does; nobody has seen whether they know each other. */
function world(settings: object = {}, channel?: string) {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  for (const [id, name] of [
    ["cho", "Cho Lin"],
    ["dan", "Dan Voss"],
  ] as const) {
    network.addPerson({ id, name, company: "Acme", title: "Purchasing Manager" });
    const interactions = [{ at: "2026-10-01", direction: "both", kind: "call" } as const];
    network.addTie({ from: "me", to: id, evidence: { connectedOn: "2021-05-01", interactions } });
  }
  const planner = new IntroductionPlanner({ network, settings });
  const sent = planner.plan(ask).asks[0]!;
  const at = "2026-11-20";
  planner.record({ id: "s", type: "ask.sent", at, ask: sent, ...(channel && { channel }) } as PlannerEvent);
  const step = (type: string, more = {}) =>
    planner.record({ id: type, type, at, ask: sent.id, ...more } as PlannerEvent);
  const legOf = () => {
    const plan = planner.plan(ask);
    const path = plan.paths.find(({ people }) => people[1] === sent.connector)!;
    return { joint: plan.jointProbability, leg: path.legs[1]!, path };
  };
  return { planner, sent, step, legOf };
}

describe("a plan over a guess, after what is on record of the request", () => {
  it("takes a yes for strong evidence that they know the buyer, and an introduction for proof", () => {
    const { step, legOf, sent } = world();
    const { tieProbability: guessed, willing, consentIfTied, consentIfNot } = legOf().leg;
    const before = legOf();
    step("ask.agreed");
    const agreed = legOf();
    const odds = guessed! / (guessed! + (1 - guessed!) * willing!);
    expect(agreed.leg.tieProbability).toBeCloseTo(odds, 9);
    expect(agreed.leg.consent).toBeCloseTo(odds * consentIfTied + (1 - odds) * consentIfNot!, 9);
    expect(agreed.joint).toBeGreaterThan(before.joint);
    expect(agreed.leg.guess).toEqual(before.leg.guess);
    expect(agreed.leg.factors[0]!.detail).toContain("they agreed to pass it on");
    step("introduction.made");
    const made = legOf();
    expect(made.leg).toMatchObject({ inferred: false, consent: consentIfTied, consentIfTied });
    expect(made.leg.tieProbability).toBeUndefined();
    expect(made.leg.why).toContain("introduction made 2026-11-20");
    expect(made.leg.why).not.toContain("nobody has seen");
    expect(made.joint).toBeGreaterThan(agreed.joint);
    expect(made.joint).toBeGreaterThanOrEqual(consentIfTied);
    expect(sent.legs[1]!.inferred).toBe(true);
    step("target.agreed");
    expect(legOf()).toMatchObject({ joint: 1, leg: { inferred: false } });
  });

  it("neither warms the one who agreed nor throws their yes over for a message of one's own", () => {
    const { planner, step, sent } = world();
    const codes = (): readonly string[] => planner.plan(ask).issues.map(({ code }) => code);
    expect(codes()).not.toContain("DIRECT_IS_BETTER");
    step("ask.agreed");
    expect(codes()).not.toContain("DIRECT_IS_BETTER");
    expect(planner.plan(ask).direct?.better).toBe(false);
    expect(planner.tieToWarm(ask)?.asked).not.toBe(sent.connector);
  });

  it("takes a lent name for the yes alone", () => {
    const { step, legOf } = world();
    step("ask.agreed", { answer: "use-my-name" });
    step("introduction.made", { how: "name-lent" });
    expect(legOf().leg).toMatchObject({ inferred: true, willing: 1 });
  });
});

describe("an open ask", () => {
  it("loses nothing over a weekend or a holiday, and less where people answer more slowly", () => {
    const jointOn = (day: string, more: object, channel?: string) => {
      const { planner } = world(more, channel);
      return planner.plan({ ...ask, now: day }).jointProbability;
    };
    const [friday, sunday] = ["2026-11-20", "2026-11-22"];
    expect(jointOn(sunday, {})).toBeCloseTo(jointOn(friday, {}), 4);
    expect(jointOn("2026-11-23", {})).toBeLessThan(0.8 * jointOn(friday, {}));
    const holidays = { timing: { calendar: { holidays: ["2026-11-23"] } } };
    expect(jointOn("2026-11-23", holidays)).toBeCloseTo(jointOn(friday, {}), 4);
    expect(jointOn("2026-11-23", {}, "linkedin-message")).toBeGreaterThan(jointOn("2026-11-23", {}, "email"));
    const slow = { timing: { halfLife: { email: 9 } } };
    expect(jointOn("2026-11-23", slow)).toBeGreaterThan(jointOn("2026-11-23", {}));
  });
});
