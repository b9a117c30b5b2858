import type { AskStepTaken } from "../tracking/index.js";

/** Events that tell of a connector's yes. */
export const AGREED: ReadonlySet<string> = new Set(["ask.agreed", "ask.claimed", "introduction.made"]);

/** True where the connector said or did something that helped. */
export function wasHelped(steps: readonly Pick<AskStepTaken, "type">[]): boolean {
  return steps.some(({ type }) => AGREED.has(type));
}

/** Events that prove a connector's word: the introduction was seen, or the buyer answered. */
const PROOF: ReadonlySet<string> = new Set([
  "introduction.made",
  "target.agreed",
  "target.declined",
  "meeting.held",
]);

/** Whether a connector said that it was done, and whether something was seen of it after that. */
export function claimsOf(steps: readonly AskStepTaken[]): {
  readonly claimed: boolean;
  readonly proved: boolean;
} {
  const claim = steps.findIndex(({ type }) => type === "ask.claimed");
  return {
    claimed: claim >= 0,
    proved: claim >= 0 && steps.slice(claim).some(({ type }) => PROOF.has(type)),
  };
}
