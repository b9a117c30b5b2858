import { addTo, beforeStop, compareCodeUnits, percent, roundForPlan } from "../base/index.js";
import { type CompanyAliases, companyKeys } from "../people/index.js";
import type { TieState } from "../ties/index.js";
import type { Contacts } from "./contacts.js";
import { type Rate, rateOf } from "./rate.js";
import { count } from "./span-in-words.js";

/** What kind of network the seeker has. */
export interface ShapeReading {
  readonly contacts: number;
  /** How the contacts stand, by the rhythm of contact. */
  readonly states: Readonly<Record<TieState, number>>;
  /** Share of contacts with whom contact is alive (active or fading); absent where no contact at all is on record. */
  readonly warmth?: Rate;
  /** Contacts whose company is known, how many equal companies they would fill, and the one with most. */
  readonly companies: {
    readonly known: number;
    readonly effective: number;
    readonly top?: {
      readonly company: string;
      readonly share: number;
      readonly interval: readonly [number, number];
    };
  };
  /** Ties among the contacts that are on record, and the effective size without them (Borgatti 1997); absent where none are. */
  readonly amongContacts?: {
    readonly ties: number;
    /** Of all pairs of contacts, with its 90% interval. */
    readonly density: number;
    readonly interval: readonly [number, number];
    readonly effectiveSize: number;
  };
  readonly breadth?: "broad" | "narrow";
  /** Broad and warm, broad and cold, narrow and warm, narrow and cold; absent where either is not known. */
  readonly archetype?: "hub" | "collector" | "inner-circle" | "single-world";
  /** Of `warmth`, `companies`, `amongContacts`: what too little is on record for. */
  readonly notEnoughData: readonly string[];
  readonly summary: string;
}

/**
 * Breadth is the number of equal companies (inverse Herfindahl index), warmth the share of contacts with whom contact is alive.
 * Redundancy are the ties among contacts: effective size n - 2t/n (Borgatti 1997, after Burt 1992). O(ties that the seeker may use).
 */
export function networkShapeOf({ contacts, view, settings, request }: Contacts): ShapeReading {
  const n = contacts.length;
  const enough = n >= settings.leastContacts;
  const states: Record<TieState, number> = {
    active: 0,
    fading: 0,
    dormant: 0,
    "dormant-strong": 0,
    unknown: 0,
    "never-spoken": 0,
  };
  for (const { tie } of contacts) states[tie.state]++;
  const spoken = n - states["never-spoken"];
  const warmth = enough && spoken > 0 ? rateOf(states.active + states.fading, n) : undefined;
  const companies = companiesOf(
    contacts.map(({ person }) => person.company),
    request.companyAliases,
  );
  const breadth =
    companies.known < settings.leastContacts
      ? undefined
      : companies.effective >= settings.broadCompanies
        ? "broad"
        : "narrow";
  const known = new Set(contacts.map(({ person }) => person.id));
  let ties = 0;
  view.forEachTie(({ from, to }) => {
    if (known.has(from) && known.has(to)) ties++;
  });
  const density = rateOf(ties, (n * (n - 1)) / 2);
  const archetype =
    warmth === undefined || breadth === undefined
      ? undefined
      : ARCHETYPES[`${breadth}-${warmth.rate >= settings.warmShare ? "warm" : "cold"}`];
  return {
    contacts: n,
    states,
    ...(warmth === undefined ? {} : { warmth }),
    companies,
    ...(ties === 0
      ? {}
      : {
          amongContacts: {
            ties,
            density: density.rate,
            interval: density.interval,
            effectiveSize: roundForPlan(n - (2 * ties) / n),
          },
        }),
    ...(breadth === undefined ? {} : { breadth }),
    ...(archetype === undefined ? {} : { archetype }),
    notEnoughData: [
      ...(ties === 0 ? ["amongContacts"] : []),
      ...(breadth === undefined ? ["companies"] : []),
      ...(warmth === undefined ? ["warmth"] : []),
    ],
    summary: summaryOf(n, companies, warmth, ties, archetype),
  };
}

function companiesOf(
  names: readonly (string | undefined)[],
  aliases: CompanyAliases | undefined,
): ShapeReading["companies"] {
  const groups = new Map<string, string[]>();
  const keys = new Map<string, string | undefined>();
  for (const name of names) {
    if (name === undefined) continue;
    const key = keys.has(name) ? keys.get(name) : companyKeys(name, aliases)[0];
    keys.set(name, key);
    if (key !== undefined) addTo(groups, key, name);
  }
  const known = [...groups.values()].reduce((sum, { length }) => sum + length, 0);
  if (known === 0) return { known: 0, effective: 0 };
  const hhi = [...groups.values()].reduce((sum, { length }) => sum + (length / known) ** 2, 0);
  const [, most] = [...groups].sort(([a, x], [b, y]) => y.length - x.length || compareCodeUnits(a, b))[0] as [
    string,
    string[],
  ];
  const company = [...most].sort(compareCodeUnits)[0] as string;
  const { rate: share, interval } = rateOf(most.length, known);
  return {
    known,
    effective: roundForPlan(1 / hhi),
    top: { company, share, interval },
  };
}

function summaryOf(
  n: number,
  { known, effective, top }: ShapeReading["companies"],
  warmth: Rate | undefined,
  ties: number,
  archetype: ShapeReading["archetype"],
): string {
  const sentences = [`You have ${count(n, "contact")}.`];
  if (top !== undefined) sentences.push(beforeStop(spreadOf(known, Math.round(effective), top), "."));
  sentences.push(
    warmth === undefined
      ? "Too little contact is on record to say how warm they are."
      : `With ${percent(warmth.rate)} of them contact is alive (between ${percent(warmth.interval[0])} and ${percent(warmth.interval[1])}).`,
  );
  if (archetype !== undefined) sentences.push(WORDS[archetype]);
  sentences.push(
    ties === 0
      ? "Who of them knows whom is not on record: one export does not tell it; a colleague's would."
      : `${count(ties, "tie", "ties")} among them ${ties === 1 ? "is" : "are"} on record.`,
  );
  return sentences.join(" ");
}

function spreadOf(
  known: number,
  effective: number,
  { share, company }: { share: number; company: string },
): string {
  if (share === 1)
    return known === 1
      ? `The one whose company is known is at ${company}`
      : `All ${known} whose company is known are at ${company}`;
  const most = `${percent(share)} are at ${company}`;
  if (effective < 2) return `Of the ${known} whose company is known, ${most}`;
  return `The ${known} whose company is known are as spread out as over ${effective} companies of equal size; ${most}`;
}

const ARCHETYPES = {
  "broad-warm": "hub",
  "broad-cold": "collector",
  "narrow-warm": "inner-circle",
  "narrow-cold": "single-world",
} as const;

const WORDS: Readonly<Record<NonNullable<ShapeReading["archetype"]>, string>> = {
  hub: "A hub: many places, and contact is kept.",
  collector: "A collector: many places, and little contact; wake up a few before you need them.",
  "inner-circle": "An inner circle: few places, and contact is kept; the next new place is worth most.",
  "single-world": "One world: few places, and little contact; begin with those who were closest.",
};
