import { knownThere } from "./known-there.js";
import type { PlanView } from "./plan-view.js";

/** One part of a plan as a reader meets it: a heading, if it has one, and its texts. `steps` are a list in order; `cards` are the view's own. */
export interface PlanPart {
  readonly head?: string;
  readonly as: "title" | "text" | "list" | "steps" | "cards";
  readonly texts: readonly string[];
}

/** What a plan's text tells, in which order; parts that hold nothing are left out. `arrow` stands between names. */
export function planParts(view: PlanView, arrow: string): readonly PlanPart[] {
  const { direct, equal, refusal } = view;
  const joined = (...texts: readonly (string | undefined)[]): string =>
    texts.filter((text) => text !== undefined && text !== "").join(", ");
  const text = (...texts: readonly (string | undefined)[]): PlanPart => ({
    as: "text",
    texts: texts.filter((one) => one !== undefined),
  });
  const list = (head: string, texts: readonly string[] = []): PlanPart => ({ head, as: "list", texts });
  const parts: readonly PlanPart[] = [
    { as: "title", texts: [view.title, view.asOf] },
    text(view.summary),
    text(direct?.better === true ? direct.text : undefined),
    text(refusal?.text),
    list(
      "head.candidates",
      refusal?.candidates?.map(({ name, title, company }) => joined(name, title, company)),
    ),
    list(
      "head.people",
      view.people?.map(({ name, title, chance }) => `${joined(name, title)}: ${chance}`),
    ),
    list(
      "head.insiders",
      view.insiders?.map(
        ({ name, title, mayKnow }) => joined(name, title) + knownThere(mayKnow, ` ${arrow} `),
      ),
    ),
    { head: "head.cards", as: "cards", texts: view.cards.map(({ name }) => name) },
    { head: "head.order", as: "steps", texts: view.order },
    text(view.order.length === 0 ? undefined : view.stop),
    list("head.waiting", view.waiting),
    list("head.caveats", [...(equal === undefined ? [] : [equal]), ...view.caveats]),
    { head: "head.direct", ...text(direct?.better === false ? direct.text : undefined) },
    list(
      "head.timeline",
      view.steps.map(({ date, text }) => `${date}: ${text}`),
    ),
    list("label.checked", view.checked),
    list("label.notChecked", view.notChecked),
    list("head.notes", view.notes),
  ];
  return parts.filter(({ texts }) => texts.length > 0);
}
