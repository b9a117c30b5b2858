import * as z from "zod/mini";
import { eventSchemas } from "./event-schema.js";

/**
 * JSON Schema (draft 2020-12) of every event that `Journal.append` takes, for `dist/schema/event.json`. Fields beside
 * those named are allowed and count as words. Not exported by the root entry: it brings zod's schema writer along.
 */
export function eventJsonSchema(): object {
  const kinds = [...eventSchemas().input.values()].map((schema) => z.toJSONSchema(schema, { io: "input" }));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "warmpath journal event",
    oneOf: kinds.map(({ $schema: _, ...kind }) => kind),
  };
}
