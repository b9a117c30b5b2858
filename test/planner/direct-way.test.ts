import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";

const now = "2026-03-02";

function planner({ seen = false, emails = [] as string[], coldMail = 0.045 } = {}) {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson({ id: "ann", name: "Ann Lee", company: "Acme" });
  network.addPerson({
    id: "bob",
    name: "Bob Smith",
    company: "Acme",
    ...(emails.length > 0 ? { emails } : {}),
  });
  const talked = [1, 2, 3, 4].map((i) => ({
    at: `2026-02-0${i}`,
    direction: "both" as const,
    kind: "meeting" as const,
  }));
  network.addTie({ from: "me", to: "ann", evidence: { interactions: talked, closeness: 1 } });
  if (seen) network.addTie({ from: "ann", to: "bob", evidence: { interactions: talked, closeness: 1 } });
  return new IntroductionPlanner({ network, tieModel: { priors: { coldMail } } });
}

it("a plan says what writing directly would bring, and first of all where nothing beats it", () => {
  const plan = planner().plan({ seeker: "me", target: "bob", headcount: 5_000, now });
  expect(plan.direct).toMatchObject({ channel: "inmail", probability: 0.1, better: true });
  const [low, high] = plan.direct!.interval;
  expect(low).toBeLessThan(0.1);
  expect(high).toBeGreaterThan(0.1);
  expect(plan.asks).toMatchObject([{ connector: "ann", beatsDirect: false }]);
  expect(plan.jointProbability).toBeGreaterThan(0);
  expect(plan.issues[0]).toMatchObject({ code: "DIRECT_IS_BETTER", severity: "info" });
});

it("an introduction over a strong tie beats it", () => {
  const plan = planner({ seen: true }).plan({ seeker: "me", target: "bob", value: 30, now });
  expect(plan.asks).toMatchObject([{ connector: "ann", beatsDirect: true }]);
  expect(plan.direct?.better).toBe(false);
  expect(plan.issues.map(({ code }) => code)).not.toContain("DIRECT_IS_BETTER");
});

it("mail is a direct way only where an address may be seen", () => {
  const by = (options: Parameters<typeof planner>[0]) =>
    planner(options).plan({ seeker: "me", target: "bob", now }).direct?.channel;
  expect(by({ coldMail: 0.2 })).toBe("inmail");
  expect(by({ coldMail: 0.2, emails: ["bob@acme.example"] })).toBe("email");
  expect(by({ emails: ["bob@acme.example"] })).toBe("inmail");
});

it("a chief, a founder and somebody in a large firm answer strangers less", () => {
  const by = (title: string, headcount?: number) => {
    const made = planner();
    const target = { name: "Eve Holt", company: "Gamma", title };
    return made.plan({ seeker: "me", target, now, ...(headcount && { headcount }) }).direct!;
  };
  const plain = by("Buyer");
  expect(plain.probability).toBe(0.1);
  for (const title of ["CFO", "Founder", "Geschäftsführer"]) {
    const { probability, interval } = by(title);
    expect(probability).toBeCloseTo(1 / (1 + 9 * Math.exp(0.5)), 10);
    expect(interval[1]).toBeLessThan(plain.interval[1]);
  }
  expect(by("Buyer", 20_000).probability).toBeCloseTo(1 / (1 + 9 * Math.exp(0.3)), 10);
  expect(by("Buyer", 5_000).probability).toBe(0.1);
});

it("stands where there is no path, and not where it is not known who is meant", () => {
  const made = planner();
  made.network.addPerson({ id: "eve", name: "Eve Holt", company: "Gamma" });
  const plan = made.plan({ seeker: "me", target: "eve", now });
  expect(plan.refusal?.code).toBe("no-path");
  expect(plan.direct?.better).toBe(true);
});

it("sending the best ask does not lower the joint chance on that day, silence does", () => {
  const made = planner({ seen: true });
  const plan = made.plan({ seeker: "me", target: "bob", now });
  made.record({ id: "e1", type: "ask.sent", at: now, ask: plan.asks[0] });
  const joint = (day: string) => made.plan({ seeker: "me", target: "bob", now: day }).jointProbability;
  const days = ["2026-03-02", "2026-03-03", "2026-03-05"].map(joint);
  expect(days[0]).toBeCloseTo(plan.jointProbability, 10);
  expect(days[1]).toBeLessThan(days[0]!);
  expect(days[2]).toBeLessThan(days[1]!);
});
