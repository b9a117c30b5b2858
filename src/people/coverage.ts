import { WarmpathError } from "../base/index.js";
import type { Person } from "./person.js";
import type { Tie } from "./tie.js";

/**
 * The nine sources of referrals (practice.md 2.3), as codes of tags `source:…`. `business-contacts` are people one does business with or who
 * expressed interest in it; `beneficiaries` those whose business benefits from one's own.
 */
export const REFERRAL_SOURCES = [
  "clients",
  "contact-spheres",
  "power-teams",
  "business-contacts",
  "beneficiaries",
  "referral-groups",
  "business-and-social-groups",
  "staff-and-friends",
  "key-referral-partners",
] as const;

/** One of the nine sources. */
export type ReferralSource = (typeof REFERRAL_SOURCES)[number];

/** The five methods of getting referrals (practice.md 3.6 to 3.11), as codes of tags `method:…`, with what they are said to yield. */
export const REFERRAL_METHODS = [
  { code: "happy-customer", quality: "high", quantity: "low" },
  { code: "vendor", quality: "high", quantity: "low" },
  { code: "friend", quality: "medium", quantity: "low" },
  { code: "prize", quality: "low", quantity: "high" },
  { code: "social", quality: "high", quantity: "high" },
] as const;

/** One of the five methods. */
export type ReferralMethod = (typeof REFERRAL_METHODS)[number]["code"];

/** How many people stand behind a source or a method; 0: it lies idle. */
export interface CoverageRow<Code extends string> {
  readonly code: Code;
  readonly people: number;
}

/** Anything that lists its people, and its ties if it has any, such as a `Network`. */
export interface PeopleHolder {
  people(): readonly Person[];
  forEachTie?(callback: (tie: Tie) => void): void;
}

/** Which sources and methods the tags of a network know. */
export interface Coverage {
  /** All nine, in the order of the text they come from. */
  readonly sources: readonly CoverageRow<ReferralSource>[];
  /** All five. */
  readonly methods: readonly CoverageRow<ReferralMethod>[];
  /** How many of the nine and of the five have anybody. */
  readonly sourcesUsed: number;
  readonly methodsUsed: number;
  /** Those with nobody behind them, in the same order. */
  readonly idleSources: readonly ReferralSource[];
  readonly idleMethods: readonly ReferralMethod[];
  /** People without a tag of either kind: nobody has said what they are. */
  readonly untagged: number;
}

/**
 * Counts, by the tags `source:…` and `method:…`, how many people of a network or a list stand behind each of the nine sources and the
 * five methods of referral, and which lie idle. A person counts once for each code; other tags do not count. Behind the method
 * `social` stands also whoever is connected to somebody who told of it (a tie with `connectedOn`), in a network.
 * @throws WarmpathError `INVALID_ARGUMENT` for what holds no people.
 *
 * @example coverage(network).idleSources // ["contact-spheres", "power-teams", …]
 */
export function coverage(network: PeopleHolder | readonly Person[]): Coverage {
  const people = peopleOf(network);
  const counts = new Map<string, number>();
  let untagged = 0;
  const connected = connectedIn(network);
  for (const { id, tags = [] } of people) {
    const codes = new Set(tags.map(({ code }) => code).filter((code) => KNOWN.has(code)));
    if (codes.size === 0) untagged++;
    if (connected.has(id)) codes.add("method:social");
    for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const sources = REFERRAL_SOURCES.map((code) => ({ code, people: counts.get(`source:${code}`) ?? 0 }));
  const methods = REFERRAL_METHODS.map(({ code }) => ({ code, people: counts.get(`method:${code}`) ?? 0 }));
  return {
    sources,
    methods,
    sourcesUsed: sources.filter((row) => row.people > 0).length,
    methodsUsed: methods.filter((row) => row.people > 0).length,
    idleSources: sources.filter((row) => row.people === 0).map(({ code }) => code),
    idleMethods: methods.filter((row) => row.people === 0).map(({ code }) => code),
    untagged,
  };
}

/** Those to whom somebody's connections lead. */
function connectedIn(network: PeopleHolder | readonly Person[]): ReadonlySet<string> {
  const connected = new Set<string>();
  if (!("forEachTie" in network)) return connected;
  network.forEachTie?.(({ from, to, owner = from, evidence }) => {
    if (evidence.connectedOn === undefined) return;
    if (owner !== from) connected.add(from);
    if (owner !== to) connected.add(to);
  });
  return connected;
}

function peopleOf(network: PeopleHolder | readonly Person[]): readonly Person[] {
  if (Array.isArray(network)) return network;
  const holder = network as Partial<PeopleHolder> | null | undefined;
  if (typeof holder?.people === "function") return holder.people();
  throw new WarmpathError("INVALID_ARGUMENT", "coverage is of a network or a list of people", {
    type: typeof network,
  });
}

const KNOWN: ReadonlySet<string> = new Set([
  ...REFERRAL_SOURCES.map((code) => `source:${code}`),
  ...REFERRAL_METHODS.map(({ code }) => `method:${code}`),
]);
