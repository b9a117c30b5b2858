/** The way to one part of an argument, by its keys. */
export type Place = readonly string[];

/**
 * The places of a value's parts, whole lists and objects too. Of a list the first item stands for all, of a wide table three; what stands
 * at several places is looked into at the first.
 */
export function placesOf(
  value: unknown,
  most = 5,
  path: Place = [],
  seen: Set<unknown> = new Set(),
): readonly Place[] {
  const own = path.length === 0 ? [] : [path];
  if (!isPlain(value) || path.length >= most || seen.has(value)) return own;
  seen.add(value);
  const keys = Object.keys(value);
  const few = Array.isArray(value) && path.length > 0 ? 1 : keys.length > WIDE ? 3 : keys.length;
  return [
    ...own,
    ...keys
      .slice(0, few)
      .flatMap((key) => placesOf(value[key as keyof typeof value], most, [...path, key], seen)),
  ];
}

/** Keys beyond which an object is a table. */
const WIDE = 60;

/** What stands at a place. */
export function partAt(value: unknown, place: Place): unknown {
  return place.reduce((held, key) => (held as Record<string, unknown>)[key], value);
}

/** A copy of a value with something else at one place. */
export function withPart(value: unknown, [key, ...rest]: Place, part: PropertyDescriptor): unknown {
  if (key === undefined) return part.value;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  const put = rest.length === 0 ? part : { value: withPart(copy[key], rest, part) };
  Object.defineProperty(copy, key, { ...put, enumerable: true, configurable: true });
  return copy;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
