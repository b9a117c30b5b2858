/**
 * JSON with keys in code-unit order and no blanks (RFC 8785): one text for one value. Fields that are undefined are left
 * out; what has a `toJSON` (a Date) is taken at its word.
 * @throws TypeError for what JSON cannot hold: NaN, infinities, functions, symbols, bigints and cycles. Lone surrogates are escaped.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value !== "object" || depth > MAX_DEPTH) throw new TypeError("not a JSON value");
  if ("toJSON" in value && typeof value.toJSON === "function") return write(value.toJSON(), depth + 1);
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value) text += `${text === "" ? "" : ","}${write(item, depth + 1)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const item: unknown = value[key as keyof typeof value];
    if (item !== undefined)
      text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${write(item, depth + 1)}`;
  }
  return `{${text}}`;
}

/** Deeper than any event; keeps a cycle or a hostile nest from the call stack's end. */
const MAX_DEPTH = 64;
