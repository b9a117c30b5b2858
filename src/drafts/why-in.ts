import { fillSlots } from "../base/index.js";
import type { LanguagePack } from "./language-pack.js";
import { ENGLISH_WHY, type WhyKey } from "./locales/en-why.js";

/** A reason of `planner.next` with its slots filled, in the language of a pack; English where the pack has none. */
export type SayWhy = (key: WhyKey, values?: Readonly<Record<string, string | number>>) => string;

/** Says reasons in the language of a pack. */
export function whyIn(locale: LanguagePack | undefined): SayWhy {
  return (key, values = {}) => fillSlots(locale?.why?.[key] ?? ENGLISH_WHY[key], values);
}

/** Says how long: in days up to two months, in months up to two years, then in years, as people count. */
export function sayFor(say: SayWhy, key: "quiet" | "every", days: number): string {
  if (days < 60) return say(key, { n: days });
  if (days < 730) return say(`${key}.months`, { n: Math.round(days / 30.4375) });
  return say(`${key}.years`, { n: Math.round(days / 365.25) });
}

/** The same for the code of a follow-up, whose English words come with it. */
export function dueIn(
  locale: LanguagePack | undefined,
  { code, reason, about = "" }: { readonly code: string; readonly reason: string; readonly about?: string },
): string {
  const { why = {} } = locale ?? {};
  const text = why[`due.${code}`];
  return text === undefined ? reason : fillSlots(text, { change: why[`change.${about}`] ?? "" });
}
