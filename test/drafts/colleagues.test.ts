import { describe, expect, it } from "vitest";
import { lintMessage } from "../../src/drafts/index.js";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { bareCompany, sameCompany } from "../../src/people/index.js";

/** Names of one company, as people and files write them. */
const FORMS = [
  "Oy",
  "S.r.l.",
  "Pty Ltd",
  "AB",
  "K.K.",
  "GmbH",
  "GmbH & Co. KG",
  "Inc.",
  "LLC",
  "S.A. de C.V.",
  "Sp. z o.o.",
  "B.V.",
  "ApS",
  "S. A.",
  "Pvt. Ltd.",
  "Kft",
  "d.o.o.",
];

describe("names of one company", () => {
  it.each(FORMS)("Nordwind %s and Nordwind: in a match, a plan, its draft and the lint", (form) => {
    const company = `Nordwind ${form}`;
    expect(sameCompany(company, "Nordwind")).toBe(true);
    expect(bareCompany(company)).toBe("Nordwind");
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    network.addPerson({ id: "ann", name: "Ann Lee", company });
    network.addTie({ from: "me", to: "ann", evidence: {} });
    const planner = new IntroductionPlanner({ network });
    const target = { name: "Bob Smith", company: "Nordwind" };
    const [ask] = planner.plan({ seeker: "me", target, now: "2026-11-23" }).asks;
    const { note } = planner.draft(ask, { reason: "we build heat pumps for warehouses" });
    expect(note).not.toContain("guess");
    const facts = { seeker: { name: "Ada Park" }, reason: "heat pumps" };
    const rules = lintMessage({
      note: "Hi Ann, would you be open to introducing me to Bob Smith at Nordwind about heat pumps? If not, no problem. Ada",
      channel: "linkedin-message",
      mode: "named",
      target: { name: "Bob Smith", company },
      facts,
    }).map(({ rule }) => rule);
    expect(rules).not.toContain("L01");
  });

  it("leaves a name that is nothing but a form, and one whose words only look like it", () => {
    expect(bareCompany("Limited")).toBe("Limited");
    expect(bareCompany("Plan B")).toBe("Plan B");
    expect(bareCompany("Bosch & Co")).toBe("Bosch");
    expect(bareCompany("")).toBe("");
    expect(sameCompany("Nordwind", "Nordwind Energy")).toBe(false);
  });
});
