import { readFileSync } from "node:fs";
import { IntroductionPlanner, Network, type Person } from "warmpath";
import { addExports } from "./add-exports.js";
import type { Io } from "./call.js";
import { EMPTY_MEMORY } from "./memory.js";
import { teammateOf } from "./teammate.js";
import type { Workspace } from "./workspace.js";

/** What the demo asks for where nothing is given. */
export const EXAMPLE = {
  target: "Bob Smith at Acme",
  reason: "Acme is opening a second plant, and we shortened the supplier audit for three plants like it.",
  offer: "the audit checklist we built, free to use",
};

/** Invented people: Ada Park's contacts, and those of her colleague Ben Cho. */
export function exampleWorkspace(io: Io): Workspace {
  const me: Person = { id: "me", name: "Ada Park", company: "Northwind" };
  const network = new Network();
  network.addPerson(me);
  const workspace: Workspace = { planner: new IntroductionPlanner({ network }), memory: EMPTY_MEMORY };
  const add = (owner: Person, name: string): void => {
    const { told } = addExports(io, workspace, owner, [{ name, text: readFileSync(new URL(name, io.data)) }]);
    io.err(`${told.join("\n")}\n`);
  };
  add(me, "Connections.csv");
  add(teammateOf(workspace, "Ben Cho"), "Connections-ben.csv");
  return workspace;
}
