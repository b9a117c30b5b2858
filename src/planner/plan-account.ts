import { compareCodeUnits, shortId, unfit } from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import { foldCompany, holdsTitle, sameCompany } from "../people/index.js";
import { type AskPlan, planAsksForAny } from "../planning/index.js";
import { insidersOf } from "./account-insiders.js";
import type { AccountPerson, AccountPlan, AccountRequest } from "./account-plan.js";
import { type AccountFound, type AccountWanted, accountRemarks, directToAny } from "./account-remarks.js";
import { decisionsFor } from "./ask-once.js";
import { checkRequest, seekersOf, wholeRequest } from "./check-request.js";
import { type CompanyStaff, namesCompany, staffAt } from "./company-staff.js";
import { directWayOf } from "./direct-way-of.js";
import type { PlanTarget, Refusal } from "./introduction-plan.js";
import { maskPaths } from "./mask-plan.js";
import { pathsFor } from "./paths-for.js";
import { askOf, asksInput, behindOpen, historyOf, NOBODY_TO_ASK } from "./plan-introduction.js";
import { endOf, investFirst, NO_TIES, peopleNear } from "./plan-refusal.js";
import type { PlanningDay } from "./planning-day.js";
import { recordsChecked } from "./records-checked.js";
import { idsOfTarget, namesOf, strangerOf } from "./resolve-target.js";
import { untilStop } from "./until-stop.js";
import { warmestOf } from "./warmest-of.js";

type DayAccount = Omit<AccountRequest, "now">;

/**
 * Who is known at a company, who of the seekers' contacts is or was there. And one plan for reaching any of those who are wanted. AccountWanted
 * are people with one of the roles, and a role itself where nobody known holds it. The first who is reached is enough.
 * @throws WarmpathError `INVALID_ARGUMENT` for no company, no list of roles, numbers out of range; `UNKNOWN_PERSON` for a seeker.
 */
export function planAccount(day: PlanningDay, request: DayAccount): AccountPlan {
  const seekers = seekersOf(day, request);
  checkRequest(day, request, seekers);
  checkAccount(request);
  const staff = staffAt(day, request.company, seekers);
  const { company } = staff;
  const wanted = wantedOf(day, staff, seekers, request.roles);
  const found = warmestOf(day, request, wanted, seekers).map((one) => lookFor(day, request, one, seekers));
  const masked = maskPaths(
    day.compiled,
    found.flatMap(({ paths }) => paths),
    { seekers, maskKey: request.maskKey, leastCrowd: day.settings.asking.leastCrowd },
  );
  const led = found.filter(({ paths }) => paths.length > 0);
  const planned = led.length === 0 ? undefined : planAsksForAny(led.map(({ input }) => input));
  const plan = planned ?? NOBODY_TO_ASK;
  const byTarget = new Map(found.map((one) => [one.target.id, one]));
  const asked = (ask: AskPlan["asks"][number]) => {
    const { target, open } = byTarget.get(ask.target) as AccountFound;
    const now = open.length === 0 || day.settings.asking.parallel ? ask : behindOpen(ask);
    return masked.ask(askOf(now, { target, day: day.date }, day));
  };
  const open = led.flatMap((one) => one.open).sort(compareCodeUnits);
  const insiders = insidersOf(
    day,
    staff,
    found.map(({ target }) => target),
    seekers,
  );
  const direct = directToAny(found, plan);
  const refusal = refusalOf(day, seekers, { staff, found, plan, open, insiders: insiders.length });
  const { jointProbability, expectedCost, expectedValue, method, stop } = plan;
  const people = peopleOf(company, wanted, found, masked.path);
  const [asks, waiting] = [plan.asks.map(asked), plan.waiting.map(asked)];
  const shown = JSON.stringify([people, asks, waiting]);
  return {
    id: idOf(day, request, seekers),
    day: day.date,
    seekers,
    company,
    people,
    insiders,
    asks,
    waiting,
    open,
    ...(direct === undefined ? {} : { direct }),
    ...(request.maskKey === undefined
      ? {}
      : { masked: masked.people.filter(({ id }) => shown.includes(id)) }),
    jointProbability,
    ...(planned === undefined ? {} : untilStop(planned, request.value, open)),
    expectedCost,
    expectedValue,
    method,
    stop,
    issues: accountRemarks(day, request, seekers, { found, plan: planned, direct }),
    ...recordsChecked(day, seekers),
    ...(refusal === undefined ? {} : { refusal }),
  };
}

function checkAccount({ company, roles }: DayAccount): void {
  if (!namesCompany(company)) throw unfit("company", "the name of a company, or its domain");
  const isList =
    roles === undefined ||
    (Array.isArray(roles) && roles.every((role) => typeof role === "string" && role.trim() !== ""));
  if (!isList) throw unfit("roles", "a list of positions");
}

/** Without roles everybody there. With roles those who hold one, else one like it, and each role that nobody known holds. */
function wantedOf(
  day: PlanningDay,
  { company, people }: CompanyStaff,
  seekers: readonly string[],
  roles: readonly string[] = [],
): readonly AccountWanted[] {
  const inNetwork = people.map(({ id, ...person }): PlanTarget => ({ id, ...namesOf(person), known: true }));
  const targets = [...inNetwork, ...askedAbout(day, company, inNetwork, seekers)];
  if (roles.length === 0) return targets.map((target) => ({ target }));
  const taken = new Set<string>();
  return [...new Set(roles.map((role) => role.trim()))].flatMap((role): readonly AccountWanted[] => {
    const holding = (how: string) => targets.filter(({ title }) => holdsTitle(title, role) === how);
    const same = holding("same");
    const holders = same.length > 0 ? same : holding("alike");
    if (holders.length === 0) return [{ target: strangerOf(day, { title: role, company }), role }];
    const fresh = holders.filter(({ id }) => !taken.has(id));
    for (const { id } of fresh) taken.add(id);
    return fresh.map((target) => ({ target, role }));
  });
}

