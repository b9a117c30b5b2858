import { checkId, checkKeys, checkShape, type Issue, keysOf, unfit, utcDay } from "../base/index.js";
import type { AppendInput, Journal } from "../journal/index.js";
import type { Given } from "./accounts.js";
import { Books } from "./books.js";
import { checkBooks, mismatch } from "./check-books.js";
import { giftsForNothing } from "./gifts-for-nothing.js";
import type { LedgerEntry } from "./ledger-entry.js";
import { type LedgerModel, ledgerModel } from "./ledger-model.js";
import { receiverView } from "./perception.js";
import type { PeopleOfIds } from "./same-people.js";
import { type PricedStanding, standingOf } from "./standing.js";
import { type Statement, type StatementOptions, statementOf } from "./statement.js";
import type { TiePenalty } from "./tie-penalties.js";

/** How a ledger is set up. */
export interface LedgerOptions {
  /** Own numbers in place of the defaults. */
  readonly model?: Partial<LedgerModel>;
  /** `throw`: a balance assertion that does not hold stops every read; `report`: only `verify` tells of it. @defaultValue "throw" */
  readonly assertions?: "throw" | "report";
  /**
   * Which ids mean one person; a `Network` will do. Ids of one person have one account then, from the next read on, and the
   * journal stays as it is. Absent: every id is a person.
   */
  readonly people?: PeopleOfIds;
}

/** What `standing` is asked. */
export interface StandingQuery {
  readonly seeker: string;
  readonly counterpart: string;
  /** Tie strength between the two, in [0, 1]. */
  readonly strength: number;
  /** Number of people whom both know. */
  readonly commonFriends: number;
  readonly now: Date | string;
  /** Days since the last sale that other records tell of, such as a CRM; the later of the two counts. */
  readonly saleAge?: number | undefined;
  /** Favor points that the seeker would give today, to see what a gift would change. @defaultValue 0 */
  readonly gift?: number | undefined;
  /** In place of the model's. */
  readonly gate?: "recorded" | "strict";
}

/** What `saleAge` is asked. */
export interface SaleQuery {
  readonly seller: string;
  readonly customer: string;
  readonly now: Date | string;
  /** True: sales with a `problem` are passed over. @defaultValue false */
  readonly withoutProblem?: boolean;
}

/** What `tieFactor` is asked. */
export interface TieQuery {
  readonly between: readonly [string, string];
  readonly now: Date | string;
}

/**
 * The social debt that a journal's events add up to. It follows the journal: each read first folds in what was appended since.
 * `book` and `standing` take O(1) where `now` is not before the last event between the two, else O(log n).
 *
 * @throws WarmpathError `INVALID_ARGUMENT` for a model out of range; `BALANCE_MISMATCH`, as every read does, where a balance
 * assertion of the journal does not hold.
 * @example
 * const ledger = new Ledger(journal);
 * ledger.book("me", "ann");   // what ann owes me, in favor points
 */
export class Ledger {
  /** The numbers in force. */
  readonly model: LedgerModel;
  readonly #journal: Journal;
  readonly #report: boolean;
  readonly #books: Books;

  constructor(journal: Journal, options: LedgerOptions = {}) {
    checkKeys(options, LEDGER_KEYS, "options");
    checkShape(journal, { length: "number", millisAt: "function" }, "journal");
    const { model, assertions, people } = options;
    this.model = ledgerModel(model);
    this.#journal = journal;
    this.#report = assertions === "report";
    this.#books = new Books(journal, this.model, people);
    this.#sync();
  }

  /** Favor points that `b` owes `a`: `book(a, b) === -book(b, a)`; 0 between strangers. All events count, whenever they are dated. */
  book(a: string, b: string): number {
    return this.#sync().book(a, b) / 1000;
  }

  /**
   * What the seeker may draw on from the counterpart, through the counterpart's eyes, as of the day of `now`.
   * @throws WarmpathError `INVALID_ARGUMENT` for one person twice, a strength outside [0, 1] or a negative number of friends; `INVALID_DATE`.
   */
  standing(query: StandingQuery): PricedStanding {
    checkKeys(query, STANDING_KEYS, "query");
    checkShape(
      query,
      { strength: "number", commonFriends: "number", gift: "finite?", saleAge: "finite?" },
      "query",
    );
    const {
      seeker,
      counterpart,
      strength,
      commonFriends,
      now,
      saleAge = Number.POSITIVE_INFINITY,
      gift = 0,
      gate,
    } = query;
    const books = this.#sync();
    if (
      books.personOf(checkId(seeker)) === books.personOf(checkId(counterpart)) ||
      !(strength >= 0 && strength <= 1) ||
      !(commonFriends >= 0)
    ) {
      throw unfit("a standing", "between two people, with a strength in [0, 1]");
    }
    const today = utcDay(now, "now");
    const age = Math.min(
      saleAge,
      books.saleAge(seeker, counterpart, today, false) ?? Number.POSITIVE_INFINITY,
    );
    return standingOf(
      {
        seeker,
        counterpart,
        strength,
        commonFriends,
        gave: withGift(books.given(seeker, counterpart, today), gift, this.model),
        got: books.given(counterpart, seeker, today),
        saleAge: Number.isFinite(age) ? age : undefined,
        strict: (gate ?? this.model.gate) === "strict",
      },
      this.model,
    );
  }

  /**
   * Whole days since the seller last delivered a sale to the customer, as of the day of `now`; undefined where they never did.
   * A reversed sale does not count. O(log n) in the sales between the two, and one step more for each reversed one.
   * @throws WarmpathError `INVALID_ID`, `INVALID_DATE`.
   * @example
   * ledger.saleAge({ seller: "me", customer: "ann", now: "2026-03-20", withoutProblem: true }); // 6
   */
  saleAge(query: SaleQuery): number | undefined {
    checkKeys(query, SALE_KEYS, "query");
    const { seller, customer, now, withoutProblem = false } = query;
    checkId(seller);
    checkId(customer);
    const today = utcDay(now, "now");
    return this.#sync().saleAge(seller, customer, today, withoutProblem === true);
  }

