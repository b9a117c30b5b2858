import {
  type AbortSignalLike,
  checkShape,
  isoDay,
  type UtcDay,
  utcDay,
  WarmpathError,
} from "../base/index.js";
import type { Network } from "../network/index.js";
import {
  COMPANY_ALIASES,
  type CompanyAliases,
  type JobTitle,
  parseTitle,
  type TieEvidence,
} from "../people/index.js";
import type { ArcIndex } from "../search/index.js";
import { type PartialTieModel, type TieScore, TieScorer } from "../ties/index.js";
import { ColleagueOdds } from "./colleague-odds.js";
import {
  arcOf,
  type CompiledTies,
  compileMasked,
  compileTies,
  fingerprintOf,
  overlaid,
  readTies,
  tiesOfScores,
} from "./compile-ties.js";
import type { SavedScores } from "./compiled-bytes.js";
import { CompiledView } from "./compiled-view.js";
import { followTies } from "./follow-ties.js";
import { InferenceSpace } from "./inference-space.js";
import type { Neighbors } from "./neighbors.js";
import { Numbering } from "./numbering.js";
import { Places } from "./places.js";
import { type TieAdjustment, TieAdjustments } from "./tie-adjustments.js";
import { keepScore } from "./tie-scores.js";

/**
 * A network made ready for one day's queries. People are numbered in code-unit order of their ids. The consent of *passing on*
 * for every tie that everybody may use both ways stands in one arc index. Beside it, once a mask key asks for it, another one with the
 * masked ties. Each query sees it through {@link seenBy}, which lays the viewers' own records over it. The last number,
 * `ids.length`, is kept free for a buyer whom nobody in the network is.
 *
 * Building it costs one scoring per tie and a sort; a tie whose evidence changes afterwards is laid over as one arc.
 */
export class CompiledNetwork {
  readonly network: Network;
  readonly day: UtcDay;
  readonly scorer: TieScorer;
  /** Names of one company. */
  readonly companyAliases: CompanyAliases;
  /** Ids in code-unit order; a person's index is their node number. */
  readonly ids: readonly string[];
  /** Of the ties that everybody may use. */
  readonly index: ArcIndex;
  /** Who is tied to whom by those: all numbers made of whom one knows are made from them, whoever asks. */
  readonly neighbors: Neighbors;
  /** How likely colleagues are tied, by the size of their company. */
  readonly colleagueOdds: ColleagueOdds;
  readonly #numbering: Numbering;
  readonly #open: CompiledTies;
  #masked: CompiledTies | undefined;
  readonly #titles: Map<string, JobTitle>;
  #space: InferenceSpace | undefined;
  readonly #shape: number;
  readonly #version: number;
  /** True once another one has taken over what this one held. */
  #isSpent = false;
  #changesSeen: number;
  #adjusted = new TieAdjustments();
  readonly #views = new Map<string, CompiledView>();
  #places: Places | undefined;

