import { mergeSettings, type PartialSettings, unfit } from "../base/index.js";

/** Numbers of the readings of a network that no evidence fixes; their provenance stands in the room's README. */
export interface ReadingSettings {
  /** Fewer contacts of the kind that a reading needs give no figure. @defaultValue 10 */
  readonly leastContacts: number;
  /** Fewer messages between two people say nothing of who writes more. @defaultValue 6 */
  readonly leastMessages: number;
  /** Shares of what they wrote between which the two of you write about equally. @defaultValue [0.3, 0.7] */
  readonly evenShare: readonly [number, number];
  /** Days of silence below which nobody counts as quiet, whatever their rhythm. @defaultValue 90 */
  readonly quietDays: number;
  /** Days of silence after which two days of contact count as a conversation that has ended. @defaultValue 365 */
  readonly endedDays: number;
  /** So many equal companies, or more, make a network broad. @defaultValue 12 */
  readonly broadCompanies: number;
  /** Share of contacts with whom contact is alive from which a network is warm. @defaultValue 0.15 */
  readonly warmShare: number;
}

/** Defaults of {@link ReadingSettings}, all assumptions. */
export const DEFAULT_READING_SETTINGS: ReadingSettings = {
  leastContacts: 10,
  leastMessages: 6,
  evenShare: [0.3, 0.7],
  quietDays: 90,
  endedDays: 365,
  broadCompanies: 12,
  warmShare: 0.15,
};

/**
 * The whole settings of some overrides.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what` naming the setting that is unknown or out of its range.
 */
export function readingSettings(own?: PartialSettings<ReadingSettings>): ReadingSettings {
  if (own === undefined) return DEFAULT_READING_SETTINGS;
  const settings = mergeSettings(DEFAULT_READING_SETTINGS, own, "readings");
  const [low, high] = settings.evenShare;
  const laws: readonly (readonly [string, boolean])[] = [
    ["evenShare", settings.evenShare.length === 2 && low >= 0 && low <= high && high <= 1],
    ["warmShare", settings.warmShare >= 0 && settings.warmShare <= 1],
    ...(["leastContacts", "leastMessages", "quietDays", "endedDays", "broadCompanies"] as const).map(
      (name) => [name, settings[name] >= 0] as const,
    ),
  ];
  for (const [name, holds] of laws) {
    const what = `readings.${name}`;
    if (!holds) throw unfit(what, "within its range");
  }
  return settings;
}
