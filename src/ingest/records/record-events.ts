import { isReadableWhole, isRecord } from "../../base/index.js";
import { type Json, textsAt } from "./fields-of.js";
import type { RecordFormat } from "./record-shape.js";

/** How much an input tells of a record: all, the fields that changed, or no more than its id. */
export type Telling = "all" | "some" | "id";

/** A record as it was found in an input. */
export interface FoundRecord {
  readonly record: unknown;
  /** The word for its kind: its list's name, or its event's. */
  readonly list: string;
  /** @defaultValue "all" */
  readonly tells?: Telling;
  /** When it happened, in one unit for all of a system. */
  readonly at?: number;
  /** The system, where the event shows it. */
  readonly format?: RecordFormat;
}

/**
 * The records that a webhook's event tells of, each as its system's API would write it; undefined for what is no event. Known are those of HubSpot,
 * Salesforce, Pipedrive (versions 1 and 2), Attio and Twenty. So are others with a record under a name such as `contact.updated`.
 */
export function recordsOfEvent(value: unknown): readonly FoundRecord[] | undefined {
  if (!isRecord(value)) return undefined;
  const isEvent = ({ isOne }: EventRule): boolean => {
    try {
      return isOne(value);
    } catch {
      // A getter that throws makes no event.
      return false;
    }
  };
  const rule = RULES.find(isEvent);
  return rule !== undefined && isReadableWhole(value) ? rule.open(value) : undefined;
}

interface EventRule {
  readonly isOne: (event: Json) => boolean;
  readonly open: (event: Json) => readonly FoundRecord[];
}

/** The word for a record of a kind that only what was read before can tell. */
export const OF_UNKNOWN_KIND = "record of some kind";

const RULES: readonly EventRule[] = [
  { isOne: (event) => has(event, "subscriptionType"), open: (event) => [ofHubSpot(event)] },
  { isOne: (event) => bodyOf(event) !== undefined, open: ofSalesforce },
  {
    isOne: ({ meta, ...event }) =>
      isRecord(meta) &&
      textAt(meta, "object|entity") !== "" &&
      ["current", "data", "previous"].some((field) => Object.hasOwn(event, field)),
    open: (event) => [ofPipedrive(event)],
  },
  {
    isOne: ({ events, ...event }) =>
      has(event, "event_type")
        ? isRecord(event["id"])
        : Array.isArray(events) &&
          events.length > 0 &&
          events.every((one) => isRecord(one) && has(one, "event_type") && isRecord(one["id"])),
    open: (event) => ((event["events"] ?? [event]) as readonly Json[]).map(ofAttio),
  },
  { isOne: (event) => contentOf(event) !== undefined && NAMED.test(nameOf(event)), open: ofNamed },
];

/** A property, a merge, an association, or no more than that something happened to an id. */
function ofHubSpot(event: Json): FoundRecord {
  const [object = "", what = ""] = textAt(event, "subscriptionType").split(".");
  const list = object === "object" ? textAt(event, "objectTypeId") || "object" : object;
  const common = { list, format: "hubspot", ...timeOf(event["occurredAt"]) } as const;
  const record = { id: event["objectId"], properties: {} };
  if (what === "associationChange") {
    const ends = `${textAt(event, "fromObjectTypeId")}_to_${textAt(event, "toObjectTypeId")}`;
    const joined = {
      from: { id: event["fromObjectId"] },
      to: [{ id: event["toObjectId"] }],
      type: textAt(event, "associationType") || ends,
      archived: event["associationRemoved"],
    };
    return { ...common, record: joined, list: "associations" };
  }
  if (what === "merge") {
    // A merge may make a record of a new id, into which both went.
    const ids = textsAt(event, "newObjectId|primaryObjectId|objectId").filter((id) => /^\d+$/.test(id));
    const [id, ...others] = ids;
    const mergedIds = [...others, ...textsAt(event, "mergedObjectIds.*")];
    return { ...common, record: { ...record, id, mergedIds }, tells: "id" };
  }
  if (/deletion$/i.test(what)) return { ...common, record: { ...record, archived: true } };
  if (what === "propertyChange") {
    const properties = { [textAt(event, "propertyName")]: event["propertyValue"] };
    return { ...common, record: { ...record, properties }, tells: "some" };
  }
  return { ...common, record, tells: "id" };
}

