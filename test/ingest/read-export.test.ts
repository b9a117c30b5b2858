import { readdirSync, readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { formatOf, readExport } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";

const owner = { id: "me", name: "Ada Park", company: "Northwind" };
const corpus = new URL("./corpus/", import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, corpus)));
const optionsOf = (name: string) => ({
  owner,
  ...(name.includes("1252") && { encoding: "windows-1252" as const }),
});

/** What a file of the corpus is, by how its name begins. */
const FORMATS: Readonly<Record<string, string | undefined>> = {
  apollo: "apollo",
  archive: "linkedin-archive",
  "archive-shares": undefined,
  connections: "linkedin-connections",
  "connections-outlook": "outlook",
  "contacts-any": undefined,
  google: "google",
  hubspot: "hubspot",
  "hubspot-side": undefined,
  interactions: "interactions",
  messages: "linkedin-messages",
  outlook: "outlook",
  pipedrive: "pipedrive",
  salesforce: "salesforce",
  "salesforce-export": undefined,
  vcards: "vcard",
};
const formatBy = (name: string) => {
  const known = Object.keys(FORMATS).filter((start) => name.startsWith(start));
  return FORMATS[known.sort((a, b) => b.length - a.length)[0] as string];
};

describe("a file of any format", () => {
  const names = readdirSync(corpus).filter((name) => /\.(?:csv|vcf)$/.test(name));

  it.each(names)("is known by its header: %s", (name) => {
    const bytes = bytesOf(name);
    expect(formatOf(bytes, optionsOf(name))).toBe(formatBy(name));
  });

  it.each(names.filter((name) => formatBy(name) !== undefined))("is read by its own reader: %s", (name) => {
    const { format, report, people, issues, ...rest } = readExport(bytesOf(name), optionsOf(name));
    expect(format).toBe(formatBy(name));
    expect(report.rowsRead).toBe(report.rowsKept + report.rowsSkipped);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    const network = new Network();
    network.import({ people, ...rest });
    expect(network.has("me")).toBe(true);
  });

  it("is told apart from a zip, and one zip from another", () => {
    const linkedin = zipSync({ "Connections.csv": bytesOf("connections-2023.csv") });
    const salesforce = zipSync({
      "Contact.csv": bytesOf("salesforce-contact.csv"),
      "Account.csv": bytesOf("salesforce-export-account.csv"),
    });
    expect(formatOf(linkedin)).toBe("linkedin-archive");
    expect(formatOf(salesforce)).toBe("salesforce-export");
    expect(readExport(linkedin, { owner }).people.length).toBeGreaterThan(1);
    expect(readExport(salesforce, { owner }).people.length).toBeGreaterThan(1);
  });

  it("is not taken for what it only resembles, however wide it is", () => {
    const created =
      "First Name,Last Name,Email Address,Company,Job Title,Created At\nBob,Smith,b@x.example,Acme,VP,1/2/21";
    expect(readExport(created, { owner })).toMatchObject({
      format: "contacts",
      people: [{}, { name: "Bob Smith", company: "Acme" }],
    });
    const many = Array.from({ length: 900 }, (_, place) => `Property number ${place}`).join(",");
    expect(formatOf(`${many},Record ID,First Name,Last Name,Email\n`)).toBe("hubspot");
    expect(formatOf(zipSync({ "a.csv": strToU8("a,b\n1,2"), "a.jpg": strToU8("x") }))).toBeUndefined();
    expect(formatOf(zipSync({ "g.csv": bytesOf("google-new.csv") }))).toBeUndefined();
    const latin = Uint8Array.from(
      Buffer.from("Company Name,Title,Started On,Finished On\nMüller,VP,2020,", "latin1"),
    );
    const { people } = readExport(latin, { owner, encoding: "windows-1252" });
    expect(people[0]?.spells?.[0]?.organization).toBe("Müller");
  });

  it("may be any table with a name and an address or a company under their plain names", () => {
    const { format, people } = readExport("Full Name;Company\nBob Smith;Acme", { owner });
    expect(format).toBe("contacts");
    expect(people[1]).toMatchObject({ name: "Bob Smith", company: "Acme" });
  });

  it("is refused with a code where no reader knows it", () => {
    const code = (name: string) => expect.objectContaining({ code: name });
    for (const input of ["", "a,b\n1,2", strToU8("{}"), new Uint8Array([0, 0, 1, 0])]) {
      expect(formatOf(input)).toBeUndefined();
      expect(() => readExport(input, { owner })).toThrow(code("FORMAT_UNKNOWN"));
    }
    for (const input of [null, undefined, 7, {}]) {
      expect(() => readExport(input as never, { owner })).toThrow(code("INVALID_ARGUMENT"));
    }
    expect(() => readExport("who,when\nann,2024", undefined as never)).toThrow(code("INVALID_ARGUMENT"));
    expect(() => readExport(strToU8("PK\u0003\u0004"), { owner })).toThrow(code("ARCHIVE_CORRUPT"));
  });
});
