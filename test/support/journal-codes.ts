import { isWarmpathError } from "../../src/base/index.js";

/** The code that a call throws, `none` where it throws nothing; what is no WarmpathError is thrown on. */
export function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isWarmpathError(error)) return error.code;
    throw error;
  }
  return "none";
}
