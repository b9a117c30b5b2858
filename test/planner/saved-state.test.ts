import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Journal, Network } from "../../src/index.js";
import { snapshotFor } from "../../src/network/index.js";
import { asOf0_1 } from "../support/as-of-0-1.js";
import { pooledWorld } from "../support/pooled-worlds.js";
import { seededRandom } from "../support/random.js";
import { damage, outcomeOf, savedStates } from "../support/saved-states.js";

describe("a saved state", () => {
  it.each(["network", "planner", "chain", "vault"])("of kind %s hides no fault of 500", (name) => {
    const random = seededRandom(15);
    const outcomes = new Map<string, number>();
    for (let world = 0; world < 5; world++) {
      const state = savedStates(world).find((one) => one.name === name);
      if (state === undefined) throw new Error(name);
      const right = state.read(state.text);
      for (let run = 0; run < 100; run++) {
        const damaged = damage(state.text, random);
        const outcome: string = damaged === state.text ? "same" : outcomeOf(state, damaged, right);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        if (/SILENT|RAW/.test(outcome)) expect.fail(`${outcome}: ${JSON.stringify(damaged)}`);
      }
    }
    const found = 500 - (outcomes.get("same") ?? 0);
    expect(found, JSON.stringify([...outcomes])).toBeGreaterThan(400);
  });

  it("reads the same whatever order a store keeps its keys in", () => {
    const { network } = pooledWorld(seededRandom(3));
    const bytes = JSON.stringify(network);
    expect(JSON.stringify(Network.fromJSON(reversed(JSON.parse(bytes))))).toBe(bytes);
    const planner = new IntroductionPlanner({ network });
    const whole = JSON.stringify(planner);
    expect(JSON.stringify(IntroductionPlanner.fromJSON(reversed(JSON.parse(whole))))).toBe(whole);
  });

  it("of version 0.1, without a checksum, still loads", () => {
    const { network } = pooledWorld(seededRandom(4));
    const old = asOf0_1(network.toJSON());
    expect(JSON.stringify(Network.fromJSON(old))).toBe(JSON.stringify(network));
    const planner = new IntroductionPlanner({ network });
    const oldPlanner = asOf0_1(planner.toJSON(), { network: old });
    expect(JSON.stringify(IntroductionPlanner.fromJSON(oldPlanner))).toBe(JSON.stringify(planner));
    const odd = { ...old, sumpressed: [] };
    expect(() => Network.fromJSON(odd)).toThrow(expect.objectContaining({ code: "INVALID_SNAPSHOT" }));
    for (const people of [[null], [undefined], [5]])
      expect(() => Network.fromJSON({ ...old, people })).toThrow(
        expect.objectContaining({ code: "INVALID_PERSON" }),
      );
  });

  it("passes for no older one when its version is changed", () => {
    const { network } = pooledWorld(seededRandom(5));
    for (const version of [1, 0, 1.5, "2"])
      expect(() => Network.fromJSON({ ...network.toJSON(), version })).toThrow(
        expect.objectContaining({ code: "INVALID_SNAPSHOT" }),
      );
  });

  it("of one seeker is whole by itself", () => {
    const { network, ids } = pooledWorld(seededRandom(6));
    const snapshot = snapshotFor(network, ids[0] as string);
    expect(JSON.stringify(Network.fromJSON(snapshot))).toBe(JSON.stringify(snapshot));
    expect(() => Network.fromJSON({ ...snapshot, doNotAsk: [ids[1]] })).toThrow(
      expect.objectContaining({ code: "INVALID_SNAPSHOT" }),
    );
  });

  it("put together of two planners' is refused", () => {
    const [one, other] = [7, 8].map((seed) =>
      new IntroductionPlanner({ network: pooledWorld(seededRandom(seed)).network }).toJSON(),
    );
    expect(() => IntroductionPlanner.fromJSON({ ...one, network: other?.network })).toThrow(
      expect.objectContaining({ code: "INVALID_SNAPSHOT" }),
    );
  });
});

describe("a vault", () => {
  const journalOf = (giver: string, note: string): Journal => {
    const journal = new Journal();
    journal.append({
      id: "e1",
      type: "favor.given",
      at: "2026-04-01",
      giver,
      receiver: "b",
      kind: "advice",
      note,
    });
    return journal;
  };

  it("of another journal is refused, though the events' ids are the same", () => {
    const [own, other] = [journalOf("a", "ours"), journalOf("z", "another company's secret")];
    const vault = JSON.stringify(other.vault);
    const refused = expect.objectContaining({ code: "VAULT_FOREIGN" });
    expect(() => Journal.fromJSONL(own.toJSONL(), { vault })).toThrow(refused);
    expect(() => Journal.recover(own.toJSONL(), { vault })).toThrow(refused);
    expect(() => Journal.fromJSON({ chain: own.toJSONL(), vault: other.vault.toJSON() })).toThrow(refused);
    expect(() => Journal.fromJSONL(own.toJSONL(), { vault: other.vault })).toThrow(refused);
    expect(() => Journal.fromJSONL(new Journal().toJSONL(), { vault })).toThrow(refused);
  });

  it("of the journal itself is read at any length, after a merge, and of 0.1", () => {
    const journal = journalOf("a", "ours");
    const early = JSON.stringify(journal.vault);
    journal.append({ id: "e2", type: "thanks.sent", at: "2026-01-01", giver: "b", receiver: "a", note: "x" });
    expect(Journal.fromJSONL(journal.toJSONL(), { vault: early }).length).toBe(2);
    const other = new Journal();
    other.append({
      id: "e0",
      type: "favor.given",
      at: "2020-01-01",
      giver: "c",
      receiver: "d",
      kind: "advice",
    });
    const merged = Journal.merge(journal, other);
    expect(merged.at(0).id).toBe("e0");
    expect(Journal.fromJSONL(merged.toJSONL(), { vault: early }).length).toBe(3);
    const { journal: _, ...unbound } = JSON.parse(early);
    expect(Journal.fromJSONL(journal.toJSONL(), { vault: JSON.stringify(unbound) }).length).toBe(2);
  });

  it("serves a chain that lost its beginning, as far as it is recovered", () => {
    const journal = journalOf("a", "ours");
    const torn = journal.toJSONL().slice(0, -10);
    const { journal: left, line, beyond } = Journal.recover(torn, { vault: JSON.stringify(journal.vault) });
    expect([left.length, line, beyond.length]).toEqual([0, 2, 1]);
  });
});

it("an append that was torn is recovered to the last whole line, and told", () => {
  const journal = new Journal();
  const favor = (n: number) => ({
    id: `e${n}`,
    type: "favor.given" as const,
    at: "2026-04-01",
    giver: "a",
    receiver: "b",
    kind: "advice",
  });
  for (const n of [1, 2, 3]) journal.append(favor(n));
  const saved = journal.toJSONL();
  journal.append(favor(4));
  const line = journal.toJSONL().split("\n").at(-2) as string;
  for (let length = 1; length < line.length; length++) {
    const torn = saved + line.slice(0, length);
    expect(() => Journal.fromJSONL(torn)).toThrow(
      expect.objectContaining({ code: "JOURNAL_CORRUPT", details: { line: 5 } }),
    );
    const { journal: left, line: bad, beyond } = Journal.recover(torn);
    expect([left.toJSONL() === saved, bad, beyond]).toEqual([true, 5, [line.slice(0, length)]]);
  }
});

/** Every object with its keys in the opposite order, as a database may give them back. */
function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, reversed(item)])
      .reverse(),
  );
}