  private constructor(
    network: Network,
    day: UtcDay,
    scorer: TieScorer,
    companyAliases: CompanyAliases,
    previous: CompiledNetwork | undefined,
    saved: SavedScores | undefined,
    signal: AbortSignalLike | undefined,
  ) {
    this.companyAliases = companyAliases;
    this.network = network;
    this.day = day;
    this.scorer = scorer;
    this.colleagueOdds = new ColleagueOdds(scorer.model);
    this.#shape = network.shape;
    this.#changesSeen = network.tieChanges.length;
    const isAlike =
      previous?.day === day && JSON.stringify(previous.scorer.model) === JSON.stringify(scorer.model);
    const known = isAlike ? previous : undefined;
    const view = network.seenBy([]);
    this.#version = view.version;
    const changes =
      known?.network === network && !known.#isSpent && !known.serves(day)
        ? view.changesSince(known.#version)
        : undefined;
    this.#titles = known === undefined ? new Map() : known.#titles;
    if (known === undefined || changes === undefined) {
      this.#numbering = new Numbering(view.everyId());
      this.ids = this.#numbering.ids;
      const fromSaved = saved && tiesOfScores(view, this.#numbering, scorer, saved);
      this.#open = fromSaved ?? compileTies(view, this.#numbering, scorer, signal);
    } else {
      known.#isSpent = true;
      this.#numbering = known.#numbering;
      this.#open = known.#open;
      this.#masked = known.#masked === known.#open ? undefined : known.#masked;
      const lists = this.#masked === undefined ? [this.#open] : [this.#open, this.#masked];
      const { people, moved } = followTies(lists, view, this.#numbering, scorer, changes);
      this.ids = this.#numbering.ids;
      this.#space = this.ids === known.ids ? known.#space : undefined;
      if (known.companyAliases === companyAliases) this.#places = known.#places?.follow(this, people, moved);
    }
    this.neighbors = this.#open.usable;
    this.index = this.#open.index;
    // Scores that were taken over are adjusted already, new ones are not.
    this.#adjusted = known === undefined ? this.#adjusted : known.#adjusted;
    for (const [a, b] of this.#adjusted.differences(new TieAdjustments())) this.#rescore(a, b);
  }

  /**
   * Scores every tie of the network for the day of `now` (aborting throws the signal's reason). With a `previous` one of that
   * day and model it takes over every score that nothing new bears on; the result is the same without. So are `saved` scores.
   */
  static compile(
    network: Network,
    options: {
      readonly now: Date | string;
      readonly tieModel?: PartialTieModel;
      /** @defaultValue `COMPANY_ALIASES` */
      readonly companyAliases?: CompanyAliases;
      readonly previous?: CompiledNetwork | undefined;
      readonly saved?: SavedScores | undefined;
      readonly signal?: AbortSignalLike | undefined;
    },
  ): CompiledNetwork {
    checkShape(network, { size: "number", seenBy: "function" }, "network");
    const { previous, saved, signal, companyAliases = COMPANY_ALIASES } = options;
    const day = utcDay(options.now, "now");
    const scorer = new TieScorer({ now: isoDay(day), model: options.tieModel });
    return new CompiledNetwork(network, day, scorer, companyAliases, previous, saved, signal);
  }

  /** True while it can serve that day: same day, same people and ties. Changed evidence each query takes in by itself. */
  serves(day: UtcDay): boolean {
    return day === this.day && this.#shape === this.network.shape;
  }

  /**
   * Takes in the evidence that has changed since the last query; every query does so first. What else changes is not taken in:
   * a tie withdrawn, hidden or revealed, a person who has opted out, been added, removed, merged or marked.
   * @throws WarmpathError `NETWORK_CHANGED` where it is no longer the network that was compiled: compile it anew, with this as
   * `previous`.
   */
  takeInChanges(): void {
    if (!this.serves(this.day))
      throw new WarmpathError(
        "NETWORK_CHANGED",
        "people or ties have changed since: compile the network anew",
      );
    const changes = this.network.tieChanges;
    for (; this.#changesSeen < changes.length; this.#changesSeen++) {
      const change = changes[this.#changesSeen];
      if (change !== undefined) this.#rescore(change.from, change.to);
    }
  }

  /**
   * Lets ties count for less than their evidence says, or for what was stated of them, in place of what was handed in before. Each changed one is laid over as
   * one arc, both ways. Taken over by what is compiled from this.
   */
  adjust(ties: readonly TieAdjustment[]): void {
    const before = this.#adjusted;
    this.#adjusted = new TieAdjustments(ties);
    for (const [a, b] of this.#adjusted.differences(before)) this.#rescore(a, b);
  }

  /** What is left of the strength of two people's tie: 1 but for a tie with a penalty. */
  penaltyOf(a: string, b: string): number {
    return this.#adjusted.factor(a, b);
  }

  /** The compiled network as some viewers see it, with masked ties or without; kept until evidence changes. */
  seenBy(viewers: readonly string[], masks = false): CompiledView {
    const key = keyOf(masks, viewers);
    const known = this.#views.get(key);
    if (known !== undefined) return known;
    const plain = this.network.seenBy(viewers);
    const view = new CompiledView(this, masks ? plain.masked : plain);
    if (this.#views.size >= MOST_VIEWS) this.#views.clear();
    this.#views.set(key, view);
    return view;
  }

  /** The ties that everybody may use, with masked ones or without. */
  ties(masks: boolean): CompiledTies {
    if (!masks) return this.#open;
    this.#masked ??= compileMasked(
      this.network.seenBy([]).masked,
      this.#numbering,
      this.scorer,
      this.#open,
      (evidence, from, to, isTurned) => this.scoreOf(evidence, from, to, isTurned),
    );
    return this.#masked;
  }

  /** Who was where. */
  get places(): Places {
    this.#places ??= new Places(this);
    return this.#places;
  }

  /** Node number of an id, `undefined` where nobody has it. */
  readonly numberOf = (id: string): number | undefined => this.#numbering.of(id);

  /** Node number of a buyer who is not in the network. */
  get strangerNumber(): number {
    return this.ids.length;
  }

  /** What a person's title tells of their work. */
  titleOf(title: string | undefined): JobTitle {
    const known = this.#titles.get(title ?? "");
    if (known !== undefined) return known;
    const parsed = parseTitle(title);
    this.#titles.set(title ?? "", parsed);
    return parsed;
  }

  /** Working memory of inference. */
  get space(): InferenceSpace {
    this.#space ??= new InferenceSpace(this.ids.length + 1);
    return this.#space;
  }

  /** Strength of a tie as `viewers` (its two people by default) see it; 0 where they may not use it. */
  strength(a: string, b: string, viewers: readonly string[] = [a, b]): number {
    return this.seenBy(viewers).strength(a, b);
  }

  /** What evidence told from the side of `from` counts for where they ask, or the other (`isTurned`), lowered as the two's tie is. */
  scoreOf(evidence: TieEvidence, from: number, to: number, isTurned: boolean): TieScore {
    const penalty = this.penaltyOf(this.ids[from] as string, this.ids[to] as string);
    const score = this.scorer.score(this.withOverlap(evidence, from, to), isTurned);
    return { ...score, strength: score.strength * penalty };
  }

  /** Evidence with what was stated of the two's closeness, and the overlap of their neighbors, where it tells none itself and they have one. */
  withOverlap(evidence: TieEvidence, from: number, to: number): TieEvidence {
    const closeness = this.#adjusted.closeness(this.ids[from] as string, this.ids[to] as string);
    const told = closeness === undefined ? evidence : { ...evidence, closeness };
    return told.overlap === undefined ? overlaid(told, this.neighbors.overlap(from, to)) : told;
  }

  /** Of all that the scores of ties depend on. */
  fingerprint(): readonly [number, number] {
    return fingerprintOf(this.#numbering, this.scorer, readTies(this.network.seenBy([]), this.#numbering));
  }

  #rescore(a: string, b: string): void {
    this.#views.clear();
    const [one, other] = a < b ? [a, b] : [b, a];
    const [from, to] = [this.numberOf(one), this.numberOf(other)];
    if (from === undefined || to === undefined) return;
    const { network } = this;
    const everybody = network.seenBy([]);
    for (const [ties, view] of [
      [this.#open, everybody],
      [this.#masked, everybody.masked],
    ] as const) {
      if (ties === undefined || (ties === this.#open && view.masks)) continue;
      const seen = view.tie(one, other);
      if (seen === undefined) continue;
      const tie = ties.usable.tieBetween(from, to);
      for (const side of [0, 1] as const) {
        // A tie's first side is that of the one with the smaller number.
        const score = this.scoreOf(seen.evidence, from, to, side === 1);
        keepScore(ties, tie, ties.from[tie] === from ? side : side === 0 ? 1 : 0, score);
        const [asker, asked] = side === 0 ? [from, to] : [to, from];
        ties.changed.set(arcOf(asker, asked), this.scorer.ofTie(score));
      }
    }
  }
}

function keyOf(masks: boolean, viewers: readonly string[]): string {
  return JSON.stringify([masks, ...viewers]);
}

/** Views that are kept at a time, so that a network that serves many teams keeps its size. */
const MOST_VIEWS = 64;
