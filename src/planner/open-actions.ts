import { compareCodeUnits, isoDay, utcDay } from "../base/index.js";
import { draftCongratulations } from "../drafts/draft-congratulations.js";
import { draftIssueQuestion } from "../drafts/draft-issue-question.js";
import { draftRewarm } from "../drafts/draft-rewarm.js";
import { draftSoftAsk } from "../drafts/draft-soft-ask.js";
import { draftWelcome } from "../drafts/draft-welcome.js";
import type { LanguagePack } from "../drafts/language-pack.js";
import { sayFor, whyIn } from "../drafts/why-in.js";
import {
  isTieOf,
  type Person,
  sameCompany,
  type TargetProfile,
  taggedWith,
  targetFits,
} from "../people/index.js";
import { tieStrength } from "../ties/index.js";
import { type Contact, isCalledTooOften, mayBeAsked } from "./contact.js";
import { hookOf, wordsTo } from "./contact-words.js";
import { type ContactAims, goalWorth } from "./goal-worth.js";
import { type JobNews, newsOf } from "./job-news.js";
import type { ProposedAction } from "./next-action.js";
import { thanksFor } from "./thanks-actions.js";
import { daysBetweenTouches, touchDue } from "./touch-plan.js";

/** What the actions of one day share. */
export interface OpenContext {
  readonly news: ReadonlyMap<string, JobNews>;
  /** Companies of buyers who are sought and not reached. */
  readonly sought: readonly string[];
  readonly aims: ContactAims;
  readonly locale: LanguagePack | undefined;
}

type Found = Omit<ProposedAction, "seeker" | "person"> | undefined;

/**
 * What could be done today for or with one contact that no request on record calls for. First come thanks for a lead, then the
 * question after a success. Congratulations, a welcome, a later question about the issue and a word that is due follow.
 * A soft request goes with that word only where the gate is open. Who is discontent is asked nothing, and who was called too
 * often hears nothing but thanks.
 */
export function openAction(contact: Contact, context: OpenContext): ProposedAction | undefined {
  const { day, seeker, person, isClient, strength } = contact;
  const found =
    thanksFor(contact, context.locale) ?? (isCalledTooOften(contact) ? undefined : wordFor(contact, context));
  if (found === undefined) return undefined;
  const times = goalWorth(day, contact.me, person, context.aims);
  const { clientFactor, contactFactors } = day.settings.next;
  const byTie = contactFactors.noTie + strength;
  const factor = (found.factor ?? 1) * byTie * (isClient ? clientFactor : 1) * times;
  return { ...found, seeker, person: person.id, factor: found.kind.startsWith("thank") ? 1 : factor };
}

function wordFor(contact: Contact, context: OpenContext): Found {
  if (contact.isDiscontent) return repair(contact, context);
  return (
    questionFor(contact, context, true) ??
    congratulationsFor(contact, context) ??
    welcomeFor(contact, context) ??
    questionFor(contact, context, false) ??
    wordDue(contact, context)
  );
}

/** Who else has the issue that was solved: at once after the success, later while it is a reason. */
function questionFor(contact: Contact, { aims, locale }: OpenContext, isFresh: boolean): Found {
  const { day, seeker, person, sale, lastQuestion } = contact;
  const { successDays, issueDays } = day.settings.next;
  if (sale === undefined) return undefined;
  const age = day.today - sale.day;
  const issue = day.facts.issueOf(sale);
  if (age <= successDays !== isFresh || age > issueDays || (!isFresh && issue === undefined))
    return undefined;
  if (lastQuestion !== undefined && lastQuestion >= sale.day) return undefined;
  if (!mayBeAsked(contact, "issue")) return undefined;
  const candidates = candidatesOf(contact, aims.profile);
  const say = whyIn(locale);
  const when =
    age === 0 ? say("when.today") : age === 1 ? say("when.yesterday") : say("when.days", { n: age });
  const isClientOnly = sale.event === undefined;
  return {
    kind: isFresh ? "ask-after-success" : "issue-question",
    due: isoDay(sale.day),
    overdue: false,
    why: say(isFresh ? (isClientOnly ? "success.client" : "success.delivered") : "issue", { when }),
    ...(candidates.length === 0 ? {} : { candidates: candidates.map(({ id }) => id) }),
    done: {
      type: "ask.sent",
      kind: "issue",
      seeker,
      connector: person.id,
      ...(issue === undefined ? {} : { issue }),
    },
    write: () => ({
      draft: draftIssueQuestion({
        ...wordsTo(contact, locale),
        issue,
        solvedOn: isoDay(sale.day),
        candidates,
        circle: isPrivate(contact) ? "private" : "business",
        industry: taggedWith(person.tags ?? [], "industry:")[0]?.replaceAll("-", " "),
      }),
    }),
  };
}

