import { minOf, parseIso, type UtcDay, utcDay } from "../base/index.js";
import { NOT_NOW_CODES, type Person, TAG_CODES } from "../people/index.js";

/** For whom a sale counts, and what speaks against it. */
export interface SaleOptions {
  /** Id of the one who asks, as the network has it: what another one's CRM tells of sales is that one's. */
  readonly seeker: string;
  /** Codes of tags that tell somebody is not to be asked now. @defaultValue `NOT_NOW_CODES` */
  readonly notNow?: readonly string[];
}

/**
 * Whole days since the last sale that the seeker's CRM, or nobody in particular, told of (tag `source:clients` with its day).
 * Undefined where they told of none or of one in the future, or where anybody told that the person is discontent. `person` is
 * the one asked as the seeker may hear of them (`network.seenBy`). The time after a sale is good for asking "while the customer feels good".
 */
export function saleAgeOfTags(
  person: Person | undefined,
  today: UtcDay,
  { seeker, notNow = NOT_NOW_CODES }: SaleOptions,
): number | undefined {
  const tags = person?.tags ?? [];
  if (tags.some(({ code }) => notNow.includes(code))) return undefined;
  const ages = tags
    .filter(({ code, owner = seeker }) => code === TAG_CODES.client && owner === seeker)
    .filter(({ at }) => Number.isFinite(parseIso(at ?? "")))
    .map(({ at }) => today - utcDay(at as string))
    .filter((age) => age >= 0);
  return ages.length === 0 ? undefined : minOf(ages);
}
