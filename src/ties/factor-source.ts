import { checkShape } from "../base/index.js";
import type { ConsentRole } from "./consent-terms.js";

/**
 * Where the number of a factor comes from, by its name: a measurement or a work, else an assumption of ours. What is learned is the
 * user's own. Of the tie's own factors the name comes with or without `tie.` before it.
 */
export function sourceOf(name: string): string {
  checkShape(name, "text", "name");
  const plain = name.startsWith("tie.") ? name.slice("tie.".length) : name;
  return Object.hasOwn(SOURCES, plain) ? (SOURCES[plain] as string) : ASSUMPTION;
}

/** Of the chance before anything else is known, by who is asked and how. */
export function sourceOfPrior(role: ConsentRole, medium: string | undefined, index: number): string {
  if (role !== "relay" && (medium === "inmail" || medium === "cold-email")) return "vendors' counts";
  if (role === "first") return "Roghanizad and Bohns, as told by Grant";
  if (role === "relay") return index >= 3 ? "two of seven chains" : "Dodds, Muhamad and Watts 2003";
  return ASSUMPTION;
}

const ASSUMPTION = "assumption";
const MESSAGES = "measured on message networks";
const GILBERT = "Gilbert and Karahalios 2009, size assumed";
const OWN = "your own record";
const SOURCES: Readonly<Record<string, string>> = {
  closeness: GILBERT,
  "days-of-contact": MESSAGES,
  unanswered: MESSAGES,
  silence: MESSAGES,
  "silence-limit": MESSAGES,
  reciprocity: MESSAGES,
  duration: GILBERT,
  overlap: "Onnela 2007, size assumed",
  contexts: GILBERT,
  bond: "Levin, Walter and Murnighan 2011, size assumed",
  strength: "Stefanone 2011",
  incentive: "Ryu and Feick 2007",
  "referral-quality": "Ryu and Feick 2007",
  "own-estimate": "your estimate, raised after Flynn and Lake 2008",
  source: OWN,
  method: OWN,
  connector: OWN,
  claims: OWN,
  answers: OWN,
  calibration: OWN,
  introduction: OWN,
  "tie-exists": "measured on six organizations",
};
