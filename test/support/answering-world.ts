import { logit, sigmoid } from "../../src/base/index.js";
import { type IntroductionPlan, IntroductionPlanner, Network, type PlannerEvent } from "../../src/index.js";
import { priorSpread, UNKNOWN_TERMS } from "../../src/ties/prior-spread.js";
import { uniforms } from "./learning-oracle.js";

/** How the people of a world really answer, against what the formula says of them. All shifts in log-odds. */
export interface Truth {
  readonly first: number;
  readonly last: number;
  readonly slope: number;
  /** How far single connectors and single buyers differ: standard deviations. */
  readonly connectors: number;
  readonly targets: number;
  /** How far true strengths lie from what is said of them, in their own standard deviations. */
  readonly strengths: number;
  /** Of guessed ties: whether they are there, and a buyer's yes to a stranger. */
  readonly knows: number;
  readonly cold: number;
  /** How often a connector who cannot pass it on says that they do not know the buyer, in place of a plain no. @defaultValue 1 */
  readonly told?: number;
}

export const AS_FORECAST: Truth = {
  first: 0,
  last: 0,
  slope: 1,
  connectors: 0,
  targets: 0,
  strengths: 0,
  knows: 0,
  cold: 0,
};

/** One leg of a plan: what the planner says of it, and its true chance. */
export interface LegSaid {
  readonly kind: "first" | "last" | "guess";
  readonly said: number;
  /** The same by the formula alone. */
  readonly predicted: number;
  readonly interval: readonly [number, number];
  readonly truth: number;
}

/** The slope of consent, 3, times the standard deviation of a strength of which nothing is known, .15. */
const GUESSED_STRENGTH = 0.45;

type Leg = IntroductionPlan["paths"][number]["legs"][number];

/**
 * A world whose people answer by a known truth. Each of its firms has a buyer, two contacts who have met the buyer, and
 * three who only work there, and a seller of its own, so that asks do not pile up. Ties are of all strengths.
 */
export class AnsweringWorld {
  readonly planner: IntroductionPlanner;
  readonly #truth: Truth;
  readonly #random: () => number;
  readonly #isEven: boolean;
  readonly #own = new Map<string, number>();
  readonly #sums = new Map<string, number>();
  #events = 0;

