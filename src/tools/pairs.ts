import { clipped, personCard } from "./person-card.js";
import { DETAIL, LIMIT, listSchema, only, PERSON, TEXT, textInput } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** Whom to bring together. */
export const PAIRS: ToolDefinition = {
  name: "pairs",
  title: "Which contacts to bring together",
  description:
    "Pairs of the seeker's contacts who would gain from meeting each other, the best fit first, and how far each pair has come: new, asked, agreed. Both are to be asked before either is named to the other. With event: among those who were there.",
  input: only(
    { event: textInput(256, "Name of an event, as records have it."), limit: LIMIT, detail: DETAIL },
    [],
  ),
  answer: only(
    {
      pairs: listSchema(
        only({ first: PERSON, second: PERSON, why: TEXT, state: TEXT }, ["first", "second", "why", "state"]),
      ),
    },
    ["pairs"],
  ),
  mayShorten: ["pairs"],
  answerTo(context, { event, limit = 10 }) {
    const { planner, seeker, now } = context;
    const at = event === undefined ? {} : { event: event as string };
    const pairs = planner
      .pairs({ seeker, now, limit: limit as number, ...at })
      .map(({ between, why, state }) => ({
        first: personCard(context, between[0]),
        second: personCard(context, between[1]),
        why: clipped(why, 160),
        state,
      }));
    return { status: "ok", pairs };
  },
};
