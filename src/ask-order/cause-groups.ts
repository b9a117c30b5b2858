import { type AskBlock, mergeBlocks } from "./ask-blocks.js";
import { compareRoutes, type NumberedRoutes } from "./ask-problem.js";
import { groupsBeside } from "./common-cause.js";
import { freeAsk } from "./policy-search.js";
import { keyOfGroups, withGroups, without } from "./policy-value.js";
import { DONE, type ResidualRoutes, type State } from "./residual-routes.js";
import { cheapestHead, structureOf } from "./route-structure.js";

/** What comes of an answer in a group, its free asks made at once: `left` is what it falls into, sorted; perhaps nothing. */
export interface GroupOutcome {
  readonly chance: number;
  /** `success`, or all now hangs on the `cause`, or the group goes on. */
  readonly kind: "success" | "cause" | "on";
  readonly left: readonly number[];
}

/** One ask that a group allows, by its index among the group's asks. */
export interface GroupMove {
  readonly index: number;
  readonly probability: number;
  readonly cost: number;
  readonly yes: readonly GroupOutcome[];
  readonly no: readonly GroupOutcome[];
}

/** A group of routes up to the names of its asks: groups whose asks have the same numbers in the same form are one. */
export interface CauseGroup {
  readonly routes: readonly (readonly number[])[];
  /** Its asks in the order of first occurrence in the canonical form. */
  readonly asks: readonly number[];
  readonly hasCause: boolean;
}

/** What a group is by itself: its blocks, whether they are an optimum, and the ask to begin with. */
export interface GroupBlocks {
  readonly blocks: readonly AskBlock[];
  readonly exact: boolean;
  readonly head: number;
}

/** Groups of routes beside a common cause, told apart by their form; moves are worked out when first needed. */
export class CauseGroups {
  readonly #numbers: NumberedRoutes;
  readonly #residual: ResidualRoutes;
  readonly #cause: number;
  readonly #numberOf = new Map<string, number>();
  readonly #groups: CauseGroup[] = [];
  readonly #moves: (readonly GroupMove[] | undefined)[] = [];
  readonly #plain: (number | undefined)[] = [];
  /** Blocks where the cause is sure, and of groups without it; under -1 - group those where it is not. */
  readonly #blocks = new Map<number, GroupBlocks>();

  constructor(numbers: NumberedRoutes, residual: ResidualRoutes, cause: number) {
    this.#numbers = numbers;
    this.#residual = residual;
    this.#cause = cause;
  }

  at(group: number): CauseGroup {
    return this.#groups[group]!;
  }

  /** Number of the group's form, and its own asks by index. */
  intern(routes: readonly (readonly number[])[]): {
    readonly group: number;
    readonly asks: readonly number[];
  } {
    const form = (ask: number): string => this.formOf(ask);
    const rows = routes
      .map((route) => ({ route, key: route.map(form).join() }))
      .sort((a, b) => (a.key === b.key ? compareRoutes(a.route, b.route) : a.key < b.key ? -1 : 1));
    const indices = new Map<number, number>();
    const key = rows
      .map(({ route }) =>
        route
          .map((ask) => {
            if (!indices.has(ask)) indices.set(ask, indices.size);
            return `${form(ask)}@${indices.get(ask)}`;
          })
          .join(),
      )
      .join(";");
    const asks = [...indices.keys()];
    let group = this.#numberOf.get(key);
    if (group === undefined) {
      group = this.#groups.length;
      this.#numberOf.set(key, group);
      const sorted = rows.map(({ route }) => route);
      this.#groups.push({ routes: sorted, asks, hasCause: indices.has(this.#cause) });
    }
    return { group, asks };
  }

  /** What tells an ask apart within a form: its numbers. */
  formOf(ask: number): string {
    return ask === this.#cause ? "!" : `${this.#numbers.probability[ask]}:${this.#numbers.cost[ask]}`;
  }

  /** The asks that a group allows, with what comes of them. */
  moves(group: number): readonly GroupMove[] {
    const known = this.#moves[group];
    if (known !== undefined) return known;
    const { routes, asks } = this.at(group);
    const state = this.#residual.start(routes);
    const { probability, cost } = this.#numbers;
    const moves = [...new Set(routes.map((route) => route[0]!))].map((ask) => ({
      index: asks.indexOf(ask),
      probability: probability[ask]!,
      cost: cost[ask]!,
      yes: this.#settled(this.#residual.agreed(state, ask)),
      no: this.#settled(this.#residual.declined(state, ask)),
    }));
    this.#moves[group] = moves;
    return moves;
  }

