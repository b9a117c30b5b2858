import { IntroductionPlanner } from "../../src/index.js";
import { insights, networkReadings } from "../../src/insights/index.js";
import type { EventInput } from "../../src/journal/index.js";
import { Network, type NetworkImport, peopleToCsv, snapshotFor, tiesToCsv } from "../../src/network/index.js";
import type { Person, Tie } from "../../src/people/index.js";
import { plannerTools } from "../../src/tools/index.js";
import { pooledWorld } from "./pooled-worlds.js";
import { type Random, seededRandom } from "./random.js";

const NOW = "2026-11-22";
const MASK_KEY = "a key of sixteen letters";

/**
 * What an owner keeps to themselves: their own card, people whom nobody else knows, facts about people whom others know too, ties with
 * both. Some of those are in view without a tie.
 */
function privateFile(
  network: Network,
  { owner, viewer }: { readonly owner: string; readonly viewer: string },
  ids: readonly string[],
  random: Random,
): NetworkImport {
  const hidden = Array.from({ length: 1 + random.below(7) }, (_, n) => `h${n}`);
  // The two ends of a tie use each other's records: what the owner tells of the viewer is the viewer's too.
  const masked = network.seenBy([], { maskKey: MASK_KEY });
  const open = ids.filter(
    (id) => id !== owner && id !== viewer && (isOpen(network, id) || masked.mayCount(id)),
  );
  const known = open.filter((id) => network.tie(owner, id) === undefined);
  // What they tell of somebody to whom their tie is open is everybody's (rule 7).
  const told = [...hidden, ...known.filter(() => random.chance(0.5))];
  const own = { id: owner, name: network.person(owner)?.name ?? "Olga Own" };
  const people = told.map(
    (id): Person => ({
      id,
      name: `Hidden ${id.toUpperCase()}`,
      company: random.pick(["Acme", "Beta", "Gamma"]),
      title: random.pick(["CEO", "Sales", "VP Operations"]),
      emails: [`${id}.private@x.example`],
      ...(random.chance(0.4)
        ? { spells: [{ kind: "work", organization: random.pick(["Acme", "Beta"]), from: "2019", owner }] }
        : {}),
      ...(random.chance(0.3)
        ? { tags: [{ code: "source:clients", evidence: "x", owner, private: true }] }
        : {}),
    }),
  );
  const evidence = () => ({ closeness: random.below(11) / 10, connectedOn: "2020-01-01" });
  const ties: Tie[] = [...hidden, ...known.filter(() => random.chance(0.7))].map((to) => ({
    from: owner,
    to,
    evidence: evidence(),
  }));
  for (const from of hidden) {
    const to = random.pick(hidden);
    if (from < to) ties.push({ from, to, owner, evidence: evidence() });
    for (const id of open) if (random.chance(0.3)) ties.push({ from, to: id, owner, evidence: evidence() });
  }
  // Whom the owner's own system holds for one human, others too.
  const mergedPeople = random.chance(0.2) ? [{ keep: random.pick(told), gone: random.pick(ids) }] : [];
  return { people: [own, ...people], ties, owner, visibility: "private", mergedPeople };
}

/** What is told of who is one human with all people in view: an import of another's for all, or a caller's word. Hidden ones may be among them. */
function joinPeople(networks: readonly Network[], ids: readonly string[], random: Random): void {
  const pair = [random.pick(ids), random.pick([...ids, "h0", "h1"])];
  const [keep = "", gone = ""] = random.chance(0.5) ? pair : pair.reverse();
  if (keep === gone) return;
  const isDecided = random.chance(0.5);
  for (const network of networks) {
    if (isDecided) network.decide([{ a: keep, b: gone, same: true }]);
    else network.import({ people: [], ties: [], owner: "crm", mergedPeople: [{ keep, gone }] });
  }
}

function hasTold(network: Network, owner: string, id: string): boolean {
  const isTheirs = (tie: Tie) => [tie.from, tie.to, tie.owner].includes(owner);
  return network.tiesOf(id).some(({ from, to }) => network.tieRecords(from, to).some(isTheirs));
}

