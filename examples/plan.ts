/**
 * Reads exports and prints whom to ask for an introduction to one buyer, in which order, with the message.
 *
 *   npm run plan -- --connections examples/data/Connections.csv --me "Ada Park, Northwind" --target "Bob Smith at Acme"
 *
 * Options: --also FILE (again for each further export of mine: address book, CRM with its deals or companies, archive, in any format
 * that is read), --encoding NAME (of files that are not UTF-8: windows-1252, utf-16le and others),
 * --teammate NAME=FILE (again for each colleague's export), --headcount N, --value FP, --paths N, --max-hops N,
 * --channel email|linkedin-message|inmail, --reason TEXT, --offer TEXT, --now DATE, --out FILE (plan.json).
 * Nothing leaves the machine: files are read here, the library sees only their text.
 */
import { isUtf8 } from "node:buffer";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { IntroductionPlanner, isWarmpathError, Network, type Person } from "warmpath";
import { type NamedFile, readExports, type TextEncodingName } from "warmpath/ingest";
import { type IdentityReview, resolvePeople } from "warmpath/people";
import { printPlan } from "./support/print-plan.js";
import { progress, tellOfIdentity, tellOfImport } from "./support/terminal.js";

const EXAMPLE = {
  connections: "examples/data/Connections.csv",
  me: "Ada Park, Northwind",
  target: "Bob Smith at Acme",
  teammate: ["Ben Cho=examples/data/Connections-ben.csv"],
  reason: "Acme is opening a second plant, and we shortened the supplier audit for three plants like it.",
  offer: "the audit checklist we built, free to use",
};

try {
  main();
} catch (error) {
  console.error(isWarmpathError(error) ? `${error.code}: ${error.message}` : String(error));
  process.exitCode = 1;
}

function main(): void {
  const options = readOptions();
  const me = personOf("me", options.me);
  const network = new Network();
  const { encoding } = options;
  readFiles(network, me, [options.connections, ...options.also], [], encoding);
  for (const given of options.teammate) {
    const [name = "", ...file] = given.split("=");
    readFiles(network, teammateOf(network, me, name), [file.join("=")], [me], encoding);
  }
  tellOfIdentity(network, onePersonEach(network));
  const planner = new IntroductionPlanner({ network });
  const plan = progress("planning", () =>
    planner.plan({
      seeker: me.id,
      target: options.target,
      k: Number(options.paths),
      maxHops: Number(options["max-hops"]),
      now: options.now ?? new Date(),
      ...(options.headcount === undefined ? {} : { headcount: Number(options.headcount) }),
      ...(options.value === undefined ? {} : { value: Number(options.value) }),
    }),
  );
  const [first] = plan.asks;
  const { channel, reason, offer } = options;
  const words = { ...(reason === undefined ? {} : { reason }), ...(offer === undefined ? {} : { offer }) };
  const message = first === undefined ? undefined : planner.draft(first, { channel, ...words });
  printPlan(network, plan, message);
  writeFileSync(options.out, `${JSON.stringify({ plan, message }, undefined, 2)}\n`);
  console.log(`\nThe whole plan is in ${options.out}.`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      connections: { type: "string" },
      me: { type: "string" },
      target: { type: "string" },
      also: { type: "string", multiple: true },
      encoding: { type: "string" },
      teammate: { type: "string", multiple: true },
      headcount: { type: "string" },
      value: { type: "string" },
      channel: { type: "string", default: "email" },
      reason: { type: "string" },
      offer: { type: "string" },
      "max-hops": { type: "string", default: "3" },
      paths: { type: "string", default: "10" },
      now: { type: "string" },
      out: { type: "string", default: "plan.json" },
    },
  });
  // Without arguments the whole example runs; with some, only what is given counts.
  if (process.argv.length <= 2) return { ...values, also: [], ...EXAMPLE };
  const { connections, me, target } = EXAMPLE;
  const { also = [], teammate = [] } = values;
  return { ...values, also, teammate, ...pick(values, { connections, me, target }) };
}

function pick<T extends object>(values: Partial<T>, standard: T): T {
  const given = Object.keys(standard).map((key) => [key, values[key as keyof T] ?? standard[key as keyof T]]);
  return Object.fromEntries(given) as T;
}

/** "Ada Park, Northwind" as a person. */
function personOf(id: string, text: string): Person {
  const [name = "", ...company] = text.split(",").map((part) => part.trim());
  return { id, name, ...(company.length === 0 ? {} : { company: company.join(", ") }) };
}

/** Reads one owner's exports into the network. `known`: people with ids of their own, who may be rows of them. */
function readFiles(
  network: Network,
  owner: Person,
  names: readonly string[],
  known: readonly Person[],
  encoding: string | undefined,
): void {
  const files = names.map((name): NamedFile => {
    const text = readFileSync(name);
    // A file that is UTF-8 stays so, whatever the others are in.
    if (encoding === undefined || isUtf8(text)) return { name, text };
    return { name, text, encoding: encoding as TextEncodingName };
  });
  const idOf = (row: Partial<Person>) => known.find((person) => samePerson(person, row))?.id;
  const all = progress(`reading ${names.join(", ")}`, () => {
    const records = readExports(files, { owner, idOf });
    for (const read of records) network.import(read);
    return records;
  });
  for (const read of all) tellOfImport([read.file, ...read.with].join(" with "), read);
}

/** Makes one person of those whom several files name, where an address proves it; what is open comes back. */
function onePersonEach(network: Network): readonly IdentityReview[] {
  const { merged, reviews } = progress("comparing people", () => resolvePeople(network.people()));
  network.merge({ merged });
  if (merged.length > 0)
    console.log(`${merged.length} people stood under more than one id and are one each now.`);
  return reviews;
}

/** A colleague is one of my contacts where my export holds exactly one of his name; else he stands beside me. */
function teammateOf(network: Network, me: Person, name: string): Person {
  const planner = new IntroductionPlanner({ network });
  const same = planner.find({ name, ...(me.company === undefined ? {} : { company: me.company }) });
  const sure = same.filter(({ isSure }) => isSure);
  const found = sure.length === 1 ? network.person(sure[0]?.person as string) : undefined;
  const person = found ?? {
    ...personOf(`teammate:${name}`, name),
    ...(me.company === undefined ? {} : { company: me.company }),
  };
  network.addPerson(person);
  network.addTie({ from: me.id, to: person.id, evidence: { contexts: ["work:own-team"] } });
  return person;
}

function samePerson(person: Person, row: Partial<Person>): boolean {
  const fold = (text: string | undefined) =>
    (text ?? "")
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "");
  return fold(person.name) === fold(row.name) && fold(person.company) === fold(row.company);
}
