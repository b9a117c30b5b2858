import type { PricedStanding } from "../ledger/index.js";
import { newSharedWork, type SharedWork } from "../paths/index.js";
import { PlanningDay } from "./planning-day.js";

/**
 * A planning day for one call about many buyers. What is asked of the same two people for every buyer is
 * answered once. That is standings, what the records say of asking, and the seekers' side of all paths. It holds for that call alone,
 * in which journal, rules and evidence cannot change.
 */
export class ListDay extends PlanningDay {
  readonly #sales = new Map<string, number | undefined>();
  readonly #standings = new Map<string, PricedStanding>();

  constructor(day: PlanningDay) {
    super(day.state, day.today, day.compiled);
    const { askContext } = this;
    const contexts: Map<string, ReturnType<typeof askContext>> = new Map();
    this.askContext = (seeker, asked) =>
      answered(contexts, JSON.stringify([seeker, asked]), () => askContext(seeker, asked));
    const found = new Map<string, unknown>();
    this.once = <T>(key: string, find: () => T) => answered(found, key, find) as T;
    const work = new Map<string, SharedWork>();
    this.workFor = (...asking) => answered(work, JSON.stringify(asking), newSharedWork);
  }

  override saleTold(seeker: string, customer: string): number | undefined {
    const key = JSON.stringify([seeker, customer]);
    return answered(this.#sales, key, () => super.saleTold(seeker, customer));
  }

  override standing(
    seeker: string,
    counterpart: string,
    viewers: readonly string[] = [seeker],
  ): PricedStanding {
    const key = JSON.stringify([seeker, counterpart, viewers]);
    return answered(this.#standings, key, () => super.standing(seeker, counterpart, viewers));
  }
}

function answered<T>(known: Map<string, T>, key: string, find: () => T): T {
  if (known.has(key)) return known.get(key) as T;
  const found = find();
  known.set(key, found);
  return found;
}
