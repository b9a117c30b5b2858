import { describe, expect, it } from "vitest";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { type EventInput, IntroductionPlanner } from "../../src/index.js";
import { insights } from "../../src/insights/index.js";
import { describePlan } from "../../src/report/index.js";
import { MONDAY, planForBob, practiceWorld } from "../support/practice-world.js";

const next = (planner: IntroductionPlanner, now = MONDAY, more = {}) =>
  planner.next({ seeker: "me", now, ...more });
const worldWith = (...events: readonly EventInput[]) => {
  const { planner } = practiceWorld();
  for (const event of events) planner.record(event);
  return planner;
};
const introduced = {
  id: "i",
  type: "introduction.received",
  at: "2026-11-20",
  seeker: "me",
  connector: "ann",
  target: "bob",
} as const;

describe("an introduction that nobody asked for", () => {
  it("ends the search for a way to that buyer, as an asked one does", () => {
    const plan = planForBob(worldWith(introduced));
    expect(plan.asks).toEqual([]);
    expect(plan.issues.map(({ code }) => code)).toContain("ALREADY_INTRODUCED");
    expect(plan.issues.map(({ code }) => code)).not.toContain("ASK_OPEN");
    const { summary } = describePlan(plan, worldWith(introduced));
    expect(summary).toBe("You have been introduced: the next step is yours.");
  });

  it("leaves nobody else to be asked for that buyer, whatever came of it", () => {
    const ask = planForBob(practiceWorld().planner, { now: "2026-11-10" }).asks.find(
      ({ connector }) => connector === "ann",
    );
    const declined = [
      { id: "1", type: "ask.sent", at: "2026-11-10", ask },
      { id: "2", type: "ask.declined", at: "2026-11-12", ask: ask?.id },
    ] as EventInput[];
    const asks = (planner: IntroductionPlanner) => next(planner).filter(({ kind }) => kind === "ask");
    expect(asks(worldWith(...declined))).toHaveLength(1);
    const byCho = { ...introduced, connector: "cho" };
    expect(asks(worldWith(...declined, byCho))).toEqual([]);
    const lost = { id: "l", type: "deal.lost", at: "2026-11-22", lead: "i" } as const;
    expect(asks(worldWith(...declined, byCho, lost))).toEqual([]);
    const came = {
      id: "w",
      type: "lead.received",
      at: "2026-11-20",
      source: "website",
      target: "bob",
    } as const;
    expect(asks(worldWith(...declined, came))).toEqual([]);
  });
});

describe("what is done for a buyer who was reached, and for whoever sent somebody", () => {
  it("gives first for nobody whom another way has reached, a lead or somebody else's introduction", () => {
    const ask = planForBob(practiceWorld().planner, { now: "2026-11-10" }).asks[0];
    const sent = { id: "1", type: "ask.sent", at: "2026-11-10", ask } as EventInput;
    const gifts = (planner: IntroductionPlanner, more = {}) =>
      planner.giveFirst({ seeker: "me", now: MONDAY, ...more });
    expect(gifts(worldWith(sent))).not.toEqual(gifts(worldWith(sent), { targets: [] }));
    const came = { id: "w", type: "lead.received", at: "2026-11-20", source: "website", target: "bob" };
    for (const event of [introduced, came] as EventInput[]) {
      const planner = worldWith(sent, event);
      expect(gifts(planner)).toEqual(gifts(planner, { targets: [] }));
    }
  });

  it("owes thanks for a lead until its seeker gave them: a colleague's stand for nobody else's", () => {
    const lead = {
      id: "l",
      type: "lead.received",
      at: "2026-11-19",
      source: "clients",
      seeker: "me",
    } as const;
    const thanks = { id: "t", type: "thanks.sent", at: "2026-11-20", receiver: "ann" } as const;
    const owed = (giver: string) =>
      next(worldWith({ ...lead, referredBy: "ann" }, { ...thanks, giver })).filter(
        ({ kind }) => kind === "thank-referral",
      );
    expect(owed("dan")).toHaveLength(1);
    expect(owed("me")).toEqual([]);
  });
});

