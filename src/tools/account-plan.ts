import { ASK_CARD, askCard } from "./ask-card.js";
import { DIRECT_WAY, directWay, untilStop } from "./direct-way.js";
import { digits, personCard, shownTexts } from "./person-card.js";
import { refusalOf } from "./refusal-of.js";
import {
  COUNT,
  DETAIL,
  FLAG,
  listSchema,
  NUMBER,
  only,
  PERSON,
  SHARE,
  TEXT,
  textInput,
  WHOLE,
} from "./schema-parts.js";
import type { AccountParts, JsonSchema, ToolContext, ToolDefinition } from "./tool.js";

const SOMEBODY: JsonSchema = only({ person: PERSON, role: TEXT, probability: SHARE, refusal: TEXT }, [
  "probability",
]);
const INSIDER: JsonSchema = only(
  { person: PERSON, former: FLAG, strength: SHARE, mayKnow: listSchema(TEXT) },
  ["person", "former", "strength"],
);

/** Sizes up one company: who is known there, who is inside, and one plan for reaching any of them. */
export const ACCOUNT_PLAN: ToolDefinition = {
  name: "account_plan",
  title: "Who is known at a company",
  description:
    "For a company without a named buyer, or for wanted positions there: the people known there with the chance to reach each, contacts who are or were inside, and one order of asks for reaching any of them. It plans; nothing is sent, and nobody is asked until the user does so.",
  input: only(
    {
      company: textInput(256, 'A company, another name of it, or its domain: "Acme", "acme.com".'),
      roles: {
        type: "array",
        items: textInput(128, '"VP Operations"'),
        maxItems: 20,
        description: "Positions of which any is wanted; anybody there unless set.",
      },
      value: {
        type: "number",
        minimum: 0,
        maximum: 1e9,
        description: "Worth of reaching any of them, in favor points.",
      },
      detail: DETAIL,
    },
    ["company"],
  ),
  answer: only(
    {
      planId: TEXT,
      day: TEXT,
      company: TEXT,
      probability: SHARE,
      successProbability: {
        ...SHARE,
        description: "Where one stops as the plan says; absent where every way is tried.",
      },
      expectedCost: NUMBER,
      people: listSchema(SOMEBODY),
      insiders: listSchema(INSIDER),
      asks: listSchema(ASK_CARD),
      waiting: { ...COUNT, description: "Asks that cannot be made today." },
      open: { ...listSchema(TEXT), description: "Asks for people there that still wait for an answer." },
      direct: DIRECT_WAY,
      issues: listSchema(TEXT),
      stop: TEXT,
      checked: listSchema(TEXT),
      notChecked: listSchema(TEXT),
      plan: WHOLE,
    },
    [
      "planId",
      "day",
      "company",
      "probability",
      "expectedCost",
      "people",
      "insiders",
      "asks",
      "waiting",
      "stop",
    ],
  ),
  mayShorten: [
    "notChecked",
    "checked",
    "insiders.mayKnow",
    "asks.why",
    "insiders",
    "people",
    "issues",
    "open",
    "asks",
    "candidates",
  ],
  answerTo(context, { company, roles, value, detail }) {
    const { planner, seeker, now } = context;
    const options = Object.entries({ roles, value }).filter(([, given]) => given !== undefined);
    const plan = planner.account({ seeker, now, company: company as string, ...Object.fromEntries(options) });
    context.asks.keep([...plan.asks, ...plan.waiting]);
    if (plan.refusal !== undefined) return refusalOf(context, plan.refusal);
    return {
      status: "ok",
      planId: plan.id,
      day: plan.day,
      ...shownTexts({ company: plan.company }),
      probability: digits(plan.jointProbability),
      ...untilStop(plan),
      expectedCost: digits(plan.expectedCost),
      people: plan.people.map((one) => somebody(context, one)),
      insiders: plan.insiders.map((one) => insider(context, one)),
      asks: plan.asks.map((ask) => askCard(context, ask)),
      waiting: plan.waiting.length,
      ...(plan.open.length === 0 ? {} : { open: plan.open }),
      ...directWay(plan),
      ...(plan.issues.length === 0 ? {} : { issues: [...new Set(plan.issues.map(({ code }) => code))] }),
      stop: plan.stop,
      checked: plan.checked,
      notChecked: plan.notChecked,
      ...(detail === "full" ? { plan } : {}),
    };
  },
};

function somebody(
  context: ToolContext,
  { person, role, probability, refusal }: AccountParts["people"][number],
): object {
  return {
    ...(person === undefined ? {} : { person: personCard(context, person) }),
    ...shownTexts({ role }),
    probability: digits(probability),
    ...(refusal === undefined ? {} : { refusal: refusal.code }),
  };
}

function insider(
  context: ToolContext,
  { person, former, strength, mayKnow }: AccountParts["insiders"][number],
): object {
  const known = mayKnow.slice(0, MOST_KNOWN);
  return {
    person: personCard(context, person),
    former,
    strength: digits(strength),
    ...(known.length === 0 ? {} : { mayKnow: known }),
  };
}

/** Ids beside one insider; `detail: "full"` gives all. */
const MOST_KNOWN = 5;
