import { IntroductionPlanner, Journal, Network, type PlanRequest } from "../../src/index.js";

/** A Monday. */
export const MONDAY = "2026-11-23";

const TALKED = {
  connectedOn: "2023-01-05",
  interactions: [
    { at: "2026-10-01", direction: "both", kind: "call" },
    { at: "2026-09-01", direction: "in", kind: "message" },
  ],
} as const;

/** Ada knows Ann, a client, and Cho and Eve; Ann and Cho have met Bob, the buyer; Ann knows Dan, who works with Bob. */
export function practiceWorld(extra: Partial<ConstructorParameters<typeof IntroductionPlanner>[0]> = {}): {
  readonly network: Network;
  readonly planner: IntroductionPlanner;
} {
  const network = new Network();
  const people = [
    ["me", "Ada Park", "Northwind", "Account Executive"],
    ["ann", "Ann Reed", "Delta Foods", "Head of Operations"],
    ["cho", "Cho Lin", "Beta Parts", "Head of Operations"],
    ["dan", "Dan Voss", "Acme", "Plant Manager"],
    ["bob", "Bob Smith", "Acme", "VP Operations"],
    ["eve", "Eve Holt", "Gamma", "Head of Finance"],
  ] as const;
  for (const [id, name, company, title] of people) network.addPerson({ id, name, company, title });
  network.addPerson({ id: "ann", tags: [{ code: "source:clients", evidence: "client" }] });
  network.addTie({ from: "me", to: "ann", evidence: TALKED });
  network.addTie({ from: "me", to: "cho", evidence: TALKED });
  network.addTie({ from: "me", to: "eve", evidence: { connectedOn: "2024-01-05" } });
  const met = (at: string) => ({
    connectedOn: "2020-01-05",
    interactions: [{ at, direction: "both", kind: "meeting" } as const],
  });
  network.addTie({ from: "ann", to: "bob", owner: "ann", evidence: met("2026-10-11") });
  network.addTie({ from: "cho", to: "bob", owner: "cho", evidence: met("2026-08-11") });
  network.addTie({ from: "ann", to: "dan", owner: "ann", evidence: { connectedOn: "2022-01-05" } });
  return { network, planner: new IntroductionPlanner({ network, journal: new Journal(), ...extra }) };
}

/** The plan for Bob on that Monday. */
export function planForBob(planner: IntroductionPlanner, more: Partial<PlanRequest> = {}) {
  return planner.plan({ seeker: "me", target: "bob", now: MONDAY, ...more });
}
