import { ageInDays, parseIso, utcMillis } from "../base/index.js";
import type { Leg } from "../paths/index.js";
import { type Interaction, isStranger, type TieEvidence } from "../people/index.js";
import type { DraftOptions } from "./draft-base.js";
import type { LanguagePack } from "./language-pack.js";
import { LINT_THRESHOLDS } from "./lint-input.js";

/** The part of a leg that wording rests on; every `Leg` of a path fits. Nothing known: `{}`. */
export interface DraftLeg {
  readonly strength?: number;
  readonly state?: Leg["state"];
  readonly evidence?: TieEvidence;
  /** True where nobody has seen this tie: the text asks about it and asserts nothing. */
  readonly inferred?: boolean;
}

/** What says when a message is written, and what counts in it; all options of drafts fit. */
type Given = Pick<DraftOptions, "now" | "thresholds">;

/** A tie that is seen, alive and strong: only then a greeting or a sign-off may be familiar. */
export function isClose(leg: DraftLeg | undefined, { thresholds }: Given): boolean {
  return (
    leg !== undefined &&
    leg.inferred !== true &&
    (leg.strength ?? 0) >= (thresholds?.strongTie ?? LINT_THRESHOLDS.strongTie) &&
    (leg.state === "active" || leg.state === "fading" || leg.state === "dormant-strong") &&
    lastTalk(leg, undefined) !== undefined
  );
}

/** What the evidence of a tie lets one say about it, and nothing more. */
export interface TieWording {
  readonly key: string;
  readonly slots: Readonly<Record<string, string | undefined>>;
  readonly evidence: readonly string[];
}

/**
 * Sentence on the shared past with the one who is asked, or undefined where the evidence carries none. Meetings, calls and
 * messages that went both ways count as having talked. Likes, comments and unanswered messages do not; a connection is
 * named as what it is.
 */
export function tieWording(
  leg: DraftLeg | undefined,
  at: string,
  pack: LanguagePack,
  given: Given,
): TieWording | undefined {
  const { now } = given;
  if (leg === undefined || leg.inferred === true) return undefined;
  const talk = lastTalk(leg, now);
  if (talk !== undefined) {
    const evidence = [`${at}.evidence.interactions.${talk.index}`];
    const rhythm =
      leg.state === "dormant" || leg.state === "dormant-strong"
        ? ".long"
        : isClose(leg, given) && leg.state === "active"
          ? ".close"
          : "";
    return { key: `talked.${talk.kind}${rhythm}`, slots: { when: monthOf(talk.at, pack, now) }, evidence };
  }
  const isCold = isStranger(leg);
  const since = leg.evidence?.connectedOn;
  if (since !== undefined && isPast(since, now)) {
    const key = isCold ? "connected.cold" : "connected";
    return { key, slots: { when: monthOf(since, pack, now) }, evidence: [`${at}.evidence.connectedOn`] };
  }
  return isCold ? { key: "cold", slots: {}, evidence: [`${at}.state`] } : undefined;
}

/** "March 2025" in the pack's words, "March" within the last 300 days; undefined for an unreadable date. */
export function monthOf(at: string, pack: LanguagePack, now: Date | string | undefined): string | undefined {
  const match = /^(\d{4})-(\d\d)/.exec(at);
  const month = pack.months[Number(match?.[2]) - 1];
  if (match === null || month === undefined || Number.isNaN(parseIso(at))) return undefined;
  if (now !== undefined && ageInDays(at, now) <= SAME_YEAR) return month;
  return pack.monthYear.replace(/\{(\w+)\}/g, (_, slot: string) => (slot === "month" ? month : match[1]!));
}

/** Days within which a month needs no year, since no other of that name lies as near. */
const SAME_YEAR = 300;

interface Talk {
  readonly at: string;
  readonly index: number;
  readonly kind: "meeting" | "call" | "message";
}

function lastTalk(leg: DraftLeg, now: Date | string | undefined): Talk | undefined {
  const seen = leg.evidence?.interactions ?? [];
  const isWritten = (one: Interaction): boolean => one.kind === "message" && one.automatic !== true;
  const answered = ["in", "out"].every((way) => seen.some((one) => isWritten(one) && goes(one, way)));
  let best: Talk | undefined;
  seen.forEach((one, index) => {
    if (one.automatic === true || one.kind === "comment" || one.kind === "like") return;
    if (one.kind === "message" && !answered) return;
    if (!isPast(one.at, now)) return;
    const { at, kind } = one;
    if (best === undefined || parseIso(at) > parseIso(best.at)) best = { at, index, kind };
  });
  return best;
}

function goes(one: Interaction, way: string): boolean {
  return one.direction === way || one.direction === "both";
}

function isPast(at: string, now: Date | string | undefined): boolean {
  const time = parseIso(at);
  return time <= (now === undefined ? Number.POSITIVE_INFINITY : utcMillis(now, "now"));
}
