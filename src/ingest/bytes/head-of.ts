import { isWarmpathError, type WarmpathError } from "../../base/index.js";
import { StreamDecoder } from "./decode.js";
import type { TextEncodingName } from "./encodings.js";

/** Characters that hold the text above a table, its header and enough rows in any export: LinkedIn's preamble has some 500. */
export const HEAD_LENGTH = 65_536;

/** The first characters of a table, undefined where they are no text. */
export function headOf(
  pieces: Iterable<string | Uint8Array>,
  encoding?: TextEncodingName,
): string | undefined {
  const decoder = new StreamDecoder(encoding, []);
  let head = "";
  try {
    for (const piece of pieces) {
      head += decoder.push(piece.slice(0, 4 * HEAD_LENGTH));
      if (head.length >= HEAD_LENGTH || piece.length > 4 * HEAD_LENGTH) return head.slice(0, HEAD_LENGTH);
    }
    return head + decoder.end();
  } catch (error) {
    if (isWarmpathError(error) && error.code === "ENCODING_UNKNOWN") return undefined;
    throw error;
  }
}

/** The error that tells how to read bytes which are text of another encoding; undefined where they are text, or no text at all. */
export function encodingFault(bytes: Uint8Array, encoding?: TextEncodingName): WarmpathError | undefined {
  try {
    const decoder = new StreamDecoder(encoding, []);
    decoder.push(bytes.subarray(0, 4 * HEAD_LENGTH));
    decoder.end();
  } catch (error) {
    if (!isWarmpathError(error) || error.code !== "ENCODING_UNKNOWN") throw error;
    const isWide = String(error.details["encoding"] ?? "").startsWith("utf-16");
    // Controls that no text has tell a picture or a program from a table in an old encoding.
    const head = bytes.subarray(0, 4096);
    return isWide || !head.some((byte) => byte < 9 || (byte > 13 && byte < 27)) ? error : undefined;
  }
  return undefined;
}
