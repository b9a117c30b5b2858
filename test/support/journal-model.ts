import fc from "fast-check";
import { expect } from "vitest";
import { type EventInput, type EventType, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { codeOf } from "./journal-codes.js";
import { type SlowLedger, slowLedger } from "./ledger-oracle.js";

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

/** Where a lead that nobody asked for stands, likewise. */
const LEAD_LIFE: typeof LIFE = {
  received: {
    "meeting.held": "met",
    "opportunity.opened": "opportunity",
    "deal.won": "won",
    "deal.lost": "lost",
  },
  met: { "opportunity.opened": "opportunity", "deal.won": "won", "deal.lost": "lost" },
  opportunity: { "deal.won": "won", "deal.lost": "lost" },
};

/** The small model: what is on record, and where each request and lead stands. Who owes whom is told by the slow ledger. */
interface Model {
  clock: number;
  events: EventInput[];
  asks: Map<string, { state: string; introduced: boolean; people: string[]; isQuestion?: true }>;
  leads: Map<string, { state: string; people: string[]; target?: string }>;
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
    asks: new Map(),
    leads: new Map(),
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
        .tuple(fc.nat(2), fc.shuffledSubarray(PEOPLE, { minLength: 2 }), fc.boolean())
        .map(([k, people, isOverride]) => ask(`k${k}`, people, isOverride)),
      fc
        .tuple(fc.nat(1), pair, fc.constantFrom("issue" as const, "soft" as const))
        .map(([k, [seeker, connector], kind]) =>
          question(`q${k}`, seeker as string, connector as string, kind),
        ),
      fc
        .tuple(fc.nat(1), fc.shuffledSubarray(PEOPLE, { minLength: 2, maxLength: 3 }))
        .map(([k, people]) => introduced(`l${k}`, people)),
      fc
        .tuple(fc.nat(2), fc.constantFrom(...LEAD_STEPS), fc.constantFrom(undefined, true, false))
        .map(([k, type, useful]) => leadStep(`l${k}`, type, useful)),
      fc
        .tuple(pair, fc.constantFrom(...PLAIN))
        .map(([[a, b], kind]) => plain(kind, a as string, b as string)),
      ...[0, 1, 2].map(() =>
        fc
          .tuple(
            fc.constantFrom("k0", "k1", "k2", "k3", "q0", "q1"),
            fc.constantFrom(...STEPS),
            fc.boolean(),
            fc.constantFrom(undefined, true, false),
            fc.nat(),
          )
          .map(([id, type, pause, useful, pick]) => step(id, type, pause, useful, pick)),
      ),
      pair.map(([seller, customer]) => sell(seller as string, customer as string)),
      n.map((nth) => reverse(nth)),
      fc
        .tuple(pair, fc.constantFrom(-1, 0, 0))
        .map(([[a, b], off]) => assertBalance(a as string, b as string, off)),
      n.map((nth) => repeat(nth)),
      fc.constant(reload()),
      fc.infiniteStream(fc.nat()).map((picks) => reorder(() => picks.next().value as number)),
      fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([place, by]) => tamper(place, by)),
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

/** The slow ledger of what holds: reversals that were reversed themselves are left out, and so is what reversed them. */
function slow(model: Model): SlowLedger {
  const isUndone = (id: string): boolean => {
    const undo = model.undos.get(id);
    return undo !== undefined && !isUndone(undo);
  };
  const undoes = new Set(model.undos.values());
  return slowLedger(
    model.events.filter(
      (event) => event.type !== "entry.reversed" || (!undoes.has(event.entry) && !isUndone(event.id)),
    ),
  );
}

/** The event that a chain of reversals is about. */
function rootOf(model: Model, id: string): string {
  const event = model.events.find((one) => one.id === id);
  return event?.type === "entry.reversed" ? rootOf(model, event.entry) : id;
}

/** Where all requests and leads stand by the events that are not taken back; broken where one of these is no legal step. */
function lives(events: readonly EventInput[]): Pick<Model, "asks" | "leads"> & { isBroken: boolean } {
  const undos = new Map(
    events.flatMap((event) => (event.type === "entry.reversed" ? [[event.entry, event.id]] : [])),
  );
  const isUndone = (id: string): boolean => {
    const undo = undos.get(id);
    return undo !== undefined && !isUndone(undo);
  };
  const place = ({ type }: EventInput): number => STEPS.indexOf(type);
  const standing = events
    .filter(({ id, type }) => type !== "entry.reversed" && !isUndone(id))
    .sort((a, b) => Date.parse(String(a.at)) - Date.parse(String(b.at)) || place(a) - place(b));
  const asks: Model["asks"] = new Map();
  const leads: Model["leads"] = new Map();
  let isBroken = false;
  for (const event of standing) {
    const { ask, lead } = event as { ask?: string; lead?: string };
    if (event.type === "ask.sent") {
      const isQuestion = event.ask === undefined;
      const people = isQuestion
        ? [event.seeker, event.connector]
        : [event.ask.legs[0]?.asker ?? "", ...event.ask.legs.map(({ asked }) => asked)];
      const key = isQuestion ? event.id : event.ask.id;
      // A request that comes back cannot stand beside one that has its id since.
      isBroken ||= asks.has(key);
      asks.set(key, { state: "sent", introduced: false, people, ...(isQuestion && { isQuestion }) });
    } else if (event.type === "introduction.received") {
      const { seeker, connector, target } = event;
      const more = target === undefined ? {} : { target };
      leads.set(lead ?? "", {
        state: "received",
        people: [seeker, connector, ...Object.values(more)],
        ...more,
      });
    } else if (lead !== undefined) {
      const held = leads.get(lead);
      const next = held && LEAD_LIFE[held.state]?.[event.type];
      if (held === undefined || next === undefined) isBroken = true;
      else held.state = next;
    } else if (ask !== undefined) {
      const held = asks.get(ask);
      const next = held && nextOf(held, event.type);
      if (held === undefined || next === undefined) isBroken = true;
      else
        Object.assign(held, {
          state: next,
          introduced: held.introduced || event.type === "introduction.made",
        });
    }
  }
  return { asks, leads, isBroken };
}

/** The state after a step, undefined where it is none. */
function nextOf(
  held: { state: string; introduced: boolean; people: string[]; isQuestion?: true },
  type: EventType,
): string | undefined {
  if (type === "thanks.sent" || type === "update.sent") return held.state;
  if (type === "introduction.made" && held.introduced) return undefined;
  const isDirect = held.people.length === 2 && !held.isQuestion;
  return ((isDirect ? DIRECT_LIFE[held.state] : undefined) ?? LIFE[held.state])?.[type];
}

function checkAll(model: Model, { journal, ledger, tracker }: Real): void {
  expect(journal.length).toBe(model.events.length);
  // L1: the sum over all persons is 0.
  expect(ledger.balances().reduce((sum, { amount }) => sum + Math.round(amount * 1000), 0)).toBe(0);
  const books = slow(model);
  for (const a of PEOPLE)
    for (const b of PEOPLE) expect(ledger.book(a, b) + 0).toBe(a === b ? 0 : books.book(a, b) + 0);
  // L4 and L8: entries are dense, frozen, in whole thousandths.
  const entries = ledger.entries();
  expect(entries).toHaveLength(model.events.filter(({ id }) => books.posts(rootOf(model, id))).length);
  expect(entries.every(({ position }, i) => position === i)).toBe(true);
  expect(
    entries.every(
      (entry) =>
        Object.isFrozen(entry) &&
        entry.favors.every(({ amount }) => Number.isInteger(Math.round(amount * 1e6) / 1e3)),
    ),
  ).toBe(true);
  const states = (isQuestion: boolean) =>
    Object.fromEntries(
      [...model.asks]
        .filter(([, one]) => (one.isQuestion ?? false) === isQuestion)
        .map(([id, { state }]) => [id, state]),
    );
  expect(Object.fromEntries(tracker.asks().map(({ ask, state }) => [ask.id, state]))).toEqual(states(false));
  expect(Object.fromEntries(tracker.questions().map(({ id, state }) => [id, state]))).toEqual(states(true));
  expect(Object.fromEntries(tracker.leads().map(({ lead, state }) => [lead, state]))).toEqual(
    Object.fromEntries([...model.leads].map(([id, { state }]) => [id, state])),
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
  // L2: a replay is the live state. L9: with perception off the view is the book.
  expect(new Ledger(journal).balances()).toEqual(ledger.balances());
  const numb = new Ledger(journal, { model: { giverGrowth: 0, receiverPremium: 0, receiverFloor: 1 } });
  const query = { strength: 0.4, commonFriends: 0, now: "2040-01-01" };
  for (const [seeker, counterpart] of [PEOPLE.slice(0, 2), PEOPLE.slice(1, 3)] as [string, string][])
    expect(numb.standing({ seeker, counterpart, ...query }).balance).toBeCloseTo(
      ledger.book(seeker, counterpart),
      9,
    );
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
  });
}

