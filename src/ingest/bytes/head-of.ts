import { isWarmpathError } from "../../base/index.js";
import { StreamDecoder, type TextEncodingName } from "./decode.js";

/** The first characters of a table, undefined where they are no text. */
export function headOf(
  pieces: Iterable<string | Uint8Array>,
  encoding?: TextEncodingName,
): string | undefined {
  const decoder = new StreamDecoder(encoding, []);
  let head = "";
  try {
    for (const piece of pieces) {
      head += decoder.push(piece.slice(0, 4 * HEAD));
      if (head.length >= HEAD || piece.length > 4 * HEAD) return head.slice(0, HEAD);
    }
    return head + decoder.end();
  } catch (error) {
    if (isWarmpathError(error) && error.code === "ENCODING_UNKNOWN") return undefined;
    throw error;
  }
}

/** The preamble of Connections.csv is some 500 characters, the longest header as much. */
const HEAD = 4096;
