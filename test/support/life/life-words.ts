import { fullName, shown } from "warmpath/drafts";
import { COMPANIES, OFFERS, REASONS, ROLES } from "./life-names.js";
import type { TextKind } from "./life-texts.js";
import type { LifeWorld } from "./life-world.js";

/** Fields that hold ids, codes, dates or addresses, or what stands elsewhere once more. */
const NO_WORDS = new Set(
  (
    "id person askId ask asker asked target seeker seekers connector people kind type code language key rule level where field names" +
    " profileUrl address href mailto html evidence source sources state status channel day due at from to now done price method members" +
    " giver receiver between broker open exclude via buyer legs interactions input step stage unmet gate reason needs owner ids csv" +
    " targets nearer path paths insiders mayKnow once trade candidate candidates checked notChecked issueCode name factor feature group"
  ).split(" "),
);

/** Every text of a value that somebody reads as words: of a page what stands between and in its tags. */
export function linesOf(value: unknown, kind: TextKind): readonly string[] {
  if (typeof value === "string") return kind === "page" ? wordsOfPage(value) : [value];
  const found: string[] = [];
  collect(value, found);
  return found;
}

function collect(value: unknown, found: string[]): void {
  if (typeof value === "string") {
    if (!ID.test(value)) found.push(value);
  } else if (Array.isArray(value)) for (const one of value) collect(one, found);
  else if (typeof value === "object" && value !== null)
    for (const [field, one] of Object.entries(value)) {
      if (typeof one === "string" ? !NO_WORDS.has(field) : !(NO_WORDS.has(field) && isStrings(one)))
        collect(one, found);
    }
}

/** What is an id as a whole is there for a program; one inside a text is a fault. */
const ID = /^(?:p_[0-9a-f]+|u-000\d|ev-\d+|lead-\d+|[0-9a-f-]{12,}|[A-Z_]{4,}|\d{4}-\d\d-\d\d)$/;

function isStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function wordsOfPage(html: string): readonly string[] {
  const body = html.replace(/<style[^>]*>[\s\S]*?<\/style>/g, "");
  const shownIn = [...body.matchAll(/\s(?:alt|title|aria-label)="([^"]*)"/g)].map(
    ([, text]) => text as string,
  );
  const between = body.split(/<[^>]*>/).map((text) => text.trim());
  return [...between, ...shownIn].filter((text) => text !== "").map(unescaped);
}

/** Puts `N` where a text shows names, companies and titles of the world, so that rules look at our own words alone. */
export class MaskedNames {
  readonly #words: RegExp;

  constructor({ words }: LifeWorld) {
    const all = new Set<string>();
    for (const word of [...words, ...EXTRA])
      for (const form of [
        word,
        shown(word),
        fullName({ name: word }),
        fullName({ name: word })?.split(",")[0],
      ])
        if (form !== undefined && form.length > 1) for (const one of [form, form.toUpperCase()]) all.add(one);
    const longest = [...all].sort((a, b) => b.length - a.length);
    const source = longest.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
    this.#words = new RegExp(`(?<![\\p{L}\\d])(?:\\w+@firm\\.example|${source})(?![\\p{L}\\d])`, "gu");
  }

  masked(text: string): string {
    // Markdown's own signs stand before marks.
    return text.replace(this.#words, "N");
  }
}

const EXTRA = [
  ...[...REASONS, ...OFFERS].flatMap((words) => [words, words.replace(/[.!?]$/, "")]),
  ...[
    ...COMPANIES,
    ...ROLES,
    "Messe München 2026",
    "late audits.",
    "it broke",
    "Q.",
    "A.B.C.",
    "They buy from Acme Inc.",
    "Jr.",
  ],
];

const MARKS: Readonly<Record<string, string>> = {
  "&#38;": "&",
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#60;": "<",
  "&#62;": ">",
  "&#34;": '"',
};

/** A page's text as a browser shows it. */
function unescaped(text: string): string {
  return text.replace(/&(?:#\d+|\w+);/g, (mark) => MARKS[mark] ?? mark);
}
