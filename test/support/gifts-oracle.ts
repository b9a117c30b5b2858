import { isoDay, utcDay } from "../../src/base/index.js";
import type { IntroductionPlanner } from "../../src/index.js";
import { stateOf } from "../../src/planner/core-planner.js";
import { pathsFor } from "../../src/planner/paths-for.js";
import { asksInput, historyOf } from "../../src/planner/plan-introduction.js";
import { PlanningDay } from "../../src/planner/planning-day.js";
import { namesOf } from "../../src/planner/resolve-target.js";
import { type GiftEffect, isReady, type PossibleGift } from "../../src/planning/index.js";
import { plannedAskFor } from "../../src/planning/planned-ask-for.js";

/** What gifts do, found the long way: for each gift a day of its own, on which every buyer is planned anew, in words. */
export function effectsTheLongWay(
  planner: IntroductionPlanner,
  {
    seeker,
    targets,
    now,
  }: { readonly seeker: string; readonly targets: readonly string[]; readonly now: string },
  gifts: readonly PossibleGift[],
): readonly (readonly GiftEffect[])[] {
  const state = stateOf(planner);
  const today = utcDay(now);
  const freshDay = (gift?: ConstructorParameters<typeof PlanningDay>[3]) =>
    new PlanningDay(state, today, undefined, gift);
  const view = planner.network.seenBy(seeker);
  const plansOn = (one: PlanningDay) =>
    targets
      .filter((id) => id !== seeker && view.mayName(id))
      .map((id) => {
        const buyer = { id, ...namesOf(view.person(id)), known: true };
        const paths = pathsFor(one, { seeker, target: id }, [seeker], buyer, historyOf(one, buyer));
        return asksInput(one, undefined, buyer, paths, []);
      });
  const plans = plansOn(freshDay());
  return gifts.map(({ kind, size, receivers }) =>
    receivers.flatMap((receiver) => {
      const after = plansOn(freshDay({ kind, giver: seeker, receiver, size }));
      return plans.flatMap((plan, place): GiftEffect[] => {
        const planAfter = after[place] as typeof plan;
        const [before, without, then] = [plan, { ...plan, readiness: planAfter.readiness }, planAfter].map(
          (one) => plannedAskFor(one, seeker, receiver),
        );
        if (before === undefined || without === undefined || then === undefined) return [];
        const opensGate = !isReady(before.readiness, isoDay(today)) && isReady(then.readiness, isoDay(today));
        const { target } = plan;
        return [
          { receiver, target, ask: before.id, priceBefore: without.price, priceAfter: then.price, opensGate },
        ];
      });
    }),
  );
}
