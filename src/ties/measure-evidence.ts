import { eachOnce, isReadable, isShare, type UtcDay, utcDay, WarmpathError } from "../base/index.js";
import type { InteractionKind, TieEvidence } from "../people/index.js";
import type { TieModel } from "./tie-model.js";

/*
 * Evidence -> the few numbers that every score of a tie is made of. One pass, then a sort of small integers
 * (day * 8 + rank of the kind): O(n log n), no object per interaction. What is dated after the day is not yet known
 * and left out. Sums run over the days in order, so that the order of the events never shows in the last bit.
 * The readable form is test/support/ties-oracle.ts.
 */

/** What the evidence of one tie says as of a day. */
export interface TieMeasures {
  /** Interactions dated up to the day. */
  readonly interactions: number;
  /** Sum over distinct days of the greatest weight of that day (D). */
  readonly weightedDays: number;
  /** Distinct days of contact, in order: those with an interaction of weight `contactWeight` or more. */
  readonly contactDays: readonly UtcDay[];
  /** Days since the last of them, whoever made it; Infinity where there is none. */
  readonly quiet: number;
  /** The same of the days on which they wrote or the two met. */
  readonly heardDays: number;
  /** Sum over the days on which one wrote oneself. */
  readonly wroteDays: number;
  /** The last day of contact that came from them or was of both; undefined where nothing was ever heard. */
  readonly lastHeard: UtcDay | undefined;
  /** Days since then; Infinity where there is none. */
  readonly silence: number;
  /** The smaller of both directions' counts ("both" counts for each). What one wrote after the last of theirs counts for none. */
  readonly mutual: number;
  /** True for a connection dated up to the day. */
  readonly isConnected: boolean;
  /** Days from the first to the last of what was heard and the connection; undefined where there is neither. */
  readonly datedDays: number | undefined;
}

/** The kinds of interaction in the order of their weights, so that the heaviest of a day sorts last. */
export interface KindRanks {
  readonly rank: Readonly<Record<string, number>>;
  readonly weights: readonly number[];
}

/** Ranks the kinds of a model by weight; equal weights keep the order of the model. */
export function rankKinds(weights: TieModel["weights"]): KindRanks {
  const kinds = Object.keys(weights) as InteractionKind[];
  kinds.sort((a, b) => weights[a] - weights[b]);
  const rank: Record<string, number> = Object.create(null);
  kinds.forEach((kind, index) => {
    rank[kind] = index;
  });
  return { rank, weights: kinds.map((kind) => weights[kind]) };
}

/**
 * Measures evidence as of `today`; `isTurned`: from the other one's side.
 * @throws WarmpathError `INVALID_EVIDENCE` for evidence that is none, `INVALID_DATE` for a date that cannot be read.
 */
export function measureEvidence(
  evidence: TieEvidence,
  today: UtcDay,
  kinds: KindRanks,
  settings: MeasureSettings,
  isTurned = false,
): TieMeasures {
  checkReadable(evidence);
  return measuresOf(readEvidence(evidence, today, kinds, settings), isTurned);
}

type MeasureSettings = Pick<TieModel["strength"], "contactWeight" | "anyContact">;

/** Evidence as it is read once for both its sides: sorted keys of all interactions, and of those that came, went or were of both. */
export interface ReadEvidence {
  readonly keys: readonly number[];
  readonly of: Readonly<Record<"in" | "out" | "both", readonly number[]>>;
  /** Of all of them. */
  readonly weightedDays: number;
  readonly contactDays: readonly UtcDay[];
  /** Day of the connection, up to the day. */
  readonly connected: UtcDay | undefined;
  readonly today: UtcDay;
  readonly kinds: KindRanks;
  readonly settings: MeasureSettings;
}

/** @throws WarmpathError as {@link measureEvidence}. */
export function readEvidence(
  evidence: TieEvidence,
  today: UtcDay,
  kinds: KindRanks,
  settings: MeasureSettings,
): ReadEvidence {
  checkEvidence(evidence);
  const keys: number[] = [];
  const of = evidence.interactions === undefined ? NONE : { in: [], out: [], both: [] as number[] };
  for (const interaction of eachOnce(evidence.interactions ?? [])) {
    const rank = kinds.rank[interaction?.kind];
    const direction = interaction?.direction;
    if (rank === undefined) throw invalid("the kind of an interaction");
    if (direction !== "out" && direction !== "in" && direction !== "both") {
      throw invalid("the direction of an interaction");
    }
    const day = utcDay(interaction.at, "interaction.at");
    if (day > today || interaction.automatic === true) continue;
    keys.push(day * RANKS + rank);
    (of[direction] as number[]).push(day * RANKS + rank);
  }
  if (keys.length > 1) for (const list of [keys, of.in, of.out, of.both]) sortNumbers(list as number[]);
  const since = evidence.connectedOn === undefined ? undefined : utcDay(evidence.connectedOn, "connectedOn");
  const connected = since !== undefined && since <= today ? since : undefined;
  const contactDays: UtcDay[] = [];
  const weightedDays = sumDays(keys, kinds.weights, settings.contactWeight, contactDays);
  return { keys, of, weightedDays, contactDays, connected, today, kinds, settings };
}

