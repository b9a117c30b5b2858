// What all readers make of the corpus, as a hash, behind two words of the machine's own place and language: npx tsx test/support/people-corpus-hash.ts
import { createHash } from "node:crypto";
import { readLinkedInArchive } from "../../src/ingest/index.js";
import { archiveFiles, CORPUS_FILES, READERS } from "./people-readers.js";

const hash = createHash("sha256");
for (const { read } of READERS) {
  for (const { bytes } of CORPUS_FILES) {
    try {
      hash.update(JSON.stringify(await read(bytes)));
    } catch (error) {
      hash.update(String(error));
    }
  }
}
hash.update(JSON.stringify(readLinkedInArchive(archiveFiles())));
const here = { zone: new Date(0).toString(), language: "i".toLocaleUpperCase() };
console.log(`${JSON.stringify(here)} ${hash.digest("hex")}`);