describe("an introduction of which is not told to whom it was", () => {
  const { target: _, ...told } = introduced;
  const untold = { ...told, lead: "L2" };

  it("is thanked for without a buyer's name, in every language", () => {
    for (const [locale, word] of [
      [undefined, "Thank you for recommending me."],
      [GERMAN, "weiterempfohlen"],
      [SPANISH, "Gracias por recomendarme."],
    ] as const) {
      const thanks = next(worldWith(untold), MONDAY, locale && { locale }).find(
        ({ kind }) => kind === "thank-referral",
      );
      expect(thanks?.person).toBe("ann");
      expect(thanks).not.toHaveProperty("target");
      expect(thanks?.draft?.note).toContain(word);
      expect(thanks?.draft?.lint.filter(({ level }) => level === "error")).toEqual([]);
    }
  });

  it("has no action with an empty target, whatever came of it", () => {
    const won = { id: "w", type: "deal.won", at: "2026-11-21", lead: "L2", value: 50 } as const;
    const thanked = { id: "t", type: "thanks.sent", at: "2026-11-20", giver: "me", receiver: "ann" } as const;
    for (const events of [[untold], [untold, won], [untold, won, thanked]]) {
      const actions = next(worldWith(...events));
      expect(actions.length).toBeGreaterThan(0);
      expect(actions.map(({ target }) => target)).not.toContain("");
    }
  });
});

describe("a yes of which nothing came", () => {
  const plan = planForBob(practiceWorld().planner, { now: "2026-08-03" });
  const ask = plan.asks.find(({ connector }) => connector === "cho");
  const yes = [
    { id: "1", type: "ask.sent", at: "2026-08-03", ask },
    { id: "2", type: "ask.agreed", at: "2026-08-05", ask: ask?.id },
  ] as EventInput[];
  const connectors = (events: readonly EventInput[], now: string) =>
    planForBob(worldWith(...events), { now }).asks.map(({ connector }) => connector);

  it("is not asked for anew, neither while it is let rest nor later, in a plan nor in what is next", () => {
    const rested = { id: "3", type: "ask.withdrawn", at: "2026-09-20", ask: ask?.id } as EventInput;
    const claimed = { id: "4", type: "ask.claimed", at: "2026-08-06", ask: ask?.id } as EventInput;
    for (const events of [yes, [...yes, rested], [...yes, claimed]])
      for (const now of ["2026-10-12", MONDAY, "2027-06-07"]) {
        const asked = next(worldWith(...events), now).filter(({ kind }) => kind === "ask");
        expect(asked.map(({ person }) => person)).not.toContain("cho");
        expect(connectors(events, now)).not.toContain("cho");
      }
  });

  it("is not as silence, after which the same one may be asked again", () => {
    expect(connectors(yes.slice(0, 1), "2027-06-07")).toContain("cho");
  });
});

describe("a request for a buyer whom somebody else has introduced", () => {
  it("is reminded of no more", () => {
    const ask = planForBob(practiceWorld().planner).asks.find(({ connector }) => connector === "cho");
    const sent = { id: "1", type: "ask.sent", at: "2026-11-18", ask } as EventInput;
    const reminders = (planner: IntroductionPlanner) =>
      next(planner)
        .filter(({ kind }) => kind === "remind")
        .map(({ person }) => person);
    expect(reminders(worldWith(sent))).toEqual(["cho"]);
    expect(reminders(worldWith(sent, introduced))).toEqual([]);
  });
});

