import { describe, expect, it } from "vitest";
import { type HubSpotOptions, type Import, readHubSpotContacts } from "../../src/ingest/index.js";
import { coverage } from "../../src/people/index.js";

const owner = { id: "me", name: "Ada Park" };
const codes = ({ issues }: Import) => issues.map(({ code, row, source }) => [code, row, source]);
// Whose a tag is, the laws tell.
const tagsOf = (result: Import) =>
  result.people.slice(1).map(({ tags }) => tags?.map(({ owner: _, ...tag }) => tag));
const read = (text: string, more: Partial<HubSpotOptions> = {}) =>
  readHubSpotContacts(text, { owner, ...more });

it("reads contacts, and marks clients by their won deals", () => {
  const contacts =
    "Record ID,First Name,Last Name,Email,Associated Company,Lifecycle Stage\n7,Bob,Smith,bob@acme.example,Acme,lead\n8,Eve,Fox,,Globex,lead\n9,Tom,Ray,,,\n";
  const deals =
    "Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Contact IDs\n" +
    "1,Big,Closed Won,1e9,2024-03-05 10:00,7;8\n2,Old,closedlost,5,30 Feb 2020,8\n3,Open,Qualified,5,,9\n" +
    "4,More,closedwon,5,2025-11-20,7\n5,Nobody,Closed Won,5,2025-11-20,\n6,Stranger,Closed Won,5,2025-11-20,99\n" +
    "7,Half,Closed Lost,5,2023-01-02,7; 99\n8,Two,Closed Lost,5,2022-01-02,7";
  const result = read(contacts, { deals });
  expect(tagsOf(result)).toEqual([
    [
      { code: "source:clients", evidence: "client since 2024-03, 2 won deals", at: "2025-11-20" },
      { code: "method:happy-customer", evidence: "2 won deals, satisfaction not known", at: "2025-11-20" },
      { code: "source:business-contacts", evidence: "2 lost deals, last 2023-01", at: "2023-01-02" },
    ],
    [
      { code: "source:clients", evidence: "client since 2024-03, won deal", at: "2024-03-05" },
      { code: "method:happy-customer", evidence: "won deal, satisfaction not known", at: "2024-03-05" },
      { code: "source:business-contacts", evidence: "lost deal" },
    ],
    undefined,
  ]);
  expect(result.people[1]?.company).toBe("Acme");
  expect(result.report).toEqual({ rowsRead: 3, rowsKept: 3, rowsSkipped: 0 });
  expect(result.sides).toEqual({ deals: { rowsRead: 8, rowsKept: 5, rowsSkipped: 3 } });
  expect(codes(result)).toEqual([
    ["DATE_UNREADABLE", 3, "deals"],
    ["DEAL_OPEN", 4, "deals"],
    ["DEAL_WITHOUT_CONTACT", 6, "deals"],
    ["CONTACT_UNKNOWN", 7, "deals"],
    ["CONTACT_UNKNOWN", 8, "deals"],
  ]);
  expect(coverage(result.people).sources.filter(({ people }) => people > 0)).toEqual([
    { code: "clients", people: 2 },
    { code: "business-contacts", people: 2 },
  ]);
});

it("takes columns of their own before a stage's name, and probability where neither tells", () => {
  const deals = (header: string, ...cells: string[]) =>
    `${header},Associated Contact IDs\n${cells.map((cell) => `${cell},1`).join("\n")}`;
  const outcomes = (text: string) =>
    (tagsOf(read("Record ID,First Name,Email\n1,Bob,", { deals: text }))[0] ?? []).map(
      ({ evidence }) => evidence,
    );
  expect(outcomes(deals("Deal Stage,Is Closed Won,Is closed lost", "Kick-off,true,false"))[0]).toBe(
    "won deal",
  );
  expect(outcomes(deals("Deal Stage,Is Closed Won,Is closed lost", "Gone,false,TRUE"))).toEqual([
    "lost deal",
  ]);
  expect(outcomes(deals("Deal Stage,Is Closed Won,Is closed lost", "Closed Won,false,false"))).toEqual([]);
  expect(outcomes(deals("Deal Stage,Is Closed Won,Is closed lost", "Closed Won,true,true"))).toEqual([]);
  expect(outcomes(deals("Deal Stage,Deal probability", "Phase 7,1", "Phase 7,100%", "Phase 8,1.0"))[0]).toBe(
    "3 won deals",
  );
  expect(outcomes(deals("Deal Stage,Deal probability", "Phase 9,0", "Phase 9,0%"))).toEqual(["2 lost deals"]);
  expect(
    outcomes(deals("Deal Stage,Deal probability", "Phase 9,0.2", "Won or lost,0.9", "Wonderful,")),
  ).toEqual([]);
});

