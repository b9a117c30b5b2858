import type { AbortSignalLike } from "../base/index.js";
import type { IdentityDecision } from "../people/index.js";
import type { DiversityOptions } from "../planning/index.js";

/** A buyer as a caller names them: an id of the network or words as in `find`, or the parts that are known. */
export type TargetQuery =
  | string
  | {
      readonly name?: string;
      readonly company?: string;
      readonly title?: string;
      /** True: they are none of those whom the network holds, however alike their names are. */
      readonly isNew?: boolean;
    };

/** What to plan. */
export interface PlanRequest {
  /** Id of the one who wants the introduction, or of several who share the plan. */
  readonly seeker: string | readonly string[];
  readonly target: TargetQuery;
  /** Worth of reaching the target in favor points (`valueOfDeal`); absent: every way is tried until one succeeds. */
  readonly value?: number;
  /** Paths at most, 1 to 1,000. @defaultValue 5 */
  readonly k?: number;
  /** Ties of a path at most, 1 to 4; 3 is two connectors and the target. @defaultValue 3 */
  readonly maxHops?: number;
  /** True, or how: the paths that one refusal does not kill together in place of the most probable ones. @defaultValue false */
  readonly diversity?: boolean | Omit<DiversityOptions, "k">;
  /** Ids through whom no path may lead. */
  readonly exclude?: Iterable<string>;
  /**
   * Answers to the reviews of `resolvePeople`. Of two connectors who may be one human one is asked, unless it is said here that they are two.
   * @defaultValue none
   */
  readonly decisions?: readonly IdentityDecision[];
  /** People who work where the target does; estimated where absent. */
  readonly headcount?: number;
  /** False: no tie that nobody has seen. @defaultValue true */
  readonly inferTies?: boolean;
  /**
   * A secret of 16 characters at least: paths over masked ties of others come too, without the names behind them. Absent:
   * such paths are left out.
   */
  readonly maskKey?: string;
  readonly now: Date | string;
  readonly signal?: AbortSignalLike;
}

/** A request whose `now` was read: what a planning day plans. */
export type DayRequest = Omit<PlanRequest, "now">;
