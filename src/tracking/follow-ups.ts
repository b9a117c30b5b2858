import {
  addTo,
  addWorkingDays,
  checkShape,
  compareCodeUnits,
  DEFAULT_TIMING_SETTINGS,
  isoDay,
  lastWorkingDay,
  madeOf,
  type PartialSettings,
  type TimingSettings,
  timingSettings,
  type UtcDay,
  utcDay,
} from "../base/index.js";
import type { EventType, RecordedAsk } from "../journal/index.js";
import {
  type AskStatus,
  type AskStepTaken,
  broughtHow,
  isDirect,
  type RequestStatus,
  waitFor,
} from "./ask-status.js";
import { type CourtesyShown, withCourtesies } from "./courtesies.js";
import { CHANGES, REASONS } from "./follow-up-words.js";
import type { LeadStatus } from "./lead-status.js";
import { unaskedIntroductions } from "./unasked-introductions.js";

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
  /** Of a lead that began with an introduction nobody asked for, the lead's id. */
  readonly ask: string;
  /** True where `ask` is a lead. */
  readonly isLead?: boolean;
  /** Whose move it is. */
  readonly seeker: string;
  /** To whom: the connector, or the target in `follow-through` and `own-contact`. */
  readonly person: string;
  /** ISO day by which it is to be done. */
  readonly due: string;
  readonly overdue: boolean;
  /** What the reason is, for whoever says it in another language. */
  readonly code:
    | "no-answer"
    | "silent"
    | "silent.reached"
    | "nothing-came"
    | "nothing-came.reached"
    | "lent-name"
    | "promised"
    | "claimed"
    | "introduced"
    | "ready"
    | "help"
    | "help.name"
    | "news";
  /** The same as an English sentence. */
  readonly reason: string;
  /** With `update`: the change that the connector does not know yet. */
  readonly about?: EventType;
}

/** @deprecated The name of 0.1: how soon each courtesy is due is part of `TimingSettings`. */
export type FollowUpModel = TimingSettings;

/** @deprecated The name of 0.1 for `DEFAULT_TIMING_SETTINGS`. */
export const DEFAULT_FOLLOW_UPS: TimingSettings = DEFAULT_TIMING_SETTINGS;

/**
 * What is due, by day, then ask, then kind. What lies ahead is listed too, with its day. A follow-up is done once its event
 * is in the journal: `thanks.sent`, `update.sent`, `ask.reminded`, `meeting.held`. Those that wait for an answer or for
 * evidence end with the next step. A check-in and a message under a lent name also end with an `update.sent` after the yes. A lapsed ask is to be let go, and after `letGoDays` it is over without a word. A target
 * who was asked directly is owed no thanks and no updates about themselves, and nobody any about an ask that was withdrawn.
 * Every day is a working day of the calendar. What is waited for comes on the next one, a courtesy is due on the last one in time.
 * An introduction that nobody asked for is followed up like an asked one. Thanks and news outside of any ask count for every ask of
 * the two, and so do deeds: a lunch says thanks too.
 * @param records Of `AskTracker.asks({ now })` with the same `now`.
 * @throws WarmpathError `INVALID_DATE`.
 */
export function followUps(
  records: readonly AskStatus[],
  options: { readonly now: Date | string } & FollowUpSources & PartialSettings<TimingSettings>,
): readonly FollowUp[] {
  return madeOf("records", () => {
    checkShape(records, ["object"], "records");
    const { now, leads = [], courtesies = [], reached = NONE, ...own } = options;
    const model = timingSettings(own);
    const today = utcDay(now, "now");
    const introduced = unaskedIntroductions(leads);
    const unasked = new Set(introduced);
    const met = new Set(records.filter(isIntroduced).map(({ ask }) => ask.target));
    const isReached = (target: string): boolean =>
      reached.has(target) || met.has(target) || leads.some((lead) => lead.target === target);
    const shown = new Map<string, CourtesyShown[]>();
    for (const courtesy of courtesies) addTo(shown, courtesy.receiver, courtesy);
    return [...records, ...introduced]
      .map((record) => {
        const { ask, steps } = record;
        return { record, steps: withCourtesies(ask, steps, shown.get(ask.connector) ?? []) };
      })
      .flatMap(({ record, steps }) =>
        dueOf({ ...record, steps }, record.steps, model, today).map(({ kind, day, code: said, about }) => {
          const isOver = (said === "silent" || said === "nothing-came") && isReached(record.ask.target);
          const code = isOver ? (`${said}.reached` as const) : said;
          return {
            kind,
            ask: record.ask.id,
            ...(unasked.has(record) ? { isLead: true } : {}),
            seeker: record.ask.seeker,
            person: TO_TARGET.has(kind) ? record.ask.target : record.ask.connector,
            due: isoDay(day),
            overdue: day < today,
            code,
            reason: REASONS[code].replace("{change}", CHANGES.get(about as EventType) ?? ""),
            ...(about === undefined ? {} : { about }),
          };
        }),
      )
      .sort(
        (x, y) =>
          compareCodeUnits(x.due, y.due) ||
          compareCodeUnits(x.ask, y.ask) ||
          compareCodeUnits(x.kind, y.kind),
      );
  });
}

/** What else is looked at, both of the `AskTracker` with the same `now`. */
export interface FollowUpSources {
  /** @defaultValue none */
  readonly leads?: readonly LeadStatus[];
  /** @defaultValue none */
  readonly courtesies?: readonly CourtesyShown[];
  /** Targets who were introduced, beside those of whom the records and leads tell: nobody else is to be asked for them. @defaultValue none */
  readonly reached?: ReadonlySet<string>;
}

