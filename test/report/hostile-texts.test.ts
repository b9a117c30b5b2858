import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "warmpath";
import { CHANNEL_LIMITS, type Channel, mailto, toHtml, toMarkdown } from "warmpath/drafts";
import { GERMAN } from "warmpath/drafts/de";
import { SPANISH } from "warmpath/drafts/es";
import { insights } from "warmpath/insights";
import { peopleToCsv, tiesToCsv, toGexf, toGraphml } from "warmpath/network";
import {
  asksToCsv,
  bookPage,
  calendarOf,
  describeAccount,
  describeActions,
  describeBook,
  describeInsights,
  describePlan,
  insightsPage,
  planMarkdown,
  planMermaid,
  planPage,
  planText,
  weekPage,
} from "warmpath/report";
import { plannerTools } from "warmpath/tools";
import { csvTable } from "../../src/base/index.js";
import { HOSTILE_TEXTS } from "../support/hostile-texts.js";

const NOW = "2026-11-22";
const SECRET = "secret@northwind.example";

/** A world in which one text stands in every field that a file can fill, and what is made of it. */
function world(text: string) {
  const network = new Network();
  network.addPerson({ id: "me", name: "Ada Park", company: "Northwind", emails: [SECRET] });
  const own = { kind: "person" as const, name: text, title: text, company: "Acme", location: text };
  network.addPerson({ id: "ann", ...own, emails: ["ann@acme.example"], profileUrl: text });
  network.addPerson({
    id: "bob",
    ...own,
    name: "Bob Smith",
    tags: [{ code: "source:clients", evidence: text }],
  });
  const contact = { connectedOn: "2021-11-02", contexts: [text] };
  network.addTie({ from: "me", to: "ann", evidence: { ...contact, closeness: 0.9 } });
  network.addTie({ from: "ann", to: "bob", evidence: contact });
  const planner = new IntroductionPlanner({ network });
  const note = { note: text, kind: "introduction", size: 1 };
  planner.record({ id: text, type: "favor.given", at: "2026-05-04", giver: "me", receiver: "ann", ...note });
  planner.record({ id: "l", type: "lead.received", at: "2026-05-04", source: text });
  const plan = planner.plan({ seeker: "me", target: "bob", now: NOW });
  planner.record({ id: "s", type: "ask.sent", at: "2026-11-02", ask: plan.asks[0], reason: text });
  return { network, planner, plan };
}

/** Everything that is written for somebody to open, by its format. */
function formsOf(text: string) {
  const { network, planner, plan } = world(text);
  const view = describePlan(plan, planner);
  const actions = planner.next({ seeker: "me", now: NOW });
  const drafts = Object.fromEntries(plan.asks.map((ask) => [ask.id, planner.draft(ask, { reason: text })]));
  const figures = insights(planner.journal, { now: NOW });
  const week = describeActions(actions, planner);
  const statement = planner.ledger.statement("me", "ann", { name: () => text });
  return {
    csv: [peopleToCsv(network), tiesToCsv(network), asksToCsv(view, { drafts }), statement.csv],
    html: [
      planPage(view, { drafts }),
      planPage(describeAccount(planner.account({ seeker: "me", company: "Acme", now: NOW }), planner)),
      weekPage(week),
      insightsPage(describeInsights(figures, planner)),
      bookPage(describeBook(planner, { seeker: "me", now: NOW })),
      ...Object.values(drafts).map(({ note }) => toHtml(note)),
    ],
    markdown: [planMarkdown(view), ...Object.values(drafts).map(({ note }) => toMarkdown(note))],
    plain: [planText(view), planMermaid(view), statement.text],
    calendar: [calendarOf(actions), calendarOf(week.actions.map((one) => ({ ...one, day: NOW })))],
    xml: [toGexf(network), toGraphml(network)],
  };
}

/** Each tag with the names of its attributes: what a browser would do with a page. */
const tagsOf = (html: string): Set<string> =>
  new Set(
    [...html.matchAll(/<(\/?[a-z!?][^\s>/]*)([^>]*)>/gi)].map(
      ([, tag, rest = ""]) =>
        `${tag} ${[...rest.matchAll(/([\w:-]+)="[^"]*"/g)].map(([, name]) => name).join(" ")}`,
    ),
  );

/** What a spreadsheet of whatever country takes for a cell: those of the table, and what stands behind another delimiter. */
const cellsOf = (csv: string): string[] =>
  Papa.parse<string[]>(csv, { delimiter: "," })
    .data.flat()
    .flatMap((cell) => cell.split(/[;\t\r\n]/));
