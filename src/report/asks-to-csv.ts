import { type CsvOptions, checkShape, csvTable, madeOf } from "../base/index.js";
import type { AskMessage } from "../drafts/index.js";
import type { PlanView } from "./plan-view.js";

/** The asks of a plan as CSV for a mail merge, one row each. It comes with its message where one is given by the id of its ask. */
export function asksToCsv(
  view: Pick<PlanView, "cards">,
  given: CsvOptions & { readonly drafts?: Readonly<Record<string, AskMessage | undefined>> } = {},
): string {
  checkShape(view, { cards: ["object"] }, "view");
  checkShape(given, "object", "options");
  return madeOf("view", () => {
    const { cards } = view;
    const { drafts = {}, ...options } = given;
    const rows = cards.map(({ ask, name, title, company, address, profileUrl, chance }) => {
      const draft = Object.hasOwn(drafts, ask) ? drafts[ask] : undefined;
      const words = [draft?.subject, draft?.note, draft?.forwardable];
      return [ask, name, title, company, address, profileUrl, chance, ...words];
    });
    return csvTable([[...COLUMNS], ...rows], options);
  });
}

const COLUMNS = [
  "ask",
  "name",
  "title",
  "company",
  "email",
  "profile",
  "chance",
  "subject",
  "message",
  "forward",
] as const;
