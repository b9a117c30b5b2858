import { WarmpathError } from "../base/error.js";

/** Throws `INVALID_ARGUMENT` where an argument is not as its documentation says. */
export function check(isGood: boolean, what: string): void {
  if (!isGood) throw new WarmpathError("INVALID_ARGUMENT", `bad ${what}`);
}

/** Checks a whole number >= 1. */
export function checkCount(value: number, what: string, most: number = Infinity): void {
  check(Number.isInteger(value) && value >= 1 && value <= most, what);
}

/** Checks node numbers. */
export function checkNodes(nodes: readonly number[], nodeCount: number, what: string): void {
  for (const node of nodes) check(node >>> 0 === node && node < nodeCount, what);
}
