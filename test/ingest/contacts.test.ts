import { describe, expect, it } from "vitest";
import {
  type Import,
  readContacts,
  readGoogleContacts,
  readInteractions,
  readOutlookContacts,
  readVCards,
} from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner } from "../../src/planner/planner.js";
import { expectLinear } from "../support/linear.js";

const owner = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };
const shape = ({ people }: Import) => people.slice(1).map(({ id: _, sources: __, ...fields }) => fields);
const codes = ({ issues }: Import) => issues.map(({ code, row }) => [code, row]);
function checkLaws({ people, ties, report }: Import): void {
  expect(report.rowsRead).toBe(report.rowsKept + report.rowsSkipped);
  const ids = new Set(people.map(({ id }) => id));
  for (const { from, to } of ties) expect(from === "me" && to !== "me" && ids.has(to)).toBe(true);
}

it("reads Google's new layout, several addresses in a cell and the owner's own row", () => {
  const text =
    "First Name,Middle Name,Last Name,Phonetic First Name,Organization Name,Organization Title,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value\n" +
    'Bob,Q.,Smith,,"Acme, Inc.",VP,* myContacts ::: Navy,* Work,bob@acme.example ::: b@x.example,B@x.example\n' +
    "Ada,,Park,,Northwind,,,,ADA@northwind.example,\n,,,,Acme,,,,info@acme.example,\nZoë,,,,,,,,broken@,";
  const result = readGoogleContacts(text, { owner });
  checkLaws(result);
  expect(shape(result)).toEqual([
    {
      name: "Bob Q. Smith",
      firstName: "Bob",
      lastName: "Smith",
      company: "Acme, Inc.",
      title: "VP",
      emails: ["bob@acme.example", "b@x.example", "B@x.example"],
    },
    { name: "Zoë", firstName: "Zoë" },
  ]);
  expect(codes(result)).toEqual([
    ["SELF_ROW", 3],
    ["ROW_WITHOUT_NAME", 4],
    ["EMAIL_UNREADABLE", 5],
  ]);
  expect(result.report).toEqual({ rowsRead: 4, rowsKept: 3, rowsSkipped: 1 });
});

it("reads Google's old layout in UTF-16", () => {
  const text =
    "Name,Given Name,Additional Name,Family Name,Birthday,Location,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\r\n" +
    "Bob Smith,Bob,,Smith,,Berlin,* Home,bob@x.example,,Acme,VP\r\nOnly Name,,,,,,,,,,";
  const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  expect(shape(readGoogleContacts(bytes, { owner }))).toEqual([
    {
      name: "Bob Smith",
      firstName: "Bob",
      lastName: "Smith",
      company: "Acme",
      title: "VP",
      location: "Berlin",
      emails: ["bob@x.example"],
    },
    { name: "Only Name" },
  ]);
});

it("reads Outlook in English and in German windows-1252, without X.500 addresses", () => {
  const english =
    '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","E-mail Address","E-mail Type","E-mail 2 Address"\r\n' +
    '"Mr.","Bob","","Smith","","Acme","","VP","/o=ExchangeLabs/cn=bob","EX","bob@x.example"\r\n';
  const result = readOutlookContacts(english, { owner });
  expect(shape(result)).toEqual([
    {
      name: "Bob Smith",
      firstName: "Bob",
      lastName: "Smith",
      company: "Acme",
      title: "VP",
      emails: ["bob@x.example"],
    },
  ]);
  expect(codes(result)).toEqual([["EMAIL_UNREADABLE", 2]]);
  const german = Buffer.from(
    "Anrede;Vorname;Nachname;Firma;Position;E-Mail-Adresse\r\n;Jürgen;Groß;Müller AG;Leiter;j@x.example\r\n",
    "latin1",
  );
  expect(shape(readOutlookContacts(new Uint8Array(german), { owner, encoding: "windows-1252" }))).toEqual([
    {
      name: "Jürgen Groß",
      firstName: "Jürgen",
      lastName: "Groß",
      company: "Müller AG",
      title: "Leiter",
      emails: ["j@x.example"],
    },
  ]);
});

