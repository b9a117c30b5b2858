import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8, Zip, ZipDeflate, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import { unpackEntry, type ZipEntry, zipEntries } from "../../src/ingest/bytes/zip-entries.js";
import { type Import, readLinkedInArchive, readLinkedInMessages } from "../../src/ingest/index.js";
import { streamOf } from "../support/stream-of.js";

const owner = { id: "me", name: "Ada Park", profileUrl: "https://www.linkedin.com/in/ada" };
const ADA = "https://www.linkedin.com/in/ada";
const BOB = "https://www.linkedin.com/in/bob";
const EVE = "https://www.linkedin.com/in/eve";
const codes = ({ issues }: Import) => issues.map(({ code, row }) => [code, row]);
const told = ({ people, interactions }: Import) => {
  const names = new Map(people.map(({ id, name, profileUrl }) => [id, name ?? profileUrl]));
  return interactions.map(({ to, at, direction, kind }) => [names.get(to), at, direction, kind]);
};

function checkLaws({ people, ties, interactions, issues, report }: Import): void {
  expect(report.rowsRead).toBe(report.rowsKept + report.rowsSkipped);
  expect(issues.filter(({ message }) => message.startsWith("Row skipped"))).toHaveLength(report.rowsSkipped);
  const ids = new Set(people.map(({ id }) => id));
  for (const { from, to } of [...ties, ...interactions]) {
    expect(from === people[0]?.id && to !== from && ids.has(to)).toBe(true);
  }
}

/** The headers of messages.csv of each era, each with a cell for every column of the one before it. */
const HEADERS = [
  "From,To,Date,Subject,Content,Direction,Folder",
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER",
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER",
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT",
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT",
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS",
  "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
];

