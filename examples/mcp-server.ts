/**
 * warmpath's tools for an assistant, as a server of the Model Context Protocol over stdio.
 *
 *   node --import tsx examples/mcp-server.ts --connections Connections.csv --me "Ada Park, Northwind" --state warmpath.json
 *
 * The exports are read at the first start; from then on all is kept in the state file, which is written after each recorded event.
 * Nothing leaves the machine but what the assistant asks for, and nothing is sent to anybody. How an assistant is to use it stands
 * in SKILL.md beside this file.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { IntroductionPlanner, Network } from "warmpath";
import { readExports } from "warmpath/ingest";
import { resolvePeople } from "warmpath/people";
import { plannerTools } from "warmpath/tools";
import { serveTools } from "./support/serve-tools.js";

const ME = "me";
const { values } = parseArgs({
  options: {
    connections: { type: "string", multiple: true, default: ["examples/data/Connections.csv"] },
    me: { type: "string", default: "Ada Park, Northwind" },
    state: { type: "string" },
    now: { type: "string" },
  },
});
const planner =
  values.state !== undefined && existsSync(values.state) ? restored(values.state) : fromExports();
const tools = plannerTools(planner, { seeker: ME, now: () => values.now ?? new Date().toISOString() });
await serveTools("0.2.0", tools, (name, input) => {
  const tool = tools.find((one) => one.name === name);
  const result = tool?.handler(input);
  if (tool === undefined || result === undefined) throw new Error("no such tool");
  if (!tool.annotations.readOnlyHint && result.status === "ok") save();
  return result;
});

/** A planner over the exports, one person for each human. */
function fromExports(): IntroductionPlanner {
  const [name = "", ...company] = values.me.split(",").map((part) => part.trim());
  const owner = { id: ME, name, ...(company.length === 0 ? {} : { company: company.join(", ") }) };
  const network = new Network();
  network.addPerson(owner);
  const files = values.connections.map((path) => ({ name: path, text: readFileSync(path) }));
  for (const read of readExports(files, { owner })) network.import(read);
  network.merge({ merged: resolvePeople(network.people()).merged });
  return new IntroductionPlanner({ network });
}

function restored(path: string): IntroductionPlanner {
  return IntroductionPlanner.fromJSON(JSON.parse(readFileSync(path, "utf8")));
}

/** Whole or not at all: a state that is half written would be lost. */
function save(): void {
  if (values.state === undefined) return;
  writeFileSync(`${values.state}.new`, JSON.stringify(planner), { mode: 0o600 });
  renameSync(`${values.state}.new`, values.state);
}
