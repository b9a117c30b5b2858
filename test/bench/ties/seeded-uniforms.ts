/** Deterministic uniform numbers in (0, 1): Lehmer's generator. */
export function seededUniforms(seed: number): () => number {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
