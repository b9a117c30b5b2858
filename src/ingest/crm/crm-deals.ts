import { stageOutcome } from "./crm-words.js";

/** What a row tells of how its deal ended. */
export interface DealSigns {
  /** What columns of their own say; undefined where they say nothing. */
  readonly won: boolean | undefined;
  readonly lost: boolean | undefined;
  readonly stage: string;
  /** `1` or `100%` is won, `0` lost. */
  readonly probability: string;
}

/** How a deal ended; undefined for one that is open, or whose signs speak against each other. */
export function outcomeOf({ won, lost, stage, probability }: DealSigns): "won" | "lost" | undefined {
  if (won === true || lost === true) return won === lost ? undefined : won ? "won" : "lost";
  const told =
    stageOutcome(stage) ?? (SURE.test(probability) ? "won" : NONE.test(probability) ? "lost" : undefined);
  return (told === "won" && won === false) || (told === "lost" && lost === false) ? undefined : told;
}

/** The ids of a cell that names several: HubSpot joins them with `;`. */
export function splitIds(cell: string): string[] {
  return [...new Set(cell.split(/[;,\s]+/).filter(Boolean))];
}

/** Adds an item to the list that a map has for a key. */
export function addTo<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

const SURE = /^(?:1(?:[.,]0+)?|100(?:[.,]0+)? ?%)$/;
const NONE = /^0(?:[.,]0+)?(?: ?%)?$/;
