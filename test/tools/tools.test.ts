import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { snapshotFor } from "../../src/network/index.js";
import { plannerTools, type Tool, type ToolResult } from "../../src/tools/index.js";
import { pooledWorld } from "../support/pooled-worlds.js";
import { seededRandom } from "../support/random.js";
import { NOW, type ToolWorld, toolWorlds } from "../support/tool-worlds.js";

const ajv = new Ajv2020({ strict: true, allErrors: true });
const NAMES = [
  "find_person",
  "who_can_reach",
  "plan_introduction",
  "account_plan",
  "draft_request",
  "record_event",
  "next_actions",
  "standing",
  "explain",
  "insights",
  "prospects",
  "give_first",
  "pairs",
  "ties_to_make",
  "ladder",
  "progress",
];

/** What answers without anything to go by. */
const WITHOUT_INPUT = [
  "next_actions",
  "insights",
  "give_first",
  "pairs",
  "ties_to_make",
  "ladder",
  "progress",
];

type Ok = Extract<ToolResult, { status: "ok" }>;

function toolsOf(planner: IntroductionPlanner, now = NOW): Record<string, Tool["handler"]> {
  const tools = plannerTools(planner, { seeker: "me", now: () => now });
  return Object.fromEntries(tools.map(({ name, handler }) => [name, handler]));
}

function call(tools: Record<string, Tool["handler"]>, name: string, input: unknown): ToolResult {
  return (tools[name] as Tool["handler"])(input);
}

/** Ada knows Ann and Cy at Acme; two people are called Bob Smith; Bob of Acme is Ann's contact. */
function office(): IntroductionPlanner {
  const network = new Network();
  const people: [string, string, string][] = [
    ["me", "Ada Park", "Northwind"],
    ["ann", "Ann Lee", "Acme"],
    ["cy", "Cy Roe", "Acme"],
    ["bob1", "Bob Smith", "Acme"],
    ["bob2", "Bob Smith", "Beta"],
  ];
  for (const [id, name, company] of people) network.addPerson({ id, name, company, title: "VP Operations" });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.8, connectedOn: "2024-01-02" } });
  network.addTie({ from: "me", to: "cy", evidence: { connectedOn: "2023-01-02" } });
  network.addTie({ from: "ann", to: "bob1", evidence: { closeness: 0.7 } });
  network.addTie({ from: "cy", to: "bob1", evidence: { closeness: 0.2 } });
  return new IntroductionPlanner({ network });
}

const validators = new Map(
  plannerTools(office(), { seeker: "me", now: () => NOW }).map((tool) => [
    tool.name,
    ajv.compile(tool.outputSchema),
  ]),
);

function faultsOf(name: string, result: ToolResult): string[] {
  const validate = validators.get(name) as ReturnType<typeof ajv.compile>;
  return validate(result)
    ? []
    : [`${name}: ${ajv.errorsText(validate.errors)} ${JSON.stringify(result).slice(0, 300)}`];
}

