import { compareCodeUnits } from "../base/index.js";
import { shown } from "../drafts/index.js";
import type { IntroductionPath, Leg } from "../paths/index.js";
import { sameCompany } from "../people/index.js";
import { inHundred } from "./chance.js";
import type { People } from "./person-views.js";
import type { ReportWords } from "./report-words.js";

/** From which stated closeness on two people know each other well. */
const CLOSE = 0.6;

/** What a path rests on, leg by leg: how the asker knows the asked, with dates, and what is only guessed. */
export function becauseOf(
  path: Pick<IntroductionPath, "legs">,
  people: People,
  words: ReportWords,
): string[] {
  return path.legs.flatMap((leg, i) => (i === 0 && !leg.inferred ? ownTie : laterTie)(leg, people, words));
}

function ownTie(leg: Leg, people: People, words: ReportWords): string[] {
  const { evidence } = leg;
  const name = people.name(leg.asked);
  const contacts = evidence.interactions ?? [];
  const last = lastContact(leg);
  const days = new Set(contacts.map(({ at }) => at.slice(0, 10))).size;
  const said: string[] = [];
  if (last !== undefined) {
    const kind = { meeting: "met", call: "call", message: "message" }[last.kind as string] ?? "other";
    said.push(words.say(`because.${kind}`, { name, date: words.date(last.at) }));
  }
  if (days > 2) said.push(words.say("because.days", { n: days }));
  if ((evidence.closeness ?? 0) >= CLOSE) said.push(words.say("because.close", { name }));
  if (evidence.contexts?.some((context) => context.startsWith("work:")))
    said.push(words.say("because.team", { name }));
  if (last === undefined && evidence.connectedOn !== undefined)
    said.push(words.say("because.connected", { name, date: words.date(evidence.connectedOn) }));
  return said.length > 0 ? said : [words.say("because.known", { name })];
}

function laterTie(leg: Leg, people: People, words: ReportWords): string[] {
  const [name, other] = [people.name(leg.asker), people.name(leg.asked)];
  if (leg.inferred) {
    const [one, two] = [people.record(leg.asker), people.record(leg.asked)];
    const guess = words.say("because.guess.odds", {
      name,
      other,
      chance: inHundred(words, leg.tieProbability ?? leg.consent),
    });
    if (one?.company === undefined || !sameCompany(one.company, two?.company)) return [guess];
    const job = shown(one.title);
    const title = job === undefined ? [] : [words.say("because.guess.title", { name, title: job })];
    return [words.say("because.guess.company", { name, other }), ...title, guess];
  }
  const last = lastContact(leg);
  const { connectedOn } = leg.evidence;
  if (last !== undefined)
    return [words.say("because.knows.contact", { name, other, date: words.date(last.at) })];
  if (connectedOn !== undefined)
    return [words.say("because.knows.since", { name, other, date: words.date(connectedOn) })];
  return [words.say("because.knows", { name, other })];
}

function lastContact(leg: Leg) {
  return [...(leg.evidence.interactions ?? [])].sort((a, b) => compareCodeUnits(b.at, a.at))[0];
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
  const kind = leg.inferred ? "guess" : weakestLeg === 0 ? "own" : last ? "target" : "relay";
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
  if (last?.inferred === true) return say("guess", last.asker, last.asked);
  if (first?.state === "never-spoken") return say("never-spoken", ask.connector);
  if (first?.state === "dormant" || first?.state === "dormant-strong") return say("dormant", ask.connector);
  if (ask.readiness.unmet.includes("deposit")) return say("deposit", ask.connector);
  return first?.state === "fading" ? say("fading", ask.connector) : undefined;
}
