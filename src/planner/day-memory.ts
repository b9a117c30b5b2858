import { newSharedWork, type SharedWork } from "../paths/index.js";

/**
 * What was answered before for plans of one day. What a result may hold is kept for one call, since results are the caller's own. The
 * rest holds while journal, rules and network stay the same: the next plan does not look at all contacts again.
 */
export class DayMemory {
  readonly #ofCall = new Map<string, unknown>();
  #kept = new Map<string, unknown>();
  readonly #work = new Map<string, SharedWork>();
  #version: number;

  constructor(version: number) {
    this.#version = version;
  }

  /** That of a day on which asking one contact, as `pairOf` numbers the two, may come to something else: what is so of all others. */
  after(pair: number): DayMemory {
    const memory = new DayMemory(this.#version);
    memory.#kept = this.#kept;
    for (const [key, { firstAsks }] of this.#work) {
      const others = new Map(firstAsks);
      others.delete(pair);
      memory.#work.set(key, { ...newSharedWork(), firstAsks: others });
    }
    return memory;
  }

  /** Begins a call, with the network as it is now. */
  begin(version: number): void {
    this.#ofCall.clear();
    for (const { legs } of this.#work.values()) legs.clear();
    if (version === this.#version) return;
    this.#version = version;
    this.#kept.clear();
    this.#work.clear();
  }

  /** What `find` finds, which is asked once for a key in one call. */
  once<T>(key: string, find: () => T): T {
    return answered(this.#ofCall, key, find, MOST_ANSWERS) as T;
  }

  /** The same for what no result holds, and all calls. */
  kept<T>(key: string, find: () => T): T {
    return answered(this.#kept, key, find, MOST_ANSWERS) as T;
  }

  /** What searches for paths from the same seekers share. */
  workFor(seekers: readonly string[], masks: boolean): SharedWork {
    return answered(this.#work, JSON.stringify([seekers, masks]), newSharedWork, MOST_SEEKERS);
  }
}

/** What is known under a key, else what `find` finds, which is known from then on. */
export function answered<T>(known: Map<string, T>, key: string, find: () => T, most: number): T {
  if (known.has(key)) return known.get(key) as T;
  const found = find();
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}

/** So much is kept at a time, so that a service that plans for many seekers does not grow all day. */
const [MOST_ANSWERS, MOST_SEEKERS] = [50_000, 8];
