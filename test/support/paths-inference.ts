import { isoDay, utcDay } from "../../src/base/index.js";
import type { Network } from "../../src/network/index.js";
import {
  DEFAULT_INFERENCE_LIMITS,
  type InferenceGround,
  type InferenceLimits,
} from "../../src/paths/index.js";
import { foldCompany, foldText, type Person, type Spell, titleLikeness } from "../../src/people/index.js";
import { colleagueTie, defaultTieModel } from "../../src/ties/index.js";

interface Stay {
  readonly place: string;
  readonly days: readonly [number, number];
}

export interface InferredByHand {
  readonly probability: number;
  readonly grounds: readonly InferenceGround[];
  /** Occasions of each ground that count, whichever ground is the strongest. */
  readonly occasions: Readonly<Record<string, number>>;
}

/** The plain way to infer ties: each person against the target, each ground by its definition, nothing kept between. */
export function inferByHand(
  network: Network,
  request: {
    seekers: readonly string[];
    target: Person;
    headcount?: number;
    inference?: Partial<InferenceLimits>;
  },
  now: string,
): Map<string, InferredByHand> {
  const { seekers } = request;
  const limits = { ...DEFAULT_INFERENCE_LIMITS, ...request.inference };
  const today = utcDay(now);
  const asSeen = (person: Person) => withSpellsSeen(network, person, seekers);
  const target = asSeen(request.target);
  const others = network
    .people()
    .filter(({ id }) => id !== target.id)
    .map(asSeen);
  const visible = others.filter(({ id }) => isVisible(network, id, seekers));
  const found = new Map<string, InferredByHand>();
  for (const person of visible) {
    if (maySee(network, person.id, target.id, seekers)) continue;
    const all: [number, InferenceGround][] = [];
    for (const place of staysOf(target, today)) {
      const [kind, name] = [place.place.split(":")[0], place.place.slice(place.place.indexOf(":") + 1)];
      const met = visible.filter((one) =>
        staysOf(one, today).some((stay) => share(place, stay, today, limits)),
      );
      if (!met.includes(person)) continue;
      const together = staysOf(person, today).some(
        (stay) => stay.place === place.place && stay.days[1] === today && place.days[1] === today,
      );
      const isSeeker = seekers.includes(person.id);
      if (isSeeker && !(kind === "work" && together)) continue;
      if (kind === "school") {
        const headcount = Math.max(DEFAULT_INFERENCE_LIMITS.yearGroup, met.length);
        all.push([colleagueTie({ headcount }), "same-school"]);
        continue;
      }
      const isPresent = target.company !== undefined && foldCompany(target.company) === name;
      const size =
        request.headcount !== undefined && isPresent
          ? { headcount: request.headcount }
          : { colleaguesSeen: met.length };
      const likeness = titleLikeness(person.title, target.title);
      all.push([colleagueTie({ ...size, ...likeness }), together ? "same-company" : "worked-together"]);
    }
    const common = others
      .map(({ id }) => id)
      .filter((id) => isShared(network, id, target.id) && isShared(network, id, person.id));
    if (common.length >= 2 && !seekers.includes(person.id)) {
      const degrees = common.map(
        (id) => others.concat(target).filter((one) => isShared(network, id, one.id)).length,
      );
      const score = degrees.reduce((sum, degree) => sum + 1 / Math.log(degree), 0);
      const { baseRate, scale, cap } = defaultTieModel.inference;
      all.push([Math.min(cap, 1 - (1 - baseRate) * Math.exp(-score / scale)), "common-neighbors"]);
    }
    const occasions = { meeting: 0, conversation: 0 };
    for (const kind of ["meeting", "conversation"] as const) {
      const sizes = codesOf(target, kind, today)
        .filter((code) => codesOf(person, kind, today).includes(code))
        .map((code) => 1 + presentBeside(network, target, visible, { kind, code, today }).size)
        .filter((size) => size <= limits.largestOccasion);
      occasions[kind] = sizes.length;
      if (sizes.length === 0 || seekers.includes(person.id)) continue;
      const { baseRate, cap } = defaultTieModel.inference;
      const weight = sizes.reduce((sum, size) => sum + 1 / (size - 1), 0);
      const odds = Math.min(cap, 1 - (1 - baseRate) * Math.exp(-weight / limits.occasionScale));
      all.push([odds, `same-${kind}`]);
    }
    if (all.length === 0) continue;
    const probability = Math.max(...all.map(([p]) => p));
    const grounds = all.filter(([p]) => p > probability - 1e-9).map(([, ground]) => ground);
    found.set(person.id, { probability, grounds, occasions });
  }
  return found;
}

function isShared(network: Network, a: string, b: string): boolean {
  return network.tie(a, b)?.visibility === "shared";
}

