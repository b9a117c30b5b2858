import { describe, expect, it } from "vitest";
import { type EventInput, IntroductionPlanner, Network } from "warmpath";
import {
  draftThankYou,
  draftUpdate,
  ENGLISH,
  ENGLISH_REPORT,
  type LanguagePack,
  reportSentences,
} from "warmpath/drafts";
import { GERMAN } from "warmpath/drafts/de";
import { SPANISH } from "warmpath/drafts/es";
import { insights } from "warmpath/insights";
import { describeAccount, describeInsights, describePlan } from "warmpath/report";
import { FAVOR_KINDS } from "../../src/journal/index.js";

const NOW = "2026-11-28";
const LANGUAGES: readonly (readonly [string, LanguagePack | undefined])[] = [
  ["English", undefined],
  ["German", GERMAN],
  ["Spanish", SPANISH],
];

/** A seller, a contact and a buyer whom the contact knows. */
function world(name: string | undefined): IntroductionPlanner {
  const network = new Network();
  const known = { closeness: 0.8, connectedOn: "2024-01-02" };
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson(name === undefined ? { id: "ann" } : { id: "ann", name });
  network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme" });
  network.addTie({ from: "me", to: "ann", evidence: known });
  network.addTie({ from: "ann", to: "bob", evidence: known });
  return new IntroductionPlanner({ network });
}

