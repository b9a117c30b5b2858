import { checkShape } from "../base/index.js";
import { bareName } from "./fold-name.js";
import type { PersonKind } from "./person.js";

/**
 * What a name is of, by its words alone: a person; a department, a team or a firm. Where it is an address, a number or a word for nothing,
 * nobody can tell. Nor can they of a couple's or a family's one card. A record without any name is a person's.
 *
 * @example nameKind("Accounts Payable") // "organization"
 */
export function nameKind(name: string | undefined): PersonKind {
  checkShape(name, "text?", "name");
  if (name === undefined) return "person";
  const text = name.slice(0, 256).trim();
  const hasWord = /\p{L}{2}/u.test(text);
  // Most names are nothing else by any of the patterns below.
  if (hasWord && !ANY.test(text)) return "person";
  if (isPlaceholder(name)) return "unknown";
  if (ADDRESS.test(text) || (!hasWord && /\p{N}{2}|^[^\p{L}\p{N}]+$/u.test(text))) return "unknown";
  if (namesSeveral(text)) return "unknown";
  return GROUP.test(text) ||
    ALONE.test(text) ||
    IN_FRONT.test(text) ||
    (FORM.test(text) && text.includes(" "))
    ? "organization"
    : "person";
}

/** True for a couple's or a family's one card. */
export function namesSeveral(name: string): boolean {
  return MAYBE_SEVERAL.test(name) && SEVERAL.test(bareName(name.slice(0, 256)).trim());
}

/** True for a cell that says in words or signs that there is no name. */
export function isPlaceholder(name: string): boolean {
  checkShape(name, "text", "name");
  const text = name.slice(0, 64).trim();
  if (text.length === 0 || name.length > 64) return false;
  return PLACEHOLDER.test(text) || PARTS.test(text);
}

const PLACEHOLDER =
  /^(?:[\s\-–—_.?*#/\\]+|\(?(?:null|nil|none|n\/?a|n\.a\.|#n\/a|nan|undefined|unknown|unbekannt|inconnue?|desconocid[oa]|sconosciut[oa]|onbekend|nieznan[ya]|неизвестн[оы]й?|not (?:available|applicable|provided|given|set)|no name|noname|ohne namen?|kein name|sans nom|sin nombre|senza nome|geen naam|no first name|no last name|(?:unknown|no|test|new) (?:contact|user|name|person)|contact|anonymous|tbd|tba|xxx+|test|test test|asdf|first ?name last ?name|vorname nachname|linkedin member|(?:linkedin|deleted|former|inactive|guest|system|default) (?:member|user|contact|employee|account)|deleted|guest|admin|administrator|system|owner|user|manager|ceo|cfo|cto|director|employee|herr|frau|me|self|myself|ich|n\.?\s?n\.?|vacant|vakant|unbesetzt|vacante|open position|to be hired|redacted|mr\.?|mrs\.?|ms\.?|dr\.?|do not (?:use|contact|call|email)|duplicate|#\p{L}+[!?]|xx|x)\)?|\[(?:no name|unknown|none|empty|null|deleted|redacted)\])$/iu;
const PART = String.raw`(?:[-–—_.?*]+|null|nil|none|n\/?a|#n\/a|nan|undefined|unknown)`;
/** "NULL NULL", "- -": each part of a joined name. */
const PARTS = new RegExp(`^${PART}(?:\\s+${PART})+$`, "i");
const ADDRESS = /^(?:mailto:)?[^\s@]+@[^\s@][^\s@.]*\.[^\s@]+$|^https?:\/\/|^www\./i;
/** "Ann & Tom Lee", "Ann Lee and Tom Fox", "Mr and Mrs Fox", "Familie Fox"; not "Ann Lee, Sales and Marketing". */
const MAYBE_SEVERAL = /[&+/;]|\s(?:and|und)\s|^fam|^the\s/i;
const WORD = "\\p{L}[\\p{L}.'’-]*";
const SEVERAL = new RegExp(
  `^(?:${WORD}(?:\\s*[&+]\\s*|\\s+(?:and|und)\\s+)${WORD}(?:\\s+${WORD})?|` +
    `${WORD}\\s+${WORD}(?:\\s*[&+;]\\s*|\\s+(?:and|und)\\s+)${WORD}\\s+${WORD}|` +
    `${WORD}(?:\\s+${WORD})?\\s*/\\s*${WORD}\\s+${WORD}|` +
    `(?:familie|family|famille|famiglia|fam\\.)\\s+${WORD}|the\\s+${WORD}(?:\\s+family|s))$`,
  "iu",
);
/** Departments and desks; only words that no surname is, so a first and a last name never look like one. */
const GROUP =
  /(?:^|\s)(?:department|dept\.?|abteilung|team|helpdesk|help ?desk|front ?desk|reception|hotline|customer (?:service|support|care)|kundenservice|support team|accounts? (?:payable|receivable)|accounting|buchhaltung|human resources|payroll|back ?office|sekretariat|secretariat|service ?center|call ?center|mail ?room|newsletter|no-?reply|servicio al cliente|atención al cliente|servicio técnico|(?:it|technical|tech) support|support technique|служба поддержки|техподдержка|post ?master|web ?master|service clients?|ufficio|mailing list|distribution list|bookings|reservations|info ?desk|switchboard|zentrale|empfang|vertrieb|einkaufsabteilung|board of directors|all staff|geschäftsführung|geschäftsleitung|mailer daemon|conference room|meeting room|besprechungsraum|rechnungswesen|personalabteilung)(?:$|\s|[,(-])/iu;
/** A function of a firm that stands alone for a name; beside another word each may be a surname. */
const ALONE =
  /^(?:support|office|hr|it|marketing|sales|service|services|finance|legal|operations|procurement|purchasing|billing|invoices?|info|kontakt|einkauf|verkauf|verwaltung|büro|lager|versand|personal|personalwesen|comptabilité|compta|achats|ventes|accueil|direction|ventas|compras|administración|recepción|vendite|acquisti|amministrazione|segreteria|vendas|financeiro|verkoop|inkoop|administratie|sprzedaż|księgowość|biuro|бухгалтерия|продажи|поддержка|отдел продаж)$/iu;
/** Legal forms that stand in front of a firm's name. */
const IN_FRONT = /^(?:(?:ооо|зао|оао|пао|тов)\s|株式会社|有限会社|주식회사|[㈱㈲㈜]|شركة\s)/iu;
const FORM =
  /(?:^|\s)(?:gmbh|inc\.?|llc|ltd\.?|limited|corp\.?|s\.?a\.?r\.?l\.?|s\.?r\.?l\.?|b\.v\.|n\.v\.|plc|pty|kft|sp\. z o\.o\.|e\.v\.|aps|oyj|株式会社|有限公司)\.?$/iu;
const ANY = new RegExp(
  [PLACEHOLDER, PARTS, ADDRESS, MAYBE_SEVERAL, GROUP, ALONE, IN_FRONT, FORM]
    .map(({ source }) => source)
    .join("|"),
  "iu",
);
