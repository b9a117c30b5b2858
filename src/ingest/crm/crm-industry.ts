import { foldText, type Tag } from "../../people/index.js";

/** What a column of industries is called; English as the vendors write it, the others from plain translation. */
export const INDUSTRY_HEADERS: string =
  "industry|branche|sector|industria|secteur|secteur dactivite|setor|settore|bedrijfstak|業種";

/** The industries that a cell tells, as `industry:x` names them: "Computer Software" and `COMPUTER_SOFTWARE` are `computer-software`. */
export function industriesOf(cell: string): readonly string[] {
  if (cell === "") return NONE;
  const words = cell.split(";").map((word) => foldText(word).slice(0, MOST_CHARACTERS).trim());
  // A number is an option's id, of which nothing tells the name.
  return [...new Set(words.filter((word) => /\p{L}/u.test(word)).map((word) => word.replaceAll(" ", "-")))];
}

/** The tags of these industries, which target profiles and plans read. */
export function industryTags(industries: readonly string[]): readonly Tag[] {
  return industries.map((industry) => ({
    code: `industry:${industry}`,
    evidence: "industry by their record",
  }));
}

const MOST_CHARACTERS = 64;
/** One for all rows without any. */
const NONE: readonly string[] = [];