describe("the tools of a planner", () => {
  it("are those of the contract, with schemas of JSON Schema 2020-12, and only one writes", () => {
    const tools = plannerTools(office(), { seeker: "me", now: () => NOW });
    expect(tools.map(({ name }) => name)).toEqual(NAMES);
    for (const { inputSchema, outputSchema } of tools) {
      expect(ajv.validateSchema(inputSchema), ajv.errorsText()).toBe(true);
      expect(ajv.validateSchema(outputSchema), ajv.errorsText()).toBe(true);
      expect(() => new Ajv2020({ strict: true }).compile(inputSchema)).not.toThrow();
    }
    const writing = tools.filter(({ annotations }) => !annotations.readOnlyHint).map(({ name }) => name);
    expect(writing).toEqual(["record_event"]);
    expect(tools.every(({ annotations }) => annotations.idempotentHint)).toBe(true);
    expect(tools.filter(({ name }) => /send|mail|post|write/.test(name))).toEqual([]);
  });

  it("describe themselves by the same text whatever the network holds", () => {
    const empty = new IntroductionPlanner({ network: new Network() });
    const told = (planner: IntroductionPlanner, seeker: string) =>
      JSON.stringify(plannerTools(planner, { seeker, now: () => NOW }));
    fc.assert(
      fc.property(toolWorlds, ({ planner }) => {
        expect(told(planner, "me")).toBe(told(empty, "somebody"));
      }),
      { numRuns: 50 },
    );
  });

  it("answer by their schemas, in 2,048 bytes, whatever the names and the inputs are", () => {
    let answers = 0;
    fc.assert(
      fc.property(toolWorlds, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (world, picks) => {
        for (const [name, input, result] of session(world, picks)) {
          expect(faultsOf(name, result)).toEqual([]);
          const isFull = (input as { detail?: string }).detail === "full";
          if (!isFull)
            expect(new TextEncoder().encode(JSON.stringify(result)).length).toBeLessThanOrEqual(2048);
          expect(JSON.parse(JSON.stringify(result))).toEqual(result);
          if (result.status === "error") expect(result.code).not.toBe("INTERNAL");
          if (result.status === "ok") answers++;
        }
      }),
      { numRuns: 250 },
    );
    expect(answers).toBeGreaterThan(200);
  });

  it("take what their input schemas allow and refuse what they do not, as a validator of its own does", () => {
    const tools = plannerTools(office(), { seeker: "me", now: () => NOW });
    const checks = tools.map((tool) => ({ tool, validate: ajv.compile(tool.inputSchema) }));
    const keys = [
      "target",
      "targets",
      "query",
      "ask",
      "event",
      "person",
      "limit",
      "detail",
      "type",
      "value",
      "k",
      "id",
    ];
    const leaf = fc.oneof(
      fc.string(),
      fc.constantFrom("ann", "full", "card", "deal.won", "ask.sent", "me", ""),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    );
    const values = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 3 }), tie("object")),
      object: fc.dictionary(fc.constantFrom(...keys), tie("value"), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(values["object"] as fc.Arbitrary<object>, fc.nat(checks.length - 1), (input, at) => {
        const { tool, validate } = checks[at] as (typeof checks)[number];
        const plain = JSON.parse(JSON.stringify(input)) as object;
        const result = tool.handler(plain);
        const isRefused = result.status === "error" && /^input\b.* is to be /.test(result.message);
        expect(isRefused, JSON.stringify([tool.name, plain, result])).toBe(!validate(plain));
      }),
      { numRuns: 2000 },
    );
  });

  it("answer what is no input at all with an error and never throw", () => {
    const cycle: Record<string, unknown> = { type: "lead.received", source: "web" };
    cycle["note"] = cycle;
    const trap = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("Ann Lee");
        },
        get: () => {
          throw new Error("Ann Lee");
        },
      },
    );
    const garbage = [
      null,
      1,
      "x",
      [],
      [1],
      NaN,
      () => 1,
      Symbol("x"),
      new Date(0),
      new Map(),
      { event: cycle },
      trap,
      { event: trap },
      { ask: trap },
      JSON.parse('{"__proto__":1}'),
    ];
    for (const { name, handler } of plannerTools(office(), { seeker: "me", now: () => NOW })) {
      for (const input of garbage) {
        const result = handler(input);
        expect(faultsOf(name, result)).toEqual([]);
        // These need no input at all.
        if (result.status === "ok") expect(WITHOUT_INPUT).toContain(name);
        else {
          expect(result.status, name).toBe("error");
          expect(JSON.stringify(result)).not.toContain("Ann Lee");
        }
      }
    }
    const clocks = [
      () => "no day",
      () => {
        throw new Error("x");
      },
      () => 5 as unknown as string,
    ];
    for (const now of clocks)
      for (const tool of plannerTools(office(), { seeker: "me", now }))
        expect(faultsOf(tool.name, tool.handler({ query: "Ann", targets: ["Ann"], target: "Ann" }))).toEqual(
          [],
        );
  });

  it("refuse at once what is no planner, seeker or clock", () => {
    const now = () => NOW;
    expect(() => plannerTools({} as never, { seeker: "me", now })).toThrow(/IntroductionPlanner/);
    expect(() => plannerTools(office(), { seeker: 1 as never, now })).toThrow(/seeker/);
    expect(() => plannerTools(office(), { seeker: "me", now: NOW as never })).toThrow(/function/);
    expect(() => plannerTools(office(), { seeker: "me", clock: now } as never)).toThrow(/unknown key/);
    const unknown = plannerTools(office(), { seeker: "nobody", now })[2] as Tool;
    expect(unknown.handler({ target: "Bob Smith at Acme" })).toMatchObject({
      status: "error",
      code: "UNKNOWN_PERSON",
    });
  });

  it("leave the planner as it is, but for record_event", () => {
    const planner = office();
    const tools = toolsOf(planner);
    const before = JSON.stringify(planner);
    const plan = call(tools, "plan_introduction", { target: "Bob Smith at Acme" }) as Ok;
    const [first] = plan["asks"] as { ask: string }[];
    for (const [name, input] of [
      ["find_person", { query: "Bob" }],
      ["who_can_reach", { targets: ["Bob Smith at Acme", "Zoe Nobody at Zeta"] }],
      ["account_plan", { company: "Acme", roles: ["VP Operations"] }],
      ["draft_request", { ask: first?.ask, reason: "a second plant" }],
      ["next_actions", {}],
      ["standing", { person: "Ann Lee" }],
      ["explain", { ask: first?.ask }],
      ["insights", {}],
      ["prospects", { titles: ["VP Operations"] }],
      ...WITHOUT_INPUT.map((name) => [name, {}] as const),
    ] as const)
      expect(call(tools, name, input).status, name).toBe("ok");
    expect(JSON.stringify(planner)).toBe(before);
  });
});

