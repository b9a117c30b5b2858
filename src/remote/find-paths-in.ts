import {
  type AbortSignalLike,
  checkId,
  checkKeys,
  checkShape,
  isCount,
  minOf,
  throwIfAborted,
  unfit,
  WarmpathError,
} from "../base/index.js";
import { FetchedArcs, type RemotePath } from "./fetched-arcs.js";
import type { Arc, Cap, NeighborSource } from "./neighbor-source.js";

/** What is searched for in a store. */
export interface RemoteQuery {
  /** Where a path may start; another source may lie inside a path. */
  readonly sources: string | readonly string[];
  /** Where a path ends; no target lies inside a path. */
  readonly targets: string | readonly string[];
  /** How many paths, 1 to 1,000. */
  readonly k: number;
  /** 1 to 4. @defaultValue 3 */
  readonly maxHops?: number;
  /** At most so many arcs are kept; what is certain by then is the answer. @defaultValue no limit */
  readonly maxArcs?: number;
  readonly signal?: AbortSignalLike;
}

/** What {@link findPathsIn} found. */
export interface RemoteResult {
  /** Best first; after `budget` those of them that are certain. */
  readonly paths: readonly RemotePath[];
  readonly stopped: "complete" | "budget";
  /** How often the store was waited for: calls made together count once. */
  readonly roundTrips: number;
  /** Arcs kept. */
  readonly arcs: number;
}

/**
 * Problem: the k most probable loopless paths of at most 4 hops in a graph that only a store holds.
 *
 * Meet in the middle (Pohl 1971) in batches: the arcs out of the sources and into the targets, together. The arcs between the two
 * frontiers, after which paths of at most 3 hops are exact. For 4 hops the arcs beyond both frontiers. Each goes up to the cost of the k-th
 * path found so far, less what the path costs at least before and behind. A person in the middle counts only where both sides saw them. 1 round
 * trip for 2 hops, 2 for 3, 3 for 4. Rows grow with the degrees around both ends, not with the graph.
 *
 * Not for graphs that fit into memory: `kBestPaths` there is a thousand times faster. The order is that of `kBestPaths`, ties by hops, then
 * by ids in code-unit order. A failing fetch rejects with its own error, and nothing is kept.
 * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ID`, `INVALID_ARC` for what the source gives; the signal's reason.
 */
export async function findPathsIn(source: NeighborSource, query: RemoteQuery): Promise<RemoteResult> {
  const { found, arcs, roundTrips } = await searchIn(source, query);
  const certain = found.filter(({ probability }) => -Math.log(probability) < arcs.bound);
  return { paths: certain, stopped: arcs.isComplete ? "complete" : "budget", roundTrips, arcs: arcs.count };
}

/** The same search with the arcs that it fetched: up to 3 hops all that lie on a way from a source to a target. */
export async function searchIn(
  source: NeighborSource,
  query: RemoteQuery,
): Promise<{
  readonly found: readonly RemotePath[];
  readonly arcs: FetchedArcs;
  readonly roundTrips: number;
}> {
  const { sources, targets, k, maxHops, maxArcs, signal } = checked(source, query);
  const arcs = new FetchedArcs(maxArcs);
  const search = new RemoteSearch(source, { sources, targets, k, maxHops, arcs, signal });
  const found = await search.run();
  return { found, arcs, roundTrips: search.roundTrips };
}

interface Checked {
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly k: number;
  readonly maxHops: number;
  readonly signal: AbortSignalLike | undefined;
}

class RemoteSearch {
  readonly #source: NeighborSource;
  readonly #query: Checked;
  readonly #arcs: FetchedArcs;
  roundTrips = 0;

  constructor(source: NeighborSource, { arcs, ...query }: Checked & { readonly arcs: FetchedArcs }) {
    this.#source = source;
    this.#query = query;
    this.#arcs = arcs;
  }