/** Buyers there whom the network does not hold, and about whom these seekers asked: what was answered stands for an account too. */
function askedAbout(
  day: PlanningDay,
  company: string,
  inNetwork: readonly PlanTarget[],
  seekers: readonly string[],
): readonly PlanTarget[] {
  const met = new Set(inNetwork.flatMap((target) => [...idsOfTarget(day, target)]));
  const sought = new Set(day.asks.flatMap(({ ask }) => (seekers.includes(ask.seeker) ? ask.target : [])));
  return [...sought].sort(compareCodeUnits).flatMap((id): readonly PlanTarget[] => {
    const buyer = day.state.buyers.get(id);
    const isThere = sameCompany(buyer?.company, company, day.settings.identity);
    if (buyer?.name === undefined || !isThere || met.has(id) || day.network.has(id)) return [];
    return [{ id, ...namesOf(buyer), known: false }];
  });
}

function lookFor(
  day: PlanningDay,
  request: DayAccount,
  wanted: AccountWanted,
  seekers: readonly string[],
): AccountFound {
  const { target } = wanted;
  const history = historyOf(day, target);
  const refusal = endOf(day, seekers, target, history);
  let isCut = false;
  const stopped = (): void => {
    isCut = true;
  };
  const paths =
    refusal === undefined
      ? pathsFor(day, { ...request, target: target.id }, seekers, target, history, stopped)
      : [];
  const direct = directWayOf(day, target, seekers);
  const asked = asksInput(day, request.value, target, paths, history);
  const input = { ...asked, direct: direct.probability, signal: request.signal };
  const open = history.filter((ask) => ask.open).map(({ ask }) => ask.id);
  const found = { ...wanted, paths, input, history, direct, isCut, open };
  return refusal === undefined ? found : { ...found, refusal };
}

/** The wanted, the most probable first; by id where the numbers do not tell. */
function peopleOf(
  company: string,
  wanted: readonly AccountWanted[],
  found: readonly AccountFound[],
  shown: (path: IntroductionPath) => IntroductionPath,
): readonly AccountPerson[] {
  const byTarget = new Map(found.map((one) => [one.target.id, one]));
  return wanted
    .map(({ target, role }): AccountPerson & { readonly key: string } => {
      const { paths = [], refusal } = byTarget.get(target.id) ?? {};
      const path = paths[0] && shown(paths[0]);
      return {
        key: target.id,
        ...(target.known || target.name !== undefined
          ? { person: target.id, ...namesOf({ name: target.name, title: target.title }) }
          : {}),
        ...(role === undefined ? {} : { role }),
        company: target.company ?? company,
        probability: path?.probability ?? 0,
        ...(path === undefined ? {} : { path }),
        ...(refusal === undefined ? {} : { refusal }),
      };
    })
    .sort((a, b) => b.probability - a.probability || compareCodeUnits(a.key, b.key))
    .map(({ key: _, ...one }) => one);
}

/** Why there is nothing to ask, and what would help. */
function refusalOf(
  day: PlanningDay,
  seekers: readonly string[],
  {
    staff,
    found,
    plan,
    open,
    insiders,
  }: {
    readonly staff: CompanyStaff;
    readonly found: readonly AccountFound[];
    readonly plan: Pick<AskPlan, "asks" | "waiting" | "nextLeg">;
    readonly open: readonly string[];
    readonly insiders: number;
  },
): Refusal | undefined {
  if (found.some(({ paths }) => paths.length > 0)) {
    const nobody = plan.asks.length === 0 && plan.nextLeg === undefined && open.length === 0;
    return nobody ? investFirst(day, plan) : undefined;
  }
  const ended = found.find((one) => one.refusal !== undefined)?.refusal;
  if (ended !== undefined && found.every((one) => one.refusal !== undefined)) return ended;
  const view = day.network.seenBy(seekers);
  const message = seekers.every((seeker) => view.neighbors(seeker).length === 0)
    ? NO_TIES
    : staff.people.length === 0 && insiders === 0
      ? "Nobody at this company is known, and none of your contacts works there or did. A colleague's export may close the gap."
      : "People at this company are known, but nobody leads to them. A colleague's export may close the gap.";
  const candidates =
    staff.people.length === 0 ? peopleNear(day, { id: "", company: staff.company }, seekers) : [];
  return { code: "no-path", message, ...(candidates.length === 0 ? {} : { candidates }) };
}

function idOf(day: PlanningDay, request: DayAccount, seekers: readonly string[]): string {
  const { value, roles = [], maskKey } = request;
  const { k, maxHops, exclude } = wholeRequest(day, { ...request, target: "" });
  const decisions = decisionsFor(day, seekers);
  const numbers = [value, k, maxHops, roles, maskKey !== undefined, exclude];
  const asked = JSON.stringify(decisions.length === 0 ? numbers : [...numbers, decisions]);
  const company = foldCompany(request.company, day.settings.identity.companyAliases) || request.company;
  return shortId("account_", ...seekers, company, day.date, asked);
}
