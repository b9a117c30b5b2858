import { type AskOptions, draftAsk, lintMessage } from "warmpath/drafts";
import { CHANNELS, TONES } from "../../support/drafts-input.js";

const ASKS = 10_000;

/** Drafts 10,000 asks, each with its forwardable text and lint, and lints as many texts; prints seconds. `args[0]`: how many. */
export async function run(args: string[]): Promise<void> {
  const count = Number(args[0] ?? ASKS);
  draftAll(Math.min(count, 500));
  const start = performance.now();
  const texts = draftAll(count);
  const drafted = performance.now();
  let findings = 0;
  for (const { note, forwardable, target } of texts) {
    findings += lintMessage({
      note,
      forwardable,
      subject: "Ada Park / Bob",
      channel: "email",
      mode: "named",
      target,
    }).length;
  }
  const linted = performance.now();
  const seconds = (from: number, to: number): string => ((to - from) / 1000).toFixed(2);
  console.log(
    `drafts: ${count} asks written and linted in ${seconds(start, drafted)} s (${((drafted - start) / count).toFixed(3)} ms each)`,
  );
  console.log(
    `drafts: ${count} hand-made texts linted in ${seconds(drafted, linted)} s, ${findings} findings`,
  );
}

function draftAll(count: number): { note: string; forwardable: string; target: AskOptions["target"] }[] {
  const texts = [];
  for (let at = 0; at < count; at++) {
    const target = { id: `t${at % 97}`, name: `Bob Smith ${at % 97}`, company: `Acme ${at % 13}` };
    const { note, forwardable } = draftAsk({
      me: { id: "me", name: "Ada Park", company: "Northwind", title: "Head of Sales" },
      connector: { id: `c${at}`, name: `Carol Jones ${at}`, company: "Beta" },
      target,
      channel: CHANNELS[at % CHANNELS.length]!,
      tone: TONES[at % TONES.length],
      leg: {
        strength: (at % 10) / 10,
        state: "active",
        inferred: false,
        evidence: { connectedOn: "2021-03-04" },
      },
      lastLeg: { inferred: at % 2 === 0, strength: 0.5, state: "active" },
      reason: "Acme opens a second plant this year, and we helped two plants of that size to start on time",
      offer: "the start-up checklist of both plants",
    });
    texts.push({ note, forwardable, target });
  }
  return texts;
}
