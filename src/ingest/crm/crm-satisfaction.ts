import { type Issue, WarmpathError } from "../../base/index.js";
import type { TableRow } from "../table/table-reader.js";
import { satisfactionWord } from "./crm-words.js";

/** How content a customer is, with the number it was read from. */
export interface Satisfaction {
  readonly level: "high" | "medium" | "low";
  /** `NPS 9 of 10`, `CSAT 4 of 5`, `satisfaction 85%` or `satisfaction in words`. */
  readonly evidence: string;
}

/** From which share of the best mark on a customer counts as content, and as neither content nor not. */
export interface SatisfactionCuts {
  /** @defaultValue 0.8, so that 4 and 5 of 5 are high, as CSAT is counted */
  readonly high?: number;
  /** @defaultValue 0.6, so that 3 of 5 is medium */
  readonly medium?: number;
}

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

/**
 * What a row tells of satisfaction, the lowest where several columns tell it: an ask of a customer who is not content costs more than
 * one left out. NPS: 9 and 10 high, 0 to 6 low (Reichheld 2003). Other marks by their share of the best one: 1 to 5, `8/10`, `85%`,
 * 11 to 100 as a percentage; 0 and 6 to 10 alone name no scale and are not read. Words count where the whole cell is one of ours.
 * What is not read is told.
 */
export function readSatisfaction(
  { row, cell }: TableRow<SatisfactionColumn>,
  cuts: Required<SatisfactionCuts>,
  tell: (issue: Issue) => void,
): Satisfaction | undefined {
  let told: Satisfaction | undefined;
  for (const column of COLUMNS) {
    const text = cell(column);
    if (text === "") continue;
    const one = column === "nps" ? readNps(text) : readMark(text, column, cuts);
    if (one === undefined) tell({ ...UNREADABLE, row, column });
    else told = lower(told, one);
  }
  return told;
}

/** The cuts in force. @throws WarmpathError `INVALID_ARGUMENT` unless 0 <= medium <= high <= 1. */
export function checkCuts({ high = 0.8, medium = 0.6 }: SatisfactionCuts = {}): Required<SatisfactionCuts> {
  if (medium >= 0 && medium <= high && high <= 1) return { high, medium };
  throw new WarmpathError("INVALID_ARGUMENT", "options.satisfaction is to hold 0 <= medium <= high <= 1");
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

function readMark(
  text: string,
  column: SatisfactionColumn,
  { high, medium }: Required<SatisfactionCuts>,
): Satisfaction | undefined {
  const name = column === "csat" ? "CSAT" : "satisfaction";
  const word = satisfactionWord(text);
  if (word !== undefined) return { level: word, evidence: `${name} in words` };
  const mark = markOf(text);
  if (mark === undefined) return undefined;
  const best = mark.best ?? (mark.value >= 1 && mark.value <= 5 ? 5 : mark.value > 10 ? 100 : undefined);
  if (best === undefined || mark.value > best) return undefined;
  const share = mark.value / best;
  return {
    level: share >= high ? "high" : share >= medium ? "medium" : "low",
    evidence: `${name} ${mark.value}${best === 100 ? "%" : ` of ${best}`}`,
  };
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
  message: "No mark of a plain scale and none of the known words; dropped.",
};
const COLUMNS = ["nps", "csat", "satisfaction"] as const;
const LEVELS = ["low", "medium", "high"] as const;
const MARK = /^(\d{1,3}(?:[.,]\d{1,2})?)(?: ?(?:\/|of|out of|von|de|sur|su|van) ?(5|10|100)| ?(%))?$/i;
