import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHANNEL_LIMITS,
  draftAsk,
  fixMessage,
  type LanguagePack,
  type LintFinding,
  type LintInput,
  lintMessage,
  lintScore,
} from "warmpath/drafts";
import { textLength } from "../../src/drafts/channel.js";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { heldOutSet } from "../support/drafts-held-out.js";
import { askArb } from "../support/drafts-input.js";
import { type Labelled, labelledSet } from "../support/drafts-labelled.js";
import { expectLinear } from "../support/linear.js";

const errors = (findings: readonly LintFinding[]): string[] =>
  findings.filter((one) => one.level === "error").map((one) => one.rule);
const rulesOf = (input: LintInput): string[] => lintMessage(input).map((one) => one.rule);

/** What was labelled against what was found: a row per label, its hits, misses and alarms of other rules (errors only). */
function confusion(set: readonly Labelled[]): {
  table: string;
  missed: number;
  goodWithError: number;
  others: number;
} {
  const rows = new Map<string, { n: number; hit: number; others: string[] }>();
  for (const { fault = "good", input } of set) {
    const row = rows.get(fault) ?? { n: 0, hit: 0, others: [] };
    rows.set(fault, row);
    const findings = lintMessage(input);
    row.n++;
    if (fault === "good" ? errors(findings).length === 0 : findings.some((one) => one.rule === fault))
      row.hit++;
    row.others.push(...new Set(errors(findings).filter((rule) => rule !== fault)));
  }
  const all = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const good = rows.get("good")!;
  const faulty = all.filter(([fault]) => fault !== "good");
  return {
    table: all
      .map(
        ([fault, row]) =>
          `${fault.padEnd(5)} ${row.hit}/${row.n}  other errors: ${row.others.join(" ") || "-"}`,
      )
      .join("\n"),
    missed: faulty.reduce((sum, [, row]) => sum + row.n - row.hit, 0),
    goodWithError: good.n - good.hit,
    others: faulty.reduce((sum, [, row]) => sum + row.others.length, 0),
  };
}

