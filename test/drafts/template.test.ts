import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  compileTemplate,
  draftFromTemplate,
  type Playbook,
  readPlaybook,
  TEMPLATE_NAMES,
  type TemplateValues,
  writePlaybook,
} from "warmpath/drafts";
import { NASTY_NAMES } from "../support/drafts-input.js";

const code = (name: string, details: Record<string, unknown> = {}) =>
  expect.objectContaining({ code: name, details: expect.objectContaining(details) });

describe("compileTemplate", () => {
  it("puts values in as they are and never reads them again", () => {
    const template = compileTemplate(
      "Hi {{connector.first}}, {{{target.name}}} at {{&target.company}}: {{reason}}",
    );
    expect(template.names).toEqual(["connector.first", "reason", "target.company", "target.name"]);
    for (const name of [...NASTY_NAMES, "{{reason}}", "{{{offer}}}", "<b>&amp;</b>"]) {
      const values: TemplateValues = {
        "connector.first": name,
        "target.name": name,
        "target.company": name,
        reason: "R",
      };
      expect(template.render(values).text).toBe(`Hi ${name}, ${name} at ${name}: R`);
    }
  });

  it("shows a section only where there is a value, and names what is missing outside of one", () => {
    const template = compileTemplate(
      "{{#offer}}You get {{offer}}.{{/offer}}{{^offer}}-{{/offer}} {{reason}}",
    );
    expect(template.render({ offer: "a map" })).toEqual({ text: "You get a map.", missing: ["reason"] });
    expect(template.render({ reason: "x" })).toEqual({ text: "- x", missing: [] });
  });

  it("ends a sentence once where a value ends it", () => {
    const template = compileTemplate("From {{{target.company}}}. To {{&target.company}}, or {{offer}}.");
    const text = (company: string) => template.render({ "target.company": company, offer: "a map" }).text;
    expect(text("Acme Inc.")).toBe("From Acme Inc. To Acme Inc., or a map.");
    expect(text("Acme...")).toBe("From Acme... To Acme..., or a map.");
    expect(text("Acme")).toBe("From Acme. To Acme, or a map.");
  });

  it("refuses an unknown name with its place", () => {
    expect(() => compileTemplate("Hi\n {{target.email}}")).toThrow(
      code("TEMPLATE_UNKNOWN_NAME", { position: 4, line: 2, column: 2 }),
    );
    for (const name of [
      "constructor",
      "__proto__",
      "toString",
      ".",
      "target",
      "Target.name",
      "reason.length",
    ]) {
      expect(() => compileTemplate(`{{${name}}}`)).toThrow(code("TEMPLATE_UNKNOWN_NAME"));
      expect(() => compileTemplate(`{{#${name}}}x{{/${name}}}`)).toThrow(code("TEMPLATE_UNKNOWN_NAME"));
    }
    expect(() => compileTemplate("{{#offer}}{{secret}}{{/offer}}")).toThrow(
      code("TEMPLATE_UNKNOWN_NAME", { position: 10 }),
    );
  });

  it("refuses what does not parse, partials, other delimiters and endless texts", () => {
    expect(() => compileTemplate("{{#offer}} never closed")).toThrow(code("TEMPLATE_INVALID", { line: 1 }));
    for (const bad of ["{{offer", "{{/offer}}", "{{> part}}", "{{=<% %>=}}<% offer %>", "x".repeat(20_001)]) {
      expect(() => compileTemplate(bad)).toThrow(code("TEMPLATE_INVALID"));
    }
    expect(() => compileTemplate(undefined as unknown as string)).toThrow(code("TEMPLATE_INVALID"));
  });

  it("never throws anything else, and renders the same twice", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.constantFrom("{{", "}}", "{{#offer}}", "{{/offer}}", "{{reason}}", "{{!", "{{{", "\n"),
          ),
        ),
        (pieces) => {
          try {
            const template = compileTemplate(pieces.join(""));
            const values = Object.fromEntries(TEMPLATE_NAMES.map((name) => [name, `<${name}>`]));
            expect(template.render(values)).toEqual(template.render(values));
          } catch (error) {
            expect((error as { code: string }).code).toMatch(/^TEMPLATE_/);
          }
        },
      ),
    );
  });
});

