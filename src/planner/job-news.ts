import { checkShape, firstDay, parseIso, type UtcDay, utcDay } from "../base/index.js";
import type { JobChange } from "../network/index.js";
import { type Person, sameCompany } from "../people/index.js";
import type { PlanningDay } from "./planning-day.js";

/** A new job of somebody. */
export interface JobNews {
  /** Absent: another role at the same company. */
  readonly company: string | undefined;
  /** Day on which it was first known to be so. */
  readonly seenOn: UtcDay;
}

/** Job changes that the caller found between two exports, by person; those seen too long ago are no news. */
export function newsOfChanges(day: PlanningDay, changes: readonly JobChange[]): ReadonlyMap<string, JobNews> {
  checkShape(
    changes,
    [{ person: "text", from: "text?", to: "text?", seenBetween: { 0: "text", 1: "text" } }],
    "changes",
  );
  const news = changes.flatMap(({ person, from, to, seenBetween: [, seen] }) => {
    const seenOn = Number.isFinite(parseIso(seen)) ? Math.min(utcDay(seen), day.today) : day.today;
    if (day.today - seenOn > day.settings.next.changeDays) return [];
    const company = sameCompany(from, to, day.settings.identity) ? undefined : to;
    return [[day.network.canonical(person), { company, seenOn }] as const];
  });
  return new Map(news);
}

/** A job that began in the last days by the person's own record, if there is one. */
export function newsOf(person: Person, today: UtcDay, within: number): JobNews | undefined {
  const begun = (person.spells ?? []).flatMap(({ kind, organization, from, to, past }) => {
    if (kind !== "work" || to !== undefined || past === true) return [];
    const seenOn = firstDay(from ?? "");
    return today >= seenOn && today - seenOn <= within ? [{ company: organization, seenOn }] : [];
  });
  return begun.sort((a, b) => b.seenOn - a.seenOn)[0];
}
