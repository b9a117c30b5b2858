import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import { findPaths, inferTies, reachTargets } from "../../src/paths/index.js";
import type { Person, Spell } from "../../src/people/index.js";
import { jointSuccess } from "../../src/planning/index.js";
import { assertUntil } from "../support/assert-until.js";
import { inferByHand, isVisible, withSpellsSeen } from "../support/paths-inference.js";
import { NOW, type World, worlds } from "../support/paths-world.js";

const stranger: Person = {
  id: "t_stranger",
  name: "Bob Smith",
  company: "ACME",
  title: "Head of Sales",
  spells: [
    { kind: "work", organization: "Beta", from: "2010", to: "2015" },
    { kind: "school", organization: "mit", from: "2010-09", to: "2014-06" },
    { kind: "meeting", organization: "c1", from: "2024" },
    { kind: "conversation", organization: "c2", owner: "n0" },
  ],
};

const at = (kind: Spell["kind"], organization: string, from?: string, to?: string): Spell => ({
  kind,
  organization,
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

/** The network as it is without what others keep private: ties, people known by nothing else, and what they tell of people. */
function withoutOthersPrivate(network: Network, seekers: readonly string[]): Network {
  const other = new Network();
  for (const person of network.people()) {
    if (isVisible(network, person.id, seekers)) other.addPerson(withSpellsSeen(network, person, seekers));
  }
  for (const tie of network.ties()) {
    if (tie.visibility !== "private" || seekers.includes(tie.from) || seekers.includes(tie.to))
      other.addTie(tie);
  }
  for (const id of network.doNotAsk()) if (other.has(id)) other.setDoNotAsk(id, true);
  return other;
}

function requestOf(world: World, unseen: boolean, two: boolean, k = 50) {
  const target = unseen ? stranger : (world.network.person(world.ids.at(-1) as string) as Person);
  const seekers = two && world.ids.length > 3 ? ["n0", "n1"] : ["n0"];
  return { seekers, target, k, maxHops: 4 };
}

describe("inferTies", () => {
  it("infers what plain enumeration infers, per pair the strongest ground", () => {
    fc.assert(
      fc.property(
        worlds,
        fc.boolean(),
        fc.boolean(),
        fc.option(fc.constantFrom(3, 500), { nil: undefined }),
        fc.constantFrom(2, 3, 8),
        fc.constantFrom(1, 31, 32, 32, 32, 400),
        (world, unseen, two, headcount, largestOccasion, leastSharedDays) => {
          const compiled = CompiledNetwork.compile(world.network, { now: NOW });
          const request = {
            ...requestOf(world, unseen, two),
            ...(headcount === undefined ? {} : { headcount }),
            inference: { largestOccasion, leastSharedDays },
          };
          const byHand = inferByHand(world.network, request, NOW);
          const ties = inferTies(compiled, request);
          expect(new Set(ties.map(({ from }) => from))).toEqual(new Set(byHand.keys()));
          for (const { from, tieProbability, ground, evidence } of ties) {
            const [, kind = ""] = /^same-(meeting|conversation)$/.exec(ground) ?? [];
            if (kind !== "") {
              expect(evidence.contexts).toEqual([`${kind}:${byHand.get(from)?.occasions[kind]}`]);
            }
            expect(tieProbability).toBeCloseTo(byHand.get(from)?.probability as number, 10);
            expect(byHand.get(from)?.grounds).toContain(ground);
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("stays below its cap, is marked with its ground, and never stands in place of a seen tie (T6)", () => {
    const limit = 0.5;
    const code = {
      "same-company": /^work:/,
      "worked-together": /^worked:/,
      "same-school": /^school:/,
      "same-meeting": /^meeting:\d+$/,
      "same-conversation": /^conversation:\d+$/,
      "common-neighbors": /^common-neighbors:\d+$/,
    };
    fc.assert(
      fc.property(worlds, fc.boolean(), fc.boolean(), (world, unseen, two) => {
        const compiled = CompiledNetwork.compile(world.network, { now: NOW });
        const request = requestOf(world, unseen, two);
        for (const { from, tieProbability, ground, evidence } of inferTies(compiled, {
          ...request,
          headcount: 2,
        })) {
          expect(tieProbability).toBeGreaterThan(0);
          expect(tieProbability).toBeLessThanOrEqual(limit);
          expect(evidence.contexts?.[0]).toMatch(code[ground]);
          const tie = world.network.tie(from, request.target.id);
          expect(tie === undefined || (tie.visibility === "private" && !request.seekers.includes(from))).toBe(
            true,
          );
        }
        for (const { legs } of findPaths(compiled, request)) {
          for (const leg of legs) {
            const exists = leg.factors.find(({ name }) => name === "tie-exists");
            expect(leg.inferred).toBe(exists !== undefined);
            if (!leg.inferred) continue;
            expect(exists?.detail).toMatch(/^inferred: .*nobody has seen/);
            expect(leg.consent).toBeLessThanOrEqual(leg.consentIfTied);
            expect(leg.why).toContain("inferred, nobody has seen this tie");
          }
        }
        const off = { ...request, inferTies: false };
        expect(inferTies(compiled, off)).toEqual([]);
        expect(
          findPaths(compiled, off)
            .flatMap(({ legs }) => legs)
            .some(({ inferred }) => inferred),
        ).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it("says what each tie rests on", () => {
    const network = new Network();
    const people: Person[] = [
      { id: "me" },
      { id: "now", company: "Acme Inc" },
      { id: "past", spells: [at("work", "Beta GmbH", "2011", "2013")] },
      { id: "after", spells: [at("work", "Beta GmbH", "2015-12", "2020")] },
      { id: "mate", spells: [at("school", "MIT", "2012", "2016")] },
      { id: "open", spells: [at("work", "acme", "2020-01")] },
    ];
    for (const person of people) network.addPerson(person);
    const ties = inferTies(CompiledNetwork.compile(network, { now: NOW }), {
      seekers: ["me"],
      target: stranger,
    });
    expect(Object.fromEntries(ties.map(({ from, ground }) => [from, ground]))).toEqual({
      now: "same-company",
      open: "same-company",
      past: "worked-together",
      mate: "same-school",
    });
    const contexts = ties.map(({ from, evidence }) => [from, evidence.contexts?.[0]]);
    expect(Object.fromEntries(contexts)).toEqual({
      now: "work:acme",
      open: "work:acme",
      past: "worked:beta",
      mate: "school:mit",
    });
    const later = { ...stranger, spells: [at("work", "Beta", "2015-12-20", "2015-12-31")] };
    const limits = { leastSharedDays: 5 };
    const few = inferTies(CompiledNetwork.compile(network, { now: NOW }), {
      seekers: ["me"],
      target: later,
      inference: limits,
    });
    expect(few.map(({ from }) => from)).toContain("after");
    expect(() =>
      inferTies(CompiledNetwork.compile(network, { now: NOW }), {
        seekers: ["me"],
        target: later,
        inference: { leastCommon: 0 },
      }),
    ).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
  });

  it("counts both the first and the last day that two share; by default a whole month is not enough", () => {
    const infer = (one: Spell, other: Spell, inference = {}) => {
      const network = new Network();
      for (const id of ["me", "ann"]) network.addPerson({ id, ...(id === "me" ? {} : { spells: [one] }) });
      const compiled = CompiledNetwork.compile(network, { now: NOW });
      return inferTies(compiled, { seekers: ["me"], target: { id: "bob", spells: [other] }, inference })
        .length;
    };
    const work = (from: string, to: string) => at("work", "Beta", from, to);
    for (const days of [1, 2, 31]) {
      const last = `2014-01-${String(days).padStart(2, "0")}`;
      const stays = [work("2012", last), work("2014-01-01", "2019")] as const;
      for (const leastSharedDays of [days, days + 1])
        expect(infer(...stays, { leastSharedDays })).toBe(leastSharedDays === days ? 1 : 0);
    }
    for (const month of ["2014-01", "2014-02", "2014-04", "2016-02"])
      expect(infer(work("2012", month), work(month, "2019"))).toBe(0);
    expect(infer(work("2012", "2014-02-01"), work("2014-01", "2019"))).toBe(1);
  });

  it("takes small meetings and group conversations for what they are: 1/(n - 1) each, by their codes as they are", () => {
    const network = new Network();
    const together = (kind: Spell["kind"], code: string, ids: readonly string[]): void => {
      for (const id of ids)
        network.addPerson({
          id,
          spells: [...(network.person(id)?.spells ?? []), at(kind, code, "2024-05-06", "2024-05-06")],
        });
    };
    const crowd = (name: string, count: number) => Array.from({ length: count }, (_, n) => `${name}${n}`);
    network.addPerson({ id: "me" });
    together("meeting", "m1", ["bob", "ann", "me"]);
    together("meeting", "m2", ["bob", "ann", "cid", "dee"]);
    together("meeting", "M1", ["cid", "ann"]);
    together("meeting", "soon", ["bob", "eve"]);
    network.addPerson({ id: "eve", spells: [at("meeting", "soon", "2031")] });
    together("conversation", "m1", ["fay"]);
    together("conversation", "chat", ["bob", ...crowd("eight", 7)]);
    together("conversation", "crowd", ["bob", ...crowd("nine", 8)]);
    together("event", "fair", ["bob", "gus"]);
    const compiled = CompiledNetwork.compile(network, { now: NOW });
    const infer = (inference = {}) =>
      inferTies(compiled, { seekers: ["me"], target: network.person("bob") as Person, inference });
    const oddsOf = (weight: number, scale = 2) => Math.min(0.5, 1 - 0.99 * Math.exp(-weight / scale));
    const told = new Map(
      infer().map(({ from, tieProbability, ...rest }) => [from, { ...rest, tieProbability }]),
    );
    expect(told.get("ann")).toMatchObject({
      ground: "same-meeting",
      evidence: { contexts: ["meeting:2"] },
      consentIfNot: 0.08,
    });
    expect(told.get("ann")?.tieProbability).toBeCloseTo(oddsOf(1 / 2 + 1 / 3), 12);
    expect(told.get("cid")?.evidence).toEqual({ contexts: ["meeting:1"] });
    expect(told.get("cid")?.tieProbability).toBeCloseTo(oddsOf(1 / 3), 12);
    expect(told.get("eight6")).toMatchObject({
      ground: "same-conversation",
      evidence: { contexts: ["conversation:1"] },
      consentIfNot: 0.08,
    });
    expect(told.get("eight6")?.tieProbability).toBeCloseTo(oddsOf(1 / 7), 12);
    expect([...told.keys()].sort()).toEqual(["ann", "cid", "dee", ...crowd("eight", 7)]);
    expect(infer({ largestOccasion: 9 }).map(({ from }) => from)).toEqual(
      [...told.keys(), ...crowd("nine", 8)].sort(),
    );
    const [wide] = infer({ occasionScale: 0.5 });
    expect(wide).toMatchObject({ from: "ann", tieProbability: 0.5 });
    for (const bad of [{ largestOccasion: 0 }, { occasionScale: 0 }, { occasionScale: Number.NaN }])
      expect(() => infer(bad)).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT" }));
    network.addTie({ from: "me", to: "ann", evidence: {} });
    const [path] = findPaths(CompiledNetwork.compile(network, { now: NOW }), {
      seekers: ["me"],
      target: { id: "bob", spells: network.person("bob")?.spells ?? [] },
      k: 1,
      maxHops: 2,
    });
    expect(path?.people).toEqual(["me", "ann", "bob"]);
    expect(path?.legs[1]?.factors[0]?.detail).toBe(
      "inferred: both were in the same small meeting; nobody has seen that they know each other",
    );
    expect(JSON.stringify(path)).not.toMatch(/m1|m2/);
  });

  it("infers nothing from one person's star, and a tie where two know both", () => {
    const network = new Network();
    for (const id of ["a", "b", "x", "y", "z"]) network.addPerson({ id });
    for (const to of ["b", "x", "y", "z"]) network.addTie({ from: "a", to, evidence: {} });
    const request = { seekers: ["z"], target: { id: "x" } };
    expect(inferTies(CompiledNetwork.compile(network, { now: NOW }), request)).toEqual([]);
    for (const to of ["x", "y"]) network.addTie({ from: "b", to, evidence: {} });
    const [tie, ...more] = inferTies(CompiledNetwork.compile(network, { now: NOW }), request);
    expect(more).toEqual([]);
    expect(tie).toMatchObject({
      from: "y",
      ground: "common-neighbors",
      evidence: { contexts: ["common-neighbors:2"] },
    });
    expect(tie?.tieProbability).toBeCloseTo(
      1 - 0.99 * Math.exp(-(1 / Math.log(4) + 1 / Math.log(3)) / 4),
      12,
    );
    const once = { ...request, inference: { leastCommon: 3 } };
    expect(inferTies(CompiledNetwork.compile(network, { now: NOW }), once)).toEqual([]);
  });

  it("has more success the more colleagues the seeker has there", () => {
    const spells = [at("work", "Beta", "2010", "2014")];
    let last = 0;
    for (const count of [1, 2, 3, 5, 8, 13, 14, 15]) {
      const network = new Network();
      network.addPerson({ id: "me" });
      for (let n = 0; n < count; n++) {
        network.addPerson({ id: `c${n}`, ...(n % 2 === 0 ? { company: "Acme" } : { spells }) });
        network.addTie({ from: "me", to: `c${n}`, evidence: {} });
      }
      const compiled = CompiledNetwork.compile(network, { now: NOW });
      const paths = findPaths(compiled, { seekers: ["me"], target: stranger, k: 100, maxHops: 2 });
      expect(paths.length).toBe(count);
      const t = Math.max(...paths.map(({ legs }) => legs[1]?.consentIfTied as number));
      const asks = paths.flatMap(({ legs }, n) => [
        { id: `first${n}`, probability: legs[0]?.consent as number, cost: 1 },
        { id: `odds${n}`, probability: (legs[1]?.consent as number) / t, cost: 0 },
      ]);
      const routes = paths.map((_, n) => [`first${n}`, `odds${n}`, "target"]);
      const joint = jointSuccess({ asks: [...asks, { id: "target", probability: t, cost: 0 }], routes });
      expect(joint).toBeGreaterThan(last);
      last = joint;
    }
  });
});

describe("what an owner told of others", () => {
  const ground = (network: Network, seeker: string, target: string) =>
    inferTies(CompiledNetwork.compile(network, { now: NOW }), {
      seekers: [seeker],
      target: network.person(target) as Person,
    }).map(({ from, ground }) => `${from} ${ground}`);

  it("is their own where they do not share their ties with them", () => {
    const network = new Network();
    const chat = { ...at("conversation", "c1"), owner: "own" };
    for (const id of ["me", "own", "ann", "bob", "cid"])
      network.addPerson({ id, ...(id === "me" ? {} : { spells: [chat] }) });
    network.addTie({ from: "own", to: "me", evidence: {} });
    network.addTie({ from: "own", to: "bob", evidence: {} });
    // Of ann and cid, whom they are not tied to, nobody but they may know.
    expect(ground(network, "me", "ann")).toEqual([]);
    expect(ground(network, "own", "ann")).toEqual(["bob same-conversation", "cid same-conversation"]);
    network.addTie({ from: "own", to: "ann", evidence: {}, visibility: "masked" });
    expect(ground(network, "me", "ann")).toEqual([]);
    network.reveal("own", "ann");
    expect(ground(network, "me", "ann")).toEqual(["bob same-conversation"]);
    expect(ground(network, "own", "ann")).toEqual(["bob same-conversation", "cid same-conversation"]);
  });

  it("changes not a byte of the paths of those who may not know it: canaries", async () => {
    const canary = fc.record({
      kind: fc.constantFrom("meeting" as const, "conversation" as const, "work" as const, "school" as const),
      organization: fc.constantFrom("c1", "c2", "Acme", "MIT", "fresh"),
      owner: fc.nat(7),
      who: fc.uniqueArray(fc.nat(6), { minLength: 2 }),
    });
    let told = 0;
    await assertUntil(
      () => told > 20,
      fc.property(
        worlds,
        fc.array(canary, { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (world, more, two) => {
          const seekers = two && world.ids.length > 3 ? ["n0", "n1"] : ["n0"];
          const other = new Network();
          for (const person of world.network.people()) other.addPerson(person);
          for (const tie of world.network.ties()) other.addTie(tie);
          for (const id of world.network.doNotAsk()) other.setDoNotAsk(id, true);
          for (const { owner: teller, who, ...spell } of more) {
            const owner = `n${teller}`;
            if (seekers.includes(owner)) continue;
            for (const id of who.map((n) => `n${n}`)) {
              const person = other.person(id);
              if (person === undefined || id === owner || other.tie(owner, id)?.visibility === "shared")
                continue;
              // Of whom no tie is known, somebody's telling makes that one's alone.
              if (other.degree(id) === 0) continue;
              other.addPerson({ id, spells: [...(person.spells ?? []), { ...spell, from: "2014", owner }] });
              told++;
            }
          }
          const found = (network: Network) => {
            const compiled = CompiledNetwork.compile(network, { now: NOW });
            const targets = [stranger, ...network.people().filter(({ id }) => !seekers.includes(id))];
            const paths = targets.map((target) =>
              findPaths(compiled, { seekers, target, k: 50, maxHops: 3 }),
            );
            return JSON.stringify([paths, reachTargets(compiled, { seekers, targets, maxHops: 3 })]);
          };
          expect(found(other)).toBe(found(world.network));
        },
      ),
      { numRuns: 200 },
    );
    expect(told).toBeGreaterThan(20);
  });
});

describe("private ties", () => {
  it("leave no trace in another seeker's paths, nor in reach: the same bytes as without them", () => {
    fc.assert(
      fc.property(worlds, fc.boolean(), fc.boolean(), (world, unseen, two) => {
        const request = requestOf(world, unseen, two);
        const bare = withoutOthersPrivate(world.network, request.seekers);
        const whole = CompiledNetwork.compile(world.network, { now: NOW });
        const other = CompiledNetwork.compile(bare, { now: NOW });
        if (!unseen && !bare.has(request.target.id)) return;
        const seen = { ...request, target: bare.person(request.target.id) ?? request.target };
        expect(JSON.stringify(findPaths(whole, request))).toBe(JSON.stringify(findPaths(other, seen)));
        const targets = [stranger, ...bare.people().filter(({ id }) => !request.seekers.includes(id))];
        const reach = (compiled: CompiledNetwork) => reachTargets(compiled, { ...request, targets });
        expect(reach(whole)).toEqual(reach(other));
        for (const [a, b] of [
          ["n1", "n2"],
          ["n0", "n2"],
        ] as const) {
          if (!bare.has(a) || !bare.has(b)) continue;
          expect(whole.strength(a, b, request.seekers)).toBe(other.strength(a, b, request.seekers));
          const tie = world.network.tie(a, b);
          if (tie !== undefined && tie.visibility !== "private") {
            expect(whole.seenBy([a, b]).evidence(a, b)).toEqual(other.seenBy([a, b]).evidence(a, b));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("serve the plans of their own two people", () => {
    const network = new Network();
    for (const id of ["me", "ann", "bob"]) network.addPerson({ id });
    network.addTie({ from: "me", to: "ann", evidence: {} });
    network.addTie({ from: "ann", to: "bob", evidence: {}, visibility: "private" });
    const find = (seeker: string) =>
      findPaths(CompiledNetwork.compile(network, { now: NOW }), {
        seekers: [seeker],
        target: { id: "bob" },
        k: 5,
        maxHops: 3,
      }).map(({ people }) => people);
    expect(find("me")).toEqual([]);
    expect(find("ann")).toEqual([["ann", "bob"]]);
    network.setVisibility("ann", ["ann", "bob"], "masked");
    expect(find("me")).toEqual([["me", "ann", "bob"]]);
  });
});
