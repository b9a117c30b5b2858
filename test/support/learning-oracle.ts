/** P(X <= x) of Beta(a, b) for whole a and b: a sum of binomial terms. */
export function betaByBinomial(x: number, a: number, b: number): number {
  const n = a + b - 1;
  let sum = 0;
  for (let k = a; k <= n; k++) {
    let term = 1;
    for (let i = 0; i < k; i++) term *= (n - i) / (i + 1);
    sum += term * x ** k * (1 - x) ** (n - k);
  }
  return sum;
}

/** Deterministic uniform numbers in (0, 1): Lehmer's generator. */
export function uniforms(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A draw from Gamma(shape) (Marsaglia and Tsang). */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(random()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw from Beta(a, b). */
export function betaDraw(a: number, b: number, random: () => number): number {
  const x = gamma(a, random);
  return x / (x + gamma(b, random));
}

/** Groups of a level as their rates state them. */
type Groups = readonly { readonly prior: number; readonly successes: number; readonly trials: number }[];

/**
 * What the method of moments says of how far groups differ, 1/(M + 1), and how sure that is: the excess of the squared misses over
 * what luck alone would give, and its variance where all groups are alike, by adding up every count that could have come.
 */
export function sharesOfGroups(groups: Groups): {
  raw: number;
  share: number;
  noise: number;
  error: number;
  groups: number;
} {
  const parts = groups
    .filter(({ trials }) => trials > 1)
    .map(({ prior: p, successes: s, trials: n }) => {
      const luck = n * p * (1 - p);
      let variance = 0;
      for (let k = 0; k <= n; k++) variance += chanceOf(k, n, p) * ((k - n * p) ** 2 - luck) ** 2;
      return { excess: (s - n * p) ** 2 - luck, scale: luck * (n - 1), variance };
    });
  const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((all, one) => all + of(one), 0);
  const scale = sum((part) => part.scale);
  const raw = sum((part) => part.excess) / scale;
  const share = Math.max(0, raw);
  return {
    raw,
    share,
    noise: Math.sqrt(sum((part) => part.variance)) / scale,
    error: Math.sqrt(sum((part) => (part.excess - share * part.scale) ** 2)) / scale,
    groups: parts.length,
  };
}

/** Chance of k of n. */
function chanceOf(k: number, n: number, p: number): number {
  let chance = p ** k * (1 - p) ** (n - k);
  for (let i = 1; i <= k; i++) chance *= (n - k + i) / i;
  return chance;
}

const SHARES = Array.from({ length: 21 }, (_, k) => k / 20);

/**
 * The most likely odds of a guess and consent of those who can pass it on, after so many answers, by trying all values and all
 * shares of the untied who say so. Each forecast weighs as ten answers of its kind.
 */
export function mostLikely(
  forecast: { readonly knows: number; readonly willing: number; readonly first: number },
  { yes, no, untied }: { readonly yes: number; readonly no: number; readonly untied: number },
): { knows: number; first: number } {
  const prior = (at: number, said: number) => 10 * (said * Math.log(at) + (1 - said) * Math.log(1 - at));
  const count = (times: number, chance: number) => (times === 0 ? 0 : times * Math.log(chance));
  let best = { knows: 0, first: 0, worth: Number.NEGATIVE_INFINITY };
  for (let knows = 0.005; knows < 0.8; knows += 0.01) {
    const able = knows + (1 - knows) * forecast.willing;
    for (let first = 0.005; first < 1; first += 0.01) {
      const given = prior(knows, forecast.knows) + prior(first, forecast.first) + count(yes, able * first);
      for (const told of SHARES) {
        const plain = able * (1 - first) + (1 - able) * (1 - told);
        const worth = given + count(untied, (1 - able) * told) + count(no, plain);
        if (worth > best.worth) best = { knows, first, worth };
      }
    }
  }
  return best;
}
