import type { TieEvidence } from "./tie.js";

/** True where the two work in one team: a context `team`, with its company or without, or `work:own-team`. */
export function isOwnTeam(evidence: Pick<TieEvidence, "contexts">): boolean {
  return hasContext(evidence, "team") || hasContext(evidence, "work:own-team");
}

/** True where the two worked at one company. */
export function isFormerColleague(evidence: Pick<TieEvidence, "contexts">): boolean {
  return hasContext(evidence, "worked-together") || hasContext(evidence, "former-colleague");
}

/**
 * True where no contact is on record and nothing else says that two know each other. Else would be a closeness that somebody stated, a team,
 * former work, family, business with each other or a recommendation.
 */
export function isStranger({ state, evidence = {} }: SeenTie): boolean {
  const { closeness = 0, vouches = [] } = evidence;
  return (
    state === "never-spoken" &&
    closeness === 0 &&
    !isOwnTeam(evidence) &&
    !isFormerColleague(evidence) &&
    !["customer", "vendor", "family"].some((code) => hasContext(evidence, code)) &&
    !vouches.some(({ kind }) => kind === "recommendation")
  );
}

/** A tie with the rhythm that its contacts show; `never-spoken` where there are none. */
interface SeenTie {
  readonly state?: string | undefined;
  readonly evidence?: TieEvidence | undefined;
}

/** A context of this code, by itself or with more after a colon. */
function hasContext({ contexts = [] }: Pick<TieEvidence, "contexts">, code: string): boolean {
  return contexts.some((one) => one === code || one.startsWith(`${code}:`));
}
