import type { IntroductionPlanner, Network } from "../../../src/index.js";
import type { NetworkImport } from "../../../src/network/index.js";
import type { Person } from "../../../src/people/index.js";
import { inventContacts, writeConnections } from "../../support/exports-connections.js";
import { pooledWorld } from "../paths/made-up-world.js";
import type { Row, Version } from "./two-versions.js";

/** Import, saving, merging, compiling, paths and plans: 5,000 rows of LinkedIn, and 10,000 people whom 50 owners tell of. */
export function networkRows(): Row<unknown>[] {
  const text = writeConnections(inventContacts(7, 5000));
  const owner = { id: "me", name: "Ada Park", company: "Northwind" };
  const read = ({ root }: Version) => root.readLinkedInConnections(text, { owner });
  let world = "";
  const files = (): NetworkImport[] => {
    world ||= JSON.stringify(pooledWorld(PEOPLE, OWNERS));
    return JSON.parse(world) as NetworkImport[];
  };
  const pooled = ({ root }: Version): Network => imported(new root.Network(), files());
  const row = <T>(row: Row<T>): Row<unknown> => row as Row<unknown>;
  return [
    row({
      what: "network: 5,000 rows of LinkedIn read",
      ready: () => 0,
      work: (_, version) => read(version),
    }),
    row({
      what: "network: they taken in",
      ready: read,
      usesUp: true,
      work: (records, { root }) => new root.Network().import(records),
    }),
    row({
      what: "network: 10,000 people of 50 owners taken in",
      ready: files,
      usesUp: true,
      work: (records, { root }) => imported(new root.Network(), records),
    }),
    row({ what: "network: toJSON", ready: pooled, work: (network) => network.toJSON() }),
    row({ what: "network: saved as a text", ready: pooled, work: (network) => JSON.stringify(network) }),
    row({
      what: "network: restored of a text",
      ready: (version) => JSON.stringify(pooled(version)),
      work: (text, { root }) => root.Network.fromJSON(JSON.parse(text)),
    }),
    row({
      what: "network: 500 pairs made one",
      ready: pooled,
      usesUp: true,
      work: (network) => network.mergePeople(Array.from({ length: 500 }, (_, i) => [idOf(i), idOf(i + 600)])),
    }),
    row({
      what: "paths: compile",
      ready: pooled,
      work: (network, { CompiledNetwork }) => CompiledNetwork.compile(network, { now: NOW }),
    }),
    ...pathRows(pooled),
    ...planRows(pooled),
  ];
}

function pathRows(pooled: (version: Version) => Network): Row<unknown>[] {
  const ready = (version: Version) => {
    const network = pooled(version);
    return { compiled: version.CompiledNetwork.compile(network, { now: NOW }), network };
  };
  const row = (what: string, count: number, targetOf: (network: Network, i: number) => Person, k = 5) =>
    ({
      what: `paths: ${what}, ${count} times`,
      ready,
      work: ({ compiled, network }, { paths }) => {
        for (let i = 0; i < count; i++)
          paths.findPaths(compiled, { seekers: ["p7"], target: targetOf(network, i), k, maxHops: 3 });
      },
    }) satisfies Row<ReturnType<typeof ready>> as Row<unknown>;
  const anybody = (network: Network, i: number) => network.person(idOf(i)) as Person;
  const buyer: Person = { id: "t_buyer", name: "Bob", company: "Giant Inc", title: "Head of Sales" };
  return [
    row("5 paths to somebody known", 100, anybody),
    row("50 paths to somebody known", 50, anybody, 50),
    row("5 paths to a stranger at a giant", 20, () => buyer),
  ];
}

function planRows(pooled: (version: Version) => Network): Row<unknown>[] {
  const fresh = (version: Version) => {
    const network = pooled(version);
    const journal = new version.root.Journal();
    return { network, planner: new version.root.IntroductionPlanner({ network, journal }) };
  };
  const planned = (version: Version) => {
    const held = fresh(version);
    plan(held.planner, 99);
    return held;
  };
  const row = (what: string, work: Row<ReturnType<typeof fresh>>["work"]): Row<unknown> =>
    ({ what: `planner: ${what}`, ready: planned, work }) as Row<unknown>;
  let more = 0;
  return [
    { ...row("first plan", ({ planner }) => plan(planner, 99)), ready: fresh, usesUp: true },
    row("the same plan again", ({ planner }) => plan(planner, 99)),
    row("200 plans", ({ planner }) => {
      for (let i = 0; i < 200; i++) plan(planner, Number(idOf(i).slice(1)));
    }),
    row("plan after a record", ({ planner }) => {
      const favor = { giver: "p7", receiver: `p${50 + (more++ % 900)}`, kind: "article" } as const;
      planner.record({ id: `r${more}`, type: "favor.given", at: NOW, ...favor });
      plan(planner, 99);
    }),
    row("plan after a tie", ({ planner, network }) => {
      network.addTie({ from: "p7", to: `p${5000 + more++}`, evidence: { closeness: 0.5 } });
      plan(planner, 99);
    }),
    row("plan after a person", ({ planner, network }) => {
      network.addPerson({ id: `new${more++}`, name: `New ${more}`, company: "Company 7" });
      plan(planner, 99);
    }),
  ];
}

function plan(planner: IntroductionPlanner, target: number): void {
  planner.plan({ seeker: "p7", target: `p${target}`, now: NOW });
}

function imported(network: Network, files: readonly NetworkImport[]): Network {
  for (const [owner, file] of files.entries()) network.import({ ...file, owner: `p${owner}` });
  return network;
}

/** Spread over everybody, by a fixed rule. */
function idOf(i: number): string {
  return `p${20 + ((i * 7919) % (PEOPLE - 40))}`;
}

const NOW = "2026-11-22";
const PEOPLE = 10_000;
const OWNERS = 50;
