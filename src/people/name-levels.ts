/** How two names are alike, from the same to another. */
export type NameLevelName =
  | "same"
  | "spacing"
  | "order"
  | "spelling"
  | "transliterated"
  | "partial"
  | "suffix"
  | "nickname"
  | "typo"
  | "initial"
  | "shortened"
  | "middle"
  | "one-name"
  | "other";

/** One level of the rule for names; its numbers are assumptions of ours, made to rank. */
export interface NameLevel {
  readonly level: NameLevelName;
  /** True where one human may well be written in both ways. */
  readonly compatible: boolean;
  /** Least score of a look-up at this level, 0 to 1: a candidate below, never for sure. */
  readonly found: number;
  /** What it adds to the score of two records being one human. */
  readonly identity: number;
  readonly why: string;
}

/** The one table, used by look-up, identity and plans; levels as data, as Splink does (Linacre and others 2022). The surest first. */
export const NAME_LEVELS: readonly NameLevel[] = [
  { level: "same", compatible: true, found: 1, identity: 0.5, why: "same name" },
  { level: "spacing", compatible: true, found: 0.97, identity: 0.47, why: "same name, spaced otherwise" },
  { level: "order", compatible: true, found: 0.95, identity: 0.45, why: "same name in another order" },
  {
    level: "spelling",
    compatible: true,
    found: 0.95,
    identity: 0.45,
    why: "umlaut or accent written otherwise",
  },
  {
    level: "transliterated",
    compatible: true,
    found: 0.9,
    identity: 0.4,
    why: "same name in another script",
  },
  {
    level: "partial",
    compatible: true,
    found: 0.88,
    identity: 0.4,
    why: "further names on one side",
  },
  { level: "suffix", compatible: true, found: 0.88, identity: 0.2, why: "Jr, Sr or the like on one side" },
  { level: "nickname", compatible: true, found: 0.88, identity: 0.35, why: "short form of the given name" },
  { level: "shortened", compatible: true, found: 0.82, identity: 0.3, why: "a shortened name" },
  { level: "initial", compatible: true, found: 0.82, identity: 0.25, why: "an initial for a name" },
  { level: "typo", compatible: true, found: 0.82, identity: 0.2, why: "a letter or two differ" },
  {
    level: "one-name",
    compatible: true,
    found: 0.81,
    identity: 0.2,
    why: "weak: one side has a single name",
  },
  {
    level: "middle",
    compatible: false,
    found: 0,
    identity: 0.2,
    why: "same first and last name, middle names differ",
  },
  { level: "other", compatible: false, found: 0, identity: 0, why: "another name" },
];

/** Place of a level in the table. */
export const LEVEL_AT: Readonly<Record<NameLevelName, number>> = Object.fromEntries(
  NAME_LEVELS.map(({ level }, index) => [level, index]),
) as Record<NameLevelName, number>;
