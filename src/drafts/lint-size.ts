import { callersOwn } from "../base/index.js";
import { textLength } from "./channel.js";
import { found, mentions, type Reader, type ReadText, wordCount, wordsOf } from "./lint-reader.js";
import type { LintFinding } from "./message.js";

/** L11, L12, L14, L15 and L19: length, questions, subject, reading level. */
export function sizeRules(reader: Reader): LintFinding[] {
  const { note, forwardable, mode, thresholds } = reader;
  const findings = [...noteLength(reader), ...subjectRules(reader)];
  const blurb = forwardable === undefined ? 0 : wordCount(forwardable.text);
  if (blurb > thresholds.blurbWordsWarn) {
    findings.push(
      found(
        "L12",
        blurb > thresholds.blurbWordsMax ? "error" : "warn",
        "forwardable",
        `${blurb} words: 50 to 125 are read best`,
      ),
    );
  }
  for (const text of [note, forwardable]) {
    if (text === undefined || text.text === "") continue;
    const questions = text.masked.match(/\?/g)?.length ?? 0;
    if (mode !== "touch" && (questions < 1 || questions > thresholds.questionsMax)) {
      findings.push(
        found("L14", "warn", text.field, `${questions} questions: ask one to ${thresholds.questionsMax}`),
      );
    }
    const grade = gradeOf(text, reader);
    if (grade > thresholds.gradeMax) {
      findings.push(
        found(
          "L19",
          "warn",
          text.field,
          `reads like school grade ${Math.round(grade)}: shorter words and sentences`,
        ),
      );
    }
  }
  return findings;
}

function noteLength({ note, mode, channel, limits, thresholds }: Reader): LintFinding[] {
  if (note === undefined) return [];
  const findings: LintFinding[] = [];
  const add = (level: LintFinding["level"], message: string): void => {
    findings.push(found("L11", level, "note", message));
  };
  const words = wordCount(note.text);
  if (words < thresholds.noteWordsMin && mode !== "touch")
    add("error", `${words} words: too short to be understood`);
  if (channel === "email" && words > thresholds.noteWordsWarn) {
    add(words > thresholds.noteWordsMax ? "error" : "warn", `${words} words: 25 to 90 are read best`);
  }
  const { units, points } = textLength(note.text);
  const length = Math.max(units, points, note.length);
  if (length > (limits.noteMax ?? Number.POSITIVE_INFINITY))
    add("error", `${length} characters: the channel takes ${limits.noteMax}`);
  else if (length > (limits.noteWarn ?? Number.POSITIVE_INFINITY))
    add("warn", `${length} characters: up to ${limits.noteWarn} are answered more often`);
  return findings;
}

function subjectRules(reader: Reader): LintFinding[] {
  const { subject, channel, limits, thresholds, words, facts } = reader;
  const text = subject?.text.trim() ?? "";
  const findings: LintFinding[] = [];
  const add = (level: LintFinding["level"], message: string, length?: number): void => {
    const fix = length === undefined ? undefined : ({ field: "subject", at: 0, length, insert: "" } as const);
    findings.push(found("L15", level, "subject", message, fix));
  };
  if (text === "") {
    if (channel === "email") add("error", "add a subject");
    return findings;
  }
  const reply = /^\s*((re|aw|fwd?|wg)\s*:\s*)+/i.exec(subject!.masked);
  if (reply !== null) add("warn", "begin a new thread, without Re:", reply[0].length);
  const count = wordCount(text);
  if (count < thresholds.subjectWordsMin || count > thresholds.subjectWordsMax) {
    add(
      "warn",
      `${count} words: ${thresholds.subjectWordsMin} to ${thresholds.subjectWordsMax} are opened most`,
    );
  }
  const { people } = reader;
  const tokens = people.flatMap(wordsOf).filter((token) => token.length > 2);
  const topics = [facts.reason, facts.issue, facts.offer, facts.topic].flatMap((fact) =>
    wordsOf(fact?.slice(0, 1000) ?? ""),
  );
  const long = topics.filter((word) => word.length > 3);
  const empty =
    words.genericSubject.test(text) ||
    (tokens.length > 0 && !mentions(text, [...people, ...tokens, ...long]));
  if (empty) add("warn", "name a person or the topic");
  if (text.length > (limits.subjectMax ?? Number.POSITIVE_INFINITY))
    add("error", `the channel takes ${limits.subjectMax} characters`);
  return findings;
}

function gradeOf({ masked }: ReadText, { words }: Reader): number {
  const list = wordsOf(masked);
  if (words.grade === undefined || list.length < 10) return 0;
  return callersOwn(words.grade, "grade")(
    list,
    Math.max(1, masked.match(/[.!?:](?=\s|$)|\n\s*\n/g)?.length ?? 1),
  );
}
