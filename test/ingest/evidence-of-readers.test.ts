import { expect, it } from "vitest";
import { readInteractions, readLinkedInArchive, readLinkedInMessages } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import type { TieEvidence } from "../../src/people/index.js";
import { tieStrength } from "../../src/ties/index.js";

const owner = { id: "me", name: "Ada Park", profileUrl: "https://www.linkedin.com/in/ada" };
const urlOf = (slug: string): string => `https://www.linkedin.com/in/${slug}`;
const NOW = "2026-11-22";

/** An archive with these tables beside three connections of 2017 to 2023. */
function archive(tables: Readonly<Record<string, string>>): Network {
  const connections = [
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    `Ann,Case,${urlOf("ann")},,Acme,Buyer,05 Mar 2017`,
    `Cai,Deng,${urlOf("cai")},,Acme,Clerk,05 Mar 2023`,
    `Dov,Eden,${urlOf("dov")},,Northwind,Sales Manager,05 Mar 2023`,
  ].join("\n");
  const files = Object.entries({ "Connections.csv": connections, ...tables });
  const network = new Network();
  network.import(
    readLinkedInArchive(
      files.map(([name, text]) => ({ name, text })),
      { owner },
    ),
  );
  return network;
}

function evidenceOf(network: Network, name: string): TieEvidence {
  const id = network.people().find((person) => person.name === name)?.id as string;
  return network.tie("me", id)?.evidence as TieEvidence;
}

function reasons(evidence: TieEvidence): readonly (string | undefined)[] {
  return tieStrength(evidence, { now: NOW }).factors.map(({ detail }) => detail);
}

const RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status";
const ENDORSEMENTS =
  "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status";

it("an archive's recommendations, endorsements and notes speak for a tie, each in words", () => {
  const network = archive({
    "Recommendations_Received.csv": `${RECOMMENDATIONS}\nAnn,Case,Acme,Buyer,Ada is great,"05/06/22, 02:00 PM",VISIBLE\n`,
    "Endorsement_Received_Info.csv": `${ENDORSEMENTS}\n${["Sales", "Talks", "Tea"]
      .map((skill) => `2022/05/06 07:08:09 UTC,${skill},Cai,Deng,${urlOf("cai")},ACCEPTED`)
      .join("\n")}\n`,
    "Invitations.csv": `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nDov Eden,Ada Park,"3/1/23, 9:05 AM",Good talk,INCOMING,${urlOf("dov")},${urlOf("ada")}\n`,
  });
  expect(reasons(evidenceOf(network, "Ann Case"))).toContain("they recommended you in 2022");
  expect(reasons(evidenceOf(network, "Cai Deng"))).toContain("they endorsed you 3 times");
  expect(reasons(evidenceOf(network, "Dov Eden"))).toContain("they wrote a note when connecting");
  const plain = archive({});
  for (const name of ["Ann Case", "Cai Deng", "Dov Eden"]) {
    const [told, bare] = [network, plain].map((one) => tieStrength(evidenceOf(one, name), { now: NOW }));
    expect(told?.strength).toBeGreaterThan(bare?.strength as number);
  }
});

it("what was said is told by whoever's archive it is, and goes with them", () => {
  const network = archive({
    "Recommendations_Given.csv": `${RECOMMENDATIONS}\nAnn,Case,Acme,Buyer,Ann is great,"05/06/22, 02:00 PM",VISIBLE\n`,
  });
  const id = network.people().find(({ name }) => name === "Ann Case")?.id as string;
  expect(network.tieRecords("me", id)).toMatchObject([
    { from: "me", evidence: { vouches: [{ kind: "recommendation", direction: "out", at: "2022-05-06" }] } },
  ]);
  network.optOut("me");
  expect(network.tie("me", id)).toBeUndefined();
});

it("who connected while both were at one company worked together; one field at one company is one team", () => {
  const network = archive({
    "Positions.csv":
      "Company Name,Title,Description,Location,Started On,Finished On\nNorthwind,Seller,,,Jun 2020,\nAcme,Clerk,,,2015,May 2020\n",
  });
  expect(evidenceOf(network, "Ann Case").contexts).toEqual(["worked-together"]);
  expect(reasons(evidenceOf(network, "Ann Case"))).toContain("you worked at one company when you connected");
  expect(evidenceOf(network, "Cai Deng").contexts).toBeUndefined();
  expect(evidenceOf(network, "Dov Eden").contexts).toEqual([
    "team:northwind",
    "work:northwind",
    "worked-together",
  ]);
  expect(reasons(evidenceOf(network, "Dov Eden"))).toContain("you are in one team");
});

const MESSAGES =
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER";

it("answers of machines and the same words to many are no contact of two", async () => {
  const row = (from: string, to: string, content: string, subject = "") =>
    `${from}${to},,${from},${urlOf(from)},${to},${urlOf(to)},2024-05-06 07:08:09 UTC,${subject},"${content}",INBOX`;
  const pitch = "we are opening a second office in May, and I would love to show you around. Best, Ada";
  const many = ["bo", "cy", "di", "el", "fay"].map((name) => row("ada", name, `Hi ${name},\n${pitch}`));
  const text = [
    MESSAGES,
    ...many,
    row("ada", "gus", `Hi Gus, ${pitch.replace("May", "June")}`),
    row("hal", "ada", "Automatische Antwort: ich bin bis Montag nicht im Haus"),
    row("ida", "ada", "see below", "Out of Office"),
    row("jon", "ada", "Thanks! I was out of the office. Let us talk."),
  ].join("\n");
  const { interactions } = await readLinkedInMessages(text, { owner });
  const automatic = interactions.map(({ automatic: is = false }) => is);
  expect(automatic).toEqual([true, true, true, true, true, false, true, true, false]);
  const [sent] = interactions;
  expect(tieStrength({ interactions: [sent as never] }, { now: NOW }).state).toBe("never-spoken");
});

it("a table of one's own says what was automatic", () => {
  const text =
    "who,when,direction,kind,automatic\nAnn,2024-05-06,in,message,yes\nAnn,2024-05-07,in,auto-reply,\nAnn,2024-05-08,in,message,no\n";
  const { interactions, issues } = readInteractions(text, { owner });
  expect(issues).toEqual([]);
  expect(interactions.map(({ kind, automatic = false }) => [kind, automatic])).toEqual([
    ["message", true],
    ["message", true],
    ["message", false],
  ]);
});
