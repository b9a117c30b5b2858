import { digits } from "./person-card.js";
import { FLAG, only, SHARE, TEXT } from "./schema-parts.js";
import type { JsonSchema, Plan } from "./tool.js";

/** Schema of what writing to the buyer without anybody would bring. */
export const DIRECT_WAY: JsonSchema = only(
  { channel: TEXT, probability: SHARE, better: FLAG, person: TEXT },
  ["channel", "probability", "better"],
);

/** The direct way of a plan as a result holds it, and to whom it is where several are wanted. */
export function directWay({
  direct,
}: {
  readonly direct?: NonNullable<Plan["direct"]> & { readonly person?: string };
}): object {
  if (direct === undefined) return {};
  const { channel, probability, better, person } = direct;
  return {
    direct: {
      channel,
      probability: digits(probability),
      better,
      ...(person === undefined ? {} : { person }),
    },
  };
}

/** The chance of a plan up to its stop, where that is less than by all ways. */
export function untilStop({ successProbability }: Pick<Plan, "successProbability">): object {
  return successProbability === undefined ? {} : { successProbability: digits(successProbability) };
}
