import { checkShape, madeOf } from "../base/index.js";

/** What was seen of two people, from the first one's point of view (`out` is from them to the other). */
export interface TieEvidence {
  readonly interactions?: readonly Interaction[];
  /** The day on which the two connected on a network (ISO date): dated evidence, but no interaction. */
  readonly connectedOn?: string;
  /** How close the two are as one of them states it, 0 to 1. */
  readonly closeness?: number;
  /** Settings in which the two meet ("work:acme", "school:mit"), and what the other one is to the first (`TieKind`): distinct codes. */
  readonly contexts?: readonly string[];
  /** Onnela's neighbourhood overlap, 0 to 1. */
  readonly overlap?: number;
  /** What one of them said of the other in public or on connecting: `in` is said by the other one. */
  readonly vouches?: readonly Vouch[];
}

/** A recommendation, an endorsement of a skill, or a note of one's own in an invitation. */
export interface Vouch {
  readonly kind: "recommendation" | "endorsement" | "invitation-note";
  readonly direction: "out" | "in";
  /** ISO date, where the file tells one. */
  readonly at?: string;
  /** How many such there were. @defaultValue 1 */
  readonly count?: number;
}

/** One contact between two people; `at` is an ISO 8601 date or instant. */
export interface Interaction {
  readonly at: string;
  readonly direction: "out" | "in" | "both";
  readonly kind: InteractionKind;
  /** True for what a machine sent or what went to many: no contact of the two, and no answer. */
  readonly automatic?: boolean;
}

export type InteractionKind = "meeting" | "call" | "message" | "comment" | "like";

/** Who knows whom: an undirected tie whose evidence is told from `from`'s side. */
export interface Tie {
  readonly from: string;
  readonly to: string;
  readonly evidence: TieEvidence;
  /** `private`: used only in plans of one of its two people. `masked`: in others' plans without a name. Absent: shared. */
  readonly visibility?: Visibility;
  /** Id of the one whose records told of the tie, and who may take it back. @defaultValue `from` */
  readonly owner?: string;
  /** Which of their records told it, where that one may come again or go. @defaultValue none in particular */
  readonly source?: string;
}

/** Who may use a tie, from all to only its own two people. */
export type Visibility = "shared" | "masked" | "private";

/** An interaction that stands by itself in a file, to be joined to the tie of its two people. */
export interface InteractionRecord extends Interaction {
  readonly from: string;
  readonly to: string;
}

/**
 * Codes of contexts that say what the other one is to the first of two people. Both sides may be told: who buys from somebody has them as a vendor.
 * `family` marks a private tie; `former-colleague` is the same as a reader's `worked-together`.
 */
export type TieKind = "customer" | "vendor" | "competitor" | "family" | "former-colleague";

/** A context told from the other side. @throws WarmpathError `INVALID_ARGUMENT`. */
export function turnedContext(code: string): string {
  checkShape(code, "text", "code");
  if (code === "customer") return "vendor";
  return code === "vendor" ? "customer" : code;
}

/** True where the evidence says that the other one is this to the first. @throws WarmpathError `INVALID_ARGUMENT`. */
export function isTieOf(evidence: TieEvidence, kind: TieKind): boolean {
  return madeOf("evidence", () => evidence.contexts?.includes(kind) === true);
}
