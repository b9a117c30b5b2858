import { checkShape, madeOf } from "../base/index.js";
import { bareName } from "./fold-name.js";
import { nameKind } from "./name-kind.js";
import type { Person } from "./person.js";

/** The part of a person that tells how one is greeted. */
export type Greeted = Pick<Person, "name" | "firstName" | "lastName" | "kind">;

/**
 * The first name to greet somebody with. It is without brackets, pronouns, emoji, titles, credentials and a headline. A shouted or a small one
 * written as names are. Undefined where none is certain: a title or an initial alone, a name of no person, a whole name that may begin
 * with the family's.
 *
 * @example givenNameOf({ firstName: "Dr. ELENA (she/her)" }) // "Elena"
 */
export function givenNameOf(person: Greeted): string | undefined {
  return madeOf("person", () => {
    checkShape(person, { name: "text?", firstName: "text?", lastName: "text?" }, "person");
    const { name, firstName, lastName, kind } = person;
    if ((kind ?? nameKind(name ?? `${firstName ?? ""} ${lastName ?? ""}`)) !== "person") return undefined;
    const given = firstName === undefined || firstName.trim() === "" ? undefined : plainName(firstName);
    if (given !== undefined) {
      const isUnsure = given === "" || /^(?:\p{L}\.?)(?:\s|$)/u.test(given) || isTitle(given);
      return isUnsure || nameKind(firstName) !== "person" ? undefined : cased(given);
    }
    if (name === lastName && !/\s/.test(name?.trim() ?? "")) return undefined;
    const [first, ...others] = plainName(name ?? "").split(" ");
    if (first === undefined || first === "" || /^.\.?$/u.test(first) || isTitle(first)) return undefined;
    if (UNSPACED.test(first) || (others.length > 0 && FAMILY_FIRST.has(fold(first)))) return undefined;
    // "Smith, Bob" has the given name behind the comma.
    if (/^[^,]+,\s*\p{L}{2}/u.test(name ?? "") && first.endsWith(",")) {
      const behind = others[0];
      return behind === undefined ? undefined : cased(behind.replace(/,$/, ""));
    }
    return cased(first.replace(/,$/, ""));
  });
}

/** A name without what is written around it and without titles in front. */
function plainName(text: string): string {
  let words = bareName(text.replace(/[™℠]|(?<=^|\s)#\S+/gu, " ").normalize("NFKC"))
    .replace(/[^\p{L}\p{M}\p{N}\s'’.,-]/gu, " ")
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word));
  while (words.length > 1 && isTitle(words[0] as string)) words = words.slice(1);
  const cut = words.findIndex((word, index) => index > 0 && CREDENTIAL.test(word));
  const named = (cut > 0 ? words.slice(0, cut) : words).join(" ").replace(/(?<=\p{L}{2})[,.-]+$/u, "");
  // "Eva M." is greeted as Eva.
  return named.replace(/(?<=\p{L}{2})\s\p{L}\.?$/u, "");
}

function isTitle(word: string): boolean {
  return TITLE.test(word);
}

/** "CHRISTOPHER" and "tom" as names are written; two capitals may be a name (JP). */
function cased(name: string): string {
  return name
    .split(/([\s-])/)
    .map((part) => {
      const letters = part.replace(/[^\p{L}]/gu, "");
      const isShouted = letters.length > 2 && part === part.toUpperCase() && part !== part.toLowerCase();
      const isSmall = part === part.toLowerCase();
      if (!isShouted && !isSmall) return part;
      return part.charAt(0).toUpperCase() + (isShouted ? part.slice(1).toLowerCase() : part.slice(1));
    })
    .join("");
}

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** With a dot alone what may be a name too: Dr. phil. Anna, but Dr. Phil. */
const TITLE =
  /^(?:(?:med|phil|rer|nat|jur|iur|oec|theol|habil|vet|dent|pol|h\.c|mult)\.|(?:д-р|проф|г-н|г-жа|lic|licda|arq|dña|med|ph\.?d|mba|dr|drs|dr\.?-\p{L}+|prof|professor|mr|mrs|ms|mx|miss|mag|ing|dipl|dipl\.-\p{L}+|dipl-\p{L}+|ir|sir|dame|lady|lord|rev|fr|herr|herrn|frau|hon|capt|col|gen|maj|lt|sgt|sr|sra|srta|dott|dott\.ssa|dra|mme|mlle|m|avv|eng|arch|pan|pani|doña|don|univ)\.?)$/iu;
const CREDENTIAL = /^(?:ph\.?d|mba|pmp|cpa|cfa|cissp|m\.?d|msc|m\.sc|bsc|esq|jr|sr|ii|iii|iv)\.?,?$/iu;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;
/** Frequent family names of Vietnam, China and Korea in Latin letters, which stand first in many whole names (by hand). */
const FAMILY_FIRST: ReadonlySet<string> = new Set(
  "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie tang song deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren shen yao lu jiang cui zhong tan fan jin kim lee park choi jung kang cho yoon jang lim shin kwon hwang ahn song hong".split(
    " ",
  ),
);
