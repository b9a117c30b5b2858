import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JournalEvent } from "../../src/journal/index.js";
import { EventsById } from "../../src/tracking/events-by-id.js";

describe("EventsById", () => {
  it("is a map of ids to lists of events, however the columns grow", () => {
    const indices = fc.array(fc.tuple(fc.constantFrom("", "a", "b", "__proto__"), fc.nat(99)), {
      maxLength: 300,
      size: "max",
    });
    fc.assert(
      fc.property(indices, fc.string(), (rows, other) => {
        const lists = new EventsById({ at: (index) => ({ id: `e${index}` }) as JournalEvent });
        const plain = new Map<string, string[]>();
        for (const [id, index] of rows) {
          lists.add(id, index);
          plain.set(id, [...(plain.get(id) ?? []), `e${index}`]);
        }
        expect(lists.ids()).toEqual([...plain.keys()]);
        for (const id of [...plain.keys(), other]) {
          expect(lists.has(id)).toBe(plain.has(id));
          expect(lists.of(id).map((event) => event.id)).toEqual(plain.get(id) ?? []);
        }
      }),
    );
  });
});
