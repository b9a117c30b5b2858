import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  emailKey,
  foldCompany,
  foldName,
  joinName,
  normalizeEmail,
  normalizeProfileUrl,
  sameCompany,
} from "../../src/people/index.js";
import { expectLinear } from "../support/linear.js";

describe("foldName", () => {
  it.each([
    ["Łukasz O’Neil-Groß, PMP", "lukasz oneil gross"],
    ["İpek Dağhan", "ipek daghan"],
    ["ISIL Işıl", "isil isil"],
    ["Аnna Kоwalski", "anna kowalski"],
    ["Dr. Jane DOE Ph.D.", "jane doe"],
    ["Jane  Doe, MBA, CSM", "jane doe"],
    ["J.R. Smith, Jr.", "j r smith jr"],
    ["Smith, John", "smith john"],
    ["SMITH, JOHN", "smith john"],
    ["DOE, PMP", "doe"],
    ["Jane Doe, SHRM-CP, MSc", "jane doe"],
    ["Jo\u200bhn 🚀 Mu\u0308ller", "john muller"],
    ["Søren Østergård", "soren ostergard"],
    ["Þór Ægisson", "thor aegisson"],
    ["王\u00a0伟", "王 伟"],
    ["ガク", "ガク"],
    ["محمّد", "محمد"],
    ["अनिल कुमार", "अनिल कुमार"],
    ["Анна Петрова", "анна петрова"],
    ["Ed Ma", "ed ma"],
    ["🚀", ""],
  ])("folds %j", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it("is idempotent and does not depend on Unicode form or case of ASCII", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (name) => {
        const folded = foldName(name);
        expect(foldName(folded)).toBe(folded);
        expect(foldName(name.normalize("NFD"))).toBe(foldName(name.normalize("NFC")));
      }),
      { numRuns: 2000 },
    );
  });

  it("is linear on long and hostile texts", async () => {
    for (const text of ["a.", "Ph D", ","])
      await expectLinear((length) => () => foldName(text.repeat(length)), 25_000);
    await expectLinear((length) => () => foldName(`${" ".repeat(length)}!`), 25_000);
  });
});

it("joins names for display: hidden marks and credentials go, generations stay", () => {
  const clean = (text: string) => text.replace(/\s+/g, " ").trim();
  expect(joinName("Jane", "Doe, PMP", clean)).toBe("Jane Doe");
  expect(joinName("John", "Doe, Jr., MBA", clean)).toBe("John Doe Jr.");
  expect(joinName("", ", PMP", clean)).toBe(", PMP");
  expect(joinName(" ", "", clean)).toBe("");
});

describe("foldCompany", () => {
  it.each([
    ["Acme, Inc.", "acme"],
    ["ACME Corp", "acme"],
    ["acme corporation", "acme"],
    ["Acme GmbH & Co. KG", "acme"],
    ["Acme Co., Ltd.", "acme"],
    ["Acme Pty Ltd", "acme"],
    ["The Acme Company", "acme"],
    ["Acme (formerly Bolt)", "acme"],
    ["Allegro Sp. z o.o.", "allegro"],
    ["A.P. Møller - Mærsk A/S", "ap moller maersk"],
    ["Société Générale S.A.", "societe generale"],
    ["株式会社ソニー", "ソニー"],
    ["ООО Ромашка", "ромашка"],
    ["Booking.com", "booking"],
    ["S.A.", ""],
    ["AT&T", "at and t"],
    ["Acme Robotics", "acme robotics"],
    ["Self-employed", ""],
    ["Stealth Startup", ""],
    ["N/A", ""],
    ["-", ""],
    ["Retired", ""],
  ])("folds %j", (company, folded) => {
    expect(foldCompany(company)).toBe(folded);
  });

  it("tells one company from another, and no company from all", () => {
    expect(sameCompany("Acme, Inc.", "ACME GmbH")).toBe(true);
    expect(sameCompany("Acme", "Acme Robotics")).toBe(false);
    expect(sameCompany("Freelance", "Freelance")).toBe(false);
    expect(sameCompany(undefined, undefined)).toBe(false);
    expect(sameCompany("", "")).toBe(false);
  });

  it("is linear on long texts", async () => {
    await expectLinear((length) => () => foldCompany("Inc.".repeat(length)), 25_000);
    await expectLinear((length) => () => foldCompany("(".repeat(length)), 25_000);
    await expectLinear((length) => () => foldCompany(`looking for ${" ".repeat(length)}`), 25_000);
  });
});

