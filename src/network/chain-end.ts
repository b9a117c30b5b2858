/** Where a chain of ids ends that each mean the next one. Each walk skips every second step for the next walk, so that a long chain stays short. */
export function chainEnd(next: Map<string, string>, id: string): string {
  let now = id;
  for (let further = next.get(now); further !== undefined; further = next.get(now)) {
    const last = next.get(further);
    if (last !== undefined) next.set(now, last);
    now = further;
  }
  return now;
}
