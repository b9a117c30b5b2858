import { describe, expect, it } from "vitest";
import { readLinkedInConnections } from "../../src/index.js";
import type { Import } from "../../src/ingest/index.js";
import { jobChanges, Network } from "../../src/network/index.js";

const me = { id: "me", name: "Ada Park", company: "Northwind" };
const HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On";
const exportOf = (...rows: readonly string[]) =>
  readLinkedInConnections([HEAD, ...rows].join("\n"), { owner: me });
const row = (first: string, company: string, title: string, day: string) =>
  `${first},Reed,https://www.linkedin.com/in/${first.toLowerCase()},,${company},${title},${day}`;

const spring = exportOf(
  row("Ann", "Delta Foods", "Buyer", "05 Jan 2023"),
  row("Cho", "Beta GmbH", "Engineer", "02 Mar 2026"),
  row("Dan", "Acme", "Plant Manager", "01 Feb 2024"),
  row("Eve", "", "", "01 Feb 2024"),
  row("Flo", "Gone Ltd", "Clerk", "01 Feb 2024"),
);
const autumn = exportOf(
  row("Ann", "Acme", "Head of Buying", "05 Jan 2023"),
  row("Cho", "Beta", "Engineer", "02 Mar 2026"),
  row("Dan", "Acme", "VP Operations", "01 Feb 2024"),
  row("Eve", "Gamma", "Clerk", "01 Feb 2024"),
  row("Guy", "New Inc", "Clerk", "09 Oct 2026"),
);

describe("jobChanges", () => {
  it("tells who moved and who has another title, and takes no silence or spelling for a change", () => {
    const changes = jobChanges(spring, autumn);
    expect(changes.map(({ from, to, title }) => [from, to, title]).sort()).toEqual([
      ["Acme", "Acme", "VP Operations"],
      ["Delta Foods", "Acme", "Head of Buying"],
    ]);
    for (const change of changes) expect(change.seenBetween).toEqual(["2026-03-02", "2026-10-09"]);
    expect(jobChanges(spring, spring)).toEqual([]);
  });

  it("takes a name of the caller's table for no change, and without a table another name for one", () => {
    const [before, later] = ["Acme", "Orion Foods"].map((company) =>
      exportOf(row("Ann", company, "Buyer", "05 Jan 2023")),
    );
    const changes = (companyAliases?: string[][]) =>
      jobChanges(before as Import, later as Import, companyAliases && { companyAliases });
    expect(changes()).toHaveLength(1);
    expect(changes([["Acme", "Orion Foods"]])).toEqual([]);
  });

  it("says the same of networks as of exports", () => {
    const [before, later] = [spring, autumn].map((records) => {
      const network = new Network();
      network.import(records);
      return network;
    }) as [Network, Network];
    expect(jobChanges(before, later)).toEqual(jobChanges(spring, autumn));
  });
});
