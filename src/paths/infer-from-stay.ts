import type { Roll, Stay } from "./affiliations.js";
import type { PlaceSize } from "./colleague-odds.js";
import type { CompiledNetwork } from "./compiled-network.js";
import type { FoundTies } from "./found-ties.js";
import { type InferenceQuery, maySee } from "./inference-query.js";
import { likenessOfCodes } from "./title-likeness.js";

/**
 * Who was at one of the target's companies or schools in his time (models.md 2.3b). The odds depend on the place's size and on
 * what two titles share, so everybody of a kind has the same; O(stays there), no object for any of them.
 */
export function inferFromStay(
  compiled: CompiledNetwork,
  query: InferenceQuery,
  stay: Stay,
  found: FoundTies,
): void {
  const roll = compiled.affiliations.at(stay);
  if (roll === undefined) return;
  const { tied, seekers, request } = query;
  const { priors } = compiled.scorer.model;
  const met = metAt(compiled, query, stay, roll);
  const size = sizeOf(compiled, query, stay, met.nodes.length);
  const isWork = stay.kind === "work";
  const code = isWork ? compiled.titleCodeOf(request.target.title) : 0;
  const kinds = new Map<number, { readonly odds: number; readonly basis: number }>();
  for (let i = 0; i < met.nodes.length; i++) {
    const node = met.nodes[i]!;
    const areThere = met.areThere[i]!;
    // A seeker knows whom he knew; a colleague of today he can still write to as one.
    if (tied.has(node) || (seekers.has(node) && !(isWork && areThere))) continue;
    const likeness = likenessOfCodes(code, compiled.titleCode(node));
    const key = (areThere ? 4 : 0) + likeness;
    let kind = kinds.get(key);
    if (kind === undefined) {
      const ground = !isWork ? "same-school" : areThere ? "same-company" : "worked-together";
      kind = {
        odds: compiled.colleagueOdds.of(size, likeness),
        basis: found.addBasis({
          ground,
          consentIfNot: ground === "same-company" ? priors.colleague : priors.coldMail,
          context: `${isWork && !areThere ? "worked" : stay.kind}:${stay.organization}`,
        }),
      };
      kinds.set(key, kind);
    }
    found.offer(node, kind.odds, kind.basis);
  }
}

interface Met {
  readonly nodes: readonly number[];
  /** Whether the two are there today, for each of `nodes`. */
  readonly areThere: readonly boolean[];
}

/** Everybody whom the target could have met there, as far as the seekers may know, in the order of node numbers. */
function metAt(compiled: CompiledNetwork, query: InferenceQuery, stay: Stay, roll: Roll): Met {
  const { target, own, limits } = query;
  const { nodes, from, to, tellers } = roll;
  const met: number[] = [];
  const areThere: boolean[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const there = stay.now && to[i] === compiled.day;
    const common = Math.min(stay.to, to[i]!) - Math.max(stay.from, from[i]!);
    if (!(there || common >= limits.leastSharedDays) || node === target) continue;
    if (!maySee(query, tellers[i]!) || (compiled.isHidden(node) && !own.has(node))) continue;
    const last = met.length - 1;
    if (met[last] !== node) {
      met.push(node);
      areThere.push(there);
    } else if (there) areThere[last] = true;
  }
  return { nodes: met, areThere };
}

/** How many people were there: as told, for where the target works now; else the prior, and at least those seen. */
function sizeOf(
  { affiliations }: CompiledNetwork,
  { request, limits }: InferenceQuery,
  stay: Stay,
  seen: number,
): PlaceSize {
  const { target, headcount } = request;
  if (stay.kind === "school") return { headcount: Math.max(limits.yearGroup, seen) };
  const isPresent = affiliations
    .staysOf({ id: target.id, company: target.company ?? "" })
    .some(({ organization }) => organization === stay.organization);
  return headcount !== undefined && isPresent ? { headcount } : { colleaguesSeen: seen };
}