/** What read evidence says from the side from which it is told, or where `isTurned` from the other one's. */
export function measuresOf(read: ReadEvidence, isTurned: boolean): TieMeasures {
  const { keys, of, weightedDays, contactDays, connected, today, kinds, settings } = read;
  const { contactWeight, anyContact } = settings;
  // Told from the other side, what came in went out.
  const [wrote, came] = isTurned ? [of.in, of.out] : [of.out, of.in];
  const isOneSided = anyContact === 0 && wrote.length > 0;
  const contacts: UtcDay[] = [];
  const heard = !isOneSided ? keys : came.length === 0 ? of.both : sortNumbers(came.concat(of.both));
  const isHeard = heard.length > 0;
  const last = isHeard ? dayOfKey(heard.at(-1)!) : Number.NEGATIVE_INFINITY;
  let answered = 0;
  for (const key of wrote) if (dayOfKey(key) <= last) answered++;
  const begin = Math.min(
    isHeard ? dayOfKey(heard[0]!) : Number.POSITIVE_INFINITY,
    connected ?? Number.POSITIVE_INFINITY,
  );
  const end = Math.max(last, connected ?? Number.NEGATIVE_INFINITY);
  const heardDays = isOneSided ? sumDays(heard, kinds.weights, contactWeight, contacts) : weightedDays;
  const lastHeard = (isOneSided ? contacts : contactDays).at(-1);
  return {
    interactions: keys.length,
    weightedDays,
    contactDays,
    quiet: contactDays.length > 0 ? today - contactDays.at(-1)! : Number.POSITIVE_INFINITY,
    heardDays,
    wroteDays: isOneSided ? sumDays(wrote, kinds.weights, contactWeight, []) : 0,
    lastHeard,
    silence: lastHeard === undefined ? Number.POSITIVE_INFINITY : today - lastHeard,
    mutual: of.both.length + Math.min(came.length, answered),
    isConnected: connected !== undefined,
    datedDays: begin <= end ? end - begin : undefined,
  };
}

function dayOfKey(key: number): UtcDay {
  return Math.floor(key / RANKS);
}

/** Sums each day's greatest weight in the order of the days, and fills in the days of contact. */
function sumDays(
  keys: readonly number[],
  weights: readonly number[],
  contactWeight: number,
  contactDays: UtcDay[],
): number {
  let sum = 0;
  for (let k = 0; k < keys.length; k++) {
    const day = dayOfKey(keys[k]!);
    if (k + 1 < keys.length && dayOfKey(keys[k + 1]!) === day) continue;
    const weight = weights[keys[k]! - day * RANKS]!;
    sum += weight;
    if (weight >= contactWeight) contactDays.push(day);
  }
  return sum;
}

/** Ascending, in place; insertion for the short lists that most ties have, or that come in order. */
function sortNumbers(keys: number[]): readonly number[] {
  if (keys.length > 24) return keys.sort((a, b) => a - b);
  for (let k = 1; k < keys.length; k++) {
    const key = keys[k]!;
    let index = k;
    for (; index > 0 && keys[index - 1]! > key; index--) keys[index] = keys[index - 1]!;
    keys[index] = key;
  }
  return keys;
}

/** @throws WarmpathError `INVALID_EVIDENCE` for what is no object, or throws when it is read. */
export function checkReadable(evidence: TieEvidence): void {
  if (!isReadable(evidence)) throw invalid("evidence");
}

function checkEvidence(evidence: TieEvidence): void {
  if (typeof evidence !== "object" || evidence === null) throw invalid("evidence");
  const { interactions, closeness, overlap, contexts, vouches } = evidence;
  if (vouches !== undefined && !Array.isArray(vouches)) throw invalid("vouches");
  if (interactions !== undefined && !Array.isArray(interactions)) throw invalid("interactions");
  if (closeness !== undefined && !isShare(closeness)) throw invalid("closeness");
  if (overlap !== undefined && !isShare(overlap)) throw invalid("overlap");
  if (contexts === undefined) return;
  if (!Array.isArray(contexts) || !contexts.every((code) => typeof code === "string")) {
    throw invalid("contexts");
  }
}

function invalid(what: string): WarmpathError {
  return new WarmpathError("INVALID_EVIDENCE", `${what} is not what a tie's evidence can hold`, { what });
}

const NONE: ReadEvidence["of"] = { in: [], out: [], both: [] };
/** More than there are kinds: a day and a rank share one number. */
const RANKS = 8;
