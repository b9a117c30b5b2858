import type { CampaignInput, CampaignLimits } from "../../src/planning/index.js";

type Limits = CampaignLimits;
type Chosen = { readonly candidate: number; readonly day: number }[];

/** Worth of the targets reached less all costs, straight from the definition: each shared consent by cases. */
export function campaignValue(input: CampaignInput, chosen: readonly number[]): number {
  let value = 0;
  for (const target of input.targets) {
    const mine = chosen.map((i) => input.candidates[i]!).filter((one) => one.target === target.id);
    const vias = [...new Set(mine.flatMap((one) => (one.via ? [one.via.id] : [])))];
    let reached = 0;
    for (const warm of [false, true])
      for (let mask = 0; mask < 2 ** vias.length; mask++) {
        let chance = warm ? (target.cold ?? 0) : 1 - (target.cold ?? 0);
        const open = new Set(vias.filter((_, i) => mask & (1 << i)));
        for (const via of vias) {
          const { probability, ifCold = probability } = mine.find((one) => one.via?.id === via)!.via!;
          const p = warm ? ifCold : probability;
          chance *= open.has(via) ? p : 1 - p;
        }
        let fail = 1;
        for (const one of mine) {
          const own = warm ? (one.ifCold ?? one.probability) : one.probability;
          if (!one.via || open.has(one.via.id)) fail *= 1 - own;
        }
        reached += chance * (1 - fail);
      }
    const { value: worth, consent = 1, cost = 0 } = target;
    value += Math.max(0, worth * consent - cost) * reached - mine.reduce((sum, one) => sum + one.cost, 0);
  }
  return value;
}

/** What a set of asks with days (counted from the start) breaks: nothing, or the name of a limit. */
export function broken(input: CampaignInput, limits: Limits, chosen: Chosen): string | undefined {
  const weeks = Math.max(1, Math.floor(limits.horizonDays / 7));
  const of = (i: number) => input.candidates[i]!;
  const last = Number.isFinite(limits.asksPerDay) ? limits.horizonDays : weeks * 7;
  if (chosen.some(({ day }) => day < 0 || day >= last)) return "horizon";
  for (const { candidate, day } of chosen) {
    const { seeker } = of(candidate);
    const same = chosen.filter((one) => one.day === day && of(one.candidate).seeker === seeker);
    if (same.length > limits.asksPerDay) return "day";
  }
  if (chosen.reduce((sum, { candidate }) => sum + of(candidate).cost, 0) > limits.budget + 1e-9)
    return "budget";
  for (const { id, capacity = limits.capacity, readyInDays = 0 } of input.connectors) {
    const mine = chosen.filter(({ candidate }) => of(candidate).connector === id);
    if (mine.length > capacity) return "capacity";
    if (mine.some(({ day }) => day < readyInDays)) return "readiness";
    if (tooClose(mine, limits.cooldownDays)) return "cooldown";
    if (new Set(mine.map(({ candidate }) => of(candidate).seeker)).size > 1) return "asked by two";
    if (mine.some(({ candidate, day }) => day < (of(candidate).readyInDays ?? 0)))
      return "readiness of the ask";
  }
  for (const { id } of input.targets) {
    const mine = chosen.filter(({ candidate }) => of(candidate).target === id);
    if (mine.length > limits.perTarget) return "per target";
    if (tooClose(mine, limits.targetGapDays)) return "collision";
    if (new Set(mine.map(({ candidate }) => of(candidate).seeker)).size > 1) return "sought by two";
  }
  for (let week = 0; week <= weeks; week++) {
    if (chosen.filter(({ day }) => Math.floor(day / 7) === week).length > limits.asksPerWeek) return "week";
  }
  return undefined;
}

/** Oracle: the best campaign over every set of asks and every choice of weeks. */
export function campaignBest(input: CampaignInput, limits: Limits): number {
  const weeks = Math.max(1, Math.floor(limits.horizonDays / 7));
  let best = 0;
  const grow = (from: number, chosen: Chosen): void => {
    if (chosen.length > 0) {
      if (broken(input, limits, chosen) !== undefined) return;
      best = Math.max(
        best,
        campaignValue(
          input,
          chosen.map(({ candidate }) => candidate),
        ),
      );
    }
    for (let candidate = from; candidate < input.candidates.length; candidate++) {
      for (let week = 0; week < weeks; week++) grow(candidate + 1, [...chosen, { candidate, day: 7 * week }]);
    }
  };
  grow(0, []);
  return best;
}

function tooClose(asks: Chosen, apart: number): boolean {
  return asks.some((a, i) => asks.some((b, j) => i < j && Math.abs(a.day - b.day) < apart));
}
