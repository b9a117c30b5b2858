import { expect, it } from "vitest";
import { IntroductionPlanner, Network, type PlannedAsk } from "../../src/index.js";

const now = "2026-11-23";
/** Pairs of records of alike names at one company each; the later ones are known better. */
function worldOf(pairs: number): Network {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind" });
  network.addPerson({ id: "stranger", name: "Ben Okafor", company: "Northwind" });
  for (let pair = 0; pair < pairs; pair++) {
    const family = `Quor${String.fromCharCode(97 + (pair % 26), 97 + Math.floor(pair / 26))}n`;
    const company = `Firm ${pair}`;
    for (const [letter, first] of [
      ["a", "Robert"],
      ["b", "Bob"],
    ] as const) {
      const id = `${letter}${String(pair).padStart(3, "0")}`;
      network.addPerson({ id, name: `${first} ${family}`, company });
      network.addTie({ from: "me", to: id, evidence: { closeness: pair / pairs } });
    }
  }
  return network;
}

it("reviews come in the order of what an answer would change: sought companies, strong ties, likeness", () => {
  const planner = new IntroductionPlanner({ network: worldOf(158) });
  const order = (options = {}) => planner.reviews({ seeker: "me", now, ...options }).map(({ a }) => a);
  const byTie = order();
  expect(byTie).toHaveLength(158);
  expect([byTie[0], byTie.at(-1)]).toEqual(["a157", "a000"]);
  expect(order({ sought: ["Firm 3, Inc."] }).slice(0, 2)).toEqual(["a003", "a157"]);
  const two = [{ a: "a157", b: "b157", same: false }];
  expect(order({ decisions: two })[0]).toBe("a156");
  planner.network.decide(two);
  expect(order()[0]).toBe("a156");
});

it("reviews put the company of a buyer who was asked for first, by the caller's names of companies", () => {
  const settings = { identity: { companyAliases: [["Firm 5", "Quint"]] } };
  const planner = new IntroductionPlanner({ network: worldOf(8), settings });
  const { asks } = planner.plan({ seeker: "me", target: { name: "Jane Roe", company: "Quint" }, now });
  expect(planner.reviews({ seeker: "me", now })[0]?.a).toBe("a007");
  planner.record({ id: "e1", type: "ask.sent", at: now, ask: asks[0] as PlannedAsk });
  expect(planner.reviews({ seeker: "me", now })[0]?.a).toBe("a005");
});

it("reviews refuse what they do not know, with a code", () => {
  const planner = new IntroductionPlanner({ network: worldOf(2) });
  const code = (request: object) => {
    try {
      planner.reviews({ seeker: "me", now, ...request });
    } catch (error) {
      return (error as { code: string }).code;
    }
    return undefined;
  };
  expect(code({ sougth: [] })).toBe("INVALID_ARGUMENT");
  expect(code({ sought: "Firm" })).toBe("INVALID_ARGUMENT");
  expect(code({ seeker: "nobody" })).toBe("UNKNOWN_PERSON");
  expect(code({ now: "soon" })).toBe("INVALID_DATE");
});
