import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AskOptions,
  draftAsk,
  ENGLISH,
  ENGLISH_MORE,
  fixMessage,
  type LanguagePack,
  type LintFinding,
  lintMessage,
} from "warmpath/drafts";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { askArb, CHANNELS, TONES } from "../support/drafts-input.js";
import { KINDS } from "../support/drafts-kinds.js";

const PACKS: Readonly<Record<string, LanguagePack>> = { German: GERMAN, Spanish: SPANISH };
const errors = (findings: readonly LintFinding[]) => findings.filter((one) => one.level === "error");
const slotsOf = (text: string | readonly string[]): string[] =>
  [...String(text).matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);

const OWN: Readonly<Record<string, Partial<AskOptions>>> = {
  German: {
    reason: "Acme eröffnet im Mai ein zweites Werk, und wir haben zwei solche Werke begleitet",
    offer: "die Checkliste beider Werke",
  },
  Spanish: {
    reason: "Acme abre en mayo una segunda planta, y hemos acompañado dos plantas así",
    offer: "la lista de control de ambas plantas",
  },
};
/** What the users of the kinds below said themselves. */
const ENGLISH_SAID = [
  "We will look at the second plant together in June.",
  "I have written to Eve today.",
  "a buyer at Delta is looking for what Beta makes.",
  "I read that Beta won the packaging prize.",
  "I have not spoken to Bob for years.",
  "you both run cold stores.",
  "late deliveries",
  "cold storage",
];
const ask: AskOptions = {
  me: { id: "me", name: "Ada Park", company: "Northwind", title: "Head of Sales" },
  connector: { id: "c", name: "Carol Jones", company: "Beta" },
  target: { id: "t", name: "Bob Smith", company: "Acme" },
  leg: {
    strength: 0.7,
    state: "active",
    inferred: false,
    evidence: { interactions: [{ at: "2026-04-01", direction: "both", kind: "call" }] },
  },
  lastLeg: { inferred: true },
  now: "2026-06-01",
};

