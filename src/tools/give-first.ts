import { namedPerson } from "./named-person.js";
import { clipped, digits, personCard } from "./person-card.js";
import { DETAIL, LIMIT, listSchema, NUMBER, only, PERSON, TEXT, textInput } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** What to do for whom before asking. */
export const GIVE_FIRST: ToolDefinition = {
  name: "give_first",
  title: "What to do for others before asking",
  description:
    "What the seeker could do for their contacts now (thanks, news, advice, bringing two together), by how much it lowers the price of requests to come. Without targets for the buyers asked for on record. The user does it; nothing is sent.",
  input: only(
    {
      targets: {
        type: "array",
        items: textInput(512, '"Bob Smith at Acme", or an id'),
        minItems: 1,
        maxItems: 20,
        description: "Known buyers who will be asked for.",
      },
      limit: LIMIT,
      detail: DETAIL,
    },
    [],
  ),
  answer: only(
    {
      gifts: listSchema(
        only({ kind: TEXT, to: listSchema(PERSON), lowers: NUMBER, why: TEXT }, [
          "kind",
          "to",
          "lowers",
          "why",
        ]),
      ),
    },
    ["gifts"],
  ),
  mayShorten: ["gifts"],
  answerTo(context, { targets, limit = 5 }) {
    const { planner, seeker, now } = context;
    const ids: string[] = [];
    for (const text of (targets ?? []) as readonly string[]) {
      const named = namedPerson(context, text, "targets");
      if ("answer" in named) return named.answer;
      ids.push(named.id);
    }
    const all = planner.giveFirst({ seeker, now, ...(targets === undefined ? {} : { targets: ids }) });
    const gifts = all.slice(0, limit as number).map(({ kind, receivers, lowers, why }) => ({
      kind,
      to: receivers.map((id) => personCard(context, id)),
      lowers: digits(lowers),
      why: clipped(why, 200),
    }));
    return {
      status: "ok",
      gifts,
      ...(all.length > gifts.length ? { leftOff: { gifts: all.length - gifts.length } } : {}),
    };
  },
};
