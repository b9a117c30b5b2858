import { type Issue, madeOf, unfit } from "../../base/index.js";
import type { TableRow } from "../table/table-reader.js";
import { satisfactionWord } from "./crm-words.js";

/** How content a customer is, with the number it was read from. */
export interface Satisfaction {
  readonly level: "high" | "medium" | "low";
  /** `NPS 9 of 10`, `CSAT 4 of 5`, `satisfaction 85%` or `satisfaction in words`. */
  readonly evidence: string;
}

/** How marks of satisfaction are read: their scale, and from which share of the best mark on a customer counts as content. */
export interface SatisfactionCuts {
  /** @defaultValue 0.8, so that 4 and 5 of 5 are high, as CSAT is counted */
  readonly high?: number;
  /** @defaultValue 0.6, so that 3 of 5 is medium */
  readonly medium?: number;
  /**
   * The best mark of plain numbers (`4`, not `4/5`) outside columns of NPS.
   * @defaultValue what each column shows: 5 where all of its plain numbers are 1 to 5; 11 to 100 are percentages
   */
  readonly scale?: number;
}

/** The same, checked, with its defaults. */
export type CheckedCuts = SatisfactionCuts & Required<Omit<SatisfactionCuts, "scale">>;

/** Our own names of columns that tell satisfaction. */
export type SatisfactionColumn = "nps" | "csat" | "satisfaction";

/** Aliases of those columns: HubSpot's survey properties, Salesforce's usual custom fields (`NPS__c`), plain names in seven languages (guessed). */
export const SATISFACTION_COLUMNS: Readonly<Record<SatisfactionColumn, string>> = {
  nps: "last nps survey rating|nps|nps score|nps rating|net promoter score|nps c|nps score c",
  csat: "last csat survey rating|csat|csat score|csat rating|csat c|csat score c",
  satisfaction:
    "satisfaction|satisfaction score|customer satisfaction|satisfaction c|satisfaction score c|customer satisfaction c|" +
    "kundenzufriedenheit|zufriedenheit|satisfaccion|satisfaccion del cliente|satisfaction client|satisfacao|satisfacao do cliente|" +
    "soddisfazione|soddisfazione del cliente|klanttevredenheid|tevredenheid|顧客満足度",
};

/** The cells of one row that tell satisfaction, as they are written. */
export interface Marks {
  readonly row: number;
  readonly texts: readonly (readonly [SatisfactionColumn, string])[];
}

/** The marks of a row; undefined where all of those cells are empty, as they mostly are. */
export function marksOf({ row, cell }: TableRow<SatisfactionColumn>): Marks | undefined {
  let texts: Marks["texts"] | undefined;
  for (const column of COLUMNS) {
    const text = cell(column);
    if (text !== "") texts = [...(texts ?? []), [column, text]];
  }
  return texts && { row, texts };
}

/** The columns of one table that tell satisfaction: the marks of all rows are taken before the first is read, since they show the scale. */
export class SatisfactionColumns {
  readonly #cuts: CheckedCuts;
  readonly #tell: (issue: Issue) => void;
  /** Columns with a plain number that 1 to 5 have no place for. */
  readonly #others = new Set<SatisfactionColumn>();

  constructor(cuts: CheckedCuts, tell: (issue: Issue) => void) {
    this.#cuts = cuts;
    this.#tell = tell;
  }

  take(marks: Marks | undefined): void {
    for (const [column, text] of marks?.texts ?? []) {
      const mark = markOf(text);
      if (mark !== undefined && mark.best === undefined && !isOfFive(mark.value)) this.#others.add(column);
    }
  }

  /**
   * What a row tells of satisfaction, the lowest where several columns tell it. An ask of a customer who is not content costs more
   * than one left out. NPS: 9 and 10 high, 0 to 6 low (Reichheld 2003). Other marks by their share of the best one: `8/10`, `85%`, plain
   * ones on the scale given. Without one 11 to 100 are percentages. 1 to 5 are of 5 unless a plain number of their column is below 1 or
   * above 5, which shows another scale. 0 and 6 to 10 name none. Words count where the whole cell is one of ours. What is not read is told.
   */
  read(marks: Marks | undefined): Satisfaction | undefined {
    let told: Satisfaction | undefined;
    for (const [column, text] of marks?.texts ?? []) {
      const one = column === "nps" ? readNps(text) : this.#readMark(text, column);
      if (one === undefined) this.#tell({ ...UNREADABLE, row: marks?.row ?? 0, column });
      else told = lower(told, one);
    }
    return told;
  }

