import type { IdentityDecision, IdentityReview } from "warmpath/people";
import { onePersonEach } from "../add-exports.js";
import type { Answer, Call, Command } from "../call.js";
import { Fault } from "../fault.js";
import { count, parts, shown, table } from "../terminal.js";
import { cardOf } from "../who.js";
import { inWorkspace, ME, type Workspace } from "../workspace.js";

export const FIND: Command = {
  name: "find",
  usage: '"Bob Smith at Acme"',
  summary: "who may be meant; also by position, address or profile",
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, ({ planner }) => {
      const [query = ""] = call.words;
      const matches = planner.find(query, { seeker: ME });
      const rows = matches.map(({ person, why }) => [person, ...cardOf(planner, person), why.join(", ")]);
      const text =
        rows.length === 0
          ? `Nobody in your records fits "${shown(query)}". You can plan for them all the same, with name and company.`
          : table(["id", "name", "title", "company", "why"], rows);
      const json = matches.map((match) => ({ ...planner.network.person(match.person), ...match }));
      return { text, json: { matches: json } };
    }),
};

export const SAME: Command = {
  name: "same",
  usage: "[yes|no NUMBER…]",
  summary: "pairs who may be one person: decide on them",
  details: [
    "Lists the pairs, those first that change plans most. `same yes 1 3` makes one person of each of these, `same no 2` keeps",
    "the two apart for good. At a keyboard it asks one after the other.",
  ],
  options: { list: { type: "boolean", help: "only list them" } },
  words: [0, Number.POSITIVE_INFINITY],
  async run(call) {
    const [answer, ...numbers] = call.words;
    if (answer !== undefined)
      return inWorkspace(call, (workspace) => decideByNumber(workspace, answer, numbers));
    const listed = await inWorkspace(call, (workspace) => list(workspace, call.now));
    const { ask } = call.io;
    if (ask === undefined || call.json || call.flag("list") || listed.cards.length === 0) return listed;
    // The folder is free while somebody thinks.
    const decisions = await askEach(call, ask, listed.cards);
    if (decisions.length === 0) return { text: "Nothing was decided.", json: { decided: 0 } };
    return inWorkspace(call, (workspace) => decide(workspace, decisions));
  },
};

interface Listed extends Answer {
  readonly cards: readonly { readonly a: string; readonly b: string; readonly text: string }[];
}

function list(workspace: Workspace, now: Call["now"]): Listed {
  const { planner } = workspace;
  const reviews = inOrderOfPlans(workspace, onePersonEach(workspace).reviews, now);
  const first = reviews.slice(0, MOST_PAIRS);
  workspace.memory = { ...workspace.memory, pairs: first.map(({ a, b }) => [a, b] as const) };
  const cards = first.map(({ a, b, why }, i) => ({
    a,
    b,
    text: `${i + 1}. ${recordOf(planner, a)}\n   ${recordOf(planner, b)}\n   ${why.join(", ")}`,
  }));
  const more = reviews.length - first.length;
  const text =
    reviews.length === 0
      ? "No pair of records is left to decide on."
      : parts(
          `${count(reviews.length, "pair")} may be one person each.`,
          cards.map((card) => card.text).join("\n\n"),
          more > 0 ? `${more} more come after these.` : undefined,
          "Decide by number: warmpath same yes 1 3, warmpath same no 2",
        );
  return { text, json: { pairs: first, more }, cards };
}

/** Those first of whom an answer would change plans most. */
function inOrderOfPlans(
  { planner, memory }: Workspace,
  reviews: readonly IdentityReview[],
  now: Call["now"],
): readonly IdentityReview[] {
  const keyOf = ({ a, b }: IdentityReview): string => JSON.stringify([a, b].sort());
  const ordered = planner.reviews({ seeker: ME, decisions: memory.decisions, now });
  const places = new Map(ordered.map((review, place) => [keyOf(review), place]));
  const placeOf = (review: IdentityReview): number => places.get(keyOf(review)) ?? ordered.length;
  return [...reviews].sort((x, y) => placeOf(x) - placeOf(y));
}

const MOST_PAIRS = 20;

async function askEach(
  call: Call,
  ask: (question: string) => Promise<string | undefined>,
  cards: Listed["cards"],
): Promise<readonly IdentityDecision[]> {
  const decisions: IdentityDecision[] = [];
  for (const { a, b, text } of cards) {
    call.io.out(`${text}\n`);
    const answer = (await ask("   one person? (y)es, (n)o, (l)ater, (q)uit: "))?.trim().toLowerCase();
    if (answer === undefined || answer.startsWith("q")) break;
    if (answer.startsWith("y")) decisions.push({ a, b, same: true });
    if (answer.startsWith("n")) decisions.push({ a, b, same: false });
  }
  return decisions;
}

function decideByNumber(workspace: Workspace, answer: string, numbers: readonly string[]): Answer {
  if (!["yes", "no"].includes(answer) || numbers.length === 0)
    throw new Fault("usage", "it is: warmpath same yes 1 3, or: warmpath same no 2");
  const { pairs } = workspace.memory;
  const decisions = numbers.map((number) => {
    const pair = /^\d+$/.test(number) ? pairs[Number(number) - 1] : undefined;
    if (pair === undefined)
      throw new Fault("unclear", `there is no pair ${number} in the last list`, "see: warmpath same --list");
    return { a: pair[0], b: pair[1], same: answer === "yes" };
  });
  return decide(workspace, decisions);
}

function decide(workspace: Workspace, decisions: readonly IdentityDecision[]): Answer {
  const { memory } = workspace;
  workspace.memory = { ...memory, decisions: [...memory.decisions, ...decisions] };
  const { merged, reviews } = onePersonEach(workspace);
  const left =
    reviews.length === 0 ? "No pair is left." : `${count(reviews.length, "pair")} left: warmpath same`;
  return {
    text: `${count(decisions.length, "answer")} kept, ${count(merged, "record")} joined with another. ${left}`,
    json: { decided: decisions.length, merged, left: reviews.length },
  };
}

function recordOf(planner: Workspace["planner"], id: string): string {
  const { emails = [], sources = [] } = planner.network.person(id) ?? {};
  const from = sources.flatMap(({ file, row }) =>
    file === undefined ? [] : [`${file}${row === undefined ? "" : ` row ${row}`}`],
  );
  const known = [...cardOf(planner, id).filter((part) => part !== ""), ...emails.slice(0, 2)];
  return shown(`${known.join(", ")}${from.length === 0 ? "" : ` (${from.slice(0, 3).join("; ")})`}`);
}
