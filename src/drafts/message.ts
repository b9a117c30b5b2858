import type { Issue } from "../base/index.js";
import type { Channel } from "./channel.js";

/** How a message sounds. Absent: plain. `warm` is kind, but claims no more closeness than the evidence carries. */
export type Tone = "brief" | "warm" | "formal";

/** Which text of a message is meant; `plan` for findings on the circumstances of the ask. */
export type MessageField = "subject" | "note" | "forwardable" | "plan";

/** What a lint rule found. Messages hold no personal data. */
export interface LintFinding {
  /** `L01` to `L26` (see the table of rules at {@link lintMessage}); `L27`: a draft greets without a name, since none is certain. */
  readonly rule: string;
  /** An `error` is not to be sent, a `warn` is worth a second look, an `info` is advice. */
  readonly level: "error" | "warn" | "info";
  readonly where: MessageField;
  readonly message: string;
  /** A mechanical repair, where there is one; see `fixMessage`. */
  readonly fix?: TextEdit;
}

/** Replaces `length` UTF-16 units at `at` of one text by `insert`. */
export interface TextEdit {
  readonly field: "subject" | "note" | "forwardable";
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** One sentence of a draft, for apps that let people edit it piece by piece. */
export interface MessagePart {
  readonly field: "subject" | "note" | "forwardable";
  /** Name of the sentence in the language pack. */
  readonly key: string;
  readonly text: string;
  /** What the sentence rests on: paths into the input of the call, such as `leg.evidence.interactions.2`. */
  readonly evidence: readonly string[];
}

/** A message ready to look over and send; nothing is ever sent by warmpath. */
export interface AskMessage {
  readonly channel: Channel;
  /** For channels that have a subject line: e-mail and InMail. */
  readonly subject?: string;
  /** What the one who is asked reads. */
  readonly note: string;
  /** What they pass on, meant for the target; empty where there is nothing to pass on. */
  readonly forwardable: string;
  /** Findings of our own lint on this very text. */
  readonly lint: readonly LintFinding[];
  /** Facts that were missing and would make it better (`reason`, `offer`, `company`, `context`…); nothing is invented. */
  readonly needs: readonly string[];
  /** The note as HTML paragraphs, every value escaped. */
  readonly html: string;
  /** `mailto:` link with subject and body, where the channel is e-mail and the address is a plain one. */
  readonly mailto?: string;
  readonly parts: readonly MessagePart[];
  /** What is odd about names or addresses in it (`CONTROL_CHARS`, `MIXED_SCRIPT`, `INVALID_ADDRESS`, `MAILTO_LONG`). */
  readonly issues: readonly Issue[];
}
