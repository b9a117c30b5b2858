import { checkShape, compareCodeUnits, madeOf, pairKey, unfit, withCallersOwn } from "../base/index.js";
import { checkPeople } from "./check-people.js";
import type { DisjointSets } from "./disjoint-sets.js";
import { companyKeys } from "./fold-company.js";
import { groupHumans } from "./group-humans.js";
import { type HumanTraits, joinTraits, traitsOf, traitsReader } from "./human-traits.js";
import { mergesByName } from "./merge-by-name.js";
import type { Person } from "./person.js";
import { LEAST_SCORE, proposeReviews } from "./propose-reviews.js";
import type { CompanyOptions } from "./same-company.js";
import { doubtsOf, strongKeys } from "./strong-keys.js";

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

/** What the caller knows, and how much the caller wants to be asked. */
export interface ResolveOptions extends CompanyOptions {
  /**
   * Answers to earlier reviews. Refused pairs never end in one human, whatever keys, third records or accepted pairs lie between
   * them, and are not proposed. Accepted pairs are one, unless that would join a refused pair.
   */
  readonly decisions?: readonly IdentityDecision[];
  /** Lowest score that is worth a question. @defaultValue 0.5 (assumption) */
  readonly leastScore?: number;
  /**
   * True says that all files are one owner's, whatever their sources say; false, that names never merge.
   * @defaultValue as the sources say: names merge across the files of one owner
   */
  readonly sameOwner?: boolean;
  /** Further names of mailboxes that are a function's and prove nothing ("frontdesk"). @defaultValue none beside `ROLE_MAILBOXES` */
  readonly roleMailboxes?: readonly string[];
  /** Companies that are sought: questions about people there come first. @defaultValue none */
  readonly sought?: readonly string[];
  /** How strong the asker's tie with a person is, 0 to 1: of two questions the one about the stronger tie comes first. @defaultValue 0 */
  readonly strengthOf?: (person: string) => number;
}

/**
 * Makes one person of each human. Strong keys merge: the normalised profile address, and an e-mail address of one's own under names that
 * may be one human's. An address of a function (`info@`) or under different names (a couple, an assistant) proves nothing and is asked
 * about. One whole name at one company merges across different files of one owner, never where two such stand in one file; all else
 * only proposes. `Jr` and `Sr` are never one. A human keeps the caller's own id before one made by a reader, then the first in code units.
 *
 * The result depends on the set of records only. Again, or in another order gives the same, in stages too while no later record brings a
 * conflict. Where keys would join two who are kept apart, a profile address counts before an e-mail address. A record that the keys
 * give to both joins neither and is asked about. About n log n: candidates come from blocks of like names, never from all pairs.
 *
 * Reviews come in the order of what they would change in plans: people at sought companies, the strongest tie, the likeliest.
 * @throws WarmpathError `INVALID_ID` for a person without a proper id, `INVALID_PERSON` for what is none, `INVALID_ARGUMENT` for no list
 * of people and for bad options.
 */
export function resolvePeople(people: readonly Person[], options: ResolveOptions = {}): Resolution {
  return madeOf("people", () => {
    checkPeople(people);
    const { decisions, leastScore, ...asked } = readOptions(options);
    const indices = new Map<string, number>();
    for (const { id } of people) if (!indices.has(id)) indices.set(id, indices.size);
    const ids = [...indices.keys()];
    const records = joinTraits(
      ids.length,
      (at) => indices.get((people[at] as Person).id) as number,
      traitsReader(asked.companyAliases)(people),
    );
    const { same, apart } = pairsOf(decisions, indices);
    const keys = strongKeys(records, same, asked.roleMailboxes ?? []);
    const groups = groupHumans(ids.length, [same, keys.urls, keys.mails], [...apart, ...keys.apart]);
    const keptBy = keptIds(ids, groups);
    const strong = ids.map((_, index) => keptBy[groups.find(index)] as string);
    const refused = new Set(apart.map(([a, b]) => pairKey(strong[a] as string, strong[b] as string)));
    const found = traitsOf(strong, records);
    const byName = asked.sameOwner === false ? NOBODY : sameNames(found, refused, asked.sameOwner);
    const into = (index: number) => byName.get(strong[index] as string) ?? (strong[index] as string);
    const merged: MergedPair[] = [];
    ids.forEach((gone, index) => {
      const [own, keep] = [strong[index] as string, into(index)];
      if (keep !== gone) merged.push({ keep, gone, ...(own === keep ? {} : { why: BY_NAME }) });
    });
    merged.sort((x, y) => compareCodeUnits(x.gone, y.gone));
    const humans =
      byName.size === 0
        ? found
        : traitsOf(
            found.map(({ id }) => byName.get(id) ?? id),
            found,
          );
    const reviews = new Map<string, IdentityReview>();
    for (const review of proposeReviews(humans, leastScore)) reviews.set(pairKey(review.a, review.b), review);
    for (const doubt of doubtsOf(keys, into, humans)) {
      const known = reviews.get(pairKey(doubt.a, doubt.b));
      const score = Math.max(doubt.score, known?.score ?? 0);
      if (score < leastScore) continue;
      reviews.set(pairKey(doubt.a, doubt.b), { ...doubt, why: [...(known?.why ?? []), ...doubt.why], score });
    }
    for (const [a, b] of apart) reviews.delete(pairKey(into(a), into(b)));
    return { merged, reviews: inOrder([...reviews.values()], humans, asked) };
  });
}

