import { type ContactColumn, contactSpec } from "../table/contact-table.js";
import type { TableSpec } from "../table/find-header.js";
import type { CompanyColumn } from "./crm-companies.js";
import { INDUSTRY_HEADERS } from "./crm-industry.js";
import { SATISFACTION_COLUMNS, type SatisfactionColumn } from "./crm-satisfaction.js";
import { withColumns } from "./crm-table.js";

/** Our own names of HubSpot's columns of contacts beside those of every table of contacts. */
export type HubSpotColumn =
  | SatisfactionColumn
  | "associated"
  | "primaryId"
  | "companyIds"
  | "lifecycle"
  | "contactType"
  | "industry"
  | "since";

/** Our own names of the columns of its deals. */
export type HubSpotDealColumn =
  | SatisfactionColumn
  | "id"
  | "stage"
  | "closed"
  | "contacts"
  | "isWon"
  | "isLost"
  | "probability";

/**
 * Headers that exports of HubSpot were seen to have in public code which reads them: English; German contacts. Spanish contacts, companies
 * and deals; French, Portuguese and Italian ids, companies, lifecycle and deals; Japanese deals and lifecycle. Columns of associations
 * (`Associated Contact IDs`) stay English in Spanish and French exports.
 */
const SEEN = {
  id: "record id|contact id|datensatz id|id de registro|id de fiche dinformations|id do registro|id record",
  name: "company name|firmenname|nombre de la empresa|nom de lentreprise|nome azienda",
  first: "first name|given name|firstname|vorname|nombre",
  last: "last name|family name|lastname|nachname|apellidos",
  title: "job title|title|cargo",
  email: "email|e mail|email address|correo",
  city: "city|location|ciudad|citta",
  lifecycle:
    "lifecycle stage|lifecycle phase|fase do ciclo de vida|fase del ciclo di vita|ライフサイクルステージ",
  associated:
    "associated company|associated company primary|primary associated company|empresa asociada|azienda associata",
  stage: "deal stage|etapa del negocio|phase de la transaction|etapa do negocio|fase trattativa|取引ステージ",
  closed: "close date|fecha de cierre|date de fermeture|data de fechamento|data di chiusura|クローズ日",
  isWon: "is closed won|e con chiusura vinta",
  isLost: "is closed lost|e con chiusura persa",
  probability: "deal probability|probabilita trattativa",
} as const;

/** Headers that follow from how HubSpot names these fields in its pages, or from plain translation; not seen in an export. */
const GUESSED: Partial<Record<keyof typeof SEEN, string>> = {
  id: "id de la fiche|registro id|レコードid|id",
  name: "company|unternehmensname|nome da empresa|nome dellazienda|bedrijfsnaam|会社名",
  first: "prenom|nome|voornaam|名",
  last: "apellido|nom|nom de famille|sobrenome|apelido|cognome|achternaam|姓",
  title:
    "position|berufsbezeichnung|intitule du poste|poste|qualifica|posizione lavorativa|functie|functietitel|役職",
  email: "e mail adresse|correo electronico|adresse e mail|e mailadres|eメール|メールアドレス",
  city: "stadt|ort|ville|cidade|plaats|stad|市区町村",
  lifecycle:
    "lebenszyklusphase|etapa del ciclo de vida|fase del ciclo de vida|phase du cycle de vie|phase de cycle de vie|" +
    "etapa do ciclo de vida|estagio do ciclo de vida|levenscyclusfase|lifecyclefase",
  associated:
    "zugeordnetes unternehmen|zugehoriges unternehmen|entreprise associee|empresa associada|gekoppeld bedrijf|関連付けられた会社",
  stage: "deal phase|dealphase|fase della trattativa|dealfase",
  closed: "abschlussdatum|closedate|sluitingsdatum",
  probability:
    "deal wahrscheinlichkeit|probabilidad del negocio|probabilite de la transaction|probabilidade do negocio|dealwaarschijnlijkheid",
};

function aliases(column: keyof typeof SEEN): string {
  const guessed = GUESSED[column];
  return guessed === undefined ? SEEN[column] : `${SEEN[column]}|${guessed}`;
}

/** HubSpot's export of contacts: any columns in any order, as long as there is a name and something besides. */
export const HUBSPOT: TableSpec<ContactColumn | HubSpotColumn> = withColumns(
  contactSpec(
    {
      id: aliases("id"),
      first: aliases("first"),
      last: aliases("last"),
      company: aliases("name"),
      title: aliases("title"),
      email: aliases("email"),
      url: "linkedin url|linkedin|url de linkedin|linkedin profile",
      location: aliases("city"),
    },
    ["Record ID", "First Name", "Last Name", "Email", "Company name"],
    "hubspot",
  ),
  {
    ...SATISFACTION_COLUMNS,
    associated: aliases("associated"),
    primaryId: "associated company ids primary|primary associated company id",
    companyIds: "associated company ids|associated company id",
    lifecycle: aliases("lifecycle"),
    contactType:
      "contact type|kontakttyp|tipo de contacto|type de contact|tipo de contato|tipo di contatto|contacttype|type",
    industry: INDUSTRY_HEADERS,
    since: "became a customer date",
  },
  (found) =>
    (found.has("name") || found.has("first") || found.has("last")) &&
    (["email", "company", "title", "url", "id", "lifecycle"] as const).some((column) => found.has(column)),
);

/** What a table of HubSpot's contacts is known by: an id under a name that only HubSpot gives it, and a person's name. */
export const HUBSPOT_MARKS: readonly string[] = [
  aliases("id").replace(/\|id$/, ""),
  `${aliases("first")}|${aliases("last")}`,
];

/** HubSpot's export of deals; without the column `Associated Contact IDs` they tell nothing of contacts. */
export const HUBSPOT_DEALS: TableSpec<HubSpotDealColumn> = {
  columns: {
    ...SATISFACTION_COLUMNS,
    // A column of that name would be of whoever the deal is with.
    id: `deal id|${aliases("id").replace("contact id|", "")}`,
    stage: aliases("stage"),
    closed: aliases("closed"),
    contacts: "associated contact ids|associated contact id",
    isWon: SEEN.isWon,
    isLost: SEEN.isLost,
    probability: aliases("probability"),
  },
  isHeader: (found) =>
    found.has("contacts") && (found.has("stage") || found.has("isWon") || found.has("probability")),
  expected: ["Deal Stage", "Close Date", "Associated Contact IDs"],
};

/** HubSpot's export of companies. */
export const HUBSPOT_COMPANIES: TableSpec<CompanyColumn> = {
  columns: {
    ...SATISFACTION_COLUMNS,
    id: `company id|${aliases("id")}`,
    name: `${aliases("name")}|name`,
    type: "type|company type|typ|tipo|unternehmenstyp|tipo de empresa|type dentreprise|tipo di azienda|bedrijfstype",
    lifecycle: aliases("lifecycle"),
    industry: INDUSTRY_HEADERS,
    deleted: "",
  },
  isHeader: (found) => found.has("id") && (found.has("name") || found.has("type") || found.has("lifecycle")),
  expected: ["Record ID", "Company name", "Company Domain Name"],
};
