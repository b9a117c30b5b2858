import type { Person } from "../people/index.js";
import type { KnownTie } from "./kept-tie.js";
import type { Network } from "./network.js";

/** What graphology's `import` and `Graph.from` take, and sigma.js with it. */
export interface GraphologyJson {
  readonly attributes: Record<string, never>;
  readonly options: { readonly type: "undirected"; readonly multi: false; readonly allowSelfLoops: false };
  readonly nodes: readonly { readonly key: string; readonly attributes: Omit<Person, "id"> }[];
  readonly edges: readonly {
    readonly key: string;
    readonly source: string;
    readonly target: string;
    readonly undirected: true;
    readonly attributes: Pick<KnownTie, "evidence" | "visibility">;
  }[];
}

/**
 * The network as graphology's JSON, the same bytes for the same network: node keys are the plain ids, edge keys a JSON list
 * of both, evidence is told from the source's side. graphology itself takes ids such as `constructor` for properties of its
 * own. Where ids are not the caller's to choose, put a prefix before `key`, `source` and `target`.
 */
export function toGraphologyJson(network: Network): GraphologyJson {
  return {
    attributes: {},
    options: { type: "undirected", multi: false, allowSelfLoops: false },
    nodes: network.people().map(({ id, ...attributes }) => ({ key: id, attributes })),
    edges: network.ties().map(({ from, to, evidence, visibility }) => ({
      key: JSON.stringify([from, to]),
      source: from,
      target: to,
      undirected: true,
      attributes: { evidence, visibility },
    })),
  };
}
