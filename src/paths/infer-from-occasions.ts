import { addTo, compareCodeUnits } from "../base/index.js";
import { type Affiliation, NO_OWNER } from "./affiliations.js";
import type { CompiledView } from "./compiled-view.js";
import type { FoundTies } from "./found-ties.js";
import type { InferenceQuery } from "./inference-query.js";
import type { InferenceSpace } from "./inference-space.js";

/**
 * Who was in small meetings or group conversations with the target. An occasion of n people, the target included, counts
 * 1/(n - 1) for each pair of them, as a paper of n authors does (Newman 2001, Phys. Rev. E 64, 016132: whoever shares their
 * time among n - 1 others knows each of them that much less); above `largestOccasion` it counts nothing. With S the sum over
 * the occasions that two people share: odds = 1 - (1 - baseRate) exp(-S / occasionScale), at most the cap. Both numbers are
 * assumptions, made in the form of the acquaintances' (README of `ties`).
 *
 * If the two are not tied after all, the note still comes from somebody who was in the same small round. It is taken as
 * a colleague's, an assumption too (the model's prior `colleague`, 0.08, between cold mail and InMail; README of `ties`).
 * n counts those alone whom the seekers may know to have been there. These are each whose place they may know of. They are also each
 * owner whose records told of one of these or of the target, for they were there too. For being told of as an owner alone, nobody is
 * inferred to know the target.
 */
export function inferFromOccasions(
  view: CompiledView,
  query: InferenceQuery,
  occasions: readonly Affiliation[],
  space: InferenceSpace,
  found: FoundTies,
): void {
  for (const kind of ["meeting", "conversation"] as const) {
    // In the order of codes, so that no sum depends on the order of spells.
    const codes = new Map<string, number[]>();
    for (const { kind: at, organization, owner } of occasions) {
      if (at !== kind) continue;
      const teller = owner === undefined ? undefined : view.compiled.numberOf(owner);
      addTo(codes, organization, teller ?? NO_OWNER);
    }
    const shared = new Map<number, { weight: number; count: number }>();
    for (const [organization, owners] of [...codes].sort(([a], [b]) => compareCodeUnits(a, b))) {
      const { others, present } = whoWasAt(view, query, { kind, organization }, owners);
      for (const node of others) {
        const known = shared.get(node) ?? { weight: 0, count: 0 };
        known.weight += 1 / present.size;
        known.count++;
        shared.set(node, known);
      }
    }
    offerShared(view, query, kind, shared, space, found);
  }
}

/**
 * Those whose place at an occasion beside the target's may be known, and all who were there beside them. Owners count too: those who
 * told of them and, as given, of the target. Nobody where they were too many.
 */
function whoWasAt(
  view: CompiledView,
  query: InferenceQuery,
  occasion: Pick<Affiliation, "kind" | "organization">,
  tellersOfTarget: readonly number[],
): { readonly others: ReadonlySet<number>; readonly present: ReadonlySet<number> } {
  const { target, limits } = query;
  const roster = view.at(occasion);
  const others = new Set<number>();
  const present = new Set(tellersOfTarget);
  for (let i = 0; i < roster.nodes.length; i++) {
    const node = roster.nodes[i]!;
    if (node === target || !view.counts(node)) continue;
    others.add(node);
    present.add(node).add(roster.owners[i]!);
    // Enough, even with the target and nobody in particular among them.
    if (present.size - 1 > limits.largestOccasion) break;
  }
  present.delete(target);
  present.delete(NO_OWNER);
  if (present.size + 1 > limits.largestOccasion) others.clear();
  return { others, present };
}

function offerShared(
  { scorer }: CompiledView,
  { limits }: InferenceQuery,
  kind: "meeting" | "conversation",
  shared: ReadonlyMap<number, { readonly weight: number; readonly count: number }>,
  { marks }: InferenceSpace,
  found: FoundTies,
): void {
  const { inference, priors } = scorer.model;
  const bases: number[] = [];
  for (const [node, { weight, count }] of shared) {
    // A seeker knows whom they met.
    if (marks[node] !== 0) continue;
    const odds = 1 - (1 - inference.baseRate) * Math.exp(-weight / limits.occasionScale);
    bases[count] ??= found.addBasis({
      ground: `same-${kind}`,
      consentIfNot: priors.colleague,
      evidence: { contexts: [`${kind}:${count}`] },
    });
    found.offer(node, Math.min(inference.cap, odds), bases[count]);
  }
}
