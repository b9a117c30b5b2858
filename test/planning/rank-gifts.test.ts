import { describe, expect, it } from "vitest";
import {
  brokerablePairs,
  MOST_PAIRED,
  type PlanAsksInput,
  planAsks,
  type RankGiftsInput,
  rankGifts,
  readinessKey,
} from "../../src/planning/index.js";
import { leg, path } from "../support/planning-paths.js";

const paths = [
  path(leg("me", "ann", 0.6), leg("ann", "bob", 0.45)),
  path(leg("me", "cai", 0.5), leg("cai", "bob", 0.4)),
];
const debt = new Map([["ann", 3]]);
const priceOf: NonNullable<PlanAsksInput["costs"]>["priceOf"] = ({ asked, size }) =>
  size * (1 + (debt.get(asked) ?? 0));
const plan: PlanAsksInput = {
  paths,
  target: "bob",
  day: "2026-03-02",
  value: 0.1,
  costs: { priceOf: priceOf! },
};
const base: RankGiftsInput = {
  seeker: "me",
  day: "2026-03-02",
  gifts: [],
  plans: [plan],
  priceAfter: (gift, receiver, { size }) => size * (1 + Math.max(0, (debt.get(receiver) ?? 0) - gift.size)),
};

describe("rankGifts", () => {
  const gifts = [
    { kind: "thanks", receivers: ["eva"], size: 0.1, dueOn: "2026-02-20" },
    { kind: "article", receivers: ["cai"], size: 0.1 },
    { kind: "lunch", receivers: ["ann"], size: 0.5 },
    { kind: "introduction", receivers: ["ann", "cai"], size: 1, chance: 0.9 },
  ];

  it("ranks by what the prices of future asks fall by, then by days overdue", () => {
    const ranked = rankGifts({ ...base, gifts });
    expect(ranked.map(({ kind }) => kind)).toEqual(["introduction", "lunch", "thanks", "article"]);
    expect(rankGifts({ ...base, gifts: [...gifts].reverse() })).toEqual(ranked);
    const [introduction, lunch, thanks, article] = ranked;
    expect(introduction!.askBothFirst).toBe(true);
    expect(lunch!.askBothFirst).toBe(false);
    expect(thanks!.overdueDays).toBe(10);
    expect(thanks!.why).toBe("This is 10 days overdue.");
    expect(article!.why).toBe("Does them good; no request that you plan depends on it.");
    const now = planAsks({ ...plan, value: undefined }).asks.find((ask) => ask.connector === "ann")!;
    // Ann's debt of 3 falls to 2.5: her favor costs .6 x .5 less, for a success probability of .6 x .45.
    expect(lunch!.effects).toEqual([
      expect.objectContaining({
        receiver: "ann",
        target: "bob",
        ask: now.id,
        priceBefore: now.price,
        opensGate: false,
      }),
    ]);
    expect(lunch!.lowers).toBeCloseTo((0.6 * 0.5) / (0.6 * 0.45), 9);
    expect(lunch!.why).toBe("This lowers the price of an ask by 1.11 favors.");
  });

  it("asks both first where they are brought together, and plans anew for receivers who are asked alone", () => {
    const both = (kind: string, receivers: string[]) =>
      rankGifts({ ...base, gifts: [{ kind, receivers, size: 1 }] })[0]?.askBothFirst;
    expect([
      both("introduction", ["ann", "cai"]),
      both("introduction", ["ann"]),
      both("lunch", ["ann", "cai"]),
    ]).toEqual([true, false, false]);
    const told: string[] = [];
    const plansAfter: RankGiftsInput["plansAfter"] = (_, receiver) => {
      told.push(receiver);
      return [{ ...plan, costs: { priceOf: () => 0.01 } }];
    };
    const [gift] = rankGifts({
      ...base,
      plansAfter,
      gifts: [{ kind: "lunch", receivers: ["eva", "ann"], size: 1 }],
    });
    expect(told).toEqual(["ann"]);
    expect(gift?.effects[0]?.priceAfter).toBeLessThan(gift?.effects[0]?.priceBefore ?? 0);
  });

  it("counts the gates that a gift opens", () => {
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const ranked = rankGifts({
      ...base,
      plans: [{ ...plan, readiness: new Map([["cai", closed]]) }],
      gifts: gifts.filter(({ kind }) => kind === "article"),
      readinessAfter: () => ({ gate: "open", unmet: [] }),
    });
    expect(ranked[0]!.effects[0]).toMatchObject({ receiver: "cai", opensGate: true });
    expect(ranked[0]!.why).toBe("This makes an ask possible.");
  });

  it("prices one whose gate opens behind a direct ask that ends the order", () => {
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const direct = { ...plan, paths: [path(leg("me", "bob", 0.45)), ...paths] };
    const input: RankGiftsInput = {
      ...base,
      plans: [{ ...direct, readiness: new Map([["ann", closed]]) }],
      gifts: gifts.filter(({ kind }) => kind === "lunch"),
      readinessAfter: () => ({ gate: "open", unmet: [] }),
    };
    expect(planAsks({ ...direct, value: undefined }).asks.map(({ connector }) => connector)).toEqual(["bob"]);
    const [lunch] = rankGifts(input);
    expect(lunch!.effects).toMatchObject([{ receiver: "ann", opensGate: true }]);
    expect(lunch!.lowers).toBeCloseTo((0.6 * 0.5) / (0.6 * 0.45), 9);
    // A receiver on no route of the seeker, or in the order for somebody else, takes no part or their own price.
    expect(rankGifts({ ...input, seeker: "you" })[0]!.effects).toEqual([]);
    const team = [...paths, path(leg("you", "ann", 0.9), leg("ann", "bob", 0.45))];
    const shared = { ...plan, paths: team, readiness: new Map([[readinessKey("me", "ann"), closed]]) };
    const [both] = rankGifts({ ...input, plans: [shared] });
    expect(both!.effects).toMatchObject([{ receiver: "ann", opensGate: true }]);
    expect(both!.lowers).toBeCloseTo((0.6 * 0.5) / (0.6 * 0.45), 9);
  });

  it("does not count as a fall or rise of price that other routes are compared once a gate is open", () => {
    const closed = { gate: "closed" as const, unmet: ["deposit"] };
    const eva = path(leg("me", "eva", 0.5), leg("eva", "bob", 0.9));
    const readiness = new Map([
      ["ann", closed],
      ["eva", closed],
    ]);
    const [gift] = rankGifts({
      ...base,
      plans: [{ ...plan, paths: [...paths, eva], readiness }],
      gifts: [{ kind: "lunch", receivers: ["ann"], size: 0 }],
      readinessAfter: () => ({ gate: "open", unmet: [] }),
    });
    expect(gift!.effects).toMatchObject([{ opensGate: true }]);
    expect(gift!.lowers).toBe(0);
  });

  it("orders gifts of equal use by gates, days overdue, kind and receivers, and reads prices of others from the plan", () => {
    const { costs: _, ...bare } = plan;
    const ranked = rankGifts({
      ...base,
      plans: [bare],
      priceAfter: (_gift, _receiver, { size }) => size,
      gifts: [
        { kind: "update", receivers: ["eva"], size: 0.1, dueOn: "2026-03-01" },
        { kind: "thanks", receivers: ["eva"], size: 0.1, dueOn: "2026-03-01" },
        { kind: "thanks", receivers: ["dov"], size: 0.1, dueOn: "2026-03-09" },
        { kind: "lunch", receivers: ["ann"], size: 0.5 },
      ],
    });
    expect(ranked.map(({ kind, overdueDays }) => [kind, overdueDays])).toEqual([
      ["thanks", 1],
      ["update", 1],
      ["lunch", 0],
      ["thanks", 0],
    ]);
    expect(ranked[0]!.why).toBe("This is a day overdue.");
    const both = rankGifts({
      ...base,
      plans: [plan, { ...plan, day: "2026-03-03" }],
      gifts: [{ kind: "lunch", receivers: ["ann"], size: 0.5 }],
    });
    expect(both[0]!.why).toMatch(/^This lowers the price of 2 asks by 2\.22 favors\.$/);
  });

  it("never lets a gift make an ask dearer, and refuses gifts that are none", () => {
    for (const size of [0, 0.1, 1, 5]) {
      const [gift] = rankGifts({ ...base, gifts: [{ kind: "lunch", receivers: ["ann"], size }] });
      for (const { priceBefore, priceAfter } of gift!.effects)
        expect(priceAfter).toBeLessThanOrEqual(priceBefore);
    }
    expect(() => rankGifts({ ...base, plans: [{ ...plan, value: Number.NaN }] })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT" }),
    );
    for (const bad of [{ size: -1 }, { chance: 2 }, { receivers: [] }, { size: Number.NaN }]) {
      const gift = { kind: "x", receivers: ["ann"], size: 1, ...bad };
      expect(() => rankGifts({ ...base, gifts: [gift] })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
  });
});

describe("brokerablePairs", () => {
  it("takes pairs that fit and are not tied, the best first", () => {
    const fits: Record<string, number> = { "ann cai": 0.9, "ann dov": 0.5, "cai dov": 0.9, "cai eva": 0.2 };
    const input = {
      contacts: ["eva", "dov", "cai", "ann", "ann"],
      tied: (a: string, b: string) => a === "ann" && b === "cai",
      fit: (a: string, b: string) => fits[`${a} ${b}`] ?? 0,
    };
    expect(brokerablePairs(input)).toEqual([
      { between: ["cai", "dov"], fit: 0.9 },
      { between: ["ann", "dov"], fit: 0.5 },
    ]);
    expect(brokerablePairs({ ...input, most: 1, leastFit: 0 })).toHaveLength(1);
    expect(brokerablePairs({ ...input, leastFit: 0 })).toHaveLength(3);
  });

  it("looks at each pair of different contacts once, at a fit from the least on, and at no more contacts than it may", () => {
    const asked: string[] = [];
    const input = {
      contacts: ["cai", "ann", "bob", "ann"],
      tied: () => false,
      fit: (a: string, b: string) => {
        asked.push(a + b);
        return a === "ann" ? 0.3 : 0.29;
      },
    };
    expect(brokerablePairs(input).map(({ between }) => between.join(""))).toEqual(["annbob", "anncai"]);
    expect(asked).toEqual(["annbob", "anncai", "bobcai"]);
    expect(brokerablePairs({ ...input, fit: () => 0, leastFit: 0 })).toEqual([]);
    const many = (count: number) => ({
      contacts: Array.from({ length: count }, (_, i) => `p${i}`),
      tied: (a: string) => a !== "p0",
      fit: () => 1,
    });
    expect(brokerablePairs(many(MOST_PAIRED))).toHaveLength(20);
    expect(() => brokerablePairs(many(MOST_PAIRED + 1))).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", details: { contacts: MOST_PAIRED + 1 } }),
    );
  });
});

describe("the order and the limits of gifts", () => {
  const closed = { gate: "closed" as const, unmet: ["deposit"] };
  const gift = (kind: string, receivers: string[], more: object = {}) => ({
    kind,
    receivers,
    size: 0,
    ...more,
  });

  it("puts what opens more gates first, then what is longer overdue, then kind and receivers", () => {
    const two = { ...plan, target: "eve", paths: [path(leg("me", "cai", 0.5), leg("cai", "eve", 0.4))] };
    const readiness = new Map([
      ["ann", closed],
      ["cai", closed],
    ]);
    const ranked = rankGifts({
      ...base,
      plans: [plan, two].map((one) => ({ ...one, readiness })),
      priceAfter: undefined as never,
      readinessAfter: () => ({ gate: "open", unmet: [] }),
      gifts: [
        gift("lunch", ["ann"]),
        gift("lunch", ["dov"]),
        gift("article", ["eva"]),
        gift("article", ["dov"]),
        gift("thanks", ["dov"], { dueOn: "2026-02-28" }),
        gift("lunch", ["cai"]),
        gift("thanks", ["eva"], { dueOn: "2026-02-27" }),
      ],
    });
    expect(ranked.map(({ kind, receivers }) => `${kind} ${receivers}`)).toEqual([
      "lunch cai",
      "lunch ann",
      "thanks eva",
      "thanks dov",
      "article dov",
      "article eva",
      "lunch dov",
    ]);
    expect(ranked[0]!.why).toBe("This makes 2 asks possible.");
    expect(ranked[0]!.effects.map(({ target }) => target)).toEqual(["bob", "eve"]);
  });

  it("counts nothing where the ask is gone afterwards, and prices what is passed on as before", () => {
    const gone = rankGifts({
      ...base,
      gifts: [gift("lunch", ["ann"])],
      plansAfter: () => [{ ...plan, answers: [{ asker: "me", asked: "ann", answer: "no" }] }],
    });
    expect(gone[0]!.effects).toEqual([]);
    const asked: string[] = [];
    const long = {
      ...plan,
      paths: [path(leg("me", "ann", 0.5), leg("ann", "cai", 0.5), leg("cai", "bob", 0.4))],
    };
    rankGifts({
      ...base,
      plans: [long],
      gifts: [gift("lunch", ["ann"])],
      priceAfter: (_gift, _receiver, { asker, asked: who, size }) => {
        asked.push(`${asker} ${who}`);
        return size;
      },
    });
    expect(new Set(asked)).toEqual(new Set(["me ann"]));
  });

  it("takes a size and a chance of 0, and tells where one is out of range", () => {
    expect(rankGifts({ ...base, gifts: [gift("lunch", ["ann"], { chance: 0 })] })[0]!.lowers).toBe(0);
    for (const bad of [{ size: -1 }, { chance: -0.1 }, { chance: 1.1 }, { size: Number.POSITIVE_INFINITY }])
      expect(() => rankGifts({ ...base, gifts: [gift("a", ["ann"]), gift("b", ["ann"], bad)] })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT", details: { position: 1 } }),
      );
    expect(() => rankGifts({ ...base, gifts: [gift("a", ["ann"], { dueOn: "soon" })] })).toThrow(
      expect.objectContaining({ code: "INVALID_DATE" }),
    );
  });
});
