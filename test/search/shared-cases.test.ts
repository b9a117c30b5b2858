import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { kBestPaths } from "warmpath/search";
import { indexOf } from "../support/search-graphs.js";

const FILE = new URL("../../../shared/cases/k-shortest-paths.json", import.meta.url);

interface Case {
  readonly id: string;
  readonly directed: boolean;
  readonly edges: readonly (readonly [string | number, string | number, number | "Infinity"])[];
  readonly source: string | number;
  readonly target: string | number;
  readonly nodes?: readonly (string | number)[];
  readonly k: number;
  readonly expected_costs: readonly number[];
  readonly expected_paths?: readonly (readonly (string | number)[])[];
  readonly exhaustive?: boolean;
}

const cases: Case[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")).cases : [];

describe.skipIf(cases.length === 0)("cases from other projects' suites", () => {
  test.each(cases.map((c) => [c.id, c] as const))("%s", (_, c) => {
    const ends = [...c.edges.map(([from]) => from), ...c.edges.map(([, to]) => to), c.source, c.target];
    const names = [...new Set(ends)];
    const number = (name: string | number) => names.indexOf(name);
    // Weights become costs in a unit in which no probability is too small for a double.
    const unit = 0.01;
    const edges = c.edges.filter(([, , weight]) => weight !== "Infinity");
    const arcs = edges.flatMap(([from, to, weight]) => {
      const arc = { source: number(from), target: number(to), probability: Math.exp(-Number(weight) * unit) };
      return c.directed ? [arc] : [arc, { ...arc, source: arc.target, target: arc.source }];
    });
    const query = { sources: number(c.source), targets: number(c.target) };
    const { paths } = kBestPaths(indexOf({ nodeCount: names.length, arcs }), { ...query, k: c.k });
    const costs = paths.map((path) => -Math.log(path.probability) / unit);
    expect(costs.length).toBe(
      c.exhaustive ? c.expected_costs.length : Math.min(c.k, c.expected_costs.length),
    );
    for (const [i, cost] of costs.entries()) expect(cost).toBeCloseTo(c.expected_costs[i]!, 9);
    for (const [i, path] of (c.expected_paths ?? []).entries()) {
      const isTied = c.expected_costs.filter((cost) => cost === c.expected_costs[i]).length > 1;
      if (!isTied) expect(paths[i]!.nodes.map((node) => names[node])).toEqual(path);
    }
  });
});
