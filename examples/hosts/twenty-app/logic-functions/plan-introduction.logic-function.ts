import { defineLogicFunction } from "twenty-sdk/define";
import type { LogicFunctionExecutionContext } from "twenty-sdk/logic-function";
import { describePlan } from "warmpath/report";
import { ME, plannerOf, shownAsks } from "../member-planner.js";

export async function planIntroduction(
  {
    target,
    reason = "",
    offer = "",
  }: { readonly target: string; readonly reason?: string; readonly offer?: string },
  { workspaceMemberId }: Pick<LogicFunctionExecutionContext, "workspaceMemberId">,
) {
  if (workspaceMemberId === null)
    return { refusal: "This needs a member of the workspace, whose contacts are asked." };
  const today = new Date().toISOString().slice(0, 10);
  const planner = await plannerOf(workspaceMemberId, today);
  const plan = planner.plan({ seeker: ME, target, now: today });
  await shownAsks.keep(workspaceMemberId, plan.asks);
  // What the planner's own `why` says in numbers, in words.
  const { cards, refusal } = describePlan(plan, planner);
  return {
    ...(refusal === undefined ? {} : { refusal: refusal.text }),
    chance: plan.jointProbability,
    asks: plan.asks.map((ask, i) => {
      const { subject, note, forwardable } = planner.draft(ask, { channel: "email", reason, offer });
      return {
        ask: ask.id,
        name: planner.name(ask.connector),
        chance: ask.probability,
        why: [...(cards[i]?.because ?? []), cards[i]?.weakest].join(" "),
        subject,
        draft: note,
        // The note says that this stands below it.
        forwardable,
      };
    }),
  };
}

export default defineLogicFunction({
  universalIdentifier: "6f0b3b0e-5d0c-4f0e-9b59-0c1f5a7d1e03",
  name: "plan-introduction",
  description:
    "Plans an introduction to a buyer through the member's own contacts: whom to ask, in which order, with a draft for each. It sends nothing.",
  timeoutSeconds: 60,
  handler: planIntroduction,
  toolTriggerSettings: {
    inputSchema: {
      type: "object",
      properties: {
        target: { type: "string", description: "The buyer, as Name at Company" },
        reason: { type: "string", description: "Why, in a sentence" },
        offer: { type: "string", description: "What the buyer gets of it" },
      },
      required: ["target"],
      additionalProperties: false,
    },
  },
});
