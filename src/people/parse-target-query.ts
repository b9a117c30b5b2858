import { safeText, unfit } from "../base/index.js";
import { normalizeEmail } from "./email.js";
import { foldText } from "./fold-name.js";
import { normalizeProfileUrl } from "./profile-url.js";

/** Whom one looks for: any of a name, a company, a position, a profile address, an e-mail address. */
export interface TargetQuery {
  readonly name?: string;
  readonly company?: string;
  readonly title?: string;
  readonly profileUrl?: string;
  readonly email?: string;
}

/**
 * Reads a query as a person would write it: "Bob Smith at Acme", "Acme's Bob Smith", "Smith, Bob (Acme GmbH)". So it does "Bob
 * Smith, VP Operations, Acme", a profile's or an e-mail address, and all of them amid other words ("please introduce me to …").
 * "VP Operations at Acme" is a role, "someone at Acme" a company alone. Words keep their spelling; what is a name, a position
 * and a company is told by "at", "from",
 * brackets, commas and words of positions. A lone word counts as a name; a place behind the company is left out.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no text.
 *
 * @example parseTargetQuery("Smith, Bob (Acme GmbH)") // { name: "Bob Smith", company: "Acme GmbH" }
 */
export function parseTargetQuery(query: string): TargetQuery {
  if (typeof query !== "string") {
    throw unfit("query", "text");
  }
  const text = withoutRequest(safeText(query.slice(0, 512))).replace(/\s[-–—|]\s/g, ", ");
  const profileUrl = normalizeProfileUrl(text);
  if (profileUrl !== undefined) return { profileUrl };
  const email = normalizeEmail(text);
  if (email !== undefined) return { email };
  const bracket = /^([^([]+)[([]([^)\]]+)[)\]]?$/.exec(text);
  if (bracket !== null) return readParts(bracket[1] ?? "", bracket[2]);
  const at = /^(.+?)\s(?:at\s|@\s*)(.+)$/is.exec(text);
  if (at !== null) return readParts(at[1] ?? "", at[2]);
  const from = /^(.+?)\sfrom\s(.+)$/is.exec(text);
  if (from !== null) return readParts(from[1] ?? "", from[2]);
  const owned = /^((?:(?!\s(?:of|in)\s)[^,])+?)['’]s\s(.+)$/is.exec(text);
  const whose = owned?.[2] ?? "";
  // A lone word behind it is rather a part of a company's name: Domino's Pizza.
  if (whose.includes(" ") || isTitle(whose)) return readParts(whose, owned?.[1]);
  const of = /^(.+?)\sof\s(.+)$/is.exec(text);
  if (of !== null && !isTitle(`${of[1]} of`)) return readParts(of[1] ?? "", of[2]);
  const inside = INSIDE.exec(text);
  if (inside !== null && !isTitle(inside[1] ?? "")) return readParts(inside[1] ?? "", inside[2]);
  return readParts(text, undefined);
}

/** What is asked for, where the query begins by asking: "Could you introduce me to …?". */
function withoutRequest(text: string): string {
  const asked = text.replace(REQUEST, "");
  return asked === text
    ? text
    : asked.replace(
        /(?:,? please)?(?:(?<![\s?!])[\s?!]+|(?<!\b(?:inc|corp|co|ltd|bros|[js]r|\p{L}))\.)?$/iu,
        "",
      );
}

/** Reads what stands before "at" or a bracket, and the company or "position, company" that stands there. */
function readParts(text: string, tail: string | undefined): TargetQuery {
  const placed = tail === undefined ? null : (INSIDE.exec(text) ?? /^(.+?) from .+$/s.exec(text));
  const head = placed === null || isTitle(placed[1] ?? "") ? text : (placed[1] ?? "");
  const behind = readTail(tail);
  if (behind.company !== undefined && SOMEBODY.test(head)) return behind;
  const parts = head
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [first = "", second = ""] = parts;
  const rest = (from: number) => parts.slice(from).join(", ");
  if (isTitle(first)) return compact({ title: first, company: behind.company ?? rest(1), name: undefined });
  if (parts.length > 1 && isTitle(second)) {
    return compact({ name: first, title: second, company: behind.company ?? rest(2) });
  }
  const reversed = parts.length > 1 && isFamilyName(first) && (tail !== undefined || isGivenName(second));
  if (reversed) return compact({ ...behind, name: `${second} ${first}`, company: behind.company ?? rest(2) });
  if (tail !== undefined) return compact({ ...behind, name: parts.join(", ") });
  return compact({ name: first, company: rest(1) });
}

function readTail(tail: string | undefined): { title?: string; company?: string } {
  if (tail === undefined) return {};
  const match = /^(.+?)(?:,\s*|(?<!\s)\s+at\s+)(.+)$/is.exec(tail.trim());
  if (match !== null && isTitle(match[1] ?? ""))
    return { title: match[1] ?? "", company: withoutPlace(match[2] ?? "") };
  return isTitle(tail) ? { title: tail.trim() } : { company: withoutPlace(tail.trim()) };
}

/** "Acme in Berlin" is Acme; "Women in Tech" is what it is. */
function withoutPlace(company: string): string {
  const match = /^(.+?),?\s(?:based\s)?in\s.+$/is.exec(company);
  return match === null || NAMED_IN.test(match[1] ?? "") ? company : (match[1] ?? "");
}

function compact(query: { [Key in keyof TargetQuery]: TargetQuery[Key] | undefined }): TargetQuery {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ""));
}

function isTitle(text: string): boolean {
  const folded = foldText(text);
  return LEADING_TITLE.test(folded) || TITLE_WORD.test(folded);
}

function isFamilyName(text: string): boolean {
  const words = foldText(text).split(" ");
  return words.length === 1 || (words.length < 5 && PARTICLES.has(words[0] as string));
}

function isGivenName(text: string): boolean {
  return text.split(/\s+/).length < 3 && !/\.$/.test(text);
}

/** What stands for no name: whoever works there is meant. */
const SOMEBODY = /^(?:some|any)\s?(?:one|body)(?:\s(?:who works|working))?$/i;
/** Up to the last words of a request; what stands before it is a greeting or politeness. */
const REQUEST =
  /^.{0,60}?\b(?:(?:introduce|intro|connect) (?:me|us) (?:to|with)|intro(?:duction)? (?:to|with)):? (?:the )?/i;
/** Small letters and two words before it, since In is a given name in Korea. */
const INSIDE = /^(\S+\s.+?)\s(?:based\s)?in\s(.+)$/s;
/** First words of companies whose name goes on with "in": Women in Tech, Built In Chicago, Partners in Health. */
const NAMED_IN =
  /\b(?:women|girls|men|black|latinas|people|leaders|investors|partners|built|made|best|trust|faith|alice)$/i;
const PARTICLES = new Set("de da di del la le van von der den ter al el bin ibn st mac mc o dos".split(" "));
/** Words that are surnames too count as a position only in front. */
const LEADING_TITLE =
  /^(?:head|lead|buyer|partner|principal|product|staff|senior|sr|junior|global|regional) \S/;
const TITLE_WORD =
  /(?:^| )(?:[se]?vp|c[efotimrp]o|ciso|chief|(?:vice )?president|director|manager|officer|founder|cofounder|owner|engineer|developer|analyst|consultant|specialist|coordinator|architect|designer|executive|recruiter|controller|procurement|purchasing|operations|marketing|sales|leiter|geschaftsfuhrer|einkauf|directeur|responsable|gerente)(?= |$)/;
