/**
 * A firm that brings others together: contacts of all nine sources, what each needs and offers, and six weeks of pairs. Both of a pair are asked
 * first; one would rather not. At the end it reads how much of its work is bringing together, and which sources it has.
 *
 *   npx tsx examples/stories/hub-firm.ts
 */
import { pathToFileURL } from "node:url";
import { IntroductionPlanner, Network, type NextAction } from "warmpath";
import { insights } from "warmpath/insights";
import { REFERRAL_SOURCES } from "warmpath/people";
import { daysAfter, done, tellDay } from "../support/tell-day.js";

const START = "2026-09-07";

/** The six weeks as text. */
export function sixWeeks(): string {
  const planner = hub();
  const lines = ["Park & Partners bring people together", ""];
  for (let week = 0; week < 6; week++) {
    const day = daysAfter(START, 7 * week);
    const actions = planner.next({ seeker: "me", now: day, limit: 3, goals: "hub" });
    lines.push(...tellDay(planner, actions, { day: `Week ${week + 1}, ${day}`, drafts: week === 0 }));
    for (const action of actions) {
      done(planner, action, day);
      if (action.kind === "broker") lines.push(...answersTo(planner, action, daysAfter(day, 2)));
    }
    lines.push("");
  }
  const told = insights(planner.journal, { now: daysAfter(START, 42), network: planner.network });
  lines.push(`Brought together: ${told.hub.brokered} pairs.`);
  lines.push("Where its contacts come from:");
  for (const [source, words] of Object.entries(IN_WORDS)) {
    const own = planner.network
      .people()
      .filter(({ tags }) => tags?.some(({ code }) => code === `source:${source}`));
    lines.push(`  ${words}: ${own.map(({ name }) => name).join(", ") || "nobody yet"}`);
  }
  return lines.join("\n");
}

/** Both of a pair answer within two days. Eve Holt has found help already. */
function answersTo(
  planner: IntroductionPlanner,
  { person, target = "", names }: NextAction,
  at: string,
): string[] {
  const between: [string, string] = [person, target];
  return between.map((by) => {
    const answer = names[by] === "Eve Holt" ? "no" : "yes";
    planner.record({
      id: `${at} ${by} ${target}`,
      type: "introduction.offered",
      at,
      broker: "me",
      between,
      by,
      answer,
    });
    return `  (${names[by]} says: ${answer === "yes" ? "yes, gladly" : "thank you, I have found help already"})`;
  });
}

function hub(): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Park & Partners", title: "Partner" });
  REFERRAL_SOURCES.forEach((source, i) => {
    const [name, company, tag] = CONTACTS[i] as (typeof CONTACTS)[number];
    const tags = [
      { code: `source:${source}`, evidence: "own list" },
      { code: tag, evidence: "said so" },
    ];
    network.addPerson({ id: `c${i}`, name, company, tags });
    network.addTie({
      from: "me",
      to: `c${i}`,
      evidence: { interactions: [{ at: "2026-07-10", direction: "both", kind: "meeting" }] },
    });
  });
  return new IntroductionPlanner({ network });
}

/** The nine sources as the firm calls them. */
const IN_WORDS: Readonly<Record<(typeof REFERRAL_SOURCES)[number], string>> = {
  clients: "clients",
  "contact-spheres": "neighboring trades",
  "power-teams": "firms that send each other work",
  "business-contacts": "business contacts",
  beneficiaries: "firms that gain when we do",
  "referral-groups": "the breakfast group",
  "business-and-social-groups": "the chamber and the clubs",
  "staff-and-friends": "staff and friends",
  "key-referral-partners": "closest partners",
};

const CONTACTS = [
  ["Ann Reed", "Delta Foods", "needs:design"],
  ["Clara Lindt", "Beta Parts", "offers:design"],
  ["Dan Voss", "Acme", "needs:bookkeeping"],
  ["Eve Holt", "Gamma", "offers:bookkeeping"],
  ["Fay Brook", "Omega", "needs:translation"],
  ["Gil Moreau", "Theta", "offers:translation"],
  ["Hana Ito", "Iota", "needs:cold storage"],
  ["Ivo Marek", "Kappa", "offers:cold storage"],
  ["Jana Kral", "Sigma", "offers:design"],
] as const;

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(sixWeeks());
