import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DateOrder,
  type Import,
  readHubSpotContacts,
  readPipedrivePersons,
  readSalesforceContacts,
} from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import {
  type CrmTable,
  csvOf,
  hubSpotTables,
  pipedriveTables,
  salesforceTables,
  shuffled,
} from "../support/crm-tables.js";
import { expectLinear } from "../support/linear.js";

const owner = { id: "me", name: "Ada Park" };
type Tables = Readonly<Record<string, CrmTable>>;

const dateOrders: fc.Arbitrary<{ readonly dateOrder?: DateOrder }> = fc.constantFrom(
  {},
  { dateOrder: "mdy" },
  { dateOrder: "dmy" },
);
type Given = { readonly owner: typeof owner; readonly dateOrder?: DateOrder };

const readers: readonly (readonly [
  string,
  fc.Arbitrary<Tables>,
  (input: string, options: Given & Readonly<Record<string, unknown>>) => Import,
])[] = [
  ["HubSpot", hubSpotTables, readHubSpotContacts],
  ["Salesforce", salesforceTables, readSalesforceContacts],
  [
    "Salesforce of one user",
    salesforceTables,
    (input, options) => readSalesforceContacts(input, { ...options, userId: "005A" }),
  ],
  ["Pipedrive", pipedriveTables, readPipedrivePersons],
];

function readTables(
  read: (typeof readers)[number][2],
  { input, ...sides }: Tables,
  order: { readonly dateOrder?: DateOrder },
): Import {
  const texts = Object.fromEntries(Object.entries(sides).map(([name, table]) => [name, csvOf(table)]));
  return read(csvOf(input as CrmTable), { owner, ...order, ...texts });
}

/** What an import says, whatever the order of rows: everything but row numbers, as sorted lists. */
function saying({ people, ties, interactions, issues, report, sides }: Import): unknown {
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  const noted = issues.map(({ row: _, ...issue }) => issue);
  // In which row somebody stands is what the order of rows changes.
  const unplaced = people.map(({ sources: _, ...person }) => person);
  return [sorted(unplaced), sorted(ties), sorted(interactions), sorted(noted), report, sides];
}

describe.each(readers)("%s", (_, tables, read) => {
  it("says the same in any order of rows", () => {
    fc.assert(
      fc.property(tables, fc.nat(1000), dateOrders, (one, seed, order) => {
        expect(saying(readTables(read, shuffled(one, seed), order))).toEqual(
          saying(readTables(read, one, order)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("accounts for every row of every table, tells no cell's text, and gives what a network takes", () => {
    fc.assert(
      fc.property(tables, dateOrders, (one, order) => {
        const result = readTables(read, one, order);
        const { issues, report, sides = {}, people, ties, interactions } = result;
        const filled = (table: CrmTable | undefined) =>
          (table?.rows ?? []).filter((row) => row.some((cell) => cell.replaceAll("\u202e", "").trim() !== ""))
            .length;
        expect(report.rowsRead).toBe(filled(one["input"]));
        expect(Object.keys(sides).sort()).toEqual(
          Object.keys(one)
            .filter((name) => name !== "input")
            .sort(),
        );
        for (const [name, side] of [["input", report] as const, ...Object.entries(sides)]) {
          expect(side.rowsRead).toBe(filled(one[name]));
          expect(side.rowsRead).toBe(side.rowsKept + side.rowsSkipped);
          const told = issues.filter(
            ({ source, message }) =>
              source === (name === "input" ? undefined : name) && /^(?:Row skipped|Not used)/.test(message),
          );
          expect(new Set(told.map(({ row }) => row)).size).toBe(side.rowsSkipped);
          expect(told.length).toBe(side.rowsSkipped);
        }
        expect(JSON.stringify(issues)).not.toMatch(/zz|canary/i);
        expect(people.length).toBe(1 + report.rowsKept);
        for (const { tags = [] } of people) {
          expect(JSON.stringify(tags)).not.toMatch(/zz|canary/i);
          expect(new Set(tags.map(({ code }) => code)).size).toBe(tags.length);
          expect(tags.every((tag) => tag.owner === "me")).toBe(true);
          const isLow = tags.some(({ code }) => code === "satisfaction:low");
          expect(isLow && tags.some(({ code }) => code === "method:happy-customer")).toBe(false);
        }
        for (const tie of ties) expect(tie.from === "me" || tie.owner === "me").toBe(true);
        for (const { from } of interactions) expect(from).toBe("me");
        new Network().import(result);
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 400 },
    );
  });
});

describe("in linear time", () => {
  const lines = (size: number, line: (at: number) => string) =>
    Array.from({ length: size }, (_, at) => line(at));
  const people = (size: number) =>
    `Record ID,First Name,Email\n${lines(size, (id) => `${id},Ann${id},`).join("\n")}`;

  it("many deals of one contact, and many contacts of one deal", async () => {
    const header = "Deal Stage,Close Date,Associated Contact IDs\n";
    await expectLinear(
      (size) => () => {
        const all = lines(size, String).join(";");
        const deals = `${header}${"Won,2024-03-05,7\n".repeat(size)}Won,2024-03-05,${all}`;
        const read = readHubSpotContacts(people(size), { owner, deals });
        expect(read.people[8]?.tags?.[0]?.evidence).toBe(`client since 2024-03, ${size + 1} won deals`);
      },
      1000,
    );
  });

  it("many rows of one contact with many deals", async () => {
    await expectLinear(
      (size) => () => {
        const contacts = `Record ID,First Name,Email\n${lines(size, (at) => `7,Ann${at},`).join("\n")}`;
        const deals = `Deal Stage,CSAT,Associated Contact IDs\n${"Won,4,7\n".repeat(size)}`;
        const read = readHubSpotContacts(contacts, { owner, deals });
        expect(read.people.at(-1)?.tags?.at(-1)?.evidence).toBe("CSAT 4 of 5");
      },
      1000,
    );
  });

  it("many rows of one deal with many roles, many contacts of one company and dates that no column tells", async () => {
    await expectLinear(
      (size) => () => {
        const read = readSalesforceContacts(
          `Id,LastName,AccountId,ReportsToId\n${lines(size, (id) => `${id},Ann${id},7,0`).join("\n")}`,
          {
            owner,
            opportunities: `Id,StageName,CloseDate\n${"006A,Won,3/4/2024\n".repeat(size)}`,
            roles: `OpportunityId,ContactId\n${lines(size, (id) => `006A,${id}`).join("\n")}`,
            tasks: `WhoId,ActivityDate,Status,OwnerId,Type\n${"1,3/4/2024,Completed,005A,Call\n".repeat(size)}`,
          },
        );
        expect(read.people.at(-1)?.tags?.[0]?.evidence).toBe("won deal");
      },
      1000,
    );
  });
});
