import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownTie, Network, snapshotFor } from "../../src/network/index.js";
import type { Spell, Tag } from "../../src/people/index.js";
import { itemsOf, nameOf, OWNERS, type OwnerFile, pools, toldByOwner } from "../support/network-pools.js";

function networkOf(files: readonly OwnerFile[]): Network {
  const network = new Network();
  for (const file of files) network.import(file);
  return network;
}

const bytes = (network: Network): string => JSON.stringify(network);

describe("pooled files", () => {
  it("give the same network in any order, and come back from their snapshot", () => {
    fc.assert(
      fc.property(pools, (files) => {
        const network = networkOf(files);
        expect(bytes(networkOf([...files].reverse()))).toBe(bytes(network));
        expect(bytes(networkOf([...files, ...files]))).toBe(bytes(network));
        const back = Network.fromJSON(JSON.parse(bytes(network)));
        expect(bytes(back)).toBe(bytes(network));
        expect(back.ties()).toEqual(network.ties());
      }),
    );
  });

  it("keep of each tie the strictest wish of its owners, and each owner's own records", () => {
    fc.assert(
      fc.property(pools, (files) => {
        const order = ["shared", "masked", "private"];
        for (const { from, to, visibility } of networkOf(files).ties()) {
          const told = files
            .flatMap((file) => file.ties)
            .filter((tie) => (tie.from === from && tie.to === to) || (tie.from === to && tie.to === from));
          const interactionsOnly = (tie: (typeof told)[number]) => tie.visibility ?? "private";
          const wishes = told.map(interactionsOnly);
          const withCalls = files.filter(
            (file) =>
              file.interactions?.some(
                (call) => (call.from === from && call.to === to) || (call.from === to && call.to === from),
              ) === true,
          );
          const strictest = [...wishes, ...withCalls.map(() => "private")].sort(
            (a, b) => order.indexOf(b) - order.indexOf(a),
          )[0];
          expect(visibility).toBe(strictest);
        }
      }),
    );
  });
});

describe("opting out", () => {
  it("leaves what the others' files alone would have made, then and when their file comes again", () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(...OWNERS), (mixed, owner) => {
        const files = mixed.map(toldByOwner);
        const network = networkOf(files);
        network.optOut(owner);
        const others = networkOf(files.filter((file) => file.owner !== owner));
        // What they told of themselves stays, with the reach that they gave it.
        for (const file of files.filter((one) => one.owner === owner)) {
          const people = file.people.filter(({ id }) => id === owner);
          if (people.length > 0) others.import({ ...file, people, ties: [], interactions: [] });
        }
        const expected = { ...others.toJSON(), optedOut: [owner] };
        expect(network.toJSON()).toEqual({ ...expected, checksum: network.toJSON().checksum });
        expect(network.isOptedOut(owner)).toBe(true);
        const back = Network.fromJSON(JSON.parse(bytes(network)));
        for (const file of files) back.import(file);
        expect(back.toJSON().ties).toEqual(expected.ties);
        expect(new Set(back.people().map(({ id }) => id))).toEqual(
          new Set([...expected.people.map(({ id }) => id), ...(back.has(owner) ? [owner] : [])]),
        );
        back.optIn(owner);
        for (const file of files) back.import(file);
        expect(bytes(back)).toBe(bytes(networkOf(files)));
      }),
    );
  });

  it("takes the spells and tags they told of others, and no other ones", () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(...OWNERS, "c0"), (files, owner) => {
        const network = networkOf(files);
        const before = network.people();
        network.optOut(owner);
        const after = new Map(network.people().map((person) => [person.id, person]));
        for (const person of before) {
          const { id } = person;
          // A file's owner told what stands in it in nobody's name.
          const told = files.flatMap((file) =>
            file.people
              .filter((one) => one.id === id && id !== owner)
              .flatMap((one) => itemsOf(one).map((item) => asKept(item, id, file)))
              .filter((item) => (item.owner ?? file.owner) !== owner)
              .map((item) => JSON.stringify(item)),
          );
          const left = itemsOf(person).filter((item) => id === owner || told.includes(JSON.stringify(item)));
          const stays = after.get(id);
          if (stays !== undefined)
            expect(new Set(itemsOf(stays).map(keyOf))).toEqual(new Set(left.map(keyOf)));
          else expect(left.some((item) => item.owner !== undefined)).toBe(false);
        }
        const back = Network.fromJSON(JSON.parse(bytes(network)));
        expect(bytes(back)).toBe(bytes(network));
        for (const file of files) back.import(file);
        for (const id of ["c0", "c1"]) {
          const spells = [{ kind: "event" as const, organization: "e", owner }];
          const tags = [{ code: "source:clients", evidence: "won deal", owner }];
          back.addPerson({ id, name: "Ann", spells, tags });
        }
        const told = back.people().filter((person) => itemsOf(person).some((item) => item.owner === owner));
        expect(told.filter(({ id }) => id !== owner)).toEqual([]);
        if (owner === "c0") {
          expect(back.person("c0")?.spells?.filter((stay) => stay.owner === "c0")).toHaveLength(1);
          expect(back.person("c0")?.tags?.filter((tag) => tag.owner === "c0")).toHaveLength(1);
        }
      }),
    );
  });

  it("leaves out a tie that is added by hand, and says so of nobody else's", () => {
    const network = new Network();
    for (const id of ["a", "b"]) network.addPerson({ id });
    network.optOut("a");
    network.addTie({ from: "a", to: "b", evidence: {} });
    expect(network.tieCount).toBe(0);
    network.addTie({ from: "b", to: "a", evidence: {} });
    expect(network.tieRecords("a", "b")).toEqual([
      { from: "b", to: "a", evidence: {}, visibility: "shared" },
    ]);
  });
});

