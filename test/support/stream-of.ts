/** A file's stream: its pieces, one at a time. */
export async function* streamOf<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  for (const piece of pieces) {
    await Promise.resolve();
    yield piece;
  }
}
