import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWarmpathError, type WarmpathError } from "../../src/base/index.js";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner, type PlannerEvent } from "../../src/planner/index.js";

const now = "2026-03-20";

function planner(): IntroductionPlanner {
  const network = new Network();
  network.addPerson({ id: "me", name: "Mia Ek" });
  network.addPerson({ id: "other", name: "Olli Other" });
  network.addPerson({ id: "ann", name: "Ann Lee", company: "Acme Oy" });
  network.addPerson({ id: "hid", name: "Hidden Person", company: "Beta" });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.7 } });
  network.addTie({ from: "me", to: "other", evidence: { closeness: 0.7 } });
  network.addTie({ from: "other", to: "hid", evidence: {}, visibility: "private", owner: "other" });
  return new IntroductionPlanner({ network });
}

describe("name", () => {
  it("tells the keeper everybody's, and a seeker that of whom they may see", () => {
    const subject = planner();
    expect(subject.name("hid")).toBe("Hidden Person");
    expect(subject.name("hid", { seeker: "other" })).toBe("Hidden Person");
    expect(subject.name("hid", { seeker: "me" })).toBeUndefined();
    expect(subject.name("hid", { seeker: ["me", "other"] })).toBe("Hidden Person");
    expect(subject.name("nobody")).toBeUndefined();
    expect(() => subject.name("ann", { seeker: "nobody" })).toThrow(/person of the network/);
  });

  it("tells that of a buyer outside the network to those who planned or asked, and after a save to those who asked", () => {
    const subject = planner();
    const target = { name: "Bob Smith", company: "Acme" };
    const plan = subject.plan({ seeker: "me", target, now });
    expect(plan.target.known).toBe(false);
    expect(subject.name(plan.target.id)).toBe("Bob Smith");
    expect(subject.name(plan.target.id, { seeker: "me" })).toBe("Bob Smith");
    expect(subject.name(plan.target.id, { seeker: "other" })).toBeUndefined();
    const unasked = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(subject)));
    expect(unasked.name(plan.target.id)).toBeUndefined();
    subject.record({ id: "e1", type: "ask.sent", at: now, ask: plan.asks[0] });
    const asked = IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(subject)));
    expect(asked.name(plan.target.id)).toBe("Bob Smith");
    expect(asked.name(plan.target.id, { seeker: "me" })).toBe("Bob Smith");
    expect(asked.name(plan.target.id, { seeker: "other" })).toBeUndefined();
    for (const one of [subject, asked]) {
      one.erase(plan.target.id);
      expect(one.name(plan.target.id)).toBeUndefined();
    }
  });

  it("changes no byte of what is saved", () => {
    const subject = planner();
    const before = JSON.stringify(subject);
    subject.plan({ seeker: "me", target: "Bob Smith at Acme", now });
    expect(JSON.stringify(subject)).toBe(before);
  });
});

describe("standing", () => {
  it("is plain JSON, and its factor prices every size as the ledger does", () => {
    const subject = planner();
    const events = ["lunch", "article"].map((kind, i): PlannerEvent => {
      return { id: `e${i}`, type: "favor.given", at: now, giver: "ann", receiver: "me", kind, size: 3 };
    });
    subject.recordAll(events);
    const standing = subject.standing({ seeker: "me", counterpart: "ann", now });
    expect(JSON.parse(JSON.stringify(standing))).toStrictEqual(standing);
    const priced = subject.ledger.standing({
      seeker: "me",
      counterpart: "ann",
      strength: 0,
      commonFriends: 0,
      now,
    });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e3, noNaN: true }), (size) => {
        expect(priced.price(size)).toBeCloseTo(size * priced.priceFactor, 9);
      }),
    );
    expect(standing.priceFactor).toBeGreaterThan(1);
  });
});

