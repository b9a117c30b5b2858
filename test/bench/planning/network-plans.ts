import { existsSync, readFileSync } from "node:fs";
import type { IntroductionPath, Leg } from "../../../src/paths/index.js";
import { ArcIndex, kBestPaths } from "../../../src/search/index.js";

/** Paths between random people of a network, as many sets as asked for; each has at least two first connectors. */
export function networkPlans(arcs: readonly Arc[], plans: number, k: number): IntroductionPath[][] {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    if (!numbers.has(id)) numbers.set(id, numbers.size);
    return numbers.get(id)!;
  };
  const sources = arcs.map(({ from }) => numberOf(from));
  const targets = arcs.map(({ to }) => numberOf(to));
  const ids = [...numbers.keys()];
  const index = ArcIndex.build({
    nodeCount: ids.length,
    sources,
    targets,
    probabilities: arcs.map(({ consent }) => consent),
  });
  const random = seeded(1);
  const found: IntroductionPath[][] = [];
  for (let tries = 0; found.length < plans && tries < plans * 50; tries++) {
    const source = Math.floor(random() * ids.length);
    const target = Math.floor(random() * ids.length);
    const { paths } = kBestPaths(index, { sources: source, targets: target, k, maxHops: 3 });
    if (new Set(paths.map(({ nodes }) => nodes[1])).size < 2) continue;
    found.push(paths.map(({ nodes }) => toPath(nodes, ids, index)));
  }
  return found;
}

/** A tie with the consent that is taken from it. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly consent: number;
}

/** The shared networks that are there: a trust network with its levels, and messages among students by how many there were. */
export function sharedNetworks(): { readonly name: string; readonly arcs: readonly Arc[] }[] {
  const data = new URL("../../../../shared/data/", import.meta.url).pathname;
  const networks = [];
  const advogato = `${data}advogato/out.advogato`;
  if (existsSync(advogato)) {
    const arcs = rowsOf(advogato).flatMap(([from, to, level]) =>
      from === to || !level ? [] : [{ from: from!, to: to!, consent: Number(level) * 0.7 }],
    );
    networks.push({ name: "advogato", arcs });
  }
  const college = `${data}college-msg/CollegeMsg.txt`;
  if (existsSync(college)) {
    const counts = new Map<string, number>();
    for (const [from, to] of rowsOf(college))
      counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
    const arcs = [...counts].map(([pair, count]) => {
      const [from, to] = pair.split(" ") as [string, string];
      return { from, to, consent: 0.15 + 0.6 * (count / (count + 5)) };
    });
    networks.push({ name: "college-msg", arcs });
  }
  return networks;
}

/** A network of its own, for machines without the shared data. */
export function madeUpNetwork(): { readonly name: string; readonly arcs: readonly Arc[] } {
  const random = seeded(2);
  const arcs: Arc[] = [];
  for (let i = 0; i < 20_000; i++) {
    const [from, to] = [Math.floor(random() ** 2 * 2_000), Math.floor(random() ** 2 * 2_000)];
    if (from !== to) arcs.push({ from: `${from}`, to: `${to}`, consent: 0.1 + 0.7 * random() });
  }
  return { name: "made up", arcs };
}

/** Uniforms in [0, 1) (mulberry32). */
export function seeded(start: number): () => number {
  let seed = start;
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function rowsOf(file: string): string[][] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("%"))
    .map((line) => line.trim().split(/\s+/));
}

function toPath(nodes: readonly number[], ids: readonly string[], index: ArcIndex): IntroductionPath {
  const legs = nodes.slice(1).map((node, i): Leg => {
    const consent = index.probability(nodes[i]!, node);
    return {
      asker: ids[nodes[i]!]!,
      asked: ids[node]!,
      consent,
      interval: [consent, consent],
      strength: 0.5,
      state: "unknown",
      factors: [],
      evidence: {},
      inferred: false,
      why: "",
      consentIfTied: consent,
    };
  });
  return {
    people: nodes.map((node) => ids[node]!),
    legs,
    probability: legs.reduce((product, leg) => product * leg.consent, 1),
    interval: [0, 1],
    weakestLeg: 0,
    whatWouldHelp: "",
  };
}
