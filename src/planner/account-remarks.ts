import { compareCodeUnits, type Issue } from "../base/index.js";
import type { IntroductionPath } from "../paths/index.js";
import type { AskPlan, DirectWay, PlanAsksInput } from "../planning/index.js";
import type { AskStatus } from "../tracking/index.js";
import type { AccountPlan, AccountRequest } from "./account-plan.js";
import { colleaguesAsks } from "./colleagues-asks.js";
import type { PlanTarget, Refusal } from "./introduction-plan.js";
import { isDirectBetter } from "./is-direct-better.js";
import { PATHS_INCOMPLETE } from "./plan-introduction.js";
import { issuesOf } from "./plan-issues.js";
import type { PlanningDay } from "./planning-day.js";
import { rivalsOn } from "./rivals-on.js";

/** Whoever is wanted at a company, and the role that they hold or that is to get a name. */
export interface AccountWanted {
  readonly target: PlanTarget;
  readonly role?: string | undefined;
}

/** The same with what was found of them. */
export interface AccountFound extends AccountWanted {
  readonly paths: readonly IntroductionPath[];
  readonly input: PlanAsksInput;
  readonly history: readonly AskStatus[];
  readonly direct: Omit<DirectWay, "better">;
  /** True where the search for paths stopped at its bound of work. */
  readonly isCut: boolean;
  /** Ids of asks for them that wait for an answer. */
  readonly open: readonly string[];
  readonly refusal?: Refusal;
}

/** The likeliest of the direct ways to whoever may still be reached, the first by id of as likely ones. */
export function directToAny(found: readonly AccountFound[], { asks, waiting }: Asked): AccountPlan["direct"] {
  const [best] = found
    .filter(({ refusal }) => refusal === undefined)
    .sort(
      (a, b) => b.direct.probability - a.direct.probability || compareCodeUnits(a.target.id, b.target.id),
    );
  if (best === undefined) return undefined;
  const inputs = found.map(({ input }) => input);
  const better = isDirectBetter(best.direct.probability, [...asks, ...waiting], inputs);
  return { ...best.direct, better, ...(best.target.known ? { person: best.target.id } : {}) };
}

type Asked = Pick<AskPlan, "asks" | "waiting">;

/** What is worth knowing beside the numbers, as a plan for one buyer says it. */
export function accountRemarks(
  day: PlanningDay,
  { value }: Pick<AccountRequest, "value">,
  seekers: readonly string[],
  {
    found,
    plan,
    direct,
  }: {
    readonly found: readonly AccountFound[];
    readonly plan: AskPlan | undefined;
    readonly direct: DirectWay | undefined;
  },
): readonly Issue[] {
  const cut = found.some(({ isCut }) => isCut) ? [PATHS_INCOMPLETE] : [];
  const paths = found.flatMap((one) => one.paths);
  if (paths.length === 0 || plan === undefined || direct === undefined) return cut;
  const targets = found.map(({ target }) => target);
  const history = found.flatMap((one) => one.history);
  const { levelWithin } = day.settings.asking;
  return [
    ...cut,
    ...issuesOf({
      targets,
      namesakes: 0,
      paths,
      asks: plan,
      history,
      value,
      direct,
      nearby: [],
      levelWithin,
    }),
    ...colleaguesAsks(day, seekers, targets, plan),
    ...rivalsOn(day, seekers, paths),
  ];
}
