import type { IntroductionPlan } from "../planner/index.js";
import { type People, personView } from "./person-views.js";
import type { PersonView, PlanView } from "./plan-view.js";
import type { ReportWords } from "./report-words.js";

/** What a caveat may name: the buyer, and whoever is near them by kind. */
type NamesNear = Readonly<Record<"name" | "people" | "once" | "trade", string>>;

/** Whom the caveats of a plan name: the buyer, and people at branches, once at the company, or in the trade, each with their company. */
export function namesNear({ target, nearby = [] }: IntroductionPlan, people: People): NamesNear {
  const those = (kind: "branch" | "once" | "trade"): string =>
    nearby
      .filter(({ trade, former }) => kind === (trade !== undefined ? "trade" : former ? "once" : "branch"))
      .map(({ person, company }) => people.name(person) + (company === "" ? "" : ` (${company})`))
      .join(", ");
  return {
    name: people.name(target.id),
    people: those("branch"),
    once: those("once"),
    trade: those("trade"),
  };
}

/** A plan's issue as a caveat. What the page says elsewhere is left out; a code without words comes as it is told. */
export function caveatOfIssue(
  { code, message }: { readonly code: string; readonly message: string },
  named: NamesNear,
  words: ReportWords,
): string[] {
  if (SAID_ELSEWHERE.has(code)) return [];
  const key = Object.hasOwn(ISSUES, code) ? ISSUES[code] : undefined;
  return [key === undefined ? message : words.say(`caveat.${key}`, named)];
}

/** Why there is nothing to ask, and who may be meant. `name` is whose no it is; absent: of any of several. */
export function refusalInWords(
  { code, message, candidates = [], openWith, ended }: NonNullable<IntroductionPlan["refusal"]>,
  people: People,
  words: ReportWords,
  name?: string,
): NonNullable<PlanView["refusal"]> {
  const why = openWith === "account" ? openWith : code;
  const key = `refusal.${ended === undefined ? why : name === undefined ? "ended" : ended.by}`;
  const date = ended?.on === undefined ? "" : words.date(ended.on);
  const text = words.has(key) ? words.say(key, { name: name ?? "", date }) : message;
  const gift = typeof openWith === "object" ? openWith : undefined;
  const what =
    gift === undefined
      ? ""
      : ` ${words.say("refusal.gift", {
          what: words.has(`favor.${gift.kind}`)
            ? words.say(`favor.${gift.kind}`)
            : gift.kind.replace(/-/g, " "),
          name: people.name(gift.receiver),
        })}`;
  return {
    text: `${text}${what}`,
    candidates: candidates.map(({ person }): PersonView => candidate(person, people)),
  };
}

function candidate(id: string, people: People): PersonView {
  return { id, ...personView(people.record(id), people.name(id)) };
}

const SAID_ELSEWHERE: ReadonlySet<string> = new Set(["DIRECT_IS_BETTER", "ASK_OPEN", "ASKS_LEVEL"]);
const ISSUES: Readonly<Record<string, string>> = {
  COLLEAGUE_ASKED_ABOUT_TARGET: "colleague-target",
  COLLEAGUE_ASKED_CONNECTOR: "colleague-connector",
  TARGET_NOT_IN_NETWORK: "not-in-network",
  NAMESAKE_ELSEWHERE: "namesake",
  BRANCH_OF_COMPANY: "branches",
  FORMER_COLLEAGUES: "once",
  SAME_TRADE: "trade",
  COMPETITORS_ON_WAY: "rivals",
  ONLY_INFERRED_TIES: "only-guesses",
  TITLE_UNKNOWN: "title-unknown",
  ORDER_APPROXIMATE: "approximate",
  NOT_WORTH_ASKING: "not-worth",
  ALREADY_INTRODUCED: "introduced",
  SOMEBODY_SUGGESTED: "suggested",
};
