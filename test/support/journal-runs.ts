/** Number of runs of a property: a fifth of it where `QUICK` is set, as the mutation run does, which repeats every test a thousand times. */
export function runs(count: number): number {
  return process.env["QUICK"] === undefined ? count : Math.ceil(count / 5);
}
