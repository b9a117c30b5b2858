import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { plannerTools } from "../../src/tools/index.js";
import { bundled } from "../support/bundle.mjs";
import { warmpath, writePile } from "../support/cli-runs.js";

const root = new URL("../..", import.meta.url).pathname;

type Fields = Record<string, unknown>;

it("a session over stdio: found, planned, explained, drafted, recorded once, and still there after a restart", async () => {
  const folder = mkdtempSync(join(tmpdir(), "warmpath-mcp-"));
  const state = join(folder, "state.json");
  try {
    const first = await connect(state, "2026-11-22");
    const { tools } = await first.listTools();
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["plan_introduction", "account_plan"]),
    );
    expect(tools.every(({ annotations }) => annotations?.openWorldHint === false)).toBe(true);
    const plan = await call(first, "plan_introduction", { target: "Bob Smith at Acme" });
    expect(plan["status"]).toBe("ok");
    const ask = (plan["asks"] as { ask: string }[])[0]?.ask;
    const account = await call(first, "account_plan", { company: "Acme" });
    expect(account).toMatchObject({ status: "ok", company: "Acme" });
    expect(await call(first, "explain", { ask })).toMatchObject({ status: "ok", ask });
    expect(await call(first, "draft_request", { ask, reason: "A second plant." })).toMatchObject({
      status: "ok",
    });
    expect(existsSync(state)).toBe(false);
    const event = { type: "ask.sent", ask };
    expect(await call(first, "record_event", { event })).toMatchObject({ outcome: "appended" });
    expect(existsSync(state)).toBe(true);
    const wrong = await first.callTool({ name: "plan_introduction", arguments: {} });
    expect(wrong.isError).toBe(true);
    await first.close();
    const second = await connect(state, "2026-11-26");
    const sameAgain = { event: { ...event, at: "2026-11-22" } };
    expect(await call(second, "record_event", sameAgain)).toMatchObject({ outcome: "exists" });
    const next = await call(second, "next_actions", {});
    expect((next["actions"] as Fields[]).map((action) => action["ask"])).toContain(ask);
    await second.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("the command serves its folder: what an assistant records is there for the next command, and the other way round", async () => {
  const folder = mkdtempSync(join(tmpdir(), "warmpath-mcp-"));
  try {
    writePile(folder);
    await warmpath(folder, ["me", "Ada Park, Northwind"]);
    await warmpath(folder, ["add", "Connections.csv"]);
    const state = ["--state", join(folder, ".warmpath")];
    const client = await connected(["examples/cli/main.ts", "mcp", ...state, "--now", "2026-11-23"]);
    const plan = await call(client, "plan_introduction", { target: "Carl Jones at Acme" });
    const ask = (plan["asks"] as { ask: string }[])[0]?.ask;
    expect(await call(client, "record_event", { event: { type: "ask.sent", ask } })).toMatchObject({
      outcome: "appended",
    });
    expect((await warmpath(folder, ["yes", "Ann Lee"])).out).toContain("Ann Lee said yes");
    const event = { type: "introduction.made", ask };
    expect(await call(client, "record_event", { event })).toMatchObject({ outcome: "appended" });
    expect((await warmpath(folder, ["today"])).out).toContain("you were introduced");
    await client.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it("the same list fits callers of OpenAI's and Vercel AI's shape", () => {
  const planner = new IntroductionPlanner({ network: new Network() });
  const tools = plannerTools(planner, { seeker: "me", now: () => "2026-11-22" });
  const functions = tools.map(({ name, description, inputSchema }) => ({
    type: "function",
    function: { name, description, parameters: inputSchema },
  }));
  for (const { function: one } of functions) {
    expect(one.name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
    expect(one.description.length).toBeLessThanOrEqual(1024);
    // The root of the parameters is to be one object, without alternatives.
    expect(one.parameters.type).toBe("object");
    expect(Object.keys(one.parameters)).not.toEqual(expect.arrayContaining(["anyOf"]));
  }
  expect(JSON.parse(JSON.stringify(functions))).toEqual(functions);
});

/** Five calls of a model, each made of what came of the one before, and how a caller makes them. */
async function fiveCalls(call: (name: string, input: Fields) => Promise<Fields>): Promise<string[]> {
  const found = await call("find_person", { query: "Ann Lee" });
  const plan = await call("plan_introduction", { target: "Bob Smith at Acme" });
  const ask = (plan["asks"] as { ask: string }[])[0]?.ask;
  const draft = await call("draft_request", { ask, reason: "A second plant." });
  const kept = await call("record_event", { event: { type: "ask.sent", ask } });
  const again = await call("record_event", { event: { type: "ask.sent", ask } });
  expect(draft["note"]).toContain("Bob Smith");
  expect([kept["outcome"], again["outcome"]]).toEqual(["appended", "exists"]);
  return [found, plan, draft, kept, again].map(({ status }) => status as string);
}

function office(): IntroductionPlanner {
  const network = new Network();
  for (const [id, name] of [
    ["me", "Ada Park"],
    ["ann", "Ann Lee"],
  ] as const)
    network.addPerson({ id, name, company: "Acme" });
  network.addTie({ from: "me", to: "ann", evidence: { closeness: 0.7 } });
  return new IntroductionPlanner({ network });
}

it("a loop of OpenAI's shape: arguments come as text, and each answer goes back as text", async () => {
  const tools = plannerTools(office(), { seeker: "me", now: () => "2026-11-22" });
  const messages: { role: string; tool_call_id: string; content: string }[] = [];
  const answer = (one: { id: string; function: { name: string; arguments: string } }): void => {
    const tool = tools.find(({ name }) => name === one.function.name);
    const result = tool?.handler(JSON.parse(one.function.arguments));
    messages.push({ role: "tool", tool_call_id: one.id, content: JSON.stringify(result) });
  };
  const statuses = await fiveCalls(async (name, input) => {
    answer({ id: `call_${messages.length}`, function: { name, arguments: JSON.stringify(input) } });
    return JSON.parse(messages.at(-1)?.content ?? "") as Fields;
  });
  expect(statuses).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  expect(messages.every(({ content }) => Buffer.byteLength(content) <= 2048)).toBe(true);
});

it("a set of Vercel AI's shape: by name, with a schema object and a function that answers later", async () => {
  const set = Object.fromEntries(
    plannerTools(office(), { seeker: "me", now: () => "2026-11-22" }).map((tool) => [
      tool.name,
      {
        description: tool.description,
        inputSchema: { jsonSchema: tool.inputSchema },
        execute: async (input: unknown) => tool.handler(input),
      },
    ]),
  );
  const call = async (name: string, input: Fields): Promise<Fields> => ({
    ...(await set[name]?.execute(input)),
  });
  expect(await fiveCalls(call)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  expect(await call("find_person", { query: 7 })).toMatchObject({ status: "error" });
});

function connect(state: string, now: string): Promise<Client> {
  return connected(["examples/mcp-server.ts", "--state", state, "--now", now]);
}

async function connected(server: readonly string[]): Promise<Client> {
  const client = new Client({ name: "test", version: "1" });
  const [script = "", ...options] = server;
  const args = [await bundled(script), ...options];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: root }));
  return client;
}

async function call(client: Client, name: string, input: Fields): Promise<Fields> {
  const { structuredContent } = await client.callTool({ name, arguments: input });
  return structuredContent as Fields;
}
