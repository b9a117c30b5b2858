import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { AskMessage, IntroductionPlan, PlanAsk } from "warmpath";
import {
  asksToCsv,
  calendarOf,
  describePlan,
  type PlanView,
  planMarkdown,
  planMermaid,
  planPage,
  planText,
} from "warmpath/report";
import type { Answer, Call, Command, Option } from "../call.js";
import { EXAMPLE } from "../demo.js";
import { EXIT, Fault } from "../fault.js";
import { frameOf } from "../frame.js";
import { LANGUAGE, localeOf } from "../language.js";
import { withAsks } from "../memory.js";
import { keepWords, labelsOf, messageText, WORDS, wordsOf } from "../message.js";
import { parts, progress } from "../terminal.js";
import { candidates, cardOf, personNamed } from "../who.js";
import { inWorkspace, ME, type Workspace } from "../workspace.js";

/** Files that a plan can be written to. */
export const FORMS: Readonly<Record<string, Option>> = {
  html: { type: "string", value: "FILE", help: "write the page, one file to look at, to print, to send" },
  open: { type: "boolean", help: "open the page in a browser" },
  markdown: { type: "string", value: "FILE", help: "write it as Markdown" },
  mermaid: { type: "string", value: "FILE", help: "write the picture of the paths as Mermaid" },
  ics: { type: "string", value: "FILE", help: "write asks and reminders for a calendar" },
  csv: { type: "string", value: "FILE", help: "write a row for each ask, for a mail merge" },
  language: LANGUAGE,
};

export const PLAN: Command = {
  name: "plan",
  usage: '"Bob Smith at Acme"',
  summary: "whom to ask for an introduction, in which order, with the message",
  details: [
    "The buyer need not stand in your records: name and company are enough. An id of `find` will do too.",
  ],
  options: {
    ...FORMS,
    ...WORDS,
    value: {
      type: "string",
      value: "N",
      help: "what reaching them is worth, in favors; the plan stops where asking costs more",
    },
    paths: { type: "string", value: "N", help: "paths at most (5)" },
    "max-hops": {
      type: "string",
      value: "N",
      help: "ties of a path at most, 1 to 4 (3: two people between)",
    },
    headcount: { type: "string", value: "N", help: "how many people work there, if you know" },
    team: { type: "boolean", help: "for you and your teammates together" },
    without: {
      type: "string",
      value: "WHO",
      multiple: true,
      help: "ask nobody through them; may be given again",
    },
  },
  words: [0, 1],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { planner, memory } = workspace;
      const target = call.words[0] ?? (call.demo ? EXAMPLE.target : undefined);
      if (target === undefined)
        throw new Fault(
          "usage",
          "it is not said whom you want to meet",
          'it is: warmpath plan "Bob Smith at Acme"',
        );
      const [k, maxHops, headcount, value] = ["paths", "max-hops", "headcount", "value"].map((name) =>
        call.number(name),
      );
      const plan = progress(call.io, "planning", () =>
        planner.plan({
          seeker: call.flag("team") ? [ME, ...memory.teammates] : ME,
          target,
          now: call.now,
          exclude: call.texts("without").map((name) => personNamed(planner, name)),
          decisions: memory.decisions,
          ...(k === undefined ? {} : { k }),
          ...(maxHops === undefined ? {} : { maxHops }),
          ...(headcount === undefined ? {} : { headcount }),
          ...(value === undefined ? {} : { value }),
        }),
      );
      return answered(call, workspace, plan);
    }),
};

