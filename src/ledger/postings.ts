import { askPeople, type JournalEvent, type RecordedAsk } from "../journal/index.js";
import { type LedgerModel, thousandths } from "./ledger-model.js";

/** One favor in the books: `receiver` owes `giver` so many thousandths of a favor point more. */
export interface Posting {
  readonly giver: string;
  readonly receiver: string;
  /** Thousandths of a favor point; negative in a reversal. */
  readonly amount: number;
}

/**
 * What an event posts by itself (README, Postings). Along a chain of connectors every asker owes the one he asked, hop by hop;
 * of the target's time the seeker owes a share directly.
 * @param ask The ask that the event names, where it names one.
 * @returns undefined where the event names an ask that is not known yet.
 */
export function postingsOf(
  event: JournalEvent,
  ask: RecordedAsk | undefined,
  model: LedgerModel,
): readonly Posting[] | undefined {
  switch (event.type) {
    case "favor.given":
      return posting(event.giver, event.receiver, event.size ?? sizeOf(model, event.kind));
    case "introduction.brokered":
      return event.between.flatMap((person) => posting(event.broker, person, model.brokered));
    case "thanks.sent":
    case "update.sent": {
      const size = sizeOf(model, event.type === "thanks.sent" ? "thanks" : "update");
      if (event.ask === undefined) return posting(event.giver ?? "", event.receiver ?? "", size);
      return ask && posting(ask.seeker, ask.connector, size);
    }
    case "introduction.made":
      return (
        ask &&
        hops(ask, thousandths(sizeOf(model, event.keyBuyer ? "key-introduction" : "introduction")), false)
      );
    case "deal.won":
      return ask && hops(ask, thousandths(sizeOf(model, "won-deal")), false);
    case "meeting.held": {
      if (ask === undefined) return undefined;
      const once = targetsTime(ask, model);
      if (event.useful === false) return [...once, ...once];
      return event.useful ? [...once, ...benefit(ask, event.benefit ?? model.usefulBenefit)] : once;
    }
    default:
      return [];
  }
}

function targetsTime(ask: RecordedAsk, model: LedgerModel): readonly Posting[] {
  const whole = thousandths(model.meetingTime);
  const overHops = Math.round(whole * model.connectorShare);
  return [...hops(ask, overHops, true), ...owed(ask.target, ask.seeker, whole - overHops)];
}

/** The target owes half of what the meeting was worth to him to his introducer, half to the seeker. */
function benefit(ask: RecordedAsk, worth: number): readonly Posting[] {
  const whole = thousandths(worth);
  const half = Math.round(whole / 2);
  const introducer = ask.legs.at(-1)?.asker ?? ask.seeker;
  return [...owed(introducer, ask.target, half), ...owed(ask.seeker, ask.target, whole - half)];
}

/** Each asker owes the one he asked; the target is asked too, but earns only where his time is meant. */
function hops(ask: RecordedAsk, amount: number, withTarget: boolean): readonly Posting[] {
  const people = askPeople(ask);
  const last = withTarget ? people.length : people.length - 1;
  return people.slice(1, last).flatMap((asked, i) => owed(asked, people[i] ?? "", amount));
}

function posting(giver: string, receiver: string, size: number): readonly Posting[] {
  return owed(giver, receiver, thousandths(size));
}

function owed(giver: string, receiver: string, amount: number): readonly Posting[] {
  return amount === 0 ? [] : [{ giver, receiver, amount }];
}

function sizeOf(model: LedgerModel, kind: string): number {
  return Object.hasOwn(model.sizes, kind) ? (model.sizes[kind] ?? 0) : 0;
}
