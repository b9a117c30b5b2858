import { checkKeys, compareCodeUnits, isoDay, soundOf, utcDay } from "../base/index.js";
import type { DescribeOptions } from "./describe-plan.js";
import { MONTHS, peopleSeenBy, type ViewPlanner } from "./person-views.js";
import { type ReportWords, reportWords } from "./report-words.js";

/** What stands between the seeker and one person, without a word of demand. */
export interface BookRow {
  readonly person: string;
  readonly name: string;
  readonly heading: string;
  readonly text: string;
  /** Heading of `lines`. */
  readonly done: string;
  /** Days and what was done, oldest first. */
  readonly lines: readonly { readonly date: string; readonly text: string }[];
}

/** Who helped whom, in words: plain JSON in one language. */
export interface BookView {
  readonly kind: "book";
  readonly language: string;
  readonly title: string;
  readonly asOf: string;
  readonly summary: string;
  readonly rows: readonly BookRow[];
  readonly notes: readonly string[];
}

/** Whose book, and as of when. */
export interface DescribeBookOptions extends Pick<DescribeOptions, "locale"> {
  readonly seeker: string;
  readonly now: Date | string;
}

/** Amounts that have a word of their own. */
const FAVORS: Readonly<Record<number, string>> = { 0.5: "book.half", 1: "book.one" };
/** Below this many favors two people count as even. */
const EVEN = 0.25;

/**
 * The favors between a seeker and everybody else on record: whoever did more for the seeker comes first. What others owe the seeker is
 * told as what the seeker has done, never as a claim.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown option; `INVALID_DATE`, `INVALID_ID`.
 */
export function describeBook(planner: ViewPlanner, options: DescribeBookOptions): BookView {
  checkKeys(options, ["locale", "seeker", "now"], "options");
  return soundOf("book", () => {
    const words = reportWords(options.locale, MONTHS);
    const { seeker, now } = options;
    const day = isoDay(utcDay(now, "now"));
    const people = peopleSeenBy(planner, [seeker], words);
    const others = new Set<string>();
    for (const { favors } of planner.ledger.entries()) {
      for (const { giver, receiver } of favors) {
        if (giver === seeker && receiver !== seeker) others.add(receiver);
        if (receiver === seeker && giver !== seeker) others.add(giver);
      }
    }
    const rows = [...others].flatMap((person) => {
      const statement = planner.ledger.statement(seeker, person, { to: day });
      const balance = statement.closing;
      const row = rowOf(person, people.name(person), statement, words);
      return row.lines.length === 0 ? [] : [{ balance, row }];
    });
    rows.sort((a, b) => a.balance - b.balance || compareCodeUnits(a.row.person, b.row.person));
    return {
      kind: "book",
      language: words.code,
      title: words.say("title.book"),
      asOf: words.say("as-of", { date: words.date(day) }),
      summary: rows.length === 0 ? words.say("book.none") : "",
      rows: rows.map(({ row }) => row),
      notes: rows.length === 0 ? [] : [words.say("note.favor")],
    };
  });
}

function rowOf(
  person: string,
  name: string,
  statement: ReturnType<ViewPlanner["ledger"]["statement"]>,
  words: ReportWords,
): BookRow {
  const { a, closing, lines } = statement;
  const n = Math.max(0.5, Math.round(Math.abs(closing) * 2) / 2);
  const state = Math.abs(closing) < EVEN ? "even" : closing > 0 ? "gave" : "got";
  return {
    person,
    name,
    heading: words.say("book.with", { name }),
    text: words.say(`book.${state}`, { name, n: words.say(FAVORS[n] ?? "book.some", { n }) }),
    done: words.say("book.done"),
    lines: lines.map(({ day, giver, amount, what }) => {
      const helped = words.say(giver === a ? "book.line.gave" : "book.line.got", { name });
      const did = words.has(`book.what.${what}`) ? `${helped} (${words.say(`book.what.${what}`)})` : helped;
      return { date: words.date(day), text: amount < 0 ? `${did} (${words.say("book.line.back")})` : did };
    }),
  };
}
