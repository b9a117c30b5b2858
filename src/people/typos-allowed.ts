/** Typing errors forgiven in a word of a given length: none below four letters, one below eight, else two. */
export function typosAllowed(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}
