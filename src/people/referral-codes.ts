import { checkShape } from "../base/index.js";
import type { Person } from "./person.js";

/**
 * The nine sources of referrals (2.3 of examples/guides/practice.md), as codes of tags `source:…`. `business-contacts` are people one does business with or who
 * expressed interest in it; `beneficiaries` those whose business benefits from one's own.
 */
export const REFERRAL_SOURCES = [
  "clients",
  "contact-spheres",
  "power-teams",
  "business-contacts",
  "beneficiaries",
  "referral-groups",
  "business-and-social-groups",
  "staff-and-friends",
  "key-referral-partners",
] as const;

/** One of the nine sources. */
export type ReferralSource = (typeof REFERRAL_SOURCES)[number];

/** The five methods of getting referrals (3.6 to 3.11 of examples/guides/practice.md), as codes of tags `method:…`, with what they are said to yield. */
export const REFERRAL_METHODS = [
  { code: "happy-customer", quality: "high", quantity: "low" },
  { code: "vendor", quality: "high", quantity: "low" },
  { code: "friend", quality: "medium", quantity: "low" },
  { code: "prize", quality: "low", quantity: "high" },
  { code: "social", quality: "high", quantity: "high" },
] as const;

/** One of the five methods. */
export type ReferralMethod = (typeof REFERRAL_METHODS)[number]["code"];

/** Codes of tags that some rule of the library sets or reads by name; others are the caller's own. */
export const TAG_CODES = {
  client: "source:clients",
  businessContact: "source:business-contacts",
  partner: "source:key-referral-partners",
  happyCustomer: "method:happy-customer",
  vendor: "method:vendor",
  social: "method:social",
  discontent: "satisfaction:low",
  competitor: "sensitive:competitor",
} as const;

/** Codes of those who are not to be asked for a referral now: not every client is a good one to ask. */
export const NOT_NOW_CODES: readonly string[] = [TAG_CODES.discontent];

/** True where a record has a tag of this code. */
export function hasTag({ tags = [] }: Pick<Person, "tags"> | undefined = {}, code: string): boolean {
  return tags.some((tag) => tag.code === code);
}

/**
 * What follows a prefix in codes of tags: of `needs:design` and `needs:` it is `design`. Prefixes that rules read: `industry:`, `needs:`, `offers:`, `issue:`.
 * @throws WarmpathError `INVALID_ARGUMENT`.
 */
export function taggedWith(tags: readonly { readonly code: string }[], prefix: string): readonly string[] {
  checkShape(tags, [{ code: "text" }], "tags");
  checkShape(prefix, "text", "prefix");
  return tags.filter(({ code }) => code.startsWith(prefix)).map(({ code }) => code.slice(prefix.length));
}
