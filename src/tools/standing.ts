import { namedPerson } from "./named-person.js";
import { digits, personCard } from "./person-card.js";
import { FAVOR, favorCard } from "./refusal-of.js";
import { DETAIL, listSchema, NUMBER, only, PERSON, TEXT, textInput } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** What may be asked of somebody. */
export const STANDING: ToolDefinition = {
  name: "standing",
  title: "How the seeker stands with somebody",
  description:
    "What the seeker may ask of a contact: favor points to draw on, who owes whom, whether the gate is open, what is missing, and the smallest favor that would open it. Look at it before a contact is asked twice.",
  input: only({ person: textInput(512, "The contact, by id or in words."), detail: DETAIL }, ["person"]),
  answer: only(
    {
      person: PERSON,
      drawable: NUMBER,
      limit: NUMBER,
      balance: NUMBER,
      gate: TEXT,
      unmet: listSchema(TEXT),
      priceOfOne: { ...NUMBER, description: "What an ordinary favor, 1 favor point, costs now." },
      openWith: FAVOR,
    },
    ["person", "drawable", "limit", "balance", "gate", "unmet", "priceOfOne"],
  ),
  mayShorten: ["candidates"],
  answerTo(context, { person }) {
    const { planner, seeker, now } = context;
    const named = namedPerson(context, person as string, "person");
    if ("answer" in named) return named.answer;
    const standing = planner.standing({ seeker, counterpart: named.id, now });
    const { drawable, limit, balance, gate, unmet, openWith } = standing;
    return {
      status: "ok",
      person: personCard(context, named.id),
      drawable: digits(drawable),
      limit: digits(limit),
      balance: digits(balance),
      gate,
      unmet,
      priceOfOne: digits(standing.priceFactor),
      ...(openWith === undefined ? {} : { openWith: favorCard(context, openWith) }),
    };
  },
};
