import { addTo } from "../base/index.js";
import { DisjointSets } from "./disjoint-sets.js";
import { type Links, waysBetween } from "./ways-between.js";

/** Links of one strength: for each key the indices of the records that hold it. */
export type KeyHolders = readonly (readonly number[])[];

/**
 * Groups records by the keys they share, and keeps apart whom the caller keeps apart. Stronger links come first. Where links of one
 * strength would bring two together who are to stay apart, a key that both hold joins nobody. Whoever stands on a way from the
 * one to the other is left alone at the keys of that way. Which of the two they are the keys cannot say, and a guess by the order of records
 * would be one. So the result depends on the set of records only. Done again until nothing joins, hence stable.
 * About linear; each refused pair costs as much again as the ways between its two are long.
 */
export function groupHumans(
  size: number,
  levels: readonly KeyHolders[],
  apart: readonly (readonly [number, number])[],
): DisjointSets {
  const groups = new DisjointSets(size);
  for (let again = true; again; ) {
    again = false;
    for (const level of levels) {
      const isCut = apart.length === 0 ? NOWHERE : cutsOf(level, groups, apart);
      const links =
        isCut === NOWHERE
          ? level
          : level.map((holders, key) => holders.filter((index) => !isCut(index, key)));
      for (const [first = 0, ...others] of links) {
        for (const index of others) again = groups.join(first, index) || again;
      }
    }
    again &&= apart.length > 0;
  }
  return groups;
}

const NOWHERE = () => false;

/** Which record is not to be joined at which key. */
function cutsOf(
  level: KeyHolders,
  groups: DisjointSets,
  apart: readonly (readonly [number, number])[],
): (index: number, key: number) => boolean {
  const broken = new Set<number>();
  const whole = conflictsOf(level, groups, apart, broken);
  for (const [a, b] of whole.pairs) {
    const other = new Set(whole.links.get(b));
    for (const node of whole.links.get(a) ?? []) if (other.has(node)) broken.add(asNode(node));
  }
  const { pairs, links } = broken.size === 0 ? whole : conflictsOf(level, groups, apart, broken);
  const isBetween = waysBetween(links, pairs);
  return (index, key) => broken.has(key) || isBetween(groups.find(index), asNode(key));
}

/** A key as a node of a graph whose other nodes are groups of records, and back: -1, -2, … for 0, 1, … */
function asNode(key: number): number {
  return -1 - key;
}

/** Pairs of groups that are to stay apart and would meet, and which groups and keys are linked in the connected parts where they would. */
function conflictsOf(
  level: KeyHolders,
  groups: DisjointSets,
  apart: readonly (readonly [number, number])[],
  broken: ReadonlySet<number>,
): { pairs: readonly (readonly [number, number])[]; links: Links } {
  const trial = groups.copy();
  level.forEach(([first = 0, ...others], key) => {
    if (!broken.has(key)) for (const index of others) trial.join(first, index);
  });
  const pairs = new Map<string, readonly [number, number]>();
  for (const pair of apart) {
    const [a = 0, b = 0] = pair.map((index) => groups.find(index)).sort((x, y) => x - y);
    if (trial.find(a) === trial.find(b)) pairs.set(`${a} ${b}`, [a, b]);
  }
  const parts = new Set([...pairs.values()].map(([a]) => trial.find(a)));
  const links = new Map<number, number[]>();
  level.forEach((holders, key) => {
    if (broken.has(key) || parts.size === 0 || !parts.has(trial.find(holders[0] as number))) return;
    for (const group of new Set(holders.map((index) => groups.find(index)))) {
      addTo(links, group, asNode(key));
      addTo(links, asNode(key), group);
    }
  });
  return { pairs: [...pairs.values()], links };
}
