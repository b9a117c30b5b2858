/**
 * `npm run bench -- plan`: the main job from a file's text to a draft, on 900 and 30,000 rows. `npm run bench -- plan campaign [buyers]
 * [people]`: a list of buyers in a made-up world with a hub, beside single plans. `npm run bench -- plan scale [people] [owners]
 * [baseline]`: from records to the first plan. Times are printed, not gated.
 */
import { IntroductionPlanner, Network, readLinkedInConnections } from "../../../src/index.js";
import { inventContacts, writeConnections } from "../../support/exports-connections.js";
import { seededRandom } from "../../support/random.js";
import { madeUpWorld } from "../paths/made-up-world.js";
import { scale, scaleOf } from "./scale.js";

const ME = { id: "me", name: "Ada Park", company: "Northwind" };
const NOW = "2026-11-22";

/** Prints the milliseconds of each step, fresh for each size. */
export async function run(args: string[]): Promise<void> {
  const [part, buyers = "200", people = "10000"] = args;
  if (part === "campaign") return campaign(Number(buyers), Number(people));
  if (part === "scale") return scale(Number(args[1] ?? 100_000), Number(args[2] ?? 50), args[3]);
  if (part === "scale-of") return scaleOf(args[1] as string, Number(args[2]), Number(args[3]));
  mainJob(900, true);
  for (const rows of [900, 30_000]) mainJob(rows, false);
}

function campaign(buyers: number, people: number): void {
  const network = new Network();
  network.import(madeUpWorld(people, 5, seededRandom(7)));
  const planner = new IntroductionPlanner({ network });
  const every = (people - 20) / buyers;
  const targets = Array.from({ length: buyers }, (_, i) => `p${10 + Math.floor(i * every)}`);
  const request = { seeker: "p7", now: NOW };
  planner.plan({ ...request, target: "p99" });
  const timed = (what: string, work: () => void): number => {
    const [began, cpu] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(cpu);
    const wall = performance.now() - began;
    console.log(
      `${what.padEnd(40)} ${wall.toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} of processor`,
    );
    return wall;
  };
  console.log(`${people} people, ${network.tieCount} ties, ${buyers} buyers, node ${process.version}`);
  for (const again of ["", ", again", ", again", ", again"])
    timed(`campaign${again}`, () => planner.campaign({ ...request, targets }));
  const three = timed("campaign of 3 paths each", () => planner.campaign({ ...request, targets, k: 3 }));
  const reach = timed("reach", () => planner.reach({ ...request, targets }));
  const some = targets.slice(0, 200);
  const plans = () => some.map((target) => planner.plan({ ...request, target, k: 3 }));
  plans();
  const single = (timed(`${some.length} single plans of 3 paths`, plans) * buyers) / some.length;
  console.log(
    `of the time of single plans: campaign 1/${(single / three).toFixed(1)}, reach 1/${(single / reach).toFixed(1)}`,
  );
}

function mainJob(rows: number, quiet: boolean): void {
  const contacts = inventContacts(7, rows);
  const csv = writeConnections(contacts);
  const company = contacts.find((contact) => contact.company)?.company as string;
  const steps: string[] = [];
  const began = performance.now();
  const step = <T>(what: string, work: () => T): T => {
    const from = performance.now();
    const result = work();
    steps.push(`${what} ${(performance.now() - from).toFixed(0)} ms`);
    return result;
  };
  const records = step("read", () => readLinkedInConnections(csv, { owner: ME }));
  const network = new Network();
  step("network", () => network.import(records));
  const planner = new IntroductionPlanner({ network });
  const request = { seeker: "me", target: { name: "Bob Smith", company }, now: NOW };
  const plan = step("first plan", () => planner.plan(request));
  step("second plan", () => planner.plan(request));
  step("draft", () => planner.draft(plan.asks[0], { reason: "a reason" }));
  const all = (performance.now() - began).toFixed(0);
  if (!quiet) console.log(`${rows} rows: ${all} ms in all (${steps.join(", ")}), ${plan.asks.length} asks`);
}
