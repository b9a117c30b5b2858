import { type Callable, outcomeOf } from "../garbage.js";
import type { Calls } from "./calls.js";
import { callsOfPeople } from "./calls-of-people.js";
import { callsOfPlans } from "./calls-of-plans.js";
import { callsOfTexts } from "./calls-of-texts.js";
import { HOSTILE, type Hostile } from "./hostile.js";
import { type Place, partAt, placesOf, withPart } from "./places.js";
import { type Offers, type ValidWorld, validWorld } from "./world.js";

/** What came of the calls of one function. */
export interface Spoilt {
  readonly name: string;
  /** What is wrong with the valid call; undefined where it worked. */
  readonly valid: string | undefined;
  readonly calls: number;
  readonly faults: readonly string[];
}

/** One part of a valid call spoilt in one way. */
interface Spoiling {
  readonly place: Place;
  readonly hostile: Hostile;
}

/** A world of valid values with the valid calls of all functions in it; states are copied for each call that changes them. */
export class SpoiltWorld {
  readonly #offers: Offers;
  readonly #world: ValidWorld;
  readonly #calls: Calls;
  readonly #kinds: readonly Hostile[];

  /** @param kinds What takes the place of a valid part */
  constructor(offers: Offers, kinds: readonly Hostile[] = HOSTILE) {
    this.#kinds = kinds;
    this.#offers = offers;
    this.#world = validWorld(offers);
    this.#calls = {
      ...callsOfTexts(this.#world),
      ...callsOfPeople(this.#world),
      ...callsOfPlans(this.#world),
    };
  }

  /** Calls a function with each part of its valid arguments spoilt in each way; with `draw` only with those that it picks. */
  async spoil(
    { name, call }: Callable,
    draw = (all: readonly Spoiling[]) => all,
    after: (called: Callable, place: Place) => void = () => undefined,
  ): Promise<Spoilt> {
    const key = name.replace(".", "");
    const given = this.#calls[key];
    if (given === undefined) return { name: key, valid: "no call", calls: 0, faults: [] };
    const valid = await outcomeOf(() => call(this.#worldFor(key), given), given);
    const faults: string[] = [];
    let calls = 0;
    for (const { place, hostile } of draw(spoilingsOf(given, this.#kinds))) {
      const put = hostile.put(partAt(given, place));
      // A getter stands in an object, not among the arguments.
      if (put === undefined || (put.get !== undefined && place.length === 1)) continue;
      const spoilt = withPart(given, place, put) as readonly unknown[];
      calls++;
      const outcome = await outcomeOf(() => call(this.#worldFor(key), spoilt), spoilt);
      after({ name, call }, place);
      // What a signal that came out aborted was given as its reason is to come out as it is.
      if (outcome !== undefined && outcome !== "refused" && !outcome.startsWith(this.#world.signal.reason))
        faults.push(`${hostile.name} at ${place.join(".")}: ${outcome}`);
    }
    return { name: key, valid, calls, faults };
  }

  #worldFor(key: string): Readonly<Record<string, unknown>> {
    const { Network, Journal, IntroductionPlanner, AskTracker, ArcIndex, Vault, SuppressionList } =
      this.#offers;
    const { network, journal, planner, index } = this.#world;
    const copies: Readonly<Record<string, () => object>> = {
      Network: () => ({ network: Network.fromJSON(network.toJSON()) }),
      Journal: () => ({ journal: Journal.fromJSON(journal.toJSON()) }),
      IntroductionPlanner: () => ({ planner: IntroductionPlanner.fromJSON(planner.toJSON()) }),
      AskTracker: () => ({ tracker: new AskTracker(journal) }),
      ArcIndex: () => ({ index: ArcIndex.fromBuffer(index.buffer.slice(0)) }),
      Vault: () => ({ vault: new Vault() }),
      SuppressionList: () => ({ suppression: new SuppressionList("0123456789abcdef", ["ab"]) }),
    };
    return { ...this.#world, ...copies[key.split("#")[0] as string]?.() };
  }
}

function spoilingsOf(given: readonly unknown[], kinds: readonly Hostile[]): readonly Spoiling[] {
  return placesOf(given, MOST_KEYS).flatMap((place) => kinds.map((hostile) => ({ place, hostile })));
}

/** Keys to a part at most. */
const MOST_KEYS = 6;
