import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "warmpath";
import { type AskMessage, ENGLISH_REPORT } from "warmpath/drafts";
import { GERMAN } from "warmpath/drafts/de";
import { SPANISH } from "warmpath/drafts/es";
import { insights } from "warmpath/insights";
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

const NOW = "2026-11-22";

/** Two contacts at the buyer's company, one of whom was met; names as given. */
function world(
  names: { me?: string; maria?: string; devon?: string; buyer?: string; company?: string } = {},
) {
  const {
    me = "Ada Park",
    maria = "Maria Lopez",
    devon = "Devon Price",
    buyer = "Bob Smith",
    company = "Acme",
  } = names;
  const network = new Network();
  network.addPerson({ id: "me", name: me, company: "Northwind" });
  network.addPerson({
    id: "m",
    name: maria,
    company,
    title: names.maria ?? "Head of Operations",
    emails: ["maria@acme.example"],
    profileUrl: "https://www.linkedin.com/in/maria",
  });
  network.addPerson({ id: "d", name: devon, company });
  network.addPerson({ id: "b", name: buyer, company, title: "VP Operations" });
  network.addTie({
    from: "me",
    to: "m",
    evidence: { interactions: [{ at: "2026-10-14", direction: "both", kind: "meeting" }] },
  });
  network.addTie({ from: "me", to: "d", evidence: { connectedOn: "2021-11-02" } });
  network.addTie({ from: "d", to: "b", evidence: { connectedOn: "2020-01-01" } });
  const planner = new IntroductionPlanner({ network });
  const plan = planner.plan({ seeker: "me", target: "b", now: NOW });
  return { planner, plan };
}

/** Two seekers, of whom the second knows the buyer. */
function sharedPlan() {
  const { planner } = world();
  planner.network.addPerson({ id: "ben", name: "Ben Cho", company: "Northwind" });
  planner.network.addTie({ from: "ben", to: "b", evidence: { connectedOn: "2019-07-07" } });
  return { planner, plan: planner.plan({ seeker: ["me", "ben"], target: "b", now: NOW }) };
}

