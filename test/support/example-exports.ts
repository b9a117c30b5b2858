import { type InventedContact, inventContacts, writeConnections } from "./exports-connections.js";

/** The export of Ada Park, Northwind: 900 rows, eight contacts at Acme, one teammate, and no Bob Smith. */
export function adaConnections(): string {
  return writeConnections(newestFirst(adaContacts()));
}

/** The export of their teammate Ben Cho: 420 rows, 110 of them contacts of Ada's too, and four people at Acme of their own. */
export function benConnections(): string {
  const shared = adaContacts()
    .filter(
      (contact, place) => place % 8 === 3 && !contact.restricted && !contact.company.startsWith("Northwind"),
    )
    .slice(0, 110)
    .map((contact) => ({ ...contact, day: shiftDay(contact.day, 200) }));
  const own = [
    known("Ada", "Park", "ada-park-northwind", "Northwind", "Account Executive", "2022-06-07"),
    known("Grace", "Lindqvist", "grace-lindqvist-51", "Acme", "VP Finance", "2019-10-03"),
    known("Tomás", "Rey", "tom%C3%A1s-rey-8b2", "Acme, Inc.", "Operations Manager", "2024-02-19"),
    known("Nora", "Whitlock", "nora-whitlock-77a1", "ACME Corporation", "Head of Procurement", "2021-09-30"),
    known("Idris", "Bellamy", "idris-bellamy-3", "Acme", "Plant Director", "2025-05-12"),
  ];
  const others = inventContacts(2_026_112, 420 - own.length - shared.length);
  return writeConnections(newestFirst([...own, ...shared, ...others]));
}

function adaContacts(): InventedContact[] {
  const known900 = [
    known("Ben", "Cho", "ben-cho-northwind", "Northwind", "Account Executive", "2022-05-16"),
    known("Olivia", "Marsh", "olivia-marsh-9c", "Northwind", "VP Sales", "2022-05-16"),
    known("Ramon", "Ostrow", "ramon-ostrow-4e1", "Northwind Inc.", "Solutions Engineer", "2023-01-09"),
    known("Maria", "Lopez", "maria-lopez-3f2a", "Acme", "Director of Operations", "2018-03-14"),
    known("Devon", "Price", "devon-price-17", "Acme, Inc.", "Senior Buyer", "2021-11-02"),
    known("Hana", "Sato", "hana-sato-b7", "ACME Corp", "Software Engineer", "2016-07-25"),
    known("Jonah", "Reed", "jonah-reed-0d4", "Acme Inc", "Account Manager", "2024-08-08"),
    known("Petra", "Novák", "petra-nov%C3%A1k-2c", "Acme", "Head of Logistics | Speaker", "2013-04-18"),
    known("Walter", "Finch, PMP", "walter-finch-88", "Acme, Inc.", "Program Manager", "2026-02-11"),
    known("Leah", "Goodwin", "leah-goodwin-5a", "acme corporation", "Chief of Staff", "2020-12-01"),
    known("Ciaran", "Doyle", "ciaran-doyle-e1", "ACME", "Customer Success Manager", "2025-09-17"),
  ];
  return [...known900, ...inventContacts(20_261_122, 900 - known900.length)];
}

function known(
  first: string,
  last: string,
  slug: string,
  company: string,
  position: string,
  day: string,
): InventedContact {
  return { first, last, slug, email: "", company, position, day, restricted: false };
}

/** The newest connection first, as LinkedIn writes them; contacts of one day keep the order of their addresses. */
function newestFirst(contacts: readonly InventedContact[]): InventedContact[] {
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...contacts].sort((a, b) => before(b.day, a.day) || before(a.slug, b.slug));
}

function shiftDay(day: string, days: number): string {
  const last = Date.UTC(2026, 10, 20);
  return new Date(Math.min(last, Date.parse(`${day}T00:00:00Z`) + days * 86_400_000))
    .toISOString()
    .slice(0, 10);
}
