import { isWarmpathError, type PlannerEvent } from "warmpath";
import type { Answer, Call, Command, Option } from "../call.js";
import { EXIT, Fault } from "../fault.js";
import { frameOf } from "../frame.js";
import { LANGUAGE } from "../language.js";
import { keepWords, labelsOf, messageText, WORDS, wordsOf } from "../message.js";
import { STATES } from "../states.js";
import { shown } from "../terminal.js";
import { cardOf, personNamed, plannedAsk, recordedAsk } from "../who.js";
import { inWorkspace, ME, type Workspace } from "../workspace.js";

const ABOUT: Option = {
  type: "string",
  value: "BUYER",
  help: "where several of your requests to one person fit",
};
const ON: Option = { type: "string", value: "DATE", help: "the day on which it was, if not today" };
const ASK_HELP =
  "ASK is a number of the last list (plan, account, today), the name of whom you asked or of the buyer, or the id of the ask.";

export const DRAFT: Command = {
  name: "draft",
  usage: "ASK",
  summary: "write the message of an ask; what you say of it is kept for reminders",
  details: [ASK_HELP],
  options: {
    ...WORDS,
    open: { type: "boolean", help: "open it in your mail program, where the address is known" },
    about: ABOUT,
    language: LANGUAGE,
  },
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { planner } = workspace;
      const ask = plannedAsk(call, workspace);
      workspace.memory = keepWords(call, workspace.memory, ask.id);
      const message = planner.draft(ask, wordsOf(call, workspace.memory, ask.id));
      const [name] = cardOf(planner, ask.connector);
      const { mailto } = message;
      const isOpen = call.flag("open") && mailto !== undefined && call.io.show(mailto);
      const frame = frameOf(call);
      const opened = call.flag("open") && !isOpen ? `${frame("noMail", { who: name })}\n\n` : "";
      const next = opened + frame("sent", { who: name });
      return {
        text: `${messageText(message, name, labelsOf(call, planner), frame)}\n\n${next}`,
        json: { ask: ask.id, message },
      };
    }),
};

export const SENT: Command = {
  name: "sent",
  usage: "ASK",
  summary: "you have sent the request",
  details: [ASK_HELP],
  options: { ...WORDS, about: ABOUT, on: ON },
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { planner } = workspace;
      const ask = plannedAsk(call, workspace);
      workspace.memory = keepWords(call, workspace.memory, ask.id);
      const { locale: _, ...words } = wordsOf(call, workspace.memory, ask.id);
      const event = { type: "ask.sent", ask, ...words } as const;
      const [name, buyer] = [
        cardOf(planner, ask.connector)[0],
        ask.buyer?.name ?? cardOf(planner, ask.target)[0],
      ];
      const said =
        ask.connector === ask.target
          ? `you asked ${name} directly.`
          : `you asked ${name} to introduce you to ${buyer}.`;
      const answer = recorded(call, workspace, ask.id, event, said);
      return {
        ...answer,
        text: `${answer.text}\nNext: warmpath yes "${shown(name)}", or warmpath no "${shown(name)}".`,
      };
    }),
};

interface Step {
  readonly name: string;
  readonly type: Exclude<PlannerEvent["type"], "ask.sent">;
  readonly summary: string;
  /** What is said of it; `{who}` is whom one asked, `{buyer}` the target. */
  readonly said: string;
  /** The command that comes next, and when. */
  readonly next?: readonly [command: string, when: string];
  readonly options?: Readonly<Record<string, Option>>;
  /** Further fields of the event. */
  fields?(call: Call, workspace: Workspace): Readonly<Record<string, unknown>>;
}

