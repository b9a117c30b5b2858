import type { IntroductionPlanner, Person, PlanAsk } from "warmpath";
import { findTargets } from "warmpath/people";
import { type AskStatus, AskTracker } from "warmpath/tracking";
import type { Call } from "./call.js";
import { Fault } from "./fault.js";
import type { Frame } from "./frame.js";
import { table } from "./terminal.js";
import { ME, type Workspace } from "./workspace.js";

/** Name, title and company as a table shows them. */
export function cardOf(
  planner: IntroductionPlanner,
  id: string,
): readonly [name: string, title: string, company: string] {
  const { title = "", company = "" } = planner.network.person(id) ?? {};
  return [planner.name(id) ?? "somebody", title, company];
}

/** The person who is meant for sure by an id or by words. @throws Fault `unclear` with those who may be meant. */
export function personNamed(planner: IntroductionPlanner, text: string): string {
  if (planner.name(text, { seeker: ME }) !== undefined) return planner.network.canonical(text);
  if (text.toLowerCase() === ME) return ME;
  const matches = planner.find(text, { seeker: ME });
  const [buyer, ...more] = matches.length > 0 ? [] : fitting(planner, buyersOutside(planner), text);
  if (buyer !== undefined && more.length === 0) return buyer;
  const sure = matches.filter(({ isSure, score }) => isSure === true || score >= SURE_ENOUGH);
  if (sure.length === 1) return sure[0]?.person as string;
  if (matches.length === 0)
    throw new Fault("unclear", `nobody in your records fits "${text}"`, `look with: warmpath find "${text}"`);
  throw new Fault(
    "unclear",
    `it is not clear who is meant by "${text}":\n${candidates(
      planner,
      matches.map(({ person }) => person),
    )}`,
    "call again with the id, or add the company",
  );
}

/** Buyers of requests on record whom the network does not hold. */
function buyersOutside({ journal, network }: IntroductionPlanner): string[] {
  const asks = new AskTracker(journal).asks().map(({ ask }) => ask.target);
  return asks.filter((id) => !network.has(id));
}

/** A lone match from here on is taken: all words of the name agree. */
const SURE_ENOUGH = 0.9;

/** People in a table, their ids first. */
export function candidates(planner: IntroductionPlanner, ids: readonly string[], frame?: Frame): string {
  return table(
    ["id", ...(["name", "title", "company"] as const).map((key) => frame?.(key) ?? key)],
    ids.slice(0, 10).map((id) => [id, ...cardOf(planner, id)]),
  );
}

/** What an ask is about: who asks whom, and for which buyer. */
export type AskParts = Pick<PlanAsk, "id" | "connector" | "target" | "buyer">;

/** The planned ask that is meant by its number in the last list, its id, or its connector's name. @throws Fault `unclear`. */
export function plannedAsk(call: Call, { planner, memory }: Workspace): PlanAsk {
  const [text = ""] = call.words;
  const listed = memory.listed.flatMap((id) => memory.asks.find((ask) => ask.id === id) ?? []);
  if (/^\d+$/.test(text)) return atNumber(text, memory.listed, memory.asks);
  const inList = among(call, planner, listed);
  if (inList.length > 0) return only(call, planner, inList);
  return only(call, planner, among(call, planner, memory.asks));
}

/** The ask on record that is meant likewise; of several of one connector those that are open. @throws Fault `unclear`. */
export function recordedAsk(call: Call, { planner, memory }: Workspace): AskStatus {
  const [text = ""] = call.words;
  const asks = new AskTracker(planner.journal, planner.settings.timing).asks({ now: call.now });
  const statusOf = new Map(asks.map((status) => [status.ask.id, status]));
  const records = asks.map(({ ask }) => ask);
  if (/^\d+$/.test(text)) return statusOf.get(atNumber(text, memory.listed, records).id) as AskStatus;
  const found = among(call, planner, records);
  const open = found.filter(({ id }) => statusOf.get(id)?.open === true);
  return statusOf.get(only(call, planner, open.length > 0 ? open : found).id) as AskStatus;
}

function atNumber<A extends AskParts>(text: string, listed: readonly string[], asks: readonly A[]): A {
  const id = listed[Number(text) - 1];
  const ask = asks.find((one) => one.id === id);
  if (ask !== undefined) return ask;
  throw id === undefined
    ? new Fault(
        "unclear",
        `there is no number ${text} in the last list`,
        "see: warmpath today, or plan first",
      )
    : new Fault(
        "unclear",
        `number ${text} of the last list is not such a request`,
        'say whom you asked by name, as in: warmpath yes "Ann Lee"; see: warmpath today',
      );
}

/** Those whose id begins with the words, whose connector they name, or else whose buyer; with --about, for that buyer alone. */
function among<A extends AskParts>(
  call: Call,
  planner: IntroductionPlanner,
  asks: readonly A[],
): readonly A[] {
  const [text = ""] = call.words;
  const about = call.text("about");
  const byId = asks.filter(({ id }) => id === text || (text.startsWith("ask_") && id.startsWith(text)));
  if (byId.length > 0) return byId;
  const named = fitting(
    planner,
    asks.map(({ connector }) => connector),
    text,
  );
  const targets =
    about === undefined
      ? undefined
      : fitting(
          planner,
          asks.map(({ target }) => target),
          about,
          asks,
        );
  const found = asks.filter(
    ({ connector, target }) => named.has(connector) && targets?.has(target) !== false,
  );
  if (found.length > 0 || about !== undefined) return found;
  const ofBuyer = fitting(
    planner,
    asks.map(({ target }) => target),
    text,
    asks,
  );
  return asks.filter(({ target }) => ofBuyer.has(target));
}

/** Of these people whoever fits the words best, by the one rule for names. */
function fitting(
  planner: IntroductionPlanner,
  ids: readonly string[],
  words: string,
  asks: readonly AskParts[] = [],
): ReadonlySet<string> {
  const people = [...new Set(ids)].map((id): Person => {
    const name = planner.name(id) ?? asks.find(({ target }) => target === id)?.buyer?.name;
    return { ...planner.network.person(id), id, ...(name === undefined ? {} : { name }) };
  });
  const matches = findTargets(people, words);
  const best = matches[0]?.score ?? 0;
  return new Set(matches.filter(({ score }) => score === best && score >= LEAST).map(({ person }) => person));
}

/** Below it the words fit by half. */
const LEAST = 0.8;

function only<A extends AskParts>(call: Call, planner: IntroductionPlanner, asks: readonly A[]): A {
  const [first] = asks;
  const text = call.words[0] ?? "";
  if (first !== undefined && asks.length === 1) return first;
  if (first === undefined)
    throw new Fault(
      "unclear",
      `no request fits "${text}"`,
      'see: warmpath today, or plan first: warmpath plan "Bob Smith at Acme"',
    );
  const rows = asks.map(({ id, connector, target, buyer }) => [
    id,
    cardOf(planner, connector)[0],
    buyer?.name ?? cardOf(planner, target)[0],
  ]);
  throw new Fault(
    "unclear",
    `several requests fit "${text}":\n${table(["id", "asked", "about"], rows)}`,
    "call again with the id, or add --about NAME",
  );
}
