import { checkShape, madeOf } from "../base/index.js";
import type { TieEvidence } from "./tie.js";

/** True where the two work in one team: a context `team`, with its company or without, or `work:own-team`. @throws WarmpathError `INVALID_ARGUMENT`. */
export function isOwnTeam(evidence: Pick<TieEvidence, "contexts">): boolean {
  checkShape(evidence, "object", "evidence");
  return hasContext(evidence, "team") || hasContext(evidence, "work:own-team");
}

/** True where the two worked at one company. @throws WarmpathError `INVALID_ARGUMENT`. */
export function isFormerColleague(evidence: Pick<TieEvidence, "contexts">): boolean {
  checkShape(evidence, "object", "evidence");
  return hasContext(evidence, "worked-together") || hasContext(evidence, "former-colleague");
}

/** True where the two are family or do business with each other, so that they have spoken, on record or not. @throws WarmpathError `INVALID_ARGUMENT`. */
export function isKnownByTrade(evidence: Pick<TieEvidence, "contexts">): boolean {
  checkShape(evidence, "object", "evidence");
  return TRADES.some((code) => hasContext(evidence, code));
}

/**
 * True where no contact is on record and nothing else says that two know each other. Else would be a closeness that somebody stated, a team,
 * former work, family, business with each other or a recommendation.
 * @throws WarmpathError `INVALID_ARGUMENT`.
 */
export function isStranger(tie: SeenTie): boolean {
  checkShape(tie, { state: "text?", evidence: "any" }, "tie");
  const { state, evidence = {} } = tie;
  checkShape(evidence, "object", "evidence");
  const { closeness = 0, vouches = [] } = evidence;
  return (
    state === "never-spoken" &&
    closeness === 0 &&
    !isOwnTeam(evidence) &&
    !isFormerColleague(evidence) &&
    !isKnownByTrade(evidence) &&
    !(Array.isArray(vouches) && vouches.some((one) => one?.kind === "recommendation"))
  );
}

/** A tie with the rhythm that its contacts show; `never-spoken` where there are none. */
interface SeenTie {
  readonly state?: string | undefined;
  readonly evidence?: TieEvidence | undefined;
}

const TRADES = ["customer", "vendor", "family", "partner", "investor"] as const;

/** A context of this code, by itself or with more after a colon. */
function hasContext({ contexts = [] }: Pick<TieEvidence, "contexts">, code: string): boolean {
  return madeOf(
    "evidence",
    () => Array.isArray(contexts) && contexts.some((one) => `${one}:`.startsWith(`${code}:`)),
  );
}
