import { inHalves } from "../base/index.js";
import type { Person, TieEvidence, Visibility } from "../people/index.js";
import type { IdTeller } from "./id-tellers.js";
import { putsInView } from "./in-view.js";
import { type KeptTie, type Sighting, sightingsOf, strictest } from "./kept-tie.js";
import { mergeEvidence } from "./merge-evidence.js";
import type { PeopleGraph } from "./people-graph.js";
import { joined, type KeptPerson, type PersonRecord, recordsOfPerson } from "./person-records.js";
import { hasItem, isPrivate, type SourcedItem, withoutItems, withoutSources } from "./provenance.js";

/** What a viewpoint reads: people and ties, and what is one person. */
export interface Pool {
  readonly graph: PeopleGraph;
  readonly canonical: (id: string) => string;
  /** Who told of somebody under an id that was merged. */
  readonly tellersOf: (id: string) => readonly IdTeller[] | undefined;
  /** What everybody may use of a tie that has records of several reaches, kept so that it stays one object. */
  readonly common: WeakMap<KeptTie, { readonly plain?: TieEvidence; readonly masked?: TieEvidence }>;
}

/** The rules by which single records serve some viewers; a `Viewpoint` answers from them. In words: this room's README. */
export class ReachRules {
  /** The viewers, under the ids that are kept. */
  readonly own: ReadonlySet<string>;
  readonly masks: boolean;
  readonly #pool: Pool;

  constructor(pool: Pool, own: ReadonlySet<string>, masks: boolean) {
    this.#pool = pool;
    this.own = own;
    this.masks = masks;
  }

  /**
   * The pooled evidence of those records of a tie that may be used, `undefined` where none may; told from the smaller id's side.
   * Masked records add nothing to a tie that may be used openly.
   */
  evidenceOf(tie: KeptTie): TieEvidence | undefined {
    if (tie.visibility === "shared") return tie.evidence;
    const records = this.recordsOf(tie);
    if (records.length === 0) return undefined;
    if (records.length === sightingsOf(tie).length) return tie.evidence;
    if (this.own.size > 0) return pooled(records);
    const kind = this.masks ? "masked" : "plain";
    const known = this.#pool.common.get(tie);
    const evidence = known?.[kind] ?? pooled(records);
    this.#pool.common.set(tie, { ...known, [kind]: evidence });
    return evidence;
  }

  /** Those records of a tie that may be used. */
  recordsOf(tie: KeptTie): readonly Sighting[] {
    const mark = markOf(tie);
    const all = sightingsOf(tie);
    const open = all.filter((record) => this.#mayUseRecord(tie, record, mark));
    if (open.length > 0 || !this.masks) return open;
    return all.filter(({ visibility }) => strictest(visibility, mark) === "masked");
  }

  /** A record serves everybody where it and the ends' mark allow; ends their own records and the other's; its teller, but against a private mark. */
  #mayUseRecord({ from, to }: KeptTie, { owner, visibility }: Sighting, mark: Visibility): boolean {
    if (visibility === "shared" && mark === "shared") return true;
    if (this.own.has(from) || this.own.has(to)) {
      return owner === from || owner === to || visibility === "shared" || this.own.has(owner);
    }
    return mark !== "private" && this.own.has(owner);
  }

  /** How a person is known: by name, by masked records alone, or not at all. */
  knownAs(id: string): Visibility {
    if (this.own.has(id)) return this.#pool.graph.has(id) ? "shared" : "private";
    const kept = this.#pool.graph.kept(id);
    if (kept === undefined) return "private";
    if (this.hasToldOf(kept)) return "shared";
    const records = recordsOfPerson(kept);
    if (records.some(putsInView)) return "shared";
    let isMasked = records.some(({ visibility }) => visibility === "masked");
    for (const tie of this.#pool.graph.eachTieOf(id)) {
      if (tie.visibility === "shared") return "shared";
      const mark = markOf(tie);
      for (const record of sightingsOf(tie)) {
        if (this.own.has(record.owner) || this.#mayUseRecord(tie, record, mark)) return "shared";
        isMasked ||= strictest(record.visibility, mark) === "masked";
      }
    }
    return isMasked ? "masked" : "private";
  }

  /**
   * What nobody in particular told is everybody's, what a viewer told the viewer's, a private tag of others nobody else's. What people
   * told of themselves is everybody's, but for their place in a meeting or a conversation, which tells with whom they were. What
   * they told of others is everybody's where everybody may use their tie with them.
   */
  mayHearItem(person: string, item: SourcedItem): boolean {
    const { owner } = item;
    if (owner === undefined || this.isOwn(owner)) return true;
    if (isPrivate(item)) return false;
    const teller = this.#pool.canonical(owner);
    if (teller === person) return !("kind" in item && OCCASIONS.has(item.kind));
    return this.#isOpen(teller, person);
  }

  /** A record is heard by its teller, and by all whom it is for. Everybody hears it where everybody may use the teller's tie with the person. */
  #mayHearRecord(person: string, { owner, visibility }: IdTeller): boolean {
    if (visibility === "shared" || this.isOwn(owner)) return true;
    if (owner === undefined) return false;
    const isOpen = this.#isOpen(this.#pool.canonical(owner), person);
    return isOpen || (this.masks && visibility === "masked" && this.knownAs(person) === "masked");
  }

