/** `npm run bench -- plan`: the main job from a file's text to a draft, on 900 and 30,000 rows. Times are printed, not gated. */
import { IntroductionPlanner, Network, readLinkedInConnections } from "../../../src/index.js";
import { inventContacts, writeConnections } from "../../support/exports-connections.js";

const ME = { id: "me", name: "Ada Park", company: "Northwind" };
const NOW = "2026-11-22";

/** Prints the milliseconds of each step, fresh for each size. */
export async function run(): Promise<void> {
  mainJob(900, true);
  for (const rows of [900, 30_000]) mainJob(rows, false);
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
