import { compareCodeUnits, isoDay, type UtcDay, utcDay } from "../base/index.js";
import type { EventType } from "../journal/index.js";
import { type AskStatus, type AskStepTaken, isDirect } from "./ask-status.js";

/** Something that is due after an ask. */
export interface FollowUp {
  readonly kind:
    | "remind"
    | "let-go"
    | "check-in"
    | "own-contact"
    | "thank"
    | "update"
    | "follow-through"
    | "verify-claim";
  readonly ask: string;
  /** Whose move it is. */
  readonly seeker: string;
  /** To whom: the connector, or the target in `follow-through` and `own-contact`. */
  readonly person: string;
  /** ISO day by which it is to be done. */
  readonly due: string;
  readonly overdue: boolean;
  readonly reason: string;
  /** With `update`: the change that the connector does not know yet. */
  readonly about?: EventType;
}

/** How soon each courtesy is due, in days; assumptions (README). */
export interface FollowUpModel {
  /** @defaultValue 4 after the request, while it is unanswered and nobody has reminded */
  readonly remindDays: number;
  /** @defaultValue 2 after the introduction */
  readonly thankDays: number;
  /** @defaultValue 2 after each change */
  readonly updateDays: number;
  /** In working days. @defaultValue 1 after the target's yes */
  readonly followThroughDays: number;
  /** @defaultValue 7 after a claim that nothing has proved */
  readonly verifyDays: number;
  /** How long after its lapse an ask is listed to be let go. @defaultValue 7 */
  readonly letGoDays: number;
  /** @defaultValue 5 after the yes, while no introduction was seen */
  readonly checkInDays: number;
  /** In working days. @defaultValue 1 after the connector lent his name */
  readonly ownContactDays: number;
}

/** Thanks within 2 days, follow-through within a working day, a reminder halfway to the lapse. */
export const DEFAULT_FOLLOW_UPS: FollowUpModel = {
  remindDays: 4,
  thankDays: 2,
  updateDays: 2,
  followThroughDays: 1,
  verifyDays: 7,
  letGoDays: 7,
  checkInDays: 5,
  ownContactDays: 1,
};

/**
 * What is due, by day, then ask, then kind. What lies ahead is listed too, with its day. A follow-up is done once its event
 * is in the journal: `thanks.sent`, `update.sent`, `ask.reminded`, `meeting.held`; those that wait for an answer or for
 * evidence end with the next step, a check-in and a message under a lent name also with an `update.sent` after the yes. A lapsed ask is to be let go, and after `letGoDays` it is over without a word. A target
 * who was asked directly is owed no thanks and no updates about himself, and nobody any about an ask that was withdrawn.
 * @param records Of `AskTracker.asks({ now })` with the same `now`.
 * @throws WarmpathError `INVALID_DATE`.
 */
export function followUps(
  records: readonly AskStatus[],
  { now, ...own }: { readonly now: Date | string } & Partial<FollowUpModel>,
): readonly FollowUp[] {
  const model = { ...DEFAULT_FOLLOW_UPS, ...own };
  const today = utcDay(now, "now");
  return records
    .flatMap((record) =>
      dueOf(record, model, today).map(({ kind, day, reason, about }) => ({
        kind,
        ask: record.ask.id,
        seeker: record.ask.seeker,
        person: TO_TARGET.has(kind) ? record.ask.target : record.ask.connector,
        due: isoDay(day),
        overdue: day < today,
        reason,
        ...(about === undefined ? {} : { about }),
      })),
    )
    .sort(
      (x, y) =>
        compareCodeUnits(x.due, y.due) || compareCodeUnits(x.ask, y.ask) || compareCodeUnits(x.kind, y.kind),
    );
}

/** The day a number of working days (Monday to Friday) after a day. */
export function addWorkingDays(day: UtcDay, count: number): UtcDay {
  let end = day;
  for (let left = count; left > 0; ) {
    end++;
    // 1970-01-01 was a Thursday: (day + 3) mod 7 is 0 on Mondays.
    if ((((end + 3) % 7) + 7) % 7 < 5) left--;
  }
  return end;
}