describe.each(LANGUAGES)("what is told in %s where a value is missing or odd", (_, locale) => {
  const own = locale && { locale };

  it("begins each sentence large, also with whoever has no name, and leaves a name as it is written", () => {
    const plan = (name?: string) => {
      const planner = world(name);
      return describePlan(planner.plan({ seeker: "me", target: "bob", now: NOW }), planner, own);
    };
    const { order, steps, cards } = plan();
    const told = [...order, ...steps.map(({ text }) => text), ...cards.flatMap(({ because }) => because)];
    expect(told.length).toBeGreaterThan(3);
    for (const text of told) expect(text).not.toMatch(/^\p{Ll}.*\.$|[.?!] \p{Ll}/u);
    expect(JSON.stringify(plan("van der Berg"))).not.toContain("Van der Berg");
  });

  it("calls whoever has no name by their address", () => {
    const planner = world(undefined);
    planner.network.addPerson({ id: "ann", emails: ["ann.lee@beta.example"] });
    const view = describePlan(planner.plan({ seeker: "me", target: "bob", now: NOW }), planner, own);
    expect([view.cards[0]?.name, view.order[0]]).toEqual([
      "ann.lee@beta.example",
      expect.stringContaining("ann.lee@beta.example"),
    ]);
  });

  it.each(["-", "N/A", "Self-employed", "Ltd."])("takes %j for no company in a sentence", (company) => {
    const planner = world("Ann Lee");
    planner.network.addPerson({ id: "bob", company });
    const plan = planner.plan({ seeker: "me", target: "bob", now: NOW });
    const { title, target } = describePlan(plan, planner, own);
    const { subject, note, forwardable } = planner.draft(plan.asks[0], { now: NOW, ...own });
    expect(JSON.stringify([title, target.company, subject, note, forwardable])).not.toContain(company);
  });

  it("calls whoever is still to be found at a company by the position, and says what is not known of a company as such", () => {
    const planner = world("Ann Lee");
    planner.network.addPerson({ id: "bob", title: "" });
    const request = { seeker: "me", company: "Acme", now: NOW };
    const described = (roles: readonly string[]) => {
      const account = planner.account({ ...request, roles });
      return { codes: account.issues.map(({ code }) => code), view: describeAccount(account, planner, own) };
    };
    const role = described(["Head of Purchasing"]);
    expect(role.codes).toContain("TARGET_NOT_IN_NETWORK");
    const told = JSON.stringify([role.view.cards, role.view.paths, role.view.order]);
    expect(told).toContain("Head of Purchasing");
    const somebody = locale?.report?.["somebody"] ?? "somebody";
    expect(told).not.toMatch(new RegExp(`(?<!\\p{L})${somebody}`, "u"));
    const account = planner.account(request);
    const issue = { code: "TITLE_UNKNOWN", severity: "info", message: "" } as const;
    const all = describeAccount({ ...account, issues: [issue] }, planner, own);
    expect(all.caveats).toHaveLength(1);
    for (const { caveats } of [role.view, all])
      expect(caveats.filter((text) => text.includes("Acme"))).toEqual([]);
  });

  it("thanks for an introduction to whoever has no name any more as for one that was made", () => {
    const person = { id: "x", name: "Ann Lee" };
    const thanks = {
      me: { id: "me", name: "Ada Park" },
      connector: person,
      target: { id: "t" },
      now: NOW,
      ...own,
    };
    const none = (locale ?? ENGLISH).texts["who.none"];
    for (const message of [draftThankYou(thanks), draftUpdate({ ...thanks, status: "meeting.held" })])
      expect(`${message.subject} ${message.note}`).not.toContain(none);
  });

  it("has words for each favor of a known kind, and none of them is a code", () => {
    const table = locale?.report ?? ENGLISH_REPORT;
    const kinds = Object.keys(FAVOR_KINDS).filter((kind) => !Object.hasOwn(table, `favor.${kind}`));
    expect(kinds).toEqual([]);
  });

  it("tells of whoever was named instead in its own words", () => {
    const planner = world("Ann Lee");
    planner.network.addPerson({ id: "dan", name: "Dan Voss", company: "Acme" });
    const [ask] = planner.plan({ seeker: "me", target: "bob", now: "2026-08-01" }).asks;
    const answer = { answer: "ask-someone-else", suggestedPerson: "dan" } as const;
    planner.recordAll([
      { id: "1", type: "ask.sent", at: "2026-08-01", ask },
      { id: "2", type: "ask.declined", at: "2026-08-03", ask: ask?.id ?? "", ...answer },
    ]);
    const plan = planner.plan({ seeker: "me", target: "bob", now: NOW });
    expect(plan.issues.map(({ code }) => code)).toContain("SOMEBODY_SUGGESTED");
    const { caveats } = describePlan(plan, planner, own);
    const { message } = plan.issues.find(({ code }) => code === "SOMEBODY_SUGGESTED") ?? {};
    expect(caveats.length).toBeGreaterThan(0);
    expect(caveats).not.toContain(message);
  });

  it("says nothing of introductions and thanks where there were none", () => {
    const planner = world("Ann Lee");
    const [ask] = planner.plan({ seeker: "me", target: "bob", now: NOW }).asks;
    planner.record({ id: "1", type: "ask.sent", at: NOW, ask });
    const text = (): string => {
      const figures = insights(planner.journal, { now: NOW });
      const { parts } = describeInsights(figures, planner, own);
      return parts.find(({ key }) => key === "adoption")?.rows[0]?.text ?? "";
    };
    expect(text()).toMatch(/^\p{L}+: 1$/u);
    const made: EventInput = { id: "2", type: "introduction.made", at: NOW, ask: ask?.id ?? "" };
    planner.record(made);
    expect(text().match(/: 0 (of|von|de) 1/g)).toHaveLength(2);
  });
});

it("German words for whoever has no name fit behind every preposition", () => {
  expect(
    reportSentences([GERMAN.report], []).say("because.call", { name: GERMAN.report?.["somebody"] ?? "" }),
  ).toContain("mit jemand ");
});

it("a sentence with whoever has no name in its midst keeps it small", () => {
  const { say } = reportSentences([ENGLISH_REPORT], []);
  expect(say("order.next", { name: "somebody" })).toBe("If that brings nothing, ask somebody.");
  expect(say("who.at", { name: "somebody", company: "Acme" })).toBe("somebody at Acme");
});
