import { checkId, checkKeys, checkShape, isReadableWhole, unfit } from "../base/index.js";
import { emailKey, normalizeProfileUrl, type Person } from "../people/index.js";
import type { IdOf } from "./reader-id.js";
import type { DateOrder } from "./table/calendar-date.js";

/**
 * The owner of a reader's options.
 * @throws WarmpathError `INVALID_ARGUMENT` or `INVALID_ID` unless they are a person with an id. Likewise unless the options that every reader has
 * are what they are to be.
 */
export function checkReadOptions(
  options:
    | { readonly owner: Person; readonly idOf?: IdOf; readonly dateOrder?: DateOrder; readonly file?: string }
    | undefined,
): Person {
  checkShape(options, "object", "options");
  const owner = checkOwner(options?.owner);
  const { idOf, dateOrder, file } = options ?? {};
  if (file !== undefined && typeof file !== "string") throw unfit("file", "the file's name");
  if (idOf !== undefined && typeof idOf !== "function") throw unfit("idOf", "a function");
  if (dateOrder !== undefined && dateOrder !== "mdy" && dateOrder !== "dmy")
    throw unfit("dateOrder", '"mdy" or "dmy"');
  return owner;
}

/**
 * The owner of a public reader's options, of which no key is unknown; `further`: what this reader takes beside what all do.
 * @throws WarmpathError as {@link checkReadOptions}, and `INVALID_ARGUMENT` for a key that nothing reads.
 */
export function checkReaderOptions(
  options: Parameters<typeof checkReadOptions>[0],
  ...further: readonly string[]
): Person {
  const owner = checkReadOptions(options);
  checkKeys(options as object, [...EVERY_OPTION, ...further], "options");
  return owner;
}

/** @throws WarmpathError `INVALID_ARGUMENT` or `INVALID_ID` unless `owner` is a person with an id. */
export function checkOwner(owner: Person | undefined): Person {
  if (!isReadableWhole(owner)) {
    throw unfit("owner", "the person whose export this is");
  }
  checkId(owner.id, "owner.id");
  const { spells = [], sources = [], tags = [] } = owner;
  checkShape(owner, { title: "text?", location: "text?", kind: "text?" }, "owner");
  checkShape([sources, tags], [["object"]], "owner");
  checkShape(spells, [{ organization: "text", from: "text?", to: "text?" }], "owner.spells");
  const texts: readonly unknown[] = [owner.name, owner.company, owner.profileUrl, ...listOf(owner.emails)];
  if (texts.some((text) => text !== undefined && typeof text !== "string")) {
    throw unfit("owner", "one whose name, company, address and e-mail addresses are texts");
  }
  return owner;
}

/** True where a row is the owner themselves: by id, profile address or e-mail address; a like name is no proof. */
export function isOwner(person: Person, owner: Person): boolean {
  if (person.id === owner.id) return true;
  if (person.profileUrl !== undefined && owner.profileUrl !== undefined) {
    return person.profileUrl === normalizeProfileUrl(owner.profileUrl);
  }
  if (person.emails === undefined) return false;
  const own = new Set((owner.emails ?? []).map(emailKey));
  return person.emails.some((email) => own.has(emailKey(email)));
}

/** Items of a list; what is no list as its only item, which is then no text. */
function listOf(list: readonly unknown[] | undefined): readonly unknown[] {
  return list === undefined ? [] : Array.isArray(list) ? list : [{}];
}

/** Options of every reader; those of archives do no harm to a table. */
export const EVERY_OPTION: readonly string[] = [
  "owner",
  "idOf",
  "file",
  "encoding",
  "onProgress",
  "signal",
  "maxRows",
  "maxFieldLength",
  "maxColumns",
  "maxBytes",
  "maxFiles",
];
