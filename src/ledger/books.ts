import { addTo, compareCodeUnits, parseIso, utcDay } from "../base/index.js";
import {
  eventPeople,
  type Journal,
  type JournalEvent,
  type MeetingHeld,
  reversedEvent,
} from "../journal/index.js";
import { Accounts, type Given } from "./accounts.js";
import { AssertedTimes, type BrokenAssertion, brokenAssertions } from "./assertions.js";
import { begunKey, caseKey } from "./booked-case.js";
import { Cases } from "./cases.js";
import { CountedNotes } from "./counted-notes.js";
import { IdNumbers } from "./id-numbers.js";
import { dayOf, indicesByDay } from "./indices-by-day.js";
import type { LedgerModel } from "./ledger-model.js";
import { PairTable } from "./pair-table.js";
import type { Posting } from "./postings.js";
import { type EntryLookup, resolveEntry } from "./resolve-entry.js";
import { Sales } from "./sales.js";
import { type PeopleOfIds, SamePeople } from "./same-people.js";
import { TiePenalties } from "./tie-penalties.js";

/** What books read of a journal. */
export type FoldedEvents = Pick<Journal, "length" | "at" | "millisAt" | "get" | "reversalOf" | "folded">;

/**
 * A journal folded into accounts, up to as many events as were there at the last `fold`. Where people are given, ids of one
 * person have one account. Assertions speak of the ids as they were recorded, so that no later merge can break one.
 */
export class Books {
  /** Where the entries' events, asks and reversals are found. */
  readonly lookup: EntryLookup;
  readonly #journal: FoldedEvents;
  readonly #model: LedgerModel;
  #accounts: Accounts;
  #folded = 0;
  /** Everyone who comes up, and every two between whom something was. */
  readonly #ids = new IdNumbers();
  readonly #pairs = new PairTable();
  readonly #cases: Cases;
  /** Leads with events in the books and no introduction on record: one that comes late changes what they posted. */
  readonly #bareLeads = new Set<string>();
  /** Events that wait for an ask or an event that is not there yet. */
  readonly #waiting = new Map<string, JournalEvent[]>();
  #notes: CountedNotes;
  readonly #sales: Sales;
  readonly #penalties: TiePenalties;
  readonly #people: SamePeople;
  readonly #asserted = new AssertedTimes();
  /** True once something was taken back as of before it was: what makes that count later moves balances of long ago. */
  #isBackdated = false;
  #broken: readonly BrokenAssertion[] = [];

  constructor(journal: FoldedEvents, model: LedgerModel, people?: PeopleOfIds) {
    this.#journal = journal;
    this.#model = model;
    this.#people = new SamePeople(people);
    this.#accounts = new Accounts(model, this.#pairs);
    this.#cases = new Cases(journal);
    this.#notes = this.#newNotes();
    this.lookup = {
      get: (id) => journal.get(id),
      reversalOf: (id) => journal.reversalOf(id),
      booked: (event) => this.#cases.of(event),
      counts: (event) => this.#notes.counts(event),
    };
    this.#sales = new Sales(this.lookup);
    this.#penalties = new TiePenalties(this.lookup);
  }

  /** The balance assertions that did not hold at the last fold. */
  get broken(): readonly BrokenAssertion[] {
    return this.#broken;
  }

