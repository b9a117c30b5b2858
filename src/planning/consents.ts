import { checkShape, soundOf } from "../base/index.js";
import type { IntroductionPath, Leg } from "../paths/index.js";

/** Name of a leg among the legs of a plan: two paths through the same leg share its consent. */
export function legKey(leg: Pick<Leg, "asker" | "asked">): string {
  checkShape(leg, { asker: "text", asked: "text" }, "leg");
  const { asker, asked } = leg;
  return JSON.stringify([asker, asked]);
}

/** The different legs of some paths, by {@link legKey}, in the order of the paths. */
export function legsOf(paths: readonly IntroductionPath[]): ReadonlyMap<string, Leg> {
  checkShape(paths, [{ legs: [{ asker: "text", asked: "text" }] }], "paths");
  return new Map(paths.flatMap(({ legs }) => legs.map((leg) => [legKey(leg), leg] as const)));
}

/**
 * The same paths with other consents on some legs, `consentOf` giving the new one or `undefined`. On a seen tie the consent
 * given the tie moves with it; on an inferred one only the odds of the tie do.
 */
export function withConsents(
  paths: readonly IntroductionPath[],
  consentOf: (key: string) => number | undefined,
): readonly IntroductionPath[] {
  return soundOf(
    "paths",
    () => {
      checkShape(paths, [{ people: ["text"], legs: ["object"], probability: "finite" }], "paths");
      checkShape(consentOf, "function", "consentOf");
      return paths.map((path) => {
        const legs = path.legs.map((leg): Leg => {
          const consent = consentOf(legKey(leg)) ?? leg.consent;
          return {
            ...leg,
            consent,
            consentIfTied: leg.inferred ? Math.max(leg.consentIfTied, consent) : consent,
          };
        });
        return { ...path, legs, probability: legs.reduce((product, leg) => product * leg.consent, 1) };
      });
    },
    4,
  );
}
