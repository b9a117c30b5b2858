import type { IntroductionPlan, IntroductionPlanner, PlanAsk } from "warmpath";
import { CHANNEL_LIMITS, type Channel, ENGLISH, type LanguagePack } from "warmpath/drafts";
import { GERMAN } from "warmpath/drafts/de";
import { SPANISH } from "warmpath/drafts/es";
import { alertActions, insights } from "warmpath/insights";
import {
  asksToCsv,
  bookPage,
  calendarOf,
  describeAccount,
  describeActions,
  describeBook,
  describeInsights,
  describePlan,
  insightsPage,
  planMarkdown,
  planMermaid,
  planPage,
  planText,
  weekPage,
} from "warmpath/report";
import type { Random } from "../random.js";
import { OFFERS, REASONS } from "./life-names.js";

export const LANGUAGES: readonly (readonly [string, LanguagePack | undefined])[] = [
  ["en", undefined],
  ["de", GERMAN],
  ["es", SPANISH],
];

/** What kind of text it is: words for a seller, a page, a message to somebody, a sentence of a result, a file. */
export type TextKind = "view" | "page" | "draft" | "result" | "file";

/** Takes each text in. */
export type Reader = (where: string, language: string, kind: TextKind, value: unknown) => void;

/** What is looked at on one day. */
export interface Looked {
  readonly planner: IntroductionPlanner;
  readonly seeker: string;
  readonly now: string;
  /** The language of the day: one is read at a time, all of them over the days. */
  readonly language: readonly [string, LanguagePack | undefined];
}

/** A plan in every form and language, with its messages in every channel. */
export function readPlan(
  { planner, now, language: [language, locale] }: Looked,
  plan: IntroductionPlan,
  random: Random,
  read: Reader,
): void {
  read("plan", "en", "result", plan);
  const view = describePlan(plan, planner, locale && { locale });
  const drafts = Object.fromEntries(
    plan.asks.map((ask) => [ask.id, readDraft({ planner, now }, ask, locale, random, read)]),
  );
  read("describePlan", language, "view", view);
  read("planPage", language, "page", planPage(view, random.chance(0.5) ? { drafts } : {}));
  read("planText", language, "file", planText(view));
  read("planMarkdown", language, "file", planMarkdown(view));
  read("planMermaid", language, "file", planMermaid(view));
  read("asksToCsv", language, "file", asksToCsv(view, { drafts }));
  read("calendarOf plan", language, "file", calendarOf(view.steps));
}

const CHANNELS = Object.keys(CHANNEL_LIMITS) as Channel[];
function readDraft(
  { planner, now }: Pick<Looked, "planner" | "now">,
  ask: PlanAsk,
  locale: LanguagePack | undefined,
  random: Random,
  read: Reader,
) {
  const options = {
    channel: random.pick(CHANNELS),
    ...(random.chance(0.8) ? { reason: random.pick(REASONS) } : {}),
    ...(random.chance(0.5) ? { offer: random.pick(OFFERS) } : {}),
    ...(random.chance(0.5) ? { tone: random.pick(["brief", "warm", "formal"] as const) } : {}),
    ...(locale && { locale }),
    seed: String(random.below(50)),
    now,
  };
  const draft = planner.draft(ask, options);
  read(`draft ${options.channel}`, (locale ?? ENGLISH).code, "draft", draft);
  return draft;
}

/** What a seller looks at in any week: what to do, the book, the figures, as words and as pages. */
export function readWeek({ planner, seeker, now, language: [language, locale] }: Looked, read: Reader): void {
  const { network, journal } = planner;
  const figures = insights(journal, { now, network, viewer: seeker });
  read("insights", "en", "result", figures.alerts);
  const own = locale && { locale };
  const actions = planner.next({ seeker, now, ...own });
  read(
    "next",
    language,
    "draft",
    actions.map(({ draft, draftToTarget }) => [draft, draftToTarget]),
  );
  read(
    "next",
    language,
    "result",
    actions.map(({ draft: _, draftToTarget: _other, ...one }) => one),
  );
  const week = describeActions(actions, planner, own);
  const answers = figures.alerts.map((alert) => alertActions(alert, actions, network));
  const told = describeInsights(figures, planner, { seeker, answers, ...own });
  const book = describeBook(planner, { seeker, now, ...own });
  read("describeActions", language, "view", week);
  read("weekPage", language, "page", weekPage(week));
  read("calendarOf week", language, "file", calendarOf(actions));
  read("describeInsights", language, "view", told);
  read("insightsPage", language, "page", insightsPage(told));
  read("describeBook", language, "view", book);
  read("bookPage", language, "page", bookPage(book));
}

/** Who is known at a company, in every language. */
export function readAccount(
  { planner, seeker, now, language: [language, locale] }: Looked,
  company: string,
  roles: readonly string[],
  read: Reader,
): void {
  const account = planner.account({ seeker, company, now, ...(roles.length === 0 ? {} : { roles }) });
  read("account", "en", "result", account);
  const view = describeAccount(account, planner, locale && { locale });
  read("describeAccount", language, "view", view);
  read("account page", language, "page", planPage(view));
  read("account text", language, "file", planText(view));
}

/** What takes longest is looked at on fewer days. */
const SOMETIMES: Readonly<Record<string, number>> = {
  giveFirst: 0.1,
  worthAsking: 0.1,
  tieToWarm: 0.2,
  tieToMake: 0.2,
};

/** Everything else that a planner says in sentences. */
export function readRest(
  { planner, seeker, now }: Looked,
  targets: readonly string[],
  random: Random,
  read: Reader,
): void {
  const request = { seeker, now };
  const among = targets.filter((target) => target !== seeker);
  const results = {
    reach: () => planner.reach({ ...request, targets: among }),
    campaign: () =>
      planner.campaign({ ...request, targets: among.map((target, i) => ({ target, value: 5 * i })) }),
    prospects: () => planner.prospects({ ...request, profile: { titles: ["CEO", "VP Operations"] } }),
    pairs: () => planner.pairs(request),
    giveFirst: () => planner.giveFirst(request),
    tieToMake: () => planner.tieToMake({ ...request, targets: among }),
    touchPlan: () => planner.touchPlan(request),
    ladder: () => planner.ladder(request),
    workflow: () => planner.workflow(request),
    reviews: () => planner.reviews(request),
    standing: () => among.map((counterpart) => planner.standing({ ...request, counterpart })),
    worthAsking: () => among.map((target) => planner.worthAsking({ ...request, target })),
    tieToWarm: () => among.map((target) => planner.tieToWarm({ ...request, target })),
  };
  for (const [where, result] of Object.entries(results))
    if (random.chance(SOMETIMES[where] ?? 0.4)) read(where, "en", "result", result());
}
