import {
  type AskMessage,
  type AskOptions,
  draftAsk,
  draftBrokered,
  draftCheckIn,
  draftCongratulations,
  draftDecline,
  draftFollowUp,
  draftForwardable,
  draftIntroduction,
  draftIssueQuestion,
  draftOptInQuestion,
  draftOwnContact,
  draftReciprocity,
  draftRelay,
  draftRewarm,
  draftSoftAsk,
  draftThankYou,
  draftUpdate,
  draftWelcome,
} from "warmpath/drafts";

/** Every kind of draft, each made from the material of one ask. */
export const KINDS: Readonly<Record<string, (ask: AskOptions) => AskMessage>> = {
  ask: draftAsk,
  "ask over two connectors": (ask) =>
    draftAsk({
      ...ask,
      via: [{ id: "v", name: "Dave Miller", company: "Gamma" }],
      viaLeg: { inferred: false, strength: 0.5, state: "active" },
    }),
  "ask of the target in person": (ask) => draftAsk({ ...ask, connector: ask.target }),
  forwardable: draftForwardable,
  reminder: draftFollowUp,
  "reminder to the target": (ask) => draftFollowUp({ ...ask, connector: ask.target }),
  "check-in after a yes": draftCheckIn,
  "own contact under the connector's name": (ask) => draftOwnContact(ask),
  "follow-through after the introduction": (ask) => draftOwnContact({ ...ask, after: "introduced" }),
  "follow-through after the target's yes": (ask) => draftOwnContact({ ...ask, after: "agreed" }),
  "follow-through after a yes to a direct message": (ask) =>
    draftOwnContact({ ...ask, connector: ask.target, after: "agreed" }),
  "thanks for a yes": (ask) => draftThankYou({ ...ask, outcome: "agreed" }),
  "thanks for the introduction": (ask) => draftThankYou(ask),
  "thanks for the name": (ask) => draftThankYou({ ...ask, outcome: "use-my-name" }),
  "thanks for another name": (ask) =>
    draftThankYou({ ...ask, outcome: "suggested", detail: "I have written to Eve today." }),
  "thanks after a no": (ask) => draftThankYou({ ...ask, outcome: "declined" }),
  "update: agreed": (ask) => draftUpdate({ ...ask, status: "target.agreed" }),
  "update: met": (ask) =>
    draftUpdate({
      ...ask,
      status: "meeting.held",
      detail: "We will look at the second plant together in June.",
    }),
  "update: opportunity": (ask) => draftUpdate({ ...ask, status: "opportunity" }),
  "closing: won": (ask) => draftUpdate({ ...ask, status: "deal.won" }),
  "closing: lost": (ask) => draftUpdate({ ...ask, status: "lost" }),
  "closing: declined": (ask) => draftUpdate({ ...ask, status: "target.declined" }),
  introduction: (ask) => draftIntroduction({ ...ask, optedIn: true }),
  "reciprocity offer": (ask) =>
    draftReciprocity({ ...ask, idea: "a buyer at Delta is looking for what Beta makes" }),
  "open offer": (ask) => draftReciprocity(ask),
  "issue question": (ask) =>
    draftIssueQuestion({
      ...ask,
      issue: "late deliveries",
      candidates: [
        { name: "Jane Roe", company: "Delta" },
        { name: "Joe Doe", company: "Omega" },
      ],
      industry: "cold storage",
    }),
  "event advice": (ask) => draftSoftAsk({ ...ask, ask: "event-advice", topic: "cold storage" }),
  "use my name": (ask) => draftSoftAsk({ ...ask, ask: "use-my-name" }),
  "opt-in question": draftOptInQuestion,
  relay: (ask) => draftRelay({ ...ask, next: { id: "n", name: "Dave Miller", company: "Gamma" } }),
  "re-warming": (ask) => draftRewarm({ ...ask, occasion: "I read that Beta won the packaging prize." }),
  "re-warming without occasion": (ask) => draftRewarm(ask),
  "thanks for a referral": (ask) => draftThankYou({ ...ask, outcome: "referral" }),
  "thanks for a referral, open": ({ target: _, ...ask }) => draftThankYou({ ...ask, outcome: "referral" }),
  "congratulations on a new company": (ask) => draftCongratulations({ ...ask, newCompany: "Omega" }),
  "congratulations on a new role": (ask) => draftCongratulations(ask),
  "welcome to a contact": (ask) => draftWelcome(ask),
  "welcome to a client": (ask) => draftWelcome({ ...ask, as: "client" }),
  "issue question without an issue": (ask) => draftIssueQuestion(ask),
  "event advice without a topic": (ask) => draftSoftAsk({ ...ask, ask: "event-advice" }),
  decline: (ask) => draftDecline({ ...ask, because: "I have not spoken to Bob for years." }),
  "decline, open": ({ target: _, ...ask }) => draftDecline(ask),
  "brokered, first side": (ask) =>
    draftBrokered({
      ...ask,
      first: ask.connector,
      second: ask.target,
      reasons: { first: "you both run cold stores" },
    }).first,
  "brokered, second side": (ask) =>
    draftBrokered({
      ...ask,
      first: ask.connector,
      second: ask.target,
      reasons: { second: "you both run cold stores" },
    }).second,
};
