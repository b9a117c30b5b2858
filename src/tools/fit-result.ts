import { encodeUtf8, isRecord } from "../base/index.js";
import type { ToolResult } from "./tool.js";

/** Bytes of a result as JSON in UTF-8, unless the whole is asked for: about 500 tokens of a language model. */
const MAX_RESULT_BYTES = 2048;

/**
 * Shortens a result that is too long, part after part, until it fits. Entries go from the ends of the named lists, and named texts go
 * whole. `asks.why` is that detail of the entries of `asks`. The first entry of each list stays as it is until all else is gone. `leftOff` tells
 * how many went. A result that is too long all the same becomes an error that says so.
 */
export function fitResult(result: ToolResult, mayShorten: readonly string[]): ToolResult {
  const fitted: Record<string, unknown> = { ...result };
  const leftOff: Record<string, number> = {};
  for (const [kept, part] of [1, 0].flatMap((kept) => mayShorten.map((part) => [kept, part] as const))) {
    const [field = "", detail] = part.split(".");
    for (let over = bytesOf(fitted) - MAX_RESULT_BYTES; over > 0; over = bytesOf(fitted) - MAX_RESULT_BYTES) {
      const value = fitted[field];
      if (value === undefined || (kept > 0 && !Array.isArray(value))) break;
      if (!Array.isArray(value)) {
        leftOff[part] = 1;
        delete fitted[field];
      } else {
        const shorter = detail === undefined ? cut(value, kept, over) : without(value, kept, detail, over);
        if (shorter.gone === 0) break;
        leftOff[part] = (leftOff[part] ?? 0) + shorter.gone;
        fitted[field] = shorter.list;
      }
      fitted["leftOff"] = leftOff;
    }
  }
  if (bytesOf(fitted) <= MAX_RESULT_BYTES) return fitted as ToolResult;
  const message = `The answer is longer than ${MAX_RESULT_BYTES} bytes; ask with detail "full".`;
  return { status: "error", code: "LIMIT_EXCEEDED", message };
}

interface Shorter {
  readonly list: readonly unknown[];
  readonly gone: number;
}

/** A list without as many entries from its end as hold so many bytes; the first `kept` stay. */
function cut(list: readonly unknown[], kept: number, bytes: number): Shorter {
  let end = list.length;
  for (let sum = 0; sum < bytes && end > kept; ) sum += bytesOf(list[--end]) + 1;
  return { list: list.slice(0, end), gone: list.length - end };
}

/** A list whose entries have lost a detail, from the end until so many bytes are gone; the first `kept` keep theirs. */
function without(list: readonly unknown[], kept: number, detail: string, bytes: number): Shorter {
  const shorter = [...list];
  let [sum, gone] = [0, 0];
  for (let at = list.length - 1; at >= kept && sum < bytes; at--) {
    const entry = list[at];
    if (!isRecord(entry) || entry[detail] === undefined) continue;
    const { [detail]: told, ...rest } = entry;
    shorter[at] = rest;
    sum += bytesOf(told);
    gone++;
  }
  return { list: shorter, gone };
}

function bytesOf(value: unknown): number {
  return encodeUtf8(JSON.stringify(value) ?? "").length;
}
