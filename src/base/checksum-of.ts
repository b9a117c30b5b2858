import { partsInCommon } from "./parts-in-common.js";

/**
 * A sum of 64 bits, in hex, of plain data, whatever order its keys are in: two states that differ by accident have different ones. It is
 * taken of words out of which the data could be read again. It is no seal: who can change a state can write its sum anew. So two quick
 * mixes stand here where a cryptographic hash takes many times as long in an engine that interprets it.
 * @throws TypeError for what JSON cannot hold: NaN, infinities, functions, symbols, bigints and cycles, and parts held too often (`partsInCommon`).
 */
export function checksumOf(data: object): string {
  const texts = new Map<string, number>();
  const shapes = new Map<string, Shape>();
  const last: { readonly given: readonly string[]; readonly shape: Shape }[] = [];
  const meet = partsInCommon();
  let a = 1;
  let b = 2;
  // Each step can be undone, so one changed word is always found. The shifts bring high bits down, or two could cancel out.
  const add = (word: number): void => {
    a = imul(a ^ word, MIX_A);
    a ^= a >>> 16;
    b = imul(b ^ word, MIX_B);
    b ^= b >>> 13;
  };
  const addUnits = (token: number, text: string): void => {
    add(token);
    add(text.length);
    for (let i = 0; i < text.length; i += 2) add(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
  };
  // Records repeat most of what they hold. So a text, or a list of keys, is written once and by its number from then on.
  const addText = (text: string): void => {
    const number = texts.get(text);
    if (number === undefined) {
      texts.set(text, texts.size);
      addUnits(TOKEN.text, text);
    } else {
      add(TOKEN.textAgain);
      add(number);
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
  const addRecord = (held: Readonly<Record<string, unknown>>, depth: number): void => {
    const keys = Object.keys(held);
    meet(held, keys.length);
    const shape = shapeOf(hasGap(held, keys) ? keys.filter((key) => held[key] !== undefined) : keys, depth);
    add(shape.isNew ? TOKEN.record : TOKEN.recordAgain);
    add(shape.isNew ? shape.keys.length : shape.number);
    if (shape.isNew) shape.keys.forEach(addText);
    shape.isNew = false;
    for (const key of shape.keys) put(held[key], depth + 1);
  };
  const put = (value: unknown, depth: number): void => {
    if (typeof value === "string") addText(value);
    else if (typeof value === "boolean" || value === null || Number.isFinite(value))
      addUnits(TOKEN.literal, JSON.stringify(value));
    else if (typeof value !== "object" || depth > MAX_DEPTH) throw new TypeError("not a JSON value");
    else if ("toJSON" in value && typeof value.toJSON === "function") put(value.toJSON(), depth + 1);
    else if (Array.isArray(value)) {
      meet(value, value.length);
      add(TOKEN.list);
      add(value.length);
      for (const item of value) put(item, depth + 1);
    } else addRecord(value as Readonly<Record<string, unknown>>, depth);
  };
  put(data, 0);
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
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

const { imul } = Math;
/** First words of what follows. */
const TOKEN = { text: 1, textAgain: 2, literal: 3, list: 4, record: 5, recordAgain: 6 };
/** Multipliers of MurmurHash3's 32-bit finalizer (Appleby 2011, public domain): odd, and bits spread well. */
const MIX_A = 0x85ebca6b;
const MIX_B = 0xc2b2ae35;
/** Keeps a cycle or a hostile nest from the call stack's end. */
const MAX_DEPTH = 64;
