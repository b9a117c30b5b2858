import { IntroductionPlanner, type PlanAsk, type PlannerEvent } from "warmpath";
import { isWarmpathError } from "../../../src/base/index.js";
import type { Random } from "../random.js";
import { COMPANIES, isHidden, nameOf, ROLES } from "./life-names.js";
import { importOne, type LifeWorld } from "./life-world.js";

/** What a life is at: its world, its day, the requests on their way. */
export interface Life {
  readonly world: LifeWorld;
  planner: IntroductionPlanner;
  day: number;
  readonly asks: string[];
  /** Names of those who were erased: they stand in no text any more. */
  readonly erased: Set<string>;
  events: number;
}

/** A planner's error is an answer; any other is a fault. */
export function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (!isWarmpathError(error)) throw error;
    return undefined;
  }
}

export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Records what is given under an id of its own, on this day. */
export function record(life: Life, event: Readonly<Record<string, unknown>>): void {
  const whole = { id: `ev-${life.events++}`, at: isoOf(life.day), ...event } as unknown as PlannerEvent;
  attempt(() => life.planner.record(whole));
}

/** A request is sent, with words of the seller's own or none. */
export function send(life: Life, ask: PlanAsk, random: Random): void {
  const words = random.chance(0.5) ? { reason: "They buy from Acme Inc.", offer: "a lunch" } : {};
  record(life, { type: "ask.sent", ask, ...words });
  life.asks.push(ask.id);
}

/** What may come of a request, whether or not its state allows it. */
const STEPS: readonly Readonly<Record<string, unknown>>[] = [
  { type: "ask.agreed" },
  { type: "ask.agreed", answer: "make-it" },
  { type: "ask.agreed", answer: "use-my-name" },
  { type: "ask.declined" },
  { type: "ask.declined", answer: "no" },
  { type: "ask.declined", answer: "not-tied" },
  { type: "ask.declined", answer: "not-this-kind" },
  { type: "ask.declined", answer: "ask-someone-else", suggested: "Eve Holt" },
  { type: "ask.reminded" },
  { type: "ask.claimed" },
  { type: "introduction.made" },
  { type: "introduction.made", how: "name-lent" },
  { type: "introduction.made", keyBuyer: true, how: "recommended" },
  { type: "target.agreed" },
  { type: "target.declined" },
  { type: "meeting.held", useful: true },
  { type: "opportunity.opened" },
  { type: "deal.won", value: 12 },
  { type: "deal.lost", reason: "price" },
  { type: "thanks.sent" },
  { type: "update.sent" },
  { type: "ask.withdrawn" },
];

/** Some of the requests on their way come a step further, or are left in silence. */
export function answerSome(life: Life, seeker: string, random: Random): void {
  for (const ask of life.asks.slice(-6)) {
    if (random.chance(0.7)) record(life, { ...random.pick(STEPS), ask });
    const suggestedPerson = anybody(life, seeker, random);
    if (random.chance(0.1))
      record(life, { type: "ask.declined", answer: "ask-someone-else", suggestedPerson, ask });
  }
}

/** Anybody whom a seller may know of. */
export function anybody({ planner, world }: Life, seeker: string, random: Random): string {
  const view = planner.network.seenBy(seeker);
  const people = planner.network.people().filter(({ id }) => view.mayName(id) && id !== seeker);
  return people.length === 0 ? (world.owners[0]?.id ?? "") : random.pick(people).id;
}

