import { compareCodeUnits } from "../base/index.js";
import { compareNameWords, wordLevel } from "./compare-names.js";
import { DisjointSets } from "./disjoint-sets.js";
import type { KeyHolders } from "./group-humans.js";
import type { HumanTraits, Traits } from "./human-traits.js";
import type { PreparedName } from "./prepared-name.js";
import { isRoleMailbox } from "./role-mailboxes.js";
import { SharedKeys } from "./shared-keys.js";

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

/** The keys of all records, one for each index, what the caller says to be `same` heeded. */
export function strongKeys(
  records: readonly Traits[],
  same: KeyHolders,
  roleMailboxes: readonly string[],
): StrongKeys {
  const holdersOf = (key: "urls" | "mails") => {
    const keys = new SharedKeys<string, number>();
    records.forEach((record, index) => {
      for (const text of record[key]) keys.add(text, index);
    });
    return keys.sharedEntries();
  };
  const links = holdersOf("urls").map(([, holders]) => holders);
  const mails = holdersOf("mails").map(([key, holders]) => ({
    holders,
    isRole: isRoleMailbox(key, roleMailboxes),
  }));
  const first = new DisjointSets(records.length);
  for (const [one = 0, ...others] of [...same, ...links]) for (const index of others) first.join(one, index);
  const group = (index: number) => first.find(index);
  const own = mails.filter(({ isRole }) => !isRole).map(({ holders }) => holders);
  const names = namesOfGroups(records, group, new Set(own.flatMap((holders) => holders.map(group))));
  const areOne = (a: number, b: number): boolean =>
    a === b || mayBeOne(names.get(a) ?? NO_NAMES, names.get(b) ?? NO_NAMES);
  const joining = own.flatMap((holders) => likeNamed(holders, group, areOne, records));
  const { apart, tangled } = chained(records.length, joining, first, areOne, names);
  return {
    urls: links,
    mails:
      tangled.size === 0
        ? joining
        : joining.flatMap((all) => (tangled.has(all) ? byName(all, records) : [all])),
    apart: [...twoPeople(links, records), ...apart],
    shared: [...links.map((holders) => ({ holders, isRole: false, isUrl: true })), ...mails],
  };
}

/** All names of each group that is asked for. */
function namesOfGroups(
  records: readonly Traits[],
  group: (index: number) => number,
  asked: ReadonlySet<number>,
): ReadonlyMap<number, readonly PreparedName[]> {
  const names = new Map<number, readonly PreparedName[]>();
  if (asked.size === 0) return names;
  records.forEach((record, index) => {
    const root = group(index);
    if (!asked.has(root)) return;
    const known = names.get(root);
    if (known === undefined) names.set(root, record.names);
    else if (record.names.some((name) => !known.includes(name)))
      names.set(root, [...new Set([...known, ...record.names])]);
  });
  return names;
}

