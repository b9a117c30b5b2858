import { checkShape } from "../base/index.js";
/** A plain text as Markdown that shows just that text: punctuation is escaped, bare addresses do not become links. */
export function toMarkdown(text: string): string {
  checkShape(text, "text", "text");
  return text
    .replace(/[\\`*_{}[\]()<>#+\-!|~&=]/g, (mark) => `\\${mark}`)
    .replace(
      /^([^\S\n\r\u2028\u2029]*\d+)([.)])/gm,
      (_, digits: string, mark: string) => `${digits}\\${mark}`,
    )
    .replace(/(https?|mailto|ftp):/gi, (_, scheme: string) => `${scheme}\u2060:`)
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\u2060.`)
    .replace(/@/g, "\u2060@")
    .replace(/([^\n])\n(?!\n)/g, (_, before: string) => `${before}  \n`);
}