const playbook: Playbook = {
  format: "warmpath-playbook",
  version: 1,
  name: "Northwind",
  templates: [
    {
      id: "plain-ask",
      mode: "named",
      channel: "email",
      subject: "{{seeker.name}} / {{target.name}}, {{target.company}}",
      note: "Hi {{connector.first}},\n\nthank you for your time in May. Would you be open to introducing me to {{target.name}} at {{target.company}}? I ask because {{reason}}. No problem if not.\n\n{{seeker.name}}",
      forwardable:
        "For {{target.name}}, {{target.company}}\n\nI am {{seeker.name}} from {{seeker.company}}. I write because {{reason}}.{{#offer}} You would get {{offer}}.{{/offer}} Would you be open to a call of {{minutes}} minutes? No problem if not.",
    },
    { id: "thanks", mode: "touch", channel: "linkedin-message", note: "Thank you, {{connector.first}}." },
  ],
};

describe("playbook", () => {
  it("reads back what it wrote, byte for byte", () => {
    const json = writePlaybook(playbook);
    expect(readPlaybook(json)).toEqual(playbook);
    expect(writePlaybook(readPlaybook(json))).toBe(json);
  });

  it("refuses what is not one, with the place and without its text", () => {
    const broken = (change: (book: Record<string, unknown>) => void): string => {
      const book = JSON.parse(writePlaybook(playbook)) as Record<string, unknown>;
      change(book);
      return JSON.stringify(book);
    };
    const first = (book: Record<string, unknown>) => (book["templates"] as Record<string, unknown>[])[0]!;
    const cases: readonly [string, string, Record<string, unknown>][] = [
      ["{", "PLAYBOOK_INVALID", { path: "" }],
      ["[]", "PLAYBOOK_INVALID", { path: "" }],
      [broken((book) => (book["format"] = "x")), "PLAYBOOK_INVALID", { path: "format" }],
      [broken((book) => (book["version"] = 2)), "SNAPSHOT_NEWER", { version: 2 }],
      [broken((book) => (book["version"] = "1")), "PLAYBOOK_INVALID", { path: "version" }],
      [broken((book) => (book["name"] = "")), "PLAYBOOK_INVALID", { path: "name" }],
      [broken((book) => (book["templates"] = {})), "PLAYBOOK_INVALID", { path: "templates" }],
      [broken((book) => (first(book)["mode"] = "spam")), "PLAYBOOK_INVALID", { path: "templates.0.mode" }],
      [
        broken((book) => (first(book)["channel"] = "fax")),
        "PLAYBOOK_INVALID",
        { path: "templates.0.channel" },
      ],
      [broken((book) => delete first(book)["note"]), "PLAYBOOK_INVALID", { path: "templates.0.note" }],
      [broken((book) => (first(book)["id"] = "thanks")), "PLAYBOOK_INVALID", { path: "templates.1.id" }],
      [
        broken((book) => (first(book)["note"] = "{{ZZCANARY}}")),
        "TEMPLATE_UNKNOWN_NAME",
        { path: "templates.0.note", position: 0 },
      ],
    ];
    for (const [json, name, details] of cases) {
      expect(() => readPlaybook(json)).toThrow(code(name, details));
      try {
        readPlaybook(json);
      } catch (error) {
        expect(JSON.stringify([(error as Error).message, error])).not.toContain("ZZCANARY");
      }
    }
  });
});

describe("draftFromTemplate", () => {
  const ask = {
    me: { id: "me", name: "Ada Park", company: "Northwind" },
    connector: { id: "c", name: "Carol Jones" },
    target: { id: "t", name: "Bob Smith", company: "Acme" },
    playbook,
    template: "plain-ask",
  };

  it("fills a team's template and lints it", () => {
    const message = draftFromTemplate({ ...ask, reason: "they move a warehouse", offer: "our plan" });
    expect(message.subject).toBe("Ada Park / Bob Smith, Acme");
    expect(message.note).toContain("Bob Smith at Acme? I ask because they move a warehouse.");
    expect(message.lint).toEqual([]);
    expect(message.needs).toEqual([]);
    expect(message.parts[1]).toEqual(expect.objectContaining({ field: "note", key: "plain-ask" }));
  });

  it("asks for what is missing", () => {
    expect(draftFromTemplate(ask).needs).toEqual(["reason"]);
    expect(draftFromTemplate({ ...ask, target: { id: "t" } }).needs).toEqual(["company", "reason", "target"]);
    expect(() => draftFromTemplate({ ...ask, template: "none" })).toThrow(code("INVALID_ARGUMENT"));
  });

  it("takes nasty names as they are, on one line", () => {
    for (const name of NASTY_NAMES) {
      const message = draftFromTemplate({
        ...ask,
        reason: "they move",
        target: { id: "t", name, company: "Acme" },
      });
      expect(message.subject).not.toMatch(/[\r\n]/);
      expect(message.note).not.toMatch(/\r|\u202e|\u200b/);
      expect(message.lint.filter((one) => one.level === "error" && one.rule !== "L11")).toEqual([]);
    }
  });
});
