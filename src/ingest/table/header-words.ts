import { foldText } from "../../people/index.js";

/** Columns that a header may name in words of its own ("Work E-mail 2", "Current Employer"). */
export type GuessedColumn = "email" | "company" | "title" | "url" | "link";

/**
 * What columns of people are called, as exports write it, `|` between the names; the first of a table that is met counts. English: exports of
 * LinkedIn, Google, Outlook, Thunderbird, Yahoo and the CRMs of README.md. German, Spanish, French, Italian, Polish, Portuguese and
 * Russian: Outlook's and Thunderbird's as Roundcube's importer lists them (csv2vcard). Behind `~` stand guesses: plain translations, Dutch
 * and all East Asian words among them. README.md says which languages were seen in a file.
 */
export const PERSON_NAMES = {
  name: `name|full name|fullname|display name|displayname|contact name|contact full name|anzeigename|nom à afficher|nombre en pantalla|nome visualizzato|
    mostrar nome|отображаемое имя~vollständiger name|nom complet|nombre completo|nombre y apellidos|nome completo|nome e cognome|
    volledige naam|weergavenaam|ansprechpartner|kontaktperson|contact person|persona de contacto|interlocuteur|
    referente|contactpersoon|osoba kontaktowa|контактное лицо|imię i nazwisko|nazwa wyświetlana|фио|полное имя|person|contact|氏名|名前|姓名|이름|
    nom|nombre|nome|naam|имя`,
  first: `first name|name first name|given name|firstname|forename|first|vorname|prénom|nombre|nome|primeiro nome|imię|имя~nombre de pila|primer nombre|
    nome próprio|voornaam|roepnaam|förnamn|fornavn|etunimi|名|이름(성 제외)`,
  middle: `middle name|additional name|middle|weitere vornamen|deuxième prénom|segundo nombre|secondo nome|nome do meio|drugie imię~
    zweiter vorname|autres prénoms|tussenvoegsel|отчество`,
  last: `last name|name last name|family name|lastname|surname|last|nachname|nom|apellidos|cognome|último nome|nazwisko|фамилия~familienname|zuname|
    nom de famille|apellido|primer apellido|sobrenome|apelido|achternaam|efternamn|etternavn|sukunimi|姓|성`,
  suffix: `suffix|name suffix|suffixe|sufijo|suffisso|sufixo|sufiks|суффикс~namenszusatz|achtervoegsel`,
} as const;

/** Names of columns of days on which two connected; all but the English one are guesses, since no localised export was seen. */
export const CONNECTED_ON = `connected on|connectedon|connection date~verbunden am|verknüpft am|vernetzt am|vernetzt seit|kontakt seit|
  connecté le|date de connexion|en relation depuis|conectado el|fecha de conexión|contacto desde|connesso il|collegato il|data collegamento|
  data di collegamento|conectado em|data de conexão|ligação em|verbonden op|connectie sinds|połączono|data połączenia|data nawiązania kontaktu|
  дата подключения|дата установления контакта|контакт с`;

/** The aliases of a list, folded as headers are; guesses come after what was seen. */
export function foldedAliases(text: string): string {
  return text
    .split(/[|~]/)
    .map((alias) => foldText(alias))
    .filter((alias) => alias !== "")
    .join("|");
}

/** What is left of a header of such a column once the words that only qualify it are gone. */
const NOUNS: Readonly<Record<Exclude<GuessedColumn, "url">, string>> = {
  email: `email|emails|emailaddress|mail|mails|courriel|messagerie|électronique|correo|correos|correo electrónico|posta elettronica|posta|correio eletrônico|
    emailadres|mailadres|poczta|электронной почты|электронная почта|эл почты|почта|メールアドレス|メール|邮箱|电子邮件|電子郵件|이메일`,
  company: `company|companies|organization|organizations|organisation|organisations|org|employer|employers|account|accounts|firm|workplace|
    business|companyname|firma|firmen|unternehmen|arbeitgeber|betrieb|société|entreprise|employeur|compagnie|empresa|empresas|organización|
    compañía|empleador|società|azienda|organizzazione|ditta|datore lavoro|organização|empregador|bedrijf|organisatie|werkgever|firmenname|
    unternehmensname|bedrijfsnaam|przedsiębiorstwo|organizacja|pracodawca|компания|организация|фирма|предприятие|работодатель|会社|会社名|公司|
    公司名称|单位|회사|회사명|företag|virksomhed|firmanavn|yritys`,
  title: `title|titles|position|positions|role|roles|job|occupation|function|headline|designation|jobtitle|post|jobtitel|titre|título|titolo|tytuł|titel|beruf|berufsbezeichnung|funktion|
    stellung|stelle|jobbezeichnung|tätigkeit|rolle|fonction|poste|intitulé poste|profession|métier|puesto|cargo|función|rol|profesión|
    ocupación|qualifica|ruolo|posizione|mansione|professione|carica|titolo lavoro|titolo professionale|função|posição|profissão|ocupação|
    functie|functietitel|beroep|stanowisko|funkcja|zawód|rola|должность|позиция|роль|профессия|役職|職位|职位|직책|직함|titel befattning`,
  link: "url|urls|website|websites|web page|webpage|web|homepage|link|links|profile|profiles|social|site|webseite|site web|sitio web|sito web",
};

