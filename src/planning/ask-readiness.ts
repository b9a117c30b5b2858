import {
  checkShape,
  GATE_CODES,
  isoDay,
  madeOf,
  maxOf,
  soundOf,
  type UtcDay,
  utcDay,
} from "../base/index.js";
import type { Readiness } from "./planned-ask.js";

/** Rules of how often and how soon somebody may be asked. No evidence fixes these numbers (README, Readiness). */
export interface ReadinessRules {
  /** Days after an answer before the next ask. @defaultValue 30 */
  readonly cooldownDays: number;
  /** Days after a refusal before the next ask about anybody. @defaultValue 90 */
  readonly refusalCooldownDays: number;
  /** Days for which a refusal is remembered for its target. @defaultValue 180 */
  readonly targetRefusalDays: number;
  /** Days for which a refusal of a whole kind ("I don't normally do that") is remembered for that kind. @defaultValue 365 */
  readonly kindRefusalDays: number;
  /** Asks to them that may be open at once. @defaultValue 1 */
  readonly openAsks: number;
  /** Asks to them within 90 days. @defaultValue 2 */
  readonly quarterCap: number;
  /** Asks to them within 365 days. @defaultValue 4 */
  readonly yearCap: number;
  /** Asks a year more for somebody with a tie stronger than `strongTie`. @defaultValue 2 */
  readonly strongBonus: number;
  /** A tie above it bears more asks: as strong as one that needs no deposit (`gateStrength` of the ledger). @defaultValue 0.75 */
  readonly strongTie: number;
  /** Days over which `quarterCap` counts. @defaultValue 90 */
  readonly quarterDays: number;
  /** Days over which `yearCap` counts. @defaultValue 365 */
  readonly yearDays: number;
}

/** Defaults of {@link ReadinessRules}. */
export const DEFAULT_READINESS_RULES: ReadinessRules = {
  cooldownDays: 30,
  refusalCooldownDays: 90,
  targetRefusalDays: 180,
  kindRefusalDays: 365,
  openAsks: 1,
  quarterCap: 2,
  yearCap: 4,
  strongBonus: 2,
  strongTie: 0.75,
  quarterDays: 90,
  yearDays: 365,
};

/** One ask to the connector, of anybody in the team. */
export interface PastAsk {
  readonly askedOn: string;
  readonly target: string;
  /** What was asked for. @defaultValue "introduction" */
  readonly kind?: string;
  /** `not-tied`: they do not know the target, which is no refusal and starts no waiting time. */
  readonly answer: "open" | "yes" | "no" | "no-to-kind" | "not-tied" | "silent";
  /** True where they named somebody else: no refusal of the target either, and waited after as after any answer. */
  readonly namedOther?: boolean;
  /** Day of the answer; for silence the day on which it was given up. @defaultValue askedOn */
  readonly answeredOn?: string;
}

/** What is known of one connector, as values. */
export interface ReadinessInput {
  readonly day: Date | string;
  readonly target: string;
  /** @defaultValue "introduction" */
  readonly kind?: string;
  /** From the ledger's standing. */
  readonly gate: Readiness["gate"];
  readonly gateUnmet?: readonly string[];
  /** Tie strength, for the bonus of the strong. @defaultValue 0 */
  readonly strength?: number;
  readonly pastAsks?: readonly PastAsk[];
  /** They are known to be discontent: not every client is a good one to ask. */
  readonly discontent?: boolean;
  /** They are to be prepared for the part before the first ask, and were not. */
  readonly unprepared?: boolean;
  /** Strength of the tie that the ask is expected to cost (`expectedTrustLoss`), and the most it may. @defaultValue 0 and 1 */
  readonly trustLoss?: number | undefined;
  readonly trustLimit?: number | undefined;
  /** First day on which they have had the time that their reluctance asks for. */
  readonly nurturedOn?: string | undefined;
  /** They asked not to be asked. */
  readonly doNotAsk?: boolean;
  /** Windows in which they are not to be asked, days included. */
  readonly blackouts?: readonly { readonly from: string; readonly to: string }[];
  /** Least worth of a target, in fp, that they are to be bothered for, and the worth of this one. */
  readonly minimumValue?: number;
  readonly value?: number | undefined;
  /** Asks about this target that are open with others of the team's connectors. @defaultValue 0 */
  readonly openForTarget?: number;
  /** True where parallel asking was chosen and is disclosed. */
  readonly parallel?: boolean;
  readonly rules?: Partial<ReadinessRules>;
}

/** A condition that is not met; without a day nobody can say when it will be. */
export interface UnmetCondition {
  readonly code: string;
  readonly readyAt?: string;
}

/** Readiness with each unmet condition named and, where it can be, dated. */
export interface AskReadiness extends Readiness {
  readonly conditions: readonly UnmetCondition[];
}

/**
 * Whether a connector can be asked about a target on a day. `unmet` holds what the ledger says is missing. Then, in this order:
 * `do-not-ask`, `discontent`, `preparation`, `nurture`, `trust`, `minimum-value`, `open-ask`, `open-ask-target`, `cooldown`, `declined-target`, `declined-kind`, `quarter-cap`,
 * `year-cap`, `blackout`. `readyAt` is the first day on which all dated conditions hold; absent where none is unmet or one
 * has no date. No value of a deal buys an ask that breaks one of them.
 * @throws WarmpathError `INVALID_DATE`.
 */
