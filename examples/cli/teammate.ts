import type { Network, Person } from "warmpath";
import type { Workspace } from "./workspace.js";

/** A colleague: whoever is meant for sure by the name at my company, else somebody new beside me. They work with me. */
export function teammateOf(workspace: Workspace, text: string): Person {
  const { network } = workspace.planner;
  const mine = network.person("me")?.company;
  const { name, company = mine } = nameAndCompany(text);
  const same = workspace.planner.find({ name, ...(company === undefined ? {} : { company }) });
  const sure = same.filter(({ isSure }) => isSure === true);
  const known = sure.length === 1 ? network.person(sure[0]?.person as string) : undefined;
  const person = known ?? {
    id: freeId(network),
    name,
    ...(company === undefined ? {} : { company }),
  };
  const { memory } = workspace;
  if (memory.teammates.includes(person.id)) return person;
  network.addPerson(person);
  network.addTie({ from: "me", to: person.id, evidence: { contexts: ["work:own-team"] } });
  workspace.memory = { ...memory, teammates: [...memory.teammates, person.id] };
  return person;
}

/** "Ada Park, Northwind" in its parts. */
export function nameAndCompany(text: string): { readonly name: string; readonly company?: string } {
  const [name = "", ...company] = text.split(",").map((part) => part.trim());
  return { name, ...(company.length === 0 ? {} : { company: company.join(", ") }) };
}

function freeId(network: Network): string {
  for (let i = 1; ; i++) if (!network.has(`teammate-${i}`)) return `teammate-${i}`;
}
