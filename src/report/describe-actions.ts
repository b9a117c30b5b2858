import { checkKeys, checkShape, soundOf } from "../base/index.js";
import { type AskMessage, fullName, type LanguagePack } from "../drafts/index.js";
import type { NextAction } from "../planner/index.js";
import { buttonsFor, MONTHS, peopleSeenBy, type ViewPlanner } from "./person-views.js";
import type { ButtonView, PersonView } from "./plan-view.js";
import { type ReportWords, reportWords } from "./report-words.js";

/** One thing to do, in words. */
export interface ActionView {
  readonly kind: string;
  /** Id of the ask it is about, where there is one. */
  readonly ask?: string;
  readonly person: PersonView;
  /** "Remind Maria Lopez of your question about Bob Smith". */
  readonly text: string;
  /** Whom it is about, in a sentence, where the text does not say it. */
  readonly about?: string;
  /** Why it is proposed, as `planner.next` says it, in the language that was asked for there. */
  readonly why?: string;
  /** ISO day, and "By 2 December 2026"; without an ask "Due since 2 December 2026". */
  readonly due: string;
  readonly date: string;
  /** What stands under the text: that date; of what no ask waits for, the reason, since its day says little. */
  readonly remark: string;
  readonly overdue: boolean;
  readonly draft?: AskMessage;
  readonly buttons: readonly ButtonView[];
}

/** What to do now, in words: plain JSON in one language. */
export interface WeekView {
  readonly kind: "week";
  readonly language: string;
  readonly title: string;
  /** ISO day of the earliest action; empty where there is none. */
  readonly day: string;
  readonly summary: string;
  readonly actions: readonly ActionView[];
  readonly labels: Readonly<Record<string, string>>;
}

/** The part of an action that a view reads. */
export type ActionParts = Pick<NextAction, "person" | "due" | "overdue"> & {
  readonly kind: string;
  readonly seeker: string;
  readonly target?: string;
  readonly askId?: string;
  readonly why?: string;
  readonly draft?: AskMessage;
  readonly names?: Readonly<Record<string, string>>;
};

/**
 * The actions of `planner.next` in words, overdue ones first, else as they come. Each is seen with the eyes of its own seeker.
 * @throws WarmpathError `INVALID_ARGUMENT` for an unknown option.
 */
export function describeActions(
  actions: readonly ActionParts[],
  planner: ViewPlanner,
  options: { readonly locale?: LanguagePack | undefined } = {},
): WeekView {
  checkShape(actions, ["object"], "actions");
  checkKeys(options, ["locale"], "options");
  return soundOf("actions", () => {
    const words = reportWords(options.locale, MONTHS);
    const views = actions.map((action): ActionView => {
      const { kind, person, target, askId, due, overdue, draft, seeker, why, names = {} } = action;
      const named = Object.entries(names).map(([id, name]) => ({ id, name }));
      const people = peopleSeenBy(planner, [seeker], words, named);
      const view = people.person(person);
      const known = target === undefined || target === person ? undefined : fullName(people.record(target));
      const key = actionKey(kind, known, words);
      // What no ask waits for is due from its day on, and late on none.
      const date = words.say(askId === undefined ? "label.since" : "label.due", { date: words.date(due) });
      return {
        kind,
        ...(askId === undefined ? {} : { ask: askId }),
        person: view,
        text: words.say(key, { name: view.name, other: known ?? "" }),
        ...(known === undefined || key.endsWith(".to")
          ? {}
          : { about: words.say("action.about", { name: known }) }),
        ...(why === undefined ? {} : { why }),
        due,
        date,
        remark: askId === undefined ? (why ?? date) : date,
        overdue,
        ...(draft === undefined ? {} : { draft }),
        buttons: buttonsFor(view, known ?? "", words),
      };
    });
    const sorted = [...views.filter(({ overdue }) => overdue), ...views.filter(({ overdue }) => !overdue)];
    const n = sorted.length;
    return {
      kind: "week",
      language: words.code,
      title: words.say("title.week"),
      day: sorted.map(({ due }) => due).reduce((a, b) => (a !== "" && a < b ? a : b), ""),
      summary: words.say(n === 0 ? "week.none" : n === 1 ? "week.one" : "week.some", { n }),
      actions: sorted,
      labels: Object.fromEntries(LABELS.map((key) => [key, words.say(key)])),
    };
  });
}

/** The sentence for a kind of action, with the buyer where they are known. */
export function actionKey(kind: string, known: string | undefined, words: ReportWords): string {
  const kinds = [`action.${kind}.to`, `action.${kind}`, "action.other"].slice(known === undefined ? 1 : 0);
  return kinds.find((one) => words.has(one)) as string;
}

const LABELS: readonly string[] = [
  "head.message",
  "label.subject",
  "label.note",
  "label.forward",
  "label.select",
  "label.overdue",
  "button.mail",
  "week.rest",
];
