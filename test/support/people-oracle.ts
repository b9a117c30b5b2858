import type { IdentityDecision, Person } from "../../src/people/index.js";

/** The slow oracle: humans as the connected parts of "shares an address", found by repeated passes. */
export function connectedByAddresses(
  people: readonly Person[],
  decisions: readonly IdentityDecision[] = [],
): Map<string, string> {
  const keys = (person: Person) => [
    ...(person.profileUrl
      ? [decodeURIComponent(person.profileUrl.replace(/^.*\/in\//, "").replace(/\/$/, "")).toLowerCase()]
      : []),
    ...(person.emails ?? []).map((email) => email.toLowerCase()),
  ];
  const label = new Map(people.map(({ id }) => [id, id]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const a of people) {
      for (const b of people) {
        const accepted = decisions.some(
          (one) => one.same && ((one.a === a.id && one.b === b.id) || (one.a === b.id && one.b === a.id)),
        );
        if (a.id !== b.id && !accepted && !keys(a).some((key) => keys(b).includes(key))) continue;
        const least = [label.get(a.id) as string, label.get(b.id) as string].sort()[0] as string;
        for (const { id } of [a, b]) {
          if (label.get(id) !== least) {
            label.set(id, least);
            changed = true;
          }
        }
      }
    }
  }
  return label;
}

/** A record reduced to its keys. */
export interface SmallRecord {
  readonly id: string;
  readonly url: string | undefined;
  readonly mails: readonly string[];
}

/**
 * The rule of refusals said slowly: for acceptances, then profile addresses, then mails, write down every simple way from one refused
 * human to the other; a key that both hold is out, and each human in the middle of a way lets go of the keys of that way; what is left
 * is joined. All over again until nothing changes.
 */
export function groupedWithRefusals(
  records: readonly SmallRecord[],
  decisions: readonly IdentityDecision[],
): Map<string, string> {
  const label = new Map(records.map(({ id }) => [id, id]));
  const refused = decisions.filter(({ a, b, same }) => !same && a !== b);
  const held = (pick: (record: SmallRecord) => readonly string[]): Holding[] =>
    records.flatMap((record) => pick(record).map((key) => [record.id, key] as const));
  const accepted = decisions.flatMap(({ a, b, same }, place): Holding[] =>
    same && a !== b
      ? [
          [a, `${place}`],
          [b, `${place}`],
        ]
      : [],
  );
  const levels = [accepted, held(({ url }) => (url === undefined ? [] : [url])), held(({ mails }) => mails)];
  for (let before = ""; before !== JSON.stringify([...label]); ) {
    before = JSON.stringify([...label]);
    for (const level of levels) joinLevel(level, refused, label);
  }
  return label;
}

type Holding = readonly [id: string, key: string];

function joinLevel(
  level: readonly Holding[],
  refused: readonly IdentityDecision[],
  label: Map<string, string>,
): void {
  const human = (id: string) => label.get(id) as string;
  let kept = level.map(([id, key]) => [human(id), key] as const);
  const has = (who: string, key: string) => kept.some(([one, other]) => one === who && other === key);
  const out = new Set(
    refused.flatMap(({ a, b }) =>
      kept.map(([, key]) => key).filter((key) => has(human(a), key) && has(human(b), key)),
    ),
  );
  kept = kept.filter(([, key]) => !out.has(key));
  const cut = new Set<string>();
  for (const { a, b } of refused) {
    for (const way of simpleWays(kept, human(a), human(b))) {
      way.forEach(([who, key]) => {
        if (who !== human(a) && who !== human(b)) cut.add(`${who} ${key}`);
      });
    }
  }
  const left = kept.filter(([who, key]) => !cut.has(`${who} ${key}`));
  for (const [who, key] of left) {
    for (const [other, same] of left) {
      if (key !== same) continue;
      const [x, y] = [human(who), human(other)].sort() as [string, string];
      for (const [id, now] of label) if (now === x || now === y) label.set(id, x);
    }
  }
}

/** Each way from a to b over humans and keys, none met twice, as its holdings. */
function simpleWays(kept: readonly Holding[], a: string, b: string): Holding[][] {
  const ways: Holding[][] = [];
  const walk = (who: string, humans: readonly string[], keys: readonly string[], way: readonly Holding[]) => {
    if (who === b) {
      ways.push([...way]);
      return;
    }
    for (const [one, key] of kept) {
      if (one !== who || keys.includes(key)) continue;
      for (const [other, same] of kept) {
        if (same !== key || humans.includes(other)) continue;
        walk(other, [...humans, other], [...keys, key], [...way, [who, key], [other, key]]);
      }
    }
  };
  walk(a, [a], [], []);
  return ways;
}
