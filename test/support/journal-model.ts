import fc from "fast-check";
import { expect } from "vitest";
import { type EventInput, type EventType, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { codeOf } from "./journal-codes.js";

/** What each state allows and where it leads, written out by hand: the product's table said once more. */
export const LIFE: Record<string, Record<string, string>> = {
  planned: { "ask.sent": "sent" },
  sent: {
    "ask.reminded": "reminded",
    "ask.agreed": "agreed",
    "ask.declined": "declined",
    "ask.claimed": "claimed",
    "introduction.made": "introduced",
    "ask.withdrawn": "withdrawn",
  },
  reminded: {
    "ask.agreed": "agreed",
    "ask.declined": "declined",
    "ask.claimed": "claimed",
    "introduction.made": "introduced",
    "ask.withdrawn": "withdrawn",
  },
  agreed: {
    "ask.claimed": "claimed",
    "introduction.made": "introduced",
    "target.agreed": "target-agreed",
    "target.declined": "target-declined",
    "ask.withdrawn": "withdrawn",
  },
  claimed: {
    "introduction.made": "introduced",
    "target.agreed": "target-agreed",
    "target.declined": "target-declined",
    "ask.withdrawn": "withdrawn",
  },
  introduced: {
    "target.agreed": "target-agreed",
    "target.declined": "target-declined",
    "meeting.held": "met",
    "ask.withdrawn": "withdrawn",
  },
  "target-agreed": {
    "introduction.made": "target-agreed",
    "meeting.held": "met",
    "ask.withdrawn": "withdrawn",
  },
  met: { "opportunity.opened": "opportunity", "deal.won": "won", "deal.lost": "lost" },
  opportunity: { "deal.won": "won", "deal.lost": "lost" },
};

/** Where it differs when the target themselves was asked. */
const DIRECT_LIFE: typeof LIFE = {
  sent: { ...LIFE["sent"], "ask.agreed": "target-agreed" },
  reminded: { ...LIFE["reminded"], "ask.agreed": "target-agreed" },
  "target-agreed": {
    ...LIFE["target-agreed"],
    "target.agreed": "target-agreed",
    "target.declined": "target-declined",
  },
};

const PEOPLE = ["me", "ann", "bob", "__proto__"];
const STEPS: EventType[] = [
  "ask.reminded",
  "ask.agreed",
  "ask.declined",
  "ask.claimed",
  "introduction.made",
  "target.agreed",
  "target.declined",
  "meeting.held",
  "opportunity.opened",
  "deal.won",
  "deal.lost",
  "ask.withdrawn",
  "thanks.sent",
  "update.sent",
];

/** The small model: what is on record, who owes whom, where each ask stands. */
interface Model {
  clock: number;
  events: EventInput[];
  /** Thousandths that the second owes the first, both ways round. */
  books: Map<string, number>;
  asks: Map<string, { state: string; introduced: boolean; people: string[] }>;
  posted: Map<string, [giver: string, receiver: string, amount: number][]>;
  reversed: Set<string>;
  /** Sales, and the ties of introducer and target over which a meeting was wasted; `undo`s are the reversals of either. */
  sales: { id: string; seller: string; customer: string; at: string }[];
  wasted: { id: string; between: string[] }[];
  undos: Map<string, string>;
}

/** The product as an app holds it. */
interface Real {
  journal: Journal;
  ledger: Ledger;
  tracker: AskTracker;
}

type Command = fc.Command<Model, Real>;

/** A fresh model and product. */
export function setup(): { model: Model; real: Real } {
  const model: Model = {
    clock: 0,
    events: [],
    books: new Map(),
    asks: new Map(),
    posted: new Map(),
    reversed: new Set(),
    sales: [],
    wasted: [],
    undos: new Map(),
  };
  return { model, real: watch(new Journal()) };
}

/** Sequences of commands, each followed by a check of everything. */
export function commands(maxCommands: number): fc.Arbitrary<Iterable<Command>> {
  const pair = fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 2 });
  const n = fc.nat(30);
  return fc.commands(
    [
      fc
        .tuple(pair, fc.integer({ min: 1, max: 3000 }), n)
        .map(([[a, b], size, back]) => give(a as string, b as string, size, back)),
      fc
        .tuple(fc.nat(2), fc.shuffledSubarray(PEOPLE, { minLength: 2 }))
        .map(([k, people]) => ask(`k${k}`, people)),
      ...[0, 1, 2].map(() =>
        fc
          .tuple(fc.nat(3), fc.constantFrom(...STEPS), fc.boolean(), fc.constantFrom(undefined, true, false))
          .map(([k, type, pause, useful]) => step(`k${k}`, type, pause, useful)),
      ),
      pair.map(([seller, customer]) => sell(seller as string, customer as string)),
      n.map((nth) => reverse(nth)),
      fc
        .tuple(pair, fc.constantFrom(-1, 0, 0))
        .map(([[a, b], off]) => assertBalance(a as string, b as string, off)),
      n.map((nth) => repeat(nth)),
      fc.constant(reload()),
      fc.constantFrom(...PEOPLE).map((person) => erase(person)),
    ],
    { maxCommands, size: "max" },
  );
}

