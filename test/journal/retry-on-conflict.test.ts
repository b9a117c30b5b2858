import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError, WarmpathError } from "../../src/base/index.js";
import { type EventInput, Journal, retryOnConflict } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { assertUntil } from "../support/assert-until.js";
import { runs } from "../support/journal-runs.js";

const conflict = (): WarmpathError => new WarmpathError("JOURNAL_CONFLICT", "somebody was faster");

async function codeOfAsync(run: () => Promise<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (isWarmpathError(error)) return error.code;
    throw error;
  }
  return "none";
}

/** A shared place for one journal's text that takes a new text only from whoever knows the length of the old. */
class Store {
  text = new Journal().toJSONL();
  length = 0;
  conflicts = 0;

  saveIf(expected: number, journal: Journal): void {
    if (this.length !== expected) {
      this.conflicts++;
      throw conflict();
    }
    this.text = journal.toJSONL();
    this.length = journal.length;
  }
}

const gift = (id: string): EventInput => ({
  id,
  type: "favor.given",
  at: "2026-03-01",
  giver: "me",
  receiver: "ann",
  kind: "lunch",
});

describe("retryOnConflict", () => {
  it("gives what the attempt gives, and counts the attempts from 1", async () => {
    const numbers: number[] = [];
    const value = await retryOnConflict((number) => {
      numbers.push(number);
      if (number < 3) throw conflict();
      return "done";
    });
    expect(value).toBe("done");
    expect(numbers).toEqual([1, 2, 3]);
  });

  it("gives up with the conflict after as many tries as are asked for, 5 by default", async () => {
    for (const [options, wanted] of [
      [undefined, 5],
      [{}, 5],
      [{ tries: 1 }, 1],
      [{ tries: 8 }, 8],
    ] as const) {
      let tried = 0;
      const code = await codeOfAsync(() =>
        retryOnConflict(async () => {
          tried++;
          throw conflict();
        }, options),
      );
      expect([code, tried]).toEqual(["JOURNAL_CONFLICT", wanted]);
    }
  });

  it("repeats nothing but a conflict", async () => {
    for (const error of [
      new WarmpathError("JOURNAL_ID_CONFLICT", "x"),
      new WarmpathError("INVALID_TRANSITION", "x"),
      new Error("JOURNAL_CONFLICT"),
      "JOURNAL_CONFLICT",
      undefined,
    ]) {
      let tried = 0;
      const result = retryOnConflict(() => {
        tried++;
        throw error;
      });
      await expect(
        result.then(
          () => "came through",
          (thrown: unknown) => thrown,
        ),
      ).resolves.toBe(error);
      expect(tried).toBe(1);
    }
  });

  it("takes no nonsense, and tries nothing then", async () => {
    for (const tries of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, "3" as unknown as number]) {
      let tried = 0;
      const code = await codeOfAsync(() => retryOnConflict(() => tried++, { tries }));
      expect([code, tried]).toEqual(["INVALID_ARGUMENT", 0]);
    }
  });

  it("loses nothing and doubles nothing: three writers, in any order of steps, answers lost on the way", async () => {
    let [conflicts, repeated] = [0, 0];
    await assertUntil(
      () => conflicts > 0 && repeated > 0,
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.array(fc.nat(9), { maxLength: 4 }), { minLength: 3, maxLength: 3 }),
        fc.infiniteStream(fc.boolean()),
        async (s, writers, losses) => {
          const store = new Store();
          const write = async (numbers: readonly number[]): Promise<void> => {
            for (const n of numbers) {
              await retryOnConflict(
                async () => {
                  const { text, length } = store;
                  await s.schedule(Promise.resolve(), "read");
                  const journal = Journal.fromJSONL(text);
                  const outcome = journal.append(gift(`e${n}`), { expectedLength: length });
                  if (outcome === "exists") {
                    repeated++;
                    return;
                  }
                  await s.schedule(Promise.resolve(), "write");
                  store.saveIf(length, journal);
                  // Saved, but the writer never hears of it.
                  if (losses.next().value) throw conflict();
                },
                { tries: 60 },
              );
            }
          };
          const all = Promise.all(writers.map(write));
          await s.waitFor(all);
          await all;
          conflicts += store.conflicts;
          const ids = new Set(writers.flat().map((n) => `e${n}`));
          const journal = Journal.fromJSONL(store.text);
          expect(new Set(journal.events().map(({ id }) => id))).toEqual(ids);
          expect(journal.length).toBe(ids.size);
          const ledger = new Ledger(journal);
          expect(ledger.book("me", "ann")).toBe(ids.size / 2);
          expect(ledger.balances().reduce((sum, { amount }) => sum + Math.round(amount * 1000), 0)).toBe(0);
        },
      ),
      { numRuns: runs(60) },
    );
    expect(conflicts).toBeGreaterThan(0);
    expect(repeated).toBeGreaterThan(0);
  });
});
