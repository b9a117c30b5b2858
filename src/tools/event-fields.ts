import type { PlannerEvent } from "../planner/index.js";

/**
 * The fields of every kind of event that name people, and what else it takes, in words for the caller. The compiler holds the
 * list to the journal's kinds.
 */
export const EVENT_FIELDS: Readonly<
  Record<PlannerEvent["type"], { readonly people: readonly string[]; readonly takes: string }>
> = {
  "favor.given": { people: ["giver", "receiver"], takes: "giver, receiver, kind, size?" },
  "sale.delivered": { people: ["seller", "customer"], takes: "seller, customer, solved?, complaint?" },
  "ask.sent": {
    people: ["seeker", "connector"],
    takes: 'ask, reason?, offer?, channel?, override?; of kind "issue" or "soft": seeker, connector, issue?',
  },
  "ask.reminded": { people: [], takes: "ask" },
  "ask.agreed": { people: [], takes: "ask, answer?: make-it | use-my-name" },
  "ask.declined": {
    people: ["suggestedPerson"],
    takes: "ask, answer?: not-tied | ask-someone-else | not-this-kind | no, suggestedPerson?, suggested?",
  },
  "ask.claimed": { people: [], takes: "ask" },
  "introduction.made": { people: [], takes: "ask, how?: name-lent | forwarded | introduced | recommended" },
  "target.agreed": { people: [], takes: "ask" },
  "target.declined": { people: [], takes: "ask" },
  "meeting.held": { people: [], takes: "ask | lead, useful?, benefit?" },
  "opportunity.opened": { people: [], takes: "ask | lead" },
  "deal.won": { people: [], takes: "ask | lead, value" },
  "deal.lost": { people: [], takes: "ask | lead, reason?" },
  "ask.withdrawn": { people: [], takes: "ask" },
  "thanks.sent": { people: ["giver", "receiver"], takes: "ask | giver and receiver" },
  "update.sent": { people: ["giver", "receiver"], takes: "ask | giver and receiver" },
  "introduction.brokered": { people: ["broker", "between"], takes: "broker, between: two people" },
  "introduction.offered": {
    people: ["broker", "between", "by"],
    takes: "broker, between: two people; of an answer by, answer: yes | no",
  },
  "entry.reversed": { people: [], takes: "entry: the id of an event" },
  "balance.asserted": { people: ["a", "b"], takes: "a, b, amount" },
  "introduction.received": {
    people: ["seeker", "connector", "target"],
    takes: "seeker, connector, target?, lead?",
  },
  "lead.received": {
    people: ["seeker", "target", "referredBy", "person"],
    takes: "source, lead?, active?, seeker?, target?, referredBy?, cost?",
  },
  "activity.done": { people: ["member"], takes: "source, hours?, cost?, member?" },
  "gift.given": {
    people: ["giver", "receiver"],
    takes: "giver, receiver, to: connector | receiver, for?: ask",
  },
  "person.prepared": { people: ["person"], takes: "person" },
  "contact.stated": { people: ["seeker", "person"], takes: "seeker, person, knows: well | some | not" },
};
