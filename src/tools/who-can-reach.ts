import { digits, personCard, shownTexts } from "./person-card.js";
import { COUNT, DETAIL, listSchema, only, PERSON, SHARE, TEXT, textInput } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** Sorts a list of buyers by how well they can be reached. */
export const WHO_CAN_REACH: ToolDefinition = {
  name: "who_can_reach",
  title: "Who of a list can be reached",
  description:
    "Sizes up many buyers at once, the warmest first: the chance of the best path, its steps, and the contact whom it begins with. Plan the good ones with plan_introduction.",
  input: only(
    {
      targets: {
        type: "array",
        items: textInput(512, '"Bob Smith at Acme", or an id'),
        minItems: 1,
        maxItems: 500,
        description: "The buyers.",
      },
      maxHops: {
        type: "integer",
        minimum: 1,
        maximum: 4,
        description: "Ties of a path at most; 3 unless set.",
      },
      detail: DETAIL,
    },
    ["targets"],
  ),
  answer: only(
    {
      rows: listSchema(
        only({ target: PERSON, probability: SHARE, hops: COUNT, first: PERSON, refusal: TEXT }, [
          "target",
          "probability",
        ]),
      ),
    },
    ["rows"],
  ),
  mayShorten: ["rows"],
  answerTo(context, { targets, maxHops }) {
    const { planner, seeker, now } = context;
    const hops = maxHops === undefined ? {} : { maxHops: maxHops as number };
    const found = planner.reach({ seeker, targets: targets as string[], now, ...hops });
    const rows = found.map((row) => {
      const { id, name, title, company } = row.target;
      const first = row.people?.[1];
      return {
        target: { id, ...shownTexts({ name, title, company }) },
        probability: digits(row.probability),
        ...(row.hops === undefined ? {} : { hops: row.hops }),
        ...(first === undefined || first === id ? {} : { first: personCard(context, first) }),
        ...(row.refusal === undefined ? {} : { refusal: row.refusal.code }),
      };
    });
    return { status: "ok", rows };
  },
};
