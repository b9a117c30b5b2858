import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonicalJson } from "../../../src/base/canonical-json.js";
import { eventLine, GENESIS, headerLine } from "../../../src/journal/chain.js";
import { Journal } from "../../../src/journal/index.js";
import { linkHasher } from "../../../src/journal/link-hasher.js";
import { Ledger } from "../../../src/ledger/index.js";
import { AskTracker } from "../../../src/tracking/index.js";

/**
 * Loads, folds and asks a large journal: `npm run bench -- journal [events] [people] [passes]`. Half of the events are
 * favors or of the kinds that 0.2 brought, the rest asks with an introduction, a meeting and thanks; a tenth of them arrives late by
 * up to a year.
 */
export async function run(args: string[]): Promise<void> {
  const events = Number(args[0] ?? 1_000_000);
  const people = Number(args[1] ?? 20_000);
  const passes = Number(args[2] ?? 1);
  const folder = mkdtempSync(join(tmpdir(), "warmpath-"));
  try {
    const file = join(folder, "journal.jsonl");
    const bytes = writeJournal(file, events, people);
    for (let pass = 0; pass < passes; pass++) measure(file, bytes, people);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(file: string, bytes: number, people: number): void {
  collect();
  const heap = held();
  const [loading, journal] = timed(() => Journal.fromLines(linesOf(file)));
  const loadPeak = process.memoryUsage().rss;
  collect();
  const afterLoad = held();
  const [folding, ledger] = timed(() => new Ledger(journal));
  const foldPeak = process.memoryUsage().rss;
  collect();
  const afterFold = held();
  const queries = 100_000;
  const random = generator(7);
  let sum = 0;
  const [asking] = timed(() => {
    for (let i = 0; i < queries; i++) {
      const seeker = id(Math.floor(random() * people));
      const counterpart = id(Math.floor(random() * people) + people);
      sum += ledger.standing({
        seeker,
        counterpart,
        strength: 0.4,
        commonFriends: 2,
        now: "2026-06-01",
      }).drawable;
    }
  });
  const [past] = timed(() => {
    const [a, b] = [id(0), id(people)];
    for (let i = 0; i < queries; i++) {
      const now = new Date(1.2e12 + (i % 5000) * 86_400_000);
      sum += ledger.standing({ seeker: a, counterpart: b, strength: 0.4, commonFriends: 2, now }).drawable;
    }
  });
  const [tracking, tracker] = timed(() => new AskTracker(journal).asks({ now: "2026-06-01" }));
  const trackPeak = process.memoryUsage().rss;
  const mb = (count: number): string => `${(count / 1e6).toFixed(0)} MB`;
  console.log(`${journal.length} events, ${mb(bytes)} of JSONL, node ${process.version}`);
  console.log(
    `load with chain check   ${(loading / 1000).toFixed(2)} s   heap ${mb(afterLoad - heap)}, rss ${mb(loadPeak)}`,
  );
  console.log(
    `fold                    ${(folding / 1000).toFixed(2)} s   heap ${mb(afterFold - heap)} with the journal, rss ${mb(foldPeak)}`,
  );
  console.log(
    `states of all asks      ${(tracking / 1000).toFixed(2)} s   ${tracker.length} asks, rss ${mb(trackPeak)}`,
  );
  console.log(`standing, random pairs  ${((asking * 1000) / queries).toFixed(2)} us`);
  console.log(
    `standing, busiest pair, any past day  ${((past * 1000) / queries).toFixed(2)} us   (sum ${sum.toFixed(3)})`,
  );
}

function writeJournal(file: string, count: number, people: number): number {
  let head = GENESIS;
  const link = linkHasher();
  for (const text of texts(count, people)) head = link(head, text);
  const out = openSync(file, "w");
  let bytes = writeSync(out, `${headerLine(count, head)}\n`);
  let hash = GENESIS;
  let chunk = "";
  for (const text of texts(count, people)) {
    hash = link(hash, text);
    chunk += `${eventLine(text, hash)}\n`;
    if (chunk.length > 1e6) {
      bytes += writeSync(out, chunk);
      chunk = "";
    }
  }
  bytes += writeSync(out, chunk);
  closeSync(out);
  return bytes;
}

/** Canonical texts of the events; one pair in twenty events is always the same, so that one pair is busy. */
function* texts(count: number, people: number): Generator<string, void, undefined> {
  const random = generator(1);
  const anyone = (): string => id(Math.floor(random() * people));
  const other = (): string => id(Math.floor(random() * people) + people);
  const step = 6e11 / count;
  for (let i = 0; i < count; i++) {
    const late = random() < 0.1 ? random() * 3e10 : 0;
    const at = new Date(1.2e12 + i * step - late).toISOString();
    const event = { at, id: `e${i}` };
    if (i % 10 > 8 && count - i >= 5) {
      const [seeker, connector, person] = [anyone(), other(), id(2 * people + i)];
      const kinds = [
        { type: "introduction.received", seeker, connector, target: person, lead: `l${i}` },
        { type: "lead.received", source: "trade-show", lead: `l${i}`, target: person, referredBy: connector },
        { type: "ask.sent", kind: "soft", seeker, connector },
        { type: "gift.given", giver: seeker, receiver: connector, to: "connector" },
        { type: "contact.stated", seeker, person: connector, knows: "some" },
        { type: "person.prepared", person: connector },
        { type: "activity.done", source: "trade-show", hours: 2, member: seeker },
        { type: "sale.delivered", seller: seeker, customer: connector },
      ];
      yield canonicalJson({ ...event, ...kinds[Math.floor(i / 10) % kinds.length] });
    } else if (i % 10 < 5 || count - i < 5) {
      const busy = i % 20 === 0;
      const [giver, receiver] = busy ? [id(0), id(people)] : [anyone(), other()];
      const swap = random() < 0.5;
      const size = Math.ceil(random() * 2000) / 1000;
      const pair = swap ? { giver: receiver, receiver: giver } : { giver, receiver };
      yield canonicalJson({ ...event, type: "favor.given", kind: "article", size, ...pair });
    } else if (i % 10 === 5) {
      const [seeker, connector, target] = [anyone(), other(), id(2 * people + i)];
      const legs = [
        { asker: seeker, asked: connector, consent: 0.5, inferred: false },
        { asker: connector, asked: target, consent: 0.4, inferred: false },
      ];
      const ask = { id: `a${i}`, seeker, connector, target, legs, cost: 0.6, price: 1 };
      yield canonicalJson({ ...event, type: "ask.sent", ask });
    } else {
      const type = ["introduction.made", "meeting.held", "thanks.sent"][(i % 10) - 6] as string;
      yield canonicalJson({ ...event, type, ask: `a${i - ((i % 10) - 5)}` });
    }
  }
}

function* linesOf(file: string): Generator<string, void, undefined> {
  const input = openSync(file, "r");
  const buffer = Buffer.alloc(1 << 20);
  let rest = "";
  for (let size = readSync(input, buffer); size > 0; size = readSync(input, buffer)) {
    const lines = (rest + buffer.toString("latin1", 0, size)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
  closeSync(input);
}

function timed<T>(work: () => T): [milliseconds: number, result: T] {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `  (${((performance.now() - start) / 1000).toFixed(2)} s on the clock, ${((user + system) / 1e6).toFixed(2)} s of processor, all threads)`,
  );
  return [performance.now() - start, result];
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function collect(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

function id(number: number): string {
  return `p_${number.toString(16).padStart(6, "0")}`;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