it("reads any table by the caller's own column names", () => {
  const text =
    "Person - Name;Person - Email - Work;Person - Organization;__proto__\nBob Smith;bob@acme.example;Acme;x\n";
  const columns = { name: "Person - Name", email: "Person - Email - Work", company: "Person - Organization" };
  expect(shape(readContacts(text, { owner, columns }))).toEqual([
    { name: "Bob Smith", company: "Acme", emails: ["bob@acme.example"] },
  ]);
  expect(() => readContacts("a,b\n1,2", { owner, columns: { name: "Secret" } })).toThrow(
    expect.objectContaining({ code: "COLUMNS_NOT_FOUND", message: expect.not.stringContaining("Secret") }),
  );
});

it("refuses a header longer than what is looked at, in one piece and in many: half of it would name other columns", async () => {
  const code = expect.objectContaining({ code: "COLUMNS_NOT_FOUND" });
  const wide = Array.from({ length: 900 }, (_, i) => `Column ${i} `.padEnd(130, "y")).join(",");
  const text = `Name,Company,Email,${wide}\nAnn Lee,Acme,ann@acme.example\n`;
  async function* pieces() {
    for (let at = 0; at < text.length; at += 1000) yield text.slice(at, at + 1000);
  }
  expect(text.length).toBeGreaterThan(117_000);
  expect(() => readContacts(text, { owner })).toThrow(code);
  await expect(readContacts(pieces(), { owner })).rejects.toThrow(code);
  expect(
    readContacts(text.slice(0, 60_000).replace(/,[^,]*$/, "\nAnn Lee,Acme,a@b.example"), { owner }).people,
  ).toHaveLength(2);
});

describe("readInteractions", () => {
  it("reads who, when, direction and kind", () => {
    const text =
      "who,when,direction,kind\nbob@acme.example,2026-03-05,out,call\nBOB@acme.example,3/14/26 2:00 PM,in,meeting\nwww.linkedin.com/in/eve,05 Mar 2026,,\nTom Ray,30 Feb 2026,out,call\n,2026-01-01,out,call\nada@northwind.example,2026-01-01,out,call\nTom Ray,2026-01-01,sideways,call\nTom Ray,2026-01-01,out,fax";
    const result = readInteractions(text, { owner });
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 8, rowsKept: 7, rowsSkipped: 1 });
    expect(new Set(result.people.map(({ id }) => id)).size).toBe(4);
    const [bob, eve] = [result.people[1]?.id, result.people[3]?.id];
    expect(result.interactions).toEqual([
      { from: "me", to: bob, at: "2026-03-05", direction: "out", kind: "call" },
      { from: "me", to: bob, at: "2026-03-14T14:00:00Z", direction: "in", kind: "meeting" },
      { from: "me", to: eve, at: "2026-03-05", direction: "both", kind: "message" },
    ]);
    expect(codes(result)).toEqual([
      ["DATE_UNREADABLE", 5],
      ["ROW_WITHOUT_NAME", 6],
      ["SELF_ROW", 7],
      ["DIRECTION_UNKNOWN", 8],
      ["KIND_UNKNOWN", 9],
    ]);
  });

  it("takes ids as they are", () => {
    const result = readInteractions("id,when\n__proto__,2026-01-01\n007,2026-01-02", { owner });
    expect(result.interactions.map(({ to }) => to)).toEqual(["__proto__", "007"]);
  });
});

