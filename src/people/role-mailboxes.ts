import { checkShape } from "../base/index.js";
import { foldText } from "./fold-name.js";

/**
 * True for a mailbox of a function and not of a human. It is a word of {@link ROLE_MAILBOXES} or `more`, alone or beside other such words,
 * regions and numbers (`info2@`, `sales.emea@`, `support-team@`).
 */
export function isRoleMailbox(address: string, more: readonly string[] = []): boolean {
  checkShape(address, "text", "address");
  checkShape(more, ["text"], "more");
  const local = address.slice(0, address.lastIndexOf("@")).replace(/\+.*$/s, "");
  const whole = foldText(local.replace(/(?<![0-9])[0-9]+$/, "")).replace(/ /g, "");
  const extra = new Set(more.map((word) => foldText(word).replace(/ /g, "")));
  const isRole = (word: string) => ROLES.has(word) || extra.has(word);
  if (isRole(whole)) return true;
  const words = foldText(local.replace(/[._+-]/g, " ").replace(/[0-9]+/g, " ")).split(" ");
  return words.some(isRole) && words.every((word) => isRole(word) || BESIDE.has(word));
}

/**
 * Names of mailboxes that are no human's: those of RFC 2142 first. Then come those of offices, hotels, shops and clubs in some
 * fifteen languages, gathered by hand from contact pages. Extended by the option `roleMailboxes`.
 */
export const ROLE_MAILBOXES: readonly string[] = (
  "info marketing sales support abuse noc security postmaster hostmaster usenet news webmaster www uucp ftp " +
  "contact contacts contactus hello hi hey admin administrator administration office frontoffice backoffice frontdesk reception receptionist desk helpdesk help service services customerservice customercare customersuccess care team staff all everyone mail email inbox post enquiries enquiry inquiries inquiry " +
  "accounts account accounting accountspayable accountsreceivable ap ar billing invoice invoices payments finance payroll purchasing procurement orders order booking bookings reservations reservation events tickets feedback complaints returns shipping logistics warehouse dispatch " +
  "hr humanresources people jobs job careers career recruiting recruitment recruiter talent hiring press media pr publicrelations legal compliance privacy dpo gdpr investors ir partners partner partnerships vendor vendors suppliers dev developers engineering it itsupport tech technical ops operations management board secretary secretariat assistant pa ea ceo cfo cto owner founders director noreply donotreply nobody notifications notification alerts mailer daemon mailerdaemon newsletter subscribe unsubscribe invitations messagesnoreply bounce root test shop store web website home family " +
  "hallo datenschutz kontakt buero buro empfang sekretariat verwaltung zentrale kundenservice kundendienst vertrieb einkauf buchhaltung rechnung rechnungen bewerbung bewerbungen personal presse anfrage anfragen bestellung geschaeftsleitung geschaftsleitung praxis rezeption familie verkauf handel hilfe karriere versand lager werkstatt auftrag auftraege marketingteam export import " +
  "bonjour accueil bureau contactez commercial ventes achats comptabilite facturation facture rh recrutement secretaire direction mairie commande commandes reclamation compta devis service.client serviceclient " +
  "hola contacto ventas compras administracion oficina recepcion atencion atencionalcliente clientes facturacion rrhh empleo secretaria gerencia pedidos reservas soporte prensa " +
  "contato vendas compras atendimento financeiro recepcao suporte faturamento secretariado comercial rh imprensa geral encomendas reclamacoes " +
  "contatto contatti informazioni studio vendite acquisti amministrazione segreteria ufficio fatture fatturazione assistenza prenotazioni lavoro stampa direzione commerciale ordini spedizioni preventivi " +
  "verkoop inkoop administratie receptie klantenservice boekhouding facturen vacatures secretariaat informatie " +
  "forsaljning ekonomi faktura reception kundtjanst salg regnskab bogholderi kundeservice myynti toimisto asiakaspalvelu laskutus post firmapost resepsjon " +
  "poczta biuro sekretariat sprzedaz ksiegowosc faktury kadry praca rekrutacja obsluga zamowienia obchod podpora fakturace ucetni recepce iroda titkarsag ertekesites szamla ugyfelszolgalat vanzari birou secretariat contabilitate comenzi " +
  "bilgi iletisim satis muhasebe destek ik sekreter инфо продажи офис kadry zakaz otdel buh buhgalter buhgalteria prodazhi snab бухгалтерия заказ приемная поддержка priemnaya sekretar"
).split(" ");

const ROLES: ReadonlySet<string> = new Set(ROLE_MAILBOXES);
const BESIDE: ReadonlySet<string> = new Set(
  "team group dept department eu us uk de at ch fr es it nl pl emea apac latam na global international europe usa berlin london paris munich wien zurich amsterdam madrid ny main general the our no reply do not".split(
    " ",
  ),
);