/** One change of one or several records of an object; what is empty is so only where the event names it as changed. */
function ofSalesforce(event: Json): readonly FoundRecord[] {
  const { ChangeEventHeader: header, ...body } = bodyOf(event) as Json;
  const type = textAt(header, "changeType");
  const isDeletion = type.endsWith("DELETE") && !type.endsWith("UNDELETE");
  const tells: Telling = isDeletion || /^(?:CREATE|UNDELETE)$/.test(type) ? "all" : "some";
  const named = new Set(textsAt(header, "changedFields.*|nulledFields.*"));
  const told = Object.entries(body).filter(
    ([field, value]) => tells === "all" || value !== null || named.size === 0 || named.has(field),
  );
  const attributes = { type: textAt(header, "entityName") };
  // Where too much changed at once no id is told, or the beginning of many.
  const ids = textsAt(header, "recordIds.*|recordIds").map((id) => (/^0{15}|\*$/.test(id) ? "" : id));
  return (ids.length === 0 ? [""] : ids).map((Id) => ({
    record: { ...Object.fromEntries(told), attributes, Id, ...(isDeletion && { IsDeleted: true }) },
    list: attributes.type,
    tells: Id === "" || (type.startsWith("GAP_") && !isDeletion) ? "id" : tells,
    format: "salesforce",
    ...timeOf((header as Json)["commitTimestamp"]),
  }));
}

/** The event itself, as the Pub/Sub API has it, or out of the envelope of CometD or EventBridge. */
function bodyOf(event: Json): Json | undefined {
  const { payload, data, detail } = event;
  const inner = [event, payload, isRecord(data) && data["payload"], isRecord(detail) && detail["payload"]];
  return inner.find((one): one is Json => isRecord(one) && isRecord(one["ChangeEventHeader"]));
}

/** Version 1 calls the record `current`, version 2 `data`; of a deleted one only `previous` is left. */
function ofPipedrive(event: Json): FoundRecord {
  const { meta, previous } = event;
  const now = event["current"] ?? event["data"];
  const isDeletion = textAt(meta, "action").startsWith("delete");
  const id = textAt(meta, "entity_id|id");
  const mergedInto = textAt(meta, "merged_to_id");
  const gone = { id, ...(isRecord(previous) && previous), archived: true, mergedInto };
  const record = isDeletion ? gone : (now ?? { id });
  return {
    record,
    list: textAt(meta, "object|entity"),
    tells: isDeletion || isRecord(now) ? "all" : "id",
    format: "pipedrive",
    ...timeOf((meta as Json)["timestamp"]),
  };
}

/** Attio's events name a record by its id; which kind it is only its workspace knows. */
function ofAttio(event: Json): FoundRecord {
  const [object, what] = textAt(event, "event_type").split(".");
  const record = { id: event["id"], values: {} };
  if (object !== "record") return { record, list: textAt(event, "event_type"), format: "attio" };
  const common = { list: OF_UNKNOWN_KIND, format: "attio" } as const;
  if (what === "deleted") return { ...common, record: { ...record, archived: true } };
  const mergedIds = what === "merged" ? textsAt(event, "duplicate_record_id") : [];
  return { ...common, record: { ...record, mergedIds }, tells: "id" };
}

/** Twenty's events, and any others with the whole record beside a name such as `person.updated`. */
function ofNamed(event: Json): readonly FoundRecord[] {
  const [list = "", what = ""] = nameOf(event).split(/[.:]/);
  const content = contentOf(event);
  const isDeletion = /^(?:delet|destroy|remov|archiv)/i.test(what);
  const isTwenty = isRecord(event["objectMetadata"]) || has(event, "eventName");
  // A list of none is told of, as a record that is not there.
  const records = Array.isArray(content) && content.length > 0 ? content : [content];
  return records.map((record) => ({
    record: isDeletion && isRecord(record) ? { ...record, archived: true } : record,
    list,
    ...(isTwenty && { format: "twenty" }),
  }));
}

function contentOf(event: Json): unknown {
  return ["record", "data", "object", "payload"]
    .map((field) => event[field])
    .find((content) => typeof content === "object" && content !== null);
}

function nameOf(event: Json): string {
  return textAt(event, "eventName|event|eventType|event_type|type");
}

const NAMED =
  /^[a-z][a-z_-]*[.:](?:creat|updat|chang|delet|destroy|restor|remov|archiv|add|upsert|merg)[a-z]*$/i;

function has(event: Json, field: string): boolean {
  return typeof event[field] === "string";
}

function textAt(value: unknown, paths: string): string {
  return textsAt(value, paths)[0] ?? "";
}

function timeOf(value: unknown): { readonly at?: number } {
  const at = typeof value === "string" && value.endsWith("Z") ? Date.parse(value) : value;
  return typeof at === "number" && Number.isFinite(at) ? { at } : {};
}
