import type { EventInput } from "../../src/journal/index.js";

/** The ledger told slowly: every sum over every event, straight from the README of `ledger`. Amounts in favor points. */
export interface SlowLedger {
  book(a: string, b: string): number;
  /** Σ R(gifts of `from` to `to`) and Σ G(the same gifts), as of a day. */
  receiverSum(from: string, to: string, today: number): number;
  giverSum(from: string, to: string, today: number): number;
  /** Gifts that count on a day. */
  gifts(from: string, to: string, today: number): number;
  people(): string[];
  /** True where the event of this id posts a favor. */
  posts(id: string): boolean;
  /** Sales that count on a day. */
  sales(seller: string, customer: string, today: number): { day: number; smooth: boolean }[];
  /** Wasted meetings that count on a day over the tie of two people, either way round. */
  wasted(a: string, b: string, today: number): number;
  /** What `verify` tells: the codes of assertions that do not hold, and of what events wait for. */
  issues(): string[];
}

interface Gift {
  giver: string;
  receiver: string;
  /** Thousandths. */
  size: number;
  /** The favor's event, what takes it back, what takes back that, and so on; and their days. */
  chain: EventInput[];
  days: number[];
}

/** `canonical` tells which id stands for a person: what passes between two ids of one person is nothing. */
export function slowLedger(
  events: readonly EventInput[],
  canonical: (id: string) => string = (id) => id,
): SlowLedger {
  const cases = new Map<string, Case>();
  const reversals = events.filter((event) => event.type === "entry.reversed");
  const undoing = new Map(reversals.map((event) => [event.entry, event]));
  const chainOf = (event: EventInput): EventInput[] => {
    const next = undoing.get(event.id);
    return next === undefined ? [event] : [event, ...chainOf(next)];
  };
  const daysOf = (event: EventInput): number[] => chainOf(event).map(({ at }) => dayOf(at));
  const isGone = (event: EventInput): boolean => chainOf(event).length % 2 === 0;
  // Of two beginnings of one case the earlier counts.
  const beginnings = events.filter((event) => !isGone(event)).sort((a, b) => byTime(b, a));
  for (const event of beginnings) begin(event, cases);
  /** What a step was of: where it and its case were taken back, the last such case before it, else the first. */
  const casesOf = (step: EventInput): Map<string, Case> => {
    if (!isGone(step)) return cases;
    const known = new Map(cases);
    const gone = events.filter(isGone).sort(byTime);
    for (const event of [...gone].reverse().filter((one) => byTime(one, step) > 0)) begin(event, known);
    for (const event of gone.filter((one) => byTime(one, step) <= 0)) begin(event, known);
    return known;
  };
  const gifts: Gift[] = [];
  const counts = countedEvents(events, casesOf, isGone);
  const posting = new Set<string>();
  for (const event of events) {
    if (!counts.has(event)) continue;
    for (const [from, to, size] of favors(event, casesOf(event))) {
      const [giver, receiver] = [canonical(from), canonical(to)];
      posting.add(event.id);
      if (giver === receiver) continue;
      const chain = chainOf(event);
      const days = chain.map(({ at }) => dayOf(at));
      gifts.push({ giver, receiver, size: Math.round(size * 1000), chain, days });
    }
  }
  /** A reversal takes nothing back before the day of what it reverses. */
  const holds = (days: readonly number[], today: number): boolean => {
    const later = days.findIndex((day) => day > today);
    return (later < 0 ? days.length : later) % 2 === 1;
  };
  const between = (from: string, to: string, today: number): Gift[] =>
    gifts.filter((g) => g.giver === from && g.receiver === to && holds(g.days, today));
  return {
    book(a, b) {
      let sum = 0;
      for (const gift of gifts) {
        if (gift.days.length % 2 === 0) continue;
        if (gift.giver === a && gift.receiver === b) sum += gift.size;
        if (gift.giver === b && gift.receiver === a) sum -= gift.size;
      }
      return sum / 1000;
    },
    receiverSum(from, to, today) {
      let sum = 0;
      for (const {
        size,
        days: [day = 0],
      } of between(from, to, today)) {
        const c = size / 1000;
        const halfLife = c <= 0.25 ? 7 : c <= 1 ? 90 : 365;
        sum += c * 1.25 * (0.4 + 0.6 * Math.exp((-Math.LN2 * (today - day)) / halfLife));
      }
      return sum;
    },
    giverSum(from, to, today) {
      let sum = 0;
      for (const {
        size,
        days: [day = 0],
      } of between(from, to, today)) {
        sum += (size / 1000) * (1 + 0.25 * (1 - Math.exp((-Math.LN2 * (today - day)) / 180)));
      }
      return sum;
    },
    gifts: (from, to, today) => between(from, to, today).length,
    sales: (seller, customer, today) =>
      events.flatMap((event) => {
        if (event.type !== "sale.delivered" || !holds(daysOf(event), today)) return [];
        const [from, to] = [canonical(event.seller), canonical(event.customer)];
        if (from !== seller || to !== customer || from === to) return [];
        return [
          { day: dayOf(event.at), smooth: event.problem === undefined && event.complaint === undefined },
        ];
      }),
    wasted: (a, b, today) =>
      events.filter((event) => {
        if (event.type !== "meeting.held" || event.useful !== false || !holds(daysOf(event), today))
          return false;
        const { people = [], target: met } = caseOf(event, casesOf(event)) ?? {};
        const [seeker, introducer, target] = [people[0], people.at(-2), met].map((id) =>
          id === undefined ? undefined : canonical(id),
        );
        if (target === undefined || introducer === seeker || introducer === target) return false;
        return [a, b].sort().join("|") === [introducer, target].sort().join("|");
      }).length,
    issues() {
      const codes = events.flatMap((event) =>
        event.type === "balance.asserted" && !isTrue(event, gifts) ? ["BALANCE_MISMATCH"] : [],
      );
      const known = new Map(events.map((event) => [event.id, event]));
      for (const event of events) {
        let base: EventInput | undefined = event;
        while (base?.type === "entry.reversed") base = known.get(base.entry);
        if (base === undefined) codes.push("UNKNOWN_ENTRY");
        else if (WAITING.has(base.type) && "ask" in base && caseOf(base, casesOf(base)) === undefined)
          codes.push("UNKNOWN_ASK");
      }
      return codes.sort();
    },
    posts: (id) => posting.has(id),
    people: () => [...new Set(gifts.flatMap(({ giver, receiver }) => [giver, receiver]))],
  };
}

