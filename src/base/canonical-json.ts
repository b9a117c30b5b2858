/**
 * JSON with keys in code-unit order and no blanks (RFC 8785): one text for one value. Fields that are undefined are left
 * out; what has a `toJSON` (a Date) is taken at its word.
 * @throws TypeError for what JSON cannot hold: NaN, infinities, functions, symbols, bigints and cycles. Lone surrogates are escaped.
 */
export function canonicalJson(value: unknown): string {
  const ordered = inOrder(value, 0);
  return ordered === NOT_ORDERED ? write(value, 0) : JSON.stringify(ordered);
}

/**
 * The same value with its keys in order, for the engine's own JSON, which takes a tenth of the time in an interpreter. An object cannot hold every
 * key at its place: numbers go before all else, and `__proto__` is none of its own.
 */
function inOrder(value: unknown, depth: number): unknown {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (typeof value !== "object" || depth > MAX_DEPTH) throw new TypeError("not a JSON value");
  if ("toJSON" in value && typeof value.toJSON === "function") return inOrder(value.toJSON(), depth + 1);
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const ordered = inOrder(item, depth + 1);
      if (ordered === NOT_ORDERED) return NOT_ORDERED;
      items.push(ordered);
    }
    return items;
  }
  const ordered: Record<string, unknown> = {};
  for (const key of sorted(Object.keys(value))) {
    const item: unknown = value[key as keyof typeof value];
    if (item === undefined) continue;
    const part = inOrder(item, depth + 1);
    if (part === NOT_ORDERED || key === "__proto__" || isDigit(key)) return NOT_ORDERED;
    ordered[key] = part;
  }
  return ordered;
}

/** The same as a text of our own, for objects that cannot hold their keys in order. */
function write(value: unknown, depth: number): string {
  if (typeof value === "string" || typeof value === "boolean" || value === null) return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== "object" || depth > MAX_DEPTH) throw new TypeError("not a JSON value");
  if ("toJSON" in value && typeof value.toJSON === "function") return write(value.toJSON(), depth + 1);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join(",")}]`;
  const parts: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const item: unknown = value[key as keyof typeof value];
    if (item !== undefined) parts.push(`${JSON.stringify(key)}:${write(item, depth + 1)}`);
  }
  return `{${parts.join(",")}}`;
}

function isDigit(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/** Sorted by code units where they stand: records have few keys, mostly in order. */
function sorted(keys: string[]): string[] {
  if (keys.length > MOST_BY_HAND) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as string;
    let at = i;
    for (; at > 0 && (keys[at - 1] as string) > key; at--) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
}

const MOST_BY_HAND = 20;
const NOT_ORDERED = /* @__PURE__ */ Symbol("not ordered");
/** Deeper than any event; keeps a cycle or a hostile nest from the call stack's end. */
const MAX_DEPTH = 64;
