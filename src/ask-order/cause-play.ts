import { type AskBlock, comparePrice, priceOf } from "./ask-blocks.js";
import type { CauseGroups, GroupMove } from "./cause-groups.js";
import { keyOfGroups, type Result, withGroups, without } from "./policy-value.js";

/** Groups of routes that share nothing but a cause of this chance; `value` is of success (Infinity: try every route). */
export interface PricedGroups {
  readonly groups: CauseGroups;
  readonly chance: number;
  readonly value: number;
}

/** The group to ask in, by its index among those left, its move, and the price of it. */
export interface PricedMove {
  readonly at: number;
  readonly index: number;
  readonly price: number;
}

/** The group of the lowest price where each has the cause for itself; undefined where none is left or none pays. */
export function cheapestMove(
  { groups, chance, value }: PricedGroups,
  ids: readonly number[],
): PricedMove | undefined {
  let best: PricedMove | undefined;
  for (let at = 0; at < ids.length; at++) {
    const { blocks, head } = groups.blocks(ids[at]!, chance);
    const price = priceOf(blocks[0]!);
    if (comparePrice(price, best?.price ?? value) > (best === undefined ? 0 : -1)) continue;
    best = { at, index: groups.at(ids[at]!).asks.indexOf(head), price };
  }
  return best;
}

/**
 * What asking by `cheapestMove` brings until success, or the end, or the cause is known. From then on it is rising price, which is
 * optimal. Prices are each group's own, and a group that is begun goes on until its price is above the one it began at. So the play is a
 * walk up the prices. The groups are independent as long as nothing succeeds and the cause is not known, so each is followed by itself.
 * The work grows with the sum of their states, not with the product. Undefined where the states of single groups are too many.
 */
export function playByPrice(game: PricedGroups, start: readonly number[]): Result | undefined {
  const states = new States(game);
  if (!states.reach(start)) return undefined;
  const standing = start.map((id) => addTo(new Map(), [id], 1));
  const all = new Independent(standing.map((left) => states.failing(left.values())));
  let success = 0;
  let cost = 0;
  for (;;) {
    const next = lowest(standing, states);
    if (next === undefined) return { success, cost };
    for (const [g, left] of standing.entries()) {
      const begun = [...left].filter(([, { ids }]) => states.isHead(ids, next.id));
      if (begun.length === 0) continue;
      const others = all.massWithout(g);
      const known: Standing = new Map();
      const play = (ids: readonly number[], reached: number): void => {
        const { at, move } = states.head(ids)!;
        cost += others * reached * move.cost;
        for (const [{ kind, left: rest }, share] of outcomesOf(move)) {
          const q = reached * share;
          if (kind === "success") {
            success += others * q;
            continue;
          }
          const then = withGroups(without(ids, at), rest);
          const price = states.head(then)?.price ?? Number.POSITIVE_INFINITY;
          if (kind === "on" && comparePrice(price, next.price) < 0) play(then, q);
          else addTo(kind === "on" ? left : known, then, q);
        }
      };
      for (const [key] of begun) left.delete(key);
      for (const [, { ids, chance }] of begun) play(ids, chance);
      all.set(g, states.failing(left.values()));
      if (known.size === 0) continue;
      // The cause is known: it holds, or all play on in rising price.
      const failed = all.playedOut(g, states.failing(known.values()), states.prices);
      success += game.chance * failed.mass + (1 - game.chance) * failed.success;
      cost += (1 - game.chance) * failed.cost;
    }
  }
}

/** What may be left of one group while nothing has succeeded and the cause is not known, each with its probability. */
type Standing = Map<string, { readonly ids: readonly number[]; chance: number }>;

/** The lowest price of all that may be left, and whose it is. */
type Next = Pick<PricedMove, "price"> & { readonly id: number };

function lowest(standing: readonly Standing[], states: States): Next | undefined {
  let next: Next | undefined;
  for (const left of standing) {
    for (const { ids } of left.values()) {
      const head = states.head(ids);
      if (head === undefined) continue;
      const id = ids[head.at]!;
      const order = next === undefined ? -1 : comparePrice(head.price, next.price);
      if (order < 0 || (order === 0 && id < next!.id)) next = { price: head.price, id };
    }
  }
  return next;
}

/** What is left once the cause has failed: the chance that it is there, and at each price that it succeeds if not before. */
interface Failing {
  readonly mass: number;
  readonly hits: Float64Array;
}

/** What may be left of groups, looked up by their numbers. */
class States {
  readonly #game: PricedGroups;
  readonly #heads = new Map<string, (PricedMove & { readonly move: GroupMove }) | undefined>();
  readonly #hits = new Map<string, Float64Array>();
  /** Prices at which some state may succeed once the cause has failed, rising. */
  prices: readonly number[] = [];

  constructor(game: PricedGroups) {
    this.#game = game;
  }