  /** True where everybody may use the tie of two people. */
  #isOpen(a: string, b: string): boolean {
    const tie = this.#kept(a, b);
    return tie !== undefined && new ReachRules(this.#pool, new Set(), false).evidenceOf(tie) !== undefined;
  }

  /** True for somebody of whom the viewers told anything but ties. */
  hasToldOf({ person, records = [] }: KeptPerson): boolean {
    const isOwn = ({ owner }: { readonly owner?: string }): boolean => this.isOwn(owner);
    return this.own.size > 0 && (hasItem(person, isOwn) || records.some(isOwn));
  }

  isOwn(owner: string | undefined): boolean {
    return owner !== undefined && this.own.size > 0 && this.own.has(this.#pool.canonical(owner));
  }
  /** A person with the facts of those records that may be heard. */
  heardOf(kept: KeptPerson): Person {
    const { id } = kept.person;
    if (kept.records === undefined) return this.heard(kept.person);
    const records = kept.records
      .filter((record) => this.#mayHearRecord(id, record))
      .map((record) => this.#withoutOthersPrivate(record));
    // Most are heard in all that is told of them, which is joined already.
    const isWhole =
      records.length === kept.records.length && records.every((record, i) => record === kept.records?.[i]);
    return this.heard((isWhole ? kept.person : joined(records)) ?? { id });
  }

  /** A private tag that names nobody is of whoever told the record. */
  #withoutOthersPrivate(record: PersonRecord): PersonRecord {
    if (record.owner === undefined || this.isOwn(record.owner)) return record;
    const person = withoutItems(record.person, (item) => item.owner === undefined && isPrivate(item));
    return person === record.person ? record : { ...record, person };
  }

  /** A record without the stays and tags that may not be heard, and without the files of others. */
  heard(person: Person): Person {
    const own = withoutSources(person, ({ owner }) => !this.isOwn(owner));
    return withoutItems(own, (item) => !this.mayHearItem(person.id, item));
  }

  /** An id that was merged is known to those who may hear one of the records that came under it. */
  mayKnowId(id: string): boolean {
    const person = this.#pool.canonical(id);
    if (person === id || this.own.has(person)) return true;
    return this.#pool.tellersOf(id)?.some((teller) => this.#mayHearRecord(person, teller)) ?? true;
  }

  #kept(a: string, b: string): KeptTie | undefined {
    const { graph, canonical } = this.#pool;
    return graph.tie(canonical(a), canonical(b));
  }
}

/** The strictest that one of the two ends of a tie asked for: it binds whatever anybody told of the tie. */
export function markOf(tie: KeptTie): Visibility {
  const { from, to } = tie;
  return sightingsOf(tie)
    .filter(({ owner }) => owner === from || owner === to)
    .reduce<Visibility>((mark, { visibility }) => strictest(mark, visibility), "shared");
}

function pooled(records: readonly Sighting[]): TieEvidence {
  return inHalves(
    records.map(({ evidence }) => evidence),
    mergeEvidence,
  );
}

const OCCASIONS: ReadonlySet<string> = new Set(["meeting", "conversation"]);

/** True where others may use a tie that not everybody may use than before. A third one told of it, or of less reach, or the first of its two ends. */
export function hasNewUsers(known: KeptTie, tie: KeptTie): boolean {
  if (tie.visibility === "shared") return false;
  const isEnd = ({ owner }: Sighting): boolean => owner === tie.from || owner === tie.to;
  const [before, after] = [known, tie].map((one) =>
    sightingsOf(one)
      .flatMap((record) => (isEnd(record) ? [] : record.visibility))
      .join(),
  );
  const hadEnd = sightingsOf(known).some(isEnd);
  return before !== after || markOf(known) !== markOf(tie) || hadEnd !== sightingsOf(tie).some(isEnd);
}
