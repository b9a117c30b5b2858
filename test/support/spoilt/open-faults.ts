/**
 * How many faults are not mended yet: of all spoilings, and of those that the normal suite draws. No more may come to them. Their kinds,
 * the most frequent first:
 * - language packs and rules of lint that are none, and facts of a message that are of another form;
 * - callbacks that are no functions (`priceOf`, `isColleague`, `riskOf`, `onProgress`, `shownOf`, `plansAfter`, `consentAt`);
 * - records of other forms inside a list: steps, outcomes, legs, answers, spells, calendars;
 * - getters and traps at `signal`, in models, settings, lists of blocked nodes, evidence;
 * - a network, a journal, an index or a suppression list behind a proxy or as an heir;
 * - numbers that are echoed although they are none.
 */
export const OPEN_FAULTS = { all: 1666, drawn: 9 } as const;
