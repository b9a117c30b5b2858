import { pairKey } from "../base/index.js";

/** A tie of which more is known than its evidence says. It is known by what its two people went through, or by what one of them said of late. */
export interface TieAdjustment {
  readonly between: readonly [string, string];
  /** What is left of its strength, above 0 and up to 1. @defaultValue 1 */
  readonly factor?: number;
  /** How close they are as it was stated, 0 to 1, in place of what the evidence says. @defaultValue as the evidence says */
  readonly closeness?: number;
}

/** What is left of each tie's strength, handed in from outside the network: debt and outcomes are other rooms' work. */
export class TieAdjustments {
  readonly #ties: ReadonlyMap<string, TieAdjustment>;

  constructor(ties: readonly TieAdjustment[] = []) {
    this.#ties = new Map(ties.map((tie) => [pairKey(...tie.between), tie]));
  }

  /** The factor of two people's tie, either way round; 1 where nothing was handed in. */
  factor(a: string, b: string): number {
    return this.#ties.size === 0 ? 1 : (this.#ties.get(pairKey(a, b))?.factor ?? 1);
  }

  /** The closeness stated of two people; undefined where nothing was. */
  closeness(a: string, b: string): number | undefined {
    return this.#ties.size === 0 ? undefined : this.#ties.get(pairKey(a, b))?.closeness;
  }

  /** The ties on which the two differ. */
  differences(other: TieAdjustments): readonly (readonly [string, string])[] {
    return [...this.#ties.values(), ...other.#ties.values()]
      .map(({ between }) => between)
      .filter(
        ([a, b]) =>
          this.factor(a, b) !== other.factor(a, b) || this.closeness(a, b) !== other.closeness(a, b),
      );
  }
}
