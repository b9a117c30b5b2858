import { unfit } from "../base/index.js";
import type { JsonSchema } from "./tool.js";

/**
 * Holds a value against a schema of a tool. The message names the place and what is expected there, never what was given.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what`, the place.
 */
export function checkInput(schema: JsonSchema, value: unknown, what = "input"): void {
  const expected = misfit(schema, value);
  if (expected !== undefined) refuse(what, expected);
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    const given = (value as Record<string, unknown>)[key];
    if (Object.hasOwn(value as object, key) && given !== undefined)
      checkInput(inner, given, `${what}.${key}`);
  }
  if (schema.items !== undefined) {
    for (const [i, item] of (value as unknown[]).entries()) checkInput(schema.items, item, `${what}[${i}]`);
  }
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => fits(one, value, what))) {
    refuse(what, schema.description ?? "one of the forms of the schema");
  }
}

/** What is expected where the value itself does not fit; its parts are not looked at. */
function misfit(schema: JsonSchema, value: unknown): string | undefined {
  const { type, required = [], properties = {} } = schema;
  if (type !== undefined && !isOfType(type, value))
    return type === "integer" ? "a whole number" : `of type ${type}`;
  if (typeof value === "string") {
    const length = [...value].length;
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
    if (length < minLength || length > maxLength) return `a text of ${minLength} to ${maxLength} characters`;
    if (schema.enum !== undefined && !schema.enum.includes(value)) return `one of ${schema.enum.join(", ")}`;
  }
  if (typeof value === "number") {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
    if (value < minimum || value > maximum) return `a number from ${minimum} to ${maximum}`;
  }
  if (Array.isArray(value)) {
    const { minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
    if (value.length < minItems || value.length > maxItems) return `a list of ${minItems} to ${maxItems}`;
  }
  if (type !== "object") return undefined;
  const given = value as Readonly<Record<string, unknown>>;
  const missing = required.find((key) => !Object.hasOwn(given, key) || given[key] === undefined);
  if (missing !== undefined) return `an object with ${missing}`;
  const isClosed = schema.additionalProperties === false;
  if (isClosed && Object.keys(given).some((key) => !Object.hasOwn(properties, key)))
    return `an object with no other fields than ${Object.keys(properties).join(", ")}`;
  return undefined;
}

function isOfType(type: NonNullable<JsonSchema["type"]>, value: unknown): boolean {
  switch (type) {
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "array":
      return Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    case "number":
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function fits(schema: JsonSchema, value: unknown, what: string): boolean {
  try {
    checkInput(schema, value, what);
    return true;
  } catch {
    return false;
  }
}

function refuse(what: string, expected: string): never {
  throw unfit(what, expected);
}