describe("an owner's word on one of their ties", () => {
  it("reveals what a file masks, also when the file is read again", () => {
    const file = {
      people: [{ id: "ann" }, { id: "bob" }],
      ties: [{ from: "ann", to: "bob", evidence: {} }],
      visibility: "masked" as const,
    };
    const network = new Network();
    network.import(file);
    expect(network.tie("bob", "ann")?.visibility).toBe("masked");
    network.reveal("ann", "bob");
    network.import(file);
    expect(network.tie("bob", "ann")?.visibility).toBe("shared");
    expect(Network.fromJSON(network.toJSON()).tie("ann", "bob")?.visibility).toBe("shared");
    network.setVisibility("ann", ["ann", "bob"], "private");
    expect(network.tie("ann", "bob")?.visibility).toBe("private");
  });

  it("is for the owner alone to say", () => {
    const network = new Network();
    for (const id of ["ann", "bob"]) network.addPerson({ id });
    network.addTie({ from: "ann", to: "bob", evidence: {}, visibility: "masked" });
    const before = bytes(network);
    for (const [owner, other] of [
      ["bob", "ann"],
      ["ann", "cy"],
      ["cy", "ann"],
    ] as const) {
      expect(() => network.reveal(owner, other)).toThrow(expect.objectContaining({ code: "UNKNOWN_TIE" }));
    }
    for (const between of [null, undefined, 7, "ab", ["ann"], ["ann", null], [7, "bob"]]) {
      const refused = expect.objectContaining({
        name: "WarmpathError",
        code: Array.isArray(between) ? "INVALID_ID" : "INVALID_ARGUMENT",
      });
      expect(() => network.setVisibility("ann", between as never, "masked")).toThrow(refused);
    }
    for (const owner of [null, undefined, 7]) {
      const refused = expect.objectContaining({ code: "INVALID_ID" });
      expect(() => network.setVisibility(owner as never, ["ann", "bob"], "masked")).toThrow(refused);
      expect(() => network.reveal(owner as never, "bob")).toThrow(refused);
      expect(() => network.optIn(owner as never)).toThrow(refused);
    }
    expect(() => network.setVisibility("ann", ["ann", "bob"], "open" as never)).toThrow(
      expect.objectContaining({ code: "INVALID_TIE" }),
    );
    expect(bytes(network)).toBe(before);
  });
});

