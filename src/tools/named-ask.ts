import { WarmpathError } from "../base/index.js";
import type { PlanAsk, ToolContext } from "./tool.js";

/** An ask as the journal keeps it: people and numbers. */
export type AskOnRecord = Pick<PlanAsk, "id" | "seeker" | "connector" | "target" | "cost" | "price"> & {
  readonly legs: readonly Pick<PlanAsk["legs"][number], "asker" | "asked" | "consent" | "inferred">[];
};

/** The id in what a caller gives as an ask: the id itself, or an object with it. */
export function askIdOf(given: unknown): string {
  const { ask, id } = typeof given === "object" && given !== null ? (given as Record<string, unknown>) : {};
  const named = typeof given === "string" ? given : (ask ?? id);
  if (typeof named === "string") return named;
  throw new WarmpathError("INVALID_ASK", "an ask is to be named by its id, or to be an object with it");
}

/**
 * The planned ask that a caller names. It is one that these tools told of, or one that is to be made today. Or it is the whole
 * ask itself, which is then to be the seeker's own.
 */
export function namedAsk(context: ToolContext, given: unknown): PlanAsk | undefined {
  const { planner, seeker, now, asks } = context;
  const id = askIdOf(given);
  const known = asks.get(id);
  if (known !== undefined) return known;
  const due = planner.next({ seeker, now }).find((action) => action.ask?.id === id)?.ask;
  if (due !== undefined) return due;
  if (typeof given !== "object" || !Array.isArray((given as Partial<PlanAsk>).legs)) return undefined;
  const whole = given as PlanAsk;
  if (
    typeof whole.seeker === "string" &&
    planner.network.canonical(whole.seeker) === planner.network.canonical(seeker)
  )
    return whole;
  throw new WarmpathError("INVALID_ASK", "the ask is to be one of the seeker's own");
}

/** The ask of this id that was sent already, as far as the journal tells. */
export function recordedAsk({ planner, seeker }: ToolContext, id: string): AskOnRecord | undefined {
  const me = planner.network.canonical(seeker);
  for (const event of planner.journal.folded()) {
    if (event.type !== "ask.sent" || event.ask === undefined || event.ask.id !== id) continue;
    if (planner.network.canonical(event.ask.seeker) === me) return event.ask;
  }
  return undefined;
}

/** @throws WarmpathError `UNKNOWN_ASK`. */
export function unknownAsk(): never {
  throw new WarmpathError(
    "UNKNOWN_ASK",
    "no ask of this id is known: plan first, then name an ask by its id",
  );
}
