import { WarmpathError } from "./error.js";

/**
 * Returns `id` if it is a usable id: any well-formed string, compared code unit by code unit and never normalised.
 * @throws WarmpathError `INVALID_ID` for a string with a lone surrogate and for what is no string.
 */
export function checkId(id: unknown, what = "id"): string {
  if (typeof id !== "string") {
    throw new WarmpathError("INVALID_ID", `${what} is to be a string`, { type: typeof id });
  }
  if (!isWellFormed(id)) {
    throw new WarmpathError("INVALID_ID", `${what} has a lone surrogate`, { length: id.length });
  }
  return id;
}

/** True where every surrogate of `text` has its pair (String.prototype.isWellFormed, which ES2022 lacks). */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text);
}

const LONE_SURROGATE = /\p{Surrogate}/u;
