import type { OracleInput } from "./planning-oracle.js";

/** A fraction of big integers, so that the price equation is solved without rounding. */
interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** A step function of u: `value` holds from `from` on, until the next step. */
type Steps = readonly { readonly from: Fraction; readonly value: Fraction }[];

/**
 * Oracle: prices by the integral of issue 4, step functions in exact fractions. Routes are a forest, with the last ask of all
 * routes stripped where `sharedLast`.
 */
export function exactPrices({ asks, routes }: OracleInput, sharedLast: boolean): Map<string, number> {
  const byId = new Map(asks.map((ask) => [ask.id, ask]));
  const prices = new Map<string, Fraction>();
  const last = sharedLast ? byId.get(routes[0]!.at(-1)!)! : undefined;
  const inner = sharedLast ? routes.map((route) => route.slice(0, -1)) : routes;
  const phi = (prefix: readonly string[], through: readonly (readonly string[])[]): Steps => {
    const id = prefix.at(-1)!;
    const p = fraction(byId.get(id)!.probability);
    const ends = through.some((route) => route.length === prefix.length);
    const below = new Set(
      through.filter((route) => route.length > prefix.length).map((route) => route[prefix.length]!),
    );
    let psi: Steps = [{ from: ZERO, value: ends ? ZERO : ONE }];
    if (!ends) {
      for (const next of below) {
        psi = product(
          psi,
          phi(
            [...prefix, next],
            through.filter((route) => route[prefix.length] === next),
          ),
        );
      }
    }
    const price = solve(psi, divide(fraction(byId.get(id)!.cost), p));
    prices.set(id, price);
    const kept = psi.filter((_, i) => i === psi.length - 1 || compare(psi[i + 1]!.from, price) > 0);
    return [
      ...(compare(price, ZERO) > 0 ? [{ from: ZERO, value: ONE }] : []),
      ...kept.map(({ from, value }) => ({
        from: compare(from, price) > 0 ? from : price,
        value: add(subtract(ONE, p), multiply(p, value)),
      })),
    ];
  };
  for (const first of new Set(inner.map((route) => route[0]!))) {
    phi(
      [first],
      inner.filter((route) => route[0] === first),
    );
  }
  const outer = new Map([...prices].map(([id, price]) => [id, toNumber(price)]));
  if (last !== undefined) {
    const t = fraction(last.probability);
    for (const [id, price] of prices) outer.set(id, toNumber(divide(add(price, fraction(last.cost)), t)));
    outer.set(last.id, toNumber(divide(fraction(last.cost), t)));
  }
  return outer;
}

/** The u with the integral from 0 to u of (1 - psi) = target; the smallest place from which psi < 1 where the target is 0. */
function solve(psi: Steps, target: Fraction): Fraction {
  let area = ZERO;
  for (let i = 0; i < psi.length; i++) {
    const height = subtract(ONE, psi[i]!.value);
    const end = psi[i + 1]?.from;
    const rest = subtract(target, area);
    if (compare(height, ZERO) > 0) {
      const at = add(psi[i]!.from, divide(rest, height));
      if (end === undefined || compare(at, end) <= 0) return at;
      area = add(area, multiply(height, subtract(end, psi[i]!.from)));
    }
  }
  throw new Error("psi is 1 everywhere");
}

function product(a: Steps, b: Steps): Steps {
  const places = [...a, ...b].map((step) => step.from).sort(compare);
  const at = (steps: Steps, place: Fraction) =>
    steps.filter((step) => compare(step.from, place) <= 0).at(-1)!.value;
  return places
    .filter((place, i) => i === 0 || compare(place, places[i - 1]!) > 0)
    .map((from) => ({ from, value: multiply(at(a, from), at(b, from)) }));
}

/** The exact value of a double. */
function fraction(x: number): Fraction {
  let d = 1n;
  let scaled = x;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    d *= 2n;
  }
  return reduce(BigInt(scaled), d);
}

function reduce(n: bigint, d: bigint): Fraction {
  const sign = d < 0n ? -1n : 1n;
  let [a, b] = [n < 0n ? -n : n, d * sign];
  while (b !== 0n) [a, b] = [b, a % b];
  return { n: (sign * n) / a, d: (sign * d) / a };
}

function toNumber({ n, d }: Fraction): number {
  return Number((n * 10n ** 30n) / d) / 1e30;
}
const ZERO: Fraction = { n: 0n, d: 1n };
const ONE: Fraction = { n: 1n, d: 1n };
const add = (a: Fraction, b: Fraction) => reduce(a.n * b.d + b.n * a.d, a.d * b.d);
const subtract = (a: Fraction, b: Fraction) => reduce(a.n * b.d - b.n * a.d, a.d * b.d);
const multiply = (a: Fraction, b: Fraction) => reduce(a.n * b.n, a.d * b.d);
const divide = (a: Fraction, b: Fraction) => reduce(a.n * b.d, a.d * b.n);
const compare = (a: Fraction, b: Fraction) => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
