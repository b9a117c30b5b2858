import { defineLogicFunction } from "twenty-sdk/define";
import type { LogicFunctionExecutionContext } from "twenty-sdk/logic-function";
import { keepJournal, plannerOf, shownAsks } from "../member-planner.js";

export async function keepRequest(
  { ask: id }: { readonly ask: string },
  { workspaceMemberId }: Pick<LogicFunctionExecutionContext, "workspaceMemberId">,
) {
  if (workspaceMemberId === null)
    return { refusal: "This needs a member of the workspace, whose request it was." };
  const ask = await shownAsks.get(workspaceMemberId, id);
  if (ask === undefined) return { refusal: "No request of this id was shown last; plan again." };
  const today = new Date().toISOString().slice(0, 10);
  const planner = await plannerOf(workspaceMemberId, today);
  const kept = planner.record({ id: `sent-${id}`, type: "ask.sent", at: today, ask });
  await keepJournal(workspaceMemberId, planner);
  return { kept };
}

export default defineLogicFunction({
  universalIdentifier: "6f0b3b0e-5d0c-4f0e-9b59-0c1f5a7d1e04",
  name: "keep-request",
  description:
    "Keeps that the member sent a request themselves. Only after the member said so; a second call counts once.",
  timeoutSeconds: 60,
  handler: keepRequest,
  toolTriggerSettings: {
    inputSchema: {
      type: "object",
      properties: { ask: { type: "string", description: "Id of the request, from plan-introduction" } },
      required: ["ask"],
      additionalProperties: false,
    },
  },
});
