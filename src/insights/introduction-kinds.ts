import { type AskStatus, broughtHow } from "../tracking/index.js";

/** How a buyer was brought, in order of effect, and at the end what came without being asked for. */
export const INTRODUCTION_KINDS = ["name-lent", "forwarded", "introduced", "recommended", "unasked"] as const;

/** One of the ways in which a buyer is brought. */
export type IntroductionKind = (typeof INTRODUCTION_KINDS)[number];

/** The kind of what a connector did for an ask; undefined as long as they did nothing. A made introduction of which nobody said how is one. */
export function kindOfHelp(
  status: Pick<AskStatus, "steps" | "how" | "answer">,
): IntroductionKind | undefined {
  const how = broughtHow(status);
  if (how !== undefined) return how;
  return status.steps.some(({ type }) => MADE.has(type)) ? "introduced" : undefined;
}

const MADE: ReadonlySet<string> = new Set(["introduction.made", "target.agreed", "meeting.held"]);
