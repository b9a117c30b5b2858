import { safeText } from "../../base/index.js";
import { decodeWhole, encodingOf } from "../bytes/encodings.js";
import { fromBase64 } from "../bytes/from-base64.js";
import { quotedBytes } from "../vcard/card-properties.js";
import type { NamedAddress } from "./address-people.js";

/**
 * The addresses of a header such as `To` (RFC 5322, section 3.4): quoted names, comments, groups, and encoded words of RFC 2047. Where no name stands
 * before an address, its first comment is one, as old programs write it: `ann@acme.example (Ann Lee)`.
 */
export function mailAddresses(header: string): readonly NamedAddress[] {
  const found: NamedAddress[] = [];
  let [words, address, depth] = ["", "", 0];
  let comments: string[] = [];
  let [isQuoted, isAddress] = [false, false];
  const end = (): void => {
    const email = (isAddress || address !== "" ? address : words).trim();
    const names = [address === "" ? "" : words, ...comments].map((text) => safeText(decodeWords(text)));
    if (email !== "") found.push({ name: names.find((name) => name !== "") ?? "", email });
    [words, address, isAddress, comments] = ["", "", false, []];
  };
  for (let at = 0; at < header.length; at++) {
    const letter = header[at] as string;
    if (letter === "\\" && isQuoted) words += header[++at] ?? "";
    else if (letter === '"' && !isAddress && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) words += letter;
    else if (letter === "(" && depth++ === 0) comments.push("");
    else if (letter === ")" && depth <= 1) depth = 0;
    else if (depth > 0) {
      if (letter === ")") depth--;
      comments.push(`${comments.pop()}${letter === "\\" ? (header[++at] ?? "") : letter}`);
    } else if (letter === "<") isAddress = true;
    else if (letter === ">") isAddress = false;
    else if (letter === "," || letter === ";") end();
    // What stands before a colon is the name of a group.
    else if (letter === ":" && !isAddress) words = "";
    else if (isAddress) address += letter;
    else words += letter;
  }
  // One that is not closed is none.
  if (depth > 0) comments.pop();
  end();
  return found;
}

/** A text with its encoded words decoded; one in an encoding that is not read is left out. */
export function decodeWords(text: string): string {
  if (!text.includes("=?")) return text;
  return text
    .replace(/\?=[ \t]{1,9}=\?/g, "?==?")
    .replace(
      /=\?([\w-]{1,40})(?:\*[\w-]{1,40})?\?([bq])\?([^? ]{0,1000})\?=/gi,
      (_, charset: string, how: string, word: string) => {
        const bytes = how.toLowerCase() === "b" ? fromBase64(word) : quotedBytes(word.replaceAll("_", " "));
        const encoding = encodingOf(charset);
        return encoding === undefined ? "" : (decodeWhole(bytes, encoding) ?? "");
      },
    );
}
