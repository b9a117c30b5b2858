import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { compareEvents, type EventInput, Journal, type JournalEvent } from "../../src/journal/index.js";
import { Accounts } from "../../src/ledger/accounts.js";
import { Books } from "../../src/ledger/books.js";
import { Cases } from "../../src/ledger/cases.js";
import { Ledger } from "../../src/ledger/index.js";
import { DEFAULT_LEDGER_MODEL } from "../../src/ledger/ledger-model.js";
import { denseHistory } from "../support/dense-histories.js";

/** Puts back at once what was spied on, so that a test can be run again. */
const watching = (run: () => void) => (): void => {
  try {
    run();
  } finally {
    vi.restoreAllMocks();
  }
};

/** Those that change nothing of what is booked before them: no second beginning, no step before its beginning, no note taken back. */
function inOrder(events: readonly EventInput[]): EventInput[] {
  const begun = new Set<unknown>();
  const favors = new Set<string>();
  return ([...events] as JournalEvent[]).sort(compareEvents).filter((event) => {
    const { ask, lead } = event as { ask?: unknown; lead?: string };
    if (event.type === "entry.reversed") return favors.delete(event.entry);
    if (event.type === "favor.given" && event.kind === "x") favors.add(event.id);
    const key = event.type === "ask.sent" ? (event.ask?.id ?? event.id) : (ask ?? lead);
    if (event.type !== "ask.sent" && event.type !== "introduction.received")
      return key === undefined || begun.has(key);
    return !begun.has(key) && begun.add(key);
  }) as EventInput[];
}

it(
  "what comes in order is posted once, and read again without any fold",
  watching(() => {
    const posts = vi.spyOn(Accounts.prototype, "post");
    const takes = vi.spyOn(Cases.prototype, "take");
    fc.assert(
      fc.property(denseHistory(), fc.array(fc.boolean()), (drawn, looks) => {
        const events = inOrder(drawn);
        const journal = new Journal();
        const ledger = new Ledger(journal);
        posts.mockClear();
        takes.mockClear();
        let folds = 0;
        let isNew = false;
        for (const [i, event] of events.entries()) {
          journal.append(event);
          isNew = true;
          if (looks[i] ?? true) {
            ledger.balances();
            folds++;
            isNew = false;
          }
        }
        const entries = ledger.entries();
        ledger.verify();
        expect(takes).toHaveBeenCalledTimes(folds + Number(isNew));
        expect(posts).toHaveBeenCalledTimes(entries.reduce((sum, { favors }) => sum + favors.length, 0));
      }),
    );
  }),
);

it(
  "only what may move an asserted balance at the time of an assertion has the assertions checked again",
  watching(() => {
    const event = (id: string, type: string, day: number, more: object): EventInput =>
      ({ id, type, at: `2026-03-0${day}`, ...more }) as EventInput;
    const favor = (id: string, day: number, giver: string, receiver: string): EventInput =>
      event(id, "favor.given", day, { giver, receiver, kind: "x", size: 1 });
    const soft = (id: string, day: number, seeker: string, connector: string): EventInput =>
      event(id, "ask.sent", day, { kind: "soft", seeker, connector });
    const introduced = (id: string, day: number): EventInput =>
      event(id, "introduction.received", day, { seeker: "eve", connector: "dan", lead: id });
    const undo = (entry: string, day: number): EventInput =>
      event(`undo ${entry}`, "entry.reversed", day, { entry });
    const journal = new Journal();
    const ledger = new Ledger(journal);
    const folded = vi.spyOn(journal, "folded");
    const replays = (...events: EventInput[]): readonly [checked: number, taken: number] => {
      folded.mockClear();
      ledger.check(events);
      const checked = folded.mock.calls.length;
      journal.appendAll(events);
      ledger.verify();
      return [checked, folded.mock.calls.length - checked];
    };
    const quiet = [0, 0];
    const both = [1, 1];
    expect(replays(favor("e1", 3, "ann", "bob"))).toEqual(quiet);
    expect(replays(introduced("l0", 3))).toEqual(quiet);
    expect(replays(soft("q1", 3, "ann", "bob"), favor("e2", 3, "eve", "dan"))).toEqual(quiet);
    expect(replays(event("says", "balance.asserted", 4, { a: "bob", b: "ann", amount: -1 }))).toEqual(both);
    expect(ledger.verify()).toEqual([]);
    for (const one of [
      favor("e3", 5, "ann", "bob"),
      favor("e4", 1, "ann", "eve"),
      favor("e5", 4, "eve", "bob"),
      soft("q2", 5, "ann", "bob"),
      event("m1", "introduction.made", 5, { ask: "q1" }),
      event("s1", "sale.delivered", 5, { seller: "ann", customer: "bob" }),
      undo("e3", 6),
      undo("undo e3", 7),
      undo("e4", 2),
    ])
      expect([one.id, ...replays(one)]).toEqual([one.id, ...quiet]);
    for (const one of [
      event("t1", "thanks.sent", 4, { ask: "q2" }),
      introduced("l1", 5),
      undo("l1", 6),
      undo("q2", 6),
      event("z", "balance.asserted", 2, { a: "ann", b: "eve", amount: 0 }),
    ])
      expect([one.id, replays(one)[0] > 0]).toEqual([one.id, true]);
    expect(replays(favor("e6", 2, "dan", "eve"), favor("e7", 6, "ann", "bob"))).toEqual(quiet);
    expect(replays(soft("q3", 7, "dan", "ann"))).toEqual(quiet);
    expect(replays(soft("q4", 7, "dan", "ann"), favor("e8", 7, "dan", "ann"))).toEqual([1, 0]);
  }),
);

it(
  "a case is read once for all that asks for it in a row",
  watching(() => {
    const journal = new Journal();
    journal.append({
      id: "q",
      type: "ask.sent",
      at: "2026-03-01",
      kind: "soft",
      seeker: "me",
      connector: "ann",
    });
    journal.append({ id: "m", type: "introduction.made", at: "2026-03-02", ask: "q" });
    const books = new Books(journal, DEFAULT_LEDGER_MODEL);
    books.fold();
    const step = journal.at(1);
    expect(books.lookup.booked(step)).toBe(books.lookup.booked(step));
  }),
);

it(
  "which id stands for a person is asked once for each, and again where people changed",
  watching(() => {
    const journal = new Journal();
    for (const [i, receiver] of ["ann", "bob", "ann"].entries())
      journal.append({
        id: `e${i}`,
        type: "favor.given",
        at: "2026-03-01",
        giver: "me",
        receiver,
        kind: "x",
        size: 1,
      });
    const people = { shape: 0, canonical: vi.fn((id: string) => id) };
    const posts = vi.spyOn(Accounts.prototype, "post");
    const ledger = new Ledger(journal, { people });
    expect(people.canonical.mock.calls.map(([id]) => id)).toEqual(["me", "ann", "bob"]);
    ledger.balances();
    expect(people.canonical).toHaveBeenCalledTimes(3);
    people.shape++;
    ledger.balances();
    ledger.balances();
    expect([people.canonical.mock.calls.length, posts.mock.calls.length]).toEqual([6, 3]);
    people.canonical.mockImplementation((id) => (id === "bob" ? "ann" : id));
    people.shape++;
    expect(ledger.balances()).toEqual([
      { person: "ann", amount: -3 },
      { person: "me", amount: 3 },
    ]);
    expect(posts).toHaveBeenCalledTimes(6);
  }),
);
