import { isReadableWhole } from "./check-shape.js";
import { editDistance } from "./edit-distance.js";
import { WarmpathError, type WarmpathErrorCode } from "./error.js";

/**
 * Refuses an object with a key that nothing reads, so that a typing error in an option is not passed over in silence.
 * The message names the nearest known key, never the one given: a caller's key may be a person's name.
 * @param what How the message calls the object: `request`, `settings.ties`.
 * @param code What is thrown. @defaultValue "INVALID_ARGUMENT"
 * @throws WarmpathError `code` with `details.what` and `details.nearest`; also for what is no object.
 */
export function checkKeys(
  given: object,
  known: readonly string[],
  what: string,
  code: WarmpathErrorCode = "INVALID_ARGUMENT",
): void {
  if (!isReadableWhole(given) || Array.isArray(given)) {
    throw new WarmpathError(code, `${what} is to be an object`, { what });
  }
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const nearest = nearestKey(unknown, known);
  const hint = nearest === undefined ? "it takes none" : `did you mean "${nearest}"?`;
  throw new WarmpathError(code, `${what} has an unknown key; ${hint}`, { what, nearest });
}

/**
 * The keys of an options type as a list for {@link checkKeys}; the compiler refuses one that is missing or too many.
 * @example const KEYS = keysOf<{ readonly now: string; readonly k?: number }>({ now: true, k: true });
 */
/* @__NO_SIDE_EFFECTS__ */
export function keysOf<Options extends object>(
  keys: {
    readonly [Key in keyof Required<Options>]: true;
  },
): readonly string[] {
  return Object.keys(keys);
}

/** The known key with the fewest letters to change for its length; of equal ones the first. */
export function nearestKey(given: string, known: readonly string[]): string | undefined {
  const word = given.slice(0, MOST_LETTERS).toLowerCase();
  let nearest: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const key of known) {
    const longer = Math.max(word.length, key.length);
    const share = editDistance(word, key.toLowerCase(), longer) / longer;
    if (share < least) [nearest, least] = [key, share];
  }
  return nearest;
}

/** Letters of a given key that are compared; no option has a longer name. */
const MOST_LETTERS = 64;
