import { describe, expect, it } from "vitest";
import type { AskReason } from "../../src/people/index.js";
import { planAsks } from "../../src/planning/index.js";
import { reasonsFirst, whoInWords, whyAsk, whyStop } from "../../src/planning/plan-words.js";
import type { PlannedAsk } from "../../src/planning/planned-ask.js";
import { reasonWords } from "../../src/planning/reason-words.js";
import { leg, path } from "../support/planning-paths.js";

const words = (code: string, rest: Partial<AskReason> = {}): string =>
  reasonWords({ code, leg: 0, ...rest } as AskReason);

describe("a reason in words", () => {
  it.each([
    ["target", "you know the buyer yourself"],
    ["introduced", "they introduced you before"],
    ["recommended", "they recommended you in 2024"],
    ["recommending", "you recommended them in 2024"],
    ["note.in", "they wrote a note when you connected"],
    ["note.out", "you wrote a note when you connected"],
    ["team", "you are in one team"],
    ["worked", "you worked at one company"],
    ["close", "you know them well"],
    ["some", "you know them"],
    ["customer", "they buy from you"],
    ["vendor", "you buy from them"],
    ["family", "they are family"],
    ["success", "things went well for them of late"],
    ["met", "you met in November 2024"],
    ["call", "you spoke in November 2024"],
    ["message", "you last wrote to each other in November 2024"],
    ["message.in", "they wrote to you in November 2024"],
    ["message.out", "you wrote to them in November 2024"],
    ["other", "you last heard of them in November 2024"],
    ["connected", "connected since 2024"],
    ["known", "nothing tells how well you know them"],
  ])("about the tie itself: %s", (code, text) => {
    expect(words(code, { at: "2024-11-05" })).toBe(text);
  });

  it("counts, and leaves out a day that is not known", () => {
    const counted = (code: string) => [0, 1, 3].map((n) => words(code, { n, at: "2024-11-05" }));
    expect(counted("endorsed").slice(1)).toEqual(["they endorsed you once", "they endorsed you 3 times"]);
    expect(words("endorsed")).toBe("they endorsed you once");
    expect(counted("days")[2]).toBe("in touch on 3 days");
    expect(counted("connected")).toEqual([
      "connected since 2024, never spoken",
      "connected since 2024",
      "connected since 2024",
    ]);
    expect(counted("unanswered").slice(1)).toEqual([
      "you wrote once without an answer",
      "you wrote on 3 days without an answer",
    ]);
    expect(counted("guess.common").slice(1)).toEqual([
      "one of your network knows both",
      "3 of your network know both",
    ]);
    for (const leg of [2, 3]) {
      const behind = (n: number) => words("guess.common", { n, leg }).split(" who ")[1];
      expect([behind(1), behind(3)]).toEqual([
        "shares one contact with the buyer",
        "shares 3 contacts with the buyer",
      ]);
    }
    expect(words("recommended")).toBe("they recommended you");
    expect(words("met", { at: "2024" })).toBe("you met in 2024");
    expect(words("met", { at: "2024-13" })).toBe("you met in 2024");
    expect(words("connected", {})).toContain("connected since");
    expect(words("knows.since", {})).toContain("connected with the buyer since");
  });

  it.each([
    ["knows.contact", ["you know", "they know", "knows"], " the buyer, last in touch in November 2024"],
    ["knows.since", ["you have", "they have", "has"], " been connected with the buyer since 2024"],
    ["knows", ["you know", "they know", "knows"], " the buyer"],
    ["guess.assistant", ["you are COO", "COO", "is COO"], ", next to the buyer"],
    ["guess.field", ["you are COO", "COO", "is COO"], ", the buyer's field"],
    ["guess.runs", ["you are COO", "COO", "is COO"], ", who runs the firm"],
    ["guess.senior", ["you are COO", "COO", "is COO"], ", senior there"],
    ["guess.customers", ["you are COO", "COO", "is COO"], ", who deals with people outside"],
    ["guess.other", ["you are COO", "COO", "is COO"], ", another field than the buyer's"],
    ["guess.junior", ["you are COO", "COO", "is COO"], ", junior there"],
    ["guess.title", ["you are COO", "COO", "is COO"], " at the buyer's company"],
    ["guess.company", ["you work", "they work", "works"], " at the buyer's company"],
    ["guess.worked", ["you were", "they were", "was"], " at one company with the buyer at the same time"],
    ["guess.school", ["you were", "they were", "was"], " at one school with the buyer in the same years"],
    ["guess.meeting", ["you were", "they were", "was"], " in a small meeting with the buyer"],
    ["guess.conversation", ["you were", "they were", "was"], " in a small group conversation with the buyer"],
  ])("about whom they lead to: %s", (code, [you, they, who], rest) => {
    expect([0, 1, 2, 3].map((leg) => words(code, { leg, at: "2024-11-05", title: "COO" }))).toEqual([
      `${you}${rest}`,
      `${they}${rest}`,
      `they know somebody who ${who}${rest}`,
      `they can reach somebody who ${who}${rest}`,
    ]);
  });

  it("says of a rival what may hold them back", () => {
    expect([1, 2, 3].map((leg) => words("competes", { leg }))).toEqual([
      "they compete with the one whom they are to introduce you to",
      "they know somebody who competes with the buyer",
      "they can reach somebody who competes with the buyer",
    ]);
  });
});

