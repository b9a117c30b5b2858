import { checkId, checkShape, isReadable, unfit } from "../base/index.js";
import type { Person, Spell, Tag, TieEvidence, Visibility } from "../people/index.js";
import { checkPerson } from "./check-records.js";
import { byEnds, type KeptTie, type Sighting, sightingsOf, strictest, type TieChange } from "./kept-tie.js";
import { flipEvidence } from "./merge-evidence.js";
import type { KeptPerson } from "./person-records.js";
import { markOf, type Pool, ReachRules } from "./reach-rules.js";

/** What one may be told of a person: a stay, a tag, or a field of the record. */
export type Fact = Spell | Tag | Exclude<keyof Person, "id" | "spells" | "tags">;

/** A tie as some viewers see it: with the evidence of the records that they may use. */
export interface SeenTie {
  readonly from: string;
  readonly to: string;
  readonly evidence: TieEvidence;
  /** `shared` where everybody may use and name it; else it is the viewers' own, or is used without names. */
  readonly visibility: Visibility;
  /** Who told of it, of those records alone, in code-unit order. */
  readonly sightings: readonly Sighting[];
}

/** How viewers look at a network. */
export interface ViewpointOptions {
  /**
   * A secret of the caller, 16 characters at least. With it masked ties may be used and those behind them be counted, without
   * their names. Absent: both are as if they were not there.
   */
  readonly maskKey?: string | undefined;
}

/**
 * What some viewers may use, count, name and hear of a network; the one place that decides it. It holds no copy: it looks at the
 * network as it is when asked. Of several viewers each may see what one of them may. The rules in words: this room's README.
 *
 * @example
 * const view = network.seenBy("me");
 * view.mayName("ann") ? view.person("ann") : undefined;
 */
export class Viewpoint {
  /** Under the ids that are kept, each once; none stands for everybody. */
  readonly viewers: readonly string[];
  /** True where masked ties may be used. */
  readonly masks: boolean;
  readonly #pool: Pool;
  readonly #rules: ReachRules;
  #everybody: Viewpoint | undefined;