/** A minus before digits alone is a number of ours. */
const RUNS = /^[\s\u0000-\u001f"']*?[=+@\uff1d\uff0b\uff0d\uff20|%]|^\s*-(?![\d.]+$)/u;
const HIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;
const plain = formsOf("Maria Lopez");

const toolsOf = (text: string) => {
  const tools = plannerTools(world(text).planner, { seeker: "me", now: () => NOW });
  return TOOLS.map(([name, input]) => tools.find((tool) => tool.name === name)?.handler(input));
};
const TOOLS = [
  ["plan_introduction", { target: "bob" }],
  ["account_plan", { company: "Acme" }],
  ["next_actions", {}],
] as const;
const plainTools = toolsOf("Maria Lopez").map((one) => fieldsOf(one));

describe.each(HOSTILE_TEXTS)("a text that tries to be %s: %j", (_, text) => {
  const forms = formsOf(text);
  const { planner, plan } = world(text);

  it("is a text in every table, page, calendar, picture and graph file", () => {
    for (const [i, csv] of forms.csv.entries()) {
      expect(cellsOf(csv).filter((cell) => RUNS.test(cell) && !cell.startsWith("'"))).toEqual([]);
      expect(Papa.parse(csv, { delimiter: "," }).data).toHaveLength(
        Papa.parse(plain.csv[i] as string, { delimiter: "," }).data.length,
      );
    }
    for (const [i, html] of forms.html.entries()) {
      const known = new Set([
        ...tagsOf(plain.html[i] as string),
        ...plain.html.flatMap((one) => [...tagsOf(one)]),
      ]);
      expect([...tagsOf(html)].filter((tag) => !known.has(tag))).toEqual([]);
      expect(html.match(/href="(?!mailto:|https:)/g)).toBeNull();
      expect(html).not.toMatch(HIDDEN);
    }
    for (const xml of forms.xml) {
      const known = new Set(plain.xml.flatMap((one) => [...tagsOf(one)]));
      expect([...tagsOf(xml)].filter((tag) => !known.has(tag))).toEqual([]);
    }
    for (const [i, whole] of forms.markdown.entries()) {
      // Without the fence and the links of ours; what stands in the picture is a form of its own below.
      const markdown = whole
        .replace(/^```mermaid\n[^`]*^```$/m, "")
        .replace(/^ {3}- \[[^\]]*\]\(<(mailto|https):[^<>\s]*>\)$/gm, "");
      expect(whole.split("```")).toHaveLength((plain.markdown[i] as string).split("```").length);
      expect(markdown.replaceAll(/\\[^\w\s]/g, "")).not.toMatch(/\]\(|[`<]|!\[|(?<!\u2060)https?:|\*b\*/);
      expect(markdown).not.toMatch(/^(# Big|- two|1\. one)/m);
    }
    for (const one of [...forms.markdown, ...forms.plain]) expect(one).not.toMatch(HIDDEN);
    for (const one of forms.plain) expect(one).not.toMatch(/^(Bcc|BEGIN):/im);
    for (const [i, one] of forms.calendar.entries()) {
      const rows = (ics: string) => ics.replaceAll("\r\n ", "").match(/^[A-Z]+(?=[:;])/gm);
      expect(rows(one)).toEqual(rows(plain.calendar[i] as string));
    }
    expect(JSON.stringify([forms.html, forms.plain, forms.calendar])).not.toContain(SECRET);
  });

  it.each(Object.keys(CHANNEL_LIMITS) as Channel[])(
    "is a text in a message by %s, and in its address",
    (channel) => {
      const ask = plan.asks[0];
      for (const lang of [undefined, GERMAN, SPANISH]) {
        const draft = planner.draft(ask, { channel, locale: lang, reason: text, offer: text });
        const words = [draft.subject ?? "", draft.note, draft.forwardable ?? ""];
        expect(words.join("\n")).not.toMatch(HIDDEN);
        expect(words[0]).not.toMatch(/[\r\n]/);
        expect(words.join("\n")).not.toMatch(/^(Bcc|BEGIN):/im);
        // Put in once and never read again: no template in a name shows an address.
        expect(words.join("\n")).not.toContain(SECRET);
        const link = mailto({ to: "a@b.example", subject: words[0] as string, body: draft.note });
        expect(link).toMatch(/^mailto:a@b\.example\?subject=[^&?\s]*&body=[^&?\s]+$/);
      }
    },
  );

  it("is the value of a field in what an assistant is given, and makes no field of its own", () => {
    for (const [i, own] of toolsOf(text).entries()) {
      expect(own?.status).toBe("ok");
      expect(fieldsOf(own)).toEqual(plainTools[i]);
    }
  });
});

/** Every field of a value with where it stands, in the order of names; of lists what one of them may hold. */
function fieldsOf(value: unknown, path = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  const own = Object.entries(value).flatMap(([key, part]) => {
    const at = Array.isArray(value) ? `${path}[]` : `${path}.${key}`;
    return [at, ...fieldsOf(part, at)];
  });
  return [...new Set(own)].sort();
}

it("the guard holds for whatever stands in a cell, in a table of any delimiter, and adds nothing but apostrophes", () => {
  const pieces = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    ";",
    "\t",
    "\r\n",
    "\n",
    " ",
    '"',
    "'",
    ",",
    "\0",
    "\uff1d",
    "a",
    "1",
    "|",
    "%",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const text = parts.join("");
      const csv = csvTable([["x", text, "y"]]);
      const rows = Papa.parse<string[]>(csv, { delimiter: "," }).data.slice(0, 1);
      const [, cell = ""] = rows[0] ?? [];
      expect(rows[0]).toHaveLength(3);
      expect(cell.replaceAll("'", "")).toBe(text.replaceAll("'", ""));
      for (const one of cellsOf(csv)) if (RUNS.test(one)) expect(one.startsWith("'")).toBe(true);
    }),
  );
});

it("a sign behind what shows nothing, or behind any line end in a cell, is guarded", () => {
  for (const unseen of [
    "\u00ad",
    "\u200b",
    "\u00a0",
    "\ufeff",
    "\u202e",
    "\u2060",
    "\u009b",
    " \u00ad\u200b",
  ]) {
    expect(csvTable([[`${unseen}=1+1`]])).toMatch(/^"'/);
    for (const end of ["\n", "\r", "\u0085", "\u2028", "\u2029", ";", "\t"])
      expect(csvTable([[`a${end}${unseen}=1+1`]])).toContain(`a${end}'`);
  }
  expect(csvTable([["soft\u00adly, 1-2"]])).toBe('"soft\u00adly, 1-2"\r\n');
});
