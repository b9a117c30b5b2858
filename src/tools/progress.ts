import { COUNT, DETAIL, only, TEXT } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

const MISSING = only({ step: TEXT, takes: TEXT, count: COUNT, of: COUNT }, ["step", "takes", "count", "of"]);

/** Where the seeker stands with their work. */
export const PROGRESS: ToolDefinition = {
  name: "progress",
  title: "Where the work stands",
  description:
    "In which of five steps the seeker's work with introductions stands (identify-sources, build-database, create-debt, obtain-referrals, iterate), and what is missing for the next one. For a user who asks where to begin.",
  input: only({ detail: DETAIL }, []),
  answer: only({ step: TEXT, missing: MISSING }, ["step"]),
  mayShorten: [],
  answerTo({ planner, seeker, now }) {
    const { step, missing: row } = planner.workflow({ seeker, now });
    if (row === undefined) return { status: "ok", step };
    return {
      status: "ok",
      step,
      missing: { step: row.step, takes: row.takes, count: row.count, of: row.of },
    };
  },
};
