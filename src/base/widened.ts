/** A longer column that begins with what a column holds; the rest is zeros. */
export function widened<Column extends Uint8Array | Int32Array | Float64Array>(
  column: Column,
  length: number,
): Column {
  const wide = new (column.constructor as new (length: number) => Column)(length);
  wide.set(column);
  return wide;
}
