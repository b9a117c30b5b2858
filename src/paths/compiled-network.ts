import { type AbortSignalLike, isoDay, throwIfAborted, type UtcDay, utcDay } from "../base/index.js";
import type { Network } from "../network/index.js";
import { foldCompany } from "../people/index.js";
import { ArcIndex } from "../search/index.js";
import { type PartialTieModel, TieScorer } from "../ties/index.js";

/**
 * A network made ready for one day's queries: people numbered in code-unit order of their ids, and the consent of
 * *passing on* for every shared tie both ways in one arc index. What depends on seeker and target (their own legs,
 * private ties, inferred ties) is overlaid per query. The last number, `ids.length`, is kept free for a buyer whom
 * nobody in the network is.
 *
 * Building it costs one scoring per tie and a sort; a tie whose evidence changes afterwards costs one arc.
 */
export class CompiledNetwork {
  readonly network: Network;
  readonly day: UtcDay;
  readonly scorer: TieScorer;
  /** Ids in code-unit order; a person's place is his node number. */
  readonly ids: readonly string[];
  readonly index: ArcIndex;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #shape: number;
  #changesSeen: number;
  #byCompany: Map<string, string[]> | undefined;

  private constructor(network: Network, day: UtcDay, scorer: TieScorer, signal: AbortSignalLike | undefined) {
    this.network = network;
    this.day = day;
    this.scorer = scorer;
    this.#shape = network.shape;
    this.#changesSeen = network.tieChanges.length;
    this.ids = network.people().map(({ id }) => id);
    this.#numbers = new Map(this.ids.map((id, number) => [id, number]));
    this.index = this.#buildIndex(signal);
  }

  /** Scores every tie of the network for the day of `now` (aborting throws the signal's reason). */
  static compile(
    network: Network,
    options: {
      readonly now: Date | string;
      readonly tieModel?: PartialTieModel;
      readonly signal?: AbortSignalLike;
    },
  ): CompiledNetwork {
    const day = utcDay(options.now, "now");
    return new CompiledNetwork(
      network,
      day,
      new TieScorer({ now: isoDay(day), model: options.tieModel }),
      options.signal,
    );
  }

  /** True while it can serve that day: same day, same people and ties. Changed evidence is taken in first. */
  serves(day: UtcDay): boolean {
    if (day !== this.day || this.#shape !== this.network.shape) return false;
    const changes = this.network.tieChanges;
    for (; this.#changesSeen < changes.length; this.#changesSeen++) {
      const change = changes[this.#changesSeen];
      if (change !== undefined) this.#rescore(change.from, change.to);
    }
    return true;
  }

  /** Node number of an id, `undefined` where nobody has it. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  /** Node number of a buyer who is not in the network. */
  get strangerNumber(): number {
    return this.ids.length;
  }

  /** Ids of those who work at a company now, in code-unit order, by its folded name. */
  worksAt(company: string): readonly string[] {
    this.#byCompany ??= this.#groupByCompany();
    return this.#byCompany.get(foldCompany(company)) ?? [];
  }

  #buildIndex(signal: AbortSignalLike | undefined): ArcIndex {
    throwIfAborted(signal);
    const ties = this.network.ties().filter(({ visibility }) => visibility === "shared");
    const sources = new Uint32Array(ties.length * 2);
    const targets = new Uint32Array(ties.length * 2);
    const probabilities = new Float64Array(ties.length * 2);
    for (const [i, tie] of ties.entries()) {
      if (i % ABORT_EVERY === 0) throwIfAborted(signal);
      const from = this.#numbers.get(tie.from) as number;
      const to = this.#numbers.get(tie.to) as number;
      const consent = this.#passingOn(tie.from, tie.to);
      sources[2 * i] = from;
      targets[2 * i] = to;
      sources[2 * i + 1] = to;
      targets[2 * i + 1] = from;
      probabilities[2 * i] = consent;
      probabilities[2 * i + 1] = consent;
    }
    return ArcIndex.build({ nodeCount: this.ids.length + 1, sources, targets, probabilities });
  }

  #rescore(from: string, to: string): void {
    if (this.network.tie(from, to)?.visibility !== "shared") return;
    const consent = this.#passingOn(from, to);
    const [a, b] = [this.#numbers.get(from) as number, this.#numbers.get(to) as number];
    this.index.setProbability(a, b, consent);
    this.index.setProbability(b, a, consent);
  }

  #passingOn(from: string, to: string): number {
    return this.scorer.consent({ strength: this.strength(from, to), role: "relay" });
  }

  /** Strength of a known tie, told from the side it is kept on so that both directions give the same bits. */
  strength(a: string, b: string): number {
    const [from, to] = a < b ? [a, b] : [b, a];
    const tie = this.network.tie(from, to);
    return tie === undefined ? 0 : this.scorer.strength(this.evidence(from, to));
  }

  /** What was seen of a tie from `asker`'s side, with the overlap of the two's circles where the network shows one. */
  evidence(asker: string, asked: string): NonNullable<ReturnType<Network["tie"]>>["evidence"] {
    const evidence = this.network.tie(asker, asked)?.evidence ?? {};
    if (evidence.overlap !== undefined) return evidence;
    const overlap = neighborhoodOverlap(this.network, asker, asked);
    return overlap === 0 ? evidence : { ...evidence, overlap };
  }

  #groupByCompany(): Map<string, string[]> {
    const groups = new Map<string, string[]>();
    for (const id of this.ids) {
      const company = this.network.person(id)?.company;
      const key = company === undefined ? "" : foldCompany(company);
      if (key === "") continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [id]);
      else group.push(id);
    }
    return groups;
  }
}

const ABORT_EVERY = 4096;

/**
 * Onnela's overlap of two tied people's circles, in [0, 1] (models.md 2.1). 0 also where an export shows nothing of the
 * other's circle, which is why a 0 is not handed on as evidence.
 */
function neighborhoodOverlap(network: Network, a: string, b: string): number {
  const common = network.commonNeighbors(a, b);
  if (common === 0) return 0;
  return common / (network.degree(a) - 1 + network.degree(b) - 1 - common);
}
