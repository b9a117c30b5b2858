import type { Issue } from "../base/index.js";
import { joinText, type Sentence } from "./compose.js";
import type { Desk } from "./draft-base.js";
import type { LintFacts } from "./lint-input.js";
import { inLanguage, lintMessage } from "./lint-message.js";
import { isPlainAddress, MAILTO_MAX, mailto } from "./mailto.js";
import type { AskMessage, LintFinding } from "./message.js";
import { type NamedPerson, nameIssues } from "./shown-name.js";
import { toHtml } from "./to-html.js";

/** A composed message on its way out. */
export interface Unfinished {
  readonly desk: Desk;
  readonly options: LintFacts & {
    readonly me: NamedPerson;
    readonly connector?: NamedPerson | undefined;
    readonly target?: NamedPerson | undefined;
    readonly readiness?:
      | { readonly gate?: string; readonly unmet?: readonly string[]; readonly readyAt?: string }
      | undefined;
  };
  readonly mode: "named" | "issue" | "direct" | "touch" | "forwardable";
  readonly subject: readonly Sentence[];
  readonly note?: { readonly text: string; readonly parts: readonly Sentence[] };
  /** The paragraphs of the forwardable text. */
  readonly blurb?: readonly (readonly Sentence[])[];
  readonly needs: readonly string[];
  /** Whose address a `mailto:` link takes. @defaultValue the connector */
  readonly to?: NamedPerson | undefined;
}

/** Adds to a composed message what every message has: lint, HTML, mailto link, issues. */
export function finish(draft: Unfinished): AskMessage {
  const { desk, options, mode, blurb = [] } = draft;
  const { text: note, parts } = draft.note ?? { text: "", parts: [] };
  const forwardable = joinText(blurb);
  const subject = draft.subject[0]?.text;
  const needs = [...new Set(draft.needs)].sort();
  const issues: Issue[] = nameIssues({
    me: options.me,
    connector: options.connector,
    target: options.target,
  });
  const texts = {
    ...(mode === "forwardable" ? {} : { note }),
    ...(mode === "forwardable" || forwardable !== "" ? { forwardable } : {}),
    ...(subject === undefined ? {} : { subject }),
  };
  const lint = lintMessage({
    ...texts,
    channel: desk.channel,
    mode: mode === "forwardable" ? "named" : mode,
    target: options.target,
    facts: { ...options.readiness, ...options, seeker: options.me },
    locale: desk.pack,
    limits: desk.limits,
    thresholds: desk.thresholds,
  });
  const reader = mode === "direct" ? options.target : options.connector;
  const unsure = note !== "" && reader?.name !== undefined && desk.greet(reader) === undefined;
  const body = [note, forwardable].filter((text) => text !== "").join("\n\n---\n\n");
  const link =
    desk.channel === "email" && note !== "" ? linkOf(draft, subject ?? "", body, issues) : undefined;
  return {
    channel: desk.channel,
    ...(subject === undefined ? {} : { subject }),
    note,
    forwardable,
    lint: [
      ...lint.map((finding) => excused(finding, needs)),
      ...(unsure ? [inLanguage(NO_FIRST_NAME, desk.pack)] : []),
    ],
    needs,
    html: note === "" ? toHtml(forwardable) : toHtml(note),
    ...(link === undefined ? {} : { mailto: link }),
    parts: [...draft.subject, ...parts, ...blurb.flat()].map(({ field, key, text, evidence }) => ({
      field,
      key,
      text,
      evidence,
    })),
    issues,
  };
}

const NO_FIRST_NAME: LintFinding = {
  rule: "L27",
  level: "info",
  where: "note",
  message: "No first name of the reader is certain, so the greeting has none; add one if you know it.",
};

/** A fact that the caller did not give is asked for in `needs`: its rule warns, as the table says for L05. */
function excused(finding: LintFinding, needs: readonly string[]): LintFinding {
  const excuses = EXCUSES[finding.rule];
  return excuses?.some((fact) => needs.includes(fact)) ? { ...finding, level: "warn" } : finding;
}

const EXCUSES: Readonly<Record<string, readonly string[]>> = {
  L01: ["company", "target"],
  L03: ["seeker"],
  L04: ["reason", "seeker"],
  L09: ["issue"],
};

function linkOf(draft: Unfinished, subject: string, body: string, issues: Issue[]): string | undefined {
  const address = (draft.to ?? draft.options.connector)?.emails?.[0]?.trim();
  if (address === undefined) return undefined;
  if (!isPlainAddress(address)) {
    issues.push({
      code: "INVALID_ADDRESS",
      severity: "warning",
      message: "the first address is not one plain e-mail address",
      column: "connector",
    });
    return undefined;
  }
  const link = mailto({ to: address, subject, body });
  if (link.length > MAILTO_MAX) {
    issues.push({
      code: "MAILTO_LONG",
      severity: "info",
      message: `the mailto link is longer than ${MAILTO_MAX} characters`,
    });
  }
  return link;
}
