import { WarmpathError } from "./error.js";

/** What the caller's own code threw last; NaN, which equals nothing, before that. */
let last: unknown = Number.NaN;

/** Notes that an error is the caller's own, which leaves a public function as it came: `madeOf` lets it pass. */
export function callersError(error: unknown): unknown {
  last = error;
  return error;
}

/** True for the error that {@link callersError} was told of last. */
export function isCallersOwn(error: unknown): boolean {
  return error === last;
}

/**
 * A function of the caller's whose errors pass every door as they are; one that is absent stays so.
 * @param what How the message calls it.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what` for what is no function.
 */
export function callersOwn<Call extends ((...given: never[]) => unknown) | undefined>(
  call: Call,
  what: string,
): Call {
  if (call === undefined) return call;
  if (typeof call !== "function")
    throw new WarmpathError("INVALID_ARGUMENT", `${what} is to be a function`, { what });
  const told = (...given: never[]): unknown => {
    try {
      return call(...given);
    } catch (error) {
      throw callersError(error);
    }
  };
  return told as Call;
}
