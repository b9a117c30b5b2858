import { fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { Tool, ToolResult } from "warmpath/tools";

/** Serves tools over stdio by the Model Context Protocol until the other side ends it. Calls are answered one by one. */
export async function serveTools(
  version: string,
  tools: readonly Tool[],
  answer: (name: string, input: unknown) => ToolResult | Promise<ToolResult>,
): Promise<void> {
  const server = new McpServer({ name: "warmpath", version });
  let last: Promise<unknown> = Promise.resolve();
  for (const { name, title, description, inputSchema, outputSchema, annotations } of tools) {
    const described = {
      title,
      description,
      inputSchema: fromJsonSchema({ ...inputSchema }),
      outputSchema: fromJsonSchema({ ...outputSchema }),
      annotations: { ...annotations, destructiveHint: false, openWorldHint: false },
    };
    server.registerTool(name, described, async (input: unknown) => {
      const turn = last.then(() => answer(name, input));
      last = turn.catch(() => undefined);
      const result = await turn;
      return {
        content: [{ type: "text" as const, text: JSON.stringify(result) }],
        structuredContent: { ...result },
        isError: result.status === "error",
      };
    });
  }
  await server.connect(new StdioServerTransport());
}
