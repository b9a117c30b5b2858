import { checkShape, unfit, WarmpathError } from "../base/index.js";
import { maskId } from "../paths/index.js";
import { checkAsk } from "./draft-planned.js";
import type { PlanAsk } from "./introduction-plan.js";
import type { PlannerState } from "./planner-state.js";

/** The secret under which the people of a masked plan are hidden. */
export interface RevealOptions {
  readonly maskKey: string;
}

/** A tie that may be named from now on. */
export interface RevealedTie {
  readonly between: readonly [string, string];
  /** Ids of those who told of it and kept it back. */
  readonly owners: readonly string[];
}

/**
 * Opens the masked ties behind a request, for the keeper of the records, once those who told of them have agreed. Their wish becomes
 * `shared`, for every file that is read later too. What a third one's file says of people stays masked.
 * @throws WarmpathError `INVALID_ASK`, `INVALID_ARGUMENT` for a key that is too short, `UNKNOWN_PERSON` under another key.
 */
export function revealTies(
  { network }: PlannerState,
  ask: PlanAsk | undefined,
  { maskKey }: RevealOptions,
): readonly RevealedTie[] {
  const { seeker, legs } = checkAsk(ask);
  checkShape(legs, [{ asker: "text", asked: "text" }], "ask.legs");
  const view = network.seenBy(seeker, { maskKey });
  if (!view.masks) throw unfit("maskKey", "given");
  const behind = new Map(network.people().map(({ id }) => [maskId(id, maskKey), id]));
  const idOf = (id: string): string => behind.get(id) ?? id;
  const ties = legs
    .filter(({ inferred }) => !inferred)
    .map(({ asker, asked }): readonly [string, string] => [idOf(asker), idOf(asked)]);
  if (ties.flat().some((id) => !network.has(id)))
    throw new WarmpathError("UNKNOWN_PERSON", "nobody stands behind an id of the ask under this key");
  return ties
    .filter(([a, b]) => !view.plain.mayUse(a, b))
    .map((between) => {
      const told = view.tie(...between)?.sightings ?? [];
      const owners = told.filter(({ visibility }) => visibility !== "shared").map(({ owner }) => owner);
      for (const owner of owners) network.setVisibility(owner, between, "shared");
      return { between, owners };
    });
}
