import {
  type Cell,
  type ExportOptions,
  PERSON_COLUMNS,
  personRows,
  TIE_COLUMNS,
  tieRows,
} from "./export-rows.js";
import type { Network } from "./network.js";
import { xmlId, xmlText } from "./xml-text.js";

/**
 * The network as GEXF 1.3, which Gephi opens: undirected, people by id with their name as label, all other columns of the
 * CSV exports as attributes. Written here rather than by graphology-gexf, which adds a dependency, an XML builder and types
 * guessed from the first values.
 */
export function toGexf(network: Network, options: ExportOptions = {}): string {
  const people = personRows(network, options).map((row) => {
    const [id = "", name] = row.map((cell) => (cell === undefined ? undefined : String(cell)));
    const label = xmlText(name ?? id);
    return `<node id="${xmlId(id)}" label="${label}">${values(PERSON_COLUMNS, row)}</node>`;
  });
  const ties = tieRows(network, options).map((row, index) => {
    const [from, to] = [xmlId(String(row[0])), xmlId(String(row[1]))];
    return `<edge id="${index}" source="${from}" target="${to}">${values(TIE_COLUMNS, row)}</edge>`;
  });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph defaultedgetype="undirected" mode="static">',
    declared("node", PERSON_COLUMNS),
    declared("edge", TIE_COLUMNS),
    "<nodes>",
    ...people,
    "</nodes>",
    "<edges>",
    ...ties,
    "</edges>",
    "</graph>",
    "</gexf>",
  ].join("\n")}\n`;
}

function declared(of: "node" | "edge", columns: readonly string[]): string {
  const each = columns
    .slice(2)
    .map((column) => `<attribute id="${column}" title="${column}" type="${typeOf(column)}"/>`);
  return [`<attributes class="${of}">`, ...each, "</attributes>"].join("\n");
}

/** GEXF's and GraphML's word for a column's type. */
export function typeOf(column: string): "double" | "string" {
  return column === "closeness" || column === "overlap" || column === "interactions" ? "double" : "string";
}

/** Values of a row but for its first two, which are an element's own attributes. */
function values(columns: readonly string[], row: readonly Cell[]): string {
  const each = columns.map((column, index) => {
    const cell = row[index];
    if (index < 2 || cell === undefined) return "";
    return `<attvalue for="${column}" value="${xmlText(String(cell))}"/>`;
  });
  const all = each.join("");
  return all === "" ? "" : `<attvalues>${all}</attvalues>`;
}
