import type { Issue } from "../base/index.js";
import type { Person, Source, Tie, TieEvidence } from "../people/index.js";
import type { Import } from "./import.js";
import { isOwner } from "./owner.js";

/** What the rows of a file make of its owner's contacts: a person and a tie for each, but for the owner's own row. */
export class OwnedRows {
  readonly #owner: Person;
  readonly #issues: Issue[];
  readonly #file: string | undefined;
  readonly #people: Person[];
  readonly #ties: Tie[] = [];
  #rowsKept = 0;

  constructor(owner: Person, issues: Issue[], file?: string) {
    this.#owner = owner;
    this.#issues = issues;
    this.#file = file;
    this.#people = [owner];
  }

  /** Keeps a row's person; false where they are the owner themselves. */
  keep(person: Person, row: number, evidence: TieEvidence = {}): boolean {
    this.#rowsKept++;
    if (isOwner(person, this.#owner)) {
      const message = "The owner's own row makes no tie.";
      this.#issues.push({ code: "SELF_ROW", severity: "info", message, row });
      return false;
    }
    this.#people.push({ ...person, sources: [sourceOf(this.#owner, this.#file, row)] });
    this.#ties.push({ from: this.#owner.id, to: person.id, evidence });
    return true;
  }

  /** The import of all rows that were kept. */
  import(rowsRead: number): Import {
    return {
      people: this.#people,
      ties: this.#ties,
      interactions: [],
      issues: this.#issues,
      report: { rowsRead, rowsKept: this.#rowsKept, rowsSkipped: rowsRead - this.#rowsKept },
    };
  }
}

/** Where a record of a person stands. */
export function sourceOf(owner: Pick<Person, "id">, file: string | undefined, row?: number): Source {
  return { owner: owner.id, ...(file !== undefined && { file }), ...(row !== undefined && { row }) };
}
