import { safeText } from "../base/index.js";
import { ENGLISH_REPORT, type LanguagePack } from "../drafts/index.js";
import { type ChanceBand, checkBands } from "./chance.js";

/** The sentences of one language; English where the pack has none. */
export interface ReportWords {
  /** BCP 47 code of the language. */
  readonly code: string;
  /** The sentence of a key with its slots filled. Values are cut by whoever gives them, and never read again for slots. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** True where there is a sentence for a key. */
  has(key: string): boolean;
  /** An ISO day as written in the language. */
  date(day: string): string;
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
  const textOf = (key: string): string | undefined =>
    own !== undefined && Object.hasOwn(own, key)
      ? own[key]
      : Object.hasOwn(ENGLISH_REPORT, key)
        ? ENGLISH_REPORT[key]
        : undefined;
  const say: ReportWords["say"] = (key, values = {}) =>
    (textOf(key) ?? key).replace(/\{(\w+)\}/g, (whole, slot: string) =>
      Object.hasOwn(values, slot) ? safeText(String(values[slot])) : whole,
    );
  return {
    code,
    bands: checkBands(bands),
    say,
    has: (key) => textOf(key) !== undefined,
    date(day) {
      const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
      const name = names[Number(month) - 1];
      return name === undefined ? "" : say("date", { day: Number(date), month: name, year });
    },
    list: (all) =>
      all.length < 2 ? (all[0] ?? "") : `${all.slice(0, -1).join(", ")}${textOf("and")}${all.at(-1)}`,
  };
}
