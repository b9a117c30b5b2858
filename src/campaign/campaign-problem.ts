import { checkId, compareCodeUnits, isShare } from "../base/index.js";
import { type CampaignLimits, check, checkLimits, isAmount } from "./campaign-limits.js";

/** A buyer of a campaign. */
export interface CampaignTarget {
  readonly id: string;
  /** Worth of reaching them, fp, >= 0. */
  readonly value: number;
  /** Probability of their own yes, shared by all asks about them. @defaultValue 1 */
  readonly consent?: number;
  /** Cost in fp once an introduction has come to them. @defaultValue 0 */
  readonly cost?: number;
  /**
   * Probability that, consent given, a note from one who does not know the target is taken as well as an introduction. It is one
   * event for all candidates that count on it (`ifCold`). @defaultValue 0
   */
  readonly cold?: number;
}

/** Somebody who can be asked. */
export interface CampaignConnector {
  readonly id: string;
  /** Asks to them over the horizon, an integer >= 0. @defaultValue what the limits say */
  readonly capacity?: number;
  /** Days from the start until they can be asked. @defaultValue 0 */
  readonly readyInDays?: number;
}

/** One ask that could be made. */
export interface CampaignCandidate {
  /** Who would ask; of several about one target, or to one connector, a plan chooses one. @defaultValue the same for all */
  readonly seeker?: string;
  readonly connector: string;
  readonly target: string;
  /** Probability that they and those after them say yes, but for the target and for `via`. */
  readonly probability: number;
  /** The same where the target takes a note from a stranger well, at least `probability`. @defaultValue `probability` */
  readonly ifCold?: number;
  /** Expected cost of the ask in fp, >= 0. */
  readonly cost: number;
  /**
   * A consent between connector and target that other asks about this target share. It has its id, its probability, and the probability where the
   * target takes a note from a stranger well (at least `probability`, by default equal).
   */
  readonly via?: { readonly id: string; readonly probability: number; readonly ifCold?: number };
  /** Days from the start until this ask can be made, where that is later than for the connector. @defaultValue 0 */
  readonly readyInDays?: number;
}

/** A campaign in numbers. Candidates are sorted by connector, target, then seeker, so that the order of input cannot matter. */
export interface CampaignProblem {
  readonly limits: CampaignLimits;
  readonly weeks: number;
  readonly cooldownWeeks: number;
  readonly gapWeeks: number;
  readonly seekerIds: readonly string[];
  /** Asks of one seeker that the working days of a week have room for. */
  readonly seekerPlaces: number;
  readonly connectorIds: readonly string[];
  readonly targetIds: readonly string[];
  readonly capacity: readonly number[];
  readonly readyWeek: readonly number[];
  /** What reaching each target by way of a connector is worth: consent x value - cost, at least 0. */
  readonly worth: readonly number[];
  readonly candidates: readonly NumberedCandidate[];
  readonly ofTarget: readonly (readonly number[])[];
  readonly ofConnector: readonly (readonly number[])[];
}

/** A candidate in numbers. `via` is -1 where nothing is shared. */
export interface NumberedCandidate {
  readonly seeker: number;
  readonly readyWeek: number;
  readonly connector: number;
  readonly target: number;
  readonly cost: number;
  readonly via: number;
  /** What is its own and what is shared, where the target takes no note from a stranger. */
  readonly plain: Chances;
  /** The same where the target takes one well. */
  readonly warm: Chances;
  /** Probability of the target's `warm`. */
  readonly cold: number;
  /** That the candidate alone reaches the target, whose own yes is aside. */
  readonly alone: number;
}

/** Probability of what is the candidate's own, and of the shared consent. */
export interface Chances {
  readonly own: number;
  readonly via: number;
}

/** @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ID`. */
export function numberCampaign(
  targets: readonly CampaignTarget[],
  connectors: readonly CampaignConnector[],
  candidates: readonly CampaignCandidate[],
  limits: CampaignLimits,
  workdays = 5,
): CampaignProblem {
  checkLimits(limits);
  const people = byId(connectors, "connector");
  const buyers = byId(targets, "target");
  const weeks = Math.max(1, Math.floor(limits.horizonDays / 7));
  const cold = buyers.sorted.map((buyer, i) => {
    check(isShare(buyer.cold ?? 0), "a target's cold is out of range", i);
    return buyer.cold ?? 0;
  });
  const seekers = [...new Set(candidates.map(({ seeker = "" }) => checkId(seeker, "seeker")))].sort(
    compareCodeUnits,
  );
  const seekerOf = new Map(seekers.map((id, number) => [id, number]));
  const numbered = numberCandidates(candidates, people.numberOf, buyers.numberOf, seekerOf, cold);
  return {
    limits,
    weeks,
    cooldownWeeks: Math.ceil(limits.cooldownDays / 7),
    gapWeeks: Math.ceil(limits.targetGapDays / 7),
    seekerIds: seekers,
    seekerPlaces: limits.asksPerDay * workdays,
    connectorIds: people.sorted.map(({ id }) => id),
    targetIds: buyers.sorted.map(({ id }) => id),
    capacity: people.sorted.map(({ capacity = limits.capacity }, i) => {
      check(Number.isInteger(capacity) && capacity >= 0, "a capacity is to be an integer of at least 0", i);
      return capacity;
    }),
    readyWeek: people.sorted.map(({ readyInDays = 0 }, i) => {
      check(isAmount(readyInDays), "readyInDays is to be finite and at least 0", i);
      return Math.ceil(readyInDays / 7);
    }),
    worth: buyers.sorted.map(({ value, consent = 1, cost = 0 }, i) => {
      check(
        isAmount(value) && isShare(consent) && isAmount(cost),
        "a target's value, consent or cost is out of range",
        i,
      );
      return Math.max(0, consent * value - cost);
    }),
    candidates: numbered,
    ofTarget: grouped(
      numbered.map(({ target }) => target),
      buyers.sorted.length,
    ),
    ofConnector: grouped(
      numbered.map(({ connector }) => connector),
      people.sorted.length,
    ),
  };
}

