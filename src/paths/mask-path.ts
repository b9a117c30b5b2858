import { checkShape, madeOf, memoized, minOf, roundForPlan, shortId, soundOf } from "../base/index.js";
import type { Viewpoint } from "../network/index.js";
import { sameCompany } from "../people/index.js";
import { coarse } from "./coarse.js";
import type { CompiledNetwork } from "./compiled-network.js";
import type { IntroductionPath, Leg } from "./introduction-path.js";

/** For whom a path is made readable, and under which secret people are hidden. */
export interface MaskOptions {
  /** Ids of those to whom the path is handed. A masked tie that one of them told of themselves hides nothing. */
  readonly viewers: readonly string[];
  /** A secret of the caller, 16 characters at least: the same key hides a person under the same id every time. */
  readonly key: string;
  /** People among whom somebody still is hidden: fewer at a company, or of a function there, and it is not told. @defaultValue 3 */
  readonly leastCrowd?: number | undefined;
}

/** Somebody whose name the path keeps back. */
export interface MaskedPerson {
  /** `masked_` and 16 hex digits; stands in `people` and `legs` in place of their id. */
  readonly id: string;
  /** What may be told of them: "a colleague in Sales". */
  readonly label: string;
}

/** A path that may be handed to its viewers. */
export interface MaskedPath extends IntroductionPath {
  /** In the order of `people`; none where the path needed no mask. */
  readonly masked: readonly MaskedPerson[];
}

/**
 * A path without the names behind masked ties. Whoever is an end of one, but for the viewers, the seeker and the target, is
 * told by an opaque id and a label. Of every leg that they are part of, evidence, factors and dates go. Numbers keep one
 * digit, so that none of them tells who they are. The path's probability is then the product of the numbers shown.
 * @throws WarmpathError `INVALID_ARGUMENT` for a key that is too short.
 */
export function maskPath(
  compiled: CompiledNetwork,
  path: IntroductionPath,
  options: MaskOptions,
): MaskedPath {
  return soundOf("path", () => {
    checkShape(compiled, { takeInChanges: "function" }, "compiled");
    checkShape(path, { people: ["text"], legs: ["object"] }, "path");
    checkShape(options, { viewers: ["text"], key: "text?" }, "options");
    const { viewers, key, leastCrowd = LEAST_CROWD } = options;
    checkShape(leastCrowd, "number", "leastCrowd");
    // A key that is missing is refused as one that is too short.
    const hidden = hiddenOn(compiled.network.seenBy(viewers, { maskKey: key ?? "" }).plain, path);
    if (hidden.size === 0) return { ...path, masked: [] };
    const shown = (id: string): string => (hidden.has(id) ? maskId(id, key) : id);
    const legs = path.legs.map((leg) =>
      hidden.has(leg.asker) || hidden.has(leg.asked)
        ? maskLeg(leg, shown)
        : { ...leg, asker: shown(leg.asker), asked: shown(leg.asked) },
    );
    const product = (numbers: readonly number[]): number => roundForPlan(numbers.reduce((a, b) => a * b, 1));
    const consents = legs.map(({ consent }) => consent);
    return {
      people: path.people.map(shown),
      legs,
      probability: product(consents),
      interval: [
        product(legs.map(({ interval }) => interval[0])),
        product(legs.map(({ interval }) => interval[1])),
      ],
      weakestLeg: consents.indexOf(minOf(consents)),
      whatWouldHelp: "Those who keep their names back here can say more once they agree to be asked.",
      masked: path.people
        .filter((id) => hidden.has(id))
        .map((id) => ({ id: shown(id), label: labelOf(compiled, id, viewers, leastCrowd) })),
    };
  });
}

/** The opaque id of somebody hidden; without the key nobody can tell whose it is. */
export function maskId(id: string, key: string): string {
  checkShape(id, "text", "id");
  checkShape(key, "text", "key");
  return shortId("masked_", key, id);
}

/**
 * Any plain JSON with ids replaced wherever one stands as a whole string or as a key. It is for what goes with masked paths (asks,
 * next actions). An id inside a longer text, or hashed into another id, is not found: leave such fields out.
 */
export function replaceIds<T>(value: T, names: ReadonlyMap<string, string>): T {
  checkShape(names, { get: "function" }, "names");
  // What stands in several places is gone through once.
  const walk: (part: unknown) => unknown = memoized((part: unknown) => {
    if (typeof part === "string") return names.get(part) ?? part;
    if (Array.isArray(part)) return part.map((item) => walk(item));
    if (typeof part === "number") {
      checkShape(part, "finite", "value");
      return part + 0;
    }
    if (typeof part !== "object" || part === null) return part;
    checkShape(part, "object", "value");
    return Object.fromEntries(
      Object.entries(part).map(([key, inner]) => [names.get(key) ?? key, walk(inner)]),
    );
  });
  return madeOf("value", () => walk(value) as T);
}

/** Who stands at an end of a leg that may not be used by name, but for the viewers, the seeker and the target. */
function hiddenOn(view: Viewpoint, { people, legs }: IntroductionPath): ReadonlySet<string> {
  const named = new Set([...view.viewers, people[0], people.at(-1)]);
  // An inferred leg tells nothing of a masked tie that nobody may know of.
  const masked = legs.filter(({ asker, asked, inferred }) => !inferred && !view.mayUse(asker, asked));
  return new Set(masked.flatMap(({ asker, asked }) => [asker, asked]).filter((id) => !named.has(id)));
}

function maskLeg(leg: Leg, shown: (id: string) => string): Leg {
  const consent = coarse(leg.consent);
  return {
    asker: shown(leg.asker),
    asked: shown(leg.asked),
    consent,
    interval: [Math.min(consent, coarse(leg.interval[0])), Math.max(consent, coarse(leg.interval[1]))],
    strength: coarse(leg.strength),
    state: "unknown",
    factors: [],
    evidence: {},
    inferred: leg.inferred,
    ...(leg.tieProbability === undefined ? {} : { tieProbability: coarse(leg.tieProbability) }),
    consentIfTied: Math.max(consent, coarse(leg.consentIfTied)),
    ...(leg.consentIfNot === undefined ? {} : { consentIfNot: coarse(leg.consentIfNot) }),
    ...(leg.willing === undefined ? {} : { willing: leg.willing }),
    why: `About ${Math.round(consent * 100)}%: whose step this is, and what it rests on, is kept back.`,
  };
}

/** Function and company are told only where several people share them, of those whom the viewers may count. */
function labelOf(
  compiled: CompiledNetwork,
  id: string,
  viewers: readonly string[],
  leastCrowd: number,
): string {
  const view = compiled.seenBy(viewers, true);
  const { company, title } = view.person(id) ?? {};
  const peers = company === undefined ? [] : view.worksAt(company);
  const { companyAliases } = compiled;
  const isColleague = viewers.some((viewer) =>
    sameCompany(view.person(viewer)?.company, company, { companyAliases }),
  );
  const who = isColleague && peers.length >= leastCrowd ? "a colleague" : "somebody";
  const { function: business } = compiled.titleOf(title);
  const alike = peers.filter((peer) => compiled.titleOf(view.person(peer)?.title).function === business);
  if (business === undefined || !(alike.length >= leastCrowd)) return who;
  const field = business.length < 3 ? business.toUpperCase() : business[0]?.toUpperCase() + business.slice(1);
  return `${who} in ${field}`;
}

/** People among whom somebody is still hidden; an assumption. */
export const LEAST_CROWD = 3;