  /** `even`: answers come as often as they should, to the nearest whole, instead of by luck. */
  constructor(firms: number, truth: Truth, seed: number, even = false) {
    this.#truth = truth;
    this.#isEven = even;
    this.#random = uniforms(seed * 7919);
    const network = new Network();
    for (let f = 0; f < firms; f++) {
      const company = `Firm ${f}`;
      network.addPerson({ id: `me${f}`, name: `Seller ${f}`, company: "Northwind" });
      network.addPerson({
        id: `b${f}`,
        name: `Buyer ${f}`,
        company: `Buying ${f}`,
        title: "Head of Operations",
      });
      for (const k of [0, 1]) {
        const id = `k${f}-${k}`;
        network.addPerson({ id, name: `Knows ${f} ${k}`, company: `Other ${f} ${k}` });
        network.addTie({ from: `me${f}`, to: id, evidence: this.#evidence() });
        network.addTie({ from: id, to: `b${f}`, owner: id, evidence: this.#evidence() });
      }
      for (const k of [0, 1, 2]) {
        const id = `g${f}-${k}`;
        network.addPerson({ id, name: `Works ${f} ${k}`, company });
        network.addTie({ from: `me${f}`, to: id, evidence: this.#evidence() });
      }
    }
    this.planner = new IntroductionPlanner({ network });
  }

  /** The buyer whom two contacts have met, and one of the firm whom nobody has. */
  planForKnown(firm: number, now: string): IntroductionPlan {
    return this.planner.plan({ seeker: `me${firm}`, target: `b${firm}`, now });
  }

  planForGuessed(firm: number, now: string): IntroductionPlan {
    const target = { name: `Stranger ${firm}`, company: `Firm ${firm}` };
    return this.planner.plan({ seeker: `me${firm}`, target, headcount: 150, now });
  }

  /** One round: plans for buyers never asked for, makes the first ask of each, records how it ends, and gives the plans. */
  round(firms: readonly number[], now: string): IntroductionPlan[] {
    const plans = firms.flatMap((firm) => [this.planForKnown(firm, now), this.planForGuessed(firm, now)]);
    this.planner.recordAll(plans.flatMap((plan) => this.#answersTo(plan)));
    return plans;
  }

  #answersTo({ asks: [ask], day }: IntroductionPlan): PlannerEvent[] {
    if (ask === undefined) return [];
    const [first, last] = ask.legs as readonly [Leg, Leg];
    const step = (type: string, more: object = {}): PlannerEvent =>
      ({ type, at: day, ask: ask.id, ...more, id: `e${this.#events++}` }) as PlannerEvent;
    const sent = step("ask.sent", { ask });
    const { guess } = last;
    const isTied = guess === undefined || this.#happens("knows", this.#knows(last));
    if (!isTied && !this.#happens("willing", guess.willing)) {
      const isTold = this.#happens("told", this.#truth.told ?? 1);
      return [sent, step("ask.declined", isTold ? { answer: "not-tied" } : {})];
    }
    if (!this.#happens("first", this.#passesOn(first))) return [sent, step("ask.declined")];
    const isYes = isTied
      ? this.#happens("last", this.#agrees(last))
      : this.#happens("cold", this.#welcomes(last));
    return [sent, step("introduction.made"), step(isYes ? "target.agreed" : "target.declined")];
  }

  /** What a plan says of each consent, and what is true of it. */
  legsOf({ paths }: Pick<IntroductionPlan, "paths">): LegSaid[] {
    return paths.flatMap(({ legs }) =>
      (legs as readonly [Leg, Leg]).map((leg, place): LegSaid => {
        const kind = place === 0 ? "first" : leg.inferred ? "guess" : "last";
        const { consent: said, predicted = said, interval } = leg;
        return { kind, said, predicted, interval, truth: this.truthOf(leg, place) };
      }),
    );
  }

  truthOf(leg: Leg, place: number): number {
    if (place === 0) return this.#passesOn(leg);
    if (leg.guess === undefined) return this.#agrees(leg);
    const pi = this.#knows(leg);
    return pi * this.#agrees(leg) + (1 - pi) * leg.guess.willing * this.#welcomes(leg);
  }

  /** The plan's paths with the true chances in place of those said. */
  truePaths({ paths }: Pick<IntroductionPlan, "paths">): IntroductionPlan["paths"] {
    return paths.map((path) => ({
      ...path,
      legs: path.legs.map((leg, place): Leg => {
        const consent = this.truthOf(leg, place);
        if (leg.guess === undefined) return { ...leg, consent, consentIfTied: consent };
        const [consentIfTied, consentIfNot] = [this.#agrees(leg), this.#welcomes(leg)];
        return { ...leg, consent, consentIfTied, consentIfNot, tieProbability: this.#knows(leg) };
      }),
    }));
  }

  #passesOn(leg: Leg): number {
    const { predicted, consent, asked } = leg;
    const { slope, first, connectors } = this.#truth;
    const own = connectors * this.#of(asked) + this.#strengthOf(leg, "first");
    return sigmoid(slope * logit(predicted ?? consent) + first + own);
  }

  #agrees(leg: Leg): number {
    const { guess, predicted, consent, asked } = leg;
    const { slope, last, targets } = this.#truth;
    const said = guess?.consentIfTied ?? predicted ?? consent;
    const own = targets * this.#of(asked) + this.#strengthOf(leg, "last");
    return sigmoid(slope * logit(said) + last + own);
  }

  #welcomes({ guess, asked }: Leg): number {
    const { cold, targets } = this.#truth;
    return sigmoid(logit(guess!.consentIfNot) + cold + targets * this.#of(asked));
  }

  #knows({ guess }: Leg): number {
    return sigmoid(logit(guess!.tieProbability) + this.#truth.knows);
  }

  /** What the true strength of a tie changes, against the one said; guesses all assume the same one. */
  #strengthOf({ asker, asked, consent, interval, guess }: Leg, role: "first" | "last"): number {
    if (this.#truth.strengths === 0) return 0;
    if (guess !== undefined) return this.#truth.strengths * GUESSED_STRENGTH * this.#of("guesses");
    const own = this.#of(`${asker}-${asked}`);
    const half = logit(interval[own < 0 ? 0 : 1]) - logit(consent);
    const known = priorSpread(role, UNKNOWN_TERMS, this.planner.settings.ties);
    const rest = Math.sqrt(Math.max(0, half ** 2 - known.common ** 2 - known.own ** 2));
    return (this.#truth.strengths * rest * own) / 1.645;
  }

  /** What sets a person apart, in standard deviations; the same at every asking. */
  #of(person: string): number {
    const known = this.#own.get(person);
    if (known !== undefined) return known;
    const [u, v] = [this.#random(), this.#random()];
    const own = Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
    this.#own.set(person, own);
    return own;
  }

  /** By luck, or as often as it should to the nearest whole: then the record differs from its truth by no luck. */
  #happens(what: string, chance: number): boolean {
    if (!this.#isEven) return this.#random() < chance;
    const before = this.#sums.get(what) ?? this.#random();
    this.#sums.set(what, before + chance);
    return Math.floor(before + chance) > Math.floor(before);
  }

  #evidence() {
    const days = Math.floor(12 * this.#random() ** 2);
    const interactions = Array.from({ length: days }, () => {
      const month = 1 + Math.floor(9 * this.#random());
      const day = 1 + Math.floor(28 * this.#random());
      const direction = this.#random() < 0.5 ? ("in" as const) : ("both" as const);
      return { at: `2026-${two(month)}-${two(day)}`, direction, kind: "message" as const };
    });
    return { connectedOn: `201${Math.floor(10 * this.#random())}-03-01`, interactions };
  }
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Mean distance between what is said and what is true. */
export function meanError(legs: readonly LegSaid[]): number {
  return legs.reduce((sum, { said, truth }) => sum + Math.abs(said - truth), 0) / legs.length;
}

const FIRMS_A_ROUND = 20;
const ROUNDS = 4;

/** Error of the forecasts of each round's plans, made before anybody answered them; after each all is learned. */
export function errorsOfRounds(truth: Truth, seed: number, even = false): number[] {
  const world = new AnsweringWorld(FIRMS_A_ROUND * ROUNDS, truth, seed, even);
  return Array.from({ length: ROUNDS }, (_, round) => {
    const now = new Date(Date.UTC(2026, 10, 2 + 21 * round)).toISOString();
    const firms = Array.from({ length: FIRMS_A_ROUND }, (_, i) => round * FIRMS_A_ROUND + i);
    const error = meanError(world.round(firms, now).flatMap((plan) => world.legsOf(plan)));
    world.planner.learn({ now });
    return error;
  });
}
