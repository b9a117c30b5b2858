/** Favors that have a name, and what each weighs in favor points where no size is given (README of `ledger`; assumptions). */
export const FAVOR_KINDS: Readonly<Record<string, number>> = {
  like: 0.05,
  comment: 0.05,
  article: 0.1,
  thanks: 0.1,
  update: 0.1,
  advice: 0.25,
  "event-advice": 0.25,
  lunch: 0.5,
  gift: 0.5,
  introduction: 1,
  "key-introduction": 2,
  "won-deal": 4,
};
