import { checkRequest, seekersOf } from "./check-request.js";
import { contactIdsOf } from "./contact.js";
import type { PlanningDay } from "./planning-day.js";

/** The five steps of work with referrals, in order (3.23 of examples/guides/practice.md). */
export type WorkflowStep =
  | "identify-sources"
  | "build-database"
  | "create-debt"
  | "obtain-referrals"
  | "iterate";

/** One step, and what there is of what it takes to begin with it. */
export interface WorkflowRow {
  readonly step: WorkflowStep;
  /** True where its condition and those of all before it are met. */
  readonly isOpen: boolean;
  /** What it takes, in one sentence. */
  readonly takes: string;
  /** How many there are, of how many. */
  readonly count: number;
  readonly of: number;
}

/** Where a team stands: the last step that is open, and what is missing for the next one. */
export interface Workflow {
  readonly step: WorkflowStep;
  /** Absent where all are open. */
  readonly missing?: WorkflowRow;
  readonly rows: readonly WorkflowRow[];
}

/** Of whom, and as of when. */
export interface WorkflowRequest {
  readonly seeker: string | readonly string[];
  readonly now: Date | string;
}

/**
 * In which of the five steps a seeker or a team stands. Sources are contacts whose tags say which kind they are. A database has something dated on half of
 * them. There is debt where a gate is open, a referral once a request was answered.
 * @throws WarmpathError `INVALID_ARGUMENT`, `UNKNOWN_PERSON`.
 */
export function workflowOf(day: PlanningDay, request: WorkflowRequest): Workflow {
  const seekers = seekersOf(day, request);
  checkRequest(day, {}, seekers);
  const view = day.network.seenBy(seekers);
  const pairs = seekers.flatMap((seeker) => contactIdsOf(day, seeker).map((id) => [seeker, id] as const));
  const contacts = new Set(pairs.map(([, id]) => id));
  const tagged = [...contacts].filter((id) =>
    view.person(id)?.tags?.some(({ code }) => code.startsWith("source:") || code.startsWith("method:")),
  );
  const seen = new Set(
    pairs
      .filter(([seeker, id]) => {
        const { connectedOn, interactions = [] } = view.tie(seeker, id)?.evidence ?? {};
        return connectedOn !== undefined || interactions.length > 0;
      })
      .map(([, id]) => id),
  );
  const owed = new Set(
    pairs.filter(([seeker, id]) => day.standing(seeker, id).gate === "open").map(([, id]) => id),
  );
  const answered = [...day.asks, ...day.questions.map((question) => ({ ...question, ask: question }))].filter(
    ({ ask, state }) => seekers.includes(ask.seeker) && state !== "sent" && state !== "reminded",
  );
  const half = Math.max(1, Math.ceil(contacts.size / 2));
  const takes: readonly (readonly [WorkflowStep, number, number, string])[] = [
    ["identify-sources", contacts.size, 1, "Contacts on record."],
    [
      "build-database",
      tagged.length,
      1,
      "Contacts of whom it is on record what they are to you: client, partner, friend and so on.",
    ],
    [
      "create-debt",
      seen.size,
      half,
      "Half of the contacts with a day on record: when you connected, wrote or met.",
    ],
    ["obtain-referrals", owed.size, 1, "Contacts for whom you have done enough to ask them."],
    ["iterate", answered.length, 1, "Requests that were answered: learn from them."],
  ];
  let isOpen = true;
  const rows = takes.map(([step, count, of, words]): WorkflowRow => {
    isOpen &&= count >= of;
    return { step, isOpen, takes: words, count, of };
  });
  const missing = rows.find((row) => !row.isOpen);
  const step = rows.filter((row) => row.isOpen).at(-1)?.step ?? "identify-sources";
  return { step, ...(missing === undefined ? {} : { missing }), rows };
}