function answered(call: Call, workspace: Workspace, plan: IntroductionPlan): Answer {
  const { planner } = workspace;
  const view = describePlan(plan, planner, { locale: localeOf(call) });
  const drafts = draftsOf(call, workspace, plan.asks);
  rememberAsks(call, workspace, plan.asks);
  const written = writeForms(call, view, drafts, planner.schedule(plan));
  const [first] = plan.asks;
  const message = first === undefined ? undefined : drafts[first.id];
  const who = first === undefined ? "" : cardOf(planner, first.connector)[0];
  const meant = plan.refusal?.code === "ambiguous-target" ? plan.refusal : undefined;
  return {
    text: parts(
      // The table below shows them with their ids.
      planText(meant === undefined ? view : withoutCandidates(view), { width: call.io.columns }).trimEnd(),
      meant?.candidates === undefined
        ? undefined
        : candidates(
            planner,
            meant.candidates.map(({ person }) => person),
            frameOf(call),
          ),
      message === undefined ? undefined : messageText(message, who, labelsOf(call, planner), frameOf(call)),
      written,
      hintOf(call, plan, who, message?.needs ?? []),
    ),
    json: { plan, view, ...(message === undefined ? {} : { message }) },
    exit: meant === undefined ? EXIT.done : EXIT.unclear,
  };
}

function withoutCandidates(view: PlanView): PlanView {
  return view.refusal === undefined ? view : { ...view, refusal: { ...view.refusal, candidates: [] } };
}

function hintOf(
  call: Call,
  { asks, refusal }: IntroductionPlan,
  who: string,
  needs: readonly string[],
): string | undefined {
  const frame = frameOf(call);
  if (refusal?.openWith === "account") return frame("account");
  if (refusal?.code === "ambiguous-target") return frame("id");
  if (asks.length === 0) return undefined;
  const words = [
    needs.includes("reason") ? ` --reason "${frame("why")}"` : "",
    needs.includes("offer") ? ` --offer "${frame("gain")}"` : "",
  ].join("");
  return frame(words === "" ? "next" : "draft", { words, who });
}

/** Keeps the asks that are shown by their numbers, and what the call says of them. */
export function rememberAsks(call: Call, workspace: Workspace, asks: readonly PlanAsk[]): void {
  workspace.memory = withAsks(workspace.memory, asks);
  for (const { id } of asks) workspace.memory = keepWords(call, workspace.memory, id);
}

/** The message of each ask, by its id. */
export function draftsOf(
  call: Call,
  { planner, memory }: Workspace,
  asks: readonly PlanAsk[],
): Readonly<Record<string, AskMessage>> {
  return Object.fromEntries(asks.map((ask) => [ask.id, planner.draft(ask, wordsOf(call, memory, ask.id))]));
}

/** Writes the files that were asked for, and says where they are. */
export function writeForms(
  call: Call,
  view: PlanView,
  drafts: Readonly<Record<string, AskMessage>>,
  steps: Parameters<typeof calendarOf>[0],
): string {
  const locale = localeOf(call);
  const names = Object.fromEntries(view.names);
  const forms: Readonly<Record<string, () => string>> = {
    html: () => planPage(view, { drafts }),
    markdown: () => planMarkdown(view),
    mermaid: () => planMermaid(view),
    ics: () => calendarOf(steps, { locale, day: view.day, names }),
    csv: () => asksToCsv(view, { drafts }),
  };
  return writeFiles(call, forms, "plan.html");
}

/** Writes each form that was asked for; opens the page where that was asked for too. */
export function writeFiles(call: Call, forms: Readonly<Record<string, () => string>>, page: string): string {
  const lines: string[] = [];
  for (const [name, made] of Object.entries(forms)) {
    const isPage = name === "html";
    const given = call.text(name) ?? (isPage && call.flag("open") ? join(call.folder, page) : undefined);
    if (given === undefined) continue;
    const path = resolve(call.io.cwd, given);
    try {
      writeFileSync(path, made(), { mode: 0o600 });
    } catch (error) {
      throw new Fault(
        "file",
        `${given} cannot be written (${(error as NodeJS.ErrnoException).code})`,
        "name another file",
      );
    }
    lines.push(frameOf(call)("written", { file: given }));
    if (isPage && call.flag("open") && !call.io.show(path))
      lines.push(frameOf(call)("noBrowser", { file: path }));
  }
  return lines.join("\n");
}
