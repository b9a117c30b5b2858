import { digits, personCard } from "./person-card.js";
import { DETAIL, LIMIT, listSchema, only, PERSON, SHARE, textInput } from "./schema-parts.js";
import type { ToolContext, ToolDefinition } from "./tool.js";

type Profile = Parameters<ToolContext["planner"]["prospects"]>[0]["profile"];

/** Whom to look for where no buyer is named. */
export const PROSPECTS: ToolDefinition = {
  name: "prospects",
  title: "Who could be a buyer",
  description:
    "People of the network who fit a description of good buyers and to whom a way leads, the best chance times fit first. For a user who does not name anybody. Give at least one of industries, titles, size and issue; then plan with plan_introduction.",
  input: only(
    {
      industries: { ...words("Trades of which any fits."), items: textInput(64, '"computer software"') },
      titles: { ...words("Positions of which any fits."), items: textInput(128, '"VP Operations"') },
      size: {
        type: "array",
        items: { type: "number", minimum: 0, maximum: 1e7 },
        minItems: 2,
        maxItems: 2,
        description: "People at the company, from and to.",
      },
      issue: textInput(64, "The problem that they are to have, as a tag names it."),
      limit: LIMIT,
      detail: DETAIL,
    },
    [],
  ),
  answer: only(
    {
      prospects: listSchema(
        only({ person: PERSON, fit: SHARE, probability: SHARE, first: PERSON }, [
          "person",
          "fit",
          "probability",
        ]),
      ),
    },
    ["prospects"],
  ),
  mayShorten: ["prospects"],
  answerTo(context, { limit = 10, detail: _, ...profile }) {
    const { planner, seeker, now } = context;
    const found = planner.prospects({
      seeker,
      now,
      limit: limit as number,
      profile: profile as unknown as Profile,
    });
    const prospects = found.map(({ person, fit, probability, people }) => ({
      person: personCard(context, person),
      fit: digits(fit.score),
      probability: digits(probability),
      ...(people.length > 2 ? { first: personCard(context, people[1] as string) } : {}),
    }));
    return { status: "ok", prospects };
  },
};

function words(description: string) {
  return { type: "array", minItems: 1, maxItems: 20, description } as const;
}
