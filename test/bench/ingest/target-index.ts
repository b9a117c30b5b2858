// Target look-up among 200,000 invented people: npx tsx test/bench/ingest/target-index.ts
import { TargetIndex } from "../../../src/people/index.js";
import { inventContacts } from "../../support/exports-connections.js";

const people = inventContacts(7, 200_000).map((contact, place) => ({
  id: `p${place}`,
  name: `${contact.first} ${contact.last}${place % 7 === 0 ? ` ${spell(place)}` : ""}`,
  company: contact.company + (place % 3 === 0 ? ` ${place % 5000}` : ""),
  title: contact.position,
}));
let start = performance.now();
const index = new TargetIndex(people);
console.log(`index of ${people.length} people: ${(performance.now() - start).toFixed(0)} ms`);
for (const query of [
  "Maya Granger at Orchard Health",
  "Granger, Maya (Brightwater Bank)",
  "Maja Grangr at Orchard Helth",
  "VP Operations at Orchard Health",
  "VP Operations",
  "Zoe Mueller",
  "Brightwater Bank",
  "Bob Smith at Acme",
]) {
  const times: number[] = [];
  for (let round = 0; round < 50; round++) {
    start = performance.now();
    index.find(query);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(`${query}: median ${times[25]?.toFixed(2)} ms, worst ${times[49]?.toFixed(2)} ms`);
}

/** A made-up word for a number, so that the vocabulary grows as in real lists of names. */
function spell(number: number): string {
  return (Math.imul(number, 2_654_435_761) >>> 0)
    .toString(36)
    .replace(/\d/g, (digit) => "klmnoprstu"[Number(digit)] ?? "");
}
