import { checkId, compareCodeUnits, WarmpathError } from "../base/index.js";
import { emailKey } from "./email.js";
import type { Person } from "./person.js";
import { normalizeProfileUrl } from "./profile-url.js";
import { proposeReviews } from "./propose-reviews.js";

/** What a caller said of two people: one human, or two. Kept by the caller and given again each time. */
export interface IdentityDecision {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

/** Two people who may be one human; the caller decides. */
export interface IdentityReview {
  readonly a: string;
  readonly b: string;
  /** What speaks for and against it, in words without personal data. */
  readonly why: readonly string[];
  /** 0 to 1, to sort by; an assumption of ours, no probability. */
  readonly score: number;
}

/** Who is who. */
export interface Resolution {
  /** Each id that is given up, with the id that the human keeps; sorted by code units. */
  readonly merged: readonly (readonly [from: string, into: string])[];
  /** Open questions, the likeliest first. */
  readonly reviews: readonly IdentityReview[];
}

/** What the caller knows, and how much he wants to be asked. */
export interface ResolveOptions {
  /** Answers to earlier reviews. Accepted pairs are one; refused ones are not proposed, and a key they share joins nobody. */
  readonly decisions?: readonly IdentityDecision[];
  /** Lowest score that is worth a question. @defaultValue 0.5 (assumption) */
  readonly leastScore?: number;
}

/**
 * Makes one person of each human. Only strong keys merge: the normalised profile address, and the e-mail address (Gmail's
 * dots and tags aside, shared mailboxes such as `info@` left out). Names and companies only propose. A human keeps
 * the caller's own id before one made by a reader, then the first in code units. The result depends on the set of records
 * only: resolving in stages, again, or in another order gives the same (union of keys). About n log n: candidates come from blocks of
 * like names, never from all pairs.
 * @throws WarmpathError `INVALID_ID` for a person without a proper id, `INVALID_ARGUMENT` for bad options.
 */
export function resolvePeople(
  people: readonly Person[],
  { decisions = [], leastScore = 0.5 }: ResolveOptions = {},
): Resolution {
  if (!Number.isFinite(leastScore)) {
    throw new WarmpathError("INVALID_ARGUMENT", "leastScore is to be a number", { type: typeof leastScore });
  }
  const places = new Map<string, number>();
  for (const { id } of people) if (!places.has(checkId(id))) places.set(id, places.size);
  const ids = [...places.keys()];
  const keys = people.map(strongKeys);
  const broken = sharedByRefused(people, keys, decisions);
  const groups = new DisjointSets(ids.length);
  const holder = new Map<string, number>();
  people.forEach(({ id }, record) => {
    const place = places.get(id) as number;
    for (const key of keys[record] as readonly string[]) {
      if (broken.has(key)) continue;
      const first = holder.get(key);
      if (first === undefined) holder.set(key, place);
      else groups.join(first, place);
    }
  });
  for (const { a, b, same } of decisions) {
    const [x, y] = [places.get(a), places.get(b)];
    if (same && x !== undefined && y !== undefined) groups.join(x, y);
  }
  const kept = keptIds(ids, groups);
  const into = (id: string) => kept[groups.find(places.get(id) as number)] as string;
  const merged = ids
    .filter((id) => into(id) !== id)
    .map((id) => [id, into(id)] as const)
    .sort(([x], [y]) => compareCodeUnits(x, y));
  const refused = new Set<string>();
  for (const { a, b, same } of decisions) {
    if (!same && places.has(a) && places.has(b)) refused.add(pairKey(into(a), into(b)));
  }
  const humans = people.map((person) => ({ ...person, id: into(person.id) }));
  const reviews = proposeReviews(humans, leastScore).filter(({ a, b }) => !refused.has(pairKey(a, b)));
  return { merged, reviews };
}

/**
 * Records with the ids of a resolution, for `network.import`, which makes one of records with one id. What was a tie between two
 * records of one human is dropped.
 */
export function renamePeople<
  Records extends {
    readonly people: readonly { readonly id: string }[];
    readonly ties: readonly { readonly from: string; readonly to: string }[];
    readonly interactions?: readonly { readonly from: string; readonly to: string }[];
  },
>(records: Records, { merged }: Pick<Resolution, "merged">): Records {
  const map = new Map(merged);
  const name = (id: string) => map.get(id) ?? id;
  const rename = <T extends { readonly from: string; readonly to: string }>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ ...item, from: name(item.from), to: name(item.to) }))
      .filter(({ from, to }) => from !== to);
  return {
    ...records,
    people: records.people.map((person) => ({ ...person, id: name(person.id) })),
    ties: rename(records.ties),
    ...(records.interactions === undefined ? {} : { interactions: rename(records.interactions) }),
  };
}

/** What tells one human from all others. */
function strongKeys(person: Person): readonly string[] {
  const url = person.profileUrl === undefined ? undefined : normalizeProfileUrl(person.profileUrl);
  const mails = (person.emails ?? [])
    .map(emailKey)
    .filter((mail) => mail !== undefined && !SHARED_MAILBOX.test(mail));
  return [...new Set([url, ...mails])].filter((key) => key !== undefined);
}

/** Keys that two people share of whom the caller said that they are two. */
function sharedByRefused(
  people: readonly Person[],
  keys: readonly (readonly string[])[],
  decisions: readonly IdentityDecision[],
): ReadonlySet<string> {
  const refused = decisions.filter(({ same }) => !same);
  const asked = new Set(refused.flatMap(({ a, b }) => [a, b]));
  const keysById = new Map<string, Set<string>>();
  people.forEach(({ id }, record) => {
    if (!asked.has(id)) return;
    const known = keysById.get(id) ?? new Set<string>();
    for (const key of keys[record] as readonly string[]) known.add(key);
    keysById.set(id, known);
  });
  const none: ReadonlySet<string> = new Set();
  return new Set(
    refused.flatMap(({ a, b }) => {
      const other = keysById.get(b) ?? none;
      return [...(keysById.get(a) ?? none)].filter((key) => other.has(key));
    }),
  );
}

function keptIds(ids: readonly string[], groups: DisjointSets): string[] {
  const kept: string[] = [];
  ids.forEach((id, place) => {
    const root = groups.find(place);
    const best = kept[root];
    if (best === undefined || isBetter(id, best)) kept[root] = id;
  });
  return kept;
}

function isBetter(a: string, b: string): boolean {
  const [madeA, madeB] = [READER_ID.test(a), READER_ID.test(b)];
  return madeA === madeB ? a < b : madeB;
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

/** Union by path halving (Tarjan); near-constant time an operation. */
class DisjointSets {
  readonly #parents: Int32Array;

  constructor(size: number) {
    this.#parents = Int32Array.from({ length: size }, (_, place) => place);
  }

  find(place: number): number {
    const parents = this.#parents;
    let at = place;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at] as number] as number;
      at = parents[at] as number;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    if (x !== y) this.#parents[Math.max(x, y)] = Math.min(x, y);
  }
}

const READER_ID = /^p_[0-9a-f]{16}$/;
/** Mailboxes of a function, not of a human. */
const SHARED_MAILBOX =
  /^(?:info|contact|kontakt|sales|office|hello|hi|admin|support|team|mail|jobs|careers|hr|press|marketing|billing|accounts?|enquiries|service|noreply|no-reply|messages-noreply|invitations)@/;
