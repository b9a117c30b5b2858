import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network, snapshotFor } from "../../src/network/index.js";
import { resolvePeople } from "../../src/people/index.js";
import { IntroductionPlanner } from "../../src/planner/index.js";

const now = "2026-11-22";
const networkOf = (...ids: string[]) => {
  const network = new Network();
  for (const id of ["me", ...ids]) network.addPerson({ id, name: "Ann Lee", company: "Acme" });
  for (const id of ids) network.addTie({ from: "me", to: id, evidence: { connectedOn: "2020-01-01" } });
  return network;
};
const saved = (network: Network) => Network.fromJSON(JSON.parse(JSON.stringify(network.toJSON())));

describe("answers to reviews", () => {
  it("merge those who are said to be one, now and when both are known later", () => {
    const network = networkOf("a", "b");
    network.decide([
      { a: "b", b: "a", same: true },
      { a: "a", b: "late", same: true },
    ]);
    expect([network.canonical("b"), network.size]).toEqual(["a", 2]);
    expect(network.decisions()).toEqual([{ a: "a", b: "late", same: true }]);
    const again = saved(network);
    again.import({ people: [{ id: "late", name: "A. Lee" }], ties: [] });
    expect([again.canonical("late"), again.size, again.decisions()]).toEqual(["a", 2, []]);
  });

  it("are kept in the snapshot, replayed for later imports, and are not asked again", () => {
    const network = networkOf("a", "b");
    const open = () => resolvePeople(network.people(), { decisions: network.decisions() }).reviews.length;
    expect(open()).toBe(3);
    network.decide([
      { a: "a", b: "b", same: false },
      { a: "me", b: "a", same: false },
      { a: "me", b: "b", same: false },
    ]);
    expect(open()).toBe(0);
    expect(saved(network).decisions()).toEqual(network.decisions());
    expect(saved(network).toJSON()).toEqual(network.toJSON());
  });

  it("never make one of two who were said to be two, whatever was said of a third", () => {
    const network = networkOf("a", "b", "c");
    network.decide([{ a: "a", b: "c", same: false }]);
    network.decide([
      { a: "a", b: "b", same: true },
      { a: "b", b: "c", same: true },
    ]);
    expect(network.canonical("a")).not.toBe(network.canonical("c"));
  });

  it("take a later answer in place of an earlier one, follow merged ids, and go with an erased person", () => {
    const network = networkOf("a", "b", "c");
    network.decide([
      { a: "a", b: "b", same: true },
      { a: "a", b: "b", same: false },
    ]);
    expect(network.has("b") && network.canonical("b")).toBe("b");
    network.merge({ merged: [{ keep: "c", gone: "a" }] });
    expect(network.decisions()).toEqual([{ a: "b", b: "c", same: false }]);
    network.removePerson("c");
    expect(network.decisions()).toEqual([]);
  });

  it("come to the same network in whichever order they and the people come", () => {
    const answers = fc.array(
      fc.record({ a: fc.constantFrom(..."abcde"), b: fc.constantFrom(..."abcde"), same: fc.boolean() }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(answers, (list) => {
        const first = new Network();
        first.import(networkOf(..."abcde").toJSON());
        first.decide(list);
        const later = new Network();
        later.decide(list);
        later.import(networkOf(..."abcde").toJSON());
        expect(later.toJSON()).toEqual(first.toJSON());
        for (const { a, b } of first.decisions().filter(({ same }) => !same))
          expect(first.canonical(a)).not.toBe(first.canonical(b));
      }),
    );
  });

  it("change the plans that look at them, by id and by content, and go with what a seeker is handed", () => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Jo Vandermeer", company: "Torvex" });
    for (const [id, name] of [
      ["a", "Ann Lee"],
      ["b", "A. Lee"],
    ] as const) {
      network.addPerson({ id, name, company: "Acme" });
      network.addTie({ from: "me", to: id, evidence: { connectedOn: "2020-01-01" } });
    }
    const plan = (one: Network) =>
      new IntroductionPlanner({ network: one }).plan({ seeker: "me", target: "Zoe Quill at Acme", now });
    const before = plan(network);
    network.decide([{ a: "a", b: "b", same: false }]);
    const after = plan(network);
    expect([before.asks.length, after.asks.length]).toEqual([1, 2]);
    expect(after.id).not.toBe(before.id);
    expect(plan(Network.fromJSON(snapshotFor(network, "me")))).toEqual(after);
  });

  it.each([[undefined], [[null]], [[{ a: "a", b: "b" }]], [[{ a: "a", b: 1, same: true }]]])(
    "are refused where they are none: %j",
    (bad) => {
      expect(() => networkOf("a").decide(bad as never)).toThrow(
        expect.objectContaining({ name: "WarmpathError" }),
      );
    },
  );
});
