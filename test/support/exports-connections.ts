import { type Random, seededRandom } from "./random.js";

/** An invented contact as a row of Connections.csv holds it; `day` is the day on which the two connected. */
export interface InventedContact {
  readonly first: string;
  readonly last: string;
  /** Percent-encoded as LinkedIn writes it. */
  readonly slug: string;
  readonly email: string;
  readonly company: string;
  readonly position: string;
  /** ISO date. */
  readonly day: string;
  /** A restricted member: only the date is written. */
  readonly restricted: boolean;
}

/** Invented contacts with the dirt of real exports at the rates measured in eleven real ones. No real person's row was used. */
export function inventContacts(seed: number, count: number): InventedContact[] {
  const random = seededRandom(seed);
  const slugs = new Set<string>();
  const contacts: InventedContact[] = [];
  while (contacts.length < count) {
    const contact = inventContact(random, contacts);
    if (slugs.has(contact.slug)) continue;
    slugs.add(contact.slug);
    contacts.push(contact);
  }
  return contacts;
}

function inventContact(random: Random, earlier: readonly InventedContact[]): InventedContact {
  const namesake = earlier.length > 100 && random.chance(0.004) ? random.pick(earlier) : undefined;
  const [plainFirst, plainLast] = namesake ? [namesake.first, namesake.last] : inventName(random);
  const [first, last] = namesake ? [plainFirst, plainLast] : soil(random, plainFirst, plainLast);
  const jobless = random.chance(0.03);
  const company = jobless ? "" : inventCompany(random);
  return {
    first,
    last,
    slug: slugOf(random, plainFirst, plainLast),
    email: random.chance(0.03) ? `${asciiOf(plainFirst)}.${asciiOf(plainLast)}@example.com` : "",
    company,
    position: jobless && random.chance(0.7) ? "" : inventPosition(random),
    day: isoDay(FIRST_DAY + Math.floor((LAST_DAY - FIRST_DAY) * Math.sqrt(random.next()))),
    restricted: random.chance(0.02),
  };
}

function inventName(random: Random): [string, string] {
  if (random.chance(0.005)) return [random.pick(HAN_GIVEN), random.pick(HAN_FAMILY)];
  if (random.chance(0.07)) return [random.pick(MARKED_GIVEN), random.pick(MARKED_FAMILY)];
  const first = random.pick(GIVEN);
  return [random.chance(0.05) ? `${first} ${random.pick(GIVEN)}` : first, random.pick(FAMILY)];
}

function soil(random: Random, first: string, last: string): [string, string] {
  const dice = random.next();
  if (dice < 0.015) return [first, `${last}, ${random.pick(CREDENTIALS)}`];
  if (dice < 0.022) return [`${first} ${random.pick(["🚀", "✨", "☁️", "🌱"])}`, last];
  if (dice < 0.032) return [`${first} (${first.slice(0, 3)})`, last];
  if (dice < 0.036) return [first, `${last.slice(0, 1)}.`];
  if (dice < 0.051) return [first.toUpperCase(), last.toUpperCase()];
  if (dice < 0.061) return [first.toLowerCase(), last.toLowerCase()];
  if (dice < 0.085) return [`${first} `, last];
  if (dice < 0.095) return [first, ` ${last}`];
  if (dice < 0.1) return [`${first}\u200b`, `\u00a0${last}`];
  return dice < 0.115 ? [`Dr. ${first}`, last] : [first, last];
}

function inventCompany(random: Random): string {
  if (random.chance(0.02))
    return random.pick(["Self-employed", "Freelance", "Stealth Startup", "Confidential"]);
  if (random.chance(0.12)) return random.pick(COMMON_COMPANIES);
  const name = `${random.pick(COMPANY_HEADS)}${random.pick(COMPANY_TAILS)}`;
  if (random.chance(0.06))
    return name + random.pick([", Inc.", " GmbH", " Ltd", " LLC", " S.A.", " B.V.", " AG"]);
  return random.chance(0.02) ? name.toUpperCase() : name;
}

function inventPosition(random: Random): string {
  const rank = random.pick(RANKS);
  const position = `${rank}${rank === "" ? "" : " "}${random.pick(FIELDS)}`;
  return random.chance(0.03)
    ? `${position} | ${random.pick(["Speaker", "Mentor", "Advisor", "Author"])}`
    : position;
}

