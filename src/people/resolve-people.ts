import { compareCodeUnits, WarmpathError } from "../base/index.js";
import { checkPeople } from "./check-people.js";
import type { DisjointSets } from "./disjoint-sets.js";
import { emailKey } from "./email.js";
import { groupHumans, type KeyHolders } from "./group-humans.js";
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

/** Two ids of one human: the one that stays, and the one that means the same person from now on. */
export interface MergedPair {
  readonly keep: string;
  readonly gone: string;
  /** What the two were joined by, where that is less than an address of their own or the caller's word. */
  readonly why?: string;
}

/** Who is who; `network.merge` takes it as it is. */
export interface Resolution {
  /** Each id that is given up, with the id that the human keeps; sorted by the id given up. */
  readonly merged: readonly MergedPair[];
  /** Open questions, the likeliest first. */
  readonly reviews: readonly IdentityReview[];
}

/** What the caller knows, and how much they want to be asked. */
export interface ResolveOptions {
  /**
   * Answers to earlier reviews. Refused pairs never end in one human, whatever keys, third records or accepted pairs lie between
   * them, and are not proposed. Accepted pairs are one, unless that would join a refused pair.
   */
  readonly decisions?: readonly IdentityDecision[];
  /** Lowest score that is worth a question. @defaultValue 0.5 (assumption) */
  readonly leastScore?: number;
}

/**
 * Makes one person of each human. Only strong keys merge: the normalised profile address, and the e-mail address (Gmail's
 * dots and tags aside, shared mailboxes such as `info@` left out). Names and companies only propose. A human keeps
 * the caller's own id before one made by a reader, then the first in code units. The result depends on the set of records
 * only: resolving in stages, again, or in another order gives the same (union of keys). Where keys would join a refused pair, a profile
 * address counts before an e-mail address, and a record that the keys give to both joins neither and is asked about. There, and only
 * there, stages may differ from the whole, since the early ones cannot know of a conflict to come. About n log n: candidates come from
 * blocks of like names, never from all pairs.
 * @throws WarmpathError `INVALID_ID` for a person without a proper id, `INVALID_PERSON` for what is none, `INVALID_ARGUMENT` for no list
 * of people and for bad options.
 */
export function resolvePeople(people: readonly Person[], options: ResolveOptions = {}): Resolution {
  checkPeople(people);
  const { decisions, leastScore } = readOptions(options);
  const places = new Map<string, number>();
  for (const { id } of people) if (!places.has(id)) places.set(id, places.size);
  const ids = [...places.keys()];
  const { same, apart } = pairsOf(decisions, places);
  const levels = [same, ...strongKeys(people, places)];
  const groups = groupHumans(ids.length, levels, apart);
  const kept = keptIds(ids, groups);
  const into = (place: number) => kept[groups.find(place)] as string;
  const merged = ids
    .map((id, place) => ({ keep: into(place), gone: id }))
    .filter(({ keep, gone }) => keep !== gone)
    .sort((x, y) => compareCodeUnits(x.gone, y.gone));
  const humans = people.map((person) => ({ ...person, id: into(places.get(person.id) as number) }));
  const reviews = new Map<string, IdentityReview>();
  for (const review of proposeReviews(humans, leastScore)) reviews.set(pairKey(review.a, review.b), review);
  for (const { a, b, why } of doubtsOf(levels.slice(1), into)) {
    const known = reviews.get(pairKey(a, b));
    const score = Math.max(DOUBT, known?.score ?? 0);
    if (score >= leastScore)
      reviews.set(pairKey(a, b), { a, b, why: [...(known?.why ?? []), ...why], score });
  }
  for (const [a, b] of apart) reviews.delete(pairKey(into(a), into(b)));
  return { merged, reviews: [...reviews.values()].sort(byScore) };
}

