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
    // The list of tools is the same whatever the folder holds; a folder without records is a fault now, not at the first call.
    const tools = await inWorkspace(call, ({ planner }) =>
      plannerTools(planner, { seeker: ME, now: () => call.now }),
    );
    // Loaded when it is needed, for it is the largest part.
    const { serveTools } = await import("../../support/serve-tools.js");
    const now = (): string => call.text("now") ?? call.io.today();
    await serveTools(call.io.version, tools, (name, input) =>
      inWorkspace(call, ({ planner }) => {
        const tool = plannerTools(planner, { seeker: ME, now }).find((one) => one.name === name);
        return tool?.handler(input) ?? { status: "error", code: "INVALID_ARGUMENT", message: "no such tool" };
      }),
    );
    return { text: "", json: undefined };
  },
};