function ask(id: string, people: string[], isOverride: boolean): Command {
  return command(`ask ${id} ${people}`, (model, real) => {
    const legs = people
      .slice(1)
      .map((asked, i) => ({ asker: people[i] as string, asked, consent: 0.5, inferred: false }));
    const event: EventInput = {
      id: `e${model.events.length}`,
      type: "ask.sent",
      at: time(model, true),
      ask: { id, connector: people[1] as string, target: people.at(-1) as string, legs, cost: 1, price: 1 },
      ...(isOverride ? { override: ["preparation"] } : {}),
    };
    const fresh = !model.asks.has(id);
    record(model, real, event, fresh ? "none" : "INVALID_TRANSITION");
    if (fresh) model.asks.set(id, { state: "sent", introduced: false, people });
  });
}

function question(id: string, seeker: string, connector: string, kind: "issue" | "soft"): Command {
  return command(`${kind} ${id} ${seeker}>${connector}`, (model, real) => {
    // A question that was taken back keeps its event's id.
    if (model.asks.has(id) || model.events.some((event) => event.id === id)) return;
    const at = time(model, true);
    record(model, real, { id, type: "ask.sent", kind, at, seeker, connector, issue: "late audits" }, "none");
    model.asks.set(id, { state: "sent", introduced: false, people: [seeker, connector], isQuestion: true });
  });
}

