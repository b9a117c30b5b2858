import type { RecordedAsk } from "../journal/index.js";
import type { Network } from "../network/index.js";

/** An ask with merged people under the id that is kept. */
export function canonicalAsk(ask: RecordedAsk, network: Pick<Network, "canonical">): RecordedAsk {
  const idOf = (id: string): string => network.canonical(id);
  const legs = ask.legs.map((leg) => ({ ...leg, asker: idOf(leg.asker), asked: idOf(leg.asked) }));
  return {
    ...ask,
    seeker: idOf(ask.seeker),
    connector: idOf(ask.connector),
    target: idOf(ask.target),
    legs,
  };
}
