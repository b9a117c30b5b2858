import fc from "fast-check";
import type { Interaction, TieEvidence } from "../../src/people/index.js";

/** The day that the tests judge from; evidence lies up to nine years before it and, where asked for, after it. */
export const NOW = "2026-11-22";
const NOW_DAY = Date.parse(`${NOW}T00:00:00Z`) / 86_400_000;

export const isoOf = (age: number): string =>
  new Date((NOW_DAY - age) * 86_400_000).toISOString().slice(0, 10);

export function interactionArb(minAge = 0, maxAge = 3300): fc.Arbitrary<Interaction> {
  return fc
    .record({
      age: fc.oneof(fc.integer({ min: minAge, max: maxAge }), fc.integer({ min: minAge, max: minAge + 12 })),
      time: fc.constantFrom("", "T00:00:00Z", "T23:59:59.999Z", "T12:30"),
      direction: fc.constantFrom("out" as const, "in" as const, "both" as const),
      kind: fc.constantFrom(
        "meeting" as const,
        "call" as const,
        "message" as const,
        "comment" as const,
        "like" as const,
      ),
    })
    .map(({ age, time, direction, kind }) => ({ at: isoOf(age) + time, direction, kind }));
}

export function evidenceArb(
  options: { minAge?: number; maxLength?: number } = {},
): fc.Arbitrary<TieEvidence> {
  const { minAge = 0, maxLength = 14 } = options;
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.record(
    {
      interactions: fc.array(interactionArb(minAge), { maxLength }),
      connectedOn: fc.integer({ min: minAge, max: 5000 }).map(isoOf),
      closeness: share,
      contexts: fc.array(fc.constantFrom("work:a", "work:b", "school:c", "family", "club", "street"), {
        maxLength: 6,
      }),
      overlap: share,
    },
    { requiredKeys: [] },
  );
}
