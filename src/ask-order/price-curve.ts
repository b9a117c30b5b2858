/**
 * What a part is worth, as a function F of what success is worth: convex, piecewise linear, 0 up to its first price. F(u) is the sum of
 * `masses[i]` x max(0, u - `prices[i]`), prices rising. So it is E max(0, u - T) for a price T of success that is drawn, and is infinite where
 * nothing succeeds. Parts that share nothing are worth what the least of their prices is (Weitzman 1979; Whittle 1980).
 */
export interface PriceCurve {
  readonly prices: readonly number[];
  readonly masses: readonly number[];
}

export const NO_CURVE: PriceCurve = { prices: [], masses: [] };
/** Of success itself. */
export const SURE_CURVE: PriceCurve = { prices: [0], masses: [1] };

/** What a part is worth where success is worth so much. */
export function curveAt({ prices, masses }: PriceCurve, value: number): number {
  let sum = 0;
  for (let i = 0; i < prices.length && prices[i]! < value; i++) sum += masses[i]! * (value - prices[i]!);
  return sum;
}

/** What no policy brings: at a value what the curve says, without one minus the least cost of succeeding that often. */
export function upperValueOf(upper: PriceCurve, value: number, success: number): number {
  if (value < Number.POSITIVE_INFINITY) return curveAt(upper, value);
  let left = success;
  let cost = 0;
  for (let i = 0; i < upper.prices.length && left > 0; i++) {
    const mass = Math.min(left, upper.masses[i]!);
    cost += mass * upper.prices[i]!;
    left -= mass;
  }
  // Where prices are past all numbers, nothing better is known than that asking costs something.
  return Number.isFinite(cost) ? -cost : 0;
}

/** Of an ask, with the curves of what a yes and a refusal leave: max(0, -c + p yes + (1 - p) no), without prices above `most`. */
export function curveOfAsk(
  p: number,
  cost: number,
  yes: PriceCurve,
  no: PriceCurve,
  most: number,
): PriceCurve {
  const prices: number[] = [];
  const masses: number[] = [];
  let begun = cost <= 0;
  let height = -cost;
  let slope = 0;
  let from = 0;
  for (let i = 0, j = 0; i < yes.prices.length || j < no.prices.length; ) {
    const takesYes = j >= no.prices.length || yes.prices[i]! <= no.prices[j]!;
    const price = takesYes ? yes.prices[i]! : no.prices[j]!;
    const mass = takesYes ? p * yes.masses[i++]! : (1 - p) * no.masses[j++]!;
    if (!begun) {
      height += slope * (price - from);
      if (height >= 0) {
        begun = true;
        prices.push(price - height / slope);
        masses.push(slope);
      }
      slope += begun ? 0 : mass;
      from = price;
    }
    if (begun && mass > 0) {
      if (prices[prices.length - 1] === price) masses[masses.length - 1]! += mass;
      else {
        prices.push(price);
        masses.push(mass);
      }
    }
  }
  if (!begun && slope > 0) {
    prices.push(from - height / slope);
    masses.push(slope);
  }
  while (prices.length > 0 && !(prices[prices.length - 1]! <= most)) {
    prices.pop();
    masses.pop();
  }
  return { prices, masses };
}

/** Of parts that share nothing. */
export function curveOfParts(curves: readonly PriceCurve[]): PriceCurve {
  return curves.length === 0 ? NO_CURVE : curves.reduce(leastOf);
}

function leastOf(a: PriceCurve, b: PriceCurve): PriceCurve {
  const prices: number[] = [];
  const masses: number[] = [];
  let [openA, openB] = [1, 1];
  for (let i = 0, j = 0; i < a.prices.length || j < b.prices.length; ) {
    const takesA = j >= b.prices.length || a.prices[i]! <= b.prices[j]!;
    const mass = takesA ? a.masses[i]! * openB : b.masses[j]! * openA;
    const price = takesA ? a.prices[i]! : b.prices[j]!;
    if (prices[prices.length - 1] === price) masses[masses.length - 1]! += Math.max(0, mass);
    else {
      prices.push(price);
      masses.push(Math.max(0, mass));
    }
    if (takesA) openA = Math.max(0, openA - a.masses[i++]!);
    else openB = Math.max(0, openB - b.masses[j++]!);
  }
  return { prices, masses };
}

/** The larger of two curves at each value up to `most`. */
export function largerCurve(a: PriceCurve, b: PriceCurve, most: number): PriceCurve {
  const prices: number[] = [];
  const masses: number[] = [];
  let slope = 0;
  const turn = (price: number, to: number): void => {
    if (!(to > slope)) return;
    prices.push(price);
    masses.push(to - slope);
    slope = to;
  };
  let [from, above, slopeA, slopeB] = [0, 0, 0, 0];
  for (let i = 0, j = 0; from < most; ) {
    const to = Math.min(a.prices[i] ?? most, b.prices[j] ?? most, most);
    const rise = slopeA - slopeB;
    // Where they do not cross, or did before, the larger slope is there already.
    const crossing = from - above / rise;
    if (crossing < to) turn(crossing, Math.max(slopeA, slopeB));
    above += rise * (to - from);
    from = to;
    if (!(to < most)) break;
    while (a.prices[i] === to) slopeA += a.masses[i++]!;
    while (b.prices[j] === to) slopeB += b.masses[j++]!;
    turn(to, above > 0 || (above === 0 && slopeA > slopeB) ? slopeA : slopeB);
  }
  return { prices, masses };
}

/** By `most` prices or few more: neighbors are drawn together at the lowest of them, from above, or at their mean, which is never more. */
export function thinned(curve: PriceCurve, most: number, side: "above" | "below"): PriceCurve {
  const { prices, masses } = curve;
  if (prices.length <= most) return curve;
  const step = Math.ceil(prices.length / most);
  const thin = { prices: [] as number[], masses: [] as number[] };
  for (let from = 0; from < prices.length; from += step) {
    let [mass, sum] = [0, 0];
    for (let i = from; i < Math.min(from + step, prices.length); i++) {
      mass += masses[i]!;
      sum += masses[i]! * (prices[i]! - prices[from]!);
    }
    thin.prices.push(prices[from]! + (side === "above" || mass === 0 ? 0 : sum / mass));
    thin.masses.push(mass);
  }
  return thin;
}

/** Of a part whose routes all end in one ask more, of probability p; prices above `most` are left out. */
export function curveBefore(
  { prices, masses }: PriceCurve,
  p: number,
  cost: number,
  most: number,
): PriceCurve {
  const after = prices.map((price) => (price + cost) / p).filter((price) => price <= most);
  return { prices: after, masses: masses.slice(0, after.length).map((mass) => mass * p) };
}