  /** The group once the cause is known to fail, perhaps without routes. */
  plain(group: number): number {
    let plain = this.#plain[group];
    if (plain === undefined) {
      const left = this.at(group).routes.filter((route) => !route.includes(this.#cause));
      plain = this.intern(left).group;
      this.#plain[group] = plain;
    }
    return plain;
  }

  /** Blocks of several groups once the cause is known to fail, in rising price. */
  blocksAfterFailure(groups: readonly number[]): readonly AskBlock[] {
    return mergeBlocks(groups.map((group) => this.blocks(this.plain(group), 1).blocks));
  }

  /** Blocks of a group by itself, where the cause has this chance. */
  blocks(group: number, chanceOfCause: number): GroupBlocks {
    const key = this.at(group).hasCause && chanceOfCause < 1 ? -1 - group : group;
    let found = this.#blocks.get(key);
    if (found === undefined) {
      found = this.blocksAtCost(group, chanceOfCause, this.#numbers.cost);
      this.#blocks.set(key, found);
    }
    return found;
  }

  /** The same where asks cost something else. */
  blocksAtCost(group: number, chanceOfCause: number, cost: readonly number[]): GroupBlocks {
    this.#residual.step();
    const { routes, probability } = this.#withoutCause(group, chanceOfCause);
    const structure = structureOf(routes, { probability, cost });
    return { blocks: structure.blocks, exact: structure.exact, head: cheapestHead(structure).ask };
  }

  /**
   * The routes of a group with the cause drawn into the free ask before it. Two free asks that end the same routes are one:
   * whoever may know the target, or else be willing to write.
   */
  #withoutCause(group: number, chanceOfCause: number): Pick<NumberedRoutes, "routes" | "probability"> {
    const { cost } = this.#numbers;
    const probability = [...this.#numbers.probability];
    probability[this.#cause] = chanceOfCause;
    const all = this.at(group).routes;
    const routes = all.map((route) => {
      const before = route.at(-2);
      const drawn =
        before !== undefined &&
        cost[before] === 0 &&
        all.every(
          (other) => !other.includes(before) || (other.at(-1) === this.#cause && other.at(-2) === before),
        );
      return drawn ? route.slice(0, -1) : route;
    });
    for (const ask of new Set(routes.filter((route, i) => route !== all[i]).map((route) => route.at(-1)!)))
      probability[ask]! *= chanceOfCause;
    const ends = new Map<number, string>();
    for (const last of new Set(routes.map((route) => route.at(-1)!))) {
      const through = routes.filter((route) => route.includes(last));
      if (cost[last] === 0 && through.every((route) => route.at(-1) === last))
        ends.set(
          last,
          through
            .map((route) => route.slice(0, -1).join())
            .sort()
            .join(";"),
        );
    }
    const first = new Map<string, number>();
    const dropped = new Set<number>();
    for (const [last, prefixes] of ends) {
      const kept = first.get(prefixes);
      if (kept === undefined) first.set(prefixes, last);
      else {
        probability[kept] = 1 - (1 - probability[kept]!) * (1 - probability[last]!);
        dropped.add(last);
      }
    }
    return { routes: routes.filter((route) => !dropped.has(route.at(-1)!)), probability };
  }

  /** States that a group can come to, itself and nothing included; Infinity where they are more than `most`. */
  states(group: number, most: number): number {
    const seen = new Map<string, readonly number[]>([
      ["", []],
      [keyOfGroups([group]), [group]],
    ]);
    for (const ids of seen.values()) {
      ids.forEach((id, at) => {
        for (const { yes, no } of this.moves(id)) {
          for (const { kind, left } of [...yes, ...no]) {
            if (kind !== "on") continue;
            const next = withGroups(without(ids, at), left);
            seen.set(keyOfGroups(next), next);
          }
        }
      });
      if (seen.size > most) return Number.POSITIVE_INFINITY;
    }
    return seen.size;
  }

  /** Forms that a group can come to, itself included, up to `most`. */
  reachable(group: number, most: number): ReadonlySet<number> {
    const seen = new Set([group]);
    for (const at of seen) {
      for (const { yes, no } of this.moves(at)) {
        for (const outcome of [...yes, ...no])
          if (outcome.kind === "on") for (const next of outcome.left) seen.add(next);
      }
      if (seen.size >= most) break;
    }
    return seen;
  }

  #settled(state: State): GroupOutcome[] {
    if (state === DONE) return [{ chance: 1, kind: "success", left: [] }];
    if (state.length === 0) return [{ chance: 1, kind: "on", left: [] }];
    const routes = this.#residual.routes(state);
    const ask = freeAsk(routes, this.#numbers.cost, this.#cause);
    if (ask !== undefined) {
      const p = this.#numbers.probability[ask]!;
      const yes = this.#settled(this.#residual.agreed(state, ask)).map((one) => ({
        ...one,
        chance: p * one.chance,
      }));
      const no = this.#settled(this.#residual.declined(state, ask));
      return merged([...yes, ...no.map((one) => ({ ...one, chance: (1 - p) * one.chance }))]);
    }
    const asked = routes.some((route) => route[0] === this.#cause);
    const left = asked ? routes.filter((route) => !route.includes(this.#cause)) : routes;
    return [{ chance: 1, kind: asked ? "cause" : "on", left: this.apart(left) }];
  }

  /** The groups that routes fall into, sorted. */
  apart(routes: readonly (readonly number[])[]): number[] {
    return groupsBeside(this.#cause, routes)
      .map((group) => this.intern(group).group)
      .sort((a, b) => a - b);
  }
}

function merged(outcomes: readonly GroupOutcome[]): GroupOutcome[] {
  const found = new Map<string, GroupOutcome>();
  for (const one of outcomes) {
    if (one.chance === 0) continue;
    const key = `${one.kind} ${one.left}`;
    const known = found.get(key);
    found.set(key, known === undefined ? one : { ...one, chance: known.chance + one.chance });
  }
  return [...found.values()];
}
