import type { Person, Source } from "../../src/people/index.js";
import { nicknamesOf } from "../../src/people/nicknames.js";
import { inventContacts } from "./exports-connections.js";
import { type Random, seededRandom } from "./random.js";

/** What a duplicate says otherwise than the record it was copied from, as Christen's febrl (2008) corrupts records, and as exports do. */
export type Corruption = (typeof CORRUPTIONS)[number];

/** Records of invented humans: one clean record of each in a first file, and corrupted copies in two others of the same owner. */
export interface DuplicateWorld {
  readonly people: readonly Person[];
  readonly humanOf: ReadonlyMap<string, number>;
  /** The corruptions of each copy, by its id. */
  readonly corruptionsOf: ReadonlyMap<string, readonly Corruption[]>;
}

/** 5% of the humans are others' namesakes, one in five of these their colleagues: all of them stand in the first file. */
export function inventDuplicates(seed: number, humans: number): DuplicateWorld {
  const random = seededRandom(seed);
  const contacts = inventContacts(seed, humans);
  const people: Person[] = [];
  const humanOf = new Map<string, number>();
  const corruptionsOf = new Map<string, readonly Corruption[]>();
  const put = (person: Person, human: number, source: Source) => {
    people.push({ ...person, sources: [source] });
    humanOf.set(person.id, human);
  };
  contacts.forEach((contact, human) => {
    const namesake = human > 0 && random.chance(0.05) ? contacts[random.below(human)] : undefined;
    const { first, last } = namesake ?? contact;
    const company = namesake !== undefined && random.chance(0.2) ? namesake.company : contact.company;
    const clean: Draft = {
      first,
      last,
      ...(company === "" ? {} : { company }),
      title: contact.position,
      ...(random.chance(0.7) ? { email: `${letters(human)}.${random.pick(WORDS)}@example.com` } : {}),
      ...(random.chance(0.6) ? { profileUrl: `https://www.linkedin.com/in/${contact.slug}` } : {}),
    };
    put(personOf(`r${human}-0`, clean), human, { owner: "me", file: "contacts.csv", row: human + 2 });
    for (let copy = 1; copy <= 2; copy++) {
      if (random.chance(0.4)) continue;
      const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(CORRUPTIONS)));
      const draft = [...chosen].reduce(
        (one, corruption) => corrupted(random, one, corruption, letters(human)),
        // Few address books hold the profile address, and few lists of connections an e-mail address.
        without(clean, copy === 1 ? "profileUrl" : "email"),
      );
      const id = `r${human}-${copy}`;
      corruptionsOf.set(id, [...chosen]);
      put(personOf(id, draft), human, { owner: "me", file: `copy-${copy}.csv`, row: human + 2 });
    }
  });
  return { people, humanOf, corruptionsOf };
}

interface Draft {
  readonly first: string;
  readonly last: string;
  readonly company?: string;
  readonly title?: string;
  readonly email?: string;
  readonly profileUrl?: string;
}

const CORRUPTIONS = [
  "typo in the surname",
  "typo in the given name",
  "letters of a scan",
  "names swapped",
  "nickname",
  "initial",
  "middle initial",
  "surname doubled",
  "other script",
  "marks lost",
  "capitals",
  "company changed",
  "company written otherwise",
  "company dropped",
  "addresses dropped",
  "title changed",
] as const;

function corrupted(random: Random, draft: Draft, corruption: Corruption, own: string): Draft {
  const { first, last, company } = draft;
  switch (corruption) {
    case "typo in the surname":
      return { ...draft, last: mistyped(random, last) };
    case "typo in the given name":
      return { ...draft, first: mistyped(random, first) };
    case "letters of a scan":
      return { ...draft, last: last.replace("rn", "m").replace("l", "1").replace("O", "0") };
    case "names swapped":
      return { ...draft, first: last, last: first };
    case "nickname":
      return { ...draft, first: nicknamesOf(first.toLowerCase())[0] ?? first };
    case "initial":
      return { ...draft, first: `${first.slice(0, 1)}.` };
    case "middle initial":
      return { ...draft, first: `${first} ${random.pick([..."ABCDEFGHJKLMNPRSTW"])}.` };
    case "surname doubled":
      return { ...draft, last: `${last}-${random.pick(SURNAMES)}` };
    case "other script":
      return { ...draft, first: inCyrillic(first), last: inCyrillic(last) };
    case "marks lost":
      return { ...draft, first: withoutMarks(random, first), last: withoutMarks(random, last) };
    case "capitals":
      return { ...draft, first: first.toUpperCase(), last: last.toUpperCase() };
    case "company changed":
      return { ...draft, company: `${random.pick(EMPLOYERS)} ${own}` };
    case "company written otherwise":
      return company === undefined
        ? draft
        : { ...draft, company: `${company.toUpperCase()}${random.pick([", Inc.", " GmbH", " Ltd", ""])}` };
    case "company dropped":
      return without(draft, "company");
    case "addresses dropped":
      return without(without(draft, "email"), "profileUrl");
    case "title changed":
      return { ...draft, title: random.pick(["CFO", "Head of Operations", "Consultant"]) };
  }
}

function without(draft: Draft, field: keyof Draft): Draft {
  const { [field]: _, ...rest } = draft;
  return rest as Draft;
}

function personOf(id: string, { first, last, email, ...more }: Draft): Person {
  return { id, name: `${first} ${last}`, ...more, ...(email === undefined ? {} : { emails: [email] }) };
}

/** One letter put in, left out, changed, or two changed about. */
function mistyped(random: Random, word: string): string {
  const all = [...word];
  if (all.length < 3) return word;
  const at = 1 + random.below(all.length - 2);
  const letter = random.pick([..."etaoinsrhl"]);
  const [head, one, next, tail] = [all.slice(0, at), all[at], all[at + 1], all.slice(at + 2)];
  const kinds = [
    [...head, letter, one, next, ...tail],
    [...head, next, ...tail],
    [...head, letter, next, ...tail],
    [...head, next, one, ...tail],
  ];
  return random.pick(kinds).join("");
}

function withoutMarks(random: Random, word: string): string {
  const spelled = random.chance(0.5) ? word.replace(/[äöüß]/g, (mark) => SPELLED[mark] as string) : word;
  return spelled.normalize("NFD").replace(/\p{M}/gu, "");
}

function inCyrillic(word: string): string {
  return [...word.toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join("");
}

/** A number in letters, so that a typing error in one address never makes another one. */
function letters(number: number): string {
  return [...String(number)].map((digit) => "bcdfghklmn"[Number(digit)]).join("");
}

const SPELLED: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
/** After the way Russian papers write Latin names, letter by letter. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  "aа bб cк dд eе fф gг hх iи jдж kк lл mм nн oо pп qк rр sс tт uу vв wв xкс yй zз"
    .split(" ")
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
/** A new employer is one's own: nobody could tell a copy that names a namesake's employer from that namesake. */
const EMPLOYERS = "Harbour,Summit,Lakeside,Pioneer".split(",");
const SURNAMES = "Hart Moss Lund Vega Stone".split(" ");
const WORDS = "mail post desk box note".split(" ");
