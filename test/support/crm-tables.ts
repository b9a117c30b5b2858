import fc from "fast-check";

/** A table as a CRM might have it: its header and rows of cells. */
export interface CrmTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table as CSV, each cell quoted. */
export function csvOf({ header, rows }: CrmTable): string {
  return [header, ...rows]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
    .join("\n");
}

/** Ids of few different values, hostile ones among them, so that tables meet. */
export const ids: fc.Arbitrary<string> = fc.constantFrom(
  "",
  "1",
  "2",
  "3",
  "__proto__",
  "constructor",
  "003AAAAAAAAAAA1",
  "003AAAAAAAAAAA1AAA",
  "003AAAAAAAAAAa1",
);

const words = fc.constantFrom(
  "",
  "ZZCANARY",
  "zzcanary@example.com",
  'zz"canary',
  "zzcanary;x",
  "\u202ezzcanary",
);
const marks = fc.constantFrom("", "9", "3", "4/5", "85%", "55", "satisfied", "unzufrieden", "zzcanary", "8");
const chances = fc.constantFrom("", "", "1", "0", "0.4", "100%", "40", "zzcanary");
const dates = fc.constantFrom("", "2024-03-05", "2023-01-02 10:00", "3/4/2021", "13/4/2021", "zzcanary");
const roles = fc.constantFrom(
  "",
  "customer",
  "Kunde",
  "Former customer",
  "Vendor",
  "partner;competitor",
  "lead",
  "zzcanary",
);
const stages = fc.constantFrom("", "Closed Won", "closedlost", "Fermé gagné", "won or lost", "zzcanary");
const flags = fc.constantFrom("", "true", "0", "1", "false", "zzcanary");
const someIds = fc.array(ids, { maxLength: 4 }).map((list) => list.join(";"));
const names = fc.constantFrom("", "Ann Zzcanary", "Bob Zzcanary", "Eve Zzcanary");

/** A table of these columns, each with its cells. */
function tableOf(columns: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<CrmTable> {
  const header = Object.keys(columns);
  return fc.array(fc.tuple(...Object.values(columns)), { maxLength: 8 }).map((rows) => ({ header, rows }));
}

/** HubSpot's tables, as its reader's input and options name them. */
export const hubSpotTables: fc.Arbitrary<Readonly<Record<string, CrmTable>>> = fc.record({
  input: tableOf({
    "Record ID": ids,
    "First Name": names,
    Email: words,
    "Company name": words,
    "Lifecycle Stage": roles,
    "Contact type": roles,
    "Associated Company IDs": someIds,
    NPS: marks,
    "Became a customer date": dates,
  }),
  deals: tableOf({
    "Deal ID": ids,
    "Deal Stage": stages,
    "Close Date": dates,
    "Associated Contact IDs": someIds,
    "Is Closed Won": flags,
    "Deal probability": chances,
    CSAT: marks,
    "Deal Name": words,
  }),
  companies: tableOf({ "Record ID": ids, "Company name": words, Type: roles, CSAT: marks }),
});

/** Mostly one, so that there are exports of one. */
const users = fc.constantFrom("005A", "005A", "005A", "005A", "005B", "");

/** Salesforce's tables, likewise. */
export const salesforceTables: fc.Arbitrary<Readonly<Record<string, CrmTable>>> = fc.record({
  input: tableOf({
    Id: ids,
    IsDeleted: flags,
    AccountId: ids,
    LastName: names,
    ReportsToId: ids,
    Email: words,
    NPS__c: marks,
    CSAT__c: marks,
  }),
  accounts: tableOf({ Id: ids, Name: words, Type: roles, IsDeleted: flags }),
  opportunities: tableOf({
    Id: ids,
    StageName: stages,
    CloseDate: dates,
    IsClosed: flags,
    IsWon: flags,
    ContactId: ids,
    IsDeleted: flags,
  }),
  roles: tableOf({ OpportunityId: ids, ContactId: ids, Role: words, IsDeleted: flags }),
  tasks: tableOf({
    WhoId: ids,
    ActivityDate: dates,
    Status: fc.constantFrom("Completed", "Open", "zzcanary"),
    OwnerId: users,
    Type: fc.constantFrom("Call", "Email", "zzcanary"),
    Subject: words,
  }),
  events: tableOf({
    WhoId: ids,
    StartDateTime: dates,
    OwnerId: users,
    Subject: words,
  }),
});

/** Pipedrive's one table, likewise. */
export const pipedriveTables: fc.Arbitrary<Readonly<Record<string, CrmTable>>> = fc.record({
  input: tableOf({
    "Person - ID": ids,
    "Person - Name": names,
    "Person - Organization": words,
    "Person - Labels": roles,
    "Person - Last email sent": dates,
    "Person - Last email received": dates,
  }),
});

/** The same tables with their rows in another order, the same for the same seed. */
export function shuffled(tables: Readonly<Record<string, CrmTable>>, seed: number): Record<string, CrmTable> {
  const turn = (rows: CrmTable["rows"]) =>
    rows
      .map((row, place) => ({ row, key: ((place + 1) * (seed * 2 + 1) * 2_654_435_761) % 4_294_967_296 }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);
  return Object.fromEntries(
    Object.entries(tables).map(([name, { header, rows }]) => [name, { header, rows: turn(rows) }]),
  );
}
