import type { Interaction, TieEvidence } from "../../src/people/index.js";
import { defaultTieModel, type TieModel } from "../../src/ties/index.js";

/*
 * Tie strength as the README of `ties` writes it, one line a definition and nothing shared with src/ties:
 * slow, obvious, no sums kept.
 */

const DAY = 86_400_000;
const dayOf = (at: string): number => Math.floor(Date.parse(at.length === 10 ? `${at}T00:00:00Z` : at) / DAY);
export const sigma = (x: number): number => 1 / (1 + Math.exp(-x));
export const logOdds = (p: number): number => Math.log(p / (1 - p));

export interface OracleStrength {
  readonly used: number;
  readonly present: number;
  readonly peak: number;
  readonly state: string;
}

export function oracleStrength(
  evidence: TieEvidence,
  now: string,
  m: TieModel = defaultTieModel,
): OracleStrength {
  const today = dayOf(now);
  // What is told again at one instant counts once; a day alone is no instant.
  const same = (a: Interaction, b: Interaction) =>
    [a, b].every(({ at }) => at.length > 10) &&
    Date.parse(a.at) === Date.parse(b.at) &&
    a.direction === b.direction &&
    a.kind === b.kind &&
    (a.automatic === true) === (b.automatic === true);
  const seen = (evidence.interactions ?? [])
    .filter((i, nth, all) => !all.slice(0, nth).some((earlier) => same(earlier, i)))
    .filter((i) => dayOf(i.at) <= today);
  const weight = (i: Interaction) => m.weights[i.kind];
  const daysOf = (list: readonly Interaction[]) =>
    [...new Set(list.map((i) => dayOf(i.at)))].sort((a, b) => a - b);
  const contacts = daysOf(seen.filter((i) => weight(i) >= m.strength.contactWeight));
  const spoken = contacts.length > 0;
  const heard = seen.filter((i) => i.direction !== "out");
  const wrote = seen.filter((i) => i.direction === "out");
  const sum = (list: readonly Interaction[]) =>
    daysOf(list)
      .map((d) => Math.max(...list.filter((i) => dayOf(i.at) === d).map(weight)))
      .reduce((a, b) => a + b, 0);
  const answers = daysOf(heard.filter((i) => weight(i) >= m.strength.contactWeight));
  const floor = -m.strength.wrote * Math.log(1 + Math.max(0, sum(wrote) - sum(heard)));
  const quietDays = answers.length > 0 ? today - Math.max(...answers) : Number.POSITIVE_INFINITY;
  const silence = spoken ? today - Math.max(...contacts) : Number.POSITIVE_INFINITY;
  const lastHeard = Math.max(...heard.map((i) => dayOf(i.at)));
  const out = seen.filter((i) => i.direction !== "in" && dayOf(i.at) <= lastHeard).length;
  const incoming = seen.filter((i) => i.direction !== "out").length;
  const mutual = Math.min(out, incoming);
  const recip = mutual / (mutual + 2);
  const g = (quiet: number) =>
    answers.length > 0
      ? Math.max(
          floor,
          m.strength.days * Math.log(1 + sum(heard)) -
            m.strength.wrote * Math.log(1 + sum(wrote)) -
            m.strength.silence * Math.log(1 + quiet) +
            m.strength.reciprocity * recip,
        )
      : floor;
  const dated = heard.map((i) => dayOf(i.at));
  if (evidence.connectedOn !== undefined && dayOf(evidence.connectedOn) <= today)
    dated.push(dayOf(evidence.connectedOn));
  const years = dated.length === 0 ? 0 : (Math.max(...dated) - Math.min(...dated)) / 365;
  const settings = new Set(evidence.contexts ?? []).size;
  const s = (quiet: number) =>
    sigma(
      m.strength.base +
        m.strength.closeness * closeness(evidence, m) +
        g(quiet) +
        (m.strength.duration * Math.log1p(years)) / Math.log1p(20) +
        m.strength.overlap * (evidence.overlap ?? 0) +
        (m.strength.contexts * Math.min(Math.max(settings - 1, 0), 3)) / 3,
    );
  const phi = 0.35 + 0.35 * (evidence.overlap ?? 0);
  const present = s(quietDays);
  const peak = s(0);
  return {
    used: Math.max(present, phi * peak),
    present,
    peak,
    state: state(seen.length, contacts, silence, peak),
  };
}

function closeness({ closeness: said, overlap }: TieEvidence, { strength }: TieModel): number {
  if (said === undefined) return strength.closenessUnknown;
  return overlap === undefined ? 0.75 * said : said * (0.5 + 0.5 * Math.min(1, overlap / 0.2));
}

function state(interactions: number, contacts: readonly number[], silence: number, peak: number): string {
  if (interactions === 0) return "never-spoken";
  if (contacts.length < 3) return "unknown";
  if (peak >= 0.6 && silence >= 3 * 365) return "dormant-strong";
  const gaps = contacts
    .slice(1)
    .map((d, k) => d - (contacts[k] as number))
    .sort((a, b) => a - b);
  const half = gaps.length / 2;
  const gap =
    gaps.length % 2 === 1
      ? (gaps[Math.floor(half)] as number)
      : ((gaps[half] as number) + (gaps[half - 1] as number)) / 2;
  return silence <= 2 * gap ? "active" : silence <= 8 * gap ? "fading" : "dormant";
}