  async run(): Promise<readonly RemotePath[]> {
    const { sources, targets, k, maxHops } = this.#query;
    const ends = new Set(targets);
    const all = { maxCost: Number.POSITIVE_INFINITY };
    const limit = this.#limitFor(sources.length + targets.length);
    const fromSources = sources.filter((id) => !ends.has(id)).map((id) => ({ id, ...all, ...limit }));
    await this.#trip(
      fromSources,
      targets.map((id) => ({ id, ...all, ...limit })),
      0,
      0,
    );
    const before = costsBefore(this.#arcs, sources, ends);
    const behind = costsBehind(this.#arcs, ends);
    if (maxHops <= 2 || before.size === 0 || behind.size === 0) return this.#paths();
    await this.#fetchBetween([...before.keys()], [...behind.keys()]);
    const short = this.#arcs.paths(sources, targets, k, 3);
    if (maxHops === 3) return short;
    await this.#fetchBeyond(before, behind, worstCost(short, k));
    return this.#paths();
  }

  #paths(): readonly RemotePath[] {
    const { sources, targets, k, maxHops } = this.#query;
    return this.#arcs.paths(sources, targets, k, maxHops);
  }

  async #fetchBetween(a: readonly string[], b: readonly string[]): Promise<void> {
    if (this.#arcs.left <= 0) return this.#arcs.lowerBound(0);
    const { signal } = this.#query;
    this.roundTrips++;
    const found = await this.#source.between(a, b, signal);
    throwIfAborted(signal);
    this.#arcs.take(listOf(found));
  }

