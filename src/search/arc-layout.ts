import { WarmpathError } from "../base/error.js";

/**
 * The arc index as bytes: one buffer, so that it can be saved, sent or shared between threads without a copy.
 *
 *     header   8 x uint32: magic, version, directions (1 or 2), nodeCount, arcCount, checksum, 0, 0
 *     costs    float64 per arc and direction, -ln p, rising within a node
 *     offsets  uint32 per node + 1 and direction: where a node's arcs begin
 *     nodes    int32 per arc and direction: the other end; equal costs lie in rising order of it
 *
 * With one direction every arc has a mirror of equal probability, and a node's arcs out serve as its arcs in: 12 bytes an
 * arc. With two directions: 24. Numbers are in the machine's byte order; on another the magic number does not match.
 */
export interface ArcLayout {
  readonly buffer: ArrayBufferLike;
  readonly nodeCount: number;
  readonly arcCount: number;
  readonly mirrored: boolean;
  readonly out: Arcs;
  /** The same object as `out` where `mirrored`. */
  readonly in: Arcs;
}

/** The arcs of all nodes in one direction: those of node v lie at `offsets[v] <= i < offsets[v + 1]`, cheapest first. */
export interface Arcs {
  readonly offsets: Uint32Array;
  readonly nodes: Int32Array;
  readonly costs: Float64Array;
}

/** Makes an index's buffer, zeros but for the header, and the views on it. */
export function newLayout(
  nodeCount: number,
  arcCount: number,
  mirrored: boolean,
  shared: boolean,
): ArcLayout {
  const bytes = byteLength(nodeCount, arcCount, mirrored ? 1 : 2);
  const buffer = shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes);
  headerOf(buffer).set([MAGIC, VERSION, mirrored ? 1 : 2, nodeCount, arcCount]);
  return viewsOf(buffer);
}

/** Writes the checksum of header and offsets: the last step of a build. */
export function seal(layout: ArcLayout): ArcLayout {
  headerOf(layout.buffer)[CHECKSUM] = checksumOf(layout);
  return layout;
}

/**
 * Reads a buffer made by {@link newLayout} and {@link seal} in one pass; nothing is copied.
 * @throws WarmpathError `INDEX_CORRUPT` for any other bytes.
 */
export function readLayout(buffer: ArrayBufferLike): ArcLayout {
  sound(sizeOf(buffer) >= HEADER_WORDS * 4 && !ArrayBuffer.isView(buffer));
  const [magic, version, directions = 0, nodeCount = 0, arcCount = 0, checksum, rest, last] =
    headerOf(buffer);
  sound(magic === MAGIC && version === VERSION && rest === 0 && last === 0);
  sound((directions === 1 || directions === 2) && nodeCount <= MAX_NODES);
  sound(buffer.byteLength === byteLength(nodeCount, arcCount, directions));
  const layout = viewsOf(buffer);
  sound(checksum === checksumOf(layout));
  for (const { offsets, nodes, costs } of [layout.out, layout.in]) {
    sound(offsets[0] === 0 && offsets[nodeCount] === arcCount);
    for (let v = 0; v < nodeCount; v++) {
      const end = offsets[v + 1]!;
      let least = 0;
      sound(offsets[v]! <= end && end <= arcCount);
      for (let i = offsets[v]!; i < end; i++) {
        sound(costs[i]! >= least && costs[i]! < Infinity);
        sound(nodes[i]! >= 0 && nodes[i]! < nodeCount && nodes[i] !== v);
        least = costs[i]!;
      }
    }
  }
  return layout;
}

/** The most nodes that an index can number. */
export const MAX_NODES = 0x7fff_fffe;

const HEADER_WORDS = 8;
const MAGIC = 0x57_50_41_49;
const VERSION = 1;
const CHECKSUM = 5;

function byteLength(nodeCount: number, arcCount: number, directions: number): number {
  return HEADER_WORDS * 4 + directions * (12 * arcCount + 4 * (nodeCount + 1));
}

function headerOf(buffer: ArrayBufferLike): Uint32Array {
  return new Uint32Array(buffer, 0, HEADER_WORDS);
}

function viewsOf(buffer: ArrayBufferLike): ArcLayout {
  const [, , directions = 0, nodeCount = 0, arcCount = 0] = headerOf(buffer);
  const offsetsAt = HEADER_WORDS * 4 + 8 * directions * arcCount;
  const nodesAt = offsetsAt + 4 * directions * (nodeCount + 1);
  const side = (direction: number): Arcs => ({
    costs: new Float64Array(buffer, HEADER_WORDS * 4 + 8 * direction * arcCount, arcCount),
    offsets: new Uint32Array(buffer, offsetsAt + 4 * direction * (nodeCount + 1), nodeCount + 1),
    nodes: new Int32Array(buffer, nodesAt + 4 * direction * arcCount, arcCount),
  });
  const mirrored = directions === 1;
  const out = side(0);
  return { buffer, nodeCount, arcCount, mirrored, out, in: mirrored ? out : side(1) };
}

/**
 * A mixing sum over the header's first five words and all offsets: turn, mix in, multiply, as in MurmurHash3. Each step
 * can be undone, so no single change is lost.
 */
function checksumOf({ buffer, out, in: into }: ArcLayout): number {
  let hash = 0;
  for (const words of [headerOf(buffer).subarray(0, CHECKSUM), out.offsets, into.offsets]) {
    for (let i = 0; i < words.length; i++) {
      hash = Math.imul(((hash << 13) | (hash >>> 19)) ^ words[i]!, 0x1b87_3593);
    }
  }
  return hash >>> 0;
}

function sound(isSound: boolean): void {
  if (!isSound) throw new WarmpathError("INDEX_CORRUPT", "bad index");
}

function sizeOf(buffer: ArrayBufferLike): number {
  try {
    return Number(buffer.byteLength);
  } catch {
    return 0;
  }
}
