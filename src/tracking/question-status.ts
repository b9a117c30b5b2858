import type { QuestionSent } from "../journal/index.js";
import type { RequestStatus } from "./ask-status.js";

/** A question without a named target, an issue question or a soft request, and how it stands. */
export interface QuestionStatus extends RequestStatus {
  /** Id of the event that sent it. */
  readonly id: string;
  readonly kind: QuestionSent["kind"];
  readonly seeker: string;
  readonly connector: string;
}
