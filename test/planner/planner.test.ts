import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network, readLinkedInConnections } from "../../src/index.js";

const NOW = "2026-11-22";
const me = { id: "me", name: "Ada Park", company: "Northwind" };
const csv = readFileSync(new URL("../../examples/data/Connections.csv", import.meta.url), "utf8");

function plannerOf(text = csv): IntroductionPlanner {
  const network = new Network();
  network.import(readLinkedInConnections(text, { owner: me }));
  return new IntroductionPlanner({ network });
}

/** me - ann - bob, me - cho - bob, ann and cho know bob well. */
function smallPlanner(): IntroductionPlanner {
  const network = new Network();
  for (const [id, name] of [
    ["me", "Ada Park"],
    ["ann", "Ann Lee"],
    ["cho", "Ben Cho"],
  ] as const) {
    network.addPerson({ id, name, company: "Northwind" });
  }
  network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme" });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.9 } });
  network.addTie({ from: "me", to: "cho", evidence: { closeness: 0.5 } });
  network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.6 } });
  network.addTie({ from: "cho", to: "bob", evidence: { closeness: 0.6 } });
  return new IntroductionPlanner({ network });
}

describe("plan", () => {
  it("plans a buyer who is not in the file through contacts at their company, and says that it is inferred", () => {
    const planner = plannerOf();
    const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: NOW });
    expect(plan.refusal).toBeUndefined();
    expect(plan.target).toMatchObject({ name: "Bob Smith", company: "Acme", known: false });
    expect(plan.paths).toHaveLength(5);
    for (const path of plan.paths) {
      expect(path.people[0]).toBe("me");
      expect(path.people.at(-1)).toBe(plan.target.id);
      expect(path.legs).toHaveLength(path.people.length - 1);
      expect(path.legs.at(-1)?.inferred).toBe(true);
      expect(path.probability).toBeCloseTo(
        path.legs.reduce((p, leg) => p * leg.consent, 1),
        10,
      );
    }
    expect(plan.asks.length).toBeGreaterThan(0);
    expect(plan.jointProbability).toBeGreaterThan(plan.paths[0]?.probability as number);
    expect(plan.issues.map(({ code }) => code)).toContain("ONLY_INFERRED_TIES");
    const message = planner.draft(plan.asks[0], {
      channel: "email",
      reason: "Acme is opening a second plant, and we shortened the supplier audit for three plants like it.",
      offer: "the audit checklist we built",
    });
    expect(message.note).toContain("Bob Smith");
    expect(message.note).toContain("Acme");
    expect(message.lint.filter(({ level }) => level === "error")).toEqual([]);
  });

  it("counts the shared consent of the target once", () => {
    const plan = smallPlanner().plan({ seeker: "me", target: "bob", now: NOW });
    const [a, b] = plan.paths as [(typeof plan.paths)[0], (typeof plan.paths)[0]];
    const t = Math.max(a.legs[1]?.consent as number, b.legs[1]?.consent as number);
    const through = (path: typeof a) => path.probability / t;
    expect(plan.jointProbability).toBeCloseTo(t * (1 - (1 - through(a)) * (1 - through(b))), 9);
    expect(plan.method).toBe("independent");
    expect(plan.expectedValue).toBeCloseTo(-plan.expectedCost, 12);
  });

  it("stops where asking costs more than it brings, and asks on where it does not", () => {
    const planner = smallPlanner();
    const request = { seeker: "me", target: "bob", now: NOW };
    const little = planner.plan({ ...request, value: 0.5 });
    expect(little.asks).toEqual([]);
    expect(little.issues.map(({ code }) => code)).toContain("NOT_WORTH_ASKING");
    const much = planner.plan({ ...request, value: 1000 });
    expect(much.asks).toHaveLength(2);
    expect(much.expectedValue).toBeGreaterThan(0);
    expect(much.asks.map(({ price }) => price)).toEqual(
      [...much.asks.map(({ price }) => price)].sort((x, y) => x - y),
    );
  });

  it("never guesses: namesakes, a nickname, and too little to go by are refused with what would help", () => {
    const network = new Network();
    network.addPerson(me);
    for (const id of ["b1", "b2"]) network.addPerson({ id, name: "Bob Smith", company: "Acme" });
    network.addPerson({ id: "r", name: "Robert Jones", company: "Acme" });
    const planner = new IntroductionPlanner({ network });
    const refusalOf = (target: Parameters<typeof planner.plan>[0]["target"]) =>
      planner.plan({ seeker: "me", target, now: NOW }).refusal;
    expect(refusalOf("Bob Smith at Acme")).toMatchObject({ code: "ambiguous-target" });
    expect(refusalOf("Bob Smith at Acme")?.candidates?.map(({ person }) => person)).toEqual(["b1", "b2"]);
    expect(refusalOf("Bob Jones at Acme")).toMatchObject({
      code: "ambiguous-target",
      candidates: [{ person: "r" }],
    });
    expect(refusalOf({ name: "Bob Jones", company: "Acme", isNew: true })?.code).toBe("no-path");
    expect(refusalOf("Zed Zorn")).toMatchObject({ code: "not-enough-evidence" });
    expect(refusalOf({ company: "Nowhere Ltd" })).toMatchObject({ code: "ambiguous-target" });
    expect(refusalOf("Zed Zorn at Nowhere Ltd")).toMatchObject({ code: "no-path" });
    expect(planner.plan({ seeker: "me", target: "b1", now: NOW }).target).toMatchObject({
      id: "b1",
      known: true,
    });
  });

  it("refuses a bad call with a code", () => {
    const planner = smallPlanner();
    const good = { seeker: "me", target: "bob", now: NOW };
    for (const bad of [
      { k: 0 },
      { k: 1e9 },
      { k: 1.5 },
      { maxHops: 0 },
      { maxHops: 5 },
      { value: Number.NaN },
      { value: -1 },
      { target: "me" },
      { target: "" },
      { target: {} },
      { target: 3 as never },
      { seeker: [] },
    ]) {
      expect(() => planner.plan({ ...good, ...bad }), JSON.stringify(bad)).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
    expect(() => planner.plan({ ...good, seeker: "x" })).toThrow(
      expect.objectContaining({ code: "UNKNOWN_PERSON" }),
    );
    expect(() => planner.plan({ ...good, now: "soon" })).toThrow(
      expect.objectContaining({ code: "INVALID_DATE" }),
    );
    expect(() => planner.draft(undefined)).toThrow(expect.objectContaining({ code: "INVALID_ASK" }));
    expect(() => planner.draft({} as never)).toThrow(expect.objectContaining({ code: "INVALID_ASK" }));
    expect(() => new IntroductionPlanner({ network: {} as never })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    for (const policy of [
      { nope: 1 },
      { gate: "ajar" },
      { lapseDays: -1 },
      { connectors: {} },
      { ledger: null },
    ]) {
      expect(() => new IntroductionPlanner({ network: new Network(), policy: policy as never })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
  });

  it("leads through nobody excluded or marked, and not to a target who is marked", () => {
    const planner = smallPlanner();
    const request = { seeker: "me", target: "bob", now: NOW };
    expect(planner.plan({ ...request, exclude: ["ann"] }).paths.map(({ people }) => people[1])).toEqual([
      "cho",
    ]);
    planner.network.setDoNotAsk("cho", true);
    expect(planner.plan(request).paths.map(({ people }) => people[1])).toEqual(["ann"]);
    planner.network.setDoNotAsk("bob", true);
    expect(planner.plan(request).refusal?.code).toBe("no-path");
  });

  it("gives the same bytes in any order of rows, and for any instant of a day", () => {
    const [head, ...rows] = csv.slice(csv.indexOf("First Name")).split("\n").filter(Boolean) as [
      string,
      ...string[],
    ];
    const shuffled = [head, ...rows.reverse()].join("\n");
    const request = { seeker: "me", target: "Bob Smith at Acme", now: NOW, k: 20 };
    const bytes = JSON.stringify(plannerOf().plan(request));
    expect(JSON.stringify(plannerOf(shuffled).plan(request))).toBe(bytes);
    expect(JSON.stringify(plannerOf().plan({ ...request, now: new Date("2026-11-22T23:59:59Z") }))).toBe(
      bytes,
    );
  });

  it("spreads the risk where diversity is asked for", () => {
    const network = new Network();
    for (const id of ["me", "a", "b", "x", "y", "t"]) network.addPerson({ id, name: id });
    const tie = (from: string, to: string, closeness: number) =>
      network.addTie({ from, to, evidence: { closeness } });
    tie("me", "a", 1);
    for (const x of ["x", "y"]) {
      tie("a", x, 1);
      tie(x, "t", 1);
    }
    tie("me", "b", 0.1);
    tie("b", "t", 0.1);
    const planner = new IntroductionPlanner({ network });
    const request = { seeker: "me", target: "t", k: 2, now: NOW };
    const plain = planner.plan(request);
    const spread = planner.plan({ ...request, diversity: { maxPerConnector: 1 } });
    expect(spread.jointProbability).toBeGreaterThanOrEqual(plain.jointProbability);
    expect(new Set(spread.paths.map(({ people }) => people[1])).size).toBe(2);
  });
});

describe("questions before asking", () => {
  it("asks what would change the plan: a yes or no that sorts the connectors is worth more than one that does not", () => {
    const planner = plannerOf();
    const request = { seeker: "me", target: "Bob Smith at Acme", now: NOW, value: 200 };
    const questions = planner.worthAsking(request);
    expect(questions.length).toBeGreaterThan(0);
    expect(questions[0]?.worth).toBeGreaterThan(0);
    expect(questions.map(({ worth }) => worth)).toEqual(
      questions.map(({ worth }) => worth).sort((a, b) => b - a),
    );
    expect(questions.map(({ about }) => about)).toContain("knows-target");
  });

  it("names the tie to warm, and warming it does what was said", () => {
    const planner = smallPlanner();
    const request = { seeker: "me", target: "bob", now: NOW };
    const before = planner.plan(request).jointProbability;
    const step = planner.tieToWarm(request);
    expect(step?.jointProbability[0]).toBeCloseTo(before, 9);
    const interactions = [{ at: NOW, direction: "both" as const, kind: step?.by as "call" }];
    planner.network.addTie({
      from: step?.asker as string,
      to: step?.asked as string,
      evidence: { interactions },
    });
    expect(planner.plan(request).jointProbability).toBeCloseTo(step?.jointProbability[1] as number, 9);
  });
});

describe("reach", () => {
  it("sorts a lead list by warmth, each row equal to the best path of a plan", () => {
    const planner = plannerOf();
    const targets = ["Bob Smith at Acme", "Maria Lopez at Acme", "Zed Zorn at Nowhere Ltd", "Nobody Known"];
    const rows = planner.reach({ seeker: "me", targets, now: NOW });
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      if (row.refusal !== undefined || row.probability === 0) continue;
      const query = row.target.known ? row.target.id : { name: row.target.name as string, company: "Acme" };
      const best = planner.plan({ seeker: "me", target: query, k: 1, now: NOW }).paths[0];
      expect(row.probability).toBeCloseTo(best?.probability as number, 10);
    }
    expect(rows.map(({ probability }) => probability)).toEqual(
      rows.map(({ probability }) => probability).sort((a, b) => b - a),
    );
    expect(rows.filter(({ refusal }) => refusal !== undefined)).toHaveLength(1);
  });
});

describe("unasked", () => {
  it("lists who was never asked, one fewer with each ask on record", () => {
    const planner = smallPlanner();
    expect(planner.unasked({ seeker: "me" })).toEqual(["ann", "cho"]);
    planner.record({
      id: "e",
      type: "ask.sent",
      at: NOW,
      ask: planner.plan({ seeker: "me", target: "bob", now: NOW }).asks[0],
    });
    expect(planner.unasked({ seeker: "me" })).toHaveLength(1);
    planner.network.setDoNotAsk("cho", true);
    expect(planner.unasked({ seeker: "me" })).not.toContain("cho");
  });
});

describe("record and next", () => {
  it("does not propose a declined route again, and goes on with the next", () => {
    const planner = smallPlanner();
    const request = { seeker: "me", target: "bob", now: NOW };
    const plan = planner.plan(request);
    const [first, second] = plan.asks;
    expect(
      planner.record({ id: "e1", type: "ask.sent", at: NOW, ask: first, reason: "a second plant" }),
    ).toBe("appended");
    expect(
      planner.record({ id: "e1", type: "ask.sent", at: NOW, ask: first, reason: "a second plant" }),
    ).toBe("exists");
    const waiting = planner.plan(request);
    expect(waiting.open).toEqual([first?.id]);
    expect(waiting.asks.map(({ connector }) => connector)).toEqual([second?.connector]);
    expect(planner.next({ seeker: "me", now: "2026-11-23" })).toEqual([]);
    planner.record({ id: "e2", type: "ask.declined", at: "2026-11-24", ask: first?.id as string });
    const after = planner.plan({ ...request, now: "2026-11-24" });
    expect(after.paths.some(({ people }) => people.includes(first?.connector as string))).toBe(false);
    const [action] = planner.next({ seeker: "me", now: "2026-11-24" });
    expect(action).toMatchObject({ kind: "ask", person: second?.connector, target: "bob" });
    expect(action?.draft?.note).toContain("second plant");
    planner.record({ id: "e3", type: "ask.sent", at: "2026-11-24", ask: action?.ask });
    planner.record({ id: "e4", type: "ask.agreed", at: "2026-11-25", ask: action?.askId as string });
    planner.record({ id: "e5", type: "introduction.made", at: "2026-11-26", ask: action?.askId as string });
    const due = planner.next({ seeker: "me", now: "2026-11-28" });
    expect(due.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["thank", "follow-through"]));
    expect(due.find(({ kind }) => kind === "thank")?.draft?.note).toContain("Bob Smith");
    expect(
      planner.standing({ seeker: "me", counterpart: second?.connector as string, now: "2026-11-28" })
        .drawable,
    ).toBeLessThan(
      planner.standing({ seeker: "me", counterpart: first?.connector as string, now: "2026-11-28" }).limit,
    );
  });

  it("drafts what is due after a yes, a lent name, an introduction and the target's own yes", () => {
    const drafted = (...steps: (readonly [string, string, object?])[]) => {
      const planner = smallPlanner();
      const [ask] = planner.plan({ seeker: "me", target: "bob", now: NOW }).asks;
      planner.record({
        id: "e0",
        type: "ask.sent",
        at: NOW,
        ask,
        reason: "a second plant",
        channel: "email",
      });
      for (const [i, [type, at, more]] of steps.entries())
        planner.record({ id: `e${i + 1}`, type, at, ask: ask?.id, ...more } as never);
      const actions = planner.next({ seeker: "me", now: "2026-12-03" });
      for (const { kind, draft } of actions) {
        expect({ kind, drafted: draft !== undefined }).toEqual({
          kind,
          drafted: kind !== "let-go" && kind !== "verify-claim",
        });
        expect(draft?.lint.filter(({ level }) => level === "error") ?? []).toEqual([]);
      }
      return new Map(actions.map((action) => [action.kind, action]));
    };
    const yes = ["ask.agreed", "2026-11-24"] as const;
    const lent = ["ask.agreed", "2026-11-24", { answer: "use-my-name" }] as const;
    const made = ["introduction.made", "2026-11-26"] as const;
    const promised = drafted(yes).get("check-in");
    expect(promised?.person).toBe("ann");
    expect(promised?.draft?.note).toMatch(/^Hi Ann,[\s\S]*Bob Smith at Acme/);
    expect(promised?.draft?.forwardable).toContain("a second plant");
    const own = drafted(lent).get("own-contact");
    expect(own?.person).toBe("bob");
    expect(own?.draft?.note).toMatch(/^Dear Bob Smith,[\s\S]*Ann Lee at Northwind[\s\S]*a second plant/);
    expect(drafted(yes, made).get("follow-through")?.draft?.note).toMatch(/^Hi Bob,\s+Ann Lee at Northwind/);
    const agreed = drafted(yes, made, ["target.agreed", "2026-11-27"]);
    expect(agreed.get("follow-through")?.draft?.note).toContain("Thank you for agreeing to talk.");
    expect([...agreed.keys()].sort()).toEqual(["follow-through", "thank", "update"]);
    expect([...drafted(["ask.claimed", "2026-11-24"]).keys()]).toEqual(["verify-claim"]);
  });

  it("drafts a check-in and an own contact for a planned ask too", () => {
    const planner = smallPlanner();
    const [ask] = planner.plan({ seeker: "me", target: "bob", now: NOW }).asks;
    const words = { reason: "a second plant", offer: "our checklist" };
    expect(planner.draft(ask, { ...words, kind: "check-in" }).note).toMatch(/^Hi Ann,/);
    expect(planner.draft(ask, { ...words, kind: "own-contact" }).note).toMatch(/^Dear Bob Smith,/);
  });

  it("refuses what an ask's state does not allow, with nothing changed", () => {
    const planner = smallPlanner();
    const [ask] = planner.plan({ seeker: "me", target: "bob", now: NOW }).asks;
    planner.record({ id: "e1", type: "ask.sent", at: NOW, ask });
    planner.record({ id: "e2", type: "ask.declined", at: NOW, ask: ask?.id as string });
    const before = JSON.stringify(planner);
    const illegal = { id: "e3", type: "ask.agreed", at: "2026-11-23", ask: ask?.id as string } as const;
    expect(() => planner.record(illegal)).toThrow(expect.objectContaining({ code: "INVALID_TRANSITION" }));
    const good = {
      id: "f1",
      type: "favor.given",
      at: NOW,
      giver: "me",
      receiver: "cho",
      kind: "article",
    } as const;
    expect(() => planner.recordAll([good, illegal])).toThrow(
      expect.objectContaining({ code: "INVALID_TRANSITION" }),
    );
    expect(() => planner.record({ id: "e1", type: "ask.sent", at: "2026-11-23", ask })).toThrow(
      expect.objectContaining({ code: "JOURNAL_ID_CONFLICT" }),
    );
    expect(() => planner.record({ ...good, size: -1 })).toThrow(
      expect.objectContaining({ code: "INVALID_EVENT" }),
    );
    expect(JSON.stringify(planner)).toBe(before);
  });

  it("survives a round trip byte for byte, the buyer of a recorded ask included", () => {
    const planner = plannerOf();
    const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now: NOW });
    planner.record({ id: "e1", type: "ask.sent", at: NOW, ask: plan.asks[0], reason: "a second plant" });
    planner.record({ id: "e2", type: "ask.declined", at: "2026-11-23", ask: plan.asks[0]?.id as string });
    const bytes = JSON.stringify(planner);
    const copy = IntroductionPlanner.fromJSON(JSON.parse(bytes));
    expect(JSON.stringify(copy)).toBe(bytes);
    const later = { seeker: "me", now: "2026-11-24" };
    expect(copy.next(later)).toEqual(planner.next(later));
    expect(copy.next(later)[0]?.draft?.note).toContain("Bob Smith");
    for (const bad of [null, {}, { ...JSON.parse(bytes), version: 0 }, { ...JSON.parse(bytes), buyers: 1 }]) {
      expect(() => IntroductionPlanner.fromJSON(bad)).toThrow(
        expect.objectContaining({ code: "INVALID_SNAPSHOT" }),
      );
    }
    expect(() => IntroductionPlanner.fromJSON({ ...JSON.parse(bytes), version: 9 })).toThrow(
      expect.objectContaining({ code: "SNAPSHOT_NEWER" }),
    );
  });

  it("asks for investment first where the gate is strict, and names the gift that opens it", () => {
    const { network } = smallPlanner();
    const planner = new IntroductionPlanner({ network, policy: { gate: "strict" } });
    const request = { seeker: "me", target: "bob", now: NOW };
    const { refusal, asks, waiting } = planner.plan(request);
    expect(asks).toEqual([]);
    expect(waiting).toHaveLength(2);
    expect(refusal).toMatchObject({ code: "invest-first", openWith: { giver: "me" } });
    const gift = refusal?.openWith as { receiver: string; kind: string };
    planner.record({
      id: "g",
      type: "favor.given",
      at: NOW,
      giver: "me",
      receiver: gift.receiver,
      kind: gift.kind,
    });
    expect(planner.plan(request).asks.map(({ connector }) => connector)).toEqual([gift.receiver]);
  });

  it("asks a debtor later, never sooner, the more they owe", () => {
    const planner = smallPlanner();
    const request = { seeker: "me", target: "bob", now: NOW };
    const placeOfAnn = () => planner.plan(request).asks.findIndex(({ connector }) => connector === "ann");
    const before = placeOfAnn();
    for (let n = 0; n < 6; n++) {
      planner.record({
        id: `d${n}`,
        type: "favor.given",
        at: NOW,
        giver: "ann",
        receiver: "me",
        kind: "intro",
        size: 2,
      });
      planner.record({
        id: `g${n}`,
        type: "favor.given",
        at: NOW,
        giver: "me",
        receiver: "ann",
        kind: "gift",
        size: 0.5,
      });
    }
    expect(placeOfAnn()).toBeGreaterThanOrEqual(before);
  });
});

