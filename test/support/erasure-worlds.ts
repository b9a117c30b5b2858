import { IntroductionPlanner } from "../../src/index.js";
import { Network, type NetworkImport } from "../../src/network/index.js";
import type { Person, Tie } from "../../src/people/index.js";
import type { PlannerEvent } from "../../src/planner/index.js";
import { type Random, seededRandom } from "./random.js";

/** Whatever tells who the erased one is holds these letters, and nothing else does. */
export const NEEDLE = /zz/gi;
export const VICTIM = "zz-own-id";
const OLD_ID = "zz-old-id";
/** Two ways in which files know them. */
const RECORDS: readonly Omit<Person, "id">[] = [
  {
    name: "Zzanna Zzquill",
    firstName: "Zzanna",
    lastName: "Zzquill",
    company: "Zzfirm",
    title: "Zzchief",
    emails: ["zzanna@zz.example", "zz2@zz.example"],
    profileUrl: "https://www.linkedin.com/in/zzanna-zzquill",
    location: "Zzville",
  },
  { name: "Ána Zzq", company: "Zzother Ltd", emails: ["ZZ2@zz.example"] },
];
/** What others' texts say of them, one for each way of naming somebody. */
const MENTIONS = [
  "met through Zzanna Zzquill",
  "met through zzanna  ZZQUILL",
  "write to zzanna@zz.example",
  `see ${VICTIM}`,
  `see ${OLD_ID}`,
  "see linkedin.com/in/zzanna-zzquill",
  "Ana Zzq was there",
];

export interface ErasureWorld {
  readonly planner: IntroductionPlanner;
  /** The files, without what they say of the erased one under others' names. */
  readonly files: readonly NetworkImport[];
  readonly ids: readonly string[];
  /** What others' texts call the erased one and no record tells. */
  readonly names: readonly string[];
  /** True where the network had a record of the one who is to be erased. */
  readonly isKnown: boolean;
}

/** A pooled network and a journal about a few people, one of whom is to be erased: a contact, an owner, a buyer or all of these. */
export function erasureWorld(seed: number): ErasureWorld {
  const random = seededRandom(seed);
  const network = new Network();
  const others = Array.from({ length: 5 }, (_, n) => `p${n}`);
  // Now and then they are an owner of files and no record of anybody's.
  const isKnown = random.chance(0.85);
  const ids = isKnown ? [...others, VICTIM] : others;
  const files: NetworkImport[] = [];
  for (let file = 0; file < 3; file++) {
    const owner = random.chance(0.7) ? { owner: random.pick([...others, VICTIM]) } : {};
    const visibility = random.pick(["shared", "shared", "masked", "private"] as const);
    const plain = { ...fileOf(ids, random), ...owner, visibility };
    files.push(plain);
    network.import(withMentions(plain, random));
  }
  const planner = new IntroductionPlanner({
    network,
    settings: { asking: { connectors: [VICTIM, "p1"].map((connector) => ({ connector, reluctance: 0.2 })) } },
  });
  for (const { from, to, owner = from } of network
    .ties()
    .flatMap((tie) => network.tieRecords(tie.from, tie.to)))
    if (random.chance(0.3)) network.setVisibility(owner, [from, to], random.pick(["shared", "masked"]));
  record(planner, ids, random);
  if (isKnown && random.chance(0.5)) {
    network.addPerson({ id: OLD_ID, name: "Zzanna Z. Zzquill", company: "Zzolder" });
    if (random.chance(0.5)) planner.record(favor("p0", OLD_ID, "a word on Bo"));
    network.merge({ merged: [{ keep: VICTIM, gone: OLD_ID }] });
  }
  network.decide([
    { a: "p0", b: VICTIM, same: false },
    { a: VICTIM, b: "zz-nobody-yet", same: true },
  ]);
  if (isKnown && random.chance(0.3)) network.setDoNotAsk(VICTIM, true);
  if (random.chance(0.3)) network.optOut(VICTIM);
  if (random.chance(0.5)) planner.learn({ now: "2026-11-22" });
  const { people, told = [] } = network.toJSON();
  const held = JSON.stringify(
    [...people, ...told.map(({ person }) => person)].filter(({ id }) => id === VICTIM),
  );
  const words = RECORDS.flatMap(({ name = "", emails = [], profileUrl = "" }) => [
    name,
    ...emails,
    profileUrl,
  ]);
  const names = words.filter((word) => !held.includes(word));
  const isMerged = network.canonical(OLD_ID) === VICTIM;
  return { planner, files, ids: others, names: isMerged ? names : [...names, OLD_ID], isKnown };
}

