import { checkKeys, checkShape, soundOf } from "../base/index.js";
import { shown } from "../drafts/index.js";
import type { AccountPerson, AccountPlan } from "../planner/index.js";
import { chanceOf, inHundred } from "./chance.js";
import { asksInWords, type DescribeOptions, directInWords, isOwnContact } from "./describe-plan.js";
import { MONTHS, type People, peopleSeenBy, personView, type ViewPlanner } from "./person-views.js";
import { caveatOfIssue, refusalInWords } from "./plan-remarks.js";
import type { PersonView, PlanView } from "./plan-view.js";
import { type ReportWords, reportWords } from "./report-words.js";

/**
 * "Who do we know at Acme?" in words: the people there, contacts inside, and the asks as cards. All forms of a plan take it.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown option.
 */
export function describeAccount(
  account: AccountPlan,
  planner: ViewPlanner,
  options: DescribeOptions = {},
): PlanView {
  checkShape(account, { people: ["object"], asks: ["object"] }, "account");
  checkKeys(options, ["locale", "bands"], "options");
  return soundOf("account", () => {
    const words = reportWords(options.locale, MONTHS, options.bands);
    const masked = (account.masked ?? []).map(({ id, label }) => ({ id, name: label }));
    const listed = account.people.flatMap(({ person, name, title, role, company, path }) => {
      if (person !== undefined) return [{ id: person, ...defined({ name, title, company }) }];
      const id = path?.people.at(-1);
      const [held, firm] = [shown(role), shown(company)];
      if (id === undefined || held === undefined || firm === undefined) return [];
      return [{ id, name: words.say("who.role", { title: held, company: firm }) }];
    });
    const people = peopleSeenBy(planner, account.seekers, words, [...masked, ...listed]);
    const company = shown(account.company) ?? "";
    const paths = account.people.flatMap(({ path }) => (path === undefined ? [] : [path]));
    const { refusal, direct, issues, successProbability, jointProbability } = account;
    const named = { name: company, people: "", once: "", trade: "" };
    return {
      kind: "account",
      language: words.code,
      title: words.say("title.account", { company }),
      day: account.day,
      asOf: words.say("as-of", { date: words.date(account.day) }),
      target: { name: company },
      summary:
        account.asks.length === 0
          ? words.say("summary.none")
          : words.say(`summary.account${successProbability === undefined ? "" : ".stop"}`, {
              chance: inHundred(words, successProbability ?? jointProbability),
              all: inHundred(words, jointProbability),
            }),
      together: chanceOf(words, jointProbability),
      ...asksInWords({ ...account, paths }, planner, people, words, company),
      ...(direct === undefined || account.asks.some(isOwnContact)
        ? {}
        : {
            direct: directInWords(direct, words, {
              name: direct.person && people.name(direct.person),
              isAsked: account.open.length > 0,
            }),
          }),
      people: account.people.map((one) => ({
        ...known(one, people, words),
        chance: chanceToReach(one, people, words),
      })),
      insiders: account.insiders.map(({ person, mayKnow }) => ({
        ...people.person(person),
        mayKnow: mayKnow.map(people.name),
      })),
      caveats: issues.flatMap((issue) => {
        // What is said of one buyer is not so of a company.
        const own = `caveat.account.${issue.code}`;
        return words.has(own) ? [words.say(own)] : caveatOfIssue(issue, named, words);
      }),
      ...(refusal === undefined ? {} : { refusal: refusalInWords(refusal, people, words) }),
    };
  });
}

/** How likely it is to reach somebody; of a contact that nobody else is needed, of others why there is no way. */
function chanceToReach(
  { person, path, probability, refusal }: AccountPerson,
  people: People,
  words: ReportWords,
): string {
  if (refusal?.code === "reached") return words.say("account.won");
  if (refusal !== undefined) return refusalInWords(refusal, people, words, people.name(person ?? "")).text;
  const chance = inHundred(words, probability);
  const isContact = path?.legs.length === 1 && people.isYou(path.people[0] ?? "");
  return isContact ? words.say("account.contact", { chance }) : chance;
}

function known(one: AccountPerson, people: People, words: ReportWords): PersonView {
  if (one.person !== undefined) return people.person(one.person);
  // A position that nobody known holds goes by its title, as an unnamed buyer of a plan does.
  return personView(defined({ company: one.company }), shown(one.role) ?? words.say("somebody"));
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
