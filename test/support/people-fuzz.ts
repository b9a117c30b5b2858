import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Import, ReadControl } from "../../src/ingest/index.js";
import {
  type ExportFormat,
  formatOf,
  readExport,
  readHubSpotContacts,
  readLinkedInArchive,
  readSalesforceContacts,
  readSalesforceExport,
} from "../../src/ingest/index.js";
import { assertUntil } from "./assert-until.js";
import { checkLaws, outcomeOf } from "./people-laws.js";
import { directoryMutationsOf, flipsOf, mutationsOf, rowsUnder } from "./people-mutations.js";
import {
  archiveFiles,
  CORPUS_FILES,
  type Input,
  OWNER,
  READERS,
  salesforceFiles,
  zipOf,
} from "./people-readers.js";
import { streamOf } from "./stream-of.js";

/** Fuzzes every public reader; `runs` is the number of cases for each property, the fast tests' one as for the long runs'. */
export function fuzzReaders(runs: number): void {
  const files = CORPUS_FILES.map(({ bytes }) => bytes);
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 120,
    }),
  );

  describe.each(READERS)("$name", ({ name, read }) => {
    const own = CORPUS_FILES.filter(
      (file) => file.name.startsWith(`${name}-`) || file.name.startsWith(`${name}.`),
    );
    const mutated = mutationsOf(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...own.map(({ bytes }) => bytes)) },
        { weight: 1, arbitrary: fc.constantFrom(...files) },
      ),
    );
    const input = fc.oneof(
      { weight: 1, arbitrary: anything },
      { weight: 4, arbitrary: mutated },
      { weight: 3, arbitrary: mutated.map(asText) },
      { weight: 3, arbitrary: fc.oneof(...own.map(({ bytes }) => rowsUnder(bytes))) },
    );
    const laws = { ownIds: name === "interactions", sided: true };

    it("reads its own files of the corpus, and keeps somebody of each", async () => {
      expect(own.length).toBeGreaterThan(0);
      for (const file of own.filter(({ name: one }) => !SIDE_FILES.test(one))) {
        const outcome = (await outcomeOf(() => read(file.bytes))) as Import;
        checkLaws(outcome, laws);
        expect([file.name, outcome.people?.length > 1]).toEqual([file.name, true]);
        expect(JSON.stringify(outcome.people)).toMatch(/zzcanary/i);
      }
    });

    it("keeps its laws on any input, and throws nothing but coded errors", async () => {
      let [tried, kept] = [0, 0];
      await assertUntil(
        () => kept > tried / 5,
        fc.asyncProperty(input, async (one) => {
          const outcome = await outcomeOf(() => read(one));
          checkLaws(outcome, laws);
          tried++;
          if ("report" in outcome && outcome.report.rowsKept > 0) kept++;
        }),
        { numRuns: runs },
      );
      // Most mutants are still read, so the laws are not kept by refusing all.
      expect(kept).toBeGreaterThan(tried / 5);
    });

    it("reads the same from chunks cut anywhere, tells a rising progress, and ends with the signal's reason", async () => {
      await fc.assert(
        fc.asyncProperty(
          input,
          fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 12 }),
          fc.nat(8),
          async (one, cuts, stop) => {
            const seen: number[] = [];
            const onProgress = ({ rowsRead }: { readonly rowsRead: number }) => seen.push(rowsRead);
            const whole = await outcomeOf(() => read(one));
            expect(await outcomeOf(() => read(streamOf(piecesOf(one, cuts)), { onProgress }))).toEqual(whole);
            expect(seen).toEqual([...seen].sort((a, b) => a - b));
            const rowsRead = "report" in whole ? whole.report.rowsRead : Number.POSITIVE_INFINITY;
            expect(seen.at(-1) ?? 0).toBeLessThanOrEqual(rowsRead);
            if ("report" in whole) await expectEnded(read, one, cuts, stop);
          },
        ),
        { numRuns: Math.ceil(runs / 3) },
      );
    });
  });

  describe("a file of unknown format", () => {
    it("is known by its header for what its name in the corpus says", () => {
      const seen = CORPUS_FILES.filter(({ name }) => FORMATS.has(name.split(/[-.]/)[0] as string));
      for (const { name, bytes } of seen.filter((file) => !SIDE_FILES.test(file.name))) {
        const encoding = /1252/.test(name) ? ("windows-1252" as const) : ("utf-8" as const);
        const expected = FORMATS.get(name.split(/[-.]/)[0] as string);
        expect([name, formatOf(bytes, { encoding })]).toEqual([name, expected]);
      }
      expect(formatOf(zipOf(archiveFiles()))).toBe("linkedin-archive");
      expect(formatOf(zipOf(salesforceFiles()))).toBe("salesforce-export");
    });

    it("keeps the laws, or is refused with a code", async () => {
      const zips = fc.oneof(flipsOf(zipOf(archiveFiles())), directoryMutationsOf(zipOf(salesforceFiles())));
      const one = mutationsOf(fc.constantFrom(...files), 3);
      const input = fc.oneof({ weight: 6, arbitrary: one }, one.map(asText), zips, anything);
      await fc.assert(
        fc.asyncProperty(input, async (file) => {
          const outcome = await outcomeOf(() => readExport(file, { owner: OWNER }));
          // Tables of a LinkedIn archive, one alone too, name themselves in their issues, and all of them count.
          const sided = !("format" in outcome && outcome.format === "linkedin-archive");
          checkLaws(outcome, { ownIds: true, sided });
        }),
        { numRuns: runs },
      );
    });
  });

  describe("tables beside another", () => fuzzSides(runs));

  describe("archive", () => {
    const zip = zipOf(archiveFiles());
    it("reads the corpus, zipped or not, the same", () => {
      const unzipped = readLinkedInArchive(archiveFiles());
      checkLaws(unzipped);
      expect(unzipped.people[0]?.name).toBe("Ada Park");
      expect(unzipped.report.rowsKept).toBeGreaterThan(20);
      expect(readLinkedInArchive(zip)).toEqual(unzipped);
    });

    it("refuses a zip that was changed, or reads what was in it: changed bytes, a lying directory, or none at all", async () => {
      const sound = readLinkedInArchive(zip, { owner: OWNER });
      const codes = new Map<string, number>();
      const input = fc.oneof(
        { weight: 4, arbitrary: directoryMutationsOf(zip) },
        { weight: 4, arbitrary: flipsOf(zip) },
        { weight: 2, arbitrary: mutationsOf(fc.constant(zip), 3) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
      );
      await fc.assert(
        fc.asyncProperty(input, async (one) => {
          const outcome = await outcomeOf(() => readLinkedInArchive(one, { owner: OWNER }));
          checkLaws(outcome);
          // Signatures, names said twice and checksums: what passes them all is what was packed.
          if ("report" in outcome && outcome.people.length > 1) expect(outcome).toEqual(sound);
          const code = "code" in outcome ? outcome.code : "read";
          codes.set(code, (codes.get(code) ?? 0) + 1);
          const streamed = await outcomeOf(() =>
            readLinkedInArchive(streamOf(piecesOf(one, [5, 900])), { owner: OWNER }),
          );
          expect(streamed).toEqual(outcome);
        }),
        { numRuns: runs },
      );
      expect(codes.get("ARCHIVE_CORRUPT")).toBeGreaterThan(runs / 10);
      for (const code of codes.keys()) expect(["read", "ARCHIVE_CORRUPT", "LIMIT_EXCEEDED"]).toContain(code);
    });

    it("refuses an end record that says that nothing was packed", async () => {
      const empty = zip.slice();
      // Its count of entries and the place of its directory, which then is no directory.
      for (const at of [10, 11, 16, 17, 18, 19]) empty[zip.length - 22 + at] = 0;
      expect(await outcomeOf(() => readLinkedInArchive(empty, { owner: OWNER }))).toEqual({
        code: "ARCHIVE_CORRUPT",
      });
    });

    it("keeps its laws on any files", async () => {
      const all = archiveFiles();
      const name = fc.oneof(
        fc.constantFrom(
          ...all.map((file) => file.name),
          "../x.csv",
          "a/b/Connections.csv",
          "messages (1).csv",
        ),
        fc.string({ maxLength: 12 }),
      );
      const bytes = fc.constantFrom(...all.map(({ text }) => text as Uint8Array));
      const content = fc.oneof(bytes, mutationsOf(bytes, 3), mutationsOf(bytes, 3).map(asText), anything);
      const list = fc.array(fc.record({ name, text: content }), { maxLength: 8 });
      await fc.assert(
        fc.asyncProperty(list, fc.boolean(), async (some, isKnown) => {
          checkLaws(await outcomeOf(() => readLinkedInArchive(some, isKnown ? { owner: OWNER } : {})));
        }),
        { numRuns: runs },
      );
    });
  });
}

