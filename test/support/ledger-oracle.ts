import type { EventInput, RecordedAsk } from "../../src/journal/index.js";

/** The ledger told slowly: every sum over every event, straight from the README of `ledger`. Amounts in favor points. */
export interface SlowLedger {
  book(a: string, b: string): number;
  /** Σ R(gifts of `from` to `to`) and Σ G(the same gifts), as of a day. */
  receiverSum(from: string, to: string, today: number): number;
  giverSum(from: string, to: string, today: number): number;
  /** Gifts that count on a day. */
  gifts(from: string, to: string, today: number): number;
  people(): string[];
  /** Sales that count on a day. */
  sales(seller: string, customer: string, today: number): { day: number; smooth: boolean }[];
  /** Wasted meetings that count on a day over the tie of two people, either way round. */
  wasted(a: string, b: string, today: number): number;
}

interface Gift {
  giver: string;
  receiver: string;
  /** Thousandths. */
  size: number;
  day: number;
  /** First day on which it no longer counts. */
  until: number;
}

/** `canonical` tells which id stands for a person: what passes between two ids of one person is nothing. */
export function slowLedger(
  events: readonly EventInput[],
  canonical: (id: string) => string = (id) => id,
): SlowLedger {
  const asks = new Map<string, RecordedAsk>();
  const byId = new Map<string, EventInput>();
  for (const event of events) {
    byId.set(event.id, event);
    if (event.type === "ask.sent") asks.set(event.ask.id, event.ask as RecordedAsk);
  }
  const reversals = events.filter((event) => event.type === "entry.reversed");
  const gifts: Gift[] = [];
  for (const event of events) {
    for (const [from, to, size] of favors(event, asks)) {
      const [giver, receiver] = [canonical(from), canonical(to)];
      if (giver === receiver) continue;
      const reversal = reversals.find(({ entry }) => entry === event.id);
      const day = dayOf(event.at);
      const until = reversal === undefined ? Infinity : Math.max(day, dayOf(reversal.at));
      gifts.push({ giver, receiver, size: Math.round(size * 1000), day, until });
    }
  }
  const counts = (event: EventInput, today: number): boolean =>
    dayOf(event.at) <= today && !reversals.some(({ entry, at }) => entry === event.id && dayOf(at) <= today);
  const between = (from: string, to: string, today: number): Gift[] =>
    gifts.filter((g) => g.giver === from && g.receiver === to && g.day <= today && today < g.until);
  return {
    book(a, b) {
      let sum = 0;
      for (const gift of gifts) {
        if (gift.until < Infinity) continue;
        if (gift.giver === a && gift.receiver === b) sum += gift.size;
        if (gift.giver === b && gift.receiver === a) sum -= gift.size;
      }
      return sum / 1000;
    },
    receiverSum(from, to, today) {
      let sum = 0;
      for (const { size, day } of between(from, to, today)) {
        const c = size / 1000;
        const halfLife = c <= 0.25 ? 7 : c <= 1 ? 90 : 365;
        sum += c * 1.25 * (0.4 + 0.6 * Math.exp((-Math.LN2 * (today - day)) / halfLife));
      }
      return sum;
    },
    giverSum(from, to, today) {
      let sum = 0;
      for (const { size, day } of between(from, to, today)) {
        sum += (size / 1000) * (1 + 0.25 * (1 - Math.exp((-Math.LN2 * (today - day)) / 180)));
      }
      return sum;
    },
    gifts: (from, to, today) => between(from, to, today).length,
    sales: (seller, customer, today) =>
      events.flatMap((event) => {
        if (event.type !== "sale.delivered" || !counts(event, today)) return [];
        const [from, to] = [canonical(event.seller), canonical(event.customer)];
        if (from !== seller || to !== customer || from === to) return [];
        return [{ day: dayOf(event.at), smooth: event.problem === undefined }];
      }),
    wasted: (a, b, today) =>
      events.filter((event) => {
        if (event.type !== "meeting.held" || event.useful !== false || !counts(event, today)) return false;
        const legs = asks.get(event.ask)?.legs ?? [];
        const [seeker, introducer, target] = [legs[0]?.asker, legs.at(-1)?.asker, legs.at(-1)?.asked].map(
          (id) => (id === undefined ? undefined : canonical(id)),
        );
        if (target === undefined || introducer === seeker || introducer === target) return false;
        return [a, b].sort().join("|") === [introducer, target].sort().join("|");
      }).length,
    people: () => [...new Set(gifts.flatMap(({ giver, receiver }) => [giver, receiver]))],
  };
}

export function dayOf(at: string | Date): number {
  return Math.floor(new Date(at).getTime() / 86_400_000);
}

const KINDS: Record<string, number> = { like: 0.05, article: 0.1, advice: 0.25, lunch: 0.5, introduction: 1 };

function favors(event: EventInput, asks: Map<string, RecordedAsk>): [string, string, number][] {
  switch (event.type) {
    case "favor.given":
      return [[event.giver, event.receiver, event.size ?? (KINDS[event.kind] as number)]];
    case "introduction.brokered":
      return [
        [event.broker, event.between[0], 0.5],
        [event.broker, event.between[1], 0.5],
      ];
    case "thanks.sent":
    case "update.sent": {
      if (event.ask === undefined) return [[event.giver as string, event.receiver as string, 0.1]];
      const legs = asks.get(event.ask)?.legs;
      return legs === undefined ? [] : [[legs[0]!.asker, legs[0]!.asked, 0.1]];
    }
  }
  if (!("ask" in event) || typeof event.ask !== "string") return [];
  const legs = asks.get(event.ask)?.legs;
  if (legs === undefined) return [];
  const seeker = legs[0]!.asker;
  const target = legs.at(-1)!.asked;
  const toConnectors = (size: number): [string, string, number][] =>
    legs.slice(0, -1).map(({ asker, asked }) => [asked, asker, size]);
  switch (event.type) {
    case "introduction.made":
      return toConnectors(event.keyBuyer === true ? 2 : 1);
    case "deal.won":
      return toConnectors(4);
    case "meeting.held": {
      const time: [string, string, number][] = [
        ...legs.map(({ asker, asked }): [string, string, number] => [asked, asker, 0.25]),
        [target, seeker, 0.25],
      ];
      if (event.useful === false) return [...time, ...time];
      if (event.useful !== true || event.benefit === undefined) return time;
      const half = Math.round(Math.round(event.benefit * 1000) / 2) / 1000;
      const rest = Math.round(event.benefit * 1000) / 1000 - half;
      const introducer = legs.at(-1)!.asker;
      return [
        ...time,
        ...(
          [
            [introducer, target, half],
            [seeker, target, rest],
          ] as [string, string, number][]
        ).filter(([giver, receiver, size]) => size > 0 && giver !== receiver),
      ];
    }
    default:
      return [];
  }
}
