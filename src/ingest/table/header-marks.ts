import { type HeadRecords, hasHeader, type TableSpec } from "./find-header.js";

/**
 * A kind of table known by a few columns that only it has, each by its folded names (`|` between them). `lacks` names columns of
 * other tables that are alike.
 */
export function headerOf(has: readonly string[], lacks: readonly string[] = []): TableSpec<string> {
  return {
    columns: Object.fromEntries([...has, ...lacks].map((names) => [names, names])),
    isHeader: (found) => has.every((names) => found.has(names)) && !lacks.some((names) => found.has(names)),
    expected: has,
  };
}

/** A test whether a text begins as a table of this kind. */
export function beginsAs<Column extends string>(spec: TableSpec<Column>): (head: HeadRecords) => boolean {
  return (head) => hasHeader(spec, head);
}
