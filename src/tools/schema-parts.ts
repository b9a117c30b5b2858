import type { JsonSchema, ObjectSchema } from "./tool.js";

/** Schema of a text of an input. */
export function textInput(maxLength: number, description: string): JsonSchema {
  return { type: "string", minLength: 1, maxLength, description };
}

/** Schema of an object that holds nothing else. */
export function only(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[],
): ObjectSchema {
  return { type: "object", properties, required, additionalProperties: false };
}

/** Schema of a list. */
export function listSchema(items: JsonSchema): JsonSchema {
  return { type: "array", items };
}

export const TEXT: JsonSchema = { type: "string" };
export const NUMBER: JsonSchema = { type: "number" };
export const FLAG: JsonSchema = { type: "boolean" };
export const SHARE: JsonSchema = { type: "number", minimum: 0, maximum: 1 };
export const COUNT: JsonSchema = { type: "integer", minimum: 0 };
export const WHOLE: JsonSchema = { type: "object", description: 'With detail "full": all of it.' };
export const DETAIL: JsonSchema = {
  type: "string",
  enum: ["card", "full"],
  description: '"card" (default): at most 2,048 bytes. "full": everything.',
};
export const LIMIT: JsonSchema = {
  type: "integer",
  minimum: 1,
  maximum: 100,
  description: "Entries at most.",
};
export const PERSON: JsonSchema = only({ id: TEXT, name: TEXT, title: TEXT, company: TEXT }, ["id"]);
export const ASK_INPUT: JsonSchema = {
  anyOf: [textInput(4096, "Id of the ask."), { type: "object", description: "The ask as a tool gave it." }],
  description: "The id of an ask as plan_introduction or next_actions gave it, or that ask itself.",
};
