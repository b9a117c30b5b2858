import { IntroductionPlanner, Journal, Network, type PlanAsk } from "../../../src/index.js";
import { insights, networkReadings } from "../../../src/insights/index.js";
import { resolvePeople } from "../../../src/people/index.js";
import { seededRandom } from "../../support/random.js";
import { madeUpWorld } from "../paths/made-up-world.js";
import { madeUpEvents } from "./made-up-events.js";

/**
 * `npm run bench -- growth [people ...]`: what every public call takes as the network grows, and the exponent of that, in one table.
 * Each size has ten ties a person, a hub and a company that grow with it, and a journal of a tenth as many events. It is processor time,
 * since that hangs least on what else the machine does.
 */
export async function run(args: string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : [10_000, 30_000, 100_000];
  const rows = new Map<string, number[]>();
  for (const size of sizes) {
    for (const [call, millis] of timesAt(size)) rows.set(call, [...(rows.get(call) ?? []), millis]);
    console.error(`${size} people done`);
  }
  const table = [...rows].map(([call, times]) => ({
    call,
    ...Object.fromEntries(sizes.map((size, i) => [`${size}, ms`, (times[i] as number).toPrecision(3)])),
    exponent: exponentOf(sizes, times).toFixed(2),
  }));
  console.log(`node ${process.version}, ${process.arch}; milliseconds of processor a call`);
  console.table(table);
  const steep = table.filter(({ exponent }) => Number(exponent) > 1.2).map(({ call }) => call);
  console.log(steep.length === 0 ? "no exponent above 1.2" : `above 1.2: ${steep.join(", ")}`);
}

function timesAt(size: number): [string, number][] {
  const random = seededRandom(7);
  const records = madeUpWorld(size, 5, random);
  const times: [string, number][] = [];
  const once = <T>(call: string, work: () => T): T => {
    (globalThis as { gc?: () => void }).gc?.();
    const [millis, result] = processorTime(work);
    times.push([call, millis]);
    return result;
  };
  /** The mean of as many calls as take 200 ms, after one that nobody counts. */
  const often = (call: string, work: (i: number) => unknown): void => {
    work(0);
    let [sum, count] = [0, 0];
    while (sum < 200 && count < 1000) {
      sum += processorTime(() => work(count + 1))[0];
      count++;
    }
    times.push([call, sum / count]);
  };
  const network = new Network();
  once("network.import", () => network.import(records));
  const journal = new Journal();
  once("journal.appendAll", () => journal.appendAll(madeUpEvents(size / 10, random)));
  const planner = new IntroductionPlanner({ network, journal });
  const asking = { seeker: "p7", now: NOW };
  const other = (i: number): string => `p${20 + ((i * 7919) % (size - 40))}`;
  const stranger = { name: "Zoe Quill", company: "Giant Inc", title: "Head of Sales", isNew: true } as const;
  once("plan, the first", () => planner.plan({ ...asking, target: "p99" }));
  often("plan for somebody known", (i) => planner.plan({ ...asking, target: other(i) }));
  often("plan for a stranger at the giant", () => planner.plan({ ...asking, target: stranger }));
  often("plan for the hub", () => planner.plan({ ...asking, target: "p0" }));
  once("find, the first", () => planner.find({ name: "Person 77", company: "Giant Inc" }));
  often("find", (i) => planner.find({ name: `Person ${i * 13}`, company: "Giant Inc" }));
  often("name", (i) => planner.name(other(i), { seeker: "p7" }));
  often("standing", (i) => planner.standing({ ...asking, counterpart: other(i) }));
  const targets = Array.from({ length: 20 }, (_, i) => other(i));
  often("reach of 20", () => planner.reach({ ...asking, targets }));
  often("campaign of 20", () => planner.campaign({ ...asking, targets }));
  often("team of 2 for 20", () => planner.team({ seekers: ["p7", "p11"], targets, now: NOW }));
  often("account of a company", () => planner.account({ ...asking, company: "Company 7" }));
  const plan = planner.plan({ ...asking, target: other(3) });
  often("draft", () => planner.draft(plan.asks[0] as PlanAsk));
  often("schedule", () => planner.schedule(plan));
  often("worthAsking", () => planner.worthAsking({ ...asking, target: other(3) }));
  often("tieToWarm", () => planner.tieToWarm({ ...asking, target: other(3) }));
  often("tieToMake for 20", () => planner.tieToMake({ ...asking, targets }));
  often("next", () => planner.next(asking));
  often("giveFirst", () => planner.giveFirst(asking));
  often("unasked", () => planner.unasked());
  often("touchPlan", () => planner.touchPlan(asking));
  often("workflow", () => planner.workflow(asking));
  often("pairs", () => planner.pairs(asking));
  often("ladder", () => planner.ladder(asking));
  often("prospects", () => planner.prospects({ ...asking, profile: { titles: ["Head of Sales"] } }));
  once("reviews", () => planner.reviews(asking));
  often("learn", () => planner.learn({ now: NOW }));
  planner.forget();
  often("insights", () => insights(journal, { now: NOW, network }));
  once("readings of the network", () => networkReadings(network, { seeker: "p7", now: NOW }));
  once("resolvePeople", () => resolvePeople(network.people()));
  const saved = once("planner.toJSON", () => planner.toJSON());
  once("IntroductionPlanner.fromJSON", () => IntroductionPlanner.fromJSON(saved));
  once("compile", () => planner.compile({ now: NOW }));
  once("network.people and ties", () => [network.people(), network.ties()]);
  often("record, then plan", (i) => {
    planner.record({
      id: `r${i}`,
      type: "favor.given",
      at: NOW,
      giver: "p7",
      receiver: other(i),
      kind: "article",
    });
    planner.plan({ ...asking, target: "p99" });
  });
  often("a tie more, then plan", (i) => {
    network.addTie({ from: "p7", to: other(i), evidence: { closeness: 0.5 } });
    planner.plan({ ...asking, target: "p99" });
  });
  often("a person more, then plan", (i) => {
    network.addPerson({ id: `new${i}`, name: `New ${i}`, company: "Company 7" });
    planner.plan({ ...asking, target: "p99" });
  });
  once("erase", () => planner.erase(other(5)));
  return times;
}

function processorTime<T>(work: () => T): [milliseconds: number, result: T] {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, result];
}

/** The slope of the line through the logarithms, by least squares. */
function exponentOf(sizes: readonly number[], times: readonly number[]): number {
  const [xs, ys] = [sizes.map(Math.log), times.map((time) => Math.log(Math.max(time, 1e-4)))];
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const slope = mean(xs.map((at, i) => (at - x) * ((ys[i] as number) - y)));
  return slope / mean(xs.map((at) => (at - x) ** 2));
}

const NOW = "2026-11-22";
