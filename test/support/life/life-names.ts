import type { Random } from "../random.js";

/** Somebody as their own files would name them. */
export interface Named {
  readonly first: string;
  readonly last: string;
  readonly company: string;
  readonly title: string;
  readonly email: string;
  readonly url: string;
}

/** Given names of many languages: of one letter, with initials, titles, pictures, in other scripts. */
const FIRST = [
  ..."Ann Ben Chloé José Sørën Zoë Łukasz Q. J.P. Jean-Luc ANNA bob Dr.Eva Xi 李 Иван محمد Ngọc Mary-Jane".split(
    " ",
  ),
  ...[
    "Anna Maria",
    "Prof. Dr. Uwe",
    "Bo 🚀",
    "✨Mia✨",
    "Ms. Kim",
    "J. R.",
    "D'Arcy",
    "Madonna",
    "Jo (they/them)",
    'Max "Mo"',
  ],
] as const;
const LAST = [
  ..."Lee Smith O'Neil Müller Nguyễn García-López Иванов 伟 Çelik Null True Jr. B. Å x".split(" "),
  ...[
    "van der Berg",
    "de la Cruz",
    "Smith, PhD",
    "Weiß MBA",
    "McDonald III",
    "Ünal-Öztürk",
    "Ng",
    "",
    "St. John",
    "Schmidt-Hubermann von Hohenstein zu Oberland",
  ],
] as const;
/** Companies whose names end in stops and marks, begin small, hold signs or are words of other things. */
export const COMPANIES: readonly string[] = [
  ...[
    "Acme Inc.",
    "G+J",
    "Müller & Söhne GmbH",
    "adidas AG",
    "eBay",
    "Yahoo!",
    "Who?",
    "3M",
    "A.B.C. Corp.",
    "S.A.",
    "Self-employed",
  ],
  ...[
    "Procter & Gamble Co.",
    "L'Oréal S.A.",
    "O’Reilly Media, Inc.",
    "Łódź Sp. z o.o.",
    "株式会社トヨタ",
    "Acme",
    "Delta <Foods>",
    "N/A",
    "Open Source",
    'The Bank of "Trust"',
    "-",
    "Ltd.",
  ],
];
const TITLES = [
  ...[
    "VP Operations",
    "CEO",
    "Head of Sales",
    "Assistant to the CEO",
    "Student",
    "Leiterin Einkauf",
    "Director, EMEA",
    "Sr. Buyer",
  ],
  ...[
    "CTO & Co-Founder @ Stealth 🚀",
    "Gerente de compras",
    "owner",
    "",
    "Ex-Google | Speaker | Dad",
    "Chief of Staff",
    "Geschäftsführer",
    "retired",
    "Engineer II",
  ],
];
/** Words of a seller's own, finished or not. */
export const REASONS: readonly string[] = [
  "Acme Inc. opens a second plant, and we cut the audit for three like it",
  "we help with late audits.",
  "They buy from G+J!",
  "",
];
export const OFFERS: readonly string[] = [
  "I can introduce you to a buyer at Müller & Söhne GmbH",
  "",
  "a lunch on me.",
  "Anything you need?",
];

/** Positions that are asked for where no name is known. */
export const ROLES: readonly string[] = ["CEO", "Head of Purchasing", "VP Operations"];
/** Family names that only hidden people have, so that they are known wherever they stand. */
const HIDDEN = ["Verborgen", "Oculto", "Hiddenwell"];

/** Somebody of these names, now and then somebody who is called as another is. */
export function someone(random: Random, place: number, others: readonly Named[] = []): Named {
  const namesake = others.length > 0 && random.chance(0.12) ? random.pick(others) : undefined;
  const first = namesake?.first ?? random.pick(FIRST);
  const last = namesake?.last ?? random.pick(LAST);
  return withAddresses(
    { first, last, company: random.pick(COMPANIES), title: random.pick(TITLES) },
    place,
    random,
  );
}

/** Somebody whom only one owner may name. */
export function hidden(random: Random, place: number): Named {
  const name = { first: random.pick(["Nora", "Otto", "Pia"]), last: `${random.pick(HIDDEN)}${place}` };
  return withAddresses(
    { ...name, company: random.pick(COMPANIES), title: random.pick(TITLES) },
    place,
    random,
  );
}

export function isHidden(name = ""): boolean {
  return HIDDEN.some((last) => name.toLowerCase().includes(last.toLowerCase()));
}

function withAddresses(one: Omit<Named, "email" | "url">, place: number, random: Random): Named {
  const at = `person${place}`;
  return {
    ...one,
    email: random.chance(0.5) ? `${at}@firm.example` : "",
    url: random.chance(0.8) ? `https://www.linkedin.com/in/${at}` : "",
  };
}

/** The name in one cell. */
export function nameOf({ first, last }: Named): string {
  return `${first} ${last}`.trim();
}
