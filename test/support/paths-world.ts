import fc from "fast-check";
import { Network } from "../../src/network/index.js";
import type { CompiledNetwork, PathRequest } from "../../src/paths/index.js";
import type { Spell, TieEvidence } from "../../src/people/index.js";
import { seededRandom } from "./random.js";

export const NOW = "2026-11-22";

const evidence: fc.Arbitrary<TieEvidence> = fc.record(
  {
    closeness: fc.constantFrom(0.1, 0.5, 0.9),
    connectedOn: fc.constantFrom("2015-03-04", "2024-01-02"),
    contexts: fc.constantFrom([], ["work:acme"], ["work:acme", "school:mit"]),
  },
  { requiredKeys: [] },
);

const spell: fc.Arbitrary<Spell> = fc.record(
  {
    kind: fc.constantFrom("work" as const, "school" as const),
    organization: fc.constantFrom("Acme", "Beta GmbH", "MIT", "Self-employed"),
    from: fc.constantFrom("2010", "2014-05", "2019-12-31", "2031", "soon"),
    to: fc.constantFrom("2012", "2014-05", "2014-06", "2020-01-15", "2026-11", "2040"),
  },
  { requiredKeys: ["kind", "organization"] },
);

/** Occasions of a few people, told by one of them or by themselves; events infer nothing. */
const occasion: fc.Arbitrary<Omit<Spell, "owner">> = fc.record(
  {
    kind: fc.constantFrom("meeting", "conversation", "conversation", "event"),
    organization: fc.constantFrom("c1", "C1", "c2", ""),
    from: fc.constantFrom("2024-05-06", "2026-11-22", "2031", "soon"),
    to: fc.constantFrom("2026-11", "2040"),
  },
  { requiredKeys: ["kind", "organization"] },
);

export interface World {
  readonly network: Network;
  readonly ids: readonly string[];
}

/** Small networks: a few people, some at Acme, ties with little evidence, some private. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    size: fc.integer({ min: 3, max: 7 }),
    ties: fc.array(
      fc.record({
        a: fc.nat(6),
        b: fc.nat(6),
        evidence,
        visibility: fc.constantFrom(
          "shared" as const,
          "shared" as const,
          "masked" as const,
          "private" as const,
        ),
      }),
      { maxLength: 14 },
    ),
    acme: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
    spells: fc.array(fc.record({ who: fc.nat(6), spell }), { maxLength: 8 }),
    occasions: fc.array(
      fc.record({
        spell: occasion,
        teller: fc.option(fc.nat(7)),
        who: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
      }),
      { maxLength: 5 },
    ),
    silent: fc.option(fc.nat(6)),
  })
  .map(({ size, ties, acme, spells, occasions, silent }) => {
    const network = new Network();
    const ids = Array.from({ length: size }, (_, n) => `n${n}`);
    const occasionsOf = (n: number): Spell[] =>
      occasions
        .filter(({ who }) => who.includes(n))
        .map(({ spell, teller }) => ({ ...spell, ...(teller === null ? {} : { owner: `n${teller}` }) }));
    for (const [n, id] of ids.entries())
      network.addPerson({
        id,
        title: n % 2 === 0 ? "VP Sales" : "Sales Manager",
        ...(acme.includes(n) ? { company: "Acme Inc" } : {}),
        spells: [...spells.filter(({ who }) => who === n).map(({ spell }) => spell), ...occasionsOf(n)],
      });
    for (const { a, b, evidence, visibility } of ties) {
      if (a % size !== b % size)
        network.addTie({ from: `n${a % size}`, to: `n${b % size}`, evidence, visibility });
    }
    if (silent !== null && silent < size) network.setDoNotAsk(`n${silent}`, true);
    return { network, ids };
  });

/** The slow, obvious way: every loopless way from a seeker to the target, its legs' consents by role, sorted. */
export function allPathsByHand(
  compiled: CompiledNetwork,
  request: PathRequest,
  inferredConsents: ReadonlyMap<string, number>,
): { people: string[]; probability: number }[] {
  const { network, scorer } = compiled;
  const { target, seekers, maxHops } = request;
  const found: { people: string[]; probability: number }[] = [];
  const mayPass = (id: string) => !network.isDoNotAsk(id) && !request.exclude?.has(id);
  const go = (people: string[], probability: number): void => {
    const last = people.at(-1) as string;
    if (people.length - 1 >= maxHops) return;
    for (const next of new Set([...network.neighbors(last), target.id])) {
      if (people.includes(next)) continue;
      const tie = network.tie(last, next);
      const usable = tie !== undefined && (tie.visibility !== "private" || seekers.includes(last));
      const evidence = compiled.seenBy([last, next]).evidence(last, next);
      const { neverSpoken } = scorer.score(evidence);
      const strength = compiled.strength(last, next);
      const tied = { strength, neverSpoken };
      if (next === target.id) {
        const seen = usable
          ? scorer.consent({ ...tied, role: "last", isDirect: seekers.includes(last) })
          : undefined;
        const p = seen ?? inferredConsents.get(last);
        if (p !== undefined) found.push({ people: [...people, next], probability: probability * p });
        continue;
      }
      if (!usable || (!seekers.includes(next) && !mayPass(next))) continue;
      if (seekers.includes(last) && request.notAskedBySeekers?.has(next)) continue;
      const role = seekers.includes(last) ? "first" : "relay";
      const place = people.length - Math.max(...seekers.map((id) => people.lastIndexOf(id)));
      go([...people, next], probability * scorer.consent({ ...tied, role, index: place }));
    }
  };
  for (const seeker of seekers) go([seeker], 1);
  return found.sort((a, b) => b.probability - a.probability);
}

/** 300 people: most of them at Giant, each with a few ties, one of them with nearly everybody; some spells, some private ties. */
export function crowdedNetwork(seed: number): Network {
  const random = seededRandom(seed);
  const network = new Network();
  const titles = ["VP Sales", "Sales Manager", "Engineer", "Head of Finance", "Gardener"];
  for (let n = 0; n < 300; n++) {
    const spells: Spell[] = [
      { kind: "school", organization: "MIT", from: `${2010 + random.below(9)}`, to: "2019" },
      { kind: "conversation", organization: `c${random.below(60)}`, from: "2024" },
      { kind: "work", organization: "Giant", from: "2012", to: `${2013 + random.below(20)}` },
    ];
    network.addPerson({
      id: `p${n}`,
      company: random.chance(0.8) ? "Giant" : "Other",
      title: random.pick(titles),
      spells: spells.filter(() => random.chance(0.2)),
    });
  }
  const tie = (a: number, b: number): void => {
    const evidence = { closeness: random.below(5) / 4 };
    const visibility = random.chance(0.1) ? "private" : "shared";
    if (a !== b) network.addTie({ from: `p${a}`, to: `p${b}`, evidence, visibility });
  };
  for (let n = 0; n < 300; n++) for (let i = 0; i < 3; i++) tie(n, random.below(300));
  for (let n = 2; n < 250; n++) tie(1, n);
  return network;
}
