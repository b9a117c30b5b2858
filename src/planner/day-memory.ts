import { newSharedWork, type SharedWork } from "../paths/index.js";

/**
 * What was answered before for plans of one day: standings, what the records say of asking, the seekers' side of all paths. It holds
 * while journal, rules and network stay the same.
 */
export class DayMemory {
  readonly #answers = new Map<string, unknown>();
  readonly #work = new Map<string, SharedWork>();
  #version: number;

  constructor(version: number) {
    this.#version = version;
  }

  /** Forgets everything where the network is of another version than before. */
  renew(version: number): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#answers.clear();
    this.#work.clear();
  }

  /** What `find` finds, which is asked once for a key. */
  once<T>(key: string, find: () => T): T {
    return answered(this.#answers, key, find, MOST_ANSWERS) as T;
  }

  /** What searches for paths from the same seekers share. */
  workFor(seekers: readonly string[], masks: boolean): SharedWork {
    return answered(this.#work, JSON.stringify([seekers, masks]), newSharedWork, MOST_SEEKERS);
  }
}

function answered<T>(known: Map<string, T>, key: string, find: () => T, most: number): T {
  if (known.has(key)) return known.get(key) as T;
  const found = find();
  if (known.size >= most) known.clear();
  known.set(key, found);
  return found;
}

/** So much is kept at a time, so that a service that plans for many seekers does not grow all day. */
const [MOST_ANSWERS, MOST_SEEKERS] = [50_000, 8];
