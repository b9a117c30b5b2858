import { compareCodeUnits } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import type { Person, TieEvidence } from "../people/index.js";
import type { ArcIndex } from "../search/index.js";
import type { TieScore, TieScorer } from "../ties/index.js";
import type { Affiliation, Roster } from "./affiliations.js";
import { type CompiledTies, endsOfArc } from "./compile-ties.js";
import type { CompiledNetwork } from "./compiled-network.js";
import { type FirstAsks, newSharedWork, type SharedWork } from "./shared-work.js";
import { scoreAt } from "./tie-scores.js";

interface OwnTie {
  readonly score: TieScore;
  /** True where nobody else may use the tie at all. */
  readonly isTheirs: boolean;
}

/** What a standing takes of a tie. */
interface ToldTie {
  readonly strength: number;
  readonly commonFriends: number;
}

/**
 * A compiled network as some viewers see it: what everybody may use, and laid over it what only they may. Every query looks at
 * the network through one of these, so that nothing else can reach a result.
 */
export class CompiledView {
  readonly compiled: CompiledNetwork;
  readonly viewpoint: Viewpoint;
  /** What queries of these viewers share that hand in no context of asking; no result holds any of it. */
  readonly work: Omit<SharedWork, "legs"> = newSharedWork();
  /** The seekers' asks as they were laid last: with the same ones the passes over the index hold too. */
  firstAsks: FirstAsks | undefined;
  readonly #ties: CompiledTies;
  /** What is known of two people's tie, by the two ids. */
  readonly #told = new Map<string, ToldTie>();
  /** The viewers' own ties, by one end and the other: those of which they may use records that others may not. */
  readonly #own = new Map<number, Map<number, OwnTie>>();
  /** 1 for one who counts, 2 for one who does not, 0 where nobody has asked yet. */
  readonly #counted: Uint8Array;

