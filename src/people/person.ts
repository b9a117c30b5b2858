/** One human as the exports name them. Texts are kept as they were written; folding is for matching only. */
export interface Person {
  /** Caller-chosen or made by a reader (`p_` + 16 hex digits, which hold no name). */
  readonly id: string;
  /** The whole name as one would write it. */
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  /** Where they work on the day of the export. */
  readonly company?: string;
  /** Their position there. */
  readonly title?: string;
  /**
   * Addresses as written, the first one preferred for sending. Where records with different lists are joined, the first in
   * code-unit order of those that one of them had first stays first. The others follow in code-unit order.
   */
  readonly emails?: readonly string[];
  /** `https://www.linkedin.com/in/<slug>`, slug decoded, NFC and lower case. */
  readonly profileUrl?: string;
  readonly location?: string;
  /** Where they worked and when; affiliations stay affiliations and become ties only towards a seeker or a target. */
  readonly spells?: readonly Spell[];
  /** Whose records named this person, in which file and row; set by readers. Without it names never make one person of two. */
  readonly sources?: readonly Source[];
  /** Referral source, method and such, each with what it rests on. */
  readonly tags?: readonly Tag[];
  /** What the name is of; who is no person is never asked and never greeted. @defaultValue "person" */
  readonly kind?: PersonKind;
}

/** Where a record of a person stands: in whose file, under which name, in which row as a spreadsheet counts it. */
export interface Source {
  readonly owner: string;
  readonly file?: string;
  readonly row?: number;
}

/** What a record's name is of. */
export type PersonKind = "person" | "organization" | "unknown";

/**
 * A stretch of time at a company or a school. Or a place in an occasion that brought people together: an event, a meeting, a
 * group conversation. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. No `to` means until now.
 */
export interface Spell {
  readonly kind: SpellKind;
  /** Name of the company, school or event; of a meeting or conversation a code that holds no name, the same for all who were there. */
  readonly organization: string;
  readonly title?: string;
  readonly from?: string;
  readonly to?: string;
  /** True where it has ended on a day that nothing tells ("ex-Acme"). @defaultValue what `to` says */
  readonly past?: boolean;
  /** How many people worked there, where a record tells. */
  readonly headcount?: number;
  /**
   * Id of the one whose records told of it. They take it back when they opt out, and it serves others only while they may use
   * their tie with this person. Their own place in a meeting or conversation serves their own plans alone. @defaultValue the person
   * themselves, or nobody in particular
   */
  readonly owner?: string;
}

/** What a spell is a stretch of. */
export type SpellKind = "work" | "school" | "event" | "meeting" | "conversation";

/** A code such as `source:clients` with the words it rests on ("client since 2024-03, won deal"). */
export interface Tag {
  readonly code: string;
  readonly evidence: string;
  readonly at?: string;
  /** A private tag is used for planning and never appears in a text. */
  readonly private?: boolean;
  /** Id of the one whose records told of it; they take it back when they opt out. @defaultValue nobody in particular */
  readonly owner?: string;
}

/** The texts of a person's record that are one each. */
export const TEXT_FIELDS = [
  "name",
  "firstName",
  "lastName",
  "company",
  "title",
  "profileUrl",
  "location",
] as const;
