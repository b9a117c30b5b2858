import { madeOf, WarmpathError } from "../base/index.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { defaultTieModel, type TieModel } from "./tie-model.js";
import { TIE_PRESETS } from "./tie-presets.js";

/**
 * The whole model of some overrides.
 * @throws WarmpathError `INVALID_ARGUMENT` for a name that the model does not have, or a value that is no finite
 * number. Also for a negative one (but `strength.base`), and one that would break a law. Laws: a prior lies in (0, 1),
 * a weak tie's is not above a strong one's, a bond is at most 1.
 */
export function resolveTieModel(overrides?: PartialTieModel): TieModel {
  return madeOf("model", () => {
    if (overrides === undefined || overrides === defaultTieModel) return defaultTieModel;
    const { preset, ...parts } = groupsOf(overrides, { ...defaultTieModel, preset: "" }, "model");
    if (preset !== undefined && !Object.hasOwn(TIE_PRESETS, preset as string))
      throw bad(`model.preset is to be one of ${Object.keys(TIE_PRESETS).join(", ")}`, "preset");
    const from = preset === undefined ? undefined : TIE_PRESETS[preset as keyof typeof TIE_PRESETS];
    const given = from === undefined ? parts : withParts(from, parts);
    const model: Record<string, Record<string, number>> = {};
    for (const [group, defaults] of Object.entries(defaultTieModel)) {
      const own = given[group] === undefined ? {} : groupsOf(given[group], defaults, `model.${group}`);
      const merged: Record<string, number> = { ...defaults };
      for (const [name, value] of Object.entries(own)) {
        if (value !== undefined) merged[name] = checkNumber(value, group, name);
      }
      model[group] = merged;
    }
    return checkLaws(model as unknown as TieModel);
  });
}

/** A preset with the caller's own numbers over it. */
function withParts(from: PartialTieModel, parts: Record<string, unknown>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...from, ...parts };
  for (const [group, values] of Object.entries(from))
    merged[group] = { ...(values as object), ...(parts[group] as object | undefined) };
  return merged;
}

function groupsOf(value: unknown, known: object, what: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw bad(`${what} is to be an object`, what);
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(known, name)) throw bad(`${what} has a name that no tie model has`, what);
  }
  return value as Record<string, unknown>;
}

function checkNumber(value: unknown, group: string, name: string): number {
  const isLearned = group === "calibration" && !/slope$/i.test(name);
  const signed = name === "base" || isLearned || group === "endorsement";
  const least = signed ? Number.NEGATIVE_INFINITY : 0;
  const share = group === "priors" || SHARES.includes(name);
  const most = share ? 1 : Number.POSITIVE_INFINITY;
  if (typeof value !== "number" || !Number.isFinite(value) || value < least || value > most) {
    throw bad(`model.${group}.${name} is to be a finite number from ${least} to ${most}`, `${group}.${name}`);
  }
  // Never -0.
  return value + 0;
}

/** Names whose value is a share of something whole. */
const SHARES = [
  "cap",
  "baseRate",
  "willing",
  "knee",
  "wholeFirm",
  "leaders",
  "closenessDoubt",
  "recommended",
  "recommending",
  "workedTogether",
  "ownTeam",
  "introducedFloor",
  "anyContact",
  "closenessUnknown",
  "giverQuality",
];

/** Names whose value divides or is a logarithm's argument. */
const POSITIVE: readonly (readonly [keyof TieModel, readonly string[]])[] = [
  ["strength", ["overlapFull", "durationYears", "yearDays", "contextsFull"]],
  ["inference", ["scale", "cap", "share", "functionFrom", "headcountMedian", "headcountSigma"]],
  ["halfLives", Object.keys(defaultTieModel.halfLives)],
  ["priors", Object.keys(defaultTieModel.priors)],
];

function checkLaws(model: TieModel): TieModel {
  const { priors, strength, inference, rhythm, consent, endorsement } = model;
  for (const [group, names] of POSITIVE) {
    const values = model[group] as Readonly<Record<string, number>>;
    for (const name of names)
      if (!(values[name]! > 0)) throw bad(`model.${group}.${name} is to be above 0`, name);
  }
  const laws: [string, boolean][] = [
    ["a prior is to be below 1", Object.values(priors).every((p) => p < 1)],
    ["priors.lastWeak is to be no more than lastStrong", priors.lastWeak <= priors.lastStrong],
    ["strength.bond + bondOverlap is to be no more than 1", strength.bond + strength.bondOverlap <= 1],
    ["inference.cap is to be below 1", inference.cap < 1],
    ["inference.functionFrom is to be below functionTo", inference.functionFrom < inference.functionTo],
    [
      "uncertainty.fewerTied and moreTied are to be 1 or more",
      Math.min(model.uncertainty.fewerTied, model.uncertainty.moreTied) >= 1,
    ],
    ["uncertainty.common is a share", model.uncertainty.common <= 1],
    [
      "inference.strength and consent.ownEstimate are shares",
      Math.max(inference.strength, consent.ownEstimate) <= 1,
    ],
    ["rhythm.activeGaps is to be no more than fadingGaps", rhythm.activeGaps <= rhythm.fadingGaps],
    ["rhythm.minimumDays is to be 2 or more", rhythm.minimumDays >= 2],
    [
      "endorsement is to rise from nameDrop to ringing",
      endorsement.nameDrop <= endorsement.forward &&
        endorsement.forward <= endorsement.introduction &&
        endorsement.introduction <= endorsement.ringing,
    ],
  ];
  for (const [law, holds] of laws) if (!holds) throw bad(`model: ${law}`, "model");
  return model;
}

function bad(message: string, what: string): WarmpathError {
  return new WarmpathError("INVALID_ARGUMENT", message, { what });
}