describe("a session", () => {
  it("is told which field does not fit, and what is missing, so that a caller can mend it", () => {
    const tools = toolsOf(office());
    const favor = { type: "favor.given", giver: "me", receiver: "ann", kind: "advice" };
    const faults: [string, object, RegExp][] = [
      ["record_event", { event: { ...favor, size: -1 } }, /^size is not /],
      ["record_event", { event: { type: "activity.done", source: "calls", hours: -1 } }, /^hours is not /],
      ["prospects", {}, /^give industries, titles, size or issue$/],
      ["prospects", { size: [9, 1] }, /^size is /],
    ];
    for (const [name, input, message] of faults)
      expect(call(tools, name, input), name).toMatchObject({
        status: "error",
        message: expect.stringMatching(message),
      });
  });

  it("asks back where a name fits several, and goes on with the id of the right one", () => {
    const tools = toolsOf(office());
    const unclear = call(tools, "plan_introduction", { target: "Bob Smith" });
    expect(unclear.status).toBe("needs-clarification");
    const { candidates } = unclear as Extract<ToolResult, { status: "needs-clarification" }>;
    expect(candidates.map(({ id }) => id).sort()).toEqual(["bob1", "bob2"]);
    expect(candidates.map(({ company }) => company).sort()).toEqual(["Acme", "Beta"]);
    expect(call(tools, "standing", { person: "Bob Smith" }).status).toBe("needs-clarification");
    expect(call(tools, "plan_introduction", { target: "bob1" })).toMatchObject({
      status: "ok",
      target: { id: "bob1" },
    });
    expect(call(tools, "standing", { person: "Zoe Nobody" })).toMatchObject({
      status: "refused",
      code: "unknown-person",
    });
    const stranger = call(tools, "plan_introduction", {
      target: { name: "Bob Smith", company: "Acme", isNew: true },
    });
    expect((stranger as Ok)["target"]).not.toMatchObject({ id: "bob1" });
  });

  it("plans, drafts, records what the user sent, and then says what is due", () => {
    const planner = office();
    const tools = toolsOf(planner);
    const plan = call(tools, "plan_introduction", { target: "Bob Smith at Acme" }) as Ok;
    const asks = plan["asks"] as { ask: string; connector: { name: string } }[];
    expect(asks[0]?.connector.name).toBe("Ann Lee");
    const ask = asks[0]?.ask;
    const draft = call(tools, "draft_request", {
      ask,
      reason: "Acme opens a plant.",
      offer: "a checklist",
    }) as Ok;
    expect(draft["note"]).toContain("Ann");
    expect(draft).toMatchObject({ kind: "ask", to: { id: "ann" }, channel: "email" });
    const event = { id: "e1", type: "ask.sent", ask, reason: "Acme opens a plant." };
    expect(call(tools, "record_event", { event })).toMatchObject({ status: "ok", outcome: "appended" });
    const after = JSON.stringify(planner);
    expect(call(tools, "record_event", { event })).toMatchObject({ status: "ok", outcome: "exists" });
    // Another process knows the ask from the journal alone.
    const again = toolsOf(IntroductionPlanner.fromJSON(JSON.parse(after)), "2026-11-26");
    expect(call(again, "record_event", { event })).toMatchObject({ status: "ok", outcome: "exists" });
    expect(call(again, "explain", { ask })).toMatchObject({
      status: "ok",
      people: [{ id: "me" }, { id: "ann" }, { id: "bob1" }],
    });
    const next = call(again, "next_actions", {}) as Ok;
    expect((next["actions"] as object[])[0]).toMatchObject({
      kind: "remind",
      ask,
      person: { name: "Ann Lee" },
      hasDraft: true,
    });
    const reminder = call(again, "draft_request", { ask }) as Ok;
    expect(reminder).toMatchObject({ status: "ok", kind: "remind" });
    expect(call(tools, "draft_request", { ask })).toMatchObject({ status: "refused", code: "nothing-due" });
    expect(JSON.stringify(planner)).toBe(after);
  });

  it("turns a company without a buyer into a plan for anybody there", () => {
    const planner = office();
    const tools = toolsOf(planner);
    expect(call(tools, "plan_introduction", { target: "someone at Acme" })).toMatchObject({
      status: "refused",
      code: "ambiguous-target",
      openWith: "account",
    });
    const plan = call(tools, "account_plan", { company: "Acme" }) as Ok;
    const people = plan["people"] as { person: { id: string } }[];
    expect(people.map(({ person }) => person.id).sort()).toEqual(["ann", "bob1", "cy"]);
    const insiders = plan["insiders"] as { person: { id: string }; mayKnow: string[] }[];
    expect(insiders.map(({ person }) => person.id)).toEqual(["ann", "cy"]);
    expect(insiders[0]?.mayKnow).toContain("bob1");
    const [ask] = plan["asks"] as { ask: string }[];
    expect(call(tools, "draft_request", { ask: ask?.ask, reason: "Acme opens a plant." }).status).toBe("ok");
    expect(call(tools, "record_event", { event: { type: "ask.sent", ask: ask?.ask } })).toMatchObject({
      outcome: "appended",
    });
    const again = call(tools, "account_plan", { company: "Acme" }) as Ok;
    expect(again["open"]).toEqual([ask?.ask]);
    expect(call(tools, "account_plan", { company: "Nowhere" })).toMatchObject({
      status: "refused",
      code: "no-path",
    });
  });

  it("finds work where the user names no buyer: who fits, whom to help, to meet and to bring on", () => {
    const planner = office();
    planner.network.addPerson({ id: "bob1", tags: [{ code: "industry:plastics", evidence: "crm" }] });
    const tools = toolsOf(planner);
    const ok = (name: string, input: object = {}) => call(tools, name, input) as Ok;
    expect(ok("prospects", { industries: ["Plastics"] })["prospects"]).toMatchObject([
      { person: { id: "bob1", name: "Bob Smith" }, fit: 1, first: { name: "Ann Lee" } },
    ]);
    expect(call(tools, "prospects", {})).toMatchObject({ status: "error", code: "INVALID_ARGUMENT" });
    expect(ok("ladder")["counts"]).toEqual({ advocate: 0, source: 0, customer: 0, contact: 2 });
    expect(ok("ladder", { stage: "customer" })["contacts"]).toEqual([]);
    expect(ok("progress")).toMatchObject({ step: "identify-sources", missing: { step: "build-database" } });
    expect(ok("give_first", { targets: ["Bob Smith at Acme"] })["gifts"]).not.toEqual([]);
    expect(ok("give_first", { targets: ["Bob Smith"] }).status).toBe("needs-clarification");
    expect(ok("ties_to_make", { targets: ["bob2"] })["status"]).toBe("ok");
    expect(ok("pairs")["pairs"]).toEqual([]);
  });

  it("keeps an event once, under an id of the caller's or one made of its content", () => {
    const planner = office();
    let clock = "2026-11-22T10:00:00Z";
    const record = plannerTools(planner, { seeker: "me", now: () => clock }).find(
      ({ name }) => name === "record_event",
    ) as Tool;
    const event = { type: "favor.given", giver: "me", receiver: "Ann Lee", kind: "advice" };
    const first = record.handler({ event }) as Ok;
    clock = "2026-11-22T11:00:00Z";
    expect(record.handler({ event })).toEqual({ ...first, outcome: "exists" });
    expect(planner.journal.events().length).toBe(1);
    expect(planner.journal.events()[0]).toMatchObject({ giver: "me", receiver: "ann" });
    expect(record.handler({ event: { ...event, id: "f" } })).toMatchObject({ outcome: "appended" });
    clock = "2026-11-23T11:00:00Z";
    expect(record.handler({ event: { ...event, id: "f" } })).toMatchObject({ outcome: "exists" });
    expect(record.handler({ event: { ...event, id: "f", size: 3 } })).toMatchObject({
      status: "error",
      code: "JOURNAL_ID_CONFLICT",
    });
    expect(record.handler({ event: { ...event, receiver: "Bob Smith" } })).toMatchObject({
      status: "needs-clarification",
      input: "event.receiver",
    });
    expect(record.handler({ event: { ...event, receiver: "Zoe Nobody" } })).toMatchObject({
      status: "refused",
      code: "unknown-person",
    });
    expect(record.handler({ event: { type: "ask.agreed", ask: "ask_0" } }).status).toBe("error");
    expect(
      record.handler({
        event: { type: "introduction.brokered", broker: "me", between: ["Ann Lee", "Cy Roe"] },
      }),
    ).toMatchObject({ outcome: "appended" });
    expect(planner.journal.events().length).toBe(3);
  });

  it("never takes a whole ask that is another seeker's", () => {
    const planner = office();
    const [ask] = planner.plan({ seeker: "ann", target: "bob1", now: NOW }).asks;
    const tools = toolsOf(planner);
    for (const name of ["draft_request", "explain"])
      expect(call(tools, name, { ask })).toMatchObject({ status: "error", code: "INVALID_ASK" });
    expect(call(tools, "record_event", { event: { type: "ask.sent", ask } })).toMatchObject({
      status: "error",
    });
    expect(planner.journal.events()).toEqual([]);
  });
});

