/** A graph by the neighbours of each node. */
export type Links = ReadonlyMap<number, readonly number[]>;

/**
 * Tells whether a link of a node lies on a simple way between one of several pairs of nodes. The node itself is no end of that pair. Each
 * pair's two nodes are in one connected part. Ways run through the biconnected blocks between their ends in the tree of blocks. Of
 * a block on the way every link is on one. One search in depth finds all blocks (Hopcroft and Tarjan 1973, with a stack of our own
 * instead of recursion). Each pair then costs a step for each block between its two, and each question one look.
 */
export function waysBetween(
  links: Links,
  pairs: readonly (readonly [number, number])[],
): (node: number, other: number) => boolean {
  const { order, blocks } = blocksOf(links);
  for (const [a, b] of pairs) countWay([order.get(a) as number, order.get(b) as number], blocks);
  return (node, other) => {
    const [one, two] = [order.get(node), order.get(other)];
    if (one === undefined || two === undefined) return false;
    // The link of two nodes is in the block of the one found later.
    const { ways, ends } = blocks[Math.max(one, two)] as Block;
    return ways > (ends.get(one) ?? 0);
  };
}

/** Nodes of which every two lie on a circle, or one edge; each by its index in the order in which the nodes are found. */
interface Block {
  /** The one of them that was found first. */
  readonly top: number;
  /** How many pairs' ways run through it, */
  ways: number;
  /** and how many of them begin or end at which of its nodes. */
  readonly ends: Map<number, number>;
}

/** Climbs from both ends to where they meet, the one found later first, and counts each block on the way once. */
function countWay(pair: readonly [number, number], blocks: readonly (Block | undefined)[]): void {
  const at: [number, number] = [...pair];
  const last: [Block | undefined, Block | undefined] = [undefined, undefined];
  const endsIn = (end: number, { ends }: Block) => ends.set(end, (ends.get(end) ?? 0) + 1);
  while (at[0] !== at[1]) {
    const side = at[0] > at[1] ? 0 : 1;
    const block = blocks[at[side]] as Block;
    // Where both sides come to one block from below, it is one block of the way.
    if (block !== last[1 - side]) block.ways++;
    if (last[side] === undefined) endsIn(pair[side], block);
    last[side] = block;
    at[side] = block.top;
  }
  const [one, other] = last;
  if (one === undefined && other !== undefined) endsIn(pair[0], other);
  if (other === undefined && one !== undefined) endsIn(pair[1], one);
}

/** The index of each node in the order in which they are found. At each but the roots it has the block in which another was found before. */
function blocksOf(links: Links) {
  const order = new Map<number, number>();
  const blocks = Array.from<Block | undefined>({ length: links.size });
  const low = new Map<number, number>();
  const open: number[] = [];
  const find = (node: number) => {
    low.set(node, order.size);
    order.set(node, order.size);
    open.push(node);
    return { node, list: links.get(node) as readonly number[], next: 0 };
  };
  const lower = (node: number, to: number) => low.set(node, Math.min(low.get(node) as number, to));
  for (const root of links.keys()) {
    const trail = order.has(root) ? [] : [find(root)];
    for (let at = trail[0]; at !== undefined; at = trail[trail.length - 1]) {
      const { node, list } = at;
      const up = trail[trail.length - 2]?.node;
      const other = list[at.next++];
      if (other !== undefined) {
        const known = order.get(other);
        if (known === undefined) trail.push(find(other));
        else if (other !== up) lower(node, known);
        continue;
      }
      trail.pop();
      if (up === undefined) continue;
      if ((low.get(node) as number) < (order.get(up) as number)) {
        lower(up, low.get(node) as number);
        continue;
      }
      const block: Block = { top: order.get(up) as number, ways: 0, ends: new Map() };
      for (const inside of open.splice(open.lastIndexOf(node))) blocks[order.get(inside) as number] = block;
    }
  }
  return { order, blocks };
}