/** Decisions with the ids of a resolution, for the next one: a refusal goes on holding for whoever took the id's place. */
export function renameDecisions(
  decisions: readonly IdentityDecision[],
  resolution: Pick<Resolution, "merged">,
): IdentityDecision[] {
  return madeOf("decisions", () => {
    checkShape(decisions, [{ a: "text", b: "text" }], "decisions");
    checkShape(resolution, { merged: [{ keep: "text", gone: "text" }] }, "resolution");
    const { merged } = resolution;
    const map = new Map(merged.map(({ keep, gone }) => [gone, keep]));
    return decisions
      .map(({ a, b, same }) => ({ a: map.get(a) ?? a, b: map.get(b) ?? b, same }))
      .filter(({ a, b }) => a !== b);
  });
}

type Asked = Omit<ResolveOptions, "decisions" | "leastScore">;

function readOptions(
  options: ResolveOptions,
): Asked & Required<Pick<ResolveOptions, "decisions" | "leastScore">> {
  const { decisions = [], leastScore = LEAST_SCORE, ...asked } = options ?? {};
  const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;
  const lists = [asked.roleMailboxes, asked.sought, asked.companyAliases];
  if (
    isObject(options) &&
    Number.isFinite(leastScore) &&
    Array.isArray(decisions) &&
    decisions.every(isObject) &&
    lists.every((list) => list === undefined || Array.isArray(list)) &&
    (asked.strengthOf === undefined || typeof asked.strengthOf === "function")
  )
    return { decisions, leastScore, ...withCallersOwn(asked, "strengthOf") };
  throw unfit("options", "of a list of decisions, and leastScore a number");
}

/** What the caller said of people who are among the records, by their indices; of pairs said to be both, that they are two. */
function pairsOf(decisions: readonly IdentityDecision[], indices: ReadonlyMap<string, number>) {
  const same: [number, number][] = [];
  const apart: [number, number][] = [];
  for (const decision of decisions) {
    const [a, b] = [indices.get(decision.a), indices.get(decision.b)];
    if (a !== undefined && b !== undefined && a !== b) (decision.same ? same : apart).push([a, b]);
  }
  return { same, apart };
}

/** Whom one name at one company joins: each human's id with the id kept. */
function sameNames(
  humans: readonly HumanTraits[],
  refused: ReadonlySet<string>,
  sameOwner: boolean | undefined,
): ReadonlyMap<string, string> {
  const idAt = (index: number) => (humans[index] as HumanTraits).id;
  const into = new Map<string, string>();
  for (const indices of mergesByName(humans, {
    areApart: (a, b) => refused.size > 0 && refused.has(pairKey(idAt(a), idAt(b))),
    ...(sameOwner === undefined ? {} : { sameOwner }),
  })) {
    const ids = indices.map(idAt);
    const keep = ids.reduce((best, id) => (isBetter(id, best) ? id : best));
    for (const id of ids) if (id !== keep) into.set(id, keep);
  }
  return into;
}

/** What changes plans comes first: see {@link resolvePeople}. */
function inOrder(reviews: IdentityReview[], humans: readonly HumanTraits[], asked: Asked): IdentityReview[] {
  const { sought = [], strengthOf = () => 0, companyAliases } = asked;
  const wanted = new Set([...new Set(sought)].flatMap((company) => companyKeys(company, companyAliases)));
  const isSought = ({ companies }: HumanTraits): boolean => companies.some((company) => wanted.has(company));
  const isThere = new Set(humans.filter(isSought).map(({ id }) => id));
  const rank = new Map(
    reviews.map((review) => {
      const { a, b } = review;
      return [
        review,
        { sought: Number(isThere.has(a) || isThere.has(b)), tie: Math.max(strengthOf(a), strengthOf(b)) },
      ];
    }),
  );
  const of = (review: IdentityReview) => rank.get(review) as { sought: number; tie: number };
  return reviews.sort(
    (p, q) =>
      of(q).sought - of(p).sought ||
      of(q).tie - of(p).tie ||
      q.score - p.score ||
      compareCodeUnits(p.a, q.a) ||
      compareCodeUnits(p.b, q.b),
  );
}

function keptIds(ids: readonly string[], groups: DisjointSets): string[] {
  const kept: string[] = [];
  ids.forEach((id, index) => {
    const root = groups.find(index);
    const best = kept[root];
    if (best === undefined || isBetter(id, best)) kept[root] = id;
  });
  return kept;
}

function isBetter(a: string, b: string): boolean {
  const [madeA, madeB] = [READER_ID.test(a), READER_ID.test(b)];
  return madeA === madeB ? a < b : madeB;
}

const BY_NAME = "same name and company";
const NOBODY: ReadonlyMap<string, string> = new Map();
const READER_ID = /^p_[0-9a-f]{16}$/;