describe("merging people", () => {
  it("gives the same network before reading as after", () => {
    fc.assert(
      fc.property(
        pools,
        fc.constantFrom("c0", "o0"),
        fc.constantFrom("c1", "o1", "c9"),
        (files, kept, gone) => {
          const [late, early] = [new Network(), new Network()];
          for (const network of [late, early]) network.addPerson({ id: kept, name: nameOf(kept) });
          for (const file of files) late.import(file);
          late.mergePeople([[kept, gone]]);
          early.mergePeople([[kept, gone]]);
          for (const file of files) early.import(file);
          expect(bytes(early)).toBe(bytes(late));
          expect(late.people().some(({ id }) => id === gone)).toBe(false);
          expect(late.canonical(gone)).toBe(kept);
          expect(bytes(Network.fromJSON(JSON.parse(bytes(late))))).toBe(bytes(late));
          late.mergePeople([[kept, gone]]);
          expect(bytes(early)).toBe(bytes(late));
        },
      ),
    );
  });

  it("has an owner's spells told by the kept one, each once", () => {
    const meeting = (owner?: string) => ({
      kind: "meeting" as const,
      organization: "m",
      ...(owner && { owner }),
    });
    const network = new Network();
    for (const id of ["kept", "gone"]) network.addPerson({ id });
    const spells = [meeting("z"), meeting("gone"), meeting(), meeting("kept")];
    network.addPerson({ id: "x", spells });
    expect(network.person("x")?.spells).toEqual([meeting(), meeting("gone"), meeting("kept"), meeting("z")]);
    network.mergePeople([["kept", "gone"]]);
    expect(network.person("x")?.spells).toEqual([meeting(), meeting("kept"), meeting("z")]);
    network.addPerson({ id: "y", spells: [meeting("gone")] });
    expect(network.person("y")?.spells).toEqual([meeting("kept")]);
    network.removePerson("gone");
    expect(network.person("x")?.spells).toEqual([meeting(), meeting("z")]);
    expect(network.person("y")).toEqual({ id: "y" });
  });

  it("has an owner's tags told by the kept one, each once", () => {
    const sale = (owner?: string) => ({
      code: "source:clients",
      evidence: "won deal",
      ...(owner && { owner }),
    });
    const network = new Network();
    for (const id of ["kept", "gone"]) network.addPerson({ id });
    network.addPerson({ id: "x", tags: [sale("z"), sale("gone"), sale(), sale("kept")] });
    expect(network.person("x")?.tags).toEqual([sale(), sale("gone"), sale("kept"), sale("z")]);
    network.mergePeople([["kept", "gone"]]);
    expect(network.person("x")?.tags).toEqual([sale(), sale("kept"), sale("z")]);
    network.import({ people: [{ id: "y", tags: [sale("gone")] }], ties: [] });
    expect(network.person("y")?.tags).toEqual([sale("kept")]);
    network.removePerson("gone");
    expect(network.person("x")?.tags).toEqual([sale(), sale("z")]);
    expect(network.person("y")).toEqual({ id: "y" });
  });

  it("gives the same network in any order of pairs that keep the same one", () => {
    fc.assert(
      fc.property(pools, (files) => {
        const [one, other] = [networkOf(files), networkOf(files)];
        for (const network of [one, other]) network.addPerson({ id: "c0" });
        one.mergePeople([
          ["c0", "c1"],
          ["c1", "c2"],
        ]);
        other.mergePeople([
          ["c0", "c2"],
          ["c0", "c1"],
        ]);
        expect(bytes(other)).toBe(bytes(one));
      }),
    );
  });

  it("keeps marks, and refuses an unknown one with nothing changed", () => {
    const network = new Network();
    for (const id of ["a", "b", "c"]) network.addPerson({ id });
    network.setDoNotAsk("b", true);
    const before = bytes(network);
    expect(() =>
      network.mergePeople([
        ["a", "b"],
        ["zz", "c"],
      ]),
    ).toThrow(expect.objectContaining({ code: "UNKNOWN_PERSON" }));
    for (const unknown of [
      [
        ["ghost", "ghost"],
        ["ghost", "a"],
      ],
      [
        ["ghost", "a"],
        ["a", "ghost"],
      ],
    ] as const) {
      expect(() => network.mergePeople(unknown)).toThrow(
        expect.objectContaining({ name: "WarmpathError", code: "UNKNOWN_PERSON" }),
      );
    }
    for (const none of [undefined, null, 7, [null], [undefined], [7]]) {
      expect(() => network.mergePeople(none as never)).toThrow(
        expect.objectContaining({ name: "WarmpathError", code: "INVALID_ARGUMENT" }),
      );
    }
    expect(() => network.mergePeople([["a"]] as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ID" }),
    );
    expect(bytes(network)).toBe(before);
    network.mergePeople([
      ["a", "ghost"],
      ["ghost", "c"],
    ]);
    expect(network.canonical("c")).toBe("a");
    network.addPerson({ id: "d" });
    network.mergePeople([["a", "b"]]);
    expect(network.doNotAsk()).toEqual(["a"]);
    expect(network.size).toBe(2);
  });
});

/** A private tag that people tell of themselves stays theirs; all else that they tell so is everybody's. */
function asKept(item: Spell | Tag, id: string, file: OwnerFile): Spell | Tag {
  return "private" in item && file.owner === id ? { ...item, owner: item.owner ?? id } : item;
}

function keyOf(item: object): string {
  return JSON.stringify(Object.entries(item).sort());
}

/** Who told what of a tie, in the plain way. */
function recordsByHand(network: Network, tie: { from: string; to: string }) {
  return network.tieRecords(tie.from, tie.to).map(({ from, owner = from, visibility }) => ({
    owner,
    visibility,
    isEnd: [tie.from, tie.to].includes(owner),
  }));
}

/** True where one record of a tie serves a seeker: the ends' marks bind all, a third one's mark the own record. */
function usableByHand(network: Network, tie: { from: string; to: string }, seeker: string): boolean {
  const records = recordsByHand(network, tie);
  const marks = records.filter(({ isEnd }) => isEnd).map(({ visibility }) => visibility);
  return records.some(({ owner, visibility, isEnd }) => {
    if ([tie.from, tie.to].includes(seeker)) return isEnd || owner === seeker || visibility === "shared";
    if (owner === seeker) return !marks.includes("private");
    return visibility === "shared" && marks.every((mark) => mark === "shared");
  });
}

describe("a snapshot for another seeker", () => {
  it("names nobody who is known by hidden ties or others' words alone, and is the whole network to who owns all", () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(...OWNERS), (files, seeker) => {
        const network = networkOf(files);
        const text = JSON.stringify(snapshotFor(network, seeker));
        const visible = network.ties().filter((tie) => usableByHand(network, tie, seeker));
        const told = network
          .ties()
          .filter((tie) => recordsByHand(network, tie).some(({ owner }) => owner === seeker));
        const known = new Set([seeker, ...[...visible, ...told].flatMap(({ from, to }) => [from, to])]);
        for (const person of network.people()) {
          const { id } = person;
          const tellers = itemsOf(person).flatMap(({ owner = [] }) => owner);
          const naming = files.filter((file) => file.people.some((one) => one.id === id));
          const isHeard = naming.some(({ owner }) => owner === seeker || owner === id);
          if (tellers.includes(seeker) || naming.some(({ owner }) => owner === seeker)) known.add(id);
          if (network.degree(id) === 0 && tellers.length === 0 && isHeard) known.add(id);
          const isShown = snapshotFor(network, seeker).people.some((one) => one.id === id);
          expect(isShown, id).toBe(known.has(id));
          if (!isShown) expect(text).not.toContain(nameOf(id));
        }
        expect(Network.fromJSON(JSON.parse(text)).tieCount).toBe(
          new Set(visible.map(({ from, to }) => `${from} ${to}`)).size,
        );
      }),
    );
  });

  it("shows a spell or a tag that another one told where the two's tie is shared", () => {
    fc.assert(
      fc.property(pools, fc.constantFrom(...OWNERS, "c0"), (files, seeker) => {
        const network = networkOf(files);
        const snapshot = snapshotFor(network, seeker);
        for (const person of snapshot.people) {
          const { id } = person;
          const visible = files.flatMap((file) =>
            file.people
              .filter((one) => one.id === id)
              .flatMap(itemsOf)
              .map((item) => asKept(item, id, file))
              .filter((item) => {
                const owner = item.owner ?? (file.owner === id ? undefined : file.owner);
                if (owner === undefined || owner === seeker) return true;
                if ("private" in item) return false;
                // A meeting of one's own records is told by nobody else.
                if (owner === id) return !("kind" in item) || item.kind === "work" || item.kind === "event";
                const tie = { from: owner, to: id };
                return usableByHand(network, tie, "nobody");
              }),
          );
          const asSet = (items: readonly object[]) => new Set(items.map((item) => keyOf(item)));
          expect(asSet(itemsOf(person))).toEqual(asSet(visible));
          expect([person.spells, person.tags]).not.toContainEqual([]);
        }
        expect(bytes(Network.fromJSON(snapshot))).toBe(JSON.stringify(snapshot));
      }),
    );
  });

  it("leaves out the occasions that somebody's own records tell of themselves, but for them", () => {
    const network = new Network();
    const spell = (kind: Spell["kind"], owner?: string): Spell => ({
      kind,
      organization: `CANARY-${kind}-${owner}`,
      from: "2026-01-02",
      ...(owner && { owner }),
    });
    const stays = [spell("meeting"), spell("event", "ann"), spell("work", "ann")];
    const own = [spell("conversation", "ann"), spell("meeting", "ann")];
    network.import({ people: [{ id: "ann", spells: [...own, ...stays] }, { id: "sam" }], ties: [] });
    network.addTie({ from: "ann", to: "sam", evidence: {} });
    const seen = (viewer: string) => snapshotFor(network, viewer).people[0]?.spells;
    expect(seen("sam")).toHaveLength(3);
    expect(seen("sam")).toEqual(expect.arrayContaining(stays));
    expect(seen("ann")).toEqual(expect.arrayContaining([...own, ...stays]));
    network.mergePeople([["ann", "ann@old"]]);
    expect(seen("ann@old")).toHaveLength(5);
  });

  it("leaves out private tags and others' words", () => {
    const network = new Network();
    network.addPerson({ id: "ann", tags: [{ code: "x", evidence: "CANARY", private: true, owner: "cy" }] });
    for (const id of ["bob", "sam"]) network.addPerson({ id });
    network.addTie({ from: "ann", to: "bob", evidence: {} });
    network.setVisibility("ann", ["ann", "bob"], "shared");
    network.setDoNotAsk("bob", true);
    network.optOut("cy");
    const snapshot = snapshotFor(network, "sam");
    expect(snapshot).toEqual({
      ...network.toJSON(),
      people: [{ id: "ann" }, { id: "bob" }, { id: "sam" }],
      checksum: snapshot.checksum,
      words: undefined,
      optedOut: undefined,
    });
    expect(Object.keys(snapshot)).not.toContain("optedOut");
    expect(snapshotFor(network, "ann").words).toHaveLength(1);
    network.setVisibility("ann", ["ann", "bob"], "masked");
    expect(snapshotFor(network, "sam")).toMatchObject({ people: [{ id: "sam" }], ties: [], doNotAsk: [] });
  });
});

