import type { AskMessage, IntroductionPlan, Network } from "warmpath";
import { percent, printTable, shown, wrapped } from "./terminal.js";

/** Prints a plan as one would want to read it: the paths, whom to ask first and why, the message. */
export function printPlan(network: Network, plan: IntroductionPlan, message: AskMessage | undefined): void {
  const nameOf = (id: string) => {
    const person = id === plan.target.id ? plan.target : network.person(id);
    return shown(person?.name ?? "somebody without a name");
  };
  const { name, company, title } = plan.target;
  const what = [name ?? title, company].filter((part) => part !== undefined).join(" at ");
  console.log(`\nIntroduction to ${shown(what)}, as of ${plan.day}`);
  if (plan.refusal !== undefined) printRefusal(network, plan.refusal);
  if (plan.paths.length > 0) printPaths(plan, nameOf);
  for (const issue of plan.issues) console.log(`  ! ${issue.message}`);
  if (plan.asks.length > 0) printAsks(plan, nameOf);
  if (message !== undefined) printMessage(message, nameOf(plan.asks[0]?.connector ?? ""));
}

function printRefusal(network: Network, refusal: NonNullable<IntroductionPlan["refusal"]>): void {
  console.log(`\n${wrapped(refusal.message)}`);
  if (refusal.candidates === undefined) return;
  console.log();
  printTable(
    ["id", "name", "company", "why"],
    refusal.candidates.map(({ person, why }) => {
      const { name = "", company = "" } = network.person(person) ?? {};
      return [person, name, company, why.join(", ")];
    }),
  );
}

function printPaths(plan: IntroductionPlan, nameOf: (id: string) => string): void {
  const [low, high] = plan.jointInterval;
  const range = `${percent(low)} to ${percent(high)}`;
  console.log(
    `\nPaths (chance that one of them works: ${percent(plan.jointProbability)}, 90% interval ${range})\n`,
  );
  printTable(
    ["", "path", "chance", "weakest leg"],
    plan.paths.map(({ people, legs, probability, weakestLeg }, i) => {
      const leg = legs[weakestLeg];
      const weakest =
        leg === undefined
          ? ""
          : `${nameOf(leg.asker)} -> ${nameOf(leg.asked)} ${percent(leg.consent)}${leg.inferred ? " (inferred)" : ""}`;
      const mark = plan.level.includes(i) ? "=" : "";
      return [`${i + 1}${mark}`, people.map(nameOf).join(" -> "), percent(probability), weakest];
    }),
  );
  if (plan.level.length > 0) console.log("  = the evidence does not separate this path from the first");
  console.log(`\n${wrapped(plan.paths[0]?.whatWouldHelp ?? "")}`);
}

function printAsks(plan: IntroductionPlan, nameOf: (id: string) => string): void {
  console.log("\nWhom to ask, one after the other\n");
  for (const [i, ask] of plan.asks.entries()) {
    const via = ask.legs.slice(1, -1).map(({ asked }) => nameOf(asked));
    console.log(
      `  ${i + 1}. ${nameOf(ask.connector)}${via.length === 0 ? "" : `, who passes it to ${via.join(", ")}`}`,
    );
    console.log(wrapped(ask.why, "     "));
    if (i === 0) console.log(wrapped(ask.legs[0]?.why ?? "", "     "));
  }
  console.log(wrapped(`${plan.stop} (order: ${plan.method})`));
}

function printMessage(message: AskMessage, connector: string): void {
  console.log(`\nThe message to ${connector} (${message.channel})\n`);
  if (message.subject !== undefined) console.log(`  Subject: ${shown(message.subject)}\n`);
  console.log(wrapped(message.note, "  | "));
  if (message.forwardable !== "")
    console.log(`\n  to be forwarded:\n\n${wrapped(message.forwardable, "  | ")}`);
  for (const need of message.needs) console.log(`  ! It would be better with: ${need}`);
  for (const { rule, level, message: text } of message.lint) console.log(`  ! ${rule} (${level}): ${text}`);
}
