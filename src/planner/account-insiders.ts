import { addTo, compareCodeUnits, maxOf, roundForPlan } from "../base/index.js";
import { inferTies } from "../paths/index.js";
import type { AccountInsider } from "./account-plan.js";
import { type CompanyStaff, workedAt } from "./company-staff.js";
import type { PlanTarget } from "./introduction-plan.js";
import type { PlanningDay } from "./planning-day.js";
import { buyerOf } from "./resolve-target.js";

/** Contacts who work at the company or once did, the strongest tie first, each with whom of the wanted they may know. */
export function insidersOf(
  day: PlanningDay,
  { company, people }: CompanyStaff,
  wanted: readonly PlanTarget[],
  seekers: readonly string[],
): readonly AccountInsider[] {
  const view = day.network.seenBy(seekers);
  const staff = new Set(people.map(({ id }) => id));
  const contacts = new Set(seekers.flatMap((seeker) => view.neighbors(seeker)));
  const inside = [...contacts].flatMap((id) => {
    const person = seekers.includes(id) ? undefined : view.person(id);
    return person !== undefined &&
      person.kind === undefined &&
      (staff.has(id) || workedAt(person, company, day.settings.identity))
      ? [person]
      : [];
  });
  const known = inside.length === 0 ? new Map<string, Known[]>() : knownOf(day, wanted, seekers);
  return inside
    .map(({ id, title }): AccountInsider => {
      const strength = maxOf(seekers.map((seeker) => day.compiled.strength(seeker, id, seekers)));
      const others = (known.get(id) ?? []).sort(
        (a, b) => b.odds - a.odds || compareCodeUnits(a.person, b.person),
      );
      return {
        person: id,
        ...(title === undefined ? {} : { title }),
        former: !staff.has(id),
        strength: roundForPlan(strength),
        mayKnow: others.map(({ person }) => person),
      };
    })
    .sort((a, b) => b.strength - a.strength || compareCodeUnits(a.person, b.person));
}

interface Known {
  readonly person: string;
  /** That the two are tied; 1 for a tie on record. */
  readonly odds: number;
}

/** Whom of the wanted each person knows, by ties on record and by ties that are inferred. */
function knownOf(
  day: PlanningDay,
  wanted: readonly PlanTarget[],
  seekers: readonly string[],
): Map<string, Known[]> {
  const view = day.network.seenBy(seekers);
  const known = new Map<string, Known[]>();
  for (const target of wanted.filter((one) => one.known)) {
    for (const id of view.neighbors(target.id)) addTo(known, id, { person: target.id, odds: 1 });
    const query = { seekers, target: buyerOf(day, target, seekers), maskedTies: false };
    for (const { from, tieProbability } of inferTies(day.compiled, {
      ...query,
      inference: day.settings.inference,
    }))
      addTo(known, from, { person: target.id, odds: tieProbability });
  }
  return known;
}
