import type { IntroductionPlanner, NextAction } from "warmpath";
import { calendarOf, describeActions, type WeekView, weekPage } from "warmpath/report";
import { type AskStatus, AskTracker } from "warmpath/tracking";
import type { Answer, Call, Command, Option } from "../call.js";
import { frameOf, stateIn } from "../frame.js";
import { LANGUAGE, localeOf } from "../language.js";
import { withAsks } from "../memory.js";
import { messageText } from "../message.js";
import { parts, table, wrapped } from "../terminal.js";
import { cardOf } from "../who.js";
import { inWorkspace, ME, type Workspace } from "../workspace.js";
import { writeFiles } from "./plan.js";

const FORMS: Readonly<Record<string, Option>> = {
  limit: { type: "string", value: "N", help: "things to do at most (7)" },
  html: { type: "string", value: "FILE", help: "write the page" },
  open: { type: "boolean", help: "open the page in a browser" },
  ics: { type: "string", value: "FILE", help: "write it for a calendar" },
  language: LANGUAGE,
};

export const TODAY: Command = {
  name: "today",
  usage: "",
  summary: "what to do now, each with its message; which requests are open; who said yes",
  options: { ...FORMS, brief: { type: "boolean", help: "without the messages" } },
  words: [0, 0],
  run: (call) =>
    inWorkspace(call, (workspace) => answered(call, workspace, due(call, workspace, call.now), [])),
};

export const WEEK: Command = {
  name: "week",
  usage: "",
  summary: "what to do now and in the seven days to come",
  options: FORMS,
  words: [0, 0],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const now = due(call, workspace, call.now);
      const isNow = new Set(now.map(keyOf));
      // What falls due if nothing happens until then; whom to ask next depends on what does.
      const later = due(call, workspace, addDays(call.now, DAYS)).filter(
        (action) => action.kind !== "ask" && action.askId !== undefined && !isNow.has(keyOf(action)),
      );
      return answered(call, workspace, now, later);
    }),
};

const DAYS = 7;

function due(call: Call, { planner, memory }: Workspace, now: string): readonly NextAction[] {
  const { changes, decisions } = memory;
  const locale = localeOf(call);
  const limit = call.number("limit") ?? MOST;
  return planner.next({
    seeker: ME,
    now,
    limit,
    changes,
    decisions,
    ...(locale === undefined ? {} : { locale }),
  });
}

/** Things to do of one day that somebody still looks at. */
const MOST = 7;

function keyOf({ kind, askId, person }: NextAction): string {
  return JSON.stringify([kind, askId, person]);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function answered(
  call: Call,
  workspace: Workspace,
  now: readonly NextAction[],
  later: readonly NextAction[],
): Answer {
  const { planner } = workspace;
  const locale = localeOf(call);
  // Nothing of the days to come is late yet.
  const actions = [...now, ...later.map((action) => ({ ...action, overdue: false }))];
  const view = describeActions(actions, planner, { locale });
  const asks = actions.flatMap(({ ask }) => (ask === undefined ? [] : [ask]));
  const todo = [...actions.filter(({ overdue }) => overdue), ...actions.filter(({ overdue }) => !overdue)];
  workspace.memory = {
    ...withAsks(
      workspace.memory,
      asks,
      todo.map(({ askId = "" }) => askId),
    ),
    todo: todo.map(({ kind, person, askId, done }) => ({
      kind,
      person,
      done,
      ...(askId === undefined ? {} : { askId }),
    })),
  };
  const open = new AskTracker(planner.journal, planner.settings.timing)
    .asks({ now: call.now })
    .filter((status) => status.open && status.ask.seeker === ME);
  const written = writeFiles(
    call,
    { html: () => weekPage(view), ics: () => calendarOf(view.actions, { locale, day: call.now }) },
    "week.html",
  );
  return {
    text: parts(
      weekText(view, call),
      todo.length === 0 ? undefined : frameOf(call)("done"),
      openText(call, planner, open),
      written,
    ),
    json: {
      actions,
      view,
      open: open.map(({ ask, state, since, needs }) => ({
        ask: ask.id,
        connector: ask.connector,
        target: ask.target,
        state,
        since,
        needs,
      })),
    },
  };
}

function weekText({ title, summary, actions, labels }: WeekView, call: Call): string {
  const frame = frameOf(call);
  const items = actions.map(({ text, about, why, date, remark, overdue, draft, person, buttons }, i) => {
    const when = `${date}${overdue ? `, ${frame("overdue")}` : ""}.`;
    const remarks = remark === why ? [about, why] : [about, when, why];
    const links = buttons.flatMap(({ href }) =>
      href === undefined || (draft !== undefined && href.startsWith("mailto:")) ? [] : [`   ${href}`],
    );
    return parts(
      [
        wrapped(
          `${text}. ${remarks.filter((part) => part !== undefined).join(" ")}`,
          "   ",
          call.io.columns,
          `${i + 1}. `,
        ),
        ...links,
      ].join("\n"),
      draft === undefined || call.flag("brief")
        ? undefined
        : wrappedMessage(messageText(draft, person.name, labels, frame)),
    );
  });
  return parts(title, summary, ...items);
}

function wrappedMessage(text: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" ? "" : `   ${line}`))
    .join("\n");
}

function openText(call: Call, planner: IntroductionPlanner, open: readonly AskStatus[]): string | undefined {
  const row = ({ ask, state, since }: AskStatus): string[] => [
    cardOf(planner, ask.connector)[0],
    cardOf(planner, ask.target)[0],
    stateIn(call, state),
    since,
  ];
  const waiting = open.filter(({ state }) => state === "sent" || state === "reminded");
  const agreed = open.filter((status) => !waiting.includes(status));
  const frame = frameOf(call);
  const head = (["asked", "about", "stands", "since"] as const).map((key) => frame(key));
  return parts(
    agreed.length === 0 ? undefined : `${frame("yes")}\n\n${table(head, agreed.map(row))}`,
    waiting.length === 0 ? undefined : `${frame("open")}\n\n${table(head, waiting.map(row))}`,
  );
}
