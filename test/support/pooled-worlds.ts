import { IntroductionPlanner } from "../../src/index.js";
import { Network, snapshotFor } from "../../src/network/index.js";
import type { Person, Visibility } from "../../src/people/index.js";
import { type Random, seededRandom } from "./random.js";

const NOW = "2026-11-22";

/** A network of several files: ties told by an end or a third one, stays and tags in somebody's name, imports of every reach. */
export function pooledWorld(random: Random): { readonly network: Network; readonly ids: readonly string[] } {
  const network = new Network();
  const ids = Array.from({ length: 5 + random.below(5) }, (_, n) => `p${n}`);
  const files = 1 + random.below(3);
  for (let file = 0; file < files; file++) {
    const people = ids
      .filter(() => file === 0 || random.chance(0.4))
      .map((id) => personOf(id, file, ids, random));
    const inFile = file === 0 ? ids : people.map(({ id }) => id);
    const pairs = Array.from({ length: Math.floor((ids.length * 2) / files) }, () => [
      random.pick(inFile.length > 0 ? inFile : ids),
      random.pick(ids),
    ]);
    const ties = pairs
      .filter(([from, to]) => from !== to)
      .map(([from, to]) => ({
        from: from as string,
        to: to as string,
        owner: random.chance(0.75) ? (from as string) : random.pick(ids),
        evidence: { closeness: random.below(11) / 10 },
        ...(random.chance(0.7) ? { visibility: reachOf(random) } : {}),
      }));
    const owner = random.chance(0.7) ? { owner: random.pick(ids) } : {};
    network.import({ people, ties }, file === 0 ? {} : { ...owner, visibility: reachOf(random) });
  }
  return { network, ids };
}

function personOf(id: string, file: number, ids: readonly string[], random: Random): Person {
  const kind = random.pick(["work", "school", "meeting", "conversation"] as const);
  const organization = random.pick(["Acme", "mit", "m1"]);
  const tag = { code: random.pick(["source:clients", "satisfaction:low"]), evidence: "x", at: "2026-10-01" };
  return {
    id,
    name: nameOf(id),
    ...(random.chance(0.7) ? { company: random.pick(["Acme", "Beta", "Gamma"]) } : {}),
    ...(random.chance(0.3) ? { emails: [`${id}${file}@x.example`] } : {}),
    ...(random.chance(0.3)
      ? { spells: [{ kind, organization, from: "2019", to: "2023", owner: random.pick(ids) }] }
      : {}),
    ...(random.chance(0.2)
      ? { tags: [{ ...tag, owner: random.pick(ids), private: random.chance(0.5) }] }
      : {}),
  };
}

function nameOf(id: string): string {
  const letter = "ABCDEFGHIJ"[Number(id.slice(1))];
  return `Name ${letter} Last${letter}`;
}

function reachOf(random: Random): Visibility {
  return random.pick(["shared", "shared", "masked", "private"] as const);
}

/** What a call gives as text, errors included. */
function told(call: () => unknown): string {
  try {
    return JSON.stringify(call());
  } catch (error) {
    return `throws ${(error as { readonly code?: string }).code}`;
  }
}

/**
 * Every public result for a seeker on a whole pooled network against the same on what the seeker may be handed of it, in
 * `count` worlds. Returns how many plans and other results were compared, and each difference.
 */
export function compareWithSnapshots(
  seed: number,
  count: number,
): { readonly plans: number; readonly results: number; readonly differences: readonly string[] } {
  const random = seededRandom(seed);
  const differences: string[] = [];
  let plans = 0;
  let results = 0;
  for (let world = 0; world < count; world++) {
    const { network, ids } = pooledWorld(random);
    const seeker = random.pick(ids);
    const handed = Network.fromJSON(JSON.parse(JSON.stringify(snapshotFor(network, seeker))));
    const planners = [network, handed].map((one) => new IntroductionPlanner({ network: one }));
    const compare = (what: string, call: (planner: IntroductionPlanner) => unknown): void => {
      results++;
      const [whole, own] = planners.map((planner) => told(() => call(planner)));
      if (whole !== own) differences.push(`${what} of ${seeker} in world ${world}`);
    };
    const stranger = { name: "Bob Smith", company: "Acme" };
    for (const target of [...ids.filter((id) => id !== seeker), stranger]) {
      plans++;
      compare("plan", (planner) => planner.plan({ seeker, target, now: NOW }));
    }
    for (const id of ids) {
      compare("standing", (planner) => planner.standing({ seeker, counterpart: id, now: NOW }));
      compare("find", (planner) => planner.find(`${id}1@x.example`, { seeker }));
    }
    compare("find", (planner) => planner.find(nameOf("p0"), { seeker }));
    compare("find", (planner) => planner.find({ company: "Acme" }, { seeker }));
    compare("reach", (planner) => planner.reach({ seeker, targets: [...ids, stranger], now: NOW }));
    const targets = ids.map((target) => ({ target, value: 20 }));
    compare("campaign", (planner) => planner.campaign({ seeker, targets, now: NOW }));
    compare("giveFirst", (planner) => planner.giveFirst({ seeker, targets: ids, now: NOW }));
    compare("unasked", (planner) => planner.unasked({ seeker }));
    compare("worthAsking", (planner) => planner.worthAsking({ seeker, target: stranger, now: NOW }));
    compare("snapshot", (planner) => snapshotFor(planner.network, seeker));
    compare("draft", (planner) =>
      planner
        .plan({ seeker, target: stranger, now: NOW })
        .asks.map((ask) => planner.draft(ask, { reason: "r" })),
    );
  }
  return { plans, results, differences };
}
