import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import {
  readCareers,
  readContacts,
  readExport,
  readExports,
  readGoogleContacts,
  readLinkedInConnections,
  readLinkedInPortability,
  readVCards,
} from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";

const owner = { id: "me", name: "Ada Park" };
const code = (name: string, more: object = {}) => expect.objectContaining({ code: name, ...more });
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD", ""].join("\r\n");

describe("cards in the encoding that they name", () => {
  const qp = (charset: string, bytes: string) =>
    card("VERSION:2.1", `N;CHARSET=${charset};ENCODING=QUOTED-PRINTABLE:${bytes};;;;`);
  it.each([
    ["WINDOWS-1251", "=CD=E0=E4=E5=E6=E4=E0", "Надежда"],
    ["windows-1250", "Ga=B3=EAzka", "Ga³êzka"],
    ["ISO-8859-2", "Iksi=F1ska", "Iksińska"],
    ["iso-8859-5", "=B8=D2=D0=DD", "Иван"],
    ["ISO-8859-7", "=C3=E9=DC=ED=ED=E7=F2", "Γιάννης"],
    ["iso-8859-9", "=DDbrahim", "İbrahim"],
    ["ISO-8859-15", "S=BDur", "Sœur"],
    ["ISO-8859-1", "Jos=E9", "José"],
    ["SHIFT_JIS", "=8E=52=93=63", "山田"],
    ["Shift_JIS", "=8ER=93c", "山田"],
    ["GB18030", "=D5=C5=CE=B0", "张伟"],
    ["gb2312", "=D5=C5=CE=B0", "张伟"],
    ["BIG5", "=B1i=B0=B6", "張偉"],
    ["EUC-KR", "=B1=E8", "김"],
    ["KOI8-R", "=E9=D7=C1=CE", "Иван"],
    ["UTF-8", "Zo=C3=AB", "Zoë"],
  ])("%s %s", (charset, bytes, name) => {
    const { people, issues } = readVCards(qp(charset, bytes), { owner });
    const windows1250 = charset === "windows-1250" ? "Gałęzka" : name;
    expect([people[1]?.name, issues]).toEqual([windows1250, []]);
  });

  it.each([
    ["CHARSET=UTF-8;ENCODING=BASE64", Buffer.from("Müller;Jörg").toString("base64"), "Jörg Müller"],
    ["ENCODING=B", Buffer.from("Müller;Jörg").toString("base64"), "Jörg Müller"],
    [
      "CHARSET=windows-1252;ENCODING=B",
      Buffer.from("Müller;Jörg", "latin1").toString("base64"),
      "Jörg Müller",
    ],
    ["CHARSET=SHIFT_JIS;BASE64", "jlKTYzuRvphZ", "太郎 山田"],
  ])("a name in base64: %s", (params, value, name) => {
    expect(readVCards(card("VERSION:2.1", `N;${params}:${value}`), { owner }).people[1]?.name).toBe(name);
  });

  it("are read byte for byte where they are not written as quoted-printable, one line beside another", () => {
    const bytes = latin1(
      card("VERSION:2.1", "N;CHARSET=windows-1252:Do\u00e9;John", "ORG;CHARSET=UTF-8:\u00c3\u0081cme"),
    );
    expect(readVCards(bytes, { owner }).people[1]).toMatchObject({ name: "John Doé", company: "Ácme" });
    expect(
      readVCards(latin1(card("N;CHARSET=windows-1251:\u00c2\u00e5\u00f2\u00f0\u00ee\u00e2;\u00c8")), {
        owner,
      }).people[1]?.name,
    ).toBe("И Ветров");
  });

  it("say what is wrong and how to cure it", () => {
    expect(() => readVCards(latin1(card("N:M\u00fcller;Bj\u00f6rn")), { owner })).toThrow(
      code("ENCODING_UNKNOWN"),
    );
    const named = readVCards(latin1(card("N:M\u00fcller;Bj\u00f6rn")), { owner, encoding: "windows-1252" });
    expect(named.people[1]?.name).toBe("Björn Müller");
    const guessed = readVCards(card("N;ENCODING=QUOTED-PRINTABLE:Iksi=F1ski;Piotr"), { owner });
    expect(guessed.issues).toEqual([code("ENCODING_GUESSED", { row: 1 })]);
    const told = readVCards(card("N;ENCODING=QUOTED-PRINTABLE:Iksi=F1ski;Piotr"), {
      owner,
      encoding: "iso-8859-2",
    });
    expect([told.people[1]?.name, told.issues]).toEqual(["Piotr Iksiński", []]);
    for (const encoding of ["utf-16le", "utf-16be"]) {
      const wide = Buffer.from(card("N:\u00c4dam;Eve"), "utf16le");
      const bytes = new Uint8Array(encoding === "utf-16be" ? wide.swap16() : wide);
      expect(() => readVCards(bytes, { owner })).toThrow(
        code("ENCODING_UNKNOWN", { details: expect.objectContaining({ encoding }) }),
      );
      expect(readVCards(bytes, { owner, encoding: encoding as "utf-16le" }).people[1]?.name).toBe("Eve Ädam");
    }
  });
});

