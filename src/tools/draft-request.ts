import { askIdOf, namedAsk, recordedAsk, unknownAsk } from "./named-ask.js";
import { personCard } from "./person-card.js";
import { ASK_INPUT, DETAIL, listSchema, only, PERSON, TEXT, textInput, WHOLE } from "./schema-parts.js";
import type { ToolDefinition, ToolResult } from "./tool.js";

/** Writes the message of an ask, or of what is due on one that was sent. */
export const DRAFT_REQUEST: ToolDefinition = {
  name: "draft_request",
  title: "Draft a request",
  description:
    "Writes the message for one ask of a plan: the note to the connector and the text that they can pass on. Of an ask that was sent it gives the follow-up that is due, with the words on record. It only writes: show it to the user, who sends it. `needs` names facts that would make it better; ask the user for them, and invent none.",
  input: only(
    {
      ask: ASK_INPUT,
      channel: {
        type: "string",
        enum: ["email", "linkedin-message", "linkedin-invitation", "linkedin-invitation-premium", "inmail"],
        description: "Where the user sends it; e-mail unless set.",
      },
      reason: textInput(4096, "Why the buyer should care, in the user's words."),
      offer: textInput(4096, "What the user offers, in their words."),
      tone: { type: "string", enum: ["brief", "warm", "formal"] },
      detail: DETAIL,
    },
    ["ask"],
  ),
  answer: only(
    {
      ask: TEXT,
      kind: TEXT,
      to: PERSON,
      channel: TEXT,
      subject: TEXT,
      note: TEXT,
      forwardable: TEXT,
      needs: listSchema(TEXT),
      findings: listSchema(only({ rule: TEXT, level: TEXT, message: TEXT }, ["rule", "level", "message"])),
      draft: WHOLE,
    },
    ["ask", "kind", "to", "channel", "needs", "findings"],
  ),
  mayShorten: ["findings", "forwardable", "note"],
  answerTo(context, { ask: given, detail, ...words }) {
    const { planner, seeker, now } = context;
    const id = askIdOf(given);
    const draftOf = (kind: string, person: string, draft: ReturnType<typeof planner.draft>): ToolResult => {
      const { channel, subject, note, forwardable, needs, lint } = draft;
      const { buyer } = context.asks.get(id) ?? {};
      const to = personCard(context, person, person === buyer?.id ? buyer : {});
      return {
        status: "ok",
        ask: id,
        kind,
        to,
        channel,
        ...(subject === undefined ? {} : { subject }),
        note,
        ...(forwardable === "" ? {} : { forwardable }),
        needs,
        findings: lint.map(({ rule, level, message }) => ({ rule, level, message })),
        ...(detail === "full" ? { draft } : {}),
      };
    };
    if (recordedAsk(context, id) !== undefined) {
      const due = planner
        .next({ seeker, now })
        .find(({ askId, draft }) => askId === id && draft !== undefined);
      if (due?.draft !== undefined) return draftOf(due.kind, due.person, due.draft);
      return {
        status: "refused",
        code: "nothing-due",
        message: "The request was sent, and nothing is to be written today.",
      };
    }
    const ask = namedAsk(context, given) ?? unknownAsk();
    return draftOf("ask", ask.connector, planner.draft(ask, { now, ...words }));
  },
};
