/**
 * What is left of the routes after some answers. A refusal takes away every route that holds the ask, a yes takes the
 * ask out of every route. What is left is a problem of the same kind. Residual routes are interned: a state is a sorted
 * list of small numbers. Two histories that leave the same problem meet in the same state.
 */
export class ResidualRoutes {
  /** Asks of each interned route, in order. */
  readonly asksOf: (readonly number[])[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #without: Map<number, number>[] = [];
  /** One bit for each ask modulo 32: routes without a common bit share nothing. */
  readonly #bits: number[] = [];
  readonly #tick: () => void;
  #steps = 0;

  /** `tick` is called every 64 states. What it throws ends the work. */
  constructor(tick: () => void = () => undefined) {
    this.#tick = tick;
  }

  /** The state of these routes before any answer. */
  start(routes: readonly (readonly number[])[]): State {
    return this.#state(routes.map((route) => this.#intern(route)));
  }

  /** The state of `routes` after these answers: 1 a yes, -1 a refusal, 0 not asked. */
  after(routes: readonly (readonly number[])[], answers: ArrayLike<number>): State {
    const left: number[] = [];
    for (const route of routes) {
      if (route.some((ask) => answers[ask]! < 0)) continue;
      left.push(
        route.reduce((rest, ask) => (answers[ask]! > 0 ? this.#drop(rest, ask) : rest), this.#intern(route)),
      );
    }
    return this.#state(left);
  }

  /** The state after a yes; `DONE` where a route is complete. */
  agreed(state: State, ask: number): State {
    return this.#state(state.map((route) => this.#drop(route, ask)));
  }

  /** The state after a refusal. */
  declined(state: State, ask: number): State {
    return this.#state(state.filter((route) => !this.asksOf[route]!.includes(ask)));
  }

  /** Counts one step of work. */
  step(): void {
    if (this.#steps++ % 64 === 0) this.#tick();
  }

  routes(state: State): (readonly number[])[] {
    return state.map((route) => this.asksOf[route]!);
  }

  /** Sorted, each once, without the routes that can add nothing; `DONE` where a route has no ask left. */
  #state(numbers: readonly number[]): State {
    this.step();
    const sorted = [...numbers].sort((a, b) => a - b);
    const state = sorted.filter((route, i) => route !== sorted[i - 1]);
    if (state.some((route) => this.#bits[route] === 0)) return DONE;
    return this.#withoutIdle(state);
  }

  /**
   * Drops each route s that has another one as a subsequence, since success by s is success by that one. It must open
   * no ask of a kept route earlier than the kept ones do. A fixed point: a route that does open something is kept,
   * which may keep others.
   */
  #withoutIdle(state: State): State {
    const inner = this.#innerRoutes(state);
    if (inner === undefined) return state;
    for (let size = -1; size !== inner.size; ) {
      size = inner.size;
      for (const [s, held] of inner) {
        const idle = held.some((r) => !inner.has(r) && !this.#opens(s, r, state, inner));
        if (!idle) inner.delete(s);
      }
    }
    return state.filter((s) => !inner.has(s));
  }

  /** For each route that holds others as subsequences: which; undefined where none does. */
  #innerRoutes(state: State): Map<number, number[]> | undefined {
    let inner: Map<number, number[]> | undefined;
    for (const s of state) {
      const others = ~this.#bits[s]!;
      for (const r of state) {
        if ((this.#bits[r]! & others) !== 0 || r === s || !this.#holds(s, r)) continue;
        inner ??= new Map();
        const held = inner.get(s);
        if (held === undefined) inner.set(s, [r]);
        else held.push(r);
      }
    }
    return inner;
  }

  /** True where s makes possible, sooner than another kept route does, an ask of that route which r does not hold. */
  #opens(s: number, r: number, state: State, idle: ReadonlyMap<number, unknown>): boolean {
    const route = this.asksOf[s]!;
    const base = this.asksOf[r]!;
    for (let position = 0; position < route.length; position++) {
      const ask = route[position]!;
      if (base.includes(ask)) continue;
      for (const q of state) {
        if (idle.has(q)) continue;
        const other = this.asksOf[q]!;
        for (let at = other.indexOf(ask) - 1; at >= 0; at--) {
          const sooner = route.indexOf(other[at]!);
          if (sooner < 0 || sooner >= position) return true;
        }
      }
    }
    return false;
  }

  /** True where route r is a subsequence of route s. */
  #holds(s: number, r: number): boolean {
    const inner = this.asksOf[r]!;
    let found = 0;
    for (const ask of this.asksOf[s]!) if (ask === inner[found]) found++;
    return found === inner.length;
  }

  #drop(route: number, ask: number): number {
    let next = this.#without[route]!.get(ask);
    if (next === undefined) {
      const asks = this.asksOf[route]!;
      next = asks.includes(ask) ? this.#intern(asks.filter((other) => other !== ask)) : route;
      this.#without[route]!.set(ask, next);
    }
    return next;
  }

  #intern(asks: readonly number[]): number {
    const key = asks.join();
    let number = this.#numberOf.get(key);
    if (number === undefined) {
      number = this.asksOf.length;
      this.#numberOf.set(key, number);
      this.asksOf.push(asks);
      this.#without.push(new Map());
      this.#bits.push(asks.reduce((bits, ask) => bits | (1 << ask), 0));
    }
    return number;
  }
}

/** Numbers of the residual routes, rising; empty where no route is left. */
export type State = readonly number[];

/** A route is complete. */
export const DONE: State = [-1];
