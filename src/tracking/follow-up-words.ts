import type { EventType } from "../journal/index.js";
import type { FollowUp } from "./follow-ups.js";

/** Why something is due. */
export const REASONS: Readonly<Record<FollowUp["code"], string>> = {
  "no-answer": "No answer yet; one reminder is fair.",
  silent: "No answer came: let it rest, and ask somebody else.",
  "silent.reached": "No answer came, and you have been introduced meanwhile: let it rest.",
  "nothing-came": "Nothing came of the yes: let it rest, and ask somebody else.",
  "nothing-came.reached": "Nothing came of the yes, and you have been introduced meanwhile: let it rest.",
  "lent-name": "You may mention the name of whoever knows them: write to them yourself.",
  promised: "They said yes, and no introduction was seen yet: ask kindly whether they need anything.",
  claimed: "They say that it is done, and nothing was seen of it yet.",
  introduced: "You were introduced: the next step is yours.",
  ready: "They are ready to talk: the next step is yours.",
  help: "They introduced you.",
  "help.name": "They let you mention their name.",
  news: "They do not know yet: {change}.",
};

/** What a connector is to be told, in words. */
export const CHANGES: ReadonlyMap<EventType, string> = new Map<EventType, string>([
  ["target.agreed", "the buyer said yes"],
  ["target.declined", "the buyer said no"],
  ["meeting.held", "you met the buyer"],
  ["opportunity.opened", "there may be a deal"],
  ["deal.won", "the deal is won"],
  ["deal.lost", "there is no deal"],
]);
