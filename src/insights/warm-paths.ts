import { addTo, compareCodeUnits, roundForPlan } from "../base/index.js";
import { sameCompany } from "../people/index.js";
import { consent, spreadInterval, TieScorer, tieStrength } from "../ties/index.js";
import { type Contacts, companyOptionsOf } from "./contacts.js";
import { count } from "./span-in-words.js";

/** Somebody whom the seeker does not know and one contact does. */
export interface WarmPathRow {
  readonly person: string;
  /** The contact with the best chance. */
  readonly connector: string;
  /** Both say yes, with its 90% interval. */
  readonly chance: number;
  readonly interval: readonly [number, number];
  /** How many further contacts know them. */
  readonly others: number;
}

/** Whom the seeker's contacts open. */
export interface WarmPathReading {
  /** Best chance first. */
  readonly rows: readonly WarmPathRow[];
  /** Everybody within one introduction. */
  readonly reached: number;
  /** Contacts who open most, and how many of those nobody else opens. */
  readonly doors: readonly { readonly connector: string; readonly opens: number; readonly alone: number }[];
  readonly notEnoughData: boolean;
  readonly summary: string;
}

/**
 * People who are one introduction away by ties on record: the contact's yes and the buyer's, as `consent` tells them. It
 * is without standing, timing and guesses, which a plan adds. `planner.plan` and `planner.account` go further and look for unseen ties.
 * O(ties of the seeker's contacts).
 */
export function warmPathsOf(read: Contacts, company?: string): WarmPathReading {
  const { contacts, view, network, seeker, limit, request } = read;
  const scorer = new TieScorer({ now: request.now, model: request.ties });
  const known = new Set([seeker, ...contacts.map(({ person }) => person.id)]);
  const best = new Map<string, { connector: string; chance: number; ways: number }>();
  const opens = new Map<string, string[]>();
  for (const { person, tie } of contacts) {
    if (network.isDoNotAsk(person.id)) continue;
    const { strength, neverSpoken } = tie;
    const first = scorer.consent({ strength, neverSpoken, role: "first" });
    for (const id of view.neighbors(person.id)) {
      const other = known.has(id) || !view.mayName(id) ? undefined : view.person(id);
      if (other === undefined || other.kind !== undefined) continue;
      if (company !== undefined && !sameCompany(company, other.company, companyOptionsOf(request))) continue;
      const evidence = view.tie(person.id, id)?.evidence;
      if (evidence === undefined) continue;
      const chance = first * scorer.consent({ ...scorer.score(evidence), role: "last" });
      const held = best.get(id);
      const ways = (held?.ways ?? 0) + 1;
      if (held === undefined || chance > held.chance) best.set(id, { connector: person.id, chance, ways });
      else held.ways = ways;
      addTo(opens, person.id, id);
    }
  }
  const rows = [...best]
    .map(([person, { connector, chance, ways }]) => ({ person, connector, chance, others: ways - 1 }))
    .sort((a, b) => b.chance - a.chance || compareCodeUnits(a.person, b.person))
    .slice(0, limit)
    .map((row) => ({ ...row, chance: roundForPlan(row.chance), interval: intervalOf(row, read) }));
  const doors = [...opens]
    .map(([connector, ids]) => ({
      connector,
      opens: ids.length,
      alone: ids.filter((id) => best.get(id)?.ways === 1).length,
    }))
    .sort((a, b) => b.opens - a.opens || b.alone - a.alone || compareCodeUnits(a.connector, b.connector))
    .slice(0, limit);
  return {
    rows,
    reached: best.size,
    doors,
    notEnoughData: best.size === 0,
    summary: summaryOf(best.size, opens.size, company),
  };
}

function intervalOf(
  { person, connector }: Pick<WarmPathRow, "person" | "connector">,
  { view, contacts, request }: Contacts,
): readonly [number, number] {
  const { now, ties: model } = request;
  const contact = contacts.find((one) => one.person.id === connector);
  const seen = view.tie(connector, person);
  if (contact === undefined || seen === undefined) return [0, 1];
  const of = ({ strength, interval, neverSpoken }: ReturnType<typeof tieStrength>, role: "first" | "last") =>
    consent({ strength, strengthInterval: interval, neverSpoken, role }, { model });
  const legs = [of(contact.tie, "first"), of(tieStrength(seen.evidence, { now, model }), "last")];
  const { interval } = spreadInterval(legs, (chances) => chances.reduce((product, one) => product * one, 1));
  return [roundForPlan(interval[0]), roundForPlan(interval[1])];
}

function summaryOf(reached: number, doors: number, company: string | undefined): string {
  const where = company === undefined ? "" : ` at ${company}`;
  if (reached === 0)
    return `Not enough data: no tie of your contacts to anybody else${where} is on record. A colleague's export, or your message files, would tell of some.`;
  return `${count(reached, "person is", "people are")} one introduction away${where}, through ${count(doors, "contact")}.`;
}