/**
 * Probability that the target is reached by one of these candidates, their own yes aside. A shared consent counts once, and
 * where candidates count on how the target takes a note from a stranger, both cases are weighed.
 */
export function reachOf(candidates: readonly NumberedCandidate[], set: readonly number[]): number {
  if (set.length === 0) return 0;
  if (set.length === 1) return candidates[set[0]!]!.alone;
  const { cold } = candidates[set[0]!]!;
  const plain = reachIn("plain", candidates, set);
  return cold === 0 ? plain : cold * reachIn("warm", candidates, set) + (1 - cold) * plain;
}

/** Probability that both of two candidates about one target would reach it. */
export function bothOf(one: NumberedCandidate, other: NumberedCandidate): number {
  const sameVia = one.via >= 0 && one.via === other.via;
  const both = (a: Chances, b: Chances): number => a.own * a.via * b.own * (sameVia ? 1 : b.via);
  return one.cold * both(one.warm, other.warm) + (1 - one.cold) * both(one.plain, other.plain);
}

function reachIn(
  state: "plain" | "warm",
  candidates: readonly NumberedCandidate[],
  set: readonly number[],
): number {
  let fail = 1;
  for (let i = 0; i < set.length; i++) {
    const { via, [state]: chances } = candidates[set[i]!]!;
    if (via < 0) {
      fail *= 1 - chances.own;
      continue;
    }
    let isFirst = true;
    for (let j = 0; j < i && isFirst; j++) isFirst = candidates[set[j]!]!.via !== via;
    if (!isFirst) continue;
    let none = 1;
    for (const other of set) if (candidates[other]!.via === via) none *= 1 - candidates[other]![state].own;
    fail *= 1 - chances.via * (1 - none);
  }
  return 1 - fail;
}

function numberCandidates(
  candidates: readonly CampaignCandidate[],
  connectors: ReadonlyMap<string, number>,
  targets: ReadonlyMap<string, number>,
  seekers: ReadonlyMap<string, number>,
  coldOf: readonly number[],
): NumberedCandidate[] {
  const vias = new Map<string, number>();
  const numbered = candidates.map((candidate, position): NumberedCandidate => {
    const connector = connectors.get(candidate.connector);
    const target = targets.get(candidate.target);
    const { probability, cost, via, ifCold = probability, seeker = "", readyInDays = 0 } = candidate;
    check(isAmount(readyInDays), "readyInDays is to be finite and at least 0", position);
    check(
      connector !== undefined && target !== undefined,
      "a candidate names an unknown connector or target",
      position,
    );
    check(
      isShare(probability) && isShare(ifCold) && ifCold >= probability && isAmount(cost),
      "a candidate's probability or cost is out of range",
      position,
    );
    const warmVia = via?.ifCold ?? via?.probability ?? 1;
    check(
      via === undefined || (isShare(via.probability) && isShare(warmVia) && warmVia >= via.probability),
      "a candidate's shared consent is out of range",
      position,
    );
    const key = via === undefined ? "" : JSON.stringify([target, checkId(via.id, "via")]);
    if (via !== undefined && !vias.has(key)) vias.set(key, vias.size);
    const plain = { own: probability, via: via?.probability ?? 1 };
    const warm = { own: ifCold, via: warmVia };
    const cold = coldOf[target!]!;
    return {
      seeker: seekers.get(seeker)!,
      readyWeek: Math.ceil(readyInDays / 7),
      connector: connector!,
      target: target!,
      cost,
      via: via === undefined ? -1 : vias.get(key)!,
      plain,
      warm,
      cold,
      alone: cold * warm.own * warm.via + (1 - cold) * plain.own * plain.via,
    };
  });
  numbered.sort((a, b) => a.connector - b.connector || a.target - b.target || a.seeker - b.seeker);
  numbered.forEach((candidate, i) => {
    const before = numbered[i - 1];
    check(
      before?.connector !== candidate.connector ||
        before.target !== candidate.target ||
        before.seeker !== candidate.seeker,
      "a pair of connector and target occurs twice for one seeker",
      i,
    );
  });
  return numbered;
}

function byId<T extends { readonly id: string }>(list: readonly T[], what: string) {
  const sorted = [...list].sort((a, b) => compareCodeUnits(checkId(a.id, what), checkId(b.id, what)));
  const numberOf = new Map(sorted.map((item, number) => [item.id, number]));
  check(numberOf.size === list.length, `a ${what} id occurs twice`);
  return { sorted, numberOf };
}

function grouped(keys: readonly number[], count: number): number[][] {
  const groups = Array.from({ length: count }, (): number[] => []);
  keys.forEach((key, i) => {
    groups[key]!.push(i);
  });
  return groups;
}
