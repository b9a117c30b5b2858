import type { AskStatus } from "../tracking/index.js";
import { type Rate, rateOf } from "./rate.js";
import type { SalesCase } from "./sales-case.js";

/** How a buyer was brought, in order of effect, and at the end what came without being asked for. */
const INTRODUCTION_KINDS = ["name-lent", "forwarded", "introduced", "recommended", "unasked"] as const;

/** One of the ways in which a buyer is brought. */
export type IntroductionKind = (typeof INTRODUCTION_KINDS)[number];

/** What came of introductions of one kind; `rate` is the share of them that led to a meeting. */
export interface IntroductionsOfKind extends Rate {
  readonly kind: IntroductionKind;
  readonly made: number;
  readonly met: number;
  readonly won: number;
}

/** The kind of what a connector did for an ask; undefined as long as they did nothing. A made introduction of which nobody said how is one. */
export function kindOfHelp({
  steps,
  how,
  answer,
}: Pick<AskStatus, "steps" | "how" | "answer">): IntroductionKind | undefined {
  if (how !== undefined) return how;
  if (answer === "use-my-name") return "name-lent";
  return steps.some(({ type }) => MADE.has(type)) ? "introduced" : undefined;
}

/** Counts cases by how the buyer was brought. */
export class IntroductionTally {
  readonly #counts = new Map<IntroductionKind, { made: number; met: number; won: number }>();

  add({ how, days }: Pick<SalesCase, "how" | "days">, sign: 1 | -1): void {
    if (how === undefined) return;
    const counts = this.#counts.get(how) ?? { made: 0, met: 0, won: 0 };
    this.#counts.set(how, counts);
    counts.made += sign;
    if ((days.met ?? days.opportunity ?? days.won) !== undefined) counts.met += sign;
    if (days.won !== undefined) counts.won += sign;
  }

  /** Every kind, those that never were with none. */
  result(): readonly IntroductionsOfKind[] {
    return INTRODUCTION_KINDS.map((kind) => {
      const { made, met, won } = this.#counts.get(kind) ?? { made: 0, met: 0, won: 0 };
      return { kind, made, met, won, ...rateOf(met, made) };
    });
  }
}

const MADE: ReadonlySet<string> = new Set(["introduction.made", "target.agreed", "meeting.held"]);
