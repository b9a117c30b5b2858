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

const GRETA_LINE = (to: string, urls: string) =>
  `c1,,Greta Lind,${GRETA},"${to}","${urls}",2026-05-02 10:00:00 UTC,,x,INBOX`;

it.each([
  ["two who got it", "Jo Vandermeer, Ingrid Solberg", `${ME},${INGRID}`],
  ["no blank after the comma", "Jo Vandermeer,Ingrid Solberg", `${ME},${INGRID}`],
  ["the buyer first", "Ingrid Solberg,Jo Vandermeer", `${INGRID},${ME}`],
  ["letters behind the buyer's name", "Jo Vandermeer,Ingrid Solberg, MBA", `${ME},${INGRID}`],
  [
    "letters behind another's name",
    "Jo Vandermeer,Tom Ray, PhD, PMP,Ingrid Solberg",
    `${ME},linkedin.com/in/tom,${INGRID}`,
  ],
  ["a junior among them", "Jo Vandermeer,Tom Ray, Jr.,Ingrid Solberg", `${ME},linkedin.com/in/tom,${INGRID}`],
  ["a shouted name", "JO VANDERMEER,INGRID SOLBERG", `${ME},${INGRID}`],
  [
    "a member without a name",
    "Jo Vandermeer,LinkedIn Member,Ingrid Solberg",
    `${ME},linkedin.com/in/gone,${INGRID}`,
  ],
  ["addresses with queries", "Jo Vandermeer,Ingrid Solberg", `${ME}?trk=x,${INGRID}/`],
  [
    "semicolons in place of commas",
    "Jo Vandermeer; Ingrid Solberg; Tom Ray",
    `${ME};${INGRID};linkedin.com/in/tom`,
  ],
  ["no addresses, as until 2020", "Jo Vandermeer,Ingrid Solberg", ""],
  ["no addresses and a title", "Jo Vandermeer,Ingrid Solberg, MBA", ""],
])("a buyer in a group conversation is a candidate: %s", (_, to, urls) => {
  const { plan, network } = planFor(GRETA_LINE(to, urls), "Ingrid Solberg at Halden");
  const found = plan.refusal?.candidates?.map(({ person }) => network.person(person));
  expect(
    found?.map((person) => [person?.name?.replace(/, MBA$/, "").toLowerCase(), person?.profileUrl]),
  ).toEqual([["ingrid solberg", urls === "" ? undefined : INGRID]]);
});

it("says of which group it could not tell the names", () => {
  const row = GRETA_LINE("Jo Vandermeer, Ingrid, Solberg, Tom Ray", `${ME},${INGRID}`);
  const files = [{ name: "messages.csv", text: `${head}\n${row}\n` }];
  const { issues, report } = readLinkedInArchive(files, { owner });
  expect(issues.map(({ code, row }) => [code, row])).toEqual([["RECIPIENT_UNCLEAR", 2]]);
  expect(report.rowsKept).toBe(1);
});
