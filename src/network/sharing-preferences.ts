import { checkId, compareCodeUnits, pairKey, SuppressionList, WarmpathError } from "../base/index.js";
import type { IdentityDecision } from "../people/index.js";
import { checkVisibility } from "./check-records.js";
import { checkDecisions } from "./decided-merges.js";
import { type IdTeller, IdTellers } from "./id-tellers.js";
import { endsOf, strictest } from "./kept-tie.js";
import type { NetworkSnapshot, SharingPreference } from "./snapshot.js";

/**
 * What people said that no file may undo. It is who has opted out, which visibility an owner gave one of their ties, and which ids
 * are one person. It holds ids only.
 */
export class SharingPreferences {
  readonly #optedOut = new Set<string>();
  #suppressed = new SuppressionList(DOMAIN);
  readonly #merged = new Map<string, string>();
  /** Ids that have stood for others. */
  readonly #kept = new Set<string>();
  readonly #sharing = new Map<string, SharingPreference>();
  readonly #decisions = new Map<string, IdentityDecision>();
  /** Who told of people under ids that were merged. */
  tellers: IdTellers = new IdTellers();

  /** The id that stands for `id` since people were merged: itself where they were not. */
  readonly canonical = (id: string): string => (this.#merged.size === 0 ? id : (this.#merged.get(id) ?? id));

  readonly isOptedOut = (owner: string): boolean =>
    this.#optedOut.has(owner) || this.isSuppressed(() => [owner]);

  /** True where somebody of these keys is not to come in. */
  readonly isSuppressed = (keys: () => readonly string[]): boolean =>
    !this.#suppressed.isEmpty && keys().some((key) => this.#suppressed.has(key));

  suppress(keys: readonly string[]): void {
    for (const key of keys) this.#suppressed.add(key);
  }

  /** @throws WarmpathError `INVALID_SNAPSHOT` for what are no digests. */
  suppressAgain(digests: readonly string[]): void {
    if (!digests.every((digest) => typeof digest === "string" && DIGEST.test(digest)))
      throw invalid("suppressed");
    this.#suppressed = new SuppressionList(DOMAIN, digests);
  }

  /** All ids that mean the person of an id. */
  readonly idsOf = (id: string): string[] => {
    const own = this.canonical(id);
    return [own, ...[...this.#merged].flatMap(([gone, kept]) => (kept === own ? gone : []))];
  };

  readonly tellersOf = (id: string): readonly IdTeller[] | undefined => this.tellers.of(id);

  /** Somebody was told of under an id: who told it counts where the id was or will be merged. */
  tellUnder(id: string, teller: IdTeller): void {
    if (this.#merged.has(id) || this.tellers.of(id) !== undefined) this.tellers.note(id, [teller]);
  }

  setOptedOut(owner: string, out: boolean): void {
    if (out) {
      this.#optedOut.add(owner);
      this.tellers.takeBack(new Set([owner]), this.canonical);
    } else this.#optedOut.delete(owner);
  }

  /** True where no owner said anything of a tie. */
  get areNone(): boolean {
    return this.#sharing.size === 0;
  }

  preferenceOf(
    owner: string,
    tie: { readonly from: string; readonly to: string },
  ): SharingPreference | undefined {
    return this.areNone ? undefined : this.#sharing.get(preferenceKey(owner, tie));
  }

  setPreference(word: SharingPreference): void {
    const [from, to] = endsOf(word);
    this.#sharing.set(preferenceKey(word.owner, word), {
      owner: word.owner,
      from,
      to,
      visibility: word.visibility,
    });
  }

  /** What was said of who is who and is no merge yet, in the order of ids. */
  get decisions(): IdentityDecision[] {
    return [...this.#decisions].sort(byFirst).map(([, decision]) => ({ ...decision }));
  }

  /** True where somebody is said to be one with another id. */
  isDecided(id: string): boolean {
    return [...this.#decisions.values()].some(({ a, b, same }) => same && (a === id || b === id));
  }

  /** Keeps what is said of who is who; of two answers about one pair the later one. */
  decide(decisions: readonly IdentityDecision[]): void {
    for (const { a, b, same } of decisions) {
      const [x = "", y = ""] = [this.canonical(a), this.canonical(b)].sort(compareCodeUnits);
      if (x !== y) this.#decisions.set(pairKey(x, y), { a: x, b: y, same });
    }
  }

  /** From now on each id of a map means its value, which is none of these ids. Of two answers that then are about one pair, that they are two counts. */
  merge(into: ReadonlyMap<string, string>): void {
    const told = (id: string): string => into.get(id) ?? id;
    if ([...into.keys()].some((gone) => this.#kept.has(gone)))
      for (const [id, now] of this.#merged) this.#merged.set(id, told(now));
    for (const [gone, kept] of into) {
      this.#merged.set(gone, kept);
      this.#kept.add(kept);
      if (this.#optedOut.delete(gone)) this.#optedOut.add(kept);
    }
    for (const { a, b, same } of this.#takeDecisions((id) => into.has(id))) {
      const known = this.#decisions.get(pairKey(told(a), told(b)));
      if (!same || known === undefined) this.decide([{ a, b, same }]);
    }
    for (const [key, { owner, from, to, visibility }] of [...this.#sharing]) {
      if (![owner, from, to].some((id) => into.has(id))) continue;
      this.#sharing.delete(key);
      const word = { owner: told(owner), from: told(from), to: told(to), visibility };
      if (word.from === word.to) continue;
      const known = this.preferenceOf(word.owner, word)?.visibility ?? visibility;
      this.setPreference({ ...word, visibility: strictest(known, visibility) });
    }
  }

  /**
   * Forgets an id wherever it stands, but that it has opted out: so have, then, the ids that meant it until now. Of who is suppressed a
   * digest is enough for that.
   */
  forget(id: string): void {
    if (this.isSuppressed(() => [id])) this.#optedOut.delete(id);
    // While ids that meant them still do: what was told under these goes, too.
    this.tellers.takeBack(new Set([id]), this.canonical);
    for (const [gone, kept] of this.#merged) {
      if (kept !== id) continue;
      this.#merged.delete(gone);
      this.tellers.forget(gone);
      if (this.#optedOut.has(id)) this.#optedOut.add(gone);
    }
    this.#takeDecisions((one) => one === id);
    this.tellers.forget(id);
    for (const [key, { owner, from, to }] of this.#sharing) {
      if (owner === id || from === id || to === id) this.#sharing.delete(key);
    }
  }

  /** Takes out what was said of an id. */
  #takeDecisions(isOf: (id: string) => boolean): IdentityDecision[] {
    const taken: IdentityDecision[] = [];
    for (const [key, decision] of this.#decisions) {
      if (!isOf(decision.a) && !isOf(decision.b)) continue;
      this.#decisions.delete(key);
      taken.push(decision);
    }
    return taken;
  }

  /** Only what was said at all, in code-unit order. */
  toJSON(): Partial<NetworkSnapshot> {
    const idTellers = this.tellers.toJSON(this.canonical);
    const words = [...this.#sharing].sort(byFirst).map(([, word]) => word);
    return {
      ...(this.#optedOut.size === 0 ? {} : { optedOut: [...this.#optedOut].sort(compareCodeUnits) }),
      ...(this.#merged.size === 0 ? {} : { merged: [...this.#merged].sort(byFirst) }),
      ...(words.length === 0 ? {} : { words }),
      ...(this.#decisions.size === 0 ? {} : { decisions: this.decisions }),
      ...(idTellers.length === 0 ? {} : { idTellers }),
      ...(this.#suppressed.isEmpty ? {} : { suppressed: this.#suppressed.entries() }),
    };
  }

  /** @throws WarmpathError `INVALID_SNAPSHOT`, `INVALID_ID`, `INVALID_TIE` for what {@link toJSON} does not write. */
  static fromJSON({
    optedOut = [],
    merged = [],
    words = [],
    idTellers = [],
    decisions = [],
  }: Partial<NetworkSnapshot>): SharingPreferences {
    const made = new SharingPreferences();
    made.tellers = IdTellers.fromJSON(idTellers);
    for (const pair of merged) {
      if (!Array.isArray(pair) || pair[0] === pair[1]) throw invalid("merged");
      made.#merged.set(checkId(pair[0]), checkId(pair[1]));
      made.#kept.add(pair[1]);
    }
    if ([...made.#merged.values()].some((kept) => made.#merged.has(kept))) throw invalid("merged");
    made.decide(checkDecisions(decisions));
    for (const id of optedOut) made.setOptedOut(made.canonical(checkId(id)), true);
    for (const word of words) {
      if (typeof word !== "object" || word === null) throw invalid("words");
      checkVisibility(word.visibility);
      for (const id of [word.owner, word.from, word.to]) checkId(id);
      made.setPreference(word);
    }
    return made;
  }
}

/** No secret: it keeps these digests apart from all others. Who knows an address can test whether it is on the list. */
const DOMAIN = "warmpath.network.suppressed";
const DIGEST = /^[0-9a-f]{64}$/;

function preferenceKey(owner: string, tie: { readonly from: string; readonly to: string }): string {
  return JSON.stringify([owner, ...endsOf(tie)]);
}

function byFirst(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compareCodeUnits(a[0], b[0]);
}

function invalid(field: string): WarmpathError {
  return new WarmpathError("INVALID_SNAPSHOT", `a network snapshot's ${field} are none`, { field });
}
