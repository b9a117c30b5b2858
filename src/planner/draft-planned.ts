import { isReadableWhole, WarmpathError } from "../base/index.js";
import { type AskOptions, draftAsk } from "../drafts/draft-ask.js";
import { draftCheckIn } from "../drafts/draft-check-in.js";
import { draftFollowUp } from "../drafts/draft-follow-up.js";
import { draftOwnContact } from "../drafts/draft-own-contact.js";
import { draftRevealRequest } from "../drafts/draft-reveal-request.js";
import { draftThankYou } from "../drafts/draft-thank-you.js";
import { draftUpdate, type UpdateOptions } from "../drafts/draft-update.js";
import type { AskMessage } from "../drafts/message.js";
import type { NamedPerson } from "../drafts/shown-name.js";
import type { Network } from "../network/index.js";
import type { Person } from "../people/index.js";
import { type AskStatus, broughtHow, type FollowUp } from "../tracking/index.js";
import type { PlanAsk } from "./introduction-plan.js";
import type { PlannerState } from "./planner-state.js";
import type { Settings } from "./settings.js";
import { toneOf } from "./style-of.js";

/** The part of a planner's settings that a draft needs. */
type DraftSettings = Pick<Settings, "drafts" | "identity">;

/** Somebody of an ask whom the network does not hold. */
export type PeopleBeside = (id: string) => Person | undefined;

/** What a draft takes beside the planned ask; people, ties and readiness are filled in from the plan. */
export type PlanDraftOptions = Partial<
  Omit<
    AskOptions,
    | "me"
    | "connector"
    | "target"
    | "via"
    | "legs"
    | "leg"
    | "lastLeg"
    | "viaLeg"
    | "thresholds"
    | "companyAliases"
  >
> & {
  /** Only for a follow-up that is due: which one. @defaultValue the request itself */
  readonly kind?: "ask" | "reminder" | "check-in" | "own-contact" | "thanks";
  /** Of a request over a masked tie: who keeps the records and is asked that the hidden be named. @defaultValue nobody by name */
  readonly keeper?: NamedPerson;
};

/**
 * Writes what a caller asks for about one of a plan's asks.
 * @throws WarmpathError as {@link draftPlanned}; `INVALID_ASK` where there is no ask.
 */
export function draftAskOf(
  state: PlannerState,
  ask: PlanAsk | undefined,
  options: PlanDraftOptions,
): AskMessage {
  const planned = checkAsk(ask);
  const beside = state.besideFor(planned.seeker);
  if (planned.reveal !== undefined) return draftReveal(state, planned, options);
  return draftPlanned(state.network, planned, beside, options, state.settings);
}

/** Asks whoever told of a masked tie, or the keeper, that those who are hidden be named. */
function draftReveal(
  { network, settings }: PlannerState,
  ask: PlanAsk,
  { keeper, ...options }: PlanDraftOptions,
): AskMessage {
  const view = network.seenBy(ask.seeker);
  const named = (id: string | undefined): Person | undefined =>
    id !== undefined && view.mayName(id) ? view.person(id) : undefined;
  const [me, target] = [named(ask.seeker), named(ask.target) ?? ask.buyer];
  if (me === undefined || target === undefined)
    throw new WarmpathError("UNKNOWN_PERSON", "a draft needs the seeker and the target of its ask");
  const { reason, channel, tone, locale, seed, limits, now = ask.day } = options;
  const words = Object.entries({ reason, channel, tone, locale, seed, limits });
  const given = Object.fromEntries(words.filter(([, value]) => value !== undefined));
  const connector = named(ask.reveal?.owner) ?? keeper;
  return draftRevealRequest({ ...given, now, thresholds: settings.drafts, me, target, connector });
}

/**
 * Writes the request of a planned ask.
 * @throws WarmpathError `INVALID_ASK` for what is no planned ask, `UNKNOWN_PERSON` where its people are not known here.
 */
