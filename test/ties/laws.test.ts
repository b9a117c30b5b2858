import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import type { Interaction, TieEvidence } from "../../src/people/index.js";
import { consent, tieStrength } from "../../src/ties/index.js";
import { evidenceArb, isoOf, NOW } from "../support/ties-arbitraries.js";

const now = NOW;
const at = fc.integer({ min: 1, max: 4000 }).map((age) => isoOf(age));
const kind = fc.constantFrom(
  "meeting" as const,
  "call" as const,
  "message" as const,
  "comment" as const,
  "like" as const,
);
const strengthOf = (evidence: TieEvidence): number => tieStrength(evidence, { now }).strength;
const withEvent = (evidence: TieEvidence, event: Interaction): TieEvidence => ({
  ...evidence,
  interactions: [...(evidence.interactions ?? []), event],
});
/** Told from the other side: what went out came in. */
const turned = (evidence: TieEvidence): TieEvidence => ({
  ...evidence,
  ...(evidence.interactions && {
    interactions: evidence.interactions.map((one) => ({
      ...one,
      direction:
        one.direction === "both"
          ? one.direction
          : one.direction === "in"
            ? ("out" as const)
            : ("in" as const),
    })),
  }),
});

/** Those of what is learned stand in `test/learning`. */
describe("laws of ties", () => {
  it("an event of theirs or of both never lowers a strength, nor does what speaks for the tie", () => {
    fc.assert(
      fc.property(
        evidenceArb(),
        at,
        kind,
        fc.constantFrom("in" as const, "both" as const),
        (evidence, day, what, direction) => {
          const before = strengthOf(evidence);
          expect(before).toBeGreaterThan(0);
          expect(before).toBeLessThan(1);
          expect(strengthOf(withEvent(evidence, { at: day, kind: what, direction }))).toBeGreaterThanOrEqual(
            before,
          );
          const vouch = { kind: "endorsement" as const, direction: "in" as const, at: day };
          expect(strengthOf({ ...evidence, closeness: 0.5, vouches: [vouch] })).toBeGreaterThanOrEqual(
            strengthOf({ ...evidence, closeness: 0.5 }),
          );
        },
      ),
    );
  });

  it("no silence on record makes a stranger of family, or of who does business with you", () => {
    const bare = { connectedOn: "2020-01-05" };
    for (const code of ["customer", "vendor", "family", "partner", "investor:acme"]) {
      const { neverSpoken, strength } = tieStrength({ ...bare, contexts: [code] }, { now });
      expect(neverSpoken).toBe(0);
      expect(strength).toBeGreaterThanOrEqual(strengthOf(bare));
    }
    for (const code of ["competitor", "school:x"])
      expect(tieStrength({ ...bare, contexts: [code] }, { now }).neverSpoken).toBe(1);
  });

  it("one more message of your own that nothing came back on never makes the tie stronger or them likelier to say yes; one of a machine counts nothing", () => {
    const asked = (evidence: TieEvidence): number => {
      const { strength, neverSpoken } = tieStrength(evidence, { now });
      return consent({ strength, neverSpoken, role: "first" }).probability;
    };
    const ages = fc.array(fc.nat(299), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(evidenceArb({ minAge: 300 }), ages, kind, (evidence, list, what) => {
        let told = evidence;
        for (const age of list) {
          const more = withEvent(told, { at: isoOf(age), direction: "out", kind: what });
          expect(strengthOf(more)).toBeLessThanOrEqual(strengthOf(told));
          expect(asked(more)).toBeLessThanOrEqual(asked(told));
          told = more;
        }
      }),
    );
    fc.assert(
      fc.property(evidenceArb(), at, kind, (evidence, day, what) => {
        const machine = { at: day, kind: what, direction: "in" as const, automatic: true };
        expect(strengthOf(withEvent(evidence, machine))).toBe(strengthOf(evidence));
      }),
    );
  });

  it("reciprocity is the same from both sides where both are in touch last, and in [0, 1); overlap of a network likewise", () => {
    const shareOf = (evidence: TieEvidence): number => {
      const factor = tieStrength(evidence, { now }).factors.find(({ name }) => name === "reciprocity");
      return (factor?.contribution ?? 0) / 0.6;
    };
    fc.assert(
      fc.property(evidenceArb(), (evidence) => {
        // What one wrote last is not answered yet, and counts for none on that side.
        const both = withEvent(evidence, { at: isoOf(0), kind: "message", direction: "both" });
        expect(shareOf(both)).toBeCloseTo(shareOf(turned(both)), 12);
        expect(shareOf(both)).toBeGreaterThanOrEqual(0);
        expect(shareOf(both)).toBeLessThan(1);
      }),
    );
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(6), fc.nat(6)), {
      minLength: 1,
      maxLength: 14,
      selector: String,
    });
    fc.assert(
      fc.property(pairs, (ties) => {
        const network = new Network();
        for (let i = 0; i < 7; i++) network.addPerson({ id: `n${i}` });
        for (const [a, b] of ties) if (a !== b) network.addTie({ from: `n${a}`, to: `n${b}`, evidence: {} });
        const planner = new IntroductionPlanner({ network });
        for (const [a, b] of ties) {
          if (a === b) continue;
          const overlapFrom = (one: number, other: number): number => {
            const { paths } = planner.plan({ seeker: `n${one}`, target: `n${other}`, maxHops: 1, now });
            return paths[0]?.legs[0]?.evidence.overlap ?? 0;
          };
          expect(overlapFrom(a, b)).toBe(overlapFrom(b, a));
          expect(overlapFrom(a, b)).toBeGreaterThanOrEqual(0);
          expect(overlapFrom(a, b)).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("every factor of a strength and of a consent says where its size comes from", () => {
    fc.assert(
      fc.property(
        evidenceArb(),
        fc.constantFrom("first" as const, "relay" as const, "last" as const),
        (evidence, role) => {
          const { strength, factors } = tieStrength(evidence, { now });
          const answer = consent({
            strength,
            role,
            standing: 0.5,
            thanked: true,
            ownEstimate: 0.4,
            index: 3,
          });
          for (const { source } of [...factors, ...answer.factors]) expect(source).toMatch(/\S/);
        },
      ),
    );
  });

  it("an inferred tie is never above its cap, and no text of a plan says that it is there", () => {
    const titles = fc.array(fc.constantFrom("COO", "VP Operations", "Intern", "Head of Sales", ""), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(titles, fc.integer({ min: 2, max: 50_000 }), (list, headcount) => {
        const network = new Network();
        network.addPerson({ id: "me" });
        list.forEach((title, i) => {
          network.addPerson({ id: `c${i}`, company: "Acme", ...(title === "" ? {} : { title }) });
          network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: 0.5 } });
        });
        const planner = new IntroductionPlanner({ network });
        const target = { name: "Bob Smith", company: "Acme", title: "VP Operations" };
        const plan = planner.plan({ seeker: "me", target, now, headcount, k: 10 });
        expect(plan.paths.length).toBe(list.length);
        for (const { legs } of plan.paths) {
          const last = legs[1];
          expect(last?.inferred).toBe(true);
          expect(last?.tieProbability).toBeLessThanOrEqual(0.5);
          expect(last?.why).toContain("nobody has seen this tie");
        }
        for (const { why } of plan.asks)
          expect(why).not.toMatch(/knows the buyer|(?:touch|connected) with the buyer/);
        expect(plan.issues.map(({ code }) => code)).toContain("ONLY_INFERRED_TIES");
      }),
      { numRuns: 40 },
    );
  });
});