describe("satisfaction", () => {
  const level = (header: string, cell: string, more: Partial<HubSpotOptions> = {}) => {
    const result = read(`Record ID,First Name,Email,${header}\n1,Bob,,"${cell}"`, more);
    const tag = result.people[1]?.tags?.find(({ code }) => code.startsWith("satisfaction:"));
    return tag === undefined ? codes(result).map(([code]) => code) : [tag.code.slice(13), tag.evidence];
  };
  it.each([
    ["NPS", "9", ["high", "NPS 9 of 10"]],
    ["NPS", "10/10", ["high", "NPS 10 of 10"]],
    ["NPS", "7", ["medium", "NPS 7 of 10"]],
    ["NPS", "6", ["low", "NPS 6 of 10"]],
    ["Last NPS survey rating", "Promoter", ["high", "NPS in words"]],
    ["NPS", "42", ["SATISFACTION_UNREADABLE"]],
    ["NPS", "-3", ["SATISFACTION_UNREADABLE"]],
    ["CSAT", "5", ["high", "CSAT 5 of 5"]],
    ["CSAT", "4,5", ["high", "CSAT 4.5 of 5"]],
    ["CSAT", "3", ["medium", "CSAT 3 of 5"]],
    ["CSAT", "2/5", ["low", "CSAT 2 of 5"]],
    ["CSAT", "7 of 10", ["medium", "CSAT 7 of 10"]],
    ["CSAT score", "85 %", ["high", "CSAT 85%"]],
    ["CSAT score", "55", ["low", "CSAT 55%"]],
    ["CSAT", "8", ["SATISFACTION_UNREADABLE"]],
    ["CSAT", "0", ["SATISFACTION_UNREADABLE"]],
    ["Customer satisfaction", "Very satisfied", ["high", "satisfaction in words"]],
    ["Kundenzufriedenheit", "unzufrieden", ["low", "satisfaction in words"]],
    ["Satisfacción del cliente", "Muy satisfecho", ["high", "satisfaction in words"]],
    ["Satisfaction client", "Très insatisfait", ["low", "satisfaction in words"]],
    ["顧客満足度", "満足", ["high", "satisfaction in words"]],
    ["Satisfaction", "as the wind blows", ["SATISFACTION_UNREADABLE"]],
  ])("%s %s", (header, cell, expected) => expect(level(header, cell)).toEqual(expected));

  it("is cut where the caller says", () => {
    expect(level("CSAT", "4", { satisfaction: { high: 0.9 } })[0]).toBe("medium");
    for (const satisfaction of [{ high: 2 }, { medium: 0.9 }, { high: Number.NaN }]) {
      expect(() => read("First Name,Email\nBob,", { satisfaction })).toThrow(
        expect.objectContaining({ code: "INVALID_ARGUMENT" }),
      );
    }
  });

  const contacts = "Record ID,First Name,Email,NPS,CSAT\n1,Bob,,,\n2,Eve,,10,2\n3,Tom,,9,\n";
  const deals =
    "Deal Stage,Close Date,CSAT,Associated Contact IDs\nWon,2024-01-01,1,1;2;3\nWon,2025-01-01,5,1;2;3\nWon,2025-01-01,3,1\n";
  it("comes from their own record, else from their latest deal, and keeps the discontent from being happy customers", () => {
    const [bob, eve, tom] = tagsOf(read(contacts, { deals })).map((tags) =>
      tags?.filter(({ code }) => code !== "source:clients"),
    );
    expect(bob).toEqual([
      { code: "method:happy-customer", evidence: "3 won deals, CSAT 3 of 5", at: "2025-01-01" },
      { code: "satisfaction:medium", evidence: "CSAT 3 of 5" },
    ]);
    expect(eve).toEqual([{ code: "satisfaction:low", evidence: "CSAT 2 of 5", private: true }]);
    expect(tom?.map(({ code }) => code)).toEqual(["method:happy-customer", "satisfaction:high"]);
  });
});

