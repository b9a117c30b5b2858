import { IntroductionPlanner, Network } from "../../../src/index.js";
import { jointSuccess, jointSuccessBounds, planRoutes } from "../../../src/planning/index.js";

/** Eight contacts at one firm; the buyer there is its VP Operations. */
export const ACME_TITLES = [
  "Intern",
  "Purchasing Manager",
  "COO",
  "CEO",
  "VP Sales",
  "Software Engineer",
  "Executive Assistant to the VP Operations",
  "Director of Logistics",
] as const;

const SIZES = [50, 500, 50_000] as const;
const NOW = "2026-11-23";

/** One contact as a plan ranks them. */
export interface RankedContact {
  readonly title: string;
  /** Odds that they know the buyer. */
  readonly odds: number;
  /** Of the whole way over them. */
  readonly probability: number;
}

/** The eight in the order of a plan, the ties to all of them alike. */
export function rankAcme(headcount: number, preset?: "0.1"): RankedContact[] {
  const plan = planAcme(ACME_TITLES, headcount, preset);
  return plan.paths.map(({ people, legs, probability }) => ({
    title: ACME_TITLES[Number(people[1]!.slice(1))]!,
    odds: legs[1]!.tieProbability ?? 1,
    probability,
  }));
}

function planAcme(titles: readonly (string | undefined)[], headcount: number, preset?: "0.1") {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  titles.forEach((title, k) => {
    network.addPerson({ id: `c${k}`, name: `Contact ${k}`, company: "Acme", ...(title && { title }) });
    network.addTie({ from: "me", to: `c${k}`, evidence: { connectedOn: "2021-03-01" } });
  });
  const planner = new IntroductionPlanner({ network, ...(preset && { settings: { ties: { preset } } }) });
  const target = { name: "Bob Smith", company: "Acme", ...(titles[0] && { title: "VP Operations" }) };
  return planner.plan({ seeker: "me", target, headcount, k: titles.length, now: NOW });
}

/** Prints the ranking at three sizes, and the same by the numbers of version 0.1. */
export function printAcme(): void {
  console.log(
    "\n3.3 Who knows the buyer, VP Operations: eight contacts with like ties (odds that they know; chance of the whole way)",
  );
  for (const size of SIZES) {
    console.log(`${`  ${size.toLocaleString("en")} people`.padEnd(64)}by the numbers of 0.1`);
    const before = rankAcme(size, "0.1");
    rankAcme(size).forEach((now, k) => {
      console.log(`    ${line(now)}  ${line(before[k]!)}`);
    });
  }
}

function line({ title, odds, probability }: RankedContact): string {
  return `${title.padEnd(41)} ${odds.toFixed(3)}  ${(100 * probability).toFixed(2)}%`.padEnd(58);
}

/** Prints the joint probability of guesses with the target's view of strangers shared, and as version 0.1 had it. */
export function printGuesses(): void {
  console.log(
    "\n3.1 Guesses share the target's view of strangers, 3.2 the direct way (contacts without titles; InMail .10, of a firm above 5,000 people .076; cold mail .045)",
  );
  console.log("  guesses at people    joint   of 0.1   best single   of 0.1   better than the best ask");
  for (const [guesses, size] of [
    [1, 200],
    [10, 200],
    [10, 5000],
    [40, 5000],
    [40, 50_000],
  ] as const) {
    const titles = Array.from({ length: guesses }, () => undefined);
    const now = planAcme(titles, size);
    const before = planAcme(titles, size, "0.1");
    const old = jointOf0_1(before);
    const { better, channel, probability } = now.direct!;
    const direct = better ? `${channel}, ${probability.toFixed(3)}` : "nothing: the ask is";
    console.log(
      `  ${String(guesses).padStart(7)} at ${size.toLocaleString("en").padEnd(8)}  ${now.jointProbability.toFixed(4)}  ${old.joint.toFixed(4)}   ${now.paths[0]!.probability.toFixed(4)}        ${old.best.toFixed(4)}   ${direct}`,
    );
  }
}

/** As 0.1 counted: a stranger's chance inside each connector's own luck, and everybody willing to write. */
function jointOf0_1({ paths }: ReturnType<typeof planAcme>): {
  readonly joint: number;
  readonly best: number;
} {
  const old = paths.map((path) => {
    const [first, last] = path.legs as [(typeof path.legs)[number], (typeof path.legs)[number]];
    const { tieProbability: pi = 1, consentIfTied, consentIfNot: cold = 0 } = last;
    const consent = pi * consentIfTied + (1 - pi) * cold;
    const own = { ...last, consent, consentIfNot: 0, willing: 0 };
    return { ...path, legs: [first, own], probability: first.consent * consent };
  });
  const { asks, ways } = planRoutes(old);
  const routes = ways.map(({ route }) => route);
  const joint =
    routes.length > 12 ? jointSuccessBounds({ asks, routes }).lower : jointSuccess({ asks, routes });
  return { joint, best: Math.max(...old.map(({ probability }) => probability)) };
}
