import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import * as ingest from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import { expectLinear } from "../support/linear.js";
import { streamOf } from "../support/stream-of.js";

/** Found by a reviewer who meant harm; each was wrong once. */
const owner = { id: "me", name: "Ada Park", profileUrl: "https://www.linkedin.com/in/ada" };
const code = (name: string) => expect.objectContaining({ code: name });
const U = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const MESSAGES = "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT";

describe("names of which folding leaves nothing", () => {
  it("stay as many people as there are names", () => {
    const text =
      "Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name\n🚀,,,Acme\n🏠,,,Acme\n🌲,,,Acme\n";
    const { people } = ingest.readGoogleContacts(text, { owner });
    expect(new Set(people.map(({ id }) => id)).size).toBe(4);
  });

  it("are nobody else's", () => {
    const files = [
      {
        name: "Notes.csv",
        text: `Connection First Name,Connection Last Name,Connection Profile URL,Note\nAnn,Bee,${U("ann")},x`,
      },
      { name: "messages.csv", text: `${MESSAGES}\nc1,🚀,,Ada Park,${U("ada")},2026-01-01 10:00:00 UTC,hi` },
    ];
    const { people, interactions } = ingest.readLinkedInArchive(files, { owner });
    const ann = people.find(({ profileUrl }) => profileUrl === U("ann"));
    expect(interactions).toHaveLength(1);
    expect(interactions[0]?.to).not.toBe(ann?.id);
  });
});

describe("the order of rows", () => {
  it("changes nothing of what interactions tell of a person", () => {
    const rows = ["x1,Ann Bee,2026-01-01", "x1,ann@x.example,2026-01-02"];
    const network = (lines: readonly string[]) => {
      const made = new Network();
      made.import(ingest.readInteractions(`id,who,when\n${lines.join("\n")}\n`, { owner }));
      return made;
    };
    expect(network(rows).person("x1")).toMatchObject({ name: "Ann Bee", emails: ["ann@x.example"] });
    expect(network(rows).toJSON()).toEqual(network([...rows].reverse()).toJSON());
  });

  it("changes nothing of the name of one who writes under two", async () => {
    const rows = ["Any Nee", "Any Nee 2"].map(
      (name, day) => `c1,${name},${U("anny")},Ada Park,${U("ada")},2026-01-0${day + 1} 10:00:00 UTC,hi`,
    );
    const read = (lines: readonly string[]) =>
      ingest.readLinkedInMessages(`${MESSAGES}\n${lines.join("\n")}`, { owner });
    expect((await read(rows)).people[1]?.name).toBe("Any Nee 2");
    expect((await read([...rows].reverse())).people[1]).toEqual((await read(rows)).people[1]);
  });
});

describe("a namesake of the owner", () => {
  const row = `c1,John Smith,${U("john-other")},John Smith,${U("john")},2026-01-01 10:00:00 UTC,hi`;
  it("is not taken for the owner", () => {
    const files = [{ name: "messages.csv", text: `${MESSAGES}\n${row}` }];
    const read = ingest.readLinkedInArchive(files, { owner: { id: "me", name: "John Smith" } });
    expect(read.people[0]).not.toHaveProperty("profileUrl");
    expect(read.interactions).toEqual([]);
    expect(read.issues.map((issue) => issue.code)).toEqual(["OWNER_UNCLEAR"]);
  });

  it("is told apart by whom most conversations name", () => {
    const more = `c2,John Smith,${U("john")},Eve Fox,${U("eve")},2026-01-02 10:00:00 UTC,hi`;
    const files = [{ name: "messages.csv", text: `${MESSAGES}\n${row}\n${more}` }];
    const read = ingest.readLinkedInArchive(files, { owner: { id: "me", name: "John Smith" } });
    expect(read.people[0]?.profileUrl).toBe(U("john"));
    expect(read.interactions.map(({ direction }) => direction)).toEqual(["in", "out"]);
  });
});

