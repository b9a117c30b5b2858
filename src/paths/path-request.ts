import { type AbortSignalLike, checkShape, withCallersOwn } from "../base/index.js";
import type { Person } from "../people/index.js";
import type { ConsentInput } from "../ties/index.js";
import type { InferenceLimits } from "./inference-limits.js";

/**
 * What is known of asking one person, from outside the network: handed in by the caller, because debt, answers and
 * moods are other rooms' work. Units and meanings as in `consent` of `warmpath/ties`.
 */
export type AskContext = Omit<ConsentInput, "strength" | "role"> & {
  /** True where they answered a request of the asker's before, so that nobody is told that the two never spoke. @defaultValue false */
  readonly answered?: boolean | undefined;
};

/**
 * What a request on record shows of a tie to the target that nobody has seen. Who agreed to pass it on knows them or would write
 * to a stranger. Who made the introduction, on a day, is in touch with them.
 */
export type TieShown = { readonly by: "agreed" } | { readonly by: "introduced"; readonly at: string };

/** What {@link findPaths} looks for. */
export interface PathRequest {
  /** Ids of those who want the introduction; a path begins at one of them. */
  readonly seekers: readonly string[];
  /** The buyer: someone of the network, or a person whom it does not hold. */
  readonly target: Person;
  /** How many paths at most, a whole number from 1. */
  readonly k: number;
  /** Ties a path may have: 3 is two connectors and the target. 1 to 4. */
  readonly maxHops: number;
  /** Ids that no path may lead through. */
  readonly exclude?: ReadonlySet<string>;
  /** Who is not to be asked by a seeker themselves, although a path may lead through them by others. */
  readonly notAskedBySeekers?: ReadonlySet<string>;
  /** People who work where the target does; estimated where absent. */
  readonly headcount?: number;
  /** False: no tie that nobody has seen. @defaultValue true */
  readonly inferTies?: boolean;
  /**
   * False: as if there were no masked ties, but the seekers' own. True: paths lead over them too, to be shown through `maskPath`
   * only. @defaultValue true
   */
  readonly maskedTies?: boolean;
  /** Numbers of inference to use in place of the defaults. */
  readonly inference?: Partial<InferenceLimits>;
  /** What is known of a seeker's asking this person. */
  readonly askContext?: (seeker: string, asked: string) => AskContext | undefined;
  /** What is on record of whoever asks the target over a tie that nobody has seen. */
  readonly tieShown?: ((asker: string) => TieShown | undefined) | undefined;
  readonly signal?: AbortSignalLike;
  /** Arcs that one search may look at. @defaultValue that of `SearchBudget` */
  readonly maxScanned?: number;
  /** Called where the search stopped at its bound of work: paths may be missing, see `SearchBudget`. */
  readonly onStopped?: () => void;
}

/** Chains longer than three asks rarely complete (Dodds, Muhamad and Watts 2003); four is the hard limit. */
export const MAX_HOPS = 4;

/** A request whose functions are such, and fail with the caller's own errors. @throws WarmpathError `INVALID_ARGUMENT`. */
export function callersRequest<Request extends Pick<PathRequest, "askContext" | "tieShown" | "onStopped">>(
  request: Request,
): Request {
  checkShape(request, "object", "request");
  return withCallersOwn(request, "askContext", "tieShown", "onStopped");
}
