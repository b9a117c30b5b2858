import type { LearnedProfile } from "./learn-profile.js";

/** What a prior is in doubt by: its standard deviation in log-odds, by the kind of ask. */
export type PriorDoubts = Readonly<Record<"first" | "relay" | "last" | "knows" | "cold", number>>;

/**
 * What learning left of that doubt, as a share of it. Let a rate give its prior the weight M. After n answers it keeps M/(M + n)
 * of the prior's own error and adds the luck of the answers. After few answers that is more than before: they were luck.
 */
export function learnedDoubt({ rates }: Pick<LearnedProfile, "rates">, doubts: PriorDoubts): PriorDoubts {
  const left = (kind: keyof PriorDoubts): number => {
    const rate = rates.find(({ level, key }) => level === "kind" && key === kind);
    const doubt = doubts[kind];
    if (rate === undefined || doubt === 0) return 1;
    const { priorStrength: weight, trials, prior } = rate;
    const luck = trials / (prior * (1 - prior) * doubt ** 2);
    return Math.sqrt(weight ** 2 + luck) / (weight + trials);
  };
  return {
    first: left("first"),
    relay: left("relay"),
    last: left("last"),
    knows: left("knows"),
    cold: left("cold"),
  };
}
