import {
  callersOwn,
  checkShape,
  compareCodeUnits,
  isoDay,
  madeOf,
  utcDay,
  withCallersOwn,
} from "../base/index.js";
import type { InteractionKind, TieEvidence } from "../people/index.js";
import type { PartialTieModel } from "./partial-tie-model.js";
import { TieScorer } from "./tie-scorer.js";

/** A tie that one could warm: its evidence, and what its ask's consent would be at another strength. */
export interface WarmableTie {
  /** Ask id, as `jointProbability` takes it. */
  readonly id: string;
  readonly evidence: TieEvidence;
  readonly consentAt: (strength: number, neverSpoken: number) => number;
}

/** What one contact on one tie would do; each pair is before and after. */
export interface WarmingStep {
  readonly id: string;
  readonly by: InteractionKind;
  readonly strength: readonly [number, number];
  readonly consent: readonly [number, number];
  readonly jointProbability: readonly [number, number];
}

/**
 * The single tie to warm, and by what. One contact today is tried on each tie with each kind, and the caller's own
 * function recomputes the joint probability. `undefined` where none raises it. Among equal gains the lighter kind, then
 * the smaller id: a message that does as much as a meeting is the better advice.
 * @throws WarmpathError as `tieStrength` does.
 */
export function tieToWarm(
  ties: readonly WarmableTie[],
  given: (consents: Readonly<Record<string, number>>) => number,
  options: {
    readonly now: Date | string;
    readonly model?: PartialTieModel | undefined;
    /** Kinds to try, lightest first. @defaultValue message, call, meeting */
    readonly kinds?: readonly InteractionKind[];
  },
): WarmingStep | undefined {
  return madeOf("ties", () => {
    checkShape(ties, ["object"], "ties");
    const jointProbability = callersOwn(given, "jointProbability");
    checkShape(options, "object", "options");
    const scorer = new TieScorer(options);
    const at = isoDay(utcDay(options.now, "now"));
    const joint = jointProbability({});
    let best: WarmingStep | undefined;
    for (const { id, evidence, consentAt } of ties
      .map((tie) => withCallersOwn(tie, "consentAt"))
      .sort((a, b) => compareCodeUnits(a.id, b.id))) {
      const before = scorer.score(evidence);
      for (const kind of options.kinds ?? LIGHTEST_FIRST) {
        const interactions = [...(evidence.interactions ?? []), { at, direction: "both", kind } as const];
        const warmed = scorer.score({ ...evidence, interactions });
        const consents: Record<string, number> = Object.create(null);
        consents[id] = consentAt(warmed.strength, warmed.neverSpoken);
        const after = jointProbability(consents);
        if (after <= (best === undefined ? joint : best.jointProbability[1])) continue;
        best = {
          id,
          by: kind,
          strength: [before.strength, warmed.strength],
          consent: [consentAt(before.strength, before.neverSpoken), consents[id]],
          jointProbability: [joint, after],
        };
      }
    }
    return best;
  });
}

const LIGHTEST_FIRST: readonly InteractionKind[] = ["message", "call", "meeting"];