function introduced(lead: string, people: string[]): Command {
  return command(`introduced ${lead} ${people}`, (model, real) => {
    if (model.leads.has(lead)) return;
    const [seeker, connector, target] = people as [string, string, string?];
    const id = `e${model.events.length}`;
    const more = target === undefined ? {} : { target };
    record(
      model,
      real,
      { id, type: "introduction.received", at: time(model, true), seeker, connector, lead, ...more },
      "none",
    );
    model.leads.set(lead, { state: "received", people, ...more });
  });
}

const LEAD_STEPS = ["meeting.held", "opportunity.opened", "deal.won", "deal.lost"] as const;

function leadStep(lead: string, type: (typeof LEAD_STEPS)[number], useful: boolean | undefined): Command {
  return command(`${type} ${lead} ${useful}`, (model, real) => {
    const held = model.leads.get(lead);
    const isMet = type === "meeting.held" && useful !== undefined;
    const more = type === "deal.won" ? { value: 1 } : isMet ? { useful } : {};
    const event = { id: `e${model.events.length}`, type, at: time(model, true), lead, ...more } as EventInput;
    const next = LEAD_LIFE[held?.state ?? "unknown"]?.[type];
    record(model, real, event, next === undefined ? "INVALID_TRANSITION" : "none");
    if (held === undefined || next === undefined) return;
    held.state = next;
    if (isMet && useful === false && held.target !== undefined)
      model.wasted.push({ id: event.id, between: held.people.slice(-2) });
  });
}

const PLAIN = ["gift", "stated", "prepared", "activity", "offered"] as const;

