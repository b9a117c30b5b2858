import { reasonSentence, shown } from "../drafts/index.js";
import type { IntroductionPath, Leg } from "../paths/index.js";
import { isStranger, reasonsApart, reasonsOf, type TitlesOf } from "../people/index.js";
import { inHundred } from "./chance.js";
import type { People } from "./person-views.js";
import type { ReportWords } from "./report-words.js";

/**
 * What a path rests on, in sentences. What sets whom to ask first apart from `next` comes first, where that is given. What is only
 * guessed is said with its odds at the end.
 */
export function becauseOf(
  path: Pick<IntroductionPath, "legs">,
  people: People,
  words: ReportWords,
  next?: Pick<IntroductionPath, "legs">,
): string[] {
  const titleOf: TitlesOf = (id) => shown(people.record(id)?.title);
  const mine = reasonsOf(path.legs, titleOf);
  const apart = next === undefined ? [] : reasonsApart(mine, reasonsOf(next.legs, titleOf));
  const rest = mine.filter((reason) => !apart.includes(reason));
  const odds = path.legs.filter(({ inferred }) => inferred);
  return [
    ...new Set([...apart, ...rest].map((reason) => reasonSentence(reason, path.legs, people, words))),
    ...odds.map(({ asker, asked, tieProbability, consent }) =>
      words.say(`because.guess.odds${people.isYou(asker) ? ".you" : ""}`, {
        name: people.name(asker),
        other: people.name(asked),
        chance: inHundred(words, tieProbability ?? consent),
      }),
    ),
  ];
}

/** The smallest consent of a path, as a question that may be answered with no. */
export function weakestOf(
  { legs, weakestLeg }: Pick<IntroductionPath, "legs" | "weakestLeg">,
  people: People,
  words: ReportWords,
): string {
  const leg = legs[weakestLeg];
  if (leg === undefined) return "";
  const last = weakestLeg === legs.length - 1;
  const first = people.isYou(leg.asker) ? "own" : "of";
  const guess = people.isYou(leg.asker) ? "guess.you" : "guess";
  const kind = leg.inferred ? guess : weakestLeg === 0 ? first : last ? "target" : "relay";
  return words.say(`weakest.${kind}`, {
    name: people.name(leg.asked),
    other: people.name(leg.asker),
    chance: inHundred(words, leg.consent),
  });
}

/** The one thing to keep in mind of an ask, the most telling first; none where nothing is odd. */
export function caveatOf(
  ask: {
    readonly legs: readonly Leg[];
    readonly connector: string;
    readonly target: string;
    readonly beatsDirect?: boolean;
    readonly readiness: { readonly unmet: readonly string[] };
  },
  people: People,
  words: ReportWords,
): string | undefined {
  const first = ask.legs[0];
  const last = ask.legs.at(-1);
  const say = (key: string, name: string, other = ask.target): string =>
    words.say(`caveat.${key}`, { name: people.name(name), other: people.name(other) });
  if (ask.beatsDirect === false) return say("direct", ask.connector);
  if (last?.inferred === true)
    return say(people.isYou(last.asker) ? "guess.you" : "guess", last.asker, last.asked);
  if (first !== undefined && !people.isYou(first.asker))
    return isStranger(first) ? say("never-spoken.of", ask.connector, first.asker) : undefined;
  if (first !== undefined && isStranger(first)) return say("never-spoken", ask.connector);
  if (first?.state === "dormant" || first?.state === "dormant-strong") return say("dormant", ask.connector);
  if (ask.readiness.unmet.includes("deposit")) return say("deposit", ask.connector);
  return first?.state === "fading" ? say("fading", ask.connector) : undefined;
}
