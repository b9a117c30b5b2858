import type { CompiledView } from "./compiled-view.js";
import { type InferenceLimits, limitsOf } from "./inference-limits.js";
import { type InferenceSpace, OUT, SEEKER } from "./inference-space.js";
import type { PathRequest } from "./path-request.js";

/** The part of a request on which inference depends. */
export type InferenceRequest = Pick<
  PathRequest,
  "seekers" | "target" | "headcount" | "inferTies" | "inference" | "maskedTies"
>;

/** A request in node numbers. */
export interface InferenceQuery {
  readonly request: InferenceRequest;
  /** Node number of the target; the stranger's where the network does not hold them. */
  readonly target: number;
  readonly seekers: ReadonlySet<number>;
  readonly limits: InferenceLimits;
}

/** Reads a request. @throws WarmpathError `INVALID_ARGUMENT` for a limit that is none. */
export function inferenceQuery({ compiled }: CompiledView, request: InferenceRequest): InferenceQuery {
  const limits = limitsOf(request.inference);
  const seekers = new Set(request.seekers.map((id) => compiled.numberOf(id) as number));
  const target = compiled.numberOf(request.target.id) ?? compiled.strangerNumber;
  return { request, target, seekers, limits };
}

/** Marks those whom a query infers nothing for; `on` false takes the marks away again. */
export function markQuery(
  view: CompiledView,
  { target, seekers }: InferenceQuery,
  { marks }: InferenceSpace,
  on: boolean,
): void {
  for (const node of seekers) marks[node] = on ? SEEKER : 0;
  const out = (node: number): void => {
    marks[node] = on ? marks[node]! | OUT : 0;
  };
  if (target !== view.compiled.strangerNumber) view.forEachTieOf(target, out);
  out(target);
}
