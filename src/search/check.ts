import { isReadable } from "../base/check-shape.js";
import { unfit } from "../base/error.js";

/** Throws `INVALID_ARGUMENT` where an argument is not as its documentation says. */
export function check(isGood: boolean, what: string): void {
  if (!isGood) throw unfit(what);
}

/** Checks that an object was given, with no getter that throws. */
export function checkGiven(value: object, what: string): void {
  check(isReadable(value), what);
}

/** Checks a whole number >= 1. */
export function checkCount(value: number, what: string, most: number = Infinity): void {
  check(Number.isInteger(value) && value >= 1 && value <= most, what);
}

/** True for a node number. */
export function isNode(node: number, nodeCount: number): boolean {
  return typeof node === "number" && node >>> 0 === node && node < nodeCount;
}

/** Checks node numbers. */
export function checkNodes(nodes: readonly number[], nodeCount: number, what: string): void {
  for (const node of nodes) check(isNode(node, nodeCount), what);
}
