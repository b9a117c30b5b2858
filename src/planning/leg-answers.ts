import type { Ask } from "../ask-order/index.js";
import type { IntroductionPath, RatedPath } from "../paths/index.js";
import {
  COLD_ASK,
  legAsk,
  type PlanRoute,
  type PlanRoutes,
  TARGET_ASK,
  tieAsk,
  willingAsk,
} from "./plan-routes.js";

/**
 * What came of one leg. `silent`: given up after silence; `not-tied`: the connector does not know the target well enough. Both
 * end the routes through that leg, while a target's own `no` ends them all.
 */
export interface LegAnswer {
  readonly asker: string;
  readonly asked: string;
  readonly answer: "yes" | "no" | "silent" | "not-tied" | "pending";
  /** Of a pending one: chance that it still becomes a yes, see `chanceAfterSilence`. @defaultValue the leg's consent */
  readonly chance?: number;
}

/** Routes with what the answers leave of them, and the asks that were a yes. */
export interface AnsweredRoutes<P extends RatedPath = IntroductionPath> {
  /** What can be asked beside what is pending. */
  readonly routes: PlanRoutes<P>;
  /** All that can still succeed: routes with a pending leg too, each with the chance that silence has left. */
  readonly open: PlanRoutes<P>;
  readonly given: ReadonlyMap<string, boolean>;
}

/**
 * Applies answers: an ask that was a yes is certain and free from now on, and a route with a refusal is gone. A pending leg is
 * not to be asked again, so its routes are left out of `routes`. It is no refusal either, so they stand in `open`. Answers to
 * legs on no route are ignored.
 */
export function routesAfter<P extends RatedPath>(
  { asks, ways }: PlanRoutes<P>,
  answers: readonly LegAnswer[],
): AnsweredRoutes<P> {
  const given = new Map<string, boolean>();
  const pending = new Map<string, number>();
  const waits = new Map<PlanRoute<P>, string>();
  let left: readonly PlanRoute<P>[] = ways;
  for (const { asker, asked, answer, chance } of answers) {
    const own = legAsk(asker, asked);
    const holds = (way: PlanRoute<P>) => way.path.legs.some((leg) => legAsk(leg.asker, leg.asked) === own);
    const through = ways.filter(holds);
    if (through.length === 0) continue;
    const last = through[0]!.path.legs.at(-1)!.asked === asked;
    if (answer === "pending") {
      const { consent } = through[0]!.path.legs.find((leg) => legAsk(leg.asker, leg.asked) === own)!;
      // The target's own yes is shared, so a pending one of theirs is a condition more on the routes of this leg.
      const id = last ? `open:${own}` : own;
      const left = chance ?? consent;
      pending.set(id, !last ? left : consent > 0 ? Math.min(1, left / consent) : 0);
      for (const way of through) waits.set(way, id);
    } else if (answer === "yes") for (const id of last ? lastAsks(asker) : [own]) given.set(id, true);
    else if (answer === "no" && last) left = [];
    else left = left.filter((way) => !holds(way) && !(answer === "no" && asksThemToo(way, through, asked)));
  }
  const certain = (ask: Ask): Ask => (given.has(ask.id) ? { id: ask.id, probability: 1, cost: 0 } : ask);
  const answered = asks.map(certain);
  const hopes = [...pending].map(([id, probability]): Ask => ({ id, probability, cost: 0 }));
  const hoping = left.map((way): PlanRoute<P> => {
    const hope = waits.get(way);
    return hope === undefined || way.route.includes(hope) ? way : { ...way, route: [hope, ...way.route] };
  });
  return {
    routes: { asks: answered, ways: left.filter((way) => !waits.has(way)) },
    open: { asks: [...answered.filter(({ id }) => !pending.has(id)), ...hopes], ways: hoping },
    given,
  };
}

/** The asks that stand for the target's yes to this asker, known to them or not. */
function lastAsks(asker: string): string[] {
  return [tieAsk(asker), willingAsk(asker), COLD_ASK, TARGET_ASK];
}

/** A connector's no to one seeker stands for the others of the team: it is the same person and the same target. */
function asksThemToo(
  { path }: PlanRoute<RatedPath>,
  through: readonly PlanRoute<RatedPath>[],
  asked: string,
): boolean {
  return path.people[1] === asked && through.some((way) => way.path.people[1] === asked);
}

/** Ids of the legs with this answer. */
export function legsThat(
  answer: LegAnswer["answer"],
  answers: readonly LegAnswer[] = [],
): ReadonlySet<string> {
  return new Set(
    answers.filter((one) => one.answer === answer).map(({ asker, asked }) => legAsk(asker, asked)),
  );
}
