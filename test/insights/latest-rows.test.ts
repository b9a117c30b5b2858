import fc from "fast-check";
import { expect, test } from "vitest";
import { LatestRows } from "../../src/insights/latest-rows.js";

test("the latest rows are those of a plain sort, whatever was put in, read and taken out before", () => {
  const change = fc.record({ day: fc.nat(4), id: fc.nat(6), reads: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), fc.nat(8), (changes, limit) => {
      const rows = new LatestRows<{ day: number; id: number }>(
        ({ day }) => day,
        (a, b) => a.id - b.id,
      );
      const kept = new Map<string, { day: number; id: number }>();
      for (const { day, id, reads } of changes) {
        const key = `${day} ${id}`;
        const held = kept.get(key);
        if (held === undefined) {
          kept.set(key, { day, id });
          rows.add({ day, id });
        } else {
          kept.delete(key);
          rows.remove(held);
        }
        if (reads) rows.rows(limit);
      }
      const plain = [...kept.values()].sort((a, b) => b.day - a.day || a.id - b.id);
      expect(rows.rows(limit)).toEqual(plain.slice(0, limit));
    }),
  );
});
