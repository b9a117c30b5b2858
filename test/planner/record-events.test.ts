import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventInput } from "../../src/journal/index.js";
import { eventJsonSchema, Journal } from "../../src/journal/index.js";
import { Ledger } from "../../src/ledger/index.js";
import { Network } from "../../src/network/index.js";
import { IntroductionPlanner, type PlannerEvent } from "../../src/planner/index.js";
import { AskTracker } from "../../src/tracking/index.js";
import { codeOf } from "../support/journal-codes.js";

/** The same value with every field behind a getter, and how often each was read. */
function counted<T extends object>(value: T, reads: Map<string, number>, path = ""): T {
  const copy = (Array.isArray(value) ? [] : {}) as T;
  for (const [field, inner] of Object.entries(value)) {
    const name = `${path}${field}`;
    reads.set(name, 0);
    const shown: unknown =
      typeof inner === "object" && inner !== null && !(inner instanceof Date)
        ? counted(inner, reads, `${name}.`)
        : inner;
    Object.defineProperty(copy, field, {
      enumerable: true,
      get: () => {
        reads.set(name, (reads.get(name) ?? 0) + 1);
        return shown;
      },
    });
  }
  return copy;
}

function planner(): IntroductionPlanner {
  const network = new Network();
  for (const id of ["me", "ann", "bob"]) network.addPerson({ id });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.6 } });
  network.addTie({ from: "ann", to: "bob", evidence: { closeness: 0.6 } });
  return new IntroductionPlanner({ network });
}

const leg = (asker: string, asked: string) => ({ asker, asked, consent: 0.4, inferred: false });
const ask = {
  id: "a1",
  seeker: "me",
  connector: "ann",
  target: "t_new",
  legs: [leg("me", "ann"), leg("ann", "t_new")],
  cost: 1,
  price: 1,
};
const EVENTS: readonly object[] = [
  { id: "e1", type: "favor.given", at: "2026-03-01", giver: "me", receiver: "ann", kind: "article" },
  { id: "e2", type: "sale.delivered", at: new Date("2026-03-01"), seller: "me", customer: "ann" },
  {
    id: "e3",
    type: "ask.sent",
    at: "2026-03-02",
    ask: { ...ask, buyer: { id: "t_new", name: "Nora New", company: "Acme" } },
    reason: "a reason",
    offer: "an offer",
  },
  { id: "e4", type: "introduction.brokered", at: "2026-03-02", broker: "me", between: ["ann", "bob"] },
  { id: "e5", type: "lead.received", at: "2026-03-02", source: "fair", cost: 3 },
];

describe("recording", () => {
  it("reads each field of each event once, however many rooms look at it", () => {
    const reads = new Map<string, number>();
    const events = EVENTS.map((event, i) => counted(event, reads, `${i}.`) as PlannerEvent);
    expect(planner().recordAll(events)).toEqual(EVENTS.map(() => "appended"));
    expect([...reads].filter(([, times]) => times !== 1)).toEqual([]);
  });

  it("reads each field once in the journal alone too", () => {
    const reads = new Map<string, number>();
    new Journal().appendAll(EVENTS.map((event, i) => counted(event, reads, `${i}.`) as EventInput));
    expect([...reads].filter(([, times]) => times !== 1)).toEqual([]);
  });

  it("keeps the same journal, books and asks as events that every room reads for itself", () => {
    const whole = planner();
    whole.recordAll(EVENTS as readonly PlannerEvent[]);
    const journal = new Journal();
    const tracker = new AskTracker(journal);
    const ledger = new Ledger(journal);
    for (const event of EVENTS as readonly EventInput[]) {
      tracker.check(event);
      ledger.check(event);
      journal.append(event);
    }
    expect(whole.journal.toJSONL()).toBe(journal.toJSONL());
    expect(whole.ledger.balances()).toEqual(ledger.balances());
  });

  it("takes as prepared only what it prepared itself, whatever an object looks like", () => {
    const journal = new Journal();
    const [real] = journal.prepare(EVENTS[0] as EventInput);
    const forged = { ...real, event: { ...real?.event, giver: "ann" } };
    expect(() => journal.append(forged as never)).toThrow(expect.objectContaining({ code: "INVALID_EVENT" }));
    expect(journal.length).toBe(0);
    expect(journal.append(real as never)).toBe("appended");
    expect(journal.append(EVENTS[0] as EventInput)).toBe("exists");
  });

  it("records all or none: a bad event anywhere in the list changes nothing", () => {
    fc.assert(
      fc.property(fc.nat({ max: EVENTS.length }), (place) => {
        const subject = planner();
        const before = JSON.stringify(subject);
        const bad = { id: "x", type: "ask.agreed", at: "2026-03-03", ask: "nowhere" };
        const events = [...EVENTS.slice(0, place), bad, ...EVENTS.slice(place)] as PlannerEvent[];
        expect(() => subject.recordAll(events)).toThrow(
          expect.objectContaining({ code: "INVALID_TRANSITION" }),
        );
        expect(JSON.stringify(subject)).toBe(before);
      }),
    );
  });

  it("refuses a date that is none with the code for dates", () => {
    for (const at of [new Date(Number.NaN), "2026-02-30", 5])
      expect(() => planner().record({ ...EVENTS[0], at } as never)).toThrow(
        expect.objectContaining({ code: "INVALID_DATE" }),
      );
  });
});

