import type { AskPolicyInput } from "../../src/planning/index.js";
import { type Random, seededRandom } from "./random.js";

/** What may be in a world of guesses besides contacts who may know the buyer. */
export interface GuessedWorld {
  readonly connectors: number;
  /** Share of them whom a contact has to be asked for first. */
  readonly behind?: number;
  /** Share of them to whom two contacts lead. */
  readonly twoWays?: number;
  /** Share of them who were seen with the buyer. */
  readonly seen?: number;
  /** Most contacts that one colleague opens; without it the seeker asks all. */
  readonly perColleague?: number;
}

const SIZES = [50, 200, 500, 2_000, 10_000, 50_000] as const;
/** Log-odds of title, function and office, as the ties room has them. */
const RANKS = [-0.5, 0, 0, 0.25, 0.5, 0.5] as const;
const FUNCTIONS = [-0.5, 0, 1.3, 1.3] as const;
const VALUES = [undefined, undefined, 10, 20, 40, 80, 200] as const;

const logit = (p: number): number => Math.log(p / (1 - p));
const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** Asks and routes of connectors of all kinds towards one buyer, as plans have them; every number is drawn anew for each. */
export function guessedWorld(seed: number, world: GuessedWorld): AskPolicyInput {
  const random = seededRandom(seed);
  const { connectors, behind = 0.1, twoWays = 0.05, seen = 0.1, perColleague = 0 } = world;
  const known = Math.min(0.5, 3.7 * random.pick(SIZES) ** -0.63);
  const target = random.pick([0.25, 0.3, 0.45]);
  const asks = [
    { id: "target", probability: target, cost: 0.25 },
    { id: "cold", probability: 0.08 / target, cost: 0 },
  ];
  const routes: string[][] = [];
  const add = (id: string, probability: number, cost: number): string => {
    asks.push({ id, probability, cost });
    return id;
  };
  const relay = (id: string): string => add(id, 0.2 + 0.3 * random.next(), 0.2 + 0.3 * random.next());
  let colleague: string | undefined;
  for (let i = 0, opened = 0; i < connectors; i++, opened--) {
    if (perColleague > 0 && opened <= 0) {
      opened = 1 + random.below(perColleague);
      colleague = add(`c${i}`, 0.3 + 0.4 * random.next(), 0.1 + 0.4 * random.next());
    }
    const ways = waysTo(i, random, { add, relay, behind, twoWays }).map((way) =>
      colleague === undefined ? way : [colleague, ...way],
    );
    if (random.chance(seen)) {
      const tie = add(`k${i}`, 0.4 + 0.6 * random.next(), 0);
      for (const way of ways) routes.push([...way, tie, "target"]);
      continue;
    }
    const odds = logit(known) + random.pick(RANKS) + random.pick(FUNCTIONS) + (random.chance(0.2) ? 2.2 : 0);
    const tie = add(`k${i}`, Math.min(0.9, chance(odds + 0.4 * (random.next() - 0.5))), 0);
    const willing = add(`w${i}`, 0.25, 0);
    for (const way of ways) routes.push([...way, tie, "target"], [...way, willing, "cold", "target"]);
  }
  return { asks, routes, value: random.pick(VALUES) };
}

/** The asks before the one who may know the buyer, one list for each way to them. */
function waysTo(
  i: number,
  random: Random,
  {
    add,
    relay,
    behind,
    twoWays,
  }: Required<Pick<GuessedWorld, "behind" | "twoWays">> & {
    add: (id: string, probability: number, cost: number) => string;
    relay: (id: string) => string;
  },
): string[][] {
  const first = (id: string): string => {
    const consent = chance(logit(0.3) + 3 * (random.next() - 0.5));
    return add(id, consent, 0.1 + consent * (1 + (random.chance(0.5) ? 0 : 2 * random.next())));
  };
  const kind = random.next();
  const own = first(`f${i}`);
  if (kind < twoWays)
    return [
      [own, relay(`r${i}`)],
      [first(`g${i}`), relay(`s${i}`)],
    ];
  return [kind < twoWays + behind ? [own, relay(`r${i}`)] : [own]];
}

/**
 * Two or three contacts, each with some of all the ways there may be: ties that may be known, notes to a stranger, somebody behind whom two
 * lead to. On a grid of whole numbers many are of one type, and some of their asks are sure.
 */
