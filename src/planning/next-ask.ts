import { checkPaths, type PlanAsksInput, planAsks } from "./plan-asks.js";
import type { PlannedAsk } from "./planned-ask.js";

/** What to do now about one target. */
export type NextStep =
  /** Make this request. */
  | { readonly kind: "ask"; readonly ask: PlannedAsk }
  /** It is `asked`'s move: he was asked, or he agreed and is to carry on (`asker` to `asked`). */
  | { readonly kind: "wait"; readonly asker: string; readonly asked: string }
  /** The target said yes. */
  | { readonly kind: "reached" }
  /** Nothing more to ask; `readyAt` where somebody can be asked later. */
  | { readonly kind: "stop"; readonly why: string; readonly readyAt?: string };

/** What {@link nextAsk} takes beyond a plan: the answers so far, and whether asks may run side by side. */
export interface NextAskInput extends PlanAsksInput {
  /** Ask on while another ask is open. Say so to those who are asked. @defaultValue false */
  readonly parallel?: boolean;
}

/**
 * The step to take after the answers so far, by the policy over what is left: a route with a refusal is never proposed again,
 * and nobody is asked while an ask is open unless `parallel` is chosen.
 * @throws WarmpathError as `planAsks`.
 */
export function nextAsk(input: NextAskInput): NextStep {
  checkPaths(input);
  const answers = input.answers ?? [];
  const reached = answers.some(({ asked, answer }) => asked === input.target && answer === "yes");
  if (reached) return { kind: "reached" };
  const pending = answers.find(({ answer }) => answer === "pending");
  if (pending !== undefined && !input.parallel) {
    return { kind: "wait", asker: pending.asker, asked: pending.asked };
  }
  const plan = planAsks(input);
  if (plan.nextLeg !== undefined) {
    const { asker, asked } = plan.nextLeg;
    const own = plan.asks.find((ask) => ask.seeker === asker && ask.connector === asked);
    return own === undefined ? { kind: "wait", asker, asked } : { kind: "ask", ask: own };
  }
  const readyAt = plan.waiting.find((ask) => ask.readiness.readyAt !== undefined)?.readiness.readyAt;
  return { kind: "stop", why: plan.stop, ...(readyAt === undefined ? {} : { readyAt }) };
}
