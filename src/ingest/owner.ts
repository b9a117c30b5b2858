import { checkId, WarmpathError } from "../base/index.js";
import { emailKey, normalizeProfileUrl, type Person } from "../people/index.js";

/** @throws WarmpathError `INVALID_ARGUMENT` or `INVALID_ID` unless `owner` is a person with an id. */
export function checkOwner(owner: Person | undefined): Person {
  if (typeof owner !== "object" || owner === null) {
    throw new WarmpathError("INVALID_ARGUMENT", "options.owner is to be the person whose export this is", {
      type: typeof owner,
    });
  }
  checkId(owner.id, "owner.id");
  return owner;
}

/** True where a row is the owner himself: by id, profile address or e-mail address; a like name is no proof. */
export function isOwner(person: Person, owner: Person): boolean {
  if (person.id === owner.id) return true;
  if (person.profileUrl !== undefined && owner.profileUrl !== undefined) {
    return person.profileUrl === normalizeProfileUrl(owner.profileUrl);
  }
  const own = new Set((owner.emails ?? []).map(emailKey));
  return (person.emails ?? []).some((email) => own.has(emailKey(email)));
}
