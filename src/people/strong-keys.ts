import { compareCodeUnits } from "../base/index.js";
import { compareNames, generationOf } from "./compare-names.js";
import { DisjointSets } from "./disjoint-sets.js";
import { emailKey } from "./email.js";
import type { KeyHolders } from "./group-humans.js";
import { type HumanTraits, namesOf } from "./human-traits.js";
import type { Person } from "./person.js";
import { normalizeProfileUrl } from "./profile-url.js";
import { isRoleMailbox } from "./role-mailboxes.js";

/** What tells one human from all others, the safest kind first, and who is not to be joined by it. */
export interface StrongKeys {
  readonly urls: KeyHolders;
  /** Holders of an address under names that may be one human's. */
  readonly mails: KeyHolders;
  /** Pairs whom keys would chain together though their names are two people's. */
  readonly apart: readonly (readonly [number, number])[];
  /** Every address with all who hold it. */
  readonly shared: readonly {
    readonly holders: readonly number[];
    readonly isRole: boolean;
    readonly isUrl?: boolean;
  }[];
}

/** The keys of all records by the places of their ids, what the caller says to be `same` heeded. */
export function strongKeys(
  people: readonly Person[],
  places: ReadonlyMap<string, number>,
  same: KeyHolders,
  roleMailboxes: readonly string[],
): StrongKeys {
  const [urls, mails] = [new Map<string, number[]>(), new Map<string, number[]>()];
  const names = Array.from({ length: places.size }, () => new Set<string>());
  for (const person of people) {
    const place = places.get(person.id) as number;
    for (const name of namesOf(person)) names[place]?.add(name);
    const { profileUrl, emails = [] } = person;
    if (profileUrl !== undefined) hold(urls, normalizeProfileUrl(profileUrl), place);
    for (const email of emails) hold(mails, emailKey(email), place);
  }
  const links = several(urls).map(([, holders]) => holders);
  const first = new DisjointSets(places.size);
  for (const [one = 0, ...others] of [...same, ...links]) for (const place of others) first.join(one, place);
  const group = (place: number) => first.find(place);
  const namesOfGroup = new Map<number, Set<string>>();
  names.forEach((own, place) => {
    const all = namesOfGroup.get(group(place)) ?? new Set<string>();
    for (const name of own) all.add(name);
    namesOfGroup.set(group(place), all);
  });
  const areOne = (a: number, b: number): boolean =>
    a === b || mayBeOne(namesOfGroup.get(a) as Set<string>, namesOfGroup.get(b) as Set<string>);
  const shared: { holders: readonly number[]; isRole: boolean; isUrl?: boolean }[] = links.map((holders) => ({
    holders,
    isRole: false,
    isUrl: true,
  }));
  const joining: number[][] = [];
  for (const [key, holders] of several(mails)) {
    const isRole = isRoleMailbox(key, roleMailboxes);
    shared.push({ holders, isRole });
    if (!isRole) joining.push(...likeNamed(holders, group, areOne, names));
  }
  const { apart, tangled } = chained(joining, first, areOne, namesOfGroup);
  return {
    urls: links,
    mails:
      tangled.size === 0
        ? joining
        : joining.flatMap((all) => (tangled.has(all) ? byName(all, names) : [all])),
    apart: [...twoGenerations(links, names), ...apart],
    shared,
  };
}

/** Pairs of humans who hold a key that did not join them; of many holders only neighbours by id. */
export function* doubtsOf(
  { shared }: StrongKeys,
  into: (place: number) => string,
  humans: readonly HumanTraits[],
): Generator<{ a: string; b: string; why: readonly string[]; score: number }> {
  const names = new Map(humans.map((human) => [human.id, human.names]));
  for (const { holders, isRole, isUrl } of shared) {
    const ids = [...new Set(holders.map(into))].sort(compareCodeUnits);
    const reach = ids.length > MANY ? 1 : MANY;
    for (const [place, a] of ids.entries()) {
      for (const b of ids.slice(place + 1, place + 1 + reach)) {
        const [x, y] = [names.get(a) ?? NO_NAMES, names.get(b) ?? NO_NAMES];
        if (isRole && !haveWordInCommon(x, y)) continue;
        const key = isUrl
          ? "same profile address"
          : isRole
            ? "an address of a function"
            : "same e-mail address";
        const why = isRole || !mayBeOne(x, y) ? "different names" : "leads to two who are kept apart";
        yield { a, b, why: [key, why], score: isRole ? ROLE_DOUBT : DOUBT };
      }
    }
  }
}

