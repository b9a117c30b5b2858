import { CHANNELS } from "../../src/insights/index.js";
import type { EventInput } from "../../src/journal/index.js";
import { wilsonInterval } from "../../src/learning/index.js";

/** An event as plain loops read it. */
export type Told = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };
export type Interval = readonly [number, number];

export const STAGES = ["asked", "introduced", "met", "opportunity", "won"] as const;
export type Stage = (typeof STAGES)[number];
const REACHES: Readonly<Record<string, Stage>> = {
  "ask.sent": "asked",
  "introduction.made": "introduced",
  "target.agreed": "introduced",
  "lead.received": "introduced",
  "introduction.received": "introduced",
  "meeting.held": "met",
  "opportunity.opened": "opportunity",
  "deal.won": "won",
};
const DEEDS = ["lunch", "gift"];

export const dayOf = ({ at }: Told): number => Math.floor(Date.parse(String(at)) / 86_400_000);
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);

export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const at = (place: number): number => sorted[Math.floor(place)] as number;
  return (at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2;
}

export const share = (count: number, of: number): { rate: number; interval: Interval } => ({
  rate: of === 0 ? 0 : count / of,
  interval: wilsonInterval(count, of),
});

/** Wilson and Hilferty's point of a Gamma distribution of a shape and a mean. */
export const gamma = (mean: number, shape: number, z: number): number =>
  mean * Math.max(0, 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape))) ** 3;
export const perUnit = (count: number, per: number): Interval => [
  count === 0 ? 0 : gamma(count, count, -1.645) / per,
  gamma(count + 1, count + 1, 1.645) / per,
];

export interface Case {
  readonly id: string;
  readonly isAsk: boolean;
  readonly source: string;
  readonly active: boolean;
  readonly seeker: string;
  readonly connector?: string | undefined;
  readonly target?: string | undefined;
  readonly cost: number;
  /** Consent of each leg of an ask. */
  readonly consents: readonly number[];
  readonly steps: readonly Told[];
}

/** A request, or an introduction that nobody asked for. */
export interface Request extends Pick<Case, "id" | "seeker" | "steps"> {
  readonly connector: string;
  readonly kind: string;
}

export const has = ({ steps }: { steps: readonly Told[] }, ...types: string[]): boolean =>
  steps.some(({ type }) => types.includes(type));
export const dayAt = (one: Case, stage: Stage): number | undefined => {
  const step = one.steps.find(({ type }) => REACHES[type] === stage);
  return step && dayOf(step);
};
export const furthest = (one: Case): number =>
  most(STAGES.map((stage, i) => (dayAt(one, stage) === undefined ? 0 : i)));
export const isLead = (one: Case): boolean => furthest(one) > 0;
export const lostOf = (one: Case): Told | undefined => one.steps.find(({ type }) => type === "deal.lost");

export const answersOf = ({ steps }: { steps: readonly Told[] }) => {
  const yes = steps.find(({ type }) => ["ask.agreed", "ask.claimed", "introduction.made"].includes(type));
  const no = steps.find(({ type }) => type === "ask.declined");
  const claim = steps.findIndex(({ type }) => type === "ask.claimed");
  const seen = ["introduction.made", "meeting.held", "target.agreed", "target.declined"];
  const isProved = claim >= 0 && steps.slice(claim + 1).some(({ type }) => seen.includes(type));
  const named = no?.["suggested"] ?? no?.["suggestedPerson"];
  const isRefusal = no !== undefined && no["answer"] !== "not-tied" && named === undefined;
  return {
    yes,
    answer: no ?? yes,
    isDecided: isRefusal || yes !== undefined,
    isClaimed: claim >= 0,
    isProved,
  };
};

/** Requests and leads by plain loops over the events up to a day, every one of which is allowed where it stands. Connectors carry no tags. */
export function slowRecords(input: readonly EventInput[], now: string) {
  const today = Date.parse(now) / 86_400_000;
  const past = (input as unknown as readonly Told[]).filter((event) => dayOf(event) <= today);
  const stepsOf = (name: "ask" | "lead", id: string, begin: Told): Told[] =>
    [begin, ...past.filter((event) => event !== begin && event[name] === id)].sort(
      (a, b) => dayOf(a) - dayOf(b),
    );
  const cases: Case[] = [];
  const requests: Request[] = [];
  for (const event of past) {
    if (event.type === "ask.sent" && event["ask"] === undefined)
      requests.push({
        id: event.id,
        seeker: String(event["seeker"]),
        connector: String(event["connector"]),
        kind: String(event["kind"]),
        steps: stepsOf("ask", event.id, event),
      });
    if (event.type === "ask.sent" && event["ask"] !== undefined) {
      const ask = event["ask"] as {
        id: string;
        connector: string;
        target: string;
        legs: { asker: string; consent: number }[];
      };
      const steps = stepsOf("ask", ask.id, event);
      const consents = ask.legs.map(({ consent }) => consent);
      const one = { ...ask, seeker: String(ask.legs[0]?.asker), steps, consents };
      cases.push({ ...one, isAsk: true, source: "referral", active: true, cost: 0 });
      requests.push({ ...one, kind: "introduction" });
    }
    if (event.type === "lead.received" || event.type === "introduction.received") {
      const id = String(event["lead"] ?? event.id);
      const isUnasked = event.type === "introduction.received";
      const source = isUnasked ? "referral" : String(event["source"]);
      const one = {
        id,
        seeker: String(event["seeker"]),
        connector: event["connector"] as string | undefined,
        target: event["target"] as string | undefined,
        steps: stepsOf("lead", id, event),
      };
      const active = !isUnasked && CHANNELS[source] === true;
      cases.push({ ...one, isAsk: false, source, active, consents: [], cost: Number(event["cost"] ?? 0) });
      if (isUnasked) requests.push({ ...one, connector: String(one.connector), kind: "unasked" });
    }
  }
  const leads = cases.filter(isLead);
  /** Thanks, deeds and news of one person for another outside of any ask. */
  const shown = past.filter(
    ({ type, kind, giver }) =>
      (["thanks.sent", "update.sent"].includes(type) && giver !== undefined) ||
      (type === "favor.given" && DEEDS.includes(String(kind))),
  );

  const isThanked = (one: Request, from: number): boolean =>
    [
      ...one.steps,
      ...shown.filter(({ giver, receiver }) => giver === one.seeker && receiver === one.connector),
    ].some((step) => (step.type === "thanks.sent" || step.type === "favor.given") && dayOf(step) >= from);
  return { today, past, cases, requests, leads, isThanked };
}