function isOpen(network: Network, id: string): boolean {
  return network.tiesOf(id).some(({ visibility }) => visibility === "shared");
}

/** People in everybody's view whom nothing ties: added by hand, by a file of nobody in particular, of a team's system, of their own. */
function putUntied(network: Network, random: Random): readonly string[] {
  const ids = ["b0", "b1", "b2", "b3"].filter(() => random.chance(0.5));
  for (const id of ids) {
    const person = { id, name: `Untied ${id.toUpperCase()}`, company: random.pick(["Acme", "Beta"]) };
    const how = random.pick(["added", "listed", "crm", id] as const);
    if (how === "added") network.addPerson(person);
    else network.import({ people: [person], ties: [] }, how === "listed" ? {} : { owner: how });
  }
  return ids;
}

/** What an owner dealt with those whom nobody else knows: favors, a sale, words, a lead that was won, introductions. */
function privateDealings(owner: string, hidden: readonly string[], random: Random): readonly EventInput[] {
  const [one, other = owner] = hidden as [string, string?];
  const at = `2026-10-0${1 + random.below(9)}`;
  const between = [one, other] as const;
  const all: readonly EventInput[] = [
    { id: "d0", type: "favor.given", at, giver: owner, receiver: one, kind: "advice" },
    { id: "d1", type: "favor.given", at, giver: one, receiver: other, kind: "advice" },
    { id: "d2", type: "sale.delivered", at, seller: owner, customer: one, solved: "late audits" },
    { id: "d3", type: "contact.stated", at, seeker: owner, person: one, knows: "well" },
    { id: "d4", type: "ask.sent", kind: "soft", at, seeker: owner, connector: one },
    { id: "d5", type: "activity.done", at, source: "fair", hours: 3, member: owner },
    ...(other === owner
      ? []
      : [{ id: "d6", type: "introduction.brokered", at, broker: owner, between } as const]),
    { id: "d7", type: "lead.received", at, source: "fair", seeker: owner, target: one },
    { id: "d8", type: "deal.won", at: "2026-10-12", lead: "d7", value: 5 },
  ];
  return random.chance(0.3) ? [] : all.filter(({ id }) => id >= "d7" || random.chance(0.5));
}

/** What a call gives as text, errors included. */
function told(call: () => unknown): string {
  try {
    return JSON.stringify(call()) ?? "";
  } catch (error) {
    return `throws ${(error as { readonly code?: string }).code}`;
  }
}

/** Every public result for a seeker that is looked at, by its name. */
type Results = Readonly<Record<string, (planner: IntroductionPlanner) => unknown>>;

function resultsFor(
  seeker: string,
  ids: readonly string[],
  random: Random,
  mask: { maskKey?: string },
): Results {
  const stranger = { name: "Bob Smith", company: "Acme" };
  const [id, target] = [random.pick(ids), random.pick(ids.filter((one) => one !== seeker))];
  const planFor = (to: string | typeof stranger) => (planner: IntroductionPlanner) => {
    const plan = planner.plan({ seeker, target: to, now: NOW, ...mask });
    return [plan, plan.asks.map((ask) => planner.draft(ask, { reason: "r" }))];
  };
  const queries = [
    { company: "Acme" },
    "h0",
    `${id}.private@x.example`,
    "Hidden H0",
    `Hidden ${id.toUpperCase()}`,
  ];
  const targets = ids.slice(0, 4);
  return {
    plan: planFor(target),
    guess: planFor(stranger),
    hidden: planFor({ name: "Hidden H0", company: "Acme" }),
    find: (planner) => queries.map((query) => planner.find(query, { seeker })),
    standing: (planner) => planner.standing({ seeker, counterpart: id, now: NOW }),
    account: (planner) => planner.account({ seeker, company: "Acme", now: NOW }),
    reach: (planner) => planner.reach({ seeker, targets: [...ids, stranger], now: NOW, ...mask }),
    campaign: (planner) =>
      planner.campaign({ seeker, targets: targets.map((one) => ({ target: one, value: 20 })), now: NOW }),
    giveFirst: (planner) => planner.giveFirst({ seeker, targets, now: NOW }),
    unasked: (planner) => planner.unasked({ seeker }),
    next: (planner) => planner.next({ seeker, now: NOW }),
    tieToMake: (planner) => planner.tieToMake({ seeker, now: NOW }),
    touchPlan: (planner) => planner.touchPlan({ seeker, now: NOW }),
    snapshot: (planner) => snapshotFor(planner.network, seeker),
    exports: ({ network }) => [peopleToCsv(network, { seeker }), tiesToCsv(network, { seeker })],
    prospects: (planner) => planner.prospects({ seeker, profile: { titles: ["CEO"] }, now: NOW }),
    pairs: (planner) => planner.pairs({ seeker, among: [...ids, "h0"], now: NOW }),
    ladder: (planner) => [planner.ladder({ seeker, now: NOW }), planner.workflow({ seeker, now: NOW })],
    reviews: (planner) => planner.reviews({ seeker, now: NOW }),
    insights: ({ journal, network }) => insights(journal, { now: NOW, viewer: seeker, network }),
    tools: (planner) =>
      plannerTools(planner, { seeker, now: () => NOW }).map(({ handler }) =>
        [{ target: "h0" }, { company: "Acme" }, { query: "h0" }, { targets: ["h0", target] }, {}].map(
          (input) => handler({ ...input, detail: "full" }),
        ),
      ),
    readings: ({ network }) => networkReadings(network, { seeker, now: NOW }),
  };
}