describe("tables in old encodings", () => {
  const text = "Vorname,Nachname,Firma,E-Mail-Adresse\nBj\u00f6rn,M\u00fcller,Acme,b@x.example\n";
  it("say which option reads them, from any reader, and are read with it", () => {
    const unknown = code("ENCODING_UNKNOWN", { message: expect.stringContaining("encoding:") });
    expect(() => readExport(latin1(text), { owner })).toThrow(unknown);
    expect(() => readContacts(latin1(text), { owner })).toThrow(unknown);
    expect(readExport(latin1(text), { owner, encoding: "windows-1252" }).people[1]?.name).toBe(
      "Björn Müller",
    );
    const wide = new Uint8Array(Buffer.from(text, "utf16le"));
    expect(() => readExport(wide, { owner })).toThrow(
      code("ENCODING_UNKNOWN", { details: expect.objectContaining({ encoding: "utf-16le" }) }),
    );
    expect(readExport(wide, { owner, encoding: "utf-16le" }).people[1]?.name).toBe("Björn Müller");
    const cyrillic = latin1(
      "\u00c8\u00ec\u00ff,\u00d4\u00e0\u00ec\u00e8\u00eb\u00e8\u00ff,\u00ce\u00f0\u00e3\u00e0\u00ed\u00e8\u00e7\u00e0\u00f6\u00e8\u00ff\nA,B,Acme\n",
    );
    expect(readExport(cyrillic, { owner, encoding: "windows-1251" }).people[1]?.company).toBe("Acme");
  });

  it("are told apart from what is no text", () => {
    const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 16, 74, 70, 73, 70, 1, 1, 2, 3, 4, 200, 201]);
    expect(() => readExport(picture, { owner })).toThrow(code("FORMAT_UNKNOWN"));
    expect(() => readExport("just some words\nand more of them\n", { owner })).toThrow(
      code("FORMAT_UNKNOWN"),
    );
    expect(() => readExport('{"a":1}', { owner })).toThrow(code("FORMAT_UNKNOWN"));
  });
});

