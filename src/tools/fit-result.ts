import { encodeUtf8 } from "../base/index.js";
import type { ToolResult } from "./tool.js";

/** Bytes of a result as JSON in UTF-8, unless the whole is asked for: about 500 tokens of a language model. */
const MAX_RESULT_BYTES = 2048;

/**
 * Shortens a result that is too long. Entries go from the ends of the named lists, and named texts go whole, field after field,
 * until it fits. `leftOff` tells how many went. A result that is too long all the same becomes an error that says so.
 */
export function fitResult(result: ToolResult, mayShorten: readonly string[]): ToolResult {
  const fitted: Record<string, unknown> = { ...result };
  const leftOff: Record<string, number> = {};
  for (const field of mayShorten) {
    for (let over = bytesOf(fitted) - MAX_RESULT_BYTES; over > 0; over = bytesOf(fitted) - MAX_RESULT_BYTES) {
      const value = fitted[field];
      const gone = Array.isArray(value) ? lastOf(value, over) : value === undefined ? 0 : 1;
      if (gone === 0) break;
      leftOff[field] = (leftOff[field] ?? 0) + gone;
      if (Array.isArray(value)) fitted[field] = value.slice(0, -gone);
      else delete fitted[field];
      fitted["leftOff"] = leftOff;
    }
  }
  if (bytesOf(fitted) <= MAX_RESULT_BYTES) return fitted as ToolResult;
  const message = `The answer is longer than ${MAX_RESULT_BYTES} bytes; ask with detail "full".`;
  return { status: "error", code: "LIMIT_EXCEEDED", message };
}

/** How many entries from the end of a list hold at least so many bytes. */
function lastOf(list: readonly unknown[], bytes: number): number {
  let count = 0;
  for (let sum = 0; sum < bytes && count < list.length; count++)
    sum += bytesOf(list[list.length - 1 - count]) + 1;
  return count;
}

function bytesOf(value: unknown): number {
  return encodeUtf8(JSON.stringify(value) ?? "").length;
}