describe("lintMessage", () => {
  it("finds the one named fault, and no error in good requests, on the labelled set", () => {
    const set = labelledSet();
    const { table, missed, goodWithError, others } = confusion(set);
    console.log(`labelled: ${set.length} requests, ${set.filter((one) => !one.fault).length} good\n${table}`);
    expect(set.length).toBeGreaterThanOrEqual(120);
    expect({ missed, goodWithError, others }).toEqual({ missed: 0, goodWithError: 0, others: 0 });
  });

  it("does nearly as well on requests written in another voice", () => {
    const { table, missed, goodWithError } = confusion(heldOutSet());
    console.log(`held out\n${table}`);
    expect({ missed, goodWithError }).toEqual({ missed: 0, goodWithError: 0 });
  });

  it("warns on few good requests", () => {
    const good = [...labelledSet(), ...heldOutSet()].filter((one) => !one.fault);
    const warned = good.filter((one) => lintMessage(one.input).some((finding) => finding.level === "warn"));
    expect(warned.length).toBeLessThanOrEqual(good.length * 0.05);
  });

  describe("practice sentences", () => {
    const issue = { channel: "email", mode: "issue", subject: "Invoice errors at other plants" } as const;
    it("1.13 fails: who else do you know that might want my product", () => {
      for (const mode of ["issue", "named"] as const) {
        expect(
          errors(lintMessage({ ...issue, mode, note: "Who else do you know that might want my product?" })),
        ).toContain("L08");
      }
    });
    it("1.10: pleas for a list, names, anyone fail", () => {
      for (const plea of [
        "Could you give me a list of names?",
        "Any referrals you have are welcome.",
        "Do you know anyone who needs this?",
        "Please send me five names.",
      ]) {
        expect(rulesOf({ ...issue, note: plea })).toContain("L08");
      }
    });
    it("1.14 passes: facing the same type of issue", () => {
      const note =
        "Is there someone else in your company or that you know that is facing the same type of issue?";
      expect(errors(lintMessage({ ...issue, note }))).toEqual([]);
      expect(errors(lintMessage({ ...issue, note, facts: { issue: "invoice errors" } }))).toEqual([]);
    });
    it("1.12: the recorded issue is named", () => {
      const note = "Do you know a colleague who is dealing with freight audits? No problem if not.";
      expect(errors(lintMessage({ ...issue, note, facts: { issue: "freight audits" } }))).toEqual([]);
      expect(errors(lintMessage({ ...issue, note, facts: { issue: "invoice errors" } }))).toEqual(["L09"]);
    });
    it("3.13, 3.14: Bob Smith at Acme, with the language provided", () => {
      const note =
        "Hi Carol, thank you for March. Would you be open to introducing me to Bob Smith at Acme, as you know him? Text below.";
      const target = { name: "Bob Smith", company: "Acme" };
      const mail: LintInput = { channel: "email", mode: "named", target, subject: "Bob Smith at Acme", note };
      expect(errors(lintMessage(mail))).toEqual(["L03"]);
    });
    it("1.15, 1.16: pressure is flagged, a benefit is wanted", () => {
      const forwardable =
        "Bob Smith at Acme, I am Ada Park. I write because I want you to buy. Are you open to it?";
      const found = lintMessage({
        channel: "email",
        mode: "named",
        target: { name: "Bob Smith", company: "Acme" },
        forwardable,
        facts: { offer: "a free audit" },
      });
      expect(found.map((one) => `${one.rule} ${one.level}`)).toEqual(
        expect.arrayContaining(["L05 error", "L10 warn"]),
      );
    });
  });

  it("adding an easy out never adds errors", () => {
    fc.assert(
      fc.property(fc.constantFrom(...labelledSet()), ({ input }) => {
        const softer = {
          ...input,
          note: `${input.note} No problem if not.`,
          forwardable: input.forwardable && `${input.forwardable} No problem if not.`,
        };
        const before = new Set(errors(lintMessage(input)));
        expect(
          errors(lintMessage(softer)).filter((rule) => !before.has(rule) && rule !== "L11" && rule !== "L12"),
        ).toEqual([]);
      }),
    );
  });

  it("misses the target's name where it is taken out", () => {
    for (const { input } of labelledSet().filter((one) => !one.fault && one.input.mode === "named")) {
      for (const field of ["note", "forwardable"] as const) {
        const text = input[field]!.replaceAll("Bob Smith", "that person").replaceAll("Bob", "you");
        expect(errors(lintMessage({ ...input, [field]: text }))).toContain("L01");
      }
    }
  });

  describe("the ways to name a person and his company", () => {
    const l01 = (name: string, company: string, note: string, blurb: string): string[] =>
      lintMessage({
        note: `Hi Carol, thank you for May. Would you be open to introducing me to ${note}, since you know him?`,
        forwardable: `${blurb} I am Ada Park from Northwind. Would you be open to a call of 20 minutes?`,
        subject: "Freight costs of two plants",
        target: { name, company },
        facts: { seeker: { name: "Ada Park", company: "Northwind" }, connector: "Carol Jones" },
      })
        .filter((one) => one.rule === "L01")
        .map((one) => one.where);
    it.each([
      ["Bob Smith", "Acme GmbH & Co. KG", "Bob Smith at Acme", "Hi Bob, I saw that Acme moves."],
      [
        "Bob Smith",
        "Acme",
        "Robert, I mean Bob J. Smith of Acme Inc.",
        "Dear Mr Smith, I saw that Acme Inc. moves.",
      ],
      ["Robert J. Smith", "Acme, Inc.", "Robert Smith at Acme", "Hi Robert, I saw that ACME moves."],
      ['Robert "Bob" Smith', "Acme S.A. de C.V.", "Bob Smith at Acme", "Hi Bob, I saw that Acme moves."],
      ["Robert Smith", "Acme Ltd", "Robert (Bob) Smith of Acme", "Robert, I saw that Acme moves."],
      [
        "Dr. Jens Krüger",
        "Müller & Söhne GmbH",
        "Herrn Dr. Krüger von Müller und Söhne",
        "Guten Tag Herr Krüger, Müller & Söhne baut.",
      ],
      ["María López García", "Foo S.L.", "la Sra. López de Foo", "Hola María, he visto que Foo crece."],
      [
        "Eva von der Leyen",
        "Société Générale SA",
        "Ms von der Leyen at Societe Generale",
        "Hi Eva, Société Générale moves.",
      ],
      ["May Chan", "Acme", "May Chan at Acme", "Hi May, Acme moves."],
    ])("%s, %s", (name, company, note, blurb) => {
      expect(l01(name, company, note, blurb)).toEqual([]);
      const parts = [name, ...name.split(/[^\p{L}]+/u).filter((part) => part.length > 1)];
      const without = (text: string): string =>
        parts.reduce((left, part) => left.replaceAll(part, "them"), text);
      expect(l01(name, company, without(note), without(blurb))).toEqual(["note", "forwardable"]);
      const bare = /^\p{L}+/u.exec(company)![0];
      const nowhere = (text: string): string =>
        text
          .replace(new RegExp(`${bare}|Societe`, "giu"), "this firm")
          .replace("Générale", "")
          .replace("Generale", "");
      expect(l01(name, company, nowhere(note), nowhere(blurb))).toEqual(["note", "forwardable"]);
    });
    it.each([
      ["the first name in the note", "Bob Smith", "Bob at Acme", "Hi Bob, Acme moves.", ["note"]],
      ["someone else of that last name", "Bob Smith", "Jane Smith at Acme", "Hi Bob, Acme moves.", ["note"]],
      ["another word", "May Chan", "May Chan at Acme", "In May, Acme moves. May I ask?", ["forwardable"]],
      ["the writer's name", "Ada Chan", "Ada Chan at Acme", "Hello, Acme moves.", ["forwardable"]],
      [
        "the longer word",
        "Bob Smith",
        "Bob Smith at Acmebank",
        "Hi Bobby, Acme moves.",
        ["note", "forwardable"],
      ],
    ])("%s does not do", (_, name, note, blurb, where) => {
      expect(l01(name, "Acme", note, blurb)).toEqual(where);
    });
  });

  describe("a second introduction", () => {
    const first =
      "Hi Carol, thank you for May. Would you be open to introducing me to Bob Smith at Acme, as you know him? No problem if not.";
    const l02 = (note: string, locale?: LanguagePack): boolean =>
      rulesOf({
        note,
        mode: "named",
        target: { name: "Bob Smith", company: "Acme" },
        facts: { connector: "Carol Jones" },
        locale,
      }).includes("L02");
    it.each([
      "Could you also introduce me to Jane Roe at Initech?",
      "I also need an intro to Jane Roe.",
      "And to Jane Roe at Initech.",
      "I would love an introduction to Dr. Jane Roe as well.",
      "Please connect me with Jane van der Berg too.",
      "I would also like to meet Jane Roe.",
      "Could you also introduce me to Jane at Initech?",
    ])("is found: %s", (more) => {
      expect(l02(`${first} ${more}`)).toBe(true);
    });
    it("is found in the same sentence", () => {
      expect(l02(first.replace("at Acme,", "at Acme, and to Jane Roe,"))).toBe(true);
      expect(l02(first.replace("at Acme,", "at Acme and to Jane Roe at Initech,"))).toBe(true);
    });
    it.each([
      "Thank you for introducing me to Jane Roe last year.",
      "The introduction to Jane Roe went well.",
      "After your introduction to Jane Roe in March, would you do it again?",
      "Would you introduce me to him? He reports to Jane Roe.",
      "Could you introduce me to Mr Smith before June?",
      "Would you be open to introducing me to VP Sales Bob Smith?",
      "An introduction to Bob Smith of Acme would help me a lot, would it not?",
      "I also spoke to Jane Roe about it.",
      "Would you introduce me to Bob Smith at Acme, who reports to Jane Roe?",
      "Could you introduce me to Bob Smith who works with Jane Roe?",
    ])("is not seen where there is none: %s", (more) => {
      expect(l02(`${first} ${more}`)).toBe(false);
    });
    it("is found in German and Spanish", () => {
      const german = "Könntest du mich vielleicht Bob Smith bei Acme vorstellen?";
      const spanish = "¿Podrías presentarme a Bob Smith, de Acme?";
      expect(l02(german, GERMAN)).toBe(false);
      expect(l02(spanish, SPANISH)).toBe(false);
      for (const more of [
        "Könntest du mich auch Jane Roe bei Initech vorstellen?",
        "Ich brauche auch ein Intro zu Jane Roe.",
        "Und zu Frau Jane Roe?",
      ])
        expect({ more, found: l02(`${german} ${more}`, GERMAN) }).toEqual({ more, found: true });
      for (const more of [
        "¿Podrías presentarme también a Jane Roe, de Initech?",
        "También necesito una presentación a Jane Roe.",
        "Y a Jane Roe, por favor.",
      ])
        expect({ more, found: l02(`${spanish} ${more}`, SPANISH) }).toEqual({ more, found: true });
      expect(l02(`${german} Danke für die Vorstellung bei Jane Roe.`, GERMAN)).toBe(false);
      expect(l02(`${spanish} Gracias por presentarme a Jane Roe.`, SPANISH)).toBe(false);
    });
  });

  it("hears debts of others, in the forwardable text too", () => {
    const l17 = (forwardable: string, locale?: LanguagePack): boolean =>
      rulesOf({ forwardable, mode: "named", facts: { connector: "Carol Jones" }, locale }).includes("L17");
    for (const text of [
      "Carol owes you one.",
      "She owes him a favor.",
      "I helped Carol last year, so it is her turn.",
      "I helped her with the audit. Now it is her turn to help.",
      "It's your turn now.",
    ])
      expect({ text, found: l17(text) }).toEqual({ text, found: true });
    for (const text of [
      "The tax office owes you a refund.",
      "It is our turn to choose a carrier in May.",
      "I helped two plants to turn a profit.",
    ])
      expect({ text, found: l17(text) }).toEqual({ text, found: false });
    expect(l17("Carol schuldet Ihnen noch etwas.", GERMAN)).toBe(true);
    expect(l17("Ich habe ihr geholfen, jetzt ist sie dran.", GERMAN)).toBe(true);
    expect(l17("Carol te debe una.", SPANISH)).toBe(true);
    expect(l17("La ayudé, y ahora es su turno.", SPANISH)).toBe(true);
  });

  it("scores lower with every error", () => {
    const one: LintFinding = { rule: "L01", level: "error", where: "note", message: "" };
    const warning: LintFinding = { ...one, level: "warn" };
    expect(lintScore([])).toBe(1);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(one, warning, { ...one, level: "info" as const })), (findings) => {
        expect(lintScore([...findings, one])).toBeLessThan(lintScore([...findings, warning]));
        expect(lintScore([...findings, warning])).toBeLessThan(lintScore(findings));
      }),
    );
  });

  it("is the same for the same input, in the order of the rules", () => {
    fc.assert(
      fc.property(askArb(), (ask) => {
        const { lint } = draftAsk(ask);
        expect(draftAsk(ask).lint).toEqual(lint);
        const rules = lint.map((one) => one.rule);
        expect(rules).toEqual([...rules].sort());
      }),
      { numRuns: 200 },
    );
  });

  it("holds limits against the larger of UTF-16 units and code points", () => {
    expect(textLength("a🚀e\u0301")).toEqual({ units: 5, points: 4 });
    const note = `Would you be open to introducing me to Bob Smith at Acme? No problem if not. ${"🚀".repeat(62)}`;
    expect([...note].length).toBeLessThan(200);
    expect(errors(lintMessage({ channel: "linkedin-invitation", mode: "direct", note }))).toEqual(["L11"]);
    expect(
      errors(lintMessage({ channel: "linkedin-invitation", mode: "direct", note, limits: { noteMax: 300 } })),
    ).toEqual([]);
    for (const limits of Object.values(CHANNEL_LIMITS))
      expect(limits).toEqual(expect.objectContaining({ asOf: "2026-11", source: expect.any(String) }));
  });

  it("takes a target as a string, and people as strings", () => {
    const note =
      "Hi Carol, thank you for May. Would you be open to introducing me to Bob Smith at Acme, because you know him?";
    const input: LintInput = {
      channel: "linkedin-message",
      mode: "named",
      note,
      target: "Bob Smith at Acme",
      facts: { seeker: "Ada Park" },
    };
    expect(rulesOf(input)).toEqual(["L03"]);
    expect(rulesOf({ ...input, target: "Rob Smith at Acme" })).toContain("L01");
    const level = (target: LintInput["target"]) =>
      lintMessage({ ...input, target }).find((one) => one.rule === "L01")?.level;
    expect([level("Bob Smith"), level("Rob Smith"), level(undefined)]).toEqual(["warn", "error", "error"]);
  });

  it("reads the plan's facts", () => {
    const at = (facts: LintInput["facts"]): string[] =>
      lintMessage({ channel: "linkedin-message", mode: "touch", note: "Thank you!", facts }).map(
        (one) => `${one.rule} ${one.level}`,
      );
    expect(at({ asksThisYear: 4 })).toEqual(["L22 error"]);
    expect(at({ reminders: 1 })).toEqual(["L22 error"]);
    expect(at({ cooldownUntil: "2026-06-01", now: "2026-06-01" })).toEqual([]);
    expect(at({ sendOn: "2026-06-06" })).toEqual(["L23 info"]);
    expect(at({ sendOn: "2026-06-04" })).toEqual([]);
    expect(at({ updateDays: 15, followThroughDays: 2 })).toEqual(["L24 warn", "L24 warn"]);
    expect(at({ incentive: { who: "receiver" } })).toEqual(["L25 warn"]);
    expect(at({ incentive: { who: "receiver", disclosed: true }, strength: 0.9 })).toEqual([]);
  });

  it("is linear on hostile text", async () => {
    for (const part of ["a", " ", "? ", "If not ", "Bob Smith and ", "[", "\n", "I would, "]) {
      const lint = (length: number) => {
        const text = part.repeat(length / part.length);
        const input = {
          note: text,
          forwardable: text,
          subject: text,
          channel: "email" as const,
          mode: "named" as const,
          target: { name: "Bob Smith", company: "Acme" },
          facts: { reason: text, offer: text },
        };
        return () => lintMessage(input);
      };
      await expectLinear(lint, 25_000);
    }
  });
});

