import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../../examples/cli/call.js";
import { run } from "../../examples/cli/run.js";

/** What a call of the command printed, and how it ended. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Calls the command inside this process, as of a fixed day. */
export async function warmpath(cwd: string, args: readonly string[], io: Partial<Io> = {}): Promise<Ran> {
  let out = "";
  let err = "";
  const exit = await run(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    isWatched: false,
    cwd,
    env: {},
    today: () => "2026-11-23",
    columns: 88,
    show: () => false,
    data: new URL("../../examples/data/", import.meta.url),
    version: "0.0.0",
    patience: 0,
    ...io,
  });
  return { exit, out, err };
}

/** A pile of small exports of invented people. */
export function writePile(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n";
  const files: Readonly<Record<string, string>> = {
    "Connections.csv": `${head}Ann,Lee,https://www.linkedin.com/in/ann-lee-9,ann@acme.example,Acme,Head of Sales,12 Mar 2021
Cho,Kim,https://www.linkedin.com/in/cho-kim-9,,Beta,Buyer,02 Feb 2024
Robert,Miller,https://www.linkedin.com/in/robert-miller-9,,Gamma,Engineer,05 May 2022
Ben,Cho,https://www.linkedin.com/in/ben-cho-9,,Northwind,Sales,01 Jan 2020\n`,
    "book.vcf": `BEGIN:VCARD\nVERSION:3.0\nFN:Bob Miller\nORG:Gamma\nEMAIL:bob.miller@gamma.example\nEND:VCARD\n`,
    "meetings.csv": "who,when,direction,kind\nAnn Lee,2026-10-01,both,meeting\n",
    "ben.csv": `${head}Bob,Smith,https://www.linkedin.com/in/bob-smith-9,,Acme,Head of Purchasing,07 Jul 2019\n`,
    "notes.txt": "call Ann\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
