import fc from "fast-check";
import type { EventInput } from "../../src/journal/index.js";

const SOURCES = ["clients", "trade-show", "inbound-web", "tender", "vendor", "cold-call"];
const CONNECTORS = ["ann", "cho", "dan"];

/** A history of leads and asks of which each takes some steps, with days that rise from step to step. */
export const history: fc.Arbitrary<EventInput[]> = fc
  .array(
    fc.record({
      isAsk: fc.boolean(),
      source: fc.constantFrom(...SOURCES),
      connector: fc.constantFrom(...CONNECTORS),
      day: fc.integer({ min: 20_100, max: 20_784 }),
      steps: fc.integer({ min: 0, max: 4 }),
      gaps: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 6, maxLength: 6 }),
      end: fc.constantFrom("won", "lost", "open"),
      reason: fc.constantFrom("no-decision", "price", "competitor" as const),
      thanked: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((rows) => rows.flatMap((row, i) => eventsOf(row, i)));

interface Row {
  isAsk: boolean;
  source: string;
  connector: string;
  day: number;
  steps: number;
  gaps: number[];
  end: string;
  reason: string;
  thanked: boolean;
}

/** The events of one row. */
export function eventsOf(row: Row, i: number): EventInput[] {
  let day = row.day;
  const at = (k: number): string => {
    day += row.gaps[k] as number;
    return new Date(day * 86_400_000).toISOString().slice(0, 10);
  };
  const name = row.isAsk ? { ask: `k${i}` } : { lead: `l${i}` };
  const legs = [
    { asker: i % 2 ? "me" : "eve", asked: row.connector, consent: 0.5 },
    { asker: row.connector, asked: `b${i}`, consent: 0.4 },
  ];
  const begin = row.isAsk
    ? {
        type: "ask.sent",
        ask: { id: `k${i}`, connector: row.connector, target: `b${i}`, legs, cost: 1, price: 1 },
      }
    : { type: "lead.received", lead: `l${i}`, source: row.source, cost: i % 3 };
  const steps: object[] = [{ ...begin, at: at(0) }];
  if (row.isAsk && row.steps > 0) steps.push({ type: "introduction.made", ...name, at: at(1) });
  if (row.steps > 1) steps.push({ type: "meeting.held", ...name, at: at(2) });
  if (row.steps > 2) steps.push({ type: "opportunity.opened", ...name, at: at(3) });
  const closable = row.steps > 1;
  if (closable && row.end === "won") steps.push({ type: "deal.won", value: 3, ...name, at: at(4) });
  if (closable && row.end === "lost")
    steps.push({ type: "deal.lost", reason: row.reason, ...name, at: at(4) });
  if (row.isAsk && row.steps > 0 && row.thanked) steps.push({ type: "thanks.sent", ...name, at: at(5) });
  return steps.map((step, k) => ({ id: `e${i}-${k}`, ...step }) as EventInput);
}