/** The tables beside a CRM's contacts, and a CRM's whole export. */
function fuzzSides(runs: number): void {
  const bytesOf = (start: string) =>
    CORPUS_FILES.filter((file) => file.name.startsWith(start)).map(({ bytes }) => bytes);
  const sides = mutationsOf(fc.constantFrom(...bytesOf("hubspot-side"), ...bytesOf("salesforce-export")));
  const side = fc.oneof(sides, sides.map(asText), fc.constantFrom(...bytesOf("salesforce-export")));
  const laws = { sided: true };

  it("keep the laws whatever stands in them", async () => {
    const [hubspot, salesforce] = [
      bytesOf("hubspot-en")[0],
      bytesOf("salesforce-contact")[0],
    ] as Uint8Array[];
    await fc.assert(
      fc.asyncProperty(side, fc.option(side, { nil: undefined }), async (one, other) => {
        const owner = OWNER;
        const more = other === undefined ? {} : { companies: other };
        checkLaws(
          await outcomeOf(() => readHubSpotContacts(hubspot as Uint8Array, { owner, deals: one, ...more })),
          laws,
        );
        const roles = other === undefined ? {} : { opportunities: other, roles: one };
        const all = { owner, accounts: one, tasks: one, ...roles };
        checkLaws(await outcomeOf(() => readSalesforceContacts(salesforce as Uint8Array, all)), laws);
      }),
      { numRuns: runs },
    );
  });

  it("keep the laws in a whole export, zipped or not", async () => {
    const files = salesforceFiles();
    const whole = readSalesforceExport(files, { owner: OWNER });
    checkLaws(whole, laws);
    expect(JSON.stringify(whole.people)).toContain("source:clients");
    expect(readSalesforceExport(zipOf(files), { owner: OWNER })).toEqual(whole);
    const zips = fc.oneof(directoryMutationsOf(zipOf(files)), mutationsOf(fc.constant(zipOf(files)), 3));
    const list = fc.array(fc.record({ name: fc.string({ maxLength: 9 }), text: side }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(zips, list), async (input) => {
        checkLaws(await outcomeOf(() => readSalesforceExport(input, { owner: OWNER })), laws);
      }),
      { numRuns: runs },
    );
  });
}