/** Pairs of humans who hold a key that did not join them; of many holders only neighbours by id. */
export function* doubtsOf(
  { shared }: StrongKeys,
  into: (index: number) => string,
  humans: readonly HumanTraits[],
): Generator<{ a: string; b: string; why: readonly string[]; score: number }> {
  const names = new Map(humans.map((human) => [human.id, human.names]));
  for (const { holders, isRole, isUrl } of shared) {
    const first = into(holders[0] as number);
    if (holders.every((index) => into(index) === first)) continue;
    const ids = [...new Set(holders.map(into))].sort(compareCodeUnits);
    const reach = ids.length > MANY ? 1 : MANY;
    for (const [index, a] of ids.entries()) {
      for (const b of ids.slice(index + 1, index + 1 + reach)) {
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

/** True where one of the names may be one of the others, or one side has none. */
function mayBeOne(a: readonly PreparedName[], b: readonly PreparedName[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  for (const x of a)
    for (const y of b) {
      const { compatible, level } = compareNameWords(x, y);
      // Father and son may share a mailbox, and one of them leave the suffix out.
      if (compatible && level !== "suffix") return true;
    }
  return false;
}

/** All holders of an address where every two may be one; else those of one name each. */
function likeNamed(
  holders: readonly number[],
  group: (index: number) => number,
  areOne: (a: number, b: number) => boolean,
  records: readonly Traits[],
): number[][] {
  const own = group(holders[0] as number);
  if (holders.every((index) => group(index) === own)) return [[...holders]];
  const groups = [...new Set(holders.map(group))];
  const isClear =
    groups.length <= MOST_NAMES && groups.every((a, at) => groups.slice(at + 1).every((b) => areOne(a, b)));
  return isClear ? [[...holders]] : byName(holders, records);
}

function byName(holders: readonly number[], records: readonly Traits[]): number[][] {
  const named = new SharedKeys<string, number>();
  for (const index of holders) {
    const [name = ""] = namesAt(records, index).map(textOf).sort(compareCodeUnits);
    named.add(name, index);
  }
  return named.shared();
}

/** Holders of one profile address who are a senior and a junior, or of whose names no word is like one of the other's. */
function* twoPeople(links: KeyHolders, records: readonly Traits[]): Generator<readonly [number, number]> {
  for (const holders of links) {
    for (const [at, a] of holders.entries()) {
      for (const b of holders.slice(at + 1, at + 1 + MANY)) {
        const [x, y] = [namesAt(records, a), namesAt(records, b)];
        if (x !== y && (haveTwoGenerations(x, y) || areStrangers(x, y))) yield [a, b];
      }
    }
  }
}

function haveTwoGenerations(x: readonly PreparedName[], y: readonly PreparedName[]): boolean {
  const told = x.filter(isTold);
  return told.length > 0 && y.some(isTold) && !told.some((a) => y.some((b) => b.generation === a.generation));
}

function isTold({ generation }: PreparedName): boolean {
  return generation !== "";
}

/** Whoever marries keeps a name, and of two scripts nobody can tell. */
function areStrangers(x: readonly PreparedName[], y: readonly PreparedName[]): boolean {
  const isLike = (a: PreparedName, b: PreparedName): boolean =>
    a.isOtherScript ||
    b.isOtherScript ||
    a.words.some((word) => b.words.some((other) => wordLevel(word, other, false, () => true) !== "other"));
  const isSame = x.some((name) => y.includes(name));
  return !isSame && x.length > 0 && y.length > 0 && !x.some((a) => y.some((b) => isLike(a, b)));
}

/** Pairs that a chain of addresses would join though their names are two people's; links of chains with too many names to compare. */
function chained(
  size: number,
  links: KeyHolders,
  first: DisjointSets,
  areOne: (a: number, b: number) => boolean,
  names: ReadonlyMap<number, readonly PreparedName[]>,
): { apart: readonly (readonly [number, number])[]; tangled: ReadonlySet<readonly number[]> } {
  const whole = first.copy();
  for (const [one = 0, ...others] of links) for (const index of others) whole.join(one, index);
  // Only parts of several groups are looked at; most have one.
  const parts = new Map<number, Set<number>>();
  const seen = new Int32Array(size).fill(-1);
  for (const holders of links) {
    for (const index of holders) {
      const [root, group] = [whole.find(index), first.find(index)];
      const known = seen[root] as number;
      if (known < 0) seen[root] = group;
      else if (known !== group) parts.set(root, (parts.get(root) ?? new Set([known])).add(group));
    }
  }
  const apart: [number, number][] = [];
  const long = new Set<number>();
  for (const [root, part] of parts) {
    // One of each set of names stands for all who have it.
    const byNames = new Map<string, number>();
    for (const group of part) byNames.set((names.get(group) ?? []).map(textOf).sort().join("|"), group);
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
  return { apart, tangled: new Set(links.filter(([index = 0]) => long.has(whole.find(index)))) };
}

function haveWordInCommon(a: readonly PreparedName[], b: readonly PreparedName[]): boolean {
  const words = new Set(a.flatMap(({ name }) => name.split(" ")).filter((word) => word.length > 1));
  return b.some(({ name }) => name.split(" ").some((word) => words.has(word)));
}

function textOf({ name }: PreparedName): string {
  return name;
}

function namesAt(records: readonly Traits[], index: number): readonly PreparedName[] {
  return (records[index] as Traits).names;
}

const NO_NAMES: readonly PreparedName[] = [];
/** Score of a pair that shares an address which did not join it: an open question (assumption). */
const DOUBT = 0.6;
const ROLE_DOUBT = 0.5;
/** Of more holders of one key than so many not all pairs are asked about. */
const MANY = 8;
/** More names than so many on one address, or along one chain, are not compared one by one. */
const MOST_NAMES = 24;