function hold(keys: Map<string, number[]>, key: string | undefined, place: number): void {
  if (key === undefined) return;
  const holders = keys.get(key);
  if (holders === undefined) keys.set(key, [place]);
  else if (holders[holders.length - 1] !== place) holders.push(place);
}

function several(keys: ReadonlyMap<string, number[]>): [string, number[]][] {
  return [...keys].filter(([, { length }]) => length > 1);
}

/** True where one of the names may be one of the others, or one side has none. */
function mayBeOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return true;
  for (const x of a)
    for (const y of b) {
      const { compatible, level } = compareNames(x, y);
      // Father and son may share a mailbox, and one of them leave the suffix out.
      if (compatible && level !== "suffix") return true;
    }
  return false;
}

/** All holders of an address where every two may be one; else those of one name each. */
function likeNamed(
  holders: readonly number[],
  group: (place: number) => number,
  areOne: (a: number, b: number) => boolean,
  names: readonly ReadonlySet<string>[],
): number[][] {
  const groups = [...new Set(holders.map(group))];
  const isClear =
    groups.length <= MOST_NAMES && groups.every((a, at) => groups.slice(at + 1).every((b) => areOne(a, b)));
  return isClear ? [[...holders]] : byName(holders, names);
}

function byName(holders: readonly number[], names: readonly ReadonlySet<string>[]): number[][] {
  const named = new Map<string, number[]>();
  for (const place of holders) {
    const [name = ""] = [...(names[place] ?? [])].sort(compareCodeUnits);
    hold(named, name, place);
  }
  return several(named).map(([, places]) => places);
}

/** Holders of one profile address of whom one is a senior and one a junior. */
function* twoGenerations(
  links: KeyHolders,
  names: readonly ReadonlySet<string>[],
): Generator<readonly [number, number]> {
  const generations = (place: number) =>
    new Set([...(names[place] ?? [])].map(generationOf).filter((text) => text !== ""));
  for (const holders of links) {
    const told = holders
      .map((place) => [place, generations(place)] as const)
      .filter(([, { size }]) => size > 0);
    for (const [at, [a, one]] of told.entries()) {
      for (const [b, other] of told.slice(at + 1, at + 1 + MANY)) {
        if (![...one].some((text) => other.has(text))) yield [a, b];
      }
    }
  }
}

/** Pairs that a chain of addresses would join though their names are two people's; links of chains with too many names to compare. */
function chained(
  links: KeyHolders,
  first: DisjointSets,
  areOne: (a: number, b: number) => boolean,
  names: ReadonlyMap<number, ReadonlySet<string>>,
): { apart: readonly (readonly [number, number])[]; tangled: ReadonlySet<readonly number[]> } {
  const whole = first.copy();
  for (const [one = 0, ...others] of links) for (const place of others) whole.join(one, place);
  const parts = new Map<number, Set<number>>();
  for (const holders of links) {
    for (const place of holders) {
      const part = parts.get(whole.find(place)) ?? new Set<number>();
      parts.set(whole.find(place), part.add(first.find(place)));
    }
  }
  const apart: [number, number][] = [];
  const long = new Set<number>();
  for (const [root, part] of parts) {
    // One of each set of names stands for all who have it.
    const byNames = new Map<string, number>();
    for (const group of part) byNames.set([...(names.get(group) ?? [])].sort().join("|"), group);
    byNames.delete("");
    const groups = [...byNames.values()];
    if (groups.length > MOST_NAMES) {
      long.add(root);
      continue;
    }
    for (const [at, a] of groups.entries()) {
      for (const b of groups.slice(at + 1)) if (!areOne(a, b)) apart.push([a, b]);
    }
  }
  return { apart, tangled: new Set(links.filter(([place = 0]) => long.has(whole.find(place)))) };
}

function haveWordInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const words = new Set([...a].flatMap((name) => name.split(" ")).filter((word) => word.length > 1));
  return [...b].some((name) => name.split(" ").some((word) => words.has(word)));
}

const NO_NAMES: ReadonlySet<string> = new Set();
/** Score of a pair that shares an address which did not join it: an open question (assumption). */
const DOUBT = 0.6;
const ROLE_DOUBT = 0.5;
/** Of more holders of one key than so many not all pairs are asked about. */
const MANY = 8;
/** More names than so many on one address, or along one chain, are not compared one by one. */
const MOST_NAMES = 24;
