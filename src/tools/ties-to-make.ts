import { clipped, digits, personCard } from "./person-card.js";
import { DETAIL, LIMIT, listSchema, NUMBER, only, PERSON, TEXT, textInput } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** Whom to get to know. */
export const TIES_TO_MAKE: ToolDefinition = {
  name: "ties_to_make",
  title: "Whom to get to know",
  description:
    "People whom the seeker does not know yet and who would bring them nearest to their buyers: whom to look for at an event, or to meet first. Without targets for the buyers asked for on record.",
  input: only(
    {
      targets: {
        type: "array",
        items: textInput(512, '"Bob Smith at Acme", or an id'),
        minItems: 1,
        maxItems: 100,
        description: "The buyers.",
      },
      limit: LIMIT,
      detail: DETAIL,
    },
    [],
  ),
  answer: only(
    { ties: listSchema(only({ person: PERSON, gain: NUMBER, why: TEXT }, ["person", "gain", "why"])) },
    ["ties"],
  ),
  mayShorten: ["ties"],
  answerTo(context, { targets, limit = 5 }) {
    const { planner, seeker, now } = context;
    const of = targets === undefined ? {} : { targets: targets as string[] };
    const found = planner.tieToMake({ seeker, now, limit: limit as number, ...of });
    const ties = found.map(({ person, gain, why }) => ({
      person: personCard(context, person),
      gain: digits(gain),
      why: clipped(why, 200),
    }));
    return { status: "ok", ties };
  },
};
