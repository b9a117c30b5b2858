import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  COMPANY_LEVELS,
  companyLikeness,
  findTargets,
  foldCompany,
  sameCompany,
} from "../../src/people/index.js";

describe("companies", () => {
  it("are candidates in another script, and a buyer of another firm does not make one of theirs", () => {
    expect(companyLikeness("ПАО Газпром", "Gazprom")).toMatchObject({ level: "spelling", same: false });
    for (const [held, asked] of [
      ["АО Газпром", "Gazprom"],
      ["Gazprom", "Газпром"],
    ] as const)
      expect(findTargets([{ id: "x", company: held }], { company: asked })[0]?.why).toEqual([
        "company spelled almost the same",
      ]);
    expect(sameCompany("Acme (acquired by Globex)", "Globex")).toBe(false);
    expect(sameCompany("Acme (formerly)", "Acme")).toBe(true);
  });

  it("are none where somebody only says how they work", () => {
    for (const none of "Selbstständige Beraterin|Selbständig tätig|Unternehmerin|Freelance Writer & Editor|Eigen baas|Multiple clients|Me, myself and I|Currently exploring|Inconnu|Co-Founder".split(
      "|",
    ))
      expect([none, foldCompany(none)]).toEqual([none, ""]);
    for (const firm of [
      "Investor AB",
      "Self Inc.",
      "Freelancer.com",
      "Consultant Connect",
      "Founders Fund",
      "Volunteers of America",
    ])
      expect([firm, foldCompany(firm) === ""]).toEqual([firm, false]);
  });

  it.each([
    ["McKinsey & Company", "McKinsey"],
    ["Bain & Company, Inc.", "Bain"],
    ["Rothschild & Co SCA", "Rothschild"],
    ["Merck KGaA", "Merck"],
    ["AB Volvo", "Volvo AB"],
    ["AB Electrolux (publ)", "Electrolux"],
    ["S.C. Dacia S.R.L.", "Dacia"],
    ["S.C. Romgaz S.A.", "Romgaz"],
    ["SIA Rimi Latvia", "Rimi Latvia"],
    ["UAB Vilniaus Duona", "Vilniaus Duona"],
    ["شركة الراجحي", "الراجحي"],
    ["Grupo Bimbo, S.A.B. de C.V.", "Grupo Bimbo"],
    ["Constructora Sol S. de R.L. de C.V.", "Constructora Sol"],
    ["ООО «Ромашка»", "Ромашка"],
    ["ПАО Газпром", "Газпром"],
    ["ТОВ Рошен", "Рошен"],
    ["PT Bank Central Asia Tbk", "Bank Central Asia"],
    ["Công ty TNHH Hoa Sen", "Hoa Sen"],
    ["บริษัท ปตท จำกัด (มหาชน)", "ปตท"],
    ["Koç Holding A.Ş.", "Koç Holding"],
    ["Ülker Bisküvi Sanayi ve Ticaret A.Ş.", "Ülker Bisküvi"],
    ["Škoda Auto a. s.", "Škoda Auto"],
    ["Alza spol. s r.o.", "Alza"],
    ["OTP Bank Nyrt.", "OTP Bank"],
    ["Infosys Pvt. Ltd.", "Infosys"],
    ["Amazon.com, Inc.", "Amazon"],
    ["(株)ソニー", "ソニー株式会社"],
    ["주식회사 카카오", "㈜카카오"],
    ["华为技术有限公司", "华为技术"],
    ["台灣積體電路製造股份有限公司", "台灣積體電路製造"],
  ])("are the same with a legal form anywhere: %j, %j", (a, b) => {
    expect(companyLikeness(a, b).level).toBe("same");
    expect(sameCompany(b, a)).toBe(true);
  });

  it.each([
    ["Ernst & Young LLP", "EY"],
    ["International Business Machines Corp.", "I.B.M."],
    ["Facebook, Inc.", "Meta Platforms"],
    ["J.P. Morgan", "JPMorgan Chase & Co."],
    ["PricewaterhouseCoopers GmbH", "PwC"],
    ["Procter & Gamble", "P&G"],
    ["Amazon Web Services (AWS)", "AWS"],
    ["National Cash Register (NCR)", "NCR Corporation"],
    ["NCR (National Cash Register)", "National Cash Register"],
    ["Deutsche Forschungsgemeinschaft Berlin (DFB)", "DFB"],
    ["Acme (formerly Initech)", "Initech"],
    ["Acme GmbH (ehemals Initech AG)", "Initech"],
  ])("are one under another name: %j, %j", (a, b) => {
    expect(sameCompany(a, b)).toBe(true);
    expect(
      findTargets([{ id: "x", name: "Bob Smith", company: a }], `Bob Smith at ${b}`)[0]?.score,
    ).toBeGreaterThan(0.9);
    expect(companyLikeness(a, b)).toEqual(companyLikeness(b, a));
  });

  it.each([
    ["IBM Deutschland GmbH", "IBM", "branch"],
    ["Acme - Berlin", "Acme", "branch"],
    ["EQT AB Group", "EQT", "branch"],
    ["Siemens Österreich AG", "Siemens AG", "branch"],
    ["SAP Labs", "SAP", "longer"],
    ["Volvo Cars", "Volvo AB", "longer"],
    ["Datadog", "Data Dog", "spelling"],
    ["Mircosoft", "Microsoft", "spelling"],
    ["North Atlantic Trading", "NAT", "acronym"],
    ["Air France", "Air Canada", "other"],
    ["Bank of America", "Bank of Ireland", "other"],
    ["United Airlines", "United Nations", "other"],
    ["삼성전자", "현대자동차", "other"],
    ["", "Acme", "unknown"],
    ["Freelance", "Freelance", "unknown"],
  ] as const)("are weaker matches by level, never the same: %j, %j: %s", (a, b, level) => {
    expect(companyLikeness(a, b)).toBe(COMPANY_LEVELS[level]);
    expect(sameCompany(b, a)).toBe(false);
  });

  it("are one company whose umlauts somebody spells out, and whose marks somebody leaves out", () => {
    for (const [name, spelled, bare] of [
      ["Müller Maschinenbau GmbH", "Mueller Maschinenbau", "Muller Maschinenbau"],
      ["Börse Stuttgart", "BOERSE STUTTGART", "Borse Stuttgart"],
      ["Käserei Übelacker", "Kaeserei Uebelacker KG", "Kaserei Ubelacker"],
    ] as const) {
      for (const form of [name, name.normalize("NFD"), name.toUpperCase()]) {
        expect(sameCompany(form, spelled), `${form} and ${spelled}`).toBe(true);
        expect(sameCompany(spelled, form), `${spelled} and ${form}`).toBe(true);
        expect(sameCompany(form, bare), `${form} and ${bare}`).toBe(true);
      }
    }
    expect(sameCompany("Bauer", "Baur")).toBe(false);
    expect(sameCompany("Blue Origin", "Blu Origin")).toBe(false);
  });

  it("take names of the caller's own in place of the table", () => {
    const companyAliases = [["Bolt", "Acme Robotics"]];
    expect(sameCompany("Acme Robotics GmbH", "Bolt Inc.", { companyAliases })).toBe(true);
    expect(sameCompany("EY", "Ernst & Young", { companyAliases })).toBe(false);
    expect(foldCompany("Ernst & Young", [])).toBe("ernst and young");
  });

  it.each([
    "GmbH",
    "S.A.",
    "Ltd.",
    "Sp. z o.o.",
    "Self Employed",
    "self-employed",
    "Selbstständig",
    "Self employed / Freelance",
    "Unternehmensberater selbständig",
    "Currently unemployed",
    "In cerca di lavoro",
    "En búsqueda",
    "selbständig",
    "Freiberuflerin",
    "Freelancer",
    "Freelance Consultant",
    "Independent Consultant",
    "Indépendant",
    "Auto-entrepreneur",
    "Autónomo",
    "Autônoma",
    "Profissional autônomo",
    "Libero professionista",
    "Zelfstandige",
    "ZZP'er",
    "Egenföretagare",
    "Selvstændig",
    "Yrittäjä",
    "Samozatrudniony",
    "OSVČ",
    "Самозанятый",
    "ИП",
    "フリーランス",
    "自由职业",
    "프리랜서",
    "עצמאי",
    "Stealth",
    "Stealth Mode Startup",
    "Stealth AI Startup",
    "Confidential",
    "Vertraulich",
    "Retired",
    "Rentner",
    "Jubilado",
    "Aposentada",
    "À la retraite",
    "Looking for new opportunities",
    "Open to work",
    "Actively seeking",
    "Between jobs",
    "Career break",
    "Unemployed",
    "N/A",
    "-",
    "none",
    "Unknown",
    "Undisclosed",
  ])("are none where the text names none: %j", (text) => {
    expect(foldCompany(text)).toBe("");
    expect(sameCompany(text, text)).toBe(false);
  });

  it.each([
    "Stealth Monitoring",
    "Independent Bank",
    "Retired Racing Greyhounds",
    "Private Bank Zurich",
    "Seek",
    "Freelancer.com Pty",
    "Student Universe",
    "Open Text",
  ])("are companies though a word of them says otherwise: %j", (text) => {
    if (text !== "Freelancer.com Pty") expect(foldCompany(text)).not.toBe("");
  });

  it("fold to a key that folds to itself, and are compared alike from both sides", () => {
    const words = fc.constantFrom(
      ..."Acme Volvo AB GmbH & Co KG Inc. (ACME) Bank of America Deutschland - Berlin S.A. the Group 株式会社 ООО EY IBM".split(
        " ",
      ),
    );
    const name = fc.array(words, { maxLength: 6 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(foldCompany(foldCompany(a))).toBe(foldCompany(a));
        expect(companyLikeness(a, b)).toBe(companyLikeness(b, a));
      }),
      { numRuns: 2000 },
    );
  });

  it("finds people by another name of their company, and by a branch with a lower score", () => {
    const people = [
      { id: "a", name: "Bob Stone", company: "Amazon Web Services (AWS)" },
      { id: "b", name: "Bob Stone", company: "International Business Machines" },
      { id: "c", name: "Bob Stone", company: "Siemens Schweiz AG" },
    ];
    const best = (company: string) => findTargets(people, { name: "Bob Stone", company })[0];
    expect(best("AWS")).toMatchObject({ person: "a", why: ["same name", expect.stringMatching(/company/)] });
    expect(best("IBM")).toMatchObject({ person: "b", score: 1 });
    expect(best("Siemens")).toMatchObject({ person: "c", score: 0.88, ambiguous: false });
  });
});
