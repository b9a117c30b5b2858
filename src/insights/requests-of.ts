import { checkShape, compareCodeUnits, type Shape, soundOf, utcDay } from "../base/index.js";
import {
  type AskStatus,
  type AskStepTaken,
  type AskTracker,
  type CourtesyShown,
  helpIn,
  isUndecided,
  type QuestionStatus,
  unaskedIntroductions,
  withCourtesies,
} from "../tracking/index.js";
import { keptId, type TagsOf } from "./sales-case.js";

/** A request of any kind with its connector and seeker, or an introduction that nobody asked for. */
export interface Request extends Pick<AskStatus, "steps" | "state" | "playbook" | "channel"> {
  readonly id: string;
  readonly connector: string;
  readonly seeker: string;
  /** `unasked` of an introduction that nobody asked for: thanks are owed for it, and nobody was asked. */
  readonly kind: "introduction" | QuestionStatus["kind"] | "unasked";
  /** Declined without a refusal: the connector does not know the target, or named somebody else. */
  readonly undecided?: boolean;
  /** The step for which thanks are owed; absent where there is none. */
  readonly help?: AskStepTaken | undefined;
}

/** The form of a list of requests, for the doors of what reads them. */
export const REQUESTS: Shape = [
  { seeker: "text", connector: "text", steps: [{ at: "text", type: "text", event: "text" }] },
];

/**
 * The requests of a journal up to the day of `now`, and the introductions that nobody asked for, in order of ids. Thanks and news
 * outside of any count as steps.
 */
export function requestsOf(
  tracker: AskTracker,
  options: { readonly now: Date | string; readonly network?: TagsOf | undefined },
): readonly Request[] {
  return soundOf("requests", () => {
    checkShape(tracker, { leads: "function", asks: "function", questions: "function" }, "tracker");
    const { now, network } = options;
    const asOf = { now };
    const courtesies = tracker.courtesies(asOf);
    const told = [
      ...tracker
        .asks(asOf)
        .map((one) => ({ ...one, ...one.ask, help: helpIn(one), kind: "introduction" as const })),
      ...tracker.questions(asOf).map((one) => ({ ...one, help: helpIn(one) })),
      ...unaskedIntroductions(tracker.leads(asOf)).map((one) => ({
        ...one,
        ...one.ask,
        help: helpIn(one),
        kind: "unasked" as const,
      })),
    ];
    return told
      .map(({ id, state, kind, help, playbook, channel, steps, ...pair }): Request => {
        const [seeker, connector] = [keptId(pair.seeker, network), keptId(pair.connector, network)];
        const between = courtesies.filter(
          ({ giver, receiver }) =>
            keptId(giver, network) === seeker && keptId(receiver, network) === connector,
        );
        const taken = stepsWithCourtesies({ seeker, connector, steps }, between);
        return {
          id,
          connector,
          seeker,
          kind,
          state,
          steps: taken,
          ...(isUndecided({ state, ...pair }) ? { undecided: true } : {}),
          ...(help === undefined ? {} : { help }),
          ...(playbook === undefined ? {} : { playbook }),
          ...(channel === undefined ? {} : { channel }),
        };
      })
      .sort((a, b) => compareCodeUnits(a.id, b.id) || compareCodeUnits(a.kind, b.kind));
  });
}

/** The steps of a request with the courtesies that its seeker has shown its connector since. */
export function stepsWithCourtesies(
  { seeker, connector, steps }: Pick<Request, "seeker" | "connector" | "steps">,
  courtesies: readonly CourtesyShown[],
): Request["steps"] {
  if (courtesies.length === 0) return steps;
  const begun = utcDay(steps[0]?.at ?? "9999-12-31");
  const shown = courtesies
    .filter(({ at }) => utcDay(at) >= begun)
    .map((courtesy) => ({ ...courtesy, giver: seeker, receiver: connector }));
  return withCourtesies({ seeker, connector }, steps, shown);
}
