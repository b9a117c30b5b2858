import type { EventInput } from "../../../src/journal/index.js";
import type { Random } from "../../support/random.js";

/** At least `count` events: asks, what came of them, favors and leads, by ten sellers. */
export function madeUpEvents(count: number, random: Random): EventInput[] {
  const events: EventInput[] = [];
  for (let i = 0; events.length < count; i++) {
    const at = new Date(Date.parse("2025-11-22") + (i % 330) * 86_400_000).toISOString().slice(0, 10);
    const [seeker, connector, target] = [`p${1 + random.below(10)}`, `p${20 + random.below(200)}`, `b${i}`];
    const legs = [
      { asker: seeker, asked: connector, consent: 0.5 },
      { asker: connector, asked: target, consent: 0.4 },
    ];
    const ask = { id: `k${i}`, connector, target, legs, cost: 1, price: 1 };
    events.push({ id: `a${i}`, type: "ask.sent", at, ask });
    if (i % 2 === 0) events.push({ id: `i${i}`, type: "introduction.made", at, ask: `k${i}` });
    if (i % 3 === 0)
      events.push({
        id: `f${i}`,
        type: "favor.given",
        at,
        giver: seeker,
        receiver: connector,
        kind: "article",
      });
    if (i % 5 === 0)
      events.push({ id: `l${i}`, type: "lead.received", lead: `l${i}`, at, source: "clients" });
  }
  return events;
}
