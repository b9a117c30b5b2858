import { checkShape, madeOf } from "../base/index.js";
import type { TargetQuery } from "./parse-target-query.js";
import type { Person } from "./person.js";
import { type FindOptions, TargetIndex, type TargetMatch } from "./target-index.js";

/** One query over people who are not indexed; for several queries build a {@link TargetIndex}. */
export function findTargets(
  people: readonly Person[],
  query: string | TargetQuery,
  options: FindOptions = {},
): TargetMatch[] {
  return madeOf("people", () => {
    checkShape(people, [{ id: "text" }], "people");
    checkShape(options, "object", "options");
    return new TargetIndex(people).find(query, options);
  });
}
