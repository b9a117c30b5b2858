import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDay, utcDay } from "../../src/base/index.js";
import { LINT_THRESHOLDS } from "../../src/drafts/index.js";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { DEFAULT_TIMING_SETTINGS } from "../../src/planning/index.js";

function planner(policy: object): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park" });
  network.addPerson({ id: "ann", name: "Ann Lee", company: "Acme" });
  network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme" });
  const interactions = ["2026-05-01", "2026-06-10", "2026-08-01", "2026-09-20"].map((at) => ({
    at,
    direction: "both" as const,
    kind: "message" as const,
  }));
  network.addTie({ from: "me", to: "ann", evidence: { interactions } });
  network.addTie({ from: "ann", to: "bob", evidence: { interactions } });
  return new IntroductionPlanner({ network, policy });
}

/** What `next` lists on a day, as `kind due`. */
function due(on: IntroductionPlanner, day: string): string[] {
  return on.next({ seeker: "me", now: day }).map(({ kind, due }) => `${kind} ${due}`);
}

const thanksgiving = { weekdays: [1, 2, 3, 4, 5], holidays: ["2026-11-26", "2026-11-27"] };
const MONDAY = "2026-11-23";

describe("one clock for what is planned and what is due", () => {
  it("reminds and lets go on the days of the schedule, and on no holiday", () => {
    const one = planner({ calendar: thanksgiving });
    const plan = one.plan({ seeker: "me", target: "bob", now: MONDAY });
    const dayOf = (step: string) => one.schedule(plan).find((each) => each.step === step)?.day;
    expect([dayOf("nudge"), dayOf("move-on")]).toEqual(["2026-11-25", "2026-12-02"]);
    one.record({ id: "e1", type: "ask.sent", at: MONDAY, ask: plan.asks[0] });
    expect(due(one, "2026-11-24")).toEqual([]);
    expect(due(one, "2026-11-25")).toEqual(["remind 2026-11-25"]);
    expect(due(one, "2026-12-01")).toEqual(["remind 2026-11-25"]);
    expect(due(one, "2026-12-02")).toContain("let-go 2026-12-02");
  });

  it("puts a message under a lent name on the next working day", () => {
    const one = planner({ calendar: thanksgiving });
    const [ask] = one.plan({ seeker: "me", target: "bob", now: MONDAY }).asks;
    one.record({ id: "e1", type: "ask.sent", at: MONDAY, ask });
    const yes = {
      id: "e2",
      type: "ask.agreed",
      at: "2026-11-25",
      ask: ask!.id,
      answer: "use-my-name",
    } as const;
    one.record(yes);
    expect(due(one, "2026-11-29").filter((each) => each.startsWith("own-contact"))).toEqual([]);
    expect(due(one, "2026-11-30")).toContain("own-contact 2026-11-30");
  });

  it("holds for any calendar, channel and day of sending", () => {
    const calendars = fc.record({
      weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 2 }),
      holidays: fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map((d) => isoDay(utcDay(MONDAY) + d))),
    });
    const channels = fc.constantFrom(undefined, "email", "linkedin-message", "inmail", "chat");
    const timings = fc.constantFrom(
      {},
      { lapseDays: 9 },
      { lapseDays: 9, remindDays: 3 },
      { nudgeShare: 0.3 },
    );
    const property = fc.property(
      calendars,
      channels,
      timings,
      fc.nat(9),
      (calendar, channel, timing, after) => {
        const one = planner({ calendar, timing });
        const plan = one.plan({ seeker: "me", target: "bob", now: isoDay(utcDay(MONDAY) + after) });
        const steps = one.schedule(plan, { medium: channel });
        const at = steps.find(({ step }) => step === "ask")!.day;
        one.record({ id: "e1", type: "ask.sent", at, ask: plan.asks[0], ...(channel && { channel }) });
        for (let day = utcDay(at); day < utcDay(at) + 60; day++) {
          const now = isoDay(day);
          for (const { kind, due } of one.next({ seeker: "me", now })) {
            if (kind === "remind") expect(due).toBe(steps.find(({ step }) => step === "nudge")?.day);
            if (kind === "let-go") expect(due).toBe(steps.find(({ step }) => step === "move-on")?.day);
            if (kind === "ask") continue;
            expect(calendar.holidays).not.toContain(due);
            expect(calendar.weekdays).toContain(new Date(due).getUTCDay());
          }
        }
      },
    );
    fc.assert(property, { numRuns: 12 });
  });

  it("calls news and thanks overdue in a message after as many days as they are due in", () => {
    const { updateDays, thankDays, followThroughDays } = DEFAULT_TIMING_SETTINGS;
    const { updateDaysMax, thanksDaysMax, followThroughDaysMax } = LINT_THRESHOLDS;
    expect([updateDaysMax, thanksDaysMax, followThroughDaysMax]).toEqual([
      updateDays,
      thankDays,
      followThroughDays,
    ]);
  });

  it.each([
    [{ timing: { nudgeShare: 1.5 } }, "timing.nudgeShare"],
    [{ timing: { halfLife: { email: 0 } } }, "timing.halfLife"],
    [{ timing: { remindDays: 9, lapseDays: 7 } }, "timing.lapseDays"],
    [{ followUps: { thanksDays: 1 } }, "timing"],
    [{ calendar: { weekdays: [] } }, "timing.calendar.weekdays"],
  ])("refuses %j, naming the setting", (policy, what) => {
    expect(() => planner(policy)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", details: expect.objectContaining({ what }) }),
    );
  });
});
