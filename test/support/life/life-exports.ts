import type { NamedFile } from "warmpath/ingest";
import type { Random } from "../random.js";
import { type Named, nameOf } from "./life-names.js";

/** A row as a hand spoils it: blanks around, capitals, a cell too many or too few, a formula, a break. */
function spoilt(cells: readonly string[], random: Random): readonly string[] {
  const odd = random.next();
  if (odd < 0.06) return cells.map((cell) => `  ${cell}\t `);
  if (odd < 0.09) return cells.map((cell) => cell.toUpperCase());
  if (odd < 0.11) return [...cells, "more"];
  if (odd < 0.13) return cells.slice(0, -1);
  if (odd < 0.15) return cells.map((cell, i) => (i === 3 ? `=${cell}` : cell));
  if (odd < 0.17) return cells.map((cell) => cell.replace(" ", "\n"));
  if (odd < 0.19) return cells.map((cell) => cell.replace(" ", "\u00a0 "));
  return cells;
}

function table(header: string, rows: readonly (readonly string[])[], random: Random): string {
  const line = (row: readonly string[]) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return [header, ...rows.map((row) => line(spoilt(row, random)))].join("\n");
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A day of the years before a life begins, sometimes none at all. */
function past(random: Random): { readonly iso: string; readonly linkedIn: string } {
  const [year, month, day] = [2015 + random.below(11), 1 + random.below(12), 1 + random.below(28)];
  const two = (n: number) => String(n).padStart(2, "0");
  if (random.chance(0.05)) return { iso: "", linkedIn: "30 Feb 2020" };
  return {
    iso: `${year}-${two(month)}-${two(day)}`,
    linkedIn: `${two(day)} ${MONTHS[month - 1]} ${year}`,
  };
}

type Writer = (people: readonly Named[], owner: Named, random: Random) => string;

const ROLES = ["Customer", "Lead", "customer;partner", "Vendor", "", "Former customer", "Competitor"];

/** Files as programs export them, each of its own kind. */
const WRITERS: Readonly<Record<string, Writer>> = {
  "connections.csv": (people, _, random) =>
    table(
      "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
      people.map((one) => [
        one.first,
        one.last,
        one.url,
        one.email,
        one.company,
        one.title,
        past(random).linkedIn,
      ]),
      random,
    ),
  "google.csv": (people, _, random) =>
    table(
      "First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,E-mail 1 - Value",
      people.map((one) => [
        one.first,
        random.pick(["", "Q.", "von"]),
        one.last,
        one.company,
        one.title,
        "* myContacts",
        one.email,
      ]),
      random,
    ),
  "outlook.csv": (people, _, random) =>
    table(
      "Title,First Name,Middle Name,Last Name,Suffix,E-mail Address,Company,Job Title",
      people.map((one) => [
        random.pick(["", "Dr.", "Mr.", "Frau"]),
        one.first,
        "",
        one.last,
        random.pick(["", "Jr."]),
        one.email,
        one.company,
        one.title,
      ]),
      random,
    ),
  "hubspot.csv": (people, _, random) =>
    table(
      "Record ID,First Name,Last Name,Email,Company name,Job Title,Lifecycle Stage,NPS,Last Activity Date",
      people.map((one, i) => [
        String(100 + i),
        one.first,
        one.last,
        one.email,
        one.company,
        one.title,
        random.pick(ROLES),
        random.pick(["", "9", "2", "11"]),
        past(random).iso,
      ]),
      random,
    ),
  "salesforce.csv": (people, _, random) =>
    table(
      "First Name,Last Name,Account Name,Title,Email",
      people.map((one) => [one.first, one.last, one.company, one.title, one.email]),
      random,
    ),
  "pipedrive.csv": (people, _, random) =>
    table(
      "Person - ID,Person - Name,Person - Organization,Person - Labels,Person - Email,Person - Last email sent,Person - Last email received",
      people.map((one, i) => [
        String(i),
        nameOf(one),
        one.company,
        random.pick(ROLES),
        one.email,
        past(random).iso,
        past(random).iso,
      ]),
      random,
    ),
  "apollo.csv": (people, _, random) =>
    table(
      "First Name,Last Name,Title,Company Name,Email,Person Linkedin Url,# Employees,Industry",
      people.map((one) => [
        one.first,
        one.last,
        one.title,
        one.company,
        one.email,
        one.url,
        random.pick(["", "12", "4000"]),
        random.pick(["", "computer software"]),
      ]),
      random,
    ),
  "interactions.csv": (people, _, random) =>
    table(
      "who,when,direction,kind",
      people.flatMap((one) =>
        Array.from({ length: random.below(4) }, () => [
          one.email || nameOf(one),
          past(random).iso,
          random.pick(["in", "out", "both", ""]),
          random.pick(["call", "meeting", "message", "mail"]),
        ]),
      ),
      random,
    ),
  "careers.csv": (people, _, random) =>
    table(
      "person,company,title,from,to,headcount",
      people.map((one) => [
        nameOf(one),
        random.chance(0.5) ? one.company : "Acme",
        one.title,
        String(2010 + random.below(8)),
        random.pick(["", "2019", "2017-05"]),
        random.pick(["", "80"]),
      ]),
      random,
    ),
  "cards.vcf": (people) =>
    people
      .map((one) =>
        [
          "BEGIN:VCARD",
          "VERSION:3.0",
          `FN:${nameOf(one)}`,
          `N:${one.last};${one.first};;;`,
          `ORG:${one.company}`,
          `TITLE:${one.title}`,
          one.email === "" ? "NOTE:x" : `EMAIL:${one.email}`,
          "END:VCARD",
        ].join("\r\n"),
      )
      .join("\r\n"),
  "calendar.ics": (people, owner, random) =>
    [
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      ...people.map((one, i) => {
        const day = (past(random).iso || "2025-01-01").replaceAll("-", "");
        const guest = `ATTENDEE;CN="${nameOf(one).replaceAll('"', "'")}";PARTSTAT=ACCEPTED:mailto:${one.email || `guest${i}@firm.example`}`;
        return [
          `BEGIN:VEVENT`,
          `UID:${i}@x`,
          `DTSTAMP:20260101T000000Z`,
          `DTSTART:${day}T100000Z`,
          "SUMMARY:Talk",
          `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${owner.email}`,
          guest,
          "END:VEVENT",
        ].join("\r\n");
      }),
      "END:VCALENDAR",
    ].join("\r\n"),
};

export const KINDS_OF_FILE: readonly string[] = Object.keys(WRITERS);

/** What an owner would export: their people in files of one or several kinds. */
export function fileOf(kind: string, people: readonly Named[], owner: Named, random: Random): NamedFile {
  const write = WRITERS[kind] as Writer;
  return { name: kind, text: write(people, owner, random) };
}