export function mixedGuesses(random: Random): AskPolicyInput {
  const { below, next, pick, chance: isSo } = random;
  const coarse = isSo(0.4);
  const asks = new Map([["cold", { id: "cold", probability: pick([0.2, 0.5, 0.8]), cost: 0 }]]);
  const add = (id: string, isFree: boolean): string => {
    const probability = coarse ? pick([0.25, 0.5, 1]) : 0.1 + 0.8 * next();
    if (!asks.has(id))
      asks.set(id, { id, probability, cost: isFree ? 0 : coarse ? pick([1, 2]) : 0.1 + next() });
    return id;
  };
  const routes: string[][] = [];
  for (const name of ["a", "b", "c"].slice(0, 2 + below(2))) {
    const first = add(name, false);
    const far = add(`${name} far`, false);
    const ways = [
      [first, add(`${name} knows`, true)],
      [first, add(`${name} saw`, true)],
      [first, add(`${name} willing`, true), "cold"],
      [first, far, add(`${name} far knows`, true)],
      [first, far, add(`${name} far willing`, true), "cold"],
      [add(`${name} too`, false), far, `${name} far knows`],
    ].filter(() => isSo(0.45));
    routes.push(...(ways.length > 0 ? ways : [[first, `${name} willing`, "cold"]]));
  }
  const used = new Set(routes.flat());
  return {
    asks: [...asks.values()].filter(({ id }) => used.has(id)),
    routes,
    value: pick([undefined, 1, 3, 8, 30]),
  };
}

/** Guesses of two or three kinds on a grid of few numbers, some of them behind a relay: many are worth the same. */
export function equalGuesses({ below, pick, chance: isSo }: Random): AskPolicyInput {
  const asks = [{ id: "cold", probability: pick([0.2, 0.5, 1]), cost: 0 }];
  const routes: string[][] = [];
  const kinds = Array.from({ length: 1 + below(3) }, () => ({
    first: pick([0.5, 0.5, 1]),
    cost: pick([1, 2]),
    knows: pick([0.25, 0.5, 1]),
    willing: pick([0.5, 1]),
    relay: isSo(0.3),
    isSeen: isSo(0.2),
  }));
  for (let i = 0; i < 3 + below(2); i++) {
    const { first, cost, knows, willing, relay, isSeen } = pick(kinds);
    asks.push({ id: `f${i}`, probability: first, cost }, { id: `k${i}`, probability: knows, cost: 0 });
    const way = [`f${i}`];
    if (relay) {
      asks.push({ id: `r${i}`, probability: 0.5, cost: 0.5 });
      way.push(`r${i}`);
    }
    routes.push([...way, `k${i}`]);
    if (isSeen) continue;
    asks.push({ id: `w${i}`, probability: willing, cost: 0 });
    routes.push([...way, `w${i}`, "cold"]);
  }
  return { asks, routes, value: pick([undefined, 4, 8, 12, 16, 24, 48]) };
}

/** Contacts who surely pass a note on, some of them sure to know the buyer, who cost more. */
export function sureGuesses({ below, pick, next }: Random): AskPolicyInput {
  const asks = [{ id: "cold", probability: pick([0.2, 0.5]), cost: 0 }];
  const routes: string[][] = [];
  for (let i = 0; i < 3 + below(2); i++) {
    const knows = pick([0.3, 0.5, 1]);
    asks.push(
      { id: `f${i}`, probability: pick([0.5, 1, 1]), cost: (knows === 1 ? 3 : 0.5) + next() },
      { id: `k${i}`, probability: knows, cost: 0 },
      { id: `w${i}`, probability: pick([0.5, 1]), cost: 0 },
    );
    routes.push([`f${i}`, `k${i}`], [`f${i}`, `w${i}`, "cold"]);
  }
  return { asks, routes, value: pick([undefined, 8, 20, 40]) };
}

/** A few guesses of each of two or three kinds, where asking in rising price is often not the best order. */
export function kindsOfGuesses({ below, pick }: Random): AskPolicyInput {
  const [kinds, each] = [2 + below(2), 2 + below(2)];
  const asks = [{ id: "cold", probability: pick([0.1, 0.2, 0.3, 0.5]), cost: 0 }];
  const routes: string[][] = [];
  for (let kind = 0; kind < kinds; kind++) {
    const [first, cost] = [pick([0.2, 0.4, 0.6, 0.9]), pick([0.2, 0.4, 0.6, 1])];
    const [knows, willing] = [pick([0.02, 0.05, 0.1, 0.3]), pick([0.25, 0.5, 1])];
    for (let i = 0; i < each; i++) {
      const name = `${kind}${i}`;
      asks.push(
        { id: `f${name}`, probability: first, cost },
        { id: `k${name}`, probability: knows, cost: 0 },
        { id: `w${name}`, probability: willing, cost: 0 },
      );
      routes.push([`f${name}`, `k${name}`], [`f${name}`, `w${name}`, "cold"]);
    }
  }
  return { asks, routes, value: pick([undefined, 3, 6, 10, 20]) };
}
