import { expect, test } from "vitest";
import { ArcIndex } from "warmpath/search";
import { indexOf } from "../support/search-graphs.js";

/** Words of the header: the last two are to be 0. */
const [VERSION, DIRECTIONS, NODES, ARCS, CHECKSUM, REST, LAST] = [1, 2, 3, 4, 5, 6, 7] as const;

/** Where the layout that a header names puts its parts, in bytes. */
function places(words: Uint32Array) {
  const [directions, nodes, arcs] = [words[DIRECTIONS]!, words[NODES]!, words[ARCS]!];
  const offsets = 32 + 8 * directions * arcs;
  const ends = offsets + 4 * directions * (nodes + 1);
  return { directions, nodes, arcs, offsets, ends, length: ends + 4 * directions * arcs };
}

/** The checksum as the layout's documentation says: over five words of the header and all offsets, those of a shared side twice. */
function withChecksum(buffer: ArrayBuffer): ArrayBuffer {
  const words = new Uint32Array(buffer);
  const { directions, offsets, ends } = places(words);
  const side = words.subarray(offsets / 4, ends / 4);
  const mixed = [...words.subarray(0, CHECKSUM), ...side, ...(directions === 1 ? side : [])];
  words[CHECKSUM] = mixed.reduce(
    (hash, word) => Math.imul(((hash << 13) | (hash >>> 19)) ^ word, 0x1b87_3593),
    0,
  );
  return buffer;
}

/** Whether a buffer holds an index, read number by number. */
function isSound(buffer: ArrayBuffer): boolean {
  const words = new Uint32Array(buffer);
  const { directions, nodes, arcs, offsets, ends, length } = places(words);
  if (words[0] !== 0x57_50_41_49 || words[VERSION] !== 1 || words[REST] !== 0 || words[LAST] !== 0)
    return false;
  if (![1, 2].includes(directions) || length !== buffer.byteLength) return false;
  for (let side = 0; side < directions; side++) {
    const at = new Uint32Array(buffer, offsets + 4 * side * (nodes + 1), nodes + 1);
    const costs = [...new Float64Array(buffer, 32 + 8 * side * arcs, arcs)];
    const others = [...new Int32Array(buffer, ends + 4 * side * arcs, arcs)];
    if (at[0] !== 0 || at[nodes] !== arcs || at.some((from, v) => from > (at[v + 1] ?? arcs))) return false;
    for (let v = 0; v < nodes; v++) {
      const own = costs.slice(at[v], at[v + 1]);
      if (!own.every((cost, i) => cost >= (own[i - 1] ?? 0) && cost < Number.POSITIVE_INFINITY)) return false;
      if (others.slice(at[v], at[v + 1]).some((w) => w < 0 || w >= nodes || w === v)) return false;
    }
  }
  return true;
}

test("takes a change of any one number under a right checksum just where the index is sound after it", () => {
  const values = [0, 1, 2, 3, 4, 5, 6, -1, 0x7fff_ffff];
  const costs = [0, 0.1, 0.7, 5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, -1e-300];
  const wrong: string[] = [];
  let [taken, refused] = [0, 0];
  const look = (index: ArcIndex, change: (buffer: ArrayBuffer) => void, what: string) => {
    const buffer = (index.buffer as ArrayBuffer).slice(0);
    change(buffer);
    if (places(new Uint32Array(buffer)).length === buffer.byteLength) withChecksum(buffer);
    let code: string | undefined;
    try {
      ArcIndex.fromBuffer(buffer);
      taken++;
    } catch (error) {
      code = String((error as { code?: string }).code);
      refused++;
    }
    if (code !== (isSound(buffer) ? undefined : "INDEX_CORRUPT")) wrong.push(`${what}: ${code}`);
  };
  for (const [nodeCount, ...arcs] of [
    [0],
    [2, [0, 1], [1, 0]],
    [3, [0, 1], [0, 2], [2, 0]],
    [4, [0, 1], [1, 0], [2, 1], [1, 2], [3, 1], [1, 3]],
    [4, [3, 0], [3, 1], [3, 2], [1, 0]],
  ] as [number, ...[number, number][]][]) {
    const list = arcs.map(([source, target]) => ({ source, target, probability: 0.5 }));
    const index = indexOf({ nodeCount, arcs: list });
    const { offsets, length } = places(new Uint32Array(index.buffer));
    for (let at = 0; at < length; at += at >= 32 && at < offsets ? 8 : 4) {
      // A cost is a number of eight bytes.
      if (at >= 32 && at < offsets)
        for (const cost of costs)
          look(
            index,
            (to) => new Float64Array(to, at, 1).fill(cost),
            `${nodeCount}, cost of ${cost} at ${at}`,
          );
      else
        for (const value of values)
          look(index, (to) => new Int32Array(to, at, 1).fill(value), `${nodeCount}, ${value} at ${at}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(Math.min(taken, refused)).toBeGreaterThan(50);
});

test("a saved index is read by every later version: the bytes of two of them", () => {
  const hex = (index: ArcIndex) => Buffer.from(index.buffer as ArrayBuffer).toString("hex");
  const arcs = { nodeCount: 3, sources: [0, 1], targets: [1, 0], probabilities: [1, 1] };
  const costs = "0".repeat(32);
  expect(hex(ArcIndex.build(arcs))).toBe(
    `4941505701000000010000000300000002000000ed549e3a0000000000000000${costs}00000000010000000200000002000000` +
      "0100000000000000",
  );
  expect(hex(ArcIndex.build({ ...arcs, targets: [1, 2] }))).toBe(
    `4941505701000000020000000300000002000000c3bd750e0000000000000000${costs}${costs}00000000010000000200000002000000` +
      "0000000000000000010000000200000001000000020000000000000001000000",
  );
});
