import { IntroductionPlanner, Journal, Network } from "../../src/index.js";
import { pooledWorld } from "./pooled-worlds.js";
import { type Random, seededRandom } from "./random.js";

/** A saved state as text, and what a reader makes of a text: the state's own bytes. */
export interface SavedState {
  readonly name: string;
  readonly text: string;
  readonly read: (text: string) => string;
}

/** All that a planner may save, of one random world: network, planner, chain, and vault. */
export function savedStates(seed: number): readonly SavedState[] {
  const { network, ids } = pooledWorld(seededRandom(seed));
  const [first = "", second = "", third = "", fourth = ""] = ids;
  network.setDoNotAsk(third, true);
  network.merge({ merged: [{ keep: first, gone: second }] });
  network.optOut(fourth);
  network.suppress("gone@x.example");
  const planner = new IntroductionPlanner({ network, settings: { timing: { lapseDays: 9 } } });
  const favors = ids.slice(1).map((receiver, i) => ({
    id: `f${i}`,
    type: "favor.given" as const,
    at: `2026-01-0${1 + i}`,
    giver: "giver",
    receiver,
    kind: "advice",
    size: 1 + i / 8,
    note: `note ${i}`,
  }));
  planner.recordAll([...favors, { id: "r", type: "entry.reversed", at: "2026-03-01", entry: "f1" }]);
  const { journal } = planner;
  const [chain, vault] = [journal.toJSONL(), JSON.stringify(journal.vault)];
  const bytes = (journal: Journal): string => JSON.stringify(journal);
  return [
    {
      name: "network",
      text: JSON.stringify(network),
      read: (text) => JSON.stringify(Network.fromJSON(parsed(text))),
    },
    {
      name: "planner",
      text: JSON.stringify(planner),
      read: (text) => JSON.stringify(IntroductionPlanner.fromJSON(parsed(text))),
    },
    { name: "chain", text: chain, read: (text) => bytes(Journal.fromJSONL(text, { vault })) },
    { name: "vault", text: vault, read: (text) => bytes(Journal.fromJSONL(chain, { vault: text })) },
  ];
}

/** What the host's own parser refuses never comes to us. */
class NoJson extends Error {}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NoJson();
  }
}

/** What came of a damaged text: an error with its code, the state as it was, or a change that nobody was told of. */
export function outcomeOf({ read }: SavedState, damaged: string, right: string): string {
  try {
    return read(damaged) === right ? "same" : "SILENT";
  } catch (error) {
    if (error instanceof NoJson) return "no JSON";
    const { name, code } = error as { readonly name?: string; readonly code?: string };
    return name === "WarmpathError" && typeof code === "string" ? code : `RAW ${String(error)}`;
  }
}

/** A text with one fault: a bit, a unit or a stretch changed, cut, doubled, moved or put in. */
export function damage(text: string, random: Random): string {
  const at = random.below(text.length);
  const end = Math.min(text.length, at + 1 + random.below(60));
  const stretch = text.slice(at, end);
  const elsewhere = random.below(text.length);
  const lines = text.split("\n");
  const line = random.below(lines.length);
  switch (random.below(9)) {
    case 0:
      return (
        text.slice(0, at) +
        String.fromCharCode(text.charCodeAt(at) ^ (1 << random.below(7))) +
        text.slice(at + 1)
      );
    case 1:
      return text.slice(0, at) + text.slice(at + 1);
    case 2:
      return (
        text.slice(0, at) + random.pick(["0", "9", " ", '"', ",", "}", "\n", "\0", "a"]) + text.slice(at)
      );
    case 3:
      return text.slice(0, at);
    case 4:
      return text.slice(0, at) + text.slice(end);
    case 5:
      return text.slice(0, end) + text.slice(at);
    case 6:
      return text.slice(0, elsewhere) + stretch + text.slice(elsewhere + stretch.length);
    case 7:
      return lines.filter((_, i) => i !== line).join("\n");
    default:
      return cutField(text, random);
  }
}

/** One field of a JSON object less, as a careful editor would cut it. */
function cutField(text: string, random: Random): string {
  const fields = [...text.matchAll(/"\w+":(?:"[^"]*"|[\d.]+|true),/g)];
  if (fields.length === 0) return "";
  const field = random.pick(fields);
  return text.slice(0, field.index) + text.slice(field.index + field[0].length);
}
