import {
  type AbortSignalLike,
  compareCodeUnits,
  isoDay,
  type UtcDay,
  utcDay,
  WarmpathError,
} from "../base/index.js";
import type { Network } from "../network/index.js";
import { companyKeys, type TieEvidence, tellersOf, type Visibility } from "../people/index.js";
import type { ArcIndex } from "../search/index.js";
import { type PartialTieModel, TieScorer } from "../ties/index.js";
import { Affiliations, EVERYBODY, NO_OWNER, NOBODY, type Stay } from "./affiliations.js";
import type { Circles } from "./circles.js";
import { ColleagueOdds } from "./colleague-odds.js";
import { type CompiledTies, compileTies, overlaid, passingOn } from "./compile-ties.js";
import { InferenceSpace } from "./inference-space.js";
import { peopleByCompany } from "./people-by-company.js";
import { type TitleFamilies, titleCode, titleFamilies } from "./title-likeness.js";
import { UnseenPeople } from "./unseen-people.js";
import { type TieWear, WornTies } from "./worn-ties.js";

/**
 * A network made ready for one day's queries: people numbered in code-unit order of their ids, and the consent of
 * *passing on* for every tie that is not private both ways in one arc index. What depends on seeker and target (their own
 * legs, private ties, inferred ties) is overlaid per query. A private tie is in nothing that others' queries look at, a masked
 * one in nothing but the arcs. The last number, `ids.length`, is kept free for a buyer whom nobody in the network is.
 *
 * Building it costs one scoring per tie and a sort; a tie whose evidence changes afterwards is laid over as one arc.
 */
export class CompiledNetwork {
  readonly network: Network;
  readonly day: UtcDay;
  readonly scorer: TieScorer;
  /** Ids in code-unit order; a person's place is their node number. */
  readonly ids: readonly string[];
  readonly index: ArcIndex;
  /** Who is tied to whom by shared ties. */
  readonly circles: Circles;
  /** How likely colleagues are tied, by the size of their company. */
  readonly colleagueOdds: ColleagueOdds;
  readonly #ties: CompiledTies;
  readonly #titles = new Map<string, TitleFamilies>();
  #titleCodes: Uint8Array | undefined;
  #space: InferenceSpace | undefined;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #shape: number;
  #changesSeen: number;
  #worn = new WornTies();
  #byCompany: ReadonlyMap<string, string[]> | undefined;
  #affiliations: Affiliations | undefined;
  #unseen: UnseenPeople | undefined;

