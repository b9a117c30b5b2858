import { safeText } from "../base/index.js";
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
 * Reads a query as a person would write it: "Bob Smith at Acme", "Smith, Bob (Acme GmbH)", "Bob Smith, VP Operations,
 * Acme", "VP Operations at Acme", a profile's address or an e-mail address. Words keep their spelling; what is a name,
 * a position and a company is told by "at", brackets, commas and words of positions. A lone word counts as a name.
 *
 * @example parseTargetQuery("Smith, Bob (Acme GmbH)") // { name: "Bob Smith", company: "Acme GmbH" }
 */
export function parseTargetQuery(query: string): TargetQuery {
  const text = safeText(query.slice(0, 512)).replace(/\s[-–—|]\s/g, ", ");
  const profileUrl = normalizeProfileUrl(text);
  if (profileUrl !== undefined) return { profileUrl };
  const email = normalizeEmail(text);
  if (email !== undefined) return { email };
  const bracket = /^([^([]+)[([]([^)\]]+)[)\]]?$/.exec(text);
  if (bracket !== null) return readParts(bracket[1] ?? "", bracket[2]);
  const at = /^(.+?)\s(?:at\s|@\s*)(.+)$/i.exec(text);
  if (at !== null) return readParts(at[1] ?? "", at[2]);
  const of = /^(.+?)\sof\s(.+)$/i.exec(text);
  if (of !== null && !isTitle(`${of[1]} of`)) return readParts(of[1] ?? "", of[2]);
  return readParts(text, undefined);
}

/** Reads what stands before "at" or a bracket, and the company or "position, company" that stands there. */
function readParts(head: string, tail: string | undefined): TargetQuery {
  const parts = head
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const [first = "", second = ""] = parts;
  const behind = readTail(tail);
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
  const match = /^(.+?)(?:,\s*|\s+at\s+)(.+)$/i.exec(tail.trim());
  if (match !== null && isTitle(match[1] ?? "")) return { title: match[1] ?? "", company: match[2] ?? "" };
  return isTitle(tail) ? { title: tail.trim() } : { company: tail.trim() };
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

const PARTICLES = new Set("de da di del la le van von der den ter al el bin ibn st mac mc o dos".split(" "));
/** Words that are surnames too count as a position only in front. */
const LEADING_TITLE =
  /^(?:head|lead|buyer|partner|principal|product|staff|senior|sr|junior|global|regional) \S/;
const TITLE_WORD =
  /(?:^| )(?:[se]?vp|c[efotimrp]o|ciso|chief|(?:vice )?president|director|manager|officer|founder|cofounder|owner|engineer|developer|analyst|consultant|specialist|coordinator|architect|designer|executive|recruiter|controller|procurement|purchasing|operations|marketing|sales|leiter|geschaftsfuhrer|einkauf|directeur|responsable|gerente)(?= |$)/;