describe("an event that refers to a request, a lead or an event", () => {
  interface Schema {
    readonly properties: Readonly<Record<string, { const?: string; enum?: string[]; type?: string }>>;
    readonly required: readonly string[];
  }
  const BEGINS = ["lead.received", "introduction.received"];
  const kinds = (eventJsonSchema() as { oneOf: readonly Schema[] }).oneOf.flatMap(
    ({ properties, required }) => {
      const type = properties["type"]?.const as string;
      const named = ["ask", "lead", "for", "entry"].filter(
        (field) => properties[field]?.type === "string" && !(field === "lead" && BEGINS.includes(type)),
      );
      const fill = (field: string): unknown => {
        const { const: only, enum: some, type: kind } = properties[field] ?? {};
        return only ?? some?.[0] ?? (kind === "number" ? 1 : kind === "array" ? ["p", "q"] : field);
      };
      const body = Object.fromEntries(
        required.filter((field) => field !== "ask").map((field) => [field, fill(field)]),
      );
      return named.map((field) => ({
        type,
        field,
        event: { ...body, id: "x", at: "2026-03-05", [field]: "none" },
      }));
    },
  );

  it("is refused with a code where that is on no record, whatever its kind, and changes nothing", () => {
    const codes = Object.fromEntries(
      kinds.map(({ type, field, event }) => {
        const one = planner();
        const before = JSON.stringify(one);
        const code = codeOf(() => one.record(event as unknown as EventInput));
        expect(JSON.stringify(one)).toBe(before);
        return [`${type} ${field}`, code];
      }),
    );
    expect(kinds.length).toBeGreaterThanOrEqual(20);
    expect([...new Set(Object.values(codes))].sort()).toEqual([
      "INVALID_TRANSITION",
      "UNKNOWN_ASK",
      "UNKNOWN_ENTRY",
    ]);
    expect(codes["gift.given for"]).toBe("UNKNOWN_ASK");
  });

  it("is taken once it is there, or comes with it, and told of where a journal holds it without", () => {
    const gift = {
      id: "g",
      type: "gift.given",
      at: "2026-03-05",
      giver: "me",
      receiver: "ann",
      to: "connector",
    } as const;
    const lead = { id: "l", type: "lead.received", at: "2026-03-06", source: "web" } as const;
    expect(planner().recordAll([{ ...gift, for: "l" }, lead])).toEqual(["appended", "appended"]);
    const journal = new Journal();
    journal.append({ ...gift, for: "l" });
    expect(new Ledger(journal).verify().map(({ code }) => code)).toEqual(["UNKNOWN_ASK"]);
    journal.append(lead);
    expect(new Ledger(journal).verify()).toEqual([]);
  });
});
