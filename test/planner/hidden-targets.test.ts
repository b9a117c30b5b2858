import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network, type TargetQuery } from "../../src/index.js";
import { personVisibility, snapshotFor } from "../../src/network/index.js";
import { type Tag, TargetIndex } from "../../src/people/index.js";

const NOW = "2026-11-22";
const KEY = "a secret of the app's own";
const IDS = ["zzid-0", "zzid-1", "zzid-2", "zzid-3", "zzid-4", "zzid-5", "zzid-6"] as const;
const SEEKERS = ["zzid-0", "zzid-1"] as const;

/** Words that stand for one person alone, so that a search for them finds every leak; several work at one company. */
const wordsOf = (id: string) => {
  const n = Number(id.slice(-1));
  const letter = "abcdefg"[n];
  return {
    name: `Quill${letter} Zzname${letter}`,
    title: `VP Zztitle${letter}`,
    email: `zzmail${letter}@x.example`,
  };
};

/** What a reader says of somebody whom an owner's file names without a tie. */
const namedBy = (owner: string): Tag => ({ code: "named", evidence: "named", private: true, owner });

/** Seven people, some named by an owner's file, ties of any visibility that one of the two or a third told of. */
const networks: fc.Arbitrary<Network> = fc
  .record({
    companies: fc.array(fc.constantFrom("Acme", "Beta"), { minLength: IDS.length, maxLength: IDS.length }),
    ties: fc.array(
      fc.record({
        ends: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 2, maxLength: 2 }),
        visibility: fc.constantFrom("shared", "masked", "private"),
        owner: fc.option(fc.constantFrom(...IDS), { nil: undefined, freq: 4 }),
        closeness: fc.constantFrom(0.2, 0.9),
      }),
      { maxLength: 14 },
    ),
    told: fc.array(fc.record({ of: fc.constantFrom(...IDS), owner: fc.constantFrom(...IDS) }), {
      maxLength: 4,
    }),
    merged: fc.boolean(),
  })
  .map(({ companies, ties, told: tags, merged }) => {
    const network = new Network();
    for (const [n, id] of IDS.entries()) {
      const { email, ...words } = wordsOf(id);
      network.addPerson({ id, ...words, company: companies[n] as string, emails: [email] });
    }
    for (const { of: id, owner } of tags) {
      const { tags: known = [] } = network.person(id) ?? {};
      network.addPerson({ id, tags: [...known, namedBy(owner)] });
    }
    for (const { ends, owner, closeness, visibility } of ties) {
      const [from, to] = ends as [string, string];
      network.addTie({ from, to, evidence: { closeness }, visibility, ...(owner && { owner }) });
    }
    if (merged) network.mergePeople([["zzid-6", "zzold-6"]]);
    return network;
  });

const isHidden = (network: Network, seeker: string, id: string): boolean =>
  snapshotFor(network, seeker).people.every((person) => person.id !== id);

/** All ways to ask for a person, from their id to half their name. */
function queriesFor(network: Network, id: string): TargetQuery[] {
  const { name, title, email } = wordsOf(id);
  const { company = "" } = network.person(id) ?? {};
  const texts = [
    id,
    name,
    `${name} at ${company}`,
    `${title} at ${company}`,
    title,
    email,
    company,
    `${name}s`,
  ];
  return [...texts, { name, company }, { name, company, title }, { company }, "zzold-6"];
}

/** What a call gives, or the error it throws. */
function told(call: () => unknown): string {
  try {
    return JSON.stringify(call());
  } catch (error) {
    const { message, ...rest } = error as Error;
    return JSON.stringify({ message, ...rest });
  }
}

