import { isReadable } from "../base/check-shape.js";
import { unfit, WarmpathError } from "../base/error.js";
import { checkId } from "../base/id.js";

/** One request to one person: what it costs whatever the answer (fp, finite, >= 0) and how likely the answer is yes. */
export interface Ask {
  readonly id: string;
  /** Probability of a yes, in [0, 1]. */
  readonly probability: number;
  readonly cost: number;
}

/**
 * Asks and the routes that they form. A route is the consents of one path in order; routes share an ask by naming the same
 * id. An ask is possible once all asks before it in some route that holds no refusal were a yes. A route without asks is
 * complete from the start; an id named twice in a route counts once.
 */
export interface AskRoutes {
  readonly asks: readonly Ask[];
  readonly routes: readonly (readonly string[])[];
}

/** Of each ask, by its number, how likely a yes is and what it costs. */
export interface AskNumbers {
  readonly probability: readonly number[];
  readonly cost: readonly number[];
}

/** The same in numbers: asks in code-unit order of their ids, so that the order of the input cannot matter. */
export interface NumberedRoutes {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly probability: readonly number[];
  readonly cost: readonly number[];
  /** Without repeated routes and without those that hold an ask of probability 0. */
  readonly routes: readonly (readonly number[])[];
}

/**
 * Checks asks and routes and numbers them.
 * @throws WarmpathError `INVALID_ASK` for a probability outside [0, 1], a cost that is negative or not finite. Likewise for an
 * id that occurs twice and a route that names an unknown ask. `INVALID_ID` for an id that is no well-formed string.
 */
export function numberRoutes({ asks, routes }: AskRoutes): NumberedRoutes {
  if (!isReadable(asks) || !isReadable(routes) || !Array.isArray(asks) || !Array.isArray(routes)) {
    throw unfit("asks", "a list, and routes too");
  }
  Array.from(asks).forEach(checkAsk);
  const sorted = [...asks].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numberOf = new Map(sorted.map((ask, number) => [ask.id, number]));
  if (numberOf.size !== sorted.length) throw new WarmpathError("INVALID_ASK", "an ask id occurs twice");
  const distinct = new Map<string, number[]>();
  routes.forEach((route, position) => {
    const numbers = numberRoute(route, position, numberOf);
    if (numbers.every((ask) => sorted[ask]!.probability > 0)) distinct.set(numbers.join(), numbers);
  });
  return {
    ids: sorted.map((ask) => ask.id),
    numberOf,
    probability: sorted.map((ask) => ask.probability),
    cost: sorted.map((ask) => ask.cost),
    routes: [...distinct.values()].sort(compareRoutes),
  };
}

function checkAsk(ask: Ask | null | undefined, position: number): void {
  if (!isReadable(ask)) {
    throw new WarmpathError("INVALID_ASK", "an ask is to be an object", { position });
  }
  checkId(ask.id, "ask id");
  if (typeof ask.probability !== "number" || !(ask.probability >= 0 && ask.probability <= 1)) {
    throw new WarmpathError("INVALID_ASK", "the probability of an ask is to be in [0, 1]", { position });
  }
  if (!(Number.isFinite(ask.cost) && ask.cost >= 0)) {
    throw new WarmpathError("INVALID_ASK", "the cost of an ask is to be finite and at least 0", { position });
  }
}

function numberRoute(
  route: readonly string[],
  position: number,
  numberOf: ReadonlyMap<string, number>,
): number[] {
  if (!Array.isArray(route))
    throw new WarmpathError("INVALID_ARGUMENT", "a route is to be an array", { position });
  const numbers = new Set<number>();
  for (const id of route) {
    const number = numberOf.get(id);
    if (number === undefined) {
      throw new WarmpathError("INVALID_ASK", "a route names an ask that is not among the asks", { position });
    }
    numbers.add(number);
  }
  return [...numbers];
}

/** By the first number in which they differ; of two that begin alike the shorter one first. */
export function compareRoutes(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}
