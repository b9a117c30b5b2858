import { plannerTools } from "warmpath/tools";
import type { Command } from "../call.js";
import { inWorkspace, ME } from "../workspace.js";

export const MCP: Command = {
  name: "mcp",
  usage: "",
  summary: "serve your records to an assistant over the Model Context Protocol (stdio)",
  details: [
    "The assistant can look, plan, draft and record; nothing is sent to anybody. Other commands work meanwhile: the folder is",
    "opened anew for each call, and is free between two calls.",
  ],
  words: [0, 0],
  async run(call) {
    const now = (): string => call.text("now") ?? call.io.today();
    // One list of tools for the session, since it remembers what it told; behind it stands the planner of the folder as it is now.
    let current = await inWorkspace(call, ({ planner }) => planner);
    const standIn = new Proxy(current, {
      get(_, key) {
        const value: unknown = Reflect.get(current, key, current);
        return typeof value === "function" ? value.bind(current) : value;
      },
    });
    const tools = plannerTools(standIn, { seeker: ME, now });
    // Loaded when it is needed, for it is the largest part.
    const { serveTools } = await import("../../support/serve-tools.js");
    await serveTools(call.io.version, tools, (name, input) =>
      inWorkspace(call, ({ planner }) => {
        current = planner;
        const tool = tools.find((one) => one.name === name);
        return tool?.handler(input) ?? { status: "error", code: "INVALID_ARGUMENT", message: "no such tool" };
      }),
    );
    return { text: "", json: undefined };
  },
};