/** One thing of many that happen between people, or to the records. */
export function happen(life: Life, seeker: string, random: Random): void {
  const { planner, world } = life;
  const [one, other] = [anybody(life, seeker, random), anybody(life, seeker, random)];
  // What a seller reveals or joins to others' records is theirs to name, too.
  const isOpen = ![one, other].some((id) => isHidden(planner.network.person(id)?.name));
  const kind = random.pick(["introduction", "advice", "lunch", "article", "event-advice", "house-painting"]);
  const source = random.pick(["clients", "trade-show", "Messe München 2026", "cold-call", "inbound-web"]);
  const lead = `lead-${life.events}`;
  const acts: readonly (() => unknown)[] = [
    () => record(life, { type: "favor.given", giver: seeker, receiver: one, kind }),
    () =>
      record(life, {
        type: "favor.given",
        giver: one,
        receiver: seeker,
        kind,
        size: random.pick([0.2, 1, 3.5]),
      }),
    () => record(life, { type: "sale.delivered", seller: seeker, customer: one, solved: "late audits." }),
    () => record(life, { type: "sale.delivered", seller: seeker, customer: one, complaint: "it broke" }),
    () => record(life, { type: "introduction.offered", broker: seeker, between: [one, other] }),
    () =>
      record(life, {
        type: "introduction.offered",
        broker: seeker,
        between: [one, other],
        by: one,
        answer: random.pick(["yes", "no"]),
      }),
    () => record(life, { type: "introduction.brokered", broker: seeker, between: [one, other] }),
    () => record(life, { type: "introduction.received", seeker, connector: one, target: other }),
    () => record(life, { type: "lead.received", source, lead, seeker, target: one, referredBy: other }),
    () => record(life, { type: "lead.received", source, active: random.chance(0.5) }),
    () => record(life, { type: "deal.won", lead, value: 4 }),
    () =>
      record(life, {
        type: "activity.done",
        source,
        hours: random.below(9),
        cost: random.below(3),
        member: seeker,
      }),
    () => record(life, { type: "gift.given", giver: seeker, receiver: one, to: "connector" }),
    () => record(life, { type: "person.prepared", person: one }),
    () =>
      record(life, {
        type: "contact.stated",
        seeker,
        person: one,
        knows: random.pick(["well", "some", "not"]),
      }),
    () =>
      record(life, {
        type: "ask.sent",
        kind: random.pick(["issue", "soft"]),
        seeker,
        connector: one,
        issue: "late audits",
      }),
    () => record(life, { type: "thanks.sent", giver: seeker, receiver: one }),
    () => record(life, { type: "balance.asserted", a: seeker, b: one, amount: random.below(5) - 2 }),
    () => record(life, { type: "entry.reversed", entry: `ev-${random.below(life.events + 1)}` }),
    () => planner.network.setDoNotAsk(one, random.chance(0.6)),
    () => isOpen && attempt(() => planner.network.mergePeople([[one, other]])),
    () => isOpen && attempt(() => planner.network.reveal(seeker, one)),
    () => importOne(world, random.pick(world.owners), random),
    () => attempt(() => planner.learn({ now: isoOf(life.day) })),
    () => erase(life, one, random),
    () => optOut(life, random),
  ];
  random.pick(acts)();
}

/** Somebody asks to be forgotten. Whoever is called as another is, or as a seller, stays. */
function erase(life: Life, id: string, random: Random): void {
  const { planner, world } = life;
  const name = planner.network.person(id)?.name ?? "";
  const namesakes = world.people.filter((one) => one.last === "" || name.includes(one.last)).length;
  if (!random.chance(0.5) || world.owners.some((owner) => owner.id === id)) return;
  const others = planner.network.people().filter((one) => one.id !== id && (one.name ?? "").includes(name));
  planner.erase(id);
  if (namesakes === 1 && name.length > 8 && others.length === 0 && !isHidden(name)) life.erased.add(name);
}

function optOut({ planner, world }: Life, random: Random): void {
  const last = world.owners.at(-1);
  if (last === undefined || last === world.owners[0]) return;
  if (random.chance(0.5)) planner.network.optOut(last.id);
  else planner.network.optIn(last.id);
}

/** The planner as it comes back from a file. */
export function reloaded({ planner }: Life): IntroductionPlanner {
  return IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)));
}

/** A buyer as a seller asks for one: by id, in words, by what they do, outside all records, or by next to nothing. */
export function anyTarget(life: Life, seeker: string, random: Random) {
  const { world } = life;
  const one = random.pick(world.people);
  const company = random.pick(COMPANIES);
  const isErased = [...life.erased].some((name) => name.includes(one.last) || nameOf(one).includes(name));
  const named = isErased ? "Zoe Newcomer" : nameOf(one);
  return random.pick([
    anybody(life, seeker, random),
    anybody(life, seeker, random),
    anybody(life, seeker, random),
    `${named} at ${one.company}`,
    { name: named, company: one.company },
    { name: "Zoe Newcomer", company, title: random.pick(ROLES) },
    { name: "Bob Smith", company },
    { title: random.pick(ROLES), company },
    { company },
    { name: named },
  ]);
}
