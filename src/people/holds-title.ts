import { checkShape } from "../base/index.js";
import { compareTitles } from "./compare-titles.js";
import { foldTitle } from "./fold-title.js";
import { type JobTitle, parseTitle } from "./parse-title.js";
import { LEADING_RANKS } from "./title-words.js";

/**
 * Whether one whose title it is holds a position. `same`: every word of the position is in the title. `alike`: both are of one
 * business function, and of one rank where the position tells one. Whoever assists a holder, or held it once, does not.
 *
 * @example holdsTitle("Vice President, Operations", "VP Operations") // "same"
 */
export function holdsTitle(title: string | undefined, position: string): "same" | "alike" | undefined {
  checkShape(title, "text?", "title");
  checkShape(position, "text", "position");
  const [held, asked] = [parseTitle(title), parseTitle(position)];
  const assists = held.rank === "assistant" && asked.rank !== "assistant";
  if (title === undefined || assists) return undefined;
  const words = foldTitle(title);
  const wanted = foldTitle(position);
  const isSame = wanted.length > 0 && wanted.every((word) => words.includes(word));
  if (isSame && reaches(held, asked)) return "same";
  const { sameFunction, sameRank } = compareTitles(held, asked);
  return sameFunction === true && (asked.rank === undefined || sameRank) ? "alike" : undefined;
}

/** Where the title has the words but not the rank, they are of the past, or of somebody whom the holder works for. */
function reaches(held: JobTitle, asked: JobTitle): boolean {
  if (asked.rank === undefined) return asked.function === undefined || held.function !== undefined;
  if (held.rank === asked.rank) return true;
  const [own = -1, least = -1] = [held.rank ?? "assistant", asked.rank].map((rank) =>
    LEADING_RANKS.indexOf(rank),
  );
  return own !== -1 && own < least;
}
