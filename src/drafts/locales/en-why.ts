/** Codes of the reasons that `planner.next` gives. */
export type WhyKey =
  | "chance"
  | "chance.few"
  | "direct"
  | "named"
  | "named.words"
  | "thank.lead"
  | "thank.answer"
  | "when.today"
  | "when.yesterday"
  | "when.days"
  | "success.delivered"
  | "success.client"
  | "issue"
  | "job"
  | "job.at"
  | "job.sought"
  | "welcome.client"
  | "welcome.contact"
  | "quiet"
  | "quiet.months"
  | "quiet.years"
  | "quiet.unknown"
  | "every"
  | "every.months"
  | "every.years"
  | "reconnect"
  | "hook.shared"
  | "hook.company"
  | "soft"
  | "touch"
  | "repair"
  | "pair.need"
  | "pair.offer"
  | "pair.alike"
  | "pair.rank"
  | "pair.ask"
  | "pair.agreed";

/** English reasons of `planner.next`, by key; `{slot}` where a value goes. A pack of another language has its own under `why`. */
export const ENGLISH_WHY: Readonly<Record<WhyKey, string>> = {
  chance: "A request like this leads to an introduction in about {n} of 100 cases.",
  "chance.few": "A request like this leads to an introduction in fewer than 1 of 100 cases.",
  direct:
    "Writing to the buyer yourself is worth more: it works about {n} of 100 times and costs nobody's goodwill.",
  named: "Named by somebody who was asked.",
  "named.words": "You were given a name: {words}.",
  "thank.lead": "They recommended you without being asked, and were not thanked yet.",
  "thank.answer": "They said yes to your question, and were not thanked yet.",
  "when.today": "today",
  "when.yesterday": "yesterday",
  "when.days": "{n} days ago",
  "success.delivered":
    "You delivered to them {when} and nobody complained: there is no better time to ask who else has the problem.",
  "success.client":
    "They became a customer {when} and nobody complained: there is no better time to ask who else has the problem.",
  issue: "You solved a problem for them {when} and have not asked yet who else has it.",
  job: "They have another role: a good reason for a word.",
  "job.at": "They are at {company} now: a good reason for a word.",
  "job.sought":
    "They are at {company} now: a good reason for a word, and a buyer whom you look for works there too.",
  "welcome.client": "They have just become a client.",
  "welcome.contact": "You have just connected, and have not spoken yet.",
  quiet: "You have not been in touch for {n} days.",
  "quiet.months": "You have not been in touch for {n} months.",
  "quiet.years": "You have not been in touch for {n} years.",
  "quiet.unknown": "Nothing tells when you were last in touch.",
  every: "A word every {n} days keeps you in touch.",
  "every.months": "A word every {n} months keeps you in touch.",
  "every.years": "A word every {n} years keeps you in touch.",
  reconnect: "You know each other well and have gone quiet.",
  "hook.shared": "Begin with {where}, where you both were.",
  "hook.company": "Begin with how things are at {where}.",
  soft: "You have done enough for them to add a small request.",
  touch: "Ask for nothing this time.",
  repair: "They are not happy with you: find out what is wrong, and ask for nothing.",
  "pair.need": "They need {what}, and the other one offers it.",
  "pair.offer": "They offer {what}, and the other one needs it.",
  "pair.alike": "They do the same kind of work at different companies.",
  "pair.rank": "They do the same kind of work at different companies, at the same level.",
  "pair.ask": "Ask both, and introduce them once both have said yes.",
  "pair.agreed": "Both have said that they would like to meet.",
};
