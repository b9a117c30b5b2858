import { pairKey, type UtcDay, utcDay } from "../base/index.js";
import { type ContactStated, compareEvents } from "../journal/index.js";
import type { PlanningDay } from "./planning-day.js";

/** A sale, by its day, and the event that tells of it where one does. */
export interface SaleOnRecord {
  readonly day: UtcDay;
  readonly event?: string;
}

/** What people said or did up to a day that bears on whom to ask. It is who does not know whom, who was prepared, who was introduced. */
export class StatedFacts {
  readonly #day: PlanningDay;
  #introduced: ReadonlySet<string> | undefined;
  #prepared: ReadonlySet<string> | undefined;
  #asked: ReadonlySet<string> | undefined;
  #notTied: ReadonlySet<string> | undefined;
  #sales: ReadonlyMap<string, ReadonlyMap<string, SaleOnRecord | undefined>> | undefined;
  #stated: ReadonlyMap<string, ContactStated> | undefined;
  #won: ReadonlyMap<string, UtcDay> | undefined;
  #paired: ReadonlyMap<string, UtcDay> | undefined;

  constructor(day: PlanningDay) {
    this.#day = day;
  }

  /** True where one of the two said that they do not know the other: a fact about the tie, which no path may use. */
  isNotTied(a: string, b: string): boolean {
    this.#notTied ??= new Set(
      this.#day.asks
        .filter(({ state, answer }) => state === "declined" && answer === "not-tied")
        .map(({ ask }) => pairKey(ask.connector, ask.target)),
    );
    return this.#notTied.has(pairKey(a, b));
  }

  /** True for whoever was prepared for referring, or was asked before. */
  isPrepared(person: string): boolean {
    this.#asked ??= new Set(this.#day.asks.map(({ ask }) => ask.connector));
    return this.#asked.has(person) || this.wasPrepared(person);
  }

  /** True for whoever was prepared for referring. */
  wasPrepared(person: string): boolean {
    this.#prepared ??= new Set(
      this.#day.events.flatMap((event) =>
        event.type === "person.prepared" ? [this.#day.network.canonical(event.person)] : [],
      ),
    );
    return this.#prepared.has(person);
  }

  /** True where the seeker said lately how well they know somebody, so that it is not asked again. */
  wasStated(seeker: string, person: string): boolean {
    return this.#statements().has(JSON.stringify([seeker, person]));
  }

  /** True where the seeker said lately that they do not know somebody. */
  isStranger(seeker: string, person: string): boolean {
    return this.#statements().get(JSON.stringify([seeker, person]))?.knows === "not";
  }

  /** How close two people are as one of them said lately, in the order in which it was said: the last word counts. */
  stated(): readonly { readonly between: readonly [string, string]; readonly closeness: number }[] {
    const { statedCloseness } = this.#day.settings.asking;
    const words = [...this.#statements()].sort(([, a], [, b]) => compareEvents(a, b));
    return words.map(([key, { knows }]) => ({
      between: JSON.parse(key) as [string, string],
      closeness: statedCloseness[knows],
    }));
  }

  /** The last word of each seeker on each person that is not too old, by the two. */
  #statements(): ReadonlyMap<string, ContactStated> {
    if (this.#stated === undefined) {
      const { events, network, today, settings } = this.#day;
      const stated = new Map<string, ContactStated>();
      for (const event of events) {
        if (event.type !== "contact.stated") continue;
        if (today - utcDay(event.at) >= settings.asking.statedDays) continue;
        const key = JSON.stringify([network.canonical(event.seeker), network.canonical(event.person)]);
        const known = stated.get(key);
        if (known === undefined || compareEvents(known, event) < 0) stated.set(key, event);
      }
      this.#stated = stated;
    }
    return this.#stated;
  }

  /** Everybody to whom the seeker sold something on record. */
  customersOf(seeker: string): readonly string[] {
    return [...(this.#salesOf(seeker)?.keys() ?? [])];
  }

  /** The last sale without a complaint to a customer. */
  lastSale(seeker: string, customer: string): SaleOnRecord | undefined {
    return this.#salesOf(seeker)?.get(customer);
  }

  /** The issue that a sale solved, where the vault still has the words. */
  issueOf({ event }: SaleOnRecord): string | undefined {
    const told = event === undefined ? undefined : this.#day.journal.get(event);
    if (told === undefined) return undefined;
    const { solved } = this.#day.journal.resolve(told) as { readonly solved?: unknown };
    return typeof solved === "string" ? solved : undefined;
  }

  /** The day of the last deal that a seeker won with somebody. */
  wonOn(seeker: string, target: string): UtcDay | undefined {
    if (this.#won === undefined) {
      const won = new Map<string, UtcDay>();
      const deals = [
        ...this.#day.asks.map(({ ask, steps }) => ({ ...ask, steps })),
        ...this.#day.leads.map((lead) => ({ seeker: lead.seeker, target: lead.target, steps: lead.steps })),
      ];
      for (const { seeker: by, target: buyer, steps } of deals) {
        const deal = steps.find(({ type }) => type === "deal.won");
        if (deal === undefined || by === undefined || buyer === undefined) continue;
        const key = JSON.stringify([by, buyer]);
        won.set(key, Math.max(utcDay(deal.at), won.get(key) ?? -Infinity));
      }
      this.#won = won;
    }
    return this.#won.get(JSON.stringify([seeker, target]));
  }

  #salesOf(seeker: string): ReadonlyMap<string, SaleOnRecord | undefined> | undefined {
    if (this.#sales === undefined) {
      const { events, network } = this.#day;
      const sales = new Map<string, Map<string, SaleOnRecord | undefined>>();
      for (const event of events) {
        if (event.type !== "sale.delivered") continue;
        const day = utcDay(event.at);
        const seller = network.canonical(event.seller);
        const customer = network.canonical(event.customer);
        const own = sales.get(seller) ?? new Map<string, SaleOnRecord | undefined>();
        sales.set(seller, own);
        const known = own.get(customer);
        const isLater = event.complaint === undefined && day >= (known?.day ?? -Infinity);
        own.set(customer, isLater ? { day, event: event.id } : known);
      }
      this.#sales = sales;
    }
    return this.#sales.get(seeker);
  }

  /** The last day on which a seeker asked somebody whether they would like to meet another one, or brought them together. */
  pairedOn(seeker: string, person: string): UtcDay | undefined {
    if (this.#paired === undefined) {
      const { events, network } = this.#day;
      const paired = new Map<string, UtcDay>();
      for (const event of events) {
        if (event.type !== "introduction.offered" && event.type !== "introduction.brokered") continue;
        const on = utcDay(event.at);
        for (const id of event.between) {
          const key = JSON.stringify([network.canonical(event.broker), network.canonical(id)]);
          paired.set(key, Math.max(on, paired.get(key) ?? on));
        }
      }
      this.#paired = paired;
    }
    return this.#paired.get(JSON.stringify([seeker, person]));
  }

  /** True where somebody brought the two together before. */
  wereIntroduced(a: string, b: string): boolean {
    this.#introduced ??= new Set(
      this.#day.events.flatMap((event) => {
        if (event.type !== "introduction.brokered") return [];
        const [one, other] = event.between;
        return [pairKey(this.#day.network.canonical(one), this.#day.network.canonical(other))];
      }),
    );
    return this.#introduced.has(pairKey(a, b));
  }
}
