import { isWellFormed, shortId, unfit } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import {
  COMPANY_LEVELS,
  foldCompany,
  foldName,
  type Person,
  parseTargetQuery,
  type TargetMatch,
} from "../people/index.js";
import type { PlanTarget, Refusal } from "./introduction-plan.js";
import type { TargetQuery } from "./plan-request.js";
import type { PlanningDay } from "./planning-day.js";

/** The buyer of a plan, or why it cannot be told who they are. */
export type ResolvedTarget =
  | {
      readonly target: PlanTarget;
      readonly namesakes: number;
      /** True for one known to the seekers by masked ties alone: the target tells no more than they said. */
      readonly isMasked?: boolean;
    }
  | { readonly target: PlanTarget; readonly refusal: Refusal };

/**
 * Who is meant: an id as it is; words that fit one person for sure. Else, with a name and a company, a buyer whom the
 * network does not hold. Whoever may be meant but is not for sure (a namesake, a nickname, a letter that differs) is
 * given as a candidate. They are never guessed, unless the query says that they are new.
 *
 * Whoever is hidden from the seekers is as if they were not there, under their id too. With `masks`, where paths over masked ties
 * come without names, one may be known by masked ties alone. They are found by their id or by words that fit them for sure. Of them the target
 * tells the seekers' own words only.
 * @throws WarmpathError `INVALID_ARGUMENT` for a query that is none.
 */
export function resolveTarget(
  day: PlanningDay,
  query: TargetQuery,
  seekers: readonly string[],
  masks = false,
): ResolvedTarget {
  const { network } = day;
  const view = network.seenBy(seekers);
  if (typeof query === "string" && network.has(query)) {
    if (view.mayName(query)) return known(view, network.canonical(query));
    if (masks && view.masked.mayCount(query)) return masked(network.canonical(query), {});
  }
  const asked = typeof query === "string" ? parseTargetQuery(query) : query;
  checkQuery(asked);
  if (isCompanyAlone(asked)) {
    return { target: strangerOf(day, asked), refusal: wholeCompany(day.state.matches(asked, view)) };
  }
  const isNew = "isNew" in asked && asked.isNew === true;
  const matches = day.state.matches(asked, view);
  const areSure = (all: readonly TargetMatch[]) => (isNew ? [] : all.filter(({ isSure }) => isSure === true));
  const sure = areSure(matches);
  const [only] = sure;
  if (sure.length === 1 && only !== undefined) return known(view, only.person);
  const [hit, ...others] = masks ? areSure(day.state.maskedMatches(asked, view)) : [];
  if (sure.length === 0 && hit !== undefined && others.length === 0) return masked(hit.person, asked);
  const stranger = strangerOf(day, asked);
  const maybe = isNew ? [] : matches.filter(({ score }) => score >= day.settings.identity.maybe);
  if (maybe.length > 0) return { target: stranger, refusal: ambiguous(maybe) };
  // That no company is known of them speaks against nobody.
  const least = day.settings.identity.maybe * COMPANY_LEVELS.unknown.factor;
  const isLikely = ({ score }: TargetMatch): boolean => score >= least;
  const heard = isNew ? [] : matches.filter(isLikely).flatMap((match) => heardOf(view, match, seekers));
  if (heard.length > 0) return { target: stranger, refusal: ambiguous(heard) };
  if (asked.name === undefined || asked.company === undefined || foldCompany(asked.company) === "") {
    return { target: stranger, refusal: tooLittle(asked) };
  }
  day.state.strangers.add(stranger, seekers);
  return { target: stranger, namesakes: matches.length };
}

/**
 * Somebody of a like name whom a seeker exchanged messages with and of whose company nothing is known: perhaps the buyer. A namesake of
 * whom another company is known is somebody else.
 */
function heardOf(view: Viewpoint, match: TargetMatch, seekers: readonly string[]): TargetMatch[] {
  const person = view.person(match.person);
  if (person === undefined || person.company !== undefined) return [];
  const wrote = seekers.some((seeker) => {
    const { interactions = [] } = view.tie(seeker, match.person)?.evidence ?? {};
    return interactions.length > 0;
  });
  const met = person.spells?.some(
    ({ kind, owner }) => kind === "conversation" && seekers.includes(owner ?? ""),
  );
  if (!wrote && met !== true) return [];
  const reason = wrote ? "you exchanged messages with them" : "in a group conversation of yours";
  return [{ ...match, why: [...match.why, reason] }];
}

