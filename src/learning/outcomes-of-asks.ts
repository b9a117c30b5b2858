import type { AskStatus } from "../tracking/index.js";
import type { Outcome } from "./outcome.js";

/** What else is known of the one who was asked: the codes of their referral source and of the method. */
export interface AskedVia {
  readonly source?: string | undefined;
  readonly method?: string | undefined;
}

/**
 * Outcomes of asks as tracking follows them, one for each consent that was put to somebody. First comes the connector's
 * (`first`, or `last` where the target was asked directly). Then comes each one's who passed it on (`relay`: an
 * introduction that was seen took them all). The target's is `last`, from the introduction on. An answer that has not
 * come is `pending`, a withdrawn ask says nothing, and neither does a leg over a tie that was only inferred.
 * `predicted` is the consent on record. In order of the asks.
 */
export function outcomesOfAsks(
  asks: readonly AskStatus[],
  viaOf: (asked: string) => AskedVia = () => ({}),
): Outcome[] {
  return asks.flatMap((status) => {
    const { legs } = status.ask;
    // Who does not know the target has refused nothing: a fact about the tie, no answer to learn from.
    if (status.answer === "not-tied") return [];
    return legs.flatMap((leg, place): Outcome[] => {
      const last = place === legs.length - 1;
      const kind = last ? "last" : place === 0 ? "first" : "relay";
      const signs = last && place === 0 ? DIRECT : SIGNS[kind];
      const put = stepOf(status, signs.put);
      const yes = stepOf(status, signs.yes) !== undefined;
      const no = stepOf(status, signs.no) !== undefined;
      const withdrawn = status.state === "withdrawn" && !yes && !no;
      if (put === undefined || withdrawn || leg.inferred || !(leg.consent > 0 && leg.consent < 1)) return [];
      const outcome = { kind, predicted: leg.consent, at: put } as const;
      const result = yes ? "yes" : no ? "no" : "pending";
      return [{ ...outcome, result, ...(last ? {} : { connector: leg.asked, ...viaOf(leg.asked) }) }];
    });
  });
}

/** When the first step of one of these types was taken. */
function stepOf({ steps }: AskStatus, types: readonly string[]): string | undefined {
  return steps.find(({ type }) => types.includes(type))?.at;
}

const TARGET_YES: readonly string[] = ["target.agreed", "meeting.held", "opportunity.opened", "deal.won"];
/** Steps that show an introduction to have been made. */
const SEEN: readonly string[] = ["introduction.made", "target.declined", ...TARGET_YES];
const AGREED: readonly string[] = ["ask.agreed", "ask.claimed", ...SEEN];

/** Steps by which a consent was put to somebody, and those that are their yes or their no. */
const SIGNS: Readonly<
  Record<"first" | "relay" | "last", Readonly<Record<"put" | "yes" | "no", readonly string[]>>>
> = {
  first: { put: ["ask.sent"], yes: AGREED, no: ["ask.declined"] },
  relay: { put: AGREED, yes: SEEN, no: [] },
  last: { put: SEEN, yes: TARGET_YES, no: ["target.declined"] },
};
/** The target asked by the seeker themselves. */
const DIRECT: (typeof SIGNS)["last"] = {
  put: ["ask.sent"],
  yes: ["ask.agreed", ...TARGET_YES],
  no: ["ask.declined", "target.declined"],
};