describe("people known by others' private or masked ties alone", () => {
  it("are told apart as snapshotFor does", () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...SEEKERS), (network, seeker) => {
        for (const id of IDS) {
          const isShown = personVisibility(network, id, [seeker]) === "shared";
          expect(isShown, id).toBe(!isHidden(network, seeker, id));
        }
        const both = IDS.filter((id) => personVisibility(network, id, SEEKERS) === "shared");
        expect(both).toEqual(IDS.filter((id) => SEEKERS.some((one) => !isHidden(network, one, id))));
      }),
    );
  });

  it("are found as if they were not there: what is found, in which order and how surely", () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...SEEKERS), fc.constantFrom(...IDS), (network, seeker, id) => {
        const planner = new IntroductionPlanner({ network });
        const shown = new IntroductionPlanner({ network: Network.fromJSON(snapshotFor(network, seeker)) });
        for (const query of queriesFor(network, id)) {
          expect(planner.find(query, { seeker })).toEqual(shown.find(query));
          expect(planner.find(query, { seeker: [seeker] })).toEqual(shown.find(query));
        }
        const index = new TargetIndex(network.people());
        const isShown = (one: string) => one !== id;
        const others = new TargetIndex(network.people().filter((person) => isShown(person.id)));
        for (const query of queriesFor(network, id)) {
          if (query === "zzold-6") continue;
          expect(index.find(query, { isShown, limit: 2 })).toEqual(others.find(query, { limit: 2 }));
        }
        expect(planner.find(id)).toEqual([
          { person: id, score: 1, why: ["same id"], ambiguous: false, isSure: true },
        ]);
      }),
    );
    const planner = new IntroductionPlanner({ network: new Network() });
    expect(() => planner.find("x", { seeker: [] })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    for (const options of [null, 7, "me"]) {
      expect(() => planner.find("x", options as never)).toThrow(
        expect.objectContaining({ name: "WarmpathError", code: "INVALID_ARGUMENT" }),
      );
    }
    expect(() => planner.find("x", { seeker: "nobody" })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_PERSON" }),
    );
  });

  it("leave no word but the asker's own in what find, plan, reach, campaign, giveFirst and next say, errors included", () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...SEEKERS), fc.constantFrom(...IDS), (network, seeker, id) => {
        const planner = new IntroductionPlanner({ network });
        const hidden = IDS.filter((one) => isHidden(network, seeker, one));
        for (const query of queriesFor(network, id)) {
          const said = [
            told(() => planner.find(query, { seeker })),
            told(() => planner.plan({ seeker, target: query, now: NOW })),
            told(() => planner.worthAsking({ seeker, target: query, now: NOW })),
            told(() => planner.reach({ seeker, targets: [query, "zzid-2"], now: NOW })),
            told(() => planner.campaign({ seeker, targets: [{ target: query, value: 50 }], now: NOW })),
            told(() => planner.giveFirst({ seeker, targets: [String(query)], now: NOW })),
          ].join("\n");
          const masked = told(() => planner.plan({ seeker, target: query, now: NOW, maskKey: KEY }));
          const asked = JSON.stringify(query);
          for (const one of hidden) {
            const { name, title, email } = wordsOf(one);
            for (const word of [name, title, email]) {
              if (asked.includes(word)) continue;
              expect(said).not.toContain(word);
              expect(masked).not.toContain(word);
            }
            // A merged id is no word of the asker's own either, though it means this one.
            const ownId = asked.includes(one) || query === "zzid-2" || one === "zzid-2";
            if (!ownId) expect(said).not.toContain(one);
          }
        }
        const [ask] = id === seeker ? [] : planner.plan({ seeker, target: id, now: NOW }).asks;
        if (ask !== undefined) planner.record({ id: "e", type: "ask.sent", at: NOW, ask });
        const next = told(() => planner.next({ seeker, now: "2026-12-22" }));
        for (const one of hidden) {
          for (const word of [one, ...Object.values(wordsOf(one))]) expect(next).not.toContain(word);
        }
      }),
      { numRuns: 20 },
    );
  });

  it("are answered for as strangers are", () => {
    fc.assert(
      fc.property(networks, fc.constantFrom(...SEEKERS), fc.constantFrom(...IDS), (network, seeker, id) => {
        if (!isHidden(network, seeker, id)) return;
        const without = Network.fromJSON(snapshotFor(network, seeker));
        const planner = new IntroductionPlanner({ network });
        const unknowing = new IntroductionPlanner({ network: without });
        for (const target of queriesFor(network, id)) {
          // Of one who is shown, ties that are not may change the paths; who is meant never.
          const [one, other] = [planner, unknowing].map((each) =>
            told(() => {
              const { target: found, refusal, issues } = each.plan({ seeker, target, now: NOW });
              return found.known ? { found } : { found, refusal, issues };
            }),
          );
          expect(one).toEqual(other);
        }
      }),
    );
  });
});