/** Pieces of a file of the given lengths, the rest as the last one. */
function piecesOf(file: string | Uint8Array, cuts: readonly number[]): (string | Uint8Array)[] {
  const pieces: (string | Uint8Array)[] = [];
  let at = 0;
  for (const length of cuts) {
    pieces.push(file.slice(at, at + length));
    at += length;
  }
  return [...pieces, file.slice(at)];
}

async function expectEnded(
  read: (input: Input, control?: ReadControl) => Import | Promise<Import>,
  file: string | Uint8Array,
  cuts: readonly number[],
  stop: number,
): Promise<void> {
  const signal = { aborted: false, reason: new Error("enough") };
  let chunks = 0;
  const onProgress = () => {
    signal.aborted ||= ++chunks > stop;
  };
  const reading = outcomeOf(() => read(streamOf(piecesOf(file, cuts)), { signal, onProgress }));
  if (stop <= cuts.length) await expect(reading).rejects.toBe(signal.reason);
  else await reading;
}

/** As a program would show the bytes: UTF-8 with marks for what is none. */
function asText(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

/** What the first word of a corpus file's name stands for. */
const FORMATS: ReadonlyMap<string, ExportFormat> = new Map([
  ["messages", "linkedin-messages"],
  ["google", "google"],
  ["hubspot", "hubspot"],
  ["salesforce", "salesforce"],
  ["pipedrive", "pipedrive"],
  ["apollo", "apollo"],
  ["interactions", "interactions"],
  ["vcards", "vcard"],
]);

/** Tables that stand beside another and are no lists of people. */
const SIDE_FILES = /^(?:hubspot-side|salesforce-export)/;
