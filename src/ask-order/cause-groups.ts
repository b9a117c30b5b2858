import type { AskBlock } from "./ask-blocks.js";
import type { NumberedRoutes } from "./ask-problem.js";
import { freeAsk } from "./policy-search.js";
import { DONE, type ResidualRoutes, type State } from "./residual-routes.js";
import { cheapestHead, structureOf } from "./route-structure.js";

/** What comes of an answer in a group, its free asks made at once: `group` is what is left of it, -1 where nothing is. */
export interface GroupOutcome {
  readonly chance: number;
  /** `success`, or all now hangs on the `cause`, or the group goes on. */
  readonly kind: "success" | "cause" | "group";
  readonly group: number;
}

/** One ask that a group allows, by its place among the group's asks. */
export interface GroupMove {
  readonly place: number;
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
  /** The numbers with those of the cause as they are asked about. */
  readonly #probability: number[];
  readonly #cost: number[];
  readonly #residual: ResidualRoutes;
  readonly #cause: number;
  readonly #numberOf = new Map<string, number>();
  readonly #groups: CauseGroup[] = [];
  readonly #moves: (readonly GroupMove[] | undefined)[] = [];
  readonly #plain: (number | undefined)[] = [];
  /** Blocks where the cause is sure and free, and of groups without it. */
  readonly #blocks: (GroupBlocks | undefined)[] = [];

  constructor(numbers: NumberedRoutes, residual: ResidualRoutes, cause: number) {
    this.#numbers = numbers;
    this.#probability = [...numbers.probability];
    this.#cost = [...numbers.cost];
    this.#residual = residual;
    this.#cause = cause;
  }

  at(group: number): CauseGroup {
    return this.#groups[group]!;
  }

  /** Number of the group's form, and its own asks by place. */
  intern(routes: readonly (readonly number[])[]): {
    readonly group: number;
    readonly asks: readonly number[];
  } {
    const { probability, cost } = this.#numbers;
    const form = (ask: number): string => (ask === this.#cause ? "!" : `${probability[ask]}:${cost[ask]}`);
    const rows = routes
      .map((route) => ({ route, key: route.map(form).join() }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : compareNumbers(a.route, b.route)));
    const places = new Map<number, number>();
    const key = rows
      .map(({ route }) =>
        route
          .map((ask) => {
            if (!places.has(ask)) places.set(ask, places.size);
            return `${form(ask)}@${places.get(ask)}`;
          })
          .join(),
      )
      .join(";");
    const asks = [...places.keys()];
    let group = this.#numberOf.get(key);
    if (group === undefined) {
      group = this.#groups.length;
      this.#numberOf.set(key, group);
      const sorted = rows.map(({ route }) => route);
      this.#groups.push({ routes: sorted, asks, hasCause: places.has(this.#cause) });
    }
    return { group, asks };
  }

  /** The asks that a group allows, with what comes of them. */
  moves(group: number): readonly GroupMove[] {
    const known = this.#moves[group];
    if (known !== undefined) return known;
    const { routes, asks } = this.at(group);
    const state = this.#residual.start(routes);
    const { probability, cost } = this.#numbers;
    const moves = [...new Set(routes.map((route) => route[0]!))].map((ask) => ({
      place: asks.indexOf(ask),
      probability: probability[ask]!,
      cost: cost[ask]!,
      yes: this.#settled(this.#residual.agreed(state, ask)),
      no: this.#settled(this.#residual.declined(state, ask)),
    }));
    this.#moves[group] = moves;
    return moves;
  }

  /** The group once the cause is known to fail; -1 where nothing is left. */
  plain(group: number): number {
    let plain = this.#plain[group];
    if (plain === undefined) {
      const left = this.at(group).routes.filter((route) => !route.includes(this.#cause));
      plain = left.length === 0 ? -1 : this.intern(left).group;
      this.#plain[group] = plain;
    }
    return plain;
  }

  /** True where nothing of the group is left once all hangs on the cause. */
  leavesNothing(group: number): boolean {
    const seen = new Set([group]);
    for (const at of seen) {
      for (const { yes, no } of this.moves(at)) {
        for (const outcome of [...yes, ...no]) {
          if (outcome.kind === "cause" && outcome.group >= 0) return false;
          if (outcome.kind === "group" && outcome.group >= 0) seen.add(outcome.group);
        }
      }
    }
    return true;
  }

  /** Blocks of a group by itself, where the cause is sure and costs this much. */
  blocks(group: number, costOfCause: number): GroupBlocks {
    this.#residual.step();
    const { routes, hasCause } = this.at(group);
    const keeps = !hasCause || costOfCause === 0;
    const known = keeps ? this.#blocks[group] : undefined;
    if (known !== undefined) return known;
    if (hasCause) {
      this.#probability[this.#cause] = 1;
      this.#cost[this.#cause] = costOfCause;
    }
    const structure = structureOf(routes, { probability: this.#probability, cost: this.#cost });
    const found = { blocks: structure.blocks, exact: structure.exact, head: cheapestHead(structure).ask };
    if (keeps) this.#blocks[group] = found;
    return found;
  }

  /** Forms that a group can come to, itself included, up to `most`. */
  reachable(group: number, most: number): number {
    const seen = new Set([group]);
    for (const at of seen) {
      for (const { yes, no } of this.moves(at)) {
        for (const outcome of [...yes, ...no])
          if (outcome.kind === "group" && outcome.group >= 0) seen.add(outcome.group);
      }
      if (seen.size >= most) break;
    }
    return seen.size;
  }

  #settled(state: State): GroupOutcome[] {
    if (state === DONE) return [{ chance: 1, kind: "success", group: -1 }];
    if (state.length === 0) return [{ chance: 1, kind: "group", group: -1 }];
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
    if (routes.some((route) => route[0] === this.#cause)) {
      const left = routes.filter((route) => !route.includes(this.#cause));
      return [{ chance: 1, kind: "cause", group: left.length === 0 ? -1 : this.intern(left).group }];
    }
    return [{ chance: 1, kind: "group", group: this.intern(routes).group }];
  }
}

function merged(outcomes: readonly GroupOutcome[]): GroupOutcome[] {
  const found = new Map<string, GroupOutcome>();
  for (const one of outcomes) {
    if (one.chance === 0) continue;
    const key = `${one.kind} ${one.group}`;
    const known = found.get(key);
    found.set(key, known === undefined ? one : { ...one, chance: known.chance + one.chance });
  }
  return [...found.values()];
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}
