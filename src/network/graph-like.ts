import type { KnownTie } from "./kept-tie.js";

/**
 * The part of a graphology graph that warmpath promises: enough to read it with. What `graphOf` of
 * `warmpath/network/graphology` gives is the very object that graphology's libraries take. Node keys are `p:` + person id,
 * because graphology mistakes ids such as `constructor` for its own properties. Treat it as read-only.
 */
export interface GraphLike {
  readonly order: number;
  readonly size: number;
  readonly type: string;
  nodes(): string[];
  edges(): string[];
  neighbors(node: unknown): string[];
  degree(node: unknown): number;
  hasNode(node: unknown): boolean;
  hasEdge(source: unknown, target: unknown): boolean;
  source(edge: unknown): string;
  target(edge: unknown): string;
  getNodeAttributes(node: unknown): Record<string, unknown>;
  getEdgeAttributes(edge: unknown): Record<string, unknown>;
  forEachNode(callback: (node: string, attributes: Record<string, unknown>) => void): void;
  export(): unknown;
}

/** The key of a person's node. */
export function nodeKey(id: string): string {
  return `p:${id}`;
}

/** The key of a tie's edge. */
export function edgeKey({ from, to }: Pick<KnownTie, "from" | "to">): string {
  return JSON.stringify([from, to]);
}
