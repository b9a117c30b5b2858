import { isCallersOwn, passDoor } from "./callers-own.js";
import { isWarmpathError, unfit } from "./error.js";
import { partsInCommon } from "./parts-in-common.js";

/**
 * What an argument is to look like: a type's name, a list with the shape of its items, or fields with theirs. A `?` behind a name
 * lets it be absent. Fields that are not named are not looked at.
 */
export type Shape = ShapeName | readonly [Shape] | { readonly [field: string]: Shape };

type ShapeName = "text" | "text?" | "number" | "finite" | "finite?" | "function" | "object" | "list" | "any";

/**
 * The one check at the door of a public function: what it is given has the form that its documentation tells. So nothing inside
 * fails with an error of the language. Ranges and relations are checked behind it.
 * @param what How the message calls the argument.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what`, the place of what does not fit; a getter that throws fits nothing.
 */
export function checkShape(value: unknown, shape: Shape, what: string): void {
  // Most are texts, and rows come by the thousand.
  if (typeof value === "string" && (shape === "text" || shape === "text?")) return;
  let misfit: string | undefined;
  try {
    misfit = misfitOf(value, shape);
  } catch {
    misfit = "";
  }
  if (misfit === undefined) return;
  throw unfit(`${what}${misfit}`);
}

/** The place of the first thing that does not fit, within the value; undefined where all does. */
function misfitOf(value: unknown, shape: Shape): string | undefined {
  if (typeof shape === "string") return isOf(value, shape) ? undefined : "";
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return "";
    const [item] = shape as readonly [Shape];
    for (let at = 0; at < value.length; at++) {
      const misfit = misfitOf(value[at], item);
      if (misfit !== undefined) return `[${at}]${misfit}`;
    }
    return undefined;
  }
  if (typeof value !== "object" || value === null) return "";
  const fields = shape as { readonly [field: string]: Shape };
  for (const field in fields) {
    const misfit = misfitOf(value[field as keyof typeof value], fields[field] as Shape);
    if (misfit !== undefined) return `.${field}${misfit}`;
  }
  return undefined;
}

function isOf(value: unknown, name: ShapeName): boolean {
  switch (name) {
    case "text":
      return typeof value === "string";
    case "text?":
      return value === undefined || typeof value === "string";
    case "number":
      return typeof value === "number" && !Number.isNaN(value);
    case "finite":
      return Number.isFinite(value);
    case "finite?":
      return value === undefined || Number.isFinite(value);
    case "function":
      return typeof value === "function";
    case "object":
      return isReadable(value);
    case "list":
      return Array.isArray(value);
    case "any":
      return true;
  }
}

/** True for an object that can be read to the last part of it: lists and plain objects in it are looked through, each once. */
export function isReadableWhole(value: unknown): value is object {
  try {
    look(value, new Set());
    return isReadable(value);
  } catch {
    return false;
  }
}

function look(value: unknown, seen: Set<unknown>): void {
  if (typeof value !== "object" || value === null || seen.has(value) || seen.size >= MOST_PARTS) return;
  seen.add(value);
  const proto = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && proto !== null && Object.getPrototypeOf(proto) !== null) return;
  void (value as Partial<Iterable<unknown>>)[Symbol.iterator];
  for (const key of Object.keys(value)) look(value[key as keyof typeof value], seen);
}

/** Parts of an argument that are looked through: more are no options. */
const MOST_PARTS = 10_000;

/**
 * What is made of data of a deep form. Where the language itself fails on it, the data is of another form than documented. Our own
 * errors pass, and those of the caller's functions (`callersOwn`) and signals.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what`.
 */
export function madeOf<Made>(what: string, make: () => Made): Made {
  passDoor(1);
  try {
    return make();
  } catch (error) {
    if (isWarmpathError(error) || isCallersOwn(error)) throw error;
    throw unfit(what);
  } finally {
    passDoor(-1);
  }
}

/**
 * The same for what passes on numbers that were given, or counts with them. A number that JSON cannot hold,
 * or -0, tells of data that are none. So does what holds itself.
 * @param deep How far into it to look: below lies what was given, as it came.
 */
export function soundOf<Made>(what: string, make: () => Made, deep: number = Infinity): Made {
  return madeOf(what, () => {
    const made = make();
    checkNumbers(made, deep, partsInCommon());
    return made;
  });
}

function checkNumbers(part: unknown, deep: number, meet: ReturnType<typeof partsInCommon>): void {
  if (typeof part === "number" && (!Number.isFinite(part) || Object.is(part, -0))) throw new TypeError();
  if (typeof part !== "object" || part === null || deep <= 0) return;
  meet(part, 1);
  for (const key in part) checkNumbers(part[key as keyof typeof part], deep - 1, meet);
}

/** True for a number from 0 to 1. */
export function isShare(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= 1;
}

/** True for a whole number from 1 to `most`. */
export function isCount(value: unknown, most: number = Number.MAX_SAFE_INTEGER): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
}

/** True for an object that is no list; a revoked proxy is neither. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  try {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** True for an object of which every field can be read: a trap throws here and not deep inside. */
export function isReadable(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  try {
    void value.constructor;
    for (const key in value) void value[key as keyof typeof value];
    return true;
  } catch {
    return false;
  }
}
