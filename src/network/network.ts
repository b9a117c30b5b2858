import { checkId, compareCodeUnits, madeOf, WarmpathError } from "../base/index.js";
import type { IdentityDecision, MergedPair, Person, Resolution, Tie, Visibility } from "../people/index.js";
import { checkPerson, checkTie, checkWish } from "./check-records.js";
import { checkDecisions, decidedMerges, toldPairs } from "./decided-merges.js";
import type { GraphLike } from "./graph-like.js";
import { GraphView } from "./graph-view.js";
import { byEnds, type KnownTie, recordsOf, type TieChange, tieFrom } from "./kept-tie.js";
import { fromTuples, mergePairs } from "./merge-into.js";
import { keepPerson } from "./merge-person.js";
import { PeopleGraph } from "./people-graph.js";
import { commonOf, putOldInView, withCommon } from "./person-records.js";
import {
  type ImportOptions,
  type ImportResult,
  type NetworkImport,
  prepareImport,
} from "./prepare-import.js";
import { checkEnds, putPreference, putRecords, putStated, retold } from "./put-ties.js";
import type { Pool } from "./reach-rules.js";
import { SharingPreferences } from "./sharing-preferences.js";
import { showByTies, viewOfAdded } from "./show-by-ties.js";
import { type NetworkSnapshot, networkParts, partsOf, savedRecords, snapshotOf } from "./snapshot.js";
import { type Suppressed, suppressionKeys } from "./suppression-keys.js";
import {
  knownAs,
  type RemovedPerson,
  removeFrom,
  takeBack,
  takeRecordsBack,
  takeTiesBack,
} from "./take-back.js";
import { tellSaved } from "./told-records.js";
import { type Viewpoint, type ViewpointOptions, viewpointOf } from "./viewpoint.js";

/**
 * Who knows whom: people, and undirected ties with their evidence. The same records give the same network, in whichever order they
 * come (but for those that say that they stand in place of others). Each record of a tie has an owner, who told of it. It is `tie.owner`, else the import's, else the tie's `from`, where readers put the
 * one whose file it is. They alone can hide, reveal or take back what they told.
 * @example
 * for (const id of ["ada", "ben"]) network.addPerson({ id });
 * network.addTie({ from: "ada", to: "ben", evidence: { closeness: 0.8 } });
 */
export class Network {
  readonly #graph = new PeopleGraph();
  readonly #doNotAsk = new Set<string>();
  #sharing = new SharingPreferences();
  readonly #common: Pool["common"] = new WeakMap();

  /** Read as a graphology graph is. @deprecated Take `graphOf` of `warmpath/network/graphology`; goes with 0.3. */
  readonly graph: GraphLike = new GraphView(this);

  get size(): number {
    return this.#graph.size;
  }
  get tieCount(): number {
    return this.#graph.tieCount;
  }

  /** Rises whenever people, the set of ties, who may use them, or who may be asked changes. */
  get shape(): number {
    return this.#graph.changes.shape;
  }

  /** Ties whose evidence has changed since the shape last did, in order of change. */
  get tieChanges(): readonly TieChange[] {
    return this.#graph.changes.ties;
  }