describe("cards of people and of companies", () => {
  const kept = (...lines: string[]) =>
    readVCards(card(...lines), { owner })
      .people.slice(1)
      .map(({ name }) => name);
  it("N and FN together tell the name", () => {
    expect(kept("N:Smith;;;;", "FN:Bob Smith")).toEqual(["Bob Smith"]);
    expect(kept("N:;Bob;;;", "FN:Bob Smith")).toEqual(["Bob Smith"]);
    expect(kept("N:山田;太郎;;;", "FN:山田 太郎")).toEqual(["山田 太郎"]);
    expect(kept("N:Smith;Bob;Q.;Dr.;", "FN:Dr. Bob Smith")).toEqual(["Bob Q. Smith"]);
    expect(kept("N:;;;;", "FN:Bob Smith")).toEqual(["Bob Smith"]);
    expect(kept("N:Smith;Bob;;;", "FN:Bobby")).toEqual(["Bob Smith"]);
    expect(kept("N:Bob Smith;;;;")).toEqual(["Bob Smith"]);
    expect(kept("FN:Smith\\, Bob")).toEqual(["Bob Smith"]);
    expect(kept("FN:Bob Smith\\, PhD")).toEqual(["Bob Smith"]);
    expect(kept("N:Public;John;Quinlan,Paul;;", "FN:John Public")).toEqual(["John Quinlan Paul Public"]);
    expect(kept("N:Smith;Bob,Jim;;;", "FN:Bob Smith")).toEqual(["Bob Jim Smith"]);
  });
  it("a card whose only name is the organisation's is none of a person", () => {
    expect(kept("N:Acme GmbH;;;;", "FN:Acme GmbH", "ORG:Acme GmbH")).toEqual([]);
    expect(kept("N:;Acme;;;", "FN:Acme", "ORG:ACME;Sales")).toEqual([]);
    expect(kept("FN:Acme", "ORG:Acme")).toEqual([]);
    expect(kept("N:;;;;", "FN:", "ORG:Acme")).toEqual([]);
    expect(
      kept(
        "N:Team;;;;",
        "FN:Team",
        "X-ADDRESSBOOKSERVER-KIND:group",
        "X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1",
      ),
    ).toEqual([]);
    expect(kept("FN:Board", "KIND:group")).toEqual([]);
    expect(kept("FN:Acme", "X-ABShowAs:COMPANY")).toEqual([]);
    expect(kept("N:Deere;John;;;", "FN:John Deere", "ORG:John Deere")).toEqual(["John Deere"]);
    for (const kind of ["application", "device"]) expect(kept("FN:Bot X", `KIND:${kind}`)).toEqual([]);
  });
  it("a firm's card that names somebody is theirs", () => {
    expect(kept("N:Acme;;;;", "FN:Bob Smith", "ORG:Acme")).toEqual(["Bob Smith"]);
    expect(kept("N:Smith;Bob;;;", "FN:Acme", "ORG:Acme;", "X-ABShowAs:COMPANY")).toEqual(["Bob Smith"]);
    expect(kept("N:Deere;John;;;", "FN:John Deere", "ORG:John Deere", "X-ABShowAs:COMPANY")).toEqual([]);
  });
});

describe("several employers in one record are affiliations", () => {
  const spellsOf = (company: string, title: string) =>
    readContacts(`Name;Company;Title\nBob;"${company}";"${title}"\n`, { owner })
      .people.slice(1)
      .map((person) => [
        person.company,
        (person.spells ?? []).map(({ organization, title: position, past }) => [
          organization,
          position,
          past,
        ]),
      ])[0];
  it.each([
    ["Acme; Globex", "CEO", "Acme", [["Globex", undefined, undefined]]],
    [
      "Acme | Globex | Initech",
      "CEO",
      "Acme",
      [
        ["Globex", undefined, undefined],
        ["Initech", undefined, undefined],
      ],
    ],
    ["Acme; ACME Inc.", "CEO", "Acme", []],
    ["Acme / Globex", "CEO", "Acme", [["Globex", undefined, undefined]]],
    ["Acme", "CEO | Board member at Globex", "Acme", [["Globex", "Board member", undefined]]],
    ["Acme", "CEO at Acme", "Acme", []],
    ["Acme", "VP Sales, ex-Globex", "Acme", [["Globex", undefined, true]]],
    ["Acme", "VP Sales (formerly Globex)", "Acme", [["Globex", undefined, true]]],
    ["Acme", "VP Sales | formerly Head of Growth at Globex", "Acme", [["Globex", "Head of Growth", true]]],
    ["Acme", "ex-CEO", "Acme", []],
    ["Acme", "Former nurse, now VP", "Acme", []],
    ["Acme", "Advisor @ Globex", "Acme", [["Globex", "Advisor", undefined]]],
    ["Acme", "Advisor to Globex", "Acme", [["Globex", "Advisor", undefined]]],
    ["Acme", "CEO | Board Member, Globex", "Acme", [["Globex", "Board Member", undefined]]],
    ["Acme", "Aufsichtsrat der Globex AG", "Acme", [["Globex AG", "Aufsichtsrat", undefined]]],
    ["Acme", "Advisor to CEOs", "Acme", []],
    ["Acme", "Advisor, Marketing", "Acme", []],
    ["Acme", "Board of Directors", "Acme", []],
    ["Acme", "Executive at large", "Acme", []],
    ["", "Director at Globex", "Globex", []],
    ["", "ex-Globex", undefined, [["Globex", undefined, true]]],
    ["Johnson & Johnson", "R&D Lead", "Johnson & Johnson", []],
  ])("%s / %s", (company, title, main, spells) => {
    expect(spellsOf(company, title)).toEqual([main, spells]);
  });

  it("in a cell of LinkedIn's connections", () => {
    const text =
      "First Name,Last Name,URL,Company,Position,Connected On\nBob,Smith,,Acme; Globex,CEO,05 Mar 2021\n";
    const [, bob] = readLinkedInConnections(text, { owner }).people;
    expect([bob?.company, bob?.spells?.[0]?.organization]).toEqual(["Acme", "Globex"]);
  });

  it("in Google's second organisation, in a card's second ORG and in LinkedIn's position too, told by the owner", () => {
    const google = readGoogleContacts(
      "Given Name,Family Name,Organization 1 - Name,Organization 1 - Title,Organization 2 - Name,Organization 2 - Title\nBob,Smith,Acme,CEO,Globex,Chair\n",
      { owner },
    );
    const spell = { kind: "work", organization: "Globex", owner: "me" };
    expect(google.people[1]).toMatchObject({ company: "Acme", spells: [{ ...spell, title: "Chair" }] });
    const cards = readVCards(
      card("FN:Bob Smith", "ORG:Acme", "TITLE:CEO", "item2.ORG:Globex;Board", "item2.TITLE:Chair"),
      { owner },
    );
    expect(cards.people[1]).toMatchObject({ company: "Acme", spells: [{ ...spell, title: "Chair" }] });
    const linkedin = readLinkedInConnections(
      "First Name,Last Name,Company,Position,Connected On\nBob,Smith,Acme,CEO | ex-Globex,05 Mar 2021\n",
      { owner },
    );
    expect(linkedin.people[1]?.spells).toEqual([{ ...spell, past: true }]);
    const network = new Network();
    network.import(linkedin);
    expect(network.people()[1]?.spells).toEqual(linkedin.people[1]?.spells);
  });
});

