import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { MONDAY, practiceWorld } from "../support/practice-world.js";

/** Eve needs what Cho offers; Ann does the same work as Cho. */
function worldOfNeeds() {
  const { planner, network } = practiceWorld();
  network.addPerson({ id: "eve", tags: [{ code: "needs:design", evidence: "said so" }] });
  network.addPerson({ id: "cho", tags: [{ code: "offers:design", evidence: "site" }] });
  const pairs = (more: object = {}) => planner.pairs({ seeker: "me", now: MONDAY, ...more });
  const next = (kind: string, now: string = MONDAY, more: object = {}) =>
    planner.next({ seeker: "me", now, ...more }).filter((action) => action.kind === kind);
  const said = (id: string, at: string, by?: string, answer?: "yes" | "no") =>
    planner.record({
      id,
      type: "introduction.offered",
      at,
      broker: "me",
      between: ["cho", "eve"],
      ...(by && answer && { by, answer }),
    });
  return { planner, network, pairs, next, said };
}

describe("4.17: bring two contacts together, each asked first", () => {
  it("asks both, waits, introduces once both have said yes, and then leaves them in peace", () => {
    const { planner, pairs, next, said } = worldOfNeeds();
    const [question] = next("broker");
    expect(question).toMatchObject({ person: "cho", target: "eve" });
    expect(question?.done).toEqual({ type: "introduction.offered", broker: "me", between: ["cho", "eve"] });
    planner.record({ id: "o", at: MONDAY, ...question?.done } as never);
    const about = () => next("broker").filter(({ target }) => target === "eve");
    expect(about()).toEqual([]);
    expect(pairs()[0]).toMatchObject({ between: ["cho", "eve"], state: "asked" });
    said("y1", "2026-11-24", "eve", "yes");
    expect(next("introduce", "2026-11-25")).toEqual([]);
    said("y2", "2026-11-25", "cho", "yes");
    const [introduction] = next("introduce", "2026-11-25");
    expect(introduction).toMatchObject({ person: "cho", target: "eve", due: "2026-11-25" });
    expect(introduction?.draft?.note).toMatch(/Eve.*Cho/s);
    expect(introduction?.draft?.lint.some(({ rule }) => rule === "L26")).toBe(false);
    // Before the answer came it was not on record.
    expect(next("introduce", "2026-11-24")).toEqual([]);
    expect(planner.ledger.book("me", "eve")).toBe(0);
    planner.record({ id: "b", at: "2026-11-25", ...introduction?.done } as never);
    expect(planner.ledger.book("me", "eve")).toBe(0.5);
    expect(next("introduce", "2026-11-26")).toEqual([]);
    // To be asked and introduced is to be in touch.
    const touches = planner.touchPlan({ seeker: "me", now: "2026-11-26" });
    expect(touches.find(({ person }) => person === "eve")?.last).toBe("2026-11-25");
    expect(pairs({ now: "2026-11-26" }).some(({ between }) => between.includes("eve"))).toBe(false);
  });

  it("a no of either side ends it, whatever the other one said", () => {
    const { planner, pairs, next, said } = worldOfNeeds();
    said("y1", MONDAY, "eve", "yes");
    said("n", MONDAY, "cho", "no");
    expect(pairs().map(({ between }) => between.join())).not.toContain("cho,eve");
    expect(next("introduce", "2027-06-01")).toEqual([]);
    const gifts = planner.giveFirst({ seeker: "me", now: MONDAY });
    expect(gifts.some(({ receivers }) => receivers.join() === "cho,eve")).toBe(false);
  });

  it("says to each what they need or offer, in every language", () => {
    const { next } = worldOfNeeds();
    for (const [locale, needs, offers] of [
      [undefined, "You are looking for design", "They are looking for design"],
      [GERMAN, "Sie suchen design", "Dort wird design gesucht"],
      [SPANISH, "Buscas design", "Allí buscan design"],
    ] as const) {
      const [action] = next("broker", MONDAY, { ...(locale && { locale }) });
      expect(action?.draft?.note).toContain(offers);
      expect(action?.draftToTarget?.note).toContain(needs);
    }
  });

  it("an answer by nobody of the two, or without one who gives it, is no event", () => {
    const { planner, said } = worldOfNeeds();
    expect(() => said("x", MONDAY, "ann", "yes")).toThrow(expect.objectContaining({ code: "INVALID_EVENT" }));
    const half = { id: "h", type: "introduction.offered", at: MONDAY, broker: "me", between: ["cho", "eve"] };
    expect(() => planner.record({ ...half, answer: "yes" } as never)).toThrow(
      expect.objectContaining({ code: "INVALID_EVENT" }),
    );
    expect(() => planner.record({ ...half, between: ["cho", "cho"] } as never)).toThrow(
      expect.objectContaining({ code: "INVALID_EVENT" }),
    );
  });
});

describe("of many pairs", () => {
  /** A seeker of so many settings whose twelve contacts do one work at twelve firms: 66 pairs. */
  const worldOf = (settings: object = {}) => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    for (let i = 0; i < 12; i++) {
      network.addPerson({ id: `c${i}`, name: `Carl No ${i}`, company: `Firm ${i}`, title: "Head of Sales" });
      network.addTie({ from: "me", to: `c${i}`, evidence: { closeness: 0.8 } });
    }
    return new IntroductionPlanner({ network, settings });
  };

  it.each([1, 20, 40, 66])("as many are listed as are asked for: %i", (limit) => {
    expect(worldOf().pairs({ seeker: "me", now: MONDAY, limit })).toHaveLength(limit);
  });

  it("a chance that is set low makes none of them vanish", () => {
    const planner = worldOf({ giveFirst: { sameFunction: 0.05, sameFunctionAndRank: 0.1 } });
    expect(planner.pairs({ seeker: "me", now: MONDAY, limit: 66 })).toHaveLength(66);
  });

  it("the next ones are proposed while the best wait for their answers", () => {
    const planner = worldOf();
    for (const [i, { between }] of planner.pairs({ seeker: "me", now: MONDAY, limit: 30 }).entries())
      planner.record({
        id: `o${i}`,
        type: "introduction.offered",
        at: MONDAY,
        broker: "me",
        between: [...between],
      });
    const proposed = planner
      .next({ seeker: "me", now: "2027-03-01" })
      .filter(({ kind }) => kind === "broker");
    expect(proposed.length).toBeGreaterThan(0);
  });
});

describe("4.18: introduce people at events", () => {
  it("finds pairs among those whose record holds the event, beside those who are named", () => {
    const { network, pairs } = worldOfNeeds();
    const atFair = (id: string) =>
      network.addPerson({
        id,
        spells: [{ kind: "event", organization: "Food Fair 2026", from: "2026-12-01" }],
      });
    atFair("cho");
    atFair("ann");
    expect(pairs({ event: "food fair 2026" }).map(({ between }) => between)).toEqual([["ann", "cho"]]);
    expect(pairs({ event: "Food Fair 2026", among: ["eve"] }).map(({ between }) => between)[0]).toEqual([
      "cho",
      "eve",
    ]);
    expect(pairs({ event: "another fair" })).toEqual([]);
    expect(pairs({ limit: 1 })).toHaveLength(1);
    for (const more of [{ among: "ann" }, { event: 3 }, { limit: 0 }, { guests: [] }])
      expect(() => pairs(more)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    expect(() => pairs({ seeker: "nobody" })).toThrow(expect.objectContaining({ code: "UNKNOWN_PERSON" }));
  });
});
