import type { KnownAsks, PlanAsk } from "./tool.js";

/** The asks that a list of tools told of last, so that an id is enough to draft, record or explain one. */
export class ToldAsks implements KnownAsks {
  readonly #asks = new Map<string, PlanAsk>();

  keep(asks: readonly PlanAsk[]): void {
    for (const ask of asks) {
      this.#asks.delete(ask.id);
      this.#asks.set(ask.id, ask);
    }
    for (const id of this.#asks.keys()) {
      if (this.#asks.size <= MOST_ASKS) break;
      this.#asks.delete(id);
    }
  }

  get(id: string): PlanAsk | undefined {
    return this.#asks.get(id);
  }
}

/** Asks that are remembered; the oldest are forgotten first. */
const MOST_ASKS = 1000;
