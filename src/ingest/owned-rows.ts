import { compareCodeUnits, type Issue } from "../base/index.js";
import {
  compareNames,
  foldCompany,
  isPlaceholder,
  nameKind,
  type Person,
  type Source,
  type Tie,
  type TieEvidence,
} from "../people/index.js";
import type { Import } from "./import.js";
import { isOwner } from "./owner.js";
import { isMadeId, madeId, nameKey } from "./reader-id.js";
import { skipRow } from "./skip-row.js";

/** What the rows of a file make of its owner's contacts: a person and a tie for each, but for the owner's own row. */
export class OwnedRows {
  readonly #owner: Person;
  readonly #issues: Issue[];
  readonly #people: Person[];
  readonly #ties: Tie[] = [];
  readonly #file: string | undefined;
  #rowsKept = 0;

  /** @param file Name of the file, else of its format: two files of one owner are told apart by it. */
  constructor(owner: Person, issues: Issue[], file?: string) {
    this.#owner = owner;
    this.#issues = issues;
    this.#file = file;
    this.#people = [owner];
  }

  /**
   * Keeps a row's person, with where the row stands. False for the owner's own row, and for a row that is skipped since its name is a word
   * for no name. A name of a department or of nobody in particular is kept as what it is.
   */
  keep(read: Person, row: number, evidence: TieEvidence = {}): boolean {
    if (isNobody(read)) {
      const message = "Row skipped: its name is a word for no name.";
      return skipRow(this.#issues, row, "ROW_WITHOUT_NAME", message);
    }
    if (MISREAD.test(`${read.name} ${read.company}`)) {
      const message =
        "Letters look like UTF-8 that another program read as windows-1252: export the file again.";
      this.#issues.push({ code: "ENCODING_GUESSED", severity: "warning", message, row });
    }
    const kind = read.kind ?? (isCompanyName(read) ? "organization" : nameKind(read.name));
    if (kind !== "person") {
      const message = "The name is no person's; kept, and never asked or greeted.";
      this.#issues.push({ code: "NAME_NOT_A_PERSON", severity: "info", message, row });
    }
    const sources = [sourceOf(this.#owner, this.#file, row)];
    const person: Person = { ...read, sources, ...(kind === "person" ? {} : { kind }) };
    this.#rowsKept++;
    if (isOwner(person, this.#owner)) {
      const message = "The owner's own row makes no tie.";
      this.#issues.push({ code: "SELF_ROW", severity: "info", message, row });
      return false;
    }
    this.#people.push(person);
    this.#ties.push({ from: this.#owner.id, to: person.id, evidence });
    return true;
  }

  /**
   * Gives those of one id whose names are not one human's ids of their own, so that none overwrites another. The smallest name keeps the
   * id, so the order of rows changes nothing.
   */
  #partNames(): void {
    if (new Set(this.#people.map(({ id }) => id)).size === this.#people.length) return;
    const indices = new Map<string, number[]>();
    this.#people.forEach(({ id }, index) => {
      if (index === 0 || !isMadeId(id)) return;
      const known = indices.get(id);
      if (known === undefined) indices.set(id, [index]);
      else known.push(index);
    });
    for (const [id, same] of indices) {
      if (same.length === 1) continue;
      const names = same.map((index) => nameKey((this.#people[index] as Person).name ?? ""));
      const first = [...names].sort(compareCodeUnits)[0] as string;
      same.forEach((index, at) => {
        const name = names[at] as string;
        if (compareNames(first, name).compatible) return;
        const own = madeId(`${id}|${name}`);
        this.#people[index] = { ...(this.#people[index] as Person), id: own };
        // The owner comes first among the people and has no tie.
        this.#ties[index - 1] = { ...(this.#ties[index - 1] as Tie), to: own };
      });
    }
  }

  /** The import of all rows that were kept. */
  toImport(rowsRead: number): Import {
    this.#partNames();
    return {
      people: this.#people,
      ties: this.#ties,
      interactions: [],
      issues: this.#issues,
      report: { rowsRead, rowsKept: this.#rowsKept, rowsSkipped: rowsRead - this.#rowsKept },
    };
  }
}

/** "MÃ¼ller" and "MÃ¶ller": a letter of two bytes as two letters. */
const MISREAD = /Ã[\u0080-\u00bf„Ÿœ–]/;

/** Where a record of a person stands. */
export function sourceOf(owner: Pick<Person, "id">, file: string | undefined, row?: number): Source {
  return { owner: owner.id, ...(file !== undefined && { file }), ...(row !== undefined && { row }) };
}

/** True for a card whose name is its company's. */
function isCompanyName({ name = "", company = "" }: Person): boolean {
  // A consultant's firm may have its founder's name with a legal form; the same letters are a card of the firm.
  return (
    name.length === company.length &&
    name.toLowerCase() === company.toLowerCase() &&
    foldCompany(company) !== ""
  );
}

/** True where the name says that there is none, and no address tells who it is. */
function isNobody({ name, profileUrl, emails }: Person): boolean {
  return profileUrl === undefined && emails === undefined && name !== undefined && isPlaceholder(name);
}
