import { compareCodeUnits } from "../base/index.js";
import { foldCompany, type Person, richerText, type Spell } from "../people/index.js";
import { areSame, mergeSourced } from "./provenance.js";

/**
 * The stays of two records of one person. An employer that the richer company's name takes the place of stays as a stay without
 * days. No record tells which of two is over. It stands in the record of its teller, so only whoever hears that record hears of it.
 * Commutative, associative and idempotent: a class of like names keeps its richest one, and the company itself needs no stay.
 */
export function mergeEmployers(a: Person, b: Person): readonly Spell[] | undefined {
  const companies = [a.company, b.company].filter((company) => company !== undefined);
  const isOne = companies.length < 2 || a.company === b.company;
  const given = [...(a.spells ?? []), ...(b.spells ?? [])];
  if (isOne && !given.some(isBare)) return mergeSourced(a.spells, b.spells);
  if (a.company === b.company && areSame(a.spells ?? [], b.spells ?? [])) return a.spells ?? b.spells;
  const richest = new Map<string, string>();
  for (const name of [...companies, ...given.filter(isBare).map(({ organization }) => organization)]) {
    const key = foldCompany(name);
    richest.set(key, richerText(richest.get(key), name) as string);
  }
  // What names no company is no employer.
  richest.delete("");
  const company = richerText(a.company, b.company);
  // A stay that says more than the company's own name may yet say more than another one's.
  if (company !== undefined && richest.get(foldCompany(company)) === company)
    richest.delete(foldCompany(company));
  const bare = [...richest.values()]
    .sort(compareCodeUnits)
    .map((organization): Spell => ({ kind: "work", organization }));
  const rest = mergeSourced(withoutBare(a.spells), withoutBare(b.spells)) ?? [];
  const spells = [
    ...rest.filter(({ owner }) => owner === undefined),
    ...bare,
    ...rest.filter(({ owner }) => owner !== undefined),
  ];
  return spells.length === 0 ? (a.spells ?? b.spells)?.slice(0, 0) : spells;
}

/** True for a stay of which nothing is told but the employer, and which is nobody's in particular. */
function isBare({ kind, organization: _, ...more }: Spell): boolean {
  return kind === "work" && Object.values(more).every((value) => value === undefined);
}

function withoutBare(spells: readonly Spell[] | undefined): readonly Spell[] | undefined {
  return spells?.filter((spell) => !isBare(spell));
}
