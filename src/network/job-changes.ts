import { checkShape, compareCodeUnits, isoDay, madeOf, parseIso, utcDay } from "../base/index.js";
import type { Import } from "../ingest/index.js";
import { type CompanyOptions, foldText, type Person, sameCompany, type Tie } from "../people/index.js";
import type { Network } from "./network.js";

/** Somebody who works elsewhere, or under another title, than an earlier export said. */
export interface JobChange {
  /** Id, which both exports give the person. */
  readonly person: string;
  /** Company before and after; the same where only the title changed. */
  readonly from?: string;
  readonly to?: string;
  /** Title after, where it is known. */
  readonly title?: string;
  /** Last day that each of the two exports tells of, earlier one first: the change was seen between them. */
  readonly seenBetween: readonly [string, string];
}

/**
 * Who changed their job between two exports of one owner, in order of ids. Only who stands in both under one id is compared, and
 * only what both say. A company or a title that one of them does not tell is no change. Another way to write a company is none either, and no other name of it by `options.companyAliases`.
 * @throws WarmpathError `INVALID_DATE` for a day in the records that is none.
 * @example
 * jobChanges(readLinkedInConnections(spring, { owner: me }), readLinkedInConnections(autumn, { owner: me }));
 */
export function jobChanges(
  before: Import | Network,
  after: Import | Network,
  options: CompanyOptions = {},
): readonly JobChange[] {
  return madeOf("records", () => {
    const [old, fresh] = [recordsOf(before), recordsOf(after)];
    const seenBetween = [lastDay(old), lastDay(fresh)] as const;
    return [...old.people]
      .sort(([a], [b]) => compareCodeUnits(a, b))
      .flatMap(([person, was]) => {
        const is = fresh.people.get(person);
        if (is === undefined) return [];
        const moved =
          was.company !== undefined &&
          is.company !== undefined &&
          !sameCompany(was.company, is.company, options);
        const retitled =
          was.title !== undefined && is.title !== undefined && foldText(was.title) !== foldText(is.title);
        if (!moved && !retitled) return [];
        return [
          {
            person,
            ...(was.company === undefined ? {} : { from: was.company }),
            ...(is.company === undefined ? {} : { to: is.company }),
            ...(is.title === undefined ? {} : { title: is.title }),
            seenBetween,
          },
        ];
      });
  });
}

interface Records {
  readonly people: ReadonlyMap<string, Person>;
  readonly days: readonly string[];
}

function recordsOf(source: Import | Network): Records {
  checkShape(source, "object", "records");
  madeOf("records", () => "tieRecords" in source);
  const isNetwork = "tieRecords" in source;
  if (!isNetwork)
    checkShape(source, { people: ["object"], ties: [{ evidence: {} }], interactions: ["object"] }, "import");
  const people: readonly Person[] = isNetwork ? source.people() : source.people;
  const ties: readonly Pick<Tie, "evidence">[] = isNetwork ? source.ties() : source.ties;
  const days = ties.flatMap(({ evidence: { connectedOn, interactions = [] } }) => [
    ...(connectedOn === undefined ? [] : [connectedOn]),
    ...interactions.map(({ at }) => at),
  ]);
  const also = isNetwork ? [] : source.interactions.map(({ at }) => at);
  return { people: joined(people), days: [...days, ...also] };
}

/** Of several rows of one person each fact counts that the last of them tells. */
function joined(people: readonly Person[]): ReadonlyMap<string, Person> {
  const byId = new Map<string, Person>();
  for (const person of people) byId.set(person.id, { ...byId.get(person.id), ...person });
  return byId;
}

/** The latest day that the records tell of; an empty text where they tell of none. */
function lastDay({ days }: Records): string {
  const known = days.filter((day) => Number.isFinite(parseIso(day))).map((day) => utcDay(day));
  return known.length === 0 ? "" : isoDay(known.reduce((a, b) => Math.max(a, b)));
}
