import { insights } from "../insights/index.js";
import { clipped, digits } from "./person-card.js";
import {
  COUNT,
  DETAIL,
  FLAG,
  listSchema,
  NUMBER,
  only,
  SHARE,
  TEXT,
  textInput,
  WHOLE,
} from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

/** Where leads come from. */
export const INSIGHTS: ToolDefinition = {
  name: "insights",
  title: "Where leads come from",
  description:
    "What the record says: leads by source, the share that the seeker's own effort brought, how much hangs on one source, how far asks get, and alerts with what to do. It says which parts rest on too little.",
  input: only(
    { from: textInput(64, "First day that counts, ISO 8601; all where absent."), detail: DETAIL },
    [],
  ),
  answer: only(
    {
      day: TEXT,
      control: SHARE,
      controlInterval: { ...listSchema(SHARE), description: "Where the share likely lies, 90%." },
      initiated: COUNT,
      received: COUNT,
      effectiveSources: NUMBER,
      concentrated: FLAG,
      sources: listSchema(
        only({ source: TEXT, active: FLAG, leads: COUNT, won: COUNT, lost: COUNT }, [
          "source",
          "active",
          "leads",
          "won",
          "lost",
        ]),
      ),
      funnel: listSchema(
        only({ stage: TEXT, reached: COUNT, rate: SHARE, interval: listSchema(SHARE) }, [
          "stage",
          "reached",
          "rate",
          "interval",
        ]),
      ),
      alerts: listSchema(
        only({ code: TEXT, severity: TEXT, why: TEXT, openWith: TEXT }, [
          "code",
          "severity",
          "why",
          "openWith",
        ]),
      ),
      unthanked: { ...COUNT, description: "Requests that somebody helped with and that nobody thanked for." },
      notEnoughData: listSchema(TEXT),
      whole: WHOLE,
    },
    [
      "day",
      "control",
      "controlInterval",
      "initiated",
      "received",
      "sources",
      "funnel",
      "alerts",
      "unthanked",
      "notEnoughData",
    ],
  ),
  mayShorten: ["sources", "alerts", "funnel"],
  answerTo({ planner, seeker, now }, { from, detail }) {
    const since = from === undefined ? {} : { from: from as string };
    const viewer = [planner.network.canonical(seeker)];
    const all = insights(planner.journal, { now, viewer, network: planner.network, ...since });
    const { day, control, controlInterval, initiated, received, concentration, notEnoughData } = all;
    return {
      status: "ok",
      day,
      control: digits(control),
      controlInterval: controlInterval.map(digits),
      initiated,
      received,
      effectiveSources: digits(concentration.effectiveSources),
      concentrated: concentration.alert,
      sources: [...all.sources]
        .sort((a, b) => b.leads - a.leads)
        .map(({ source, active, leads, won, lost }) => ({
          source: clipped(source, 64),
          active,
          leads,
          won,
          lost,
        })),
      funnel: all.funnel.map(({ stage, reached, rate, interval }) => ({
        stage,
        reached,
        rate: digits(rate),
        interval: interval.map(digits),
      })),
      alerts: all.alerts.map(({ code, severity, why, openWith }) => ({
        code,
        severity,
        why: clipped(why, 300),
        openWith,
      })),
      unthanked: all.unthanked.length,
      notEnoughData,
      ...(detail === "full" ? { whole: all } : {}),
    };
  },
};
