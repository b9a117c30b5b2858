/** Who holds which key. Most keys have one holder, who stands alone without a list. */
export class SharedKeys<Key, Holder extends number | object> {
  readonly #holders = new Map<Key, Holder | Holder[]>();

  /** Notes a holder; one who is noted for the key twice in a row counts once. */
  add(key: Key, holder: Holder): void {
    const known = this.#holders.get(key);
    if (known === undefined) this.#holders.set(key, holder);
    else if (!Array.isArray(known)) {
      if (known !== holder) this.#holders.set(key, [known, holder]);
    } else if (known[known.length - 1] !== holder) known.push(holder);
  }

  /** Holders of every key that several hold, in the order in which keys came. */
  shared(): Holder[][] {
    const lists: Holder[][] = [];
    for (const holders of this.#holders.values()) if (Array.isArray(holders)) lists.push(holders);
    return lists;
  }

  /** The same with the keys. */
  sharedEntries(): [Key, Holder[]][] {
    const entries: [Key, Holder[]][] = [];
    for (const [key, holders] of this.#holders) if (Array.isArray(holders)) entries.push([key, holders]);
    return entries;
  }
}
