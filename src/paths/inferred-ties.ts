import { WarmpathError } from "../base/index.js";
import type { TieEvidence } from "../people/index.js";
import { colleagueTie } from "../ties/index.js";
import { daysInCommon, type Stay } from "./affiliations.js";
import type { CompiledNetwork } from "./compiled-network.js";
import type { PathRequest } from "./path-request.js";
import { likenessOf } from "./title-likeness.js";

/** What an inferred tie rests on. */
export type InferenceGround = "same-company" | "worked-together" | "same-school" | "common-neighbors";

/** A tie that nobody has seen: `from` may know the target. */
export interface InferredTie {
  readonly from: string;
  /** Probability that the two are tied, at most the model's cap (models.md 2.3, 2.3b). */
  readonly tieProbability: number;
  /** The strongest of the grounds; grounds are not added up, since they tell of the same thing. */
  readonly ground: InferenceGround;
  /** Consent of `from` if he is not tied to the target after all. */
  readonly consentIfNot: number;
  /** The ground as a context code, shown as what it is: `work:acme`, `school:mit`, `common-neighbors:3`. */
  readonly evidence: TieEvidence;
}

/** Numbers of inference that no evidence fixes; assumptions, to be overridden. */
export interface InferenceLimits {
  /** Days that two stays at one place have in common before they count: more than a month, so that a successor is no colleague. */
  readonly leastSharedDays: number;
  /** People of a school whom one could have met in one's years; stands for a headcount. */
  readonly yearGroup: number;
  /** Common neighbours below which nothing is inferred: 2, so that one person's export, a star, infers nothing. */
  readonly leastCommon: number;
}

/** The defaults of {@link InferenceLimits}. */
export const DEFAULT_INFERENCE_LIMITS: InferenceLimits = {
  leastSharedDays: 31,
  yearGroup: 300,
  leastCommon: 2,
};

/** The part of a request on which inference depends. */
export type InferenceRequest = Pick<
  PathRequest,
  "seekers" | "target" | "headcount" | "inferTies" | "inference"
>;

/**
 * Ties inferred towards one target: from those who work or worked where he does or did at the same time, who were at his
 * school in his years, and who share acquaintances with him. Only pairs without a tie that the seekers may see; per pair
 * the strongest ground. Private ties count for nothing here, nor do people who are known by others' private ties alone.
 *
 * Per query O(people of the target's organizations + circles of his acquaintances): a hub is one list, never a clique. The
 * readable form is test/support/paths-inference.ts.
 */
export function inferTies(compiled: CompiledNetwork, request: InferenceRequest): readonly InferredTie[] {
  return [...inferByNode(compiled, request)].map(([node, found]) => inferredTie(compiled, node, found));
}

/** The same by node number of the one who may know the target, for the overlay of a query. */
export function inferByNode(
  compiled: CompiledNetwork,
  request: InferenceRequest,
): ReadonlyMap<number, FoundTie> {
  const best = new Map<number, Found>();
  if (request.inferTies === false) return best;
  const query = queryOf(compiled, request);
  for (const stay of compiled.affiliations.staysOf(request.target, query.target)) {
    fromStay(compiled, request, query, stay, best);
  }
  fromCommonNeighbors(compiled, query, best);
  return best;
}

/** What was found for a node, with the id of whose it is. */
export function inferredTie(compiled: CompiledNetwork, node: number, found: FoundTie): InferredTie {
  return { from: compiled.ids[node] as string, ...found };
}

/** An inferred tie but for whose it is. */
export type FoundTie = Omit<InferredTie, "from">;
type Found = FoundTie;

interface Query {
  /** Node number of the target; the stranger's where the network does not hold him. */
  readonly target: number;
  /** Those with a tie to the target that the seekers may see. */
  readonly tied: ReadonlySet<number>;
  readonly seekers: ReadonlySet<number>;
  /** Seekers and those whom they alone know: hidden to others, not to them. */
  readonly own: ReadonlySet<number>;
  readonly limits: InferenceLimits;
}

function queryOf(compiled: CompiledNetwork, request: InferenceRequest): Query {
  const { network } = compiled;
  const limits = { ...DEFAULT_INFERENCE_LIMITS, ...request.inference };
  for (const [what, value] of Object.entries(limits)) {
    if (!(value >= 1 && value < Number.POSITIVE_INFINITY)) {
      throw new WarmpathError("INVALID_ARGUMENT", "a limit of inference is to be a number from 1", { what });
    }
  }
  const numbersOf = (ids: readonly string[]): number[] => ids.map((id) => compiled.numberOf(id) as number);
  const target = compiled.numberOf(request.target.id) ?? compiled.strangerNumber;
  const tied = new Set<number>(target === compiled.strangerNumber ? [] : compiled.circles.of(target));
  const own = new Set<number>(numbersOf(request.seekers));
  for (const seeker of request.seekers) {
    for (const other of compiled.hiddenContactsOf(seeker)) own.add(other);
    if (network.tie(seeker, request.target.id) !== undefined) tied.add(compiled.numberOf(seeker) as number);
  }
  return { target, tied, seekers: new Set(numbersOf(request.seekers)), own, limits };
}

