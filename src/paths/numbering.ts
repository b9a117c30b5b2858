import { compareCodeUnits } from "../base/index.js";

/** By which numbers people go: a person's number is the index of their id in code-unit order. It follows who comes and goes. */
export class Numbering {
  #ids: readonly string[];
  /** Where the number of an id stands in `#numbers`, whatever it is. */
  readonly #slots: Map<string, number>;
  #numbers: Int32Array;

  /** `ids` in code-unit order, each once. */
  constructor(ids: readonly string[]) {
    this.#ids = ids;
    this.#slots = new Map(ids.map((id, number) => [id, number]));
    this.#numbers = Int32Array.from(ids, (_, number) => number);
  }

  get ids(): readonly string[] {
    return this.#ids;
  }

  of(id: string): number | undefined {
    const slot = this.#slots.get(id);
    return slot === undefined ? undefined : this.#numbers[slot];
  }

  /**
   * Takes in who of these came and takes out who went. Returns the number that each old one is now, rising, -1 for who is gone;
   * `undefined` where nobody came or went. O(people).
   */
  follow(changed: Iterable<string>, isThere: (id: string) => boolean): Int32Array | undefined {
    const others = [...changed].filter((id) => isThere(id) !== this.#slots.has(id));
    if (others.length === 0) return undefined;
    const came = others.filter(isThere).sort(compareCodeUnits);
    const gone = new Set(others.filter((id) => !isThere(id)));
    const before = this.#ids;
    const ids: string[] = [];
    const moved = new Int32Array(before.length).fill(-1);
    let next = 0;
    for (let old = 0; old <= before.length; old++) {
      const id = before[old];
      while (next < came.length && (id === undefined || came[next]! < id)) ids.push(came[next++]!);
      if (id !== undefined && !gone.has(id)) moved[old] = ids.push(id) - 1;
    }
    const slots = this.#numbers.length;
    const numbers = new Int32Array(slots + came.length);
    for (let slot = 0; slot < slots; slot++) numbers[slot] = moved[this.#numbers[slot]!] ?? -1;
    for (const id of gone) this.#slots.delete(id);
    this.#numbers = numbers;
    this.#ids = ids;
    let slot = slots;
    for (let number = 0, at = 0; at < came.length; number++) {
      if (ids[number] !== came[at]) continue;
      this.#slots.set(came[at++]!, slot);
      numbers[slot++] = number;
    }
    return moved;
  }
}
