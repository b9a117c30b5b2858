import { checkKeys, checkShape, keysOf, madeOf } from "../base/index.js";
import { CHANNEL_LIMITS, channelOf } from "./channel.js";
import { oneOf } from "./draft-base.js";
import type { LanguagePack } from "./language-pack.js";
import { checkTexts, LINT_THRESHOLDS, type LintInput } from "./lint-input.js";
import { planRules } from "./lint-plan.js";
import { readerOf } from "./lint-reader.js";
import { sizeRules } from "./lint-size.js";
import { askRules, blurbRules, wordRules } from "./lint-words.js";
import { ENGLISH } from "./locales/en.js";
import type { LintFinding } from "./message.js";

/**
 * Checks a request that someone is about to send, our own or written by hand. A is the note to the connector, B the text
 * that they pass on.
 *
 * | rule | of | what it wants | level |
 * |---|---|---|---|
 * | L01 | A, B | target and their organisation named; in B their first or last name alone will do | error |
 * | L02 | A | exactly one introduction | error |
 * | L03 | B | there, self-contained, sender named, at most two links | error |
 * | L04 | B | who I am, why you, why now | error |
 * | L05 | B | what the target gets | error; warn where no offer was given |
 * | L06 | A | a reason for the connector | warn |
 * | L07 | A, B | easy to decline, no assumed yes | error |
 * | L08 | A | no begging for names | error |
 * | L09 | A | in issue mode: the issue, and "facing" or the like | error |
 * | L10 | A, B | no sales pressure | warn |
 * | L11, L12 | A, B | length in words; the channel's limit in characters | warn, error |
 * | L13 | B | one small next step: up to 30 minutes, or a yes/no question | warn |
 * | L14 | A, B | 1 to 3 questions | warn |
 * | L15 | subject | there, 3 to 7 words, says something, no "Re:" | error if absent, else warn |
 * | L16 | A, B, subject | no unfilled slot | error |
 * | L17 | A, B | no words of debt; B: nothing private | error |
 * | L18 | mail | no attachment | warn |
 * | L19 | A, B | reading level | warn |
 * | L20 | A | a shared moment with the connector | warn |
 * | L21, L22 | plan | deposit gate; cooldown and open asks | warn, error |
 * | L23 | plan | not on Friday or Saturday | info |
 * | L24, L25 | plan | loop closed in time; incentive disclosed | warn |
 * | L26 | plan, B | no contact data of the target before they agreed | error |
 *
 * Sources: Wilson, Bahat, Fralic, Gil and the HBR on etiquette, Boomerang on length, questions and subjects, LinkedIn on
 * InMail, Ryu & Feick on incentives. Findings come in the order of the rules, then of the texts; the same input gives the
 * same bytes. A name that is itself odd ("TBD Ltd", `{{x}}`) is not read as a fault of the text.
 *
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown channel or mode.
 * @example
 * lintMessage({ note: "Who else do you know that might want my product?", mode: "issue", target: undefined })[0]?.rule; // "L07"
 */
export function lintMessage(input: LintInput): LintFinding[] {
  return madeOf("input", () => {
    checkKeys(input, LINT_KEYS, "input");
    for (const field of ["note", "forwardable", "subject"] as const) checkShape(input[field], "text?", field);
    for (const field of ["limits", "thresholds"] as const) checkShape(input[field] ?? {}, "object", field);
    const { facts } = input;
    if (facts !== undefined) {
      checkShape(facts, "object", "facts");
      checkTexts(facts);
    }
    const channel = channelOf(input.channel ?? "email");
    const reader = readerOf({
      ...input,
      channel,
      mode: oneOf("mode", input.mode ?? "named", MODES),
      locale: input.locale ?? ENGLISH,
      limits: { ...CHANNEL_LIMITS[channel], ...input.limits },
      thresholds: { ...LINT_THRESHOLDS, ...input.thresholds },
    });
    const findings = [
      ...askRules(reader),
      ...blurbRules(reader),
      ...wordRules(reader),
      ...sizeRules(reader),
      ...planRules(reader),
    ];
    return findings
      .map((finding, index) => ({ finding, index }))
      .sort((a, b) =>
        a.finding.rule < b.finding.rule ? -1 : a.finding.rule > b.finding.rule ? 1 : a.index - b.index,
      )
      .map(({ finding }) => inLanguage(finding, input.locale));
  });
}

/** The same finding in the words of a pack that has some for its rule. */
export function inLanguage(finding: LintFinding, locale: LanguagePack | undefined): LintFinding {
  const message = locale?.remarks?.[finding.rule];
  checkShape(message, "text?", "locale.remarks");
  return message === undefined ? finding : { ...finding, message };
}

/** How good a message is, 1 for no finding; every error takes four tenths of what is left, every warning a tenth. */
export function lintScore(findings: readonly LintFinding[]): number {
  checkShape(findings, [{ level: "text" }], "findings");
  let score = 1;
  for (const { level } of findings) score *= level === "error" ? 0.6 : level === "warn" ? 0.9 : 1;
  return score;
}

const MODES = ["named", "issue", "direct", "touch"] as const;

const LINT_KEYS: readonly string[] = keysOf<LintInput>({
  note: true,
  forwardable: true,
  subject: true,
  channel: true,
  mode: true,
  target: true,
  facts: true,
  locale: true,
  limits: true,
  thresholds: true,
});
