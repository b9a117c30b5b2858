import { IntroductionPlanner, Network } from "../../../src/index.js";

const NOW = "2026-11-23";
const TARGET = { name: "Bob Smith", company: "Acme", title: "VP Operations" };
const VALUE = 200;

/** Contacts at the buyer's firm, of one title, of whom nothing is known but that. */
function planner(contacts: number): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson({ id: "bob", ...TARGET });
  for (let k = 0; k < contacts; k++) {
    network.addPerson({ id: `c${k}`, name: `Contact ${k}`, company: "Acme", title: "Purchasing Manager" });
    network.addTie({ from: "me", to: `c${k}`, evidence: { connectedOn: "2021-03-01" } });
  }
  return new IntroductionPlanner({ network });
}

/** Prints how far guesses add up in every call: all of them share how the buyer takes a note from a stranger. */
export function printTogether(): void {
  console.log(
    "\n3.1 One view of strangers in every call: contacts at the buyer's firm (size not known), value 200 favor points",
  );
  console.log(
    "  contacts  best way  1-(1-p)^n  plan    account  campaign                       reach   worth of the best question",
  );
  for (const contacts of [1, 5, 10, 20]) {
    const one = planner(contacts);
    const plan = one.plan({ seeker: "me", target: "bob", k: contacts, value: VALUE, now: NOW });
    const best = plan.paths[0]!.probability;
    const account = one.account({
      seeker: "me",
      company: "Acme",
      roles: ["VP Operations"],
      k: contacts,
      now: NOW,
    });
    const campaign = one.campaign({ seeker: "me", targets: [{ target: "bob", value: VALUE }], now: NOW });
    const [reach] = one.reach({ seeker: "me", targets: ["bob"], now: NOW });
    const [question] = one.worthAsking({ seeker: "me", target: "bob", k: contacts, value: VALUE, now: NOW });
    const row = [
      String(contacts).padStart(8),
      best.toFixed(4).padStart(9),
      (1 - (1 - best) ** contacts).toFixed(4).padStart(10),
      plan.jointProbability.toFixed(4),
      account.jointProbability.toFixed(4),
      `${campaign.asks.length} asks, value ${campaign.value.toFixed(3)}`.padEnd(29),
      reach!.probability.toFixed(4),
      question === undefined ? "-" : `${question.about} ${question.worth.toFixed(3)}`,
    ];
    console.log(`  ${row.join("  ")}`);
  }
}

/** Prints what a plan says of its joint chance while its best ask waits, and what asks are worth beside the direct way. */
export function printPending(): void {
  console.log(
    "\n2.4 An open ask counts by what silence has left of it (three contacts who have met the buyer)",
  );
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson({ id: "bob", ...TARGET });
  const met = (days: readonly string[]) => ({
    interactions: days.map((at) => ({ at, direction: "both" as const, kind: "meeting" as const })),
  });
  for (const [k, days] of [
    ["2026-09-01", "2026-10-01", "2026-11-01"],
    ["2026-06-01", "2026-08-01"],
    ["2025-11-01"],
  ].entries()) {
    network.addPerson({ id: `k${k}`, name: `Knows ${k}`, company: `Other ${k}` });
    network.addTie({ from: "me", to: `k${k}`, evidence: met(days) });
    network.addTie({ from: `k${k}`, to: "bob", evidence: met(days) });
  }
  const one = new IntroductionPlanner({ network });
  const plan = (now: string) => one.plan({ seeker: "me", target: "bob", value: VALUE, now });
  const before = plan(NOW);
  one.record({ id: "e1", type: "ask.sent", at: NOW, ask: before.asks[0]! });
  const { channel, probability } = before.direct!;
  const asks = before.asks.map(
    (ask) =>
      `${(100 * ask.probability).toFixed(0)}%${ask.beatsDirect ? "" : " (less than writing directly)"}`,
  );
  console.log(
    `  asks ${asks.join(", ")}; ${channel} ${100 * probability}%; joint before ${before.jointProbability.toFixed(3)}`,
  );
  for (const days of [0, 1, 2, 3, 5, 7, 14]) {
    const day = new Date(Date.parse(NOW) + days * 86_400_000).toISOString().slice(0, 10);
    console.log(
      `  ${String(days).padStart(4)} days after the best ask went out: joint ${plan(day).jointProbability.toFixed(3)}`,
    );
  }
}