/** Steps of a request that post something by what it is. */
const WAITING = new Set(["thanks.sent", "update.sent", "introduction.made", "meeting.held", "deal.won"]);

/** True where the balance had the amount at some point of the instant or the day of which an assertion speaks. */
function isTrue(
  { a, b, at, amount }: Extract<EventInput, { type: "balance.asserted" }>,
  gifts: readonly Gift[],
): boolean {
  const from = new Date(at).getTime();
  const until = String(at).length === 10 ? from + 86_400_000 - 1 : from;
  const moves = gifts
    .flatMap(({ giver, receiver, size, chain }) => {
      const sign = giver === a && receiver === b ? 1 : giver === b && receiver === a ? -1 : 0;
      return chain.map((event, i) => ({ event, amount: i % 2 === 0 ? sign * size : -sign * size }));
    })
    .sort((x, y) => byTime(x.event, y.event));
  const sumUntil = (time: number): number =>
    moves.reduce((sum, move) => (new Date(move.event.at).getTime() <= time ? sum + move.amount : sum), 0);
  const during = moves.filter(({ event }) => new Date(event.at).getTime() >= from);
  let sum = sumUntil(from - 1);
  const seen = [sum];
  for (const move of during) {
    if (new Date(move.event.at).getTime() > until) break;
    sum += move.amount;
    seen.push(sum);
  }
  return seen.includes(Math.round(amount * 1000));
}

function byTime(a: EventInput, b: EventInput): number {
  return new Date(a.at).getTime() - new Date(b.at).getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));
}

/** Notes the case that an event begins, where it begins one. */
function begin(event: EventInput, cases: Map<string, Case>): void {
  if (event.type === "ask.sent") {
    if (event.ask === undefined) cases.set(`ask ${event.id}`, { people: [event.seeker, event.connector] });
    else {
      const people = [event.ask.legs[0]!.asker, ...event.ask.legs.map(({ asked }) => asked)];
      cases.set(`ask ${event.ask.id}`, { people, target: event.ask.target });
    }
  }
  if (event.type === "introduction.received") {
    const { seeker, connector, target } = event;
    const people = [seeker, connector, ...(target === undefined ? [] : [target])];
    cases.set(`lead ${event.lead ?? event.id}`, { people, target });
  }
}

