import { type Issue, type IssueCode, percent } from "../base/index.js";
import type { IntroductionPath, Leg } from "../paths/index.js";
import { parseTitle } from "../people/index.js";
import type { AskPlan, DirectWay } from "../planning/index.js";
import { levelAsks } from "../planning/level-asks.js";
import type { AskStatus } from "../tracking/index.js";
import type { NearbyPerson, PlanTarget } from "./introduction-plan.js";
import { hasReached } from "./plan-readiness.js";

/** A plan as far as its issues rest on it. */
interface PlanFacts {
  /** Whoever is wanted: one buyer, or any of several. */
  readonly targets: readonly PlanTarget[];
  readonly namesakes: number;
  readonly paths: readonly IntroductionPath[];
  readonly asks: Pick<AskPlan, "asks" | "waiting" | "nextLeg" | "method" | "gap" | "evaluation">;
  readonly history: readonly AskStatus[];
  readonly value: number | undefined;
  readonly direct: DirectWay;
  readonly nearby: readonly NearbyPerson[];
  readonly levelWithin: number;
}

/** What is worth knowing of a plan beside its numbers. */
export function issuesOf(facts: PlanFacts): readonly Issue[] {
  const { targets, namesakes, paths, asks, history, value, direct, nearby, levelWithin } = facts;
  const issues: Issue[] = [];
  const info = (code: IssueCode, message: string): void =>
    void issues.push({ code, severity: "info", message });
  // Whoever was introduced writes as one who was. To a contact of one's own writing is the ask itself. An ask that waits is not thrown over.
  const isReached = history.some(hasReached);
  const isContact = paths.some(({ legs }) => legs.length === 1);
  const isAsked = history.some(({ open }) => open);
  if (direct.better && !isReached && !isContact && !isAsked) {
    const how = direct.channel === "email" ? "by mail" : "by InMail";
    info(
      "DIRECT_IS_BETTER",
      `Write to the buyer yourself: ${how} that works about ${percent(direct.probability)} of the time, and no introduction here is worth more. Those who may be asked could still be asked whether they know the buyer.`,
    );
  }
  const isUnknown = targets.every(({ known }) => !known);
  if (isUnknown && !isReached)
    info("TARGET_NOT_IN_NETWORK", "Nobody in the network is the target; ties to them are inferred.");
  if (isUnknown && namesakes > 0) {
    info("NAMESAKE_ELSEWHERE", "Somebody of this name works elsewhere, or their company is not known.");
  }
  if (paths.every(({ legs }) => legs.at(-1)?.inferred)) {
    info(
      "ONLY_INFERRED_TIES",
      "Every path ends in a tie that nobody has seen. Ask first whether they know each other.",
    );
  }
  if (targets.every((target) => isTitleWanted(target, paths))) {
    info(
      "TITLE_UNKNOWN",
      "The buyer's position is not known. Find it out and plan again with it: those who work in the buyer's field know them most often.",
    );
  }
  const count = levelAsks(asks.asks, levelWithin).length;
  if (count > 0) {
    const message = `The first ${count} asks are level: nothing on record sets them apart by much. Begin with whom you like best.`;
    issues.push({ code: "ASKS_LEVEL", severity: "info", message, details: { count } });
  }
  if (nearby.some(({ trade }) => trade !== undefined)) {
    info(
      "SAME_TRADE",
      "Contacts in the buyer's trade are named in `nearby`. People of one trade often know each other: ask them.",
    );
  }
  if (nearby.some(({ former }) => former === true)) {
    info(
      "FORMER_COLLEAGUES",
      "Contacts who once worked at the buyer's company are named in `nearby`. They may know the buyer, or somebody there: ask them.",
    );
  }
  if (nearby.some(({ trade, former }) => trade === undefined && former === undefined)) {
    info(
      "BRANCH_OF_COMPANY",
      "People at companies that may be branches of the buyer's, or whose branch it may be, are named in `nearby`. They count as no colleagues of the buyer: ask them whether they know each other.",
    );
  }
  if (asks.method === "approximate") {
    const parts = asks.gap < 0.1 ? 1000 : 100;
    const gap = percent(Math.ceil(parts * asks.gap) / parts);
    const how = asks.evaluation === "exact" ? "can be better" : "is better, as far as sample plays tell,";
    info("ORDER_APPROXIMATE", `The order of asks is approximate: no order ${how} by more than ${gap}.`);
  }
  const idle = asks.asks.length === 0 && asks.waiting.length === 0 && asks.nextLeg === undefined;
  if (
    value !== undefined &&
    idle &&
    paths.length > 0 &&
    history.every(({ open }) => !open) &&
    !history.some(hasReached)
  ) {
    info("NOT_WORTH_ASKING", "Every ask costs more than it brings at this value.");
  }
  if (history.some((one) => one.open && !hasReached(one))) {
    info("ASK_OPEN", "An ask for this target is open. Wait for its answer before the next.");
  }
  if (history.some(({ state, suggestedPerson }) => state === "declined" && suggestedPerson !== undefined)) {
    info("SOMEBODY_SUGGESTED", "A connector named somebody else, who is to be asked next.");
  }
  if (history.some(hasReached)) info("ALREADY_INTRODUCED", "An introduction to this target was made before.");
  return issues;
}

/** True where the buyer's position tells nothing, and somebody may know them from work. */
export function isTitleWanted(
  { title }: Pick<PlanTarget, "title">,
  paths: readonly IntroductionPath[],
): boolean {
  const { function: business, rank } = parseTitle(title);
  return business === undefined && rank === undefined && paths.some(({ legs }) => isFromWork(legs.at(-1)));
}

/** True for a guess that two know each other since they work at one company. */
export function isFromWork(leg: Leg | undefined): boolean {
  return leg?.inferred === true && leg.evidence.contexts?.[0]?.startsWith("work:") === true;
}
