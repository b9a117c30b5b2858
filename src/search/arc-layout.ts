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
  new Uint32Array(buffer, 0, HEADER_WORDS).set([MAGIC, VERSION, mirrored ? 1 : 2, nodeCount, arcCount]);
  return viewsOf(buffer);
}

/** Writes the checksum of header and offsets: the last step of a build. */
export function seal(layout: ArcLayout): ArcLayout {
  new Uint32Array(layout.buffer, 0, HEADER_WORDS)[CHECKSUM] = checksumOf(layout);
  return layout;
}

/**
 * Reads a buffer made by {@link newLayout} and {@link seal} in one pass; nothing is copied.
 * @throws WarmpathError `INDEX_CORRUPT` for any other bytes.
 */
export function readLayout(buffer: ArrayBufferLike): ArcLayout {
  const size = buffer instanceof ArrayBuffer || isShared(buffer) ? buffer.byteLength : -1;
  if (size < HEADER_WORDS * 4) corrupt();
  const [magic, version, directions, nodeCount, arcCount, checksum, rest, last] = new Uint32Array(
    buffer,
    0,
    HEADER_WORDS,
  ) as unknown as readonly number[] & { length: 8 };
  if (magic !== MAGIC || version !== VERSION) corrupt();
  if ((directions !== 1 && directions !== 2) || rest !== 0 || last !== 0) corrupt();
  if (nodeCount! > MAX_NODES || size !== byteLength(nodeCount!, arcCount!, directions)) corrupt();
  const layout = viewsOf(buffer);
  if (checksum !== checksumOf(layout)) corrupt();
  checkArcs(layout, layout.out);
  if (directions === 2) checkArcs(layout, layout.in);
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

function viewsOf(buffer: ArrayBufferLike): ArcLayout {
  const [, , directions = 1, nodeCount = 0, arcCount = 0] = new Uint32Array(buffer, 0, HEADER_WORDS);
  let at = HEADER_WORDS * 4;
  const take = <T>(
    View: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    length: number,
    size: number,
  ): T => {
    const view = new View(buffer, at, length);
    at += length * size;
    return view;
  };
  const costs = take(Float64Array, arcCount, 8);
  const costsIn = directions === 2 ? take(Float64Array, arcCount, 8) : costs;
  const offsets = take(Uint32Array, nodeCount + 1, 4);
  const offsetsIn = directions === 2 ? take(Uint32Array, nodeCount + 1, 4) : offsets;
  const nodes = take(Int32Array, arcCount, 4);
  const nodesIn = directions === 2 ? take(Int32Array, arcCount, 4) : nodes;
  const out = { offsets, nodes, costs };
  return {
    buffer,
    nodeCount,
    arcCount,
    mirrored: directions === 1,
    out,
    in: directions === 1 ? out : { offsets: offsetsIn, nodes: nodesIn, costs: costsIn },
  };
}

/** A mixing sum (after MurmurHash3's body) over the header's first five words and all offsets. */
function checksumOf(layout: ArcLayout): number {
  const { buffer, nodeCount, out, mirrored } = layout;
  const words = new Uint32Array(buffer, out.offsets.byteOffset, (mirrored ? 1 : 2) * (nodeCount + 1));
  return mix(mix(0, new Uint32Array(buffer, 0, CHECKSUM)), words) >>> 0;
}

function mix(seed: number, words: Uint32Array): number {
  let hash = seed;
  for (let i = 0; i < words.length; i++) {
    hash ^= Math.imul(words[i]!, 0x1b87_3593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe654_6b64;
  }
  return hash;
}

function checkArcs(layout: ArcLayout, arcs: Arcs): void {
  const { offsets, nodes, costs } = arcs;
  const { nodeCount, arcCount } = layout;
  if (offsets[0] !== 0 || offsets[nodeCount] !== arcCount) corrupt();
  for (let v = 0; v < nodeCount; v++) {
    const end = offsets[v + 1]!;
    let least = 0;
    if (end > arcCount || offsets[v]! > end) corrupt();
    for (let i = offsets[v]!; i < end; i++) {
      if (!(costs[i]! >= least && costs[i]! < Number.POSITIVE_INFINITY)) corrupt();
      if (nodes[i]! < 0 || nodes[i]! >= nodeCount || nodes[i] === v) corrupt();
      least = costs[i]!;
    }
  }
}

function isShared(buffer: unknown): buffer is SharedArrayBuffer {
  return typeof SharedArrayBuffer === "function" && buffer instanceof SharedArrayBuffer;
}

function corrupt(): never {
  throw new WarmpathError("INDEX_CORRUPT", "the buffer is no sound arc index of this version and byte order");
}