  /** Adds a person, or joins what is new to what is known of the id; the given fields win. @throws WarmpathError `INVALID_PERSON`, `INVALID_ID`. */
  addPerson(person: Person): void {
    checkPerson(person);
    const id = this.canonical(person.id);
    const known = this.#graph.kept(id);
    this.#sharing.tellUnder(person.id, { visibility: "shared" });
    const common = keepPerson({ ...person, id }, this.#sharing, commonOf(known));
    this.#graph.setPerson(withCommon(known, common, viewOfAdded(common, this.#graph, this.seenBy([]))));
    this.#graph.changes.ofShape();
    if (this.#sharing.isDecided(id)) this.#mergeDecided();
  }

  /**
   * Adds a tie of two known people, or joins its evidence to what is known; an opted-out owner's is left out.
   * @throws WarmpathError `UNKNOWN_PERSON`, `INVALID_TIE` (one with themselves), `INVALID_EVIDENCE`, `INVALID_ID`; no change then.
   */
  addTie(tie: Tie): void {
    checkTie(tie);
    const record = retold(this.#sharing, tie);
    checkEnds(record, this.#graph);
    if (this.#sharing.isOptedOut(record.owner)) return;
    putStated(this.#graph, this.#sharing, record);
    if (record.visibility !== "shared") showByTies(this.#graph, record);
  }

  /**
   * Takes in what a reader gave, all or nothing: records of one id are joined, interactions go to the tie of their two people. Owner and
   * visibility are the teller and the reach of every fact; what people tell of themselves is everybody's. Returns who and what was left out.
   * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_PERSON`, `INVALID_TIE`, `INVALID_EVIDENCE`, `INVALID_ID`, `UNKNOWN_PERSON`.
   */
  ["import"](records: NetworkImport, options: ImportOptions = {}): ImportResult {
    const prepared = madeOf("records", () => prepareImport(records, options, this.#graph, this.#sharing));
    const { people, ties, issues, leftOut, tell, again, merged, gone, teller } = prepared;
    this.#sharing.suppress(leftOut);
    if (again !== undefined && takeTiesBack(this.#graph, again).size > 0) this.#graph.changes.ofShape();
    for (const { as, record } of people) {
      tell(this.#graph, record);
      this.#sharing.tellUnder(as, record);
    }
    if (people.length > 0) this.#graph.changes.ofShape();
    putRecords(this.#graph, this.#sharing, ties);
    this.#mergeDecided(toldPairs(merged, this.#sharing, this.seenBy(teller)));
    if (gone === undefined) return { issues };
    takeRecordsBack(this.#graph, this.#sharing, gone, this.#doNotAsk);
    this.#graph.changes.ofShape();
    return { issues };
  }

  /**
   * Keeps somebody out of every later import. Digests of their ids, addresses, profile, and name with company are kept and
   * saved. Who knows an address can test it. What is known now stays; `IntroductionPlanner.erase` does both.
   * @throws WarmpathError `INVALID_ARGUMENT` for what holds no key, `INVALID_PERSON`, `INVALID_ID`.
   */
  suppress(personOrKeys: Suppressed): void {
    this.#sharing.suppress(suppressionKeys(personOrKeys, (id) => knownAs(this.#graph, this.#sharing, id)));
  }

  has(id: string): boolean {
    return this.#graph.has(this.canonical(id));
  }
  /** The id that stands for `id` since people were merged: itself where they were not. */
  canonical(id: string): string {
    return this.#sharing.canonical(typeof id === "string" ? id : checkId(id));
  }

  /** The person of an id, `undefined` where nobody has it. */
  person(id: string): Person | undefined {
    return this.#graph.person(this.canonical(id));
  }

  /** Everybody, in code-unit order of ids. */
  people(): Person[] {
    return this.#graph.people().sort((a, b) => compareCodeUnits(a.id, b.id));
  }

  /** The tie between two people with its evidence told from `a`'s side, `undefined` where none is known. */
  tie(a: string, b: string): KnownTie | undefined {
    const [from, to] = [this.canonical(a), this.canonical(b)];
    return tieFrom(from, this.#graph.tie(from, to));
  }

  /** What each owner told of the tie between two people, each record from their side where they are one of the two. */
  tieRecords(a: string, b: string): Tie[] {
    const tie = this.#graph.tie(this.canonical(a), this.canonical(b));
    return tie === undefined ? [] : recordsOf(tie);
  }

  /** Every tie, in code-unit order of its two ids (the smaller one first), told from the side of the smaller id. */
  ties(): KnownTie[] {
    return this.#graph.ties().sort(byEnds);
  }

  /** Every tie of one person, told from the side of the smaller id, in no order. */
  tiesOf(id: string): KnownTie[] {
    return this.#graph.tiesOf(this.canonical(id));
  }

  /** Calls back with every tie, told as by {@link ties}, in no order. */
  forEachTie(callback: (tie: KnownTie) => void): void {
    this.#graph.forEachTie(callback);
  }
  /** Ids of those who are tied to `id`, in code-unit order. */
  neighbors(id: string): string[] {
    return this.#graph.neighbors(this.canonical(id)).sort(compareCodeUnits);
  }
  degree(id: string): number {
    return this.#graph.degree(this.canonical(id));
  }

  /** The common friends of two people as `viewers` (none: everybody) see them. */
  commonNeighbors(a: string, b: string, viewers: readonly string[] = []): number {
    return this.seenBy(viewers).commonNeighbors(a, b);
  }

  /** What some viewers may use, count, name and hear, at any time. @throws WarmpathError `INVALID_ID`, `INVALID_ARGUMENT` for a short key. */
  seenBy(viewers: string | readonly string[], options: ViewpointOptions = {}): Viewpoint {
    const { canonical, tellersOf } = this.#sharing;
    const pool = { graph: this.#graph, canonical, tellersOf, common: this.#common };
    return viewpointOf(pool, viewers, options);
  }

  /** Marks who is never to be asked, or takes the mark away. They stay, and are in no path's middle. @throws WarmpathError `UNKNOWN_PERSON`. */
  setDoNotAsk(id: string, doNotAsk: boolean): void {
    if (!this.has(checkId(id)))
      throw new WarmpathError("UNKNOWN_PERSON", "the one not to ask is to be a known person");
    if (doNotAsk === this.isDoNotAsk(id)) return;
    this.#doNotAsk[doNotAsk ? "add" : "delete"](this.canonical(id));
    this.#graph.changes.ofShape();
  }
  /** Ids of all who are never to be asked, in code-unit order. */
  doNotAsk(): string[] {
    return [...this.#doNotAsk].sort(compareCodeUnits);
  }
  isDoNotAsk(id: string): boolean {
    return this.#doNotAsk.has(this.canonical(id));
  }

  /**
   * Who may use what `by` told of the tie between two people; files read later do not change it. What others told of the
   * same tie keeps their wish, and the strictest counts.
   * @throws WarmpathError `UNKNOWN_TIE` where they told of none, `INVALID_TIE` for no visibility, `INVALID_ID`, `INVALID_ARGUMENT`.
   */
  setVisibility(by: string, between: readonly [string, string], visibility: Visibility): void {
    checkWish(by, between, visibility);
    const tie = putPreference(this.#graph, this.#sharing, by, between, visibility);
    if (visibility !== "shared") showByTies(this.#graph, tie);
    this.#graph.changes.ofShape();
  }

  /** Lets everybody's plans use and name `owner`'s tie with `other`. @throws WarmpathError `UNKNOWN_TIE`. */
  reveal(owner: string, other: string): void {
    this.setVisibility(owner, [owner, other], "shared");
  }

  /** Takes back all that an owner told, and people of whom nobody tells anything then; nothing of theirs comes in until {@link optIn}. It goes through the whole network. */
  optOut(owner: string): void {
    const id = this.canonical(checkId(owner, "owner"));
    this.#sharing.setOptedOut(id, true);
    takeBack(this.#graph, this.#sharing, new Set([id]), this.#doNotAsk);
    this.#graph.changes.ofShape();
  }

  /** Lets an owner's ties in again; what they took back is to be read again. */
  optIn(owner: string): void {
    this.#sharing.setOptedOut(this.canonical(checkId(owner, "owner")), false);
  }
  isOptedOut(owner: string): boolean {
    return this.#sharing.isOptedOut(this.canonical(owner));
  }

  /**
   * Makes one person of two, for each pair in turn, as `resolvePeople` gives them. What is known of `gone` goes to `keep`, or the other
   * way where `gone` is the more open id. From now on both ids mean that person in every call. Reading before or after gives the same; who opted out as either did as both.
   * A call goes through the whole network once: give many pairs together.
   * @throws WarmpathError `INVALID_ARGUMENT`, `INVALID_ID`, `UNKNOWN_PERSON` where nobody has the kept id; no change then.
   */
  merge(resolution: Pick<Resolution, "merged">): void {
    mergePairs(this.#graph, this.#sharing, this.#doNotAsk, resolution, this.seenBy([]));
    this.#graph.changes.ofShape();
    this.#mergeDecided();
  }

  /** Keeps answers to reviews: one human is merged once both are known, later too; two are asked as two. @throws `INVALID_ARGUMENT`, `INVALID_ID`. */
  decide(decisions: readonly IdentityDecision[]): void {
    this.#sharing.decide(checkDecisions(decisions));
    this.#graph.changes.ofShape();
    this.#mergeDecided();
  }

  /** What {@link decide} was told and is no merge, for `resolvePeople`; merged ids by the one that is kept. */
  decisions(): IdentityDecision[] {
    return this.#sharing.decisions;
  }
  /** @deprecated Since 0.2, for one version: {@link merge} takes the result of `resolvePeople`. */
  mergePeople(pairs: Iterable<readonly [kept: string, gone: string]>): void {
    this.merge({ merged: fromTuples(pairs) });
  }

  /** Removes a person, marks, merged ids, all that they told, and others' texts that name them or hold one of `names`. An opt-out stays. Returns by what they went. */
  removePerson(id: string, names: readonly string[] = []): RemovedPerson {
    this.#doNotAsk.delete(this.canonical(id));
    const gone = removeFrom(this.#graph, this.#sharing, id, names);
    this.#graph.changes.ofShape();
    return gone;
  }

  /** The network as plain JSON of its own: the same bytes for the same network, however it came together. */
  toJSON(): NetworkSnapshot {
    return snapshotOf(networkParts(this.#graph, this.doNotAsk(), this.#sharing));
  }

  /** The network that a snapshot holds. @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`, and what {@link Network.import} throws. */
  static fromJSON(snapshot: unknown): Network {
    const parts = partsOf(snapshot);
    const { ties, doNotAsk, inView, suppressed = [] } = parts;
    const network = new Network();
    network.#sharing = SharingPreferences.fromJSON(parts);
    tellSaved(network.#graph, savedRecords(parts), network.#sharing);
    network.import({ people: [], ties });
    if (inView === undefined) putOldInView(network.#graph);
    for (const id of doNotAsk) network.setDoNotAsk(id, true);
    network.#sharing.suppressAgain(suppressed);
    return network;
  }

  /** Makes one who were said to be, once both are known, and who are told to be now. */
  #mergeDecided(told: readonly MergedPair[] = []): void {
    const merged = [...decidedMerges(this.#sharing.decisions, this.#graph).merged, ...told];
    if (merged.length > 0) this.merge({ merged });
  }
}
