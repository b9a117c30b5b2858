import { compareCodeUnits } from "../base/index.js";
import { reachTargets } from "../paths/index.js";
import type { AccountRequest } from "./account-plan.js";
import type { AccountWanted } from "./account-remarks.js";
import { wholeRequest } from "./check-request.js";
import type { PlanningDay } from "./planning-day.js";
import { buyerOf } from "./resolve-target.js";

/**
 * Those at a company to whom paths are looked for: of a large one the warmest. Whoever a seen tie leads to comes before whoever
 * somebody may know. Guesses rest on the position at one company. So where guesses
 * alone lead to somebody, one of each position is tried for all. The work grows with the people, not with their pairs.
 */
export function warmestOf(
  day: PlanningDay,
  request: Omit<AccountRequest, "now">,
  wanted: readonly AccountWanted[],
  seekers: readonly string[],
): readonly AccountWanted[] {
  const { accountPeople } = day.settings.search;
  if (wanted.length <= accountPeople) return wanted;
  const { maxHops } = wholeRequest(day, { ...request, target: "" });
  const chancesOf = (those: readonly AccountWanted[], inferTies: boolean): readonly number[] =>
    reachTargets(day.compiled, {
      seekers,
      targets: those.map(({ target }) => buyerOf(day, target, seekers)),
      maxHops,
      inferTies,
      maskedTies: request.maskKey !== undefined,
      askContext: day.askContext,
      inference: day.settings.inference,
    }).map(({ probability }) => probability);
  const best = (those: readonly AccountWanted[], chances: readonly number[]): AccountWanted[] =>
    those
      .map((one, i) => ({ one, chance: chances[i] as number }))
      .sort((a, b) => b.chance - a.chance || compareCodeUnits(a.one.target.id, b.one.target.id))
      .slice(0, accountPeople)
      .map(({ one }) => one);
  const overSeen = chancesOf(wanted, false);
  const isSeen = (_: AccountWanted, i: number): boolean => (overSeen[i] as number) > 0;
  const warm = wanted.filter(isSeen);
  const ways = overSeen.filter((chance) => chance > 0);
  if (warm.length >= accountPeople) return best(warm, ways);
  const others = wanted.filter((one, i) => !isSeen(one, i));
  const kinds = new Map<string, AccountWanted>();
  const kindOf = ({ target }: AccountWanted): string =>
    JSON.stringify([target.company, day.compiled.titleOf(target.title)]);
  for (const one of others) if (!kinds.has(kindOf(one))) kinds.set(kindOf(one), one);
  const chances = chancesOf([...kinds.values()], true);
  const ofKind = new Map([...kinds.keys()].map((kind, i) => [kind, chances[i] as number]));
  const rest = best(
    others,
    others.map((one) => ofKind.get(kindOf(one)) as number),
  );
  return [...best(warm, ways), ...rest].slice(0, accountPeople);
}
