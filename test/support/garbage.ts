import { createContext, runInContext } from "node:vm";
import { isReadable, SuppressionList } from "../../src/base/index.js";
import { IntroductionPlanner, Journal, Ledger, Network } from "../../src/index.js";
import { casesOf, DEFAULT_INSIGHTS_SETTINGS, insights } from "../../src/insights/index.js";
import { Vault } from "../../src/journal/index.js";

import { CompiledNetwork } from "../../src/paths/compiled-network.js";
import { reasonsOf, TargetIndex } from "../../src/people/index.js";
import { ArcIndex, SearchScratch } from "../../src/search/index.js";
import { TieScorer } from "../../src/ties/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import type { Random } from "./random.js";

const NOW = "2026-06-15";

/** One of each thing that a call of the library may be given, made anew so that no call spoils the next one's. */
export function goodThings(): Readonly<Record<string, unknown>> {
  const people = ["me", "ann", "bob", "cy"].map((id) => ({
    id,
    name: `${id} Stone`,
    company: "Acme",
    title: "CEO",
  }));
  const network = new Network();
  const closeness = 0.8;
  const ties = [
    { from: "me", to: "ann", evidence: { closeness, connectedOn: "2024-01-02" } },
    { from: "ann", to: "bob", evidence: { closeness } },
    { from: "me", to: "cy", evidence: { closeness } },
    { from: "cy", to: "bob", evidence: { closeness } },
  ];
  network.import({ people, ties });
  const planner = new IntroductionPlanner({ network });
  const plan = planner.plan({ seeker: "me", target: "bob", now: NOW });
  const journal = new Journal();
  journal.append({
    id: "e1",
    type: "favor.given",
    at: "2026-01-01",
    giver: "me",
    receiver: "ann",
    kind: "advice",
    size: 1,
    note: "n",
  });
  journal.append({ id: "e2", type: "ask.sent", at: "2026-06-01", ask: plan.asks[0] as never });
  return {
    network,
    planner,
    plan,
    ask: plan.asks[0],
    path: plan.paths[0],
    paths: plan.paths,
    legs: plan.paths[0]?.legs,
    journal,
    events: journal.events(),
    ledger: new Ledger(journal),
    tracker: new AskTracker(journal),
    vault: new Vault(),
    suppression: new SuppressionList("0123456789abcdef"),
    scratch: new SearchScratch(),
    index: ArcIndex.build({
      nodeCount: 4,
      sources: [0, 1, 2],
      targets: [1, 2, 3],
      probabilities: [0.5, 0.5, 0.5],
    }),
    compiled: CompiledNetwork.compile(network, { now: NOW }),
    targets: new TargetIndex(people),
    scorer: new TieScorer({ now: NOW } as never),
    insights: insights(journal, { now: NOW }),
    cases: casesOf(journal, new AskTracker(journal), DEFAULT_INSIGHTS_SETTINGS, { now: NOW }),
    requests: new AskTracker(journal).asks({ now: NOW }).map(({ ask, ...more }) => ({ ...ask, ...more })),
    effort: {
      source: "fair",
      hours: 2,
      cost: 1,
      leads: 3,
      won: 1,
      probability: 0.5,
      today: 20_000,
      yearlyAsks: 4,
    },
    settings: DEFAULT_INSIGHTS_SETTINGS,
    reasons: reasonsOf(plan.paths[0]?.legs ?? [], () => "CEO"),
    person: people[0],
    people,
    ties,
    tie: ties[0],
    evidence: ties[0]?.evidence,
    now: NOW,
    request: { seeker: "me", target: "bob", now: NOW, k: 3, maxHops: 3 },
    reachRequest: { seeker: "me", targets: ["bob"], now: NOW },
    campaignRequest: { seeker: "me", targets: [{ target: "bob", value: 3 }], now: NOW },
    policy: { asks: [{ id: "a", probability: 0.5, cost: 1 }], routes: [["a"]], value: 3 },
    search: { source: 0, target: 3, sources: 0, targets: 3, k: 2, maxHops: 3 },
    draft: { me: people[0], connector: people[1], target: people[2], reason: "r", offer: "o" },
    standing: { seeker: "me", counterpart: "ann", strength: 0.5, commonFriends: 1, now: NOW },
    consent: { strength: 0.5, role: "first" },
    snapshot: network.toJSON(),
    saved: planner.toJSON(),
    owned: { owner: people[0] },
    csv: "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,,,Acme,CEO,01 Mar 2024\n",
    dated: { now: NOW },
  };
}

