import { describe, expect, test } from "vitest";
import { formatOf, type MailInput, readExport, readMailHeaders } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";

const owner = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };
const read = (mail: MailInput) => readMailHeaders(mail, { owner });
const DATE = "Date: Tue, 3 Mar 2026 10:00:00 +0100 (CET)";
const mail = (...lines: string[]) => `${[DATE, ...lines].join("\r\n")}\r\n\r\nFrom: nobody@body.example\r\n`;
const SENT = "From: Ada Park <ada@northwind.example>";
const GOT = ["From: Ben Ito <ben@acme.example>", "To: ada@northwind.example"];

describe("mail headers", () => {
  test("what the owner sent is out, what they got is in, of the day as it was in UTC; bodies are not looked at", () => {
    const got = read([
      mail(
        SENT,
        'To: "Ito, Ben" <ben@acme.example>,\r\n =?utf-8?Q?J=C3=B6rg_F=C3=BChr?= <joerg@acme.example>',
      ),
      mail("from: Ben Ito <BEN@acme.example>", "TO: ada@northwind.example", "Subject: Re: Hello"),
    ]);
    expect(got.people.map(({ name, emails }) => [name, emails?.[0]])).toEqual([
      ["Ada Park", "ada@northwind.example"],
      ["Ito, Ben", "ben@acme.example"],
      ["Jörg Führ", "joerg@acme.example"],
    ]);
    const [, ben, joerg] = got.people;
    expect(got.interactions.map(({ to, direction, at }) => [to, direction, at])).toEqual([
      [ben?.id, "out", "2026-03-03T09:00:00Z"],
      [joerg?.id, "out", "2026-03-03T09:00:00Z"],
      [ben?.id, "in", "2026-03-03T09:00:00Z"],
    ]);
    expect(got.report).toEqual({ rowsRead: 2, rowsKept: 2, rowsSkipped: 0 });
    const network = new Network();
    network.import(got);
    expect(network.tieCount).toBe(2);
  });

  test.each([
    ["a name in a comment", "ann@acme.example (Ann Lee)", "Ann Lee"],
    ["one before the address", "(Ann Lee) ann@acme.example", "Ann Lee"],
    ["one behind angles", "<ann@acme.example> (Ann Lee)", "Ann Lee"],
    ["one in one, and escaped signs", "ann@acme.example (Ann (\\)Annie) Lee)", "Ann ()Annie) Lee"],
    ["encoded words", "ann@acme.example (=?utf-8?Q?J=C3=B6rg_F=C3=BChr?=)", "Jörg Führ"],
    ["the first of two", "ann@acme.example () (Ann Lee) (Sales, Acme)", "Ann Lee"],
    ["a name of its own goes before", '"Lee, Ann" <ann@acme.example> (Sales)', "Lee, Ann"],
    ["inside a name it is none", "Ann (Annie) Lee <ann@acme.example>", "Ann Lee"],
    ["one that is not closed", "ann@acme.example (Ann Lee", undefined],
    ["one of nothing", "ann@acme.example ( )", undefined],
    ["a word that is no name", "ann@acme.example (unknown)", undefined],
  ])("%s", (_, from, name) => {
    const { people, issues } = read(mail(`From: ${from}`, "To: ada@northwind.example"));
    expect(people.slice(1).map((one) => [one.emails?.[0], one.name])).toEqual([["ann@acme.example", name]]);
    expect(issues).toEqual([]);
    // Each address of a list has its own.
    const sent = read(mail(SENT, `To: ben@acme.example (Ben Ito), ${from}`));
    expect(sent.people.slice(1).map((one) => one.name)).toEqual(expect.arrayContaining(["Ben Ito", name]));
  });

  test.each<readonly [string, string, string | undefined, number]>([
    ["an automatic reply is marked", mail(...GOT, "Auto-Submitted: auto-replied"), undefined, 1],
    ["so is one by its subject", mail(...GOT, "Subject: Out of office"), undefined, 1],
    ["what a person sent is not", mail(...GOT, "Auto-Submitted: no"), undefined, 0],
    ["a list", mail(...GOT, "List-Id: <news.acme.example>"), "ACTIVITY_AUTOMATIC", 0],
    ["bulk mail", mail(...GOT, "Precedence: bulk"), "ACTIVITY_AUTOMATIC", 0],
    [
      "a machine's address",
      mail("From: no-reply@acme.example", "To: ada@northwind.example"),
      "ACTIVITY_AUTOMATIC",
      0,
    ],
    ["somebody else's mail", mail("From: x@y.example", "To: z@y.example"), "OWNER_UNCLEAR", 0],
    [
      "a day that is none",
      `From: ada@northwind.example\nTo: ben@acme.example\nDate: soon\n\n`,
      "DATE_UNREADABLE",
      0,
    ],
    ["no headers", "hello", "RECORD_UNREADABLE", 0],
    [
      "so many recipients",
      mail(SENT, `To: ${Array.from({ length: 9 }, (_, i) => `p${i}@acme.example`).join(", ")}`),
      "GROUP_TOO_LARGE",
      0,
    ],
  ])("%s", (_, text, code, automatic) => {
    const got = read(text);
    expect(got.issues.map((issue) => issue.code)).toEqual(code === undefined ? [] : [code]);
    expect(got.interactions.filter((one) => one.automatic)).toHaveLength(automatic);
    expect(got.report.rowsRead).toBe(got.report.rowsKept + got.report.rowsSkipped);
  });

  test("of several to whom the owner wrote, one without an address that can be read is told of", () => {
    const got = read(mail(SENT, "To: Ben Ito <ben@acme.example>, Cy Roe <cy at acme>, Di Fox <di at acme>"));
    expect(got.interactions).toHaveLength(1);
    expect(got.issues).toMatchObject([{ code: "EMAIL_UNREADABLE", row: 1 }]);
    expect(read(mail(SENT, "To: undisclosed-recipients:;")).issues).toMatchObject([
      { code: "RECIPIENT_UNCLEAR" },
    ]);
    const five = ["Ito, Ben <b", "Roe, Cy <c", "Fox, Di <d", "Poe, Ed <e", "Lee, Fay <f"];
    const unquoted = five.map((start) => `${start}@acme.example>`).join(", ");
    expect(read(mail(SENT, `To: ${unquoted}`)).interactions).toHaveLength(5);
  });

  test("one by one to five people under one subject is mass mail; an answer is not", () => {
    const to = (i: number, subject: string) =>
      mail(SENT, `To: p${i}@acme.example`, `Subject: ${subject}`, `Message-ID: <${i}${subject.length}@x>`);
    const mails = [0, 1, 2, 3, 4].flatMap((i) => [to(i, "Our spring offer"), to(i, "Re: Our spring offer")]);
    expect(read(mails).interactions.map((one) => one.automatic === true)).toEqual(
      mails.map((_, i) => i % 2 === 0),
    );
  });

  test("a mailbox, with the same mail twice, and a conversation of three", () => {
    const one = `From ada Tue Mar  3\n${mail(SENT, "To: ben@acme.example", "Cc: cy@acme.example", "Message-ID: <1@x>")}`;
    const got = read(`${one}text\n\n${one}`);
    expect(got.issues.map(({ code, row }) => [code, row])).toEqual([["ID_REPEATED", 2]]);
    expect(got.people.map(({ spells }) => spells?.[0]?.kind)).toEqual([
      "conversation",
      "conversation",
      "conversation",
    ]);
    expect(formatOf(one)).toBe("mail");
    expect(readExport(new TextEncoder().encode(one), { owner }).report.rowsRead).toBe(1);
  });

  test("the body of a mail in a mailbox passes for no mail", () => {
    const head = "From 17@xxx Tue Mar 03 10:00:00 +0000 2026\n";
    const one = mail(SENT, "To: ben@acme.example", "Message-ID: <1@x>");
    const forged = mail("From: eve@evil.example", "To: ada@northwind.example", "Message-ID: <2@x>");
    for (const body of [`text\nFrom now on\n${forged}`, `\nFrom now on\n${forged}`, `text\n${head}${forged}`])
      expect(read(`${head}${one}${body}`).interactions).toMatchObject([{ direction: "out" }]);
    expect(read(`${head}${one}text\n\n${head}${forged}`).interactions).toHaveLength(2);
  });

  test("messages of Gmail and of Microsoft Graph", () => {
    const header = (name: string, value: string) => ({ name, value });
    const gmail = {
      id: "g1",
      threadId: "t",
      internalDate: "1772528400000",
      payload: { headers: [header("From", "ben@acme.example"), header("To", "Ada <ada@northwind.example>")] },
    };
    const address = (email: string, name?: string) => ({ emailAddress: { address: email, name } });
    const graph = {
      id: "m1",
      sentDateTime: "2026-03-03T09:00:00Z",
      from: address("ada@northwind.example"),
      toRecipients: [address("ben@acme.example", "Ben Ito")],
    };
    const page = { messages: [gmail], resultSizeEstimate: 1 };
    for (const input of [page, JSON.stringify([gmail]), [page, { messages: [] }]])
      expect(read(input).interactions).toMatchObject([{ direction: "in", at: "2026-03-03T09:00:00Z" }]);
    expect(read({ value: [graph, { ...graph, id: "m2", isDraft: true }] })).toMatchObject({
      interactions: [{ direction: "out", at: "2026-03-03T09:00:00Z" }],
      issues: [{ code: "MESSAGE_DRAFT", row: 2 }],
    });
  });

  test("hostile input is told or refused with a code", () => {
    expect(() => read(7 as never)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    expect(() => readMailHeaders("", { owner: { id: "me" } })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    const round: Record<string, unknown> = {};
    round["payload"] = round;
    expect(read([round, null, 7, []]).report.rowsSkipped).toBe(4);
    expect(read(mail(SENT, `To: ${'"('.repeat(50_000)}`)).report.rowsRead).toBe(1);
  });
});
