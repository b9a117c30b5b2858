import type { Person, TieEvidence } from "../people/index.js";
import { foldCompany } from "../people/index.js";
import { colleagueTie } from "../ties/index.js";
import type { CompiledNetwork } from "./compiled-network.js";
import { titleLikeness } from "./title-likeness.js";

/** A tie that nobody has seen: `from` works where the target does. */
export interface InferredTie {
  readonly from: string;
  /** Probability that the two are tied (models.md 2.3b). */
  readonly tieProbability: number;
  /** The shared setting, as evidence that is shown as what it is. */
  readonly evidence: TieEvidence;
}

/**
 * Ties inferred to a target from those who work at his company now and are not seen to know him. Affiliations stay
 * affiliations: this is done per query, towards one target, never for all pairs of a company.
 *
 * Each existence probability is that of two people of an organisation of its size, shifted where both titles tell the
 * same function or rank (models.md 2.3b; the cap of its formula holds after the shifts too).
 */
export function inferColleagues(
  compiled: CompiledNetwork,
  target: Person,
  headcount: number | undefined,
): readonly InferredTie[] {
  if (target.company === undefined) return [];
  const company = foldCompany(target.company);
  if (company === "") return [];
  const colleagues = compiled.worksAt(target.company).filter((id) => id !== target.id);
  const evidence: TieEvidence = { contexts: [`work:${company}`] };
  const { model } = compiled.scorer;
  const known = new Map<string, number>();
  return colleagues
    .filter((id) => compiled.network.tie(id, target.id) === undefined)
    .map((from) => {
      const likeness = titleLikeness(compiled.network.person(from)?.title, target.title);
      const key = `${likeness.sameFunction}|${likeness.sameRank}`;
      let tieProbability = known.get(key);
      if (tieProbability === undefined) {
        const seen = headcount === undefined ? { colleaguesSeen: colleagues.length } : { headcount };
        tieProbability = colleagueTie({ ...seen, ...likeness }, { model });
        known.set(key, tieProbability);
      }
      return { from, tieProbability, evidence };
    });
}