describe("a table of careers", () => {
  it.each([
    ["first and last names", "First Name,Last Name,Company,Title,Start Date,End Date"],
    [
      "LinkedIn's words for one's own positions",
      "First Name,Last Name,Company Name,Title,Started On,Finished On",
    ],
    ["French", "Prénom,Nom,Société,Poste,Début,Fin"],
    ["Spanish", "Nombre,Apellidos,Empresa,Puesto,Desde,Hasta"],
  ])("is known with %s", (_, header) => {
    const { format, people, ties } = readExport(`${header}\nBob,Smith,Acme,VP,2016,2019\n`, { owner });
    expect([format, ties]).toEqual(["careers", []]);
    expect(people[1]).toMatchObject({
      name: "Bob Smith",
      spells: [{ organization: "Acme", from: "2016", to: "2019" }],
    });
  });

  it("gives affiliations with days, headcounts and issues, and no ties", () => {
    const text =
      "person,company,title,from,to,headcount\nBob Smith,Acme,VP,2016-03,2019-11,400\nBob Smith,Globex,CEO,2019,present,51-200\n" +
      'Ann Lee,Acme,CFO,03/2018,,"1,200"\nZoe Fox,Acme,COO,soon,,12\nTim Oak,Acme,CTO,2020,2018,x\n,Acme,CEO,2020,,\nAda Park,Acme,PM,2015,2016,\n';
    const read = readExport(text, { owner: { ...owner, emails: ["ada@x.example"] }, file: "careers.csv" });
    expect(read.format).toBe("careers");
    expect(read.report).toEqual({ rowsRead: 7, rowsKept: 6, rowsSkipped: 1 });
    expect(read.ties).toEqual([]);
    expect(read.people.slice(1).map(({ name, spells }) => [name, spells?.[0]])).toEqual([
      [
        "Bob Smith",
        {
          kind: "work",
          organization: "Acme",
          title: "VP",
          from: "2016-03",
          to: "2019-11",
          headcount: 400,
          owner: "me",
        },
      ],
      [
        "Bob Smith",
        { kind: "work", organization: "Globex", title: "CEO", from: "2019", headcount: 101, owner: "me" },
      ],
      [
        "Ann Lee",
        { kind: "work", organization: "Acme", title: "CFO", from: "2018-03", headcount: 1200, owner: "me" },
      ],
      ["Zoe Fox", undefined],
      ["Tim Oak", undefined],
      [
        "Ada Park",
        { kind: "work", organization: "Acme", title: "PM", from: "2015", to: "2016", owner: "me" },
      ],
    ]);
    expect(read.issues.map((issue) => [issue.code, issue.row])).toEqual([
      ["DATE_UNREADABLE", 5],
      ["DATES_REVERSED", 6],
      ["ROW_WITHOUT_NAME", 7],
    ]);
    const network = new Network();
    network.import(read);
    expect(network.people().filter(({ name }) => name === "Bob Smith")[0]?.spells).toHaveLength(2);
  });

  it("knows its columns by their usual names", () => {
    for (const header of [
      "Name,Company,Title,Start Date,End Date,Employees",
      "Full Name,Employer,Role,Started On,Finished On,Company size",
      "Employee;Firma;Funktion;Von;Bis;Mitarbeiter",
    ]) {
      const separator = header.includes(";") ? ";" : ",";
      const row = ["Bob Smith", "Acme", "VP", "2016", "2019", "400"].join(separator);
      expect(readCareers(`${header}\n${row}\n`, { owner }).people[1]?.spells?.[0]).toMatchObject({
        from: "2016",
        to: "2019",
        headcount: 400,
      });
    }
  });
});

