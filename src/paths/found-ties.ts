/** What an inferred tie rests on. */
export type InferenceGround =
  | "same-company"
  | "worked-together"
  | "same-school"
  | "same-meeting"
  | "same-conversation"
  | "common-neighbors";

/** What inferred ties rest on, one object for all ties of a kind. */
export interface Basis {
  readonly ground: InferenceGround;
  /** Consent of the one asked if the two are not tied after all. */
  readonly consentIfNot: number;
  /** The ground as a context code: `work:acme`, `meeting:3`; one object for all. */
  readonly evidence: { readonly contexts: readonly [string] };
}

/**
 * The ties inferred towards one target, as columns: for each person who may know them, by node number, the odds and what they
 * rest on. Of several grounds the best. No object per person, since a giant's buyer may be known to 20,000. Kept by one who
 * asks for many targets and cleared between them.
 */
export class FoundTies {
  /** Those who may know the target, in the order in which they were found. */
  readonly nodes: number[] = [];
  readonly #odds: Float64Array;
  /** Place in {@link #bases} + 1; 0 for somebody not found. */
  readonly #basis: Uint32Array;
  readonly #bases: Basis[] = [];

  constructor(nodeCount: number) {
    this.#odds = new Float64Array(nodeCount);
    this.#basis = new Uint32Array(nodeCount);
  }

  has(node: number): boolean {
    return this.#basis[node]! > 0;
  }

  /** Probability that somebody found is tied to the target. */
  oddsOf(node: number): number {
    return this.#odds[node]!;
  }

  basisOf(node: number): Basis {
    return this.#bases[this.#basis[node]! - 1] as Basis;
  }

  /** The number by which {@link offer} knows a basis. */
  addBasis(basis: Basis): number {
    return this.#bases.push(basis);
  }

  /** Notes a tie where nothing better is known of the two. */
  offer(node: number, odds: number, basis: number): void {
    const known = this.#basis[node]!;
    if (known === 0) this.nodes.push(node);
    else if (!this.#isBetter(odds, basis, this.#odds[node]!, known)) return;
    this.#odds[node] = odds;
    this.#basis[node] = basis;
  }

  clear(): void {
    for (const node of this.nodes) this.#basis[node] = 0;
    this.nodes.length = 0;
    this.#bases.length = 0;
  }

  #isBetter(odds: number, basis: number, knownOdds: number, known: number): boolean {
    if (odds !== knownOdds) return odds > knownOdds;
    if (basis === known) return false;
    const [a, b] = [this.#bases[basis - 1] as Basis, this.#bases[known - 1] as Basis];
    if (a.ground !== b.ground) return GROUNDS.indexOf(a.ground) < GROUNDS.indexOf(b.ground);
    return a.evidence.contexts[0] < b.evidence.contexts[0];
  }
}

/** Of equal odds the ground that comes first here is told. */
const GROUNDS: readonly InferenceGround[] = [
  "same-company",
  "worked-together",
  "same-school",
  "same-meeting",
  "same-conversation",
  "common-neighbors",
];
