import { compareCodeUnits } from "../base/index.js";
import { CHANNEL_LIMITS } from "../drafts/channel.js";
import type { Tone } from "../drafts/message.js";
import type { Person } from "../people/index.js";
import { answerIn } from "../tracking/follow-ups.js";
import type { PlanningDay } from "./planning-day.js";

/** How somebody likes to be asked: as their record says, else as they have answered. */
export interface RequestStyle {
  /** One of the channels of drafts. */
  readonly channel?: string;
  readonly tone?: Tone;
  /** How reluctant they are to refer, 0 to 1, where anything says so. */
  readonly reluctance?: number;
}

/**
 * The style that a person prefers: of their tags `channel:…` and `tone:…` that the seeker may see, else what they have answered most
 * surely. Of each channel and tone (answered + 1) / (sent + 2) counts; of equal ones the first by name. What was never answered
 * is no preference. Undefined where nothing is known.
 */
export function styleOf(day: PlanningDay, seeker: string, person: string): RequestStyle | undefined {
  const record = day.network.seenBy(seeker).person(person);
  const channel = tagged(record, "channel:", isChannel) ?? answeredBest(day, person, "channel", isChannel);
  const tone = toneOf(record) ?? (answeredBest(day, person, "tone", isTone) as Tone | undefined);
  const reluctance = day.reluctanceOf(person);
  if (channel === undefined && tone === undefined && reluctance === undefined) return undefined;
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(tone === undefined ? {} : { tone }),
    ...(reluctance === undefined ? {} : { reluctance }),
  };
}

/** The tone that a person's record asks for, or writes in. */
export function toneOf(person: Pick<Person, "tags"> | undefined): Tone | undefined {
  return tagged(person, "tone:", isTone) as Tone | undefined;
}

function tagged(
  person: Pick<Person, "tags"> | undefined,
  group: string,
  known: (value: string) => boolean,
): string | undefined {
  return (person?.tags ?? [])
    .filter(({ code }) => code.startsWith(group))
    .map(({ code }) => code.slice(group.length))
    .filter(known)
    .sort(compareCodeUnits)[0];
}

function answeredBest(
  day: PlanningDay,
  person: string,
  what: "channel" | "tone",
  known: (value: string) => boolean,
): string | undefined {
  const counts = new Map<string, { sent: number; answered: number }>();
  for (const request of day.dealings.requestsTo(person)) {
    const value = request[what];
    if (value === undefined || !known(value)) continue;
    const count = counts.get(value) ?? { sent: 0, answered: 0 };
    counts.set(value, count);
    count.sent++;
    if (answerIn(request) !== undefined) count.answered++;
  }
  const share = ({ sent, answered }: { sent: number; answered: number }): number =>
    (answered + 1) / (sent + 2);
  return [...counts]
    .filter(([, { answered }]) => answered > 0)
    .sort(([a, x], [b, y]) => share(y) - share(x) || compareCodeUnits(a, b))[0]?.[0];
}

function isChannel(value: string): boolean {
  return Object.hasOwn(CHANNEL_LIMITS, value);
}

function isTone(value: string): boolean {
  return TONES.includes(value);
}

const TONES: readonly string[] = ["brief", "warm", "formal"] satisfies readonly Tone[];