describe("LinkedIn's portability JSON", () => {
  const row = {
    "First Name": "Zoë",
    "Last Name": "Müller",
    URL: "https://www.linkedin.com/in/zoe",
    "Email Address": "",
    Company: 'Acme, "Inc"',
    Position: "VP",
    "Connected On": "05 Mar 2021",
  };
  const page = (...snapshotData: object[]) => ({
    paging: { start: 0, count: 10, links: [] },
    elements: [{ snapshotDomain: "CONNECTIONS", snapshotData }],
  });
  it.each([
    ["one answer", JSON.stringify(page(row))],
    ["pages", JSON.stringify([page(row), page({ ...row, URL: "https://www.linkedin.com/in/b" })])],
    [
      "an answer a line",
      `${JSON.stringify(page(row))}\n${JSON.stringify(page({ ...row, URL: "https://www.linkedin.com/in/b" }))}\n`,
    ],
    ["the elements alone", JSON.stringify(page(row).elements)],
    ["without the domain", JSON.stringify({ elements: [{ snapshotData: [row] }] })],
  ])("is read as the table would be: %s", async (_, text) => {
    const read = readExport(text, { owner });
    expect(read.format).toBe("linkedin-portability");
    expect(read.people[1]).toMatchObject({ name: "Zoë Müller", company: 'Acme, "Inc"', title: "VP" });
    expect(read.ties[0]?.evidence.connectedOn).toBe("2021-03-05");
    expect(readLinkedInPortability(strToU8(text), { owner }).people).toEqual(read.people);
  });

  it("leaves other domains out with an issue, counts rows, and refuses what is none", () => {
    const text = JSON.stringify({
      elements: [
        { snapshotDomain: "PROFILE", snapshotData: [{}] },
        ...page(row, { "Connected On": "05 Mar 2021" }).elements,
      ],
    });
    const read = readLinkedInPortability(text, { owner });
    expect(read.issues[0]).toMatchObject({ code: "DOMAIN_NOT_USED", details: { domain: "PROFILE" } });
    expect(read.report).toEqual({ rowsRead: 2, rowsKept: 1, rowsSkipped: 1 });
    for (const bad of ["", "[", "7", '"x"', "[1]"])
      expect(() => readLinkedInPortability(bad, { owner })).toThrow(code("FORMAT_UNKNOWN"));
  });
});