  /** What is waited for (`a` + ask id, `e` + event id), once for each event that waits. */
  get missing(): readonly string[] {
    return [...this.#waiting].flatMap(([key, events]) => events.map(() => key)).sort(compareCodeUnits);
  }

  /** Folds in what was appended since; all anew where people were merged whom the books know. */
  fold(): void {
    const { length } = this.#journal;
    const isCurrent = this.#people.isCurrent();
    if (isCurrent && this.#folded === length) return;
    const fits = this.#cases.take(this.#folded, length, this.#bareLeads);
    if (!fits) this.#notes = this.#newNotes();
    const isSettled = !this.#takeNotes(fits ? this.#folded : 0, length);
    if (!isSettled || !fits || !isCurrent) {
      this.#accounts = new Accounts(this.#model, this.#pairs);
      this.#waiting.clear();
      this.#sales.clear();
      this.#penalties.clear();
      this.#bareLeads.clear();
      this.#folded = 0;
    }
    let recheck = false;
    const indices = indicesByDay(this.#folded, length, (index) => dayOf(this.#journal.millisAt(index)));
    this.#folded = length;
    for (const index of indices) {
      const event = this.#journal.at(index);
      // Before it is taken: what waits for it posts with it.
      recheck ||= this.touchesAssertion(event);
      this.#take(event, dayOf(this.#journal.millisAt(index)));
    }
    if (recheck) this.#broken = brokenAssertions(this.#journal.folded(), (event) => this.postings(event));
  }

  /** Thousandths that `b` owes `a`. */
  book(a: string, b: string): number {
    return this.#accounts.book(this.#number(a), this.#number(b));
  }

  /** What one person gave another as of the end of a day. */
  given(giver: string, receiver: string, day: number): Given {
    return this.#accounts.given(this.#number(giver), this.#number(receiver), day);
  }

  /** Days since the last sale to a customer on or before a day; `smooth`: since the last without a problem. */
  saleAge(seller: string, customer: string, day: number, smooth: boolean): number | undefined {
    return this.#sales.age(this.personOf(seller), this.personOf(customer), day, smooth);
  }

  /** How many meetings over the tie of two people were wasted on or before a day. */
  wastedMeetings(a: string, b: string, day: number): number {
    return this.#penalties.count(this.personOf(a), this.personOf(b), day);
  }

  /** Every tie with wasted meetings on or before a day, in order of ids. */
  tiePenalties(day: number): ReturnType<TiePenalties["list"]> {
    return this.#penalties.list(day);
  }

  /** The id whose account an id's is. */
  personOf(id: string): string {
    return this.#people.idOf(id);
  }

  /** Everyone and the thousandths they are owed in all, in order of ids. */
  balances(): readonly { readonly person: string; readonly amount: number }[] {
    const sums = new Map<number, number>();
    for (const [lower, higher, amount] of this.#accounts.books()) {
      sums.set(lower, (sums.get(lower) ?? 0) + amount);
      sums.set(higher, (sums.get(higher) ?? 0) - amount);
    }
    return [...sums]
      .map(([number, amount]) => ({ person: this.#ids.id(number), amount }))
      .sort((x, y) => compareCodeUnits(x.person, y.person));
  }

  /** What an event posts to the accounts: what is between two ids of one person moves nothing. */
  favors(event: JournalEvent): readonly Posting[] {
    return this.#betweenPeople(this.postings(event));
  }

  /** What an event posts by its own ids, as far as what it rests on is there. */
  postings(event: JournalEvent): readonly Posting[] {
    const entry = resolveEntry(event, this.lookup, this.#model);
    return typeof entry === "string" ? [] : entry.postings;
  }

  /**
   * True where an event is an assertion, or may move a balance at a time of which one speaks. What it tells or takes back is between
   * the two then, or it changes what steps are booked along.
   */
  touchesAssertion(event: JournalEvent, events: Pick<EntryLookup, "get"> = this.#journal): boolean {
    if (event.type === "balance.asserted") return true;
    if (this.#asserted.isEmpty) return false;
    const told = reversedEvent(events, event) ?? event;
    const begins = begunKey(told);
    if (told !== event && (begins !== undefined || this.#cases.hasUndone(told))) return true;
    // A new ask moves nothing unless something waits for it, or it is one that began before.
    if (begins?.startsWith("l") || (begins && this.#isRestedOn(begins, event.id))) return true;
    const at = this.#isBackdated ? -Infinity : Math.min(parseIso(told.at), parseIso(event.at));
    return this.#asserted.speakOf([...eventPeople(told), ...(this.lookup.booked(told)?.people ?? [])], at);
  }

  #takesBackBefore(event: JournalEvent): boolean {
    if (event.type !== "entry.reversed") return false;
    const told = reversedEvent(this.#journal, event);
    return told === undefined || parseIso(event.at) < parseIso(told.at);
  }

  #isRestedOn(key: string, id: string): boolean {
    const held = this.#cases.get(key);
    return this.#waiting.has(key) || (held !== undefined && this.#journal.at(held).id !== id);
  }

  #newNotes(): CountedNotes {
    return new CountedNotes(this.#journal, (event) => this.#cases.of(event), this.#ids, this.#pairs);
  }

  /** True where a note that is booked already may count otherwise by what has come. */
  #takeNotes(from: number, to: number): boolean {
    let isChanged = this.#notes.retry();
    for (let index = from; index < to; index++) {
      const isLate = this.#notes.take(index);
      isChanged = isLate || isChanged;
    }
    return isChanged;
  }

  #take(event: JournalEvent, day: number): void {
    switch (event.type) {
      case "ask.sent":
        this.#release(begunKey(event) as string);
        break;
      case "sale.delivered": {
        const [seller, customer] = [this.#people.held(event.seller), this.#people.held(event.customer)];
        if (seller !== customer) this.#sales.add(event, seller, customer, day);
        break;
      }
      case "balance.asserted":
        this.#asserted.add(event);
        break;
      default:
        this.#isBackdated ||= this.#takesBackBefore(event);
        this.#post(event, day);
    }
    this.#release(`e${event.id}`);
  }

  /** Posts an event, of this day where that is known. */
  #post(event: JournalEvent, day?: number): void {
    const entry = resolveEntry(event, this.lookup, this.#model, day);
    if (typeof entry === "string") {
      addTo(this.#waiting, entry, event);
      return;
    }
    if ("lead" in event) this.#noteLead(event);
    if (event.type === "meeting.held" && event.useful === false) this.#penalize(event);
    for (const { giver, receiver, amount } of this.#betweenPeople(entry.postings)) {
      this.#accounts.post(this.#ids.add(giver), this.#ids.add(receiver), amount, entry.day, entry.origin);
    }
  }

  #noteLead(event: JournalEvent): void {
    const key = caseKey(event);
    if (key !== undefined && this.#cases.get(key) === undefined) this.#bareLeads.add(key);
  }

  /** A wasted meeting lowers the tie of the target and of whoever introduced them, if somebody did. */
  #penalize(event: MeetingHeld): void {
    const { people = [], target: met } = this.lookup.booked(event) ?? {};
    if (met === undefined) return;
    const [seeker, introducer, target] = [people[0], people.at(-2), met].map((id) =>
      this.#people.held(id as string),
    ) as [string, string, string];
    if (introducer === target || introducer === seeker) return;
    this.#penalties.add(introducer, target, event.id, utcDay(event.at));
  }

  #betweenPeople(postings: readonly Posting[]): readonly Posting[] {
    if (!this.#people.isMerging) return postings;
    return postings
      .map(({ giver, receiver, amount }) => ({
        giver: this.#people.held(giver),
        receiver: this.#people.held(receiver),
        amount,
      }))
      .filter(({ giver, receiver }) => giver !== receiver);
  }

  /** Posts what waited for a case or an event that is there now. */
  #release(key: string): void {
    const events = this.#waiting.get(key);
    if (events === undefined) return;
    this.#waiting.delete(key);
    for (const event of events) this.#post(event);
  }

  #number(id: string): number {
    return this.#ids.find(this.personOf(id));
  }
}
