import { describe, expect, it } from "vitest";
import { type Import, readHubSpotContacts, readSalesforceContacts } from "../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
const evidence = ({ people }: Import, at = 1) =>
  people[at]?.tags?.map(({ code, evidence }) => `${code}: ${evidence}`) ?? [];
const told = ({ issues }: Import) => issues.map(({ code, row, source }) => [code, row, source]);
const hubSpot = (deals: string) =>
  readHubSpotContacts("Record ID,First Name,Email\n1,Bob,", { owner, deals });

describe("how a deal ended", () => {
  const outcome = (...rows: readonly (readonly [string, string, string?])[]) =>
    evidence(
      hubSpot(
        `Deal Stage,Deal probability,Is Closed Won,Associated Contact IDs\n${rows
          .map(([stage, chance, won = ""]) => `${stage},${chance},${won},1`)
          .join("\n")}`,
      ),
    )[0]?.replace(/^.*: /, "");
  it.each([
    ["Closed won", "0", undefined],
    ["Closed won", "0%", undefined],
    ["Closed won", "0.4", undefined],
    ["Closed won", '"0,9"', undefined],
    ["Closed lost", "1", undefined],
    ["Closed lost", "0.2", undefined],
    ["Closed won", "1", "won deal"],
    ["Closed won", "100", "won deal"],
    ["Closed won", "100.0 %", "won deal"],
    ["Closed won", "as they say", "won deal"],
    ["Closed won", "", "won deal"],
    ["Closed lost", "0.00", "lost deal"],
    ["Not yet won", "0.4", undefined],
    ["Not yet won", "", undefined],
    ["Noch nicht gewonnen", "", undefined],
    ["No ganado", "", undefined],
    ["Pas gagné", "", undefined],
    ["Won - not onboarded", "", "won deal"],
    ["Lost - not interested", "", "lost deal"],
    ["Phase 7", "1", "won deal"],
    ["Phase 7", "100", "won deal"],
    ["Phase 7", "0", "lost deal"],
  ])("%s at %s", (stage, chance, expected) => expect(outcome([stage, chance])).toBe(expected));

  it("is not told by 1 where the column has percentages", () => {
    expect(outcome(["Phase 7", "1"], ["Phase 8", "40"])).toBeUndefined();
    expect(outcome(["Phase 7", "1"], ["Phase 8", "40%"])).toBe("won deal");
    expect(outcome(["Won", "1"], ["Phase 8", "40"])).toBeUndefined();
  });

  it("is not told where a flag and the probability differ", () => {
    expect(outcome(["Phase 7", "0", "true"])).toBeUndefined();
    expect(outcome(["Phase 7", "1", "true"])).toBe("won deal");
    expect(outcome(["Phase 7", "1", "false"])).toBeUndefined();
  });
});

it("a former customer is no happy one, whatever they bought", () => {
  const contacts = (type: string) => `Record ID,First Name,Email,Contact type\n1,Bob,,${type}\n`;
  const deals = "Deal Stage,Close Date,Associated Contact IDs\nWon,2024-03-05,1\n";
  const codes = (type: string, companies?: string) =>
    readHubSpotContacts(contacts(type), {
      owner,
      deals,
      ...(companies && { companies }),
    }).people[1]?.tags?.map(({ code }) => code);
  expect(codes("Former customer")).toEqual(["source:clients"]);
  expect(codes("Customer;Former customer")).toEqual(["source:clients"]);
  expect(codes("Customer")).toEqual(["source:clients", "method:happy-customer"]);
  const read = readHubSpotContacts("Record ID,First Name,Associated Company IDs\n1,Bob,7\n", {
    owner,
    deals,
    companies: "Record ID,Company name,Type\n7,Acme,Ehemaliger Kunde\n",
  });
  expect(read.people[1]?.tags?.map(({ code }) => code)).toEqual(["source:clients"]);
});

describe("rows with one id are one deal", () => {
  it("of HubSpot, with all contacts that they name", () => {
    const header = "Record ID,Deal Name,Deal Stage,Close Date,Associated Contact IDs\n";
    const rows = ["7,x,Won,2024-03-05,1\n", "7,x,Won,2024-03-05,1\n", "7,x,Won,2024-03-05,2;9\n"];
    const contacts = "Record ID,First Name,Email\n1,Bob,\n2,Eve,\n";
    const result = readHubSpotContacts(contacts, { owner, deals: header + rows.join("") });
    for (const at of [1, 2]) expect(evidence(result, at)[0]).toMatch(/client since 2024-03, won deal$/);
    expect(told(result)).toEqual([
      ["ID_REPEATED", 3, "deals"],
      ["ID_REPEATED", 4, "deals"],
      ["CONTACT_UNKNOWN", 4, "deals"],
    ]);
    expect(result.sides).toEqual({ deals: { rowsRead: 3, rowsKept: 3, rowsSkipped: 0 } });
    const other = readHubSpotContacts(contacts, { owner, deals: header + rows.reverse().join("") });
    expect(other.people).toEqual(result.people);
    expect(evidence(hubSpot(`${header},x,Won,2024-03-05,1\n,x,Won,2024-03-05,1\n`))[0]).toMatch(
      /2 won deals$/,
    );
  });

  it("but not those of one contact", () => {
    const deals = "Contact ID,Deal Stage,Associated Contact IDs\n1,Won,1\n1,Deal won,1\n";
    expect(evidence(hubSpot(deals))[0]).toMatch(/2 won deals$/);
  });

  it("of Salesforce, and where they differ the same one counts in any order", () => {
    const contacts = "Id,LastName,AccountId\n003A,Smith,\n";
    const header = "Id,StageName,CloseDate,IsClosed,IsWon,ContactId\n";
    const rows = [
      "006AAAAAAAAAAA1,Won,2024-03-05,1,1,003A\n",
      "006AAAAAAAAAAA1AAA,Won,2024-03-05,1,1,003A\n",
      "006AAAAAAAAAAA1,Lost,2024-03-05,1,0,003A\n",
    ];
    const read = (opportunities: string) => readSalesforceContacts(contacts, { owner, opportunities });
    expect(evidence(read(header + rows.slice(0, 2).join("")))[0]).toBe(
      "source:clients: client since 2024-03, won deal",
    );
    const all = evidence(read(header + rows.join("")));
    expect(all).toEqual(["source:business-contacts: lost deal, 2024-03"]);
    expect(evidence(read(header + rows.reverse().join("")))).toEqual(all);
  });
});
