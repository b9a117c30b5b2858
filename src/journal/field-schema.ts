import { isWellFormed } from "../base/index.js";

/** What a field of an event may hold: the part of JSON Schema that events need, and whether it may be absent. */
export type FieldSchema = (
  | {
      readonly type: "string";
      readonly const?: string;
      readonly enum?: readonly string[];
      readonly pattern?: RegExp;
      /** In UTF-16 code units. */
      readonly maxLength?: number;
      /** An id: text without a lone surrogate. */
      readonly isId?: true;
    }
  | { readonly type: "number"; readonly minimum: number; readonly maximum: number }
  | { readonly type: "boolean" }
  | ListSchema
  | ObjectSchema
) & { readonly optional?: true };

type ListSchema =
  | {
      readonly type: "array";
      readonly items: FieldSchema;
      readonly minItems: number;
      readonly maxItems: number;
    }
  | { readonly type: "array"; readonly prefixItems: readonly FieldSchema[] };

/** An object of these fields; a closed one holds no other. */
export interface ObjectSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, FieldSchema>>;
  readonly closed?: true;
}

/** The first field that does not fit, by its path; an id of lone surrogates is told apart. */
export interface Misfit {
  readonly path: string;
  readonly isBadId: boolean;
}

/** What of a plain value does not fit a schema first, in the schema's order; undefined where all does. */
export function misfitOf(schema: FieldSchema, value: unknown, path = ""): Misfit | undefined {
  const misfit = (isBadId = false): Misfit => ({ path, isBadId });
  switch (schema.type) {
    case "string":
      if (typeof value !== "string") return misfit();
      if (schema.isId === true) return isWellFormed(value) ? undefined : misfit(true);
      return isTextOf(schema, value) ? undefined : misfit();
    case "number":
      return typeof value === "number" && value >= schema.minimum && value <= schema.maximum
        ? undefined
        : misfit();
    case "boolean":
      return typeof value === "boolean" ? undefined : misfit();
    case "array":
      if (!Array.isArray(value) || !isOfLength(schema, value.length)) return misfit();
      return firstOf(value, (item, i) => misfitOf(itemSchema(schema, i), item, within(path, String(i))));
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return misfit();
      const given = value as Readonly<Record<string, unknown>>;
      const { properties, closed } = schema;
      const isOther = (key: string): boolean => !Object.hasOwn(properties, key);
      const wrong = firstOf(Object.entries(properties), ([name, field]) =>
        given[name] === undefined && field.optional === true
          ? undefined
          : misfitOf(field, given[name], within(path, name)),
      );
      return wrong ?? (closed === true && Object.keys(given).some(isOther) ? misfit() : undefined);
    }
  }
}

/** A copy of a value that fits, with the schema's own fields alone. */
export function fieldsOf(schema: FieldSchema, value: unknown): unknown {
  if (schema.type === "array")
    return (value as readonly unknown[]).map((item, i) => fieldsOf(itemSchema(schema, i), item));
  if (schema.type !== "object") return value;
  const given = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.properties))
    if (given[name] !== undefined) copy[name] = fieldsOf(field, given[name]);
  return copy;
}

function isTextOf(schema: FieldSchema & { readonly type: "string" }, text: string): boolean {
  const { const: only = text, enum: allowed, pattern, maxLength = Number.POSITIVE_INFINITY } = schema;
  return (
    text === only &&
    text.length <= maxLength &&
    allowed?.includes(text) !== false &&
    pattern?.test(text) !== false
  );
}

function isOfLength(schema: ListSchema, length: number): boolean {
  return "items" in schema
    ? length >= schema.minItems && length <= schema.maxItems
    : length === schema.prefixItems.length;
}

function itemSchema(schema: ListSchema, i: number): FieldSchema {
  return "items" in schema ? schema.items : (schema.prefixItems[i] as FieldSchema);
}

function firstOf<Item>(
  items: readonly Item[],
  misfit: (item: Item, i: number) => Misfit | undefined,
): Misfit | undefined {
  for (const [i, item] of items.entries()) {
    const found = misfit(item, i);
    if (found !== undefined) return found;
  }
  return undefined;
}

function within(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
