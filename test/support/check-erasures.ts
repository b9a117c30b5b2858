import { expect } from "vitest";
import { IntroductionPlanner } from "../../src/index.js";
import { readGoogleContacts, readLinkedInConnections, readVCards } from "../../src/ingest/index.js";
import {
  type NetworkImport,
  peopleToCsv,
  snapshotFor,
  tiesToCsv,
  toGexf,
  toGraphml,
} from "../../src/network/index.js";
import {
  asksToCsv,
  bookPage,
  calendarOf,
  describeActions,
  describeBook,
  describePlan,
  planMarkdown,
  planMermaid,
  planPage,
  planText,
  weekPage,
} from "../../src/report/index.js";
import { erasureWorld, NEEDLE, VICTIM } from "./erasure-worlds.js";

const NOW = "2026-11-22";

/** All that a planner saves, without the ids of the chain, which stay so that sums and hashes hold. */
function saved(planner: IntroductionPlanner): string {
  const { journal, ...rest } = JSON.parse(JSON.stringify(planner));
  const chain = (journal.chain as string).replaceAll(/"zz-(own|old)-id"/g, '""');
  return JSON.stringify({ ...rest, vault: journal.vault, chain });
}

/** What others are told: exports, words on record, plans and what is made of them, errors. */
function told(planner: IntroductionPlanner, seekers: readonly string[]): string {
  const { network, journal } = planner;
  const texts: string[] = [peopleToCsv(network), tiesToCsv(network), toGexf(network), toGraphml(network)];
  const tell = (call: () => unknown): void => {
    try {
      texts.push(JSON.stringify(call()) ?? "");
    } catch (error) {
      texts.push(`${error} ${JSON.stringify(error)}`);
    }
  };
  for (const event of journal.events()) {
    const { note, reason, suggested, solved } = journal.resolve(event) as Record<string, unknown>;
    tell(() => [note, reason, suggested, solved]);
  }
  for (const seeker of seekers) {
    tell(() => snapshotFor(network, seeker));
    tell(() => planner.standing({ seeker, counterpart: VICTIM, now: NOW }));
    tell(() => planner.giveFirst({ seeker, targets: [VICTIM], now: NOW }));
    tell(() => planner.reach({ seeker, targets: network.people().map(({ id }) => id), now: NOW }));
    tell(() => planner.account({ seeker, company: "Acme", now: NOW }));
    tell(() => bookPage(describeBook(planner, { seeker, now: NOW })));
    const actions = planner.next({ seeker, now: NOW });
    tell(() => [weekPage(describeActions(actions, planner)), calendarOf(actions)]);
    for (const { id } of network.people().slice(0, 2)) {
      if (id === seeker) continue;
      const plan = planner.plan({ seeker, target: id, now: NOW, maskKey: "a key of sixteen letters" });
      const view = describePlan(plan, planner);
      tell(() => [plan, plan.asks.map((ask) => planner.draft(ask)), asksToCsv(view)]);
      tell(() => [planText(view), planMarkdown(view), planMermaid(view), planPage(view)]);
    }
  }
  return texts.join("\n");
}

/** Where a text names the erased one, with what stands around it. */
function needlesIn(text: string): readonly string[] {
  return [...text.matchAll(NEEDLE)].map(({ index }) => text.slice(Math.max(0, index - 40), index + 20));
}

/** The one who was erased, as each reader brings them. */
const RETURNS: readonly NetworkImport[] = [
  readLinkedInConnections("First Name,Last Name,URL,Company\nZzanna,Zzquill,,Zzfirm\n", {
    owner: { id: "p0", name: "Name P0" },
  }),
  readGoogleContacts("First Name,E-mail 1 - Value\nAna,zz2@ZZ.example\n", {
    owner: { id: "p0", name: "Name P0" },
  }),
  readVCards("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zzanna Zzquill\r\nORG:Zzfirm Inc.\r\nEND:VCARD\r\n", {
    owner: { id: "p0", name: "Name P0" },
  }),
];

/** Erases one person of each of these worlds and looks at all that is left and told. Returns in how many of them they had a record. */
export function checkErasures(first: number, count: number): number {
  let known = 0;
  for (let seed = first; seed < first + count; seed++) {
    const { planner: first, files, ids, names, isKnown } = erasureWorld(seed);
    expect(saved(first)).toMatch(NEEDLE);
    first.erase(VICTIM, { names });
    const text = JSON.stringify(first);
    const again = IntroductionPlanner.fromJSON(JSON.parse(text));
    expect(JSON.stringify(again) === text, `saved again ${seed}`).toBe(true);
    // What is told follows from what is saved, and that is the same of both.
    expect(needlesIn(told(again, ids.slice(0, 2))), `told ${seed}`).toEqual([]);
    for (const planner of [first, again]) {
      expect(needlesIn(saved(planner)), `saved ${seed}`).toEqual([]);
      for (const file of files) {
        const issues = planner.network.import(file).issues.map(({ code }) => code);
        if (isKnown) expect(issues, `import ${seed}`).toContain("SUPPRESSED");
      }
      const held = new Set(files.flatMap(({ people }) => people).flatMap(({ emails = [] }) => emails));
      if (isKnown && held.size === 2)
        for (const file of RETURNS)
          expect(planner.network.import(file).issues).toMatchObject([{ code: "SUPPRESSED" }]);
      expect(needlesIn(saved(planner)), `imported ${seed}`).toEqual([]);
    }
    if (isKnown) known++;
  }
  return known;
}