/** Names of tags in order, which no text of a cell may change. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z][a-z0-9]*)/gi)].map(([, tag = ""]) => tag);
}

const HOSTILE = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `</title></svg><svg onload=alert(1)>`,
  "' onmouseover='x",
  "&lt;b&gt;",
  "](javascript:alert(1))",
  "| a | b |\n# head",
  `"] --> n9["x"]; click n0 "http://x"`,
  "Ann\r\nATTENDEE:mailto:x@y.z",
  "Ann\u202Egnp.exe",
  "=HYPERLINK(1)",
  "a\u0000b\u001b[2J",
  "{name}$&$1",
];
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc
    .tuple(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 20 }))
    .map(([one, two]) => `${two}${one}${two}`),
);

describe("a plan in words", () => {
  const { planner, plan } = world();
  const view = describePlan(plan, planner);

  it("is plain JSON with a card for each ask: who, how likely, why, the weakest step, the price", () => {
    expect(JSON.parse(JSON.stringify(view))).toEqual(view);
    expect(view.cards.map(({ ask }) => ask)).toEqual(plan.asks.map(({ id }) => id));
    const maria = view.cards.find(({ name }) => name === "Maria Lopez");
    expect(maria).toMatchObject({
      company: "Acme",
      address: "maria@acme.example",
      profileUrl: "https://www.linkedin.com/in/maria",
    });
    expect(maria?.because).toContain("You met Maria Lopez on 14 October 2026.");
    for (const card of view.cards) {
      expect(card.chance).toMatch(/^(\d{1,2} in 100|less than 1 in 100)$/);
      expect(card.weakest).toMatch(/\.$/);
      expect(card.price).toMatch(/(goodwill|Nothing)/);
      expect(card.way[0]).toBe("you");
    }
    expect(maria?.buttons.map(({ href }) => href?.split(":")[0])).toEqual(["mailto", "https"]);
  });

  it("tells order, stop, and the direct way", () => {
    expect(view.order).toHaveLength(plan.asks.length);
    expect(view.stop).not.toBe("");
    expect(view.direct?.better).toBe(plan.direct?.better);
  });

  it("says what a favor is once, in a note", () => {
    expect(view.notes.filter((note) => /one ordinary introduction/.test(note))).toHaveLength(1);
    expect(JSON.stringify(view)).not.toMatch(/\d ?fp\b/);
  });

  it.each([
    ["German", GERMAN],
    ["Spanish", SPANISH],
  ])("speaks %s with every sentence, and the same slots", (_, pack) => {
    const slots = (text = "") => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();
    expect(Object.keys(pack.report ?? {}).sort()).toEqual(Object.keys(ENGLISH_REPORT).sort());
    for (const [key, text] of Object.entries(ENGLISH_REPORT))
      expect([key, slots(pack.report?.[key])]).toEqual([key, slots(text)]);
    const other = describePlan(plan, planner, { locale: pack });
    expect(other.language).toBe(pack.code);
    expect(planPage(other)).toContain(`<html lang="${pack.code}">`);
    expect(other.summary).not.toBe(view.summary);
  });

  it("takes no unknown option", () => {
    expect(() => describePlan(plan, planner, { language: "de" } as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
  });

  it("names nobody whom the seeker may not see", () => {
    const { planner: other, plan: own } = world();
    other.network.addPerson({ id: "x", name: "Hidden Person" });
    const forged = { ...own, paths: own.paths.map((path) => ({ ...path, people: ["me", "nobody", "b"] })) };
    expect(planText(describePlan(forged, other))).not.toContain("nobody");
  });

  it("says why there is nothing to ask", () => {
    const refused = planner.plan({
      seeker: "me",
      target: { name: "Zed Nobody", company: "Nowhere" },
      now: NOW,
    });
    const text = planText(describePlan(refused, planner));
    expect(text).toContain("Nobody you know leads there.");
    expect(planPage(describePlan(refused, planner))).toContain("Nobody you know leads there.");
  });
});

describe("the forms of a view", () => {
  const { planner, plan } = world();
  const view = describePlan(plan, planner);
  const draft = planner.draft(plan.asks[0], { reason: "a second plant" });

  it("a page has no script, loads nothing, and begins with whom to ask and the message", () => {
    const html = planPage(view, { drafts: { [plan.asks[0]!.id]: draft } });
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(tagsOf(html)).not.toContain("script");
    expect(html).not.toMatch(/\son\w+=/i);
    expect(html.indexOf("<pre")).toBeGreaterThan(0);
    expect(html.indexOf("<pre")).toBeLessThan(html.indexOf('<ol class="cards">'));
    expect(html.match(/<svg /g)).toHaveLength(3);
    expect(html.match(/<desc /g)).toHaveLength(3);
    expect(html).toContain("guess");
    expect(planPage(view, { drafts: [draft] })).toBe(html);
  });

  it("coordinates have one decimal at most, so that bytes are the same everywhere", () => {
    const drawn = [...planPage(view).matchAll(/ (?:x|y|x1|x2|y1|y2|cx|cy|width|height|d)="([^"]*)"/g)].map(
      ([, value]) => value,
    );
    expect(drawn.length).toBeGreaterThan(20);
    for (const value of drawn) expect(value).not.toMatch(/\.\d\d|NaN|Infinity|undefined|e-/);
    expect(planPage(describePlan(plan, planner))).toBe(planPage(view));
  });

  it("a text keeps to its width", () => {
    for (const width of [40, 80]) {
      const rows = planText(view, { width })
        .split("\n")
        .filter((row) => !row.includes("mailto:") && !row.includes("https:"));
      for (const row of rows) expect(row.length).toBeLessThanOrEqual(width);
    }
  });

  it("Mermaid draws every person once, guesses dashed", () => {
    const text = planMermaid(view);
    expect(text.startsWith("flowchart LR\n")).toBe(true);
    expect(text.match(/\["/g)).toHaveLength(view.names.length);
    expect(text).toContain("-.->");
  });

  it("no text of a record becomes markup, in any form", () => {
    const plain = tagsOf(planPage(view, { drafts: [draft] }));
    fc.assert(
      fc.property(hostile, hostile, hostile, (maria, devon, buyer) => {
        const bad = world({ maria: `M${maria}`, devon: `D${devon}`, buyer: `B${buyer}` });
        const other = describePlan(bad.plan, bad.planner);
        const html = planPage(other);
        expect(html).not.toMatch(/<script|<img|<b>|<svg onload|href="javascript:/i);
        for (const tag of new Set(tagsOf(html))) expect(plain.concat("small", "/small", "br")).toContain(tag);
        expect(html).not.toMatch(/[\u0000\u001b\u202e]/);
        const markdown = planMarkdown(other);
        expect(markdown).not.toMatch(/(?<!\\)<(script|img|svg)/i);
        expect(markdown).not.toMatch(/(?<!\\)\]\(javascript/i);
        expect(
          markdown
            .split("\n")
            .filter((row) => /^#/.test(row))
            .every((row) => !row.includes("head\\n")),
        ).toBe(true);
        const mermaid = planMermaid(other).split("\n").slice(1, -1);
        for (const row of mermaid)
          expect(row).toMatch(/^ {2}(n\d+\["[^"<>[\]]*"\]|n\d+ (-->|==>|-\.->) n\d+)$/);
        expect(planText(other)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a calendar", () => {
  const { planner, plan } = world({
    maria: "Māria; Lopez, \\ of the very long names that go on and on until a line has to be folded 🙂🙂🙂",
  });
  const eventsOf = (text: string) => {
    const root = new ICAL.Component(ICAL.parse(text));
    return root.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  };

  it("is read by a second program: days, words and ids of every step", () => {
    const view = describePlan(plan, planner);
    const text = calendarOf(view.steps, { day: plan.day });
    const events = eventsOf(text);
    expect(events.map(({ summary }) => summary)).toEqual(view.steps.map((step) => step.text));
    expect(events.map(({ startDate }) => startDate.toString())).toEqual(view.steps.map(({ day }) => day));
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(text).toContain("DTSTAMP:20261122T000000Z");
    expect(calendarOf(view.steps, { day: plan.day })).toBe(text);
  });

  it("folds lines at 75 octets, with CRLF alone", () => {
    const text = calendarOf(describePlan(plan, planner).steps);
    expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
    for (const row of text.split("\r\n")) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
  });

  it("takes the schedule of a plan and the actions of a day as they are", () => {
    const raw = eventsOf(calendarOf(planner.schedule(plan), { names: { m: "Maria" } }));
    expect(raw.length).toBe(planner.schedule(plan).length);
    const actions = planner.next({ seeker: "me", now: NOW });
    expect(eventsOf(calendarOf(actions))).toHaveLength(actions.length);
    expect(eventsOf(calendarOf([]))).toEqual([]);
  });

  it("no name adds a line of its own", () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const steps = [{ day: "2026-11-23", step: "ask", ask: "a", connector: "c" }];
        const text = calendarOf(steps, { names: { c: `N${name}` } });
        const logical = text.replace(/\r\n /g, "").split("\r\n");
        expect(
          logical.filter(
            (row) =>
              !/^(BEGIN|END|VERSION|PRODID|CALSCALE|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|TRANSP)[:;]|^$/.test(
                row,
              ),
          ),
        ).toEqual([]);
        expect(eventsOf(text)).toHaveLength(1);
      }),
    );
  });

  it("names the day that is none", () => {
    expect(() => calendarOf([{ day: "soon", step: "ask" }])).toThrow(
      expect.objectContaining({ code: "INVALID_DATE" }),
    );
  });
});

describe("a table for a mail merge", () => {
  it("has a row for each ask, with the guard against formulas", () => {
    const { planner, plan } = world({ maria: "=HYPERLINK(1)" });
    const drafts: Record<string, AskMessage> = Object.fromEntries(
      plan.asks.map((ask) => [ask.id, planner.draft(ask)]),
    );
    const csv = asksToCsv(describePlan(plan, planner), { drafts });
    expect(csv).toContain(`"'=HYPERLINK(1)"`);
    expect(csv.split("\r\n")[0]).toBe("ask,name,title,company,email,profile,chance,subject,message,forward");
    expect(csv).toContain("maria@acme.example");
  });
});

describe("weeks, insights and books", () => {
  const { planner, plan } = world();
  planner.record({
    id: "f1",
    type: "favor.given",
    at: "2026-01-05",
    giver: "m",
    receiver: "me",
    kind: "introduction",
    size: 2,
  });
  planner.record({ id: "s1", type: "ask.sent", at: "2026-11-23", ask: plan.asks[0]! });
  planner.record({ id: "l1", type: "lead.received", at: "2026-10-02", source: "trade-show" });

  it("a week has a card for each action, the overdue ones first", () => {
    const actions = planner.next({ seeker: "me", now: "2026-11-27" });
    const view = describeActions(actions, planner);
    expect(view.actions).toHaveLength(actions.length);
    expect(view.actions.length).toBeGreaterThan(0);
    expect(view.actions[0]?.text).toMatch(/(Maria Lopez|Devon Price|Bob Smith)/);
    expect(tagsOf(weekPage(view))).not.toContain("script");
    expect(weekPage(describeActions([], planner))).toContain("Nothing is due.");
  });

  it("a long week folds what can wait, overdue ones never, and loses nothing", () => {
    const view = describeActions(planner.next({ seeker: "me", now: "2026-11-27" }), planner);
    const [one] = view.actions;
    const week = (late: number, others: number) => ({
      ...view,
      actions: [
        ...Array(late).fill({ ...one, overdue: true }),
        ...Array(others).fill({ ...one, overdue: false }),
      ],
    });
    const cards = (html: string) => html.split('<li class="card').length - 1;
    for (const [late, others, first] of [
      [0, 0, 10],
      [0, 10, 10],
      [12, 3, 10],
      [3, 40, 10],
      [2, 5, 0],
    ] as const) {
      const page = weekPage(week(late, others), { first });
      const [open = "", rest = ""] = page.split("<summary>More, when there is time");
      expect([cards(open), cards(rest)]).toEqual([
        late + Math.min(first, others),
        Math.max(0, others - first),
      ]);
      if (others > first) expect(rest).toContain(`(${others - first})</summary>`);
    }
  });

  it("a buyer whom the network does not hold has a name for whoever asked for them", () => {
    const { planner: own } = world();
    const [ask] = own.plan({ seeker: "me", target: { name: "Zoe Outside", company: "Acme" }, now: NOW }).asks;
    own.record({ id: "z", type: "ask.sent", at: "2026-11-23", ask: ask! });
    const view = describeActions(own.next({ seeker: "me", now: "2026-11-27" }), own);
    expect(view.actions.map(({ text }) => text).join()).toContain("Zoe Outside");
    expect(weekPage(view)).not.toContain("somebody");
  });

  it("insights come as sentences and plots", () => {
    const view = describeInsights(insights(planner.journal, { now: NOW }), planner);
    expect(view.parts.map(({ key }) => key)).toContain("sources");
    const html = insightsPage(view);
    expect(html.match(/<svg /g)?.length).toBe(view.parts.length + 1);
    expect(html).not.toContain("NaN");
    for (const [locale, cameIn, metNext] of [
      [undefined, "Came in", "trade shows: Met"],
      [GERMAN, "Eingegangen", "Messen: Getroffen"],
      [SPANISH, "Recibida", "ferias: Reunión"],
    ] as const) {
      const told = insights(planner.journal, { now: NOW });
      // As if one of two had gone on from each stage: rows are of what is on record.
      const stageRates = told.stageRates.map((row) => ({ ...row, wentOn: 1, of: 2 }));
      const figures = { ...told, stageRates };
      const { parts } = describeInsights(figures, planner, { ...(locale && { locale }) });
      const rowsOf = (key: string) => parts.find((one) => one.key === key)?.rows ?? [];
      expect(rowsOf("leadFunnel").map(({ text }) => Number.parseInt(text, 10))).toEqual([1, 0, 0, 0]);
      expect(rowsOf("leadFunnel")[0]?.name).toBe(cameIn);
      expect(rowsOf("stageRates").map(({ value }) => value)).toEqual(
        figures.stageRates.map(({ rate }) => rate),
      );
      const page = insightsPage(describeInsights(figures, planner, { ...(locale && { locale }) }));
      for (const name of [cameIn, metNext]) expect(page).toContain(`<b>${name}</b>`);
    }
    const told = (locale?: typeof GERMAN) => {
      const figures = insights(planner.journal, { now: NOW });
      const { summary } = describeInsights(figures, planner, { ...(locale && { locale }) });
      return summary[0];
    };
    // One lead of one tells little, and the sentence says how little.
    expect(told()).toBe("100% of the leads come from what you do yourself (likely 27% to 100%).");
    expect(told(GERMAN)).toContain("(wahrscheinlich 27 % bis 100 %)");
    const empty = insights(new IntroductionPlanner({ network: new Network() }).journal, { now: NOW });
    expect(insightsPage(describeInsights(empty, planner))).toContain("No leads are on record yet.");
  });

  it("a book demands nothing of anybody", () => {
    for (const locale of [undefined, GERMAN, SPANISH]) {
      const view = describeBook(planner, { seeker: "me", now: NOW, locale });
      expect(view.rows.map(({ name }) => name)).toContain("Maria Lopez");
      expect(bookPage(view)).not.toMatch(
        /\b(owes?|debts?|claim|due|pay|Schuld\w*|schulde\w*|deb[eé]s?|deuda)\b/i,
      );
    }
  });

  it("an account without anybody to ask says so", () => {
    const empty = planner.account({ seeker: "me", company: "Nowhere Known", now: NOW });
    expect(planText(describeAccount(empty, planner))).toContain("nobody you can ask");
  });

  it("an account is told with the forms of a plan, in each language", () => {
    const account = planner.account({ seeker: "me", company: "Acme", now: NOW });
    const view = describeAccount(account, planner);
    expect(view.title).toBe("Who do we know at Acme?");
    expect(view.people).toHaveLength(account.people.length);
    expect(view.people?.[0]).toMatchObject({ name: planner.name(account.people[0]?.person ?? "") });
    expect(view.insiders?.map(({ name }) => name)).toContain("Maria Lopez");
    expect(view.cards.map(({ ask }) => ask)).toEqual(account.asks.map(({ id }) => id));
    expect([...view.checked, ...view.notChecked]).toHaveLength(7);
    expect(planPage(view)).toContain("People we know there");
    expect(planText(view)).toContain("Looked at");
    expect(planMarkdown(view)).toContain("Maria Lopez");
    for (const locale of [GERMAN, SPANISH]) {
      const other = describeAccount(account, planner, { locale });
      expect(other.checked).not.toEqual(view.checked);
      expect(planText(other)).toContain("Maria Lopez");
    }
  });

  it("of whom a contact there may know every form shows three and how many more; the view holds all", () => {
    const view = describeAccount(planner.account({ seeker: "me", company: "Acme", now: NOW }), planner);
    const one = { ...view.people![0]!, name: "Zed Inside", mayKnow: ["Al", "Bo", "Cy", "Di", "Ed"] };
    for (const [n, shown] of [
      [0, ""],
      [1, "Al"],
      [3, "Al, Bo, Cy"],
      [4, "Al, Bo, Cy, +1"],
      [5, "Al, Bo, Cy, +2"],
    ] as const) {
      const cut = { ...view, insiders: [{ ...one, mayKnow: one.mayKnow.slice(0, n) }] };
      for (const form of [planText, planMarkdown, planPage]) {
        const line =
          form(cut)
            .split("\n")
            .find((text) => text.includes("Zed Inside")) ?? "";
        if (shown !== "") expect(line.replace(/\\/g, "")).toContain(` ${shown}`);
        else expect(line).not.toMatch(/→|->/);
      }
    }
  });

  it("says write yourself of a contact who is wanted, and who declined where a no ended the search, in each language", () => {
    const { planner: own } = world();
    const account = own.account({ seeker: "me", company: "Acme", roles: ["Head of Operations"], now: NOW });
    expect(account.asks[0]).toMatchObject({ connector: "m", target: "m" });
    const [ask] = account.asks;
    own.record({ id: "s", type: "ask.sent", at: NOW, ask });
    own.record({ id: "n", type: "ask.declined", at: "2026-11-25", ask: ask?.id ?? "" });
    const later = "2026-11-26";
    const after = own.account({ seeker: "me", company: "Acme", roles: ["Head of Operations"], now: later });
    const plan = own.plan({ seeker: "me", target: "m", now: later });
    for (const [locale, write, said] of [
      [undefined, "write to them yourself", "said no on"],
      [GERMAN, "Schreibe selbst", "nein gesagt"],
      [SPANISH, "escríbele directamente", "dijo que no"],
    ] as const) {
      const before = describeAccount(account, own, { locale });
      expect(before.people?.[0]?.chance).toContain(write);
      expect(before.direct).toBeUndefined();
      expect(before.order[0]).not.toBe(describePlan(world().plan, own, { locale }).order[0]);
      expect(describeAccount(after, own, { locale }).people?.[0]?.chance).toContain(said);
      expect(describePlan(plan, own, { locale }).refusal?.text).toMatch(/Maria Lopez.*25/);
    }
  });

  it("an account calls a position that nobody known holds by its title", () => {
    const account = planner.account({
      seeker: "me",
      company: "Acme",
      roles: ["Chief Ethics Officer"],
      now: NOW,
    });
    const view = describeAccount(account, planner);
    expect(view.people).toMatchObject([{ name: "Chief Ethics Officer", company: "Acme" }]);
    expect(view.people?.[0]?.title).toBeUndefined();
    expect(view.cards.length).toBeGreaterThan(0);
  });
});

it("a plan of several seekers says whose contact it is and who is to ask, and calls nobody you", () => {
  const { planner, plan } = sharedPlan();
  for (const locale of [undefined, GERMAN, SPANISH]) {
    const { cards, order, steps } = describePlan(plan, planner, { locale });
    const card = cards.find(({ name }) => name === "Bob Smith");
    expect(card?.way).toEqual(["Ben Cho", "Bob Smith"]);
    expect(`${card?.because.join(" ")} ${card?.weakest}`).toContain("Ben Cho");
    expect(order[0]).toMatch(/^Ben Cho: /);
    expect(steps[0]?.text).toMatch(/^Ben Cho: /);
    expect(JSON.stringify(cards)).not.toMatch(/\b([Yy]ou|[Dd]u|[Dd]ir|[Tt]us?|tú)\b/);
  }
});

it("bands of chances are the caller's to set; a band without a name, or limits that rise, are refused", () => {
  const { planner, plan } = world();
  const { band } = describePlan(plan, planner, { bands: [["good", 0]] }).together;
  expect(band).toBe("good");
  for (const bands of [
    [["splendid", 0.5]],
    [
      ["possible", 0.2],
      ["good", 0.4],
    ],
    [["good", 2]],
    "good",
  ])
    expect(() => describePlan(plan, planner, { bands: bands as never })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
});
