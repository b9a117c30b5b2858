import {
  type Cell,
  type ExportOptions,
  PERSON_COLUMNS,
  personRows,
  TIE_COLUMNS,
  tieRows,
} from "./export-rows.js";
import type { Network } from "./network.js";
import { typeOf } from "./write-gexf.js";
import { xmlId, xmlText } from "./xml-text.js";

/** The network as GraphML, which yEd, networkx, igraph and Gephi read: undirected, columns of the CSV exports as data. */
export function toGraphml(network: Network, options: ExportOptions = {}): string {
  const people = personRows(network, options).map(
    (row) => `<node id="${xmlId(String(row[0]))}">${data("n", PERSON_COLUMNS, row, 1)}</node>`,
  );
  const ties = tieRows(network, options).map((row, index) => {
    const [from, to] = [xmlId(String(row[0])), xmlId(String(row[1]))];
    return `<edge id="e${index}" source="${from}" target="${to}">${data("e", TIE_COLUMNS, row, 2)}</edge>`;
  });
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys("n", "node", PERSON_COLUMNS.slice(1)),
    ...keys("e", "edge", TIE_COLUMNS.slice(2)),
    '<graph id="network" edgedefault="undirected">',
    ...people,
    ...ties,
    "</graph>",
    "</graphml>",
  ].join("\n")}\n`;
}

function keys(prefix: string, of: "node" | "edge", columns: readonly string[]): string[] {
  return columns.map(
    (column) =>
      `<key id="${prefix}-${column}" for="${of}" attr.name="${column}" attr.type="${typeOf(column)}"/>`,
  );
}

function data(prefix: string, columns: readonly string[], row: readonly Cell[], first: number): string {
  return columns
    .map((column, index) => {
      const cell = row[index];
      if (index < first || cell === undefined) return "";
      return `<data key="${prefix}-${column}">${xmlText(String(cell))}</data>`;
    })
    .join("");
}
