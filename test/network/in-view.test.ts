import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checksumOf } from "../../src/base/checksum-of.js";
import { Network, type NetworkImport, snapshotFor } from "../../src/network/index.js";
import type { Visibility } from "../../src/people/index.js";

const card = (id: string) => ({ id, name: `Person ${id}` });
const seen = (network: Network, viewer = "sam") =>
  network
    .seenBy(viewer)
    .people()
    .map(({ id }) => id);

/** What an owner tells of a contact for themselves alone. */
const privately = (owner: string, to: string): NetworkImport => ({
  people: [card(owner), card(to)],
  ties: [{ from: owner, to, evidence: {} }],
  owner,
  visibility: "private",
});

describe("who is in everybody's view", () => {
  it.each<readonly [string, (network: Network) => void]>([
    ["by hand", (network) => network.addPerson(card("x"))],
    ["in a file of nobody in particular", (network) => network.import({ people: [card("x")], ties: [] })],
    ["in a team's system", (network) => network.import({ people: [card("x")], ties: [] }, { owner: "crm" })],
    ["of themselves", (network) => network.import({ people: [card("x")], ties: [] }, { owner: "x" })],
  ])("stays there after private ties, told %s, and when these are taken back", (_, tell) => {
    const network = new Network();
    tell(network);
    network.addPerson(card("sam"));
    expect(seen(network)).toEqual(["sam", "x"]);
    network.import(privately("x", "bob"));
    network.import(privately("olga", "x"));
    expect(seen(network)).toEqual(["sam", "x"]);
    expect(seen(Network.fromJSON(network.toJSON()))).toEqual(["sam", "x"]);
    expect(seen(Network.fromJSON(snapshotFor(network, "sam")))).toEqual(["sam", "x"]);
    network.optOut("olga");
    expect(seen(network)).toEqual(["sam", "x"]);
  });

  it("is nobody by a private file, whether it holds a tie or their own card alone", () => {
    for (const file of [privately("olga", "bob"), { ...privately("olga", "bob"), ties: [] }]) {
      const network = new Network();
      network.addPerson(card("sam"));
      network.import(file);
      network.import({ people: [card("uma")], ties: [], owner: "uma", visibility: "private" });
      expect(seen(network)).toEqual(["sam"]);
      expect(seen(network, "olga")).toEqual(["bob", "olga", "sam"]);
      // To know more of somebody by hand shows them to nobody.
      network.addPerson({ ...card("bob"), title: "CEO" });
      expect(seen(network)).toEqual(["sam"]);
    }
  });

  it("is whom a tie made known only while it may be used, but for those of whom a file told for no tie", () => {
    const network = new Network();
    const contacts = ["bob", "cy"].map(card);
    const ties = contacts.map(({ id }) => ({ from: "ann", to: id, evidence: {} }));
    network.import({ people: [card("ann"), ...contacts], ties });
    network.import({ people: [card("cy")], ties: [] });
    network.addPerson(card("sam"));
    for (const { id } of contacts) network.setVisibility("ann", ["ann", id], "private");
    expect(seen(network)).toEqual(["cy", "sam"]);
    network.reveal("ann", "bob");
    expect(seen(network)).toEqual(["ann", "bob", "cy", "sam"]);
  });

  it("is whom somebody added by hand until a private tie by hand; nothing that goes shows them again", () => {
    const network = new Network();
    for (const id of ["sam", "ann", "bob"]) network.addPerson(card(id));
    network.addTie({ from: "ann", to: "bob", evidence: {}, visibility: "private" });
    network.addPerson({ ...card("bob"), title: "CEO" });
    expect(seen(network)).toEqual(["sam"]);
    network.removePerson("ann");
    expect(seen(Network.fromJSON(network.toJSON()))).toEqual(["sam"]);
  });

  it("does not depend on the order in which files come", () => {
    const files: fc.Arbitrary<NetworkImport[]> = fc.array(
      fc.record({
        owner: fc.constantFrom("a", "b", "crm"),
        visibility: fc.constantFrom<Visibility>("shared", "masked", "private"),
        people: fc.constant(["a", "b", "c"].map(card)),
        ties: fc.array(
          fc.constantFrom({ from: "a", to: "b", evidence: {} }, { from: "b", to: "c", evidence: {} }),
        ),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.nat()), (list, picks) => {
        const of = (all: readonly NetworkImport[]) => {
          const network = new Network();
          for (const file of all) network.import(file);
          return network;
        };
        const shuffled = list
          .map((file) => [picks.next().value as number, file] as const)
          .sort(([one], [other]) => one - other)
          .map(([, file]) => file);
        const network = of(list);
        expect(of(shuffled).toJSON()).toEqual(network.toJSON());
        expect(Network.fromJSON(network.toJSON()).toJSON()).toEqual(network.toJSON());
      }),
    );
  });

  it("is in a state that does not store it whom no tie and no owner's word tells of", () => {
    const people = [
      card("ann"),
      card("bob"),
      card("sam"),
      { ...card("tom"), tags: [{ code: "x", evidence: "y", owner: "ann" }] },
    ];
    const ties = [{ from: "ann", to: "bob", evidence: {}, visibility: "private" as const }];
    const old = { format: "warmpath.network", version: 1, people, ties, doNotAsk: [] };
    const network = Network.fromJSON(old);
    expect(seen(network)).toEqual(["sam"]);
    expect(network.toJSON()).not.toHaveProperty("inView");
    network.import(privately("olga", "sam"));
    expect(seen(Network.fromJSON(network.toJSON()), "bob")).toEqual(["ann", "bob", "sam"]);
  });

  it.each([[["sam"]], [[["sam", "often"]]], [[["nobody", "added"]]], [[null]], [[["sam", "added", 1]]]])(
    "is refused where a state says it in no known way: %j",
    (inView) => {
      const network = new Network();
      network.import({ people: [card("sam")], ties: [] });
      const { format, version, checksum: _, ...parts } = network.toJSON();
      const state = { format, version, checksum: checksumOf({ ...parts, inView }), ...parts, inView };
      expect(() => Network.fromJSON(state)).toThrow(expect.objectContaining({ name: "WarmpathError" }));
    },
  );
});
