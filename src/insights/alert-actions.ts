import { checkShape, madeOf, unfit } from "../base/index.js";
import type { InsightAlert } from "./alerts.js";

/** What of an action of `planner.next` an alert looks at. */
export interface ActionForAlert {
  readonly kind: string;
  readonly person: string;
}

/** What answers an alert today, and for whom nothing does. */
export interface AlertActions<Action extends ActionForAlert> {
  /**
   * Actions of the list that answer it, those of its own kind first, else in the order of the list. Of `ask`: requests of any kind,
   * then old ties; being in touch only where the list holds neither.
   */
  readonly actions: readonly Action[];
  /**
   * For whom the list holds none. `nothing-due`: not today. `no-contact`: the record knows them, and the network does not. `nobody-due`,
   * without a person: the alert is about nobody in particular, and the list holds no action of its kind for anybody.
   */
  readonly without: readonly {
    readonly person?: string;
    readonly reason: "nothing-due" | "no-contact" | "nobody-due";
  }[];
}

/**
 * Which actions of `planner.next` take up an alert: those of its kind for its people, for anybody where it names nobody. A kind that
 * does as much counts too. Whoever is left out is told with the reason.
 * @param actions The list of that day with its limit lifted: what is cut off is taken for not due.
 * @param network Tells who is a contact; a `Network` is one.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no alert, list or network.
 * @example
 * const actions = planner.next({ seeker: "me", now, limit: 1_000_000 });
 * for (const alert of told.alerts) alertActions(alert, actions, planner.network);
 */
export function alertActions<Action extends ActionForAlert>(
  alert: Pick<InsightAlert, "openWith" | "people">,
  actions: readonly Action[],
  network: { has(id: string): boolean; canonical(id: string): string },
): AlertActions<Action> {
  return madeOf("alert", () => {
    checkShape(alert, { openWith: "text", people: ["text"] }, "alert");
    checkShape(actions, [{ kind: "text", person: "text" }], "actions");
    checkShape(network, { has: "function", canonical: "function" }, "network");
    const { openWith, people } = alert;
    if (!Object.hasOwn(ANSWERS, openWith)) throw unfit("openWith", "a kind that alerts open with");
    const listed = (of: InsightAlert["openWith"]): readonly Action[] =>
      ANSWERS[of].flatMap((kinds) => actions.filter(({ kind }) => kinds.includes(kind)));
    const own = listed(openWith);
    const fitting = own.length === 0 && openWith === "ask" ? listed("touch") : own;
    if (people.length === 0)
      return { actions: fitting, without: fitting.length === 0 ? [{ reason: "nobody-due" }] : [] };
    const named = new Map(people.map((id) => [network.canonical(id), id]));
    const theirs = fitting.filter(({ person }) => named.has(person));
    const answered = new Set(theirs.map(({ person }) => person));
    return {
      actions: theirs,
      without: [...named]
        .filter(([id]) => !answered.has(id))
        .map(([id, person]) => ({ person, reason: network.has(id) ? "nothing-due" : "no-contact" })),
    };
  });
}

const QUESTIONS = ["ask-after-success", "issue-question"];

/** Kinds of action that do what an alert opens with, those that do it best first. Words that ask for nothing are being in touch. */
const ANSWERS: Readonly<Record<InsightAlert["openWith"], readonly (readonly string[])[]>> = {
  "ask-after-success": [["ask-after-success"], ["issue-question"]],
  "soft-ask": [["soft-ask"], QUESTIONS],
  ask: [["ask", "soft-ask", ...QUESTIONS], ["reconnect"]],
  touch: [["touch"], ["reconnect", "welcome", "congratulate", "update"]],
  thank: [["thank"], ["thank-referral"]],
  "thank-referral": [["thank-referral"], ["thank"]],
};
