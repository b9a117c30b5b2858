export {
  Ledger,
  type LedgerOptions,
  type SaleQuery,
  type StandingQuery,
  type TieQuery,
} from "./ledger.js";
export type { EntryFavor, LedgerEntry } from "./ledger-entry.js";
export { DEFAULT_LEDGER_MODEL, type LedgerModel, ledgerModel } from "./ledger-model.js";
export type { PeopleOfIds } from "./same-people.js";
export type { Favor, PricedStanding, Standing } from "./standing.js";
export type { Statement, StatementLine, StatementOptions } from "./statement.js";
export type { TiePenalty } from "./tie-penalties.js";