/** All events but thanks and news that are about what an earlier one was about: slowly, one event after the other. */
function countedEvents(
  events: readonly EventInput[],
  casesOf: (event: EventInput) => Map<string, Case>,
  isGone: (event: EventInput) => boolean,
): Set<EventInput> {
  const ordered = [...events].sort(
    (a, b) => new Date(a.at).getTime() - new Date(b.at).getTime() || (a.id < b.id ? -1 : 1),
  );
  const counted = new Set<EventInput>();
  /** Of each pair and kind: `new` once there is something that no note was about yet. */
  const state = new Map<string, "new" | "told">();
  const news = (from: string | undefined, to: string | undefined, ...kinds: string[]) => {
    for (const kind of kinds) {
      const key = [from, to, kind].join("|");
      if (state.get(key) === "told") state.set(key, "new");
    }
  };
  for (const event of ordered) {
    const { people } = caseOf(event, casesOf(event)) ?? {};
    const note = event.type === "favor.given" ? event.kind : /^(thanks|update)\.sent$/.exec(event.type)?.[1];
    if (note === "thanks" || note === "update") {
      const { giver, receiver } = event as { giver?: string; receiver?: string };
      const [from, to] = event.type !== "favor.given" && people !== undefined ? people : [giver, receiver];
      const key = [from, to, note].join("|");
      if (state.get(key) !== "told") counted.add(event);
      if (!isGone(event)) state.set(key, "told");
      continue;
    }
    counted.add(event);
    if (isGone(event)) continue;
    switch (event.type) {
      case "favor.given":
      case "gift.given":
        news(event.receiver, event.giver, "thanks", "update");
        break;
      case "introduction.brokered":
        for (const one of event.between) news(one, event.broker, "thanks", "update");
        break;
      case "introduction.received":
        news(event.seeker, event.connector, "thanks", "update");
        break;
      case "ask.agreed":
      case "introduction.made":
      case "deal.won":
        if (people !== undefined) news(people[0], people[1], "thanks", "update");
        break;
      case "target.agreed":
      case "target.declined":
      case "meeting.held":
      case "opportunity.opened":
      case "deal.lost":
        if (people !== undefined) news(people[0], people[1], "update");
    }
  }
  return counted;
}

export function dayOf(at: string | Date): number {
  return Math.floor(new Date(at).getTime() / 86_400_000);
}

const KINDS: Record<string, number> = {
  like: 0.05,
  thanks: 0.1,
  update: 0.1,
  article: 0.1,
  advice: 0.25,
  lunch: 0.5,
  introduction: 1,
};

interface Case {
  /** Seeker first, then the connectors, then the target where one is known. */
  people: string[];
  target?: string | undefined;
}

function caseOf(event: EventInput, cases: Map<string, Case>): Case | undefined {
  const { ask, lead } = event as { ask?: string; lead?: string };
  return cases.get(lead === undefined ? `ask ${ask}` : `lead ${lead}`);
}

function favors(event: EventInput, cases: Map<string, Case>): [string, string, number][] {
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
      const people = caseOf(event, cases)?.people;
      return people === undefined ? [] : [[people[0] as string, people[1] as string, 0.1]];
    }
    case "introduction.received":
      return [[event.connector, event.seeker, 1]];
    case "gift.given":
      return [[event.giver, event.receiver, 0.5]];
  }
  const { people, target } = caseOf(event, cases) ?? {};
  if (people === undefined || event.type === "lead.received") return [];
  const seeker = people[0] as string;
  const legs = people.slice(1).map((asked, i) => ({ asker: people[i] as string, asked }));
  const toConnectors = (size: number): [string, string, number][] =>
    legs.filter(({ asked }) => asked !== target).map(({ asker, asked }) => [asked, asker, size]);
  switch (event.type) {
    case "introduction.made":
      return toConnectors(event.keyBuyer === true ? 2 : 1);
    case "deal.won":
      return toConnectors(4);
    case "meeting.held": {
      if (target === undefined) return [];
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
