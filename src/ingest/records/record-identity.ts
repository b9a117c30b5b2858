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

const DELETED = "archived|deleted|isDeleted|IsDeleted|is_deleted|trashed|deletedAt|deleted_at|isArchived";
