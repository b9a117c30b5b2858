import type { NetworkImport } from "warmpath/network";
import type { Person, Spell, Tie, TieEvidence } from "warmpath/people";
import { type Random, seededRandom } from "../../support/random.js";
import { socialGraph } from "../search/social-graph.js";

/**
 * A made-up social network: a company of a fifth of all people, up to 20,000, and `p0`, who knows up to 20,000 others.
 */
export function madeUpWorld(peopleCount: number, tiesEach: number, random: Random): NetworkImport {
  const people = Array.from({ length: peopleCount }, (_, n): Person => {
    const isGiant = n % 5 === 1 && n < 100_000;
    return {
      id: `p${n}`,
      name: `Person ${n}`,
      company: isGiant ? "Giant Inc" : `Company ${random.below(peopleCount / 20)}`,
      title: `${random.pick(RANKS)} ${random.pick(FIELDS)} ${random.below(50)}`,
      ...(n % 3 === 0 ? { spells: spellsOf(random) } : {}),
    };
  });
  const graph = socialGraph(peopleCount, tiesEach, true, 3);
  const ties: Tie[] = [];
  for (let i = 0; i < graph.sources.length; i++) {
    const [a, b] = [graph.sources[i] as number, graph.targets[i] as number];
    if (a < b) ties.push({ from: `p${a}`, to: `p${b}`, evidence: evidenceOf(random) });
  }
  for (let n = 1; n <= Math.min(20_000, peopleCount - 1); n++) {
    ties.push({ from: "p0", to: `p${n}`, evidence: { connectedOn: "2020-01-01" } });
  }
  return { people, ties };
}

/** The ties of a made-up world, told by owners in turn; each tells of the people of their ties. */
export function pooledWorld(people: number, owners: number): NetworkImport[] {
  const world = madeUpWorld(people, 10, seededRandom(7));
  const ties = world.ties as readonly Tie[];
  const byId = new Map((world.people ?? []).map((person) => [person.id, person]));
  return Array.from({ length: owners }, (_, owner) => {
    const own = ties.filter((_tie, i) => i % owners === owner);
    const ids = new Set([`p${owner}`, ...own.flatMap(({ from, to }) => [from, to])]);
    const people = [...ids].map((id) => byId.get(id));
    // As from a file: every text is one of its own.
    return JSON.parse(JSON.stringify({ people, ties: own })) as NetworkImport;
  });
}

function spellsOf(random: Random): Spell[] {
  const from = 2000 + random.below(20);
  return [
    { kind: "work", organization: `Company ${random.below(2000)}`, from: `${from}-03`, to: `${from + 4}-06` },
    { kind: "school", organization: "State University", from: `${from - 4}`, to: `${from}` },
  ];
}

function evidenceOf(random: Random): TieEvidence {
  const day = () => `20${15 + random.below(11)}-0${1 + random.below(9)}-${10 + random.below(19)}`;
  const interactions = Array.from({ length: random.below(4) }, () => ({
    at: day(),
    direction: random.pick(["out", "in", "both"] as const),
    kind: random.pick(["message", "call", "meeting"] as const),
  }));
  return { connectedOn: day(), ...(interactions.length === 0 ? {} : { interactions }) };
}

const RANKS = ["VP", "Head of", "Senior", "Director", "Junior"] as const;
const FIELDS = ["Sales", "Marketing", "Engineering", "Finance", "Legal", "Gardening"] as const;
