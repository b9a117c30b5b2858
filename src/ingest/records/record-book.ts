import { compareCodeUnits, keysOf, type SnapshotForm, sealed, unsealed } from "../../base/index.js";
import type { InteractionRecord, MergedPair } from "../../people/index.js";
import type { ClosedDeal, ToldRole } from "../crm/crm-tags.js";
import type { GivenRecord } from "./record-lists.js";
import type { RecordFormat } from "./record-shape.js";

/** An interaction without its two people. */
export type Contact = Omit<InteractionRecord, "from" | "to">;

/** What a contact's record tells beside who they are. */
export interface KeptContact {
  /** Of the person whom it became. */
  readonly id: string;
  readonly roles: readonly ToldRole[];
  readonly industries?: readonly string[];
  readonly since?: string;
  /** Keys of companies that it names. */
  readonly companies: readonly string[];
  /** Folded name of the company that it tells itself; empty where it names one by its id at most. */
  readonly company: string;
  /** Key of the contact whom they report to; empty for none. */
  readonly manager: string;
  /** When the owner and they last wrote or met. */
  readonly seen: readonly Contact[];
}

/** A company's name and roles, for all contacts who are of it. */
export interface KeptCompany {
  readonly name: string;
  readonly roles: readonly ToldRole[];
  readonly industries?: readonly string[];
}

/** A deal that has ended, with the keys of its contacts. */
export interface KeptDeal extends ClosedDeal {
  readonly contacts: readonly string[];
}

/** What the owner, or a user of the system, did with contacts. */
export interface KeptActivity extends Contact {
  readonly contacts: readonly string[];
  /** Key of the user; empty where none is told. */
  readonly user: string;
}

type Entries<T> = readonly (readonly [key: string, told: T])[];

/**
 * What records of a system told so far, by their own ids: for a later call of `fromRecords`. It holds no person's name or address. It has names of
 * companies and the system's ids, which are personal data as long as the system has them.
 */
export interface KeptRecords {
  readonly format: "warmpath.records";
  readonly version: 1;
  /** A sum of all that follows. */
  readonly checksum: string;
  readonly system: RecordFormat;
  readonly contacts: Entries<KeptContact>;
  readonly companies: Entries<KeptCompany>;
  readonly deals: Entries<KeptDeal>;
  readonly activities: Entries<KeptActivity>;
  /** Records that were merged: kind, the key that is gone, and the one that stands for it. Last the gone person, while the network may have them apart. */
  readonly merged: readonly (readonly [kind: string, gone: string, into: string, id: string])[];
  /** Joined pairs: a kind and a key, and another kind and key. */
  readonly links: readonly (readonly [kind: string, key: string, other: string, otherKey: string])[];
}

/** Kinds of records that may be merged. */
type MergedKind = "contacts" | "companies" | "deals" | "activities";

type Parts = Omit<KeptRecords, "format" | "version" | "checksum">;

const FORM: SnapshotForm<Parts> = {
  what: "record book",
  format: "warmpath.records",
  version: 1,
  keys: keysOf<Parts>({
    system: true,
    contacts: true,
    companies: true,
    deals: true,
    activities: true,
    merged: true,
    links: true,
  }),
};

/** All that a system's records told, by their ids. A record that comes again stands in place of what it told before; a deleted one goes. */
export class RecordBook {
  readonly system: RecordFormat | undefined;
  readonly contacts: Map<string, KeptContact>;
  readonly companies: Map<string, KeptCompany>;
  readonly deals: Map<string, KeptDeal>;
  readonly activities: Map<string, KeptActivity>;
  readonly #merged: Map<string, KeptRecords["merged"][number]>;
  readonly #mergedAt = new Map<string, number>();
  /** By their texts. */
  readonly links: Map<string, KeptRecords["links"][number]>;

  /** @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER` for what no `RecordBook` wrote. */
  constructor(kept: KeptRecords | undefined) {
    const parts: Partial<Parts> = kept === undefined ? {} : unsealed(FORM, kept);
    this.system = parts.system;
    this.contacts = new Map(parts.contacts);
    this.companies = new Map(parts.companies);
    this.deals = new Map(parts.deals);
    this.activities = new Map(parts.activities);
    this.#merged = new Map((parts.merged ?? []).map((one) => [mark(one[0], one[1]), one]));
    this.links = new Map((parts.links ?? []).map((link) => [JSON.stringify(link), link]));
  }

