import type { TieEvidence } from "../people/index.js";

/**
 * A number of 64 bits, as two of 32, made of all that a tie's score depends on. That is model, day, ids, who is tied to whom, and the evidence.
 * A mixing sum as in MurmurHash3, twice with other constants. It tells apart what differs by accident, not what is forged.
 */
export class NetworkFingerprint {
  #a = 0;
  #b = 0;

  get words(): readonly [number, number] {
    return [this.#a >>> 0, this.#b >>> 0];
  }

  word(word: number): void {
    this.#a = Math.imul(((this.#a << 13) | (this.#a >>> 19)) ^ word, 0x1b87_3593);
    this.#b = Math.imul(((this.#b << 15) | (this.#b >>> 17)) ^ word, 0xcc9e_2d51) + 1;
  }

  text(text: string): void {
    this.word(text.length);
    for (let i = 0; i < text.length; i++) this.word(text.charCodeAt(i));
  }

  evidence(evidence: TieEvidence): void {
    const { interactions, connectedOn, closeness, contexts, overlap, vouches } = evidence;
    this.word(interactions === undefined ? -1 : interactions.length);
    for (const { at, direction, kind, automatic } of interactions ?? []) {
      this.text(at);
      this.text(direction);
      this.text(kind);
      this.word(automatic === true ? 1 : 0);
    }
    this.text(connectedOn ?? "");
    this.text(`${closeness} ${overlap}`);
    this.word(contexts === undefined ? -1 : contexts.length);
    for (const context of contexts ?? []) this.text(context);
    this.text(vouches === undefined ? "" : JSON.stringify(vouches));
  }
}
