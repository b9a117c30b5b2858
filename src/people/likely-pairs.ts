import { checkShape } from "../base/index.js";
import type { CompanyAliases } from "./company-aliases.js";
import { traitsOf, traitsOfRecords } from "./human-traits.js";
import type { Person } from "./person.js";
import { proposeReviews } from "./propose-reviews.js";
import type { IdentityDecision } from "./resolve-people.js";

/** Pairs of a few people who may be one human, by the rule of reviews. Those of whom the caller said that they are two are left out. */
export function likelyPairs(
  people: readonly Person[],
  decisions: readonly IdentityDecision[] = [],
  aliases?: CompanyAliases,
): readonly { readonly a: string; readonly b: string }[] {
  checkShape(people, [{ id: "text" }], "people");
  checkShape(decisions, [{ a: "text", b: "text" }], "decisions");
  if (people.length < 2) return [];
  const isTwo = ({ a, b }: { readonly a: string; readonly b: string }) =>
    decisions.some((one) => !one.same && ((one.a === a && one.b === b) || (one.a === b && one.b === a)));
  const humans = traitsOf(
    people.map(({ id }) => id),
    traitsOfRecords(people, aliases),
  );
  return proposeReviews(humans, LEAST).filter((pair) => !isTwo(pair));
}

/** The score from which `resolvePeople` asks. */
const LEAST = 0.5;
