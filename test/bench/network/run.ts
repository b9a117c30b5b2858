/** `npm run bench -- network`: taking 100,000 people and 1,000,000 ties or interactions into a network, and what stays of it. */
import { createHash } from "node:crypto";
import { Network, type NetworkImport } from "../../../src/network/index.js";
import type { InteractionRecord, Person, Tie } from "../../../src/people/index.js";
import { seededRandom } from "../../support/random.js";

/**
 * Prints time, peak and kept memory of each import, and a hash of the network, which no change for speed may change.
 * Arguments: number of people, number of records, words of the one import to run.
 */
export async function run(args: readonly string[] = []): Promise<void> {
  const [people = "100000", records = "1000000", only = ""] = args;
  for (const [what, make] of Object.entries(IMPORTS)) {
    // As from a file: every id a string of its own.
    if (what.includes(only)) measure(what, JSON.parse(JSON.stringify(make(Number(people), Number(records)))));
  }
}

const IMPORTS: Readonly<Record<string, (people: number, records: number) => NetworkImport>> = {
  "interactions of as many pairs": (people, records) => ({
    people: inventPeople(people),
    ties: [],
    interactions: invent(people, records, (from, to, at) => ({
      from,
      to,
      at,
      direction: "out",
      kind: "message",
    })),
  }),
  "interactions of a tenth as many pairs": (people, records) => ({
    people: inventPeople(people),
    ties: [],
    interactions: invent(people, records, mailbox(people)),
  }),
  "ties with a date": (people, records) => ({
    people: inventPeople(people),
    ties: invent(people, records, (from, to, at): Tie => ({ from, to, evidence: { connectedOn: at } })),
  }),
  "ties with interactions, told by both": (people, records) => ({
    people: inventPeople(people),
    ties: invent(people, records / 2, (from, to, at): Tie => {
      const interactions = [{ at, direction: "both" as const, kind: "call" as const }];
      return { from, to, evidence: { interactions, contexts: ["work:acme"] } };
    }).flatMap((tie) => [tie, { ...tie, from: tie.to, to: tie.from }]),
  }),
};

function measure(what: string, records: NetworkImport): void {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const network = new Network();
  const cpu = process.cpuUsage();
  const start = performance.now();
  network.import(records);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  globalThis.gc?.();
  const kept = process.memoryUsage().heapUsed - before;
  const peak = process.resourceUsage().maxRSS / 1000;
  const hash = createHash("sha256");
  for (const tie of network.ties()) hash.update(JSON.stringify(tie));
  for (const person of network.people()) hash.update(JSON.stringify(person));
  console.log(
    `${what}: ${network.size} people, ${network.tieCount} ties, ${wall.toFixed(0)} ms, ` +
      `${((user + system) / 1000).toFixed(0)} ms of processor, ${(kept / 1e6).toFixed(0)} MB kept, ` +
      `${peak.toFixed(0)} MB at most so far, ${hash.digest("hex").slice(0, 12)}`,
  );
}

function inventPeople(count: number): Person[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `p_${n.toString(16).padStart(16, "0")}`,
    name: `Person ${n}`,
    company: `Company ${n % 5000}`,
    emails: [`person${n}@example.com`],
  }));
}

/** Records between two different people each, drawn at random, over three years. */
function invent<T>(
  people: number,
  count: number,
  make: (from: string, to: string, at: string, draw: () => number) => T,
): T[] {
  const { next: draw } = seededRandom(20_261_122);
  const idOf = (n: number): string => `p_${n.toString(16).padStart(16, "0")}`;
  return Array.from({ length: count }, () => {
    const from = Math.floor(draw() * people);
    const to = (from + 1 + Math.floor(draw() * (people - 1))) % people;
    const month = 1 + Math.floor(draw() * 12);
    const day = 10 + Math.floor(draw() * 18);
    const at = `202${3 + Math.floor(draw() * 3)}-${month < 10 ? "0" : ""}${month}-${day}T10:00:00Z`;
    return make(idOf(from), idOf(to), at, draw);
  });
}

/** Everybody writes with ten, to and fro. */
function mailbox(
  people: number,
): (from: string, to: string, at: string, draw: () => number) => InteractionRecord {
  return (from, _, at, draw) => {
    const number = Number.parseInt(from.slice(2), 16);
    const to = `p_${((number + 1 + Math.floor(draw() * 10)) % people).toString(16).padStart(16, "0")}`;
    const direction = draw() < 0.5 ? "out" : "in";
    return { from, to, at, direction, kind: "message" };
  };
}