/** Decisions with the ids of a resolution, for the next one: a refusal goes on holding for whoever took the id's place. */
export function renameDecisions(
  decisions: readonly IdentityDecision[],
  { merged }: Pick<Resolution, "merged">,
): IdentityDecision[] {
  const map = new Map(merged.map(({ keep, gone }) => [gone, keep]));
  return decisions
    .map(({ a, b, same }) => ({ a: map.get(a) ?? a, b: map.get(b) ?? b, same }))
    .filter(({ a, b }) => a !== b);
}

function readOptions(options: ResolveOptions): Required<ResolveOptions> {
  const { decisions = [], leastScore = 0.5 } = options ?? {};
  const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
  if (
    isObject(options) &&
    Number.isFinite(leastScore) &&
    Array.isArray(decisions) &&
    decisions.every(isObject)
  )
    return { decisions, leastScore };
  throw new WarmpathError(
    "INVALID_ARGUMENT",
    "options are to hold a list of decisions, and leastScore a number",
    { type: typeof leastScore },
  );
}

/** What the caller said of people who are among the records, by their places; of pairs said to be both, that they are two. */
function pairsOf(decisions: readonly IdentityDecision[], places: ReadonlyMap<string, number>) {
  const same: [number, number][] = [];
  const apart: [number, number][] = [];
  for (const decision of decisions) {
    const [a, b] = [places.get(decision.a), places.get(decision.b)];
    if (a !== undefined && b !== undefined && a !== b) (decision.same ? same : apart).push([a, b]);
  }
  return { same, apart };
}

/** What tells one human from all others, the safest kind first: who holds each profile address, and each e-mail address. */
function strongKeys(
  people: readonly Person[],
  places: ReadonlyMap<string, number>,
): [KeyHolders, KeyHolders] {
  const urls = new Map<string, number[]>();
  const mails = new Map<string, number[]>();
  const hold = (keys: Map<string, number[]>, key: string | undefined, place: number) => {
    if (key === undefined) return;
    const holders = keys.get(key);
    if (holders === undefined) keys.set(key, [place]);
    else holders.push(place);
  };
  for (const { id, profileUrl, emails = [] } of people) {
    const place = places.get(id) as number;
    if (profileUrl !== undefined) hold(urls, normalizeProfileUrl(profileUrl), place);
    for (const email of emails) {
      const key = emailKey(email);
      if (key !== undefined && !SHARED_MAILBOX.test(key)) hold(mails, key, place);
    }
  }
  const several = (keys: Map<string, number[]>) => [...keys.values()].filter(({ length }) => length > 1);
  return [several(urls), several(mails)];
}

/** Pairs of humans who hold a key that was not to join them; of many holders only neighbours by id. */
function* doubtsOf(
  levels: readonly KeyHolders[],
  into: (place: number) => string,
): Generator<{ a: string; b: string; why: readonly string[] }> {
  for (const [level, keys] of levels.entries()) {
    const why = [
      level === 0 ? "same profile address" : "same e-mail address",
      "leads to two who are kept apart",
    ];
    for (const holders of keys) {
      const humans = [...new Set(holders.map(into))].sort(compareCodeUnits);
      const reach = humans.length > MANY ? 1 : MANY;
      for (const [place, a] of humans.entries()) {
        for (const b of humans.slice(place + 1, place + 1 + reach)) yield { a, b, why };
      }
    }
  }
}

function byScore(p: IdentityReview, q: IdentityReview): number {
  return q.score - p.score || compareCodeUnits(p.a, q.a) || compareCodeUnits(p.b, q.b);
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

/** Score of a pair that shares a key which leads to two who are kept apart: an open question (assumption). */
const DOUBT = 0.6;
/** Of more holders of one key than so many not all pairs are asked about. */
const MANY = 8;
const READER_ID = /^p_[0-9a-f]{16}$/;
/** Mailboxes of a function, not of a human. */
const SHARED_MAILBOX =
  /^(?:info|contact|kontakt|sales|office|hello|hi|admin|support|team|mail|jobs|careers|hr|press|marketing|billing|accounts?|enquiries|service|noreply|no-reply|messages-noreply|invitations)@/;
