import { describe, expect, it } from "vitest";
import { Journal } from "../../src/journal/index.js";
import { Network } from "../../src/network/index.js";
import { PlannerState } from "../../src/planner/planner-state.js";
import { plannerSettings } from "../../src/planner/settings.js";

function state(): PlannerState {
  const network = new Network();
  for (const id of ["me", "ann", "bob"]) network.addPerson({ id });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.6 } });
  network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.6 } });
  return new PlannerState(network, new Journal(), plannerSettings());
}

describe("a planning day", () => {
  it("is one for every instant of a UTC day", () => {
    const planner = state();
    const day = planner.on("2026-03-02");
    expect(planner.on("2026-03-02T23:59:59Z")).toBe(day);
    expect(planner.on(new Date("2026-03-02T12:00:00Z"))).toBe(day);
    expect(day.date).toBe("2026-03-02");
  });

  it("is replaced when the day, the journal, a person or a tie changes, and only then", () => {
    const planner = state();
    const seen = [planner.on("2026-03-02")];
    const isNew = (): boolean => {
      const day = planner.on("2026-03-03");
      const fresh = !seen.includes(day);
      seen.push(day);
      return fresh;
    };
    expect(isNew()).toBe(true);
    expect(isNew()).toBe(false);
    planner.journal.append({
      id: "e1",
      type: "favor.given",
      at: "2026-03-01",
      giver: "me",
      receiver: "ann",
      kind: "article",
    });
    expect(isNew()).toBe(true);
    planner.network.addPerson({ id: "carl" });
    expect(isNew()).toBe(true);
    planner.network.addTie({ from: "me", to: "carl", evidence: {} });
    expect(isNew()).toBe(true);
    expect(isNew()).toBe(false);
  });

  it("compiles the network once a day, and not again for a new event or a new piece of evidence", () => {
    const planner = state();
    const { compiled } = planner.on("2026-03-02");
    planner.journal.append({
      id: "e1",
      type: "favor.given",
      at: "2026-03-01",
      giver: "me",
      receiver: "ann",
      kind: "article",
    });
    expect(planner.on("2026-03-02").compiled).toBe(compiled);
    const before = compiled.strength("me", "ann");
    planner.network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.9 } });
    expect(planner.on("2026-03-02").compiled).toBe(compiled);
    expect(compiled.strength("me", "ann")).not.toBe(before);
    expect(planner.on("2026-03-03").compiled).not.toBe(compiled);
  });

  it("hands what was compiled on over days that needed no network", () => {
    const planner = state();
    const { compiled } = planner.on("2026-03-02");
    planner.on("2026-03-03");
    expect(planner.on("2026-03-02").compiled).toBe(compiled);
  });
});
