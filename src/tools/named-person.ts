import type { IntroductionPlanner } from "../planner/index.js";
import { personCard } from "./person-card.js";
import type { ToolContext, ToolResult } from "./tool.js";

type Match = ReturnType<IntroductionPlanner["find"]>[number];

/** The person whom a caller names by id, by "me", or by words that fit one for sure; else what to answer. */
export function namedPerson(
  context: ToolContext,
  text: string,
  input: string,
): { readonly id: string } | { readonly answer: ToolResult } {
  const { planner, seeker } = context;
  const { network } = planner;
  if (network.has(text) && network.seenBy(seeker).mayName(text)) return { id: network.canonical(text) };
  if (text.trim().toLowerCase() === "me") return { id: network.canonical(seeker) };
  // A buyer whom the network does not hold and whom this seeker planned for or asked for.
  if (!network.has(text) && planner.name(text, { seeker }) !== undefined) return { id: text };
  const matches = planner.find(text, { seeker });
  const sure = matches.filter(({ isSure }) => isSure === true);
  const [first] = sure;
  if (first !== undefined && sure.length === 1) return { id: first.person };
  if (matches.length === 0) {
    const message = `Nobody whom the seeker may see fits ${input}. Nothing was done.`;
    return { answer: { status: "refused", code: "unknown-person", message } };
  }
  return { answer: clarification(context, sure.length > 0 ? sure : matches, input) };
}

/** Asks the caller to choose among those who may be meant. */
export function clarification(context: ToolContext, matches: readonly Match[], input: string): ToolResult {
  const candidates = matches.slice(0, MOST_CANDIDATES).map(({ person }) => personCard(context, person));
  const more = matches.length - candidates.length;
  return {
    status: "needs-clarification",
    input,
    message: `It is not sure who is meant by ${input}. Ask the user, then call again with the id of the right one.`,
    candidates,
    ...(more > 0 ? { leftOff: { candidates: more } } : {}),
  };
}

const MOST_CANDIDATES = 8;
