import { checkShape, madeOf } from "../base/index.js";
import type { Person } from "./person.js";
import {
  REFERRAL_METHODS,
  REFERRAL_SOURCES,
  type ReferralMethod,
  type ReferralSource,
  TAG_CODES,
} from "./referral-codes.js";
import { type ToldTie, tellersOf } from "./tellers-of.js";
import type { Tie } from "./tie.js";

/** How many people stand behind a source or a method; 0: it lies idle. */
export interface CoverageRow<Code extends string> {
  readonly code: Code;
  readonly people: number;
}

/** Anything that lists its people, and its ties if it has any, such as a `Network`. */
export interface PeopleHolder {
  people(): readonly Person[];
  forEachTie?(callback: (tie: ToldTie & Pick<Tie, "to" | "evidence">) => void): void;
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
 * Counts, by the tags `source:…` and `method:…`, how many people stand behind each of the nine sources and the five methods
 * of referral. Tells also which lie idle. A person counts once for each code; other tags do not count. Behind the method
 * `social` stands also whoever is connected to somebody who told of it (a tie with `connectedOn`), in a network.
 * @throws WarmpathError `INVALID_ARGUMENT` for what holds no people.
 *
 * @example coverage(network).idleSources // ["contact-spheres", "power-teams", …]
 */
export function coverage(network: PeopleHolder | readonly Person[]): Coverage {
  return madeOf("people", () => {
    const people: readonly Person[] = Array.isArray(network) ? network : (network as PeopleHolder).people();
    checkShape(people, ["object"], "people");
    const counts = new Map<string, number>();
    let untagged = 0;
    const connected = connectedIn(network);
    for (const { id, tags = [] } of people) {
      const codes = new Set(tags.map(({ code }) => code).filter((code) => KNOWN.has(code)));
      if (codes.size === 0) untagged++;
      if (connected.has(id)) codes.add(TAG_CODES.social);
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
  });
}

/** Those to whom somebody's connections lead. */
function connectedIn(network: PeopleHolder | readonly Person[]): ReadonlySet<string> {
  const connected = new Set<string>();
  if (!("forEachTie" in network)) return connected;
  network.forEachTie?.((tie) => {
    if (tie.evidence.connectedOn === undefined) return;
    for (const teller of tellersOf(tie)) {
      for (const end of [tie.from, tie.to]) if (end !== teller) connected.add(end);
    }
  });
  return connected;
}

const KNOWN: ReadonlySet<string> = new Set([
  ...REFERRAL_SOURCES.map((code) => `source:${code}`),
  ...REFERRAL_METHODS.map(({ code }) => `method:${code}`),
]);
