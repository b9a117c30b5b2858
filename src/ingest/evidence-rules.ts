import { foldWord } from "./crm/crm-words.js";

/**
 * What counts as contact of two people, whichever reader asks: the one home of these rules. Each message keeps its direction; the tie
 * model tells by it what was answered.
 */

/** Beyond so many recipients a message says nothing of a tie (an assumption). */
export const LARGEST_GROUP = 8;
/** From so many people on who got the same words one by one it is a mass mail (an assumption). */
const MASS_MAIL = 5;

/** True where a mail's words say that a machine sent it. */
export function isAutomaticText(subject: string, content: string): boolean {
  return (
    AUTOMATIC_REPLY.test(subject) ||
    AUTOMATIC_REPLY.test(content.slice(0, MAX_BEGINNING)) ||
    LIST_MAIL.test(content)
  );
}

/** True for an activity that a system logs though nobody met or wrote. Its subject tells, some words only where there is no text. */
export function isMachineWritten(subject: string, body: string): boolean {
  const words = foldWord(subject);
  return LOGGED.test(words) || (body === "" && AUTOMATIC.test(words));
}

/** True for an address that only machines write from: `no-reply@`, `notifications@`, `bounces+7@`. */
export function isMachineAddress(email: string): boolean {
  return MACHINE.test(email);
}

/** Which of many messages went to many in the same words: `marks[i]` of the words of the i-th (0: none), `receivers[i]` who got it. */
export function massMail(marks: readonly number[], receiverOf: (at: number) => string): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const mark of marks) if (mark !== 0) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const receivers = new Map<number, Set<string>>();
  for (const [mark, count] of counts) if (count >= MASS_MAIL) receivers.set(mark, new Set());
  if (receivers.size === 0) return NONE;
  marks.forEach((mark, at) => void receivers.get(mark)?.add(receiverOf(at)));
  return new Set([...receivers].filter(([, all]) => all.size >= MASS_MAIL).map(([mark]) => mark));
}

/** A hash of 53 bits (after cyrb53, public domain), since the words themselves are not kept; 0 for few words. */
export function markOf(content: string, leastWords: number = LEAST_WORDS): number {
  const words = content.replace(GREETING, "").trim();
  if (words.length < leastWords) return 0;
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < words.length && i < MAX_MARKED; i++) {
    const unit = words.charCodeAt(i);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}

const NONE: ReadonlySet<number> = new Set();
/** Subjects under which systems log what nobody did, whatever text they add: scans at a fair and imports of lists. */
const LOGGED =
  /^(?:badge scan(?:ned)?|scanned badge|(?:list|lead|contact|data) (?:import|upload)(?:ed)?|imported)\b|\bbadge scan(?:ned)?$|\blist import$/;
/** The same where no text tells what was said: mass mails, forms. English, of no export that was seen (guessed). */
const AUTOMATIC =
  /\b(?:badge scan(?:ned)?|scanned badge|list (?:import|upload)|imported|data import|mass e ?mail|bulk e ?mail|e ?mail blast|list e ?mail|newsletter|campaign|drip|auto ?repl(?:y|ied)|out of office|automatic reply|unsubscribed?|form (?:submission|submitted)|web ?form|e ?mail opened|link clicked)\b/;
/** What mail programs put before an answer that nobody wrote; English, German, Spanish and French. */
const AUTOMATIC_REPLY =
  /^\W*(?:automatic(?: e-?mail)? (?:reply|response)|auto(?:mated)?[- ]?(?:reply|response|responder)|(?:i am|i['’]m)?\s?(?:currently )?out of (?:the )?office|this is an auto|abwesenheit(?:snotiz|sassistent)?\b|automatische (?:antwort|e-?mail)|außer haus:|respuesta automática|fuera de (?:la )?oficina|réponse automatique|message d['’]absence|absen(?:ce|t)e? du bureau)/i;
/** Only what goes to many tells how to be left out. */
const LIST_MAIL =
  /\bunsubscribe (?:here|from|link)\b|\bto unsubscribe\b|\bnewsletter (?:abbestellen|abmelden)\b/i;
/** "Hi Ann," and the like: one word or a few up to a comma, an exclamation mark or the end of a line. */
const GREETING = /^[^,!.?\n]{0,40}[,!\n]\s*/;
/** UTF-16 units: of a beginning, of words that two may share by chance, and of those that are looked at. */
const MAX_BEGINNING = 120;
const LEAST_WORDS = 40;
const MAX_MARKED = 400;
const MACHINE =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|notifications?|mailer-daemon|postmaster|bounces?|auto(?:mated|reply)?|newsletters?|alerts?)(?:[-+._][^@]*)?@/i;
