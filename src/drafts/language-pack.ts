/**
 * Everything that a language needs: sentences, month names, and the words that the lint looks for. A pack is plain data
 * (no Intl, so that bytes are equal everywhere) and is handed in as a value. English comes with the package's root.
 */
export interface LanguagePack {
  /** BCP 47 code, "en". */
  readonly code: string;
  /** January to December, as written inside a sentence. */
  readonly months: readonly string[];
  /** "{month} {year}" in the order and with the words of the language. */
  readonly monthYear: string;
  /** The "or" between the last two of a list, blanks included. */
  readonly or: string;
  /** Tones (`plain` for none) in which people are called by their whole name. @defaultValue none */
  readonly wholeNames?: readonly string[];
  /** Tone of the text for the target, who is a stranger, whatever the note's; `plain` for none. @defaultValue the note's */
  readonly forwardableTone?: "plain" | "formal";
  /** True where the first sentence after "Dear …," begins with a small letter. */
  readonly lowerAfterGreeting?: boolean;
  /**
   * Sentences by key, `{slot}` where a value goes; several are variants of which a seed picks one. `key.tone` overrides
   * `key` for that tone.
   */
  readonly texts: Readonly<Record<string, string | readonly string[]>>;
  readonly lint: LintWords;
  /** Reasons of `planner.next` by key. @defaultValue the English ones, sentence by sentence */
  readonly why?: Readonly<Record<string, string>>;
  /** What the lint wants of a text, by rule. @defaultValue English, which tells the numbers too */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Sentences of `warmpath/report` by key. @defaultValue the English ones, sentence by sentence */
  readonly report?: Readonly<Record<string, string>>;
}

/** What the lint looks for in one language; all expressions are without the `g` flag. */
export interface LintWords {
  /** Leaves the reader free to say no, or asks whether they are open to it. */
  readonly easyOut: RegExp;
  /** Takes the yes for granted. */
  readonly assumedYes: RegExp;
  /** Begs for a list, or asks the blunt and limiting question. */
  readonly begging: RegExp;
  /** Frames a question by an issue ("facing", "dealing with"). */
  readonly issueFrame: RegExp;
  /** Refers to an issue that was named before ("the same type of issue"). */
  readonly sameIssue: RegExp;
  readonly pressure: RegExp;
  /** Points back to talks that a third reader was no part of. */
  readonly discussed: RegExp;
  readonly pronoun: RegExp;
  /** Says who the writer is. */
  readonly whoAmI: RegExp;
  /** Says why they write. */
  readonly purpose: RegExp;
  /** Says what the target gains. */
  readonly benefit: RegExp;
  /** Says why this connector, or what they gain. */
  readonly connectorReason: RegExp;
  /** A length of time: group 1 in digits, or group 2 in words of at most half an hour. */
  readonly minutes: RegExp;
  /** How a question that takes yes or no begins. */
  readonly yesNo: RegExp;
  /** A whole subject that says nothing. */
  readonly genericSubject: RegExp;
  /** Words of debt between people. */
  readonly ledger: RegExp;
  readonly attachment: RegExp;
  /** A shared moment: a date, a deal, thanks. */
  readonly context: RegExp;
  readonly incentive: RegExp;
  /** Says openly that there is an incentive. */
  readonly disclosed: RegExp;
  /** Asks for an introduction. */
  readonly introduce: RegExp;
  /** Asks for more than one. */
  readonly several: RegExp;
  /** What stands right before the name of the one to be met, in a request; absent: L02 finds no second one by it. */
  readonly towards?: RegExp;
  /** Words too common to tell one text from another. */
  readonly common: RegExp;
  /** School grade that a text asks for, from its words, sentences and the words themselves; absent: L19 is not applied. */
  readonly grade?: (words: readonly string[], sentences: number) => number;
}
