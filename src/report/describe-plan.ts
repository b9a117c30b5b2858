import { checkKeys, checkShape, soundOf } from "../base/index.js";
import { companyOf, fullName, type LanguagePack, shown } from "../drafts/index.js";
import type { IntroductionPlan, PlanAsk } from "../planner/index.js";
import { between, type ChanceBand, chanceOf, inHundred } from "./chance.js";
import { becauseOf, caveatOf, weakestOf } from "./leg-words.js";
import { buttonsFor, MONTHS, type People, peopleSeenBy, type ViewPlanner } from "./person-views.js";
import { planLabels } from "./plan-labels.js";
import { caveatOfIssue, namesNear, refusalInWords } from "./plan-remarks.js";
import type { CardView, PathView, PlanView, StepView } from "./plan-view.js";
import { type ReportWords, reportWords } from "./report-words.js";

/** How a view is written. */
export interface DescribeOptions {
  /** A language pack of `warmpath/drafts/de` or `/es`. @defaultValue English */
  readonly locale?: LanguagePack | undefined;
  /** From which probability on a chance is called good, possible and so on; of plans and accounts. @defaultValue `CHANCE_BANDS` */
  readonly bands?: readonly ChanceBand[] | undefined;
}

/** The part of a plan that a view reads; plans of an account fit. */
export type PlanParts = Pick<
  IntroductionPlan,
  "asks" | "waiting" | "paths" | "day" | "issues" | "seekers"
> & {
  readonly direct?: IntroductionPlan["direct"];
  readonly checked?: readonly string[];
  readonly notChecked?: readonly string[];
};

/**
 * A plan in words: whom to ask, how likely, why, the weakest step, what to keep in mind and when to stop. It shows what the plan's
 * seekers may see and nothing more; masked people stay behind their labels.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown option.
 * @example
 * const view = describePlan(plan, planner);
 * const page = planPage(view);
 */
export function describePlan(
  plan: IntroductionPlan,
  planner: ViewPlanner,
  options: DescribeOptions = {},
): PlanView {
  checkShape(plan, { paths: ["object"], asks: ["object"] }, "plan");
  checkKeys(options, ["locale", "bands"], "options");
  return soundOf("plan", () => {
    const words = reportWords(options.locale, MONTHS, options.bands);
    const masked = (plan.masked ?? []).map(({ id, label }) => ({ id, name: label }));
    const people = peopleSeenBy(planner, plan.seekers, words, [...masked, plan.target]);
    const who = whoIs(plan, people, words);
    const { direct, refusal } = plan;
    const named = namesNear(plan, people);
    return {
      kind: "plan",
      language: words.code,
      title: words.say("title.plan", { who }),
      day: plan.day,
      asOf: words.say("as-of", { date: words.date(plan.day) }),
      target: { ...people.person(plan.target.id), name: fullName(plan.target) ?? who },
      summary: summaryOf(plan, people, words),
      together: chanceOf(words, plan.jointProbability, plan.jointInterval),
      ...asksInWords(plan, planner, people, words, who),
      caveats: plan.issues.flatMap((issue) => caveatOfIssue(issue, named, words)),
      // Whoever writes to a contact of their own needs nobody's help, and whoever was introduced had it.
      ...(direct === undefined || plan.paths.some(({ legs }) => legs.length === 1) || isIntroduced(plan)
        ? {}
        : { direct: directInWords(direct, words, { isAsked: plan.open.length > 0 }) }),
      ...(refusal === undefined ? {} : { refusal: refusalInWords(refusal, people, words, named.name) }),
    };
  });
}

/** What writing oneself would bring; of several who are wanted it says to whom. Nobody is told to throw over an ask that waits. */
export function directInWords(
  { channel, probability, interval, better }: NonNullable<IntroductionPlan["direct"]>,
  words: ReportWords,
  { name, isAsked }: { readonly name?: string | undefined; readonly isAsked: boolean },
): NonNullable<PlanView["direct"]> {
  const who = name === undefined ? "" : `${name}: `;
  const text = words.say(`direct.${channel}`, { chance: inHundred(words, probability) });
  return {
    text: `${who}${text}${better && isAsked ? "" : ` ${words.say(better ? "direct.better" : "direct.worse")}`}`,
    better: better && !isAsked,
    chance: chanceOf(words, probability, interval),
  };
}

