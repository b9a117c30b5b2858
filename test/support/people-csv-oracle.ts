/**
 * RFC 4180 as a plain machine of four states, one character at a time, written without a look at the reader: the second parser of the
 * differential test. Any line end counts as one; a quote inside a bare cell is a character; blanks after a closing quote are passed
 * over. `undefined` for a table with any other fault.
 */
export function parseTable(text: string, delimiter: string): string[][] | undefined {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let state: "start" | "bare" | "quoted" | "closed" = "start";
  const endCell = () => {
    row.push(cell);
    cell = "";
    state = "start";
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    let mark = text[at] as string;
    if (mark === "\r") {
      if (text[at + 1] === "\n") at++;
      mark = "\n";
    }
    if (state === "quoted") {
      if (mark !== '"') cell += mark;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else state = "closed";
    } else if (mark === delimiter) endCell();
    else if (mark === "\n") endRow();
    else if (state === "closed") {
      if (!/\s/.test(mark)) return undefined;
    } else if (state === "start" && mark === '"') state = "quoted";
    else {
      state = "bare";
      cell += mark;
    }
  }
  if (state === "quoted") return undefined;
  if (state !== "start" || row.length > 0) endRow();
  return rows;
}
