import { utcDay } from "../base/index.js";
import type { CadenceTally } from "./cadence.js";
import { type CaseEvidence, MOST_EVIDENCE } from "./case-evidence.js";
import type { Insights } from "./insights.js";
import type { LoadTally } from "./load.js";
import type { ThanksTally } from "./thanks-owed.js";

/** What an alert rests on, by what it is about: whose latest events, whose people, and how often help came and no thanks. */
export interface AlertEvidence {
  events(group: string, source?: string): readonly string[];
  people(group: string): readonly string[];
  readonly helped: number;
  readonly requestsUnthanked: number;
}

/** What alerts rest on, out of the tallies of the figures. */
export function evidenceOf(
  { day, cadence, load }: Pick<Insights, "day" | "cadence" | "load">,
  tallies: {
    readonly cases: CaseEvidence;
    readonly cadence: CadenceTally;
    readonly load: LoadTally;
    readonly thanks: ThanksTally;
  },
): AlertEvidence {
  const spent = load.filter(({ left }) => left === 0).slice(0, MOST_EVIDENCE);
  const unthanked = tallies.thanks.latest(MOST_EVIDENCE);
  const groups: Readonly<Record<string, { events: readonly string[]; people: readonly string[] }>> = {
    gap: { events: tallies.cadence.aroundGap(cadence, utcDay(day)).slice(0, MOST_EVIDENCE), people: [] },
    spent: {
      events: spent.flatMap(({ connector }) => tallies.load.lastRequest(connector)),
      people: spent.map(({ connector }) => connector),
    },
    unthanked: {
      events: unthanked.map(({ event }) => event),
      people: [...new Set(unthanked.map(({ connector }) => connector))],
    },
  };
  const { helped, requestsUnthanked } = tallies.thanks;
  return {
    events: (group, source) => groups[group]?.events ?? tallies.cases.events(group, source),
    people: (group) => groups[group]?.people ?? tallies.cases.people(group),
    helped,
    requestsUnthanked,
  };
}
