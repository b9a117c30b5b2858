import { compareTitles, titleOfCode } from "../people/index.js";
import type { Roll, Stay } from "./affiliations.js";
import type { PlaceSize } from "./colleague-odds.js";
import type { CompiledView } from "./compiled-view.js";
import type { FoundTies } from "./found-ties.js";
import type { InferenceQuery } from "./inference-query.js";
import { type InferenceSpace, OUT } from "./inference-space.js";

/**
 * Who was at one of the target's companies or schools in their time (README of `ties`). The odds depend on the place's size and on
 * what two titles share, so everybody of a kind has the same. O(stays there), no object for any of them.
 */
export function inferFromStay(
  view: CompiledView,
  query: InferenceQuery,
  stay: Stay,
  space: InferenceSpace,
  found: FoundTies,
): void {
  const { compiled } = view;
  const roll = view.at(stay);
  if (roll === undefined) return;
  const { marks, met, areThere } = space;
  const seen = meet(view, query, stay, roll, space);
  const isWork = stay.kind === "work";
  const codes = view.titleCodes;
  const sought = compiled.titleOf(query.request.target.title);
  const kinds = new Map<number, { readonly odds: number; readonly basis: number }>();
  for (let i = 0; i < seen; i++) {
    const node = met[i]!;
    const there = isWork ? areThere[i]! : 0;
    const mark = marks[node]!;
    // A seeker knows whom they knew; a colleague of today they can still write to as one.
    if (mark !== 0 && ((mark & OUT) !== 0 || there === 0)) continue;
    const code = isWork ? codes[node]! : 0;
    const key = code * 2 + there;
    let kind = kinds.get(key);
    if (kind === undefined) {
      const pair = isWork ? compareTitles(titleOfCode(code), sought) : {};
      kind = {
        odds: compiled.colleagueOdds.of({ ...sizeOf(view, query, stay, seen), ...pair }),
        basis: addBasis(view, stay, there === 1, found),
      };
      kinds.set(key, kind);
    }
    found.offer(node, kind.odds, kind.basis);
  }
}

/**
 * Lists everybody whom the target could have met there, as far as the seekers may know, in the order of node numbers, and
 * returns how many.
 */
function meet(
  view: CompiledView,
  query: InferenceQuery,
  stay: Stay,
  { nodes, from, to }: Roll,
  { met, areThere }: InferenceSpace,
): number {
  const { target, limits } = query;
  const { leastSharedDays } = limits;
  // Today of those who still are there, and no day of anybody where the target is not.
  const today = stay.now ? view.compiled.day : Number.NaN;
  let count = 0;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const there = to[i] === today;
    const common = Math.min(stay.to, to[i]!) - Math.max(stay.from, from[i]!) + 1;
    if (!(there || common >= leastSharedDays) || node === target) continue;
    if (!view.counts(node)) continue;
    if (count === 0 || met[count - 1] !== node) {
      met[count] = node;
      areThere[count++] = there ? 1 : 0;
    } else if (there) areThere[count - 1] = 1;
  }
  return count;
}

function addBasis({ scorer }: CompiledView, stay: Stay, areThere: boolean, found: FoundTies): number {
  const { priors } = scorer.model;
  const isWork = stay.kind === "work";
  return found.addBasis({
    ground: !isWork ? "same-school" : areThere ? "same-company" : "worked-together",
    consentIfNot: areThere ? priors.colleague : priors.coldMail,
    evidence: { contexts: [`${isWork && !areThere ? "worked" : stay.kind}:${stay.organization}`] },
  });
}

/** How many people were there: as told, for where the target works now; else the prior, and at least those seen. */
function sizeOf(
  view: CompiledView,
  { request, limits }: InferenceQuery,
  stay: Stay,
  seen: number,
): PlaceSize {
  const { target, headcount } = request;
  if (stay.kind === "school") return { headcount: Math.max(limits.yearGroup, seen) };
  const isPresent = view
    .staysOf({ id: target.id, company: target.company ?? "" })
    .some(({ organization }) => organization === stay.organization);
  return headcount !== undefined && isPresent ? { headcount } : { colleaguesSeen: seen };
}
