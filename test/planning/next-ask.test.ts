import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LegAnswer, nextAsk, planAsks, readinessKey, whatWouldFlip } from "../../src/planning/index.js";
import { leg, path, pathCases } from "../support/planning-paths.js";

const base = { target: "bob", day: "2026-03-02" };
const paths = [
  path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
  path(leg("me", "cai", 0.5), leg("cai", "dov", 0.4), leg("dov", "bob", 0.3)),
  path(leg("me", "eva", 0.4), leg("eva", "bob", 0.1, 0.3)),
];
const answer = (asker: string, asked: string, value: LegAnswer["answer"]): LegAnswer => ({
  asker,
  asked,
  answer: value,
});
const step = (...answers: LegAnswer[]) => nextAsk({ ...base, paths, answers });

describe("nextAsk", () => {
  it("starts with the plan's first ask and waits while it is open", () => {
    const plan = planAsks({ ...base, paths });
    expect(plan.nextLeg).toEqual({ asker: "me", asked: "ann" });
    expect(step()).toEqual({ kind: "ask", ask: plan.asks[0] });
    expect(step(answer("me", "ann", "pending"))).toEqual({ kind: "wait", asker: "me", asked: "ann" });
  });

  it("turns to the next connector after a no, after silence, and where the connector does not know the target", () => {
    const rest = planAsks({ ...base, paths })
      .asks.slice(1)
      .map((ask) => ask.connector);
    for (const value of ["no", "silent", "not-tied"] as const) {
      const next = step(answer("me", "ann", value));
      expect(next).toMatchObject({ kind: "ask", ask: { connector: rest[0] } });
    }
    expect(step(answer("me", "ann", "yes"), answer("ann", "bob", "not-tied"))).toMatchObject({
      kind: "ask",
      ask: { connector: rest[0] },
    });
  });

  it("waits for those who carry on, and stops at the target's own no", () => {
    expect(step(answer("me", "ann", "yes"))).toEqual({ kind: "wait", asker: "ann", asked: "bob" });
    expect(step(answer("me", "ann", "no"), answer("me", "cai", "yes"))).toMatchObject({
      kind: "wait",
      asker: "cai",
      asked: "dov",
    });
    expect(step(answer("me", "ann", "yes"), answer("ann", "bob", "yes"))).toEqual({ kind: "reached" });
    expect(step(answer("me", "ann", "yes"), answer("ann", "bob", "no"))).toMatchObject({ kind: "stop" });
  });

  it("asks beside an open ask only where that is chosen", () => {
    const answers = [answer("me", "ann", "pending")];
    const next = nextAsk({ ...base, paths, answers, parallel: true });
    expect(next).toMatchObject({ kind: "ask" });
    expect(next.kind === "ask" && next.ask.connector).not.toBe("ann");
  });

  it("names the day on which somebody can be asked later, but not one who declined", () => {
    const readiness = new Map(
      ["ann", "cai", "eva"].map((id) => [
        id,
        { gate: "open" as const, unmet: ["cooldown"], readyAt: "2026-04-01" },
      ]),
    );
    expect(nextAsk({ ...base, paths, readiness })).toMatchObject({ kind: "stop", readyAt: "2026-04-01" });
    const plan = planAsks({ ...base, paths, readiness, answers: [answer("me", "ann", "no")] });
    expect(plan.waiting.map((ask) => ask.connector)).not.toContain("ann");
    // One who agreed carries on whatever his cooldown says.
    expect(nextAsk({ ...base, paths, readiness, answers: [answer("me", "ann", "yes")] })).toMatchObject({
      kind: "wait",
    });
  });

  it("takes a connector's no to one seeker as his no to the team", () => {
    const team = [...paths, path(leg("you", "ann", 0.9), leg("ann", "bob", 0.45))];
    const plan = planAsks({ ...base, paths: team });
    expect(plan.asks.filter((ask) => ask.connector === "ann")).toHaveLength(1);
    const after = planAsks({ ...base, paths: team, answers: [answer("you", "ann", "no")] });
    expect(after.asks.map((ask) => ask.connector)).not.toContain("ann");
  });

  it("lets nobody wait for a target who declined", () => {
    const readiness = new Map([["cai", { gate: "closed" as const, unmet: ["deposit"] }]]);
    const plan = (...answers: LegAnswer[]) => planAsks({ ...base, paths, readiness, answers });
    expect(plan().waiting.map((ask) => ask.connector)).toEqual(["cai"]);
    expect(plan(answer("me", "ann", "yes"), answer("ann", "bob", "no")).waiting).toEqual([]);
  });

  it("ignores answers to legs on no route", () => {
    const plan = planAsks({ ...base, paths });
    expect(
      planAsks({ ...base, paths, answers: [answer("me", "nobody", "no"), answer("x", "bob", "no")] }),
    ).toEqual(plan);
  });

  it("refuses a value that is none, whatever the answers", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, -1]) {
      for (const given of ["no", "yes", "pending"] as const) {
        const input = { ...base, paths, value, answers: [answer("ann", "bob", given)] };
        for (const call of [planAsks, nextAsk, whatWouldFlip])
          expect(() => call(input)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
      }
    }
  });

  it("never proposes a connector again, whatever the answers, and comes to an end", () => {
    const answersOf = fc.array(fc.constantFrom("yes", "no", "silent", "not-tied"), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pathCases({ seekers: 2, direct: true }), answersOf, (cases, given) => {
        const answers: LegAnswer[] = [];
        const asked = new Set<string>();
        for (const value of given) {
          const next = nextAsk({ ...base, paths: cases, answers });
          if (next.kind === "reached" || next.kind === "stop") return;
          const { asker, asked: one } =
            next.kind === "ask" ? { asker: next.ask.seeker, asked: next.ask.connector } : next;
          if (next.kind === "ask") {
            expect(asked.has(JSON.stringify([asker, one]))).toBe(false);
            asked.add(JSON.stringify([asker, one]));
          }
          expect(answers.some((known) => known.asker === asker && known.asked === one)).toBe(false);
          answers.push({ asker, asked: one, answer: value as LegAnswer["answer"] });
        }
        expect(nextAsk({ ...base, paths: cases, answers }).kind).toMatch(/stop|reached|ask|wait/);
      }),
      { numRuns: 150, seed: 51 },
    );
  });
});

