import { hexOf, Sha256 } from "./sha256.js";

/**
 * SHA-256 of plain data, whatever order its keys are in. It is taken of tokens out of which the data could be read again. So two states
 * have one sum only where they are the same. A text, or a list of keys, is written once and by its number from then on. Records repeat
 * most of what they hold, and bytes are what a hash costs.
 * @throws TypeError for what JSON cannot hold: NaN, infinities, functions, symbols, bigints and cycles.
 */
export function checksumOf(data: object): string {
  const hash = new Sha256();
  const texts = new Map<string, number>();
  const shapes = new Map<string, Shape>();
  let bytes = new Uint8Array(CHUNK * 2);
  let at = 0;
  const last: { readonly given: readonly string[]; readonly shape: Shape }[] = [];
  /** Makes room for a token of so many bytes. */
  const begin = (token: number, length: number): void => {
    if (at >= CHUNK) {
      hash.update(bytes.subarray(0, at));
      at = 0;
    }
    if (at + length >= bytes.length) {
      const more = new Uint8Array(2 * (at + length));
      more.set(bytes.subarray(0, at));
      bytes = more;
    }
    bytes[at++] = token;
  };
  const putNumber = (token: number, number: number): void => {
    begin(token, 9);
    for (let rest = number; rest > 0; rest = Math.floor(rest / 128)) bytes[at++] = rest % 128;
  };
  // Each unit by itself as UTF-8 has it, so that a lone surrogate is told from all else. No byte is as high as a token's.
  const putUnits = (token: number, text: string): void => {
    begin(token, text.length * 3);
    const into = bytes;
    let next = at;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) into[next++] = unit;
      else {
        if (unit < 0x800) into[next++] = 0xc0 | (unit >> 6);
        else {
          into[next++] = 0xe0 | (unit >> 12);
          into[next++] = 0x80 | ((unit >> 6) & 0x3f);
        }
        into[next++] = 0x80 | (unit & 0x3f);
      }
    }
    at = next;
  };
  const putText = (text: string): void => {
    const number = texts.get(text);
    if (number !== undefined) putNumber(TOKEN.textAgain, number);
    else {
      texts.set(text, texts.size);
      putUnits(TOKEN.text, text);
    }
  };
  const shapeOf = (given: string[], depth: number): Shape => {
    // Most records have the keys of the one before.
    const before = last[depth];
    if (before !== undefined && areSame(before.given, given)) return before.shape;
    const keys = [...given].sort();
    const name = JSON.stringify(keys);
    const shape = shapes.get(name) ?? { keys, number: shapes.size, isNew: true };
    shapes.set(name, shape);
    last[depth] = { given, shape };
    return shape;
  };
  const putRecord = (held: Readonly<Record<string, unknown>>, depth: number): void => {
    const keys = Object.keys(held);
    const shape = shapeOf(hasGap(held, keys) ? keys.filter((key) => held[key] !== undefined) : keys, depth);
    putNumber(shape.isNew ? TOKEN.record : TOKEN.recordAgain, shape.isNew ? shape.keys.length : shape.number);
    if (shape.isNew) shape.keys.forEach(putText);
    shape.isNew = false;
    for (const key of shape.keys) put(held[key], depth + 1);
  };
  const put = (value: unknown, depth: number): void => {
    if (typeof value === "string") putText(value);
    else if (typeof value === "boolean" || value === null || Number.isFinite(value))
      putUnits(TOKEN.literal, JSON.stringify(value));
    else if (typeof value !== "object" || depth > MAX_DEPTH) throw new TypeError("not a JSON value");
    else if ("toJSON" in value && typeof value.toJSON === "function") put(value.toJSON(), depth + 1);
    else if (Array.isArray(value)) {
      putNumber(TOKEN.list, value.length);
      for (const item of value) put(item, depth + 1);
    } else putRecord(value as Readonly<Record<string, unknown>>, depth);
  };
  put(data, 0);
  hash.update(bytes.subarray(0, at));
  return hexOf(hash.digest());
}

/** The keys of some records, in code-unit order. */
interface Shape {
  readonly keys: readonly string[];
  readonly number: number;
  isNew: boolean;
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function hasGap(held: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean {
  for (const key of keys) if (held[key] === undefined) return true;
  return false;
}

/** First bytes of tokens; what follows is below all of them. */
const TOKEN = { text: 0xf0, textAgain: 0xf1, literal: 0xf2, list: 0xf3, record: 0xf4, recordAgain: 0xf5 };
/** Bytes that are hashed at once: a large state is never one buffer. */
const CHUNK = 1 << 16;
/** Keeps a cycle or a hostile nest from the call stack's end. */
const MAX_DEPTH = 64;
