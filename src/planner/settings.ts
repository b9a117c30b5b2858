import {
  checkKeys,
  DEFAULT_TIMING_SETTINGS,
  isCount,
  mergeSettings,
  type PartialSettings,
  type TimingSettings,
  timingSettings,
  unfit,
  utcDay,
  type WarmpathError,
} from "../base/index.js";
import { LINT_THRESHOLDS, type LintThresholds } from "../drafts/lint-input.js";
import { DEFAULT_LEARNING_SETTINGS, type LearningSettings } from "../learning/index.js";
import { DEFAULT_LEDGER_MODEL, type LedgerModel, ledgerModel } from "../ledger/index.js";
import { DEFAULT_INFERENCE_LIMITS, type InferenceLimits } from "../paths/index.js";
import { MAX_HOPS } from "../paths/path-request.js";
import { COMPANY_ALIASES, type CompanyAliases } from "../people/index.js";
import { DEFAULT_MAX_STATES, MOST_PAIRED } from "../planning/index.js";
import { defaultTieModel, type PartialTieModel, resolveTieModel, type TieModel } from "../ties/index.js";
import { type AskingSettings, DEFAULT_ASKING_SETTINGS } from "./asking-settings.js";
import { MAX_PATHS } from "./check-request.js";
import { DEFAULT_NEXT_SETTINGS, type NextSettings } from "./next-settings.js";
import type { ConnectorRule } from "./plan-policy.js";

/** Every number that can be set, as plain JSON: one group for each room. */
export interface Settings {
  /** Tie strength, consent, the odds of unseen ties. */
  readonly ties: TieModel;
  /** Social debt: sizes, limits, the gate. */
  readonly ledger: LedgerModel;
  readonly asking: AskingSettings;
  readonly timing: TimingSettings;
  readonly giveFirst: GiveFirstSettings;
  /** What to do today: when a word is due, what each action is worth. */
  readonly next: NextSettings;
  readonly identity: IdentitySettings;
  /** Limits of the lint. Days after which thanks and news are overdue are those of `timing` unless they are given here. */
  readonly drafts: LintThresholds;
  /** When people count as unseen colleagues or acquaintances. */
  readonly inference: InferenceLimits;
  readonly search: SearchSettings;
  /** How outcomes are learned from. */
  readonly learning: LearningSettings;
}

/** Settings as a caller gives them: any part, and of the ties a preset by its name. */
export type GivenSettings = Omit<PartialSettings<Settings>, "ties"> & {
  readonly ties?: PartialTieModel | undefined;
};

/** What to do for others before asking. */
export interface GiveFirstSettings {
  /** Of how many of the seeker's strongest ties pairs are looked at. @defaultValue 150 */
  readonly contacts: number;
  /** Plans that one call makes, some seconds of work (assumption); gifts beyond say so. @defaultValue 1,000 */
  readonly maxPlans: number;
  /** Chance that two contacts of one business function want to meet. @defaultValue 0.3 */
  readonly sameFunction: number;
  /** The same where they are of one rank too. @defaultValue 0.4 */
  readonly sameFunctionAndRank: number;
  /** The same where one offers what the other needs. @defaultValue 0.6 */
  readonly needMet: number;
}

/** From which score of a match on somebody is taken to be the one who is meant. */
export interface IdentitySettings {
  /** With a company: the same name, at most spaced otherwise, and the same company. @defaultValue 0.96 */
  readonly sure: number;
  /** Without a company only the whole name as it stands will do. @defaultValue 0.995 */
  readonly sureByName: number;
  /** A candidate: a nickname, a letter that differs, a longer company name. Below: somebody else of that name. @defaultValue 0.8 */
  readonly maybe: number;
  /**
   * Names of one company, each list with the one first under which all are found; to add some: `[...COMPANY_ALIASES, ["Acme", "Zenith"]]`.
   * @defaultValue `COMPANY_ALIASES`
   */
  readonly companyAliases: CompanyAliases;
}

/** How far and for how long is searched. */
export interface SearchSettings {
  /** Paths of a plan. @defaultValue 5 */
  readonly paths: number;
  /** People of one company to whom an account's plan looks for paths, the warmest; more are listed alone. @defaultValue 50 */
  readonly accountPeople: number;
  /** Paths looked at for each target of a campaign. @defaultValue 10 */
  readonly campaignPaths: number;
  /** Paths from which a diverse set is chosen, for each one wanted. @defaultValue 8 */
  readonly diversityPool: number;
  /** Chains beyond two connectors and the target rarely complete (Dodds, Muhamad and Watts 2003). @defaultValue 3 */
  readonly maxHops: number;
  /** Ties that one search may look at, about a second of work; a plan that this cuts short says so. @defaultValue 2^24 */
  readonly maxScanned: number;
  /** States of the exact order of asks before it is approximated. @defaultValue 50,000 */
  readonly maxStates: number;
  /** The same for each answer of a question that is weighed. @defaultValue 4,000 */
  readonly questionStates: number;
  /** Best paths that the interval of a joint probability looks at, up to 1,000: its work grows as their square. @defaultValue 60 */
  readonly intervalPaths: number;
}

