import { readdirSync, readFileSync } from "node:fs";
import { zipSync } from "fflate";
import * as ingest from "../../src/ingest/index.js";

/** The owner of every file in the corpus. */
export const OWNER = {
  id: "me",
  name: "Ada Park",
  company: "Northwind",
  profileUrl: "https://www.linkedin.com/in/ada-park",
};

/** What a reader was given: a whole file or its stream. */
export type Input = string | Uint8Array | ingest.Chunks;

/** How a reader is called on it. */
export type Read = (
  input: Input,
  control?: ingest.ReadControl & ingest.ReadLimits,
) => ingest.Import | Promise<ingest.Import>;

/** A public reader under the first word of its corpus files' names. */
export interface ReaderUnderTest {
  readonly name: string;
  readonly read: Read;
}

const side = (name: string) => readFileSync(`${CORPUS}/${name}`, "utf8");
const CORPUS = new URL("../ingest/corpus", import.meta.url).pathname;

/** Every public reader of `warmpath/ingest` that takes one file; the archive is apart. */
export const READERS: readonly ReaderUnderTest[] = [
  {
    name: "connections",
    read: (input, control) =>
      ingest.readLinkedInConnections(input, { ...control, owner: OWNER, now: "2026-11-22" }),
  },
  {
    name: "messages",
    read: (input, control) => ingest.readLinkedInMessages(input, { ...control, owner: OWNER }),
  },
  {
    name: "google",
    read: (input, control) => ingest.readGoogleContacts(input, { ...control, owner: OWNER }),
  },
  {
    name: "outlook",
    read: (input, control) =>
      ingest.readOutlookContacts(input, { encoding: "windows-1252", ...control, owner: OWNER }),
  },
  {
    name: "hubspot",
    read: (input, control) =>
      ingest.readHubSpotContacts(input, {
        ...control,
        owner: OWNER,
        deals: side("hubspot-side-deals-en.csv"),
      }),
  },
  {
    name: "salesforce",
    read: (input, control) =>
      ingest.readSalesforceContacts(input, {
        ...control,
        owner: OWNER,
        accounts: side("salesforce-export-account.csv"),
      }),
  },
  {
    name: "contacts",
    read: (input, control) =>
      ingest.readContacts(input, {
        ...control,
        owner: OWNER,
        columns: { name: "Wer", email: "Adresse", company: "Firma" },
      }),
  },
  {
    name: "interactions",
    read: (input, control) => ingest.readInteractions(input, { ...control, owner: OWNER }),
  },
  {
    name: "pipedrive",
    read: (input, control) => ingest.readPipedrivePersons(input, { ...control, owner: OWNER }),
  },
  {
    name: "apollo",
    read: (input, control) => ingest.readApolloContacts(input, { ...control, owner: OWNER }),
  },
  { name: "vcards", read: (input, control) => ingest.readVCards(input, { ...control, owner: OWNER }) },
];

/** A small file of invented people, kept as its program writes it or as fuzzing found it. */
export interface CorpusFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All files of the corpus, in order of names. */
export const CORPUS_FILES: readonly CorpusFile[] = readdirSync(CORPUS)
  .filter((name) => !name.startsWith("."))
  .sort()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${CORPUS}/${name}`)) }));

/** The files of an archive: those of the corpus that LinkedIn puts into one. */
export function archiveFiles(): ingest.ArchiveFile[] {
  return CORPUS_FILES.filter(({ name }) => /^(?:archive|connections|messages)-.*\.csv$/.test(name))
    .map(({ name, bytes }) => ({ name: name.replace(/^archive-/, ""), text: bytes }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A sound zip of files, half of them stored, half deflated. */
export function zipOf(list: readonly ingest.ArchiveFile[]): Uint8Array {
  const files = list.map(({ name, text }, place) => [
    name,
    [text as Uint8Array, { level: place % 2 === 0 ? 0 : 6, mtime: "2026-11-22" }],
  ]);
  return zipSync(Object.fromEntries(files));
}

/** The files of a Salesforce data export. */
export function salesforceFiles(): ingest.ArchiveFile[] {
  return CORPUS_FILES.filter(({ name }) => /^salesforce-(?:export|contact)/.test(name)).map(
    ({ name, bytes }) => ({
      name,
      text: bytes,
    }),
  );
}