describe("what the user knows of a connector", () => {
  it("moves their consent and is shown as the user's own", () => {
    const { network } = smallPlanner();
    const consentWith = (rule: object) => {
      const planner = new IntroductionPlanner({
        network,
        policy: { connectors: [{ connector: "ann", ...rule }] },
      });
      return planner
        .plan({ seeker: "me", target: "bob", now: NOW })
        .paths.find(({ people }) => people[1] === "ann")?.legs[0];
    };
    const plain = consentWith({})?.consent as number;
    expect(consentWith({ ownEstimate: 0.95 })?.consent).toBeGreaterThan(plain);
    expect(consentWith({ ownEstimate: 0.95 })?.factors.map(({ name }) => name)).toContain("own-estimate");
    expect(consentWith({ reluctance: 1 })?.consent).toBeLessThan(plain);
    expect(consentWith({ learned: { connector: 1 } })?.consent).toBeGreaterThan(plain);
    expect(consentWith({ learned: { source: -1 } })?.consent).toBeLessThan(plain);
  });
});

describe("a sale that a CRM's export told of", () => {
  const probability = (tags: readonly { code: string; evidence: string; at?: string }[]) => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    network.addPerson({ id: "ann", name: "Ann Lee", tags });
    network.addPerson({ id: "bob", name: "Bob Smith" });
    network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.5 } });
    network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.5 } });
    const planner = new IntroductionPlanner({ network });
    return planner.plan({ seeker: "me", target: "bob", now: "2026-11-22" }).paths[0]?.probability as number;
  };
  const sold = (at: string) => ({ code: "source:clients", evidence: "won deal", at });

  it("makes the time after it a good one to ask, fading, unless they are discontent or it lies ahead", () => {
    const plain = probability([]);
    const [fresh, older] = [probability([sold("2026-11-20")]), probability([sold("2026-08-20")])];
    expect(fresh).toBeGreaterThan(older);
    expect(older).toBeGreaterThan(plain);
    expect(probability([sold("2026-08-20"), sold("2026-11-20")])).toBe(fresh);
    for (const tags of [
      [sold("2026-12-20")],
      [sold("soon")],
      [sold("2026-11-20"), { code: "satisfaction:low", evidence: "NPS 2 of 10" }],
    ]) {
      expect(probability(tags)).toBe(plain);
    }
  });
});

