import { checkShape, madeOf } from "../base/index.js";
import { type TraitsReader, traitsOf, traitsReader } from "./human-traits.js";
import type { Person } from "./person.js";
import { LEAST_SCORE, proposeReviews } from "./propose-reviews.js";
import type { IdentityDecision } from "./resolve-people.js";

/**
 * Pairs of a few people who may be one human, by the rule of reviews. Those of whom the caller said that they are two are left out.
 * @param read Reads what the records say. For several lists one reader serves all.
 */
export function likelyPairs(
  people: readonly Person[],
  decisions: readonly IdentityDecision[] = [],
  read: TraitsReader = traitsReader(),
): readonly { readonly a: string; readonly b: string }[] {
  return madeOf("people", () => {
    checkShape(people, [{ id: "text" }], "people");
    checkShape(read, "function", "read");
    checkShape(decisions, [{ a: "text", b: "text" }], "decisions");
    if (people.length < 2) return [];
    const isTwo = ({ a, b }: { readonly a: string; readonly b: string }) =>
      decisions.some((one) => !one.same && ((one.a === a && one.b === b) || (one.a === b && one.b === a)));
    const humans = traitsOf(
      people.map(({ id }) => id),
      read(people),
    );
    return proposeReviews(humans, LEAST_SCORE).filter((pair) => !isTwo(pair));
  });
}
