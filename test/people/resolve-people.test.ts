import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import {
  type IdentityDecision,
  type Person,
  type Resolution,
  renameDecisions,
  renamePeople,
  resolvePeople,
} from "../../src/people/index.js";
import { expectLinear } from "../support/linear.js";
import { connectedByAddresses, groupedWithRefusals, type SmallRecord } from "../support/people-oracle.js";
import { inventWorld } from "../support/people-world.js";

const intoOf = (people: readonly Person[], { merged }: Pick<Resolution, "merged">) => {
  const map = new Map(merged.map(({ keep, gone }) => [gone, keep]));
  return new Map(people.map(({ id }) => [id, map.get(id) ?? id]));
};

describe("resolvePeople", () => {
  it("agrees with the slow oracle on small worlds", () => {
    const person = fc.record({
      id: fc.constantFrom(..."abcdefgh"),
      name: fc.constant("John Smith"),
      profileUrl: fc.option(
        fc.constantFrom(..."xyz").map((slug) => `https://www.linkedin.com/in/${slug}`),
        { nil: undefined },
      ),
      emails: fc.option(fc.subarray(["u@x.com", "v@x.com", "w@x.com"]), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (list) => {
        const people = list.map((one) => JSON.parse(JSON.stringify(one)) as Person);
        expect(intoOf(people, resolvePeople(people))).toEqual(connectedByAddresses(people));
      }),
      { numRuns: 1000 },
    );
  });

  it("is the same in any order, again, and in stages", () => {
    const { people } = inventWorld(11, 120);
    const whole = resolvePeople(people);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(people, { minLength: people.length }),
        fc.nat(people.length),
        (shuffled, cut) => {
          expect(resolvePeople(shuffled)).toEqual(whole);
          const early = { people: shuffled.slice(0, cut), ties: [] };
          const first = renamePeople(early, resolvePeople(early.people)).people;
          const both = [...first, ...shuffled.slice(cut)];
          const staged = intoOf(both, resolvePeople(both));
          const last = intoOf(people, whole);
          for (const { keep, gone } of resolvePeople(early.people).merged)
            expect(staged.get(keep)).toBe(last.get(gone) ?? gone);
          for (const [from, into] of staged) expect(into).toBe(last.get(from) ?? from);
        },
      ),
      { numRuns: 30 },
    );
    const renamed = renamePeople({ people, ties: [] }, whole).people;
    expect(resolvePeople(renamed)).toEqual({ merged: [], reviews: whole.reviews });
  });

  it("merges no two humans of a world with 1% namesakes, and finds most of the rest", () => {
    const { people, humanOf } = inventWorld(2026, 5000);
    const { merged, reviews } = resolvePeople(people);
    for (const { keep, gone } of merged) expect(humanOf.get(gone)).toBe(humanOf.get(keep));
    const splits = people.length - new Set(humanOf.values()).size;
    const right = reviews.filter(({ a, b }) => humanOf.get(a) === humanOf.get(b));
    const answered = resolvePeople(people, { decisions: right.map(({ a, b }) => ({ a, b, same: true })) });
    const [found, foundOrAsked] = [merged.length / splits, answered.merged.length / splits];
    const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
    console.log(
      `identity: ${people.length} records, ${splits} of them repeats; recall ${percent(found)} merged (0 wrong), ` +
        `${percent(foundOrAsked)} merged or asked about; ${reviews.length} questions, ${right.length} of them right`,
    );
    for (const { keep, gone } of answered.merged) expect(humanOf.get(gone)).toBe(humanOf.get(keep));
    expect(found).toBeGreaterThan(0.6);
    expect(foundOrAsked).toBeGreaterThan(0.99);
    expect(right.length / reviews.length).toBeGreaterThan(0.5);
  });

  it("keeps two John Smiths two, and asks only where more than a name speaks for one", () => {
    const people: Person[] = [
      { id: "a", name: "John Smith", company: "Acme" },
      { id: "b", name: "John Smith", company: "Globex" },
      { id: "c", name: "Jon Smith", company: "Acme, Inc." },
      { id: "d", name: "John Smith Jr.", company: "Acme" },
      { id: "e", name: "J Smith", company: "ACME", emails: ["info@acme.com"] },
      { id: "f", name: "Mary Major", emails: ["info@acme.com"] },
      { id: "g", name: "" },
      { id: "h", name: "🚀" },
    ];
    const { merged, reviews } = resolvePeople(people);
    expect(merged).toEqual([]);
    expect(reviews.map(({ a, b }) => a + b)).toEqual(["ac", "ae", "ce", "ad", "cd", "de"]);
    expect(JSON.stringify(reviews.map(({ why }) => why))).not.toMatch(/smith|acme/i);
  });

  it("remembers what the caller decided", () => {
    const people: Person[] = [
      { id: "a", name: "Ann Lee", company: "Acme" },
      { id: "b", name: "Ann Lee", company: "Acme" },
      { id: "x", name: "Tom Fox", emails: ["fox@example.com"] },
      { id: "y", name: "T. Fox", emails: ["FOX@example.com"] },
    ];
    expect(resolvePeople(people).reviews).toEqual([
      { a: "a", b: "b", why: ["same name", "same company"], score: 0.8 },
    ]);
    expect(resolvePeople(people).merged).toEqual([{ keep: "x", gone: "y" }]);
    const yes = resolvePeople(people, { decisions: [{ a: "b", b: "a", same: true }] });
    expect(yes).toEqual({
      merged: [
        { keep: "a", gone: "b" },
        { keep: "x", gone: "y" },
      ],
      reviews: [],
    });
    const no = resolvePeople(people, {
      decisions: [
        { a: "b", b: "a", same: false },
        { a: "x", b: "y", same: false },
        { a: "gone", b: "a", same: true },
      ],
    });
    expect(no).toEqual({ merged: [], reviews: [] });
  });

  it("keeps the caller's id before a reader's, and renames ties", () => {
    const url = "https://www.linkedin.com/in/x";
    const people: Person[] = [
      { id: "p_0123456789abcdef", profileUrl: url },
      { id: "zed", profileUrl: `${url}/` },
      { id: "__proto__", profileUrl: "https://www.linkedin.com/in/y" },
    ];
    const resolution = resolvePeople(people);
    expect(resolution.merged).toEqual([{ keep: "zed", gone: "p_0123456789abcdef" }]);
    const ties = [
      { from: "zed", to: "p_0123456789abcdef", evidence: {} },
      { from: "__proto__", to: "p_0123456789abcdef", evidence: {} },
    ];
    expect(renamePeople({ people, ties }, resolution).ties).toEqual([
      { from: "__proto__", to: "zed", evidence: {} },
    ]);
  });

  it("renames who told of ties, spells, tags and the whole with the people", () => {
    const spell = { kind: "meeting", organization: "m_1", owner: "old" } as const;
    const [tag, named] = [
      { code: "source:clients", evidence: "won deal", owner: "old" },
      { code: "method:vendor", evidence: "told by hand" },
    ];
    const records = {
      owner: "old",
      people: [
        { id: "a", spells: [spell, { kind: "work", organization: "Acme" } as const], tags: [tag, named] },
      ],
      ties: [{ from: "a", to: "b", owner: "old", evidence: {} }],
      interactions: [{ from: "old", to: "a" }],
    };
    expect(renamePeople(records, { merged: [{ keep: "new", gone: "old" }] })).toEqual({
      owner: "new",
      people: [
        {
          id: "a",
          spells: [
            { ...spell, owner: "new" },
            { kind: "work", organization: "Acme" },
          ],
          tags: [{ ...tag, owner: "new" }, named],
        },
      ],
      ties: [{ from: "a", to: "b", owner: "new", evidence: {} }],
      interactions: [{ from: "new", to: "a" }],
    });
  });

  it("lets a merged owner take back an import that names them as its owner alone", () => {
    const records = {
      owner: "old",
      people: [{ id: "a" }, { id: "b" }],
      ties: [{ from: "a", to: "b", evidence: {} }],
    };
    const network = new Network();
    network.import(renamePeople(records, { merged: [{ keep: "new", gone: "old" }] }));
    network.optOut("new");
    expect(network.tieCount).toBe(0);
  });

  it("asks of more than 40 with one name only about those at one company, or at none that is known", () => {
    const named = (count: number, companyOf: (place: number) => string | undefined): Person[] =>
      Array.from({ length: count }, (_, place) => {
        const company = companyOf(place);
        return { id: `p${place}`, name: "Wei Wang", ...(company && { company }) };
      });
    const pairs = (people: readonly Person[]) =>
      resolvePeople(people, { leastScore: 0.2 }).reviews.map(({ a, b }) => [a, b]);
    expect(pairs(named(41, (place) => `Firm ${place}`))).toEqual([]);
    expect(pairs(named(40, (place) => `Firm ${place}`))).toHaveLength((40 * 39) / 2);
    // However far their ids lie apart: here first and last.
    expect(pairs(named(60, (place) => (place % 59 === 0 ? "Acme" : `Firm ${place}`)))).toEqual([
      ["p0", "p59"],
    ]);
    expect(pairs(named(60, (place) => (place % 59 === 0 ? undefined : `Firm ${place}`)))).toEqual([
      ["p0", "p59"],
    ]);
  });

  it("takes a name that thousands of people have without comparing all pairs", async () => {
    const named = (count: number) => {
      const people = Array.from({ length: count }, (_, place) => ({
        id: `p${place}`,
        name: "Wei Wang",
        company: "Acme",
      }));
      return () => {
        expect(resolvePeople(people).reviews.length).toBeLessThan(7 * count);
      };
    };
    await expectLinear(named, 3000);
  });
});

