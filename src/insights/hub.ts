import { checkShape, madeOf, pairKey, type UtcDay } from "../base/index.js";
import { rateOf } from "./rate.js";

/** Introductions that one made for others, and how they compare with those one got. */
export interface Hub {
  /** Made for two others who had both agreed; those that were taken back do not count. */
  readonly brokered: number;
  /** Of those: something came of it later that is on record. The two met or dealt with each other, or one of them thanked. */
  readonly accepted: number;
  /** Of all introductions made for others and received: the share made for others, with its 90% interval. */
  readonly share: number;
  readonly interval: readonly [number, number];
}

/** What is on record of introductions made for others. */
export interface HubRecord {
  readonly brokered: readonly {
    readonly broker: string;
    readonly between: readonly [string, string];
    readonly day: UtcDay;
  }[];
  /** Who met, dealt with each other or did each other a favor. @defaultValue none */
  readonly dealings?: readonly { readonly between: readonly [string, string]; readonly day: UtcDay }[];
  /** Thanks or news. @defaultValue none */
  readonly thanks?: readonly { readonly giver: string; readonly receiver: string; readonly day: UtcDay }[];
  /** Introductions received. */
  readonly received: number;
}

/** Weighs the introductions made for others against those received. */
export function hub(record: HubRecord): Hub {
  return madeOf("record", () => {
    const { brokered, dealings = [], thanks = [], received } = record;
    checkShape(brokered, [{ broker: "text", between: ["text"], day: "finite" }], "brokered");
    checkShape(dealings, [{ between: ["text"], day: "finite" }], "dealings");
    checkShape(thanks, [{ giver: "text", receiver: "text", day: "finite" }], "thanks");
    checkShape(received, "finite", "received");
    const tally = new HubTally();
    for (const { broker, between, day } of brokered) tally.addBrokered(broker, between, day);
    for (const { between, day } of dealings) tally.addDealing(between[0], between[1], day);
    for (const { giver, receiver, day } of thanks) tally.addThanks(giver, receiver, day);
    return tally.result(received);
  });
}

interface Brokered {
  readonly day: UtcDay;
  accepted: boolean;
}

/**
 * Counts brokered introductions and what came of them. Evidence is kept by a key of two people: the pair itself, or one of them and
 * whoever brokered. Nothing is taken away again.
 */
export class HubTally {
  readonly #latest = new Map<string, UtcDay>();
  readonly #waiting = new Map<string, Brokered[]>();
  #brokered = 0;
  #accepted = 0;

  /** Somebody brought two people together. */
  addBrokered(broker: string, [a, b]: readonly [string, string], day: UtcDay): void {
    this.#brokered++;
    const one: Brokered = { day, accepted: false };
    for (const key of [pairKey(a, b), thanksKey(a, broker), thanksKey(b, broker)]) {
      if ((this.#latest.get(key) ?? Number.NEGATIVE_INFINITY) >= day) this.#accept(one);
      this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), one]);
    }
  }

  /** Two people met, dealt with each other, or did each other a favor. */
  addDealing(a: string, b: string, day: UtcDay): void {
    this.#take(pairKey(a, b), day);
  }

  /** Somebody thanked somebody, or told them what became of it. */
  addThanks(giver: string, receiver: string, day: UtcDay): void {
    this.#take(thanksKey(giver, receiver), day);
  }

  /** @param received Introductions received. */
  result(received: number): Hub {
    const { rate: share, interval } = rateOf(this.#brokered, this.#brokered + received);
    return { brokered: this.#brokered, accepted: this.#accepted, share, interval };
  }

  #take(key: string, day: UtcDay): void {
    this.#latest.set(key, Math.max(this.#latest.get(key) ?? Number.NEGATIVE_INFINITY, day));
    for (const one of this.#waiting.get(key) ?? []) if (one.day <= day) this.#accept(one);
  }

  #accept(one: Brokered): void {
    if (one.accepted) return;
    one.accepted = true;
    this.#accepted++;
  }
}

function thanksKey(giver: string, receiver: string): string {
  return `thanks ${giver.length}:${giver}${receiver}`;
}
