import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventJsonSchema, JOURNAL_VERSION, Journal } from "../../src/journal/index.js";
import { migrateEvent } from "../../src/journal/migrate-event.js";
import { Ledger } from "../../src/ledger/index.js";

const golden = (name: string): string => readFileSync(new URL(`./golden/${name}`, import.meta.url), "utf8");

describe("saved formats", () => {
  it("reads version 1 as it was written, to the byte", () => {
    const journal = Journal.fromJSONL(golden("journal-v1.jsonl"), { vault: golden("vault-v1.txt") });
    expect(journal.toJSONL()).toBe(golden("journal-v1.jsonl"));
    expect(`${JSON.stringify(journal.vault)}\n`).toBe(golden("vault-v1.txt"));
    expect(new Set(journal.events().map(({ type }) => type)).size).toBe(21);
    expect(new Ledger(journal).balances()).toEqual(JSON.parse(golden("balances-v1.json")));
    expect(journal.resolve(journal.at(3))).toMatchObject({ suggested: "Someone Invented" });
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
    expect(oneOf).toHaveLength(21);
    const gift = oneOf.find(({ properties }) => properties["type"]?.const === "favor.given");
    expect(gift?.required).toEqual(["id", "at", "type", "giver", "receiver", "kind"]);
    expect(JSON.stringify(oneOf)).not.toContain('"additionalProperties":false');
  });
});
