import { amounts, beforeStop, favors, percent } from "../base/index.js";
import { type AskReason, reasonsApart, reasonsOf, type TitlesOf } from "../people/index.js";
import type { PlannedAsk } from "./planned-ask.js";
import { reasonWords } from "./reason-words.js";

/** Where an ask stands: its index from 0, -1 for one that waits; what comes next; positions, as far as they may be told. */
export interface AskPosition {
  readonly index?: number;
  readonly next?: PlannedAsk | undefined;
  readonly titleOf?: TitlesOf | undefined;
}

/** Why an ask stands where it stands: first what sets whom to ask apart from the next one, then the numbers. */
export function whyAsk(
  ask: PlannedAsk,
  { index, next, titleOf = () => undefined }: AskPosition = {},
): string {
  const until = ask.readiness.readyAt === undefined ? "" : ` until ${ask.readiness.readyAt}`;
  const order =
    index === undefined
      ? ""
      : index < 0
        ? `Waits${until}: `
        : `${index > 0 ? (next === undefined ? "Last ask" : "Then") : next === undefined ? "The only ask" : "First"}: `;
  const price = favors(ask.price);
  const other = next && favors(next.price);
  const then =
    other === undefined ? "" : price === other ? ", about the same as the next" : `, ${other} for the next`;
  const cost = `about as much goodwill as ${favors(ask.cost)}`;
  const numbers = `${percent(ask.probability)} chance for ${cost}, or ${price} for each success${then}.`;
  const named = ask.namedBy === undefined ? "" : "Named by somebody who was asked. ";
  const who = whoInWords(ask, next, titleOf);
  return `${named}${who === "" ? "" : `${who} `}${capital(`${order}${numbers}`)}`;
}

/** What sets whom to ask apart from the next one, in few words; empty where nothing does. */
export function whoInWords(ask: PlannedAsk, next: PlannedAsk | undefined, titleOf: TitlesOf): string {
  const reasons = reasonsFirst(ask, next, titleOf);
  // Whom to ask comes before whom they lead to, so that "them" is not taken for the latter.
  const inOrder = [...reasons.filter(({ leg }) => leg < 2), ...reasons.filter(({ leg }) => leg > 1)];
  const who = inOrder.map(reasonWords).join("; ");
  return who === "" ? "" : beforeStop(capital(who), ".");
}

/** The same as reasons, the most telling ones first. */
export function reasonsFirst(
  ask: PlannedAsk,
  next: PlannedAsk | undefined,
  titleOf: TitlesOf,
): readonly AskReason[] {
  const mine = reasonsOf(ask.legs, titleOf);
  const apart = next === undefined ? mine : reasonsApart(mine, reasonsOf(next.legs, titleOf));
  // Of a longer way only its two ends are told in one line.
  const last = ask.legs.length - 1;
  return apart.filter(({ leg }) => leg === 0 || leg === last).slice(0, MOST_REASONS);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** When to stop. `left` is the least price among the asks that the plan leaves out. */
export function whyStop(asks: number, value: number | undefined, left: number | undefined): string {
  if (asks === 0 && left === undefined) return "Nobody can be asked.";
  if (value === undefined)
    return "Ask until one says yes; without a value of the target every route is tried.";
  if (left === undefined)
    return `Every route is worth its price at a value of ${favors(value)}: stop at the first success or after the last ask.`;
  const when = asks === 0 ? "Ask nobody" : `Stop after ${asks === 1 ? "this ask" : `${asks} asks`}`;
  const [price, worth] = amounts(left, value);
  return `${when}: the next would cost ${price} for each success, and reaching the target is worth ${worth}.`;
}

/** More than three reasons in one line are no reason. */
const MOST_REASONS = 3;
