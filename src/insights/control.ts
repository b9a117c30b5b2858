import { checkShape, madeOf } from "../base/index.js";
import { rateOf } from "./rate.js";
import { CASES, isLead, type SalesCase } from "./sales-case.js";

/** How far one's own doing brings the leads. */
export interface Control {
  /** Share of the leads that one's own effort brought, in [0, 1]; 0 without leads. */
  readonly control: number;
  /** Wilson's 90% interval of it. */
  readonly controlInterval: readonly [number, number];
  /** Leads that we asked or acted for first, and leads that came to us. */
  readonly initiated: number;
  readonly received: number;
}

/** The control index of some cases; those that are no leads yet count nothing. */
export function control(cases: readonly SalesCase[]): Control {
  return madeOf("cases", () => {
    checkShape(cases, CASES, "cases");
    const leads = cases.filter(isLead);
    return controlOf({
      leads: leads.length,
      active: leads.filter(({ active }) => active).length,
      initiated: leads.filter(({ initiated }) => initiated).length,
    });
  });
}

/** {@link control} of what is counted already. */
export function controlOf(counts: {
  readonly leads: number;
  readonly active: number;
  readonly initiated: number;
}): Control {
  const { leads, active, initiated } = counts;
  const { rate, interval } = rateOf(active, leads);
  return { control: rate, controlInterval: interval, initiated, received: leads - initiated };
}
