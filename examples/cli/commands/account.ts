import { describeAccount, planText } from "warmpath/report";
import type { Command } from "../call.js";
import { frameOf } from "../frame.js";
import { localeOf } from "../language.js";
import { labelsOf, messageText, WORDS } from "../message.js";
import { parts, progress } from "../terminal.js";
import { cardOf } from "../who.js";
import { inWorkspace, ME } from "../workspace.js";
import { draftsOf, FORMS, rememberAsks, writeForms } from "./plan.js";

export const ACCOUNT: Command = {
  name: "account",
  usage: "COMPANY",
  summary: "whom you know at a company, and how to reach any of them",
  options: {
    ...FORMS,
    ...WORDS,
    role: {
      type: "string",
      value: "TITLE",
      multiple: true,
      help: "a position that is wanted; may be given again",
    },
    value: { type: "string", value: "N", help: "what reaching any of them is worth, in favors" },
    team: { type: "boolean", help: "for you and your teammates together" },
  },
  words: [1, 1],
  run: (call) =>
    inWorkspace(call, (workspace) => {
      const { planner, memory } = workspace;
      const [company = ""] = call.words;
      const [roles, value] = [call.texts("role"), call.number("value")];
      const account = progress(call.io, "planning", () =>
        planner.account({
          seeker: call.flag("team") ? [ME, ...memory.teammates] : ME,
          company,
          now: call.now,
          ...(roles.length === 0 ? {} : { roles }),
          ...(value === undefined ? {} : { value }),
        }),
      );
      const view = describeAccount(account, planner, { locale: localeOf(call) });
      const drafts = draftsOf(call, workspace, account.asks);
      rememberAsks(call, workspace, account.asks);
      const [first] = account.asks;
      const message = first === undefined ? undefined : drafts[first.id];
      return {
        text: parts(
          planText(view, { width: call.io.columns }).trimEnd(),
          message === undefined || first === undefined
            ? undefined
            : messageText(
                message,
                cardOf(planner, first.connector)[0],
                labelsOf(call, planner),
                frameOf(call),
              ),
          writeForms(call, view, drafts, planner.schedule(account)),
        ),
        json: { account, view, ...(message === undefined ? {} : { message }) },
      };
    }),
};