/** A value that nobody meant: another type, another realm, a number past every limit, a trap. */
export function garbage(random: Random, good: Readonly<Record<string, unknown>>, depth = 0): unknown {
  const one = random.below(ODD.length + 4);
  if (one < ODD.length) return (ODD[one] as () => unknown)();
  if (one === ODD.length && depth < 3)
    return Array.from({ length: random.below(4) }, () => garbage(random, good, depth + 1));
  if (one === ODD.length + 1 && depth < 3) {
    const keys = Array.from({ length: random.below(5) }, () => random.pick(FIELDS));
    return Object.fromEntries(keys.map((key) => [key, garbage(random, good, depth + 1)]));
  }
  return good[random.pick(Object.keys(good))];
}

/** A good value with garbage in one of its leaves. */
export function spoilt(
  value: unknown,
  random: Random,
  good: Readonly<Record<string, unknown>>,
  depth = 0,
): unknown {
  const isPlain =
    Array.isArray(value) ||
    (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);
  const keys = isPlain ? Object.keys(value as object) : [];
  if (keys.length === 0 || depth > 4) return garbage(random, good, 2);
  const key = random.pick(keys);
  const copy: Record<string, unknown> = Array.isArray(value)
    ? (value.slice() as never)
    : { ...(value as object) };
  copy[key] = random.chance(0.5) ? garbage(random, good, 2) : spoilt(copy[key], random, good, depth + 1);
  return copy;
}

const FIELDS =
  "id name from to evidence now seeker target k maxHops asks routes targets people ties at type ask legs sources probabilities nodeCount company spells tags emails owner visibility interactions paths day value answers model connectors candidates channel reason offer".split(
    " ",
  );

const realm = createContext({});

function thrown(): never {
  throw new Error("a trap");
}

const ODD: readonly (() => unknown)[] = [
  () => undefined,
  () => null,
  ...[Number.NaN, Number.POSITIVE_INFINITY, -0, -1, 0, 1, 2, 1e9, 1e308, 2 ** 53, 0.5, 2 ** 32].map(
    (x) => () => x,
  ),
  ...[
    "",
    "a",
    "me",
    "bob",
    NOW,
    "2026-13-45",
    "__proto__",
    "\ud800",
    "\0",
    "\u202e",
    '{"a":1}',
    "Bob at Acme",
    "a,b\n1,2\n",
  ].map((text) => () => text),
  () => true,
  () => [],
  () => ({}),
  () => () => undefined,
  () => Symbol("s"),
  () => 10n,
  () => new Date(Number.NaN),
  () => new Date(0),
  () => new Map([["a", true]]),
  () => new Set(["a"]),
  () => Object.create(null),
  () => new Uint8Array([0, 255, 1]),
  () => JSON.parse('{"__proto__":{"polluted":1},"constructor":1}'),
  () => new Proxy({}, {}),
  ...[{}, [], ["a"]].map((target) => () => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  }),
  ...[{ a: 1 }, ["a"]].flatMap((target) =>
    (["get", "has", "ownKeys", "getPrototypeOf"] as const).map(
      (trap) => () => new Proxy(target, { [trap]: thrown }),
    ),
  ),
  () => ({ toString: thrown, valueOf: thrown }),
  () => {
    const bytes = new Uint8Array(4);
    structuredClone(bytes, { transfer: [bytes.buffer] });
    return bytes;
  },
  () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new Error("a trap");
        },
      },
    ),
  () => ({
    get id(): string {
      throw new Error("a trap");
    },
  }),
  () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    return cycle;
  },
  () => /x/,
  () => runInContext("({ id: 'me', people: [], ties: [] })", realm),
  () => runInContext("new Date(0)", realm),
  () => runInContext("[1, 'a']", realm),
];

/** A public function with what it is called on. */
export interface Callable {
  readonly name: string;
  readonly call: (good: Readonly<Record<string, unknown>>, given: readonly unknown[]) => unknown;
}

