import { unfit } from "../base/index.js";
import { type ReadingRequest, type ReadNetwork, readContacts } from "./contacts.js";
import { type DormantReading, dormantConversationsOf } from "./dormant-conversations.js";
import { type HalfLifeReading, halfLifeOf } from "./half-life.js";
import { networkShapeOf, type ShapeReading } from "./network-shape.js";
import { type ReciprocityReading, reciprocityOf } from "./reciprocity.js";
import { type WarmPathReading, warmPathsOf } from "./warm-paths.js";
import { type VouchReading, whoCouldVouchOf } from "./who-could-vouch.js";

/** The six readings of one network for one seeker: plain JSON, people by id. */
export interface NetworkReadings {
  readonly halfLife: HalfLifeReading;
  readonly reciprocity: ReciprocityReading;
  readonly vouchers: VouchReading;
  readonly dormant: DormantReading;
  readonly shape: ShapeReading;
  readonly warmPaths: WarmPathReading;
}

/**
 * All six readings in one look: what people expect to hear of one export. Each says itself where too little is on record.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no network, an unknown key, a bad limit or setting; `UNKNOWN_PERSON`, `INVALID_DATE`.
 * @example
 * const network = new Network();
 * network.import(readLinkedInArchive(files), { owner: "me" });
 * const { dormant, shape } = networkReadings(network, { seeker: "me", now: "2026-11-28" });
 */
export function networkReadings(network: ReadNetwork, request: ReadingRequest): NetworkReadings {
  const read = readContacts(network, request);
  return {
    halfLife: halfLifeOf(read),
    reciprocity: reciprocityOf(read),
    vouchers: whoCouldVouchOf(read),
    dormant: dormantConversationsOf(read),
    shape: networkShapeOf(read),
    warmPaths: warmPathsOf(read),
  };
}

/** How long the seeker's relationships last until half have gone quiet. Throws as {@link networkReadings} does, as the next five do. */
export function relationshipHalfLife(network: ReadNetwork, request: ReadingRequest): HalfLifeReading {
  return halfLifeOf(readContacts(network, request));
}

/** Who writes, recommends and helps more, whom the seeker owes most first. */
export function reciprocity(network: ReadNetwork, request: ReadingRequest): ReciprocityReading {
  return reciprocityOf(readContacts(network, request));
}

/** Who knows the seeker's work at first hand and could speak for them. */
export function whoCouldVouch(network: ReadNetwork, request: ReadingRequest): VouchReading {
  return whoCouldVouchOf(readContacts(network, request));
}

/** Conversations that have ended, with a fact on record to begin with. */
export function dormantConversations(network: ReadNetwork, request: ReadingRequest): DormantReading {
  return dormantConversationsOf(readContacts(network, request));
}

/** How broad and how warm the seeker's network is. */
export function networkShape(network: ReadNetwork, request: ReadingRequest): ShapeReading {
  return networkShapeOf(readContacts(network, request));
}

/** Who is one introduction away, and which contacts open most. @param company Only people who work there. */
export function warmPaths(network: ReadNetwork, request: ReadingRequest, company?: string): WarmPathReading {
  if (company !== undefined && typeof company !== "string") throw unfit("company", "a name");
  return warmPathsOf(readContacts(network, request), company);
}
