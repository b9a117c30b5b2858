import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { snapshotFor } from "../../src/network/index.js";
import { compareWithSnapshots } from "../support/pooled-worlds.js";

const now = "2026-11-22";
const KEY = "a secret of the app's own";

function networkOf(...ids: string[]): Network {
  const network = new Network();
  for (const id of ids) network.addPerson({ id, name: `Person ${id}` });
  return network;
}

it("every public result for a seeker is that on what the seeker may be handed of the network", () => {
  const { plans, results, differences } = compareWithSnapshots(20261122, 8);
  expect(differences).toEqual([]);
  expect(plans).toBeGreaterThan(40);
  expect(results).toBeGreaterThan(150);
});

it("a third one's private record neither hides a tie from others nor shows in a leg of anybody else's", () => {
  const network = networkOf("sam", "ann", "bob", "olga");
  network.addTie({ from: "sam", to: "ann", evidence: { closeness: 0.8 } });
  network.addTie({ from: "ann", to: "bob", evidence: { connectedOn: "2023-01-01" } });
  const plans = () =>
    ["sam", "ann"].map((seeker) =>
      JSON.stringify(new IntroductionPlanner({ network }).plan({ seeker, target: "bob", now })),
    );
  const before = plans();
  const evidence = { closeness: 1, contexts: ["secret"] };
  network.addTie({ from: "ann", to: "bob", owner: "olga", visibility: "private", evidence });
  expect(plans()).toEqual(before);
  expect(JSON.stringify(snapshotFor(network, "ann"))).not.toContain("secret");
  expect(network.seenBy("olga").tie("ann", "bob")?.evidence.contexts).toEqual(["secret"]);
});

it("a mark that one end set holds in every snapshot, against a third one who told of the tie too", () => {
  const network = networkOf("p0", "p2", "p3");
  network.addTie({ from: "p2", to: "p3", evidence: {} });
  network.addTie({ from: "p3", to: "p0", visibility: "private", evidence: {} });
  network.addTie({ from: "p3", to: "p0", owner: "p2", visibility: "shared", evidence: {} });
  expect(network.seenBy("p2").mayUse("p3", "p0")).toBe(false);
  expect(network.seenBy("p0").mayUse("p3", "p0")).toBe(true);
  for (const one of [network, Network.fromJSON(snapshotFor(network, "p2"))]) {
    const plan = new IntroductionPlanner({ network: one }).plan({ seeker: "p2", target: "p0", now });
    expect(plan.paths).toEqual([]);
  }
});

it("what an owner imports as private is the owner's alone: people, addresses and companies, with a tie or without", () => {
  const network = networkOf("sam", "olga", "yan");
  network.addTie({ from: "sam", to: "yan", evidence: {} });
  const secret = { company: "Acme", emails: ["yan@private.example"] };
  const people = [
    { id: "yan", ...secret },
    { id: "lena", name: "Lena Lead" },
  ];
  network.import(
    { people, ties: [{ from: "olga", to: "yan", evidence: {} }] },
    { owner: "olga", visibility: "private" },
  );
  const [sam, olga] = [network.seenBy("sam"), network.seenBy("olga")];
  expect([sam.mayName("lena"), olga.mayName("lena")]).toEqual([false, true]);
  expect([sam.mayHear("yan", "company"), olga.mayHear("yan", "company")]).toEqual([false, true]);
  expect(sam.person("yan")).toEqual({ id: "yan", name: "Person yan" });
  expect(olga.person("yan")).toMatchObject(secret);
  const planner = new IntroductionPlanner({ network });
  expect(planner.find("yan@private.example", { seeker: "sam" })).toEqual([]);
  expect(planner.plan({ seeker: "sam", target: { name: "New Guy", company: "Acme" }, now }).paths).toEqual(
    [],
  );
  expect(Network.fromJSON(network.toJSON()).toJSON()).toEqual(network.toJSON());
  network.reveal("olga", "yan");
  expect(network.seenBy("sam").mayHear("yan", "company")).toBe(true);
});

it("erasing or opting out an owner shows that owner's private contacts to nobody, marked or not", () => {
  for (const mark of [false, true]) {
    for (const take of ["erase", "optOut"] as const) {
      const network = networkOf("sam", "olga", "xavier");
      network.addTie({ from: "sam", to: "olga", evidence: {} });
      network.addTie({ from: "olga", to: "xavier", visibility: "private", evidence: {} });
      if (mark) network.setDoNotAsk("xavier", true);
      const planner = new IntroductionPlanner({ network });
      if (take === "erase") planner.erase("olga");
      else network.optOut("olga");
      expect(planner.find("Person xavier", { seeker: "sam" })).toEqual([]);
      expect(snapshotFor(Network.fromJSON(network.toJSON()), "sam").people.map(({ id }) => id)).not.toContain(
        "xavier",
      );
    }
  }
});

it("a standing with somebody hidden is answered as one with nobody", () => {
  const network = networkOf("sam", "olga", "xavier");
  network.addTie({ from: "olga", to: "xavier", visibility: "private", evidence: {} });
  const planner = new IntroductionPlanner({ network });
  for (const counterpart of ["xavier", "nobody"]) {
    expect(() => planner.standing({ seeker: "sam", counterpart, now })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_PERSON" }),
    );
  }
});

it("masked ties of a hub are not in what a plan without a key searches", () => {
  const network = networkOf("sam", "hub", "open", "bob");
  for (const [from, to] of [
    ["sam", "hub"],
    ["sam", "open"],
    ["open", "bob"],
  ] as const)
    network.addTie({ from, to, evidence: {} });
  for (let n = 0; n < 500; n++) {
    network.addPerson({ id: `m${n}` });
    network.addTie({ from: "hub", to: `m${n}`, visibility: "masked", evidence: { closeness: 1 } });
    network.addTie({
      from: `m${n}`,
      to: "bob",
      owner: "hub",
      visibility: "masked",
      evidence: { closeness: 1 },
    });
  }
  const planner = new IntroductionPlanner({ network });
  const plan = planner.plan({ seeker: "sam", target: "bob", now });
  expect(plan.paths.map(({ people }) => people)).toEqual([["sam", "open", "bob"]]);
  expect(planner.plan({ seeker: "sam", target: "bob", now, maskKey: KEY, k: 3 }).paths).toHaveLength(3);
});
