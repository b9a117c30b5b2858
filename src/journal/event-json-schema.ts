import { eventSchemas } from "./event-schema.js";
import type { FieldSchema } from "./field-schema.js";

/**
 * JSON Schema (draft 2020-12) of every event that `Journal.append` takes, for `dist/schema/event.json`. Fields beside
 * those named are allowed and count as words.
 */
export function eventJsonSchema(): object {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "warmpath journal event",
    oneOf: [...eventSchemas().input.values()].map(jsonOf),
  };
}

/** A schema as JSON Schema writes it: what is optional is what is not required. */
function jsonOf(schema: FieldSchema): object {
  switch (schema.type) {
    case "string": {
      const { isId: _, optional: _optional, pattern, ...rest } = schema;
      return pattern === undefined ? rest : { ...rest, pattern: pattern.source };
    }
    case "array": {
      const { optional: _, ...rest } = schema;
      if ("items" in rest) return { ...rest, items: jsonOf(rest.items) };
      const { length } = rest.prefixItems;
      return {
        ...rest,
        prefixItems: rest.prefixItems.map(jsonOf),
        items: false,
        minItems: length,
        maxItems: length,
      };
    }
    case "object": {
      const fields = Object.entries(schema.properties);
      return {
        type: "object",
        properties: Object.fromEntries(fields.map(([name, field]) => [name, jsonOf(field)])),
        required: fields.filter(([, field]) => field.optional !== true).map(([name]) => name),
      };
    }
    default: {
      const { optional: _, ...rest } = schema;
      return rest;
    }
  }
}