  private constructor(
    network: Network,
    day: UtcDay,
    scorer: TieScorer,
    previous: CompiledNetwork | undefined,
    signal: AbortSignalLike | undefined,
  ) {
    this.network = network;
    this.day = day;
    this.scorer = scorer;
    this.colleagueOdds = new ColleagueOdds(scorer.model);
    this.#shape = network.shape;
    this.#changesSeen = network.tieChanges.length;
    const isAlike =
      previous?.day === day && JSON.stringify(previous.scorer.model) === JSON.stringify(scorer.model);
    const known = isAlike ? previous : undefined;
    const ids = network.people().map(({ id }) => id);
    const isSame = known?.ids.length === ids.length && ids.every((id, number) => known.ids[number] === id);
    this.ids = isSame ? known.ids : ids;
    this.#numbers = isSame ? known.#numbers : numbersOf(ids);
    const numbering = { ids: this.ids, numbers: this.#numbers, scorer };
    this.#ties = compileTies(network, numbering, known === undefined ? undefined : known.#ties, signal);
    this.circles = this.#ties.circles;
    this.index = this.#ties.index;
    // Scores that were taken over are worn already, new ones are not.
    this.#worn = known === undefined ? this.#worn : known.#worn;
    for (const [a, b] of this.#worn.differences(new WornTies())) this.#rescore(a, b);
  }

  /**
   * Scores every tie of the network for the day of `now` (aborting throws the signal's reason). With a `previous` one of that
   * day and model it takes over every score that nothing new bears on; the result is the same without.
   */
  static compile(
    network: Network,
    options: {
      readonly now: Date | string;
      readonly tieModel?: PartialTieModel;
      readonly previous?: CompiledNetwork | undefined;
      readonly signal?: AbortSignalLike;
    },
  ): CompiledNetwork {
    const { previous, signal } = options;
    const day = utcDay(options.now, "now");
    const scorer = new TieScorer({ now: isoDay(day), model: options.tieModel });
    return new CompiledNetwork(network, day, scorer, previous, signal);
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
   * Lets ties count for less than their evidence says, in place of what was handed in before. Each changed one is laid over as
   * one arc, both ways. Taken over by what is compiled from this.
   */
  wear(ties: readonly TieWear[]): void {
    const before = this.#worn;
    this.#worn = new WornTies(ties);
    for (const [a, b] of this.#worn.differences(before)) this.#rescore(a, b);
  }

  /** What is left of the strength of two people's tie: 1 but for a tie that was worn. */
  wearOf(a: string, b: string): number {
    return this.#worn.factor(a, b);
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
    this.#byCompany ??= peopleByCompany(this.network, this.ids);
    const groups = companyKeys(company).map((key) => this.#byCompany?.get(key) ?? []);
    return groups.length === 1 ? (groups[0] ?? []) : [...new Set(groups.flat())].sort(compareCodeUnits);
  }

  /** Where everybody was and when; made when first asked for. */
  get affiliations(): Affiliations {
    this.#affiliations ??= new Affiliations(
      this.ids.map((id) => this.network.person(id)),
      this.day,
      (owner, person, isOccasion) => this.#sourceOf(owner, person, isOccasion),
    );
    return this.#affiliations;
  }

  /** Whom a query over no masked ties may not count; made when first asked for. */
  get unseen(): UnseenPeople {
    this.#unseen ??= new UnseenPeople(this.network, { ids: this.ids, numbers: this.#numbers }, this.#ties);
    return this.#unseen;
  }

  /** True for one known by private ties alone: no number made for those to whom these ties do not belong may count them. */
  isHidden(node: number): boolean {
    return this.#ties.hidden[node] === 1;
  }

  /**
   * Calls back with the other end of each tie of a person, in no order: node number, the tie's visibility, and its strength
   * when asked for.
   */
  forEachTieOf(
    node: number,
    callback: (other: number, visibility: Visibility, strength: () => number) => void,
  ): void {
    const { usable, strengths, masked } = this.#ties;
    const [others, ties] = [usable.of(node), usable.tiesOf(node)];
    let at = 0;
    const known = () => strengths[ties[at]!]!;
    for (; at < others.length; at++)
      callback(others[at]!, masked[ties[at]!] === 1 ? "masked" : "shared", known);
    for (const other of this.#ties.privateContacts.get(node) ?? []) {
      callback(other, "private", () => this.strength(this.ids[node] as string, this.ids[other] as string));
    }
  }

  /** Those at the other end of a person's ties who are hidden to others. */
  hiddenContactsOf(node: number): readonly number[] {
    return (this.#ties.privateContacts.get(node) ?? []).filter((other) => this.isHidden(other));
  }

  /** What a person's title tells of their work. */
  familiesOf(title: string | undefined): TitleFamilies {
    const known = this.#titles.get(title ?? "");
    if (known !== undefined) return known;
    const families = titleFamilies(title);
    this.#titles.set(title ?? "", families);
    return families;
  }

  /** What a title tells as a number, see `titleCode`. */
  titleCodeOf(title: string | undefined): number {
    return titleCode(this.familiesOf(title));
  }

  /** The same of everybody's title, by node number. */
  get titleCodes(): Uint8Array {
    this.#titleCodes ??= Uint8Array.from(this.ids, (id) => this.titleCodeOf(this.network.person(id)?.title));
    return this.#titleCodes;
  }

  /** Working memory of inference. */
  get space(): InferenceSpace {
    this.#space ??= new InferenceSpace(this.ids.length + 1);
    return this.#space;
  }

  /** Arcs whose consent has changed since the index was built: calls back with both directions of each. */
  forEachChange(callback: (source: number, target: number, consent: number) => void): void {
    for (const [key, consent] of this.#ties.changed) {
      callback(Math.floor(key / this.ids.length), key % this.ids.length, consent);
    }
  }

  /**
   * Strength of a known tie, told from the side it is kept on so that both directions give the same bits. With `viewers`
   * that of a tie they may use and name: 0 for one of others that is not shared and that none of them told of.
   */
  strength(a: string, b: string, viewers?: readonly string[]): number {
    const [from, to] = a < b ? [a, b] : [b, a];
    const tie = this.network.tie(from, to);
    if (tie === undefined) return 0;
    const isOthers = viewers !== undefined && !viewers.includes(a) && !viewers.includes(b);
    if (isOthers && tie.visibility !== "shared" && !tellersOf(tie).some((id) => viewers.includes(id)))
      return 0;
    return this.scorer.strength(this.#withOverlap(tie.evidence, from, to)) * this.wearOf(a, b);
  }

  /** What was seen of a tie from `asker`'s side, with the overlap of the two's circles where the network shows one. */
  evidence(asker: string, asked: string): TieEvidence {
    return this.#withOverlap(this.network.tie(asker, asked)?.evidence ?? {}, asker, asked);
  }

  #rescore(from: string, to: string): void {
    const tie = this.network.tie(from < to ? from : to, from < to ? to : from);
    const [a, b] = [this.#numbers.get(from), this.#numbers.get(to)];
    if (tie === undefined || tie.visibility === "private" || a === undefined || b === undefined) return;
    const strength = this.scorer.strength(this.#overlaidBy(tie.evidence, a, b)) * this.wearOf(from, to);
    this.#ties.strengths[this.#ties.usable.tieBetween(a, b)] = strength;
    const consent = passingOn(this.scorer, strength);
    this.#ties.changed.set(a * this.ids.length + b, consent);
    this.#ties.changed.set(b * this.ids.length + a, consent);
  }

  #withOverlap(evidence: TieEvidence, a: string, b: string): TieEvidence {
    const [from, to] = [this.numberOf(a), this.numberOf(b)];
    return from === undefined || to === undefined ? evidence : this.#overlaidBy(evidence, from, to);
  }

  #overlaidBy(evidence: TieEvidence, from: number, to: number): TieEvidence {
    return evidence.overlap === undefined ? overlaid(evidence, this.circles.overlap(from, to)) : evidence;
  }

  /**
   * What one told of their own work and school and what they told over a shared tie is everybody's, all else their own: so is their
   * own place in an occasion, since it tells with whom they met or wrote, however private their ties to them are.
   */
  #sourceOf(owner: string, person: string, isOccasion: boolean): Pick<Stay, "teller" | "owner"> {
    const [teller, told] = [this.network.canonical(owner), this.network.canonical(person)];
    const [from, to] = teller < told ? [teller, told] : [told, teller];
    const isOpen = teller === told ? !isOccasion : this.network.tie(from, to)?.visibility === "shared";
    const number = this.numberOf(teller);
    return { teller: isOpen ? EVERYBODY : (number ?? NOBODY), owner: number ?? NO_OWNER };
  }
}

function numbersOf(ids: readonly string[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (let number = 0; number < ids.length; number++) numbers.set(ids[number] as string, number);
  return numbers;
}
