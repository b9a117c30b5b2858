/**
 * How much is done in a piece of work, as a count that no busy machine changes: looks at maps and sets, entries of them and of lists that are gone
 * through, items that lists get, and comparisons of sorts.
 */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const kept = [Map.prototype, Set.prototype, Array.prototype].map(
    (type) => [type, Object.getOwnPropertyDescriptors(type) as PropertyDescriptorMap] as const,
  );
  const counted = (type: object, names: readonly (string | symbol)[], sizeOf: (self: never) => number) => {
    for (const name of names) {
      const before = Reflect.get(type, name) as (...args: unknown[]) => unknown;
      Reflect.set(type, name, function (this: never, ...args: unknown[]) {
        steps += sizeOf(this);
        return Reflect.apply(before, this, args);
      });
    }
  };
  counted(Map.prototype, ["get", "set"], () => 1);
  counted(Set.prototype, ["add", "has"], () => 1);
  counted(Array.prototype, ["push"], () => 1);
  const walks = ["keys", "values", "entries", "forEach", Symbol.iterator];
  counted(Map.prototype, walks, ({ size }) => size);
  counted(Set.prototype, walks, ({ size }) => size);
  counted(Array.prototype, ["filter", "map", "flatMap", "some"], ({ length }) => length);
  const { sort } = Array.prototype;
  Array.prototype.sort = function (compare?: (a: never, b: never) => number) {
    const counting = (a: unknown, b: unknown): number => {
      steps++;
      return (compare as NonNullable<typeof compare>)(a as never, b as never);
    };
    return sort.call(this, compare && counting);
  };
  try {
    work();
  } finally {
    for (const [type, own] of kept) Object.defineProperties(type, own);
  }
  return steps;
}