it("reads stages, types and companies, and maps only what is plain", () => {
  const contacts =
    "RECORD ID;first name;LAST NAME;eMail;Company Name;Lifecycle stage;Contact type;Associated Company IDs;Associated Company IDs (Primary);Became a customer date\n" +
    "1;A;A;;;customer;;;;2021-02-03 10:00\n2;B;B;;;Opportunity;Vendor;;;\n3;C;C;;;;Partner;77;;\n4;D;D;;;;;77;78;\n5;E;E;;Own;;;79;;\n6;F;F;;;evangelist;;;;some day\n" +
    "7;G;G;;;lead;Investor;80;;";
  const companies =
    "Record ID,Company name,Company Domain Name,Type,Lifecycle Stage\n77,Acme,acme.example,Competitor,\n78,Globex,,Vendor,customer\n79,Hooli,,PARTNER,\n,Nameless,,,\n80,Umbrella,,Prospect,lead\n80,Zeta,,Prospect,lead";
  const result = read(contacts, { companies });
  const tags = tagsOf(result);
  expect(tags[0]).toEqual([
    {
      code: "source:clients",
      evidence: "client since 2021-02, customer by lifecycle stage",
      at: "2021-02-03",
    },
    {
      code: "method:happy-customer",
      evidence: "customer by lifecycle stage, satisfaction not known",
      at: "2021-02-03",
    },
  ]);
  expect(tags[1]).toEqual([
    { code: "method:vendor", evidence: "vendor by contact type" },
    { code: "source:business-contacts", evidence: "vendor by contact type" },
  ]);
  expect(tags[2]).toEqual([
    { code: "source:key-referral-partners", evidence: "partner by contact type" },
    { code: "sensitive:competitor", evidence: "competitor by company type", private: true },
  ]);
  expect(tags[3]?.map(({ code, evidence }) => [code, evidence])).toEqual([
    ["method:vendor", "vendor by company type"],
    ["source:business-contacts", "vendor by company type"],
    ["source:clients", "customer by company's lifecycle stage"],
    ["method:happy-customer", "customer by company's lifecycle stage, satisfaction not known"],
  ]);
  expect(tags[4]?.map(({ code }) => code)).toEqual(["source:key-referral-partners"]);
  expect(tags[5]?.map(({ code }) => code)).toEqual(["source:clients", "method:happy-customer"]);
  expect(tags[6]).toBeUndefined();
  expect(result.people.slice(1).map(({ company }) => company)).toEqual([
    undefined,
    undefined,
    "Acme",
    "Globex",
    "Own",
    undefined,
    "Umbrella",
  ]);
  expect(codes(result)).toEqual([
    ["DATE_UNREADABLE", 7, undefined],
    ["ROW_WITHOUT_ID", 5, "companies"],
    ["ID_REPEATED", 7, "companies"],
  ]);
  expect(result.sides).toEqual({ companies: { rowsRead: 6, rowsKept: 5, rowsSkipped: 1 } });
});

