import { addTo, type Issue } from "../../base/index.js";
import { type ClosedDeal, type DealsTold, dealsTold } from "./crm-tags.js";
import { stageOutcome } from "./crm-words.js";

/** What a row tells of how its deal ended. */
export interface DealSigns {
  /** What columns of their own say; undefined where they say nothing. */
  readonly won: boolean | undefined;
  readonly lost: boolean | undefined;
  readonly stage: string;
  /** From 0 to 1; undefined where none is told. */
  readonly chance?: number | undefined;
}

/**
 * How a deal ended; undefined for one that is open, or whose signs speak against each other. Columns of their own go before what its stage
 * is called, and that before its probability. One other than 1 of a won deal, or 0 of a lost one, takes either back.
 */
export function outcomeOf({ won, lost, stage, chance }: DealSigns): "won" | "lost" | undefined {
  const byChance = chance === 1 ? "won" : chance === 0 ? "lost" : undefined;
  if (won === true && lost === true) return undefined;
  const told = won ? "won" : lost ? "lost" : (stageOutcome(stage) ?? byChance);
  if ((told === "won" && won === false) || (told === "lost" && lost === false)) return undefined;
  return chance === undefined || told === byChance ? told : undefined;
}

/**
 * What reads a column of probabilities: `100%`, and plain numbers from 0 to 1, or of 100 where one of the column's is above 1. What is
 * neither tells nothing.
 */
export function chanceReader(column: Iterable<string>): (text: string) => number | undefined {
  let best = 1;
  for (const text of column) if ((chanceOf(text, 1) ?? 0) > 1) best = 100;
  return (text) => {
    const chance = chanceOf(text, best);
    return chance === undefined || chance > 1 ? undefined : chance;
  };
}

/** The ids of a cell that names several: HubSpot joins them with `;`. */
export function splitIds(cell: string): string[] {
  return [...new Set(cell.split(/[;,\s]+/).filter(Boolean))];
}

/**
 * Closed deals by the contacts who have a part in them. Rows with one id are one deal of all contacts that they name; where they tell
 * different things one of them counts, whatever their order.
 */
export class DealBook {
  readonly #byId = new Map<string, BookedDeal>();
  readonly #all: BookedDeal[] = [];

  /** True where a row with this id came before; an empty one is no id. */
  add(id: string, deal: ClosedDeal, contacts: readonly string[]): boolean {
    const before = id === "" ? undefined : this.#byId.get(id);
    const booked = before ?? { deal, contacts: new Set() };
    if (JSON.stringify(deal) < JSON.stringify(booked.deal)) booked.deal = deal;
    for (const contact of contacts) booked.contacts.add(contact);
    if (before !== undefined) return true;
    this.#all.push(booked);
    if (id !== "") this.#byId.set(id, booked);
    return false;
  }

  /** What the deals of each contact tell together. */
  get ofContact(): ReadonlyMap<string, DealsTold> {
    const lists = new Map<string, ClosedDeal[]>();
    for (const { deal, contacts } of this.#all) for (const contact of contacts) addTo(lists, contact, deal);
    return new Map([...lists].map(([contact, list]) => [contact, dealsTold(list)]));
  }
}

/** An issue of a row whose id came before. */
export const REPEATED_DEAL: Pick<Issue, "code" | "severity" | "message"> = {
  code: "ID_REPEATED",
  severity: "warning",
  message: "A row with this id came before; the two are one deal.",
};

interface BookedDeal {
  deal: ClosedDeal;
  readonly contacts: Set<string>;
}

function chanceOf(text: string, best: number): number | undefined {
  const [, number = "", percent] = CHANCE.exec(text.slice(0, 32)) ?? [];
  return number === "" ? undefined : Number(number.replace(",", ".")) / (percent === undefined ? best : 100);
}

const CHANCE = /^(\d{1,3}(?:[.,]\d+)?)( ?%)?$/;