  /** The key that stands for a record since it was merged: its own where it was not. */
  standing(kind: string, key: string): string {
    if (this.#merged.size === 0) return key;
    const way: string[] = [];
    let last = key;
    for (let next = this.#merged.get(mark(kind, key)); next !== undefined; ) {
      way.push(last);
      last = next[2];
      next = this.#merged.get(mark(kind, last));
    }
    // Each on the way leads there at once from now on, so that a long chain is walked once.
    for (const one of way) {
      const place = mark(kind, one);
      const [of, gone, , id] = this.#merged.get(place)!;
      this.#merged.set(place, [of, gone, last, id]);
    }
    return last;
  }

  /**
   * One record of two from now on. What is held of the one that is gone stands for the other where nothing is held of that. Of two that are
   * told to go into each other the later counts.
   * @param id Of the person whom a gone contact's record makes, where none is held
   * @param at When it happened, where that is told
   */
  merge(kind: MergedKind, gone: string, into: string, id: string, at?: number): void {
    if (gone === into) return;
    if (this.standing(kind, into) === gone) this.#merged.delete(mark(kind, into));
    const key = this.standing(kind, into);
    if (this.standing(kind, gone) === key) return;
    const told = this[kind] as Map<string, { readonly id?: string }>;
    const held = told.get(gone);
    this.#merged.set(mark(kind, gone), [kind, gone, key, held?.id ?? id]);
    if (at !== undefined) this.#mergedAt.set(mark(kind, gone), at);
    told.delete(gone);
    if (held !== undefined && !told.has(key)) told.set(key, held);
  }

  /** True for what happened to a record before one of the same events says that it was merged. */
  isBeforeMerge({ kind, at = Infinity }: Pick<GivenRecord, "kind" | "at">, key: string): boolean {
    return at < (this.#mergedAt.get(mark(kind ?? "", key)) ?? -Infinity);
  }

  /** People of contacts that were merged and whom the network may still have apart, each told once. */
  takeMerged(): readonly MergedPair[] {
    const pairs: MergedPair[] = [];
    for (const [place, [kind, other, , gone]] of this.#merged) {
      const into = this.standing(kind, other);
      const keep = this.contacts.get(into)?.id;
      if (kind !== "contacts" || gone === "" || keep === undefined || keep === gone) continue;
      pairs.push({ keep, gone });
      this.#merged.set(place, [kind, other, into, ""]);
    }
    return pairs;
  }

  /** Contacts of deals and activities and companies of contacts, as records of their own join them; both ways round. */
  linked(kind: string, other: string): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, Set<string>>();
    const add = (key: string, otherKey: string): void => {
      const known = found.get(key);
      if (known === undefined) found.set(key, new Set([otherKey]));
      else known.add(otherKey);
    };
    for (const [a, keyA, b, keyB] of this.links.values()) {
      const [ofA, ofB] = [this.standing(a, keyA), this.standing(b, keyB)];
      if (a === kind && b === other) add(ofA, ofB);
      else if (b === kind && a === other) add(ofB, ofA);
    }
    return new Map([...found].map(([key, keys]) => [key, [...keys].sort()]));
  }

  /** The same text for the same records, in whichever order they came. */
  kept(system: RecordFormat): KeptRecords {
    const parts: Parts = {
      system,
      contacts: sorted(this.contacts),
      companies: sorted(this.companies),
      deals: sorted(this.deals),
      activities: sorted(this.activities),
      merged: sorted(this.#merged).map(([, [kind, gone, , id]]) => [
        kind,
        gone,
        this.standing(kind, gone),
        id,
      ]),
      links: sorted(this.links).map(([, link]) => link),
    };
    return sealed(FORM, parts) as KeptRecords;
  }
}

function mark(kind: string, key: string): string {
  return JSON.stringify([kind, key]);
}

function sorted<T>(entries: ReadonlyMap<string, T>): [string, T][] {
  return [...entries].sort(([a], [b]) => compareCodeUnits(a, b));
}