/** True for family, and for a customer who has no company: they are asked about people whom one knows in private (1.3). */
function isPrivate({ evidence, person }: Contact): boolean {
  return isTieOf(evidence, "family") || person.company === undefined;
}

/**
 * People whom the contact is seen to know and who might have the same issue, who fits the profile and their colleagues first. Whoever the seeker knows or
 * has asked for is none, and neither is a competitor of the contact or a colleague of the seeker.
 */
function candidatesOf(
  { day, view, seeker, me, person }: Contact,
  profile: TargetProfile | undefined,
): readonly Person[] {
  const isNew = (id: string): boolean =>
    id !== seeker && !day.dealings.isBuyer(id) && !view.mayUse(seeker, id);
  const fitOf = profile === undefined ? undefined : targetFits(profile, day.settings.next.fit);
  return view
    .neighbors(person.id)
    .filter((id) => isNew(id) && view.mayName(id) && !day.network.isDoNotAsk(id))
    .filter((id) => !isTieOf(view.tie(person.id, id)?.evidence ?? {}, "competitor"))
    .flatMap((id) => view.person(id) ?? [])
    .filter(({ company }) => !sameCompany(company, me.company, day.settings.identity))
    .sort((a, b) => {
      const isColleague = (one: Person): number =>
        Number(sameCompany(one.company, person.company, day.settings.identity));
      const score = (one: Person): number => fitOf?.(one).score ?? 0;
      return score(b) - score(a) || isColleague(b) - isColleague(a) || compareCodeUnits(a.id, b.id);
    })
    .slice(0, day.settings.next.candidates);
}

/** Congratulations on a new job, until there was a word since. */
function congratulationsFor(contact: Contact, { news, sought, locale }: OpenContext): Found {
  const { day, seeker, person, lastCourtesy } = contact;
  const job = news.get(person.id) ?? newsOf(person, day.today, day.settings.next.changeDays);
  if (job === undefined || (lastCourtesy !== undefined && lastCourtesy >= job.seenOn)) return undefined;
  const isSought =
    job.company !== undefined &&
    sought.some((company) => sameCompany(company, job.company, day.settings.identity));
  return {
    kind: "congratulate",
    due: isoDay(job.seenOn),
    overdue: false,
    why: whyIn(locale)(job.company === undefined ? "job" : isSought ? "job.sought" : "job.at", {
      company: job.company ?? "",
    }),
    factor: isSought ? day.settings.next.soughtFactor : 1,
    done: { type: "update.sent", giver: seeker, receiver: person.id },
    write: () => ({
      draft: draftCongratulations({ ...wordsTo(contact, locale), newCompany: job.company }),
    }),
  };
}