describe("the graphology graph", () => {
  it("is the network as it stands, whether it was asked for before or after the changes", () => {
    fc.assert(
      fc.property(pools, fc.constantFrom("c0", "o0"), fc.constantFrom("o1", "o2"), (files, kept, gone) => {
        const network = new Network();
        const { graph } = network;
        const change = [
          () => network.addPerson({ id: kept }),
          ...files.map((file) => () => network.import(file)),
          () => network.mergePeople([[kept, gone]]),
          () => network.optOut("o1"),
          () => network.removePerson("c1"),
        ];
        for (const step of change) {
          step();
          const keysOf = ({ from, to }: { readonly from: string; readonly to: string }) => [
            `p:${from}`,
            `p:${to}`,
          ];
          const edges = graph.edges().map((edge) => [graph.source(edge), graph.target(edge)]);
          expect(edges.sort()).toEqual(network.ties().map(keysOf).sort());
          expect(graph.nodes().sort()).toEqual(network.people().map(({ id }) => `p:${id}`));
          expect([graph.order, graph.size]).toEqual([network.size, network.tieCount]);
          for (const edge of graph.edges()) {
            const { from, to, evidence, visibility } = network.tie(
              graph.source(edge).slice(2),
              graph.target(edge).slice(2),
            ) as KnownTie;
            expect(graph.getEdgeAttributes(edge)).toMatchObject({ from, to, evidence, visibility });
          }
          for (const { id } of network.people()) {
            expect(graph.getNodeAttributes(`p:${id}`)).toEqual(network.person(id));
            expect(graph.neighbors(`p:${id}`).sort()).toEqual(
              network.neighbors(id).map((other) => `p:${other}`),
            );
          }
        }
        expect(network.graph).toBe(graph);
        const again = Network.fromJSON(network.toJSON()).graph;
        expect(again.edges().sort()).toEqual(graph.edges().sort());
      }),
      { numRuns: 50 },
    );
  });
});