describe("what the seeker may not see", () => {
  it("takes no step of others' requests and leads, and takes back none of their events", () => {
    const planner = office();
    const [ask] = planner.plan({ seeker: "ann", target: "bob1", now: NOW }).asks;
    planner.recordAll([
      { id: "sent", type: "ask.sent", at: NOW, ask: ask as never },
      { id: "lead", type: "lead.received", at: NOW, source: "fair", seeker: "ann" },
      { id: "gave", type: "favor.given", at: NOW, giver: "ann", receiver: "bob1", kind: "advice" },
      { id: "mine", type: "favor.given", at: NOW, giver: "ann", receiver: "me", kind: "advice" },
    ]);
    const before = JSON.stringify(planner);
    const tools = toolsOf(planner);
    const record = (event: object) => call(tools, "record_event", { event });
    // Others' are answered as those that are on no record.
    for (const [others, none] of [
      [
        { type: "ask.declined", ask: ask?.id },
        { type: "ask.declined", ask: "no" },
      ],
      [
        { type: "thanks.sent", ask: ask?.id },
        { type: "thanks.sent", ask: "no" },
      ],
      [
        { type: "deal.won", lead: "lead", value: 3 },
        { type: "deal.won", lead: "no", value: 3 },
      ],
      ...["sent", "lead", "gave"].map((entry) => [
        { type: "entry.reversed", entry },
        { type: "entry.reversed", entry: "no" },
      ]),
    ] as const) {
      expect(record(others as object)).toMatchObject({ status: "error" });
      expect(record(others as object)).toEqual(record(none as object));
    }
    expect(JSON.stringify(planner)).toBe(before);
    expect(record({ type: "entry.reversed", entry: "mine" })).toMatchObject({ outcome: "appended" });
  });

  it("is in no result: each is that on what the seeker may be handed of the network", () => {
    const random = seededRandom(20261122);
    let compared = 0;
    for (let world = 0; world < 6; world++) {
      const { network, ids } = pooledWorld(random);
      const seeker = random.pick(ids);
      const handed = Network.fromJSON(JSON.parse(JSON.stringify(snapshotFor(network, seeker))));
      const [whole, own] = [network, handed].map((one) =>
        toolsFor(new IntroductionPlanner({ network: one }), seeker),
      );
      for (const [name, input] of [
        ["find_person", { query: "Name A LastA" }],
        ["find_person", { query: ids[1] }],
        ["who_can_reach", { targets: [...ids, "Bob Smith at Acme"] }],
        ["account_plan", { company: "Acme" }],
        ["account_plan", { company: "Beta", roles: ["VP Operations"] }],
        ...ids.flatMap((id) => [
          ["plan_introduction", { target: id }] as const,
          ["standing", { person: id }] as const,
          ["record_event", { event: { id: `e${id}`, type: "person.prepared", person: id } }] as const,
        ]),
        ["prospects", { titles: ["VP Operations", "Head of Sales"] }],
        ["give_first", {}],
        ["pairs", {}],
        ["ties_to_make", { targets: ids }],
        ["ladder", {}],
        ["progress", {}],
      ] as const) {
        compared++;
        expect(call(whole ?? {}, name, input)).toEqual(call(own ?? {}, name, input));
      }
    }
    expect(compared).toBeGreaterThan(80);
  });
});