/** What can happen to a request that was sent, in the order in which it does. */
const STEPS: readonly Step[] = [
  { name: "reminded", type: "ask.reminded", summary: "you have reminded them", said: "you reminded {who}." },
  {
    name: "yes",
    type: "ask.agreed",
    summary: "they will introduce you",
    said: "{who} said yes.",
    next: ["introduced", "once you see the introduction"],
    options: { "use-my-name": { type: "boolean", help: "you may write yourself and name them" } },
    fields: (call) => ({ answer: call.flag("use-my-name") ? "use-my-name" : "make-it" }),
  },
  {
    name: "no",
    type: "ask.declined",
    summary: "they said no, or named somebody else",
    said: "{who} said no.",
    options: {
      "not-tied": { type: "boolean", help: "they do not know the buyer: no refusal, but a fact" },
      "not-this-kind": { type: "boolean", help: "they do not make such introductions" },
      instead: { type: "string", value: "WHO", help: "whom they named instead" },
    },
    fields: declined,
  },
  {
    name: "claimed",
    type: "ask.claimed",
    summary: "they say that they have done it",
    said: "{who} says it is done.",
  },
  {
    name: "introduced",
    type: "introduction.made",
    summary: "you have seen the introduction",
    said: "{who} introduced you to {buyer}.",
    next: ["met", "once you have met the buyer"],
    options: {
      how: { type: "string", value: "HOW", help: "name-lent, forwarded, introduced or recommended" },
    },
    fields: (call) => given({ how: call.text("how") }),
  },
  {
    name: "agreed",
    type: "target.agreed",
    summary: "the buyer wants to talk",
    said: "{buyer} wants to talk.",
  },
  {
    name: "refused",
    type: "target.declined",
    summary: "the buyer does not want to",
    said: "{buyer} does not want to talk.",
  },
  {
    name: "met",
    type: "meeting.held",
    summary: "you met the buyer",
    said: "you met {buyer}.",
    next: ["won", "once you have the deal; or: warmpath lost"],
    options: {
      useful: { type: "boolean", help: "the buyer got something out of it" },
      wasted: { type: "boolean", help: "the buyer did not" },
    },
    fields: (call) => (call.flag("useful") ? { useful: true } : call.flag("wasted") ? { useful: false } : {}),
  },
  {
    name: "opportunity",
    type: "opportunity.opened",
    summary: "there is a concrete chance of a deal",
    said: "there is a chance of a deal with {buyer}.",
  },
  {
    name: "won",
    type: "deal.won",
    summary: "you won the deal; the buyer is your contact and client from now on",
    said: "you won the deal with {buyer}, who is a contact of yours now.",
    next: ["thanked", "once you have thanked them"],
    options: { value: { type: "string", value: "N", help: "what it was worth, in favors" } },
    fields: (call, { planner }) => ({ value: call.number("value") ?? planner.settings.asking.assumedValue }),
  },
  {
    name: "lost",
    type: "deal.lost",
    summary: "no deal came of it",
    said: "no deal with {buyer}.",
    options: {
      reason: {
        type: "string",
        value: "WHY",
        help: "no-decision, competitor, price, timing, no-fit, unreachable, garbage, or words of your own",
      },
    },
    fields: (call) => given({ reason: call.text("reason") }),
  },
  {
    name: "withdrawn",
    type: "ask.withdrawn",
    summary: "you have taken the request back",
    said: "you took the request to {who} back.",
  },
  { name: "thanked", type: "thanks.sent", summary: "you have thanked them", said: "you thanked {who}." },
  {
    name: "updated",
    type: "update.sent",
    summary: "you have told them how it went",
    said: "you told {who} how it went.",
  },
];

export const STEP_COMMANDS: readonly Command[] = STEPS.map((step) => ({
  name: step.name,
  usage: "ASK",
  summary: step.summary,
  details: [ASK_HELP],
  options: { ...step.options, about: ABOUT, on: ON },
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { planner } = workspace;
      const { ask } = recordedAsk(call, workspace);
      const [who, buyer] = [ask.connector, ask.target].map((id) => planner.name(id) ?? "somebody");
      const said = step.said.replaceAll("{who}", who ?? "").replaceAll("{buyer}", buyer ?? "");
      const event = { type: step.type, ask: ask.id, ...step.fields?.(call, workspace) };
      const answer = recorded(call, workspace, ask.id, event, said, who);
      if (step.next === undefined) return answer;
      const [command, when] = step.next;
      return { ...answer, text: `${answer.text}\nNext: warmpath ${command} "${shown(who ?? "")}", ${when}.` };
    }),
}));

