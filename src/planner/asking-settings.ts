import { LEAST_CROWD } from "../paths/mask-path.js";
import {
  type AskCostModel,
  DEFAULT_ASK_COSTS,
  DEFAULT_READINESS_RULES,
  DEFAULT_TRUST_SETTINGS,
  type ReadinessRules,
  type TrustSettings,
} from "../planning/index.js";
import { type AccountabilityModel, DEFAULT_ACCOUNTABILITY } from "../tracking/index.js";
import type { ConnectorRule } from "./plan-policy.js";
import { DEFAULT_RELUCTANCE_SETTINGS, type ReluctanceSettings } from "./reluctance.js";

/** Whom to ask and what it costs. */
export interface AskingSettings {
  /** True: several asks for one target may be open at once; say so to those who are asked. @defaultValue false */
  readonly parallel: boolean;
  /** Days within which an earlier ask of the same person counts as recent. @defaultValue 90 */
  readonly recentAskDays: number;
  /** Worth of a target in favor points where the caller gives none, so that questions can be compared. @defaultValue 100 */
  readonly assumedValue: number;
  /** Closeness to the buyer of whoever a connector named instead of themselves, 0 to 1. @defaultValue 0.5 */
  readonly suggestedCloseness: number;
  /** How far chance and price of an ask may be from the first one's for both to be called level, as a share. An assumption. @defaultValue 0.05 */
  readonly levelWithin: number;
  /** How often as much a favor has to bring as what one does oneself before a plan asks for it; an assumption. @defaultValue 5 */
  readonly favorOverOwn: number;
  /** Days for which what a seeker said of how well they know somebody is not asked again. @defaultValue 180 */
  readonly statedDays: number;
  /** Asks that one seeker makes on a day of a campaign: as many as one can follow up in person. An assumption. @defaultValue 3 */
  readonly asksPerDay: number;
  /** People of a company, or of one function there, among whom somebody behind a mask still is hidden. An assumption. @defaultValue 3 */
  readonly leastCrowd: number;
  /** Closeness that their answer stands for, 0 to 1. @defaultValue well 0.8, some 0.4, not 0 */
  readonly statedCloseness: Readonly<Record<"well" | "some" | "not", number>>;
  /** True: nobody is asked for the first time who was not prepared for it (`person.prepared`). @defaultValue false */
  readonly prepareFirst: boolean;
  /** False: no text to pass on goes with a request, so that it is more work for whoever is asked. @defaultValue true */
  readonly bringsText: boolean;
  /** Minutes that a request takes whoever is asked, with a text to pass on and without. Assumptions. @defaultValue 5 and 30 */
  readonly effortMinutes: { readonly withText: number; readonly withoutText: number };
  /** What an ask puts at stake of the tie with whoever is asked, whatever it might bring. */
  readonly trust: TrustSettings;
  /** How reluctance is learned, and what it asks for. */
  readonly reluctance: ReluctanceSettings;
  readonly costs: AskCostModel;
  readonly readiness: ReadinessRules;
  /** How far a connector's word that it is done counts before and after evidence of it. */
  readonly claims: AccountabilityModel;
  /** What single connectors have asked for. @defaultValue none */
  readonly connectors: readonly ConnectorRule[];
}

/** The defaults. */
export const DEFAULT_ASKING_SETTINGS: AskingSettings = {
  parallel: false,
  recentAskDays: 90,
  assumedValue: 100,
  suggestedCloseness: 0.5,
  levelWithin: 0.05,
  favorOverOwn: 5,
  statedDays: 180,
  asksPerDay: 3,
  leastCrowd: LEAST_CROWD,
  statedCloseness: { well: 0.8, some: 0.4, not: 0 },
  prepareFirst: false,
  bringsText: true,
  effortMinutes: { withText: 5, withoutText: 30 },
  trust: DEFAULT_TRUST_SETTINGS,
  reluctance: DEFAULT_RELUCTANCE_SETTINGS,
  costs: DEFAULT_ASK_COSTS,
  readiness: DEFAULT_READINESS_RULES,
  claims: DEFAULT_ACCOUNTABILITY,
  connectors: [],
};
