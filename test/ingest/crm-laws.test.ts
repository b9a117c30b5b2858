import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Import, readHubSpotContacts, readSalesforceContacts } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import { type CrmTable, csvOf, hubSpotTables, salesforceTables, shuffled } from "../support/crm-tables.js";

const owner = { id: "me", name: "Ada Park" };
type Tables = Readonly<Record<string, CrmTable>>;

const readers: readonly (readonly [string, fc.Arbitrary<Tables>, (tables: Tables) => Import])[] = [
  ["HubSpot", hubSpotTables, (tables) => readTables(readHubSpotContacts, tables)],
  ["Salesforce", salesforceTables, (tables) => readTables(readSalesforceContacts, tables)],
  [
    "Salesforce of one user",
    salesforceTables,
    (tables) =>
      readTables((input, options) => readSalesforceContacts(input, { ...options, userId: "005A" }), tables),
  ],
];

function readTables(
  read: (input: string, options: { owner: typeof owner; dateOrder: "mdy" }) => Import,
  { input, ...sides }: Tables,
): Import {
  const texts = Object.fromEntries(Object.entries(sides).map(([name, table]) => [name, csvOf(table)]));
  return read(csvOf(input as CrmTable), { owner, dateOrder: "mdy", ...texts });
}

/** What an import says, whatever the order of rows: everything but row numbers, as sorted lists. */
function saying({ people, ties, interactions, issues, report, sides }: Import): unknown {
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  const noted = issues.map(({ row: _, ...issue }) => issue);
  return [sorted(people), sorted(ties), sorted(interactions), sorted(noted), report, sides];
}

describe.each(readers)("%s", (_, tables, read) => {
  it("says the same in any order of rows", () => {
    fc.assert(
      fc.property(tables, fc.nat(1000), (one, seed) => {
        expect(saying(read(shuffled(one, seed)))).toEqual(saying(read(one)));
      }),
      { numRuns: 400 },
    );
  });

  it("accounts for every row of every table, tells no cell's text, and gives what a network takes", () => {
    fc.assert(
      fc.property(tables, (one) => {
        const result = read(one);
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

it("reads many deals of one contact, and many contacts of one deal, in linear time", () => {
  const contacts = `Record ID,First Name,Email\n${Array.from({ length: 20_000 }, (_, id) => `${id},Ann${id},`).join("\n")}`;
  const deals = `Deal Stage,Close Date,Associated Contact IDs\n${"Won,2024-03-05,7\n".repeat(20_000)}Won,2024-03-05,${Array.from({ length: 10_000 }, (_, id) => id).join(";")}`;
  const start = performance.now();
  const { people } = readHubSpotContacts(contacts, { owner, deals });
  expect(people[8]?.tags?.[0]?.evidence).toBe("client since 2024-03, 20001 won deals");
  expect(performance.now() - start).toBeLessThan(4000);
});
