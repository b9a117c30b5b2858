import { DEFAULT_INSIGHTS_SETTINGS, isReferral, type PlannedCase } from "../../src/insights/index.js";
import { betaQuantile } from "../../src/learning/index.js";
import {
  answersOf,
  type Case,
  dayAt,
  dayOf,
  furthest,
  gamma,
  has,
  lostOf,
  median,
  type Request,
  share,
  type slowRecords,
  sumOf,
  type Told,
} from "./insights-records.js";

const S = DEFAULT_INSIGHTS_SETTINGS;
const LEAD_STAGES = ["introduced", "met", "opportunity"] as const;
const KINDS = ["name-lent", "forwarded", "introduced", "recommended", "unasked"] as const;

/**
 * Forecast, its rates, the next hour, hub, ways of introducing, channels and thanks by plain loops. `isOpen` says of an ask or lead
 * whether anything is still awaited: when a request lapses is the tracker's to say.
 */
export function slowOutlook(
  { today, past, cases, requests, leads, isThanked }: ReturnType<typeof slowRecords>,
  planned: readonly PlannedCase[],
  isOpen: (id: string) => boolean,
) {
  const isLostAt = (one: Case): boolean =>
    lostOf(one) !== undefined || (furthest(one) < 4 && one.steps.at(-1)?.type === "target.declined");
  const countsAt = (source: string, place: number) => {
    const own = cases.filter((one) => one.source === source);
    const wentOn = own.filter((one) => furthest(one) > place + 1).length;
    const stuck = own.filter((one) => furthest(one) === place + 1 && isLostAt(one)).length;
    return { wentOn, of: wentOn + stuck };
  };
  const priorOf = (source: string, place: number): number =>
    place === 0
      ? S.meetRate
      : place === 1
        ? S.opportunityRate
        : isReferral(source)
          ? S.referralClose
          : S.otherClose;
  const rateAt = (source: string, place: number) => {
    const { wentOn, of } = countsAt(source, place);
    const prior = priorOf(source, place);
    const [yes, no] = [prior * S.priorOutcomes + wentOn, (1 - prior) * S.priorOutcomes + of - wentOn];
    const interval = [betaQuantile(0.05, yes, no), betaQuantile(0.95, yes, no)];
    return { prior, wentOn, of, rate: yes / (yes + no), interval };
  };
  const stageRates = [...new Set(cases.map(({ source }) => source))]
    .sort()
    .flatMap((source) => LEAD_STAGES.map((stage, place) => ({ source, stage, ...rateAt(source, place) })));

  const waits = cases.flatMap((one) => {
    const [start, end] = [dayAt(one, "introduced"), dayAt(one, "won")];
    return start === undefined || end === undefined ? [] : [end - start];
  });
  const wins = waits.length;
  const half = Math.max(
    1,
    (S.closeDays * S.priorOutcomes + (median(waits) ?? S.closeDays) * wins) / (S.priorOutcomes + wins),
  );
  const within = 1 - 2 ** (-S.horizonDays / half);
  const from = (source: string, place: number): number =>
    [0, 1, 2].slice(place).reduce((chance, at) => chance * rateAt(source, at).rate, 1);
  const open = cases.filter((one) => isOpen(one.id) && lostOf(one) === undefined && furthest(one) < 4);
  const chances = {
    planned: planned.map(({ probability, source = "referral" }) => probability * from(source, 0) * within),
    asked: open
      .filter((one) => furthest(one) === 0)
      .map((one) => {
        const [own = 1, ...others] = one.consents;
        const rest = others.reduce((a, b) => a * b, 1);
        return (answersOf(one).yes === undefined ? own : 1) * rest * from(one.source, 0) * within;
      }),
    ...Object.fromEntries(
      LEAD_STAGES.map((stage, place) => [
        stage,
        open
          .filter((one) => furthest(one) === place + 1)
          .map((one) => {
            const [chance, silent] = [from(one.source, place), today - (dayAt(one, stage) as number)];
            const late = chance * 2 ** (-silent / half);
            return (late / (1 - chance + late)) * within;
          }),
      ]),
    ),
  };
  const forecast = Object.entries(chances).flatMap(([stage, own]) => {
    if (own.length === 0) return [];
    let counts = [1];
    for (const chance of own)
      counts = [...counts, 0].map(
        (p, k) => p * (1 - chance) + (k === 0 ? 0 : (counts[k - 1] as number) * chance),
      );
    /** The chance of at most so many deals. */
    const upTo = (most: number): number => sumOf(counts.slice(0, most + 1));
    return [{ stage, mean: sumOf(own), upTo }];
  });

  const worked = [
    ...new Set(past.filter(({ type }) => type === "activity.done").map((one) => String(one["source"]))),
  ]
    .map((source) => {
      const own = leads.filter((one) => one.source === source);
      const work = past.filter((one) => one.type === "activity.done" && one["source"] === source);
      const hours = sumOf(work.map((one) => Number(one["hours"] ?? 0)));
      return { source, hours, leads: own.length, won: own.filter((one) => has(one, "deal.won")).length };
    })
    .filter(({ hours }) => hours > 0);
  const all = sumOf(worked.map((row) => row.leads));
  const hours = sumOf(worked.map((row) => row.hours));
  const yields = (all === 0 ? [] : worked)
    .map((row) => {
      const shape = row.leads + 1;
      const each = shape / (row.hours + hours / all);
      const [yes, no] = [row.won + 1, row.leads - row.won + 1];
      const win = yes / (yes + no);
      // Relative variance of a product of two independent ones, of a Gamma and of a Beta distribution.
      const beta = no / (yes * (yes + no + 1));
      const relative = (1 + 1 / shape) * (1 + beta) - 1;
      const ends = (mean: number, of: number): number[] => [gamma(mean, of, -1.645), gamma(mean, of, 1.645)];
      return {
        source: row.source,
        leadsPerHour: each,
        winsPerHour: each * win,
        leadsInterval: ends(each, shape),
        winsInterval: ends(each * win, 1 / relative),
      };
    })
    .sort((a, b) => b.winsPerHour - a.winsPerHour || (a.source < b.source ? -1 : 1));

  const brokered = past.filter(({ type }) => type === "introduction.brokered");
  const isOf = (pair: unknown, a: unknown, b: unknown): boolean =>
    Array.isArray(pair) && pair.includes(a) && pair.includes(b) && a !== b;
  const cameOfIt = (event: Told): boolean => {
    const [pair, day] = [event["between"] as [string, string], dayOf(event)];
    const favors = past.some(
      (one) =>
        dayOf(one) >= day &&
        ((one.type === "favor.given" && isOf(pair, one["giver"], one["receiver"])) ||
          (one.type === "sale.delivered" && isOf(pair, one["seller"], one["customer"])) ||
          (["thanks.sent", "update.sent", "favor.given"].includes(one.type) &&
            (one.type !== "favor.given" || ["lunch", "gift"].includes(String(one["kind"]))) &&
            one["receiver"] === event["broker"] &&
            pair.includes(String(one["giver"])))),
    );
    return (
      favors ||
      cases.some((one) => {
        const on = dayAt(one, "won") ?? dayAt(one, "opportunity") ?? dayAt(one, "met");
        return on !== undefined && on >= day && isOf(pair, one.seeker, one.target);
      })
    );
  };
  const brought = leads.filter(({ connector }) => connector !== undefined).length;
  const ofAll = share(brokered.length, brokered.length + brought);

  const kindOf = (one: Case): string | undefined => {
    if (!one.isAsk) return one.connector === undefined ? undefined : "unasked";
    const how = one.steps.find(({ type }) => type === "introduction.made")?.["how"];
    if (how !== undefined) return String(how);
    if (one.steps.some(({ answer }) => answer === "use-my-name")) return "name-lent";
    return has(one, "introduction.made", "target.agreed", "meeting.held") ? "introduced" : undefined;
  };
  const introductions = KINDS.map((kind) => {
    const own = cases.filter((one) => kindOf(one) === kind);
    const met = own.filter((one) => furthest(one) > 1).length;
    return {
      kind,
      made: own.length,
      met,
      won: own.filter((one) => has(one, "deal.won")).length,
      ...share(met, own.length),
    };
  });

  const asked = requests.filter(({ kind }) => kind !== "unasked");
  const channelOf = ({ steps }: Request): unknown => steps[0]?.["channel"];
  const channels = [...new Set(asked.flatMap((one) => (channelOf(one) as string | undefined) ?? []))].map(
    (channel) => {
      const own = asked.filter((one) => channelOf(one) === channel);
      const answers = own.map(answersOf);
      const answered = answers.filter(({ answer }) => answer !== undefined).length;
      const days = median(
        own.flatMap((one) => {
          const { answer } = answersOf(one);
          return answer === undefined ? [] : [dayOf(answer) - dayOf(one.steps[0] as Told)];
        }),
      );
      return {
        channel,
        asks: own.length,
        answered,
        agreed: answers.filter(({ yes }) => yes).length,
        asks30: own.filter(({ steps }) => today - dayOf(steps[0] as Told) < 30).length,
        ...(days === undefined ? {} : { medianDays: days }),
        ...share(answered, own.length),
      };
    },
  );

  const helpOf = (one: Request): Told | undefined => {
    const made = one.steps.find(
      ({ type }) => type === "introduction.made" || type === "introduction.received",
    );
    if (one.kind === "unasked") return made;
    if (one.kind !== "introduction") return answersOf(one).yes;
    return made ?? one.steps.find(({ type, answer }) => type === "ask.agreed" && answer === "use-my-name");
  };
  const helped = requests.filter((one) => helpOf(one) !== undefined);
  const unthanked = helped.filter((one) => !isThanked(one, dayOf(helpOf(one) as Told)));
  const closed = leads.filter((one) => has(one, "deal.won") || lostOf(one) !== undefined).length;
  return {
    stageRates,
    forecast,
    yields,
    hub: {
      brokered: brokered.length,
      accepted: brokered.filter(cameOfIt).length,
      share: ofAll.rate,
      interval: ofAll.interval,
    },
    introductions,
    channels,
    helped: helped.length,
    unthanked: unthanked.map(({ id }) => id).sort(),
    notEnoughData: [
      ...(leads.length < S.leastLeads ? ["concentration", "control", "sources"] : []),
      ...(asked.length < S.leastLeads ? ["adoption", "funnel", "load"] : []),
      ...(closed < S.leastLeads ? ["forecast", "losses"] : []),
      ...(today - Math.min(today, ...past.map(dayOf)) < 7 * (S.leastWeeks - 1) ? ["cadence"] : []),
    ].sort(),
  };
}
