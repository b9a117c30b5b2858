import { type Issue, isRecord, WarmpathError } from "../../base/index.js";
import { feed, type ReadInput, type Reading } from "../bytes/feed.js";
import type { Import } from "../import.js";
import { checkReaderOptions } from "../owner.js";
import { type LinkedInConnectionsOptions, readLinkedInConnections } from "./linkedin-connections.js";

/**
 * Reads what LinkedIn's Member Data Portability API gives of connections. It is the JSON of `memberSnapshotData?q=criteria&domain=CONNECTIONS`, one
 * answer, a list of answers (its pages), or one answer a line. Rows have the columns of `Connections.csv`, and what is true of those is true
 * of them. `issue.row` is the row's place among all, from 2 as in a table. Other domains are left out, each with an issue.
 * @throws WarmpathError `FORMAT_UNKNOWN` for text that is no such JSON, and as `readLinkedInConnections` does.
 */
export function readLinkedInPortability<Input extends ReadInput>(
  input: Input,
  options: LinkedInConnectionsOptions,
): Reading<Input> {
  checkReaderOptions(options, "dateOrder", "now");
  const issues: Issue[] = [];
  const parts: string[] = [];
  let length = 0;
  const sink = {
    rowsRead: 0,
    push: (text: string) => {
      length += text.length;
      if (length > MOST_TEXT)
        throw new WarmpathError("LIMIT_EXCEEDED", "the JSON is longer than is read", { most: MOST_TEXT });
      parts.push(text);
    },
    end: () => undefined,
  };
  return feed(input, options, issues, sink, () => readRows(rowsOf(parts.join(""), issues), options, issues));
}

/** True for text that begins as such an answer. */
export function isSnapshot(head: string): boolean {
  return /^\s*[[{]/.test(head) && /"snapshot(?:Domain|Data)"/.test(head);
}

/** Rows as a table of their own keys, which the reader of connections then takes: one home for what a connection is. */
function readRows(
  rows: readonly Readonly<Record<string, unknown>>[],
  options: LinkedInConnectionsOptions,
  own: Issue[],
): Import {
  const headers = [...new Set([...KNOWN, ...rows.flatMap((row) => Object.keys(row))])];
  const line = (cells: readonly unknown[]) => cells.map(quoted).join(",");
  const text = [line(headers), ...rows.map((row) => line(headers.map((header) => row[header] ?? "")))].join(
    "\n",
  );
  const { onProgress: _, encoding: __, ...rest } = options;
  const read = readLinkedInConnections(text, rest);
  return { ...read, issues: [...own, ...read.issues] };
}

function rowsOf(text: string, issues: Issue[]): Readonly<Record<string, unknown>>[] {
  const rows: Readonly<Record<string, unknown>>[] = [];
  const other = new Set<string>();
  for (const answer of answersOf(text)) {
    for (const element of listOf(answer["elements"] ?? answer)) {
      const { snapshotDomain, snapshotData } = element as {
        snapshotDomain?: unknown;
        snapshotData?: unknown;
      };
      if (snapshotData === undefined) continue;
      if (snapshotDomain !== undefined && snapshotDomain !== "CONNECTIONS")
        other.add(domainOf(snapshotDomain));
      else for (const row of listOf(snapshotData)) if (isRecord(row)) rows.push(row);
    }
  }
  for (const domain of [...other].sort()) {
    const message = "A domain that tells of no connections was left out.";
    issues.push({ code: "DOMAIN_NOT_USED", severity: "info", message, details: { domain } });
  }
  return rows;
}

/** One answer, a list of them, or one a line. */
function answersOf(text: string): Readonly<Record<string, unknown>>[] {
  const whole = parsed(text);
  const all =
    whole === undefined
      ? text
          .split("\n")
          .filter((line) => line.trim() !== "")
          .map(parsed)
      : [whole];
  const answers = all.flatMap((one) => listOf(one));
  if (answers.length > 0 && answers.every(isRecord)) return answers as Readonly<Record<string, unknown>>[];
  throw new WarmpathError("FORMAT_UNKNOWN", "the text is no JSON of the Member Snapshot API", {
    length: text.length,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Names of domains are LinkedIn's own; what is no such name is not repeated. */
function domainOf(value: unknown): string {
  return typeof value === "string" && /^[A-Za-z_]{1,64}$/.test(value) ? value : "unknown";
}

function quoted(value: unknown): string {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return `"${text.replaceAll('"', '""')}"`;
}

const KNOWN = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"];
/** UTF-16 units that a host can hold as one text beside what is made of it. */
const MOST_TEXT = 256 * 1024 * 1024;
