/** English sentences of alerts and of the book of favors, with the parts of an overview. */
export const ENGLISH_ALERTS: Readonly<Record<string, string>> = {
  "part.concentration": "how much hangs on one source",
  "part.control": "what you control",
  "part.sources": "sources",
  "part.adoption": "who follows through",
  "part.funnel": "the way to a deal",
  "part.load": "whom you ask how often",
  "part.forecast": "what may come",
  "part.losses": "lost deals",
  "alert.CONCENTRATION":
    "{share} of the leads come from one source ({source}). If it dried up, {lost} of {all} would be missing.",
  "alert.LOW_CONTROL":
    "Only {share} of the leads come from what you do yourself. The others may stop as they came.",
  "alert.LONG_GAP": "Longest pause without any prospecting, in weeks: {gap}.",
  "alert.COUNTER_CYCLICAL":
    "When you are busy you stop looking for new business. That makes the next quiet time.",
  "alert.STATUS_QUO": "Deals lost without any decision, since the buyer stayed with what they had: {n}.",
  "alert.CONNECTOR_SPENT":
    "Some people have been asked as often as is fair in a year. Help them before you ask again.",
  "alert.UNTHANKED": "Help for which no thank-you is on record: {n}.",
  "book.with": "You and {name}",
  "book.even": "You have helped each other about equally.",
  "book.gave": "You have done more for {name} so far: about {n}.",
  "book.got": "{name} has done more for you so far: about {n}. A good moment to give something back.",
  "book.one": "one favor",
  "book.half": "half a favor",
  "book.some": "{n} favors",
  "book.done": "What was done",
  "book.none": "No favors are on record yet.",
  "book.line.gave": "you helped {name}",
  "book.what.introduction.made": "introduction",
  "book.what.meeting.held": "a meeting came of it",
  "book.what.deal.won": "a deal came of it",
  "book.what.thanks.sent": "thanks",
  "book.what.update.sent": "news of how it went",
  "book.line.got": "{name} helped you",
  "book.line.back": "taken back",
};
