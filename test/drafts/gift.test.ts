import { describe, expect, it } from "vitest";
import { draftAsk, draftForwardable } from "../../src/drafts/index.js";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

const people = {
  me: { id: "me", name: "Ada Park", company: "Northwind" },
  connector: { id: "ann", name: "Ann Reed" },
  target: { id: "bob", name: "Bob Smith", company: "Acme" },
};
const words = { reason: "you open a second plant", offer: "two sites in half the time", now: MONDAY };

describe("4.13: a gift for the one introduced", () => {
  it.each([undefined, GERMAN, SPANISH])(
    "stands in the text that they read, and is said openly (%#)",
    (locale) => {
      const more = { ...words, ...(locale && { locale }), gift: "two tickets for the fair" };
      const { note, forwardable, lint } = draftAsk({
        ...people,
        ...more,
        leg: {},
        lastLeg: { inferred: false },
      });
      expect(forwardable).toContain("two tickets for the fair");
      expect(note).not.toContain("two tickets");
      expect(lint.some(({ rule }) => rule === "L25")).toBe(false);
      const { gift: _, ...without } = more;
      expect(draftForwardable({ ...people, ...without }).forwardable).not.toContain("tickets");
    },
  );

  it("goes with a planned request, raises no prize, and is kept in the books once it is given", () => {
    const { planner } = practiceWorld();
    const [ask] = planForBob(planner).asks;
    expect(planner.draft(ask, { ...words, gift: "two tickets for the fair" }).forwardable).toContain(
      "tickets",
    );
    const before = planner.ledger.book("bob", "me");
    planner.record({ id: "g", type: "gift.given", at: MONDAY, giver: "me", receiver: "bob", to: "receiver" });
    expect(planner.ledger.book("me", "bob")).toBeGreaterThan(before);
  });
});
