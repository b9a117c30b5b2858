import { checkShape, compareCodeUnits, madeOf } from "../base/index.js";
import { type Rate, rateOf } from "./rate.js";
import { outcomeOf, type RequestOutcome } from "./request-outcome.js";
import { REQUESTS, type Request } from "./requests-of.js";

/** How one member of a team asks and follows through. */
export interface MemberAdoption extends Rate {
  readonly member: string;
  /** Requests of every kind. */
  readonly asks: number;
  readonly withPlaybook: number;
  /** Share of all requests that named a buyer, with its 90% interval. */
  readonly specificity: number;
  readonly specificityInterval: readonly [number, number];
  /** Introductions that were made for them. */
  readonly introduced: number;
  /** Introductions that led to a meeting, and their share of `introduced` with its 90% interval. */
  readonly followedThrough: number;
  readonly followThrough: number;
  readonly followThroughInterval: readonly [number, number];
  /** Requests that were helped with and thanked for. */
  readonly thanked: number;
  /** Requests that somebody helped with, the base of both. */
  readonly helped: number;
  /** Requests that led to a meeting, as a share; `interval` is of this. */
  readonly conversion: number;
  /** The same with and without a playbook; absent where there were none. */
  readonly conversionWith?: number;
  readonly conversionWithout?: number;
  /** The 90% intervals of the two. */
  readonly intervalWith?: readonly [number, number];
  readonly intervalWithout?: readonly [number, number];
}

/** One row a member, most requests first, then by id. Introductions that nobody asked for do not count. */
export function adoption(requests: readonly Request[]): readonly MemberAdoption[] {
  return madeOf("requests", () => {
    checkShape(requests, REQUESTS, "requests");
    const tally = new AdoptionTally();
    for (const request of requests)
      if (request.kind !== "unasked") tally.add(request, outcomeOf(request.steps), 1);
    return tally.result();
  });
}

interface Counts {
  asks: number;
  named: number;
  met: number;
  guided: number;
  guidedMet: number;
  introduced: number;
  followed: number;
  thanked: number;
  helped: number;
}

/** {@link adoption} of what was added and not taken away again. */
export class AdoptionTally {
  readonly #members = new Map<string, Counts>();

  add(
    { seeker, kind, playbook }: Pick<Request, "seeker" | "kind"> & { readonly playbook?: string | undefined },
    outcome: RequestOutcome,
    sign: 1 | -1,
  ): void {
    let row = this.#members.get(seeker);
    if (row === undefined) {
      row = nothingDone();
      this.#members.set(seeker, row);
    }
    const { met, introduced, thanked } = outcome;
    const helped = outcome.helped !== undefined;
    row.asks += sign;
    if (kind === "introduction") row.named += sign;
    if (met) row.met += sign;
    if (playbook !== undefined) row.guided += sign;
    if (playbook !== undefined && met) row.guidedMet += sign;
    if (introduced) row.introduced += sign;
    if (met && introduced) row.followed += sign;
    if (helped) row.helped += sign;
    if (helped && thanked) row.thanked += sign;
  }

  result(): readonly MemberAdoption[] {
    return [...this.#members]
      .filter(([, { asks }]) => asks > 0)
      .map(([member, { asks, named, met, guided, guidedMet, introduced, followed, thanked, helped }]) => {
        const [rate, specific] = [rateOf(met, asks), rateOf(named, asks)];
        const through = rateOf(followed, introduced);
        const plain = asks - guided;
        const [guidedRate, plainRate] = [rateOf(guidedMet, guided), rateOf(met - guidedMet, plain)];
        return {
          member,
          asks,
          withPlaybook: guided,
          specificity: specific.rate,
          specificityInterval: specific.interval,
          introduced,
          followedThrough: followed,
          followThrough: through.rate,
          followThroughInterval: through.interval,
          thanked,
          helped,
          conversion: rate.rate,
          ...(guided === 0 ? {} : { conversionWith: guidedRate.rate, intervalWith: guidedRate.interval }),
          ...(plain === 0 ? {} : { conversionWithout: plainRate.rate, intervalWithout: plainRate.interval }),
          ...rate,
        };
      })
      .sort((a, b) => b.asks - a.asks || compareCodeUnits(a.member, b.member));
  }
}

function nothingDone(): Counts {
  return {
    asks: 0,
    named: 0,
    met: 0,
    guided: 0,
    guidedMet: 0,
    introduced: 0,
    followed: 0,
    thanked: 0,
    helped: 0,
  };
}