function fileOf(ids: readonly string[], random: Random): NetworkImport {
  const people = ids.map((id): Person => {
    if (id === VICTIM)
      return {
        id,
        ...random.pick(RECORDS),
        tags: [{ code: "source:clients", evidence: "zz won", owner: "p0" }],
      };
    return {
      id,
      name: `Name ${id.toUpperCase()}`,
      company: random.pick(["Acme", "Beta"]),
      ...(random.chance(0.3) ? { sources: [{ owner: random.pick(ids), file: "a.csv", row: 2 }] } : {}),
      ...(random.chance(0.3)
        ? { spells: [{ kind: "work", organization: "Gamma", owner: random.pick([...ids, VICTIM]) }] }
        : {}),
    };
  });
  const ties = Array.from({ length: 7 }, (): Tie => {
    const from = random.pick(ids);
    const to = random.pick(ids.filter((id) => id !== from));
    const third = random.chance(0.5) ? { owner: random.pick([...ids, VICTIM]) } : {};
    return { from, to, evidence: { closeness: random.below(11) / 10 }, ...third };
  });
  return { people, ties };
}

/** The same with texts about others that name the one who is to be erased. */
function withMentions(file: NetworkImport, random: Random): NetworkImport {
  const mention = () => random.pick(MENTIONS);
  return {
    ...file,
    people: file.people.map((person): Person => {
      if (person.id === VICTIM || random.chance(0.5)) return person;
      const owner = random.chance(0.5) ? { owner: "p0" } : {};
      return {
        ...person,
        title: `Assistant, ${mention()}`,
        location: mention(),
        tags: [
          { code: "source:clients", evidence: mention(), ...owner },
          { code: "method:vendor", evidence: "a plain word" },
        ],
        sources: [{ owner: "p0", file: `${mention()}.csv`, row: 3 }],
      };
    }),
    ties: file.ties.map((tie) =>
      random.chance(0.5)
        ? tie
        : { ...tie, evidence: { ...tie.evidence, contexts: ["work:acme", mention()] } },
    ),
  };
}

/** Requests, answers, favors and words, with the erased one in each part. */
function record(planner: IntroductionPlanner, ids: readonly string[], random: Random): void {
  const { vault } = planner.journal;
  vault.write(VICTIM, "name", "Zzanna Zzquill");
  vault.write("p1", "notes", random.pick(MENTIONS));
  const buyer = { name: "Zznew Zzbuyer", company: "Zzbuys" };
  for (const seeker of ids) {
    const target = random.chance(0.3) ? buyer : random.pick(ids.filter((id) => id !== seeker));
    const [ask] = planner.plan({ seeker, target, now: "2026-11-02" }).asks;
    if (ask === undefined || ask.target === seeker) continue;
    planner.record({
      id: `s${ids.indexOf(seeker)}`,
      type: "ask.sent",
      at: "2026-11-02",
      ask,
      reason: random.pick(MENTIONS),
    });
    const at = "2026-11-04";
    const declined = { id: `d${ids.indexOf(seeker)}`, type: "ask.declined", at, ask: ask.id } as const;
    const answers: PlannerEvent[] = [
      { id: `g${ids.indexOf(seeker)}`, type: "ask.agreed", at, ask: ask.id },
      { ...declined, answer: "ask-someone-else", suggested: random.pick(MENTIONS) },
      { ...declined, answer: "no" },
    ];
    if (random.chance(0.7)) planner.record(random.pick(answers));
  }
  planner.record(favor("p0", VICTIM, "zz liked it"));
  planner.record(favor("p2", "p3", random.pick(MENTIONS)));
  planner.record({
    id: "c",
    type: "contact.stated",
    at: "2026-11-04",
    seeker: "p0",
    person: VICTIM,
    knows: "well",
  });
  planner.record({
    id: "l",
    type: "sale.delivered",
    at: "2026-11-01",
    seller: "p0",
    customer: VICTIM,
    solved: "zz was late",
  });
}

function favor(giver: string, receiver: string, note: string): PlannerEvent {
  return {
    id: `f${note.length}${giver}`,
    type: "favor.given",
    at: "2026-11-01",
    giver,
    receiver,
    kind: "article",
    note,
  };
}
