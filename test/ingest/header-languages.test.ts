import { describe, expect, it } from "vitest";
import {
  readContacts,
  readExport,
  readLinkedInConnections,
  readOutlookContacts,
} from "../../src/ingest/index.js";

const owner = { id: "me", name: "Ada Park" };
const first = (csv: string) => readExport(csv, { owner }).people[1];
const unread = (csv: string) =>
  readExport(csv, { owner }).issues.flatMap(({ code, details }) =>
    code === "COLUMN_NOT_USED" ? [details?.["header"]] : [],
  );

/** Files of address books and CRMs: header, one row, what is to be read of it. */
const FILES: readonly (readonly [string, string, object])[] = [
  [
    "Twenty",
    "Id,First name,Last name,Emails / Primary Email,Emails / Additional Emails,Linkedin / Link URL,Company / Name,Job Title\n1,Bob,Smith,bob@x.example,b2@x.example,https://linkedin.com/in/bob,Acme,CEO",
    {
      name: "Bob Smith",
      emails: ["bob@x.example", "b2@x.example"],
      company: "Acme",
      title: "CEO",
      profileUrl: "https://www.linkedin.com/in/bob",
    },
  ],
  [
    "folk",
    "First name,Last name,Emails,Companies,Job title,Linkedin\nBob,Smith,bob@x.example,Acme,CEO,linkedin.com/in/bob",
    { company: "Acme", title: "CEO", emails: ["bob@x.example"] },
  ],
  [
    "Yahoo",
    "First,Middle,Last,Nickname,Email,Category,Company,Title\nBob,Q,Smith,,bob@x.example,,Acme,CEO",
    { name: "Bob Q Smith", company: "Acme", title: "CEO" },
  ],
  [
    "EspoCRM",
    "Salutation,First Name,Last Name,Account,Title,Email\nMr.,Bob,Smith,Acme,CEO,bob@x.example",
    { company: "Acme", title: "CEO" },
  ],
  [
    "SuiteCRM",
    '"First Name","Last Name","ID","Title","Account Name","Email Address"\n"Bob","Smith","c1","CTO","Fritz Dr&auml;xlmaier &amp; Dahl","b@x.example"',
    { company: "Fritz Dräxlmaier & Dahl", title: "CTO" },
  ],
  [
    "Zoho",
    "Record Id,Contact Owner,First Name,Last Name,Account Name,Title,Email,Secondary Email\nz,Ada,Bob,Smith,Acme,CEO,bob@x.example,b2@x.example",
    { company: "Acme", emails: ["bob@x.example", "b2@x.example"] },
  ],
  [
    "Dynamics",
    "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,Full Name,Email,Company Name,Business Phone,Job Title\ng,x,Bob Smith,bob@x.example,Acme,1,CEO",
    { name: "Bob Smith", company: "Acme", title: "CEO" },
  ],
  [
    "Odoo",
    "Name,Company Name,Email,Job Position\nBob Smith,Acme,bob@x.example,CEO",
    { company: "Acme", title: "CEO" },
  ],
  [
    "Copper",
    "Copper ID,Name,Title,Company,Email,Work Email,LinkedIn\n1,Bob Smith,CEO,Acme,bob@x.example,b2@x.example,https://www.linkedin.com/in/bob",
    { company: "Acme", title: "CEO", emails: ["bob@x.example", "b2@x.example"] },
  ],
  [
    "Capsule",
    "Type,Title,First Name,Last Name,Job Title,Organisation,Email Address,Work Email\nPerson,Mr,Bob,Smith,CEO,Acme,bob@x.example,b2@x.example",
    { company: "Acme", title: "CEO" },
  ],
  [
    "Thunderbird",
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Job Title,Department,Organization,\nBob,Smith,Bob Smith,,bob@x.example,b2@x.example,,1,CEO,IT,Acme,",
    { company: "Acme", title: "CEO", emails: ["bob@x.example", "b2@x.example"] },
  ],
  [
    "camelCase",
    "profileUrl,fullName,firstName,lastName,companyName,jobTitle,workEmail\nhttps://www.linkedin.com/in/bob,Bob Smith,Bob,Smith,Acme,CEO,bob@x.example",
    {
      company: "Acme",
      title: "CEO",
      emails: ["bob@x.example"],
      profileUrl: "https://www.linkedin.com/in/bob",
    },
  ],
  [
    "snake_case",
    "linkedin_url,full_name,current_company,current_position,work_email\nlinkedin.com/in/bob,Bob Smith,Acme,CEO,bob@x.example",
    {
      company: "Acme",
      title: "CEO",
      emails: ["bob@x.example"],
      profileUrl: "https://www.linkedin.com/in/bob",
    },
  ],
  [
    "Twenty with parts of a name",
    "Id,Name / First Name,Name / Last Name,Emails / Primary Email,Emails / Additional Emails,Linkedin / Link URL,Job Title,Company / Name,Created by / Name\n1,Bob,Smith,bob@x.example,[],https://linkedin.com/in/bob,CEO,Acme,Ada",
    { name: "Bob Smith", company: "Acme", title: "CEO", emails: ["bob@x.example"] },
  ],
  [
    "SuiteCRM's fields",
    "first_name,last_name,id,title,account_name,email1,phone_work,assigned_user_name\nBob,Smith,c1,CEO,Acme,bob@x.example,1,ada",
    { company: "Acme", title: "CEO", emails: ["bob@x.example"] },
  ],
  [
    "Dynamics' fields",
    "firstname,lastname,fullname,emailaddress1,jobtitle,parentcustomeridname\nBob,Smith,Bob Smith,bob@x.example,CEO,Acme",
    { name: "Bob Smith", company: "Acme", title: "CEO", emails: ["bob@x.example"] },
  ],
  [
    "Odoo's fields",
    'id,name,parent_id/name,function,email\nx,"Acme, Bob Smith",Acme,CEO,bob@x.example',
    { name: "Bob Smith", company: "Acme", title: "CEO", emails: ["bob@x.example"] },
  ],
  [
    "Close",
    "lead_name,contact_name,title,email\nAcme,Bob Smith,CEO,bob@x.example",
    { name: "Bob Smith", company: "Acme", title: "CEO" },
  ],
  [
    "customers in German",
    "Ansprechpartner;Firma;E-Mail;Jobtitel\nBob Smith;Acme;bob@x.example;CEO",
    { name: "Bob Smith", company: "Acme", title: "CEO" },
  ],
  [
    "French, with the position under Titre",
    "Prénom,Nom,Société,Titre,Adresse de messagerie\nBob,Smith,Acme,CEO,bob@x.example",
    { name: "Bob Smith", company: "Acme", title: "CEO" },
  ],
  [
    "a list of one's own",
    "Person;Employer;Role;E-Mail (work)\nBob Smith;Acme;CEO;bob@x.example",
    { name: "Bob Smith", company: "Acme", title: "CEO", emails: ["bob@x.example"] },
  ],
  [
    "German list",
    "Name;Vorname;Firma;Funktion;E-Mail geschäftlich\nSmith;Bob;Acme;CEO;bob@x.example",
    { name: "Bob Smith", lastName: "Smith", company: "Acme", title: "CEO" },
  ],
];

