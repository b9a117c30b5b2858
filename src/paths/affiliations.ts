import { firstDay, isoDay, type UtcDay, utcDay } from "../base/index.js";
import {
  type CompanyAliases,
  foldCompany,
  foldText,
  type Person,
  type Spell,
  titleCode,
} from "../people/index.js";
import type { CompiledNetwork } from "./compiled-network.js";

/** A stretch of time in which somebody was at an organization, or an occasion at which they were; both days count. */
export interface Affiliation {
  readonly kind: Exclude<Spell["kind"], "event">;
  /** Folded name of the company or school; of a meeting or conversation its code as it is. */
  readonly organization: string;
  readonly from: UtcDay;
  readonly to: UtcDay;
  /** True where it lasts until today. */
  readonly now: boolean;
  /** Whose records told of it, `undefined` where nobody in particular did. */
  readonly owner: string | undefined;
}

/** Everybody's affiliations at one place as columns, in the order of node numbers; the owners' numbers, or {@link NO_OWNER}. */
export interface Roster {
  readonly nodes: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly owners: readonly number[];
  /** At a company, what each one's title tells as a number, see `titleCode`; elsewhere 0. */
  readonly titles: readonly number[];
}

/** Nobody in particular told of an affiliation, or somebody whom the network does not hold. */
export const NO_OWNER = -1;

/** True for a place in a meeting or a conversation. */
export function isOccasion({ kind }: Pick<Affiliation, "kind">): boolean {
  return kind === "meeting" || kind === "conversation";
}

/** Reads where people were, and when. */
export class Affiliations {
  readonly #today: UtcDay;
  readonly #aliases: CompanyAliases | undefined;
  readonly #folded = { work: new Map<string, string>(), school: new Map<string, string>() };
  readonly #days = new Map<string, readonly [UtcDay, UtcDay]>();

  constructor(today: UtcDay, aliases?: CompanyAliases) {
    this.#aliases = aliases;
    this.#today = today;
  }

  /**
   * Where a person was: their company is an affiliation of today, a spell without an end lasts until today. Of an event an export tells
   * only that its owner was there, not who else and how many: such a spell is none.
   */
  affiliationsOf(person: Pick<Person, "id" | "company" | "spells">): readonly Affiliation[] {
    const today = this.#today;
    const affiliations: Affiliation[] = [];
    const company = this.#fold("work", person.company ?? "");
    if (company !== "") {
      affiliations.push({
        kind: "work",
        organization: company,
        from: today,
        to: today,
        now: true,
        owner: undefined,
      });
    }
    for (const { kind, organization, from, to, past, owner } of person.spells ?? []) {
      // Of one that is over on an unknown day nobody can tell whom it brought together with whom.
      if (kind === "event" || (past === true && to === undefined)) continue;
      const name = this.#fold(kind, organization);
      const end = to === undefined ? today : Math.min(today, this.#daysOf(to)[1]);
      const start = from === undefined && to === undefined ? today : this.#daysOf(from ?? (to as string))[0];
      if (name === "" || !(start <= end)) continue;
      affiliations.push({
        kind,
        organization: name,
        from: start,
        to: end,
        now: end === today,
        owner,
      });
    }
    return affiliations;
  }

  /** First and last day of a written year, month or day; few different ones are ever written. */
  #daysOf(text: string): readonly [UtcDay, UtcDay] {
    const known = this.#days.get(text);
    if (known !== undefined) return known;
    const days = [firstDay(text), lastDay(text)] as const;
    this.#days.set(text, days);
    return days;
  }

  #fold(kind: Affiliation["kind"], text: string): string {
    if (kind !== "work" && kind !== "school") return text;
    const known = this.#folded[kind].get(text);
    if (known !== undefined) return known;
    const folded = kind === "work" ? foldCompany(text, this.#aliases) : foldText(text);
    this.#folded[kind].set(text, folded);
    return folded;
  }
}

/** What is heard of somebody, as far as it bears on whom they may know. */
export interface Heard {
  readonly affiliations: readonly Affiliation[];
  readonly title: string | undefined;
}

/**
 * Everybody's affiliations at one place, `people` in the order of their node numbers. They stay affiliations: nothing here is a
 * tie, and a company of 20,000 is one roster of 20,000.
 */
export function rosterOf(
  { kind, organization }: Pick<Affiliation, "kind" | "organization">,
  people: Iterable<readonly [node: number, heard: Heard]>,
  compiled: Pick<CompiledNetwork, "numberOf" | "titleOf">,
): Roster {
  const roster: Record<keyof Roster, number[]> = { nodes: [], from: [], to: [], owners: [], titles: [] };
  for (const [node, { affiliations, title }] of people) {
    for (const one of affiliations) {
      if (one.organization !== organization || one.kind !== kind) continue;
      roster.nodes.push(node);
      roster.from.push(one.from);
      roster.to.push(one.to);
      roster.owners.push((one.owner === undefined ? undefined : compiled.numberOf(one.owner)) ?? NO_OWNER);
      roster.titles.push(kind === "work" ? titleCode(compiled.titleOf(title)) : 0);
    }
  }
  return roster;
}

/** Under which a place is known: the same for all who were there. */
export function placeOf({ kind, organization }: Pick<Affiliation, "kind" | "organization">): string {
  return `${kind}:${organization}`;
}

/** Last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; NaN for anything else. */
function lastDay(text: string): UtcDay {
  const first = firstDay(text);
  if (Number.isNaN(first) || text.length > 7) return first;
  const [year = 0, month = 12] = isoDay(first).split("-").map(Number);
  const next = text.length === 4 || month === 12 ? [year + 1, 1] : [year, month + 1];
  return utcDay(`${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}-01`) - 1;
}
