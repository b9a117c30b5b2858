/** Numbers ids from 1 on, in the order in which they come. */
export class IdNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #ids: string[] = [""];

  /** The number of an id, 0 where it never came. */
  find(id: string): number {
    return this.#numbers.get(id) ?? 0;
  }

  /** The number of an id, a new one where it never came. */
  add(id: string): number {
    const held = this.#numbers.get(id);
    if (held !== undefined) return held;
    this.#numbers.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }

  /** The id of a number. */
  id(number: number): string {
    return this.#ids[number] as string;
  }
}
