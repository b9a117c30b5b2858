import {
  checkId,
  isCount,
  isReadable,
  isShare,
  isWarmpathError,
  isWellFormed,
  parseIso,
  unfit,
  WarmpathError,
  type WarmpathErrorCode,
} from "../base/index.js";
import {
  type Interaction,
  type Person,
  type Source,
  type Spell,
  type Tag,
  TEXT_FIELDS,
  type Tie,
  type TieEvidence,
  type Visibility,
  type Vouch,
} from "../people/index.js";
import { checkRecordKeys } from "./record-keys.js";

/** @throws WarmpathError `INVALID_PERSON` or `INVALID_ID` unless `person` is a record the network can hold. */
export function checkPerson(person: Person): void {
  readAs("INVALID_PERSON", "a person", () => checkPersonParts(person));
}

/** What a check does, where what it reads can be read at all. @throws WarmpathError `code`, and what the check throws. */
function readAs(code: WarmpathErrorCode, what: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (isWarmpathError(error)) throw error;
    throw new WarmpathError(code, `${what} cannot be read`);
  }
}

function checkPersonParts(person: Person): void {
  if (typeof person !== "object" || person === null) {
    throw new WarmpathError("INVALID_PERSON", "a person is to be an object with an id", {
      type: typeof person,
    });
  }
  checkRecordKeys(person, "person");
  checkId(person.id, "person.id");
  for (const field of TEXT_FIELDS) {
    const value: unknown = person[field];
    if (value !== undefined && typeof value !== "string") {
      throw new WarmpathError("INVALID_PERSON", `person.${field} is to be a string`, {
        field,
        type: typeof value,
      });
    }
  }
  for (const field of LIST_FIELDS) {
    const items: readonly unknown[] | undefined = person[field];
    if (items === undefined) continue;
    if (!Array.isArray(items))
      throw new WarmpathError("INVALID_PERSON", `person.${field} is to be a list`, { field });
    const kind = ITEM_KINDS[field];
    for (let position = 0; position < items.length; position++) {
      const item = items[position];
      if (kind !== undefined && typeof item === "object" && item !== null) checkRecordKeys(item, kind);
      if (!ITEMS[field](item))
        throw new WarmpathError("INVALID_PERSON", `an item of person.${field} is none`, { field, position });
    }
  }
}

/** @throws WarmpathError `INVALID_TIE`, `INVALID_ID` or `INVALID_EVIDENCE` unless `tie` can be held. */
export function checkTie(tie: Tie): void {
  checkTold(tie);
  checkId(tie.from, "tie.from");
  checkId(tie.to, "tie.to");
}

/** What a tie's record tells, but for its two ids. @throws WarmpathError as {@link checkTie}. */
export function checkTold(tie: Tie): void {
  if (typeof tie !== "object" || tie === null) {
    throw new WarmpathError("INVALID_TIE", "a tie is to be an object with from, to and evidence", {
      type: typeof tie,
    });
  }
  checkRecordKeys(tie, "tie");
  if (tie.owner !== undefined) checkId(tie.owner, "tie.owner");
  if (tie.source !== undefined) checkId(tie.source, "tie.source");
  if (tie.visibility !== undefined) checkVisibility(tie.visibility);
  // What is inherited does not come along.
  readAs("INVALID_EVIDENCE", "evidence", () => checkEvidence({ ...tie }.evidence));
}

/** @throws WarmpathError `INVALID_TIE` unless `value` says who may use a tie. */
export function checkVisibility(value: unknown): void {
  if (value !== "shared" && value !== "masked" && value !== "private") {
    throw new WarmpathError("INVALID_TIE", "a tie's visibility is to be shared, masked or private");
  }
}

/** @throws WarmpathError `INVALID_ID`, `INVALID_ARGUMENT` or `INVALID_TIE` unless somebody can say this of a tie. */
export function checkWish(by: string, between: readonly [string, string], visibility: Visibility): void {
  checkId(by, "by");
  if (!isReadable(between) || !Array.isArray(between)) throw unfit("between", "two ids");
  checkId(between[0], "between");
  checkId(between[1], "between");
  checkVisibility(visibility);
}

