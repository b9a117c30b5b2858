import fc from "fast-check";
import { expect, it } from "vitest";
import { CampaignDraft } from "../../src/campaign/campaign-draft.js";
import { type CampaignProblem, numberCampaign } from "../../src/campaign/campaign-problem.js";
import { placeInWeeks } from "../../src/campaign/place-in-weeks.js";
import { DEFAULT_CAMPAIGN_LIMITS } from "../../src/planning/index.js";

/** True where some choice of weeks keeps the limits: every one is tried. */
function canBePlaced(problem: CampaignProblem, chosen: readonly number[]): boolean {
  const draft = new CampaignDraft(problem);
  const set = (i: number): boolean => {
    if (i === chosen.length) return true;
    for (const week of draft.weeksFor(chosen[i] as number)) {
      draft.add(chosen[i] as number, week);
      if (set(i + 1)) return true;
      draft.remove(chosen[i] as number);
    }
    return false;
  };
  return set(0);
}

const problems = fc.gen().map((g) => {
  const int = (min: number, max: number) => g(fc.integer, { min, max });
  const late = () => (int(0, 2) === 0 ? { readyInDays: int(0, 30) } : {});
  const ids = (letter: string) => Array.from({ length: int(1, 3) }, (_, i) => `${letter}${i}`);
  const [connectors, targets] = [ids("c"), ids("t")];
  const pairs = connectors.flatMap((connector) => targets.map((target) => ({ connector, target })));
  return numberCampaign(
    targets.map((id) => ({ id, value: 1 })),
    connectors.map((id) => ({ id, capacity: int(1, 3), ...late() })),
    pairs.slice(0, 6).map((pair) => ({
      ...pair,
      probability: 0.5,
      cost: 0,
      ...late(),
      ...(int(0, 3) === 0 ? { seeker: "two" } : {}),
    })),
    {
      ...DEFAULT_CAMPAIGN_LIMITS,
      horizonDays: int(7, 40),
      cooldownDays: int(0, 21),
      targetGapDays: int(0, 21),
      perTarget: int(1, 3),
      asksPerWeek: [Number.POSITIVE_INFINITY, 1, 2, 1.5, 0.5][int(0, 4)] as number,
      asksPerDay: int(0, 2) === 0 ? 1 : Number.POSITIVE_INFINITY,
    },
    int(1, 2),
  );
});

it("finds weeks that keep every limit wherever there are any", () => {
  let found = 0;
  fc.assert(
    fc.property(problems, fc.nat({ max: 63 }), (problem, set) => {
      const chosen = problem.candidates.map((_, i) => i).filter((i) => set & (1 << i));
      const weeks = placeInWeeks(problem, chosen, () => undefined);
      expect(weeks !== undefined).toBe(canBePlaced(problem, chosen));
      if (weeks === undefined) return;
      found++;
      const draft = new CampaignDraft(problem);
      for (const one of [...chosen].sort((a, b) => (weeks.get(a) as number) - (weeks.get(b) as number))) {
        expect([...draft.weeksFor(one)]).toContain(weeks.get(one));
        draft.add(one, weeks.get(one) as number);
      }
    }),
  );
  expect(found).toBeGreaterThan(1);
});

it.each([
  ["a connector asked once too often", { horizonDays: 90, capacity: 4 }, 3, 4],
  ["the same in ten years", { horizonDays: 3660, cooldownDays: 400, capacity: 12 }, 1, 12],
  [
    "more asks than weeks have room for",
    { horizonDays: 77, asksPerWeek: 1, capacity: 12, cooldownDays: 0 },
    4,
    3,
  ],
  [
    "asks about one target too near",
    { horizonDays: 60, perTarget: 12, targetGapDays: 21, cooldownDays: 0 },
    4,
    3,
  ],
] as const)("finds that there are none in some hundred steps: %s", (_, limits, connectors, targets) => {
  const ids = (count: number, letter: string) => Array.from({ length: count }, (_, i) => `${letter}${i}`);
  const [from, to] = [ids(connectors, "c"), ids(targets, "t")];
  const problem = numberCampaign(
    to.map((id) => ({ id, value: 1 })),
    from.map((id) => ({ id })),
    from.flatMap((connector) => to.map((target) => ({ connector, target, probability: 0.5, cost: 0 }))),
    { ...DEFAULT_CAMPAIGN_LIMITS, perTarget: 12, ...limits },
  );
  let steps = 0;
  const chosen = problem.candidates.map((_, i) => i);
  expect(placeInWeeks(problem, chosen, () => void steps++)).toBeUndefined();
  expect(steps).toBeLessThan(500);
});
