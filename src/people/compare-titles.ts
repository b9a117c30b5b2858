import { checkShape } from "../base/index.js";
import { type JobTitle, parseTitle } from "./parse-title.js";
import { JOB_FUNCTIONS, JOB_RANKS, type JobFunction, type JobRank } from "./title-words.js";

/** What the titles of two people tell of how near their work is. */
export interface TitlePair {
  /** True for one function, false where both tell one and they differ; absent where one tells none, or runs the whole firm. */
  readonly sameFunction?: boolean;
  readonly sameRank: boolean;
  readonly rank?: JobRank;
  readonly otherRank?: JobRank;
  /** The first one assists the other. */
  readonly isAssistant: boolean;
  /** The first one runs the whole firm, and the other a part of it. */
  readonly runsFirm: boolean;
  /** The first one deals with those outside, and of the other nothing is told. */
  readonly isCustomerFacing: boolean;
}

/** Compares somebody's title with another's. */
export function compareTitles(one: JobTitle, other: JobTitle): TitlePair {
  checkShape(one, TITLE, "one");
  checkShape(other, TITLE, "other");
  const told = one.function !== undefined && other.function !== undefined;
  const isSame = told && one.function === other.function;
  const wholeFirm = one.function === "general" || other.function === "general";
  const isOpen = other.function === undefined && other.rank === undefined;
  return {
    ...(isSame ? { sameFunction: true } : told && !wholeFirm ? { sameFunction: false } : {}),
    sameRank: one.rank !== undefined && one.rank === other.rank,
    ...(one.rank === undefined ? {} : { rank: one.rank }),
    ...(other.rank === undefined ? {} : { otherRank: other.rank }),
    isAssistant: assists(one, other, isSame),
    runsFirm: one.function === "general" && one.rank === "chief" && told && !isSame,
    isCustomerFacing: isOpen && CUSTOMER_FACING.has(one.function ?? "general"),
  };
}

/** Who assists the head of a firm is next to whoever runs it, be they its chief or its founder. */
function assists(one: JobTitle, other: JobTitle, isSame: boolean): boolean {
  const ofWhole = ({ function: own = "general" }: JobTitle): boolean => own === "general";
  const boss =
    one.assistantTo ?? (one.rank === "assistant" && one.function === "general" ? "chief" : undefined);
  if (boss === undefined || other.rank === undefined) return false;
  if (boss === other.rank) return isSame || (ofWhole(one) && ofWhole(other));
  return RUNS.has(boss) && RUNS.has(other.rank) && ofWhole(one) && ofWhole(other);
}

/** Two titles as people write them, see {@link compareTitles}. */
export function titleLikeness(one: string | undefined, other: string | undefined): TitlePair {
  checkShape(one, "text?", "one");
  checkShape(other, "text?", "other");
  return compareTitles(parseTitle(one), parseTitle(other));
}

/** What a title tells as a number below 4,096, so that everybody's fits into one array; {@link titleOfCode} reads it. */
export function titleCode(title: JobTitle): number {
  checkShape(title, "object", "title");
  return (
    (indexOf(JOB_FUNCTIONS, title.function) << 8) |
    (indexOf(JOB_RANKS, title.rank) << 4) |
    indexOf(JOB_RANKS, title.assistantTo)
  );
}

/** The title behind a code of {@link titleCode}. */
export function titleOfCode(code: number): JobTitle {
  checkShape(code, "finite", "code");
  const business = JOB_FUNCTIONS[(code >> 8) - 1];
  const rank = JOB_RANKS[((code >> 4) & 15) - 1];
  const assistantTo = JOB_RANKS[(code & 15) - 1];
  return {
    ...(business === undefined ? {} : { function: business }),
    ...(rank === undefined ? {} : { rank }),
    ...(assistantTo === undefined ? {} : { assistantTo }),
  };
}

const CUSTOMER_FACING: ReadonlySet<JobFunction> = new Set<JobFunction>(["sales", "support", "marketing"]);

/** Ranks of those who run a firm. */
const RUNS: ReadonlySet<JobRank> = new Set<JobRank>(["chief", "founder"]);

/** Place of a name from 1 on; 0 for none. */
function indexOf<Name>(names: readonly Name[], name: Name | undefined): number {
  return name === undefined ? 0 : names.indexOf(name) + 1;
}

const TITLE = { function: "text?", rank: "text?", assistantTo: "text?" } as const;