function watch(journal: Journal): Real {
  return { journal, ledger: new Ledger(journal), tracker: new AskTracker(journal) };
}

/** As `planner.record` does: all checks, then the append. */
function record(model: Model, real: Real, event: EventInput, wanted: string): void {
  const before = JSON.stringify(real.journal);
  const code = codeOf(() => {
    real.tracker.check(event);
    real.ledger.check(event);
    real.journal.append(event, { expectedLength: model.events.length });
  });
  expect(code).toBe(wanted);
  if (wanted === "none") model.events.push(event);
  else expect(JSON.stringify(real.journal)).toBe(before);
}

function post(model: Model, id: string, favors: [string, string, number][]): void {
  if (favors.length > 0) model.posted.set(id, favors);
  for (const [giver, receiver, amount] of favors) {
    model.books.set(`${giver}>${receiver}`, (model.books.get(`${giver}>${receiver}`) ?? 0) + amount);
    model.books.set(`${receiver}>${giver}`, (model.books.get(`${receiver}>${giver}`) ?? 0) - amount);
  }
}

function checkAll(model: Model, { journal, ledger, tracker }: Real): void {
  expect(journal.length).toBe(model.events.length);
  expect(ledger.balances().reduce((sum, { amount }) => sum + Math.round(amount * 1000), 0)).toBe(0);
  for (const a of PEOPLE) {
    for (const b of PEOPLE)
      expect(Math.round(ledger.book(a, b) * 1000) + 0).toBe((model.books.get(`${a}>${b}`) ?? 0) + 0);
  }
  expect(ledger.entries()).toHaveLength(model.posted.size);
  expect(Object.fromEntries(tracker.asks().map(({ ask, state }) => [ask.id, state]))).toEqual(
    Object.fromEntries([...model.asks].map(([id, { state }]) => [id, state])),
  );
  const isUndone = (id: string): boolean => {
    const undo = model.undos.get(id);
    return undo !== undefined && !isUndone(undo);
  };
  const today = time(model, false);
  for (const [a, b] of PEOPLE.flatMap((x) => PEOPLE.map((y) => [x, y] as const))) {
    const sold = model.sales.filter(
      ({ id, seller, customer }) => seller === a && customer === b && !isUndone(id),
    );
    const age = ledger.saleAge({ seller: a, customer: b, now: today });
    expect(age === undefined).toBe(sold.length === 0);
    const wasted = model.wasted.filter(
      ({ id, between }) => between.includes(a) && between.includes(b) && !isUndone(id),
    );
    expect(ledger.tieFactor({ between: [a, b], now: today })).toBeCloseTo(
      a === b ? 1 : 0.9 ** wasted.length,
      12,
    );
  }
  expect(ledger.verify()).toEqual([]);
  const replay = new Ledger(journal);
  expect(replay.balances()).toEqual(ledger.balances());
}

function command(name: string, run: (model: Model, real: Real) => void): Command {
  return {
    check: () => true,
    run(model, real) {
      run(model, real);
      checkAll(model, real);
    },
    toString: () => name,
  };
}

function time(model: Model, pause: boolean): string {
  if (pause) model.clock++;
  return new Date(1.7e12 + model.clock * 7_200_000).toISOString();
}

function give(giver: string, receiver: string, size: number, back: number): Command {
  return command(`give ${giver}>${receiver} ${size}`, (model, real) => {
    const asserted = model.events.some(({ type }) => type === "balance.asserted");
    const now = Date.parse(time(model, true));
    const at = new Date(asserted ? now : now - back * 86_400_000).toISOString();
    const event: EventInput = {
      id: `e${model.events.length}`,
      type: "favor.given",
      at,
      giver,
      receiver,
      kind: "x",
      size: size / 1000,
      note: `from ${giver}`,
    };
    record(model, real, event, "none");
    post(model, event.id, [[giver, receiver, size]]);
  });
}

function ask(id: string, people: string[]): Command {
  return command(`ask ${id} ${people}`, (model, real) => {
    const legs = people
      .slice(1)
      .map((asked, i) => ({ asker: people[i] as string, asked, consent: 0.5, inferred: false }));
    const event: EventInput = {
      id: `e${model.events.length}`,
      type: "ask.sent",
      at: time(model, true),
      ask: { id, connector: people[1] as string, target: people.at(-1) as string, legs, cost: 1, price: 1 },
    };
    const fresh = !model.asks.has(id);
    record(model, real, event, fresh ? "none" : "INVALID_TRANSITION");
    if (fresh) model.asks.set(id, { state: "sent", introduced: false, people });
  });
}

