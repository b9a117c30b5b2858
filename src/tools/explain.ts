import { minOf } from "../base/index.js";
import { MAX_WHY } from "./ask-card.js";
import { askIdOf, namedAsk, recordedAsk, unknownAsk } from "./named-ask.js";
import { clipped, digits, peopleOfAsk } from "./person-card.js";
import {
  ASK_INPUT,
  COUNT,
  DETAIL,
  FLAG,
  listSchema,
  NUMBER,
  only,
  PERSON,
  SHARE,
  TEXT,
  WHOLE,
} from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** Why an ask has its chance. */
export const EXPLAIN: ToolDefinition = {
  name: "explain",
  title: "Explain an ask",
  description:
    "Why an ask has its chance: everybody on the way, the chance of each yes, what it rests on, whether a tie was seen or is guessed, and the weakest step. Use it when the user doubts a plan.",
  input: only({ ask: ASK_INPUT, detail: DETAIL }, ["ask"]),
  answer: only(
    {
      ask: TEXT,
      people: { ...listSchema(PERSON), description: "In order: each asks the next." },
      probability: SHARE,
      cost: NUMBER,
      price: NUMBER,
      weakestLeg: { ...COUNT, description: "Place in legs, from 0." },
      legs: listSchema(
        only({ consent: SHARE, inferred: FLAG, state: TEXT, why: TEXT }, ["consent", "inferred"]),
      ),
      gate: TEXT,
      unmet: listSchema(TEXT),
      why: TEXT,
      whole: WHOLE,
    },
    ["ask", "people", "probability", "cost", "price", "weakestLeg", "legs"],
  ),
  mayShorten: ["why", "legs"],
  answerTo(context, { ask: given, detail }) {
    const id = askIdOf(given);
    const planned = context.asks.get(id) ?? (recordedAsk(context, id) ? undefined : namedAsk(context, given));
    const ask = planned ?? recordedAsk(context, id) ?? unknownAsk();
    const legs = (planned?.legs ?? ask.legs) as readonly Partial<
      NonNullable<typeof planned>["legs"][number]
    >[];
    const consents = ask.legs.map(({ consent }) => consent);
    return {
      status: "ok",
      ask: ask.id,
      people: peopleOfAsk(context, ask),
      probability: digits(planned?.probability ?? consents.reduce((a, b) => a * b, 1)),
      cost: digits(ask.cost),
      price: digits(ask.price),
      weakestLeg: consents.indexOf(minOf(consents)),
      legs: legs.map(({ consent = 0, inferred = false, state, why }) => ({
        consent: digits(consent),
        inferred,
        ...(state === undefined ? {} : { state }),
        ...(why === undefined ? {} : { why: clipped(why, MAX_WHY) }),
      })),
      ...(planned === undefined
        ? {}
        : {
            gate: planned.readiness.gate,
            unmet: planned.readiness.unmet,
            why: clipped(planned.why, MAX_WHY),
          }),
      ...(detail === "full" ? { whole: ask } : {}),
    };
  },
};
