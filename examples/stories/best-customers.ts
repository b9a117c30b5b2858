/**
 * A firm and its best customers: one introduces somebody unasked and gets thanks, news and a present; the one who came is given
 * something too. Then customers meet at an event of the firm, and pairs of them are brought together.
 *
 *   npx tsx examples/stories/best-customers.ts
 */
import { pathToFileURL } from "node:url";
import { IntroductionPlanner, Network } from "warmpath";
import { done, tellDay } from "../support/tell-day.js";

const EVENING = "Northwind customers' evening";

/** The autumn as text. */
export function autumn(): string {
  const planner = firm();
  const lines = ["Northwind and its best customers", ""];
  const day = (now: string, what: string, drafts = false): void => {
    const actions = planner.next({ seeker: "me", now, limit: 4 });
    lines.push(`(${what})`, ...tellDay(planner, actions, { day: now, drafts }));
    for (const action of actions) done(planner, action, now);
  };
  planner.record({
    id: "i",
    type: "introduction.received",
    at: "2026-09-07",
    seeker: "me",
    connector: "ann",
    target: "bob",
  });
  day("2026-09-09", "Ann Reed has introduced Bob Smith to you, and nobody asked", true);
  planner.record({
    id: "g1",
    type: "gift.given",
    at: "2026-09-14",
    giver: "me",
    receiver: "ann",
    to: "connector",
  });
  planner.record({
    id: "g2",
    type: "gift.given",
    at: "2026-09-14",
    giver: "me",
    receiver: "bob",
    to: "receiver",
  });
  planner.record({ id: "won", type: "deal.won", at: "2026-10-05", lead: "i", value: 80 });
  day("2026-10-07", "Bob Smith has signed", true);
  planner.record({
    id: "s",
    type: "sale.delivered",
    at: "2026-11-02",
    seller: "me",
    customer: "bob",
    solved: "orders that came late",
  });
  day("2026-11-04", "the first delivery to Bob Smith is done", true);
  lines.push(
    planner.ledger.book("me", "ann") < 0
      ? "Ann Reed has done more for you than you for Ann Reed: it is your turn."
      : "You and Ann Reed have done about as much for each other.",
    "",
    "At the customers' evening bring together",
  );
  for (const id of ["ann", "bob", "cho", "eve"])
    planner.network.addPerson({ id, spells: [{ kind: "event", organization: EVENING, from: "2026-11-05" }] });
  for (const { between, why, state } of planner.pairs({ seeker: "me", event: EVENING, now: "2026-11-05" }))
    lines.push(
      `  ${between.map((id) => planner.name(id)).join(" and ")}${state === "asked" ? " (asked already)" : ""}`,
      `     Why: ${why}`,
    );
  return lines.join("\n");
}

function firm(): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind", title: "Managing Director" });
  const people = [
    ["ann", "Ann Reed", "Delta Foods", "Head of Operations"],
    ["cho", "Clara Lindt", "Beta Parts", "Head of Operations"],
    ["eve", "Eve Holt", "Gamma", "Head of Finance"],
  ] as const;
  const tags = [{ code: "source:clients", evidence: "client since 2024" }];
  const WANTS: Readonly<Record<string, typeof tags>> = {
    ann: [{ code: "needs:a second warehouse", evidence: "said so in August" }],
    eve: [{ code: "offers:a second warehouse", evidence: "said so in August" }],
  };
  for (const [id, name, company, title] of people) {
    network.addPerson({ id, name, company, title, tags: [...tags, ...(WANTS[id] ?? [])] });
    network.addTie({
      from: "me",
      to: id,
      evidence: { interactions: [{ at: "2026-08-10", direction: "both", kind: "meeting" }] },
    });
  }
  network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme", title: "Head of Operations" });
  network.addTie({ from: "ann", to: "bob", owner: "ann", evidence: { closeness: 0.8 } });
  return new IntroductionPlanner({ network });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(autumn());