describe("a buyer who was introduced", () => {
  const ask = planForBob(practiceWorld().planner).asks.find(({ connector }) => connector === "cho");
  const sent = { id: "1", type: "ask.sent", at: "2026-11-10", ask } as EventInput;
  const letGo = (planner: IntroductionPlanner, more = {}) =>
    next(planner, MONDAY, more).find(({ kind }) => kind === "let-go")?.why ?? "";

  it("is sought from nobody else when another request is let rest", () => {
    expect(letGo(worldWith(sent))).toContain("ask somebody else");
    for (const locale of [undefined, GERMAN, SPANISH]) {
      const why = letGo(worldWith(sent, introduced), { ...(locale && { locale }) });
      expect(why).toMatch(/introduced meanwhile|inzwischen vorgestellt|ya te han presentado/);
      expect(why).not.toMatch(/somebody else|jemand anderen|otra persona/);
    }
  });

  it("is not to be written to as if by a stranger", () => {
    const told = (planner: IntroductionPlanner) => {
      const plan = planForBob(planner, { value: 1e-3 });
      return [
        plan.issues.some(({ code }) => code === "DIRECT_IS_BETTER"),
        describePlan(plan, planner).direct !== undefined,
      ];
    };
    expect(told(worldWith())).toEqual([true, true]);
    expect(told(worldWith(introduced))).toEqual([false, false]);
    const made = { id: "2", type: "introduction.made", at: "2026-11-20", ask: ask?.id } as EventInput;
    expect(told(worldWith(sent, made))).toEqual([false, false]);
  });
});

describe("whoever was erased", () => {
  it("is followed up with no more, neither as a buyer nor as who introduced one", () => {
    const kinds = (planner: IntroductionPlanner) =>
      next(planner)
        .filter(({ kind }) => kind === "follow-through" || kind === "thank-referral")
        .map(({ kind }) => kind);
    const planner = worldWith(introduced);
    expect(kinds(planner)).toEqual(["thank-referral", "follow-through"]);
    planner.erase("bob");
    expect(kinds(planner)).toEqual(["thank-referral"]);
    planner.erase("ann");
    expect(kinds(planner)).toEqual([]);
    expect(kinds(IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner))))).toEqual([]);
  });
});

describe("a yes to a question without a buyer", () => {
  const yes = (kind: "issue" | "soft") =>
    worldWith(
      { id: "q", type: "ask.sent", at: "2026-11-02", kind, seeker: "me", connector: "ann" },
      { id: "a", type: "ask.agreed", at: "2026-11-11", ask: "q" },
    );

  it("is thanked for, which the insights count as open until then", () => {
    for (const kind of ["issue", "soft"] as const) {
      const planner = yes(kind);
      const action = next(planner).find((one) => one.kind === "thank");
      expect(action).toMatchObject({ person: "ann", askId: "q", due: "2026-11-13", overdue: true });
      expect(insights(planner.journal, { now: MONDAY }).unthanked).toEqual(["q"]);
      planner.record({ id: "t", at: MONDAY, ...action?.done } as EventInput);
      expect(next(planner).some((one) => one.kind === "thank")).toBe(false);
      expect(insights(planner.journal, { now: MONDAY }).unthanked).toEqual([]);
    }
  });

  it("needs no thanks after a lunch, and none after a no", () => {
    const lunch = yes("issue");
    lunch.record({
      id: "g",
      type: "favor.given",
      at: "2026-11-12",
      giver: "me",
      receiver: "ann",
      kind: "lunch",
    });
    expect(next(lunch).some(({ kind }) => kind === "thank")).toBe(false);
    const no = worldWith(
      { id: "q", type: "ask.sent", at: "2026-11-02", kind: "issue", seeker: "me", connector: "ann" },
      { id: "a", type: "ask.declined", at: "2026-11-11", ask: "q" },
    );
    expect(next(no).some(({ kind }) => kind === "thank")).toBe(false);
  });

  it("is thanked for in every language", () => {
    for (const [locale, words] of [
      [undefined, "Thank you for your help with my question."],
      [GERMAN, "ielen Dank für die Hilfe bei meiner Frage."],
      [SPANISH, "Gracias por la ayuda con mi pregunta."],
    ] as const)
      expect(next(yes("issue"), MONDAY, { ...(locale && { locale }) })[0]?.draft?.note).toContain(words);
  });
});

