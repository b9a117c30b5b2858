import { addTo, compareCodeUnits, type UtcDay, utcDay } from "../base/index.js";
import type { AskStatus, QuestionStatus } from "../tracking/index.js";
import { AGREED, claimsOf } from "./request-outcome.js";

/** How often a connector was asked, what they did, and how much is left. */
export interface ConnectorLoad {
  readonly connector: string;
  /** Requests of every kind sent to them in the last 30, 90 and 365 days. */
  readonly asks30: number;
  readonly asks90: number;
  readonly asks365: number;
  /** Asks that may still be made this year. */
  readonly left: number;
  /** Of all requests: answered, answered with a yes, said to be done, and seen to be done after that. */
  readonly answered: number;
  readonly agreed: number;
  readonly claimed: number;
  readonly proved: number;
}

/** One row a connector, the most asked in a year first, then by id. */
export function connectorLoad(
  requests: readonly Request[],
  { today, yearlyAsks }: { readonly today: UtcDay; readonly yearlyAsks: number },
): readonly ConnectorLoad[] {
  const byConnector = new Map<string, Request[]>();
  for (const request of requests) addTo(byConnector, request.connector, request);
  return [...byConnector]
    .map(([connector, list]) => {
      const within = (days: number): number =>
        list.filter(({ steps }) => today - utcDay(steps[0]?.at ?? "9999-12-31") < days).length;
      const asks365 = within(365);
      const claims = list.map(({ steps }) => claimsOf(steps));
      return {
        connector,
        asks30: within(30),
        asks90: within(90),
        asks365,
        left: Math.max(0, yearlyAsks - asks365),
        answered: list.filter(({ steps }) =>
          steps.some(({ type }) => AGREED.has(type) || type === "ask.declined"),
        ).length,
        agreed: list.filter(({ steps }) => steps.some(({ type }) => AGREED.has(type))).length,
        claimed: claims.filter(({ claimed }) => claimed).length,
        proved: claims.filter(({ proved }) => proved).length,
      };
    })
    .sort((a, b) => b.asks365 - a.asks365 || compareCodeUnits(a.connector, b.connector));
}

/** A request of any kind with its connector and seeker. */
export interface Request extends Pick<AskStatus, "steps" | "state" | "playbook"> {
  readonly id: string;
  readonly connector: string;
  readonly seeker: string;
  readonly kind: "introduction" | QuestionStatus["kind"];
}
