import fc from "fast-check";
import type { AskOptions, DraftLeg, NamedPerson } from "warmpath/drafts";

/** Names that break templates, mails, pages or terminals, and names that are merely unusual. */
export const NASTY_NAMES: readonly string[] = [
  "{{target.email}}",
  "{{{a}}} Smith",
  "${x} $& $' $1",
  "%s %FIRST_NAME%",
  "<img src=x onerror=alert(1)>",
  "Bob\r\nBcc: evil@example.com",
  "Ann\u202Egnp.exe",
  "Jo\u200Bhn Do\u2066e",
  "\u0410nna Smith",
  "[x](javascript:alert(1))",
  "Ann](http://x) `code` *b*",
  "TBD",
  'O\'Brien & Sons "X"',
  "Dr. Eva-Maria von der Leyen-Smythe, PMP, MBA",
  "王小明",
  "محمد علي",
  "Bob 🚀 Smith",
  "J\u0301ose\u0301 N\u0303",
  "a",
  "If Not",
  "Guarantee Buy",
  "!!! WIN NOW !!!",
  "Who Do You Know",
  "\u001b[2JEve",
  `${"Very".repeat(40)} Long`,
  "a b c d e f g h i j k l m n o p q r s t u v w x y z",
  "Lone \ud800 Surrogate",
  "constructor",
  "__proto__",
  "?? ?",
];

const PLAIN_NAMES = [
  "Bob Smith",
  "Ada Park",
  "Carol Jones",
  "Dave Miller",
  "Li Wei",
  "José García",
  "Anne-Marie O'Neil",
];
const COMPANIES = [
  "Acme",
  "Northwind",
  "Foo Inc.",
  "Müller & Söhne GmbH",
  "SAP",
  "BMW AG",
  "Contoso, Ltd.",
  "IBM",
];

export const REASONS: readonly string[] = [
  "we cut invoice errors by half for two firms of that size",
  "Acme opens a second plant in May. We helped the last three plants of that kind to start on time.",
  "they are hiring a head of logistics",
  "to compare notes on cold-chain audits",
  "because their freight costs doubled last year",
  "I read that they move to a new ERP; we have done that move four times",
];
export const OFFERS: readonly string[] = [
  "a benchmark of ten plants",
  "the checklist we wrote for two similar firms, free to keep",
  "an hour with our auditor",
];
const LONG =
  "we have worked with several firms that had the same trouble with late deliveries and paper forms ";

const name = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PLAIN_NAMES) },
  { weight: 2, arbitrary: fc.constantFrom(...NASTY_NAMES) },
  {
    weight: 1,
    arbitrary: fc
      .string({ minLength: 1, maxLength: 30, unit: "grapheme" })
      .filter((text) => /[\p{L}\p{N}]/u.test(text)),
  },
);
const company = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...COMPANIES) },
  { weight: 1, arbitrary: fc.constantFrom(...NASTY_NAMES) },
);

/** A person; with `whole`, name and company are known. */
export function personArb(id: string, whole = false): fc.Arbitrary<NamedPerson> {
  const facts = fc.record(
    {
      id: fc.constant(id),
      name,
      company,
      title: fc.constantFrom(
        "CFO",
        "Head of Sales",
        "CEO | Speaker | Dad",
        "CTO at Northwind",
        "{{title}}",
        "VP <b>Ops</b>",
      ),
      emails: fc.constantFrom<string[]>(["bob@example.com"], ["a@b.com?bcc=x@y"], ["a@b.com\r\nBcc: x"], []),
    },
    { requiredKeys: whole ? ["id", "name", "company"] : ["id"] },
  );
  return facts as fc.Arbitrary<NamedPerson>;
}

const day = fc
  .integer({ min: 0, max: 365 * 8 })
  .map((days) => new Date(Date.UTC(2018, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

export const legArb: fc.Arbitrary<DraftLeg> = fc.record(
  {
    strength: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    state: fc.constantFrom("never-spoken", "active", "fading", "dormant", "dormant-strong", "unknown"),
    inferred: fc.boolean(),
    evidence: fc.record(
      {
        connectedOn: fc.oneof(day, fc.constant("not a date")),
        interactions: fc.array(
          fc.record({
            at: day,
            direction: fc.constantFrom("in", "out", "both"),
            kind: fc.constantFrom("meeting", "call", "message", "comment", "like"),
          }),
          { maxLength: 4 },
        ),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<DraftLeg>;

export const CHANNELS = [
  "email",
  "linkedin-message",
  "linkedin-invitation",
  "linkedin-invitation-premium",
  "inmail",
] as const;
export const TONES = [undefined, "brief", "warm", "formal"] as const;

const reason = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...REASONS) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 30 }).map((times) => LONG.repeat(times).trim()) },
);
const offer = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...OFFERS) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 20 }).map((times) => LONG.repeat(times).trim()) },
);

/** Asks of every kind; with `whole`, the names, companies and reason that a request cannot do without are given. */
export function askArb(whole = false): fc.Arbitrary<AskOptions> {
  return fc
    .record(
      {
        channel: fc.constantFrom(...CHANNELS),
        tone: fc.constantFrom(...TONES),
        me: personArb("me", whole),
        connector: personArb("c", whole),
        target: personArb("t", whole),
        via: fc.array(personArb("v", true), { maxLength: 2 }),
        direct: fc.boolean(),
        leg: legArb,
        lastLeg: legArb,
        viaLeg: legArb,
        reason,
        offer,
        about: fc.constantFrom("We make audit software for food plants.", ""),
        context: fc.constantFrom("Thank you again for the tour of your plant.", ""),
        connectorReason: fc.constant("It would make you look good, as it is a free check."),
        reluctance: fc.constantFrom(0, 0.4, 0.5, 1),
        minutes: fc.constantFrom(15, 20, 30),
        seed: fc.string({ maxLength: 5 }),
        now: fc.constant("2026-06-01"),
      },
      {
        requiredKeys: whole
          ? ["channel", "me", "connector", "target", "reason"]
          : ["me", "connector", "target"],
      },
    )
    .map(({ direct, ...ask }) =>
      direct && Math.abs((ask.reason ?? "").length % 5) === 0 ? { ...ask, connector: ask.target } : ask,
    ) as fc.Arbitrary<AskOptions>;
}