describe("further tables", () => {
  const contacts = {
    name: "hubspot-contacts.csv",
    text: "Record ID,First Name,Last Name,Email\n7,Bob,Smith,b@x.example\n",
  };
  const deals = {
    name: "hubspot-deals.csv",
    text: "Record ID,Deal Name,Deal Stage,Close Date,Associated Contact IDs\n1,Big,closedwon,2025-01-02,7\n",
  };
  const companies = {
    name: "companies.csv",
    text: "Record ID,Company name,Company Domain Name\n3,Acme,acme.example\n",
  };
  it("are read with their main table, whatever their order, and each file is named", () => {
    const [read, ...more] = readExports([deals, companies, contacts], { owner });
    expect(more).toEqual([]);
    expect(read).toMatchObject({
      format: "hubspot",
      file: "hubspot-contacts.csv",
      with: ["hubspot-deals.csv", "companies.csv"],
    });
    expect(read?.people[1]).toMatchObject({
      tags: [{ code: "source:clients" }, {}],
      sources: [{ owner: "me", file: "hubspot-contacts.csv", row: 2 }],
    });
    expect(read?.sides).toMatchObject({ deals: { rowsKept: 1 }, companies: { rowsRead: 1 } });
  });

  it("go to the system whose table of contacts is there, where more than one has such columns", () => {
    const people = {
      name: "Contact.csv",
      text: "Id,FirstName,LastName,AccountId,Email\n003000000000001AAA,Bob,Smith,001000000000001AAA,b@x.example\n",
    };
    const accounts = { name: "Account.csv", text: "Id,Name\n001000000000001AAA,Acme\n" };
    const [read] = readExports([accounts, people], { owner });
    expect([read?.format, read?.with, read?.people[1]?.company]).toEqual([
      "salesforce",
      ["Account.csv"],
      "Acme",
    ]);
  });

  it("are refused with their name and what is missing", () => {
    const needs = (file: string, what: string) =>
      code("FORMAT_UNKNOWN", {
        message: expect.stringContaining(file),
        details: expect.objectContaining({ file, needs: what }),
      });
    expect(() => readExports([deals], { owner })).toThrow(needs("hubspot-deals.csv", "hubspot"));
    expect(() => readExports([companies], { owner })).toThrow(needs("companies.csv", "hubspot"));
    const bare = { name: "d.csv", text: "Deal Name,Deal Stage,Amount\nBig,won,5\n" };
    expect(() => readExports([contacts, bare], { owner })).toThrow(needs("d.csv", "Associated Contact IDs"));
    expect(() => readExports([contacts, { ...contacts, name: "b.csv" }, deals], { owner })).toThrow(
      needs("hubspot-deals.csv", "hubspot"),
    );
    expect(() => readExports([contacts, deals, { ...deals, name: "more.csv" }], { owner })).toThrow(
      needs("more.csv", "hubspot"),
    );
    const tasks = {
      name: "Task.csv",
      text: '"Id","WhoId","ActivityDate","Status"\n"1","2","2025-01-01","Completed"\n',
    };
    expect(() => readExports([contacts, tasks], { owner })).toThrow(needs("Task.csv", "salesforce"));
    for (const text of ["no table at all", '{"a":1}', "x,y\n1,2\n"])
      expect(() => readExports([contacts, { name: "notes.txt", text }], { owner })).toThrow(
        code("FORMAT_UNKNOWN", {
          message: expect.stringContaining("notes.txt"),
          details: expect.objectContaining({ file: "notes.txt" }),
        }),
      );
    expect(() => readExport(deals.text, { owner })).toThrow(
      code("FORMAT_UNKNOWN", { message: expect.stringContaining("deals") }),
    );
    expect(() =>
      readExports([{ name: "ansi.csv", text: latin1("Name,Firma,E-Mail\nBj\u00f6rn,Acme,b@x.example\n") }], {
        owner,
      }),
    ).toThrow(code("ENCODING_UNKNOWN", { details: expect.objectContaining({ file: "ansi.csv" }) }));
  });
});

