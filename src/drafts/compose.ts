import { beforeStop, SLOT, WarmpathError } from "../base/index.js";
import type { LanguagePack } from "./language-pack.js";
import type { MessagePart, Tone } from "./message.js";

/** A sentence in the making: what it says, and how readily it goes where a channel has little room (0: never). */
export interface Sentence extends MessagePart {
  readonly drop: number;
  /** True where it may begin with a small letter: it begins with a word of the pack and not with a value. */
  readonly lower?: boolean;
}

/** Values for the slots of a sentence; one that is undefined leaves the sentence out. */
export type Slots = Readonly<Record<string, string | number | undefined>>;

/** Makes sentences of one field in one language, tone and seed. */
export type Say = (key: string, slots?: Slots, evidence?: readonly string[], drop?: number) => Sentence[];

/**
 * The maker of sentences. Values are put in once and never read again for slots, so `{target}` or `$&` in a name stays
 * what it is.
 */
export function sayIn(
  field: MessagePart["field"],
  pack: LanguagePack,
  tone: Tone | undefined,
  seed: string,
): Say {
  return (key, slots = {}, evidence = [], drop = 0) => {
    const choice = pack.texts[`${key}.${tone}`] ?? pack.texts[key];
    if (choice === undefined) {
      throw new WarmpathError("INVALID_ARGUMENT", "the language pack lacks a text", { key });
    }
    const pattern = typeof choice === "string" ? choice : choice[hash(seed + key) % choice.length]!;
    let complete = true;
    let lower = pattern[0] !== "{";
    const text = pattern.replace(SLOT, (_, slot: string, stop: string, at: number) => {
      const value = slots[slot];
      if (value === undefined) complete = false;
      const shown = beforeStop(String(value), stop);
      if (!STARTS.test(pattern.slice(0, at)) || !standsIn(shown, pack)) return shown;
      lower ||= at === 0;
      return shown.charAt(0).toUpperCase() + shown.slice(1);
    });
    return complete && text !== "" ? [{ field, key, text, evidence, drop, lower }] : [];
  };
}

/** True for words of the pack that stand where a name is not known ("someone I know"). */
function standsIn(value: string, { texts }: LanguagePack): boolean {
  return STAND_INS.some((key) => {
    const own = String(texts[key] ?? "").split("{")[0]!;
    return own !== "" && value.startsWith(own);
  });
}

const STAND_INS = ["asker.none", "first.none", "who.none", "who.known", "who.company", "who.role"];
/** What lies before the start of a sentence. */
const STARTS = /(^|[.!?¿¡]\s*)$/;

/** Paragraphs of sentences as one text: blanks between sentences, blank lines between paragraphs. */
export function joinText(paragraphs: readonly (readonly Sentence[])[], between = "\n\n"): string {
  return paragraphs
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => sentences.map((sentence) => sentence.text).join(" "))
    .join(between);
}

/** The paragraphs as they go on after a greeting: with a small letter on the same line, in some languages always. */
export function afterGreeting(
  paragraphs: readonly (readonly Sentence[])[],
  pack: LanguagePack,
  sameLine = false,
): readonly (readonly Sentence[])[] {
  const flat = paragraphs.flat();
  const at = flat.findIndex((sentence) => /^(intro\.)?(greet|hello)/.test(sentence.key));
  const next = at < 0 ? undefined : flat[at + 1];
  const lower = sameLine || pack.lowerAfterGreeting === true;
  if (!lower || next?.lower !== true || /^I\b/.test(next.text)) return paragraphs;
  const lowered = { ...next, text: next.text.charAt(0).toLowerCase() + next.text.slice(1) };
  return paragraphs.map((sentences) => sentences.map((sentence) => (sentence === next ? lowered : sentence)));
}

/**
 * The paragraphs that fit into `max` units. The sentence with the highest `drop` goes first, of equals the later one,
 * until the rest fits or only those below `least` are left.
 */
export function fitParagraphs(
  paragraphs: readonly (readonly Sentence[])[],
  max: number,
  between: string,
  least = 1,
): Sentence[][] {
  const kept = paragraphs.map((sentences) => [...sentences]);
  while (joinText(kept, between).length > max) {
    const worst = kept
      .flat()
      .reduce<Sentence | undefined>(
        (best, one) => (one.drop >= least && one.drop >= (best?.drop ?? 0) ? one : best),
        undefined,
      );
    if (worst === undefined) break;
    for (const sentences of kept) {
      const at = sentences.indexOf(worst);
      if (at >= 0) sentences.splice(at, 1);
    }
  }
  return kept;
}

/** Words with commas, and `joint` before the last (" and ", " or "). */
export function listOf(words: readonly string[], joint: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : words.slice(0, -1).join(", ") + joint + last;
}

/** A text as a sentence's end wants it: the mark at its end kept if it is one, else a full stop. */
export function sentenceOf(text: string): string {
  return /[.!?…。]["'”»)]*$/u.test(text) ? text : `${text.replace(/(?<![\s,;:])[\s,;:]+$/u, "")}.`;
}

/** FNV-1a over UTF-16 units, its low bits mixed with the high ones: the same variant for the same seed everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 16;
}