describe("what is known of where a buyer was", () => {
  const spells = [{ kind: "work" as const, organization: "Globex", from: "2015", to: "2018" }];
  const teamWith = (visibility: "shared" | "private") => {
    const network = new Network();
    network.addPerson({ id: "me", name: "Ada Park" });
    network.addPerson({ id: "ann", name: "Ann Lee", company: "Initech", spells });
    network.addPerson({ id: "bob", name: "Bob Smith", company: "Acme", spells });
    network.addPerson({ id: "cho", name: "Cho Min" });
    network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.5 } });
    network.addTie({ from: "cho", to: "bob", evidence: { closeness: 0.5 }, visibility });
    return new IntroductionPlanner({ network });
  };
  const now = "2026-11-22";

  it("infers ties from it in plans and in reach alike", () => {
    const planner = teamWith("shared");
    const [path] = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now }).paths;
    expect(path?.people).toEqual(["me", "ann", "bob"]);
    expect(path?.legs[1]).toMatchObject({ inferred: true, evidence: { contexts: ["worked:globex"] } });
    const [row] = planner.reach({ seeker: "me", targets: ["bob"], now });
    expect(row?.people).toEqual(["me", "ann", "bob"]);
    expect(row?.probability).toBeCloseTo(path?.probability as number, 11);
  });

  it("tells nothing of it where they are another's private contact", () => {
    const planner = teamWith("private");
    for (const target of ["bob", "Bob Smith at Acme"]) {
      expect(planner.plan({ seeker: "me", target, now }).paths).toEqual([]);
      expect(planner.reach({ seeker: "me", targets: [target], now })[0]?.probability).toBe(0);
    }
  });
});
