/** A text as XML 1.0 character data or attribute value: escaped, and without what XML cannot hold (controls, lone surrogates). */
export function xmlText(text: string): string {
  return text
    .replace(UNFIT, "")
    .replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES.get(character) ?? `&#${character.charCodeAt(0)};`);
}

/**
 * An id as XML text without loss. What XML cannot hold is written `\uXXXX` and a backslash is doubled, so that two
 * different ids never become one.
 */
export function xmlId(id: string): string {
  const whole = id
    .replace(/\\/g, "\\\\")
    .replace(UNFIT, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return xmlText(whole);
}

const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&apos;"],
]);
