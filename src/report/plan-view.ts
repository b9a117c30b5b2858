import type { ChanceView } from "./chance.js";

/** Somebody as a page shows them. */
export interface PersonView {
  /** Opaque id, where there is one. */
  readonly id?: string;
  readonly name: string;
  readonly title?: string;
  readonly company?: string;
  /** `https:` address of a profile. */
  readonly profileUrl?: string;
  /** Plain e-mail address. */
  readonly address?: string;
}

/** Something to press: a link, or a text to copy. */
export interface ButtonView {
  readonly kind: "mail" | "profile" | "copy";
  readonly label: string;
  /** `mailto:` or `https:`; of `mail` and `profile`. */
  readonly href?: string;
  /** Of `copy`. */
  readonly text?: string;
}

/** One person to ask, in words. */
export interface CardView extends PersonView {
  /** Id of the ask, for `planner.draft` and drafts on a page. */
  readonly ask: string;
  /** "4 in 100", and the band in words. */
  readonly chance: string;
  readonly band: string;
  /** In [0, 1], with its 90% interval where the path tells one. */
  readonly probability: number;
  readonly interval?: readonly [number, number];
  /** The way, by names: you first, the buyer last. */
  readonly way: readonly string[];
  readonly because: readonly string[];
  readonly weakest: string;
  readonly caveat?: string;
  readonly price: string;
  readonly buttons: readonly ButtonView[];
}

/** A step of the timeline. */
export interface StepView {
  /** ISO day, and the day in words. */
  readonly day: string;
  readonly date: string;
  readonly step: "warm" | "ask" | "nudge" | "move-on";
  readonly ask: string;
  readonly connector: string;
  readonly text: string;
}

/** A path for the picture. */
export interface PathView {
  /** Ids of its people in order, seeker first. */
  readonly people: readonly string[];
  readonly legs: readonly { readonly guessed: boolean; readonly weakest: boolean }[];
  readonly chance: string;
  /** Sentences on its legs, for those who want to know. */
  readonly reasons: readonly string[];
}

/**
 * A plan in words: plain JSON in one language. Text, Markdown, pages, pictures and calendars are forms of it and decide
 * nothing. `labels` holds the headings that they need.
 */
export interface PlanView {
  readonly kind: "plan" | "account";
  /** BCP 47 code. */
  readonly language: string;
  readonly title: string;
  /** ISO day of the plan, and "As of 28 November 2026". */
  readonly day: string;
  readonly asOf: string;
  readonly target: PersonView;
  readonly summary: string;
  /** Of the whole plan. */
  readonly together: ChanceView;
  readonly cards: readonly CardView[];
  /** One sentence for each ask, in the order in which to make them. */
  readonly order: readonly string[];
  readonly stop: string;
  /** Said once where the records do not tell the best ones apart. */
  readonly equal?: string;
  readonly steps: readonly StepView[];
  readonly caveats: readonly string[];
  readonly direct?: { readonly text: string; readonly better: boolean; readonly chance: ChanceView };
  readonly refusal?: { readonly text: string; readonly candidates: readonly PersonView[] };
  /** Who cannot be asked today, and why. */
  readonly waiting: readonly string[];
  /** Of an account: people known there, and contacts who work or worked there. */
  readonly people?: readonly (PersonView & { readonly chance: string })[];
  readonly insiders?: readonly (PersonView & { readonly mayKnow: readonly string[] })[];
  readonly paths: readonly PathView[];
  /** Names of the people in `paths`, as [id, name]. */
  readonly names: readonly (readonly [string, string])[];
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
  /** What the words mean, each said once. */
  readonly notes: readonly string[];
  /** Headings in the language of the view. */
  readonly labels: Readonly<Record<string, string>>;
}
