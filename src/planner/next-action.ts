import type { AskMessage } from "../drafts/message.js";
import type { FollowUp } from "../tracking/index.js";
import type { PlanAsk } from "./introduction-plan.js";

/** Kinds of action: `ask` makes a request; then what follows up on one; the others are for and with contacts, without any request on record. */
export type NextKind =
  | "ask"
  | FollowUp["kind"]
  | "thank-referral"
  | "ask-after-success"
  | "issue-question"
  | "soft-ask"
  | "touch"
  | "reconnect"
  | "welcome"
  | "congratulate"
  | "broker"
  | "introduce";

/** One thing to do today. */
export interface NextAction {
  readonly kind: NextKind;
  /** Whose move it is. */
  readonly seeker: string;
  /** To whom. */
  readonly person: string;
  /** The buyer; with `broker` and `introduce` the other one of the two; of a referral whoever was sent, where they are known. */
  readonly target?: string;
  /** The ask it is about: of `ask` the new one, else the one on record, by its id. */
  readonly askId?: string;
  /** With `ask`: the request, to be handed to `record` once it is sent. */
  readonly ask?: PlanAsk;
  /** With a question who else has an issue: whom it names, out of the ties that the person is seen to have. */
  readonly candidates?: readonly string[];
  /** ISO day by which, or from which on, it is due. */
  readonly due: string;
  readonly overdue: boolean;
  readonly why: string;
  /** The message, where one is to be written. */
  readonly draft?: AskMessage;
  /** With `broker`: the message to the other one of the two. Both are asked before either is named to the other. */
  readonly draftToTarget?: AskMessage;
  /**
   * What to record once it is done, with an `id` and `at` of the caller's. That is of `follow-through` once the two have met, of
   * `verify-claim` once the introduction was seen.
   */
  readonly done: DoneEvent;
  /** Favor points that it is worth, by the settings of `next`. */
  readonly worth: number;
  /** Minutes that it takes. */
  readonly minutes: number;
  /** Names of all whose ids it holds, as far as the seeker may see them. */
  readonly names: Readonly<Record<string, string>>;
}

/** An event that says an action was done, but for its id and time. */
export type DoneEvent =
  | { readonly type: "ask.sent"; readonly ask: PlanAsk }
  | {
      readonly type:
        | "ask.reminded"
        | "ask.withdrawn"
        | "thanks.sent"
        | "update.sent"
        | "introduction.made"
        | "meeting.held";
      readonly ask: string;
    }
  | { readonly type: "meeting.held"; readonly lead: string }
  | {
      readonly type: "ask.sent";
      readonly kind: "issue" | "soft";
      readonly seeker: string;
      readonly connector: string;
      readonly issue?: string;
    }
  | { readonly type: "thanks.sent" | "update.sent"; readonly giver: string; readonly receiver: string }
  | {
      readonly type: "introduction.offered" | "introduction.brokered";
      readonly broker: string;
      readonly between: readonly [string, string];
    };

/** An action in the making: its messages are written only where it is chosen. */
export interface ProposedAction
  extends Omit<NextAction, "names" | "worth" | "minutes" | "draft" | "draftToTarget"> {
  /** Times which the worth of its kind counts. @defaultValue 1 */
  readonly factor?: number;
  /** In place of the worth of its kind. */
  readonly ownWorth?: number;
  readonly write: () => Pick<NextAction, "draft" | "draftToTarget">;
}
