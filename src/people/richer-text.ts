import { checkShape } from "../base/index.js";
/** Of two texts about the same thing the one that says more: the longer, of two equally long ones the later in code units. */
export function richerText(a: string | undefined, b: string | undefined): string | undefined {
  checkShape(a, "text?", "a");
  checkShape(b, "text?", "b");
  if (a === undefined || b === undefined) return a ?? b;
  if (a.length !== b.length) return a.length > b.length ? a : b;
  return a > b ? a : b;
}
