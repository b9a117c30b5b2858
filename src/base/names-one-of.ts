/**
 * Tells of texts whether they name somebody. They do by an id as a whole word, or by a name or an address in whatever letters, marks
 * and spaces. A name of two or three plain letters counts as a whole word only, so that it is not found in others.
 */
export function namesOneOf(ids: readonly string[], names: readonly string[]): (text: string) => boolean {
  const needles = new Set(
    names.map((name) => folded(name).replace(SCHEME, "")).filter((name) => name.length > 1),
  );
  const known = new Map<string, boolean>();
  const isNaming = (text: string): boolean => {
    const own = folded(text);
    const holds = (name: string): boolean => (SHORT.test(name) ? hasWord(own, name) : own.includes(name));
    return [...needles].some(holds) || ids.some((id) => hasWord(text, id));
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const is = isNaming(text);
    known.set(text, is);
    return is;
  };
}

/** True where the word stands in the text, quoted or bare. */
function hasWord(text: string, word: string): boolean {
  if (word === "") return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = text.slice(Math.max(0, at - 1), at) + text.slice(at + word.length, at + word.length + 1);
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/gu, " ").toLowerCase().trim();
}

/** A text may hold an address without it. */
const SCHEME = /^https?:\/\/(www\.)?/;
const SHORT = /^[a-z]{2,3}$/;
