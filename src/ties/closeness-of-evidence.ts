import { isFormerColleague, isOwnTeam, type TieEvidence, type Vouch } from "../people/index.js";
import type { Factor } from "./factor.js";
import { sourceOf } from "./factor-source.js";
import type { TieModel } from "./tie-model.js";

/** How close the evidence says that two people are, 0 to 1, and what it rests on, in words. */
export interface Closeness {
  readonly value: number;
  /** False where nothing tells of it: then it is an assumed mean. */
  readonly isTold: boolean;
  /** Parts that add up to `value`. */
  readonly parts: readonly { readonly name: string; readonly value: number; readonly detail: string }[];
}

/**
 * Closeness as stated, or as recommendations, a team or years at one company stand for it, whichever is most. A little more is added for
 * endorsements and a note in the invitation. A stated one counts in full only where circles overlap, since half of what people
 * call friendships are mutual (Almaatouq 2016).
 */
export function closenessOf(evidence: TieEvidence, model: TieModel, isTurned = false): Closeness {
  const c = model.strength;
  const { closeness, contexts = [], vouches = [] } = evidence;
  if (closeness === undefined && contexts.length === 0 && vouches.length === 0) return unknown(model);
  const isFrom = (one: Vouch, side: "in" | "out"): boolean => (one.direction === side) !== isTurned;
  const years = (side: "in" | "out"): string => {
    const at = vouches
      .filter((one) => one.kind === "recommendation" && isFrom(one, side))
      .map((one) => one.at?.slice(0, 4))
      .filter((year) => year !== undefined)
      .sort()
      .at(-1);
    return at === undefined ? "" : ` in ${at}`;
  };
  const isRecommended = (side: "in" | "out"): boolean =>
    vouches.some((one) => one.kind === "recommendation" && isFrom(one, side));
  const grounds: { name: string; value: number; detail: string }[] = [];
  if (closeness !== undefined)
    grounds.push({
      name: "closeness",
      value: closeness * believed(evidence.overlap, model) + 0,
      detail: `closeness stated as ${closeness}`,
    });
  if (isRecommended("in"))
    grounds.push({
      name: "recommendation",
      value: c.recommended,
      detail: `they recommended you${years("in")}`,
    });
  if (isRecommended("out"))
    grounds.push({
      name: "recommendation",
      value: c.recommending,
      detail: `you recommended them${years("out")}`,
    });
  if (isOwnTeam(evidence))
    grounds.push({ name: "own-team", value: c.ownTeam, detail: "you are in one team" });
  if (isFormerColleague(evidence))
    grounds.push({
      name: "worked-together",
      value: c.workedTogether,
      detail: contexts.includes("worked-together")
        ? "you worked at one company when you connected"
        : "you are former colleagues",
    });
  const best = grounds.reduce<(typeof grounds)[number] | undefined>(
    (most, one) => (most === undefined || one.value > most.value ? one : most),
    undefined,
  );
  const parts = [best ?? assumed(model)];
  const add = (name: string, value: number, detail: string): void => {
    const total = parts.reduce((sum, part) => sum + part.value, 0);
    if (value > 0) parts.push({ name, value: Math.min(value, 1 - total), detail });
  };
  const endorsements = vouches
    .filter((one) => one.kind === "endorsement" && isFrom(one, "in"))
    .reduce((sum, { count = 1 }) => sum + count, 0);
  add(
    "endorsements",
    (c.endorsed * Math.min(endorsements, ENDORSEMENTS)) / ENDORSEMENTS,
    `they endorsed you ${endorsements === 1 ? "once" : `${endorsements} times`}`,
  );
  const note = vouches.find(({ kind }) => kind === "invitation-note");
  if (note !== undefined)
    add(
      "invitation-note",
      c.invitationNote,
      `${isFrom(note, "in") ? "they" : "you"} wrote a note when connecting`,
    );
  return {
    value: parts.reduce((sum, part) => sum + part.value, 0),
    isTold: parts.length > 1 || best !== undefined,
    parts,
  };
}

/** Its value alone, at once where nothing tells of it, as of most ties. */
export function closenessValue(evidence: TieEvidence, model: TieModel, isTurned: boolean): number {
  return tellsNothing(evidence)
    ? model.strength.closenessUnknown
    : closenessOf(evidence, model, isTurned).value;
}

/** True where nothing tells how close two are, nor of what they are to each other. */
export function tellsNothing({ closeness, contexts, vouches }: TieEvidence): boolean {
  return closeness === undefined && contexts === undefined && vouches === undefined;
}

/** Share of a stated closeness that counts. */
function believed(overlap: number | undefined, { strength }: TieModel): number {
  const { closenessDoubt, overlapFull } = strength;
  const confirmed = overlap === undefined ? 0.5 : Math.min(1, overlap / overlapFull);
  return 1 - closenessDoubt + closenessDoubt * confirmed;
}

function unknown(model: TieModel): Closeness {
  const part = assumed(model);
  return { value: part.value, isTold: false, parts: [part] };
}

function assumed({ strength }: TieModel): Closeness["parts"][number] {
  const { closenessUnknown } = strength;
  return { name: "closeness", value: closenessUnknown, detail: `not known, taken as ${closenessUnknown}` };
}

/** The parts of closeness as terms of a tie's log-odds. */
export function closenessFactors(closeness: Closeness, model: TieModel): Factor[] {
  return closeness.parts.map(({ name, value, detail }) => ({
    name,
    contribution: model.strength.closeness * value,
    detail,
    source: sourceOf(name),
  }));
}

/** Endorsements that count in full. */
const ENDORSEMENTS = 3;
