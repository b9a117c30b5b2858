import { expect, it } from "vitest";
import { readExport, readLinkedInConnections } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import { type Person, resolvePeople } from "../../src/people/index.js";
import { IntroductionPlanner } from "../../src/planner/index.js";

const now = "2026-11-22";
const me = { id: "me", name: "Jo Vandermeer", company: "Torvex" };
const linkedIn =
  "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nSamir,Aziz,https://www.linkedin.com/in/samir-a,,Halden Robotics,Head of Supply Chain,03 Sep 2022\n";
const hubSpot =
  "Record ID,First Name,Last Name,Email,Associated Company,Lifecycle Stage\n1,Samir,Aziz,samir.aziz@halden.example,Halden Robotics,Lead\n";

const plan = (network: Network, target: Parameters<IntroductionPlanner["plan"]>[0]["target"], more = {}) =>
  new IntroductionPlanner({ network }).plan({ seeker: "me", target, now, ...more });
const circle = (...people: Person[]) => {
  const network = new Network();
  network.addPerson(me);
  for (const person of people) {
    network.addPerson(person);
    network.addTie({ from: "me", to: person.id, evidence: { connectedOn: "2020-01-01" } });
  }
  return network;
};

it("counts and asks a human of two files once, before and after they are merged", () => {
  const alone = new Network();
  alone.import(readLinkedInConnections(linkedIn, { owner: me }));
  const both = new Network();
  both.import(readLinkedInConnections(linkedIn, { owner: me }));
  both.import(readExport(hubSpot, { owner: me }));
  const target = "Ingrid Solberg at Halden Robotics";
  const asked = (network: Network) =>
    plan(network, target).asks.map(({ connector }) => network.person(connector)?.name);
  expect(both.people()).toHaveLength(3);
  expect(asked(both)).toEqual(asked(alone));
  const found = resolvePeople(both.people());
  expect(found.merged.map(({ why }) => why)).toEqual(["same name and company"]);
  both.merge(found);
  expect(both.people()).toHaveLength(2);
  expect(asked(both)).toEqual(["Samir Aziz"]);
});

it("asks both of a pair where the caller says that they are two", () => {
  const network = circle(
    { id: "a", name: "Ann Lee", company: "Acme" },
    { id: "b", name: "A. Lee", company: "Acme" },
  );
  const asks = (more = {}) => plan(network, { name: "Zoe Quill", company: "Acme" }, more).asks.length;
  expect(asks()).toBe(1);
  expect(asks({ decisions: [{ a: "b", b: "a", same: false }] })).toBe(2);
});

it("asks Samir Aziz and Samir Aziz Jr. once, until it is said that they are two", () => {
  const network = circle(
    { id: "a", name: "Samir Aziz", company: "Acme" },
    { id: "b", name: "Samir Aziz Jr.", company: "Acme" },
  );
  const asks = (more = {}) => plan(network, { name: "Zoe Quill", company: "Acme" }, more).asks.length;
  expect(resolvePeople(network.people())).toMatchObject({ merged: [], reviews: [{ a: "a", b: "b" }] });
  expect(asks()).toBe(1);
  expect(asks({ decisions: [{ a: "a", b: "b", same: false }] })).toBe(2);
});

it.each([
  ["Robert Smith", "Robert James Smith"],
  ["Robert James Smith", "Bob Smith"],
  ["Bob Smith", "Bob Smith Jr."],
  ["Bob", "Bob Smith"],
  ["J. Smith", "Jane Smith"],
  ["María Pérez", "María Pérez Gómez"],
  ["Anna Weber", "Anna Weber-Klein"],
  ["Иван Петров", "Ivan Petrov"],
  ["Ivan Petrov", "Иван Петров"],
  ["Γιώργος Παππάς", "Giorgos Pappas"],
  ["Jürgen Groß", "Juergen Gross"],
  ["太郎 山田", "山田太郎"],
  ["Minsu Kim", "Kim Min-su"],
])("never asks %j to introduce %j at the same company", (held, asked) => {
  const result = plan(circle({ id: "x", name: held, company: "Acme GmbH" }), {
    name: asked,
    company: "Acme",
  });
  const direct = result.asks.some(({ connector, target }) => connector === "x" && target === "x");
  expect(direct || result.refusal?.code === "ambiguous-target").toBe(true);
});

it("asks no department, no address and no number, and names who works at a company of nearly the same name", () => {
  const network = circle(
    { id: "x", name: "Accounts Payable", company: "Acme" },
    { id: "y", name: "desk@acme.example", company: "Acme" },
  );
  expect(plan(network, { name: "Zoe Quill", company: "Acme" })).toMatchObject({
    asks: [],
    refusal: { code: "no-path" },
  });
  const planner = new IntroductionPlanner({ network });
  const account = planner.account({ seeker: "me", company: "Acme", now });
  expect([account.people, account.insiders, account.asks]).toEqual([[], [], []]);
  expect(planner.next({ seeker: "me", now })).toEqual([]);
  expect(planner.find({ company: "Acme" })).toEqual([]);
  expect(planner.find("Accounts Payable").map(({ person }) => person)).toEqual(["x"]);
  const near = plan(circle({ id: "c", name: "Carla Neu", company: "IBM Deutschland GmbH" }), {
    name: "Jane Roe",
    company: "IBM",
  });
  expect(near.refusal).toMatchObject({
    code: "no-path",
    candidates: [{ person: "c", why: ["a branch of the company, by its name"] }],
  });
});
