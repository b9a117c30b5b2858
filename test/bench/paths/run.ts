import { Network } from "warmpath/network";
import { type CompiledNetwork, compiledOn, findPaths, inferTies, reachTargets } from "warmpath/paths";
import type { Person, Tie } from "warmpath/people";
import { type Random, seededRandom } from "../../support/random.js";
import { madeUpWorld } from "./made-up-world.js";

const NOW = "2026-11-22";

/**
 * `npm run bench -- paths [people] [ties each]`: import, compile, query and re-score times of the network and paths rooms on
 * a made-up social network (100,000 people with 10 ties each by default) with a company and a hub of 20,000. Printed, never
 * gated on.
 */
export async function run(args: string[]): Promise<void> {
  const [peopleCount = 100_000, tiesEach = 10] = args.map(Number);
  console.log(`node ${process.version}, ${process.arch}; ${peopleCount} people, ${tiesEach} ties each`);
  const random = seededRandom(7);
  const records = timed("made up", () => madeUpWorld(peopleCount, tiesEach, random));
  const network = new Network();
  timed("import", () => network.import(records));
  console.log(`${network.size} people, ${network.tieCount} ties, heap ${heap()} MB`);
  const compiled = timed("compile", () => compiledOn(network, { now: NOW }));
  console.log(`heap ${heap()} MB`);
  timed("compile again", () => compiledOn(network, { now: NOW }));
  queries(compiled, network, random);
  rescoring(compiled, network, random);
  timed("network.toJSON", () => network.toJSON());
  editing(compiled, network);
}

/** Edits that the compiled network does not take in by itself: a new one from the one before. */
function editing(compiled: CompiledNetwork, network: Network): void {
  let previous = timed("compile once more", () => compiledOn(network, { now: NOW, previous: compiled }));
  const edits: [string, () => void][] = [
    ["another company of one", () => network.addPerson({ id: "p77", company: "Elsewhere" })],
    ["a new tie", () => network.addTie({ from: "p77", to: "p12345", evidence: { closeness: 1 } })],
    ["a new tie of the hub", () => network.addTie({ from: "p0", to: "p54321", evidence: { closeness: 1 } })],
    ["a new person", () => network.addPerson({ id: "new" })],
  ];
  for (const [what, edit] of edits) {
    edit();
    previous = timed(`compile after ${what}, from the one before`, () =>
      compiledOn(network, { now: NOW, previous }),
    );
  }
}

function queries(compiled: CompiledNetwork, network: Network, random: Random): void {
  const giant: Person = { id: "t_buyer", name: "Bob", company: "Giant Inc", title: "Head of Sales" };
  const alumni: Person = {
    id: "t_alumnus",
    spells: [{ kind: "school", organization: "State University", from: "2008", to: "2012" }],
  };
  const seekers = ["p7"];
  const seen = compiled.seenBy([]).worksAt("Giant Inc").length;
  const infer = (target: Person) => () => inferTies(compiled, { seekers, target });
  timed(`index of affiliations, and infer towards ${seen} colleagues`, infer(giant));
  repeated("infer towards them again", 20, () => infer(giant)());
  repeated("infer towards alumni", 20, () => infer(alumni)());
  repeated("infer towards the hub (20,000 ties)", 20, () => infer(network.person("p0") as Person)());
  const anybody = () => network.person(`p${random.below(network.size)}`) as Person;
  repeated("infer towards anybody", 50, () => infer(anybody())());
  const find = (target: Person, seeker = "p7") =>
    findPaths(compiled, { seekers: [seeker], target, k: 5, maxHops: 3 });
  repeated("5 paths to the giant's buyer", 20, () => find(giant));
  repeated("5 paths to anybody", 50, () => find(anybody()));
  repeated("5 paths to anybody, nothing inferred", 50, () =>
    findPaths(compiled, { seekers, target: anybody(), k: 5, maxHops: 3, inferTies: false }),
  );
  repeated("5 paths from the hub to anybody", 20, () => find(anybody(), "p0"));
  repeated("5 paths to the hub", 20, () => find(network.person("p0") as Person));
  const targets = Array.from({ length: 1000 }, anybody);
  timed("reach of 1,000 targets", () => reachTargets(compiled, { seekers, targets, maxHops: 3 }));
  const giants = compiled
    .seenBy([])
    .worksAt("Giant Inc")
    .slice(0, 1000)
    .map((id) => network.person(id) as Person);
  timed("reach of 1,000 at the giant", () =>
    reachTargets(compiled, { seekers, targets: giants, maxHops: 3 }),
  );
}

/** One new interaction on a known tie: until the next query has it. */
function rescoring(compiled: CompiledNetwork, network: Network, random: Random): void {
  const target = network.person("p99") as Person;
  const ties = network.ties();
  const record = () => {
    const { from, to } = ties[random.below(ties.length)] as Tie;
    const interaction = { at: NOW, direction: "both" as const, kind: "meeting" as const };
    network.addTie({ from, to, evidence: { interactions: [interaction] } });
    compiled.takeInChanges();
  };
  const query = { seekers: ["p7"], target, k: 5, maxHops: 3 };
  repeated("5 paths of one pair", 50, () => findPaths(compiled, query));
  repeated("an interaction taken in, then the same 5 paths", 50, () => {
    record();
    findPaths(compiled, query);
  });
  repeated("an interaction taken in", 400, record);
  repeated("5 paths of that pair after them", 50, () => findPaths(compiled, query));
}

function timed<T>(what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  console.log(`${what.padEnd(60)} ${(performance.now() - start).toFixed(1).padStart(9)} ms`);
  return result;
}

function repeated(what: string, times: number, work: () => unknown): void {
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => (all[Math.min(times - 1, Math.floor(share * times))] as number).toFixed(2);
  console.log(
    `${what.padEnd(60)} ${at(0.5).padStart(9)} ms median, ${at(0.95)} p95, ${all.at(-1)?.toFixed(2)} worst of ${times}`,
  );
}

function heap(): string {
  (globalThis as { gc?: () => void }).gc?.();
  return (process.memoryUsage().heapUsed / 1e6).toFixed(0);
}
