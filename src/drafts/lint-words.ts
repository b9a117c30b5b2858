import { namesCompany, namesInPart, namesWhole } from "./lint-names.js";
import {
  companyForms,
  found,
  mentions,
  nameForms,
  type Reader,
  type ReadText,
  states,
  withoutSentence,
} from "./lint-reader.js";
import type { LintFinding, TextEdit } from "./message.js";
import { callName } from "./shown-name.js";

/** L01, L02, L06 to L09 and L20: the note to the connector. */
export function askRules(reader: Reader): LintFinding[] {
  const { note, words, mode, facts } = reader;
  if (note === undefined || mode === "touch") return [];
  const findings = [...politeRules(note, reader)];
  if (mode === "direct") return findings;
  if (mode === "named") findings.push(...naming(note, reader));
  if (mode === "named" && severalAsks(note, reader))
    findings.push(found("L02", "error", "note", "ask for one introduction"));
  const reasons = [words.connectorReason, words.purpose, words.benefit, words.issueFrame];
  const because = states(note.text, facts.reason, reader) || reasons.some((reason) => reason.test(note.text));
  if (mode === "named" && !because) {
    findings.push(found("L06", "warn", "note", "say why you ask this person"));
  }
  if (words.begging.test(note.masked)) {
    findings.push(found("L08", "error", "note", "a plea for names: ask for one person, or name the issue"));
  }
  if (mode === "issue") {
    const named = !facts.issue || states(note.text, facts.issue, reader) || words.sameIssue.test(note.text);
    if (!named || !words.issueFrame.test(note.text)) {
      findings.push(found("L09", "error", "note", "name the issue, ask who else is facing it"));
    }
  }
  const past = words.context.test(note.text) || states(note.text, facts.context, reader);
  if (!past && !(mode === "issue" && (facts.issue || words.sameIssue.test(note.text)))) {
    findings.push(found("L20", "warn", "note", "recall one thing that you share"));
  }
  return findings;
}

/** L01, L03 to L05, L07 and L13: the text that is passed on. */
export function blurbRules(reader: Reader): LintFinding[] {
  const { forwardable, words, mode, facts, thresholds } = reader;
  if (mode !== "named") return [];
  if (forwardable === undefined || forwardable.text.trim() === "") {
    return [found("L03", "error", "forwardable", "add a text to pass on")];
  }
  const { text } = forwardable;
  const findings = [
    ...naming(forwardable, reader),
    ...selfContained(forwardable, reader),
    ...politeRules(forwardable, reader),
  ];
  const who =
    words.whoAmI.test(text) ||
    (mentions(text, nameForms(reader.seeker)) && mentions(text, companyForms(reader.seeker)));
  const why = states(text, facts.reason, reader) || words.purpose.test(forwardable.masked);
  if (!who || !why) {
    const lacks = who ? "why you write to this person" : "who you are";
    findings.push(found("L04", "error", "forwardable", `say ${lacks}`));
  }
  if (!states(text, facts.offer, reader) && !words.benefit.test(text)) {
    findings.push(
      found("L05", facts.offer ? "error" : "warn", "forwardable", "say what the target gets from it"),
    );
  }
  const minutes = words.minutes.exec(forwardable.masked);
  const long = Number(minutes?.[1] ?? 0) > thresholds.minutesMax;
  if (long || (minutes === null && !words.yesNo.test(text))) {
    const most = `at most ${thresholds.minutesMax} minutes`;
    findings.push(
      found("L13", "warn", "forwardable", `name one small next step: ${most}, or a question for yes or no`),
    );
  }
  return findings;
}

/** L10, L16 and L17: words that no text should hold. */
export function wordRules(reader: Reader): LintFinding[] {
  const findings: LintFinding[] = [];
  for (const text of [reader.note, reader.forwardable, reader.subject]) {
    if (text === undefined) continue;
    findings.push(...pressure(text, reader), ...slots(text));
    if (reader.words.ledger.test(text.masked)) {
      const fix = withoutSentence(text, reader.words.ledger);
      findings.push(found("L17", "error", text.field, "never speak of debts between people", fix));
    }
  }
  const { forwardable, facts } = reader;
  const secret = forwardable && (facts.private ?? []).some((words) => mentions(forwardable.text, [words]));
  if (secret) findings.push(found("L17", "error", "forwardable", "it holds what is private"));
  return findings;
}