describe("vCards", () => {
  const read = (...lines: string[]) => ingest.readVCards(lines.join("\n"), { owner });
  it("of groups and places name nobody; an address may come as a link", () => {
    const { people, issues } = read(
      "BEGIN:VCARD",
      "VERSION:4.0",
      "KIND:group",
      "FN:The Poker Friends",
      "END:VCARD",
      "BEGIN:VCARD",
      "FN:Ann Bee",
      "EMAIL:mailto:ann@x.example",
      "END:VCARD",
    );
    expect(people.slice(1)).toMatchObject([{ name: "Ann Bee", emails: ["ann@x.example"] }]);
    expect(issues.map((issue) => issue.code)).toEqual(["CARD_OF_COMPANY"]);
  });

  it("of an agent end nothing of their principal's", () => {
    const { people } = read(
      "BEGIN:VCARD",
      "FN:Ann Bee",
      "AGENT:",
      "BEGIN:VCARD",
      "FN:Bob Agent",
      "END:VCARD",
      "EMAIL:ann@x.example",
      "END:VCARD",
    );
    expect(people.slice(1)).toMatchObject([{ name: "Ann Bee", emails: ["ann@x.example"] }]);
  });

  it("take a long run of coded bytes", () => {
    const value = "=E9".repeat(200_000);
    const text = `BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:${value}\nEND:VCARD`;
    const { report } = ingest.readVCards(text, { owner, maxFieldLength: 10_000_000 });
    expect(report.rowsRead).toBe(1);
  });
});

describe("an archive", () => {
  it("tells recommendations given and received by the file's own name", () => {
    const text =
      'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nAnn,Bee,Acme,VP,x,"03/04/21, 02:00 PM",VISIBLE';
    const name = "Complete_for_Given_Imaging/Recommendations_Received.csv";
    expect(ingest.readLinkedInArchive([{ name, text }], { owner }).interactions[0]?.direction).toBe("in");
  });

  it("says so where it holds no table, another zip, or another's profile", () => {
    const codes = (input: Parameters<typeof ingest.readLinkedInArchive>[0]) =>
      (ingest.readLinkedInArchive(input as Uint8Array, { owner }) as ingest.Import).issues.map(
        (issue) => issue.code,
      );
    expect(codes(zipSync({}))).toEqual(["ARCHIVE_EMPTY"]);
    expect(codes(zipSync({ "a.zip": strToU8("x") }))).toEqual(["ARCHIVE_NESTED", "ARCHIVE_EMPTY"]);
    const profile = "First Name,Last Name,Maiden Name,Headline,Geo Location\nBen,Cho,,x,Berlin";
    expect(codes([{ name: "Profile.csv", text: profile }])).toEqual(["OWNER_DIFFERS"]);
  });

  it("tells whose records named somebody without a tie", () => {
    const text = `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nAda Park,Zed Canary,"3/5/26, 2:37 PM",,OUTGOING,${U("ada")},${U("zed")}`;
    const { people } = ingest.readLinkedInArchive([{ name: "i.csv", text }], { owner });
    expect(people[1]?.tags).toEqual([expect.objectContaining({ code: "named", owner: "me", private: true })]);
  });
});

describe("streams", () => {
  it("may mix bytes and text, in their order", async () => {
    const chunks = [
      strToU8("First Name,Last Name,Connected On\nZo"),
      Uint8Array.from([0xc3]),
      Uint8Array.from([0xab]),
      "X,Bee,05 Mar 2021",
    ];
    const { people } = await ingest.readLinkedInConnections(streamOf(chunks), { owner });
    expect(people[1]?.name).toBe("ZoëX Bee");
    const first = [Uint8Array.from([0x46]), "irst Name,Last Name,Connected On\nAnn,Bee,"];
    expect((await ingest.readLinkedInConnections(streamOf(first), { owner })).people[1]?.name).toBe(
      "Ann Bee",
    );
  });

  it("end where the limit of rows is reached", async () => {
    let pulled = 0;
    async function* endless() {
      yield "First Name,Last Name,Connected On\n".padEnd(70_000, "\n");
      for (;;) {
        pulled++;
        yield "Ann,Bee,05 Mar 2021\n";
      }
    }
    const { report } = await ingest.readLinkedInConnections(endless(), { owner, maxRows: 3 });
    expect(report.rowsRead).toBe(3);
    expect(pulled).toBeLessThan(10);
  });
});