it.each<[name: string, text: string]>([
  ["notes.txt", "hello there\nthis is no table\n"],
  ["empty.csv", ""],
  ["blank.csv", "\n\n \n"],
  ["page.csv", "<!DOCTYPE html><html><body>Sign in</body></html>"],
  ["list.json", '[{"name":"Ann"}]'],
  ["sums.csv", "Month,Revenue\n2025-01,100\n"],
  ["deals.csv", "Record ID,Deal Name,Deal Stage,Amount,Associated Contact IDs\n1,Big,closedwon,100,1\n"],
  ["accounts.csv", "Record ID,Company name,Company Domain Name\n3,Acme,acme.example\n"],
  ["Task.csv", '"Id","WhoId","ActivityDate","Status"\n"1","2","2025-01-01","Completed"\n'],
  ["stages.csv", "Deal Name,Deal Stage,Amount\nBig,won,5\n"],
  ["mail.eml", "From: ann@x.example\nTo: me@x.example\nSubject: hi\n\nhello\n"],
])("a file beside a list of contacts that does not belong there is refused by its name: %s", (name, text) => {
  const contacts = { name: "book.csv", text: "Full Name,Company\nBob Smith,Acme\n" };
  for (const files of [
    [contacts, { name, text }],
    [{ name, text }, contacts],
  ])
    expect(() => readExports(files, { owner })).toThrow(
      code("FORMAT_UNKNOWN", {
        message: expect.stringContaining(name),
        details: expect.objectContaining({ file: name }),
      }),
    );
});

describe("people of messages", () => {
  const ME = "https://www.linkedin.com/in/ada";
  const [GRETA, INGRID] = ["https://www.linkedin.com/in/greta-l", "https://www.linkedin.com/in/ingrid-s"];
  const head =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER";
  const read = (...rows: string[]) =>
    readExport(
      zipSync({
        "Connections.csv": strToU8(
          `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nGreta,Lind,${GRETA},,Halden,VP,12 May 2019\n`,
        ),
        "messages.csv": strToU8([head, ...rows].join("\n")),
      }),
      { owner: { ...owner, profileUrl: ME } },
    );
  const ingrid = (result: ReturnType<typeof read>) =>
    result.people.filter(({ profileUrl }) => profileUrl === INGRID);
  const day = "2026-05-01 10:00:00 UTC,,x,INBOX";

  it("those in a group who are no contacts keep name and address, whoever writes", () => {
    const heard = read(`c1,,Greta Lind,${GRETA},"Ada Park, Ingrid Solberg","${ME},${INGRID}",${day}`);
    expect(ingrid(heard)).toMatchObject([
      { name: "Ingrid Solberg", profileUrl: INGRID, spells: [{ kind: "conversation" }] },
    ]);
    expect(heard.interactions.some(({ to }) => to === ingrid(heard)[0]?.id)).toBe(false);
    const wrote = read(`c1,,Ada Park,${ME},"Greta Lind, Ingrid Solberg","${GRETA},${INGRID}",${day}`);
    expect(ingrid(wrote)).toMatchObject([{ name: "Ingrid Solberg" }]);
    const both = read(
      `c1,,Ingrid Solberg,${INGRID},"Ada Park, Greta Lind","${ME},${GRETA}",${day}`,
      `c1,,Greta Lind,${GRETA},"Ada Park, Ingrid Solberg","${ME},${INGRID}",${day}`,
    );
    expect(ingrid(both)).toHaveLength(1);
    expect(both.interactions.filter(({ to }) => to === ingrid(both)[0]?.id)).toHaveLength(1);
  });

  it("names that are not as many as the addresses, or are nobody's, are not guessed at", () => {
    const commas = read(`c1,,Greta Lind,${GRETA},"Ada Park, Solberg, Ingrid","${ME},${INGRID}",${day}`);
    expect(ingrid(commas)).toEqual([]);
    const member = read(`c1,,Greta Lind,${GRETA},"Ada Park, LinkedIn Member","${ME},${INGRID}",${day}`);
    expect(ingrid(member)).toEqual([]);
  });
});

it("every reader names the file and the row, and takes no option that it does not know", () => {
  const csv = "First Name,Last Name,Company,E-mail Address\nBob,Smith,Acme,b@x.example\n";
  expect(readExport(csv, { owner, file: "book.csv" }).people[1]?.sources).toEqual([
    { owner: "me", file: "book.csv", row: 2 },
  ]);
  expect(readVCards(card("FN:Bob Smith"), { owner, file: "a.vcf" }).people[1]?.sources).toEqual([
    { owner: "me", file: "a.vcf", row: 1 },
  ]);
  for (const read of [
    readExport,
    readContacts,
    readGoogleContacts,
    readLinkedInConnections,
    readVCards,
    readCareers,
  ])
    expect(() => read(csv as never, { owner, encodings: "utf-8" } as never)).toThrow(
      code("INVALID_ARGUMENT", { message: expect.stringContaining("encoding") }),
    );
});
