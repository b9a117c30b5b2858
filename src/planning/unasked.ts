import {
  checkId,
  checkKeys,
  checkShape,
  compareCodeUnits,
  keysOf,
  madeOf,
  unfit,
  WarmpathError,
} from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import { NOT_NOW_CODES, type ToldTie, tellersOf } from "../people/index.js";

/** What {@link unasked} reads of a network; a `Network` is one. */
export interface ContactsOf {
  has(id: string): boolean;
  canonical(id: string): string;
  isDoNotAsk(id: string): boolean;
  seenBy(viewers: readonly string[]): Pick<Viewpoint, "eachNeighbor" | "forEachEvidence" | "person">;
  forEachTie(callback: (tie: ToldTie) => void): void;
}

/** What {@link unasked} reads of a journal; a `Journal` is one. */
export interface AskEvents {
  events(): readonly {
    readonly type: string;
    /** The ask of `ask.sent`; other events name theirs by its id. */
    readonly ask?: string | { readonly connector: string } | undefined;
    /** Of a question without a named target, which holds no ask. */
    readonly connector?: string;
  }[];
}

/** Whose contacts, and who of them is no candidate. */
export interface UnaskedOptions {
  /** One seeker, or a team of them. @defaultValue everybody who told of a tie: the team whose exports the network holds */
  readonly seeker?: string | readonly string[];
  /** Codes of tags that tell that somebody is not to be asked now. @defaultValue `NOT_NOW_CODES`: `["satisfaction:low"]` */
  readonly notNow?: readonly string[];
}

const UNASKED_KEYS: readonly string[] = keysOf<UnaskedOptions>({ seeker: true, notNow: true });

/**
 * The seekers' own contacts who could be asked for a referral and on record never were, by anybody; in code-unit order
 * of ids. Left out are those who asked not to be asked, and those known to be dissatisfied (4.9 of
 * examples/guides/practice.md). Nothing known, or known to another owner in private, is no bar. Each recorded ask makes
 * the list one shorter (0.4). A tie is its two people's own to use, hidden from others or not. An id that was merged
 * away counts for the one who is kept, in network and journal.
 * @throws WarmpathError `UNKNOWN_PERSON` for a seeker, `INVALID_ID`, `INVALID_ARGUMENT` for no seeker in a list, for what is no network or journal.
 *
 * @example
 * unasked(network, journal) // ["ann", "cho"]
 */
export function unasked(network: ContactsOf, journal: AskEvents, options: UnaskedOptions = {}): string[] {
  return madeOf("network", () => {
    checkShape(network, { seenBy: "function", canonical: "function", forEachTie: "function" }, "network");
    checkShape(journal, { events: "function" }, "journal");
    checkKeys(options ?? {}, UNASKED_KEYS, "options");
    const { seeker, notNow = NOT_NOW_CODES } = options ?? {};
    checkShape(notNow, "list", "options.notNow");
    const ids: readonly unknown[] = Array.isArray(seeker) ? seeker : [seeker];
    const seekers =
      seeker === undefined
        ? tellersIn(network)
        : new Set(ids.map((id) => network.canonical(checkId(id, "seeker"))));
    if (ids.length === 0) throw unfit("seeker", "at least one id");
    for (const id of seekers) {
      if (!network.has(id)) {
        throw new WarmpathError("UNKNOWN_PERSON", "a seeker is to be a person of the network");
      }
    }
    const asked = new Set<string>();
    for (const {
      type,
      ask,
      connector = typeof ask === "object" ? ask.connector : undefined,
    } of journal.events()) {
      if (type === "ask.sent" && connector !== undefined) asked.add(network.canonical(connector));
    }
    const barred = new Set(notNow);
    const view = network.seenBy([...seekers]);
    checkShape(
      view,
      { person: "function", eachNeighbor: "function", forEachEvidence: "function" },
      "network.seenBy()",
    );
    const isCandidate = (id: string): boolean =>
      !asked.has(id) &&
      !network.isDoNotAsk(id) &&
      !view.person(id)?.tags?.some(({ code }) => barred.has(code));
    const contacts = new Set<string>();
    // Of a whole team's contacts most are of the team, and one pass over all ties meets each tie once.
    if (seeker === undefined)
      view.forEachEvidence(({ from, to }) => {
        if (seekers.has(from) !== seekers.has(to)) contacts.add(seekers.has(from) ? to : from);
      });
    else
      for (const id of seekers)
        for (const one of view.eachNeighbor(id)) if (!seekers.has(one)) contacts.add(one);
    return [...contacts].filter(isCandidate).sort(compareCodeUnits);
  });
}

/** Who told of ties, as far as they are people of the network. */
function tellersIn(network: ContactsOf): Set<string> {
  const tellers = new Set<string>();
  network.forEachTie((tie) => {
    for (const teller of tellersOf(tie)) if (!tellers.has(teller) && network.has(teller)) tellers.add(teller);
  });
  return tellers;
}