export function askReadiness(input: ReadinessInput): AskReadiness {
  return soundOf("input", () => {
    checkShape(input, "object", "input");
    const rules = { ...DEFAULT_READINESS_RULES, ...input.rules };
    const day = utcDay(input.day, "day");
    const unmet: { code: string; until?: UtcDay }[] = [];
    const add = (code: string, until?: UtcDay): void => {
      if (until === undefined) unmet.push({ code });
      else if (until > day) unmet.push({ code, until });
    };
    if (input.doNotAsk) add("do-not-ask");
    if (input.discontent) add("discontent");
    if (input.unprepared) add("preparation");
    if (input.nurturedOn !== undefined) add("nurture", utcDay(input.nurturedOn, "nurturedOn"));
    if ((input.trustLoss ?? 0) > (input.trustLimit ?? 1)) add("trust");
    if (input.minimumValue !== undefined && !((input.value ?? 0) >= input.minimumValue)) add("minimum-value");
    addHistory(input, rules, day, add);
    const clear = Math.max(day, maxOf(unmet.map(({ until }) => until ?? day)));
    const free = afterBlackouts(clear, input.blackouts ?? []);
    if (free > clear || afterBlackouts(day, input.blackouts ?? []) > day) add("blackout", free);
    const conditions = unmet.map(({ code, until }) =>
      until === undefined ? { code } : { code, readyAt: isoDay(until) },
    );
    return {
      gate: input.gate,
      unmet: [...(input.gateUnmet ?? []), ...conditions.map(({ code }) => code)],
      ...(input.trustLoss === undefined ? {} : { trustLoss: input.trustLoss }),
      ...(unmet.length > 0 && unmet.every(({ until }) => until !== undefined)
        ? { readyAt: isoDay(free) }
        : {}),
      conditions: [...(input.gateUnmet ?? []).map((code) => ({ code })), ...conditions],
    };
  });
}

/** True where nothing but a missing deposit with an unknown gate stands against asking on that day. */
export function isReady(readiness: Readiness, day: string): boolean {
  return madeOf("readiness", () => {
    checkShape(readiness, { gate: "text", unmet: ["text"] }, "readiness");
    checkShape(day, "text", "day");
    const { gate, unmet, readyAt } = readiness;
    if (gate === "closed") return false;
    if (readyAt !== undefined) return isoDay(utcDay(readyAt, "readyAt")) <= day;
    return unmet.every((code) => GATE_CODES.includes(code));
  });
}

function addHistory(
  input: ReadinessInput,
  rules: ReadinessRules,
  day: UtcDay,
  add: (code: string, until?: UtcDay) => void,
): void {
  const past = (input.pastAsks ?? [])
    .map((ask) => ({
      ...ask,
      asked: utcDay(ask.askedOn, "askedOn"),
      answered: utcDay(ask.answeredOn ?? ask.askedOn, "answeredOn"),
    }))
    .filter((ask) => ask.asked <= day);
  const kind = input.kind ?? "introduction";
  if (past.filter((ask) => ask.answer === "open").length >= rules.openAsks) add("open-ask");
  if ((input.openForTarget ?? 0) > 0 && !input.parallel) add("open-ask-target");
  const latest = { cooldown: day, target: day, kind: day };
  for (const ask of past) {
    if (ask.answer === "open" || ask.answer === "not-tied") continue;
    const refused = !ask.namedOther && (ask.answer === "no" || ask.answer === "no-to-kind");
    const wait = refused ? Math.max(rules.refusalCooldownDays, rules.cooldownDays) : rules.cooldownDays;
    latest.cooldown = Math.max(latest.cooldown, ask.answered + wait);
    if (refused && ask.target === input.target) {
      latest.target = Math.max(latest.target, ask.answered + rules.targetRefusalDays);
    }
    if (ask.answer === "no-to-kind" && (ask.kind ?? "introduction") === kind) {
      latest.kind = Math.max(latest.kind, ask.answered + rules.kindRefusalDays);
    }
  }
  add("cooldown", latest.cooldown);
  add("declined-target", latest.target);
  add("declined-kind", latest.kind);
  const asked = past.map((ask) => ask.asked).sort((a, b) => a - b);
  const bonus = (input.strength ?? 0) > rules.strongTie ? rules.strongBonus : 0;
  addCap("quarter-cap", asked, day, rules.quarterDays, rules.quarterCap, add);
  addCap("year-cap", asked, day, rules.yearDays, rules.yearCap + bonus, add);
}

/** At most `cap` asks in any `window` days: free again when the oldest of the last `cap` has left the window. */
function addCap(
  code: string,
  asked: readonly UtcDay[],
  day: UtcDay,
  window: number,
  cap: number,
  add: (code: string, until?: UtcDay) => void,
): void {
  if (cap <= 0) {
    add(code);
    return;
  }
  const oldest = asked.at(-cap);
  if (oldest !== undefined) add(code, Math.max(day, oldest + window));
}

/** The first day from `day` on that lies in no window. */
function afterBlackouts(
  day: UtcDay,
  blackouts: readonly { readonly from: string; readonly to: string }[],
): UtcDay {
  const windows = blackouts
    .map(({ from, to }) => ({ from: utcDay(from, "from"), to: utcDay(to, "to") }))
    .sort((a, b) => a.from - b.from);
  let free = day;
  for (const { from, to } of windows) if (from <= free && free <= to) free = to + 1;
  return free;
}
