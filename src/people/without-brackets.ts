/** A text with a blank for each pair of brackets and what stands in it, up to the first that closes; an open one stays. */
export function withoutBrackets(text: string): string {
  // What is never closed is taken to its end at once: trying again from each of many open brackets would cost a square.
  return text.replace(/[([{（【][^)\]}）】]*(?:[)\]}）】]|$)/g, (part) =>
    /[)\]}）】]$/.test(part) ? " " : part,
  );
}
