import { checkShape } from "../base/check-shape.js";
import type { NumberedRoutes } from "./ask-problem.js";

/** How a policy was found; all but `approximate` are optimal over every adaptive policy. */
export type AskPolicyMethod = "independent" | "forest" | "exact" | "approximate";

/** Whom to ask, in which order, and when to stop. */
export interface AskPolicy {
  /**
   * `independent`: routes share nothing (but the last ask, if all end in the same). `forest`: routes share first asks (and the
   * last). `exact`: any other nesting of shared first and last asks, or proved by a search over the answers. `approximate`:
   * one ask for each part that hangs together, the best that was found before the work allowed ran out. Of guesses with a
   * common cause it is rising price, and the gap is below 1% but in rare worlds. Judged after routes that can add nothing are dropped.
   */
  readonly method: AskPolicyMethod;
  /** Of the policy played from the start, like the next two. */
  readonly successProbability: number;
  /** In the unit of the asks' costs. */
  readonly expectedCost: number;
  /** Value x success - cost; without a value -cost. */
  readonly expectedValue: number;
  /** What no policy can exceed in expected value: equal to it unless the method is `approximate`. */
  readonly upperBound: number;
  /** How far the bound lies above the value, as a share of the larger of the two sizes: 0 where the policy is optimal. */
  readonly gap: number;
  /**
   * How the three numbers were had: `exact`, or `sampled` where playing an approximate policy out takes more than
   * 4,000 parts. Then up to 500 plays are made with a fixed seed, the same on every machine.
   */
  readonly evaluation: "exact" | "sampled";
  /** The ask to make now; undefined = stop. Answers to unknown ids are ignored; answers the policy would not have met are solved when met. */
  next(answers: ReadonlyMap<string, boolean>): string | undefined;
}

/** The bound of a value, and how far it lies above it. */
export function boundedBy(value: number, bound: number): Pick<AskPolicy, "upperBound" | "gap"> {
  const upperBound = Math.max(value, bound);
  const scale = Math.max(Math.abs(upperBound), Math.abs(value));
  return { upperBound, gap: scale === 0 ? 0 : (upperBound - value) / scale };
}

/** Answers by number of the ask: 1 a yes, -1 a refusal, 0 not asked. Unknown ids are left out. */
export function answersIn(numbers: NumberedRoutes, answers: ReadonlyMap<string, boolean>): Int8Array {
  checkShape(answers, { get: "function", entries: "function" }, "answers");
  const given = new Int8Array(numbers.ids.length);
  for (const [id, yes] of answers) {
    const ask = numbers.numberOf.get(id);
    if (ask !== undefined) given[ask] = yes ? 1 : -1;
  }
  return given;
}
