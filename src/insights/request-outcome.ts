import { type UtcDay, utcDay } from "../base/index.js";
import type { AskStepTaken } from "../tracking/index.js";

/** What came of one request, as far as anybody counts it. */
export interface RequestOutcome {
  /** The event that sent it. */
  readonly sent: Occasion | undefined;
  /** The first event that tells of a connector's yes: they said or did something that helped. */
  readonly helped: Occasion | undefined;
  readonly answered: boolean;
  /** Answered with a yes or with a refusal. */
  readonly decided: boolean;
  /** The day of the first answer, whatever it was. */
  readonly answeredOn: UtcDay | undefined;
  /** The connector said that it was done, and something was seen of it after that. */
  readonly claimed: boolean;
  readonly proved: boolean;
  readonly introduced: boolean;
  readonly met: boolean;
  readonly thanked: boolean;
}

interface Occasion {
  readonly event: string;
  readonly day: UtcDay;
}

/** Reads the steps of a request once; `undecided` of {@link isUndecided}. */
export function outcomeOf(steps: readonly AskStepTaken[], undecided = false): RequestOutcome {
  let helped: AskStepTaken | undefined;
  let no: AskStepTaken | undefined;
  let [claimed, proved, introduced, met, thanked] = [false, false, false, false, false];
  for (const step of steps) {
    switch (step.type) {
      case "ask.agreed":
        helped ??= step;
        break;
      case "ask.claimed":
        helped ??= step;
        claimed = true;
        break;
      case "introduction.made":
        helped ??= step;
        introduced = true;
        proved ||= claimed;
        break;
      case "meeting.held":
        met = true;
        proved ||= claimed;
        break;
      case "target.agreed":
      case "target.declined":
        proved ||= claimed;
        break;
      case "ask.declined":
        no ??= step;
        break;
      case "thanks.sent":
        thanked = true;
        break;
      default:
    }
  }
  const answer = no ?? helped;
  const answered = answer !== undefined;
  const decided = helped !== undefined || (answered && !undecided);
  const answeredOn = answer && utcDay(answer.at);
  const [sent, help] = [occasion(steps[0]), occasion(helped)];
  return { sent, helped: help, answered, decided, answeredOn, claimed, proved, introduced, met, thanked };
}

function occasion(step: AskStepTaken | undefined): Occasion | undefined {
  return step && { event: step.event, day: utcDay(step.at) };
}
