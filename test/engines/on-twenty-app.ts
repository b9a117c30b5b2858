import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { versionOf } from "./bench.js";
import { esbuild, laidExample } from "./laid-example.js";

/** The functions with Twenty's own SDK and clients, against a server on the loopback that answers as Twenty's does. */
const RUN = `
import { createServer } from "node:http";
import application from "./application-config.ts";
import role from "./introductions.role.ts";
import plan from "./logic-functions/plan-introduction.logic-function.ts";
import keep from "./logic-functions/keep-request.logic-function.ts";
const check = (good, what) => { if (!good) throw new Error(what); };
for (const one of [application, role, plan, keep]) check(one.success, one.errors.join());
const person = (number, member, name) => ({
  id: "00000000-0000-4000-8000-00000000000" + number,
  name, emails: { primaryEmail: "", additionalEmails: [] }, jobTitle: number === 1 ? "Head of Sales" : "",
  company: { id: "00000000-0000-4000-8000-0000000000c1", name: "Acme" }, createdBy: { source: "MANUAL", workspaceMemberId: member }, deletedAt: null,
});
const people = [
  person(1, "m1", { firstName: "Ann", lastName: "Lee" }),
  person(2, "m1", { firstName: "Cho", lastName: "Kim" }),
  person(3, "m2", { firstName: "Dee", lastName: "Ray" }),
];
const kept = new Map();
let pages = 0;
const server = createServer((request, response) => {
  let text = "";
  request.on("data", (part) => { text += part; });
  request.on("end", () => {
    const url = new URL(request.url, "http://x");
    const send = (value) => { response.setHeader("content-type", "application/json"); response.end(JSON.stringify(value)); };
    if (url.pathname === "/rest/workspaceMembers/m1")
      return send({ data: { workspaceMember: { id: "m1", name: { firstName: "Ada", lastName: "Park" } } } });
    if (url.pathname === "/rest/people") {
      pages++;
      const at = Number(url.searchParams.get("starting_after") ?? 0);
      return send({ data: { people: people.slice(at, at + 2) }, pageInfo: { hasNextPage: at + 2 < people.length, endCursor: String(at + 2) } });
    }
    const { query, variables } = JSON.parse(text);
    const key = variables.input?.key ?? variables.key;
    if (query.includes("setAppKeyValue")) kept.set(key, JSON.stringify(variables.input.value));
    const value = kept.has(key) ? { key, value: JSON.parse(kept.get(key)), scope: "WORKSPACE" } : null;
    send({ data: { appKeyValue: value, setAppKeyValue: value } });
  });
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
process.env.TWENTY_API_URL = "http://127.0.0.1:" + server.address().port;
process.env.TWENTY_APP_ACCESS_TOKEN = process.env.TWENTY_APP_APPLICATION_ACCESS_TOKEN = "token";
const member = { workspaceMemberId: "m1" };
const first = await plan.config.handler({ target: "Bob Smith at Acme" }, member);
check(pages === 2, "all pages are read");
check(first.asks.length === 2 && first.asks.every(({ name }) => name !== "Dee Ray"), "the member's own contacts");
check(/Bob Smith[^]*Ada Park/.test(first.asks[0].draft), "a draft");
check(first.asks[0].forwardable.includes("Bob Smith"), "the text to forward");
const { ask, name } = first.asks[0];
check((await keep.config.handler({ ask }, member)).kept === "appended", "kept");
check((await keep.config.handler({ ask }, member)).kept === "exists", "kept once");
check((await keep.config.handler({ ask }, { workspaceMemberId: "m2" })).refusal, "nobody keeps another one's request");
const later = await plan.config.handler({ target: "Bob Smith at Acme" }, member);
check(later.asks.every((one) => one.name !== name), "nobody is asked twice");
check((await plan.config.handler({ target: "Bob Smith" }, { workspaceMemberId: null })).refusal, "without a member");
server.close();
console.log("ran");
`;

/** Runs the functions of the Twenty app by Twenty's SDK. */
export async function onTwentyApp(root: string): Promise<string> {
  const folder = laidExample(root, "twenty-app", ["twenty-sdk@2"]);
  writeFileSync(join(folder, "run.ts"), RUN);
  const args = [
    "run.ts",
    "--bundle",
    "--platform=node",
    "--format=esm",
    "--external:twenty-*",
    "--outfile=out.mjs",
  ];
  esbuild(root, folder, args);
  const printed = execFileSync(process.execPath, ["out.mjs"], { cwd: folder, encoding: "utf8" });
  if (!printed.includes("ran")) throw new Error("the functions were not run");
  return `twenty-sdk ${versionOf({ folder: join(folder, ".."), dist: "", program: "" }, "twenty-sdk")}`;
}