interface Met {
  readonly areThere: boolean;
  readonly title: string | undefined;
}

/** Whoever was at one of the target's places in his time. */
function fromStay(
  compiled: CompiledNetwork,
  request: InferenceRequest,
  { target, tied, seekers, own, limits }: Query,
  stay: Stay,
  best: Map<number, Found>,
): void {
  const { model } = compiled.scorer;
  const met = new Map<number, Met>();
  for (const other of compiled.affiliations.at(stay)) {
    const { node } = other;
    const areThere = stay.now && other.now;
    if (node === target || (compiled.isHidden(node) && !own.has(node))) continue;
    if (areThere || daysInCommon(stay, other) >= limits.leastSharedDays) {
      if (met.get(node)?.areThere !== true) met.set(node, { areThere, title: other.title });
    }
  }
  const isWork = stay.kind === "work";
  const size = sizeOf(compiled, request, stay, met.size, limits);
  const families = compiled.familiesOf(request.target.title);
  const kinds = new Map<number, Found>();
  for (const [node, { areThere, title }] of met) {
    if (tied.has(node)) continue;
    // A seeker knows whom he knew; a colleague of today he can still write to as one.
    if (seekers.has(node) && !(isWork && areThere)) continue;
    const likeness = likenessOf(compiled.familiesOf(isWork ? title : undefined), families);
    const key = (areThere ? 4 : 0) + (likeness.sameFunction ? 2 : 0) + (likeness.sameRank ? 1 : 0);
    let found = kinds.get(key);
    if (found === undefined) {
      const ground = isWork ? (areThere ? "same-company" : "worked-together") : "same-school";
      found = {
        tieProbability: colleagueTie({ ...size, ...likeness }, { model }),
        ground,
        consentIfNot: ground === "same-company" ? model.priors.colleague : model.priors.coldMail,
        evidence: { contexts: [`${isWork && !areThere ? "worked" : stay.kind}:${stay.organization}`] },
      };
      kinds.set(key, found);
    }
    keepBest(best, node, found);
  }
}

/** How many people were there: as told, for where the target works now; else the prior, and at least those seen. */
function sizeOf(
  { affiliations }: CompiledNetwork,
  { target, headcount }: InferenceRequest,
  stay: Stay,
  seen: number,
  { yearGroup }: InferenceLimits,
): { readonly headcount: number } | { readonly colleaguesSeen: number } {
  if (stay.kind === "school") return { headcount: Math.max(yearGroup, seen) };
  const isPresent = affiliations
    .staysOf({ id: target.id, company: target.company ?? "" }, 0)
    .some(({ organization }) => organization === stay.organization);
  return headcount !== undefined && isPresent ? { headcount } : { colleaguesSeen: seen };
}

/** Adamic-Adar over ties that are not private (`adamicAdar` and `inferredTieProbability` of ties, in one pass). */
function fromCommonNeighbors(
  { circles, scorer, strangerNumber }: CompiledNetwork,
  { target, tied, seekers, limits }: Query,
  best: Map<number, Found>,
): void {
  if (target === strangerNumber) return;
  const { inference, priors } = scorer.model;
  const scores = new Float64Array(strangerNumber);
  const counts = new Uint32Array(strangerNumber);
  const touched: number[] = [];
  // In the order of numbers, so that no sum depends on the order of imports.
  for (const neighbor of circles.of(target).slice().sort()) {
    const weight = 1 / Math.log(circles.degree(neighbor));
    for (const node of circles.of(neighbor)) {
      if (counts[node] === 0) touched.push(node);
      counts[node]!++;
      scores[node]! += weight;
    }
  }
  for (const node of touched) {
    const count = counts[node]!;
    if (count < limits.leastCommon || node === target || tied.has(node) || seekers.has(node)) continue;
    const tieProbability = Math.min(
      inference.cap,
      1 - (1 - inference.baseRate) * Math.exp(-scores[node]! / inference.scale),
    );
    keepBest(best, node, {
      tieProbability,
      ground: "common-neighbors",
      consentIfNot: priors.coldMail,
      evidence: { contexts: [`common-neighbors:${count}`] },
    });
  }
}

function keepBest(best: Map<number, Found>, node: number, found: Found): void {
  const known = best.get(node);
  if (known === undefined || isBetter(found, known)) best.set(node, found);
}

function isBetter(a: Found, b: Found): boolean {
  if (a.tieProbability !== b.tieProbability) return a.tieProbability > b.tieProbability;
  if (a.ground !== b.ground) return GROUNDS.indexOf(a.ground) < GROUNDS.indexOf(b.ground);
  return (a.evidence.contexts?.[0] ?? "") < (b.evidence.contexts?.[0] ?? "");
}

const GROUNDS: readonly InferenceGround[] = [
  "same-company",
  "worked-together",
  "same-school",
  "common-neighbors",
];
