// Identity among 100,000 records: npx tsx test/bench/ingest/resolve-people.ts
import { resolvePeople } from "../../../src/people/index.js";
import { inventContacts } from "../../support/exports-connections.js";

const contacts = inventContacts(9, 60_000);
const people = contacts.flatMap((contact, place) => {
  const person = { name: `${contact.first} ${contact.last}`, company: contact.company };
  const profileUrl = `https://www.linkedin.com/in/${contact.slug}`;
  const record = { id: `a${place}`, ...person, profileUrl };
  return place % 3 === 2
    ? [record]
    : [record, { id: `b${place}`, ...person, emails: [`x${place}@example.com`] }];
});
const start = performance.now();
const { merged, reviews } = resolvePeople(people);
console.log(
  `${people.length} records: ${(performance.now() - start).toFixed(0)} ms, ${merged.length} merged, ${reviews.length} questions`,
);
