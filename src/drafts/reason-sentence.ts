import { checkShape, fillSlots, madeOf, unfit } from "../base/index.js";
import type { AskReason } from "../people/index.js";

/** The sentences of one language for reports. */
export interface ReportSentences {
  /**
   * The sentence of a key with its slots filled, numbers as the language writes them. Values are cut by whoever gives them, and never read
   * again for slots. What stands in for a name begins small also where a sentence begins with it: pages see to that.
   */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
  /** True where there is a sentence for a key. */
  has(key: string): boolean;
  /** A share in whole percent as written in the language; what is less than half of one is not nothing. */
  percent(share: number): string;
  /** An ISO day as written in the language. */
  date(day: string): string;
}

/** Sentences by key, of the first of several tables that has one, with its months. @throws WarmpathError `INVALID_ARGUMENT`. */
export function reportSentences(
  tables: readonly (Readonly<Record<string, string>> | undefined)[],
  months: readonly string[],
): ReportSentences {
  checkShape(tables, ["any"], "tables");
  checkShape(months, ["text"], "months");
  const textOf = (key: string): string | undefined =>
    tables.find((table) => table !== undefined && Object.hasOwn(table, key))?.[key];
  /** A number with the signs of the language, its thousands apart from five digits on. */
  const inDigits = (value: string | number): string => {
    const [whole = "", part] = String(value).split(".");
    if (typeof value === "string" || value < 0) return String(value);
    const apart = whole.length < 5 ? whole : inThrees(whole).join(textOf("number.group") ?? "");
    return part === undefined ? apart : `${apart}${textOf("number.point") ?? "."}${part}`;
  };
  const say: ReportSentences["say"] = (key, values = {}) => {
    const told = Object.entries(values).map(([slot, value]) => [slot, inDigits(value)]);
    return fillSlots(textOf(key) ?? key, Object.fromEntries(told));
  };
  return {
    percent(share) {
      const n = Math.round(share * 100);
      if (share > 0 && n === 0) return say("percent.least");
      return say(share < 1 && n === 100 ? "percent.most" : "percent", { n });
    },
    say,
    has: (key) => textOf(key) !== undefined,
    date(day) {
      const [, year = "", month = "", date = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(day) ?? [];
      const name = months[Number(month) - 1];
      return name === undefined ? "" : say("date", { day: Number(date), month: name, year });
    },
  };
}

/** How people are called, and whether somebody is the one who reads it. */
export interface NamesOfReader {
  name(id: string): string;
  isYou(id: string): boolean;
}

/**
 * One reason to ask somebody as a sentence; some have forms of their own for a single time, or without a day.
 * @throws WarmpathError `INVALID_ARGUMENT`.
 */
export function reasonSentence(
  reason: AskReason,
  legs: readonly { readonly asker: string; readonly asked: string; readonly inferred: boolean }[],
  people: NamesOfReader,
  words: ReportSentences,
): string {
  return madeOf("reason", () => {
    checkShape(reason, { code: "text" }, "reason");
    const { code: given, leg, title = "", at = "", n = 0 } = reason;
    checkShape(legs, [{ asker: "text", asked: "text" }], "legs");
    checkShape(people, { name: "function", isYou: "function" }, "people");
    checkShape(words, { say: "function", has: "function", date: "function" }, "words");
    const of = legs[leg];
    if (of === undefined) throw unfit("reason", "of one of the legs");
    const { asker, asked, inferred } = of;
    const isOwn = leg === 0 && !inferred;
    const code = isOwn && !people.isYou(asker) ? ofAnother(given, at) : given;
    const [one, other] = isOwn ? [asked, asker] : [asker, asked];
    const plain = [...(n === 1 ? [`${code}.one`] : []), ...(at === "" ? [] : [`${code}.at`])];
    // "You are", where the others are told of by name.
    const mine =
      inferred && people.isYou(one) ? [...plain, code, ...(title === "" ? [] : ["guess.title"])] : [];
    const forms = [...mine.map((form) => `${form}.you`), ...plain];
    const key = forms.map((form) => `because.${form}`).find((form) => words.has(form));
    return words.say(key ?? `because.${code}`, {
      name: people.name(one),
      other: people.name(other),
      title,
      date: at === "" ? "" : words.date(at),
      year: at.slice(0, 4),
      n,
    });
  });
}

/** What is said of a tie that is not the reader's own: that it is there, and since when. */
function ofAnother(code: AskReason["code"], at: string): string {
  if (code === "target") return "target.of";
  if (at === "" || !/^(met|call|message.*|other|connected)$/.test(code)) return "knows";
  return code === "connected" ? "knows.since" : "knows.contact";
}

/** Digits in groups of three, the first with what is left over. */
function inThrees(digits: string): readonly string[] {
  const first = digits.length % 3;
  const rest = digits.slice(first).match(/\d{3}/g) ?? [];
  return first === 0 ? rest : [digits.slice(0, first), ...rest];
}
