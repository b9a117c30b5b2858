import type { DraftOptions } from "../drafts/draft-base.js";
import type { DraftLeg } from "../drafts/draft-leg.js";
import type { LanguagePack } from "../drafts/language-pack.js";
import type { SayWhy } from "../drafts/why-in.js";
import type { Person } from "../people/index.js";
import { tieStrength } from "../ties/index.js";
import type { Contact } from "./contact.js";
import { styleOf } from "./style-of.js";

/** What to begin with: where the two were together, as the records tell. */
export function hookOf({ me, person }: Contact, say: SayWhy): string {
  const own = new Map((me.spells ?? []).map((spell) => [`${spell.kind} ${spell.organization}`, spell]));
  const shared = person.spells?.find(({ kind, organization }) => own.has(`${kind} ${organization}`));
  if (shared !== undefined && shared.kind !== "meeting" && shared.kind !== "conversation")
    return ` ${say("hook.shared", { where: shared.organization })}`;
  return person.company === undefined ? "" : ` ${say("hook.company", { where: person.company })}`;
}

/** Whom a word goes to, over which tie, and how they like to be written to. */
export function wordsTo(
  { day, seeker, me, person, evidence, strength }: Contact,
  locale: LanguagePack | undefined,
): DraftOptions & { readonly connector: Person; readonly leg: DraftLeg } {
  const { channel, tone } = styleOf(day, seeker, person.id) ?? {};
  const hasMail = (person.emails ?? []).length > 0;
  const { state } = tieStrength(evidence, { now: day.date, model: day.settings.ties });
  return {
    me,
    connector: person,
    channel: channel ?? (hasMail || person.profileUrl === undefined ? "email" : "linkedin-message"),
    ...(tone && { connectorStyle: tone }),
    leg: state === "unknown" ? {} : { evidence, strength, state },
    thresholds: day.settings.drafts,
    locale,
    now: day.date,
  };
}