function isIntroduced({ steps }: AskStatus): boolean {
  return steps.some(({ type }) => type === "introduction.made");
}

interface Due {
  readonly kind: FollowUp["kind"];
  readonly day: UtcDay;
  readonly code: FollowUp["code"];
  readonly about?: EventType;
}

function dueOf(
  record: AskStatus,
  own: readonly AskStepTaken[],
  model: TimingSettings,
  today: UtcDay,
): readonly Due[] {
  const waiting = waitingOf(record, own, model, today);
  const courtesies = isDirect(record.ask) ? [] : courtesiesOf(record, model);
  return waiting === undefined
    ? courtesies
    : [{ ...waiting, day: addWorkingDays(waiting.day, 0, model.calendar) }, ...courtesies];
}

/** What the ask's state asks for. */
function waitingOf(
  record: AskStatus,
  own: readonly AskStepTaken[],
  model: TimingSettings,
  today: UtcDay,
): Due | undefined {
  const { state, steps, answer, ask } = record;
  const isLent = broughtHow(record) === "name-lent";
  const since = utcDay(record.since);
  switch (state) {
    case "sent":
      return {
        kind: "remind",
        day: utcDay(waitFor({ ...record, steps: own }, model).nudgeOn),
        code: "no-answer",
      };
    case "lapsed": {
      if (today > since + model.letGoDays) return undefined;
      const promised = own.at(-1)?.state === "agreed" || own.at(-1)?.state === "claimed";
      return { kind: "let-go", day: since, code: promised ? "nothing-came" : "silent" };
    }
    case "agreed":
      // One message is fair; whoever wrote it says so with the event for news to the connector.
      if (happened(steps, "update.sent", since)) return undefined;
      if (answer === "use-my-name") {
        return {
          kind: "own-contact",
          day: addWorkingDays(since, model.ownContactDays, model.calendar),
          code: "lent-name",
        };
      }
      return {
        kind: "check-in",
        day: since + model.checkInDays,
        code: "promised",
      };
    case "claimed":
      return {
        kind: "verify-claim",
        day: since + model.verifyDays,
        code: "claimed",
      };
    case "introduced":
    case "target-agreed": {
      if (ask.target === "") return undefined;
      return {
        kind: "follow-through",
        day: addWorkingDays(since, model.followThroughDays, model.calendar),
        code: state !== "introduced" ? "ready" : isLent ? "lent-name" : "introduced",
      };
    }
    default:
      return undefined;
  }
}

/** What is owed to a connector for their help: thanks, and news of what came of it. */
function courtesiesOf(record: AskStatus, model: TimingSettings): readonly Due[] {
  const { state, steps, answer } = record;
  const due: Due[] = [];
  const step = stepOfHelp({ steps, answer });
  const help = step && utcDay(step.at);
  if (help !== undefined && !happened(steps, "thanks.sent", help)) {
    const day = lastWorkingDay(help + model.thankDays, help, model.calendar);
    due.push({ kind: "thank", day, code: broughtHow(record) === "name-lent" ? "help.name" : "help" });
  }
  const change = state === "withdrawn" ? undefined : steps.filter(({ type }) => CHANGES.has(type)).at(-1);
  if (change !== undefined && !told(steps, change)) {
    const on = utcDay(change.at);
    due.push({
      kind: "update",
      day: lastWorkingDay(on + model.updateDays, on, model.calendar),
      code: "news",
      about: change.type,
    });
  }
  return due;
}

/**
 * The step of a request for which its connector is owed thanks, undefined where there is none. It is the introduction that they made,
 * or the yes by which they lent their name; of a question any yes. A target who was asked directly is owed none.
 */
export function helpIn(request: RequestStatus & { readonly ask?: RecordedAsk }): AskStepTaken | undefined {
  return madeOf("request", () => {
    const yes = yesIn(request);
    const { ask } = request;
    if (ask === undefined) return yes;
    return isDirect(ask) ? undefined : stepOfHelp(request);
  });
}

/** The first step by which a connector said yes, in word or deed. */
export function yesIn(request: Pick<RequestStatus, "steps">): AskStepTaken | undefined {
  checkShape(request, { steps: ["object"] }, "request");
  return request.steps.find(({ type }) => YES.has(type));
}

/** The first step by which a connector answered, with a yes, a no or in deed. */
export function answerIn({ steps }: Pick<RequestStatus, "steps">): AskStepTaken | undefined {
  return steps.find(({ type }) => type === "ask.declined" || YES.has(type));
}

function stepOfHelp({
  steps,
  answer,
}: Pick<RequestStatus, "steps"> & { answer?: unknown }): AskStepTaken | undefined {
  const made = steps.find(({ type }) => type === "introduction.made");
  return made ?? (answer === "use-my-name" ? steps.find(({ type }) => type === "ask.agreed") : undefined);
}

/** True where the connector was written to after a change, or on its day and after it in the history. */
function told(steps: readonly AskStepTaken[], change: AskStepTaken): boolean {
  return steps.slice(steps.indexOf(change)).some(({ type }) => type === "update.sent");
}

function happened(steps: readonly AskStepTaken[], type: EventType, from: UtcDay): boolean {
  return steps.some((step) => step.type === type && utcDay(step.at) >= from);
}

const YES: ReadonlySet<string> = new Set(["ask.agreed", "ask.claimed", "introduction.made"]);
const TO_TARGET: ReadonlySet<FollowUp["kind"]> = new Set<FollowUp["kind"]>(["follow-through", "own-contact"]);

const NONE: ReadonlySet<string> = new Set();
