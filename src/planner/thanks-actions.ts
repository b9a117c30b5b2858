import { isoDay, lastWorkingDay, utcDay } from "../base/index.js";
import { draftThankYou } from "../drafts/draft-thank-you.js";
import type { LanguagePack } from "../drafts/language-pack.js";
import { whyIn } from "../drafts/why-in.js";
import { helpIn, withCourtesies } from "../tracking/index.js";
import type { Contact } from "./contact.js";
import { wordsTo } from "./contact-words.js";
import type { ProposedAction } from "./next-action.js";

type Found = Omit<ProposedAction, "seeker" | "person"> | undefined;

/** Thanks that no request for an introduction calls for: for a lead that somebody sent, and for a yes to a question without a buyer. */
export function thanksFor(contact: Contact, locale: LanguagePack | undefined): Found {
  return thanksForLead(contact, locale) ?? thanksForAnswer(contact, locale);
}

/** Thanks to whoever sent a lead, until some were given. */
function thanksForLead(contact: Contact, locale: LanguagePack | undefined): Found {
  const { day, seeker, person } = contact;
  const courtesies = day.dealings.courtesiesTo(person.id);
  const lead = day.dealings.leadsFrom(person.id).find(({ introducedBy, received, seeker: of = seeker }) => {
    if (introducedBy !== undefined || of !== seeker) return false;
    return !courtesies.some(
      ({ giver, type, at }) => giver === seeker && type === "thanks.sent" && utcDay(at) >= utcDay(received),
    );
  });
  if (lead === undefined) return undefined;
  const { calendar, thankDays } = day.settings.timing;
  const received = utcDay(lead.received);
  const due = lastWorkingDay(received + thankDays, received, calendar);
  const isNamed = lead.target !== undefined && contact.view.mayName(lead.target);
  const target = isNamed ? contact.view.person(lead.target as string) : undefined;
  return {
    kind: "thank-referral",
    ...(isNamed ? { target: lead.target as string } : {}),
    askId: lead.lead,
    due: isoDay(due),
    overdue: due < day.today,
    why: whyIn(locale)("thank.lead"),
    done: { type: "thanks.sent", giver: seeker, receiver: person.id },
    write: () => ({
      draft: draftThankYou({ ...wordsTo(contact, locale), outcome: "referral", ...(target && { target }) }),
    }),
  };
}

/** Thanks to whoever said yes to a question without a buyer, until some were given. */
function thanksForAnswer(contact: Contact, locale: LanguagePack | undefined): Found {
  const { day, seeker, person } = contact;
  const { calendar, thankDays } = day.settings.timing;
  const courtesies = day.dealings.courtesiesTo(person.id);
  const helped = day.dealings
    .questionsTo(person.id)
    .filter((one) => one.seeker === seeker)
    .flatMap((one) => {
      const yes = helpIn(one);
      const steps = withCourtesies(one, one.steps, courtesies);
      return yes === undefined ? [] : [{ id: one.id, steps, on: utcDay(yes.at) }];
    })
    .find(({ steps, on }) => !steps.some(({ type, at }) => type === "thanks.sent" && utcDay(at) >= on));
  if (helped === undefined) return undefined;
  const { on } = helped;
  const due = lastWorkingDay(on + thankDays, on, calendar);
  return {
    kind: "thank",
    askId: helped.id,
    due: isoDay(due),
    overdue: due < day.today,
    why: whyIn(locale)("thank.answer"),
    done: { type: "thanks.sent", giver: seeker, receiver: person.id },
    write: () => ({ draft: draftThankYou({ ...wordsTo(contact, locale), outcome: "answered" }) }),
  };
}
