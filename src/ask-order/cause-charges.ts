import { type AskBlock, priceOf } from "./ask-blocks.js";

/** A group of one ask that costs something: what it is where the cause holds (`told`), and where it fails (`plain`). */
export interface SingleAsk {
  readonly told: AskBlock;
  readonly plain: AskBlock;
}

/** What may be added to the cost of each, and by how much the bound has to give way for it. */
export interface PairCharges {
  readonly charges: readonly number[];
  readonly short: number;
}

/**
 * What asks cost because of those that are left. Let k be the cheaper one while the cause may hold, and t once it fails. Then one of
 * two things is paid. Asking k first costs `failing` x a_k a_t (price_k - price_t) where the cause fails. Asking t first costs
 * s_k s_t (x_t - x_k) where it holds. So k is charged the smaller one while t is left. The conditions: README, A common cause.
 */
export function pairCharges(asks: readonly SingleAsk[], failing: number, value: number): PairCharges {
  const count = Math.min(asks.length, MOST_CHARGED);
  const chance = asks.map(({ told }) => told.probability);
  const price = asks.map(({ told }) => priceOf(told));
  const most = mostCharges(asks.slice(0, count), failing, value);
  const pairs: { readonly k: number; readonly t: number; readonly most: number; readonly scale: number }[] =
    [];
  for (let k = 0; k < count; k++) {
    for (let t = 0; t < count; t++) {
      const charge = most[k]![t]!;
      if (charge > 0 && price[t]! > price[k]!)
        pairs.push({ k, t, most: charge, scale: chance[k]! * chance[t]! });
    }
  }
  /** The charge on k for t being left, as a rise of its price: row k, column t. */
  const rise = Array.from({ length: count }, () => new Float64Array(count));
  /** The most that the pair allows while prices rise so, whichever of the others are left. */
  const allowed = ({ k, t, scale }: (typeof pairs)[number]): number => {
    let apart = price[t]! - price[k]!;
    const [low, high] = [rise[k]!, rise[t]!];
    for (let m = 0; m < count; m++) {
      if (m !== t) apart -= Math.max(0, low[m]! - high[m]!);
    }
    return Math.max(0, scale * apart);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const pair of pairs) {
      const { k, t } = pair;
      const charge = Math.min(pair.most, allowed(pair)) / chance[k]!;
      rise[k]![t] = (rise[k]![t]! + charge) / 2;
    }
  }
  const short = pairs.reduce(
    (sum, pair) => sum + Math.max(0, rise[pair.k]![pair.t]! * chance[pair.k]! - allowed(pair)),
    0,
  );
  const charges = asks.map((_, k) =>
    k < count ? chance[k]! * rise[k]!.reduce((sum, one) => sum + one, 0) : 0,
  );
  return { charges, short };
}

/** What asking k while t is left costs at least where the cause fails, others left or not; below 0 where k is the cheaper one. */
function mostCharges(asks: readonly SingleAsk[], failing: number, value: number): number[][] {
  const plain = asks.map((ask) => ask.plain);
  const order = plain.map((_, i) => i).sort((a, b) => priceOf(plain[a]!) - priceOf(plain[b]!));
  const most: number[][] = plain.map(() => []);
  let before = 1;
  for (const t of order) {
    for (let k = 0; k < plain.length; k++) {
      const dearer = Math.min(value, priceOf(plain[k]!)) - priceOf(plain[t]!);
      most[k]![t] = failing * plain[k]!.probability * plain[t]!.probability * before * dearer;
    }
    before *= 1 - plain[t]!.probability;
  }
  return most;
}

/** Work grows with the third power of how many asks are charged. */
const MOST_CHARGED = 60;
/** Times that all pairs are looked at; what is then still too much is taken off the bound. */
const ROUNDS = 12;
