/**
 * Cuts a stretch of whole records, whose lines end in LF, into cells (RFC 4180). A cell is quoted where it begins with a quote. After
 * the closing one blanks are forgiven, a doubled quote stands for one, and a bare one inside is kept. Linear in the text.
 */
export function cutRecords(text: string, delimiter: string): string[][] {
  const records: string[][] = [];
  if (!text.includes('"')) {
    const lines = text.split("\n");
    if (text === "" || text.endsWith("\n")) lines.pop();
    return lines.map((line) => line.split(delimiter));
  }
  let cells: string[] = [];
  for (let at = 0; at < text.length || cells.length > 0; ) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? closingQuote(text, at, delimiter) : cellEnd(text, at, delimiter);
    const cell = text.slice(isQuoted ? at + 1 : at, end);
    cells.push(isQuoted ? cell.replaceAll('""', '"') : cell);
    const next = isQuoted ? cellEnd(text, end, delimiter) : end;
    at = next + 1;
    if (text[next] === delimiter) continue;
    records.push(cells);
    cells = [];
  }
  return records;
}

/** White space within a line, which is forgiven after a closing quote. */
export const BLANK: RegExp = /[^\S\n]/;

function cellEnd(text: string, at: number, delimiter: string): number {
  let end = at;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n") end++;
  return end;
}

/** Where the quote stands that closes the cell opened at `open`; the text's end where none does. */
function closingQuote(text: string, open: number, delimiter: string): number {
  for (let at = open + 1; ; at++) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    at = quote + 1;
    if (text[at] === '"') continue;
    let after = at;
    while (after < text.length && text[after] !== delimiter && BLANK.test(text[after] as string)) after++;
    if (after >= text.length || text[after] === delimiter || text[after] === "\n") return quote;
    at--;
  }
}