  /**
   * What wasted meetings have left of the strength of two people's tie, from 1 down. It is `wastedTie` (0.9) for each meeting that
   * the target called useless, over the tie of the target and of the connector who introduced them. A reversed one does not count.
   * @throws WarmpathError `INVALID_ID`, `INVALID_DATE`.
   */
  tieFactor(query: TieQuery): number {
    checkShape(query, { between: ["text"], now: "any" }, "query");
    const {
      between: [a, b],
      now,
    } = query;
    checkId(a);
    checkId(b);
    const today = utcDay(now, "now");
    return this.model.wastedTie ** this.#sync().wastedMeetings(a, b, today);
  }

  /** Every tie that wasted meetings have lowered as of the day of `now`, in order of ids. @throws WarmpathError `INVALID_DATE`. */
  tiePenalties(query: { readonly now: Date | string }): readonly TiePenalty[] {
    checkShape(query, "object", "query");
    const ties = this.#sync().tiePenalties(utcDay(query.now, "now"));
    return ties.map((tie) => ({ ...tie, factor: this.model.wastedTie ** tie.wasted }));
  }

  /** The same by its old name. @deprecated since 0.2: {@link tiePenalties}. */
  wornTies(query: { readonly now: Date | string }): readonly TiePenalty[] {
    return this.tiePenalties(query);
  }

  /** All that passed between two people, as a person reads it. @throws WarmpathError `INVALID_DATE`. */
  statement(a: string, b: string, options?: StatementOptions): Statement {
    checkShape([a, b], ["text"], "people");
    const books = this.#sync();
    return statementOf(books.personOf(a), books.personOf(b), this.entries(), this.model, options);
  }

  /** The entries, frozen, in the order of the journal. */
  entries(): readonly LedgerEntry[] {
    const books = this.#sync();
    const entries: LedgerEntry[] = [];
    for (const event of this.#journal.events()) {
      const postings = books.favors(event);
      if (postings.length === 0) continue;
      const reversedBy = this.#journal.reversalOf(event.id);
      const favors = postings.map((posting) => Object.freeze({ ...posting, amount: posting.amount / 1000 }));
      const entry: LedgerEntry = {
        position: entries.length,
        event: event.id,
        type: event.type,
        at: event.at,
        favors: Object.freeze(favors),
        ...(event.type === "entry.reversed" ? { reverses: event.entry } : {}),
        ...(reversedBy === undefined ? {} : { reversedBy }),
      };
      entries.push(Object.freeze(entry));
    }
    return Object.freeze(entries);
  }

  /** What everyone is owed in all (negative: owes), in order of ids; the amounts' sum is 0. */
  balances(): readonly { readonly person: string; readonly amount: number }[] {
    return this.#sync()
      .balances()
      .map(({ person, amount }) => ({ person, amount: amount / 1000 }));
  }

  /** What is wrong in the books: assertions that do not hold, events that wait for an ask or an entry that is not there. */
  verify(): readonly Issue[] {
    this.#books.fold();
    const issues: Issue[] = this.#books.broken.map(({ event, found }) => ({
      code: "BALANCE_MISMATCH",
      severity: "error",
      message: `expected a balance of ${event.amount} on ${event.at.slice(0, 10)}, found ${found}`,
    }));
    const gifts = giftsForNothing(this.#journal.events()).map((id) => `a${id}`);
    for (const key of [...this.#books.missing, ...gifts]) {
      const isAsk = key.startsWith("a");
      const what = isAsk ? "ask" : "entry";
      const message = `an event names an ${what} that is not in the journal`;
      issues.push({ code: isAsk ? "UNKNOWN_ASK" : "UNKNOWN_ENTRY", severity: "warning", message });
    }
    return issues;
  }

  /**
   * Says whether the journal may take these events (all together) as far as the books go; changes nothing. Ids that are there
   * already are passed over.
   * @throws WarmpathError `UNKNOWN_ENTRY`, `ALREADY_REVERSED`, `BALANCE_MISMATCH`; `INVALID_EVENT`, `INVALID_ID`, `INVALID_DATE`.
   */
  check(input: AppendInput | readonly AppendInput[]): void {
    this.#books.fold();
    const fresh = this.#journal
      .prepare(input)
      .map(({ event }) => event)
      .filter(({ id }) => this.#journal.get(id) === undefined);
    checkBooks(fresh, this.#journal, this.#books, this.model);
  }

  #sync(): Books {
    this.#books.fold();
    const first = this.#books.broken[0];
    if (first !== undefined && !this.#report) throw mismatch(first);
    return this.#books;
  }
}

const LEDGER_KEYS: readonly string[] = keysOf<LedgerOptions>({ model: true, assertions: true, people: true });
const STANDING_KEYS: readonly string[] = keysOf<StandingQuery>({
  seeker: true,
  counterpart: true,
  strength: true,
  commonFriends: true,
  now: true,
  saleAge: true,
  gift: true,
  gate: true,
});
const SALE_KEYS: readonly string[] = keysOf<SaleQuery>({
  seller: true,
  customer: true,
  now: true,
  withoutProblem: true,
});

/** What was given, with a favor of today on top. */
function withGift(given: Given, size: number, model: LedgerModel): Given {
  return {
    ...given,
    total: given.total + size * 1000,
    receiverView: given.receiverView + receiverView(size, 0, model) * 1000,
  };
}
