import { checkKeys, checkShape, maxOf, memoized, soundOf, unfit, WarmpathError } from "../base/index.js";
import { foldText } from "./fold-name.js";
import { holdsTitle } from "./holds-title.js";
import type { Person } from "./person.js";
import { taggedWith } from "./referral-codes.js";
import { sameCompany } from "./same-company.js";

/** Whom one can help best (1.4 of examples/guides/practice.md). Each part that is given counts alike; at least one is. */
export interface TargetProfile {
  /** Trades, as tags `industry:x` name them. */
  readonly industries?: readonly string[];
  /** How many people work at their company, from and to. */
  readonly size?: readonly [number, number];
  /** Positions, see `holdsTitle`. */
  readonly titles?: readonly string[];
  /** What one solves, as a noun phrase ("late supplier audits"). Tags `issue:x` and `needs:x` tell who has it. */
  readonly issue?: string;
}

/** How well somebody fits a profile. */
export interface TargetFit {
  /** Mean of the parts, in [0, 1]. */
  readonly score: number;
  /** 1: it fits. 0: it does not. Between: a position alike, or not known. */
  readonly parts: Readonly<Partial<Record<keyof TargetProfile, number>>>;
}

/** What counts between a fit and none; no evidence fixes these numbers. */
export interface TargetFitSettings {
  /** Of what a record does not tell, so that a thin record is no bar. @defaultValue 0.5 */
  readonly unknown: number;
  /** Of a position of the same function and rank. @defaultValue 0.75 */
  readonly alike: number;
}

/** Defaults of {@link TargetFitSettings}. */
export const DEFAULT_TARGET_FIT_SETTINGS: TargetFitSettings = { unknown: 0.5, alike: 0.75 };

/**
 * How well somebody fits a profile, by what their record tells.
 * @throws WarmpathError `INVALID_ARGUMENT` for a profile without any part, or one of another form.
 *
 * @example targetFit({ id: "bob", title: "VP Operations" }, { titles: ["VP Operations"] }).score // 1
 */
export function targetFit(
  person: Person,
  profile: TargetProfile,
  settings: TargetFitSettings = DEFAULT_TARGET_FIT_SETTINGS,
): TargetFit {
  return soundOf("person", () => targetFits(profile, settings)(person));
}

/** The same for many people: the profile is read once, and each title once. @throws WarmpathError as {@link targetFit}. */
export function targetFits(
  profile: TargetProfile,
  settings: TargetFitSettings = DEFAULT_TARGET_FIT_SETTINGS,
): (person: Person) => TargetFit {
  checkShape(settings, { unknown: "number" }, "settings");
  const { unknown } = settings;
  const { industries, size, titles, issue } = checkProfile(profile);
  const fitOfTitle = memoized((title: string | undefined) =>
    maxOf((titles ?? []).map((one) => titleFit(title, one, settings))),
  );
  return (person) => {
    checkShape(person, "object", "person");
    const { title, tags = [], spells = [], company } = person;
    checkShape(tags, [{ code: "text" }], "tags");
    checkShape(spells, [{ organization: "text" }], "spells");
    const headcount =
      size === undefined
        ? undefined
        : spells.find((one) => isHere(one.to, one.past) && sameCompany(one.organization, company))?.headcount;
    const parts = {
      ...(industries === undefined
        ? {}
        : { industries: tagFit(taggedWith(tags, "industry:"), industries, 0, unknown) }),
      ...(size === undefined
        ? {}
        : { size: headcount === undefined ? unknown : Number(headcount >= size[0] && headcount <= size[1]) }),
      ...(titles === undefined ? {} : { titles: fitOfTitle(title) }),
      ...(issue === undefined
        ? {}
        : {
            issue: tagFit(
              [...taggedWith(tags, "issue:"), ...taggedWith(tags, "needs:")],
              [issue],
              unknown,
              unknown,
            ),
          }),
    };
    const values = Object.values(parts);
    return { score: values.reduce((sum, value) => sum + value, 0) / values.length, parts };
  };
}

/** The profile itself. @throws WarmpathError `INVALID_ARGUMENT` for one without any part, or of another form. */
export function checkProfile(profile: TargetProfile): TargetProfile {
  checkKeys(profile, PROFILE_KEYS, "profile");
  const { industries = [], size, titles = [], issue } = profile;
  checkShape(industries, ["text"], "profile.industries");
  checkShape(titles, ["text"], "profile.titles");
  checkShape(issue, "text?", "profile.issue");
  if (size !== undefined) checkShape(size, ["number"], "profile.size");
  const [from = -1, to = -1] = size ?? [0, 0];
  const isEmpty = industries.length + titles.length === 0 && size === undefined && issue === undefined;
  if (isEmpty || from < 0 || to < from)
    throw isEmpty
      ? new WarmpathError("INVALID_ARGUMENT", "give industries, titles, size or issue", { what: "profile" })
      : unfit("size", "two numbers from 0 on that rise");
  return {
    ...(industries.length === 0 ? {} : { industries }),
    ...(size === undefined ? {} : { size }),
    ...(titles.length === 0 ? {} : { titles }),
    ...(issue === undefined ? {} : { issue }),
  };
}

/** 1 where one of the tags is one of those wanted; `otherwise` where tags tell of others alone, `unknown` where there are none. */
function tagFit(
  tags: readonly string[],
  wanted: readonly string[],
  otherwise: number,
  unknown: number,
): number {
  if (tags.length === 0) return unknown;
  const keys = new Set(wanted.map(foldText));
  return tags.some((one) => keys.has(foldText(one))) ? 1 : otherwise;
}

function titleFit(title: string | undefined, wanted: string, { unknown, alike }: TargetFitSettings): number {
  if (title === undefined) return unknown;
  const holds = holdsTitle(title, wanted);
  return holds === "same" ? 1 : holds === "alike" ? alike : 0;
}

function isHere(to: string | undefined, past: boolean | undefined): boolean {
  return to === undefined && past !== true;
}

const PROFILE_KEYS: readonly string[] = ["industries", "size", "titles", "issue"];