  #readMark(text: string, column: SatisfactionColumn): Satisfaction | undefined {
    const name = column === "csat" ? "CSAT" : "satisfaction";
    const word = satisfactionWord(text);
    if (word !== undefined) return { level: word, evidence: `${name} in words` };
    const mark = markOf(text);
    if (mark === undefined) return undefined;
    const best = mark.best ?? this.#cuts.scale ?? this.#scaleOf(mark.value, column);
    if (best === undefined || mark.value > best) return undefined;
    const share = mark.value / best;
    return {
      level: share >= this.#cuts.high ? "high" : share >= this.#cuts.medium ? "medium" : "low",
      evidence: `${name} ${mark.value}${best === 100 ? "%" : ` of ${best}`}`,
    };
  }

  #scaleOf(value: number, column: SatisfactionColumn): number | undefined {
    if (isOfFive(value)) return this.#others.has(column) ? undefined : 5;
    return value > 10 ? 100 : undefined;
  }
}

/** What the rows of a table that is known whole tell of satisfaction, row by row. */
export function satisfactionOf(
  rows: readonly TableRow<SatisfactionColumn>[],
  cuts: CheckedCuts,
  tell: (issue: Issue) => void,
): (row: TableRow<SatisfactionColumn>) => Satisfaction | undefined {
  const columns = new SatisfactionColumns(cuts, tell);
  for (const row of rows) columns.take(marksOf(row));
  return (row) => columns.read(marksOf(row));
}

/** The cuts in force. @throws WarmpathError `INVALID_ARGUMENT` unless 0 <= medium <= high <= 1, and a scale is a number above 1. */
export function checkCuts(given: SatisfactionCuts = {}): CheckedCuts {
  return madeOf("options.satisfaction", () => {
    const { high = 0.8, medium = 0.6, scale } = given;
    if (!(medium >= 0 && medium <= high && high <= 1))
      throw unfit("options.satisfaction", "0 <= medium <= high <= 1");
    if (scale === undefined) return { high, medium };
    if (Number.isFinite(scale) && scale > 1) return { high, medium, scale };
    throw unfit("options.satisfaction.scale", "a number above 1");
  });
}

/** The lower one of two. */
export function lower(a: Satisfaction | undefined, b: Satisfaction): Satisfaction {
  if (a === undefined) return b;
  const [x, y] = [LEVELS.indexOf(a.level), LEVELS.indexOf(b.level)];
  if (x !== y) return x < y ? a : b;
  return a.evidence <= b.evidence ? a : b;
}

function readNps(text: string): Satisfaction | undefined {
  const word = satisfactionWord(text);
  if (word !== undefined) return { level: word, evidence: "NPS in words" };
  const mark = markOf(text);
  if (mark === undefined || mark.value > 10 || (mark.best ?? 10) !== 10) return undefined;
  const level = mark.value >= 9 ? "high" : mark.value > 6 ? "medium" : "low";
  return { level, evidence: `NPS ${mark.value} of 10` };
}

function isOfFive(value: number): boolean {
  return value >= 1 && value <= 5;
}

/** `4`, `4,5`, `8/10`, `4 of 5`, `85 %`. */
function markOf(text: string): { readonly value: number; readonly best?: number } | undefined {
  const match = MARK.exec(text.slice(0, 32));
  if (match === null) return undefined;
  const value = Number((match[1] ?? "").replace(",", "."));
  const best = match[3] === "%" ? 100 : Number(match[2] ?? 0);
  return best === 0 ? { value } : { value, best };
}

const UNREADABLE: Pick<Issue, "code" | "severity" | "message"> = {
  code: "SATISFACTION_UNREADABLE",
  severity: "warning",
  message: "No mark whose scale is plain, and none of the known words; dropped.",
};
const COLUMNS = ["nps", "csat", "satisfaction"] as const;
const LEVELS = ["low", "medium", "high"] as const;
const MARK = /^(\d{1,3}(?:[.,]\d{1,2})?)(?: ?(?:\/|of|out of|von|de|sur|su|van) ?(5|10|100)| ?(%))?$/i;