/** The buyer as inference sees them: with their spells where the seekers may see them, else as the plan names them. */
export function buyerOf(day: PlanningDay, target: PlanTarget, seekers: readonly string[]): Person {
  const { id, name, company, title, known } = target;
  const view = day.network.seenBy(seekers);
  const spells = known && view.mayName(id) ? view.person(id)?.spells : undefined;
  return { id, ...namesOf({ name, company, title }), ...(spells === undefined ? {} : { spells }) };
}

/** Ids under which asks for a buyer may be on record: their own, and the one they had while the network did not hold them. */
export function idsOfTarget(day: PlanningDay, target: PlanTarget): ReadonlySet<string> {
  const { name, company } = target;
  if (name === undefined || company === undefined) return new Set([target.id]);
  return new Set([target.id, strangerOf(day, { name, company }).id]);
}

function known(view: Viewpoint, id: string): ResolvedTarget {
  return { target: { id, ...namesOf(view.person(id)), known: true }, namesakes: 0 };
}

function masked(id: string, asked: Exclude<TargetQuery, string>): ResolvedTarget {
  return { target: { id, ...namesOf(asked), known: true }, namesakes: 0, isMasked: true };
}

/** A buyer whom nobody in the network is. Their id is made of their folded name and company, so that it is the same every time. */
export function strangerOf(
  { settings }: Pick<PlanningDay, "settings">,
  { name, company, title }: Exclude<TargetQuery, string>,
): PlanTarget {
  const id = shortId(
    "t_",
    foldName(name ?? ""),
    foldCompany(company ?? "", settings.identity.companyAliases),
    name === undefined ? (title ?? "") : "",
  );
  return { id, ...namesOf({ name, company, title }), known: false };
}

function checkQuery(asked: unknown): asserts asked is Exclude<TargetQuery, string> {
  const values = typeof asked === "object" && asked !== null ? Object.values(asked) : [];
  const texts = values.filter(
    (value) => typeof value === "string" && value.trim() !== "" && isWellFormed(value),
  );
  const others = values.filter(
    (value) => typeof value !== "string" && typeof value !== "boolean" && value !== undefined,
  );
  if (texts.length === 0 || others.length > 0) {
    throw unfit("target", "an id, words, or an object with a name and a company");
  }
}

function ambiguous(candidates: readonly TargetMatch[]): Refusal {
  const message =
    candidates.length === 1
      ? "One person may be meant, but not for sure. Plan with the candidate's id if it is the right one, or say that the buyer is new."
      : `${candidates.length} people may be meant. Plan with the id of the right one.`;
  return { code: "ambiguous-target", message, candidates };
}

/** True for a query that names a company and nobody of it. */
function isCompanyAlone({ company = "", isNew: _, ...others }: Exclude<TargetQuery, string>): boolean {
  return foldCompany(company) !== "" && Object.values(others).every((value) => value === undefined);
}

function wholeCompany(matches: readonly TargetMatch[]): Refusal {
  const message = "A company is named and nobody of it. Name the buyer, or ask for the account as a whole.";
  const candidates = matches.length === 0 ? {} : { candidates: matches };
  return { code: "ambiguous-target", message, ...candidates, openWith: "account" };
}

/** A position at a company is no buyer either: an account plans for whoever holds it. */
function tooLittle({ name, company = "", title }: Exclude<TargetQuery, string>): Refusal {
  const code = "not-enough-evidence";
  if (name !== undefined) {
    const message =
      "Nobody in the network has this name. With the buyer's company, contacts who work there can be found.";
    return { code, message };
  }
  if (title !== undefined && foldCompany(company) !== "") {
    const message =
      "Nobody in the network holds this position. Name the buyer, or ask for the account with it as a role.";
    return { code, message, openWith: "account" };
  }
  const message =
    "Nobody in the network fits. With the buyer's name and company, contacts who work there can be found.";
  return { code, message };
}

/** What a plan tells of a buyer beside their id, as far as it is known. */
export function namesOf(
  person: Readonly<Partial<Record<NameField, string | undefined>>> = {},
): Partial<Record<NameField, string>> {
  const known = NAME_FIELDS.filter((field) => person[field] !== undefined);
  return Object.fromEntries(known.map((field) => [field, person[field]]));
}

type NameField = "name" | "company" | "title";
const NAME_FIELDS: readonly NameField[] = ["name", "company", "title"];