function toolsFor(planner: IntroductionPlanner, seeker: string): Record<string, Tool["handler"]> {
  const tools = plannerTools(planner, { seeker, now: () => NOW });
  return Object.fromEntries(tools.map(({ name, handler }) => [name, handler]));
}

/** One call of every tool, each with words and ids of the world and the ids that answers before it gave. */
function session(world: ToolWorld, picks: readonly number[]): [string, object, ToolResult][] {
  const tools = toolsOf(world.planner);
  const words = [...world.ids, ...world.texts, "Bob Smith at Acme", "me"].filter((one) => one !== "");
  const pick = (i: number): string => (words[(picks[i] ?? 0) % words.length] as string).slice(0, 200);
  const detail = (i: number): object => ((picks[i] ?? 0) % 4 === 0 ? { detail: "full" } : {});
  const done: [string, object, ToolResult][] = [];
  const step = (name: string, input: object): ToolResult => {
    const result = call(tools, name, input);
    done.push([name, input, result]);
    return result;
  };
  step("find_person", { query: pick(0), ...detail(1) });
  step("who_can_reach", {
    targets: [...words.slice(0, 12).map((word) => word.slice(0, 200)), pick(1)],
    ...detail(2),
  });
  const plan = step("plan_introduction", { target: pick(2), ...detail(3) });
  const [known] = ((plan as Ok)["asks"] ?? []) as { ask: string }[];
  const ask = known?.ask ?? "ask_none";
  step("account_plan", {
    company: pick(4),
    ...((picks[5] ?? 0) % 2 === 0 ? {} : { roles: [pick(6)] }),
    ...detail(8),
  });
  step("account_plan", { company: "Acme", ...detail(9) });
  step("explain", { ask, ...detail(4) });
  step("draft_request", {
    ask,
    reason: pick(5),
    offer: "🦊".repeat((picks[6] ?? 0) % 900 || 1),
    ...detail(7),
  });
  step("record_event", { event: { type: "ask.sent", ask, reason: pick(8) } });
  step("record_event", {
    event: { type: "favor.given", giver: "me", receiver: pick(9), kind: "advice", size: 2 },
  });
  step("record_event", { event: { type: "lead.received", source: pick(10) } });
  step("explain", { ask, ...detail(4) });
  step("standing", { person: pick(11) });
  step("next_actions", { ...detail(0), limit: 20 });
  step("insights", { ...detail(3) });
  const isOdd = (i: number): boolean => (picks[i] ?? 0) % 2 === 1;
  const withoutRequest: readonly (readonly [string, object])[] = [
    ["prospects", isOdd(1) ? { titles: [pick(1)], ...detail(2) } : { industries: ["food"], size: [1, 9] }],
    ["prospects", {}],
    ["give_first", isOdd(4) ? { targets: [pick(4)], limit: 3 } : {}],
    ["pairs", { ...detail(5), limit: 4 }],
    ["ties_to_make", isOdd(6) ? {} : { targets: [pick(6)] }],
    ["ladder", isOdd(7) ? { stage: "contact" } : { ...detail(8) }],
    ["progress", { ...detail(9) }],
  ];
  for (const i of [0, 3]) {
    const [name, input] = withoutRequest[((picks[0] ?? 0) + i) % withoutRequest.length] ?? ["progress", {}];
    step(name, input);
  }
  return done;
}
