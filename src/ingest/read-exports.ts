import { isReadableWhole, isWarmpathError, unfit, WarmpathError } from "../base/index.js";
import { asBytes } from "./bytes/as-bytes.js";
import { StreamDecoder } from "./bytes/decode.js";
import { readHubSpotContacts } from "./crm/hubspot-contacts.js";
import { readSalesforceContacts } from "./crm/salesforce-contacts.js";
import type { Import } from "./import.js";
import { checkReaderOptions } from "./owner.js";
import { type ExportFormat, type ExportOptions, formatOf, readExport } from "./read-export.js";
import { type NamedFile, refuseSide, type SideFile, sideOfFile } from "./side-files.js";

/** What one file, with its further tables, was read as. */
export interface FileImport extends Import {
  readonly format: ExportFormat;
  /** The file's name; each of its people has it as source. */
  readonly file: string;
  /** Names of the further tables that were read with it. */
  readonly with: readonly string[];
}

/**
 * Reads several files of one owner, in any formats and order. A CRM's further tables, such as HubSpot's deals or Salesforce's accounts,
 * opportunities, roles, tasks and events, are read together with its table of contacts. Nothing is read where one cannot be.
 * @throws WarmpathError with the file's name in message and `details.file`: `FORMAT_UNKNOWN` for a file that no reader knows. The same for a further table
 * whose main table, or a column, is missing (`details.needs`). What else is thrown is as the format's own reader does.
 * @example
 * for (const read of readExports([{ name: "contacts.csv", text }, { name: "deals.csv", text: deals }], { owner: me })) network.import(read);
 */
export function readExports(files: readonly NamedFile[], options: ExportOptions): FileImport[] {
  checkReaderOptions(options, "now");
  if (
    !isReadableWhole(files) ||
    !Array.isArray(files) ||
    files.some((file) => typeof file?.name !== "string")
  )
    throw unfit("files", "a list of { name, text }");
  const known = files.map(({ name, text, ...own }: NamedFile) => {
    const input = asBytes(text) ?? (text as string);
    const all: ExportOptions = { ...options, ...own, file: name };
    return { name, input, format: named(name, () => formatOf(input, all)), all };
  });
  const formats = known.flatMap(({ format }) => format ?? []);
  const read = known.map((file) => ({
    ...file,
    side: file.format === undefined ? sideOfFile(file.input, file.all, formats) : undefined,
  }));
  const mains = read.filter(({ side }) => side === undefined);
  const sides = read.flatMap(({ side, ...file }) => (side === undefined ? [] : [{ ...file, side }]));
  for (const { name, side } of sides) {
    const fits = mains.filter(({ format }) => format === side.needs).length;
    if (side.option === undefined || fits !== 1) refuseSide(name, side, fits);
  }
  return mains.map(({ name, input, format, all }): FileImport => {
    const own = sides.filter(({ side }) => side.needs === format);
    const made = named(name, () => {
      if (own.length === 0) return readExport(input, all);
      const further = optionsOf(own);
      const reader = format === "hubspot" ? readHubSpotContacts : readSalesforceContacts;
      const { now: _, ...undated } = all;
      return { ...reader(input, { ...undated, ...further }), format: format as ExportFormat };
    });
    return { ...made, file: name, with: own.map((file) => file.name) };
  });
}

type Own = {
  readonly name: string;
  readonly input: string | Uint8Array;
  readonly side: SideFile;
  readonly all: ExportOptions;
};

/** Further tables by the options that take them. @throws WarmpathError `FORMAT_UNKNOWN` for a second one of a kind. */
function optionsOf(own: readonly Own[]): Record<string, string | Uint8Array> {
  const further: Record<string, string | Uint8Array> = {};
  for (const { name, input, side, all } of own) {
    const option = side.option as string;
    if (further[option] !== undefined) {
      const message = `${name}: a second file that is ${side.what}; read each with its own table of contacts`;
      throw new WarmpathError("FORMAT_UNKNOWN", message, { file: name, needs: side.needs });
    }
    // As text: its encoding may be another one than that of its main table.
    const decoder = new StreamDecoder(all.encoding, []);
    further[option] = named(name, () => decoder.push(input) + decoder.end());
  }
  return further;
}

/** Runs a reading, and lets its error say in which file it is. */
function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isWarmpathError(error) || error.message.startsWith(`${error.details["file"]}:`)) throw error;
    throw new WarmpathError(error.code, `${file}: ${error.message}`, { ...error.details, file });
  }
}
