import { compareCodeUnits, isoDay, type UtcDay, utcDay } from "../base/index.js";
import type { EventType } from "../journal/index.js";
import type { AskStatus, AskStepTaken } from "./ask-status.js";

/** Something that is due after an ask. */
export interface FollowUp {
  readonly kind: "remind" | "let-go" | "thank" | "update" | "follow-through" | "verify-claim";
  readonly ask: string;
  /** Whose move it is. */
  readonly seeker: string;
  /** To whom: the connector, or the target in `follow-through`. */
  readonly person: string;
  /** ISO day by which it is to be done. */
  readonly due: string;
  readonly overdue: boolean;
  readonly reason: string;
}

/** How soon each courtesy is due, in days [A]; practice 1.22 to 1.25. */
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
}

/** Thanks within 2 days, follow-through within a working day, a reminder halfway to the lapse. */
export const DEFAULT_FOLLOW_UPS: FollowUpModel = {
  remindDays: 4,
  thankDays: 2,
  updateDays: 2,
  followThroughDays: 1,
  verifyDays: 7,
};

/**
 * What is due, by day, then ask, then kind. What lies ahead is listed too, with its day. A follow-up is done once its event
 * is in the journal: `thanks.sent`, `update.sent`, `ask.reminded`, `meeting.held`; a lapsed ask asks for nothing but to be let go.
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
      dueOf(record, model).map(({ kind, day, reason }) => ({
        kind,
        ask: record.ask.id,
        seeker: record.ask.seeker,
        person: kind === "follow-through" ? record.ask.target : record.ask.connector,
        due: isoDay(day),
        overdue: day < today,
        reason,
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
}

function dueOf(record: AskStatus, model: FollowUpModel): readonly Due[] {
  const { state, steps, answer } = record;
  const since = utcDay(record.since);
  const due: Due[] = [];
  if (state === "sent") {
    due.push({
      kind: "remind",
      day: since + model.remindDays,
      reason: "no answer yet; one reminder is fair",
    });
  }
  if (state === "lapsed")
    due.push({ kind: "let-go", day: since, reason: "no answer: let it go, and ask someone else" });
  if (state === "claimed") {
    due.push({
      kind: "verify-claim",
      day: since + model.verifyDays,
      reason: "said to be done, and nothing seen of it yet",
    });
  }
  const help =
    dayOfStep(steps, "introduction.made") ??
    (answer === "use-my-name" ? dayOfStep(steps, "ask.agreed") : undefined);
  if (help !== undefined && !happened(steps, "thanks.sent", help)) {
    const reason = answer === "use-my-name" ? "he lent his name" : "he made the introduction";
    due.push({ kind: "thank", day: help + model.thankDays, reason });
  }
  const change = steps.filter(({ type }) => CHANGES.has(type)).at(-1);
  if (change !== undefined && !told(steps, change)) {
    due.push({
      kind: "update",
      day: utcDay(change.at) + model.updateDays,
      reason: `he does not know yet: ${change.type}`,
    });
  }
  const yes = dayOfStep(steps, "target.agreed") ?? dayOfStep(steps, "introduction.made");
  if (yes !== undefined && (state === "introduced" || state === "target-agreed")) {
    const reason = state === "introduced" ? "he was introduced" : "he said yes";
    due.push({ kind: "follow-through", day: addWorkingDays(yes, model.followThroughDays), reason });
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
  "ask.withdrawn",
]);
