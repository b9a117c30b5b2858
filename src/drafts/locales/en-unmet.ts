/** English: why a request waits. */
export const ENGLISH_UNMET: Readonly<Record<string, string>> = {
  "unmet.deposit": "Help them first.",
  "unmet.cooldown": "You asked not long ago.",
  "unmet.declined-target": "Their last answer about this buyer was no.",
  "unmet.declined-kind": "They do not like such requests.",
  "unmet.open-ask": "Your last question is still open.",
  "unmet.quarter-cap": "You have asked them often lately.",
  "unmet.year-cap": "You have asked them often this year.",
  "unmet.discontent": "They are not content; see to that first.",
  "unmet.preparation": "Tell them first what you sell, to whom, and how to say it.",
  "unmet.trust": "Asking now would put the tie at risk.",
  "unmet.nurture": "They are reluctant to refer; give them more time.",
};
