import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftAsk, mailto, toHtml, toMarkdown } from "warmpath/drafts";
import { NASTY_NAMES } from "../support/drafts-input.js";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(...NASTY_NAMES),
  fc.constantFrom("a\n\nb\nc", "x ".repeat(2000)),
);

describe("toHtml", () => {
  it("lets no markup through, and shows the text that went in", () => {
    fc.assert(
      fc.property(text, (raw) => {
        const bare = toHtml(raw).replace(/<\/?p>|<br>/g, "");
        expect(bare).not.toMatch(/[<>"']/);
        const back = bare.replace(/&#(\d+);/g, (_, unit: string) => String.fromCharCode(Number(unit)));
        expect(back.replace(/\n/g, "")).toBe(raw.replace(/\n/g, ""));
      }),
    );
    expect(toHtml('a < "b"\nc\n\nd')).toBe("<p>a &#60; &#34;b&#34;<br>c</p>\n<p>d</p>");
  });
});

describe("toMarkdown", () => {
  it("escapes every mark, and breaks bare addresses", () => {
    expect(toMarkdown("[x](javascript:alert(1))")).toBe("\\[x\\]\\(javascript:alert\\(1\\)\\)");
    expect(toMarkdown("1. a `b` *c* _d_ # <e>")).toBe("1\\. a \\`b\\` \\*c\\* \\_d\\_ \\# \\<e\\>");
    for (const link of ["https://evil.example", "www.evil.example", "MAILTO:a@b.example"]) {
      expect(toMarkdown(link)).not.toMatch(/https?:|mailto:|www\.|[^\u2060]@/i);
    }
    fc.assert(
      fc.property(text, (raw) => {
        expect(toMarkdown(raw).replace(/\\[\\`*_{}[\]()<>#+\-!|~&=.]/g, "")).not.toMatch(/[`*_[\]<>#|]/);
      }),
    );
  });
});

describe("mailto", () => {
  it("refuses an address that could say more than one", () => {
    for (const to of [
      "a@b.com?bcc=x@y",
      "a@b.com\r\nBcc: x",
      "a@b,c@d",
      "a b@c.de",
      "a%0a@b.com",
      "a@b.com&x=1",
      "a",
      "",
      "@b.com",
      `${"a".repeat(400)}@b.com`,
    ]) {
      expect(() => mailto({ to, subject: "s", body: "b" })).toThrow(
        expect.objectContaining({ code: "INVALID_ADDRESS" }),
      );
    }
  });

  it("makes a link with subject and body only, whatever they hold", () => {
    fc.assert(
      fc.property(text, text, (subject, body) => {
        const link = mailto({ to: "bob@acme.example", subject, body });
        // An empty body is left out.
        expect(link).toMatch(/^mailto:bob@acme\.example\?subject=[^&?\s]*(&body=[^&?\s]+)?$/);
        expect(link).not.toMatch(/subject=[^&]*%0[ad]/i);
        const read = decodeURIComponent(link.split("&body=")[1] ?? "");
        expect(read).toBe(body.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?|\n/g, "\r\n"));
      }),
    );
    expect(mailto({ to: "o'b+c@x.example", subject: "a b", body: "c\nd" })).toBe(
      "mailto:o'b%2Bc@x.example?subject=a%20b&body=c%0D%0Ad",
    );
  });

  it("goes with a draft where the address is a plain one, and says where it is long", () => {
    const ask = {
      me: { name: "Ada Park", company: "Northwind" },
      target: { name: "Bob Smith", company: "Acme" },
      reason: "größenordnungsmäßig ".repeat(25),
      offer: "Überlänge ".repeat(25),
    };
    const good = draftAsk({ ...ask, connector: { name: "Carol", emails: ["carol@beta.example"] } });
    expect(good.mailto).toMatch(/^mailto:carol@beta\.example\?/);
    expect(good.issues.map((one) => one.code)).toEqual(["MAILTO_LONG"]);
    const bad = draftAsk({
      ...ask,
      connector: { name: "Carol", emails: ["carol@beta.example?cc=x@y.example"] },
    });
    expect(bad.mailto).toBeUndefined();
    expect(bad.issues.map((one) => one.code)).toEqual(["INVALID_ADDRESS"]);
    expect(JSON.stringify(bad.issues)).not.toContain("carol");
  });
});

it("a name stands in a message without its headline, pronouns and emoji", () => {
  const { note, forwardable, subject } = draftAsk({
    me: { name: "Ada Park (she/her)", company: "Northwind" },
    connector: { name: "Dr. Lena Hoff (she/her)" },
    target: { name: "Wei Zhang ❤️ | Ex-Google", company: "Acme" },
    tone: "formal",
  });
  const all = [subject, note, forwardable].join("\n");
  expect(all).toContain("Dr. Lena Hoff");
  expect(all).toContain("Wei Zhang");
  expect(all).toContain("Ada Park");
  expect(all).not.toMatch(/she\/her|Ex-Google|\p{Extended_Pictographic}|\|/u);
});
