import { describe, expect, it } from "vitest";
import type { RecordedLeg } from "../../src/journal/event.js";
import { Journal } from "../../src/journal/index.js";
import { learnProfile, outcomesOfAsks } from "../../src/learning/index.js";
import { AskTracker } from "../../src/tracking/index.js";

const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}`;
const leg = (asker: string, asked: string, consent: number, inferred = false) => ({
  asker,
  asked,
  consent,
  inferred,
});
const chain = [leg("me", "c", 0.5), leg("c", "d", 0.3), leg("d", "t", 0.4)];

/** Outcomes after these steps of one ask, sent on the first of the month, a step a day. */
function outcomesAfter(
  types: readonly string[],
  legs: readonly RecordedLeg[] = chain,
  taught?: Parameters<typeof outcomesOfAsks>[2],
) {
  const journal = new Journal();
  const ask = {
    id: "ask_1",
    seeker: "me",
    connector: legs[0]?.asked ?? "",
    target: "t",
    legs,
    cost: 1,
    price: 2,
  };
  journal.append({ id: "e0", type: "ask.sent", at: at(1), ask });
  types.forEach((type, k) => {
    journal.append({ id: `e${k + 1}`, type, at: at(k + 2), ask: "ask_1" } as never);
  });
  return outcomesOfAsks(new AskTracker(journal).asks(), undefined, taught);
}

const short = (types: readonly string[], legs = chain) =>
  outcomesAfter(types, legs).map(({ kind, result, at: day }) => `${kind} ${result} ${day.slice(8, 10)}`);

describe("outcomesOfAsks", () => {
  it("tells apart who was asked, who answered and who was never reached", () => {
    expect(short([])).toEqual(["first pending 01"]);
    expect(short(["ask.declined"])).toEqual(["first no 01"]);
    expect(short(["ask.agreed"])).toEqual(["first yes 01", "relay pending 02"]);
    expect(short(["ask.claimed"])).toEqual(["first yes 01", "relay pending 02"]);
    expect(short(["introduction.made"])).toEqual(["first yes 01", "relay yes 02", "last pending 02"]);
    expect(short(["ask.agreed", "introduction.made", "target.declined"])).toEqual([
      "first yes 01",
      "relay yes 02",
      "last no 03",
    ]);
    expect(short(["ask.agreed", "introduction.made", "target.agreed", "meeting.held"])).toEqual([
      "first yes 01",
      "relay yes 02",
      "last yes 03",
    ]);
    expect(short(["ask.withdrawn"])).toEqual([]);
    expect(short(["ask.agreed", "ask.withdrawn"])).toEqual(["first yes 01"]);
  });

  it("takes a target who was asked directly as the one who answers", () => {
    const direct = [leg("me", "t", 0.4)];
    expect(short([], direct)).toEqual(["last pending 01"]);
    expect(short(["ask.agreed"], direct)).toEqual(["last yes 01"]);
    expect(short(["ask.declined"], direct)).toEqual(["last no 01"]);
  });

  it("learns nothing from a tie that was only inferred, nor from certainty", () => {
    const guessed = [leg("me", "c", 0.5), leg("c", "t", 0.1, true)];
    expect(short(["introduction.made"], guessed)).toEqual(["first yes 01"]);
    expect(short(["introduction.made"], [leg("me", "c", 1), leg("c", "t", 0.1)])).toEqual([
      "last pending 02",
    ]);
  });

  it("carries the connector and what is known of them, and feeds a profile", () => {
    const journal = new Journal();
    const ask = { id: "a", seeker: "me", connector: "c", target: "t", legs: chain, cost: 1, price: 2 };
    journal.append({ id: "e", type: "ask.sent", at: at(1), ask });
    journal.append({ id: "f", type: "ask.agreed", at: at(2), ask: "a" });
    const outcomes = outcomesOfAsks(new AskTracker(journal).asks(), (id) =>
      id === "c" ? { source: "clients" } : {},
    );
    expect(outcomes[0]).toEqual({
      kind: "first",
      predicted: 0.5,
      at: at(1),
      result: "yes",
      connector: "c",
      source: "clients",
    });
    const profile = learnProfile(outcomes, { now: at(2) });
    expect(profile.status).toBe("not-enough-data");
    expect(profile.rates.map(({ level, key }) => `${level} ${key}`)).toEqual([
      "kind first",
      "source clients",
      "connector c",
    ]);
  });

  it("learns from the formula's own consent, not from what had been learned by then", () => {
    const [first] = outcomesAfter(
      ["ask.agreed"],
      [{ ...leg("me", "c", 0.8), predicted: 0.5 }, leg("c", "t", 0.4)],
    );
    expect(first?.predicted).toBe(0.5);
  });

  it("tells by each answer how likely it is that a connector knew the target", () => {
    const guess = { tieProbability: 0.2, consentIfTied: 0.4, consentIfNot: 0.08, willing: 0.25 };
    const guessed = [leg("me", "c", 0.5), { ...leg("c", "t", 0.1, true), guess }];
    const seen = leg("c", "t", 0.3);
    const journal = new Journal();
    const ask = (id: string, legs: readonly RecordedLeg[], channel?: string) => {
      const sent = { id, seeker: "me", connector: "c", target: "t", legs, cost: 1, price: 2 };
      journal.append({
        id: `s${id}`,
        type: "ask.sent",
        at: at(1),
        ask: sent,
        ...(channel && { channel }),
      } as never);
    };
    const step = (id: string, type: string, day: number, extra = {}) =>
      journal.append({ id: `${type}${id}`, type, at: at(day), ask: id, ...extra } as never);
    const knows = (taught?: Parameters<typeof outcomesOfAsks>[2]) =>
      outcomesOfAsks(new AskTracker(journal).asks(), undefined, taught)
        .filter(({ kind }) => kind === "knows")
        .map(({ result, holds, at: day, predicted }) => [
          result,
          holds?.toFixed(6),
          day.slice(8, 10),
          predicted,
        ]);
    for (const id of ["agreed", "no", "other", "gone"]) ask(id, guessed);
    ask("seen", [leg("me", "c", 0.5), seen]);
    step("agreed", "ask.agreed", 2);
    step("no", "ask.declined", 3, { answer: "no" });
    step("other", "ask.declined", 3, { answer: "ask-someone-else" });
    step("gone", "ask.withdrawn", 3);
    step("seen", "ask.agreed", 2);
    // Who says yes knows the target, .2, or would write to a stranger, .8 x .25. Who says no is one of these and does not want to,
    // half of them, or cannot, .6, and did not say so.
    const afterNo = (told: number, pi = 0.2, willing = 0.25) =>
      (pi * 0.5) / (pi * 0.5 + (1 - pi) * (willing * 0.5 + (1 - willing) * (1 - told)));
    const row = (result: string, holds: number) => [result, holds.toFixed(6), "01", 0.2];
    expect(knows()).toEqual([row("yes", 0.5), row("no", afterNo(0))]);
    // Odds of 1 to 4 turn into even ones.
    expect(knows({ knows: Math.log(4), last: 0, cold: 0 })).toEqual([
      row("yes", 0.8),
      row("no", afterNo(0, 0.5)),
    ]);
    ask("not", guessed);
    step("not", "ask.declined", 4, { answer: "not-tied" });
    // One told, one did not: the share that tells is where (share) x (1 - .6 share / .8) is greatest.
    const told = 2 / 3;
    expect(knows()).toEqual([row("yes", 0.5), row("no", afterNo(told)), row("no", 0)]);
    ask("sure", [
      leg("me", "c", 0.5),
      { ...leg("c", "t", 0.1, true), guess: { ...guess, tieProbability: 1 } },
    ]);
    step("sure", "ask.agreed", 2);
    expect(knows()).toHaveLength(3);
  });

  it("keeps the channel of the connector's answer, and not that of the others'", () => {
    const journal = new Journal();
    const sent = { id: "a", seeker: "me", connector: "c", target: "t", legs: chain, cost: 1, price: 2 };
    journal.append({ id: "s", type: "ask.sent", at: at(1), ask: sent, channel: "linkedin-message" } as never);
    journal.append({ id: "i", type: "introduction.made", at: at(2), ask: "a" });
    expect(outcomesOfAsks(new AskTracker(journal).asks()).map(({ kind, medium }) => [kind, medium])).toEqual([
      ["first", "linkedin-message"],
      ["relay", undefined],
      ["last", undefined],
    ]);
  });

  it("weighs a guess that nobody answered, or that was refused, by what was behind it", () => {
    const guess = { tieProbability: 0.2, consentIfTied: 0.4, consentIfNot: 0.08, willing: 0.25 };
    const legs = (changes = {}) => [
      leg("me", "c", 0.5),
      { ...leg("c", "t", 0.1, true), guess: { ...guess, ...changes } },
    ];
    const answers = (types: readonly string[], changes = {}) =>
      outcomesAfter(types, legs(changes))
        .filter(({ kind }) => kind === "last" || kind === "cold")
        .map(({ kind, result, weight, predicted }) => [kind, result, weight, predicted]);
    expect(answers([])).toEqual([]);
    expect(answers(["introduction.made"])).toEqual([
      ["last", "pending", 0.5, 0.4],
      ["cold", "pending", 0.5, 0.08],
    ]);
    const no = answers(["introduction.made", "target.declined"]);
    expect(no[0]?.[2]).toBeCloseTo(0.6 / (0.6 + 0.92), 12);
    expect(no.map(([kind, result]) => [kind, result])).toEqual([
      ["last", "no"],
      ["cold", "no"],
    ]);
    for (const sure of [{ consentIfTied: 1 }, { consentIfNot: 0 }])
      expect(answers(["introduction.made"], sure)).toEqual([]);
    expect(outcomesAfter(["introduction.made"], [leg("me", "c", 0), leg("c", "t", 1)])).toEqual([]);
  });

  it("splits an answer to a guess by the odds of what was behind it, and those by what was learned", () => {
    const guess = { tieProbability: 0.2, consentIfTied: 0.4, consentIfNot: 0.08, willing: 0.25 };
    const legs = [leg("me", "c", 0.5), { ...leg("c", "t", 0.1, true), guess }];
    const weights = (taught?: Parameters<typeof outcomesOfAsks>[2]) =>
      Object.fromEntries(
        outcomesAfter(["introduction.made", "target.agreed"], legs, taught).flatMap(({ kind, weight }) =>
          weight === undefined ? [] : [[kind, weight]],
        ),
      );
    // Half of those who write know the target: .2 against .8 x .25; of them .4 get a yes, of the others .08.
    expect(weights()["last"]).toBeCloseTo(0.4 / 0.48, 12);
    expect(weights()["cold"]).toBeCloseTo(0.08 / 0.48, 12);
    expect(weights({ knows: 2, last: 0, cold: 0 })["last"]).toBeGreaterThan(0.95);
    expect(weights({ knows: 0, last: 0, cold: 1 })["cold"]).toBeGreaterThan(0.3);
  });
});