/** A first word to a client who was just won, or to a new contact with whom there was none yet. */
function welcomeFor(contact: Contact, { locale }: OpenContext): Found {
  const { day, seeker, person, evidence, lastCourtesy } = contact;
  const isNew = (on: number | undefined): on is number =>
    on !== undefined && on <= day.today && day.today - on <= day.settings.next.welcomeDays;
  const won = day.facts.wonOn(seeker, person.id);
  const connected = evidence.connectedOn === undefined ? undefined : utcDay(evidence.connectedOn);
  const isClient = isNew(won);
  const since = isClient ? won : isNew(connected) ? connected : undefined;
  if (since === undefined || (lastCourtesy !== undefined && lastCourtesy >= since)) return undefined;
  if (!isClient && (evidence.interactions ?? []).length > 0) return undefined;
  return {
    kind: "welcome",
    due: isoDay(since),
    overdue: false,
    why: whyIn(locale)(isClient ? "welcome.client" : "welcome.contact"),
    done: { type: "update.sent", giver: seeker, receiver: person.id },
    write: () => ({
      draft: draftWelcome({ ...wordsTo(contact, locale), as: isClient ? "client" : "contact" }),
    }),
  };
}

/**
 * A word that is due by the strength of the tie and the part of the contact; over a strong tie gone quiet, to reconnect. A person may be
 * no client and have nothing dated on record. Then nobody can say that it has been quiet: the touch plan alone lists them. So it is
 * with whom the seeker says that they do not know.
 */
function wordDue(contact: Contact, { locale }: OpenContext): Found {
  const { day, seeker, person, evidence, lastQuestion, last, isClient } = contact;
  const due = touchDue(contact);
  const isStranger = day.facts.isStranger(seeker, person.id);
  if (due > day.today || (!isClient && (isStranger || last === undefined))) return undefined;
  const { state } = tieStrength(evidence, { now: day.date, model: day.settings.ties });
  const say = whyIn(locale);
  const quiet = last === undefined ? say("quiet.unknown") : sayFor(say, "quiet", day.today - last);
  const every = sayFor(say, "every", daysBetweenTouches(contact));
  const word = {
    due: isoDay(due),
    overdue: false,
    done: { type: "update.sent", giver: seeker, receiver: person.id } as const,
  };
  if (state === "dormant-strong" && !isStranger) {
    const why = `${say("reconnect")} ${quiet}${hookOf(contact, say)}`;
    return {
      ...word,
      kind: "reconnect",
      why,
      write: () => ({ draft: draftRewarm(wordsTo(contact, locale)) }),
    };
  }
  const isFree = lastQuestion === undefined || day.today - lastQuestion >= day.settings.next.softDays;
  if (isFree && mayBeAsked(contact, "soft")) {
    return {
      ...word,
      kind: "soft-ask",
      why: `${quiet} ${every} ${say("soft")}`,
      done: { type: "ask.sent", kind: "soft", seeker, connector: person.id },
      write: () => ({ draft: draftSoftAsk({ ...wordsTo(contact, locale), ask: "event-advice" }) }),
    };
  }
  return {
    ...word,
    kind: "touch",
    why: `${quiet} ${every} ${say("touch")}`,
    write: () => ({ draft: draftRewarm(wordsTo(contact, locale)) }),
  };
}

/** A word to a client with a complaint that no later sale has mended: at once, then as often as to any client. Nothing is asked of them. */
function repair(contact: Contact, { locale }: OpenContext): Found {
  const { day, seeker, person, isClient, lastCourtesy } = contact;
  const age = day.ledger.saleAge({ seller: seeker, customer: person.id, now: day.date });
  const complained = age === undefined ? undefined : day.today - age;
  const isFresh = complained !== undefined && (lastCourtesy ?? complained - 1) < complained;
  const due = isFresh ? complained : touchDue(contact);
  if (!(isClient || isFresh) || due > day.today) return undefined;
  return {
    kind: "touch",
    due: isoDay(due),
    overdue: false,
    why: whyIn(locale)("repair"),
    ...(isFresh ? { factor: day.settings.next.mendFactor } : {}),
    done: { type: "update.sent", giver: seeker, receiver: person.id },
    write: () => ({ draft: draftRewarm({ ...wordsTo(contact, locale), mends: true }) }),
  };
}
