import { addTo } from "../base/index.js";
import { DisjointSets } from "./disjoint-sets.js";
import { type HumanTraits, meet } from "./human-traits.js";
import { isRoleMailbox } from "./role-mailboxes.js";

/**
 * Humans with the same whole name at the same company out of different files of one owner, as indices to be joined. None are joined of a
 * name that two in one file have. Neither are two with different profile or work addresses, or two who are kept apart. Then the name is no
 * proof. What several names or owners chain together is judged as one, so the order of records never matters. About linear.
 */
export function mergesByName(
  humans: readonly HumanTraits[],
  {
    areApart,
    sameOwner,
  }: { readonly areApart: (a: number, b: number) => boolean; readonly sameOwner?: boolean },
): (readonly number[])[] {
  const holders = new Map<string, number[]>();
  humans.forEach(({ nameAndCompany }, index) => {
    for (const key of nameAndCompany) addTo(holders, key, index);
  });
  const sets = new DisjointSets(humans.length);
  const joined: [number, number][] = [];
  for (const indices of holders.values()) {
    if (indices.length < 2 || indices.length > MOST_OF_ONE_NAME || !isUnique(indices, humans, areApart))
      continue;
    const first = new Map<string, number>();
    for (const index of indices) {
      for (const owner of ownersOf(humans[index] as HumanTraits, sameOwner)) {
        const other = first.get(owner);
        if (other === undefined) first.set(owner, index);
        else if (sets.join(other, index)) joined.push([other, index]);
      }
    }
  }
  const members = new Map<number, Set<number>>();
  for (const pair of joined) {
    const root = sets.find(pair[0]);
    const known = members.get(root) ?? new Set<number>();
    members.set(root, known.add(pair[0]).add(pair[1]));
  }
  return [...members.values()]
    .map((set) => [...set].sort((a, b) => a - b))
    .filter((indices) => isUnique(indices, humans, areApart));
}

/** True where nothing says that two of them are two people. */
function isUnique(
  indices: readonly number[],
  humans: readonly HumanTraits[],
  areApart: (a: number, b: number) => boolean,
): boolean {
  const files = new Map<string, number>();
  for (const index of indices) {
    for (const { owner, file = "" } of (humans[index] as HumanTraits).sources) {
      const key = JSON.stringify([owner, file]);
      if ((files.get(key) ?? index) !== index) return false;
      files.set(key, index);
    }
  }
  return indices.every((index, at) =>
    indices.slice(at + 1).every((other) => {
      const [x, y] = [humans[index] as HumanTraits, humans[other] as HumanTraits];
      return !areApart(index, other) && !differ(x.urls, y.urls) && !haveTwoMailboxes(x, y);
    }),
  );
}

/** Both tell an address at one and the same company's domain, and none in common. */
function haveTwoMailboxes(x: HumanTraits, y: HumanTraits): boolean {
  return meet(x.domains, y.domains) && differ(ownMails(x), ownMails(y));
}

function ownMails({ workMails }: HumanTraits): readonly string[] {
  return workMails.filter((address) => !isRoleMailbox(address));
}

function differ(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !meet(a, b);
}

function ownersOf({ sources }: HumanTraits, sameOwner: boolean | undefined): ReadonlySet<string> {
  return new Set(sources.map(({ owner }) => (sameOwner === true ? "" : owner)));
}

/** A name that more people of a network have at one company is nobody's in particular. */
const MOST_OF_ONE_NAME = 12;
