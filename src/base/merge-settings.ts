import { canonicalJson } from "./canonical-json.js";
import { checkKeys } from "./check-options.js";
import { isRecord, madeOf } from "./check-shape.js";
import { unfit } from "./error.js";

/** Settings of which any part may be left out, at any depth; a list is given whole or not at all. */
export type PartialSettings<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Name in keyof T]?: PartialSettings<T[Name]> | undefined }
    : T;

/**
 * The defaults with some of their values replaced, as a copy: later changes of the caller's object change nothing.
 * @param open Names of records that take any key (sizes by kind, half-lives by medium); their values are numbers.
 * @throws WarmpathError `INVALID_ARGUMENT` with `details.what` naming the setting. It is an unknown name, a value of another kind than the
 * default's, a number that JSON could not hold.
 */
export function mergeSettings<T extends object>(
  defaults: T,
  given: NoInfer<PartialSettings<T>> | undefined,
  what: string,
  open: readonly string[] = [],
): T {
  if (given === undefined) return defaults;
  if (!open.includes(what)) checkKeys(given, Object.keys(defaults), what);
  const merged = { ...defaults } as Record<string, unknown>;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const key = `${what}.${name}`;
    const standard = Object.hasOwn(defaults, name) ? (defaults as Record<string, unknown>)[name] : 0;
    merged[name] = isRecord(standard)
      ? mergeSettings(standard, value, key, open.includes(name) ? [key] : open)
      : checked(value, standard, key);
  }
  return merged as T;
}

function checked(value: unknown, standard: unknown, what: string): unknown {
  return madeOf(what, () => {
    const kind = standard === null ? "number" : typeof standard;
    const fits =
      (value === null && standard === null) ||
      (typeof value === kind &&
        value !== null &&
        Array.isArray(value) === Array.isArray(standard) &&
        (typeof value !== "number" || Number.isFinite(value)));
    if (!fits) throw unfit(what, nameOf(standard));
    return Array.isArray(value) ? (JSON.parse(canonicalJson(value)) as unknown) : value;
  });
}

function nameOf(standard: unknown): string {
  if (standard === null) return "a finite number or null";
  if (Array.isArray(standard)) return "a list";
  return typeof standard === "number" ? "a finite number" : `a ${typeof standard}`;
}
