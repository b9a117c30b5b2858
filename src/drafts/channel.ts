import { unfit } from "../base/index.js";

/** Where a message is sent. */
export type Channel =
  | "email"
  | "linkedin-message"
  | "linkedin-invitation"
  | "linkedin-invitation-premium"
  | "inmail";

/** Limits of a channel in characters. Sources disagree, so each is overridable, with its date and source. */
export interface ChannelLimits {
  /** Longest note that the channel takes. */
  readonly noteMax?: number;
  /** Above this a note is answered less often: a warning. */
  readonly noteWarn?: number;
  readonly subjectMax?: number;
  /** Month in which the figures were looked up. */
  readonly asOf: string;
  readonly source: string;
}

/** The limits that drafts and lint use unless told otherwise. */
export const CHANNEL_LIMITS: Readonly<Record<Channel, ChannelLimits>> = {
  email: { asOf: "2026-11", source: "none: L11 and L12 apply" },
  "linkedin-message": {
    noteMax: 8000,
    noteWarn: 400,
    asOf: "2026-11",
    source: "vendors (one: 3000); 400: LinkedIn 2022",
  },
  "linkedin-invitation": { noteMax: 200, asOf: "2026-11", source: "vendors, Basic" },
  "linkedin-invitation-premium": {
    noteMax: 300,
    asOf: "2026-11",
    source: "vendors, Premium",
  },
  inmail: {
    noteMax: 1900,
    noteWarn: 400,
    subjectMax: 200,
    asOf: "2026-11",
    source: "vendors (others: 2000, 4000); 400: LinkedIn 2022",
  },
};

/**
 * The channel of a name: its own, or one of `mail`, `e-mail`, `linkedin`, `message`, `invitation`, `invitation-premium`,
 * `linkedin-inmail`.
 * @throws WarmpathError `INVALID_ARGUMENT` for any other.
 */
export function channelOf(name: string): Channel {
  const channel = Object.hasOwn(CHANNEL_LIMITS, name) ? name : ALIASES.get(String(name).toLowerCase());
  if (channel === undefined) {
    throw unfit("channel", `one of ${Object.keys(CHANNEL_LIMITS).join(", ")}`);
  }
  return channel as Channel;
}

/** UTF-16 units and code points of a text; a channel's limit is held against the larger. */
export function textLength(text: string): { readonly units: number; readonly points: number } {
  let points = 0;
  for (const _ of text) points++;
  return { units: text.length, points };
}

const ALIASES: ReadonlyMap<string, Channel> = new Map([
  ["mail", "email"],
  ["e-mail", "email"],
  ["linkedin", "linkedin-message"],
  ["message", "linkedin-message"],
  ["invitation", "linkedin-invitation"],
  ["invitation-premium", "linkedin-invitation-premium"],
  ["linkedin-inmail", "inmail"],
  ["email", "email"],
  ["inmail", "inmail"],
]);