describe("other languages", () => {
  const languages: readonly (readonly [string, string, string, string, string])[] = [
    [
      "de",
      "Datensatz-ID,Vorname,Nachname,E-Mail,Firmenname,Berufsbezeichnung,Lifecycle-Phase,Stadt",
      "Kunde",
      "Deal-Phase,Abschlussdatum,Associated Contact IDs",
      "Abgeschlossen und gewonnen/Abgeschlossen und verloren",
    ],
    [
      "es",
      "ID de registro,Nombre,Apellidos,Correo,Nombre de la empresa,Cargo,Etapa del ciclo de vida,Ciudad",
      "Cliente",
      "Etapa del negocio,Fecha de cierre,Associated Contact IDs",
      "Cierre ganado/Cierre perdido",
    ],
    [
      "fr",
      "ID de fiche d'informations,Prénom,Nom,Adresse e-mail,Nom de l'entreprise,Intitulé du poste,Phase du cycle de vie,Ville",
      "Client",
      "Phase de la transaction,Date de fermeture,Associated Contact IDs",
      "Fermé gagné/Fermée perdue",
    ],
    [
      "pt",
      "ID do registro,Nome,Sobrenome,E-mail,Nome da empresa,Cargo,Fase do ciclo de vida,Cidade",
      "Cliente",
      "Etapa do negócio,Data de fechamento,Associated Contact IDs",
      "Fechado ganho/Negócio perdido",
    ],
    [
      "it",
      "ID record,Nome,Cognome,Email,Nome azienda,Qualifica,Fase del ciclo di vita,Città",
      "cliente",
      "Fase trattativa,Data di chiusura,Associated Contact IDs",
      "Chiusura vinta/Chiusura persa",
    ],
    [
      "nl",
      "Record-ID,Voornaam,Achternaam,E-mail,Bedrijfsnaam,Functie,Levenscyclusfase,Plaats",
      "Klant",
      "Dealfase,Sluitingsdatum,Associated Contact IDs",
      "Gesloten en gewonnen/Gesloten en verloren",
    ],
    [
      "ja",
      "レコードID,名,姓,Eメール,会社名,役職,ライフサイクルステージ,市区町村",
      "顧客",
      "取引ステージ,クローズ日,Associated Contact IDs",
      "受注/失注",
    ],
  ];
  it.each(languages)("%s", (_, header, customer, dealHeader, stages) => {
    const [won = "", lost = ""] = stages.split("/");
    const deals = `${dealHeader}\n${won},2024-03-05,1\n${lost},2023-02-01,2\n`;
    const row = (id: number, stage: string) => `${id},Bob,Smith,b${id}@acme.example,Acme,VP,${stage},Berlin`;
    const text = `${header}\n${row(1, "")}\n${row(2, "")}\n${row(3, customer)}\n`;
    for (const [contacts, side] of [
      [text, deals],
      [text.toUpperCase(), deals.toUpperCase()],
      [text.normalize("NFD"), deals.normalize("NFD")],
    ] as const) {
      const result = read(contacts, { deals: side });
      expect(tagsOf(result).map((tags) => tags?.map(({ code, at }) => [code, at]))).toEqual([
        [
          ["source:clients", "2024-03-05"],
          ["method:happy-customer", "2024-03-05"],
        ],
        [["source:business-contacts", "2023-02-01"]],
        [
          ["source:clients", undefined],
          ["method:happy-customer", undefined],
        ],
      ]);
      const { name, firstName, lastName, company, title, location, emails } = result.people[1] ?? {};
      expect(
        [name, firstName, lastName, company, title, location, emails?.length].map((field) =>
          `${field}`.toLowerCase(),
        ),
      ).toEqual(["bob smith", "bob", "smith", "acme", "vp", "berlin", "1"]);
      expect(result.issues).toEqual([]);
    }
  });

  it("reads flags and probability of an Italian export", () => {
    const deals =
      "ID record,Nome trattativa,Fase trattativa,È con chiusura vinta,È con chiusura persa,Probabilità trattativa,Data di chiusura,Associated Contact IDs\n1,x,Proposta,true,false,1,2024-03-05,1";
    expect(tagsOf(read("ID record,Nome,Cognome\n1,Bob,Smith", { deals }))[0]?.[0]?.evidence).toBe(
      "client since 2024-03, won deal",
    );
  });
});