describe.each(Object.entries(PACKS))("%s", (language, locale) => {
  it("has every sentence of English, with no slot that English lacks", () => {
    const english = { ...ENGLISH.texts, ...ENGLISH_MORE.texts };
    const plain = Object.keys(english).filter((key) => !/\.(brief|warm|formal)$/.test(key));
    expect(plain.filter((key) => locale.texts[key] === undefined)).toEqual([]);
    expect(
      Object.keys(locale.texts).filter(
        (key) => english[key] === undefined && !/\.(brief|warm|formal)$/.test(key),
      ),
    ).toEqual([]);
    for (const [key, text] of Object.entries(locale.texts)) {
      const base = english[key] ?? english[key.replace(/\.(brief|warm|formal)$/, "")]!;
      expect({
        key,
        extra: slotsOf(text).filter((slot) => !slotsOf(base).includes(slot) && slot !== "first"),
      }).toEqual({ key, extra: [] });
    }
    expect(locale.months).toHaveLength(12);
  });

  it.each(Object.keys(KINDS))("%s passes the lint of its language on generated people", (kind) => {
    fc.assert(
      fc.property(askArb(), (generated) => {
        const message = KINDS[kind]!({ ...generated, locale });
        expect(errors(message.lint)).toEqual([]);
        expect(message.note + message.forwardable).not.toMatch(/undefined|\bnull\b|NaN/);
      }),
      { numRuns: 30 },
    );
  });

  it.each(Object.keys(KINDS))("%s is all in one language and form of address", (kind) => {
    for (const channel of CHANNELS) {
      for (const tone of TONES) {
        for (const leg of [
          ask.leg,
          { state: "never-spoken" as const, inferred: false, evidence: { connectedOn: "2020-02-02" } },
        ]) {
          const message = KINDS[kind]!({ ...ask, ...OWN[language], channel, tone, leg, locale });
          let text = `${message.note}\n${message.forwardable}`;
          for (const said of ENGLISH_SAID) text = text.replaceAll(said, "x");
          expect(text).not.toMatch(/\b(the|would|with|you|know|and|thank)\b/i);
          expect(text).not.toMatch(/ {2}|\.\.| [,.]/);
          const familiar =
            language === "German"
              ? /(?<!\p{L})(du|dir|dich|dein\w*|euch|euer|eure\w*|kennst|könntest)(?!\p{L})/iu
              : /(?<!\p{L})(tú|te|ti|tu|tus|contigo|vosotros|vuestr\w+|conoces|prefieres)(?!\p{L})/iu;
          const polite =
            language === "German"
              ? /(?<!\p{L})(Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/u
              : /(?<!\p{L})(usted|ustedes|conoce|prefiere|dígamelo)(?!\p{L})/iu;
          const stranger = /^(own contact|follow-through)/.test(kind);
          const close = !stranger && (language === "German" ? tone === "warm" : tone !== "formal");
          const [forbidden, where] = close ? [polite, "polite"] : [familiar, "familiar"];
          const own = text.replace(message.forwardable, "").replaceAll(/(por )?si conoce a/g, "");
          expect({ kind, tone, where, found: forbidden.exec(own)?.[0] }).toEqual({
            kind,
            tone,
            where,
            found: undefined,
          });
          expect(familiar.exec(message.forwardable)?.[0]).toBeUndefined();
        }
      }
    }
  });
});

describe("the lint of other languages", () => {
  const german = (note: string, more: object = {}) =>
    lintMessage({
      note,
      channel: "email",
      mode: "issue",
      subject: "Verspätete Lieferungen bei Acme",
      locale: GERMAN,
      ...more,
    }).map((one) => one.rule);
  const spanish = (note: string, more: object = {}) =>
    lintMessage({
      note,
      channel: "email",
      mode: "issue",
      subject: "Entregas tardías en Acme",
      locale: SPANISH,
      ...more,
    }).map((one) => one.rule);
  const goodGerman =
    "Hallo Carol, vielen Dank für den Mai. Gibt es in deinem Haus jemanden, der vor demselben Problem steht? Wenn nicht, ist das in Ordnung.";
  const goodSpanish =
    "Hola, Carol: gracias por lo de mayo. ¿Hay alguien en tu empresa que se enfrente al mismo problema? Si no, no pasa nada.";

  it("lets good questions pass and finds each fault", () => {
    expect(german(goodGerman)).toEqual([]);
    expect(spanish(goodSpanish)).toEqual([]);
    const faults: readonly [string, string, string][] = [
      ["L08", `${goodGerman} Wen kennen Sie sonst noch?`, `${goodSpanish} ¿A quién más conoces?`],
      ["L08", `${goodGerman} Eine Liste von Namen wäre gut.`, `${goodSpanish} Envíame una lista de nombres.`],
      [
        "L07",
        goodGerman.replace("Wenn nicht, ist das in Ordnung.", "Vielen Dank im Voraus."),
        goodSpanish.replace("Si no, no pasa nada.", "Gracias de antemano."),
      ],
      [
        "L10",
        `${goodGerman} Unsere garantierte Leistung wird Sie freuen.`,
        `${goodSpanish} Resultados garantizados para todos.`,
      ],
      ["L16", `${goodGerman} [Name einsetzen]`, `${goodSpanish} {{nombre}}`],
      ["L17", `${goodGerman} Du schuldest mir noch einen Gefallen.`, `${goodSpanish} Además, me debes una.`],
      ["L18", `${goodGerman} Im Anhang steht mehr.`, `${goodSpanish} Adjunto un archivo.`],
      ["L25", `${goodGerman} Es gibt eine Provision.`, `${goodSpanish} Hay una comisión.`],
    ];
    for (const [rule, de, es] of faults) {
      expect({ de, rules: german(de) }).toEqual({ de, rules: expect.arrayContaining([rule]) });
      expect({ es, rules: spanish(es) }).toEqual({ es, rules: expect.arrayContaining([rule]) });
    }
  });

  it("keeps the opt-in question within an invitation where the one who asks has no name", () => {
    for (const locale of [ENGLISH, GERMAN, SPANISH]) {
      for (const company of ["Nordwind Kühl", "{{target.email}}", "Nordwind Kühlhäuser und Lagertechnik"]) {
        const { lint } = KINDS["opt-in question"]!({
          me: { id: "me", company },
          connector: { id: "c" },
          target: { id: "t" },
          channel: "linkedin-invitation",
          locale,
        });
        expect(errors(lint)).toEqual([]);
      }
    }
  });

  it("mends in its own language", () => {
    const note =
      "Hallo Carol, im Mai haben wir viel erreicht. Bitte nenne mir heute die Leute, bei denen man vor demselben Problem steht.";
    expect(
      fixMessage({ note, mode: "issue", subject: "Lieferungen bei Acme", locale: GERMAN }).note,
    ).toContain("Ein Nein ist völlig in Ordnung.");
  });

  it("says so where a pack lacks a sentence", () => {
    const { "out.short": _, ...texts } = GERMAN.texts;
    expect(() => draftAsk({ ...ask, channel: "linkedin-message", locale: { ...GERMAN, texts } })).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", details: { key: "out.short" } }),
    );
  });
});
