import { expect, it } from "vitest";
import { readExport } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import { COMPANY_ALIASES } from "../../src/people/index.js";
import { IntroductionPlanner } from "../../src/planner/index.js";
import { describePlan } from "../../src/report/index.js";

const now = "2026-11-22";
const me = { id: "me", name: "Jo Vandermeer", company: "Torvex" };
const circle = (...companies: string[]) => {
  const network = new Network();
  network.addPerson(me);
  companies.forEach((company, place) => {
    network.addPerson({ id: `p${place}`, name: `Uma Roth${"abcdefgh"[place]}`, company });
    network.addTie({ from: "me", to: `p${place}`, evidence: { closeness: 0.7, connectedOn: "2020-01-01" } });
  });
  return network;
};
const plannerOf = (network: Network, companyAliases?: readonly (readonly string[])[]) =>
  new IntroductionPlanner({
    network,
    ...(companyAliases === undefined ? {} : { settings: { identity: { companyAliases } } }),
  });

it.each([
  ["Zenith Labs", "Acme", [["Acme", "Zenith Labs"]]],
  ["Acme", "Zenith Labs GmbH", [["Acme", "Zenith Labs"]]],
  ["Ernst & Young", "EY", undefined],
  ["Facebook", "Meta", undefined],
  ["EY GmbH", "Ernst and Young", [...COMPANY_ALIASES, ["Acme", "Zenith Labs"]]],
])(
  "%s is %s by the aliases that the planner was given, for look-up, colleagues and accounts",
  (held, asked, aliases) => {
    const planner = plannerOf(circle(held), aliases);
    expect(planner.find({ company: asked }).map(({ person }) => person)).toEqual(["p0"]);
    expect(
      planner.plan({ seeker: "me", target: { name: "Zoe Quill", company: asked }, now }).asks.length,
    ).toBe(1);
    expect(planner.account({ seeker: "me", company: asked, now }).people.map(({ person }) => person)).toEqual(
      ["p0"],
    );
    expect(IntroductionPlanner.fromJSON(planner.toJSON()).settings).toEqual(planner.settings);
  },
);

it("takes a table in place of its own one: none at all makes two companies of EY and Ernst & Young", () => {
  const planner = plannerOf(circle("Ernst & Young"), []);
  expect(planner.find({ company: "EY" }).filter(({ score }) => score === 1)).toEqual([]);
});

it("knows a buyer of recorded asks by each name of the company", () => {
  const planner = plannerOf(circle("Acme"), [["Acme", "Zenith"]]);
  const [id, other] = ["Acme", "Zenith"].map(
    (company) => planner.plan({ seeker: "me", target: { name: "Zoe Quill", company }, now }).target.id,
  );
  expect(other).toBe(id);
});

it.each([[["Acme"]], [[["Acme", ""]]], [[["Acme", 1]]], ["Acme"]])("refuses %j as aliases", (bad) => {
  expect(() => plannerOf(circle("Acme"), bad as never)).toThrow(
    expect.objectContaining({
      code: "INVALID_ARGUMENT",
      details: expect.objectContaining({ what: "identity.companyAliases" }),
    }),
  );
});

it.each([
  ["IBM Deutschland GmbH", "IBM"],
  ["IBM", "IBM Deutschland GmbH"],
  ["Acme - Berlin", "Acme"],
  ["Halden Nordics AS", "Halden"],
  ["Torvald France SAS", "Torvald SA"],
  ["Siltronic UK Ltd", "Siltronic"],
  ["Marlow Group EMEA", "Marlow"],
  ["Koch Österreich", "Koch"],
  ["Vantage, Singapore", "Vantage"],
  ["Orbit Polska Sp. z o.o.", "Orbit"],
])("names %s beside a plan for somebody at %s, and counts nobody there as a colleague", (held, asked) => {
  const network = circle(held, asked);
  const planner = plannerOf(network);
  const plan = planner.plan({ seeker: "me", target: { name: "Zoe Quill", company: asked }, now });
  expect(plan.refusal).toBeUndefined();
  expect(plan.paths.map(({ people }) => people[1])).toEqual(["p1"]);
  expect(plan.nearby).toEqual([{ person: "p0", company: held }]);
  expect(plan.issues.map(({ code }) => code)).toContain("BRANCH_OF_COMPANY");
  expect(describePlan(plan, planner).caveats.some((text) => text.includes(held))).toBe(true);
});

it("names nobody of a branch whom the seeker may not name", () => {
  const network = circle("Acme");
  network.import(
    {
      people: [{ id: "sam" }, { id: "x", name: "Ora Pell", company: "Acme Berlin" }],
      ties: [{ from: "sam", to: "x", evidence: {} }],
    },
    { owner: "sam", visibility: "private" },
  );
  const plan = plannerOf(network).plan({ seeker: "me", target: { name: "Zoe Quill", company: "Acme" }, now });
  expect(JSON.stringify(plan)).not.toContain("Ora");
  expect(plan.nearby).toBeUndefined();
});

it("reads what it needs for that from files too", () => {
  const file =
    "First Name,Last Name,Email,Company\nUma,Roth,uma@ibm.example,IBM Deutschland GmbH\nOle,Vik,ole@ibm.example,IBM\n";
  const network = new Network();
  network.import(readExport(file, { owner: me }));
  const plan = plannerOf(network).plan({ seeker: "me", target: "Zoe Quill at IBM", now });
  expect(plan.nearby?.map(({ company }) => company)).toEqual(["IBM Deutschland GmbH"]);
});
