/** Bytes of a file: a typed array of any kind, a DataView, a Node Buffer or a whole ArrayBuffer, of this realm or another. */
export type FileBytes = ArrayBufferView | ArrayBuffer;

/**
 * Bytes as a plain Uint8Array over the same memory; undefined for what are none. An iframe, a `vm` context or a plugin's membrane has
 * constructors of its own, so `instanceof` says nothing. And a Buffer's `slice` shares memory where a Uint8Array's copies.
 */
export function asBytes(input: unknown): Uint8Array | undefined {
  if (typeof input !== "object" || input === null || isDetached(input)) return undefined;
  if (ArrayBuffer.isView(input) && input instanceof Uint8Array && input.constructor === Uint8Array)
    return input;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  try {
    // Refuses, by what it is and not by what it calls itself, all but buffers.
    return new Uint8Array(new DataView(input as ArrayBuffer).buffer);
  } catch {
    return undefined;
  }
}

/** True for bytes whose memory went elsewhere, or lies no longer within theirs. */
function isDetached(input: object): boolean {
  if (!ArrayBuffer.isView(input)) return false;
  try {
    return input.byteLength === 0 && input.buffer.slice(0, 0) === undefined;
  } catch {
    return true;
  }
}

/** True for text and for bytes of any kind. */
export function isWhole(input: unknown): input is string | FileBytes {
  return typeof input === "string" || asBytes(input) !== undefined;
}
