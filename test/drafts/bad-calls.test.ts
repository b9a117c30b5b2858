import { describe, expect, it } from "vitest";
import * as drafts from "warmpath/drafts";
import { GERMAN } from "../../src/drafts/locales/de.js";
import { SPANISH } from "../../src/drafts/locales/es.js";
import { KINDS } from "../support/drafts-kinds.js";

const ask: drafts.AskOptions = {
  me: { id: "me", name: "Ada Park", company: "Northwind" },
  connector: { id: "c", name: "Carol Jones", company: "Beta" },
  target: { id: "t", name: "Bob Smith", company: "Acme" },
};
const caught = (call: () => unknown): { code?: string; text: string; message: string } => {
  try {
    call();
  } catch (error) {
    const { code, details, message } = error as drafts.AskMessage & {
      code: string;
      details: object;
      message: string;
    };
    return { code, message, text: message + JSON.stringify(details) };
  }
  return { text: "", message: "no error" };
};
const refused = expect.objectContaining({ code: "INVALID_ARGUMENT" });

describe("bad calls", () => {
  const calls = Object.entries(drafts).filter(([name]) => /^draft|^lintMessage$|^fixMessage$/.test(name));
  it.each(calls)("%s takes no missing or half-filled options", (name, call) => {
    const run = call as (options: unknown) => unknown;
    for (const options of [undefined, null, 1, "x"]) expect(caught(() => run(options))).toEqual(refused);
    if (!name.startsWith("draft")) return;
    const whole: Record<string, unknown> = {
      ...ask,
      first: ask.connector,
      second: ask.target,
      next: ask.target,
    };
    for (const part of [{}, { me: ask.me }, { connector: ask.connector, target: ask.target }])
      expect(caught(() => run(part))).toEqual(refused);
    for (const missing of ["me", "connector", "target", "first", "second", "next"]) {
      for (const value of [undefined, null, "Ada Park"]) {
        const { code } = caught(() => run({ ...whole, [missing]: value }));
        expect([undefined, "INVALID_ARGUMENT"]).toContain(code);
      }
    }
    expect(caught(() => run({ ...whole, me: undefined }))).toEqual(refused);
  });

  it("an unknown word is refused and not repeated", () => {
    const secret = "Bob Smith bob@acme.example";
    const bad = (value: unknown): (() => unknown)[] => [
      () => drafts.draftUpdate({ ...ask, status: value as "won" }),
      () => drafts.draftThankYou({ ...ask, outcome: value as "agreed" }),
      () => drafts.draftOwnContact({ ...ask, after: value as "agreed" }),
      () => drafts.draftSoftAsk({ ...ask, ask: value as "use-my-name" }),
      () => drafts.draftAsk({ ...ask, tone: value as "warm" }),
      () => drafts.draftAsk({ ...ask, connectorStyle: value as "warm" }),
      () => drafts.draftAsk({ ...ask, channel: value as string }),
      () => drafts.lintMessage({ note: "x", mode: value as "named" }),
    ];
    for (const value of [secret, "constructor", "__proto__", "toString", 7, {}]) {
      for (const call of bad(value)) {
        const { text, ...error } = caught(call);
        expect(error).toEqual(refused);
        expect(text).not.toMatch(/Bob|acme|constructor|__proto__|toString/);
      }
    }
    expect(caught(() => drafts.draftUpdate({ ...ask } as drafts.UpdateOptions))).toEqual(refused);
    expect(caught(() => drafts.draftSoftAsk({ ...ask, target: undefined, ask: "use-my-name" }))).toEqual(
      refused,
    );
  });
});

describe("the day of the week", () => {
  it("is that of `now` where no day of sending is given", () => {
    for (const kind of Object.values(KINDS)) {
      const days = ["2026-06-01", "2026-06-04", "2026-06-05", "2026-06-06", "2026-06-07"].map((now) =>
        kind({ ...ask, now })
          .lint.filter((one) => one.rule === "L23")
          .map((one) => one.level),
      );
      expect(days).toEqual([[], [], ["info"], ["info"], []]);
    }
    const later = { ...ask, now: "2026-06-05", sendOn: "2026-06-08" };
    expect(drafts.draftAsk(later).lint.some((one) => one.rule === "L23")).toBe(false);
    expect(drafts.draftAsk(ask).lint.some((one) => one.rule === "L23")).toBe(false);
  });
});

describe("who has no name", () => {
  it.each([drafts.ENGLISH, GERMAN, SPANISH])("begins a sentence with a capital", (locale) => {
    for (const [kind, make] of Object.entries(KINDS)) {
      for (const channel of ["email", "linkedin-message"] as const) {
        for (let seed = 0; seed < 4; seed++) {
          const someone = {
            me: { company: "Northwind" },
            connector: { name: "Carol" },
            target: { company: "Acme" },
          };
          const { note } = make({
            ...someone,
            channel,
            locale,
            seed: String(seed),
            reason: "Two plants move.",
          });
          const body = locale === GERMAN ? note.replace(/^[^\n]*,\n\n./u, "X") : note;
          const small = body.match(/(?:^|[.!?]\s+|\n\n)[¿¡]?\p{Ll}[^.]*/gu);
          const own = small?.filter((start) => !/a buyer at Delta|you both/.test(start)) ?? [];
          expect({ kind, own }).toEqual({ kind, own: [] });
        }
      }
    }
  });
  it("in a relay", () => {
    const relay = { ...ask, me: {}, next: { name: "Dave Miller" }, channel: "email", seed: "1" };
    expect(drafts.draftRelay(relay).note).toContain("\n\nSomeone I know ");
    expect(drafts.draftRelay({ ...relay, locale: SPANISH }).note).toContain("\n\nAlguien a quien conozco ");
  });
});
