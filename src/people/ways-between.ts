/** A graph by the neighbours of each node. */
export type Links = ReadonlyMap<number, readonly number[]>;

/**
 * A function that gives the nodes on simple ways between two nodes of one connected part, the two included. They are those of the
 * biconnected blocks between the two in the tree of blocks. One search in depth finds all blocks (Hopcroft and Tarjan 1973, with a
 * stack of our own instead of recursion); each question then costs as much as its answer.
 */
export function waysBetween(links: Links): (a: number, b: number) => ReadonlySet<number> {
  const { order, blockOf } = blocksOf(links);
  return (a, b) => {
    const way = new Set([a, b]);
    let [low, high] = [a, b];
    while (low !== high) {
      if ((order.get(low) as number) > (order.get(high) as number)) [low, high] = [high, low];
      const block = blockOf.get(high) as Block;
      for (const node of block.nodes) way.add(node);
      way.add(block.top);
      high = block.top;
    }
    return way;
  };
}

/** Nodes of which every two lie on a circle, or one edge: the one found first, and the others. */
interface Block {
  readonly top: number;
  readonly nodes: readonly number[];
}

/** The order in which the nodes are found, and for each but the roots the block in which another was found before it. */
function blocksOf(links: Links) {
  const order = new Map<number, number>();
  const blockOf = new Map<number, Block>();
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
      const block: Block = { top: up, nodes: open.splice(open.lastIndexOf(node)) };
      for (const inside of block.nodes) blockOf.set(inside, block);
    }
  }
  return { order, blockOf };
}