/** Defaults of {@link Settings}. */
export const DEFAULT_SETTINGS: Settings = {
  ties: defaultTieModel,
  ledger: DEFAULT_LEDGER_MODEL,
  asking: DEFAULT_ASKING_SETTINGS,
  timing: DEFAULT_TIMING_SETTINGS,
  giveFirst: { contacts: 150, maxPlans: 1_000, sameFunction: 0.3, sameFunctionAndRank: 0.4, needMet: 0.6 },
  next: DEFAULT_NEXT_SETTINGS,
  identity: { sure: 0.96, sureByName: 0.995, maybe: 0.8, companyAliases: COMPANY_ALIASES },
  drafts: LINT_THRESHOLDS,
  inference: DEFAULT_INFERENCE_LIMITS,
  search: {
    paths: 5,
    accountPeople: 50,
    campaignPaths: 10,
    diversityPool: 8,
    maxHops: 3,
    maxScanned: 2 ** 24,
    maxStates: DEFAULT_MAX_STATES,
    questionStates: 4_000,
    intervalPaths: 60,
  },
  learning: DEFAULT_LEARNING_SETTINGS,
};

/**
 * The whole settings of some of them, as a copy, each number in its range and in its relation to the others.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what` naming the setting; for an unknown name the message names the nearest
 * known one. `INVALID_DATE` for a blackout or a holiday.
 */
export function plannerSettings(given: GivenSettings = {}): Settings {
  checkKeys(given, Object.keys(DEFAULT_SETTINGS), "settings");
  const merged = <Group extends keyof Settings>(group: Group, defaults: Settings[Group]): Settings[Group] =>
    mergeSettings<Settings[Group]>(defaults, given[group] as PartialSettings<Settings[Group]>, group, [
      "sizes",
    ]);
  const timing = timingSettings(given.timing);
  const { thankDays, updateDays, followThroughDays } = timing;
  const ties = tieSettings(given.ties);
  const ledger = ledgerModel(merged("ledger", DEFAULT_LEDGER_MODEL));
  const { asking } = DEFAULT_SETTINGS;
  // What two rooms go by is set once: in the other room it follows, unless it is given there.
  const limits = {
    thanksDaysMax: thankDays,
    updateDaysMax: updateDays,
    followThroughDaysMax: followThroughDays,
    strongTie: ties.consent.strongTie,
  };
  const readiness = { ...asking.readiness, strongTie: ledger.gateStrength };
  const settings: Settings = {
    ties,
    ledger,
    asking: merged("asking", { ...asking, readiness }),
    timing,
    giveFirst: merged("giveFirst", DEFAULT_SETTINGS.giveFirst),
    next: merged("next", { ...DEFAULT_SETTINGS.next, strong: ties.consent.strongTie }),
    identity: merged("identity", DEFAULT_SETTINGS.identity),
    drafts: merged("drafts", { ...LINT_THRESHOLDS, ...limits }),
    inference: merged("inference", DEFAULT_INFERENCE_LIMITS),
    search: merged("search", DEFAULT_SETTINGS.search),
    learning: merged("learning", DEFAULT_LEARNING_SETTINGS),
  };
  checkRelations(settings);
  checkConnectors(settings.asking.connectors);
  return settings;
}

function tieSettings(given: PartialTieModel | undefined): TieModel {
  if (typeof given !== "object" || given === null)
    return given === undefined ? defaultTieModel : resolveTieModel(given);
  const { preset, ...numbers } = given;
  const from = resolveTieModel(preset === undefined ? undefined : { preset });
  return resolveTieModel(mergeSettings<TieModel>(from, numbers, "ties"));
}