function plain(kind: (typeof PLAIN)[number], a: string, b: string): Command {
  return command(`${kind} ${a} ${b}`, (model, real) => {
    const head = { id: `e${model.events.length}`, at: time(model, true) };
    const bodies = {
      gift: { type: "gift.given", giver: a, receiver: b, to: "connector" },
      stated: { type: "contact.stated", seeker: a, person: b, knows: "well" },
      prepared: { type: "person.prepared", person: a },
      activity: { type: "activity.done", source: "trade-show", hours: 1, member: a },
      offered: { type: "introduction.offered", broker: "hub", between: [a, b] },
    };
    record(model, real, { ...head, ...bodies[kind] } as EventInput, "none");
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

const ANSWERS = [
  {},
  { answer: "no" },
  { answer: "not-tied" },
  { answer: "not-this-kind" },
  { answer: "ask-someone-else", suggestedPerson: "ann" },
];
const HOW = [{}, { how: "name-lent" }, { how: "forwarded" }, { how: "recommended" }];

function step(
  id: string,
  type: EventType,
  pause: boolean,
  useful: boolean | undefined,
  pick: number,
): Command {
  return command(`${type} ${id} ${useful}`, (model, real) => {
    const held = model.asks.get(id);
    const met = type === "meeting.held" && useful !== undefined ? { useful } : {};
    const said = type === "ask.declined" ? ANSWERS : type === "introduction.made" ? HOW : [met];
    const more = type === "deal.won" ? { value: 1 } : said[pick % said.length];
    const event = {
      id: `e${model.events.length}`,
      type,
      at: time(model, pause),
      ask: id,
      ...more,
    } as EventInput;
    const next = held && nextOf(held, type);
    if (held === undefined || next === undefined) return record(model, real, event, "INVALID_TRANSITION");
    record(model, real, event, "none");
    held.state = next;
    held.introduced ||= type === "introduction.made";
    const isWasted = type === "meeting.held" && useful === false;
    if (isWasted && held.people.length > 2)
      model.wasted.push({ id: event.id, between: held.people.slice(-2) });
  });
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
    const root = model.events.find(({ id }) => id === rootOf(model, entry));
    const isDone = model.reversed.has(entry);
    const left = isDone ? undefined : lives([...model.events, event]);
    const code =
      left === undefined
        ? "ALREADY_REVERSED"
        : left.isBroken
          ? "INVALID_TRANSITION"
          : root === undefined || root.type === "balance.asserted"
            ? "UNKNOWN_ENTRY"
            : "none";
    record(model, real, event, code);
    if (code !== "none" || left === undefined) return;
    model.reversed.add(entry);
    model.undos.set(entry, event.id);
    Object.assign(model, { asks: left.asks, leads: left.leads });
  });
}

function assertBalance(a: string, b: string, off: number): Command {
  return command(`assert ${a} ${b} ${off}`, (model, real) => {
    const amount = Math.round(slow(model).book(a, b) * 1000 + off) / 1000;
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

/** L6 and L7: any order of import, and any two parts merged either way round, give the same balances; twice is once. */
function reorder(pick: () => number): Command {
  return command("reorder", (model, real) => {
    const events = model.events.filter(({ type }) => type !== "balance.asserted");
    const plainly = new Journal();
    for (const event of events) plainly.append(event);
    const wanted = new Ledger(plainly).balances();
    const mixed = events
      .map((event) => ({ event, place: pick() }))
      .sort((x, y) => x.place - y.place)
      .map(({ event }) => event);
    const half = mixed.length >> 1;
    const [a, b] = [mixed.slice(0, half + 1), mixed.slice(half)];
    for (const order of [mixed, [...a, ...b], [...b, ...a]]) {
      const journal = new Journal();
      for (const event of order) journal.append(event);
      expect(new Ledger(journal).balances()).toEqual(wanted);
      for (const event of order) expect(journal.append(event)).toBe("exists");
    }
    expect(real.journal.length).toBe(model.events.length);
  });
}

/** L10: a changed byte of the saved chain is a coded error or the same state. */
function tamper(place: number, by: number): Command {
  return command(`tamper ${place} ${by}`, (_model, real) => {
    const text = real.journal.toJSONL();
    const bytes = new TextEncoder().encode(text);
    const at = place % bytes.length;
    bytes[at] = (bytes[at] as number) ^ by;
    const changed = new TextDecoder().decode(bytes);
    let read: Journal | undefined;
    const code = codeOf(() => {
      read = Journal.fromJSONL(changed);
    });
    if (read === undefined) expect(code).toMatch(/^[A-Z_]+$/);
    else expect(read.toJSONL()).toBe(text);
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
