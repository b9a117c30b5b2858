import { madeOf } from "../base/index.js";
import { listOf } from "./compose.js";
import { checkOptions, deskOf, oneOf, whoOf } from "./draft-base.js";
import { monthOf, tieWording } from "./draft-leg.js";
import { type Line, type TouchOptions, touch } from "./draft-touch.js";
import { shortIn } from "./fit-note.js";
import { wholePack } from "./locales/en-more.js";
import type { AskMessage } from "./message.js";
import { type NamedPerson, shown } from "./shown-name.js";

/** A question to a customer whose problem was solved; no target is known. */
export interface IssueQuestionOptions extends TouchOptions {
  /** The issue that was solved for them, as a noun phrase ("late deliveries"). Missing: `needs` names it. */
  readonly issue?: string | undefined;
  /** When it was solved (ISO date). */
  readonly solvedOn?: string | undefined;
  /** People of their visible ties who might be in the same place; they are offered as a question, three at most. */
  readonly candidates?: readonly NamedPerson[] | undefined;
  /** Where they might look, if no candidate is named: among those a business knows, or among those that one knows in private. @defaultValue not said */
  readonly circle?: "business" | "private" | undefined;
  /** Their trade, where they are an insider ("cold storage"). */
  readonly industry?: string | undefined;
}

/** Asks a customer who else is facing the issue that was solved for them: no plea for names, no product. */
export function draftIssueQuestion(options: IssueQuestionOptions): AskMessage {
  return madeOf("options", () => {
    checkOptions(options, "me", "connector");
    const pack = wholePack(options.locale);
    const whole = { ...options, locale: pack };
    const issue = shown(options.issue, 120, 15)?.replace(/(?<![\s.,;:!?…])[\s.,;:!?…]+$/u, "");
    const people = (options.candidates ?? []).filter((one) => shown(one.name) !== undefined).slice(0, 3);
    const wording = tieWording(options.leg, "leg", pack, options);
    const when = options.solvedOn === undefined ? undefined : monthOf(options.solvedOn, pack, options.now);
    // A pack of 0.1 has no words for work without an issue.
    const isOpen = issue === undefined && Object.hasOwn(pack.texts, "issue.since.open");
    const since = when !== undefined && (issue !== undefined || isOpen);
    const past: Line = since
      ? isOpen
        ? ["issue.since.open", 5, "solvedOn"]
        : ["issue.since", 5, "solvedOn", "issue"]
      : wording
        ? [wording.key, 5, ...wording.evidence]
        : ["issue.work", 5, "issue"];
    const circle = oneOf("circle", options.circle, ["business", "private"]);
    // A pack of 0.1 has no words for it.
    const key = `issue.circle.${circle}`;
    const isSaid = circle !== undefined && people.length === 0 && Object.hasOwn(pack.texts, key);
    const around: Line[] = isSaid ? [[key, 8]] : [];
    return touch(whole, {
      subject: issue === undefined ? "question.subject" : "issue.subject",
      groups: [
        [past],
        [
          [issue === undefined ? "issue.ask.open" : "issue.ask", 0, "issue"],
          ["issue.insider", 9, "industry"],
          ["issue.candidates", 8, "candidates"],
          ...around,
        ],
        [
          ["issue.promise", 7],
          [`issue.out${shortIn(deskOf(whole, []))}`, 0],
        ],
      ],
      extra: (room) => ({
        issue: shown(issue, Math.max(30, Math.min(120, room.nameMax)), 15),
        when: since ? when : wording?.slots["when"],
        list:
          people.length === 0
            ? undefined
            : listOf(
                people.map((one) => whoOf(one, room)),
                pack.or,
              ),
        industry: shown(options.industry, 80, 10),
      }),
      needs: issue === undefined ? ["issue"] : [],
      people,
      mode: "issue",
    });
  });
}
