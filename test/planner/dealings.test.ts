import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type EventInput, Journal } from "../../src/journal/index.js";
import { Network } from "../../src/network/index.js";
import { Dealings } from "../../src/planner/dealings.js";
import { nextActions } from "../../src/planner/next-actions.js";
import { PlannerState } from "../../src/planner/planner-state.js";
import type { PlanningDay } from "../../src/planner/planning-day.js";
import { plannerSettings } from "../../src/planner/settings.js";
import { stageLadder } from "../../src/planner/stage-ladder.js";
import { touchPlan } from "../../src/planner/touch-plan.js";

const NOW = "2026-06-01";

/** A seeker with so many contacts, each asked and helpful once, thanked once, asked a question and once the source of a lead. */
function dayOf(contacts: number): PlanningDay {
  const network = new Network();
  const journal = new Journal();
  network.addPerson({ id: "me", name: "Ada Park" });
  const events: EventInput[] = [];
  for (let i = 0; i < contacts; i++) {
    const [connector, target, at] = [`c${i}`, `t${i}`, "2026-05-04"];
    network.addPerson({ id: connector, name: `Carl No ${i}` });
    network.addPerson({ id: target, name: `Tess No ${i}` });
    network.addTie({ from: "me", to: connector, evidence: { closeness: 0.6 } });
    const legs = [
      { asker: "me", asked: connector, consent: 0.5 },
      { asker: connector, asked: target, consent: 0.4 },
    ];
    events.push(
      { id: `a${i}`, type: "ask.sent", at, ask: { id: `k${i}`, connector, target, legs, cost: 1, price: 1 } },
      { id: `i${i}`, type: "introduction.made", at: "2026-05-06", ask: `k${i}` },
      { id: `q${i}`, type: "ask.sent", at, kind: "issue", seeker: "me", connector },
      { id: `n${i}`, type: "thanks.sent", at, giver: "me", receiver: connector },
      { id: `l${i}`, type: "lead.received", at, source: "clients", seeker: "me", referredBy: connector },
    );
  }
  journal.appendAll(events);
  return new PlannerState(network, journal, plannerSettings()).on(NOW);
}

/** How often a field of a record of the day is read while something is done. */
function reads(contacts: number, work: (day: PlanningDay) => unknown): number {
  const day = dayOf(contacts);
  let count = 0;
  for (const name of ["asks", "questions", "courtesies", "leads"] as const) {
    const counted = day[name].map(
      (one) =>
        new Proxy(one, {
          get: (record, field) => {
            count++;
            return Reflect.get(record, field);
          },
        }),
    );
    Object.defineProperty(day, name, { value: counted });
  }
  work(day);
  return count;
}

describe("what is on record of each contact", () => {
  it.each([
    ["the ladder", (day: PlanningDay) => stageLadder(day, "me")],
    ["touches", (day: PlanningDay) => touchPlan(day, "me")],
    ["next", (day: PlanningDay) => nextActions(day, { seeker: "me", now: NOW })],
  ])("is read once for all contacts of %s, not for each anew", (_, work) => {
    const [few, many] = [reads(8, work), reads(32, work)];
    expect(few).toBeGreaterThan(0);
    // Four times the contacts; read for each of them it would be sixteen times.
    expect(many).toBeLessThan(5 * few);
  });

  it("is what one finds who looks through the whole record", () => {
    const person = fc.constantFrom("ann", "bob", "carl");
    const maybe = fc.option(person, { nil: undefined });
    const record = fc.record({
      asks: fc.array(fc.record({ ask: fc.record({ connector: person, target: person }) })),
      questions: fc.array(fc.record({ connector: person })),
      courtesies: fc.array(fc.record({ receiver: person })),
      leads: fc.array(fc.record({ referredBy: maybe, introducedBy: maybe, target: maybe })),
    });
    fc.assert(
      fc.property(record, person, (all, who) => {
        const dealings = new Dealings(all as unknown as PlanningDay);
        const asks = all.asks.filter(({ ask }) => ask.connector === who);
        const questions = all.questions.filter(({ connector }) => connector === who);
        expect(dealings.asksTo(who)).toEqual(asks);
        expect(dealings.questionsTo(who)).toEqual(questions);
        expect(dealings.requestsTo(who)).toEqual([...asks, ...questions]);
        expect(dealings.courtesiesTo(who)).toEqual(all.courtesies.filter(({ receiver }) => receiver === who));
        expect(dealings.leadsFrom(who)).toEqual(
          all.leads.filter(({ referredBy, introducedBy }) => referredBy === who || introducedBy === who),
        );
        expect(dealings.isBuyer(who)).toBe(
          all.asks.some(({ ask }) => ask.target === who) || all.leads.some(({ target }) => target === who),
        );
      }),
    );
  });
});
