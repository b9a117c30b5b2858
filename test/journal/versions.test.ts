import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  type EventInput,
  eventJsonSchema,
  JOURNAL_VERSION,
  Journal,
  type JournalEvent,
} from "../../src/journal/index.js";
import { migrateEvent } from "../../src/journal/migrate-event.js";
import { Ledger } from "../../src/ledger/index.js";

const golden = (name: string): string => readFileSync(new URL(`./golden/${name}`, import.meta.url), "utf8");

describe("saved formats", () => {
  it("lifts a journal of version 1: the same books, words and number of events, written as the newest", () => {
    const journal = Journal.fromJSONL(golden("journal-v1.jsonl"), { vault: golden("vault-v1.txt") });
    const { journal: digest, ...words } = journal.vault.toJSON();
    expect(`${JSON.stringify(words)}\n`).toBe(golden("vault-v1.txt"));
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(journal.events().map(({ type }) => type)).size).toBe(21);
    expect(new Ledger(journal).balances()).toEqual(JSON.parse(golden("balances-v1.json")));
    expect(journal.resolve(journal.at(3))).toMatchObject({ suggested: "Someone Invented" });
    expect(journal.resolve(journal.get("e2") as JournalEvent)).toHaveProperty("complaint");
    expect(journal.resolve(journal.get("e18") as JournalEvent)).toMatchObject({
      reason: "other",
      words: expect.any(String),
    });
    const saved = journal.toJSONL();
    expect(saved).toContain(`"version":${JOURNAL_VERSION}`);
    expect(Journal.fromJSONL(saved, { vault: golden("vault-v1.txt") }).events()).toEqual(journal.events());
    expect(Journal.recover(golden("journal-v1.jsonl")).journal.toJSONL()).toBe(saved);
  });

  it("takes an event of version 1 that is given again as the one on record", () => {
    const journal = Journal.fromJSONL(golden("journal-v1.jsonl"), { vault: golden("vault-v1.txt") });
    const lost = journal.resolve(journal.get("e18") as JournalEvent) as unknown as { words: string };
    const again = { id: "e18", type: "deal.lost", at: "2026-02-21", ask: "a_7", reason: lost.words } as const;
    expect(journal.append(again)).toBe("exists");
    const resolved = journal.resolve(journal.get("e18") as JournalEvent);
    expect(journal.append(resolved as unknown as EventInput)).toBe("exists");
  });

  it("reads version 2 as it was written, to the byte", () => {
    const journal = Journal.fromJSONL(golden("journal-v2.jsonl"), { vault: golden("vault-v2.txt") });
    expect(journal.toJSONL()).toBe(golden("journal-v2.jsonl"));
    expect(`${JSON.stringify(journal.vault)}\n`).toBe(golden("vault-v2.txt"));
    expect(new Set(journal.events().map(({ type }) => type)).size).toBe(26);
    expect(new Ledger(journal).balances()).toEqual(JSON.parse(golden("balances-v2.json")));
  });

  it("has a golden file for every version", () => {
    for (let version = 1; version <= JOURNAL_VERSION; version++) {
      expect(golden(`journal-v${version}.jsonl`)).toContain(`"version":${version}`);
    }
  });

  it("lifts events step by step", () => {
    const steps = [
      (event: unknown) => ({ ...(event as object), two: true }),
      (event: unknown) => ({ ...(event as object), three: true }),
    ];
    expect(migrateEvent({ id: 1 }, 1, steps, 3)).toEqual({
      event: { id: 1, two: true, three: true },
      changed: true,
    });
    expect(migrateEvent({ id: 1 }, 2, steps, 3)).toEqual({ event: { id: 1, three: true }, changed: true });
    expect(migrateEvent({ id: 1 }, 3, steps, 3)).toEqual({ event: { id: 1 }, changed: false });
  });

  it("publishes a JSON schema of every kind of event", () => {
    const { oneOf } = eventJsonSchema() as {
      oneOf: { properties: Record<string, { const?: string }>; required: string[] }[];
    };
    expect(oneOf).toHaveLength(27);
    const gift = oneOf.find(({ properties }) => properties["type"]?.const === "favor.given");
    expect(gift?.required).toEqual(["id", "at", "type", "giver", "receiver", "kind"]);
    expect(JSON.stringify(oneOf)).not.toContain('"additionalProperties":false');
  });
});