describe("readVCards", () => {
  it("reads what Apple, Google, Outlook and Android write", () => {
    const text = [
      "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Smith;Bob;Q.;Dr.;\r\nFN:Dr. Bob Smith\r\nORG:Acme\\, Inc.;R&D\r\nTITLE:VP\r\nitem1.EMAIL;type=INTERNET;type=pref:bob@ac\r\n me.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nX-SOCIALPROFILE;type=linkedin;x-user=bob:https://www.linkedin.com/in/Bob-S/\r\nPHOTO;ENCODING=b:AAAA\r\n BBBB\r\nEND:VCARD",
      "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=D0=92=D0=BE=D0=BB;=\r\n=D0=98=D0=B2=D0=B0=D0=BD\r\nTEL;CELL:+4912345\r\nEMAIL;HOME:ivan@x.example\r\nEND:VCARD",
      "BEGIN:VCARD\nVERSION:4.0\nFN:Zoë Müller\nORG:M\\;N\nEMAIL:bad at x\nEND:VCARD",
      "BEGIN:VCARD\nVERSION:3.0\nFN:Globex Hotline\nORG:Globex\nX-ABShowAs:COMPANY\nEND:VCARD",
      "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nEND:VCARD",
      "BEGIN:VCARD\nFN:Never Ended",
    ].join("\r\n");
    const result = readVCards(text, { owner });
    checkLaws(result);
    expect(shape(result)).toEqual([
      {
        name: "Bob Q. Smith",
        firstName: "Bob",
        lastName: "Smith",
        company: "Acme, Inc.",
        title: "VP",
        emails: ["bob@acme.example"],
        profileUrl: "https://www.linkedin.com/in/bob-s",
      },
      { name: "Иван Вол", firstName: "Иван", lastName: "Вол", emails: ["ivan@x.example"] },
      { name: "Zoë Müller", company: "M;N" },
      { name: "Never Ended" },
    ]);
    expect(codes(result)).toEqual([
      ["EMAIL_UNREADABLE", 3],
      ["CARD_OF_COMPANY", 4],
      ["ROW_WITHOUT_NAME", 5],
      ["CARD_OPEN", 6],
    ]);
    expect(() => readVCards("", { owner })).toThrow(expect.objectContaining({ code: "COLUMNS_NOT_FOUND" }));
  });

  it("is linear on hostile cards", async () => {
    const cards: readonly ((length: number) => string)[] = [
      (length) => `BEGIN:VCARD\nFN:x\nN${";a".repeat(length)}\n${" a\n".repeat(length)}END:VCARD`,
      (length) => `BEGIN:VCARD\nFN:x\nORG:${"\\".repeat(4 * length)}`,
      (length) => `BEGIN:VCARD\nFN:x\nTITLE;ENCODING=QUOTED-PRINTABLE:${"=41".repeat(length)}`,
      (length) => "BEGIN:VCARD\n".repeat(length),
    ];
    for (const make of cards) {
      await expectLinear((length) => {
        const text = make(length);
        return () => readVCards(text, { owner });
      }, 5000);
    }
  });
});

describe("meetings and conversations of one's own table", () => {
  const header = "id,when,kind,meeting,conversation\n";
  const spellsOf = (rows: string) =>
    Object.fromEntries(
      readInteractions(header + rows, { owner }).people.map(({ id, spells }) => [
        id,
        spells?.map(({ organization: _, ...spell }) => spell),
      ]),
    );

  it("become spells of all who were there, the owner included, where they were three or more", () => {
    const met = { kind: "meeting", from: "2026-03-05", to: "2026-03-05", owner: owner.id };
    const wrote = { kind: "conversation", from: "2026-01-01", to: "2026-02-01", owner: owner.id };
    const rows = [
      "ann,2026-03-05,meeting,board,",
      "bob,2026-03-05,meeting,board,",
      "ann,2026-01-01,message,,t1",
      "cho,2026-02-01,message,,t1",
      "dan,2026-03-05,meeting,alone,",
    ].join("\n");
    expect(spellsOf(rows)).toEqual({
      [owner.id]: [met, wrote],
      ann: [met, wrote],
      bob: [met],
      cho: [wrote],
      dan: undefined,
    });
  });

  it("hold no name, and are the same for everybody whose table names them alike", () => {
    const rows = "ann,2026-03-05,meeting,ZZCANARY,\nbob,2026-03-05,meeting,ZZCANARY,";
    const [mine, theirs] = [owner, { id: "other" }].map((one) =>
      readInteractions(header + rows, { owner: one }),
    );
    expect(mine?.people[1]?.spells?.[0]?.organization).toMatch(/^m_[0-9a-f]{16}$/);
    expect(theirs?.people[1]?.spells?.[0]?.organization).toBe(mine?.people[1]?.spells?.[0]?.organization);
    expect(JSON.stringify(mine)).not.toContain("ZZCANARY");
  });

  it("bring an inferred tie between two who were there", () => {
    const network = new Network();
    const rows = "ann,2026-03-05,meeting,board,\nbob,2026-03-05,meeting,board,";
    network.import(readInteractions(header + rows, { owner: { id: "col" } }));
    network.addPerson({ id: "me" });
    network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.6 } });
    const planner = new IntroductionPlanner({ network });
    const through = (inferTies: boolean) =>
      planner
        .plan({ seeker: "me", target: "bob", now: "2026-11-22", inferTies })
        .paths.map(({ people }) => people.join(">"));
    expect(through(true)).toContain("me>ann>bob");
    expect(through(false)).toEqual(["me>ann>col>bob"]);
  });
});