function mailbox(header: string, messages: readonly Readonly<Record<string, string>>[], all = false): string {
  const columns = header.split(",");
  const quote = (cell: string) => (all || /[",\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  const rows = messages.map((message) =>
    columns.map((column) => quote(message[column.toUpperCase()] ?? "")).join(","),
  );
  return [columns.map(quote).join(","), ...rows].join("\n");
}

const sent = (date: string) => ({
  "CONVERSATION ID": "1",
  FROM: "Ada Park",
  "SENDER PROFILE URL": ADA,
  TO: "Bob Smith",
  "RECIPIENT PROFILE URLS": BOB,
  DATE: date,
  CONTENT: 'Hi,\n"Bob"',
  DIRECTION: "OUTGOING",
  FOLDER: "INBOX",
});
const got = (date: string) => ({
  ...sent(date),
  FROM: "Bob Smith",
  "SENDER PROFILE URL": BOB,
  TO: "Ada Park",
  "RECIPIENT PROFILE URLS": ADA,
  DIRECTION: "INCOMING",
});

describe("messages", () => {
  it.each(HEADERS.map((header, place) => [place + 1, header] as const))(
    "reads header %i",
    async (place, header) => {
      const date = place === 1 ? "3/5/21, 2:37 PM" : "2021-03-05 14:37:00 UTC";
      const text = mailbox(header, [sent(date), got(date)], place > 6);
      const result = await readLinkedInMessages(text, { owner });
      checkLaws(result);
      expect(result.report).toEqual({ rowsRead: 2, rowsKept: 2, rowsSkipped: 0 });
      expect(told(result)).toEqual([
        ["Bob Smith", "2021-03-05T14:37:00Z", "out", "message"],
        ["Bob Smith", "2021-03-05T14:37:00Z", "in", "message"],
      ]);
    },
  );

  const full = HEADERS[7] as string;
  const day = "2021-03-05 14:37:00 UTC";
  it("drops drafts, advertisements and members without a name, each with its row", async () => {
    const text = mailbox(full, [
      { ...sent(day), "IS MESSAGE DRAFT": "Yes" },
      { ...got(day), FROM: "Acme Ads", "SENDER PROFILE URL": "", CONTENT: "<p class=spinmail-quill-editor>" },
      { ...got(day), FROM: "LinkedIn Member", "SENDER PROFILE URL": "" },
      { ...got("05/06/07 what"), FROM: "Bob" },
      { ...sent(day), "RECIPIENT PROFILE URLS": Array.from({ length: 9 }, (_, n) => BOB + n).join(",") },
    ]);
    const result = await readLinkedInMessages(text, { owner });
    checkLaws(result);
    expect(codes(result)).toEqual([
      ["MESSAGE_DRAFT", 2],
      ["MESSAGE_SPONSORED", 3],
      ["ROW_WITHOUT_NAME", 4],
      ["DATE_UNREADABLE", 5],
      ["GROUP_TOO_LARGE", 6],
    ]);
    expect(result.interactions).toEqual([]);
  });

  it("splits recipients' addresses, never their names", async () => {
    const known = [
      { id: "jane", name: "Jane Doe, PhD" },
      { id: "x1", name: "Tom Ray" },
      { id: "x2", name: "Tom Ray" },
    ];
    const named = (to: string) => ({ ...sent(day), TO: to, "RECIPIENT PROFILE URLS": "" });
    const text = mailbox(full, [
      { ...sent(day), TO: "Bob Smith, PhD, Eve Fox", "RECIPIENT PROFILE URLS": `${BOB},${EVE},${ADA}` },
      named("Jane Doe, PhD"),
      named("Bob Smith, Eve Fox"),
      named("Tom Ray"),
    ]);
    const result = await readLinkedInMessages(text, { owner, known });
    expect(result.interactions.map(({ to }) => to.slice(0, 2))).toEqual(["p_", "p_", "ja", "p_"]);
    expect(codes(result)).toEqual([["RECIPIENT_UNCLEAR", 4]]);
  });

  it("makes spells of a group conversation for those who took part, under a code that everybody's export gives", async () => {
    const group = { "CONVERSATION ID": "2-abc" };
    const text = mailbox(full, [
      { ...sent("2024-03-05 10:00:00 UTC"), ...group, "RECIPIENT PROFILE URLS": `${BOB},${EVE}` },
      { ...got("2024-04-01 10:00:00 UTC"), ...group, "RECIPIENT PROFILE URLS": `${ADA},${EVE}` },
      { ...got("2024-04-02 10:00:00 UTC"), "CONVERSATION ID": "two" },
    ]);
    const { people } = await readLinkedInMessages(text, { owner });
    const spell = {
      kind: "conversation",
      organization: expect.stringMatching(/^c_[0-9a-f]{16}$/),
      from: "2024-03-05",
      to: "2024-04-01",
      owner: owner.id,
    };
    expect(people.map(({ spells }) => spells)).toEqual([[spell], [spell], [spell]]);
    const own = await readLinkedInMessages(text, {
      owner,
      idOf: ({ profileUrl }) => `http://crm/${profileUrl}`,
    });
    expect(own.people.map(({ spells }) => spells?.length)).toEqual([1, 1, 1]);
    const bob = { id: "bob", name: "Bob Smith", profileUrl: BOB };
    const theirs = await readLinkedInMessages(text, { owner: bob });
    expect(theirs.people[0]?.spells?.[0]?.organization).toBe(people[0]?.spells?.[0]?.organization);
  });

  it("reads the same from chunks cut anywhere, bytes or text, and tells how far it is", async () => {
    const text = mailbox(
      full,
      [sent(day), { ...got(day), FROM: "Zoë 🚀 Ñ", CONTENT: "ä\r\nö" }, sent(day)],
      true,
    );
    const whole = await readLinkedInMessages(text, { owner });
    const encodings = [
      new TextEncoder().encode(text),
      new TextEncoder().encode(`\ufeff${text}`),
      new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")),
    ];
    for (const bytes of encodings) {
      for (const size of [1, 2, 3, 7, 64]) {
        const chunks: Uint8Array[] = [];
        for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
        const seen: number[] = [];
        const onProgress = ({ rowsRead }: { rowsRead: number }) => seen.push(rowsRead);
        expect(await readLinkedInMessages(streamOf(chunks), { owner, onProgress })).toEqual(whole);
        expect(seen).toHaveLength(chunks.length);
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(60), { maxLength: 10 }), async (cuts) => {
        const chunks = cuts.map((cut, place) =>
          text.slice(cuts.slice(0, place).reduce((a, b) => a + b, 0)).slice(0, cut),
        );
        chunks.push(text.slice(cuts.reduce((a, b) => a + b, 0)));
        expect(await readLinkedInMessages(streamOf(chunks), { owner })).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });

  it("ends with the signal's reason, and with a coded error where the bytes are no text", async () => {
    const signal = { aborted: true, reason: new Error("enough") };
    await expect(readLinkedInMessages(full, { owner, signal })).rejects.toBe(signal.reason);
    const bad = [new TextEncoder().encode(full), Uint8Array.from([0xff, 0x41, 0x42, 0x43])];
    await expect(readLinkedInMessages(streamOf(bad), { owner })).rejects.toMatchObject({
      code: "ENCODING_UNKNOWN",
    });
    await expect(readLinkedInMessages(streamOf([7 as never]), { owner })).rejects.toMatchObject({
      code: "INVALID_ARGUMENT",
    });
    await expect(readLinkedInMessages("x", { owner })).rejects.toMatchObject({ code: "COLUMNS_NOT_FOUND" });
  });
});

const FILES: Readonly<Record<string, string>> = {
  "Basic_LinkedInDataExport_11-22-2026/Profile.csv":
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\nAda,Park,,,,Seller,,,,Berlin,,,",
  "a/Connections.csv": `Notes:\n"x, y"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nBob,Smith,${BOB},,Acme,VP,05 Mar 2021\nJane,Doe,https://www.linkedin.com/in/jane,,Globex,CEO,06 Mar 2021\n,,,,,,07 Mar 2021`,
  "a/messages.csv": mailbox(HEADERS[2] as string, [
    sent("2022-01-01 10:00:00 UTC"),
    got("2022-01-02 10:00:00 UTC"),
  ]),
  "a/guide_messages.csv": mailbox(HEADERS[2] as string, [sent("2022-01-01 10:00:00 UTC")]),
  "a/Invitations.csv": `From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\nAda Park,Bob Smith,"3/1/21, 9:05 AM",Hello Bob,OUTGOING,${ADA},${BOB}\nEve Fox,Ada Park,"12/31/20, 11:59 PM",,INCOMING,${EVE},${ADA}`,
  "a/Recommendations_Given.csv":
    'First Name,Last Name,Company,Job Title,Text,Creation Date,Status\nJane,Doe,Old Co,Boss,"Good, very",03/04/21, 02:00 PM,VISIBLE'.replace(
      "03/04/21, 02:00 PM",
      '"03/04/21, 02:00 PM"',
    ),
  "a/Endorsement_Received_Info.csv":
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n2021/05/06 07:08:09 UTC,SQL,Bob,Smith,www.linkedin.com/in/bob,ACCEPTED",
  "a/Endorsement_Given_Info.csv":
    "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status\nsoon,SQL,Bob,Smith,www.linkedin.com/in/bob,ACCEPTED",
  "a/Positions.csv":
    "Company Name,Title,Description,Location,Started On,Finished On\nNorthwind,Seller,,,Jun 2020,\nAcme,Clerk,,,2015,May 2020\nGlobex,Temp,,,2014,some day",
  "a/Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nMIT,2008,2012,,BSc,",
  "a/ImportedContacts.csv":
    'Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles\nMOBILE_CONTACTS,Tom,Ray,Acme,,tom@x.example,,"1/2/21, 3:04 PM",,,,Tom Ray,,,,',
  "a/Skills.csv": "Name\nSQL",
};

describe("the archive", () => {
  const files = Object.entries(FILES).map(([name, text]) => ({ name, text }));
  const zip = zipSync(Object.fromEntries(Object.entries(FILES).map(([name, text]) => [name, strToU8(text)])));

  it("becomes people, ties, interactions and the owner's spells", () => {
    const result = readLinkedInArchive(zip);
    checkLaws(result);
    expect(result.report).toEqual({ rowsRead: 16, rowsKept: 15, rowsSkipped: 1 });
    expect(result.people[0]).toEqual({
      id: result.people[0]?.id,
      name: "Ada Park",
      location: "Berlin",
      profileUrl: ADA,
      spells: [
        { kind: "work", organization: "Northwind", title: "Seller", from: "2020-06" },
        { kind: "work", organization: "Acme", title: "Clerk", from: "2015", to: "2020-05" },
        { kind: "school", organization: "MIT", title: "BSc", from: "2008", to: "2012" },
      ],
    });
    expect(result.ties.map(({ evidence }) => evidence)).toEqual([
      {
        connectedOn: "2021-03-05",
        vouches: [
          { kind: "invitation-note", direction: "out", at: "2021-03-01" },
          { kind: "endorsement", direction: "in", at: "2021-05-06" },
          { kind: "endorsement", direction: "out" },
        ],
      },
      {
        connectedOn: "2021-03-06",
        vouches: [{ kind: "recommendation", direction: "out", at: "2021-03-04" }],
      },
      {},
    ]);
    expect(told(result)).toEqual([
      ["Bob Smith", "2021-03-01T09:05:00Z", "out", "message"],
      ["Jane Doe", "2021-03-04T14:00:00Z", "out", "comment"],
      ["Bob Smith", "2021-05-06T07:08:09Z", "in", "like"],
      ["Bob Smith", "2022-01-01T10:00:00Z", "out", "message"],
      ["Bob Smith", "2022-01-02T10:00:00Z", "in", "message"],
    ]);
    expect(result.issues.map(({ code, source, row }) => [code, source, row])).toEqual(
      [
        ["FILE_NOT_USED", 10, undefined],
        ["FILE_NOT_USED", 9, undefined],
        ["DATE_UNREADABLE", "positions", 4],
        ["ROW_RESTRICTED", "connections", 7],
        ["DATE_UNREADABLE", "endorsements-given", 2],
      ].sort((a, b) => (a[1] === 9 ? -1 : b[1] === 9 ? 1 : 0)),
    );
  });

  it("is the same unpacked, in any order of files, under other names, and for a given owner", () => {
    const result = readLinkedInArchive(zip, { owner });
    const unpacked = readLinkedInArchive(files, { owner });
    const facts = ({ issues, ...rest }: Import) => [rest, issues.map(({ code, row }) => [code, row]).sort()];
    expect(facts(unpacked)).toEqual(facts(result));
    expect(facts(readLinkedInArchive([...files].reverse(), { owner }))).toEqual(facts(result));
    const renamed = files.map(({ name, text }, place) => ({
      name: /given|guide/i.test(name) ? name : `${place}.csv`,
      text,
    }));
    expect(facts(readLinkedInArchive(renamed, { owner }))).toEqual(facts(result));
    expect(result.people[0]?.id).toBe("me");
  });

  it("reads notes, followed companies and events, none of their texts", () => {
    const more = [
      ...files,
      {
        name: "Notes.csv",
        text: `Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\nBob,Smith,${BOB},ZZCANARY likes tea,2026-03-01 10:00:00 UTC,\nJane,Doe,,hello,never,\n,,,lost,,`,
      },
      {
        name: "Company Follows.csv",
        text: "Organization,Followed On\nAcme,Tue Mar 09 14:22:11 UTC 2021\nGlobex,\n,Tue Mar 09 14:22:11 UTC 2021\nInitech,who knows",
      },
      {
        name: "Events.csv",
        text: 'Event Name,Event Time,Status,External Url\nFair,"Mar 05, 2021 09:00 AM - Mar 06, 2021 05:00 PM",APPROVED,\nTalk,"Mar 05, 2021 09:00 AM - Mar 05, 2021 10:00 AM",RELINQUISHED,\nMeet,some day,APPROVED,',
      },
    ];
    const plain = readLinkedInArchive(files);
    const result = readLinkedInArchive(more);
    checkLaws(result);
    const { spells = [], tags } = result.people[0] ?? {};
    expect(spells.filter(({ kind }) => kind === "event")).toEqual([
      { kind: "event", organization: "Fair", from: "2021-03-05", to: "2021-03-06" },
    ]);
    expect(tags).toEqual([
      { code: "follows", evidence: "Acme", at: "2021-03-09" },
      { code: "follows", evidence: "Globex" },
      { code: "follows", evidence: "Initech" },
    ]);
    const noted = result.people.filter((person) => person.tags?.[0]?.code === "note");
    expect(
      noted.map((person) => [
        result.people.find(({ id, name }) => id === person.id && name)?.name,
        person.tags,
      ]),
    ).toEqual([
      ["Bob Smith", [expect.objectContaining({ at: "2026-03-01", private: true })]],
      ["Jane Doe", [expect.not.objectContaining({ at: expect.anything() })]],
    ]);
    expect(JSON.stringify(result)).not.toContain("ZZCANARY");
    const news = result.issues.filter(({ source }) => /^(?:notes|events|company-follows)$/.test(`${source}`));
    expect(news.map(({ code, source, row }) => [source, code, row])).toEqual([
      ["events", "EVENT_NOT_ATTENDED", 3],
      ["events", "DATE_UNREADABLE", 4],
      ["company-follows", "ROW_WITHOUT_NAME", 4],
      ["company-follows", "DATE_UNREADABLE", 5],
      ["notes", "DATE_UNREADABLE", 3],
      ["notes", "ROW_WITHOUT_NAME", 4],
    ]);
    expect(result.report.rowsRead - plain.report.rowsRead).toBe(10);
    expect(result.report.rowsSkipped - plain.report.rowsSkipped).toBe(2);
  });

  it("reads a zip in chunks as whole, tells how far it is, and ends where it is told to", async () => {
    const whole = readLinkedInArchive(zip);
    for (const size of [1000, 64]) {
      const chunks: Uint8Array[] = [];
      for (let at = 0; at < zip.length; at += size) chunks.push(zip.subarray(at, at + size));
      const seen: number[] = [];
      const onProgress = ({ rowsRead }: { rowsRead: number }) => seen.push(rowsRead);
      expect(await readLinkedInArchive(streamOf(chunks), { onProgress })).toEqual(whole);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1)).toBeGreaterThan(10);
    }
    const signal = { aborted: true, reason: new Error("enough") };
    expect(() => readLinkedInArchive(zip, { signal })).toThrow(signal.reason);
    await expect(readLinkedInArchive(streamOf([zip]), { signal })).rejects.toBe(signal.reason);
    const code = (name: string) => expect.objectContaining({ code: name });
    await expect(readLinkedInArchive(streamOf(["text"]), { owner })).rejects.toEqual(
      code("INVALID_ARGUMENT"),
    );
    await expect(readLinkedInArchive(streamOf([zip]), { owner, maxBytes: 99 })).rejects.toEqual(
      code("LIMIT_EXCEEDED"),
    );
  });

  it("leaves a table out whole where its bytes turn out to be no text, and says so", () => {
    const spoilt = Buffer.concat([
      strToU8((FILES["a/messages.csv"] as string).concat("\n".repeat(300_000))),
      Buffer.from([0xff, 0xfe, 0x41]),
    ]);
    const others = files.filter(({ name }) => name !== "a/messages.csv");
    const without = readLinkedInArchive(others, { owner });
    const result = readLinkedInArchive([...others, { name: "m.csv", text: new Uint8Array(spoilt) }], {
      owner,
    });
    expect(result.issues.filter(({ code }) => code === "ENCODING_UNKNOWN")).toEqual([
      expect.objectContaining({ severity: "error", source: "messages" }),
    ]);
    expect({ ...result, issues: [] }).toEqual({ ...without, issues: [] });
  });

  it("refuses bombs, broken zips and what tells no owner, and leaves out paths that climb", () => {
    const code = (name: string) => expect.objectContaining({ code: name });
    expect(() => readLinkedInArchive(zip, { maxBytes: 100 })).toThrow(code("LIMIT_EXCEEDED"));
    expect(() => readLinkedInArchive(zip, { maxFiles: 2 })).toThrow(code("LIMIT_EXCEEDED"));
    expect(() => readLinkedInArchive(strToU8("PK no zip"))).toThrow(code("ARCHIVE_CORRUPT"));
    expect(() => readLinkedInArchive(new Uint8Array(0))).toThrow(code("ARCHIVE_CORRUPT"));
    expect(() => readLinkedInArchive([])).toThrow(code("INVALID_ARGUMENT"));
    expect(() => readLinkedInArchive("zip" as never)).toThrow(code("INVALID_ARGUMENT"));
    const climbing = zipSync({ "../../Connections.csv": strToU8(FILES["a/Connections.csv"] as string) });
    const result = readLinkedInArchive(climbing, { owner });
    expect(result.issues.map((issue) => issue.code)).toEqual(["ARCHIVE_PATH", "ARCHIVE_EMPTY"]);
    expect(JSON.stringify(result.issues)).not.toContain("Connections.csv");
    expect(result.people).toEqual([owner]);
  });

  it("takes no claim for true that deflate could not reach, whatever the stream holds", () => {
    const small = zipSync({ "Connections.csv": strToU8(FILES["a/Connections.csv"] as string) });
    const [{ size }] = zipEntries(small) as [ZipEntry];
    const directory = Buffer.from(small).lastIndexOf("PK\u0001\u0002");
    const claiming = (bytes: number): Uint8Array => {
      const lying = small.slice();
      new DataView(lying.buffer).setUint32(directory + 24, bytes, true);
      return lying;
    };
    const most = 1_000_000 + size * 1100;
    expect(() => readLinkedInArchive(claiming(most + 1), { owner })).toThrow(
      expect.objectContaining({ code: "LIMIT_EXCEEDED" }),
    );
    expect(() => readLinkedInArchive(claiming(most), { owner })).toThrow(
      expect.objectContaining({ code: "ARCHIVE_CORRUPT" }),
    );
  });

  it("unpacks no piece beyond what an entry claims, however much its stream holds", () => {
    const bomb = zipSync({ "Connections.csv": new Uint8Array(4_000_000) });
    const [entry] = zipEntries(bomb);
    let unpacked = 0;
    expect(() => {
      for (const piece of unpackEntry(bomb, { ...(entry as ZipEntry), originalSize: 1_000 }))
        unpacked += piece.length;
    }).toThrow();
    expect(unpacked).toBeLessThanOrEqual(1_000);
    expect([...unpackEntry(bomb, entry as ZipEntry)].reduce((sum, { length }) => sum + length, 0)).toBe(
      4_000_000,
    );
  });

  it("throws nothing but coded errors on a damaged zip, and takes no more memory than it claims", () => {
    fc.assert(
      fc.property(
        fc.nat(zip.length - 1),
        fc.integer({ min: 0, max: 255 }),
        fc.nat(zip.length),
        (at, byte, length) => {
          const damaged = zip.slice();
          damaged[at] = byte;
          for (const bytes of [damaged, zip.slice(0, length)]) {
            try {
              checkLaws(readLinkedInArchive(bytes, { owner }));
            } catch (error) {
              if (!isWarmpathError(error)) throw error;
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a zip of one file", () => {
  const text = strToU8(
    `First Name,Last Name,URL,Email Address,Company,Position,Connected On\nBob,Smith,${BOB},,Acme,VP,05 Mar 2021\n`,
  );
  const people = (bytes: Uint8Array) => readLinkedInArchive(bytes, { owner }).people;
  const streamed = () => {
    const parts: Uint8Array[] = [];
    const zip = new Zip((_, part) => void parts.push(part));
    const file = new ZipDeflate("Connections.csv");
    zip.add(file);
    file.push(text, true);
    zip.end();
    return Uint8Array.from(parts.flatMap((part) => [...part]));
  };
  it.each([
    ["deflated", zipSync({ "Connections.csv": text })],
    ["stored", zipSync({ "Connections.csv": [text, { level: 0 }] })],
    ["streamed, with a data descriptor", streamed()],
  ])("gives the same people or a coded error whichever bit is flipped: %s", (_, zip) => {
    const whole = people(zip);
    expect(whole).toHaveLength(2);
    let corrupt = 0;
    for (let bit = 0; bit < zip.length * 8; bit++) {
      const damaged = zip.slice();
      damaged[bit >> 3] = (damaged[bit >> 3] as number) ^ (1 << (bit & 7));
      try {
        expect(people(damaged)).toEqual(whole);
      } catch (error) {
        if (!isWarmpathError(error)) throw error;
        if (error.code === "ARCHIVE_CORRUPT") corrupt++;
      }
    }
    // All of the content and of both names, at the least.
    expect(corrupt).toBeGreaterThan(8 * 30);
    for (let at = 0; at < zip.length; at++) {
      const damaged = zip.slice();
      damaged[at] = ~(damaged[at] as number);
      try {
        expect(people(damaged)).toEqual(whole);
      } catch (error) {
        if (!isWarmpathError(error)) throw error;
      }
    }
  });

  it("reads what stands within a larger buffer, and one with a comment", () => {
    const zip = zipSync({ "Connections.csv": text });
    const larger = new Uint8Array(zip.length + 40);
    larger.set(zip, 7);
    expect(people(larger.subarray(7, 7 + zip.length))).toEqual(people(zip));
    expect(people(larger.subarray(7))).toEqual(people(zip));
  });

  it("reads zip64, whose sizes and places stand elsewhere", () => {
    const zip = zipSync({ "Connections.csv": text });
    expect(people(asZip64(zip))).toEqual(people(zip));
  });
});

/** The same one-file zip with 64-bit sizes and places. */
function asZip64(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer);
  const end = zip.length - 22;
  const directory = view.getUint32(end + 16, true);
  const entry = zip.slice(directory, end);
  const wide = (...values: number[]) => new Uint8Array(BigUint64Array.from(values, BigInt).buffer);
  const sizes = [24, 20, 42].map((at) => view.getUint32(directory + at, true));
  const extra = [1, 0, 24, 0, ...wide(...sizes)];
  for (const at of [20, 24, 42]) entry.fill(255, at, at + 4);
  entry[30] = extra.length;
  const end64 = [...strToU8("PK\u0006\u0006"), ...wide(44), 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const length = entry.length + extra.length;
  const head = [...zip.slice(0, directory), ...entry, ...extra];
  const locator = [...strToU8("PK\u0006\u0007"), 0, 0, 0, 0, ...wide(head.length), 1, 0, 0, 0];
  const last = zip.slice(end).fill(255, 8, 20);
  return Uint8Array.from([...head, ...end64, ...wide(1, 1, length, directory), ...locator, ...last]);
}

const shared = new URL(
  "../../../shared/data/linkedin-synthetic/silkyrich_sample_export.zip",
  import.meta.url,
);
it.skipIf(!existsSync(shared))("loads the synthetic archive with its 2,000 connections", () => {
  const result = readLinkedInArchive(new Uint8Array(readFileSync(shared)));
  checkLaws(result);
  expect(result.ties.filter(({ evidence }) => evidence.connectedOn !== undefined)).toHaveLength(2000);
  expect(result.report).toEqual({ rowsRead: 24_485, rowsKept: 24_485, rowsSkipped: 0 });
  expect(result.people[0]?.profileUrl).toBe("https://www.linkedin.com/in/fake-ada-byron-lovelace");
});
