import { EVERYBODY } from "./affiliations.js";
import type { CompiledNetwork } from "./compiled-network.js";
import { type InferenceLimits, limitsOf } from "./inference-limits.js";
import type { PathRequest } from "./path-request.js";

/** The part of a request on which inference depends. */
export type InferenceRequest = Pick<
  PathRequest,
  "seekers" | "target" | "headcount" | "inferTies" | "inference"
>;

/** A request in node numbers. */
export interface InferenceQuery {
  readonly request: InferenceRequest;
  /** Node number of the target; the stranger's where the network does not hold him. */
  readonly target: number;
  /** Those with a tie to the target that the seekers may see. */
  readonly tied: ReadonlySet<number>;
  readonly seekers: ReadonlySet<number>;
  /** Seekers and those whom they alone know: hidden to others, not to them. */
  readonly own: ReadonlySet<number>;
  readonly limits: InferenceLimits;
}

/** True where the seekers may know of what `teller` told. */
export function maySee({ seekers }: Pick<InferenceQuery, "seekers">, teller: number): boolean {
  return teller === EVERYBODY || seekers.has(teller);
}

/** Reads a request. @throws WarmpathError `INVALID_ARGUMENT` for a limit that is none. */
export function inferenceQuery(compiled: CompiledNetwork, request: InferenceRequest): InferenceQuery {
  const { network } = compiled;
  const numbersOf = (ids: readonly string[]): number[] => ids.map((id) => compiled.numberOf(id) as number);
  const target = compiled.numberOf(request.target.id) ?? compiled.strangerNumber;
  const tied = new Set<number>(target === compiled.strangerNumber ? [] : compiled.circles.of(target));
  const seekers = new Set(numbersOf(request.seekers));
  const own = new Set(seekers);
  for (const seeker of seekers) {
    for (const other of compiled.hiddenContactsOf(seeker)) own.add(other);
    if (network.tie(compiled.ids[seeker] as string, request.target.id) !== undefined) tied.add(seeker);
  }
  return { request, target, tied, seekers, own, limits: limitsOf(request.inference) };
}