describe("whatWouldFlip", () => {
  it("finds a change that flips the first two asks, and no smaller one on the same leg does", () => {
    fc.assert(
      fc.property(pathCases(), (cases) => {
        const [first, second] = planAsks({ ...base, paths: cases }).asks;
        const flip = whatWouldFlip({ ...base, paths: cases });
        if (first === undefined || second === undefined) {
          expect(flip).toBeUndefined();
          return;
        }
        if (flip === undefined) return;
        expect(flip.first).toBe(second.connector);
        const at = (consent: number) =>
          planAsks({
            ...base,
            paths: cases.map((one) =>
              path(
                ...one.legs.map((l) =>
                  l.asker === flip.asker && l.asked === flip.asked
                    ? leg(
                        l.asker,
                        l.asked,
                        consent,
                        Math.min(1, l.inferred ? (l.consentIfTied * consent) / l.consent : consent),
                      )
                    : l,
                ),
              ),
            ),
          }).asks[0]?.connector;
        expect(at(flip.to)).toBe(second.connector);
        expect(at(flip.from)).toBe(first.connector);
        const short = flip.from + (flip.to - flip.from) * 0.999;
        if (Math.abs(flip.to - flip.from) > 1e-6) expect(at(short)).not.toBe(second.connector);
      }),
      { numRuns: 30, seed: 52 },
    );
  });

  it("reads the gate between the seeker and the connector", () => {
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const flip = (seeker: string) =>
      whatWouldFlip({ ...base, paths, readiness: new Map([[readinessKey(seeker, "eva"), closed]]) });
    expect(flip("you")).toEqual(whatWouldFlip({ ...base, paths }));
    expect(flip("me")).toEqual(whatWouldFlip({ ...base, paths: paths.slice(0, 2) }));
    expect(flip("me")).not.toEqual(flip("you"));
  });

  it("does bounded work where many routes cross", () => {
    let priced = 0;
    const costs = {
      priceOf: ({ asked, size }: { asked: string; size: number }) => {
        if (asked === "c0") priced++;
        return size;
      },
    };
    const crossing = (count: number) => {
      const found = Array.from({ length: count }, (_, i) =>
        path(
          leg("me", `c${i}`, 0.3 + i / 50),
          leg(`c${i}`, `d${i}`, 0.6 - i / 40),
          leg(`d${i}`, "bob", 0.5, 0.6),
        ),
      );
      found.push(path(leg("me", "c0", 0.3), leg("c0", "d1", 0.7), leg("d1", "bob", 0.5, 0.6)));
      return { ...base, paths: found, costs };
    };
    const plan = planAsks(crossing(4));
    expect([plan.method, plan.pricesExact]).toEqual(["exact", false]);
    priced = 0;
    expect(whatWouldFlip(crossing(4))).toMatchObject({ first: plan.asks[1]!.connector });
    // One leg of c0 is priced in each solve: two of the plan, at most 20 for each of at most 8 legs, the last check.
    expect(priced).toBeGreaterThan(20);
    expect(priced).toBeLessThanOrEqual(3 + 20 * 8);
    priced = 0;
    whatWouldFlip(crossing(10));
    expect(priced).toBeLessThanOrEqual(3 + 20 * 8);
  }, 10_000);

  it("leaves level asks level", () => {
    const level = (consent: number) => [
      path(leg("me", "ann", 0.5), leg("ann", "bob", 0.4)),
      path(leg("me", "cai", consent), leg("cai", "bob", 0.4)),
    ];
    expect(whatWouldFlip({ ...base, paths: level(0.5) })).toBeUndefined();
    expect(whatWouldFlip({ ...base, paths: level(0.5 - 5e-7) })).toBeUndefined();
    const flip = whatWouldFlip({ ...base, paths: level(0.4999) })!;
    const change = Math.abs(flip.to - flip.from);
    expect(change).toBeGreaterThan(1e-6);
    expect(change).toBeLessThanOrEqual(1e-4);
  });

  it("takes consents of 0 and 1 as they are", () => {
    const certain = [
      path(leg("me", "ann", 1), leg("ann", "bob", 1)),
      path(leg("me", "cai", 0.5), leg("cai", "bob", 0.5)),
      path(leg("me", "cai", 0.5), leg("cai", "dov", 0), leg("dov", "bob", 0, 0.3)),
    ];
    expect(whatWouldFlip({ ...base, paths: certain })).toMatchObject({ from: 1, first: "cai" });
  });

  it("says it in a sentence with the numbers", () => {
    const flip = whatWouldFlip({ ...base, paths: [paths[0]!, paths[2]!] })!;
    expect(flip).toMatchObject({ first: "eva" });
    expect(flip.why).toMatch(
      /^At a consent of [\d.]+% instead of [\d.]+% on this leg, the second ask would go first\.$/,
    );
    expect(whatWouldFlip({ ...base, paths: [paths[0]!] })).toBeUndefined();
  });
});