  constructor(compiled: CompiledNetwork, viewpoint: Viewpoint) {
    this.compiled = compiled;
    this.viewpoint = viewpoint;
    this.#ties = compiled.ties(viewpoint.masks);
    this.#counted = new Uint8Array(compiled.ids.length);
    const { everybody } = viewpoint;
    for (const { from, to } of viewpoint.ownTies()) {
      const [a, b] = [compiled.numberOf(from) as number, compiled.numberOf(to) as number];
      const tie = viewpoint.tie(from, to);
      if (tie === undefined) continue;
      const common = everybody.tie(from, to)?.sightings ?? [];
      const isTheirs = common.length === 0;
      const isSame =
        common.length === tie.sightings.length &&
        common.every(({ owner }, i) => owner === tie.sightings[i]?.owner);
      if (isSame) continue;
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const others = this.#own.get(one) ?? new Map<number, OwnTie>();
        const score = compiled.scoreOf(tie.evidence, a, b, one !== a);
        this.#own.set(one, others.set(other, { score, isTheirs }));
      }
    }
  }

  get ids(): readonly string[] {
    return this.compiled.ids;
  }

  get index(): ArcIndex {
    return this.#ties.index;
  }

  get scorer(): TieScorer {
    return this.compiled.scorer;
  }

  /** True for one who may count in numbers made of people. */
  counts(node: number): boolean {
    const known = this.#counted[node]!;
    if (known !== 0) return known === 1;
    const counts =
      this.#ties.usable.degree(node) > 0 || this.viewpoint.mayCount(this.compiled.ids[node] as string);
    this.#counted[node] = counts ? 1 : 2;
    return counts;
  }

  /**
   * Calls back with the other end of each tie of a person, in no order. When asked for, it tells too what the tie counts for where they ask, or where
   * they are asked (`isAsked`).
   */
  forEachTieOf(
    node: number,
    callback: (other: number, score: () => TieScore) => void,
    isAsked = false,
  ): void {
    const { usable, from } = this.#ties;
    const [others, ties] = [usable.of(node), usable.tiesOf(node)];
    const own = this.#own.get(node);
    let at = 0;
    const known = () => scoreAt(this.#ties, ties[at]!, (from[ties[at]!] === node) === isAsked ? 1 : 0);
    for (; at < others.length; at++) if (own?.has(others[at]!) !== true) callback(others[at]!, known);
    for (const [other, { score }] of own ?? [])
      callback(other, () => (isAsked ? (this.#own.get(other)?.get(node)?.score ?? score) : score));
  }

  /**
   * Arcs that lie over the index: those whose consent has changed since it was built, and the viewers' own; both directions of
   * each. `isTheirs`: nobody else may use the tie.
   */
  forEachArcOver(
    callback: (source: number, target: number, consent: number, isTheirs: boolean) => void,
  ): void {
    for (const [arc, consent] of this.#ties.changed) {
      const [source, target] = endsOfArc(arc);
      if (this.#own.get(source)?.has(target) !== true) callback(source, target, consent, false);
    }
    for (const [source, others] of this.#own) {
      for (const [target, { score, isTheirs }] of others)
        callback(source, target, this.scorer.ofTie(score), isTheirs);
    }
  }

  /** What a tie that may be used counts for where `asker` asks, as it was compiled. */
  scoreOf(asker: string, asked: string): TieScore {
    const [a, b] = [asker, asked].map((id) => this.compiled.numberOf(id) as number) as [number, number];
    const tie = this.#ties.usable.tieBetween(a, b);
    return this.#own.get(a)?.get(b)?.score ?? scoreAt(this.#ties, tie, this.#ties.from[tie] === a ? 0 : 1);
  }

  /** Strength of a tie that may be used where `a` asks, else 0. */
  strength(a: string, b: string): number {
    const [one, other] = a < b ? [a, b] : [b, a];
    const tie = this.viewpoint.tie(one, other);
    const [from, to] = [this.compiled.numberOf(one), this.compiled.numberOf(other)];
    if (tie === undefined || from === undefined || to === undefined) return 0;
    return this.compiled.scoreOf(tie.evidence, from, to, one !== a).strength;
  }

  /** The strength of two people's tie where `a` asks, and how many are tied to both. It is looked up once: few are on record. */
  told(a: string, b: string): ToldTie {
    const key = JSON.stringify([a, b]);
    const told = this.#told.get(key) ?? {
      strength: this.strength(a, b),
      commonFriends: this.viewpoint.commonNeighbors(a, b),
    };
    this.#told.set(key, told);
    return told;
  }

  /** What was seen of a tie from `asker`'s side, with the overlap of the two's neighbors where the network shows one. */
  evidence(asker: string, asked: string): TieEvidence {
    const evidence = this.viewpoint.tie(asker, asked)?.evidence ?? {};
    const [from, to] = [this.compiled.numberOf(asker), this.compiled.numberOf(asked)];
    return from === undefined || to === undefined ? evidence : this.compiled.withOverlap(evidence, from, to);
  }

  person(id: string): Person | undefined {
    return this.viewpoint.person(id);
  }

  /** Everybody's affiliations where the given one was. */
  at(affiliation: Pick<Affiliation, "kind" | "organization">): Roster {
    return this.compiled.places.rosterAt(affiliation, this.viewpoint);
  }

  /** Where a person was, as far as the viewers may hear of it. */
  affiliationsOf(person: Pick<Person, "id" | "company" | "spells">): readonly Affiliation[] {
    return this.compiled.places.affiliations.affiliationsOf(this.viewpoint.heard(person));
  }

  /** Ids of those who work at a company now, in code-unit order. */
  worksAt(company: string): readonly string[] {
    return this.#employedAt(this.compiled.places.keysOf(company));
  }

  /** The same of branches of the company by their names, or of the company whose branch it is. */
  worksNear(company: string): readonly string[] {
    const { places } = this.compiled;
    return this.#employedAt(
      places
        .keysOf(company)
        .slice(0, 1)
        .flatMap((key) => places.keysNear(key)),
    );
  }

  #employedAt(keys: readonly string[]): readonly string[] {
    const { places } = this.compiled;
    const isThere = (id: string): boolean =>
      places.keysOf(this.viewpoint.person(id)?.company).some((key) => keys.includes(key));
    return [...places.employedAt(keys)].filter(isThere).sort(compareCodeUnits);
  }
}
