import { checkShape, unfit } from "../base/index.js";
import { parseTargetQuery, type TargetQuery } from "./parse-target-query.js";

/** The query's fields. @throws WarmpathError `INVALID_ARGUMENT` where one is no text, or all are empty. */
export function readQuery(query: string | TargetQuery): TargetQuery {
  if (typeof query !== "string") checkShape(query, "object", "query");
  const asked = typeof query === "string" ? parseTargetQuery(query) : query;
  const fields: unknown[] = [asked.name, asked.company, asked.title, asked.profileUrl, asked.email];
  const isText = (value: unknown) => value === undefined || typeof value === "string";
  if (fields.every(isText) && fields.some((value) => value)) return asked;
  throw unfit("query", "text or an object with a name, company or title, each a text");
}

/** @throws WarmpathError `INVALID_ARGUMENT` for what is no number of 0 or more. */
export function readLimit(limit: unknown): number {
  if (typeof limit === "number" && limit >= 0) return limit;
  throw unfit("limit", "a number of 0 or more");
}
