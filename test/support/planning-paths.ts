import fc from "fast-check";
import type { IntroductionPath, Leg } from "../../src/paths/index.js";

/** A leg with this consent; `tie` < 1 makes it an inferred one, whose tie exists with that probability. */
export function leg(asker: string, asked: string, consent: number, consentIfTied = consent): Leg {
  return {
    asker,
    asked,
    consent,
    interval: [0, 1],
    strength: 0.5,
    state: "unknown",
    factors: [],
    evidence: {},
    inferred: consentIfTied !== consent,
    why: "",
    ...(consentIfTied === consent ? {} : { tieProbability: 0.5 }),
    consentIfTied,
  };
}

/** A leg over a tie that exists with probability `odds`; else its asker writes as a stranger, if willing. */
export function guess(
  asker: string,
  asked: string,
  { odds, consentIfTied, consentIfNot = 0.08, willing = 0.25 }: GuessedTie,
): Leg {
  const consent = odds * consentIfTied + (1 - odds) * willing * consentIfNot;
  return {
    ...leg(asker, asked, consent, consentIfTied),
    inferred: true,
    tieProbability: odds,
    consentIfNot,
    willing,
  };
}

interface GuessedTie {
  readonly odds: number;
  readonly consentIfTied: number;
  readonly consentIfNot?: number;
  readonly willing?: number;
}

/** A path of these legs. */
export function path(...legs: readonly Leg[]): IntroductionPath {
  return {
    people: [legs[0]!.asker, ...legs.map((one) => one.asked)],
    legs,
    probability: legs.reduce((product, one) => product * one.consent, 1),
    interval: [0, 1],
    weakestLeg: 0,
    whatWouldHelp: "",
  };
}

/** Paths from `me` (and `you`) to `bob` over a few people; a leg has the same consent in all its paths. */
export function pathCases(
  options: { seekers?: number; direct?: boolean } = {},
): fc.Arbitrary<IntroductionPath[]> {
  return fc.gen().map((g) => {
    const int = (min: number, max: number) => g(fc.integer, { min, max });
    const seekers = ["me", "you"].slice(0, options.seekers ?? 1);
    const people = ["ann", "cai", "dov", "eva"].slice(0, int(1, 4));
    const legs = new Map<string, Leg>();
    const legOf = (asker: string, asked: string): Leg => {
      const key = `${asker} ${asked}`;
      let known = legs.get(key);
      if (known === undefined) {
        const consent = int(1, 20) / 20;
        const kind = asked === "bob" ? int(0, 3) : 3;
        const odds = int(0, 4) / 4;
        const [consentIfNot, willing] = [(consent * int(0, 4)) / 4, int(0, 4) / 4];
        if (kind === 0) known = leg(asker, asked, consent / 3, consent);
        else if (kind === 1)
          known = guess(asker, asked, { odds, consentIfTied: consent, consentIfNot, willing });
        else known = leg(asker, asked, consent);
        legs.set(key, known);
      }
      return known;
    };
    const paths = new Map<string, IntroductionPath>();
    for (let i = int(1, 6); i > 0; i--) {
      const chain = [seekers[int(0, seekers.length - 1)]!];
      for (let hops = int(options.direct ? 0 : 1, 2); hops > 0; hops--) {
        const next = people[int(0, people.length - 1)]!;
        if (!chain.includes(next)) chain.push(next);
      }
      chain.push("bob");
      paths.set(chain.join(), path(...chain.slice(1).map((asked, at) => legOf(chain[at]!, asked))));
    }
    return [...paths.values()];
  });
}
