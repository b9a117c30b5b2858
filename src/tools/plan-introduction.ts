import { ASK_CARD, askCard } from "./ask-card.js";
import { DIRECT_WAY, directWay, untilStop } from "./direct-way.js";
import { clarification } from "./named-person.js";
import { digits, shownTexts } from "./person-card.js";
import { refusalOf } from "./refusal-of.js";
import {
  COUNT,
  DETAIL,
  listSchema,
  NUMBER,
  only,
  PERSON,
  SHARE,
  TEXT,
  textInput,
  WHOLE,
} from "./schema-parts.js";
import type { JsonSchema, Plan, ToolDefinition } from "./tool.js";

const BUYER: JsonSchema = {
  ...only(
    {
      name: textInput(256, "Name."),
      company: textInput(256, "Company."),
      title: textInput(256, "Position."),
      isNew: { type: "boolean", description: "True: none of the candidates that were offered." },
    },
    [],
  ),
  description: "The parts that are known.",
};

/** Plans the introduction to one buyer. */
export const PLAN_INTRODUCTION: ToolDefinition = {
  name: "plan_introduction",
  title: "Plan an introduction",
  description:
    "Whom to ask, in which order, to be introduced to one named person: each ask with its chance, cost in favor points, what is still missing before asking, and when to stop. It plans; nothing is sent, and nobody is asked until the user does so. For a company without a name use account_plan.",
  input: only(
    {
      target: { anyOf: [textInput(512, '"Bob Smith at Acme", or an id'), BUYER], description: "The buyer." },
      value: {
        type: "number",
        minimum: 0,
        maximum: 1e9,
        description: "Worth of reaching them, in favor points.",
      },
      k: { type: "integer", minimum: 1, maximum: 100, description: "Paths at most; 5 unless set." },
      maxHops: {
        type: "integer",
        minimum: 1,
        maximum: 4,
        description: "Ties of a path at most; 3 unless set.",
      },
      detail: DETAIL,
    },
    ["target"],
  ),
  answer: only(
    {
      planId: TEXT,
      day: TEXT,
      target: PERSON,
      probability: SHARE,
      successProbability: {
        ...SHARE,
        description: "Where one stops as the plan says; absent where every way is tried.",
      },
      expectedCost: NUMBER,
      asks: listSchema(ASK_CARD),
      waiting: { ...COUNT, description: "Asks that cannot be made today." },
      open: { ...listSchema(TEXT), description: "Asks for this buyer that still wait for an answer." },
      stop: TEXT,
      direct: DIRECT_WAY,
      issues: listSchema(TEXT),
      plan: WHOLE,
    },
    ["planId", "day", "target", "probability", "expectedCost", "asks", "waiting", "stop"],
  ),
  mayShorten: ["asks.why", "issues", "open", "asks", "candidates"],
  answerTo(context, { target, detail, value, k, maxHops }) {
    const { planner, seeker, now } = context;
    const options = Object.entries({ value, k, maxHops }).filter(([, given]) => given !== undefined);
    const plan = planner.plan({ seeker, now, target: target as string, ...Object.fromEntries(options) });
    context.asks.keep([...plan.asks, ...plan.waiting]);
    const { refusal } = plan;
    // A whole company is no choice between people: the refusal says that account_plan is for it.
    const isCompany = refusal?.openWith === "account";
    if (refusal?.code === "ambiguous-target" && refusal.candidates !== undefined && !isCompany)
      return clarification(context, refusal.candidates, "target");
    if (refusal !== undefined) return refusalOf(context, refusal);
    return {
      status: "ok",
      planId: plan.id,
      day: plan.day,
      target: targetCard(plan),
      probability: digits(plan.jointProbability),
      ...untilStop(plan),
      expectedCost: digits(plan.expectedCost),
      asks: plan.asks.map((ask) => askCard(context, ask)),
      waiting: plan.waiting.length,
      ...(plan.open.length === 0 ? {} : { open: plan.open }),
      stop: plan.stop,
      ...directWay(plan),
      ...(plan.issues.length === 0 ? {} : { issues: [...new Set(plan.issues.map(({ code }) => code))] }),
      ...(detail === "full" ? { plan } : {}),
    };
  },
};

function targetCard({ target }: Plan): { readonly id: string } {
  const { id, name, title, company } = target;
  return { id, ...shownTexts({ name, title, company }) };
}
