import { checkShape, madeOf, unfit, utcDay } from "../base/index.js";
import type { JournalEvent } from "../journal/index.js";
import type { AskStepTaken } from "./ask-status.js";

/** Thanks in words or in deeds, or news, from one person to another outside of any ask. */
export interface CourtesyShown {
  readonly giver: string;
  readonly receiver: string;
  readonly at: string;
  /** A deed counts as thanks. */
  readonly type: "thanks.sent" | "update.sent";
  readonly event: string;
}

/** Favors that say thanks without a note: "say thanks both in words and deeds" (4.16 of examples/guides/practice.md). */
const DEEDS: ReadonlySet<string> = new Set(["thanks", "lunch", "gift", "introduction", "key-introduction"]);

/** True for a kind of favor that says thanks. */
export function isThanks(kind: string): boolean {
  return DEEDS.has(kind);
}

/** The courtesy that an event is, undefined where it is none or belongs to an ask. */
export function courtesyOf(event: JournalEvent): CourtesyShown | undefined {
  try {
    return courtesyIn(event);
  } catch {
    // No check beforehand: it is read of every event.
    throw unfit("event", "one of a journal");
  }
}

function courtesyIn(event: JournalEvent): CourtesyShown | undefined {
  const { at, id } = event;
  switch (event.type) {
    case "thanks.sent":
    case "update.sent": {
      const { giver, receiver, type } = event;
      return giver === undefined || receiver === undefined
        ? undefined
        : { giver, receiver, at, type, event: id };
    }
    case "favor.given": {
      if (!isThanks(event.kind)) return undefined;
      return { giver: event.giver, receiver: event.receiver, at, type: "thanks.sent", event: id };
    }
    case "gift.given":
      return { giver: event.giver, receiver: event.receiver, at, type: "thanks.sent", event: id };
    default:
      return undefined;
  }
}

/** The steps of a request with what its seeker did for its connector beside it, by day; within a day after the steps. */
export function withCourtesies(
  pair: { readonly seeker: string; readonly connector: string },
  steps: readonly AskStepTaken[],
  courtesies: readonly CourtesyShown[],
): readonly AskStepTaken[] {
  return madeOf("steps", () => {
    checkShape(pair, { seeker: "text", connector: "text" }, "pair");
    checkShape(steps, ["object"], "steps");
    checkShape(courtesies, [{ at: "text", type: "text", event: "text" }], "courtesies");
    const { seeker, connector } = pair;
    const between = courtesies.filter((one) => one.giver === seeker && one.receiver === connector);
    if (between.length === 0) return steps;
    const state = steps.at(-1)?.state ?? "planned";
    const shown = between.map(({ at, type, event }): AskStepTaken => ({ at, type, event, state }));
    return [...steps, ...shown].sort((a, b) => utcDay(a.at) - utcDay(b.at));
  });
}
