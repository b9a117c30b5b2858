import type { ArcInput } from "warmpath/search";
import { seeded } from "../../support/search-graphs.js";

/** A made-up social network: heavy-tailed degrees by preferential attachment, triangles by closure. */
export interface SocialGraph extends ArcInput {
  readonly sources: Int32Array;
  readonly targets: Int32Array;
  readonly probabilities: Float64Array;
}

const CLOSURE = 0.5;

/**
 * Holme and Kim's model (Phys. Rev. E 65, 026107, 2002): each person ties to `tiesEach` others, half of them to a friend
 * of the one before. Probabilities are uniform in (0.05, 0.95); `mutual` gives both ways of a tie the same one.
 */
export function socialGraph(nodeCount: number, tiesEach: number, mutual: boolean, seed: number): SocialGraph {
  const random = seeded(seed);
  const friends: number[][] = Array.from({ length: nodeCount }, () => []);
  const ends = new Int32Array(nodeCount * tiesEach * 2);
  let size = 0;
  const tie = (a: number, b: number) => {
    ends[size++] = a;
    ends[size++] = b;
    friends[a]!.push(b);
    friends[b]!.push(a);
  };
  for (let v = 1; v < nodeCount; v++) {
    const mine = friends[v]!;
    const own = size;
    while (mine.length < Math.min(v, tiesEach)) {
      const last = mine.at(-1);
      const near = last !== undefined && random() < CLOSURE ? friends[last]! : undefined;
      const pick =
        v <= tiesEach ? mine.length : (near ?? ends)[Math.floor(random() * (near?.length ?? own))]!;
      const isNew = pick !== v && !mine.includes(pick);
      if (isNew) tie(v, pick);
    }
  }
  return withProbabilities(nodeCount, ends.subarray(0, size), mutual, random);
}

/** Both ways of every tie in `ends` (pairs), with drawn probabilities. */
export function withProbabilities(
  nodeCount: number,
  ends: ArrayLike<number>,
  mutual: boolean,
  random: () => number,
): SocialGraph {
  const tieCount = ends.length / 2;
  const sources = new Int32Array(2 * tieCount);
  const targets = new Int32Array(2 * tieCount);
  const probabilities = new Float64Array(2 * tieCount);
  for (let i = 0; i < tieCount; i++) {
    const p = 0.05 + 0.9 * random();
    sources[2 * i] = targets[2 * i + 1] = ends[2 * i]!;
    targets[2 * i] = sources[2 * i + 1] = ends[2 * i + 1]!;
    probabilities[2 * i] = p;
    probabilities[2 * i + 1] = mutual ? p : 0.05 + 0.9 * random();
  }
  return { nodeCount, sources, targets, probabilities };
}