/** Everything that a module offers to be called: functions, constructors, their static and their own methods. */
export function callables(room: string, offers: Readonly<Record<string, unknown>>): readonly Callable[] {
  return Object.entries(offers).flatMap(([name, offer]): Callable[] => {
    if (typeof offer !== "function") return [];
    const label = `${room}.${name}`;
    if (!/^class\b/.test(Function.prototype.toString.call(offer)))
      return [{ name: label, call: (_, given) => offer(...given) }];
    const made = offer as unknown as new (...given: readonly unknown[]) => unknown;
    const statics = Object.getOwnPropertyNames(offer).filter((key) => isMethod(offer, key));
    const methods = Object.getOwnPropertyNames(offer.prototype).filter(
      (key) => key !== "constructor" && isMethod(offer.prototype, key),
    );
    return [
      { name: `new ${label}`, call: (_, given) => new made(...given) },
      ...statics.map((key) => ({
        name: `${label}.${key}`,
        call: (_: unknown, given: readonly unknown[]) =>
          (offer as never as Record<string, Method>)[key]?.(...given),
      })),
      ...methods.map((key) => ({
        name: `${label}#${key}`,
        call: (good: Readonly<Record<string, unknown>>, given: readonly unknown[]) => {
          const own = Object.values(good).find((one) => one instanceof offer) as
            | Record<string, Method>
            | undefined;
          return own?.[key]?.(...given);
        },
      })),
    ];
  });
}

type Method = (...given: readonly unknown[]) => unknown;

function isMethod(owner: object, key: string): boolean {
  return typeof Object.getOwnPropertyDescriptor(owner, key)?.value === "function";
}

/** What garbage does to a function, over `runs` calls: how often it worked, refused by code, and whatever else came. */
export async function bombard(
  { call }: Callable,
  random: Random,
  runs: number,
): Promise<{ readonly worked: number; readonly refused: number; readonly faults: readonly string[] }> {
  const faults: string[] = [];
  let worked = 0;
  let refused = 0;
  const good = goodThings();
  for (let run = 0; run < runs; run++) {
    const kind = random.below(3);
    const given = Array.from({ length: random.below(4) }, () => garbage(random, good));
    if (kind === 1 && given.length > 0) given[0] = good[random.pick(Object.keys(good))];
    if (kind === 2 && given.length > 0) given[0] = spoilt(good[random.pick(Object.keys(good))], random, good);
    const outcome = await outcomeOf(() => call(good, given), given);
    if (outcome === undefined) worked++;
    else if (outcome === "refused") refused++;
    else faults.push(outcome);
  }
  return { worked, refused, faults };
}

/** What is wrong with what came of a call; undefined where it worked, `refused` where an error of ours with a code came. */
export async function outcomeOf(call: () => unknown, given: readonly unknown[]): Promise<string | undefined> {
  try {
    const odd = oddNumber(await settled(call()), objectsIn(given), 0);
    return odd === undefined ? undefined : `gave ${odd}`;
  } catch (error) {
    const { name, code } = Object(error) as { readonly name?: unknown; readonly code?: unknown };
    if (name === "WarmpathError" && typeof code === "string" && /^(?!ERR_)[A-Z_]+$/.test(code))
      return "refused";
    const stack = String((error as Error)?.stack).split("\n");
    const places = stack.slice(1).filter((line) => line.includes("src/"));
    const lines = places.slice(0, 2).map((line) => line.replace(/.*src\//, "").replace(/\)$/, ""));
    return `${String(error).slice(0, 90)} ${lines.join(" < ")}`;
  }
}

/** The value itself: of a promise what comes of it, of a generator its first items. */
async function settled(value: unknown): Promise<unknown> {
  if (value instanceof Promise) return value;
  const iterator = value as Partial<IterableIterator<unknown>> | undefined;
  if (typeof value !== "object" || typeof iterator?.next !== "function" || !(Symbol.iterator in iterator))
    return value;
  const items: unknown[] = [];
  for (let item = iterator.next(); item.done !== true && items.length < 50; item = iterator.next())
    items.push(item.value);
  return items;
}

/** What was given and may come back as it is. */
function objectsIn(value: unknown, found: Set<unknown> = new Set(), depth = 0): Set<unknown> {
  if (typeof value !== "object" || value === null || found.has(value) || depth > 6) return found;
  found.add(value);
  if (!isReadable(value)) return found;
  for (const part of Object.values(value)) objectsIn(part, found, depth + 1);
  return found;
}

/** The first number in a plain result that JSON or a sum would not survive. */
function oddNumber(value: unknown, seen: Set<unknown>, depth: number): string | undefined {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0)
      ? undefined
      : String(Object.is(value, -0) ? "-0" : value);
  if (typeof value !== "object" || value === null || seen.has(value) || depth > 6) return undefined;
  const proto = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && proto !== Object.prototype) return undefined;
  seen.add(value);
  for (const [key, part] of Object.entries(value)) {
    const odd = oddNumber(part, seen, depth + 1);
    if (odd !== undefined) return `${key}: ${odd}`;
  }
  return undefined;
}
