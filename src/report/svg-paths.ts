import { maxOf } from "../base/index.js";
import type { PathView } from "./plan-view.js";
import { label, rect, svg, tenth } from "./svg.js";

interface Spot {
  readonly id: string;
  readonly layer: number;
  row: number;
}

/**
 * The paths as a picture in layers: the seekers on the left, the buyer on the right, everybody else where their best path has them.
 * The layers come from the paths themselves, so rows are all that is left to find. Paths are given best first, and people take the
 * rows of their neighbours' mean (Sugiyama's barycenters, two sweeps).
 */
export function pathsSvg(
  picture: { readonly id: string; readonly title: string; readonly description: string },
  paths: readonly PathView[],
  names: ReadonlyMap<string, string>,
): string {
  const layers = layersOf(paths);
  const tallest = maxOf(layers.map((layer) => layer.length));
  const where = new Map<string, readonly [number, number]>();
  for (const [column, layer] of layers.entries()) {
    const gap = (tallest - layer.length) / 2;
    for (const [i, { id }] of layer.entries()) where.set(id, [column * COLUMN, (i + gap) * ROW + 2]);
  }
  const ties = new Map<string, string>();
  for (const { people, legs } of paths) {
    for (const [i, { guessed, weakest }] of legs.entries()) {
      const [from, to] = [where.get(people[i] ?? ""), where.get(people[i + 1] ?? "")];
      if (from === undefined || to === undefined) continue;
      const key = `${from[0]} ${from[1]} ${to[0]} ${to[1]}`;
      const classes = `tie${guessed ? " guess" : ""}${weakest ? " weak" : ""}`;
      const held = ties.get(key);
      if (held === undefined || (weakest && !held.includes("weak"))) ties.set(key, curve(classes, from, to));
    }
  }
  const goal = paths[0]?.people.at(-1);
  const boxes = [...where].map(([id, [x, y]]) => {
    const name = names.get(id) ?? "";
    const text = label(name, x + BOX / 2, y + 21, { width: BOX - 8, anchor: "middle" });
    return `${rect(id === goal ? "box goal" : "box", x + 1, y, BOX - 2, 34)}${text}`;
  });
  const width = (layers.length - 1) * COLUMN + BOX;
  return svg({ ...picture, width, height: tallest * ROW }, [...ties.values(), ...boxes]);
}

function layersOf(paths: readonly PathView[]): Spot[][] {
  const deepest = maxOf(paths.map(({ people }) => people.length - 1));
  const spots = new Map<string, Spot>();
  for (const { people } of paths) {
    for (const [i, id] of people.entries()) {
      const layer = i === people.length - 1 ? deepest : i;
      if (!spots.has(id)) spots.set(id, { id, layer, row: 0 });
    }
  }
  const layers = Array.from({ length: deepest + 1 }, (_, layer) =>
    [...spots.values()].filter((spot) => spot.layer === layer),
  );
  for (const layer of layers) for (const [i, spot] of layer.entries()) spot.row = i;
  const neighbours = new Map<string, Set<string>>();
  for (const { people } of paths) {
    for (const [i, id] of people.entries()) {
      const known = neighbours.get(id) ?? new Set<string>();
      for (const other of [people[i - 1], people[i + 1]]) if (other !== undefined) known.add(other);
      neighbours.set(id, known);
    }
  }
  for (const order of [layers, [...layers].reverse()]) {
    for (const layer of order) {
      const mean = (spot: Spot): number => {
        const rows = [...(neighbours.get(spot.id) ?? [])].map((id) => spots.get(id)?.row ?? 0);
        return rows.reduce((sum, row) => sum + row, 0) / Math.max(1, rows.length);
      };
      const means = new Map(layer.map((spot) => [spot, mean(spot)]));
      layer.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0) || a.row - b.row);
      for (const [i, spot] of layer.entries()) spot.row = i;
    }
  }
  return layers.filter((layer) => layer.length > 0);
}

function curve(classes: string, from: readonly [number, number], to: readonly [number, number]): string {
  const [x1, y1, x2, y2] = [from[0] + BOX - 1, from[1] + 17, to[0] + 1, to[1] + 17];
  const bend = Math.max(20, (x2 - x1) / 2);
  const points = [x1 + bend, y1, x2 - bend, y2, x2, y2].map(tenth);
  return `<path class="${classes}" d="M${tenth(x1)} ${tenth(y1)}C${points.join(" ")}"/>`;
}

const BOX = 128;
const COLUMN = 178;
const ROW = 46;
