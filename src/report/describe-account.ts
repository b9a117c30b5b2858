import { checkKeys } from "../base/index.js";
import { shown } from "../drafts/index.js";
import type { IntroductionPath } from "../paths/index.js";
import type { IntroductionPlan, PlanAsk } from "../planner/index.js";
import { chanceOf, inHundred } from "./chance.js";
import { asksInWords, type DescribeOptions } from "./describe-plan.js";
import { MONTHS, type People, peopleSeenBy, personView, type ViewPlanner } from "./person-views.js";
import { caveatOfIssue, refusalInWords } from "./plan-remarks.js";
import type { PersonView, PlanView } from "./plan-view.js";
import { type ReportWords, reportWords } from "./report-words.js";

/** The part of an account's plan that a view reads: who is known at a company, and one plan for reaching any of them. */
export interface AccountParts {
  readonly company: string;
  readonly people: readonly {
    readonly person?: string;
    readonly name?: string;
    readonly title?: string;
    readonly role?: string;
    readonly company?: string;
    readonly probability: number;
    readonly path?: IntroductionPath;
  }[];
  readonly insiders: readonly {
    readonly person: string;
    readonly title?: string;
    readonly mayKnow: readonly string[];
  }[];
  readonly asks: readonly PlanAsk[];
  readonly jointProbability: number;
  readonly jointInterval?: readonly [number, number];
  readonly day?: string;
  readonly seekers?: readonly string[];
  readonly waiting?: readonly PlanAsk[];
  readonly issues?: IntroductionPlan["issues"];
  readonly checked?: readonly string[];
  readonly notChecked?: readonly string[];
  readonly refusal?: IntroductionPlan["refusal"];
}

/** How an account is written; where its plan names no seeker or day, they are told here. */
export interface DescribeAccountOptions extends DescribeOptions {
  /** Whose eyes see the page. @defaultValue the seekers of the plan and of its asks */
  readonly seeker?: string | readonly string[];
}

/**
 * "Who do we know at Acme?" in words: the people there, contacts inside, and the asks as cards. All forms of a plan take it.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown option.
 */
export function describeAccount(
  account: AccountParts,
  planner: ViewPlanner,
  options: DescribeAccountOptions = {},
): PlanView {
  checkKeys(options, ["locale", "seeker"], "options");
  const words = reportWords(options.locale, MONTHS);
  const viewers = viewersOf(account, options.seeker);
  const named = account.people.flatMap(({ person, name, title, company }) =>
    person === undefined ? [] : [{ id: person, ...defined({ name, title, company }) }],
  );
  const people = peopleSeenBy(planner, viewers, words, named);
  const day = account.day ?? account.asks[0]?.day ?? "";
  const company = shown(account.company) ?? "";
  const paths = account.people.flatMap(({ path }) => (path === undefined ? [] : [path]));
  const plan = {
    asks: account.asks,
    waiting: account.waiting ?? [],
    paths: paths.length > 0 ? paths : account.asks.map(pathOf),
    day,
    issues: account.issues ?? [],
    seekers: viewers,
    checked: account.checked ?? [],
    notChecked: account.notChecked ?? [],
  };
  const { refusal } = account;
  return {
    kind: "account",
    language: words.code,
    title: words.say("title.account", { company }),
    day,
    asOf: day === "" ? "" : words.say("as-of", { date: words.date(day) }),
    target: { name: company },
    summary:
      account.asks.length === 0
        ? words.say("summary.none")
        : words.say("summary.account", { chance: inHundred(words, account.jointProbability) }),
    together: chanceOf(words, account.jointProbability, account.jointInterval),
    ...asksInWords(plan, planner, people, words, company),
    people: account.people.map((one) => ({
      ...known(one, people, words),
      chance: inHundred(words, one.probability),
    })),
    insiders: account.insiders.map(({ person, mayKnow }) => ({
      ...people.person(person),
      mayKnow: mayKnow.map(people.name),
    })),
    caveats: plan.issues.flatMap((issue) => caveatOfIssue(issue, company, words)),
    ...(refusal === undefined ? {} : { refusal: refusalInWords(refusal, people, words) }),
  };
}

function viewersOf(
  { seekers, asks }: AccountParts,
  given: DescribeAccountOptions["seeker"],
): readonly string[] {
  if (given !== undefined) return typeof given === "string" ? [given] : given;
  return seekers ?? [...new Set(asks.map(({ seeker }) => seeker))];
}

function known(one: AccountParts["people"][number], people: People, words: ReportWords): PersonView {
  if (one.person !== undefined) return people.person(one.person);
  const record = defined({ title: one.title ?? one.role, company: one.company });
  return personView(record, shown(one.name) ?? words.say("somebody"));
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** The path of an ask, where the account tells no paths. */
function pathOf({ seeker, legs, probability }: PlanAsk): IntroductionPath {
  const weakestLeg = legs.reduce(
    (least, { consent }, i) => (consent < (legs[least]?.consent ?? 1) ? i : least),
    0,
  );
  return {
    people: [seeker, ...legs.map(({ asked }) => asked)],
    legs,
    probability,
    interval: [probability, probability],
    weakestLeg,
    whatWouldHelp: "",
  };
}
