// Reading 900 and 30,000 connections, and 1,000,000 messages in chunks: npx tsx test/bench/ingest/read-exports.ts
import { readLinkedInConnections, readLinkedInMessages } from "../../../src/ingest/index.js";
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
const before = process.cpuUsage();
const start = performance.now();
const { report } = await readLinkedInMessages(messages(1_000_000), { owner });
tell(`${report.rowsRead} messages`, start, before);

function tell(what: string, start: number, before: NodeJS.CpuUsage): void {
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - start).toFixed(0);
  const memory = (process.memoryUsage().rss / 1e6).toFixed(0);
  console.log(`${what}: ${wall} ms, ${((user + system) / 1000).toFixed(0)} ms of processor, ${memory} MB`);
}

/** A mailbox of 20,000 partners, in pieces of some 64 KiB as a file stream gives them. */
async function* messages(count: number): AsyncGenerator<string> {
  let text =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n";
  for (let place = 0; place < count; place++) {
    const partner = `P${place % 20_000},https://www.linkedin.com/in/p${place % 20_000}`;
    const ada = "Ada Park,https://www.linkedin.com/in/ada";
    const [from, to] = place % 2 === 0 ? [partner, ada] : [ada, partner];
    const date = `2024-0${(place % 9) + 1}-1${place % 10} 10:00:00 UTC`;
    text += `c${place % 20_000},,${from},${to},${date},,"Hello, a message of some length, ""quoted"", number ${place}",INBOX\n`;
    if (text.length > 65_536) {
      yield text;
      text = "";
    }
  }
  yield text;
}
