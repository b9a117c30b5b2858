import { fp, percent } from "../base/index.js";
import type { PlannedAsk } from "./planned-ask.js";

/** Why an ask stands where it stands; `place` counts from 0, -1 for one that waits, undefined for one out of any order. */
export function whyAsk(ask: PlannedAsk, place: number | undefined, next: PlannedAsk | undefined): string {
  const numbers = `${fp(ask.price)} for each success (chance ${percent(ask.probability)}, expected cost ${fp(ask.cost)})`;
  if (place === undefined) return `${numbers}.`;
  if (place < 0) {
    const until = ask.readiness.readyAt === undefined ? "" : ` until ${ask.readiness.readyAt}`;
    return `Waits${until}: ${numbers}.`;
  }
  if (next === undefined) return `${place === 0 ? "The only ask" : "Last ask"}: ${numbers}.`;
  return `${place === 0 ? "First" : "Then"}: ${numbers}; the next ask costs ${fp(next.price)} for each success.`;
}

/** When to stop. `left` is the least price among the asks that the plan leaves out. */
export function whyStop(asks: number, value: number | undefined, left: number | undefined): string {
  if (asks === 0 && left === undefined) return "Nobody can be asked.";
  if (value === undefined)
    return "Ask until one says yes; without a value of the target every route is tried.";
  if (left === undefined)
    return `Every route is worth its price at a value of ${fp(value)}: stop at the first success or after the last ask.`;
  const when = asks === 0 ? "Ask nobody" : `Stop after ${asks === 1 ? "this ask" : `${asks} asks`}`;
  return `${when}: the next would cost ${fp(left)} for each success, and reaching the target is worth ${fp(value)}.`;
}