/** Words that say which of several columns of a kind it is, and small words between. */
const QUALIFIERS = `address addresses adresse adres adress dirección indirizzo endereço адрес 住所 work home personal private business office
  professional primary secondary other main alternate alternative additional default preferred current present latest associated person people
  contact contacts value values name names namen nombre nom nome naam nazwa название наименование job job's full display your their
  1 2 3 4 5 6 7 8 9 10 de del della dell di d l la le el do da des du der die das van het en et y e i и of the at in on
  geschäftlich geschäftliche dienstlich dienstliche beruflich privat private weitere primäre sekundäre haupt aktuelle aktueller
  professionnelle professionnel personnelle personnel principale principal secondaire actuelle actuel
  trabajo casa profesional secundario secundaria actual lavoro ufficio personale attuale secondaria
  trabalho pessoal profissional primário secundário atual werk privé zakelijk zakelijke huidige huidig
  służbowy prywatny główny obecny obecne рабочий личный основной альтернативный текущая текущее`;

/** Words beside "LinkedIn" in the header of a person's profile. A company's page has other ones. */
const PROFILE_QUALIFIERS =
  "url urls link links profile profiles profil perfil profilo профиль page public person contact member web address adresse primary personal id handle site 1";

/** Columns that are understood and of which nothing is kept: a plan of introductions needs no telephone number. */
const NOT_NEEDED = `phone phones telephone tel mobile cell fax pager telex isdn ttd street city town state province county zip postal postcode code country
  region location address addresses box formatted extended birthday birth anniversary gender sex spouse children hobby hobbies language languages photo picture image
  assigned owned salesperson avatar notes note comments comment description bio summary salutation prefix suffix nickname initials yomi phonetic maiden
  short file subject sensitivity priority mileage billing directory keywords categories category groups group labels label type types im skype icq aim
  msn yahoo jabber twitter facebook instagram xing whatsapp telegram id ids uid guid key owner created modified updated date time timestamp department assistant
  manager manager's assistant's relation event custom schedule server government account hash timezone yes screen
  telefon handy mobil mobiltelefon rufnummer strasse straße ort stadt plz postleitzahl land bundesland geburtstag jahrestag notizen notiz anrede abteilung kategorien
  geschlecht sprache téléphone tél mobile rue ville pays département naissance anniversaire remarques notes service titre civilité
  teléfono móvil calle ciudad país provincia cumpleaños notas título departamento telefono cellulare via città paese compleanno note titolo reparto
  telefone celular rua cidade aniversário notas telefoon straat plaats land geboortedatum notities aanhef afdeling
  komórka ulica miasto kraj urodziny notatki tytuł oddział телефон мобильный улица город страна рождения заметки обращение отдел`;

let vocabulary: Vocabulary | undefined;

interface Vocabulary {
  readonly nouns: ReadonlyMap<string, Exclude<GuessedColumn, "url">>;
  readonly qualifiers: ReadonlySet<string>;
  readonly profile: ReadonlySet<string>;
  readonly notNeeded: ReadonlySet<string>;
}

function words(): Vocabulary {
  vocabulary ??= {
    nouns: new Map(
      Object.entries(NOUNS).flatMap(([column, list]) =>
        foldedAliases(list)
          .split("|")
          .map((noun) => [noun, column as Exclude<GuessedColumn, "url">] as const),
      ),
    ),
    qualifiers: setOf(QUALIFIERS),
    profile: setOf(PROFILE_QUALIFIERS),
    notNeeded: setOf(NOT_NEEDED),
  };
  return vocabulary;
}

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).map((word) => foldText(word)));
}

/** The column that a folded header names in words of its own. It is undefined where a word of it is none of ours, so that nothing is guessed at. */
export function guessColumn(header: string): GuessedColumn | undefined {
  const { nouns, qualifiers, profile } = words();
  // "emailaddress1", "email2": a number at a word's end only counts the columns.
  const all = header
    .replace(/\be (mails?|mailadres)\b/g, "e$1")
    .replace(/(\p{L})\d{1,2}\b/gu, "$1")
    .split(" ");
  if (all.includes("linkedin")) {
    return all.every((word) => word === "linkedin" || profile.has(word)) ? "url" : undefined;
  }
  // What names the column stands whole ("datore di lavoro") or word by word ("emails primary email").
  const named = all.filter((word) => nouns.has(word) || !qualifiers.has(word));
  const whole = nouns.get(named.join(" "));
  if (whole !== undefined) return whole;
  const columns = new Set(named.map((word) => nouns.get(word)));
  return columns.size === 1 && named.length > 0 ? [...columns][0] : undefined;
}

/** True for a header of what a plan of introductions does not need. */
export function isNotNeeded(header: string): boolean {
  const { notNeeded } = words();
  // Dynamics marks its own bookkeeping so.
  return header.startsWith("do not modify") || header.split(" ").some((word) => notNeeded.has(word));
}

/** A header's words, `camelCase` and `snake_case` taken apart. */
export function headerWords(written: string): string {
  // Notion and forms say behind a header what kind of column it is.
  const header = written.replace(/\s?\((?:relation|rollup|formula|text|select|required|optional)\)\s?$/i, "");
  const spaced = /\s/.test(header.trim())
    ? header
    : header.replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2");
  return foldText(spaced).replace(/\blinked in\b/g, "linkedin");
}
