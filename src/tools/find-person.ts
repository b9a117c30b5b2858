import { digits, personCard } from "./person-card.js";
import { DETAIL, FLAG, listSchema, only, PERSON, SHARE, TEXT, textInput } from "./schema-parts.js";
import type { JsonSchema, ToolDefinition } from "./tool.js";

const SURE: JsonSchema = {
  ...FLAG,
  description:
    "True where the words fit this person in full. Where several are sure, ask which one is meant.",
};

/** Looks people up by words. */
export const FIND_PERSON: ToolDefinition = {
  name: "find_person",
  title: "Find a person",
  description:
    "Looks up people of the seeker's network by name, company, position, profile address or e-mail, best first, each with why. Use it when a name is unclear.",
  input: only(
    { query: textInput(512, '"Bob Smith at Acme", "VP Operations at Acme", an id'), detail: DETAIL },
    ["query"],
  ),
  answer: only(
    {
      people: listSchema(
        only({ ...PERSON.properties, score: SHARE, sure: SURE, why: listSchema(TEXT) }, [
          "id",
          "score",
          "sure",
          "why",
        ]),
      ),
    },
    ["people"],
  ),
  mayShorten: ["people"],
  answerTo(context, { query }) {
    const { planner, seeker } = context;
    const text = query as string;
    const isId = planner.network.has(text) && planner.network.seenBy(seeker).mayName(text);
    const matches = isId
      ? [{ person: planner.network.canonical(text), score: 1, isSure: true, why: ["same id"] }]
      : planner.find(text, { seeker });
    const people = matches.map(({ person, score, isSure = false, why }) => ({
      ...personCard(context, person),
      score: digits(score),
      sure: isSure,
      why,
    }));
    return { status: "ok", people };
  },
};
