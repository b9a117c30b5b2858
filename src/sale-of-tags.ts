import { parseIso, type UtcDay, utcDay } from "./base/index.js";
import type { Person } from "./people/index.js";

/**
 * Whole days since the last sale that a CRM's export told of (tag `source:clients` with its day); undefined where it told of none, of
 * one in the future, or that he is discontent: the time after a sale is good for asking "while the customer feels good"
 * (practice.md 1.8, 4.9).
 */
export function saleAgeOfTags(person: Person | undefined, today: UtcDay): number | undefined {
  const tags = person?.tags ?? [];
  if (tags.some(({ code }) => code === "satisfaction:low")) return undefined;
  const ages = tags
    .filter(({ code, at }) => code === "source:clients" && Number.isFinite(parseIso(at ?? "")))
    .map(({ at }) => today - utcDay(at as string))
    .filter((age) => age >= 0);
  return ages.length === 0 ? undefined : Math.min(...ages);
}
