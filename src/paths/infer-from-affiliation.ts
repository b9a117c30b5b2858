import { titleCode } from "../people/index.js";
import type { Affiliation, Roster } from "./affiliations.js";
import type { PlaceSize } from "./colleague-odds.js";
import type { CompiledView } from "./compiled-view.js";
import type { FoundTies } from "./found-ties.js";
import type { GuessBar, GuessRange } from "./guess-bar.js";
import type { InferenceQuery } from "./inference-query.js";
import { type InferenceSpace, OUT } from "./inference-space.js";

/**
 * Who was at one of the target's companies or schools in their time (README of `ties`). The odds depend on the place's size and on
 * what two titles share, so everybody of a kind has the same. O(affiliations there), no object for any of them.
 */
export function inferFromAffiliation(
  view: CompiledView,
  query: InferenceQuery,
  affiliation: Affiliation,
  { space, found, bar }: InferenceInto,
): void {
  const { compiled } = view;
  const roster = view.at(affiliation);
  const { marks, met, areThere, titles } = space;
  const seen = meet(view, query, affiliation, roster, space);
  const isWork = affiliation.kind === "work";
  const sought = titleCode(compiled.titleOf(query.request.target.title));
  const size = sizeOf(view, query, affiliation, seen);
  const odds = compiled.colleagueOdds;
  const kinds = new Map<number, GuessKind>();
  for (let i = 0; i < seen; i++) {
    const node = met[i]!;
    const there = isWork ? areThere[i]! : 0;
    const mark = marks[node]!;
    // A seeker knows whom they knew; a colleague of today they can still write to as one.
    if (mark !== 0 && ((mark & OUT) !== 0 || there === 0)) continue;
    const code = isWork ? titles[i]! : 0;
    const key = code * 2 + there;
    let kind = kinds.get(key);
    if (kind === undefined) {
      const chance = isWork ? odds.ofTitles(code, sought, size) : odds.of(size);
      const basis = addBasis(view, affiliation, there === 1, found);
      kind = { odds: chance, basis, range: bar?.rangeOf(chance) };
      kinds.set(key, kind);
    }
    const { range } = kind;
    if (bar === undefined || range === undefined || bar.admits(node, range, !found.has(node)))
      found.offer(node, kind.odds, kind.basis);
  }
}

/** Where guesses go: only those that a bar, if there is one, lets in. */
export interface InferenceInto {
  readonly space: InferenceSpace;
  readonly found: FoundTies;
  readonly bar: GuessBar | undefined;
}

interface GuessKind {
  readonly odds: number;
  readonly basis: number;
  readonly range: GuessRange | undefined;
}

/**
 * Lists everybody whom the target could have met there, as far as the seekers may know, in the order of node numbers.
 * Returns how many.
 */
function meet(
  view: CompiledView,
  query: InferenceQuery,
  affiliation: Affiliation,
  { nodes, from, to, titles: codes }: Roster,
  { met, areThere, titles }: InferenceSpace,
): number {
  const { target, limits } = query;
  const { leastSharedDays } = limits;
  // Today of those who still are there, and no day of anybody where the target is not.
  const today = affiliation.now ? view.compiled.day : Number.NaN;
  let count = 0;
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!;
    const there = to[i] === today;
    const common = Math.min(affiliation.to, to[i]!) - Math.max(affiliation.from, from[i]!) + 1;
    if (!(there || common >= leastSharedDays) || node === target) continue;
    if (!view.counts(node)) continue;
    if (count === 0 || met[count - 1] !== node) {
      met[count] = node;
      titles[count] = codes[i]!;
      areThere[count++] = there ? 1 : 0;
    } else if (there) areThere[count - 1] = 1;
  }
  return count;
}

function addBasis(
  { scorer }: CompiledView,
  affiliation: Affiliation,
  areThere: boolean,
  found: FoundTies,
): number {
  const { priors } = scorer.model;
  const isWork = affiliation.kind === "work";
  return found.addBasis({
    ground: !isWork ? "same-school" : areThere ? "same-company" : "worked-together",
    consentIfNot: areThere ? priors.colleague : priors.coldMail,
    evidence: {
      contexts: [`${isWork && !areThere ? "worked" : affiliation.kind}:${affiliation.organization}`],
    },
  });
}

/** How many people were there: as told, for where the target works now; else the prior, and at least those seen. */
function sizeOf(
  view: CompiledView,
  { request, limits }: InferenceQuery,
  affiliation: Affiliation,
  seen: number,
): PlaceSize {
  const { target, headcount } = request;
  if (affiliation.kind === "school") return { headcount: Math.max(limits.yearGroup, seen) };
  const isPresent = view
    .affiliationsOf({ id: target.id, company: target.company ?? "" })
    .some(({ organization }) => organization === affiliation.organization);
  return headcount !== undefined && isPresent ? { headcount } : { colleaguesSeen: seen };
}
