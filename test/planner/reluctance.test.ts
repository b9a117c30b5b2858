import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_RELUCTANCE_SETTINGS, nurtureDaysFor } from "../../src/planner/reluctance.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

type Planner = ReturnType<typeof practiceWorld>["planner"];

/** Puts a request to somebody on a day, and records their answer. */
function ask(planner: Planner, connector: string, at: string, answer: object | undefined, more: object = {}) {
  const id = `${connector}${at}${Object.keys(more).join("")}`;
  const legs = [
    { asker: "me", asked: connector, consent: 0.4 },
    { asker: connector, asked: `x${at}`, consent: 0.4 },
  ];
  const one = { id, connector, target: `x${at}`, legs, cost: 1, price: 1 };
  planner.record({ id: `s${id}`, type: "ask.sent", at, ask: one as never, ...more });
  if (answer !== undefined) planner.record({ id: `a${id}`, at, ask: id, ...answer } as never);
}

const NO = { type: "ask.declined", answer: "no" };
const YES = { type: "ask.agreed" };
const legOf = (planner: Planner, connector: string) =>
  planForBob(planner).paths.find(({ people }) => people[1] === connector)?.legs[0];
const unmetOf = (planner: Planner, now = MONDAY) => {
  const plan = planForBob(planner, { now });
  return [...plan.asks, ...plan.waiting].find(({ connector }) => connector === "ann")?.readiness.unmet ?? [];
};

describe("reluctance (2.9)", () => {
  it("rises with each no and falls with each yes, a no to the kind more; silence and facts say nothing", () => {
    const consent = (...answers: (object | undefined)[]) => {
      const { planner } = practiceWorld();
      answers.forEach((answer, i) => {
        ask(planner, "ann", `2026-0${i + 1}-05`, answer);
      });
      const { factors } = legOf(planner, "ann") as NonNullable<ReturnType<typeof legOf>>;
      return factors.find(({ name }) => name === "answers")?.contribution ?? 0;
    };
    expect(consent()).toBe(0);
    expect(consent(NO)).toBeLessThan(0);
    expect(consent(NO, NO)).toBeLessThan(consent(NO));
    expect(consent({ ...NO, answer: "not-this-kind" })).toBeLessThan(consent(NO));
    expect(consent(YES)).toBeGreaterThan(0);
    expect(consent(YES, NO)).toBeLessThan(consent(YES));
    for (const nothing of [undefined, { ...NO, answer: "not-tied" }, { ...NO, answer: "ask-someone-else" }])
      expect(consent(nothing)).toBe(0);
  });

  it("that is typed counts before it, and what was learned of outcomes in place of it", () => {
    const typed = practiceWorld({
      settings: { asking: { connectors: [{ connector: "ann", reluctance: 0.2 }] } },
    });
    ask(typed.planner, "ann", "2026-01-05", NO);
    const names = (planner: Planner) => legOf(planner, "ann")?.factors.map(({ name }) => name);
    expect(names(typed.planner)).not.toContain("answers");
    const { planner } = practiceWorld();
    ask(planner, "ann", "2026-01-05", NO);
    expect(names(planner)).toContain("answers");
    const { predicted } = legOf(planner, "ann") ?? {};
    expect(predicted).toBe(legOf(practiceWorld().planner, "ann")?.consent);
    planner.learn({ now: MONDAY });
    expect(names(planner)).not.toContain("answers");
  });
});

describe("nurture (2.10)", () => {
  it("is never shorter for the more reluctant", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        const days = (reluctance: number) => nurtureDaysFor(reluctance, DEFAULT_RELUCTANCE_SETTINGS);
        expect(days(less)).toBeLessThanOrEqual(days(more));
        expect(days(0.6)).toBe(0);
        expect(days(1)).toBe(180);
      }),
    );
  });

  it("begins with what is given after the last no, and ends with time or a yes", () => {
    const { planner } = practiceWorld();
    for (const at of ["2025-09-01", "2025-10-01", "2025-11-03"]) ask(planner, "ann", at, NO);
    expect(unmetOf(planner)).toContain("nurture");
    planner.record({
      id: "l",
      type: "favor.given",
      at: "2026-11-20",
      giver: "me",
      receiver: "ann",
      kind: "lunch",
    });
    const waits = planForBob(planner).waiting.find(({ connector }) => connector === "ann");
    const readyAt = waits?.readiness.readyAt ?? "";
    expect(readyAt > MONDAY && readyAt < "2027-01-01").toBe(true);
    expect(unmetOf(planner, readyAt)).not.toContain("nurture");
    ask(planner, "ann", "2026-11-21", YES);
    expect(unmetOf(planner)).not.toContain("nurture");
  });
});

describe("styles (2.11, 3.19)", () => {
  it("are those of a person's tags, else of what they answered, and go with plan, draft and next", () => {
    const { planner, network } = practiceWorld();
    const first = () => planForBob(planner, { exclude: ["cho"] }).asks[0];
    expect(first()?.style).toBeUndefined();
    ask(planner, "ann", "2026-01-05", undefined, { channel: "email", tone: "warm" });
    expect(first()?.style).toBeUndefined();
    ask(planner, "ann", "2026-05-04", YES, { channel: "linkedin-message", tone: "formal" });
    expect(first()?.style).toMatchObject({ channel: "linkedin-message", tone: "formal" });
    const draft = planner.draft(first(), { reason: "we cut freight costs" });
    expect(draft.channel).toBe("linkedin-message");
    expect(draft.note).toMatch(/^Dear Ann Reed/);
    expect(planner.draft(first(), { channel: "email" }).channel).toBe("email");
    network.addPerson({
      id: "ann",
      tags: [
        { code: "channel:email", evidence: "said so" },
        { code: "tone:brief", evidence: "said so" },
        { code: "tone:shouting", evidence: "said so" },
      ],
    });
    expect(first()?.style).toMatchObject({ channel: "email", tone: "brief" });
    network.addPerson({ id: "eve", tags: [{ code: "channel:inmail", evidence: "said so" }] });
    planner.record({ id: "sale", type: "sale.delivered", at: "2026-11-20", seller: "me", customer: "eve" });
    const [question] = planner.next({ seeker: "me", now: MONDAY }).filter(({ person }) => person === "eve");
    expect(question?.draft?.channel).toBe("inmail");
  });

  it("of the seeker is their own tag, where nothing is known of the other", () => {
    const { planner, network } = practiceWorld();
    const note = () => planner.draft(planForBob(planner).asks[0]).note;
    expect(note()).not.toMatch(/^Dear/);
    network.addPerson({ id: "me", tags: [{ code: "tone:formal", evidence: "said so" }] });
    expect(note()).toMatch(/^Dear/);
  });

  it("offer the reluctant a smaller favor beside", () => {
    const { planner } = practiceWorld();
    const note = () => planner.draft(planForBob(planner, { exclude: ["cho"] }).asks[0]).note;
    const before = note();
    ask(planner, "ann", "2025-11-03", NO);
    expect(planForBob(planner, { exclude: ["cho"] }).asks[0]?.style?.reluctance).toBeGreaterThan(0.5);
    expect(note().length).toBeGreaterThan(before.length);
  });
});
