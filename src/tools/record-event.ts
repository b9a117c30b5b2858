import { compareCodeUnits, isoDay, shortId, utcDay } from "../base/index.js";
import type { PlannerEvent } from "../planner/index.js";
import { EVENT_FIELDS } from "./event-fields.js";
import { askIdOf, namedAsk, recordedAsk, unknownAsk } from "./named-ask.js";
import { namedPerson } from "./named-person.js";
import { checkOwn } from "./own-records.js";
import { only, TEXT, textInput } from "./schema-parts.js";
import type { JsonSchema, ToolContext, ToolDefinition, ToolResult } from "./tool.js";

type Given = Readonly<Record<string, unknown>>;

const EVENT: JsonSchema = {
  type: "object",
  description: `What happened. Fields by type: ${Object.entries(EVENT_FIELDS)
    .map(([type, { takes }]) => `${type} { ${takes} }`)
    .join("; ")}.`,
  properties: {
    type: { type: "string", enum: Object.keys(EVENT_FIELDS) },
    id: textInput(
      4096,
      "An id of the caller's own: the same one twice counts once. Made from the content where absent.",
    ),
    at: textInput(64, "When it happened, ISO 8601; now where absent."),
  },
  required: ["type"],
};

/** Keeps what the user says has happened. */
export const RECORD_EVENT: ToolDefinition = {
  name: "record_event",
  title: "Record what happened",
  description:
    "Keeps what the user says has happened: a request they sent, an answer, an introduction, thanks, a favor. Record only what the user told, never what you think or plan. People are named by id or in words; asks by id. The same call twice counts once. It sends nothing.",
  input: only({ event: EVENT }, ["event"]),
  answer: only(
    { outcome: { type: "string", enum: ["appended", "exists"] }, id: TEXT, at: TEXT, type: TEXT },
    ["outcome", "id", "at", "type"],
  ),
  writes: true,
  mayShorten: ["candidates"],
  answerTo(context, { event }) {
    const named = withPeople(context, event as Given);
    if ("answer" in named) return named.answer;
    checkOwn(context, named.event);
    return recorded(context, named.event);
  },
};

/** The event with ids in place of the words that name people. */
function withPeople(
  context: ToolContext,
  event: Given,
): { readonly event: Given } | { readonly answer: ToolResult } {
  const ids: Record<string, unknown> = {};
  for (const field of EVENT_FIELDS[event["type"] as PlannerEvent["type"]].people) {
    const value = event[field];
    const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
    const found: unknown[] = [];
    for (const text of texts) {
      const one = typeof text === "string" ? namedPerson(context, text, `event.${field}`) : { id: text };
      if ("answer" in one) return one;
      found.push(one.id);
    }
    if (Object.hasOwn(event, field)) ids[field] = Array.isArray(value) ? found : found[0];
  }
  return { event: { ...event, ...ids } };
}

/** A repeated call finds its first event by the id: the caller's own, or one made of the content and the day. */
function recorded(context: ToolContext, event: Given): ToolResult {
  const { planner, now } = context;
  const { id: own, at: givenAt, ...content } = event;
  const id =
    (own as string | undefined) ??
    idOfContent(content, (givenAt as string | undefined) ?? isoDay(utcDay(now)));
  const held = planner.journal.get(id);
  const at = (givenAt as string | undefined) ?? held?.at ?? now;
  const type = event["type"] as string;
  const known = { status: "ok" as const, id, at, type };
  if (own === undefined && held !== undefined) return { ...known, at: held.at, outcome: "exists" };
  const whole =
    type === "ask.sent" && event["ask"] !== undefined ? { ask: askToSend(context, event["ask"]) } : {};
  const outcome = planner.record({ ...content, ...whole, id, at } as unknown as PlannerEvent);
  return { ...known, outcome };
}

function askToSend(context: ToolContext, given: unknown): unknown {
  return recordedAsk(context, askIdOf(given)) ?? namedAsk(context, given) ?? unknownAsk();
}

function idOfContent(content: Given, when: string): string {
  const { ask } = content;
  const named = ask === undefined ? content : { ...content, ask: askIdOf(ask) };
  const fields = Object.entries(named).sort(([a], [b]) => compareCodeUnits(a, b));
  return shortId("ev_", JSON.stringify(fields), when);
}
