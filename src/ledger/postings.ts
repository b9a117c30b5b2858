import type { JournalEvent } from "../journal/index.js";
import type { BookedCase } from "./booked-case.js";
import { type LedgerModel, thousandths } from "./ledger-model.js";

/** One favor in the books: `receiver` owes `giver` so many thousandths of a favor point more. */
export interface Posting {
  readonly giver: string;
  readonly receiver: string;
  /** Thousandths of a favor point; negative in a reversal. */
  readonly amount: number;
}

/**
 * What an event posts by itself (README, Postings). Along a chain of connectors every asker owes the one they asked, hop by hop;
 * of the target's time the seeker owes a share directly.
 * @param booked The case that the event belongs to, where it belongs to one.
 * @returns undefined where the event names an ask that is not known yet.
 */
export function postingsOf(
  event: JournalEvent,
  booked: BookedCase | undefined,
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
      return booked && posting(booked.seeker, booked.connector, size);
    }
    case "introduction.made":
      return (
        booked &&
        hops(booked, thousandths(sizeOf(model, event.keyBuyer ? "key-introduction" : "introduction")), false)
      );
    case "introduction.received":
      return posting(event.connector, event.seeker, sizeOf(model, "introduction"));
    case "gift.given":
      return posting(event.giver, event.receiver, sizeOf(model, "gift"));
    case "deal.won":
      if (booked === undefined) return event.lead === undefined ? undefined : [];
      return hops(booked, thousandths(sizeOf(model, "won-deal")), false);
    case "meeting.held": {
      if (booked === undefined) return event.lead === undefined ? undefined : [];
      const { target } = booked;
      if (target === undefined) return [];
      const once = targetsTime({ ...booked, target }, model);
      if (event.useful === false) return [...once, ...once];
      const worth = event.benefit ?? model.usefulBenefit;
      return event.useful ? [...once, ...benefit({ ...booked, target }, worth)] : once;
    }
    default:
      return [];
  }
}

type CaseWithTarget = BookedCase & { readonly target: string };

function targetsTime(booked: CaseWithTarget, model: LedgerModel): readonly Posting[] {
  const whole = thousandths(model.meetingTime);
  const overHops = Math.round(whole * model.connectorShare);
  return [...hops(booked, overHops, true), ...owed(booked.target, booked.seeker, whole - overHops)];
}

/** The target owes half of what the meeting was worth to the one who introduced them, half to the seeker. */
function benefit({ seeker, target, people }: CaseWithTarget, worth: number): readonly Posting[] {
  const whole = thousandths(worth);
  const half = Math.round(whole / 2);
  const introducer = people.at(-2) ?? seeker;
  return [...owed(introducer, target, half), ...owed(seeker, target, whole - half)];
}

/** Each asker owes the one they asked; the target is asked too, but earns only where their time is meant. */
function hops({ people, target }: BookedCase, amount: number, withTarget: boolean): readonly Posting[] {
  const last = withTarget || target === undefined ? people.length : people.length - 1;
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
