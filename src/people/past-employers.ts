import { checkShape } from "../base/index.js";

/**
 * Employers that a title names as past ones, as they are written: "CFO (ex-Acme)", "Advisor | formerly VP at Acme". What stands behind
 * the word for it is taken whole and in pieces. A position or half a name may be among them: compare each with a company.
 * Its first 256 characters are looked at.
 *
 * ```ts
 * pastEmployers("CFO (ex-Acme/Globex)"); // ["Acme/Globex", "Acme", "Globex"]
 * ```
 */
export function pastEmployers(title: string | undefined): readonly string[] {
  checkShape(title, "text?", "title");
  if (title === undefined || !MARK.test(title)) return [];
  const found = title
    .slice(0, MAX_TITLE)
    .split(PARTS)
    .flatMap((part) => {
      const [, ...past] = part.split(MARK);
      return past.flatMap((text) => {
        const [, employer = ""] = AT.exec(text) ?? ["", text];
        return [employer, ...employer.split(JOINED)];
      });
    });
  return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ""))];
}

const MAX_TITLE = 256;
const PARTS = /[|•·;▪►,()[\]\n]| \/\/ | [-–—] /;
/** Words of the four languages that titles are read in for what is over. */
const MARK =
  /(?<![\p{L}\p{N}])(?:ex|former(?:ly)?|previously|past|ehem\.|ehemals|ehemalige[rs]?|früher|zuvor|antes(?: en)?|anteriormente|antiguo|antigua|ancien(?:ne)?|précédemment)(?:[ :-]+)(?=\S)/iu;
/** The company behind a position. */
const AT = /(?:^| )(?:at|@|bei|chez|en) +(\S.*)$/iu;
const JOINED = /[/&+]| (?:and|und|y|et) /u;
