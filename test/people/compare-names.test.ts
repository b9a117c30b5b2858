import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { traitsReader } from "../../src/people/human-traits.js";
import {
  compareNames,
  foldName,
  givenNameOf,
  NAME_LEVELS,
  nameKind,
  resolvePeople,
} from "../../src/people/index.js";

const level = (a: string, b: string) => compareNames(foldName(a), foldName(b)).level;

describe("two names", () => {
  it.each([
    ["José Núñez", "Jose Nunez", "same"],
    ["Maya (she/her) Wu", "Maya Wu", "same"],
    ["Wei Zhang | Ex-Google", "Wei Zhang", "same"],
    ["Min-su Kim", "Minsu Kim", "spacing"],
    ["Zhang Wei", "Wei Zhang", "order"],
    ["太郎 山田", "山田太郎", "order"],
    ["민수 김", "김민수", "order"],
    ["Kim Min-su", "Minsu Kim", "order"],
    ["Jürgen Müller", "Juergen Mueller", "spelling"],
    ["Søren Aagaard", "Soeren Agaard", "spelling"],
    ["Иван Петров", "Ivan Petrov", "transliterated"],
    ["Сергей Щукин", "Sergey Shchukin", "transliterated"],
    ["Юлия Жукова", "Yulia Zhukova", "transliterated"],
    ["Надежда Хрущёва", "Nadezhda Khrushcheva", "transliterated"],
    ["Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos", "transliterated"],
    ["Robert James Smith", "Robert Smith", "partial"],
    ["María Pérez Gómez", "María Pérez", "partial"],
    ["Anna Weber-Klein", "Anna Weber", "partial"],
    ["Bob Smith Jr.", "Bob Smith", "suffix"],
    ["Bob Smith", "Robert Smith", "nickname"],
    ["J. Smith", "Jane Smith", "initial"],
    ["Chris Doe", "Christian Doe", "shortened"],
    ["Bob", "Bob Smith", "one-name"],
    ["Juan Carlos García", "Juan García López", "partial"],
    ["Екатерина Белова", "Katya Belova", "nickname"],
    ["Sepp Huber", "Josef Huber", "nickname"],
    ["Robert James Smith", "Robert John Smith", "middle"],
    ["Robert Hale Sr.", "Robert Hale Jr.", "other"],
    ["Jean Martin père", "Jean Martin fils", "other"],
    ["Henry Ford II", "Henry Ford III", "other"],
    ["Ann Twin", "Ben Twin", "other"],
    ["Jora Lund", "Jora Kesten", "other"],
    ["Иван Петров", "Oleg Petrov", "other"],
    ["Contact 1", "Contact 12", "other"],
  ] as const)("%j and %j: %s", (a, b, expected) => {
    expect(level(a, b)).toBe(expected);
    expect(level(b, a)).toBe(expected);
  });

  it("are read to the length of a name: what follows costs nothing and changes nothing", () => {
    for (const text of [",", "a, ", "a.", "{{", "bob ", "ü"].map((one) => one.repeat(40_000))) {
      const name = text.slice(0, 512);
      for (const other of [`${text}b`, `b${text}`, "bob smith"])
        expect(compareNames(text, other)).toBe(compareNames(name, other.slice(0, 512)));
    }
  });

  it("are compared alike from both sides, and a name is the same as itself", () => {
    const word = fc.constantFrom(
      ..."ann bob robert smith müller mueller иван ivan j kim 山田 太郎 jr weber klein".split(" "),
    );
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => foldName(words.join(" ")));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(compareNames(a, b)).toBe(compareNames(b, a));
        expect(compareNames(a, a)).toBe(NAME_LEVELS[0]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("what stands behind the comma of a name", () => {
  const namesOf = (name: string) => traitsReader()([{ id: "a", name }])[0]?.names.map((one) => one.name);
  it.each(["CPA", "PMP", "PhD", "Ph.D.", "MBA", "Esq", "M.D.", "CISSP"])(
    "is no given name: %s",
    (letters) => {
      expect(namesOf(`Bob Smith, ${letters}`)).toEqual(["bob smith"]);
    },
  );
  it("is one otherwise, two capitals too", () => {
    expect(namesOf("Smith, Bob")).toEqual(["bob smith", "smith bob"]);
    expect(namesOf("Smith, JP")?.[0]).toBe("jp smith");
  });
});

describe("one mailbox", () => {
  const two = (a: string, b: string, email: string) => {
    const { merged, reviews } = resolvePeople([
      { id: "a", name: a, emails: [email] },
      { id: "b", name: b, emails: [email] },
    ]);
    return `${merged.length} merged, ${reviews.length} asked`;
  };
  it.each([
    ["Ann Twin", "Ben Twin", "twins@example.com", "0 merged, 1 asked"],
    ["Robert Hale Sr.", "Robert Hale Jr.", "hale@example.com", "0 merged, 1 asked"],
    ["Robert Hale", "Robert Hale Jr.", "hale@example.com", "0 merged, 1 asked"],
    ["Clara Boss", "Tim Helper", "c7@acme.example", "0 merged, 1 asked"],
    ["Jora Lund", "Jora Kesten", "jl@example.com", "0 merged, 1 asked"],
    ["Nico Tavar", "Nico", "nico.t@example.com", "1 merged, 0 asked"],
    ["Bob Smith", "Robert J. Smith", "bs@example.com", "1 merged, 0 asked"],
    ["Иван Петров", "Ivan Petrov", "ip@example.com", "1 merged, 0 asked"],
    ["Eva Roth", "Eva Roth", "info@acme.example", "0 merged, 1 asked"],
    ["Eva Roth", "Max Kern", "empfang@acme.example", "0 merged, 0 asked"],
    ["Eva Roth", "Max Kern", "accueil.paris@acme.example", "0 merged, 0 asked"],
    ["Eva Roth", "Max Kern", "support-team2@acme.example", "0 merged, 0 asked"],
  ])("of %j and %j at %j: %s", (a, b, email, expected) => {
    expect(two(a, b, email)).toBe(expected);
  });

  it("of an office that the caller names proves nothing either", () => {
    const people = [
      { id: "a", name: "Eva Roth", emails: ["hofladen@example.com"] },
      { id: "b", name: "Eva Roth", emails: ["hofladen@example.com"] },
    ];
    expect(resolvePeople(people).merged).toHaveLength(1);
    expect(resolvePeople(people, { roleMailboxes: ["Hofladen"] }).merged).toEqual([]);
  });
});

describe("one name at one company", () => {
  const one = (id: string, file: string, more = {}) => ({
    id,
    name: "Samir Aziz",
    company: "Halden Robotics",
    sources: [{ owner: "me", file, row: 2 }],
    ...more,
  });
  const merged = (...people: Parameters<typeof resolvePeople>[0]) => resolvePeople(people).merged;
  it("in two files of one owner is one human, unless the caller says no", () => {
    const pair = [one("a", "linkedin"), one("b", "hubspot", { company: "Halden Robotics AS" })];
    expect(merged(...pair)).toEqual([{ keep: "a", gone: "b", why: "same name and company" }]);
    const decisions = [{ a: "b", b: "a", same: false }];
    expect(resolvePeople(pair, { decisions })).toEqual({ merged: [], reviews: [] });
    expect(resolvePeople(pair, { sameOwner: false }).reviews).toHaveLength(1);
  });
  it("is asked about without sources, across owners, in one file, beside a namesake, with other addresses", () => {
    expect(merged(one("a", "x", { sources: undefined }), one("b", "y"))).toEqual([]);
    const other = one("b", "y", { sources: [{ owner: "ben", file: "y" }] });
    expect(merged(one("a", "x"), other)).toEqual([]);
    expect(resolvePeople([one("a", "x"), other], { sameOwner: true }).merged).toHaveLength(1);
    expect(merged(one("a", "x"), one("b", "x"))).toEqual([]);
    expect(merged(one("a", "x"), one("b", "x"), one("c", "y"))).toEqual([]);
    const url = (slug: string) => ({ profileUrl: `https://www.linkedin.com/in/${slug}` });
    expect(merged(one("a", "x", url("a")), one("b", "y", url("b")))).toEqual([]);
    const mail = (text: string) => ({ emails: [`${text}@halden.example`] });
    expect(merged(one("a", "x", mail("s.aziz")), one("b", "y", mail("s.aziz2")))).toEqual([]);
    expect(merged(one("a", "x"), one("b", "y", { name: "Samir Aziz Jr." }))).toEqual([]);
    expect(merged(one("a", "x", { company: "" }), one("b", "y", { company: "" }))).toEqual([]);
  });
  it.each([
    ["Jürgen Groß", "Juergen Gross"],
    ["Łukasz Wójcik", "Lukasz Wojcik"],
    ["Anna Weber", "Anna Weber-Klein"],
    ["María Pérez", "María Pérez Gómez"],
    ["Иван Петров", "Ivan Petrov"],
    ["Γιώργος Παππάς", "Giorgos Pappas"],
    ["Nadia Hart", "Nadia Hart | Hiring engineers"],
    ["Maya Stone", "Maya Stone (she/her)"],
    ["Robert Moss", "Bob Moss"],
    ["Bob", "Bob Moss"],
    ["Kim Minsu", "Min-su Kim"],
    ["T. Lund", "Tobias Lund"],
    ["Lund, Tobias", "Tobias Lund"],
    ["Jonathan Vega", "Jonathon Vega"],
  ])("in files of two owners is asked about under two spellings: %j, %j", (a, b) => {
    const people = [
      one("a", "x", { name: a }),
      one("b", "y", { name: b, sources: [{ owner: "ben", file: "y" }] }),
    ];
    const { merged: joined, reviews } = resolvePeople(people);
    expect([joined, reviews.map((pair) => pair.a + pair.b)]).toEqual([[], ["ab"]]);
  });
  it("at a company and at its branch is asked about", () => {
    const pair = [one("a", "x", { company: "IBM" }), one("b", "y", { company: "IBM Deutschland GmbH" })];
    const { merged: joined, reviews } = resolvePeople(pair);
    expect([joined, reviews.map(({ why }) => why)]).toEqual([[], [["same name", "a branch of the company"]]]);
  });
  it("asks first about people at sought companies, then about the strongest tie", () => {
    const pair = (id: string, name: string, company: string) => [
      { id: `${id}1`, name, company },
      { id: `${id}2`, name, company },
    ];
    const people = [
      ...pair("a", "Ann Lee", "Acme"),
      ...pair("b", "Bo Ek", "Globex"),
      ...pair("c", "Cy Oz", "Initech"),
    ];
    const order = (options = {}) =>
      resolvePeople(people, options)
        .reviews.map(({ a }) => a[0])
        .join("");
    expect(order()).toBe("abc");
    expect(order({ sought: ["Initech, Inc."] })).toBe("cab");
    expect(order({ sought: ["Initech"], strengthOf: (id: string) => (id === "b2" ? 0.9 : 0) })).toBe("cba");
  });
});

it.each([
  ["NULL", "unknown"],
  ["NULL NULL", "unknown"],
  ["N/A", "unknown"],
  ["-", "unknown"],
  ["jane@acme.example", "unknown"],
  ["+49 30 1234567", "unknown"],
  ["LinkedIn Member", "unknown"],
  ["Accounts Payable", "organization"],
  ["Front Desk Berlin", "organization"],
  ["Abteilung Einkauf", "organization"],
  ["Customer Support", "organization"],
  ["Müller Maschinenbau GmbH", "organization"],
  ["Ann & Tom Lee", "unknown"],
  ["Ann+Tom", "unknown"],
  ["Ann Lee und Tom Fox", "unknown"],
  ["Mr and Mrs Fox", "unknown"],
  ["Familie Müller", "unknown"],
  ["Ann/Ben Twin", "unknown"],
  ["Bob Smith; Ann Lee", "unknown"],
  ["The Smiths", "unknown"],
  ["Deleted User", "unknown"],
  ["#REF!", "unknown"],
  ["[no name]", "unknown"],
  ["Administrator", "unknown"],
  ["Einkauf", "organization"],
  ["HR", "organization"],
  ["Conference Room 3", "organization"],
  ["Marina Support-Lange", "person"],
  ["Eva she/her Roth", "person"],
  ["The Fox Family", "unknown"],
  ["♥♥♥", "unknown"],
  ["N.N.", "unknown"],
  ["Vacant", "unknown"],
  ["[redacted]", "unknown"],
  ["Atención al cliente", "organization"],
  ["IT Support", "organization"],
  ["Служба поддержки", "organization"],
  ["ООО Ромашка", "organization"],
  ["株式会社トヨタ", "organization"],
  ["Ng", "person"],
  ["Ann Lee, Sales and Marketing", "person"],
  ["Maya Design & Build", "person"],
  ["Andrea Undset", "person"],
  ["Jane Doe", "person"],
  ["Null Kristof", "person"],
  ["Anna Test", "person"],
  ["Desk Jockey", "person"],
  ["山田 太郎", "person"],
  ["X Æ", "person"],
] as const)("a name is of what it says: %j: %s", (name, kind) => {
  expect(nameKind(name)).toBe(kind);
});

it.each([
  [{ firstName: "Dr. Elena" }, "Elena"],
  [{ firstName: "Dipl.-Ing. Karl" }, "Karl"],
  [{ firstName: "🚀 Anna" }, "Anna"],
  [{ firstName: "Maya (she/her)" }, "Maya"],
  [{ firstName: "CHRISTOPHER" }, "Christopher"],
  [{ firstName: "JEAN-LUC" }, "Jean-Luc"],
  [{ firstName: "JP" }, "JP"],
  [{ firstName: "tom" }, "Tom"],
  [{ firstName: 'Robert "Bob"' }, "Robert"],
  [{ firstName: "Priya, MBA" }, "Priya"],
  [{ firstName: "Dr.-Ing. Eva" }, "Eva"],
  [{ firstName: "Eva M." }, "Eva"],
  [{ firstName: "𝓔𝓿𝓪" }, "Eva"],
  [{ firstName: "Eva-" }, "Eva"],
  [{ firstName: "Dr. med. Eva" }, "Eva"],
  [{ firstName: "Dr. rer. nat. Eva" }, "Eva"],
  [{ firstName: "Dr. Phil" }, "Phil"],
  [{ firstName: "Lic. Eva" }, "Eva"],
  [{ firstName: "Д-р Иван" }, "Иван"],
  [{ firstName: "Eva ™" }, "Eva"],
  [{ firstName: "Eva #OpenToWork" }, "Eva"],
  [{ firstName: "Eva ❤️" }, "Eva"],
  [{ firstName: "123" }, undefined],
  [{ firstName: "eva@x.example" }, undefined],
  [{ name: "Roth", lastName: "Roth" }, undefined],
  [{ firstName: "S" }, undefined],
  [{ firstName: "Dr." }, undefined],
  [{ name: "Prof. Dr. Egon Thiele" }, "Egon"],
  [{ name: "Nguyễn Thị Lan" }, undefined],
  [{ name: "Zhang Wei" }, undefined],
  [{ name: "山田太郎" }, undefined],
  [{ name: "Smith, Bob" }, "Bob"],
  [{ name: "Accounts Payable" }, undefined],
  [{ name: "NULL" }, undefined],
  [{ name: "Jo Park", kind: "organization" as const }, undefined],
] as const)("greets %j by %j", (person, name) => {
  expect(givenNameOf(person)).toBe(name);
});
