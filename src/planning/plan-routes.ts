import type { Ask } from "../ask-order/index.js";
import { checkShape, compareCodeUnits, madeOf, maxOf, withCallersOwn } from "../base/index.js";
import type { IntroductionPath, LegNumbers, RatedPath } from "../paths/index.js";
import { type AskCosts, costOfLeg } from "./ask-cost.js";
import { legKey } from "./consents.js";

/** Paths to one target as asks and routes. */
export interface PlanRoutes<P extends RatedPath = IntroductionPath> {
  readonly asks: readonly Ask[];
  readonly ways: readonly PlanRoute<P>[];
}

/** One path, and the ids of the asks that it takes; a path whose last leg is a guess stands twice. */
export interface PlanRoute<P extends RatedPath = IntroductionPath> {
  readonly path: P;
  readonly route: readonly string[];
}

/** The target's own yes, the last ask of every route. */
export const TARGET_ASK = "target";

/** How the target takes a note from one who does not know them: one event for all guesses. */
export const COLD_ASK = "cold";

/** What the id of every leg's ask begins with. */
export const LEG_ASK = "leg:";

/** Id of the ask that a leg is: two routes through the same leg share it. */
export function legAsk(asker: string, asked: string): string {
  return `${LEG_ASK}${legKey({ asker, asked })}`;
}

/** Id of the ask that stands for what a last leg has against it beyond the target's own will. */
export function tieAsk(asker: string): string {
  checkShape(asker, "text", "asker");
  return `tie:${asker}`;
}

/** Id of the ask that stands for a connector's will to write to a target whom they do not know. */
export function willingAsk(asker: string): string {
  checkShape(asker, "text", "asker");
  return `willing:${asker}`;
}

/**
 * Turns paths into asks and routes. An ask is a leg. The target's own yes is one ask shared by all routes, with t = the highest
 * consent of a last leg given that its tie exists. A last leg with a lower consent c gets before it a cost-free ask with
 * probability c/t. It is shared by the routes that end in the same leg. A direct path is such a last leg alone: the seeker asks the
 * target. The order of the paths does not matter.
 *
 * A guessed last leg gives two routes. One goes over the tie, should there be one. Where the connector is willing (w) to write to a stranger,
 * the other is a note out of the cold. The target takes it well or not whoever sends it. That is one ask for all guesses (q = c_cold /
 * t). The tie's own ask is (c/t - w q) / (1 - w q), so that both routes together have the leg's consent c.
 */
export function planRoutes<P extends RatedPath>(paths: readonly P[], given: AskCosts = {}): PlanRoutes<P> {
  return madeOf("paths", () => {
    checkShape(
      paths,
      [
        {
          people: ["text"],
          legs: [{ asker: "text", asked: "text", consent: "finite" }],
          probability: "finite",
        },
      ],
      "paths",
    );
    checkShape(given, "object", "costs");
    const costs = withCallersOwn(given, "priceOf", "isColleague", "riskOf");
    const sorted = [...paths].filter((path) => path.legs.length > 0).sort(comparePaths);
    const last = bestLast(sorted);
    if (last === undefined) return { asks: [], ways: [] };
    const willing = yesOfTarget(last);
    const asks = new Map<string, Ask>();
    const add = (id: string, probability: number, cost: (p: number) => number): string => {
      const known = asks.get(id);
      if (known === undefined || known.probability < probability) {
        // Never -0.
        asks.set(id, { id, probability: probability + 0, cost: cost(probability) });
      }
      return id;
    };
    add(TARGET_ASK, willing, (p) => costOfLeg(last, "last", p, costs));
    const free = (): number => 0;
    const cold = Math.min(
      willing,
      Math.max(0, maxOf(sorted.map(({ legs }) => legs.at(-1)!.consentIfNot ?? 0))),
    );
    const ways = sorted.flatMap((path): PlanRoute<P>[] => {
      const before = path.legs
        .slice(0, -1)
        .map((leg, i) =>
          add(legAsk(leg.asker, leg.asked), leg.consent, (p) =>
            costOfLeg(leg, i === 0 ? "first" : "relay", p, costs),
          ),
        );
      const end = path.legs.at(-1)!;
      if (end.consent >= willing) return [{ path, route: [...before, TARGET_ASK] }];
      const stranger = Math.min(end.consent, (end.willing ?? 1) * (end.consentIfNot ?? 0));
      const tie = add(tieAsk(end.asker), (end.consent - stranger) / (willing - stranger), free);
      const known = { path, route: [...before, tie, TARGET_ASK] };
      if (stranger === 0) return [known];
      const own = add(willingAsk(end.asker), stranger / cold, free);
      const asStranger = { path, route: [...before, own, add(COLD_ASK, cold / willing, free), TARGET_ASK] };
      return end.consent === stranger ? [asStranger] : [known, asStranger];
    });
    return { asks: [...asks.values()], ways };
  });
}

/** More probable first; then by people, in code units. */
export function comparePaths(a: RatedPath, b: RatedPath): number {
  return (
    b.probability - a.probability || compareCodeUnits(JSON.stringify(a.people), JSON.stringify(b.people))
  );
}

/** The last leg whose consent, given the tie, is highest; of equal ones that of the first path. */
function bestLast(paths: readonly RatedPath[]): LegNumbers | undefined {
  let best: LegNumbers | undefined;
  for (const path of paths) {
    const leg = path.legs.at(-1)!;
    if (best === undefined || yesOfTarget(leg) > yesOfTarget(best)) best = leg;
  }
  return best;
}

/** The target's yes given the tie; never below the consent that the leg has with its odds. */
function yesOfTarget(leg: LegNumbers): number {
  return Math.max(leg.consentIfTied, leg.consent);
}

/** Asks and routes as the solver takes them. */
export function problemOf({ asks, ways }: PlanRoutes<RatedPath>): {
  asks: PlanRoutes["asks"];
  routes: PlanRoute["route"][];
} {
  return { asks, routes: ways.map((way) => way.route) };
}
