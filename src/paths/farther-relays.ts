import type { RawPath } from "../search/index.js";
import type { CompiledView } from "./compiled-view.js";

/** A path with its probability by how far each one asked is from a seeker. */
export interface FartherPath {
  readonly path: RawPath;
  readonly probability: number;
  /** True where somebody is asked third in a row or later. */
  readonly far: boolean;
}

/** The path by the consents of those who are asked third in a row, which are lower than those that it was found with. */
export function fartherFrom(view: CompiledView, seekers: readonly number[], path: RawPath): FartherPath {
  const { scorer } = view.compiled;
  let { probability } = path;
  let far = false;
  for (let i = 2; i < path.nodes.length - 2; i++) {
    const index = indexOfRelay(i, (at) => seekers.includes(path.nodes[at] as number));
    if (index < 3) continue;
    const [asker, asked] = [view.ids[path.nodes[i]!] as string, view.ids[path.nodes[i + 1]!] as string];
    const score = { ...view.scoreOf(asker, asked), role: "relay" } as const;
    probability *= scorer.consent({ ...score, index }) / scorer.consent(score);
    far = true;
  }
  return { path, probability, far };
}

/** Which one in a row the one asked in a leg is, the contact of the last seeker on the way being the first. */
export function indexOfRelay(leg: number, isSeeker: (at: number) => boolean): number {
  let index = 1;
  for (let at = leg; at > 0 && !isSeeker(at); at--) index++;
  return index;
}

/** More probable first, then shorter, then by numbers, which are in the order of ids. */
export function compareFarther(a: FartherPath, b: FartherPath): number {
  const [one, other] = [a.path.nodes, b.path.nodes];
  if (a.probability !== b.probability) return b.probability - a.probability;
  if (one.length !== other.length) return one.length - other.length;
  const at = one.findIndex((node, i) => node !== other[i]);
  return at < 0 ? 0 : (one[at] as number) - (other[at] as number);
}