describe("a refusal", () => {
  const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
  const links = fc.record({
    urls: fc.option(fc.constantFrom(..."xyz"), { nil: undefined }),
    mails: fc.subarray([..."stuvw"], { maxLength: 3 }),
  });
  const pair = fc.tuple(fc.nat(7), fc.nat(7));
  const world = fc
    .record({
      links: fc.array(links, { minLength: 2, maxLength: 8 }),
      apart: fc.array(pair, { maxLength: 3 }),
      same: fc.array(pair, { maxLength: 2 }),
    })
    .map(({ links: records, apart, same }) => {
      const id = (place: number) => "abcdefgh"[place % records.length] as string;
      const decide = (pairs: readonly (readonly [number, number])[], answer: boolean) =>
        pairs.map(([a, b]): IdentityDecision => ({ a: id(a), b: id(b), same: answer }));
      const small = records.map(
        ({ urls, mails }, place): SmallRecord => ({ id: id(place), url: urls, mails }),
      );
      const people = small.map(
        (one): Person => ({
          id: one.id,
          ...(one.url === undefined ? {} : { profileUrl: url(one.url) }),
          ...(one.mails.length === 0 ? {} : { emails: one.mails.map((mail) => `${mail}@example.com`) }),
        }),
      );
      const decisions = [...decide(apart, false), ...decide(same, true)];
      return { small, people, decisions };
    });
  const refusedOf = (decisions: readonly IdentityDecision[]) =>
    decisions.filter(({ a, b, same }) => !same && a !== b);

  it("holds whatever lies between the two, and costs no more than the way between them", () => {
    let held = 0;
    fc.assert(
      fc.property(world, ({ small, people, decisions }) => {
        const resolution = resolvePeople(people, { decisions });
        const into = intoOf(people, resolution);
        for (const { a, b } of refusedOf(decisions)) {
          expect(into.get(a)).not.toBe(into.get(b));
          if (connectedByAddresses(people).get(a) === connectedByAddresses(people).get(b)) held++;
          const asked = resolution.reviews.map((review) => [review.a, review.b].sort().join());
          expect(asked).not.toContain([into.get(a), into.get(b)].sort().join());
        }
        expect(into).toEqual(groupedWithRefusals(small, decisions));
      }),
      { numRuns: 3000 },
    );
    expect(held).toBeGreaterThan(50);
  });

  it("gives the same in any order, and again", () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ people, decisions }, dice) => {
        const whole = resolvePeople(people, { decisions });
        const shuffle = <T>(list: readonly T[]) =>
          list
            .map((item) => [dice.next().value as number, item] as const)
            .sort(([x], [y]) => x - y)
            .map(([, item]) => item);
        expect(resolvePeople(shuffle(people), { decisions: shuffle(decisions) })).toEqual(whole);
        const renamed = renamePeople({ people, ties: [] }, whole).people;
        const again = resolvePeople(renamed, { decisions: renameDecisions(decisions, whole) });
        expect(again).toEqual({ merged: [], reviews: whole.reviews });
      }),
      { numRuns: 1000 },
    );
  });

  it("holds in stages too, and changes nothing where nobody is refused", () => {
    fc.assert(
      fc.property(world, fc.nat(8), ({ people, decisions }, cut) => {
        const early = resolvePeople(people.slice(0, cut), { decisions });
        const both = [
          ...renamePeople({ people: people.slice(0, cut), ties: [] }, early).people,
          ...people.slice(cut),
        ];
        const later = resolvePeople(both, { decisions: renameDecisions(decisions, early) });
        const total = new Map([...early.merged, ...later.merged].map(({ keep, gone }) => [gone, keep]));
        const into = (id: string) => {
          const first = total.get(id) ?? id;
          return total.get(first) ?? first;
        };
        for (const { a, b } of refusedOf(decisions)) expect(into(a)).not.toBe(into(b));
        const whole = intoOf(people, resolvePeople(people, { decisions }));
        const linked = connectedByAddresses(people, decisions);
        const conflicts = new Set(
          refusedOf(decisions)
            .filter(({ a, b }) => linked.get(a) === linked.get(b))
            .map(({ a }) => linked.get(a)),
        );
        for (const { id } of people) {
          if (!conflicts.has(linked.get(id))) expect(into(id)).toBe(whole.get(id));
          expect(linked.get(into(id))).toBe(linked.get(id));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves a third record with keys of both alone, asks about it, and heeds the answer", () => {
    const people: Person[] = [
      { id: "a", name: "Ann Lee", emails: ["one@example.com"] },
      { id: "b", name: "Bea Lee", emails: ["two@example.com"] },
      { id: "c", name: "Lee", emails: ["one@example.com", "two@example.com"] },
      { id: "d", name: "Ann Lee", emails: ["one@example.com"] },
    ];
    const refusal = { a: "a", b: "b", same: false };
    // Ann and Bea are two by their names, without anybody's word too.
    expect(resolvePeople(people).merged).toEqual([{ keep: "a", gone: "d" }]);
    const held = resolvePeople(people, { decisions: [refusal] });
    expect(held.merged).toEqual([{ keep: "a", gone: "d" }]);
    expect(held.reviews.map(({ a, b, score }) => [a, b, score])).toEqual([
      ["a", "c", 0.6],
      ["b", "c", 0.6],
    ]);
    expect(held.reviews[1]?.why).toEqual(["same e-mail address", "leads to two who are kept apart"]);
    const answered = resolvePeople(people, { decisions: [refusal, { a: "c", b: "a", same: true }] });
    expect(answered).toEqual({
      merged: [
        { keep: "a", gone: "c" },
        { keep: "a", gone: "d" },
      ],
      reviews: [],
    });
  });

  it("trusts a profile address before an e-mail address, and itself before an acceptance", () => {
    const people: Person[] = [
      { id: "a", profileUrl: url("ann") },
      { id: "b", emails: ["two@example.com"] },
      { id: "c", profileUrl: url("ann"), emails: ["two@example.com"] },
    ];
    const refusal = { a: "a", b: "b", same: false };
    expect(resolvePeople(people, { decisions: [refusal] }).merged).toEqual([{ keep: "a", gone: "c" }]);
    const both = [refusal, { a: "a", b: "b", same: true }];
    expect(resolvePeople(people, { decisions: both }).merged).toEqual([{ keep: "a", gone: "c" }]);
  });

  it("costs no more than the ways between, with many refusals along a chain of records", async () => {
    const chain = (size: number) => {
      const people = Array.from({ length: size }, (_, place) => ({
        id: `p${place}`,
        emails: [`m${place >> 1}@example.com`, `n${(place + 1) >> 2}@example.com`],
      }));
      const decisions = Array.from({ length: size / 10 }, (_, place) => ({
        a: `p${place * 8}`,
        b: `p${place * 8 + 3}`,
        same: false,
      }));
      return () => {
        const into = intoOf(people, resolvePeople(people, { decisions }));
        for (const { a, b } of decisions) expect(into.get(a)).not.toBe(into.get(b));
      };
    };
    await expectLinear(chain, 5000);
  });
});

it("costs a step for each record between two where refusals lie one within the other along a chain", async () => {
  const chain = (size: number) => {
    const people = Array.from({ length: size }, (_, place) => ({
      id: `p${place}`,
      emails: [`m${place}@example.com`, `m${place + 1}@example.com`],
    }));
    const decisions = people
      .slice(0, 500)
      .map(({ id }, place) => ({ a: id, b: `p${size - 1 - place}`, same: false }));
    return () => {
      expect(resolvePeople(people, { decisions }).merged.length).toBeLessThan(2);
    };
  };
  await expectLinear(chain, 2000);
});

it("refuses what is no list of people, of decisions or no options with a code", () => {
  const refused = (code: string, ...args: readonly unknown[]) =>
    expect(() => resolvePeople(...(args as unknown as Parameters<typeof resolvePeople>))).toThrow(
      expect.objectContaining({ name: "WarmpathError", code }),
    );
  for (const people of [undefined, null, 7, "ann", {}]) refused("INVALID_ARGUMENT", people);
  for (const options of [null, 7, { decisions: null }, { decisions: {} }, { decisions: [null] }])
    refused("INVALID_ARGUMENT", [], options);
  for (const person of [null, undefined, 7, "ann"]) refused("INVALID_PERSON", [{ id: "a" }, person]);
  for (const field of ["name", "firstName", "company", "title", "profileUrl", "emails"])
    refused("INVALID_PERSON", [{ id: "a", [field]: 7 }]);
  refused("INVALID_PERSON", [{ id: "a", emails: [null] }]);
  refused("INVALID_ID", [{}]);
  expect(resolvePeople([{ id: "a", name: undefined } as never], undefined)).toEqual({
    merged: [],
    reviews: [],
  });
});

it.each(["info2", "sales.emea", "hola", "bonjour", "datenschutz", "contatto", "poczta", "фронт.office"])(
  "the mailbox %s joins nobody of a word in common",
  (box) => {
    const mail = (id: string, name: string) => ({ id, name, emails: [`${box}@acme.example`] });
    const { merged, reviews } = resolvePeople([mail("a", "Ann One"), mail("b", "Ben Two")]);
    expect([merged.length, reviews.length]).toEqual([0, box.startsWith("фронт") ? 1 : 0]);
  },
);
