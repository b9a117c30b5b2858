import type { Network, Viewpoint } from "../network/index.js";
import { type CompanyOptions, type Person, TargetIndex, type TargetMatch } from "../people/index.js";
import type { TargetQuery } from "./plan-request.js";

/**
 * Finds people by words, each viewer among those whom they may name, by the facts that they may hear. One index of what everybody
 * may hear serves all. Beside it each viewer has a small one of those of whom they alone may hear more.
 */
export class LookUp {
  readonly #network: Network;
  readonly #options: CompanyOptions;
  #shape: number | undefined;
  #all: TargetIndex | undefined;
  #common: TargetIndex | undefined;
  #masked: TargetIndex | undefined;
  readonly #own = new Map<string, OwnPeople>();

  constructor(network: Network, options: CompanyOptions) {
    this.#network = network;
    this.#options = options;
  }

  /** Without a view among all whom the network holds. */
  find(query: TargetQuery, view: Viewpoint | undefined): TargetMatch[] {
    this.#refresh();
    if (view === undefined) {
      this.#all ??= new TargetIndex(this.#network.people(), this.#options);
      return this.#all.find(query);
    }
    this.#common ??= new TargetIndex(view.everybody.plain.people(), this.#options);
    const { ids, index } = this.#ownOf(view.plain);
    return this.#common.find(query, { isShown: (id) => !ids.has(id), also: index });
  }

  /** Among those whom the viewers know by masked records alone. */
  findMasked(query: TargetQuery, view: Viewpoint): TargetMatch[] {
    this.#refresh();
    this.#masked ??= new TargetIndex(view.everybody.masked.maskedPeople(), this.#options);
    return this.#masked.find(query, { isShown: (id) => !view.mayName(id) });
  }

  #ownOf(view: Viewpoint): OwnPeople {
    const key = JSON.stringify(view.viewers);
    const known = this.#own.get(key);
    if (known !== undefined) return known;
    const people: readonly Person[] = view.ownPeople();
    const own = {
      ids: new Set(people.map(({ id }) => id)),
      index: people.length === 0 ? undefined : new TargetIndex(people, this.#options),
    };
    if (this.#own.size >= MOST_OWN) this.#own.clear();
    this.#own.set(key, own);
    return own;
  }

  #refresh(): void {
    if (this.#shape === this.#network.shape) return;
    this.#shape = this.#network.shape;
    this.#all = this.#common = this.#masked = undefined;
    this.#own.clear();
  }
}

interface OwnPeople {
  readonly ids: ReadonlySet<string>;
  readonly index: TargetIndex | undefined;
}

/** Viewers whose own people are kept at a time. */
const MOST_OWN = 64;
