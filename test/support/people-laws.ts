import { expect } from "vitest";
import { isWarmpathError } from "../../src/base/index.js";
import type { Import } from "../../src/ingest/index.js";
import { Network } from "../../src/network/index.js";
import type { Tie } from "../../src/people/index.js";

/** What came of a reading: the import, or the code of the refusal. All else is thrown on. */
export async function outcomeOf(
  reading: () => Import | Promise<Import>,
): Promise<Import | { readonly code: string }> {
  try {
    return await reading();
  } catch (error) {
    if (!isWarmpathError(error)) throw error;
    expect(`${error}${JSON.stringify(error)}${error.stack}`).not.toMatch(CANARY);
    return { code: error.code };
  }
}

/** What every reader promises of whatever it was given. */
export function checkLaws(
  outcome: Import | { readonly code: string },
  { ownIds = false, sided = false }: { readonly ownIds?: boolean; readonly sided?: boolean } = {},
): void {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  if ("code" in outcome) {
    expect(outcome.code).toMatch(/^[A-Z][A-Z_]+$/);
    return;
  }
  const { people, ties, interactions, issues, report } = outcome;
  const { rowsRead, rowsKept, rowsSkipped } = report;
  expect(rowsRead).toBe(rowsKept + rowsSkipped);
  expect(Math.min(rowsRead, rowsKept, rowsSkipped)).toBeGreaterThanOrEqual(0);
  // Rows of tables that stand beside the one that is read are not counted; issues name those tables.
  const skips = issues.filter(
    ({ message, source }) => /^Row skipped/.test(message) && !(sided && source !== undefined),
  );
  expect(skips.length).toBe(rowsSkipped);
  for (const { row } of skips) expect(row).toBeGreaterThan(0);
  // The header of a column that nothing reads is told; in a broken file it may stand in a line with anything.
  const told = issues.map(({ code, details: _, ...issue }) => ({ code, ...issue }));
  expect(JSON.stringify(told)).not.toMatch(CANARY);
  for (const { code, severity } of issues) {
    expect(code).toMatch(/^[A-Z][A-Z_]+$/);
    expect(["info", "warning", "error"]).toContain(severity);
  }
  const ids = new Set(people.map(({ id }) => id));
  const owner = people[0]?.id as string;
  for (const { from, to, owner: teller } of [...ties, ...interactions] as readonly Tie[]) {
    expect(from !== to && ids.has(from) && ids.has(to)).toBe(true);
    // A tie between two contacts is told by the one whose file it is.
    expect(teller ?? from).toBe(owner);
  }
  // Only a column of ids may name people otherwise.
  if (!ownIds) for (const { id } of people) if (id !== owner) expect(id).toMatch(/^p_[0-9a-f]{16}$/);
  expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  new Network().import(outcome);
}

/** A word that stands in every cell of the corpus that holds somebody's words. */
export const CANARY: RegExp = /zzcanary/i;
