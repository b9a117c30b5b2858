import { checkShape, madeOf, percent } from "../base/index.js";
import { isStranger, type TieEvidence } from "../people/index.js";
import type { Factor, TieState } from "./factor.js";
import { defaultTieModel } from "./tie-model.js";

/** The part of a leg that its explanation rests on; a `Leg` of a path fits. */
export interface ExplainableLeg {
  readonly consent: number;
  readonly interval: readonly [number, number];
  readonly strength: number;
  readonly state: TieState;
  /** Those of `consent`, and those of `tieStrength` with `tie.` before their names. */
  readonly factors: readonly Factor[];
  readonly evidence: TieEvidence;
  readonly inferred: boolean;
  readonly tieProbability?: number;
}

/**
 * One sentence on a leg: how likely, how the tie stands with the date it rests on, and the two strongest reasons for and
 * against. Factors of the tie count by what they move consent: 3 s (1 - s) of their log-odds (the slope of consent in strength).
 *
 * ```ts
 * explainLeg(plan.paths[0].legs[0]);
 * // "About 54% (38 to 69%): in touch, last contact 2026-11-02, 20 days ago; for it: contact on 12 days, closeness stated as 0.8."
 * ```
 */
export function explainLeg(leg: ExplainableLeg): string {
  return madeOf("leg", () => {
    checkShape(
      leg,
      { strength: "finite", factors: [{ name: "text", contribution: "finite" }], interval: ["finite"] },
      "leg",
    );
    const slope = defaultTieModel.consent.strength * leg.strength * (1 - leg.strength);
    const reasons = leg.factors
      .filter(({ name }) => !BACKGROUND.has(name))
      .map(({ name, contribution, detail = "" }) => ({
        detail,
        weight: contribution * (name.startsWith("tie.") ? slope : 1),
      }))
      .filter(({ detail, weight }) => Math.abs(weight) >= LEAST_REASON && !/^$|^not known/.test(detail));
    const top = (sign: 1 | -1) =>
      reasons
        .filter(({ weight }) => weight * sign > 0)
        .sort((a, b) => (b.weight - a.weight) * sign)
        .slice(0, 2)
        .map(({ detail }) => detail)
        .join(", ");
    const [low, high] = leg.interval;
    return `${[
      `About ${percent(leg.consent)} (${percent(low).replace("%", "")} to ${percent(high)}): ${standing(leg)}`,
      top(1) && `for it: ${top(1)}`,
      top(-1) && `against it: ${top(-1)}`,
    ]
      .filter((part) => part !== "")
      .join("; ")}.`;
  });
}

function standing(leg: ExplainableLeg): string {
  if (leg.inferred) {
    const odds =
      leg.tieProbability === undefined
        ? ""
        : `, odds that they know each other ${percent(leg.tieProbability)}`;
    return `inferred, nobody has seen this tie${odds}`;
  }
  const made = leg.factors.find(({ name }) => name === "introduction")?.detail;
  if (made !== undefined) return made;
  const last = leg.factors.find(({ name }) => name === "tie.silence")?.detail;
  const spoken = /^last (contact|heard)/.test(last ?? "");
  const connected = leg.evidence.connectedOn;
  const date = spoken ? last : connected === undefined ? undefined : `connected ${connected.slice(0, 10)}`;
  const isKnown = leg.state === "never-spoken" && !isStranger(leg);
  const state = isKnown ? "no contact on record" : STATES[leg.state];
  return date === undefined ? state : `${state}, ${date}`;
}

/** Said elsewhere in the sentence, or no reason of this very tie. */
const BACKGROUND: ReadonlySet<string> = new Set([
  "prior",
  "strength",
  "never-spoken",
  "tie-exists",
  "tie.base",
  "tie.silence",
  "tie.silence-limit",
]);
/** Log-odds below which a term is no reason worth a word. */
const LEAST_REASON = 0.05;
const STATES: Readonly<Record<TieState, string>> = {
  "never-spoken": "never spoken",
  active: "in touch",
  fading: "contact is fading",
  dormant: "gone cold",
  "dormant-strong": "once strong and long silent, reconnect before asking",
  unknown: "few days of contact are on record",
};
