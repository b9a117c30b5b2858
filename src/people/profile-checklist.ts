import { checkShape } from "../base/index.js";
import type { Person } from "./person.js";

/** One thing that a profile should hold. */
export interface ProfileItem {
  readonly what: "title" | "company" | "profile" | "address" | "place" | "past-jobs" | "school" | "offers";
  readonly isThere: boolean;
  /** What it is good for, in one sentence. */
  readonly why: string;
}

/**
 * What somebody's own record should hold before others are asked to introduce them (3.25 of examples/guides/practice.md), the missing things first. Whoever is
 * asked looks them up, and ways are found by where they were.
 * @throws WarmpathError `INVALID_ARGUMENT` for what is no person.
 *
 * @example profileChecklist({ id: "me", title: "Consultant" }).filter(({ isThere }) => !isThere)
 */
export function profileChecklist(person: Person): readonly ProfileItem[] {
  checkShape(person, "object", "person");
  const { title, company, profileUrl, emails = [], location, spells = [], tags = [] } = person;
  checkShape(emails, ["text"], "emails");
  checkShape(spells, [{ kind: "text" }], "spells");
  checkShape(tags, [{ code: "text" }], "tags");
  const items: readonly (readonly [ProfileItem["what"], boolean, string])[] = [
    ["title", has(title), "Whoever passes a request on has to say what you do."],
    ["company", has(company), "Whoever passes a request on has to say where you work."],
    ["profile", has(profileUrl), "Whoever is asked looks you up before they say yes."],
    ["address", emails.length > 0, "An introduction by mail needs your address."],
    ["place", has(location), "People of one town meet more easily."],
    [
      "past-jobs",
      spells.some(({ kind, past, to }) => kind === "work" && (past === true || to !== undefined)),
      "Former colleagues are found by where you worked before, and when.",
    ],
    [
      "school",
      spells.some(({ kind }) => kind === "school"),
      "Fellow students are found by school and years.",
    ],
    [
      "offers",
      tags.some(({ code }) => code.startsWith("offers:")),
      "Pairs are found by what you offer: tags such as `offers:design`.",
    ],
  ];
  return items
    .map(([what, isThere, why]) => ({ what, isThere, why }))
    .sort((a, b) => Number(a.isThere) - Number(b.isThere));
}

function has(text: string | undefined): boolean {
  return typeof text === "string" && text.trim() !== "";
}