describe("an ask in words", () => {
  const told = { closeness: 0.9, interactions: [{ at: "2026-05-04", direction: "both", kind: "meeting" }] };
  const since = (year: number) => ({ connectedOn: `${year}-01-01` });
  const legs = [
    { ...leg("me", "ann", 0.5), evidence: told },
    { ...leg("ann", "cai", 0.5), evidence: since(2001) },
    { ...leg("cai", "bob", 0.5), evidence: since(2002) },
  ] as never;
  const [plain] = planAsks({
    paths: [path(leg("me", "ann", 0.5), leg("ann", "bob", 0.5))],
    target: "bob",
    day: "2026-06-01",
  }).asks as unknown as [PlannedAsk];
  const ask: PlannedAsk = { ...plain, legs };

  it("tells of a longer way its two ends, whom to ask before whom they lead to, and three reasons at most", () => {
    const who =
      "You know them well; you met in May 2026; they know somebody who has been connected with the buyer since 2002.";
    expect(whoInWords(ask, undefined, () => undefined)).toBe(who);
    const busy = { ...told, vouches: [{ kind: "recommendation", direction: "in", at: "2020-01-01" }] };
    const [own, ...rest] = legs as never as [object, ...object[]];
    const codes = (first: object) =>
      reasonsFirst(
        { ...ask, legs: [{ ...own, evidence: first }, ...rest] as never },
        undefined,
        () => undefined,
      ).map(({ code }) => code);
    expect(codes(told)).toEqual(["knows.since", "close", "met"]);
    expect(codes(busy)).toEqual(["knows.since", "recommended", "close"]);
    expect(whoInWords(plain, undefined, () => undefined)).toBe("");
  });

  it("says where it stands, what comes next, and who named them", () => {
    const numbers = "25% chance for about as much goodwill as 0.825 favors, or 3.3 favors for each success";
    const dearer = { ...plain, price: 2 * plain.price };
    const positions: [Parameters<typeof whyAsk>[1], string][] = [
      [undefined, `${numbers}.`],
      [{ index: 0 }, `The only ask: ${numbers}.`],
      [{ index: 0, next: dearer }, `First: ${numbers}, 6.6 favors for the next.`],
      [{ index: 0, next: plain }, `First: ${numbers}, about the same as the next.`],
      [{ index: 1, next: dearer }, `Then: ${numbers}, 6.6 favors for the next.`],
      [{ index: 1 }, `Last ask: ${numbers}.`],
      [{ index: -1 }, `Waits: ${numbers}.`],
    ];
    for (const [position, text] of positions) expect(whyAsk(plain, position)).toBe(text);
    const later = { ...plain, readiness: { ...plain.readiness, readyAt: "2026-07-01" } };
    expect(whyAsk(later, { index: -1 })).toBe(`Waits until 2026-07-01: ${numbers}.`);
    expect(whyAsk({ ...plain, namedBy: "eva" })).toBe(`Named by somebody who was asked. ${numbers}.`);
    expect(whyAsk({ ...ask, namedBy: "eva" })).toMatch(
      /^Named by somebody who was asked\. You know them well; /,
    );
  });

  it("says when to stop", () => {
    expect([
      whyStop(0, 5, undefined),
      whyStop(0, undefined, 3),
      whyStop(2, undefined, undefined),
      whyStop(2, 5, undefined),
      whyStop(0, 5, 7),
      whyStop(1, 5, 7),
      whyStop(2, 5, 7),
    ]).toEqual([
      "Nobody can be asked.",
      "Ask until one says yes; without a value of the target every route is tried.",
      "Ask until one says yes; without a value of the target every route is tried.",
      "Every route is worth its price at a value of 5 favors: stop at the first success or after the last ask.",
      "Ask nobody: the next would cost 7 favors for each success, and reaching the target is worth 5 favors.",
      "Stop after this ask: the next would cost 7 favors for each success, and reaching the target is worth 5 favors.",
      "Stop after 2 asks: the next would cost 7 favors for each success, and reaching the target is worth 5 favors.",
    ]);
  });
});
