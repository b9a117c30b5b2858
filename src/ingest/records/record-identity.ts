import { canonicalJson } from "../../base/index.js";
import { yesOrNo } from "../crm/crm-words.js";
import { idKey } from "../crm/salesforce-tables.js";
import { textsAt } from "./fields-of.js";
import type { GivenRecord } from "./record-lists.js";

/** An id as it is compared: Salesforce's of 15 and 18 characters are one. */
export function keyOf(id: string): string {
  return /^[A-Za-z0-9]{18}$/.test(id) ? idKey(id) : id;
}

/** The key of a record; one without an id is known by what it tells. */
export function keyOrContent(key: string, told: object): string {
  return key === "" ? canonicalJson(told) : key;
}

/** Marked deleted, in the words of any of the systems: a truth, or the time when it happened. */
export function isDeleted({ record }: GivenRecord): boolean {
  const isInactive = yesOrNo(textsAt(record, "active_flag")[0] ?? "") === false;
  return isInactive || textsAt(record, DELETED).some((mark) => yesOrNo(mark) ?? true);
}

/** Ids of records that were merged into a record, in the words of any of the systems. */
export function mergedIdsOf({ record }: GivenRecord): readonly string[] {
  // HubSpot joins them with `;`, and writes the time behind a colon in an older field.
  const ids = textsAt(record, MERGED_IDS).flatMap((text) => text.split(/[;,\s]+/));
  return ids.map((id) => keyOf(id.replace(/:\d+$/, "")));
}

/** The id of the record into which a record was merged; empty for none. */
export function mergedIntoOf({ record }: GivenRecord): string {
  return keyOf(textsAt(record, MERGED_INTO)[0] ?? "");
}

const MERGED_IDS =
  "mergedIds.*|merged_ids.*|mergedRecordIds.*|properties.hs_merged_object_ids|properties.hs_calculated_merged_vids|merged-vids.*|merge_what_id";
const MERGED_INTO = "mergedInto|merged_into|mergedIntoId|merged_into_id|merged_to_id|MasterRecordId";
const DELETED = "archived|deleted|isDeleted|IsDeleted|is_deleted|trashed|deletedAt|deleted_at|isArchived";
