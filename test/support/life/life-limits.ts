import type { IntroductionPlan } from "warmpath";
import { utcDay } from "../../../src/base/index.js";
import type { Life } from "./life-days.js";

/** Limits that a plan's asks break, read off the journal by hand: requests on their way, quarter, year, refusals, wishes. */
export function brokenLimits({ planner, day }: Life, plan: IntroductionPlan): readonly string[] {
  const { network, journal } = planner;
  const { doNotAsk } = { doNotAsk: new Set(network.doNotAsk().map((id) => network.canonical(id))) };
  const taken = new Set(
    journal.events().flatMap((event) => (event.type === "entry.reversed" ? [event.entry] : [])),
  );
  const events = journal.events().filter(({ id }) => !taken.has(id));
  const sent = events.flatMap((event) =>
    event.type === "ask.sent" && event.kind === undefined ? [event] : [],
  );
  return plan.asks.flatMap(({ connector, target }) => {
    const own = sent.filter(
      ({ ask }) => network.canonical(ask.connector) === connector && ask.connector !== ask.target,
    );
    const within = (days: number) => own.filter(({ at }) => day - utcDay(at) < days).length;
    const hasAnswer = (id: string) =>
      events.some((event) => "ask" in event && event.ask === id && event.type !== "ask.reminded");
    const isRefused = own.some(({ ask }) =>
      events.some(
        (event) =>
          event.type === "ask.declined" &&
          event.ask === ask.id &&
          (event.answer ?? "no") === "no" &&
          day - utcDay(event.at) < 90,
      ),
    );
    const laws: readonly (readonly [string, boolean])[] = [
      ["marked as not to be asked", doNotAsk.has(connector)],
      [
        "asked in a request's first days",
        own.some(({ at, ask }) => day - utcDay(at) < 2 && !hasAnswer(ask.id)),
      ],
      ["past the quarter's cap", connector !== target && within(90) >= 2],
      ["past the year's cap", connector !== target && within(365) >= 4],
      ["asked soon after a no", connector !== target && isRefused],
    ];
    return laws.flatMap(([law, isBroken]) => (isBroken ? [law] : []));
  });
}
