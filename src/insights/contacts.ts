import {
  checkId,
  checkKeys,
  checkShape,
  type PartialSettings,
  type UtcDay,
  unfit,
  utcDay,
  WarmpathError,
} from "../base/index.js";
import type { Journal } from "../journal/index.js";
import type { Network, Viewpoint } from "../network/index.js";
import type { CompanyAliases, CompanyOptions, Interaction, Person, TieEvidence } from "../people/index.js";
import { contactDays, type PartialTieModel, type TieStrength, tieStrength } from "../ties/index.js";
import { type ReadingSettings, readingSettings } from "./reading-settings.js";

/** Of whom a network is read, and as of when. */
export interface ReadingRequest {
  /** Whose contacts are read, with the eyes of that person: what `network.seenBy(seeker)` lets them see. */
  readonly seeker: string;
  readonly now: Date | string;
  /** Adds favors and introductions on record. @defaultValue none */
  readonly journal?: Journal;
  /** Most rows of a list. @defaultValue 20 */
  readonly limit?: number;
  readonly ties?: PartialTieModel;
  /** Names of one company. @defaultValue the package's own table */
  readonly companyAliases?: CompanyAliases;
  readonly settings?: PartialSettings<ReadingSettings>;
}

/** The part of a `Network` that readings look at. */
export type ReadNetwork = Pick<Network, "has" | "canonical" | "shape" | "seenBy" | "isDoNotAsk">;

/** One contact of the seeker as the seeker may see them. */
export interface Contact {
  readonly person: Person;
  /** Told from the seeker's side. */
  readonly evidence: TieEvidence;
  readonly tie: TieStrength;
  /** Days of contact, in order. */
  readonly days: readonly UtcDay[];
  /** Days since the last of them; absent where there was none. */
  readonly silentDays?: number;
}

/** What all readings of one request look at. */
export interface Contacts {
  readonly seeker: string;
  readonly today: UtcDay;
  readonly view: Viewpoint;
  readonly network: ReadNetwork;
  /** In code-unit order of ids. Departments, firms and people who may not be named are left out. */
  readonly contacts: readonly Contact[];
  readonly settings: ReadingSettings;
  readonly limit: number;
  readonly request: ReadingRequest;
}

/** How names of companies are compared for a request. */
export function companyOptionsOf({ companyAliases }: ReadingRequest): CompanyOptions {
  return companyAliases === undefined ? {} : { companyAliases };
}

/**
 * The seeker's contacts and how each stands. O(ties of the seeker and what was exchanged over them).
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no network, an unknown key or a bad limit; `UNKNOWN_PERSON`, `INVALID_DATE`.
 */
export function readContacts(network: ReadNetwork, request: ReadingRequest): Contacts {
  checkShape(
    network,
    { shape: "number", seenBy: "function", canonical: "function", has: "function" },
    "network",
  );
  checkKeys(
    request,
    ["seeker", "now", "journal", "limit", "ties", "companyAliases", "settings"],
    "the request",
  );
  const { now, limit = 20, ties: model, journal } = request;
  if (journal !== undefined)
    checkShape(journal, { length: "number", events: "function", folded: "function" }, "journal");
  if (!Number.isInteger(limit) || limit < 0) throw unfit("limit", "a whole number");
  const today = utcDay(now, "now");
  const settings = readingSettings(request.settings);
  const seeker = network.canonical(checkId(request.seeker));
  if (!network.has(seeker))
    throw new WarmpathError("UNKNOWN_PERSON", "the seeker is not in the network", { what: "seeker" });
  const view = network.seenBy(seeker);
  const contacts = view.neighbors(seeker).flatMap((id): Contact[] => {
    const person = view.mayName(id) ? view.person(id) : undefined;
    const evidence = view.tie(seeker, id)?.evidence;
    if (person === undefined || person.kind !== undefined || evidence === undefined) return [];
    const days = contactDays(evidence, { now, model });
    const last = days.at(-1);
    return [
      {
        person,
        evidence,
        tie: tieStrength(evidence, { now, model }),
        days,
        ...(last === undefined ? {} : { silentDays: today - last }),
      },
    ];
  });
  return { seeker, today, view, network, contacts, settings, limit, request };
}

/** What two people wrote or said to each other up to the day: nothing that a machine sent, and no likes. */
export function exchanged({ evidence }: Contact, today: UtcDay): readonly Interaction[] {
  return (evidence.interactions ?? []).filter(
    ({ automatic, kind, at }) => automatic !== true && kind !== "like" && utcDay(at) <= today,
  );
}

/** True where contact has ended, by the rhythm of the two and by the least days of silence. */
export function isQuiet({ tie, silentDays }: Contact, { quietDays }: ReadingSettings): boolean {
  return (
    (tie.state === "dormant" || tie.state === "dormant-strong") &&
    silentDays !== undefined &&
    silentDays >= quietDays
  );
}
