// Reading 900 and 30,000 connections, and 1,000,000 messages in chunks: npx tsx test/bench/ingest/read-exports.ts
import { strToU8, Zip, ZipDeflate } from "fflate";
import {
  type Import,
  readLinkedInArchive,
  readLinkedInConnections,
  readLinkedInMessages,
} from "../../../src/ingest/index.js";
import { inventContacts, writeConnections } from "../../support/exports-connections.js";

const owner = {
  id: "me",
  name: "Ada Park",
  company: "Northwind",
  profileUrl: "https://www.linkedin.com/in/ada",
};
for (const rows of [900, 30_000]) {
  const text = writeConnections(inventContacts(1, rows));
  const before = process.cpuUsage();
  const start = performance.now();
  const { report } = readLinkedInConnections(text, { owner });
  tell(`${report.rowsRead} connections`, start, before);
}
await mailbox("messages in chunks", (onProgress) =>
  readLinkedInMessages(pieces(1_000_000), { owner, onProgress }),
);
const zip = zipped(mailboxOf(1_000_000));
await mailbox(`messages in a zip of ${(zip.length / 1e6).toFixed(0)} MB`, (onProgress) =>
  readLinkedInArchive(zip, { owner, onProgress }),
);

async function mailbox(what: string, read: (look: () => void) => Import | Promise<Import>): Promise<void> {
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss);
  };
  const before = process.cpuUsage();
  const start = performance.now();
  const { report } = await read(look);
  look();
  tell(`${report.rowsRead} ${what}`, start, before, peak);
}

function tell(what: string, start: number, before: NodeJS.CpuUsage, peak = process.memoryUsage().rss): void {
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - start).toFixed(0);
  const memory = (peak / 1e6).toFixed(0);
  console.log(
    `${what}: ${wall} ms, ${((user + system) / 1000).toFixed(0)} ms of processor, ${memory} MB at most`,
  );
}

/** A mailbox of 20,000 partners, in pieces of some 64 KiB as a file stream gives them. */
async function* pieces(count: number): AsyncGenerator<string> {
  yield* mailboxOf(count);
}

function* mailboxOf(count: number): Generator<string> {
  let text =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n";
  for (let place = 0; place < count; place++) {
    const partner = `Person Number${place % 20_000},https://www.linkedin.com/in/person-number-${place % 20_000}`;
    const ada = "Ada Park,https://www.linkedin.com/in/ada";
    const [from, to] = place % 2 === 0 ? [partner, ada] : [ada, partner];
    const date = `2024-0${(place % 9) + 1}-1${place % 10} 10:00:00 UTC`;
    text += `conversation-${place % 20_000},,${from},${to},${date},,"Hello, a message of some length, ""quoted"", number ${place}",INBOX\n`;
    if (text.length > 65_536) {
      yield text;
      text = "";
    }
  }
  yield text;
}

function zipped(texts: Iterable<string>): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((_, part) => void parts.push(part));
  const file = new ZipDeflate("messages.csv", { level: 1 });
  zip.add(file);
  for (const text of texts) file.push(strToU8(text));
  file.push(new Uint8Array(0), true);
  zip.end();
  return Buffer.concat(parts);
}