export function draftPlanned(
  network: Network,
  ask: PlanAsk,
  beside: PeopleBeside,
  options: PlanDraftOptions,
  { drafts: thresholds, identity }: DraftSettings,
): AskMessage {
  const { kind = "ask", ...words } = options;
  const now = words.now ?? ask.day;
  const { channel, tone, reluctance } = ask.style ?? {};
  const seekerStyle = toneOf(network.seenBy(ask.seeker).person(ask.seeker));
  const facts: AskOptions = {
    ...(channel && { channel }),
    ...(tone && { connectorStyle: tone }),
    ...(seekerStyle && { seekerStyle }),
    ...(reluctance === undefined ? {} : { reluctance }),
    ...words,
    thresholds,
    companyAliases: identity.companyAliases,
    ...(now === undefined ? {} : { now }),
    ...peopleOf(network, ask, beside),
  };
  if (kind === "reminder") return draftFollowUp(facts);
  if (kind === "check-in") return draftCheckIn(facts);
  if (kind === "own-contact") return draftOwnContact(facts);
  if (kind === "thanks") return draftThankYou(facts);
  return draftAsk({ readiness: ask.readiness, ...facts });
}

/** Writes what a follow-up that is due asks for; `undefined` where it asks for no message. */
export function draftDue(
  network: Network,
  due: FollowUp,
  status: AskStatus,
  ask: PlanAsk,
  beside: PeopleBeside,
  words: PlanDraftOptions,
  { drafts: thresholds }: DraftSettings,
): AskMessage | undefined {
  const { kind: _, ...own } = words;
  if (ask.target === "") return draftWithoutBuyer(network, due, own, thresholds);
  const facts: AskOptions = { ...own, thresholds, ...peopleOf(network, ask, beside) };
  const help = broughtHow(status) === "name-lent" ? "use-my-name" : "introduced";
  switch (due.kind) {
    case "remind":
      return draftFollowUp(facts);
    case "check-in":
      return draftCheckIn(facts);
    case "own-contact":
      return draftOwnContact(facts);
    case "follow-through":
      return draftOwnContact({ ...facts, after: status.state === "introduced" ? help : "agreed" });
    case "thank":
      return draftThankYou({ ...facts, outcome: help });
    case "update":
      return due.about === undefined
        ? undefined
        : draftUpdate({ ...facts, after: help, status: due.about as UpdateOptions["status"] });
    default:
      return undefined;
  }
}

/** Thanks for an introduction of which is not told to whom it was; news would have to name them. */
function draftWithoutBuyer(
  network: Network,
  { kind, seeker, person }: FollowUp,
  words: Omit<PlanDraftOptions, "kind">,
  thresholds: DraftSettings["drafts"],
): AskMessage | undefined {
  const view = network.seenBy(seeker);
  const [me, connector] = [view.person(seeker), view.person(person)];
  if (kind !== "thank" || me === undefined || connector === undefined) return undefined;
  return draftThankYou({ ...words, thresholds, me, connector, outcome: "referral" });
}

function peopleOf(
  network: Network,
  ask: PlanAsk,
  beside: PeopleBeside,
): Pick<AskOptions, "me" | "connector" | "target" | "via" | "legs" | "namedBy"> {
  const view = network.seenBy(ask.seeker);
  const named = (id: string): Person | undefined =>
    view.mayName(id) ? view.person(id) : network.has(id) ? undefined : beside(id);
  const target = named(ask.target) ?? ask.buyer ?? beside(ask.target);
  const me = named(ask.seeker);
  const connector = ask.connector === ask.target ? target : named(ask.connector);
  const via = ask.legs.slice(1, -1).map(({ asked }) => named(asked));
  if (me === undefined || connector === undefined || target === undefined || via.includes(undefined)) {
    throw new WarmpathError("UNKNOWN_PERSON", "a draft needs the people of its ask in the network");
  }
  const namedBy = ask.namedBy === undefined ? undefined : named(ask.namedBy);
  return { me, connector, target, via: via as Person[], legs: ask.legs, ...(namedBy && { namedBy }) };
}

/** @throws WarmpathError `INVALID_ASK` for what is no planned ask. */
export function checkAsk(ask: PlanAsk | undefined): PlanAsk {
  if (ask === undefined || ask === null)
    throw new WarmpathError("INVALID_ASK", "there is no ask to draft: see the plan's refusal");
  const fits =
    isReadableWhole(ask) &&
    [ask.seeker, ask.connector, ask.target].every((id) => typeof id === "string") &&
    (ask.readiness === undefined || Array.isArray(ask.readiness?.unmet)) &&
    Array.isArray(ask.legs) &&
    ask.legs.length > 0;
  if (!fits) throw new WarmpathError("INVALID_ASK", "a draft is written for one of a plan's asks");
  return ask;
}
