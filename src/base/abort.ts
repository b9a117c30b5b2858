import { callersError } from "./callers-own.js";
import { unfit } from "./error.js";

/** The part of an AbortSignal that warmpath reads, so that no DOM type is needed. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
}

/**
 * Throws the signal's own reason if it is aborted.
 * @throws WarmpathError `INVALID_ARGUMENT` for a signal that cannot be read.
 */
export function throwIfAborted(signal: AbortSignalLike | undefined): void {
  if (signal === undefined) return;
  let reason: unknown;
  try {
    if (!signal?.aborted) return;
    reason = signal.reason ?? new Error("aborted");
  } catch {
    throw unfit("signal", "readable");
  }
  throw callersError(reason);
}
