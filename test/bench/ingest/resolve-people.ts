// Identity among 100,000 records: npx tsx test/bench/ingest/resolve-people.ts
import { resolvePeople } from "../../../src/people/index.js";
import { inventWorld } from "../../support/people-world.js";

const { people, humanOf } = inventWorld(2026, 50_000);
const repeats = people.length - new Set(humanOf.values()).size;
let start = performance.now();
const { merged, reviews } = resolvePeople(people);
const took = performance.now() - start;
const wrong = merged.filter(({ keep, gone }) => humanOf.get(gone) !== humanOf.get(keep));
const right = reviews.filter(({ a, b }) => humanOf.get(a) === humanOf.get(b));
console.log(
  `${people.length} records: ${took.toFixed(0)} ms; of ${repeats} repeats ${share(merged.length)} merged, ${wrong.length} wrong; ` +
    `${reviews.length} questions, ${right.length} of them right`,
);
const decisions = reviews.map(({ a, b }) => ({ a, b, same: humanOf.get(a) === humanOf.get(b) }));
start = performance.now();
const answered = resolvePeople(people, { decisions });
console.log(
  `all answered: ${(performance.now() - start).toFixed(0)} ms; ${share(answered.merged.length)} merged, ${answered.reviews.length} questions left`,
);

function share(count: number): string {
  return `${((100 * count) / repeats).toFixed(1)}%`;
}
