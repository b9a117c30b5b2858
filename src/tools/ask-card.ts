import { clipped, digits, peopleOfAsk } from "./person-card.js";
import { FLAG, listSchema, NUMBER, only, PERSON, SHARE, TEXT } from "./schema-parts.js";
import type { JsonSchema, PersonCard, PlanAsk, ToolContext } from "./tool.js";

/** One ask in few words. */
export interface AskCard {
  /** Id by which other tools and events name it. */
  readonly ask: string;
  readonly connector: PersonCard;
  /** Between connector and target, in order; absent where there is nobody. */
  readonly via?: readonly PersonCard[];
  readonly probability: number;
  readonly cost: number;
  readonly price: number;
  readonly gate: string;
  readonly unmet?: readonly string[];
  readonly readyAt?: string;
  readonly beatsDirect?: boolean;
  /** Absent in an answer that had to be shortened. */
  readonly why?: string;
}

/** What an assistant needs to know of a planned ask. */
export function askCard(context: ToolContext, ask: PlanAsk): AskCard {
  const people = peopleOfAsk(context, ask);
  const via = people.slice(2, -1);
  const { gate, unmet, readyAt } = ask.readiness;
  return {
    ask: ask.id,
    connector: people[1] as PersonCard,
    ...(via.length === 0 ? {} : { via }),
    probability: digits(ask.probability),
    cost: digits(ask.cost),
    price: digits(ask.price),
    gate,
    ...(unmet.length === 0 ? {} : { unmet }),
    ...(readyAt === undefined ? {} : { readyAt }),
    ...(ask.beatsDirect === undefined ? {} : { beatsDirect: ask.beatsDirect }),
    why: clipped(ask.why, MAX_WHY),
  };
}

/** Characters of a reason. */
export const MAX_WHY = 240;

export const ASK_CARD: JsonSchema = only(
  {
    ask: TEXT,
    connector: PERSON,
    via: listSchema(PERSON),
    probability: SHARE,
    cost: NUMBER,
    price: NUMBER,
    gate: TEXT,
    unmet: listSchema(TEXT),
    readyAt: TEXT,
    beatsDirect: FLAG,
    why: TEXT,
  },
  ["ask", "connector", "probability", "cost", "price", "gate"],
);
