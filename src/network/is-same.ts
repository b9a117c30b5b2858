/** True for two values of plain data that hold the same, in whatever order their keys are. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  let count = 0;
  for (const key in a) {
    if (!Object.hasOwn(b, key) || !isSame(a[key as keyof typeof a], b[key as keyof typeof b])) return false;
    count++;
  }
  return count === Object.keys(b).length;
}
