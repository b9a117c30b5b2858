import { expect, it } from "vitest";
import { readLinkedInArchive } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";

const [ME, GRETA, INGRID] = ["jo-v", "greta-l", "ingrid-s"].map(
  (slug) => `https://www.linkedin.com/in/${slug}`,
);
const owner = { id: "me", name: "Jo Vandermeer", company: "Torvex", profileUrl: ME as string };
const head =
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER";
const connections = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nGreta,Lind,${GRETA},,Halden,VP,12 May 2019\n`;
const sent = `c1,,Jo Vandermeer,${ME},Ingrid Solberg,${INGRID},2026-05-02 10:00:00 UTC,,x,INBOX`;
const group = `c1,,Greta Lind,${GRETA},"Jo Vandermeer, Ingrid Solberg","${ME},${INGRID}",2026-05-02 10:00:00 UTC,,x,INBOX`;

function planFor(row: string, target: string | { name: string; company: string; isNew?: boolean }) {
  const network = new Network();
  const files = [
    { name: "Connections.csv", text: connections },
    { name: "messages.csv", text: `${head}\n${row}\n` },
  ];
  network.import(readLinkedInArchive(files, { owner }));
  const plan = new IntroductionPlanner({ network }).plan({ seeker: "me", target, now: "2026-11-28" });
  const candidates = plan.refusal?.candidates ?? [];
  return {
    plan,
    network,
    names: candidates.map(({ person }) => network.person(person)?.name),
    why: candidates[0]?.why,
  };
}

it.each([
  ["a message to the buyer", sent, "you exchanged messages with them"],
  ["a group conversation with the buyer", group, "in a group conversation of yours"],
])("%s makes a candidate of somebody who is no connection, with the reason", (_, row, reason) => {
  for (const target of ["Ingrid Solberg at Halden", { name: "Ingrid Solberg", company: "Halden" }]) {
    const { plan, names, why } = planFor(row, target);
    expect([plan.refusal?.code, names]).toEqual(["ambiguous-target", ["Ingrid Solberg"]]);
    expect(why).toContain(reason);
  }
  const { plan, network } = planFor(row, "Ingrid Solberg");
  expect(network.person(plan.target.id)?.name).toBe("Ingrid Solberg");
  const fresh = planFor(row, { name: "Ingrid Solberg", company: "Halden", isNew: true });
  expect(fresh.plan.refusal).toBeUndefined();
});

it.each([
  ["Ingrid Solberg", "Ingrid Solberg at Halden"],
  ["Ingrid Solberg", "ingrid solberg at HALDEN AS"],
  ["INGRID SOLBERG", "Ingrid Solberg at Acme"],
  ["Ingrid Solberg, MBA", "Ingrid Solberg at Halden"],
  ["Dr. Ingrid Solberg", "Ingrid Solberg at Halden"],
  ["Ingrid Solberg 🚀", "Ingrid Solberg at Halden"],
  ["Zoë Müller", "Zoe Müller at Halden"],
  ["José García", "Jose Garcia at Halden"],
  ["山田太郎", "山田 太郎 at Halden"],
  ["Анна Петрова", "Anna Petrova at Halden"],
  ["Bob Smith", "Robert Smith at Halden"],
  ["Анна Петрова", "Анна Петрова at Halden"],
])("%s, who was written to, is a candidate for %j", (name, target) => {
  const row = `c1,,Jo Vandermeer,${ME},"${name}",${INGRID},2026-05-02 10:00:00 UTC,,x,INBOX`;
  const { plan, names } = planFor(row, target);
  expect([plan.refusal?.code, names.length]).toEqual(["ambiguous-target", 1]);
});

it("a namesake with a company of their own, and another name, make none", () => {
  for (const target of ["Greta Lind at Acme", "Ingrid Solheim at Halden"]) {
    expect(planFor(sent, target).names).not.toContain("Ingrid Solberg");
  }
});
