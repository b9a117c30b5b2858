import fc from "fast-check";
import { expect, test } from "vitest";
import { ArcIndex } from "warmpath/search";
import { indexOf, smallGraph } from "../support/search-graphs.js";

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
    (hash, word) => Math.imul((hash << 13) | ((hash >>> 19) ^ word), 0x1b87_3593),
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

test("takes any change of one number under a right checksum just where the index is sound after it", () => {
  const values = fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 7, 8, -1, 0x7fff_ffff);
  const costs = fc.constantFrom(0, -1, 0.1, 0.7, Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e-300);
  let taken = 0;
  let refused = 0;
  fc.assert(
    fc.property(smallGraph(5), fc.nat(), values, costs, fc.boolean(), (graph, pick, value, cost, isCost) => {
      const buffer = (indexOf(graph).buffer as ArrayBuffer).slice(0);
      const words = new Uint32Array(buffer);
      const { offsets, directions, arcs } = places(words);
      if (isCost && arcs > 0)
        new Float64Array(buffer, 32, directions * arcs)[pick % (directions * arcs)] = cost;
      else {
        // Not a half of a cost: a word of the header, of the offsets or of the nodes.
        const at = pick % (8 + words.length - offsets / 4);
        new Int32Array(buffer)[at < 8 ? at : at - 8 + offsets / 4] = value;
      }
      if (places(words).length === buffer.byteLength) withChecksum(buffer);
      if (isSound(buffer)) {
        expect(ArcIndex.fromBuffer(buffer).buffer).toBe(buffer);
        taken++;
      } else {
        const corrupt = expect.objectContaining({ code: "INDEX_CORRUPT" });
        expect(() => ArcIndex.fromBuffer(buffer)).toThrowError(corrupt);
        refused++;
      }
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(taken, refused)).toBeGreaterThan(10);
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
