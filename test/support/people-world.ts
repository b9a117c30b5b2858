import type { Person } from "../../src/people/index.js";
import { inventContacts } from "./exports-connections.js";
import { seededRandom } from "./random.js";

/**
 * Records of invented humans as several exports hold them; 1% of the humans are another's namesakes, colleagues of
 * their every tenth time. Each record's human is told apart from its id.
 */
export function inventWorld(
  seed: number,
  humans: number,
): { people: Person[]; humanOf: Map<string, number> } {
  const random = seededRandom(seed);
  const contacts = inventContacts(seed, humans);
  const people: Person[] = [];
  const humanOf = new Map<string, number>();
  contacts.forEach((contact, human) => {
    const namesake = human > 0 && random.chance(0.01) ? contacts[random.below(human)] : undefined;
    const { first, last } = namesake ?? contact;
    const company = namesake && random.chance(0.1) ? namesake.company : contact.company;
    const url = `https://www.linkedin.com/in/${contact.slug}`;
    const email = `h${human}@${random.chance(0.5) ? "example.com" : "gmail.com"}`;
    const records = 1 + random.below(3);
    for (let record = 0; record < records; record++) {
      const style = random.next();
      const id = `r${human}-${record}`;
      humanOf.set(id, human);
      people.push({
        id,
        name:
          style < 0.1
            ? `${last}, ${first}`
            : style < 0.2
              ? `${first} ${last}`.toUpperCase()
              : `${first} ${last}`,
        ...(company === "" ? {} : { company: random.chance(0.2) ? `${company}, Inc.` : company }),
        ...(style < 0.7 ? { profileUrl: random.chance(0.5) ? url : `${url.replace("www", "de")}/` } : {}),
        ...(style > 0.5 ? { emails: [random.chance(0.5) ? email : email.toUpperCase()] } : {}),
      });
    }
  });
  return { people, humanOf };
}
