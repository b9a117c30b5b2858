import type { Person } from "../people/index.js";
import type { CompiledView } from "./compiled-view.js";
import type { AskContext, PathRequest } from "./path-request.js";
import type { LastLegOf } from "./score-leg.js";

/** What the caller knows of a seeker's asking the target themselves, whom then nobody introduces. */
export function targetContext(
  request: PathRequest,
  asker: string,
): (AskContext & { readonly isDirect: true }) | undefined {
  return request.seekers.includes(asker)
    ? { ...request.askContext?.(asker, request.target.id), isDirect: true }
    : undefined;
}

/** What is known of the target that bears on their own yes. */
export function lastLeg(
  { compiled }: Pick<CompiledView, "compiled">,
  { target, headcount }: { readonly target: Pick<Person, "title">; readonly headcount?: number | undefined },
): LastLegOf {
  const { rank } = compiled.titleOf(target.title);
  return {
    role: "last",
    ...(rank === "chief" || rank === "founder" ? { targetChief: true } : {}),
    ...(headcount === undefined ? {} : { targetHeadcount: headcount }),
  };
}
