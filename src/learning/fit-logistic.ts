import { checkShape, maxOf, soundOf, unfit } from "../base/index.js";

/** What a logistic model is fitted on. */
export interface LogisticData {
  /** One row an observation, all of one length. */
  readonly rows: readonly (readonly number[])[];
  /** What came of each: 0 to 1. */
  readonly outcomes: readonly number[];
  /** @defaultValue 1 each */
  readonly weights?: readonly number[] | undefined;
}

/** How it is fitted. */
export interface LogisticOptions {
  /** Least value of every coefficient: 0 keeps each sign, so that what was monotone stays so. @defaultValue none */
  readonly least?: number | undefined;
  /**
   * Coefficients to stay near, the intercept after them if it is given, and how strongly (a normal prior of variance 1/ridge
   * each). @defaultValue 0s, 1e-6
   */
  readonly prior?: readonly number[] | undefined;
  readonly ridge?: number | undefined;
}

/** log-odds = intercept + sum of coefficients x row. */
export interface LogisticFit {
  readonly intercept: number;
  readonly coefficients: readonly number[];
}

/**
 * Weighted logistic regression with an optional lower bound. Newton's method runs on the coefficients that are free; those
 * held at the bound are left out. Each step is halved until the penalised likelihood does not fall. Deterministic; concave, so the
 * optimum is the only one. O(n k²) a step for k features, some ten steps.
 * @throws WarmpathError `INVALID_ARGUMENT` for no rows, rows of unequal length or numbers that are not finite.
 */
export function fitLogistic(data: LogisticData, options: LogisticOptions = {}): LogisticFit {
  return soundOf("data", () => {
    checkShape(data, { rows: "list", outcomes: "list" }, "data");
    checkData(data);
    const { least = Number.NEGATIVE_INFINITY, ridge = 1e-6 } = options;
    checkShape(options, { ridge: "finite?" }, "options");
    checkShape(least, "number", "options.least");
    const size = data.rows[0]!.length;
    const prior = [...data.rows[0]!, 0].map((_, k) => options.prior?.[k] ?? 0);
    let at = prior.map((value, k) => (k < size ? Math.max(value, least) : value));
    let value = likelihood(data, at, prior, ridge);
    for (let step = 0; step < 100; step++) {
      const { gradient, curvature } = slopes(data, at, prior, ridge);
      const free = at.map((c, k) => k === size || c > least || gradient[k]! > 0);
      const move = solve(curvature, gradient, free);
      let share = 1;
      let next = at;
      for (; share > 1e-10; share /= 2) {
        next = at.map((c, k) => (k < size ? Math.max(c + share * move[k]!, least) : c + share * move[k]!));
        if (likelihood(data, next, prior, ridge) >= value) break;
      }
      const moved = maxOf(next.map((c, k) => Math.abs(c - at[k]!)));
      if (share <= 1e-10 || moved < 1e-10) break;
      at = next;
      value = likelihood(data, at, prior, ridge);
    }
    return { intercept: at[size]!, coefficients: at.slice(0, size) };
  });
}

function checkData({ rows, outcomes, weights }: LogisticData): void {
  const size = rows[0]?.length;
  const good =
    size !== undefined &&
    rows.every((row) => row.length === size && row.every(Number.isFinite)) &&
    outcomes.length === rows.length &&
    outcomes.every((y) => y >= 0 && y <= 1) &&
    (weights === undefined ||
      (weights.length === rows.length && weights.every((w) => w >= 0 && w < Infinity)));
  if (!good) throw unfit("rows, outcomes and weights", "as many numbers each");
}

function logOdds(row: readonly number[], at: readonly number[]): number {
  let sum = at[row.length]!;
  for (let k = 0; k < row.length; k++) sum += at[k]! * row[k]!;
  return sum;
}

/** Penalised log-likelihood; ln(1 + e^z) in the form that does not overflow. */
function likelihood(
  data: LogisticData,
  at: readonly number[],
  prior: readonly number[],
  ridge: number,
): number {
  let sum = 0;
  data.rows.forEach((row, i) => {
    const z = logOdds(row, at);
    sum +=
      (data.weights?.[i] ?? 1) *
      (data.outcomes[i]! * z - Math.max(z, 0) - Math.log1p(Math.exp(-Math.abs(z))));
  });
  return at.reduce((total, c, k) => total - (ridge / 2) * (c - prior[k]!) ** 2, sum);
}

function slopes(data: LogisticData, at: readonly number[], prior: readonly number[], ridge: number) {
  const size = at.length;
  const gradient = at.map((c, k) => -ridge * (c - prior[k]!));
  const curvature = at.map((_, k) => at.map((_, l) => (k === l ? ridge : 0)));
  data.rows.forEach((row, i) => {
    const p = 1 / (1 + Math.exp(-logOdds(row, at)));
    const weight = data.weights?.[i] ?? 1;
    const miss = weight * (data.outcomes[i]! - p);
    const bend = weight * p * (1 - p);
    for (let k = 0; k < size; k++) {
      const x = k < row.length ? row[k]! : 1;
      gradient[k]! += miss * x;
      for (let l = 0; l < size; l++) curvature[k]![l]! += bend * x * (l < row.length ? row[l]! : 1);
    }
  });
  return { gradient, curvature };
}

/**
 * Gaussian elimination over the free coefficients; the others do not move. The matrix is a curvature, so no row need be swapped. A pivot
 * that vanishes leaves its place where it is.
 */
function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
  free: readonly boolean[],
): number[] {
  const indices = free.flatMap((is, k) => (is ? [k] : []));
  const rows = indices.map((k) => [...indices.map((l) => matrix[k]![l]!), right[k]!]);
  const n = indices.length;
  for (let i = 0; i < n; i++) {
    if (Math.abs(rows[i]![i]!) < 1e-300) continue;
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = rows[r]![i]! / rows[i]![i]!;
      for (let c = i; c <= n; c++) rows[r]![c]! -= factor * rows[i]![c]!;
    }
  }
  const move = free.map(() => 0);
  indices.forEach((k, i) => {
    move[k] = Math.abs(rows[i]![i]!) < 1e-300 ? 0 : rows[i]![n]! / rows[i]![i]!;
  });
  return move;
}
