import { clipped, personCard } from "./person-card.js";
import { COUNT, DETAIL, LIMIT, listSchema, only, PERSON, TEXT } from "./schema-parts.js";
import type { ToolDefinition } from "./tool.js";

const STAGES = ["advocate", "source", "customer", "contact"] as const;

/** How near contacts have come. */
export const LADDER: ToolDefinition = {
  name: "ladder",
  title: "How near contacts have come",
  description:
    "The seeker's contacts by how near they have come: advocate (sent several), source (sent somebody), customer, contact; how many there are of each, and what would bring one to the next stage. For questions such as who recommends us, or whom to bring on.",
  input: only(
    {
      stage: { type: "string", enum: STAGES, description: "Those of one stage alone." },
      limit: LIMIT,
      detail: DETAIL,
    },
    [],
  ),
  answer: only(
    {
      counts: only(Object.fromEntries(STAGES.map((stage) => [stage, COUNT])), STAGES),
      contacts: listSchema(only({ person: PERSON, stage: TEXT, next: TEXT }, ["person", "stage"])),
    },
    ["counts", "contacts"],
  ),
  mayShorten: ["contacts"],
  answerTo(context, { stage, limit = 10 }) {
    const { planner, seeker, now } = context;
    const all = planner.ladder({ seeker, now });
    const some = all.filter((row) => stage === undefined || row.stage === stage);
    const contacts = some.slice(0, limit as number).map((row) => ({
      person: personCard(context, row.person),
      stage: row.stage,
      ...(row.next === undefined ? {} : { next: clipped(row.next, 160) }),
    }));
    return {
      status: "ok",
      counts: Object.fromEntries(STAGES.map((one) => [one, all.filter((row) => row.stage === one).length])),
      contacts,
      ...(some.length > contacts.length ? { leftOff: { contacts: some.length - contacts.length } } : {}),
    };
  },
};
