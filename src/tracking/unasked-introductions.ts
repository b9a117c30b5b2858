import { checkShape, madeOf } from "../base/index.js";
import type { AskStatus, AskStepTaken } from "./ask-status.js";
import type { LeadState, LeadStatus } from "./lead-status.js";
import type { AskState } from "./transitions.js";

/**
 * The introductions that nobody asked for as requests whose introduction was made: who made one is owed thanks and news as if
 * asked. Without a known buyer the target is an empty id. In the order of the leads.
 */
export function unaskedIntroductions(leads: readonly LeadStatus[]): readonly AskStatus[] {
  return madeOf("leads", () => {
    checkShape(leads, [{ lead: "text", state: "text" }], "leads");
    return leads.flatMap(
      ({ lead, introducedBy, seeker, target = "", state, since, open, steps, ignored }) => {
        if (introducedBy === undefined || seeker === undefined) return [];
        const legs = [seeker, introducedBy, target].slice(0, -1).map((asker, i) => ({
          asker,
          asked: i === 0 ? introducedBy : target,
          consent: 1,
          inferred: false,
        }));
        const ask = { id: lead, seeker, connector: introducedBy, target, legs, cost: 0, price: 0 };
        const taken = steps.map(
          (step): AskStepTaken => ({
            ...step,
            type: step.type === "introduction.received" ? "introduction.made" : step.type,
            state: STATES[step.state],
          }),
        );
        return [{ ask, state: STATES[state], since, open, steps: taken, needs: [], ignored }];
      },
    );
  });
}

const STATES: Readonly<Record<LeadState, AskState>> = {
  unknown: "planned",
  received: "introduced",
  met: "met",
  opportunity: "opportunity",
  won: "won",
  lost: "lost",
};
