/** The arguments of a valid call, by the name of what is called. */
export type Calls = Readonly<Record<string, readonly unknown[]>>;

/** A function that gives each time another text. */
export function inTurn(text: string): () => string {
  let turn = 0;
  return () => `${text}${++turn}`;
}
