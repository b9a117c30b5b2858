/** What every event has: a caller-made id, its kind, and when it happened. */
export interface EventHead {
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

/** A sale was delivered, which is a deposit with the customer for a while. */
export interface SaleDelivered extends EventHead {
  readonly type: "sale.delivered";
  readonly seller: string;
  readonly customer: string;
  /** The customer's problem that it solved, in words; in stored events its vault key. */
  readonly solved?: string;
  /** What went wrong, in words; in stored events its vault key. `problem` of version 0.1 is read as this. */
  readonly complaint?: string;
}

/** One consent of a recorded ask. */
export interface RecordedLeg {
  readonly asker: string;
  readonly asked: string;
  /** Probability in [0, 1]. */
  readonly consent: number;
  /** True where nobody has seen the tie. */
  readonly inferred: boolean;
  /** The consent without anything that outcomes had taught by then; absent where that is the same. */
  readonly predicted?: number;
  /** Of an inferred leg, likewise without: odds of the tie, the yes with it and without it, and the will to write at all. */
  readonly guess?: {
    readonly tieProbability: number;
    readonly consentIfTied: number;
    readonly consentIfNot: number;
    readonly willing: number;
  };
}

/** What the journal keeps of a `PlannedAsk`: ids and numbers. All other fields are dropped at `append`. */
export interface RecordedAsk {
  readonly id: string;
  /** The first leg's asker; filled in where the plan leaves it out. */
  readonly seeker: string;
  /** The first leg's asked person; the target themselves where the seeker asks them directly. */
  readonly connector: string;
  readonly target: string;
  /** A chain from the seeker to the target, at least one leg. */
  readonly legs: readonly RecordedLeg[];
  /** Favor points. */
  readonly cost: number;
  /** Favor points. */
  readonly price: number;
}

/** A request for an introduction was sent to a connector. Later events name it by `ask.id`. */
export interface AskSent extends EventHead {
  readonly type: "ask.sent";
  readonly kind?: undefined;
  readonly ask: RecordedAsk;
  /** Codes of unmet conditions, such as `preparation`, that whoever asked passed over knowingly. */
  readonly override?: readonly string[];
}

/** A question without a buyer to a connector: who else has this issue, or a soft request. Later events name it by this event's id. */
export interface QuestionSent extends EventHead {
  readonly type: "ask.sent";
  readonly kind: "issue" | "soft";
  readonly seeker: string;
  readonly connector: string;
  /** The issue that was asked about, in words; in stored events its vault key. */
  readonly issue?: string;
  readonly ask?: undefined;
}

/** The connector said yes: they make the introduction, or their name may be used. */
export interface AskAgreed extends EventHead {
  readonly type: "ask.agreed";
  readonly ask: string;
  readonly answer?: "make-it" | "use-my-name";
}

/** A no, or another name. `not-tied`: they do not know the target, which is no refusal. `not-this-kind`: no to such requests, not to the target. */
export interface AskDeclined extends EventHead {
  readonly type: "ask.declined";
  readonly ask: string;
  readonly answer?: "not-tied" | "ask-someone-else" | "not-this-kind" | "no";
  /** Id of the person whom they named instead. */
  readonly suggestedPerson?: string;
  /** Whom to ask instead, in words; in stored events its vault key. */
  readonly suggested?: string;
}

/** The introduction was seen to be made: evidence, not somebody's word. */
export interface IntroductionMade extends EventHead {
  readonly type: "introduction.made";
  readonly ask: string;
  /** What was done, in order of effect: a name lent, a note passed on, an introduction, a recommendation. */
  readonly how?: "name-lent" | "forwarded" | "introduced" | "recommended";
  /** True where the target is a key buyer, whose introduction weighs more. */
  readonly keyBuyer?: boolean;
}

/** What an event is a step of: an ask, or a lead that came without one. Exactly one is given. */
export interface StepOf extends EventHead {
  readonly ask?: string;
  /** `lead` of the `lead.received` or `introduction.received` that began it; its event's id where it has none. */
  readonly lead?: string;
}

/** The seeker and the target met. */
export interface MeetingHeld extends StepOf {
  readonly type: "meeting.held";
  /** As the target sees it; absent: not known. */
  readonly useful?: boolean;
  /** Of a useful meeting: what it was worth to the target, in favor points. */
  readonly benefit?: number;
}

/** A concrete chance of a deal was found. */
export interface OpportunityOpened extends StepOf {
  readonly type: "opportunity.opened";
}

/** A deal came of it. */
export interface DealWon extends StepOf {
  readonly type: "deal.won";
  /** Favor points. */
  readonly value: number;
}

/** Why a deal was lost, as a code. "no-decision" is the status quo: the buyer stayed with what they had. */
export type LossReason =
  | "no-decision"
  | "competitor"
  | "price"
  | "timing"
  | "no-fit"
  | "unreachable"
  | "garbage"
  | "other";

/** No deal came of it. */
export interface DealLost extends StepOf {
  readonly type: "deal.lost";
  /** Other words than the codes are taken as `other`, and kept in the vault. */
  readonly reason?: LossReason;
  /** The reason in words, given as `words`; in stored events its vault key. */
  readonly reasonWords?: string;
}

/** A step of an ask that needs nothing but the ask's id. */
export interface AskStep extends EventHead {
  readonly type: "ask.reminded" | "ask.claimed" | "target.agreed" | "target.declined" | "ask.withdrawn";
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

/** Two people were asked whether they want to meet; with `by` and `answer`, what one of them said. It posts nothing. */
export interface IntroductionOffered extends EventHead {
  readonly type: "introduction.offered";
  readonly broker: string;
  readonly between: readonly [string, string];
  readonly by?: string;
  readonly answer?: "yes" | "no";
}

/** An earlier event was recorded by mistake: from this day on the journal is read as without it, see the README. */
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

/** Somebody introduced the seeker to a buyer without having been asked. */
export interface IntroductionReceived extends EventHead {
  readonly type: "introduction.received";
  readonly seeker: string;
  readonly connector: string;
  readonly target?: string;
  /** Id by which later events name it; the event's own id where absent. */
  readonly lead?: string;
}

/** A lead of any channel, so that referrals can be weighed against the rest. */
export interface LeadReceived extends EventHead {
  readonly type: "lead.received";
  /** A code of `[a-z0-9:._-]{1,64}` stays in the chain; other words go to the vault and their key stays. */
  readonly source: string;
  /** Id by which later events name it; the event's own id where absent. */
  readonly lead?: string;
  /** True where the seeker's own activity brought it, false where it came by itself. @defaultValue by the source */
  readonly active?: boolean;
  /** Whose lead it is: with it the buyer of a won deal becomes their contact and client. @defaultValue not known, which is everybody's */
  readonly seeker?: string;
  readonly target?: string;
  readonly referredBy?: string;
  readonly person?: string;
  /** What the lead cost, in the caller's own unit. */
  readonly cost?: number;
}

/** A member of the team put work into a source of leads, whether or not a lead came of it. */
export interface ActivityDone extends EventHead {
  readonly type: "activity.done";
  /** As in {@link LeadReceived}. */
  readonly source: string;
  readonly hours?: number;
  /** In the caller's own unit. */
  readonly cost?: number;
  readonly member?: string;
}

/** A present for a referral, to the one who gave it or to the one who came by it. */
export interface GiftGiven extends EventHead {
  readonly type: "gift.given";
  readonly giver: string;
  readonly receiver: string;
  /** Id of the ask, or of the lead. */
  readonly for?: string;
  readonly to: "connector" | "receiver";
}

/** A connector was prepared for referring: taught what is sold, to whom, and how to say it. */
export interface PersonPrepared extends EventHead {
  readonly type: "person.prepared";
  readonly person: string;
}

/** The seeker said how well they know somebody. */
export interface ContactStated extends EventHead {
  readonly type: "contact.stated";
  readonly seeker: string;
  readonly person: string;
  readonly knows: "well" | "some" | "not";
}

/** Everything that a journal can hold. */
export type JournalEvent =
  | FavorGiven
  | SaleDelivered
  | AskSent
  | QuestionSent
  | AskStep
  | AskAgreed
  | AskDeclined
  | IntroductionMade
  | MeetingHeld
  | OpportunityOpened
  | DealWon
  | DealLost
  | Courtesy
  | IntroductionBrokered
  | IntroductionOffered
  | EntryReversed
  | BalanceAsserted
  | IntroductionReceived
  | LeadReceived
  | ActivityDone
  | GiftGiven
  | PersonPrepared
  | ContactStated;

/** The kinds of event. */
export type EventType = JournalEvent["type"];
