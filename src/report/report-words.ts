import { ENGLISH_REPORT, type LanguagePack, type ReportSentences, reportSentences } from "../drafts/index.js";
import { type ChanceBand, checkBands } from "./chance.js";

/** The sentences of one language; English where the pack has none. */
export interface ReportWords extends ReportSentences {
  /** BCP 47 code of the language. */
  readonly code: string;
  /** Bands of chances, the highest first. */
  readonly bands: readonly ChanceBand[];
  /** "a, b and c". */
  list(names: readonly string[]): string;
}

/** The words of a language pack; a pack without sentences of its own for reports gives the English ones. */
export function reportWords(
  locale: LanguagePack | undefined,
  months: readonly string[],
  bands?: readonly ChanceBand[],
): ReportWords {
  const own = locale?.report;
  const code = own === undefined ? "en" : (locale?.code ?? "en");
  const names = own === undefined ? months : (locale?.months ?? months);
  const sentences = reportSentences([own, ENGLISH_REPORT], names);
  // A sentence that begins with whoever has no name begins large like all others.
  const somebody = sentences.say("somebody");
  const large = somebody.charAt(0).toUpperCase() + somebody.slice(1);
  const opened = (text: string): string => {
    const isSentence = /[.?!]$/.test(text) && text.startsWith(somebody);
    const whole = isSentence ? large + text.slice(somebody.length) : text;
    return [". ", "? "].reduce((told, stop) => told.replaceAll(stop + somebody, () => stop + large), whole);
  };
  return {
    code,
    bands: checkBands(bands),
    ...sentences,
    say: (key, values) => opened(sentences.say(key, values)),
    list: (all) =>
      all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")}${sentences.say("and")}${all.at(-1)}`,
  };
}
