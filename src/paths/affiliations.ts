import { isoDay, parseIso, type UtcDay, utcDay } from "../base/index.js";
import { foldCompany, foldText, type Person, type Spell } from "../people/index.js";

/** A stretch of time in which somebody was at an organization; both days count, `now`: he still is there. */
export interface Stay {
  readonly node: number;
  readonly kind: Spell["kind"];
  readonly organization: string;
  readonly from: UtcDay;
  readonly to: UtcDay;
  readonly now: boolean;
  /** What the person's title is today. */
  readonly title: string | undefined;
}

/**
 * Who was where and when, by folded name of the organization. Affiliations stay affiliations: nothing here is a tie, and a
 * company of 20,000 is one list of 20,000 stays.
 */
export class Affiliations {
  readonly #today: UtcDay;
  readonly #byOrganization = new Map<string, Stay[]>();
  readonly #folded = new Map<string, string>();

  /** `people` in the order of their node numbers. */
  constructor(people: readonly (Person | undefined)[], today: UtcDay) {
    this.#today = today;
    for (const [node, person] of people.entries()) {
      if (person === undefined) continue;
      for (const stay of this.staysOf(person, node)) {
        const key = keyOf(stay);
        const stays = this.#byOrganization.get(key);
        if (stays === undefined) this.#byOrganization.set(key, [stay]);
        else stays.push(stay);
      }
    }
  }

  /** Everybody's stays at the organization of a stay, in the order of node numbers. */
  at(stay: Pick<Stay, "kind" | "organization">): readonly Stay[] {
    return this.#byOrganization.get(keyOf(stay)) ?? [];
  }

  /** Where a person was: his company is a stay of today, a spell without an end lasts until today. */
  staysOf(person: Person, node: number): readonly Stay[] {
    const today = this.#today;
    const stays: Stay[] = [];
    const { title } = person;
    const company = this.#fold("work", person.company ?? "");
    if (company !== "") {
      stays.push({ node, kind: "work", organization: company, from: today, to: today, now: true, title });
    }
    for (const { kind, organization, from, to } of person.spells ?? []) {
      const name = this.#fold(kind, organization);
      const end = to === undefined ? today : Math.min(today, lastDay(to));
      const start = from === undefined ? (to === undefined ? today : firstDay(to)) : firstDay(from);
      if (name === "" || !(start <= end)) continue;
      stays.push({ node, kind, organization: name, from: start, to: end, now: end === today, title });
    }
    return stays;
  }

  #fold(kind: Spell["kind"], text: string): string {
    const known = this.#folded.get(kind + text);
    if (known !== undefined) return known;
    const folded = kind === "work" ? foldCompany(text) : foldText(text);
    this.#folded.set(kind + text, folded);
    return folded;
  }
}

/** Days that two stays have in common, less than 0 where they have none. */
export function daysInCommon(a: Stay, b: Stay): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from);
}

function keyOf({ kind, organization }: Pick<Stay, "kind" | "organization">): string {
  return `${kind}:${organization}`;
}

/** First day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; NaN for anything else. */
function firstDay(text: string): UtcDay {
  const whole = text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text;
  return Number.isNaN(parseIso(whole)) ? Number.NaN : utcDay(whole);
}

/** Last day of the same. */
function lastDay(text: string): UtcDay {
  const first = firstDay(text);
  if (Number.isNaN(first) || text.length > 7) return first;
  const [year = 0, month = 12] = isoDay(first).split("-").map(Number);
  const next = text.length === 4 || month === 12 ? [year + 1, 1] : [year, month + 1];
  return utcDay(`${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}-01`) - 1;
}