it.each(FILES)("%s's columns are read", (_, csv, expected) => {
  expect(first(csv)).toMatchObject(expected);
  expect(unread(csv)).toEqual([]);
});

it("what stands behind a header in brackets hides no column", () => {
  const csv =
    "👤 Name,🏢 Company (Relation),✉️ Email,Employer (Manager)\nBob Smith,Acme,bob@x.example,Globex\n";
  expect(first(csv)).toMatchObject({ name: "Bob Smith", company: "Acme", emails: ["bob@x.example"] });
  expect(unread(csv)).toEqual(["Employer (Manager)"]);
});

/** Outlook's headers by language, of Roundcube's list of labels; Dutch is a guess. */
const OUTLOOK: readonly (readonly [string, string])[] = [
  [
    "German",
    '"Anrede","Vorname","Nachname","Firma","Position","E-Mail-Adresse"\n"Herr","Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
  [
    "French",
    '"Titre","Prénom","Nom","Société","Profession","Adresse de messagerie"\n"Mme","Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
  [
    "Spanish",
    '"Título","Nombre","Apellidos","Organización","Puesto","Dirección de correo electrónico"\n"","Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
  [
    "Italian",
    '"Titolo","Nome","Cognome","Società","Qualifica","Indirizzo E-mail"\n"","Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
  [
    "Portuguese",
    '"Título","Primeiro nome","Último nome","Empresa","Cargo","Endereço de E-mail"\n"","Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
  [
    "Polish",
    '"Tytuł","Imię","Nazwisko","Firma","Stanowisko","Adres e-mail"\n"","Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
  [
    "Russian",
    '"Имя","Фамилия","Организация","Должность","Адрес электронной почты"\n"Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
  [
    "Dutch",
    '"Aanhef","Voornaam","Achternaam","Bedrijf","Functie","E-mailadres"\n"","Élodie","Lefèvre","Acme","Chef","e@x.example"',
  ],
];
const ELODIE = {
  name: "Élodie Lefèvre",
  firstName: "Élodie",
  lastName: "Lefèvre",
  company: "Acme",
  title: "Chef",
  emails: ["e@x.example"],
};

it.each(OUTLOOK)(
  "Outlook's columns in %s are read, by the reader of Outlook and without a word",
  (_, csv) => {
    expect(first(csv)).toMatchObject(ELODIE);
    expect(unread(csv)).toEqual([]);
    expect(readOutlookContacts(csv, { owner }).people[1]).toMatchObject(ELODIE);
  },
);

/** LinkedIn's as they would be translated: guesses, since no localised export was seen. */
it.each([
  ["German", "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am", "05 März 2021"],
  ["French", "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté le", "5 mars 2021"],
  [
    "Spanish",
    "Nombre,Apellidos,URL,Dirección de correo electrónico,Empresa,Cargo,Conectado el",
    "5 de marzo de 2021",
  ],
  ["Italian", "Nome,Cognome,URL,Indirizzo email,Azienda,Posizione,Collegato il", "05 mar 2021"],
  ["Portuguese", "Nome,Sobrenome,URL,Endereço de e-mail,Empresa,Cargo,Conectado em", "05 mar. 2021"],
  ["Dutch", "Voornaam,Achternaam,URL,E-mailadres,Bedrijf,Functie,Verbonden op", "05 mrt 2021"],
  ["Polish", "Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Połączono", "05 marca 2021"],
  ["Russian", "Имя,Фамилия,URL,Адрес эл. почты,Компания,Должность,Дата подключения", "05 марта 2021"],
])("LinkedIn's columns in %s are read", (_, header, date) => {
  const csv = `${header}\nÉlodie,Lefèvre,https://www.linkedin.com/in/el,e@x.example,Acme,Chef,${date}\n`;
  const read = readExport(csv, { owner });
  expect(read.format).toBe("linkedin-connections");
  expect(read.people[1]).toMatchObject({ ...ELODIE, profileUrl: "https://www.linkedin.com/in/el" });
  expect(read.ties[0]?.evidence.connectedOn).toBe("2021-03-05");
});

describe("a column that is not understood", () => {
  const header = "Full Name,Company,Email,Shoe Size,Region of Delight,Phone,Notes,Lead Temperature";

  it("is told where it holds values, once, with its header and its place and no cell's text", () => {
    const { issues } = readContacts(
      `${header}\nBob,Acme,b@x.example,44,,1,n,hot\nAnn,Acme,a@x.example,secret,,,,\n`,
      { owner },
    );
    expect(issues).toEqual([
      expect.objectContaining({ code: "COLUMN_NOT_USED", column: 4, details: { header: "Shoe Size" } }),
      expect.objectContaining({
        code: "COLUMN_NOT_USED",
        column: 8,
        details: { header: "Lead Temperature" },
      }),
    ]);
    expect(JSON.stringify(issues)).not.toContain("secret");
  });

  it("is not told where it is empty, and in connections it is told too", () => {
    expect(readContacts(`${header}\nBob,Acme,b@x.example,,,,,\n`, { owner }).issues).toEqual([]);
    const { issues } = readLinkedInConnections("First Name,Last Name,Shoe Size\nBob,Smith,44\n", { owner });
    expect(issues).toEqual([
      expect.objectContaining({ code: "COLUMN_NOT_USED", details: { header: "Shoe Size" } }),
    ]);
  });

  it.each([
    "Owner Email",
    "Email Domain",
    "Email Status",
    "Account ID",
    "Company Size",
    "Company LinkedIn URL",
    "Manager Email",
    "Invoice mail",
    "Email bounced",
    "Employer Number",
  ])("is not taken for one that it resembles: %s", (other) => {
    const { people } = readContacts(`Name,Email,Company,${other}\nBob,b@x.example,Acme,zed@x.example\n`, {
      owner,
    });
    expect(people[1]).toMatchObject({ emails: ["b@x.example"], company: "Acme" });
    expect(people[1]).not.toHaveProperty("spells");
  });

  it("is an error where neither a company nor an address column was understood", () => {
    const { issues } = readContacts("Name,Title,Klient,Anschrift\nBob,CEO,Acme,b@x.example\n", { owner });
    expect(issues.at(-1)).toMatchObject({
      code: "COLUMNS_NOT_FOUND",
      severity: "error",
      details: { headers: ["Klient", "Anschrift"] },
    });
    const code = (name: string) => expect.objectContaining({ code: name });
    expect(() => readExport("Name,Klient\nBob,Acme\n", { owner })).toThrow(code("FORMAT_UNKNOWN"));
    expect(() => readContacts("Name,Klient\nBob,Acme\n", { owner })).toThrow(code("COLUMNS_NOT_FOUND"));
  });
});

it("a form of address under Title is no position", () => {
  for (const salutation of ["Mr.", "Mrs", "Dr.", "Herr", "Mme", "Sra."])
    expect(
      first(`Title,First Name,Last Name,Company,Email\n${salutation},Bob,Smith,Acme,b@x.example`),
    ).not.toHaveProperty("title");
});

it("entities in a cell are decoded once", () => {
  const company = (cell: string) => first(`Name,Company,Email\nBob,${cell},b@x.example`)?.company;
  expect(
    [
      "AT&amp;T",
      "M&uuml;ller",
      "A &#38; B",
      "&#x41;cme",
      "O&apos;Neil",
      "R&D",
      "A&amp;lt;B",
      "Caf&eacute;",
      "&euro;uro",
      "x&nosuch;y",
      "a&#0;b",
    ].map(company),
  ).toEqual([
    "AT&T",
    "Müller",
    "A & B",
    "Acme",
    "O'Neil",
    "R&D",
    "A&lt;B",
    "Café",
    "€uro",
    "x&nosuch;y",
    "a&#0;b",
  ]);
});
