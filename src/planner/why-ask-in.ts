import type { LanguagePack } from "../drafts/language-pack.js";
import { reasonSentence, reportSentences } from "../drafts/reason-sentence.js";
import { fullName, shown } from "../drafts/shown-name.js";
import { whyIn } from "../drafts/why-in.js";
import type { PlannedAsk } from "../planning/index.js";
import { reasonsFirst, whoInWords } from "../planning/plan-words.js";
import type { IntroductionPlan } from "./introduction-plan.js";
import { nameOf } from "./name-of.js";
import type { PlanningDay } from "./planning-day.js";
import { titlesFor } from "./titles-for.js";

/**
 * Why the first ask of a plan is the one to make, for whoever asks: who it is, then how often it works. Where writing to the buyer oneself
 * is worth more, that is said too. A language whose reports have sentences for the reasons says them, in whole sentences with names.
 * English says them in few words.
 */
export function whyAskIn(
  locale: LanguagePack | undefined,
  day: PlanningDay,
  { asks, target, direct }: IntroductionPlan,
  seeker: string,
): string {
  const [ask, next] = asks as readonly PlannedAsk[] as readonly [PlannedAsk, ...PlannedAsk[]];
  const say = whyIn(locale);
  const titleOf = titlesFor(day, [seeker], [target]);
  const n = Math.round(ask.probability * 100);
  return [
    ...(ask.namedBy === undefined ? [] : [say("named")]),
    ...(locale?.report === undefined
      ? [whoInWords(ask, next, titleOf)]
      : sentencesIn(locale, day, { ask, next, seeker, titleOf: (id) => shown(titleOf(id)) })),
    say(n === 0 ? "chance.few" : "chance", { n }),
    ...(direct?.better === true && ask.connector !== target.id
      ? [say("direct", { n: Math.round(direct.probability * 100) })]
      : []),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function sentencesIn(
  { report, months }: LanguagePack,
  { state }: PlanningDay,
  {
    ask,
    next,
    seeker,
    titleOf,
  }: {
    readonly ask: PlannedAsk;
    readonly next: PlannedAsk | undefined;
    readonly seeker: string;
    readonly titleOf: (id: string) => string | undefined;
  },
): readonly string[] {
  const words = reportSentences([report], months);
  const people = {
    name: (id: string) => fullName({ name: nameOf(state, id, [seeker]) ?? "" }) ?? words.say("somebody"),
    isYou: (id: string) => id === seeker,
  };
  return reasonsFirst(ask, next, titleOf).map((reason) => reasonSentence(reason, ask.legs, people, words));
}