describe("a deal that was won", () => {
  it("is no delivery: the question after a success waits for one, told by an event or by a CRM", () => {
    const planner = worldWith(introduced, {
      id: "w",
      type: "deal.won",
      at: "2026-11-21",
      lead: "i",
      value: 30,
    });
    const won = ["2026-11-22", "2026-12-05", "2026-12-10", "2027-03-01"].flatMap((now) =>
      next(planner, now).filter(({ person }) => person === "bob"),
    );
    expect(won.length).toBeGreaterThan(0);
    for (const { kind, why, draft } of won) {
      expect(kind).not.toMatch(/success|issue/);
      expect(`${why} ${draft?.note}`).not.toMatch(/finished|complain|solved|worked on/);
    }
    const success = () => next(planner, "2026-12-10").find(({ kind }) => kind === "ask-after-success");
    const code = "source:clients";
    planner.network.addPerson({
      id: "bob",
      tags: [{ code, evidence: "CRM", at: "2026-12-03", owner: "me" }],
    });
    expect(success()?.why).toMatch(/^They became a customer 7 days ago/);
    planner.record({ id: "d", type: "sale.delivered", at: "2026-12-08", seller: "me", customer: "bob" });
    expect(success()?.why).toMatch(/^You delivered to them 2 days ago/);
  });
});

describe("whoever was named by somebody who was asked", () => {
  it("is written to in one tone in Spanish", () => {
    const ask = planForBob(practiceWorld().planner, { now: "2026-11-10" }).asks.find(
      ({ connector }) => connector === "ann",
    );
    const planner = worldWith(
      { id: "1", type: "ask.sent", at: "2026-11-10", ask } as EventInput,
      { id: "2", type: "ask.declined", at: "2026-11-12", ask: ask?.id, suggestedPerson: "dan" } as EventInput,
    );
    const note = next(planner, MONDAY, { locale: SPANISH })[0]?.draft?.note ?? "";
    expect(note).toContain("Ann Reed me sugirió que hablara contigo.");
    expect(note).not.toContain("usted");
  });
});

describe("a lead of any channel that is won", () => {
  const lead = {
    id: "l",
    type: "lead.received",
    at: "2026-11-10",
    source: "website",
    target: "bob",
  } as const;
  const won = { id: "w", type: "deal.won", at: "2026-11-20", lead: "l", value: 3 } as const;

  it("makes the buyer a contact and client of the seeker whose lead it is, once, and after a load too", () => {
    const planner = worldWith({ ...lead, seeker: "me" }, won);
    const isClient = (one: IntroductionPlanner) => [
      one.network.tie("me", "bob")?.owner,
      one.network.person("bob")?.tags?.map(({ code }) => code),
      next(one).find(({ person }) => person === "bob")?.kind,
    ];
    const expected = ["me", ["source:clients"], "welcome"];
    expect(isClient(planner)).toEqual(expected);
    const saved = JSON.stringify(planner);
    expect(planner.record(won)).toBe("exists");
    expect(JSON.stringify(planner)).toBe(saved);
    expect(isClient(IntroductionPlanner.fromJSON(JSON.parse(saved)))).toEqual(expected);
  });

  it("is nobody's without a seeker, and no tie of somebody to themselves", () => {
    expect(worldWith(lead, won).network.tie("me", "bob")).toBeUndefined();
    expect(worldWith({ ...lead, seeker: "bob" }, won).network.tie("bob", "bob")).toBeUndefined();
  });
});

describe("an alert to thanks that are owed", () => {
  const taken = (planner: IntroductionPlanner) => {
    const alert = insights(planner.journal, { now: MONDAY }).alerts.find(({ code }) => code === "UNTHANKED");
    const actions = next(planner).filter(
      ({ kind, person }) => kind === alert?.openWith && alert.people.includes(person),
    );
    return [alert?.openWith, ...actions.map(({ person }) => person)];
  };

  it("opens with what next says of those people: of leads alone with the thanks for a lead", () => {
    const leads = worldWith(introduced, { ...introduced, id: "j", target: "dan" });
    expect(taken(leads)).toEqual(["thank-referral", "ann", "ann"]);
    const question = (id: string, connector: string): EventInput[] => [
      { id, type: "ask.sent", at: "2026-11-02", kind: "issue", seeker: "me", connector },
      { id: `${id} yes`, type: "ask.agreed", at: "2026-11-11", ask: id },
    ];
    expect(taken(worldWith(...question("q", "ann"), ...question("r", "cho"))).sort()).toEqual([
      "ann",
      "cho",
      "thank",
    ]);
  });
});
