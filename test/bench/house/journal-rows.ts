import type { Journal } from "../../../src/index.js";
import { seededRandom } from "../../support/random.js";
import { madeUpEvents } from "../growth/made-up-events.js";
import type { Row, Version } from "./two-versions.js";

/** A journal of 100,000 events: taken in, written, read and folded. */
export function journalRows(): Row<unknown>[] {
  let text = "";
  const events = (): Parameters<Journal["appendAll"]>[0] => {
    text ||= JSON.stringify(madeUpEvents(100_000, seededRandom(5)));
    return JSON.parse(text);
  };
  const filled = ({ root }: Version): Journal => {
    const journal = new root.Journal();
    journal.appendAll(events());
    return journal;
  };
  const row = <T>(row: Row<T>): Row<unknown> => row as Row<unknown>;
  return [
    row({
      what: "journal: 100,000 events taken in",
      ready: events,
      usesUp: true,
      work: (input, { root }) => new root.Journal().appendAll(input),
    }),
    row({
      what: "journal: 10,000 events one by one",
      ready: () => events().slice(0, 10_000),
      usesUp: true,
      work: (input, { root }) => {
        const journal = new root.Journal();
        for (const event of input) journal.append(event);
      },
    }),
    row({ what: "journal: written", ready: filled, work: (journal) => journal.toJSONL() }),
    row({
      what: "journal: read",
      ready: (version) => filled(version).toJSONL(),
      work: (text, { root }) => root.Journal.fromJSONL(text),
    }),
    row({
      what: "journal: folded into a ledger",
      ready: filled,
      usesUp: true,
      work: (journal, { root }) => new root.Ledger(journal),
    }),
    row({
      what: "journal: folded into states of asks",
      ready: filled,
      usesUp: true,
      work: (journal, { tracking }) => new tracking.AskTracker(journal).asks({ now: "2026-11-22" }),
    }),
  ];
}
