import { utcDay } from "../base/index.js";
import type { PlanningDay } from "./planning-day.js";

/** What people said or did up to a day that bears on whom to ask: who does not know whom, who was prepared, who was introduced. */
export class StatedFacts {
  readonly #day: PlanningDay;
  #introduced: ReadonlySet<string> | undefined;
  #prepared: ReadonlySet<string> | undefined;
  #notTied: ReadonlySet<string> | undefined;

  constructor(day: PlanningDay) {
    this.#day = day;
  }

  /** True where one of the two said that they do not know the other: a fact about the tie, which no path may use. */
  isNotTied(a: string, b: string): boolean {
    this.#notTied ??= new Set(
      this.#day.asks
        .filter(({ state, answer }) => state === "declined" && answer === "not-tied")
        .map(({ ask }) => pairOf(ask.connector, ask.target)),
    );
    return this.#notTied.has(pairOf(a, b));
  }

  /** True for whoever was prepared for referring, or was asked before. */
  isPrepared(person: string): boolean {
    this.#prepared ??= new Set([
      ...this.#day.asks.map(({ ask }) => ask.connector),
      ...this.#day.journal.events().flatMap((event) => {
        const isOne = event.type === "person.prepared" && utcDay(event.at) <= this.#day.today;
        return isOne ? [this.#day.network.canonical(event.person)] : [];
      }),
    ]);
    return this.#prepared.has(person);
  }

  /** True where the seeker said lately how well they know somebody, so that it is not asked again. */
  wasStated(seeker: string, person: string): boolean {
    return this.#day.journal.events().some((event) => {
      if (event.type !== "contact.stated") return false;
      const age = this.#day.today - utcDay(event.at);
      return (
        age >= 0 &&
        age < this.#day.settings.asking.statedDays &&
        this.#day.network.canonical(event.seeker) === seeker &&
        this.#day.network.canonical(event.person) === person
      );
    });
  }

  /** True where somebody brought the two together before. */
  wereIntroduced(a: string, b: string): boolean {
    this.#introduced ??= new Set(
      this.#day.journal.events().flatMap((event) => {
        if (event.type !== "introduction.brokered" || utcDay(event.at) > this.#day.today) return [];
        const [one, other] = event.between;
        return [pairOf(this.#day.network.canonical(one), this.#day.network.canonical(other))];
      }),
    );
    return this.#introduced.has(pairOf(a, b));
  }
}

function pairOf(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}
