import type { Ask } from "../ask-order/index.js";
import { legAsk, type PlanRoute, type PlanRoutes, TARGET_ASK, tieAsk } from "./plan-routes.js";

/**
 * What came of one leg. `silent`: given up after silence; `not-tied`: the connector does not know the target well enough. Both
 * end the routes through that leg, while a target's own `no` ends them all.
 */
export interface LegAnswer {
  readonly asker: string;
  readonly asked: string;
  readonly answer: "yes" | "no" | "silent" | "not-tied" | "pending";
}

/** Routes with what the answers leave of them, and the asks that were a yes. */
export interface AnsweredRoutes {
  readonly routes: PlanRoutes;
  readonly given: ReadonlyMap<string, boolean>;
}

/**
 * Applies answers: an ask that was a yes is certain and free from now on, and a route with a refusal is gone. A pending leg
 * counts as a refusal here, so that what follows is what to do beside it. Answers to legs on no route are ignored.
 */
export function routesAfter({ asks, ways }: PlanRoutes, answers: readonly LegAnswer[]): AnsweredRoutes {
  const given = new Map<string, boolean>();
  let left: readonly PlanRoute[] = ways;
  for (const { asker, asked, answer } of answers) {
    const own = legAsk(asker, asked);
    const holds = (way: PlanRoute) => way.path.legs.some((leg) => legAsk(leg.asker, leg.asked) === own);
    const through = ways.filter(holds);
    if (through.length === 0) continue;
    const last = through[0]!.path.legs.at(-1)!.asked === asked;
    if (answer === "yes") for (const id of last ? [tieAsk(asker), TARGET_ASK] : [own]) given.set(id, true);
    else if (answer === "no" && last) left = [];
    else left = left.filter((way) => !holds(way) && !(answer === "no" && asksHimToo(way, through, asked)));
  }
  const certain = (ask: Ask): Ask => (given.has(ask.id) ? { id: ask.id, probability: 1, cost: 0 } : ask);
  return { routes: { asks: asks.map(certain), ways: left }, given };
}

/** A connector's no to one seeker stands for the others of the team: it is the same person and the same target. */
function asksHimToo({ path }: PlanRoute, through: readonly PlanRoute[], asked: string): boolean {
  return path.people[1] === asked && through.some((way) => way.path.people[1] === asked);
}

/** Ids of the legs that were a yes. */
export function agreedFirst(answers: readonly LegAnswer[] = []): ReadonlySet<string> {
  return new Set(
    answers.filter(({ answer }) => answer === "yes").map(({ asker, asked }) => legAsk(asker, asked)),
  );
}
