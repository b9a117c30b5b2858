import { describe, expect, it } from "vitest";
import { isWarmpathError, type WarmpathError } from "../../src/base/index.js";
import { draftAsk, draftForwardable, draftThankYou, lintMessage } from "../../src/drafts/index.js";
import {
  readContacts,
  readGoogleContacts,
  readInteractions,
  readLinkedInArchive,
  readLinkedInConnections,
  readVCards,
} from "../../src/ingest/index.js";
import { Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";

const owner = { id: "me", name: "Mia Ek" };
const people = {
  me: owner,
  connector: { id: "ann", name: "Ann Lee" },
  target: { id: "bob", name: "Bob Smith" },
};
const csv =
  "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,,,Acme,CEO,01 Mar 2024\n";
const pair = { seeker: "me", counterpart: "ann", strength: 0.5, commonFriends: 0, now: "2026-03-01" };

/** Calls with one key that nobody knows, and the key that is meant. */
const CALLS: readonly (readonly [string, string, () => unknown])[] = [
  [
    "readLinkedInConnections",
    "dateOrder",
    () => readLinkedInConnections(csv, { owner, dateOrdr: "dmy" } as never),
  ],
  ["readGoogleContacts", "owner", () => readGoogleContacts("Name\nAnn\n", { owner, ovner: 1 } as never)],
  ["readContacts", "columns", () => readContacts("Name\nAnn\n", { owner, column: {} } as never)],
  ["readInteractions", "maxRows", () => readInteractions("who,when\n", { owner, maxRow: 3 } as never)],
  [
    "readVCards",
    "encoding",
    () => readVCards("BEGIN:VCARD\nEND:VCARD\n", { owner, encodings: "utf-8" } as never),
  ],
  ["readLinkedInArchive", "maxFiles", () => readLinkedInArchive([], { owner, maxFile: 3 } as never)],
  ["draftAsk", "reason", () => draftAsk({ ...people, reasn: "…" } as never)],
  ["draftForwardable", "offer", () => draftForwardable({ ...people, offers: "…" } as never)],
  ["draftThankYou", "outcome", () => draftThankYou({ ...people, outcom: "introduced" } as never)],
  ["lintMessage", "channel", () => lintMessage({ note: "Hello", chanel: "email" } as never)],
  ["Journal", "suppression", () => new Journal({ supression: 1 } as never)],
  ["append", "expectedLength", () => new Journal().appendAll([], { expectedLenght: 1 } as never)],
  ["journal.erase", "names", () => new Journal().erase("me", { name: "Mia" } as never)],
  ["Ledger", "assertions", () => new Ledger(new Journal(), { assertion: "report" } as never)],
  [
    "ledger.standing",
    "gate",
    () => new Ledger(new Journal()).standing({ ...pair, gates: "strict" } as never),
  ],
];

describe("options of readers, drafts, journal and ledger", () => {
  it.each(CALLS)("%s refuses an unknown key and names %s", (_, nearest, call) => {
    const error = thrownBy(call);
    expect(error?.code).toBe("INVALID_ARGUMENT");
    expect(error?.details).toMatchObject({ nearest });
  });
});

function thrownBy(call: () => unknown): WarmpathError | undefined {
  try {
    call();
  } catch (error) {
    if (isWarmpathError(error)) return error;
    throw error;
  }
  return undefined;
}