function slugOf(random: Random, first: string, last: string): string {
  const name = `${first}-${last}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
  const id = random.next() < 0.5 ? Math.floor(random.next() * 2 ** 32) : Math.floor(random.next() * 2 ** 12);
  return encodeURIComponent(`${name}-${id.toString(16)}`);
}

function asciiOf(text: string): string {
  return (
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/[^a-z]+/g, "") || "mail"
  );
}

/** The columns and the preamble of an era. */
export type Era = "2018" | "2020" | "2021" | "2023";

/** How a spreadsheet or a mail program changed the file on its way. */
export interface Resave {
  readonly delimiter?: "," | ";" | "\t";
  readonly newline?: "\n" | "\r\n" | "\r";
  readonly dates?: "excel" | "iso";
  readonly preamble?: boolean;
}

/** Writes contacts as the Connections.csv of an era, in the given order, without a line end after the last row. */
export function writeConnections(
  contacts: readonly InventedContact[],
  era: Era = "2023",
  { delimiter = ",", newline = "\n", dates, preamble = era === "2021" || era === "2023" }: Resave = {},
): string {
  const header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On".split(",");
  const withUrl = era === "2023";
  const cut = (cells: readonly string[]) => cells.filter((_, place) => withUrl || place !== 2);
  const rows = contacts.map((contact) => {
    const day = writeDay(contact.day, dates ?? (era === "2018" ? "2018" : "linkedin"));
    if (contact.restricted) return ["", "", "", "", "", "", day];
    const url = `https://www.linkedin.com/in/${contact.slug}`;
    return [contact.first, contact.last, url, contact.email, contact.company, contact.position, day];
  });
  const needsQuotes = new RegExp(`[${delimiter}"\n\r]`);
  const quote = (cell: string) => (needsQuotes.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell);
  const lines = [header, ...rows].map((row) => cut(row).map(quote).join(delimiter));
  return (preamble ? [...PREAMBLE, ...lines] : lines).join(newline);
}

function writeDay(day: string, style: "linkedin" | "2018" | "excel" | "iso"): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const name = MONTHS[Number(month) - 1];
  if (style === "iso") return day;
  if (style === "excel") return `${Number(date)}-${name}-${year.slice(2)}`;
  if (style === "2018") return `${Number(month)}/${Number(date)}/${year.slice(2)}, 2:37 PM`;
  return `${date} ${name} ${year}`;
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const FIRST_DAY = Date.UTC(2009, 0, 12) / 86_400_000;
const LAST_DAY = Date.UTC(2026, 10, 20) / 86_400_000;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const PREAMBLE = [
  "Notes:",
  '"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"',
  "",
];
const GIVEN =
  "Amelia Theo Nadia Oscar Priya Marcus Lena Victor Hannah Dmitri Sofia Caleb Ingrid Rafael Maya Julian Greta Samuel Farah Elliot Paula Tobias Yara Conrad Alice Hugo Leila Martin Bianca Owen Selma Gavin Esther Niall Rosa Felix Tamara Ivan Celia Noel Daphne Wesley Miriam Arthur Joan Kofi Vera Luis Anita Derek Flora Emil Judith Omar Karen Pavel Stella Quinn Ruth Simon".split(
    " ",
  );
const FAMILY =
  "Abbott Bellamy Castillo Drummond Eriksen Fairbanks Granger Halloran Iverson Jardine Kessler Lindqvist Marchetti Novak Oakley Prescott Quigley Rosario Sandoval Thackeray Underhill Vasquez Whitlock Yardley Zeller Ashdown Brennan Calloway Dunmore Ellison Fontaine Gallagher Hathaway Ingram Jessop Kendrick Lockhart Merriman Nightley Ormond Pemberton Radcliffe Sheridan Tremaine Upton Vandermeer Wainwright Yates Zimmer Aldridge Beaumont Corwin Delacroix Everhart Falkner Goodwin Harcourt Jennings Kirkland Lovell".split(
    " ",
  );
const MARKED_GIVEN =
  "Zoë José Łukasz Søren Jürgen Anaïs Chloé Björn Inés Andrés Ece İpek Dağhan Małgorzata".split(" ");
const MARKED_FAMILY =
  "Müller García Groß Østergård Kraków Nuñez Škoda Çelik Dvořák Hernández Þorsson Wójcik".split(" ");
const HAN_GIVEN = ["伟", "芳", "明轩"];
const HAN_FAMILY = ["王", "李", "张"];
const CREDENTIALS = ["PMP", "PhD", "MBA, CSM", "CPA", "SHRM-CP"];
const COMMON_COMPANIES = [
  "Brightwater Bank",
  "Orchard Health",
  "Meridian Freight",
  "Calloway Partners",
  "Lumen & Oak",
];
const COMPANY_HEADS =
  "Blue Copper Silver Northern Harbor Granite Willow Cobalt Summit Prairie Delta Beacon Juniper Ember Anchor Quartz Violet Timber Falcon Maple".split(
    " ",
  );
const COMPANY_TAILS = [
  "leaf Systems",
  "stone Analytics",
  "gate Logistics",
  "field Foods",
  "line Software",
  "bridge Capital",
  "wood Energy",
  "point Insurance",
  "works",
  "side Robotics",
  "port Media",
  "crest Consulting",
];
const RANKS = ["", "", "Senior", "Head of", "Director of", "VP", "Manager,", "Lead", "Associate"];
const FIELDS = [
  "Operations",
  "Sales",
  "Marketing",
  "Product",
  "Engineering",
  "Finance",
  "Procurement",
  "Customer Success",
  "Data Science",
  "Human Resources",
  "Supply Chain",
  "Software Development",
];
