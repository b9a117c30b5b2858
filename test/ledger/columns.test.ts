import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JournalEvent } from "../../src/journal/index.js";
import { Cases } from "../../src/ledger/cases.js";
import { IdNumbers } from "../../src/ledger/id-numbers.js";
import { FAVOR, NEWS, NotesOfPairs, type Said, THANKS } from "../../src/ledger/notes-of-pairs.js";
import { PairTable } from "../../src/ledger/pair-table.js";

describe("IdNumbers", () => {
  it("is a map of ids to numbers and back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 30 }), fc.string(), (ids, other) => {
        const numbers = new IdNumbers();
        const distinct = [...new Set(ids)];
        for (const id of ids) expect(numbers.add(id)).toBe(distinct.indexOf(id) + 1);
        for (const id of ids) expect(numbers.id(numbers.find(id))).toBe(id);
        expect(numbers.find(other)).toBe(distinct.indexOf(other) + 1);
      }),
      { numRuns: 40 },
    );
  });
});

interface Note {
  readonly id: string;
  readonly millis: number;
  readonly giver: string;
  readonly receiver: string;
  readonly said: Said;
}

const notes: fc.Arbitrary<readonly Note[]> = fc
  .array(fc.tuple(fc.nat(9), fc.boolean(), fc.constantFrom<Said>(0, 1, 2, 3)), {
    minLength: 8,
    maxLength: 40,
  })
  .chain((rows) =>
    fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }).map((ids) =>
      rows.map(([millis, gives, said], i) => ({
        id: `e${ids[i]}`,
        millis,
        giver: gives ? "a" : "b",
        receiver: gives ? "b" : "a",
        said,
      })),
    ),
  );

/** The notes that do not count, by reading all events of each pair in order of time. */
function idleOf(all: readonly Note[]): string[] {
  const idle: string[] = [];
  const [thanked, told] = [new Set<string>(), new Set<string>()];
  for (const { id, giver, receiver, said } of [...all].sort(
    (a, b) => a.millis - b.millis || (a.id < b.id ? -1 : 1),
  )) {
    const pair = `${giver}>${receiver}`;
    const done = said === THANKS ? thanked : told;
    if (said === THANKS || said === NEWS) {
      if (done.has(pair)) idle.push(id);
      done.add(pair);
    } else {
      told.delete(pair);
      if (said === FAVOR) thanked.delete(pair);
    }
  }
  return idle.sort();
}

describe("NotesOfPairs", () => {
  const columns = (all: readonly Note[]) =>
    new NotesOfPairs(
      {
        at: (index) => all[index] as unknown as JournalEvent,
        millisAt: (index) => (all[index] as Note).millis,
        get: () => undefined,
        reversalOf: () => undefined,
      },
      new IdNumbers(),
      new PairTable(),
    );
  const asked = (held: NotesOfPairs, all: readonly Note[]) =>
    all.filter(({ giver, receiver, id }) => !held.counts(giver, receiver, id)).map(({ id }) => id);

  it("counts notes as one who reads each pair from its first day does, and says when an older one changes", () => {
    fc.assert(
      fc.property(notes, fc.array(fc.boolean()), (all, looks) => {
        const held = columns(all);
        let before: readonly string[] | undefined = [];
        for (const [i, { id, giver, receiver, said }] of all.entries()) {
          const isChanged = held.add(giver, receiver, i, said);
          const isLookedAt = looks[i] ?? true;
          const seen = all.slice(0, i + 1);
          const idle = isLookedAt ? asked(held, seen).sort() : undefined;
          if (isLookedAt) expect(idle).toEqual(idleOf(seen));
          if (before !== undefined && !isChanged)
            expect(idle?.filter((one) => one !== id) ?? before).toEqual(before);
          before = idle;
        }
      }),
    );
  });

  it("takes a late favor of two people without notes for no change of any", () => {
    const favors = [5, 3, 4, 1].map(
      (millis, i): Note => ({ id: `e${i}`, millis, giver: "a", receiver: "b", said: FAVOR }),
    );
    const held = columns(favors);
    expect(favors.map(({ giver, receiver, said }, i) => held.add(giver, receiver, i, said))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(held.counts("a", "nobody", "e9")).toBe(true);
  });
});

describe("Cases", () => {
  it("give the case of each step, an ask's and a lead's of one id apart, in any order of looking", () => {
    const lead = fc.nat(3).map((n) => ({ key: `l${n}`, event: { type: "meeting.held", lead: `${n}` } }));
    const ask = fc.nat(3).map((n) => ({ key: `a${n}`, event: { type: "meeting.held", ask: `${n}` } }));
    const begun = fc
      .nat(3)
      .chain((n) =>
        fc.constantFrom(
          { type: "introduction.received", id: `e${n}`, lead: `${n}`, seeker: "me", connector: `l${n}` },
          { type: "ask.sent", id: `${n}`, kind: "soft", seeker: "me", connector: `a${n}` },
        ),
      );
    fc.assert(
      fc.property(fc.array(begun, { maxLength: 8 }), fc.array(fc.oneof(lead, ask)), (begins, looks) => {
        const events = begins as unknown as readonly JournalEvent[];
        const cases = new Cases({
          at: (index) => events[index] as JournalEvent,
          get: (id) => events.find((event) => event.id === id),
          reversalOf: () => undefined,
        });
        const keys: readonly string[] = begins.map(({ connector }) => connector);
        for (const [index, key] of keys.entries()) cases.set(key, index);
        for (const { key, event } of looks) {
          const last = keys.lastIndexOf(key);
          expect(cases.get(key)).toBe(last < 0 ? undefined : last);
          expect(cases.of(event as JournalEvent)?.connector).toBe(last < 0 ? undefined : key);
        }
      }),
      { numRuns: 60 },
    );
  });
});
