import { checkShape, maxOf } from "../base/index.js";
import { type IdentityDecision, type IdentityReview, resolvePeople } from "../people/index.js";
import { decisionsFor } from "./ask-once.js";
import { seekersOf } from "./check-request.js";
import type { PlanningDay } from "./planning-day.js";
import { checkKnown } from "./viewers-of.js";

/** Whose questions of who is who. */
export interface ReviewsRequest {
  readonly seeker: string | readonly string[];
  /** Companies that are sought. @defaultValue those of the buyers who were asked for so far */
  readonly sought?: readonly string[];
  /** Answers so far, beside those that the network keeps. */
  readonly decisions?: readonly IdentityDecision[];
  readonly now: Date | string;
}

/**
 * Which records may be one human, in the order of what an answer would change in plans. First come people at sought companies, then those whom
 * the seekers know best, then the likeliest. About n log n in the people whom the seekers may name.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`.
 */
export function openReviews(day: PlanningDay, request: ReviewsRequest): readonly IdentityReview[] {
  const { sought, decisions } = request;
  checkShape(sought ?? [], ["text"], "sought");
  if (decisions !== undefined) checkShape(decisions, [{ a: "text", b: "text" }], "decisions");
  const seekers = seekersOf(day, request);
  for (const seeker of seekers) checkKnown(day.network, seeker);
  const view = day.network.seenBy(seekers);
  const people = day.network.people().flatMap(({ id }) => (view.mayName(id) ? (view.person(id) ?? []) : []));
  const asked = day.asks
    .filter(({ ask }) => seekers.includes(day.network.canonical(ask.seeker)))
    .flatMap(
      ({ ask }) => view.person(ask.target)?.company ?? day.state.buyers.get(ask.target)?.company ?? [],
    );
  return resolvePeople(people, {
    decisions: decisionsFor(day, seekers, decisions),
    companyAliases: day.settings.identity.companyAliases,
    sought: sought ?? asked,
    strengthOf: (id) => Math.max(0, maxOf(seekers.map((one) => day.compiled.strength(one, id, seekers)))),
  }).reviews;
}
