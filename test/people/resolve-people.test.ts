import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Person, renamePeople, resolvePeople } from "../../src/people/index.js";
import { inventContacts } from "../support/exports-connections.js";
import { seededRandom } from "../support/random.js";

/**
 * Records of invented humans as several exports hold them; 1% of the humans are another's namesakes, colleagues of
 * his every tenth time. Each record's human is told apart from its id.
 */
function inventWorld(seed: number, humans: number): { people: Person[]; humanOf: Map<string, number> } {
  const random = seededRandom(seed);
  const contacts = inventContacts(seed, humans);
  const people: Person[] = [];
  const humanOf = new Map<string, number>();
  contacts.forEach((contact, human) => {
    const namesake = human > 0 && random.chance(0.01) ? contacts[random.below(human)] : undefined;
    const { first, last } = namesake ?? contact;
    const company = namesake && random.chance(0.1) ? namesake.company : contact.company;
    const url = `https://www.linkedin.com/in/${contact.slug}`;
    const email = `h${human}@${random.chance(0.5) ? "example.com" : "gmail.com"}`;
    const records = 1 + random.below(3);
    for (let record = 0; record < records; record++) {
      const style = random.next();
      const id = `r${human}-${record}`;
      humanOf.set(id, human);
      people.push({
        id,
        name:
          style < 0.1
            ? `${last}, ${first}`
            : style < 0.2
              ? `${first} ${last}`.toUpperCase()
              : `${first} ${last}`,
        ...(company === "" ? {} : { company: random.chance(0.2) ? `${company}, Inc.` : company }),
        ...(style < 0.7 ? { profileUrl: random.chance(0.5) ? url : `${url.replace("www", "de")}/` } : {}),
        ...(style > 0.5 ? { emails: [random.chance(0.5) ? email : email.toUpperCase()] } : {}),
      });
    }
  });
  return { people, humanOf };
}

/** The slow oracle: humans as the connected parts of "shares an address", found by repeated passes. */
function oracle(people: readonly Person[]): Map<string, string> {
  const keys = (person: Person) => [
    ...(person.profileUrl
      ? [decodeURIComponent(person.profileUrl.replace(/^.*\/in\//, "").replace(/\/$/, "")).toLowerCase()]
      : []),
    ...(person.emails ?? []).map((email) => email.toLowerCase()),
  ];
  const label = new Map(people.map(({ id }) => [id, id]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const a of people) {
      for (const b of people) {
        if (a.id !== b.id && !keys(a).some((key) => keys(b).includes(key))) continue;
        const least = [label.get(a.id) as string, label.get(b.id) as string].sort()[0] as string;
        for (const { id } of [a, b]) {
          if (label.get(id) !== least) {
            label.set(id, least);
            changed = true;
          }
        }
      }
    }
  }
  return label;
}

const intoOf = (
  people: readonly Person[],
  { merged }: { merged: readonly (readonly [string, string])[] },
) => {
  const map = new Map(merged);
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
        expect(intoOf(people, resolvePeople(people))).toEqual(oracle(people));
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
          const last = new Map(whole.merged);
          const total = resolvePeople(early.people).merged.map(([from, into]) => [from, staged.get(into)]);
          for (const [from, into] of total) expect(into).toBe(last.get(from as string) ?? from);
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
    for (const [from, into] of merged) expect(humanOf.get(from)).toBe(humanOf.get(into));
    const into = intoOf(people, { merged });
    const humans = new Set(humanOf.values()).size;
    const groups = new Set(into.values()).size;
    const splits = people.length - humans;
    const found = people.length - groups;
    const right = reviews.filter(({ a, b }) => humanOf.get(a) === humanOf.get(b));
    console.log(
      `identity: ${people.length} records of ${humans} humans; merged ${found} of ${splits} (${((100 * found) / splits).toFixed(1)}%), ` +
        `0 wrong; ${reviews.length} questions, ${right.length} of them right`,
    );
    expect(found / splits).toBeGreaterThan(0.6);
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
    expect(reviews.map(({ a, b }) => a + b)).toEqual(["ac", "ae", "ce"]);
    expect(JSON.stringify(reviews.map(({ why }) => why))).not.toMatch(/smith|acme/i);
  });

  it("remembers what the caller decided", () => {
    const people: Person[] = [
      { id: "a", name: "Ann Lee", company: "Acme" },
      { id: "b", name: "Ann Lee", company: "Acme" },
      { id: "x", name: "Tom Fox", emails: ["fox@example.com"] },
      { id: "y", name: "Eve Fox", emails: ["FOX@example.com"] },
    ];
    expect(resolvePeople(people).reviews).toEqual([
      { a: "a", b: "b", why: ["same name", "same company"], score: 0.8 },
    ]);
    expect(resolvePeople(people).merged).toEqual([["y", "x"]]);
    const yes = resolvePeople(people, { decisions: [{ a: "b", b: "a", same: true }] });
    expect(yes).toEqual({
      merged: [
        ["b", "a"],
        ["y", "x"],
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
    expect(resolution.merged).toEqual([["p_0123456789abcdef", "zed"]]);
    const ties = [
      { from: "zed", to: "p_0123456789abcdef", evidence: {} },
      { from: "__proto__", to: "p_0123456789abcdef", evidence: {} },
    ];
    expect(renamePeople({ people, ties }, resolution).ties).toEqual([
      { from: "__proto__", to: "zed", evidence: {} },
    ]);
  });

  it("takes a name that 3,000 people have without comparing all pairs", () => {
    const people = Array.from({ length: 3000 }, (_, place) => ({
      id: `p${place}`,
      name: "Wei Wang",
      company: "Acme",
    }));
    const start = performance.now();
    expect(resolvePeople(people).reviews.length).toBeLessThan(20_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