function isIntroduced({ issues, refusal }: Pick<IntroductionPlan, "issues" | "refusal">): boolean {
  return refusal?.code === "reached" || issues.some(({ code }) => code === "ALREADY_INTRODUCED");
}

/** The parts that a plan of one buyer and that of an account have in common. */
export function asksInWords(
  plan: PlanParts,
  planner: ViewPlanner,
  people: People,
  words: ReportWords,
  subject: string,
): Pick<
  PlanView,
  | "cards"
  | "order"
  | "equal"
  | "stop"
  | "steps"
  | "waiting"
  | "paths"
  | "names"
  | "checked"
  | "notChecked"
  | "notes"
  | "labels"
> {
  const { asks } = plan;
  const ids = new Set(plan.paths.flatMap((path) => path.people));
  const record = (code: string): string => (words.has(`record.${code}`) ? words.say(`record.${code}`) : code);
  return {
    cards: asks.map((ask, i) => cardOf(ask, asks[i + 1], plan, people, words, subject)),
    order: asks.map((ask, i) => orderOf(ask, i, people, words)),
    ...equalOf(plan, people, words),
    stop: words.say(
      asks.length === 0
        ? "stop.none"
        : isDirect(asks)
          ? "stop.contact"
          : asks.length === 1
            ? "stop.one"
            : "stop.last",
    ),
    steps: stepsOf(plan, planner, people, words),
    waiting: plan.waiting.map((ask) => waitingOf(ask, people, words)),
    paths: plan.paths.map((path) => pathView(path, people, words)),
    names: [...ids].map((id) => [id, people.name(id)] as const),
    checked: (plan.checked ?? []).map(record),
    notChecked: (plan.notChecked ?? []).map(record),
    notes: asks.length === 0 ? [] : [words.say("note.chance"), words.say("note.favor")],
    labels: planLabels(words, asks[0] && people.name(asks[0].connector)),
  };
}

function cardOf(
  ask: PlanAsk,
  next: PlanAsk | undefined,
  plan: PlanParts,
  people: People,
  words: ReportWords,
  subject: string,
): CardView {
  const person = people.person(ask.connector);
  const path = plan.paths.find(
    ({ legs }) => legs.length === ask.legs.length && legs.every((leg, i) => leg.asked === ask.legs[i]?.asked),
  );
  const weakestLeg = path?.weakestLeg ?? weakestIn(ask);
  // Where writing yourself beats everybody, the page says so once, on top.
  const { beatsDirect: _, ...rest } = ask;
  const caveat = caveatOf(plan.direct?.better === true ? rest : ask, people, words);
  const { text, band, probability } = chanceOf(words, ask.probability);
  return {
    ...person,
    ask: ask.id,
    chance: text,
    band,
    probability,
    ...(path === undefined ? {} : { interval: around(ask.probability, path) }),
    way: [ask.seeker, ...ask.legs.map(({ asked }) => asked)].map(people.name),
    because: becauseOf(ask, people, words, next),
    weakest: weakestOf({ legs: ask.legs, weakestLeg }, people, words),
    ...(caveat === undefined ? {} : { caveat }),
    price: priceInWords(ask.cost, words),
    buttons: buttonsFor(person, subject, words),
  };
}

/** A sentence for the reader; where several share the plan, it says for whom it is. */
function forSeeker(seeker: string, text: string, people: People, words: ReportWords): string {
  return people.isYou(seeker) ? text : words.say("order.by", { who: people.name(seeker), text });
}

function weakestIn({ legs }: PlanAsk): number {
  return legs.reduce((least, { consent }, i) => (consent < (legs[least]?.consent ?? 1) ? i : least), 0);
}

/** The interval of the best path, moved to the probability of all routes through the connector. */
function around(
  probability: number,
  path: { readonly probability: number; readonly interval: readonly [number, number] },
): readonly [number, number] {
  const ratio = path.probability > 0 ? probability / path.probability : 1;
  return [path.interval[0] * ratio, Math.min(1, path.interval[1] * ratio)];
}

/** An amount of favor points as goodwill. */
function priceInWords(cost: number, words: ReportWords): string {
  if (cost <= 0) return words.say("price.none");
  if (cost < 0.25) return words.say("price.little");
  const n = cost < 10 ? Math.round(cost * 2) / 2 : Math.round(cost);
  return n <= 1 ? words.say("price.one") : words.say("price.some", { n });
}

