import { checkShape } from "./check-shape.js";

/** Control characters, line separators, bidi controls and zero-width marks: nothing a name needs. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/g;
/** Joiners are letters' parts in Indic and Arabic scripts, and emoji's; elsewhere they only hide. */
const JOINERS = /[\u200c\u200d]/;
const NEEDS_JOINERS =
  /[\u0600-\u06ff\u0700-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]|\p{Extended_Pictographic}/u;

/**
 * A name or short text made safe to show. Controls, bidi controls and zero-width characters go. Every run of white
 * space becomes one blank, and the ends are trimmed. The record keeps the original; this is for drafts, terminals and
 * pages.
 */
export function safeText(text: string): string {
  if (isPlain(text)) return text;
  let safe = text.replace(UNSAFE, (run) => (/[\t\n\v\f\r\u0085\u2028\u2029]/.test(run) ? " " : ""));
  if (JOINERS.test(safe) && !NEEDS_JOINERS.test(safe)) safe = safe.replace(/[\u200c\u200d]+/g, "");
  return safe.replace(/\s+/gu, " ").trim();
}

/** A text with its `{slots}` filled. Values are made safe, and never read again for slots; one that is not given stays as it is. */
export function fillSlots(text: string, values: Readonly<Record<string, string | number>>): string {
  checkShape(text, "text", "a text");
  return text.replace(SLOT, (whole, slot: string, stop: string) =>
    Object.hasOwn(values, slot) ? beforeStop(safeText(String(values[slot])), stop) : whole,
  );
}

/** A slot with the full stop after it, which a value that ends in one makes needless. */
export const SLOT: RegExp = /\{(\w+)\}(\.?)/g;

/** A value and the full stop after it, if there is one: "at Acme Inc." ends a sentence by itself. */
export function beforeStop(value: string, stop: string): string {
  return value.endsWith(".") ? value : value + stop;
}

/** True for printable ASCII in words with one blank between them, as nearly all names are: there is nothing to make safe. */
function isPlain(text: string): boolean {
  let before = BLANK;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < BLANK || unit > 0x7e || (unit === BLANK && before === BLANK)) return false;
    before = unit;
  }
  return before !== BLANK || text === "";
}

const BLANK = 0x20;
