import type { Network, Viewpoint } from "../network/index.js";
import { type CompanyOptions, type Person, TargetIndex, type TargetMatch } from "../people/index.js";
import type { TargetQuery } from "./plan-request.js";

/**
 * Finds people by words, each viewer among those whom they may name, by the facts that they may hear. One index of what everybody
 * may hear serves all. Beside it each viewer has a small one of those of whom they alone may hear more. Of whom else is told since
 * these were made, a third one stands in place of what they hold, until that are many.
 */
export class LookUp {
  readonly #network: Network;
  readonly #options: CompanyOptions;
  #version = -1;
  #all: TargetIndex | undefined;
  #common: TargetIndex | undefined;
  #masked: TargetIndex | undefined;
  readonly #own = new Map<string, OwnPeople>();
  /** Who may be told of otherwise since the indexes were made, and an index of them as viewers see them. */
  readonly #changed = new Set<string>();
  readonly #fresh = new Map<string, TargetIndex>();

  constructor(network: Network, options: CompanyOptions) {
    this.#network = network;
    this.#options = options;
  }

  /** Without a view among all whom the network holds. */
  find(query: TargetQuery, view: Viewpoint | undefined): TargetMatch[] {
    this.#refresh();
    const isOld = (id: string): boolean => !this.#changed.has(id);
    const fresh = this.#changed.size === 0 ? [] : [{ index: this.#freshOf(view?.plain) }];
    if (view === undefined) {
      this.#all ??= this.#indexOf(this.#network.people());
      return this.#all.find(query, { isShown: isOld, also: fresh });
    }
    this.#common ??= this.#indexOf(view.everybody.plain.people());
    const { ids, index } = this.#ownOf(view.plain);
    const own = index === undefined ? [] : [{ index, isShown: isOld }];
    return this.#common.find(query, { isShown: (id) => isOld(id) && !ids.has(id), also: [...own, ...fresh] });
  }

  /** Among those whom the viewers know by masked records alone. */
  findMasked(query: TargetQuery, view: Viewpoint): TargetMatch[] {
    this.#refresh();
    this.#masked ??= this.#indexOf(view.everybody.masked.maskedPeople());
    return this.#masked.find(query, { isShown: (id) => !view.mayName(id) });
  }

  #ownOf(view: Viewpoint): OwnPeople {
    return kept(this.#own, JSON.stringify(view.viewers), () => {
      const people: readonly Person[] = view.ownPeople();
      const index = people.length === 0 ? undefined : this.#indexOf(people);
      return { ids: new Set(people.map(({ id }) => id)), index };
    });
  }

  #freshOf(view: Viewpoint | undefined): TargetIndex {
    return kept(this.#fresh, JSON.stringify(view?.viewers ?? null), () => {
      const everybody = this.#network.seenBy([]);
      const ids = [...this.#changed].filter((id) => everybody.isKept(id) && view?.mayName(id) !== false);
      return this.#indexOf(ids.map((id) => (view ?? this.#network).person(id) as Person));
    });
  }

  #indexOf(people: readonly Person[]): TargetIndex {
    return new TargetIndex(people, this.#options);
  }

  #refresh(): void {
    const everybody = this.#network.seenBy([]);
    const since = everybody.changesSince(this.#version);
    this.#version = everybody.version;
    if (since?.length === 0) return;
    this.#masked = undefined;
    this.#fresh.clear();
    for (const { from, to } of since ?? []) this.#changed.add(from).add(to);
    if (since !== undefined && this.#changed.size <= MOST_CHANGED) return;
    this.#changed.clear();
    this.#own.clear();
    this.#all = this.#common = undefined;
  }
}

interface OwnPeople {
  readonly ids: ReadonlySet<string>;
  readonly index: TargetIndex | undefined;
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= MOST_OWN) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}

/** Viewers whose own people are kept at a time. */
const MOST_OWN = 64;
/** People of an index beside the others, which is made anew for each change. */
const MOST_CHANGED = 500;
