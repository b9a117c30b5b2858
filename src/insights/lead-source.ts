import { checkShape, madeOf } from "../base/index.js";
import { REFERRAL_METHODS, REFERRAL_SOURCES } from "../people/index.js";
import type { InsightsSettings } from "./insights-settings.js";

/** The source of an introduction whose connector carries no `source:` or `method:` tag. */
export const REFERRAL = "referral";

/** The source of a lead that was described in words which the vault no longer has. */
export const OTHER_SOURCE = "other";

/**
 * Channels beside referrals that have a name, and whether one's own effort sets how many leads they bring. Inbound marketing
 * counts as active: its leads follow what is invested in it.
 */
export const CHANNELS: Readonly<Record<string, boolean>> = {
  networking: true,
  "cold-call": true,
  "cold-email": true,
  telemarketing: true,
  outbound: true,
  "trade-show": true,
  event: true,
  advertising: true,
  "inbound-web": true,
  content: true,
  partner: true,
  tender: false,
  "walk-in": false,
  directory: false,
};

/** True for the nine sources, the five methods, and referrals without either. */
export function isReferral(source: string): boolean {
  return REFERRALS.has(source);
}

/**
 * True where one's own effort brings a source's leads. Referrals that nobody asked for are passive, whoever gives them; those
 * that were asked for are active, and the caller says so by the event.
 */
export function isActiveSource(
  source: string,
  settings: Pick<InsightsSettings, "activeSources" | "passiveSources">,
): boolean {
  return madeOf("settings", () => {
    checkShape(settings, { activeSources: "list", passiveSources: "list" }, "settings");
    const { activeSources, passiveSources } = settings;
    if (activeSources.includes(source)) return true;
    if (passiveSources.includes(source)) return false;
    return Object.hasOwn(CHANNELS, source) && CHANNELS[source] === true;
  });
}

const REFERRALS: ReadonlySet<string> = new Set<string>([
  REFERRAL,
  ...REFERRAL_SOURCES,
  ...REFERRAL_METHODS.map(({ code }) => code),
]);
