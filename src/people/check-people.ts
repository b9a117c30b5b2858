import { checkId, checkShape, isReadable, unfit, WarmpathError } from "../base/index.js";
import { type Person, TEXT_FIELDS } from "./person.js";

/**
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no list, `INVALID_PERSON` for what is no person or has a field of another
 * type, `INVALID_ID`.
 */
export function checkPeople(people: readonly Person[]): void {
  if (!isReadable(people) || !Array.isArray(people)) throw unfit("people", "a list");
  for (const [position, person] of (people as readonly Person[]).entries()) {
    if (!isReadable(person))
      throw new WarmpathError("INVALID_PERSON", "a person is to be an object with an id", { position });
    checkId(person.id, "person.id");
    const emails: unknown = person.emails ?? NONE;
    if (person.spells !== undefined) checkShape(person.spells, SPELLS, "person.spells");
    if (
      !isReadable(emails) ||
      !Array.isArray(emails) ||
      !emails.every(isText) ||
      !TEXT_FIELDS.every((field) => isText(person[field] ?? ""))
    )
      throw new WarmpathError("INVALID_PERSON", "a field of a person is of another type", { position });
  }
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

const SPELLS = [{ kind: "text", organization: "text" }] as const;
const NONE: readonly unknown[] = [];
