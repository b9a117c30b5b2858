import { compareCodeUnits, roundForPlan } from "../base/index.js";
import { Ledger } from "../ledger/index.js";
import type { TieEvidence } from "../people/index.js";
import { type Contact, type Contacts, exchanged } from "./contacts.js";
import { rateOf } from "./rate.js";
import { count } from "./span-in-words.js";

/** Who writes, recommends and helps more, contact by contact. */
export interface ReciprocityRow {
  readonly person: string;
  /** Messages, calls and meetings that came from you, and from them; one of both counts for each. */
  readonly sent: number;
  readonly received: number;
  /** Share of it that came from them, with Wilson's 90% interval. */
  readonly theirShare: number;
  readonly interval: readonly [number, number];
  /** `unclear` where too little was exchanged, or the interval says neither. */
  readonly talk: "even" | "you-more" | "they-more" | "unclear";
  /** Recommendations and endorsements by you of them, and by them of you. */
  readonly vouchedFor: number;
  readonly vouchedBy: number;
  /** Favor points that they owe you; negative: you owe them. Absent without a journal. */
  readonly favors?: number;
  readonly why: string;
}

/** Where give and take stand. */
export interface ReciprocityReading {
  /** Of those with whom anything was exchanged: to whom you owe most first. */
  readonly rows: readonly ReciprocityRow[];
  readonly even: number;
  readonly youMore: number;
  readonly theyMore: number;
  readonly unclear: number;
  readonly notEnoughData: boolean;
  readonly summary: string;
}

/** Give and take between the seeker and their contacts. Favors are in the book's own points and never fade here. */
export function reciprocityOf(read: Contacts): ReciprocityReading {
  const { contacts, settings, limit, request, seeker, network } = read;
  const ledger = request.journal && new Ledger(request.journal, { assertions: "report", people: network });
  const rows = contacts
    .map((contact) => rowOf(contact, read, ledger?.book(seeker, contact.person.id)))
    .filter((row) => row.sent + row.received + row.vouchedBy + row.vouchedFor > 0 || (row.favors ?? 0) !== 0);
  const of = (talk: ReciprocityRow["talk"]): number => rows.filter((row) => row.talk === talk).length;
  const told = rows.filter(({ talk }) => talk !== "unclear").length;
  const notEnoughData = told < settings.leastContacts;
  const debt = (row: ReciprocityRow): number =>
    -(row.favors ?? 0) + (row.vouchedBy - row.vouchedFor) * VOUCH_POINTS;
  return {
    rows: [...rows]
      .sort(
        (a, b) =>
          debt(b) - debt(a) ||
          b.received - b.sent - (a.received - a.sent) ||
          compareCodeUnits(a.person, b.person),
      )
      .slice(0, limit),
    even: of("even"),
    youMore: of("you-more"),
    theyMore: of("they-more"),
    unclear: of("unclear"),
    notEnoughData,
    summary: notEnoughData
      ? `Not enough data: with only ${count(told, "contact")} was enough exchanged to say who writes more.`
      : `With ${of("even")} people you write about equally; ${of("you-more")} hear more from you than you from them, ${of("they-more")} write more than you answer.`,
  };
}

function rowOf(contact: Contact, { today, settings }: Contacts, favors: number | undefined): ReciprocityRow {
  const talks = exchanged(contact, today);
  const sent = talks.filter(({ direction }) => direction !== "in").length;
  const received = talks.filter(({ direction }) => direction !== "out").length;
  const { rate, interval } = rateOf(received, sent + received);
  const [low, high] = settings.evenShare;
  const talk =
    sent + received < settings.leastMessages
      ? "unclear"
      : interval[1] < 0.5 && rate < low
        ? "you-more"
        : interval[0] > 0.5 && rate > high
          ? "they-more"
          : rate >= low && rate <= high
            ? "even"
            : "unclear";
  const [vouchedBy, vouchedFor] = [vouchesOf(contact.evidence, "in"), vouchesOf(contact.evidence, "out")];
  const row = {
    sent,
    received,
    talk,
    vouchedFor,
    vouchedBy,
    ...(favors === undefined ? {} : { favors }),
  } as const;
  return {
    person: contact.person.id,
    ...row,
    theirShare: rate,
    interval,
    ...(favors === undefined ? {} : { favors: roundForPlan(favors) }),
    why: whyOf(row),
  };
}

function whyOf({
  sent,
  received,
  talk,
  vouchedFor,
  vouchedBy,
  favors = 0,
}: Omit<ReciprocityRow, "person" | "theirShare" | "interval" | "why">): string {
  const parts: string[] = [];
  if (favors <= -LEAST_FAVOR) parts.push("They have done more for you than you for them.");
  if (favors >= LEAST_FAVOR) parts.push("You have done more for them than they for you.");
  if (vouchedBy > vouchedFor)
    parts.push(
      `They recommended or endorsed you ${count(vouchedBy, "time")}, you them ${vouchedFor === 0 ? "never" : count(vouchedFor, "time")}.`,
    );
  if (talk === "you-more") parts.push(`You wrote ${sent} times, they ${received}.`);
  if (talk === "they-more") parts.push(`They wrote ${received} times, you ${sent}.`);
  return parts.length === 0 ? "Nothing stands out." : parts.join(" ");
}

function vouchesOf({ vouches = [] }: TieEvidence, direction: "in" | "out"): number {
  return vouches
    .filter((vouch) => vouch.direction === direction && vouch.kind !== "invitation-note")
    .reduce((sum, { count: times = 1 }) => sum + times, 0);
}

/** What a recommendation weighs in the order of rows, in favor points: as much as a useful article (README of `ledger`). */
const VOUCH_POINTS = 0.1;
/** Smaller balances are not worth a word: a quarter of an introduction. */
const LEAST_FAVOR = 0.25;