/** Ranges and relations that no single room can check. */
function checkRelations(settings: Settings): void {
  for (const group of CHECKED) checkNumbers(settings[group], group);
  const { giveFirst, next, identity, search, inference, drafts, asking, learning } = settings;
  const laws: readonly (readonly [string, boolean])[] = [
    ["giveFirst.contacts", Number.isInteger(giveFirst.contacts) && giveFirst.contacts <= MOST_PAIRED],
    ["giveFirst.sameFunctionAndRank", giveFirst.sameFunctionAndRank <= 1],
    ["giveFirst.sameFunction", giveFirst.sameFunction <= giveFirst.sameFunctionAndRank],
    ["giveFirst.needMet", giveFirst.needMet <= 1],
    ["next.limit", isCount(next.limit, 1e6)],
    ["next.minutes", Object.values(next.minutes).every((minutes) => minutes > 0)],
    ["next.fit", next.fit.unknown <= next.fit.alike && next.fit.alike <= 1],
    ["identity.sureByName", identity.sureByName <= 1],
    ["identity.sure", identity.sure <= identity.sureByName],
    ["identity.maybe", identity.maybe <= identity.sure],
    ["identity.companyAliases", areAliases(identity.companyAliases)],
    ["giveFirst.maxPlans", isCount(giveFirst.maxPlans)],
    ["search.paths", isCount(search.paths, MAX_PATHS)],
    ["search.accountPeople", Number.isInteger(search.accountPeople)],
    ["search.campaignPaths", isCount(search.campaignPaths, MAX_PATHS)],
    ["search.diversityPool", isCount(search.diversityPool, MAX_PATHS)],
    ["search.maxHops", isCount(search.maxHops, MAX_HOPS)],
    ["search.maxScanned", isCount(search.maxScanned)],
    ["search.maxStates", search.maxStates >= 1],
    ["search.intervalPaths", isCount(search.intervalPaths, MAX_PATHS)],
    ["search.questionStates", search.questionStates >= 1],
    ["learning.halfLifeDays", learning.halfLifeDays > 0],
    ["learning.priorStrength", learning.priorStrength > 0],
    ["learning.connectorPriorStrength", learning.connectorPriorStrength > 0],
    ["learning.calibrationSpread", learning.calibrationSpread > 0],
    ["inference.occasionScale", inference.occasionScale > 0],
    ["drafts.noteWordsMax", drafts.noteWordsMin <= drafts.noteWordsMax],
    ["drafts.subjectWordsMax", drafts.subjectWordsMin <= drafts.subjectWordsMax],
    ["asking.asksPerDay", isCount(asking.asksPerDay)],
    ["asking.leastCrowd", asking.leastCrowd >= 1],
    ["asking.trust.limit", asking.trust.limit <= 1],
    ["asking.reluctance.priorStrength", asking.reluctance.priorStrength > 0],
    ["asking.reluctance.nurtureFrom", asking.reluctance.nurtureFrom < 1],
    ["asking.effortMinutes.withText", asking.effortMinutes.withText <= asking.effortMinutes.withoutText],
    ["asking.suggestedCloseness", asking.suggestedCloseness <= 1],
    ["asking.claims.priorMean", asking.claims.priorMean > 0 && asking.claims.priorMean < 1],
    ["asking.claims.priorStrength", asking.claims.priorStrength > 0],
    ["asking.statedCloseness", Object.values(asking.statedCloseness).every((share) => share <= 1)],
    ["asking.readiness.yearCap", asking.readiness.quarterCap <= asking.readiness.yearCap],
  ];
  for (const [what, holds] of laws) if (!holds) throw outOfRange(what);
}

function areAliases(lists: readonly unknown[]): boolean {
  const isText = (name: unknown) => typeof name === "string" && name.trim() !== "";
  return lists.every((names) => Array.isArray(names) && names.every(isText));
}

/** What is counted or measured here is never negative; what a caller learned of a connector may be. */
function checkNumbers(value: unknown, what: string): void {
  if (typeof value === "number") {
    if (!(Number.isFinite(value) && value >= 0)) throw outOfRange(what);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value))
      if (name !== "learned") checkNumbers(inner, Array.isArray(value) ? what : `${what}.${name}`);
  }
}

function checkConnectors(connectors: readonly ConnectorRule[]): void {
  for (const rule of connectors) {
    if (typeof rule?.connector !== "string") throw outOfRange("asking.connectors");
    checkKeys(rule, CONNECTOR_KEYS, "asking.connectors");
    for (const { from, to } of rule.blackouts ?? [])
      if (utcDay(from, "from") > utcDay(to, "to")) throw outOfRange("asking.connectors");
  }
}

/** Groups whose numbers no room of their own checks. */
const CHECKED = [
  "asking",
  "giveFirst",
  "next",
  "identity",
  "drafts",
  "inference",
  "search",
  "learning",
] as const;

const CONNECTOR_KEYS: readonly (keyof ConnectorRule)[] = [
  "connector",
  "minimumValue",
  "blackouts",
  "reluctance",
  "ownEstimate",
  "incentive",
  "learned",
];

function outOfRange(what: string): WarmpathError {
  return unfit(what, "within its range");
}
