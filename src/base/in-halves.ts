/** All of a list as one, by halves: what grows with each join is gone through seldom. `join` is to be associative, the list not empty. */
export function inHalves<T>(list: readonly T[], join: (a: T, b: T) => T): T {
  if (list.length < 3) return list.reduce(join);
  const half = list.length >> 1;
  return join(inHalves(list.slice(0, half), join), inHalves(list.slice(half), join));
}
