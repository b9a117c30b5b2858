import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { assertUntil } from "../support/assert-until.js";
import { codeOf } from "../support/journal-codes.js";

/** A tab that reads the length, thinks, appends, and tries again where another tab was faster. */
async function tab(store: Journal, scheduler: fc.Scheduler, events: readonly EventInput[]): Promise<number> {
  let retries = 0;
  for (const event of events) {
    for (;;) {
      const expectedLength = store.length;
      await scheduler.schedule(Promise.resolve(), "think");
      const code = codeOf(() => store.append(event, { expectedLength }));
      if (code === "none") break;
      expect(code).toBe("JOURNAL_CONFLICT");
      retries++;
    }
  }
  return retries;
}

describe("two tabs on one journal", () => {
  it("lose nothing and double nothing, however their steps interleave", async () => {
    let conflicts = 0;
    await assertUntil(
      () => conflicts > 0,
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 8 }),
        async (s, n, m) => {
          const gift = (id: string): EventInput => ({
            id,
            type: "favor.given",
            at: "2026-03-01",
            giver: "me",
            receiver: "ann",
            kind: "lunch",
          });
          const store = new Journal();
          const first = Array.from({ length: n }, (_, i) => gift(`e${i}`));
          const second = Array.from({ length: m }, (_, i) => gift(`e${i + 3}`));
          const both = Promise.all([tab(store, s, first), tab(store, s, second)]);
          await s.waitFor(both);
          conflicts += (await both).reduce((sum, retries) => sum + retries, 0);
          const ids = new Set([...first, ...second].map(({ id }) => id));
          expect(new Set(store.events().map(({ id }) => id))).toEqual(ids);
          expect(store.length).toBe(ids.size);
          expect(new Ledger(store).book("me", "ann")).toBe(ids.size / 2);
        },
      ),
      { numRuns: 50 },
    );
    expect(conflicts).toBeGreaterThan(0);
  });
});