describe("options that are none", () => {
  const text = "First Name,Last Name,Email Address,Company,Position,Connected On\nAnn,Bee,,,,05 Mar 2021";
  it.each([
    { encoding: 5 },
    { encoding: "latin1" },
    { dateOrder: "ymd" },
    { onProgress: 5 },
    { idOf: 5 },
    { owner: { id: "me", emails: "a@b.example" } },
    { owner: { id: "me", company: 5 } },
    { maxRows: Number.NaN },
  ])("are refused with a code: %j", (options) => {
    expect(() => ingest.readLinkedInConnections(text, { owner, ...options } as never)).toThrow(
      code("INVALID_ARGUMENT"),
    );
  });

  it("do not switch off the limit on bombs", () => {
    for (const maxBytes of [Number.NaN, "a", -1]) {
      expect(() =>
        ingest.readLinkedInArchive(zipSync({ "a.csv": strToU8("x") }), { owner, maxBytes } as never),
      ).toThrow(code("INVALID_ARGUMENT"));
    }
    expect(ingest.formatOf("x", null as never)).toBeUndefined();
  });
});

it("knows formats by what they alone have", () => {
  const google = "Name,Given Name,Additional Name,Family Name,Yomi Name,Organization 1 - Name\n";
  expect(ingest.formatOf(google)).toBe("google");
  expect(ingest.formatOf("Deal - Title,Deal - Status,Person - Name,Organization - Name\n")).not.toBe(
    "pipedrive",
  );
  expect(ingest.formatOf("Id,Username,LastName,FirstName,Name,CompanyName,Email\n")).toBeUndefined();
});

it("takes many rows of one contact who is their own manager, or others', without comparing all with all", async () => {
  const table = (size: number) => {
    const rows = Array.from({ length: 2 * size }, (_, n) => `003A,A${n},B,00${n},a${n}@x.example,003A`);
    const others = Array.from({ length: size }, (_, n) => `003B${n},C${n},D,01${n},c${n}@x.example,003A`);
    const text = `Id,FirstName,LastName,AccountId,Email,ReportsToId\n${[...rows, ...others].join("\n")}\n`;
    return () => {
      expect(ingest.readSalesforceContacts(text, { owner }).report.rowsKept).toBe(3 * size);
    };
  };
  await expectLinear(table, 2000);
});

it("leaves a file of a Salesforce export out, loudly, where its bytes are no text", () => {
  const contacts = "Id,FirstName,LastName,AccountId,Email\n003A,Ann,Bee,001A,a@x.example\n";
  const accounts = "Id,Name,Industry\n001A,Acme,x\n";
  const read = (bad: Uint8Array) =>
    ingest.readSalesforceExport(
      [
        { name: "c", text: contacts },
        { name: "a", text: bad },
      ],
      { owner },
    );
  const spoilt = (text: string) => Uint8Array.from([...strToU8(text), 0xff, 0xfe, 0x41]);
  for (const bad of [spoilt(accounts), spoilt(accounts + "\n".repeat(300_000))]) {
    const { issues, report } = read(bad);
    expect(report.rowsKept).toBe(1);
    expect(issues.filter(({ severity }) => severity === "error").map((issue) => issue.code)).toEqual([
      "ENCODING_UNKNOWN",
    ]);
  }
  expect(read(strToU8(accounts)).people[1]?.company).toBe("Acme");
});

it("tells of letters that another program has read wrong before", () => {
  const csv = "Name,Company,Email\nJÃ¼rgen GroÃŸ,Acme,j@x.example\nÃngela São Paulo,Ão – Acme,a@x.example\n";
  const { issues, people } = ingest.readExport(csv, { owner: { id: "me", name: "Ada Park" } });
  expect(issues.map(({ code, row }) => [code, row])).toEqual([["ENCODING_GUESSED", 2]]);
  expect(people).toHaveLength(3);
});