interface Due {
  readonly kind: FollowUp["kind"];
  readonly day: UtcDay;
  readonly reason: string;
  readonly about?: EventType;
}

function dueOf(record: AskStatus, model: FollowUpModel, today: UtcDay): readonly Due[] {
  const waiting = waitingOf(record, model, today);
  const courtesies = isDirect(record.ask) ? [] : courtesiesOf(record, model);
  return waiting === undefined ? courtesies : [waiting, ...courtesies];
}

/** What the ask's state asks for. */
function waitingOf(
  { state, since: day, steps, answer }: AskStatus,
  model: FollowUpModel,
  today: UtcDay,
): Due | undefined {
  const since = utcDay(day);
  switch (state) {
    case "sent":
      return {
        kind: "remind",
        day: since + model.remindDays,
        reason: "no answer yet; one reminder is fair",
      };
    case "lapsed": {
      if (today > since + model.letGoDays) return undefined;
      const promised = steps.at(-1)?.state === "agreed" || steps.at(-1)?.state === "claimed";
      const what = promised ? "nothing came of the yes" : "no answer";
      return { kind: "let-go", day: since, reason: `${what}: let it go, and ask someone else` };
    }
    case "agreed":
      // One message is fair; whoever wrote it says so with the event for news to the connector.
      if (happened(steps, "update.sent", since)) return undefined;
      if (answer === "use-my-name") {
        const reason = "the connector lent their name: write to the target yourself";
        return { kind: "own-contact", day: addWorkingDays(since, model.ownContactDays), reason };
      }
      return {
        kind: "check-in",
        day: since + model.checkInDays,
        reason:
          "the connector said yes, and no introduction was seen yet: ask kindly whether anything is needed",
      };
    case "claimed":
      return {
        kind: "verify-claim",
        day: since + model.verifyDays,
        reason: "said to be done, and nothing seen of it yet",
      };
    case "introduced":
    case "target-agreed": {
      const reason = state === "introduced" ? "the target was introduced" : "the target said yes";
      return { kind: "follow-through", day: addWorkingDays(since, model.followThroughDays), reason };
    }
    default:
      return undefined;
  }
}

/** What is owed to a connector for his help: thanks, and news of what came of it. */
function courtesiesOf({ state, steps, answer }: AskStatus, model: FollowUpModel): readonly Due[] {
  const due: Due[] = [];
  const help =
    dayOfStep(steps, "introduction.made") ??
    (answer === "use-my-name" ? dayOfStep(steps, "ask.agreed") : undefined);
  if (help !== undefined && !happened(steps, "thanks.sent", help)) {
    const reason =
      answer === "use-my-name" ? "the connector lent their name" : "the connector made the introduction";
    due.push({ kind: "thank", day: help + model.thankDays, reason });
  }
  const change = state === "withdrawn" ? undefined : steps.filter(({ type }) => CHANGES.has(type)).at(-1);
  if (change !== undefined && !told(steps, change)) {
    due.push({
      kind: "update",
      day: utcDay(change.at) + model.updateDays,
      reason: `the connector does not know yet: ${change.type}`,
      about: change.type,
    });
  }
  return due;
}

/** True where the connector was written to after a change, or on its day and after it in the history. */
function told(steps: readonly AskStepTaken[], change: AskStepTaken): boolean {
  return steps.slice(steps.indexOf(change)).some(({ type }) => type === "update.sent");
}

function happened(steps: readonly AskStepTaken[], type: EventType, from: UtcDay): boolean {
  return steps.some((step) => step.type === type && utcDay(step.at) >= from);
}

function dayOfStep(steps: readonly AskStepTaken[], type: EventType): UtcDay | undefined {
  const step = steps.find((one) => one.type === type);
  return step === undefined ? undefined : utcDay(step.at);
}

const CHANGES: ReadonlySet<EventType> = new Set<EventType>([
  "target.agreed",
  "target.declined",
  "meeting.held",
  "opportunity.opened",
  "deal.won",
  "deal.lost",
]);

const TO_TARGET: ReadonlySet<FollowUp["kind"]> = new Set<FollowUp["kind"]>(["follow-through", "own-contact"]);