  head(ids: readonly number[]): (PricedMove & { readonly move: GroupMove }) | undefined {
    const key = keyOfGroups(ids);
    if (!this.#heads.has(key)) {
      const head = cheapestMove(this.#game, ids);
      const move = head && this.#game.groups.moves(ids[head.at]!).find(({ index }) => index === head.index);
      this.#heads.set(key, head && { ...head, move: move! });
    }
    return this.#heads.get(key);
  }

  /** True where a group is the one to ask in next; its price goes with it. */
  isHead(ids: readonly number[], group: number): boolean {
    const head = this.head(ids);
    return head !== undefined && ids[head.at] === group;
  }

  /** Goes through every state; false where they are too many, or a price is too large for a number. */
  reach(start: readonly number[]): boolean {
    const found = new Map(start.map((id) => [keyOfGroups([id]), [id]]));
    const prices = new Set<number>();
    for (const ids of found.values()) {
      for (const block of this.#plain(ids)) prices.add(priceOf(block));
      if (found.size * prices.size > MOST_NUMBERS) return false;
      const head = this.head(ids);
      if (head === undefined) continue;
      for (const [{ left }] of outcomesOf(head.move)) {
        const then = withGroups(without(ids, head.at), left);
        found.set(keyOfGroups(then), then);
      }
    }
    this.prices = [...prices].sort((a, b) => a - b);
    return !prices.has(Number.POSITIVE_INFINITY);
  }

  /** One of several, each with its probability. */
  failing(several: Iterable<{ readonly ids: readonly number[]; readonly chance: number }>): Failing {
    const list = [...several].map(({ ids, chance }) => ({ open: chance, own: this.#hitsOf(ids) }));
    const mass = list.reduce((sum, { open }) => sum + open, 0);
    const hits = Float64Array.from(this.prices, (_, i) => {
      let [open, hit] = [0, 0];
      for (const one of list) {
        open += one.open;
        hit += one.open * one.own[i]!;
        one.open *= 1 - one.own[i]!;
      }
      return open === 0 ? 0 : hit / open;
    });
    return { mass, hits };
  }

  #hitsOf(ids: readonly number[]): Float64Array {
    const key = keyOfGroups(ids);
    let hits = this.#hits.get(key);
    if (hits === undefined) {
      const blocks = this.#plain(ids);
      let at = 0;
      hits = Float64Array.from(this.prices, (price) => {
        let fail = 0;
        for (; at < blocks.length && priceOf(blocks[at]!) <= price; at++)
          fail += Math.log1p(-blocks[at]!.probability);
        return -Math.expm1(fail);
      });
      this.#hits.set(key, hits);
    }
    return hits;
  }

  /** Blocks that pay once the cause has failed, in rising price. */
  #plain(ids: readonly number[]): readonly AskBlock[] {
    const { groups, value } = this.#game;
    return groups.blocksAfterFailure(ids).filter((block) => comparePrice(priceOf(block), value) <= 0);
  }
}

/** Groups that know nothing of one another, of which one at a time changes. */
class Independent {
  readonly #groups: Failing[];
  /** Of the chance that nothing succeeds at a price: the sum of logarithms, and how many it is 0 for. */
  readonly #logs: Float64Array;
  readonly #sure: Int32Array;

  constructor(groups: readonly Failing[]) {
    this.#groups = [...groups];
    const size = groups[0]?.hits.length ?? 0;
    this.#logs = new Float64Array(size);
    this.#sure = new Int32Array(size);
    for (const group of groups) this.#add(group, 1);
  }

  set(at: number, group: Failing): void {
    this.#add(this.#groups[at]!, -1);
    this.#groups[at] = group;
    this.#add(group, 1);
  }

  massWithout(at: number): number {
    return this.#groups.reduce((product, { mass }, i) => (i === at ? product : product * mass), 1);
  }

  /** All played in rising price, the group at an index being another one. An ask's cost is its price times its success. */
  playedOut(at: number, other: Failing, prices: readonly number[]): Result & { readonly mass: number } {
    const mass = this.massWithout(at) * other.mass;
    const own = this.#groups[at]!;
    let open = mass;
    let cost = 0;
    for (let i = 0; i < prices.length; i++) {
      const sure = this.#sure[i]! - (own.hits[i] === 1 ? 1 : 0);
      const log = this.#logs[i]! - (own.hits[i] === 1 ? 0 : Math.log1p(-own.hits[i]!));
      const hit = sure > 0 ? 1 : -Math.expm1(log + Math.log1p(-other.hits[i]!));
      cost += open * hit * prices[i]!;
      open *= 1 - hit;
    }
    return { mass, success: mass - open, cost };
  }

  #add({ hits }: Failing, sign: 1 | -1): void {
    hits.forEach((hit, i) => {
      if (hit === 1) this.#sure[i]! += sign;
      else if (hit > 0) this.#logs[i]! += sign * Math.log1p(-hit);
    });
  }
}

function outcomesOf({ probability, yes, no }: GroupMove): (readonly [GroupMove["yes"][number], number])[] {
  return [
    ...yes.map((one) => [one, probability * one.chance] as const),
    ...no.map((one) => [one, (1 - probability) * one.chance] as const),
  ];
}

function addTo(left: Standing, ids: readonly number[], chance: number): Standing {
  const known = left.get(keyOfGroups(ids));
  if (known === undefined) left.set(keyOfGroups(ids), { ids, chance });
  else known.chance += chance;
  return left;
}

/** Numbers held at most: states of single groups times prices. */
const MOST_NUMBERS = 5_000_000;