function naming({ field, text }: ReadText, reader: Reader): LintFinding[] {
  const { target } = reader;
  const lacks = [];
  if (!(field === "note" ? namesWhole(text, target) : namesInPart(text, reader))) lacks.push("the target");
  if (!namesCompany(text, target)) lacks.push("the target's organisation");
  if (lacks.length === 0) return [];
  // Where no organisation was given, nothing can tell whether the text names it.
  const level = lacks.length === 1 && companyForms(target).length === 0 ? "warn" : "error";
  return [found("L01", level, field, `name ${lacks.join(" and ")}`)];
}

/** L07 on one text. */
function politeRules(text: ReadText, { words, pack }: Reader): LintFinding[] {
  const { field } = text;
  if (words.assumedYes.test(text.masked)) {
    return [
      found(
        "L07",
        "error",
        field,
        "do not take the yes for granted",
        withoutSentence(text, words.assumedYes),
      ),
    ];
  }
  if (words.easyOut.test(text.text)) return [];
  const out = pack.texts["out.short"];
  return [
    found(
      "L07",
      "error",
      field,
      "leave an easy way to say no",
      typeof out === "string" ? beforeSignature(text, out) : undefined,
    ),
  ];
}

/** L03 on a text that is there. */
function selfContained(text: ReadText, reader: Reader): LintFinding[] {
  const { words, seeker, target, thresholds } = reader;
  const findings: LintFinding[] = [];
  const add = (message: string, fix?: TextEdit): void => {
    findings.push(found("L03", "error", "forwardable", message, fix));
  };
  const talk = words.discussed.exec(text.masked);
  if (talk !== null) add("the reader knows of no such talk", leadIn(text, words.discussed));
  const [body, masked] = [text.text, text.masked].map((all) => all.replace(/^[^\n]{0,80},\s*\n/, "")) as [
    string,
    string,
  ];
  const pronoun = words.pronoun.exec(body);
  if (
    pronoun !== null &&
    words.pronoun.test(masked) &&
    !/ (?<=\p{Lu}[\p{L}'’-]+ )\p{Lu}/u.test(body.slice(0, pronoun.index)) &&
    !mentions(body.slice(0, pronoun.index), nameForms(target))
  ) {
    add("name people first");
  }
  const name = seeker && callName(seeker);
  const named =
    name === undefined
      ? words.whoAmI.test(text.text) || SIGNED.test(text.text.trimEnd())
      : mentions(text.text, [...nameForms(seeker), name]);
  if (!named) add("name the writer");
  if ((text.masked.match(/https?:\/\/|\bwww\./gi)?.length ?? 0) > thresholds.linksMax) {
    add(`at most ${thresholds.linksMax} links`);
  }
  return findings;
}

function severalAsks(note: ReadText, reader: Reader): boolean {
  const { words, target } = reader;
  const towards = words.towards && new RegExp(words.towards, "giu");
  const others = new Set<string>();
  for (const sentence of note.masked.replace(ABBREVIATED, "$1").match(/[^.?!;\n]+[.?!;]?/g) ?? []) {
    const several = words.several.test(sentence) || joinsTwoNames(sentence);
    if (several && words.introduce.test(sentence)) return true;
    if (!towards || PAST_THANKS.test(sentence) || !(WISH.test(sentence) || WISH_GOES_ON.test(sentence)))
      continue;
    for (const { index, 0: before } of sentence.matchAll(towards)) {
      const name = A_NAME.exec(sentence.slice(index + before.length))?.[0];
      if (name !== undefined && !namesWhole(name, target)) others.add(name);
    }
  }
  return others.size + (namesWhole(note.text, target) ? 1 : 0) > 1;
}

/** True where a known name ("name" in a masked text) and one that is not known are joined by "and". */
function joinsTwoNames(sentence: string): boolean {
  const known = /\bname\b/.exec(sentence);
  if (known === null) return false;
  return AND_A_NAME.test(sentence.slice(known.index + known[0].length)) || NAME_AND_KNOWN.test(sentence);
}

function pressure(text: ReadText, { words, thresholds }: Reader): LintFinding[] {
  const { field, masked } = text;
  const findings: LintFinding[] = [];
  const add = (message: string, fix?: TextEdit): void => {
    findings.push(found("L10", "warn", field, message, fix));
  };
  if (words.pressure.test(masked)) add("it sounds like a pitch");
  const marks = masked.match(/!/g)?.length ?? 0;
  if (marks > thresholds.exclamationsMax) {
    const own = text.text.match(/!/g)?.length === marks;
    const fix = { field, at: text.text.lastIndexOf("!"), length: 1, insert: "." };
    add("too many marks", own ? fix : undefined);
  }
  if (
    (masked.match(/(?<![\p{L}\p{N}])(\p{Lu}{4,}|NOW|YOU)(?![\p{L}\p{N}])/gu)?.length ?? 0) >
    thresholds.capitalsMax
  ) {
    add("too many capitals");
  }
  return findings;
}

function slots({ field, text, masked }: ReadText): LintFinding[] {
  if (SLOT.test(masked)) return [found("L16", "error", field, "fill the empty slot")];
  return SLOT.test(text) ? [found("L16", "warn", field, "a name looks like an empty slot")] : [];
}

/** Takes out a phrase that opens a sentence ("As we discussed, "), where a comma parts it from the rest. */
function leadIn({ field, text }: ReadText, phrase: RegExp): TextEdit | undefined {
  const match = phrase.exec(text);
  const rest = match && /^[^.!?,\n]{0,40},\s+(\p{L})/u.exec(text.slice(match.index + match[0].length));
  if (!match || !rest || !/$(?<=^|[.!?\n]\s*)/.test(text.slice(0, match.index))) return undefined;
  return { field, at: match.index, length: match[0].length + rest[0].length, insert: rest[1]!.toUpperCase() };
}

/** Adds a sentence before a signature, or at the end where there is none. */
function beforeSignature({ field, text }: ReadText, sentence: string): TextEdit {
  const body = text.trimEnd();
  const signature = SIGNATURE.exec(body)?.[1] ?? "";
  const at = /[.?!]$/.test(body) ? body.length : body.length - signature.length;
  return { field, at, length: 0, insert: ` ${sentence}` };
}

const SLOT =
  /\[[^\]\n]{0,80}\]|\{\{|\}\}|\$\{|<(?!https?:|[^<>\s]+@)[^<>\n]{1,80}>|\bTBD\b|%[A-Z_]{2,}%|_{3,}/;
/** Both look back from the end of a trimmed text, so that the work grows with its length only. */
const SIGNED = /$(?<=\n\s*\p{Lu}[^\n.?!]{1,60})/u;
const SIGNATURE = /$(?<=(\n\s*\n[^\n]{1,60}(?:\n[^\n]{1,60}){0,2}))/;
const AND = "(?:and|or|plus|&|as well as|und|sowie|oder|y|e|o)";
/** Behind a known name: "and", and one that is not known. */
const AND_A_NAME = new RegExp(`\\s${AND}\\s+(?:\\p{Ll}+\\s+){0,2}\\p{Lu}[\\p{L}'’-]+ \\p{Lu}`, "u");
/** One that is not known, "and", and a known name. */
const NAME_AND_KNOWN = new RegExp(
  ` (?<=\\p{Lu}[\\p{L}'’-]+ )\\p{Lu}[\\p{L}'’-]+[^,]{0,40},?\\s${AND}\\s+(?:\\p{Ll}+\\s+){0,2}name\\b`,
  "u",
);
/** A whole name (or a first name and a firm) that is not a title before a known one: "Jane Roe", "Jane at Initech". */
const A_NAME =
  /^(?:(?:Dr|Mrs?|Ms|Prof|Sra?|Herrn?|Frau) )?(\p{Lu}[\p{L}'’-]+) (?:(?:\p{Lu}|at|of|from|bei|von|van|der|de|del|la|di) ){0,2}\p{Lu}[\p{L}'’-]+(?![\p{L}'’-]|,? name)/u;
/** A dot that ends no sentence. */
const ABBREVIATED = /(?<!\p{L})(\p{Lu}|Dr|Mrs?|Ms|Prof|Sra?)\.(?= )/gu;
/** A sentence that wants something, in the languages of the packs. */
const WISH =
  /\?|\b(also|need|want|like|love|hope|please|could|would|appreciate|glad|auch|noch|brauche|möchte|würde|bitte|hoffe|bräuchte|también|además|necesito|quisiera|quiero|querría|gustaría|por favor)\b/i;
/** "And to Jane Roe at Initech." */
const WISH_GOES_ON = /^\s*(and|plus|und|sowie|y|e) /i;
/** Thanks for an introduction that was made. */
const PAST_THANKS = /\b(thank|dank|gracias|agrade|grateful)[^,;?!]{0,40} (for|für|por)\b/i;
