import { checkShape, compareCodeUnits } from "../base/index.js";
import type { RatedPath } from "../paths/index.js";
import type { TraitsReader } from "../people/human-traits.js";
import {
  type CompanyAliases,
  type IdentityDecision,
  likelyPairs,
  type Person,
  traitsReader,
} from "../people/index.js";
import type { PlanningDay } from "./planning-day.js";

/**
 * Paths in which nobody is asked under two ids, and no buyer to introduce themselves. Of people who may be one human, as `resolvePeople`
 * would ask about, the one on the best path stays, until the caller decides. Whom the seekers may not name is not looked at.
 */
export function askedOnce<P extends RatedPath>(
  day: PlanningDay,
  paths: readonly P[],
  asking: { readonly seekers: readonly string[]; readonly decisions: readonly IdentityDecision[] },
): readonly P[] {
  const view = day.network.seenBy(asking.seekers);
  const order = new Map<string, number>();
  const target = paths[0]?.people.at(-1);
  for (const id of [target, ...paths.flatMap(({ people }) => people.slice(1, -1))]) {
    if (id !== undefined && !order.has(id) && view.mayName(id)) order.set(id, order.size);
  }
  const people = [...order.keys()].map((id) => view.person(id)).filter((one) => one !== undefined);
  const gone = new Set<string>();
  const said = asking.decisions.filter(({ a, b, same }) => same && order.has(a) && order.has(b));
  const read = day.kept(["traits"], () => readOnce(day.settings.identity.companyAliases));
  for (const { a, b } of [...said, ...likelyPairs(people, asking.decisions, read)]) {
    const [x, y] = [order.get(a) ?? 0, order.get(b) ?? 0];
    // The better one may itself be gone for a third; whoever is left of the three comes first on the paths.
    gone.add(x < y ? b : a);
  }
  return gone.size === 0
    ? paths
    : paths.filter((path) => !path.people.slice(1, -1).some((id) => gone.has(id)));
}

/** A reader that reads each record once, since the same connectors stand before many buyers. */
function readOnce(aliases: CompanyAliases): TraitsReader {
  const read = traitsReader(aliases);
  const known = new WeakMap<Person, ReturnType<TraitsReader>[number]>();
  const traitsOf = (person: Person) => {
    const traits = known.get(person) ?? read([person])[0]!;
    known.set(person, traits);
    return traits;
  };
  return (people) => people.map(traitsOf);
}

/**
 * What is said of who is who, for a plan of these seekers. It is the request's answers, and of the network's those about people whom the
 * seekers may name. Of two about one pair the request's counts. In the order of ids, so that the same answers give the same plan.
 */
export function decisionsFor(
  day: PlanningDay,
  seekers: readonly string[],
  given: readonly IdentityDecision[] = [],
): readonly IdentityDecision[] {
  checkShape(given, [{ a: "text", b: "text" }], "decisions");
  const { network } = day;
  const kept = network.decisions();
  if (kept.length + given.length === 0) return given;
  const view = network.seenBy(seekers);
  const all = new Map<string, IdentityDecision>();
  for (const { a, b, same } of [
    ...kept.filter((one) => view.mayName(one.a) && view.mayName(one.b)),
    ...given,
  ]) {
    const [x = "", y = ""] = [network.canonical(a), network.canonical(b)].sort(compareCodeUnits);
    if (x !== y) all.set(JSON.stringify([x, y]), { a: x, b: y, same });
  }
  return [...all].sort(([x], [y]) => compareCodeUnits(x, y)).map(([, decision]) => decision);
}