it("what two owners asked for one tie stays apart, each with their own record, also when their files come again", () => {
  const network = new Network();
  const people = ["ann", "bob"].map((id) => ({ id }));
  const read = () => {
    for (const owner of ["o1", "o2"])
      network.import({ people, ties: [{ from: "ann", to: "bob", owner, evidence: { closeness: 0.5 } }] });
  };
  read();
  network.setVisibility("o1", ["ann", "bob"], "private");
  network.setVisibility("o2", ["ann", "bob"], "masked");
  read();
  const told = (of: Network) =>
    of.tieRecords("ann", "bob").map(({ owner, visibility }) => [owner, visibility]);
  const wishes = [
    ["o1", "private"],
    ["o2", "masked"],
  ];
  expect(told(network)).toEqual(wishes);
  expect(told(Network.fromJSON(JSON.parse(JSON.stringify(network))))).toEqual(wishes);
});

describe("removePerson", () => {
  it("leaves nothing of them but that they have opted out", () => {
    fc.assert(
      fc.property(pools, fc.constantFrom("c0", "o0"), (files, id) => {
        const network = networkOf(files);
        if (!network.has(id)) return;
        network.setDoNotAsk(id, true);
        network.mergePeople([[id, "c9"]]);
        network.removePerson(id);
        const left = network.toJSON();
        expect(left.people.every((person) => person.id !== id)).toBe(true);
        expect(left.ties.every(({ from, to }) => from !== id && to !== id)).toBe(true);
        expect(left.people.flatMap(itemsOf).every(({ owner }) => owner !== id)).toBe(true);
        expect(left.doNotAsk).toEqual([]);
        expect(left.merged).toBeUndefined();
        expect(JSON.stringify(left)).not.toContain(nameOf(id));
      }),
    );
  });
});