describe("people without a tie", () => {
  const pool = (): Network => {
    const network = new Network();
    for (const id of ["sam", "olga", "hand"]) network.addPerson({ id, name: `Person ${id}` });
    const named = (owner: string, id: string, name: string) => {
      network.import({ people: [{ id, name, tags: [namedBy(owner)] }], ties: [], owner });
    };
    named("sam", "ines", "Ines Vale");
    named("olga", "otto", "Otto Kern");
    return network;
  };
  const found = (network: Network, seeker: string, name: string) =>
    new IntroductionPlanner({ network }).find(name, { seeker }).map(({ person }) => person);
  const inSnapshot = (network: Network, viewer: string) =>
    snapshotFor(network, viewer).people.map(({ id }) => id);

  it("are theirs whose files named them, and everybody's where no file did", () => {
    const network = pool();
    expect(found(network, "sam", "Ines Vale")).toEqual(["ines"]);
    expect(found(network, "sam", "Otto Kern")).toEqual([]);
    expect(found(network, "olga", "Otto Kern")).toEqual(["otto"]);
    expect(personVisibility(network, "otto", ["sam"])).toBe("private");
    expect(personVisibility(network, "otto", ["sam", "olga"])).toBe("shared");
    expect(personVisibility(network, "hand", ["sam"])).toBe("shared");
    expect(inSnapshot(network, "sam")).toEqual(["hand", "ines", "olga", "sam"]);
    expect(inSnapshot(network, "olga")).toEqual(["hand", "olga", "otto", "sam"]);
    network.mergePeople([["sam", "sam@old"]]);
    expect(personVisibility(network, "ines", ["sam@old"])).toBe("shared");
  });

  it("stay in view after another one's private tie to them, and masked where theirs is masked", () => {
    const network = pool();
    for (const to of ["ines", "otto"])
      network.addTie({ from: "olga", to, evidence: {}, visibility: "private" });
    expect(found(network, "sam", "Ines Vale")).toEqual(["ines"]);
    expect(inSnapshot(network, "sam")).toEqual(["hand", "ines", "sam"]);
    network.setVisibility("olga", ["olga", "otto"], "masked");
    expect(personVisibility(network, "otto", ["sam"])).toBe("masked");
    network.setVisibility("olga", ["olga", "otto"], "shared");
    expect(found(network, "sam", "Otto Kern")).toEqual(["otto"]);
  });

  it("go when the one who named them opts out, and stay out", () => {
    const network = pool();
    network.optOut("olga");
    expect(network.has("otto")).toBe(false);
    const again = { people: [{ id: "otto", tags: [namedBy("olga")] }], ties: [] };
    network.import(again);
    expect(network.has("otto")).toBe(false);
    network.optIn("olga");
    network.import(again);
    expect(network.has("otto")).toBe(true);
  });
});

describe("a mask key", () => {
  it("leads to one whom a masked tie alone makes known, by their id or words that fit for sure, and tells no more", () => {
    const network = new Network();
    for (const id of ["me", "ben"]) network.addPerson({ id, name: `Person ${id}`, company: "Acme" });
    const bob = { id: "bob", name: "Bob Smith", company: "Globex", title: "ZZCANARY", location: "ZZCANARY" };
    network.addPerson(bob);
    network.addTie({ from: "me", to: "ben", evidence: { closeness: 0.9 } });
    network.addTie({ from: "ben", to: "bob", evidence: { closeness: 0.9 }, visibility: "masked" });
    const planner = new IntroductionPlanner({ network });
    const plan = (target: TargetQuery, maskKey?: string) =>
      planner.plan({ seeker: "me", target, now: NOW, ...(maskKey && { maskKey }) });
    expect(plan("bob")).toMatchObject({ paths: [], target: { name: "bob", known: false } });
    const byId = plan("bob", KEY);
    expect(byId.target).toEqual({ id: "bob", known: true });
    expect(byId.paths).toHaveLength(1);
    expect(byId.paths[0]?.people[1]).toMatch(/^masked_/);
    const byWords = plan("Bob Smith at Globex", KEY);
    expect(byWords.target).toEqual({ id: "bob", name: "Bob Smith", company: "Globex", known: true });
    expect(byWords.paths).toHaveLength(1);
    expect(JSON.stringify([byId, byWords])).not.toContain("ZZCANARY");
    expect(plan("Robert Smith at Globex", KEY).target.known).toBe(false);
    expect(plan({ name: "Bob Smith", company: "Globex", isNew: true }, KEY).target.known).toBe(false);
    network.setVisibility("ben", ["ben", "bob"], "private");
    expect(plan("bob", KEY)).toMatchObject({ paths: [], target: { name: "bob", known: false } });
    expect(plan("bob", KEY).refusal).toEqual(plan("rob", KEY).refusal);
    const own = planner.plan({ seeker: "ben", target: "bob", now: NOW });
    expect(own.target).toMatchObject({ id: "bob", title: "ZZCANARY" });
    const shared = planner.plan({ seeker: ["me", "ben"], target: "bob", now: NOW });
    expect(shared.target).toMatchObject({ id: "bob", title: "ZZCANARY" });
  });
});