  constructor(pool: Pool, viewers: readonly string[], masks: boolean) {
    this.#pool = pool;
    this.#rules = new ReachRules(pool, new Set(viewers.map(pool.canonical)), masks);
    this.viewers = [...this.#rules.own];
    this.masks = masks;
  }

  /** The same viewers without a mask key: what may be named to them. */
  get plain(): Viewpoint {
    return this.masks ? new Viewpoint(this.#pool, this.viewers, false) : this;
  }

  /** The same viewers as with a mask key. */
  get masked(): Viewpoint {
    return this.masks ? this : new Viewpoint(this.#pool, this.viewers, true);
  }

  /** What everybody may see. */
  get everybody(): Viewpoint {
    this.#everybody ??= new Viewpoint(this.#pool, [], this.masks);
    return this.#everybody;
  }

  /** True where the tie of two people may lead a path. */
  mayUse(a: string, b: string): boolean {
    const tie = this.#kept(a, b);
    return tie !== undefined && this.#rules.evidenceOf(tie) !== undefined;
  }

  /** True for one who may count in numbers made of people. */
  mayCount(id: string): boolean {
    if (!this.#rules.mayKnowId(id)) return false;
    const known = this.#rules.knownAs(this.#pool.canonical(id));
    return known === "shared" || (this.masks && known === "masked");
  }

  /** True for one of whom name and record may be shown. */
  mayName(id: string): boolean {
    return this.#rules.mayKnowId(id) && this.#rules.knownAs(this.#pool.canonical(id)) === "shared";
  }

  /** True where a fact about a person may be told, or be used in a text or number that is. */
  mayHear(id: string, fact: Fact): boolean {
    if (!this.mayCount(id)) return false;
    const person = this.#pool.canonical(id);
    if (typeof fact === "object") return this.#rules.mayHearItem(person, fact);
    return this.person(person)?.[fact] !== undefined;
  }

  /** A person with the facts that may be heard; `undefined` for one who may not be counted. */
  person(id: string): Person | undefined {
    const kept = this.#pool.graph.kept(this.#pool.canonical(id));
    return kept !== undefined && this.mayCount(id) ? this.#rules.heardOf(kept) : undefined;
  }

  /** A record without the stays and tags that may not be heard. */
  heard(person: Person): Person {
    checkPerson(person);
    return this.#rules.heard(person);
  }

  /** Everybody who may be named, in code-unit order of ids. */
  people(): Person[] {
    return this.everyId()
      .filter((id) => this.mayName(id))
      .map((id) => this.#rules.heardOf(this.#pool.graph.kept(id) as KeptPerson));
  }

  /**
   * Those whom the viewers may count of whom they may hear more than everybody may: of whom they told, and whom they alone may
   * count. In no order.
   */
  ownPeople(): Person[] {
    if (this.#rules.own.size === 0) return [];
    const own = this.#pool.graph.allKept().filter((kept) => this.#hearsMore(kept));
    return own.map((kept) => this.#rules.heardOf(kept));
  }

  /** True for one of {@link ownPeople}. */
  hearsMore(id: string): boolean {
    const kept = this.#pool.graph.kept(id);
    return kept !== undefined && this.#hearsMore(kept);
  }

  #hearsMore(kept: KeptPerson): boolean {
    if (this.#rules.own.size === 0) return false;
    const { id } = kept.person;
    return this.#rules.hasToldOf(kept) || (!this.everybody.mayCount(id) && this.mayCount(id));
  }

  /** Those who are known by masked records alone, with the facts that serve for them. */
  maskedPeople(): Person[] {
    return this.#pool.graph
      .allKept()
      .filter(({ person }) => this.#rules.knownAs(person.id) === "masked")
      .map((kept) => this.#rules.heardOf(kept));
  }

  /** The tie of two people told from `a`'s side, `undefined` where it may not be used. */
  tie(a: string, b: string): SeenTie | undefined {
    const kept = this.#kept(a, b);
    const seen = kept && this.#seen(kept);
    if (seen === undefined || seen.from === this.#pool.canonical(a)) return seen;
    return { ...seen, from: seen.to, to: seen.from, evidence: flipEvidence(seen.evidence) };
  }

  /** Every tie that may be used, in code-unit order of its two ids, told from the side of the smaller one. */
  ties(): SeenTie[] {
    const all: SeenTie[] = [];
    this.forEachTie((tie) => all.push(tie));
    return all.sort(byEnds);
  }

  /** Calls back with every tie that may be used, in no order. */
  forEachTie(callback: (tie: SeenTie) => void): void {
    checkShape(callback, "function", "callback");
    this.#pool.graph.forEachTie((kept) => {
      const seen = this.#seen(kept);
      if (seen !== undefined) callback(seen);
    });
  }

  /** The same with no object for a tie, for those who keep something compiled. */
  forEachEvidence(callback: (tie: Pick<KeptTie, "from" | "to">, evidence: TieEvidence) => void): void {
    checkShape(callback, "function", "callback");
    this.#pool.graph.forEachTie((kept) => {
      const evidence = this.#rules.evidenceOf(kept);
      if (evidence !== undefined) callback(kept, evidence);
    });
  }

  /** The two people of each tie of which the viewers may use other records than everybody. */
  ownTies(): Pick<KeptTie, "from" | "to">[] {
    return this.#pool.graph.unsharedTies(this.#rules.own);
  }

  /** True where every record of every tie is everybody's. */
  get isAllShared(): boolean {
    return this.#pool.graph.isAllShared;
  }

  /** Ids of everybody, whoever may see them, in code-unit order: for those who keep something compiled. */
  everyId(): string[] {
    return this.#pool.graph.ids().sort();
  }

  /** What each record tells of somebody, whoever may hear it: where to look for people, and nothing to tell. */
  everyRecordOf(id: string): Person[] {
    return this.#pool.graph.told(id).map(({ person }) => person);
  }

  /** For {@link changesSince}. Before somebody asks for one, no change is written down. */
  get version(): number {
    return this.#pool.graph.changes.version;
  }

  /**
   * The ties that may be others than at a version; with one id twice, people of whom something else may be told. Each as often as it
   * changed. `undefined` where that is too long ago to tell.
   */
  changesSince(version: number): readonly TieChange[] | undefined {
    checkShape(version, "number", "version");
    return this.#pool.graph.changes.since(version);
  }

  /** True for an id under which somebody is kept. */
  isKept(id: string): boolean {
    return this.#pool.graph.has(id);
  }

  /** The evidence of {@link forEachEvidence} for two ids as they are kept. */
  evidenceOf(a: string, b: string): TieEvidence | undefined {
    const kept = this.#pool.graph.tie(a, b);
    return kept && this.#rules.evidenceOf(kept);
  }

  /** How many ties there may be at most. */
  get mostTies(): number {
    return this.#pool.graph.tieCount;
  }

  /** Ids of those to whom ties lead that may be used, in code-unit order. */
  neighbors(id: string): string[] {
    return [...this.eachNeighbor(id)].sort();
  }

  /** The same one by one, in no order, for whoever stops at the first that tells. */
  *eachNeighbor(id: string): Generator<string, void, undefined> {
    const own = this.#pool.canonical(id);
    for (const tie of this.#pool.graph.eachTieOf(own))
      if (this.#rules.evidenceOf(tie) !== undefined) yield tie.from === own ? tie.to : tie.from;
  }

  /** The common friends of two people: how many are tied to both by ties that may be used. */
  commonNeighbors(a: string, b: string): number {
    const [one, other] = [this.#pool.canonical(a), this.#pool.canonical(b)];
    const { graph } = this.#pool;
    const [few, many] = graph.degree(one) <= graph.degree(other) ? [one, other] : [other, one];
    return graph.tiesOf(few).filter((tie) => {
      const second = graph.tie(tie.from === few ? tie.to : tie.from, many);
      return (
        second !== undefined &&
        this.#rules.evidenceOf(tie) !== undefined &&
        this.#rules.evidenceOf(second) !== undefined
      );
    }).length;
  }

  #kept(a: string, b: string): KeptTie | undefined {
    const { graph, canonical } = this.#pool;
    return graph.tie(canonical(a), canonical(b));
  }

  #seen(tie: KeptTie): SeenTie | undefined {
    const evidence = this.#rules.evidenceOf(tie);
    if (evidence === undefined) return undefined;
    const { from, to, visibility } = tie;
    if (visibility === "shared") return { from, to, evidence, visibility, sightings: sightingsOf(tie) };
    const mark = markOf(tie);
    const isOpen = mark === "shared" && sightingsOf(tie).some((record) => record.visibility === "shared");
    const told = this.#rules.recordsOf(tie);
    // One who is no end does not see the end's record, and so is told its mark with each of the others.
    const isEnd = this.#rules.own.has(from) || this.#rules.own.has(to);
    const sightings = isEnd
      ? told
      : told.map((one) => ({ ...one, visibility: strictest(one.visibility, mark) }));
    const strict = sightings.map(({ visibility }) => visibility).reduce(strictest);
    return { from, to, evidence, visibility: isOpen ? "shared" : strict, sightings };
  }
}

/** @throws WarmpathError `INVALID_ID`, `INVALID_ARGUMENT` for a key that is too short. */
export function viewpointOf(
  pool: Pool,
  viewers: string | readonly string[],
  options: ViewpointOptions,
): Viewpoint {
  checkShape(options, "object", "options");
  const { maskKey } = options;
  const ids = typeof viewers === "string" ? [viewers] : viewers;
  if (!isReadable(ids) || !Array.isArray(ids)) throw unfit("viewers", "ids");
  const own = Array.from(ids, (id) => checkId(id, "viewer"));
  if (maskKey !== undefined && !(typeof maskKey === "string" && maskKey.length >= LEAST_KEY))
    throw unfit("maskKey", `of ${LEAST_KEY} characters or more`);
  return new Viewpoint(pool, own, maskKey !== undefined);
}

const LEAST_KEY = 16;
