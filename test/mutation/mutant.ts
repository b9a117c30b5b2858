/** A place that a mutation changes (line and column from 1), and into what. Its id is its index in the list. */
export interface Mutant {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly original: string;
  readonly replacement: string;
}

/** What the mutated modules and the runner share, as `globalThis.mutation`. */
export interface MutationState {
  /** The mutant that stands in for the source now; -1 is none. */
  active: number;
  /** Says that the active mutant runs, and throws once it has run far oftener than the source would: a loop without end. */
  hit(): true;
  /** Counts that the places of these mutants are reached. */
  cover(...ids: number[]): void;
}

/** One test as the first run saw it. */
export interface SeenTest {
  readonly name: string;
  /** Processor time, in ms. */
  readonly ms: number;
  /** Mutants whose place it reaches, with how often. */
  readonly hits: readonly (readonly [id: number, count: number])[];
}

/** What the first run saw: its tests, and the mutants that are reached while modules are read, by no test. */
export interface Seen {
  readonly tests: readonly SeenTest[];
  readonly onImport: readonly number[];
}

/** `imported`: reached only while its module is read, so that it could not be switched on; such a mutant counts for nothing. */
export type Fate = "killed" | "timeout" | "survived" | "uncovered" | "imported";

/** Tests that take longer (ms of processor) are left out: a change that only they notice counts as a survivor. */
export const SLOW = Number(process.env["SLOW"] ?? 300);