  /** The arcs of the two steps in the middle of four, up to what a path of the k-th cost may still spend on each. */
  async #fetchBeyond(
    before: ReadonlyMap<string, number>,
    behind: ReadonlyMap<string, number>,
    worst: number,
  ): Promise<void> {
    const least = { before: minOf(before.values()), behind: minOf(behind.values()) };
    const capsOf = (costs: ReadonlyMap<string, number>, other: number): Cap[] =>
      [...costs].flatMap(([id, cost]) => {
        const maxCost = worst - cost - other;
        return maxCost < 0 ? [] : [{ id, maxCost }];
      });
    const out = capsOf(before, least.behind);
    const into = capsOf(behind, least.before);
    if (out.length === 0 || into.length === 0) return;
    if (this.#arcs.left <= 0) return this.#arcs.lowerBound(least.before + least.behind);
    const limit = this.#limitFor(out.length + into.length);
    const limited = (caps: readonly Cap[]): Cap[] => caps.map((cap) => ({ ...cap, ...limit }));
    await this.#trip(
      limited(out),
      limited(into),
      least.before + least.behind,
      least.before + least.behind,
      (outs, intos) => {
        const seen = new Set(outs.map(({ target }) => target));
        const met = new Set(intos.filter(({ source }) => seen.has(source)).map(({ source }) => source));
        return [outs.filter(({ target }) => met.has(target)), intos.filter(({ source }) => met.has(source))];
      },
    );
  }

  /** One round trip to both sides. `rest` is what a path over a missing arc costs at least beside that arc. */
  async #trip(
    out: readonly Cap[],
    into: readonly Cap[],
    restOut: number,
    restInto: number,
    keep: (out: readonly Arc[], into: readonly Arc[]) => readonly [readonly Arc[], readonly Arc[]] = (
      a,
      b,
    ) => [a, b],
  ): Promise<void> {
    const { signal } = this.#query;
    this.roundTrips++;
    const [outs, intos] = await Promise.all([this.#source.out(out, signal), this.#source.into(into, signal)]);
    throwIfAborted(signal);
    this.#noteTruncated(out, listOf(outs), (arc) => arc.source, restOut);
    this.#noteTruncated(into, listOf(intos), (arc) => arc.target, restInto);
    const [keptOut, keptInto] = keep(outs, intos);
    this.#arcs.take(keptOut, restOut);
    this.#arcs.take(keptInto, restInto);
  }

  /** Where as many arcs came as were allowed there may be more, none cheaper than the last. */
  #noteTruncated(caps: readonly Cap[], arcs: readonly Arc[], end: (arc: Arc) => string, rest: number): void {
    if (caps.every(({ limit }) => limit === undefined)) return;
    const seen = new Map<string, { count: number; most: number }>();
    for (const arc of arcs) {
      const row = seen.get(end(arc)) ?? { count: 0, most: 0 };
      seen.set(end(arc), { count: row.count + 1, most: Math.max(row.most, -Math.log(arc.probability)) });
    }
    for (const { id, limit } of caps) {
      const row = seen.get(id);
      if (row !== undefined && limit !== undefined && row.count >= limit)
        this.#arcs.lowerBound(row.most + rest);
    }
  }

  #limitFor(people: number): { readonly limit?: number } {
    if (this.#arcs.left === Number.POSITIVE_INFINITY) return {};
    return { limit: Math.max(1, Math.floor(this.#arcs.left / Math.max(1, people))) };
  }
}

/** Whom the sources reach in one step, targets left out, with the least cost; sources cost nothing where another source reaches them. */
function costsBefore(
  arcs: FetchedArcs,
  sources: readonly string[],
  ends: ReadonlySet<string>,
): Map<string, number> {
  const costs = new Map<string, number>();
  for (const id of sources) {
    for (const { target, probability } of arcs.from(id)) {
      const cost = -Math.log(probability);
      if (!ends.has(target)) costs.set(target, Math.min(cost, costs.get(target) ?? Number.POSITIVE_INFINITY));
    }
  }
  return costs;
}

/** Who reaches a target in one step, targets left out, with the least cost. */
function costsBehind(arcs: FetchedArcs, ends: ReadonlySet<string>): Map<string, number> {
  const costs = new Map<string, number>();
  for (const { source, target, probability } of arcs) {
    const cost = -Math.log(probability);
    if (ends.has(target) && !ends.has(source))
      costs.set(source, Math.min(cost, costs.get(source) ?? Number.POSITIVE_INFINITY));
  }
  return costs;
}

/** The cost that a path may have to be among the k best, with room for ties and rounding. */
function worstCost(paths: readonly RemotePath[], k: number): number {
  const last = paths[k - 1];
  if (last === undefined) return Number.POSITIVE_INFINITY;
  const cost = -Math.log(last.probability);
  return cost + ROUNDING * Math.max(1, cost);
}

function listOf(arcs: readonly Arc[]): readonly Arc[] {
  if (!Array.isArray(arcs)) throw new WarmpathError("INVALID_ARC", "a source is to give lists of arcs");
  return arcs;
}

function checked(source: NeighborSource, query: RemoteQuery): Checked & { readonly maxArcs: number } {
  checkShape(source, { out: "function", into: "function", between: "function" }, "source");
  checkKeys(query, ["sources", "targets", "k", "maxHops", "maxArcs", "signal"], "query");
  const { k, maxHops = 3, maxArcs = Number.POSITIVE_INFINITY, signal } = query;
  for (const [what, fits] of [
    ["k", isCount(k, 1000)],
    ["maxHops", isCount(maxHops, 4)],
    ["maxArcs", maxArcs === Number.POSITIVE_INFINITY || isCount(maxArcs)],
  ] as const) {
    if (!fits) throw unfit(what, "within its range");
  }
  throwIfAborted(signal);
  const [sources, targets] = [idsOf(query.sources, "sources"), idsOf(query.targets, "targets")];
  return { sources, targets, k, maxHops, maxArcs, signal };
}

function idsOf(given: string | readonly string[], what: string): readonly string[] {
  const ids = typeof given === "string" ? [given] : given;
  if (!Array.isArray(ids) || ids.length === 0) throw unfit(what, "an id or a list of ids");
  return [...new Set(ids.map((id) => checkId(id, what)))];
}

/** Above the tolerance within which paths tie, so that none of a tie at the k-th place is missed. */
const ROUNDING = 1e-9;
