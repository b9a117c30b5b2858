import type { Visibility } from "../people/index.js";
import { EVERYBODY } from "./affiliations.js";
import type { CompiledNetwork } from "./compiled-network.js";
import { type InferenceLimits, limitsOf } from "./inference-limits.js";
import { type InferenceSpace, OUT, SEEKER } from "./inference-space.js";
import { isMaskedFor } from "./mask-path.js";
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
  /** True for one whom the seekers may not count: hidden from others, and not theirs. */
  readonly isHidden: (node: number) => boolean;
  readonly limits: InferenceLimits;
}

/** True where the seekers may know of what `teller` told. */
export function maySee({ seekers }: Pick<InferenceQuery, "seekers">, teller: number): boolean {
  return teller === EVERYBODY || seekers.has(teller);
}

/** Reads a request. @throws WarmpathError `INVALID_ARGUMENT` for a limit that is none. */
export function inferenceQuery(compiled: CompiledNetwork, request: InferenceRequest): InferenceQuery {
  const limits = limitsOf(request.inference);
  const seekers = new Set(request.seekers.map((id) => compiled.numberOf(id) as number));
  const own = new Set(seekers);
  const { maskedTies = true } = request;
  for (const seeker of seekers) {
    const others = maskedTies ? compiled.hiddenContactsOf(seeker) : compiled.unseen.ownOf(seeker);
    for (const other of others) own.add(other);
  }
  const isHidden = (node: number): boolean =>
    (maskedTies ? compiled.isHidden(node) : compiled.unseen.has(node)) && !own.has(node);
  const target = compiled.numberOf(request.target.id) ?? compiled.strangerNumber;
  return { request, target, seekers, isHidden, limits };
}

/** True where the seekers may use a tie of the target's with somebody who is none of them. */
export function mayUse(
  { network, ids }: CompiledNetwork,
  { maskedTies, seekers }: Pick<InferenceRequest, "maskedTies" | "seekers">,
  tie: { readonly from: number; readonly to: number; readonly visibility: Visibility },
): boolean {
  if (tie.visibility !== "masked" || maskedTies !== false) return tie.visibility !== "private";
  return !isMaskedFor(network, ids[tie.from] as string, ids[tie.to] as string, seekers);
}

/** Marks those whom a query infers nothing for; `on` false takes the marks away again. */
export function markQuery(
  compiled: CompiledNetwork,
  { request, target, seekers }: InferenceQuery,
  { marks }: InferenceSpace,
  on: boolean,
): void {
  const { network, ids, strangerNumber } = compiled;
  if (target !== strangerNumber) {
    compiled.forEachTieOf(target, (node, visibility) => {
      if (mayUse(compiled, request, { from: node, to: target, visibility })) marks[node] = on ? OUT : 0;
    });
  }
  marks[target] = on ? OUT : 0;
  for (const node of seekers) {
    const isTied = network.tie(ids[node] as string, request.target.id) !== undefined;
    marks[node] = on ? SEEKER | (isTied || node === target ? OUT : 0) : 0;
  }
}