describe("normalizeProfileUrl", () => {
  it.each([
    "https://www.linkedin.com/in/zo%C3%AB-m",
    "http://de.linkedin.com/in/zo%C3%AB-m/",
    "www.linkedin.com/in/Zoë-M/de?trk=x#y",
    "linkedin.com/in/zoe%CC%88-m",
    "  https://m.linkedin.com/in/ZO%C3%8B-M  ",
  ])("makes one of %j", (url) => {
    expect(normalizeProfileUrl(url)).toBe("https://www.linkedin.com/in/zoë-m");
  });

  it("keeps the case of opaque member ids, the path of old addresses and broken escapes", () => {
    const member = "ACoAAAxYz0123456789abcdefABCDEF-_x";
    expect(normalizeProfileUrl(`https://www.linkedin.com/in/${member}`)).toBe(
      `https://www.linkedin.com/in/${member}`,
    );
    expect(normalizeProfileUrl("https://uk.linkedin.com/pub/Jane-Doe/1/2b/3")).toBe(
      "https://www.linkedin.com/pub/jane-doe/1/2b/3",
    );
    expect(normalizeProfileUrl("https://www.linkedin.com/in/a%E0%A4%A")).toBe(
      "https://www.linkedin.com/in/a%e0%a4%a",
    );
  });

  it.each([
    "",
    "https://www.linkedin.com/company/acme",
    "https://www.linkedin.com/sales/lead/ACwAA",
    "https://linkedin.com.evil.example/in/x",
    "https://evil.example/linkedin.com/in/x",
    "https://www.linkedin.com/in/",
    "javascript:alert(1)//linkedin.com/in/x",
    "jane doe",
  ])("refuses %j", (url) => {
    expect(normalizeProfileUrl(url)).toBeUndefined();
  });

  it("is idempotent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (slug) => {
        fc.pre(!/\p{Surrogate}/u.test(slug));
        const url = normalizeProfileUrl(`https://www.linkedin.com/in/${encodeURIComponent(slug)}`);
        if (url !== undefined) expect(normalizeProfileUrl(url)).toBe(url);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("e-mail addresses", () => {
  it("normalises one plain address and refuses all else", () => {
    expect(normalizeEmail(" <Jane.Doe@Example.COM> ")).toBe("jane.doe@example.com");
    expect(normalizeEmail("mailto:a@b.co")).toBe("a@b.co");
    for (const bad of [
      "",
      "a@b",
      "a b@c.de",
      "a@b.com?bcc=x@y.z",
      "a@b.com\r\nBcc: x",
      "a@b.c,d@e.f",
      "a@@b.com",
      "@b.com",
    ]) {
      expect(normalizeEmail(bad)).toBeUndefined();
    }
  });

  it("makes one mailbox of Gmail's spellings only", () => {
    expect(emailKey("Jane.Doe+news@googlemail.com")).toBe("janedoe@gmail.com");
    expect(emailKey("jane.doe+news@example.com")).toBe("jane.doe+news@example.com");
    expect(emailKey("+x@gmail.com")).toBe("+x@gmail.com");
  });

  it("is linear", async () => {
    await expectLinear((length) => () => normalizeEmail(`${"a".repeat(length)}@`), 25_000);
    await expectLinear((length) => () => normalizeEmail(`a@${"a.".repeat(length)}`), 25_000);
  });
});