export const DONE: Command = {
  name: "done",
  usage: "NUMBER",
  summary: "you have done what `today` proposed under this number",
  options: { on: ON },
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { planner, memory } = workspace;
      const [number = ""] = call.words;
      const todo = /^\d+$/.test(number) ? memory.todo[Number(number) - 1] : undefined;
      if (todo === undefined)
        throw new Fault(
          "unclear",
          `there is no number ${number} in what was proposed last`,
          "see: warmpath today",
        );
      const { kind, person, askId, done } = todo;
      const [name] = cardOf(planner, person);
      if (kind === "ask")
        throw new Fault("usage", "that is a request", `once it is sent: warmpath sent ${number}`);
      workspace.memory = { ...memory, changes: memory.changes.filter((change) => change.person !== person) };
      return recorded(call, workspace, askId ?? `${kind}:${person}`, done, `you did it for ${name}.`, name);
    }),
};

const KINDS =
  "article, advice, event-advice, lunch, gift, introduction, key-introduction, or a word of your own";

export const FAVOR_COMMANDS: readonly Command[] = (["gave", "got"] as const).map((name) => ({
  name,
  usage: "WHO KIND",
  summary: name === "gave" ? "you did somebody a favor" : "somebody did you a favor",
  details: [`KIND is one of: ${KINDS}.`],
  options: { on: ON, size: { type: "string", value: "N", help: "in favors of one ordinary introduction" } },
  words: [2, 2],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const [who = "", kind = ""] = call.words;
      const other = personNamed(workspace.planner, who);
      const [giver, receiver] = name === "gave" ? [ME, other] : [other, ME];
      const event = { type: "favor.given", giver, receiver, kind, ...given({ size: call.number("size") }) };
      const shownName = cardOf(workspace.planner, other)[0];
      const said = name === "gave" ? `you did ${shownName} a favor.` : `${shownName} did you a favor.`;
      return recorded(call, workspace, `${giver}>${receiver}:${kind}`, event, said);
    }),
}));

function declined(call: Call, { planner }: Workspace): Readonly<Record<string, unknown>> {
  const instead = call.text("instead");
  if (instead !== undefined) {
    const [match, ...more] = planner.find(instead, { seeker: ME }).filter(({ isSure }) => isSure === true);
    const named =
      match !== undefined && more.length === 0 ? { suggestedPerson: match.person } : { suggested: instead };
    return { answer: "ask-someone-else", ...named };
  }
  return { answer: call.flag("not-tied") ? "not-tied" : call.flag("not-this-kind") ? "not-this-kind" : "no" };
}

/** Records an event once: said again on the same day it counts once. */
function recorded(
  call: Call,
  { planner }: Workspace,
  about: string,
  event: Readonly<Record<string, unknown>> & { readonly type: string },
  said: string,
  who = "",
): Answer {
  const at = call.text("on") ?? call.now;
  const id = `${event.type}:${about}:${at}`;
  try {
    const outcome = planner.record({ ...event, id, at } as unknown as PlannerEvent);
    const text = outcome === "exists" ? `That is on record already: ${said}` : `Recorded: ${said}`;
    return { text: shown(text), json: { outcome, event: { ...event, id, at } }, exit: EXIT.done };
  } catch (error) {
    if (isWarmpathError(error) && error.code === "INVALID_TRANSITION")
      throw outOfOrder(error.details, said, who);
    if (isWarmpathError(error) && error.code === "JOURNAL_ID_CONFLICT")
      throw new Fault(
        "unclear",
        "that is on record for this day already, with other details",
        "say another day with --on",
      );
    throw error;
  }
}

function outOfOrder({ state, type }: Readonly<Record<string, unknown>>, said: string, who: string): Fault {
  const first = BEFORE[String(type)];
  const now = STATES[String(state)] ?? String(state);
  const next =
    first === undefined || state === first.state
      ? "see: warmpath today"
      : `record first what came before it: warmpath ${first.command} "${who}"`;
  return new Fault("unclear", `"${said}" does not fit: ${now}`, next);
}

/** What has to be on record before a step, by the step's type. */
const BEFORE: Readonly<Record<string, { readonly state: string; readonly command: string }>> = {
  "meeting.held": { state: "introduced", command: "introduced" },
  "opportunity.opened": { state: "met", command: "met" },
  "deal.won": { state: "met", command: "met" },
  "deal.lost": { state: "met", command: "met" },
  "target.agreed": { state: "introduced", command: "introduced" },
  "target.declined": { state: "introduced", command: "introduced" },
};

function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
