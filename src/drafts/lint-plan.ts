import { GATE_CODES, utcDay } from "../base/index.js";
import { found, mentions, type Reader } from "./lint-reader.js";
import type { LintFinding } from "./message.js";

/** L18 and L21 to L26: what lies around the text. */
export function planRules(reader: Reader): LintFinding[] {
  const { facts, note, forwardable, words, channel, thresholds: limit, target } = reader;
  const findings: LintFinding[] = [];
  const add = (
    rule: string,
    level: LintFinding["level"],
    message: string,
    where: LintFinding["where"] = "plan",
  ): void => {
    findings.push(found(rule, level, where, message));
  };
  const texts = [note, forwardable].filter((text) => text !== undefined);
  const attached = texts.find((text) => words.attachment.test(text.masked));
  if (channel === "email" && ((facts.attachments ?? 0) > 0 || attached)) {
    add("L18", "warn", "send no attachment", attached?.field);
  }
  if (facts.gate === "closed") add("L21", "error", "give something first");
  if (facts.gate === "unknown") add("L21", "warn", "nothing on record says that you helped them first");
  if (cooling(reader)) add("L22", "error", "this contact is not to be asked yet");
  if ((facts.openAsks ?? 0) > limit.openAsksMax) add("L22", "error", "this contact has an open ask already");
  if ((facts.asksThisYear ?? 0) >= limit.asksPerYearMax)
    add("L22", "error", "this contact was asked often enough this year");
  if ((facts.reminders ?? 0) > limit.remindersMax) add("L22", "error", "one reminder is enough");
  // 1970-01-01 was a Thursday: Friday and Saturday are 1 and 2.
  const sendOn = facts.sendOn ?? facts.now;
  if (sendOn !== undefined && [1, 2].includes(utcDay(sendOn, "sendOn") % 7)) {
    add("L23", "info", "Friday and Saturday answer least");
  }
  if ((facts.thanksDays ?? 0) > limit.thanksDaysMax) add("L24", "warn", "thanks are overdue");
  if ((facts.updateDays ?? 0) > limit.updateDaysMax) add("L24", "warn", "news of the outcome is overdue");
  if ((facts.followThroughDays ?? 0) > limit.followThroughDaysMax)
    add("L24", "warn", "the target is waiting to hear from you");
  const paid = texts.some((text) => words.incentive.test(text.masked));
  const open = facts.incentive?.disclosed ?? texts.some((text) => words.disclosed.test(text.text));
  if ((paid || facts.incentive) && !open) add("L25", "warn", "say openly that there is a reward");
  if (facts.incentive?.who === "giver" && (facts.strength ?? 0) >= limit.strongTie) {
    add("L25", "warn", "reward the one who is introduced");
  }
  for (const text of facts.optedIn === true ? [] : texts) {
    if (mentions(text.text, [...(target?.emails ?? [])])) {
      add("L26", "error", "no address before the target agreed", text.field);
    }
  }
  return findings;
}

function cooling({ facts }: Reader): boolean {
  const { cooldownUntil, unmet, readyAt, now } = facts;
  const waits = unmet?.some((code) => !GATE_CODES.includes(code)) === true;
  const until = cooldownUntil ?? (waits ? readyAt : undefined);
  if (until === undefined) return waits;
  return now === undefined || utcDay(until, "until") > utcDay(now, "now");
}
