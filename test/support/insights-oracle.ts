import { DEFAULT_INSIGHTS_SETTINGS } from "../../src/insights/index.js";
import {
  answersOf,
  type Case,
  dayAt,
  dayOf,
  furthest,
  has,
  lostOf,
  median,
  perUnit,
  STAGES,
  share,
  type slowRecords,
  sumOf,
  type Told,
} from "./insights-records.js";

const S = DEFAULT_INSIGHTS_SETTINGS;

/** Sources, control, concentration, cadence, funnels, losses, load and adoption by plain loops; the other figures stand in `slowOutlook`. */
export function slowInsights({
  today,
  past,
  cases,
  requests,
  leads,
  isThanked,
}: ReturnType<typeof slowRecords>) {
  const efforts = past.filter(({ type }) => type === "activity.done");
  const sources = [...new Set([...leads, ...efforts].map(({ source }) => String(source)))].map((source) => {
    const own = leads.filter((one) => one.source === source);
    const work = efforts.filter((one) => one["source"] === source);
    const [won, met] = [
      own.filter((one) => has(one, "deal.won")).length,
      own.filter((one) => furthest(one) > 1).length,
    ];
    const hours = sumOf(work.map((one) => Number(one["hours"] ?? 0)));
    const cost = sumOf([...work.map((one) => Number(one["cost"] ?? 0)), ...own.map((one) => one.cost)]);
    const ofAll = share(own.length, leads.length);
    const each = (name: string, count: number): object =>
      cost === 0 || count === 0
        ? {}
        : {
            [name]: cost / count,
            [`${name}Interval`]: [...perUnit(count, cost)].reverse().map((end) => 1 / end),
          };
    return {
      source,
      active: 2 * own.filter(({ active }) => active).length >= own.length,
      leads: own.length,
      share: ofAll.rate,
      shareInterval: ofAll.interval,
      meetings: met,
      won,
      lost: own.filter((one) => lostOf(one) !== undefined).length,
      hours,
      cost,
      ...each("costPerLead", own.length),
      ...each("costPerMeeting", met),
      ...each("costPerWin", won),
      ...(hours === 0
        ? {}
        : {
            leadsPerHour: own.length / hours,
            winsPerHour: won / hours,
            leadsPerHourInterval: perUnit(own.length, hours),
            winsPerHourInterval: perUnit(won, hours),
          }),
      ...share(won, own.length),
    };
  });

  const hhi = sumOf(sources.map((row) => row.share ** 2));
  const top = [...sources].sort((a, b) => b.leads - a.leads || (a.source < b.source ? -1 : 1))[0];
  const control = share(leads.filter(({ active }) => active).length, leads.length);

  const asked = requests.filter(({ kind }) => kind !== "unasked");
  const acts = [
    ...asked.map(({ steps }) => dayOf(steps[0] as Told)),
    ...past.filter(({ type }) => type === "activity.done" || type === "introduction.brokered").map(dayOf),
  ];
  const first = Math.min(today, ...past.map(dayOf));
  const weekCount = Math.min(26, Math.max(1, Math.ceil((today - first + 1) / 7)));
  const weekOf = (day: number): number => weekCount - 1 - Math.floor((today - day) / 7);
  const weeks = Array.from(
    { length: weekCount },
    (_, week) => acts.filter((day) => weekOf(day) === week).length,
  );
  const deals = cases.flatMap((one) => {
    const [met, opportunity] = [dayAt(one, "met"), dayAt(one, "opportunity")];
    const from = met ?? opportunity;
    const lost = lostOf(one);
    if (from === undefined) return [];
    const to = dayAt(one, "won") ?? (lost && dayOf(lost)) ?? (opportunity ?? from) + 120;
    return [{ from, to: Math.max(from, to) }];
  });
  const pipeline = weeks.map(
    (_, week) =>
      deals.filter(({ from, to }) => weekOf(from) <= week && (to > today || Math.max(0, weekOf(to)) > week))
        .length,
  );
  const mean = (values: readonly number[]): number => sumOf(values) / values.length;
  const product = (xs: readonly number[], ys: readonly number[]): number =>
    mean(xs.map((x, i) => (x - mean(xs)) * ((ys[i] as number) - mean(ys))));
  const spread = Math.sqrt(product(weeks, weeks) * product(pipeline, pipeline));
  const correlation = spread === 0 || weekCount < 12 ? 0 : product(weeks, pipeline) / spread;
  let longestGap = 0;
  for (let i = 0; i < weekCount; i++)
    for (let j = i; j < weekCount && weeks[j] === 0; j++) longestGap = Math.max(longestGap, j - i + 1);
  const hits = share(weeks.filter((count) => count >= S.weeklyGoal).length, weekCount);

  const funnelOf = (own: readonly Case[], begin: number) =>
    STAGES.slice(begin).map((stage, i) => {
      const reached = own.filter((one) => furthest(one) >= begin + i).length;
      const before = i === 0 ? reached : own.filter((one) => furthest(one) >= begin + i - 1).length;
      const waits = own.flatMap((one) => {
        const [start, end] = [dayAt(one, STAGES[begin + i - 1] ?? "asked"), dayAt(one, stage)];
        return i === 0 || start === undefined || end === undefined ? [] : [end - start];
      });
      const days = median(waits);
      return {
        stage,
        reached,
        ...share(reached, before),
        ...(days === undefined ? {} : { medianDays: days }),
      };
    });

  const lost = cases.filter((one) => lostOf(one) !== undefined);
  const reasonOf = (one: Case): string => String(lostOf(one)?.["reason"] ?? "unknown");
  const losses = [...new Set(lost.map(reasonOf))].map((reason) => {
    const own = lost.filter((one) => reasonOf(one) === reason);
    const bySource: Record<string, number> = {};
    for (const { source } of own) bySource[source] = (bySource[source] ?? 0) + 1;
    return { reason, count: own.length, ...share(own.length, lost.length), bySource };
  });

  const age = ({ steps }: { steps: readonly Told[] }): number => today - dayOf(steps[0] as Told);
  const load = [...new Set(asked.map(({ connector }) => connector))].map((connector) => {
    const own = asked.filter((one) => one.connector === connector);
    const within = (days: number): number => own.filter((one) => age(one) < days).length;
    const answers = own.map(answersOf);
    const [answered, agreed] = [
      answers.filter(({ isDecided }) => isDecided).length,
      answers.filter(({ yes }) => yes).length,
    ];
    return {
      connector,
      asks30: within(30),
      asks90: within(90),
      asks365: within(365),
      left: Math.max(0, S.yearlyAsks - within(365)),
      answered,
      agreed,
      claimed: answers.filter(({ isClaimed }) => isClaimed).length,
      proved: answers.filter(({ isProved }) => isProved).length,
      ...share(agreed, answered),
    };
  });

  const adoption = [...new Set(asked.map(({ seeker }) => seeker))].map((member) => {
    const own = asked.filter((one) => one.seeker === member);
    const guided = own.filter(({ steps }) => steps[0]?.["playbook"] !== undefined);
    const met = (some: typeof own): number => some.filter((one) => has(one, "meeting.held")).length;
    const helped = own.filter((one) => answersOf(one).yes !== undefined);
    const named = share(own.filter(({ kind }) => kind === "introduction").length, own.length);
    const introduced = own.filter((one) => has(one, "introduction.made"));
    const followed = introduced.filter((one) => has(one, "meeting.held"));
    const through = share(followed.length, introduced.length);
    const [conversion, withOne, without] = [
      share(met(own), own.length),
      share(met(guided), guided.length),
      share(met(own) - met(guided), own.length - guided.length),
    ];
    return {
      member,
      asks: own.length,
      withPlaybook: guided.length,
      specificity: named.rate,
      specificityInterval: named.interval,
      introduced: introduced.length,
      followedThrough: followed.length,
      followThrough: through.rate,
      followThroughInterval: through.interval,
      thanked: helped.filter((one) => isThanked(one, dayOf(one.steps[0] as Told))).length,
      helped: helped.length,
      conversion: conversion.rate,
      ...(guided.length === 0 ? {} : { conversionWith: withOne.rate, intervalWith: withOne.interval }),
      ...(guided.length === own.length
        ? {}
        : { conversionWithout: without.rate, intervalWithout: without.interval }),
      ...conversion,
    };
  });

  return {
    sources,
    losses,
    load,
    adoption,
    control: {
      control: control.rate,
      controlInterval: control.interval,
      initiated: leads.filter(({ active }) => active).length,
      received: leads.filter(({ active }) => !active).length,
    },
    concentration: {
      hhi,
      effectiveSources: hhi === 0 ? 0 : 1 / hhi,
      ...(leads.length === 0
        ? {}
        : { top: { source: top?.source, share: top?.share, interval: top?.shareInterval } }),
      alert:
        leads.length >= S.leastLeads && ((top?.share ?? 0) > S.topShare || 1 / hhi < S.leastEffectiveSources),
    },
    cadence: {
      weeks,
      hitRate: hits.rate,
      hitInterval: hits.interval,
      goal: S.weeklyGoal,
      longestGap,
      variation: mean(weeks) === 0 ? 0 : Math.sqrt(product(weeks, weeks)) / mean(weeks),
      counterCyclical: correlation < S.counterCyclical,
    },
    funnel: funnelOf(
      cases.filter(({ isAsk }) => isAsk),
      0,
    ),
    leadFunnel: funnelOf(
      cases.filter(({ isAsk }) => !isAsk),
      1,
    ),
  };
}
