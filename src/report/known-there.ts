/** Names that are shown of whom somebody may know; a list of all colleagues at a firm tells nothing. No evidence fixes the number. */
const MOST_NAMES = 3;

/** Whom somebody may know there, likeliest first, behind an arrow: three names and how many more. Nothing where there is nobody. */
export function knownThere(mayKnow: readonly string[], arrow: string): string {
  if (mayKnow.length === 0) return "";
  const more = mayKnow.length - MOST_NAMES;
  return `${arrow}${mayKnow.slice(0, MOST_NAMES).join(", ")}${more > 0 ? `, +${more}` : ""}`;
}
