import type { Issue } from "../../base/index.js";

/** Hands on the lines of each component (a card, an event) from BEGIN to END; a BEGIN before the END closes the card before it. */
export class CardReader {
  readonly #maxRows: number;
  readonly #issues: Issue[];
  readonly #onCard: (lines: readonly string[], row: number, isBytewise: boolean) => void;
  #text = "";
  #lines: string[] | undefined;
  #isAgent = false;
  #isBytewise = false;
  /** Each card may say for each line in which encoding it is. */
  readonly takesBytes = true;
  readonly #begin: RegExp;
  readonly #end: RegExp;
  isFull = false;
  rowsRead = 0;

  constructor(
    maxRows: number,
    issues: Issue[],
    onCard: (lines: readonly string[], row: number, isBytewise: boolean) => void,
    component: "VCARD" | "VEVENT" = "VCARD",
  ) {
    this.#begin = new RegExp(`^BEGIN:${component}\\s*$`, "i");
    this.#end = new RegExp(`^END:${component}\\s*$`, "i");
    this.#maxRows = maxRows;
    this.#issues = issues;
    this.#onCard = onCard;
  }

  push(chunk: string, isBytewise: boolean): void {
    this.#isBytewise ||= isBytewise;
    const text = this.#text + chunk;
    this.#text = text;
    if (!/[\r\n]/.test(chunk)) return;
    // A return at the end may be half of a line end.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n?|\n/);
    this.#text = lines.pop() + text.slice(end);
    for (const line of lines) this.#take(line);
  }

  end(): void {
    for (const line of this.#text.split(/\r\n?|\n/)) this.#take(line);
    if (this.#lines !== undefined) this.#close(false);
  }

  #take(line: string): void {
    if (this.#begin.test(line)) {
      // The card of an agent (2.1) stands within their principal's.
      if (/^AGENT[:;]?[^:]*(?::\s*)?$/i.test(this.#lines?.at(-1) ?? "")) this.#isAgent = true;
      else {
        if (this.#lines !== undefined) this.#close(false);
        this.#lines = [];
      }
    } else if (this.#end.test(line)) {
      if (this.#isAgent) this.#isAgent = false;
      else if (this.#lines !== undefined) this.#close(true);
    } else if (!this.#isAgent) this.#lines?.push(line);
  }

  #close(closed: boolean): void {
    const lines = this.#lines ?? [];
    this.#lines = undefined;
    this.#isAgent = false;
    if (this.isFull) return;
    const row = this.rowsRead + 1;
    this.isFull = row > this.#maxRows;
    if (this.isFull) {
      const message = `Reading stopped here: the limit is ${this.#maxRows} cards.`;
      this.#issues.push({ code: "ROW_LIMIT", severity: "error", message, row });
      return;
    }
    this.rowsRead = row;
    if (!closed)
      this.#issues.push({ code: "CARD_OPEN", severity: "warning", message: "The card has no end.", row });
    this.#onCard(lines, row, this.#isBytewise);
  }
}
