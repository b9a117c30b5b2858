import { IntroductionPlanner, Network, type Person } from "warmpath";
import { readExport } from "warmpath/ingest";
import { isWarmpathError } from "../../../src/base/index.js";
import type { Random } from "../random.js";
import { fileOf, KINDS_OF_FILE } from "./life-exports.js";
import { COMPANIES, hidden, isHidden, type Named, nameOf, someone } from "./life-names.js";

/** One who sells, whose address book it is. */
export interface Owner {
  readonly id: string;
  readonly named: Named;
  readonly person: Person;
}

/** Some who sell, whom they know, and what of that is nobody else's. */
export interface LifeWorld {
  readonly planner: IntroductionPlanner;
  readonly owners: readonly Owner[];
  readonly people: readonly Named[];
  /** Of each owner, whom only that one may name. */
  readonly hidden: ReadonlyMap<string, readonly Named[]>;
  /** Every word of these people's that may stand in a text. */
  readonly words: Set<string>;
  readonly issues: string[];
}

/** Before this day everything in the files happened. */
export const FIRST_DAY = "2026-01-05";

const SELLERS = [
  { first: "Ada", last: "Park", company: "Northwind", title: "Head of Sales" },
  { first: "Kai", last: "Ôe", company: "Northwind", title: "" },
  { first: "Mx. Sam", last: "Roe-Poe", company: "Northwind Inc.", title: "CEO" },
];

export function lifeWorld(random: Random): LifeWorld {
  const owners = SELLERS.slice(0, 1 + random.below(3)).map((seller, i): Owner => {
    const named = {
      ...seller,
      email: `seller${i}@northwind.example`,
      url: `https://www.linkedin.com/in/seller${i}`,
    };
    const { company, title } = seller;
    const person = {
      id: `u-000${i}`,
      name: nameOf(named),
      company,
      emails: [named.email],
      profileUrl: named.url,
    };
    return { id: person.id, named, person: title === "" ? person : { ...person, title } };
  });
  const people: Named[] = [];
  for (let i = 0; i < 12 + random.below(20); i++) people.push(someone(random, i, people));
  const world: LifeWorld = {
    planner: new IntroductionPlanner({ network: new Network() }),
    owners,
    people,
    hidden: new Map(
      owners.map(({ id }, i) => [id, [hidden(random, 900 + 2 * i), hidden(random, 901 + 2 * i)]]),
    ),
    words: new Set(),
    issues: [],
  };
  for (const one of [...people, ...owners.map(({ named }) => named), ...[...world.hidden.values()].flat()])
    for (const word of [nameOf(one), one.first, one.last, one.company, one.title]) world.words.add(word);
  for (const owner of owners) {
    for (let i = 0; i < 1 + random.below(3); i++) importOne(world, owner, random);
    const own = fileOf("connections.csv", world.hidden.get(owner.id) ?? [], owner.named, random);
    takeIn(world, owner, own, "private");
    linkSome(world, owner, random);
  }
  return world;
}

/** One more file of an owner's: some of the people, of any kind. */
export function importOne(world: LifeWorld, owner: Owner, random: Random): void {
  const known = world.people.filter(() => random.chance(0.5));
  // Some have moved since the last file.
  const moved = known.map((one) => (random.chance(0.1) ? { ...one, company: random.pick(COMPANIES) } : one));
  const kind = random.pick([...KINDS_OF_FILE, "connections.csv", "connections.csv"]);
  takeIn(
    world,
    owner,
    fileOf(kind, moved, owner.named, random),
    random.pick(["shared", "shared", "shared", "masked"]),
  );
}

function takeIn(
  { planner, issues }: LifeWorld,
  owner: Owner,
  { text }: { readonly text: unknown },
  visibility: "shared" | "masked" | "private",
): void {
  try {
    const read = readExport(text as string, { owner: owner.person, now: FIRST_DAY });
    const { issues: more } = planner.network.import({ ...read, visibility });
    for (const { message } of [...read.issues, ...more]) issues.push(message);
  } catch (error) {
    // A table without a single readable row is refused.
    if (!isWarmpathError(error)) throw error;
    issues.push(error.message);
  }
}

/** Whom an owner's contacts know, as they told the owner. */
function linkSome({ planner: { network } }: LifeWorld, { id }: Owner, random: Random): void {
  const isOpen = (one: string) => !isHidden(network.person(one)?.name);
  const known = network.neighbors(id).filter(isOpen);
  const all = network.people().flatMap((one) => (isOpen(one.id) ? [one.id] : []));
  for (const from of known) {
    const to = random.pick(all);
    if (!random.chance(0.5) || to === from || to === id) continue;
    const evidence = {
      closeness: random.below(11) / 10,
      ...(random.chance(0.5) ? { connectedOn: "2021-05-06" } : {}),
      ...(random.chance(0.3)
        ? {
            interactions: [
              {
                at: "2025-10-11",
                direction: "both" as const,
                kind: random.pick(["meeting", "call", "message", "like"] as const),
              },
            ],
          }
        : {}),
    };
    network.addTie({ from, to, owner: random.chance(0.5) ? from : id, evidence });
    if (random.chance(0.6))
      network.addTie({
        from: id,
        to: from,
        evidence: { ...evidence, closeness: random.pick([0.4, 0.8, 1]) },
      });
  }
}