/** @throws WarmpathError `INVALID_EVIDENCE` unless `interaction` can be held. */
export function checkInteraction(interaction: Interaction, position: number): void {
  if (typeof interaction !== "object" || interaction === null)
    throw invalid("interactions", "a list of objects", position);
  checkRecordKeys(interaction, "interaction");
  const { at, direction, kind, automatic = false } = interaction;
  if (!isDate(at)) throw invalid("interactions.at", "an ISO 8601 date or instant", position);
  if (!DIRECTIONS.has(direction)) throw invalid("interactions.direction", "out, in or both", position);
  if (typeof automatic !== "boolean") throw invalid("interactions.automatic", "true or false", position);
  if (!KINDS.has(kind))
    throw invalid("interactions.kind", "meeting, call, message, comment or like", position);
}

function checkEvidence(evidence: TieEvidence): void {
  if (typeof evidence !== "object" || evidence === null) throw invalid("evidence", "an object");
  checkRecordKeys(evidence, "evidence");
  const { interactions, connectedOn, closeness, contexts, overlap } = evidence;
  if (connectedOn !== undefined && !isDate(connectedOn)) throw invalid("connectedOn", "an ISO 8601 date");
  if (closeness !== undefined && !isShare(closeness)) throw invalid("closeness", "a number from 0 to 1");
  if (overlap !== undefined && !isShare(overlap)) throw invalid("overlap", "a number from 0 to 1");
  if (contexts !== undefined && !(Array.isArray(contexts) && contexts.every((c) => typeof c === "string"))) {
    throw invalid("contexts", "a list of strings");
  }
  if (evidence.vouches !== undefined && !(Array.isArray(evidence.vouches) && evidence.vouches.every(isVouch)))
    throw invalid("vouches", "a list of recommendations, endorsements and invitation notes");
  if (interactions === undefined) return;
  if (!Array.isArray(interactions)) throw invalid("interactions", "a list");
  for (let at = 0; at < interactions.length; at++) checkInteraction(interactions[at] as Interaction, at);
}
const LIST_FIELDS = ["emails", "spells", "tags", "sources"] as const;
const ITEM_KINDS = { emails: undefined, spells: "spell", tags: "tag", sources: "source" } as const;
const ITEMS: Readonly<Record<(typeof LIST_FIELDS)[number], (item: unknown) => boolean>> = {
  emails: (item) => typeof item === "string",
  spells: (item) => {
    const spell = (item ?? {}) as Partial<Spell>;
    const {
      kind,
      organization,
      title = "",
      from = "",
      to = "",
      past = false,
      headcount = 1,
      owner = "",
    } = spell;
    const areKnown = typeof past === "boolean" && isCount(headcount);
    return areKnown && SPELL_KINDS.has(kind) && areTexts(organization, title, from, to) && isOwner(owner);
  },
  tags: (item) => {
    const { code, evidence, at = "", private: hidden = false, owner = "" } = (item ?? {}) as Partial<Tag>;
    return areTexts(code, evidence, at) && typeof hidden === "boolean" && isOwner(owner);
  },
  sources: (item) => {
    const { owner, file = "", row = 1 } = (item ?? {}) as Partial<Source>;
    return isOwner(owner) && typeof file === "string" && isCount(row);
  },
};
const SPELL_KINDS: ReadonlySet<unknown> = new Set(["work", "school", "event", "meeting", "conversation"]);
const DIRECTIONS: ReadonlySet<unknown> = new Set(["out", "in", "both"]);
const VOUCHES: ReadonlySet<unknown> = new Set(["recommendation", "endorsement", "invitation-note"]);
const KINDS: ReadonlySet<unknown> = new Set(["meeting", "call", "message", "comment", "like"]);

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}

function isOwner(value: unknown): boolean {
  return typeof value === "string" && isWellFormed(value);
}

function isVouch(value: unknown): boolean {
  if (typeof value === "object" && value !== null) checkRecordKeys(value, "vouch");
  const { kind, direction, at, count = 1 } = (value ?? {}) as Partial<Vouch>;
  const isCounted = isCount(count);
  return (
    isCounted &&
    VOUCHES.has(kind) &&
    (direction === "in" || direction === "out") &&
    (at === undefined || isDate(at))
  );
}

function isDate(value: unknown): boolean {
  return typeof value === "string" && Number.isFinite(parseIso(value));
}

function invalid(field: string, expected: string, position?: number): WarmpathError {
  return new WarmpathError("INVALID_EVIDENCE", `${field} is to be ${expected}`, {
    field,
    ...(position === undefined ? {} : { position }),
  });
}