function sell(seller: string, customer: string): Command {
  return command(`sell ${seller} ${customer}`, (model, real) => {
    const id = `e${model.events.length}`;
    const at = time(model, true);
    record(model, real, { id, type: "sale.delivered", at, seller, customer }, "none");
    model.sales.push({ id, seller, customer, at });
  });
}

function step(id: string, type: EventType, pause: boolean, useful: boolean | undefined): Command {
  return command(`${type} ${id} ${useful}`, (model, real) => {
    const held = model.asks.get(id);
    const met = type === "meeting.held" && useful !== undefined ? { useful } : {};
    const more = type === "deal.won" ? { value: 1 } : met;
    const event = {
      id: `e${model.events.length}`,
      type,
      at: time(model, pause),
      ask: id,
      ...more,
    } as EventInput;
    const courtesy = type === "thanks.sent" || type === "update.sent";
    const state = held?.state ?? "planned";
    const life = (held?.people.length === 2 ? DIRECT_LIFE[state] : undefined) ?? LIFE[state];
    const next = courtesy ? held?.state : life?.[type];
    const twice = type === "introduction.made" && held?.introduced === true;
    if (held === undefined || next === undefined || twice)
      return record(model, real, event, "INVALID_TRANSITION");
    record(model, real, event, "none");
    held.state = next;
    held.introduced ||= type === "introduction.made";
    const favors = favorsOf(type, held.people);
    const isWasted = type === "meeting.held" && useful === false;
    post(model, event.id, isWasted ? [...favors, ...favors] : favors);
    if (isWasted && held.people.length > 2)
      model.wasted.push({ id: event.id, between: held.people.slice(-2) });
  });
}

function favorsOf(type: EventType, people: string[]): [string, string, number][] {
  const hops = (amount: number, upTo: number): [string, string, number][] =>
    people.slice(1, upTo).map((asked, i) => [asked, people[i] as string, amount]);
  switch (type) {
    case "introduction.made":
      return hops(1000, -1);
    case "deal.won":
      return hops(4000, -1);
    case "meeting.held":
      return [...hops(250, people.length), [people.at(-1) as string, people[0] as string, 250]];
    case "thanks.sent":
    case "update.sent":
      return [[people[0] as string, people[1] as string, 100]];
    default:
      return [];
  }
}

function reverse(nth: number): Command {
  return command(`reverse ${nth}`, (model, real) => {
    const entry = model.events[nth]?.id ?? "nothing";
    const event: EventInput = {
      id: `e${model.events.length}`,
      type: "entry.reversed",
      at: time(model, true),
      entry,
    };
    const favors = model.posted.get(entry);
    const isSale = model.sales.some(({ id }) => id === entry) || [...model.undos.values()].includes(entry);
    const code = model.reversed.has(entry)
      ? "ALREADY_REVERSED"
      : favors === undefined && !isSale
        ? "UNKNOWN_ENTRY"
        : "none";
    record(model, real, event, code);
    if (code !== "none") return;
    model.reversed.add(entry);
    model.undos.set(entry, event.id);
    post(
      model,
      event.id,
      (favors ?? []).map(([giver, receiver, amount]) => [giver, receiver, -amount]),
    );
  });
}

function assertBalance(a: string, b: string, off: number): Command {
  return command(`assert ${a} ${b} ${off}`, (model, real) => {
    const amount = ((model.books.get(`${a}>${b}`) ?? 0) + off) / 1000;
    const event: EventInput = {
      id: `e${model.events.length}`,
      type: "balance.asserted",
      at: time(model, true),
      a,
      b,
      amount,
    };
    record(model, real, event, off === 0 ? "none" : "BALANCE_MISMATCH");
    model.clock++;
  });
}

function repeat(nth: number): Command {
  return command(`repeat ${nth}`, (model, real) => {
    const event = model.events[nth];
    if (event === undefined) return;
    real.tracker.check(event);
    real.ledger.check(event);
    expect(real.journal.append(event, { expectedLength: 0 })).toBe("exists");
    const other = { ...event, at: "1999-01-01" } as EventInput;
    expect(codeOf(() => real.journal.append(other))).toBe("JOURNAL_ID_CONFLICT");
    const stale = { ...other, id: "fresh" } as EventInput;
    expect(codeOf(() => real.journal.append(stale, { expectedLength: model.events.length - 1 }))).toBe(
      "JOURNAL_CONFLICT",
    );
  });
}

function reload(): Command {
  return command("reload", (_model, real) => {
    const text = JSON.stringify(real.journal);
    Object.assign(real, watch(Journal.fromJSON(JSON.parse(text))));
    expect(JSON.stringify(real.journal)).toBe(text);
  });
}

function erase(person: string): Command {
  return command(`erase ${person}`, (_model, real) => {
    const chain = real.journal.toJSONL();
    real.journal.erase(person);
    expect(real.journal.toJSONL()).toBe(chain);
    expect(JSON.stringify(real.journal.vault)).not.toContain(`from ${person}`);
  });
}
