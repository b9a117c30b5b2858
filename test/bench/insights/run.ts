import { InsightsFold } from "../../../src/insights/index.js";
import { type EventInput, Journal } from "../../../src/journal/index.js";
import { seededRandom } from "../../support/random.js";

/**
 * Insights of a large journal, and again after one more event: `npm run bench -- insights [events] [appends]`. Two years of asks,
 * leads, favors and work put into sources, by twenty sellers with two thousand connectors.
 */
export async function run(args: string[]): Promise<void> {
  const events = Number(args[0] ?? 1_000_000);
  const appends = Number(args[1] ?? 200);
  const journal = new Journal();
  let batch: EventInput[] = [];
  for (const event of history(events)) {
    if (batch.push(event) < 10_000) continue;
    journal.appendAll(batch);
    batch = [];
  }
  journal.appendAll(batch);
  const fold = new InsightsFold(journal);
  const [whole, told] = timed(() => fold.at(NOW));
  console.log(`${journal.length} events, node ${process.version}`);
  console.log(
    `insights of the whole journal   ${(whole / 1000).toFixed(2)} s, ${fold.eventsRead} events read`,
  );
  console.log(
    `  ${told.initiated + told.received} leads, ${told.load.length} connectors, ${told.unthanked.length} without thanks`,
  );
  const times: number[] = [];
  const read = fold.eventsRead;
  for (let i = 0; i < appends; i++) {
    const ask = `k${Math.floor((i * events) / 8 / appends)}`;
    journal.append(
      i % 2 === 0
        ? { id: `x${i}`, type: "lead.received", lead: `x${i}`, at: NOW, source: "clients" }
        : { id: `x${i}`, type: "thanks.sent", ask, at: NOW },
    );
    times.push(timed(() => fold.at(NOW))[0]);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(share * (times.length - 1))] as number).toFixed(3);
  console.log(
    `again after one more event      median ${at(0.5)} ms, 95% ${at(0.95)} ms, worst ${at(1)} ms; ${((fold.eventsRead - read) / appends).toFixed(1)} events read each`,
  );
}

function* history(count: number): Generator<EventInput> {
  const random = seededRandom(17);
  const day = (after: number): string => new Date((FIRST + after) * 86_400_000).toISOString().slice(0, 10);
  let made = 0;
  for (let i = 0; made < count; i++) {
    const start = Math.floor((i / (count / 4)) * 720);
    const after = (step: number): string => day(Math.min(729, start + step * 3));
    const seeker = `s${random.below(20)}`;
    const connector = `c${random.below(2000)}`;
    const steps: EventInput[] = [];
    const name = i % 2 === 0 ? { ask: `k${i}` } : { lead: `l${i}` };
    if (i % 2 === 0) {
      const legs = [
        { asker: seeker, asked: connector, consent: 0.5 },
        { asker: connector, asked: `b${i}`, consent: 0.4 },
      ];
      const ask = { id: `k${i}`, connector, target: `b${i}`, legs, cost: 1, price: 1 };
      steps.push({ id: `e${i}a`, type: "ask.sent", at: after(0), ask } as EventInput);
      if (random.chance(0.6))
        steps.push({ id: `e${i}b`, type: "introduction.made", at: after(1), ...name } as EventInput);
    } else {
      const source = random.pick(SOURCES);
      steps.push({ id: `e${i}a`, type: "lead.received", at: after(0), source, ...name } as EventInput);
      steps.push({
        id: `e${i}h`,
        type: "activity.done",
        at: after(0),
        source,
        hours: 2,
        member: seeker,
      } as EventInput);
    }
    if (steps.length > 1) {
      if (random.chance(0.8))
        steps.push({ id: `e${i}c`, type: "meeting.held", at: after(2), ...name } as EventInput);
      if (steps.length > 2 && random.chance(0.7))
        steps.push({ id: `e${i}d`, type: "opportunity.opened", at: after(3), ...name } as EventInput);
      if (steps.length > 3 && random.chance(0.8))
        steps.push(
          (random.chance(0.3)
            ? { id: `e${i}e`, type: "deal.won", value: 3, at: after(9), ...name }
            : {
                id: `e${i}e`,
                type: "deal.lost",
                reason: "no-decision",
                at: after(9),
                ...name,
              }) as EventInput,
        );
      if (i % 2 === 0 && random.chance(0.7))
        steps.push({ id: `e${i}f`, type: "thanks.sent", at: after(9), ...name } as EventInput);
    }
    made += steps.length;
    yield* steps;
  }
}

function timed<T>(work: () => T): [milliseconds: number, result: T] {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  if (wall > 500)
    console.log(
      `  (${(wall / 1000).toFixed(2)} s on the clock, ${((user + system) / 1e6).toFixed(2)} s of processor)`,
    );
  return [wall, result];
}

const SOURCES = ["clients", "trade-show", "inbound-web", "tender", "vendor", "cold-call", "networking"];
const NOW = "2026-11-28";
const FIRST = Date.parse("2024-11-28") / 86_400_000;
