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

/** Days on which something is 30, 90 and 365 days old on 2026-11-28. */
const EDGES = [20_755, 20_695, 20_420];

/** A history with everything that insights read beside: answers, claims, channels, playbooks, questions, work, favors, thanks and pairs brought together. */
export const fullHistory: fc.Arbitrary<EventInput[]> = fc
  .tuple(
    history,
    fc.array(
      fc.record({
        kind: fc.nat(8),
        seeker: fc.constantFrom("me", "eve"),
        connector: fc.constantFrom(...CONNECTORS),
        other: fc.constantFrom("dan", "b1", "b2", "b3"),
        source: fc.constantFrom(...SOURCES),
        day: fc.oneof(fc.integer({ min: 20_100, max: 20_790 }), fc.constantFrom(...EDGES)),
        gap: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(0)),
        answer: fc.constantFrom("make-it", "use-my-name", "no", "not-tied", "claims", "none"),
        how: fc.constantFrom("forwarded", "introduced", "recommended", undefined),
        channel: fc.constantFrom("email", "phone", undefined),
        playbook: fc.constantFrom("Client ask", undefined),
        hours: fc.integer({ min: 0, max: 12 }),
        last: fc.nat(3),
      }),
      { maxLength: 25 },
    ),
  )
  .map(([plain, rows]) => [...plain, ...rows.flatMap(moreEvents)]);

function moreEvents(row: object, i: number): EventInput[] {
  const { kind, seeker, connector, other, source, day, gap, answer, how, channel, playbook, hours, last } =
    row as unknown as Record<"seeker" | "connector" | "other" | "source" | "answer", string> &
      Record<"kind" | "day" | "gap" | "hours" | "last", number> &
      Record<"how" | "channel" | "playbook", string | undefined>;
  const at = (steps: number): string => new Date((day + steps * gap) * 86_400_000).toISOString().slice(0, 10);
  const known = (fields: Record<string, unknown>): object =>
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const told = (...steps: object[]): EventInput[] =>
    steps.map((step, k) => ({ id: `m${i}-${k}`, ...step }) as EventInput);
  const [id, yes] = [`q${i}`, { "make-it": "make-it", "use-my-name": "use-my-name" }[answer]];
  const legs = [
    { asker: seeker, asked: connector, consent: 0.5 },
    { asker: connector, asked: other === connector ? "b4" : other, consent: 0.4 },
  ];
  const target = other === connector ? "b4" : other;
  const answered: object[] =
    answer === "no" || answer === "not-tied"
      ? [{ type: "ask.declined", answer, ask: id, at: at(1) }]
      : answer === "claims"
        ? [{ type: "ask.claimed", ask: id, at: at(1) }]
        : yes === undefined
          ? []
          : [{ type: "ask.agreed", answer: yes, ask: id, at: at(1) }];
  const isAlive = !["no", "not-tied", "none"].includes(answer);
  const lead = (type: string): EventInput[] =>
    told(
      {
        type,
        lead: id,
        at: at(0),
        seeker,
        ...(type === "lead.received" ? { source } : { connector }),
        target,
      },
      ...(last > 0 ? [{ type: "meeting.held", lead: id, at: at(1) }] : []),
      ...(last > 1 ? [{ type: "deal.won", value: 2, lead: id, at: at(2) }] : []),
    );
  switch (kind) {
    case 0:
    case 1:
      return told(
        {
          type: "ask.sent",
          at: at(0),
          ask: { id, connector, target, legs, cost: 1, price: 1 },
          ...known({ channel, playbook }),
        },
        ...answered,
        ...(isAlive && last > 0
          ? [{ type: "introduction.made", ask: id, at: at(2), ...known({ how }) }]
          : []),
        ...(isAlive && last === 1 ? [{ type: "target.declined", ask: id, at: at(3) }] : []),
        ...(isAlive && last > 1 ? [{ type: "meeting.held", ask: id, at: at(3) }] : []),
        ...(isAlive && last > 2 ? [{ type: "thanks.sent", ask: id, at: at(4) }] : []),
      );
    case 2: {
      const sent = { type: "ask.sent", kind: hours % 2 ? "issue" : "soft", seeker, connector };
      const named = answered.map((one) => ({ ...one, ask: `m${i}-0` }));
      return told({ ...sent, at: at(0), ...known({ channel, playbook }) }, ...named);
    }
    case 3:
      return lead("introduction.received");
    case 4:
      return lead("lead.received");
    case 5:
      return told({ type: "activity.done", at: at(0), source, member: seeker, hours, cost: 10 * last });
    case 6:
      return told(
        { type: "introduction.brokered", at: at(0), broker: seeker, between: [connector, target] },
        ...(last > 1 ? [{ type: "thanks.sent", at: at(1), giver: target, receiver: seeker }] : []),
        ...(last === 1
          ? [{ type: "favor.given", at: at(1), giver: target, receiver: connector, kind: "article" }]
          : []),
      );
    case 7:
      return told({
        type: "favor.given",
        at: at(0),
        giver: seeker,
        receiver: connector,
        kind: last ? "lunch" : "article",
      });
    default:
      return told({
        type: last ? "thanks.sent" : "update.sent",
        at: at(0),
        giver: seeker,
        receiver: connector,
      });
  }
}
