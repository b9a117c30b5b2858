import { firstDay, isoDay, type UtcDay, utcDay } from "../base/index.js";
import { type CompanyAliases, foldCompany, foldText, type Person, type Spell } from "../people/index.js";

/** A stretch of time in which somebody was at an organization, or an occasion at which they were; both days count. */
export interface Affiliation {
  readonly kind: Exclude<Spell["kind"], "event">;
  /** Folded name of the company or school; of a meeting or conversation its code as it is. */
  readonly organization: string;
  readonly from: UtcDay;
  readonly to: UtcDay;
  /** True where it lasts until today. */
  readonly now: boolean;
  /** Node number of the one whose records told of it, {@link NO_OWNER} where nobody in particular did. */
  readonly owner: number;
}

/** Everybody's affiliations at one place as columns, in the order of node numbers. */
export interface Roster {
  readonly nodes: Uint32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly owners: Int32Array;
}

/** Nobody in particular told of an affiliation, or somebody whom the network does not hold. */
export const NO_OWNER = -1;

/** True for a place in a meeting or a conversation. */
export function isOccasion({ kind }: Pick<Affiliation, "kind">): boolean {
  return kind === "meeting" || kind === "conversation";
}

/**
 * Who was where and when, by folded name of the organization. They stay affiliations: nothing here is a tie, and a
 * company of 20,000 is one roster of 20,000 affiliations. Of an event an export tells only that its owner was there, not who else and
 * how many. Such a spell stays with its person and is in no roster.
 */
export class Affiliations {
  readonly #today: UtcDay;
  readonly #numberOf: (owner: string) => number | undefined;
  readonly #aliases: CompanyAliases | undefined;
  readonly #rosters = new Map<string, Roster>();
  readonly #folded = new Map<string, string>();
  readonly #days = new Map<string, readonly [UtcDay, UtcDay]>();

  /** `people` in the order of their node numbers, with those affiliations alone that may be told. */
  constructor(
    people: Iterable<readonly [node: number, person: Person]>,
    today: UtcDay,
    numberOf: (owner: string) => number | undefined,
    aliases?: CompanyAliases,
  ) {
    this.#aliases = aliases;
    this.#today = today;
    this.#numberOf = numberOf;
    const places = new Map<string, number>();
    const [place, nodes, from, to, owners]: number[][] = [[], [], [], [], []];
    for (const [node, person] of people) {
      for (const affiliation of this.affiliationsOf(person)) {
        const key = keyOf(affiliation);
        const number = places.get(key) ?? places.size;
        if (number === places.size) places.set(key, number);
        place!.push(number);
        nodes!.push(node);
        from!.push(affiliation.from);
        to!.push(affiliation.to);
        owners!.push(affiliation.owner);
      }
    }
    this.#rosters = rostersOf(places, place!, [nodes!, from!, to!, owners!]);
  }

  /** Everybody's affiliations where the given one was, `undefined` where nobody is known to have been. */
  at(affiliation: Pick<Affiliation, "kind" | "organization">): Roster | undefined {
    return this.#rosters.get(keyOf(affiliation));
  }

  /** Where a person was: their company is an affiliation of today, a spell without an end lasts until today. */
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
        owner: NO_OWNER,
      });
    }
    for (const { kind, organization, from, to, past, owner } of person.spells ?? []) {
      // Of one that is over on an unknown day nobody can tell whom it brought together with whom.
      if (kind === "event" || (past === true && to === undefined)) continue;
      const name = this.#fold(kind, organization);
      const end = to === undefined ? today : Math.min(today, this.#daysOf(to)[1]);
      const start = from === undefined && to === undefined ? today : this.#daysOf(from ?? (to as string))[0];
      if (name === "" || !(start <= end)) continue;
      const teller = (owner === undefined ? undefined : this.#numberOf(owner)) ?? NO_OWNER;
      affiliations.push({
        kind,
        organization: name,
        from: start,
        to: end,
        now: end === today,
        owner: teller,
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
    if (isOccasion({ kind })) return text;
    const known = this.#folded.get(kind + text);
    if (known !== undefined) return known;
    const folded = kind === "work" ? foldCompany(text, this.#aliases) : foldText(text);
    this.#folded.set(kind + text, folded);
    return folded;
  }
}

/** Sorts columns by place, those of one place in the order they came in. */
function rostersOf(
  places: ReadonlyMap<string, number>,
  place: readonly number[],
  columns: readonly (readonly number[])[],
): Map<string, Roster> {
  const starts = new Uint32Array(places.size + 1);
  for (const number of place) starts[number + 1]!++;
  for (let p = 0; p < places.size; p++) starts[p + 1]! += starts[p]!;
  const next = starts.slice();
  const order = place.map((number) => next[number]!++);
  const sorted = columns.map((column) => {
    const cells = new Int32Array(column.length);
    for (let i = 0; i < order.length; i++) cells[order[i]!] = column[i]!;
    return cells;
  }) as [Int32Array, Int32Array, Int32Array, Int32Array];
  const nodes = new Uint32Array(sorted[0].buffer);
  const [, from, to, owners] = sorted;
  const rosters = new Map<string, Roster>();
  for (const [key, number] of places) {
    const [start, end] = [starts[number]!, starts[number + 1]!];
    rosters.set(key, {
      nodes: nodes.subarray(start, end),
      from: from.subarray(start, end),
      to: to.subarray(start, end),
      owners: owners.subarray(start, end),
    });
  }
  return rosters;
}

/** Two rosters of one place as one: of those in `own` the affiliations of the second alone, of all others those of the first. */
export function joinRosters(
  common: Roster | undefined,
  own: Roster | undefined,
  isOwn: ReadonlySet<number>,
): Roster | undefined {
  const places: [Roster, number][] = [];
  for (let i = 0; i < (common?.nodes.length ?? 0); i++) {
    if (!isOwn.has(common!.nodes[i]!)) places.push([common!, i]);
  }
  if (own === undefined && places.length === common?.nodes.length) return common;
  for (let i = 0; i < (own?.nodes.length ?? 0); i++) places.push([own!, i]);
  if (places.length === 0) return undefined;
  places.sort(([a, i], [b, j]) => a.nodes[i]! - b.nodes[j]!);
  const column = (name: "from" | "to" | "owners") =>
    Int32Array.from(places, ([roster, i]) => roster[name][i]!);
  const nodes = Uint32Array.from(places, ([roster, i]) => roster.nodes[i]!);
  return { nodes, from: column("from"), to: column("to"), owners: column("owners") };
}

function keyOf({ kind, organization }: Pick<Affiliation, "kind" | "organization">): string {
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
