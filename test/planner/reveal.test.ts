import { describe, expect, it } from "vitest";
import { GERMAN } from "warmpath/drafts/de";
import { SPANISH } from "warmpath/drafts/es";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { codeOf } from "../support/journal-codes.js";

const NOW = "2026-11-26";
const KEY = "a secret of the app's own";
const REASON = "Nordhaven opens a second yard, and we cut waiting times for three ports like it";

/** Jo knows Mikkel; a file of masked reach tells that Mikkel knows the buyer, in Mikkel's own name or in an assistant's. */
function pooled(owner: "mik" | "aide" = "mik"): IntroductionPlanner {
  const network = new Network();
  const people = [
    ["jo", "Jo Vandermeer", "Torvex"],
    ["mik", "Mikkel Dahl", "Torvex"],
    ["aide", "Aja Lund", "Torvex"],
    ["hen", "Henrik Falk", "Nordhaven Shipping"],
  ] as const;
  for (const [id, name, company] of people.slice(0, 3)) network.addPerson({ id, name, company });
  network.addTie({ from: "jo", to: "mik", evidence: { closeness: 0.8 } });
  network.addTie({ from: "jo", to: "aide", evidence: { closeness: 0.3 } });
  const [id, name, company] = people[3];
  const tie = { from: "mik", to: id, owner, evidence: { closeness: 0.7 } };
  network.import({ people: [{ id, name, company }], ties: [tie] }, { owner, visibility: "masked" });
  return new IntroductionPlanner({ network });
}

const planOf = (planner: IntroductionPlanner, maskKey?: string) =>
  planner.plan({
    seeker: "jo",
    target: "Henrik Falk at Nordhaven Shipping",
    now: NOW,
    ...(maskKey === undefined ? {} : { maskKey }),
  });

describe("the way on from a masked path", () => {
  it("is to ask the keeper, where whoever told of the tie stands on the path, and an owner who does not", () => {
    const own = planOf(pooled(), KEY);
    expect(own.asks[0]?.reveal).toEqual({ hidden: own.masked?.map(({ id }) => id) });
    expect(JSON.stringify(own)).not.toMatch(/mik|dahl/i);
    const aide = planOf(pooled("aide"), KEY);
    expect(aide.asks[0]?.reveal).toMatchObject({ owner: "aide" });
    expect(JSON.stringify(aide)).not.toMatch(/mik|dahl/i);
    expect(planOf(pooled()).asks).toEqual([]);
  });

  it.each([
    ["English", undefined, ["email", "linkedin", "inmail"]],
    ["German", GERMAN, ["email", "linkedin", "inmail"]],
    ["Spanish", SPANISH, ["email", "linkedin", "inmail"]],
  ] as const)(
    "is written in %s, names the buyer and nobody hidden, and has no fault",
    (_, locale, channels) => {
      const planner = pooled();
      const [ask] = planOf(planner, KEY).asks;
      for (const channel of channels)
        for (const keeper of [undefined, { name: "Kim Berg" }])
          for (const tone of ["formal", "brief", "warm"] as const) {
            const words = {
              channel,
              tone,
              reason: REASON,
              ...(locale && { locale }),
              ...(keeper && { keeper }),
            };
            const { note, subject, lint, needs } = planner.draft(ask, words);
            expect(note).toContain("Henrik Falk");
            expect(note).not.toMatch(/mikkel|dahl|masked_/i);
            expect(lint.filter(({ level }) => level !== "info")).toEqual([]);
            expect(needs).toEqual(keeper === undefined ? ["connector"] : []);
            if (channel === "email") expect(subject).toContain("Henrik");
          }
      const [other] = planOf(pooled("aide"), KEY).asks;
      expect(pooled("aide").draft(other, { reason: REASON, ...(locale && { locale }) }).note).toContain(
        "Aja",
      );
    },
  );

  it("is no request that can be put on record", () => {
    const planner = pooled();
    const [ask] = planOf(planner, KEY).asks;
    expect(codeOf(() => planner.record({ id: "e", type: "ask.sent", at: NOW, ask }))).toBe("INVALID_ASK");
    expect(planner.journal.length).toBe(0);
    expect(planner.next({ seeker: "jo", now: "2026-12-02" }).filter(({ kind }) => kind === "remind")).toEqual(
      [],
    );
  });

  it("opens with reveal, under the same key alone, for files that are read later too", () => {
    for (const owner of ["mik", "aide"] as const) {
      const planner = pooled(owner);
      const [ask] = planOf(planner, KEY).asks;
      expect(codeOf(() => planner.reveal(ask, { maskKey: "another secret of the app" }))).toBe(
        "UNKNOWN_PERSON",
      );
      expect(codeOf(() => planner.reveal(ask, { maskKey: "short" }))).toBe("INVALID_ARGUMENT");
      expect(codeOf(() => planner.reveal(undefined, { maskKey: KEY }))).toBe("INVALID_ASK");
      expect(planOf(planner).asks).toEqual([]);
      expect(planner.reveal(ask, { maskKey: KEY })).toEqual([{ between: ["mik", "hen"], owners: [owner] }]);
      const tie = { from: "mik", to: "hen", owner, evidence: { closeness: 0.7 } };
      planner.network.import({ people: [], ties: [tie] }, { owner, visibility: "masked" });
      // What a third one's file says of the buyer stays masked; the tie does not.
      const after = planner.plan({ seeker: "jo", target: "hen", now: NOW });
      expect(after.paths.map(({ people }) => people)).toEqual([["jo", "mik", "hen"]]);
      expect(after.asks[0]?.reveal).toBeUndefined();
      expect(planner.draft(after.asks[0], { reason: REASON }).note).toContain("Mikkel");
      if (owner === "mik") expect(planOf(planner).paths).toEqual(after.paths);
      expect(planner.record({ id: "e", type: "ask.sent", at: NOW, ask: after.asks[0] })).toBe("appended");
    }
  });

  it("is there for an account too", () => {
    const planner = pooled();
    planner.network.addPerson({ id: "eva", name: "Eva Roth", company: "Nordhaven Shipping" });
    planner.network.addTie({
      from: "mik",
      to: "eva",
      owner: "mik",
      evidence: { closeness: 0.9 },
      visibility: "masked",
    });
    planner.network.addTie({ from: "jo", to: "eva", evidence: { closeness: 0.1 } });
    const { asks } = planner.account({ seeker: "jo", company: "Nordhaven Shipping", maskKey: KEY, now: NOW });
    for (const { connector, reveal } of asks)
      expect(reveal === undefined).toBe(!connector.startsWith("masked_"));
  });
});