function isOpen(network: Network, a: string, b: string): boolean {
  const tie = network.tie(a, b);
  return tie !== undefined && tie.visibility !== "private";
}

function maySee(network: Network, a: string, b: string, seekers: readonly string[]): boolean {
  return isOpen(network, a, b) || (network.tie(a, b) !== undefined && seekers.includes(a));
}

/** Somebody is seen by whoever may use one of their ties or told of them, and by all where they have none and nobody told of them. */
export function isVisible(network: Network, id: string, seekers: readonly string[]): boolean {
  const neighbors = network.neighbors(id);
  const tellers = (network.person(id)?.spells ?? []).flatMap(({ owner }) => owner ?? []);
  return (
    (neighbors.length === 0 && tellers.length === 0) ||
    tellers.some((teller) => seekers.includes(network.canonical(teller))) ||
    seekers.includes(id) ||
    neighbors.some((other) => isOpen(network, id, other) || seekers.includes(other))
  );
}

/** A person with those spells alone that these seekers may know of. */
export function withSpellsSeen(network: Network, person: Person, seekers: readonly string[]): Person {
  if (person.spells === undefined) return person;
  return {
    ...person,
    spells: person.spells.filter((spell) => isSpellSeen(network, person.id, spell, seekers)),
  };
}

/**
 * What somebody told of another counts for themselves, and for all where their tie to the other is shared; what they told of themselves for
 * all, but for their own place in an occasion.
 */
function isSpellSeen(network: Network, id: string, spell: Spell, seekers: readonly string[]): boolean {
  if (spell.owner === undefined) return true;
  const teller = network.canonical(spell.owner);
  if (teller === id && (spell.kind === "meeting" || spell.kind === "conversation"))
    return seekers.includes(id);
  return teller === id || seekers.includes(teller) || network.tie(teller, id)?.visibility === "shared";
}

/** Who was at an occasion beside the target: whoever's spell is seen, and the owners of all spells of it that are seen. */
function presentBeside(
  network: Network,
  target: Person,
  visible: readonly Person[],
  { kind, code, today }: { readonly kind: Spell["kind"]; readonly code: string; readonly today: number },
): Set<string> {
  const present = new Set<string>();
  for (const person of [target, ...visible]) {
    for (const spell of person.spells ?? []) {
      if (spell.kind !== kind || spell.organization !== code || !hasBeen(spell, today)) continue;
      present.add(person.id);
      if (spell.owner !== undefined) present.add(network.canonical(spell.owner));
    }
  }
  present.delete(target.id);
  return present;
}

/** Codes of the meetings or conversations somebody was in up to today, each once. */
function codesOf(person: Person, kind: "meeting" | "conversation", today: number): string[] {
  const spells = (person.spells ?? []).filter((spell) => spell.kind === kind && hasBeen(spell, today));
  return [...new Set(spells.map(({ organization }) => organization))].filter((code) => code !== "");
}

function hasBeen({ from, to }: Spell, today: number): boolean {
  const end = to === undefined ? today : Math.min(today, daysOf(to)[1]);
  return daysOf(from ?? to ?? isoDay(today))[0] <= end;
}

/** Both the first and the last day of a stay count, so that two who were there on one and the same day share one. */
function share(
  a: Stay,
  b: Stay,
  today: number,
  { leastSharedDays }: Pick<InferenceLimits, "leastSharedDays">,
): boolean {
  if (a.place !== b.place) return false;
  if (a.days[1] === today && b.days[1] === today) return true;
  const common = Math.min(a.days[1], b.days[1]) - Math.max(a.days[0], b.days[0]) + 1;
  return common >= leastSharedDays;
}

function staysOf(person: Person, today: number): Stay[] {
  const company = foldCompany(person.company ?? "");
  const stays: Stay[] = company === "" ? [] : [{ place: `work:${company}`, days: [today, today] }];
  for (const { kind, organization, from, to } of person.spells ?? []) {
    if (kind !== "work" && kind !== "school") continue;
    const name = kind === "work" ? foldCompany(organization) : foldText(organization);
    const end = to === undefined ? today : Math.min(today, daysOf(to)[1]);
    const start = daysOf(from ?? to ?? isoDay(today))[0];
    if (name !== "" && start <= end) stays.push({ place: `${kind}:${name}`, days: [start, end] });
  }
  return stays;
}

/** First and last day of a written year, month or day. */
function daysOf(text: string): [number, number] {
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) return [Number.NaN, Number.NaN];
  const before = known.get(text);
  if (before !== undefined) return before;
  const days: number[] = [];
  for (let day = utcDay("2009-01-01"); day < utcDay("2042-01-01"); day++) {
    if (isoDay(day).startsWith(text)) days.push(day);
  }
  const ends: [number, number] = [days[0] as number, days.at(-1) as number];
  known.set(text, ends);
  return ends;
}

const known = new Map<string, [number, number]>();