function orderOf(ask: PlanAsk, i: number, people: People, words: ReportWords): string {
  const name = people.name(ask.connector);
  const via = ask.legs.slice(1, -1).map(({ asked }) => people.name(asked));
  const text = words.say(`order.${isOwnContact(ask) ? "own." : ""}${i === 0 ? "first" : "next"}`, { name });
  const first = forSeeker(ask.seeker, text, people, words);
  return via.length === 0 ? first : `${first} ${words.say("order.via", { name, via: words.list(via) })}`;
}

function stepsOf(plan: PlanParts, planner: ViewPlanner, people: People, words: ReportWords): StepView[] {
  if (plan.asks.length === 0) return [];
  return planner.schedule(plan).map(({ day, step, ask, connector }) => {
    const seeker = plan.asks.find(({ id }) => id === ask)?.seeker ?? "";
    const text = forSeeker(
      seeker,
      words.say(`step.${step}`, { name: people.name(connector) }),
      people,
      words,
    );
    return { day, date: words.date(day), step, ask, connector, text };
  });
}

function waitingOf({ connector, readiness }: PlanAsk, people: People, words: ReportWords): string {
  const { readyAt, unmet } = readiness;
  const name = people.name(connector);
  const when =
    readyAt === undefined
      ? words.say("waiting.now", { name })
      : words.say("waiting.until", { name, date: words.date(readyAt) });
  const why = unmet.filter((code) => words.has(`unmet.${code}`)).map((code) => words.say(`unmet.${code}`));
  return [when, ...why].join(" ");
}

function pathView(path: PlanParts["paths"][number], people: People, words: ReportWords): PathView {
  return {
    people: path.people,
    legs: path.legs.map(({ inferred }, i) => ({ guessed: inferred, weakest: i === path.weakestLeg })),
    chance: inHundred(words, path.probability),
    reasons: [...becauseOf(path, people, words), weakestOf(path, people, words)],
  };
}

function equalOf(
  { asks, issues }: PlanParts,
  people: People,
  words: ReportWords,
): { equal: string } | object {
  const count = Number(issues.find(({ code }) => code === "ASKS_LEVEL")?.details?.["count"] ?? 0);
  const names = [...new Set(asks.slice(0, count).map(({ connector }) => people.name(connector)))];
  return names.length < 2 ? {} : { equal: words.say("equal", { names: words.list(names.slice(0, 6)) }) };
}

/** True where nobody stands between: the buyer alone is asked. */
function isDirect(asks: readonly PlanAsk[]): boolean {
  return asks.length === 1 && asks.every(isOwnContact);
}

/** True for an ask of the buyer's own, with nobody between. */
export function isOwnContact({ connector, target }: PlanAsk): boolean {
  return connector === target;
}

function summaryOf(plan: IntroductionPlan, people: People, words: ReportWords): string {
  const isAwaited = plan.issues.some(({ code }) => code === "ASK_OPEN");
  const name = people.name(plan.target.id);
  // The buyer's own yes leaves no chance: in a meeting, in words, or from a contact of one's own whom nobody introduced.
  const isAgreed = plan.jointProbability === 1;
  if (plan.open.length > 0)
    return words.say(isAwaited ? "summary.open" : isAgreed ? "summary.agreed" : "summary.introduced", {
      name,
    });
  if (plan.refusal?.code === "ambiguous-target") return words.say("summary.unclear");
  if (plan.asks.length === 0) return words.say("summary.none");
  const { successProbability, jointProbability } = plan;
  const key = successProbability === undefined ? "summary.plan" : "summary.plan.stop";
  return words.say(isDirect(plan.asks) ? "summary.contact" : key, {
    name,
    chance: inHundred(words, successProbability ?? jointProbability),
    all: inHundred(words, jointProbability),
    between: between(words, plan.jointInterval),
  });
}

function whoIs({ target }: IntroductionPlan, people: People, words: ReportWords): string {
  const name = fullName(people.record(target.id)) ?? fullName(target);
  const [company, title] = [companyOf(target), shown(target.title)];
  if (name === undefined && title !== undefined && company !== undefined)
    return words.say("who.role", { title, company });
  if (name === undefined) return title ?? company ?? people.name(target.id);
  return company === undefined ? name : words.say("who.at", { name, company });
}
