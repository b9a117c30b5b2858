/** True for two values of plain data that hold the same, in whatever order their keys are. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  let more = 0;
  for (const key in a) {
    const one: unknown = a[key as keyof typeof a];
    const other: unknown = b[key as keyof typeof b];
    // No object inherits a text, a number or a truth.
    const isPlain = typeof one === "string" || typeof one === "number" || typeof one === "boolean";
    if (isPlain ? one !== other : !Object.hasOwn(b, key) || !isSame(one, other)) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}
