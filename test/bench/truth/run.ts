import { run as runPlanning } from "../planning/run.js";
import { runAdvogato } from "../ties/advogato.js";
import { runCollegeWindows } from "../ties/college-windows.js";
import { printAcme, printGuesses } from "./acme.js";
import { printAnswers } from "./answers.js";
import { printCoverage } from "./coverage.js";
import { printConsents, printEvidence } from "./evidence.js";
import { printGaps } from "./gaps.js";
import { printRounds } from "./rounds.js";
import { printTitles } from "./titles.js";
import { printPending, printTogether } from "./together.js";

const DATA = new URL("../../../../shared/data/", import.meta.url);
const COLLEGE = new URL("college-msg/CollegeMsg.txt", DATA).pathname;
const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  guesses: printGuesses,
  gaps: printGaps,
  together: printTogether,
  pending: printPending,
  titles: printTitles,
  acme: printAcme,
  evidence: printEvidence,
  consents: printConsents,
  answers: () => printAnswers(COLLEGE),
  rounds: printRounds,
  coverage: printCoverage,
  again: () => runCollegeWindows(COLLEGE),
  trust: () => runAdvogato(new URL("advogato/out.advogato", DATA).pathname),
  order: () => runPlanning(["orders"]),
};

/**
 * `npm run bench -- truth [part …]`: how near to the truth the odds are, on the shared data where they are there and in simulated
 * worlds whose truth is known, beside the figures of version 0.1 and the baselines. All parts where none is named.
 */
export async function run(args: string[]): Promise<void> {
  for (const [name, print] of Object.entries(PARTS))
    if (args.length === 0 || args.includes(name)) await print();
}
