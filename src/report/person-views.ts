import { checkShape, isWellFormed } from "../base/index.js";
import { companyOf, ENGLISH, fullName, mailto, shown } from "../drafts/index.js";
import type { Person } from "../people/index.js";
import type { IntroductionPlanner } from "../planner/index.js";
import type { ButtonView, PersonView } from "./plan-view.js";
import type { ReportWords } from "./report-words.js";

/** Month names of the language that is there without a pack. */
export const MONTHS: readonly string[] = ENGLISH.months;

/** The part of a planner that a view looks at. */
export type ViewPlanner = Pick<IntroductionPlanner, "network" | "schedule" | "ledger" | "name">;

/** Looks people up as the viewers may see them, and calls the viewers "you". */
export interface People {
  person(id: string): PersonView;
  name(id: string): string;
  record(id: string): Partial<Person> | undefined;
  /** True for the one whom the page speaks to; of several viewers it speaks to nobody in particular. */
  isYou(id: string): boolean;
}

/**
 * People as some viewers may see them. Whoever they may not be named is "somebody", as are ids that nobody has; who has no name is called by their address. `others` are those
 * whom the result itself names: the buyer of a plan, the labels of masked people.
 */
export function peopleSeenBy(
  planner: ViewPlanner,
  viewers: readonly string[] | undefined,
  words: ReportWords,
  others: readonly Partial<Person>[] = [],
): People {
  checkShape(planner, { name: "function" }, "planner");
  const view = viewers === undefined ? undefined : planner.network.seenBy(viewers);
  const named = new Map(others.map((one) => [one.id, one]));
  // A buyer whom the network does not hold.
  const outside = (id: string): Partial<Person> | undefined => {
    const name = canName && isWellFormed(id) && id !== "" ? planner.name(id, seekers) : undefined;
    return name === undefined ? undefined : { id, name };
  };
  const canName = viewers?.length !== 0 && (viewers ?? []).every((viewer) => planner.network.has(viewer));
  const seekers = viewers === undefined ? {} : { seeker: viewers };
  const record = (id: string): Partial<Person> | undefined => {
    if (view === undefined) return planner.network.person(id) ?? named.get(id) ?? outside(id);
    const seen = view.mayName(id) ? view.person(id) : undefined;
    return seen ?? named.get(id) ?? outside(id);
  };
  const only = viewers?.length === 1 ? viewers[0] : undefined;
  const name = (id: string): string => {
    if (id === only) return words.say("you");
    const one = record(id);
    return fullName(one) ?? shown(one?.emails?.[0]) ?? words.say("somebody");
  };
  return {
    record,
    name,
    isYou: (id) => id === only,
    person(id) {
      const one = record(id);
      return { id, ...personView(one, name(id)) };
    },
  };
}

/** What a page shows of a record. Only `https:` profiles and plain addresses pass. */
export function personView(one: Partial<Person> | undefined, name: string): PersonView {
  const title = shown(one?.title);
  const company = companyOf(one);
  const profileUrl = profileOf(one?.profileUrl);
  const address = one?.emails?.find((email) => mailOf(email, "") !== undefined);
  return {
    name,
    ...(title === undefined ? {} : { title }),
    ...(company === undefined ? {} : { company }),
    ...(profileUrl === undefined ? {} : { profileUrl }),
    ...(address === undefined ? {} : { address }),
  };
}

/** Links to write to somebody and to look at their profile. */
export function buttonsFor(
  { address, profileUrl }: PersonView,
  subject: string,
  words: ReportWords,
): ButtonView[] {
  const href = address === undefined ? undefined : mailOf(address, subject);
  return [
    ...(href === undefined ? [] : [{ kind: "mail" as const, label: words.say("button.mail"), href }]),
    ...(profileUrl === undefined
      ? []
      : [{ kind: "profile" as const, label: words.say("button.profile"), href: profileUrl }]),
  ];
}

function mailOf(to: string, subject: string): string | undefined {
  try {
    return mailto({ to, subject, body: "" });
  } catch {
    return undefined;
  }
}

/** A profile's address with nothing in it that a link or a page could take for more; a name in it is percent-encoded. */
function profileOf(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 500) return undefined;
  const safe = encodeURI(url.replace(/\p{Surrogate}/gu, ""))
    .replace(/%25/g, "%")
    .replace(/['()]/g, escape1);
  return /^https:\/\/[a-z0-9.-]+\/[\w.~%!$&*+,;=:@/?#-]*$/i.test(safe) ? safe : undefined;
}

function escape1(mark: string): string {
  return `%${mark.charCodeAt(0).toString(16)}`;
}
