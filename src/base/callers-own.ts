import { unfit } from "./error.js";

/** What the caller's own code threw last; NaN, which equals nothing, before that. */
let last: unknown = Number.NaN;

/** How many doors are open: what is made behind one of them may call another. */
let doors = 0;

/** Opens a door, or closes one. */
export function passDoor(step: 1 | -1): void {
  doors += step;
}

/** Notes that an error is the caller's own, which leaves a public function as it came: `madeOf` lets it pass. */
export function callersError(error: unknown): unknown {
  last = error;
  return error;
}

/** True for the error that {@link callersError} was told of last. */
export function isCallersOwn(error: unknown): boolean {
  return error === last;
}

type Call = (...given: never[]) => unknown;

/**
 * A function of the caller's whose errors pass every door as they are. Behind another door it may be one of ours, and stays as it is:
 * that door has marked the caller's.
 * @param what How the message calls it.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what` for what is no function.
 */
export function callersOwn<Own extends Call>(call: Own, what: string): Own {
  if (typeof call !== "function") throw unfit(what, "a function");
  if (doors > 1) return call;
  const told: Call = (...given) => {
    const open = doors;
    // What the caller's code calls of ours, it calls from outside.
    doors = 0;
    try {
      return call(...given);
    } catch (error) {
      throw callersError(error);
    } finally {
      doors = open;
    }
  };
  return told as Own;
}

/** Options as they are, but for the functions among them that are given: see {@link callersOwn}. */
export function withCallersOwn<Options extends object>(
  options: Options,
  ...names: readonly (keyof Options & string)[]
): Options {
  const own = { ...options };
  for (const name of names)
    if (own[name] !== undefined) own[name] = callersOwn(own[name] as Call, name) as Options[typeof name];
  return own;
}
