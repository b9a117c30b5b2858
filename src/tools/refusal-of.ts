import { digits, personCard } from "./person-card.js";
import { NUMBER, only, PERSON, TEXT } from "./schema-parts.js";
import type { JsonSchema, Plan, ToolContext, ToolResult } from "./tool.js";

/** Why a plan has nothing to ask, as a result. */
export function refusalOf(context: ToolContext, refusal: NonNullable<Plan["refusal"]>): ToolResult {
  const { code, message, candidates = [], openWith } = refusal;
  const near = candidates.map(({ person }) => personCard(context, person));
  return {
    status: "refused",
    code,
    message,
    ...(near.length === 0 ? {} : { candidates: near }),
    ...(openWith === undefined
      ? {}
      : { openWith: typeof openWith === "string" ? openWith : favorCard(context, openWith) }),
  };
}

/** A favor with the names of its two people. */
export function favorCard(
  context: ToolContext,
  {
    giver,
    receiver,
    kind,
    size,
  }: { readonly giver: string; readonly receiver: string; readonly kind: string; readonly size: number },
): object {
  return {
    giver: personCard(context, giver),
    receiver: personCard(context, receiver),
    kind,
    size: digits(size),
  };
}

/** Schema of the smallest favor that would do. */
export const FAVOR: JsonSchema = only({ giver: PERSON, receiver: PERSON, kind: TEXT, size: NUMBER }, [
  "giver",
  "receiver",
  "kind",
  "size",
]);
