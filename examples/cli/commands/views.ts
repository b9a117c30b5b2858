import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { alertActions, insights } from "warmpath/insights";
import { peopleToCsv, tiesToCsv, toGexf, toGraphml } from "warmpath/network";
import { bookPage, describeBook, describeInsights, insightsPage } from "warmpath/report";
import type { Call, Command, Option } from "../call.js";
import { Fault } from "../fault.js";
import { LANGUAGE, localeOf } from "../language.js";
import { isDay } from "../read-call.js";
import { count, parts, table, wrapped } from "../terminal.js";
import { inWorkspace, ME } from "../workspace.js";
import { writeFiles } from "./plan.js";

const FORMS: Readonly<Record<string, Option>> = {
  html: { type: "string", value: "FILE", help: "write the page" },
  open: { type: "boolean", help: "open the page in a browser" },
  language: LANGUAGE,
};

export const INSIGHTS: Command = {
  name: "insights",
  usage: "",
  summary: "where your leads come from, how steadily you work, who keeps their word",
  options: { ...FORMS, from: { type: "string", value: "DATE", help: "first day that counts" } },
  words: [0, 0],
  run: (call) =>
    inWorkspace(call, ({ planner }) => {
      const from = call.text("from");
      if (from !== undefined && !isDay(from))
        throw new Fault("usage", "--from is to be a day such as 2026-01-01");
      const figures = insights(planner.journal, {
        now: call.now,
        network: planner.network,
        ...(from === undefined ? {} : { from }),
      });
      const actions = planner.next({ seeker: ME, now: call.now, limit: ALL });
      const answers = figures.alerts.map((alert) => alertActions(alert, actions, planner.network));
      const view = describeInsights(figures, planner, { locale: localeOf(call), seeker: ME, answers });
      const { title, asOf, summary, alerts, cadence, parts: plots } = view;
      const lines = (texts: readonly string[]): string => texts.map((text) => bullet(call, text)).join("\n");
      return {
        text: parts(
          title,
          asOf,
          lines(summary),
          alerts.items.length === 0 ? undefined : `${alerts.heading}\n\n${lines(alerts.items)}`,
          `${cadence.heading}\n\n${wrapped(cadence.text, "  ", call.io.columns)}`,
          ...plots.map(
            ({ heading, note, rows }) =>
              `${heading}\n\n${note === undefined ? "" : `${wrapped(note, "  ", call.io.columns)}\n\n`}${table(
                ["", ""],
                rows.map(({ name, text }) => [name, text]),
              )
                .split("\n")
                .slice(2)
                .join("\n")}`,
          ),
          writeFiles(call, { html: () => insightsPage(view) }, "insights.html"),
        ),
        json: { insights: figures, view },
      };
    }),
};

export const LEARN: Command = {
  name: "learn",
  usage: "",
  summary: "let answers so far teach the chances of plans to come",
  details: ["From 30 answers on it means something. Who said yes how often counts most for single people."],
  options: {
    forget: { type: "boolean", help: "plan by the formula alone again; what happened stays on record" },
  },
  words: [0, 0],
  run: (call) =>
    inWorkspace(call, ({ planner }) => {
      if (call.flag("forget")) {
        planner.forget();
        return { text: "Plans go by the formula alone again.", json: { status: "forgotten" } };
      }
      const profile = planner.learn({ now: call.now });
      const few = profile.status === "not-enough-data" ? " That is little: plans change little by it." : "";
      const n = count(Math.round(profile.outcomes), "answer");
      return { text: `Learned from ${n}.${few}`, json: { profile } };
    }),
};

export const BOOK: Command = {
  name: "book",
  usage: "",
  summary: "who helped whom",
  options: FORMS,
  words: [0, 0],
  run: (call) =>
    inWorkspace(call, ({ planner }) => {
      const view = describeBook(planner, { seeker: ME, now: call.now, locale: localeOf(call) });
      const rows = view.rows.map(({ heading, text, lines }) =>
        [
          heading,
          wrapped(text, "  ", call.io.columns),
          ...lines.map((line) => `  ${line.date}: ${line.text}`),
        ].join("\n"),
      );
      return {
        text: parts(
          view.title,
          view.asOf,
          view.summary,
          ...rows,
          view.notes.join("\n"),
          writeFiles(call, { html: () => bookPage(view) }, "book.html"),
        ),
        json: { view },
      };
    }),
};

export const EXPORT: Command = {
  name: "export",
  usage: "FOLDER",
  summary: "write people and ties for a spreadsheet (CSV) and for Gephi (GEXF, GraphML)",
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, ({ planner: { network } }) => {
      const [given = ""] = call.words;
      const files: Readonly<Record<string, string>> = {
        "people.csv": peopleToCsv(network),
        "ties.csv": tiesToCsv(network),
        "network.gexf": toGexf(network),
        "network.graphml": toGraphml(network),
      };
      const folder = resolve(call.io.cwd, given);
      try {
        mkdirSync(folder, { recursive: true });
        for (const [name, text] of Object.entries(files))
          writeFileSync(join(folder, name), text, { mode: 0o600 });
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new Fault("file", `${given} cannot be written to (${code})`, "name another folder");
      }
      const names = Object.keys(files).map((name) => join(given, name));
      return { text: `Written: ${names.join(", ")}`, json: { files: names } };
    }),
};

/** No alert's action is to be cut off. */
const ALL = 1_000_000;

function bullet({ io }: Call, text: string): string {
  return wrapped(text, "  ", io.columns, "- ");
}