describe("a company and nobody of it", () => {
  it.each([
    { company: "Acme" },
    { company: "Acme", name: undefined } as never,
    { company: "Nowhere Ltd" },
    "someone at Acme",
    "Anybody at Acme Oy",
    "introduce me to somebody at Acme",
    "anyone from Nowhere Ltd",
  ])("%j: is no target; the account is to be opened", (target) => {
    const { refusal, asks } = planner().plan({ seeker: "me", target, now });
    expect(refusal).toMatchObject({ code: "ambiguous-target", openWith: "account" });
    expect(asks).toEqual([]);
    const people = refusal?.candidates?.map(({ person }) => person);
    expect(people).toEqual(JSON.stringify(target).includes("Acme") ? ["ann"] : undefined);
  });

  it("is refused in the same words by reach and campaign, and hides whom a seeker may not see", () => {
    const subject = planner();
    const { refusal } = subject.plan({ seeker: "me", target: "someone at Beta", now });
    expect(refusal).toMatchObject({ code: "ambiguous-target" });
    expect(refusal?.candidates).toBeUndefined();
    const [row] = subject.reach({ seeker: "me", targets: ["someone at Beta"], now });
    expect(row?.refusal).toEqual(refusal);
    const targets = [{ target: "someone at Beta", value: 5 }];
    expect(subject.campaign({ seeker: "me", targets, now }).left[0]?.refusal).toEqual(refusal);
  });
});

describe("the README of the room", () => {
  it("has a row for every method of a planner", () => {
    const { prototype } = IntroductionPlanner;
    const methods = [prototype, Object.getPrototypeOf(prototype)].flatMap((of) =>
      Object.entries(Object.getOwnPropertyDescriptors(of))
        .filter(([name, { value }]) => name !== "constructor" && typeof value === "function")
        .map(([name]) => name),
    );
    const text = readFileSync(new URL("../../src/planner/README.md", import.meta.url), "utf8");
    const rows = text.split("\n").filter((line) => line.startsWith("| `"));
    expect(methods.length).toBeGreaterThan(25);
    expect(methods.filter((name) => !rows.some((row) => row.includes(`\`${name}(`)))).toEqual([]);
  });
});

describe("an unknown option", () => {
  const calls: readonly (readonly [string, string, (subject: IntroductionPlanner) => unknown])[] = [
    ["a planner", "journal", ({ network }) => new IntroductionPlanner({ network, jurnal: 1 } as never)],
    ["find", "seeker", (p) => p.find("Ann", { seekers: "me" } as never)],
    ["name", "seeker", (p) => p.name("ann", { seekr: "me" } as never)],
    ["plan", "maxHops", (p) => p.plan({ seeker: "me", target: "ann", maxhop: 2, now } as never)],
    ["reach", "targets", (p) => p.reach({ seeker: "me", targets: [], target: "ann", now } as never)],
    ["campaign", "budget", (p) => p.campaign({ seeker: "me", targets: [], budgets: 3, now } as never)],
    ["worthAsking", "value", (p) => p.worthAsking({ seeker: "me", target: "ann", values: 3, now } as never)],
    ["tieToWarm", "value", (p) => p.tieToWarm({ seeker: "me", target: "ann", values: 3, now } as never)],
    ["unasked", "seeker", (p) => p.unasked({ seekers: ["me"] } as never)],
    ["schedule", "calendar", (p) => p.schedule({ asks: [], day: now }, { calender: {} } as never)],
    ["giveFirst", "contacts", (p) => p.giveFirst({ seeker: "me", contact: 3, now } as never)],
    ["draft", "reason", (p) => p.draft({} as never, { reasons: "…" } as never)],
    ["next", "maxHops", (p) => p.next({ seeker: "me", maxHop: 2, now } as never)],
    ["standing", "counterpart", (p) => p.standing({ seeker: "me", counterparty: "ann", now } as never)],
    ["erase", "names", (p) => p.erase("ann", { name: "Ann" } as never)],
    ["fromJSON", "suppression", (p) => IntroductionPlanner.fromJSON(p.toJSON(), { supression: 1 } as never)],
  ];

  it.each(calls)("of %s is refused, and %s is named", (_, nearest, call) => {
    const subject = planner();
    const before = JSON.stringify(subject);
    const error = thrownBy(() => call(subject));
    expect(error?.code).toBe("INVALID_ARGUMENT");
    expect(error?.message).toContain(`"${nearest}"`);
    expect(error?.details).toMatchObject({ nearest });
    expect(JSON.stringify(subject)).toBe(before);
  });
});

function thrownBy(call: () => unknown): WarmpathError | undefined {
  try {
    call();
  } catch (error) {
    if (isWarmpathError(error)) return error;
    throw error;
  }
  return undefined;
}