/**
 * Public results for one who is not the owner of some private records, with and without these and what came of them, in `count` worlds; every other one with a
 * mask key. Each world looks at two plans and at two of the other results in turn. Returns how many were compared, and each difference.
 */
export function compareWithoutPrivate(
  seed: number,
  count: number,
): { readonly results: number; readonly differences: readonly string[] } {
  const random = seededRandom(seed);
  const differences: string[] = [];
  let results = 0;
  for (let world = 0; world < count; ) {
    const { network, ids: known } = pooledWorld(random);
    const ids = [...known, ...putUntied(network, random)];
    // One whom nobody knows but by these records, too.
    const owner = random.chance(0.1) ? "o9" : random.pick(ids);
    const seeker = random.pick(known.filter((id) => id !== owner));
    const whole = Network.fromJSON(JSON.parse(JSON.stringify(network)));
    const file = privateFile(network, { owner, viewer: seeker }, ids, random);
    // Whoever nobody else knows is tied to their owner or stands in a list without ties.
    const listed = new Set(random.chance(0.3) ? ["h0"] : []);
    const ties = file.ties.filter(({ from, to }) => !listed.has(from) && !listed.has(to));
    whole.import({ ...file, ties });
    // Of a tie of theirs, and of one that they told of already, an owner may say less than before: not of those of others.
    const others = ids.filter((id) => ![owner, seeker].includes(id) && !hasTold(network, owner, id));
    const isJoined = random.chance(0.3) && others.length > 1;
    if (isJoined) joinPeople([network, whole], others, random);
    const planners = [network, whole].map((one) => new IntroductionPlanner({ network: one }));
    // That there is a journal is no secret; whether the seeker had to do with anybody is theirs.
    if (random.chance(0.5))
      for (const planner of planners)
        planner.record({ id: "own", type: "person.prepared", at: "2026-11-20", person: seeker });
    const hidden = file.people.map(({ id }) => id).filter((id) => id.startsWith("h"));
    if (!isJoined) planners[1]?.recordAll(privateDealings(owner, hidden, random));
    const all = Object.entries(resultsFor(seeker, ids, random, world % 2 === 0 ? { maskKey: MASK_KEY } : {}));
    for (let i = 0; i < 4; i++) {
      // Plans of the first two kinds in each world, of the others two in turn.
      const place = i < 2 ? i : 2 + ((world * 2 + i) % (all.length - 2));
      const [what, call] = all[place] as (typeof all)[number];
      const [without, within] = planners.map((planner) => told(() => call(planner)));
      results++;
      if (without !== within) differences.push(`${what} of ${seeker} in world ${world} of seed ${seed}`);
    }
    world++;
  }
  return { results, differences };
}
