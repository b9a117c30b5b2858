import type { InteractionKind, TieEvidence } from "../../../src/people/index.js";
import { consent, TieScorer, tieStrength } from "../../../src/ties/index.js";
import { seededUniforms } from "./seeded-uniforms.js";

const KINDS: readonly InteractionKind[] = ["meeting", "call", "message", "comment", "like"];
const NOW = "2026-11-22";

/** Prints the time to score 1,000,000 ties, strength and consent, by what they hold. */
export function runScoringSpeed(): void {
  console.log("\nScoring 1,000,000 ties, strength and consent of passing on (asked: under 2 s)");
  for (const [name, interactions, instants] of [
    ["connection day only", 0, false],
    ["and 3 interactions on average, dates", 3, false],
    ["and 3 interactions on average, instants", 3, true],
    ["and 8 interactions on average, dates", 8, false],
  ] as const) {
    const ties = makeTies(100_000, interactions, instants);
    const scorer = new TieScorer({ now: NOW });
    const start = performance.now();
    let sum = 0;
    for (let k = 0; k < 1_000_000; k++) {
      const strength = scorer.strength(ties[k % ties.length]!);
      sum += scorer.consent({ strength, role: "relay" });
    }
    console.log(
      `  ${name.padEnd(42)} ${Math.round(performance.now() - start)} ms (mean consent ${(sum / 1e6).toFixed(4)})`,
    );
  }
  const ties = makeTies(20_000, 3, false);
  const start = performance.now();
  for (const tie of ties) {
    const { strength, interval } = tieStrength(tie, { now: NOW });
    consent({ strength, strengthInterval: interval, role: "relay" });
  }
  console.log(
    `  explained, factors and intervals, a tie       ${((1000 * (performance.now() - start)) / ties.length).toFixed(1)} µs`,
  );
}

function makeTies(count: number, mean: number, instants: boolean): TieEvidence[] {
  const random = seededUniforms(mean + 1);
  const at = (time: boolean) => {
    const text = new Date(Date.UTC(2026, 10, 22) - random() * 3000 * 86_400_000).toISOString();
    return time ? text : text.slice(0, 10);
  };
  return Array.from({ length: count }, () => ({
    connectedOn: at(false),
    interactions: Array.from({ length: Math.floor(random() * (2 * mean + 1)) }, () => ({
      at: at(instants),
      direction: random() < 0.5 ? "out" : "in",
      kind: KINDS[Math.floor(random() * KINDS.length)]!,
    })),
  }));
}
