import { isoDay, utcDay } from "../base/index.js";
import { MAX_WHY } from "./ask-card.js";
import { clipped, personCard } from "./person-card.js";
import { DETAIL, FLAG, listSchema, only, PERSON, TEXT, WHOLE } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** What is to be done today. */
export const NEXT_ACTIONS: ToolDefinition = {
  name: "next_actions",
  title: "What to do today",
  description:
    "What the seeker should do today: follow-ups that are due, thanks that are owed, whom to ask next, each with why. Drafts come with draft_request, or with detail full. The user decides and sends.",
  input: only(
    {
      limit: { type: "integer", minimum: 1, maximum: 100, description: "Actions at most; 5 unless set." },
      detail: DETAIL,
    },
    [],
  ),
  answer: only(
    {
      actions: listSchema(
        only(
          {
            kind: TEXT,
            ask: TEXT,
            person: PERSON,
            target: PERSON,
            due: TEXT,
            overdue: { ...FLAG, description: "True where its day is past." },
            why: TEXT,
            hasDraft: FLAG,
          },
          ["kind", "due", "overdue", "why", "hasDraft"],
        ),
      ),
      whole: { ...listSchema(WHOLE), description: 'With detail "full": the actions with their drafts.' },
    },
    ["actions"],
  ),
  mayShorten: ["actions"],
  answerTo(context, { limit = 5, detail }) {
    const { planner, seeker, now } = context;
    const all = planner.next({ seeker, now });
    const chosen = all.slice(0, limit as number);
    context.asks.keep(chosen.flatMap(({ ask }) => (ask === undefined ? [] : [ask])));
    const today = isoDay(utcDay(now));
    const actions = chosen.map(({ kind, askId, person, target, ask, due, overdue, why, draft }) => ({
      kind,
      ...(askId === undefined ? {} : { ask: askId }),
      ...(person === undefined ? {} : { person: personCard(context, person) }),
      ...(target === undefined ? {} : { target: personCard(context, target, ask?.buyer) }),
      due,
      // The planner gives a follow-up days of grace. What nothing on record asks for has none.
      overdue: overdue || (askId === undefined && due < today),
      why: clipped(why, MAX_WHY),
      hasDraft: draft !== undefined,
    }));
    const more = all.length - chosen.length;
    return {
      status: "ok",
      actions,
      ...(detail === "full" ? { whole: chosen } : {}),
      ...(more > 0 ? { leftOff: { actions: more } } : {}),
    };
  },
};
