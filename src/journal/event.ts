/** What every event has: a caller-made id, its kind, and when it happened. */
interface EventHead {
  /** Any well-formed string; the same id appended twice counts once. */
  readonly id: string;
  /** ISO 8601 date or instant. `append` takes a Date too and keeps its ISO string. */
  readonly at: string;
  /** In stored events: the vault key of every further field that `append` was given. */
  readonly words?: string;
}

/** One person did another a favor. */
export interface FavorGiven extends EventHead {
  readonly type: "favor.given";
  readonly giver: string;
  readonly receiver: string;
  /** A code of `[a-z0-9-]{1,64}`; those of `FAVOR_KINDS` have a default size. */
  readonly kind: string;
  /** Favor points, over 0, rounded to .001; absent: the ledger model's size of the kind. */
  readonly size?: number;
}

/** A sale was delivered, which is a deposit with the customer for a while (README of `ledger`). */
export interface SaleDelivered extends EventHead {
  readonly type: "sale.delivered";
  readonly seller: string;
  readonly customer: string;
  /** What went wrong, in words; in stored events its vault key. */
  readonly problem?: string;
}

/** One consent of a recorded ask. */
export interface RecordedLeg {
  readonly asker: string;
  readonly asked: string;
  /** Probability in [0, 1]. */
  readonly consent: number;
  /** True where nobody has seen the tie. */
  readonly inferred: boolean;
}

/** What the journal keeps of a `PlannedAsk`: ids and numbers. All other fields are dropped at `append`. */
export interface RecordedAsk {
  readonly id: string;
  /** The first leg's asker; filled in where the plan leaves it out. */
  readonly seeker: string;
  /** The first leg's asked person; the target himself where the seeker asks him directly. */
  readonly connector: string;
  readonly target: string;
  /** A chain from the seeker to the target, at least one leg. */
  readonly legs: readonly RecordedLeg[];
  /** Favor points. */
  readonly cost: number;
  /** Favor points. */
  readonly price: number;
}

/** A request to a connector was sent. Later events name it by `ask.id`. */
export interface AskSent extends EventHead {
  readonly type: "ask.sent";
  readonly ask: RecordedAsk;
}

/** The connector said yes: he makes the introduction, or his name may be used. */
export interface AskAgreed extends EventHead {
  readonly type: "ask.agreed";
  readonly ask: string;
  readonly answer?: "make-it" | "use-my-name";
}

/** The connector said no, or named someone else. */
export interface AskDeclined extends EventHead {
  readonly type: "ask.declined";
  readonly ask: string;
  readonly answer?: "ask-someone-else" | "no";
  /** Whom to ask instead, in words; in stored events its vault key. */
  readonly suggested?: string;
}

/** The introduction was seen to be made: evidence, not somebody's word. */
export interface IntroductionMade extends EventHead {
  readonly type: "introduction.made";
  readonly ask: string;
  /** True where the target is a key buyer, whose introduction weighs more. */
  readonly keyBuyer?: boolean;
}

/** The seeker and the target met. */
export interface MeetingHeld extends EventHead {
  readonly type: "meeting.held";
  readonly ask: string;
  /** As the target sees it; absent: not known. */
  readonly useful?: boolean;
  /** Of a useful meeting: what it was worth to the target, in favor points. */
  readonly benefit?: number;
}

/** A deal came of it. */
export interface DealWon extends EventHead {
  readonly type: "deal.won";
  readonly ask: string;
  /** Favor points. */
  readonly value: number;
}

/** No deal came of it. */
export interface DealLost extends EventHead {
  readonly type: "deal.lost";
  readonly ask: string;
  /** Why, in words; in stored events its vault key. */
  readonly reason?: string;
}

/** A step of an ask that needs nothing but the ask's id. */
export interface AskStep extends EventHead {
  readonly type:
    | "ask.reminded"
    | "ask.claimed"
    | "target.agreed"
    | "target.declined"
    | "opportunity.opened"
    | "ask.withdrawn";
  readonly ask: string;
}

/** Thanks or news to the connector: of an ask (its seeker to its connector), or between two people named outright. */
export interface Courtesy extends EventHead {
  readonly type: "thanks.sent" | "update.sent";
  readonly ask?: string;
  readonly giver?: string;
  readonly receiver?: string;
}

/** Somebody brought two people together, and both had agreed to it. */
export interface IntroductionBrokered extends EventHead {
  readonly type: "introduction.brokered";
  readonly broker: string;
  readonly between: readonly [string, string];
}

/** Takes back all that one earlier event posted; both stay on record. */
export interface EntryReversed extends EventHead {
  readonly type: "entry.reversed";
  /** Id of the event whose entry is reversed. */
  readonly entry: string;
}

/** States what `book(a, b)` is at this time; checked on every replay. */
export interface BalanceAsserted extends EventHead {
  readonly type: "balance.asserted";
  readonly a: string;
  readonly b: string;
  /** Favor points that `b` owes `a`. */
  readonly amount: number;
}

/** A lead of any channel, so that referrals can be weighed against the rest. */
export interface LeadReceived extends EventHead {
  readonly type: "lead.received";
  /** A code of `[a-z0-9:._-]{1,64}` stays in the chain; other words go to the vault and their key stays. */
  readonly source: string;
  /** Id of the lead in the caller's books. */
  readonly lead?: string;
  readonly person?: string;
  /** What the lead cost, in the caller's own unit. */
  readonly cost?: number;
}

/** Everything that a journal can hold. */
export type JournalEvent =
  | FavorGiven
  | SaleDelivered
  | AskSent
  | AskStep
  | AskAgreed
  | AskDeclined
  | IntroductionMade
  | MeetingHeld
  | DealWon
  | DealLost
  | Courtesy
  | IntroductionBrokered
  | EntryReversed
  | BalanceAsserted
  | LeadReceived;

/** The kinds of event. */
export type EventType = JournalEvent["type"];

/**
 * What `append` takes: an event whose time may be a Date, whose ask may be a whole `PlannedAsk`, with a note and any further
 * JSON fields. Those count as words: they go to the vault.
 */
export type EventInput = InputOf<JournalEvent>;

type InputOf<E extends JournalEvent> = E extends AskSent
  ? Omit<E, "at" | "ask"> & { readonly at: string | Date; readonly ask: AskInput; readonly note?: string }
  : Omit<E, "at"> & { readonly at: string | Date; readonly note?: string };

/** A planned ask as `ask.sent` takes it. */
export type AskInput = Omit<RecordedAsk, "seeker" | "legs"> & {
  readonly seeker?: string;
  readonly legs: readonly (Omit<RecordedLeg, "inferred"> & { readonly inferred?: boolean })[];
};