describe("fixMessage", () => {
  it("mends what it can, once: a second run changes nothing, and the mended rule is silent", () => {
    for (const { input } of [...labelledSet(), ...heldOutSet()]) {
      const fixable = lintMessage(input).filter((one) => one.fix !== undefined);
      const fixed = fixMessage(input);
      expect(fixMessage(fixed)).toEqual(fixed);
      const left = lintMessage(fixed);
      expect(left.filter((one) => one.fix !== undefined)).toEqual([]);
      if (fixable.length === 0) expect(fixed).toBe(input);
      const before = new Set(errors(lintMessage(input)));
      expect(errors(left).filter((rule) => !before.has(rule))).toEqual([]);
    }
  });

  it("leaves the rest of the text alone", () => {
    const target = { name: "Bob Smith", company: "Acme" };
    const note =
      "Hi Carol, thank you for May. You know Bob Smith at Acme. Thanks in advance for the introduction. Can you do it?\n\nAda";
    const fixed = fixMessage({
      channel: "email",
      mode: "named",
      target,
      note,
      subject: "Re: Fwd: Bob Smith at Acme",
    });
    expect(fixed.subject).toBe("Bob Smith at Acme");
    expect(fixed.note).toBe(
      "Hi Carol, thank you for May. You know Bob Smith at Acme. Can you do it? No problem if not.\n\nAda",
    );
    const blurb = fixMessage({
      mode: "named",
      target,
      forwardable: "As we discussed, we moved Foodco.",
    }).forwardable;
    expect(blurb).toContain("We moved Foodco.");
    expect(fixMessage({ mode: "touch", note: "Thanks! Great! You owe me one. Bye" }).note).toBe(
      "Thanks! Great. Bye",
    );
  });
});
