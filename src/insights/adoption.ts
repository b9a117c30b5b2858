import { addTo, compareCodeUnits } from "../base/index.js";
import type { Request } from "./load.js";
import { type Rate, rateOf } from "./rate.js";
import { AGREED } from "./request-outcome.js";

/** How one member of a team asks and follows through. */
export interface MemberAdoption extends Rate {
  readonly member: string;
  /** Requests of every kind. */
  readonly asks: number;
  readonly withPlaybook: number;
  /** Share of all requests that named a buyer. */
  readonly specificity: number;
  /** Introductions that the member met, won or lost, of all they got. */
  readonly followedThrough: number;
  /** Requests that were helped with and thanked for. */
  readonly thanked: number;
  /** Requests that somebody helped with, the base of both. */
  readonly helped: number;
  /** Requests that led to a meeting, as a share; `interval` is of this. */
  readonly conversion: number;
  /** The same with and without a playbook; absent where there were none. */
  readonly conversionWith?: number;
  readonly conversionWithout?: number;
}

/** One row a member, most requests first, then by id. */
export function adoption(requests: readonly Request[]): readonly MemberAdoption[] {
  const byMember = new Map<string, Request[]>();
  for (const request of requests) addTo(byMember, request.seeker, request);
  return [...byMember]
    .map(([member, list]) => {
      const has = (type: string) => (one: Request) => one.steps.some((step) => step.type === type);
      const met = list.filter(has("meeting.held"));
      const helped = list.filter(({ steps }) => steps.some(({ type }) => AGREED.has(type)));
      const plain = list.filter(({ playbook }) => playbook === undefined);
      const guided = list.filter(({ playbook }) => playbook !== undefined);
      const rate = rateOf(met.length, list.length);
      return {
        member,
        asks: list.length,
        withPlaybook: guided.length,
        specificity: rateOf(list.filter(({ kind }) => kind === "introduction").length, list.length).rate,
        followedThrough: list.filter(has("introduction.made")).filter(has("meeting.held")).length,
        thanked: helped.filter(has("thanks.sent")).length,
        helped: helped.length,
        conversion: rate.rate,
        ...(guided.length === 0
          ? {}
          : { conversionWith: rateOf(guided.filter(has("meeting.held")).length, guided.length).rate }),
        ...(plain.length === 0
          ? {}
          : { conversionWithout: rateOf(plain.filter(has("meeting.held")).length, plain.length).rate }),
        ...rate,
      };
    })
    .sort((a, b) => b.asks - a.asks || compareCodeUnits(a.member, b.member));
}
