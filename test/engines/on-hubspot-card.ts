import { execFileSync } from "node:child_process";
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { esbuild, laidExample } from "./laid-example.js";

/** What is run beside the card: the worker behind it as it is, and HubSpot's own renderer for tests. */
const RUN = `
import { createHmac } from "node:crypto";
globalThis.self = globalThis;
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
const { createElement } = await import("react");
const { Button, Heading, Text, Alert } = await import("@hubspot/ui-extensions");
const { createRenderer } = await import("@hubspot/ui-extensions/testing");
const { PlanCard } = await import("./PlanCard.jsx");
const { default: worker } = await import("./worker.ts");
const kept = new Map();
const STATE = { get: async (key) => kept.get(key) ?? null, put: async (key, value) => void kept.set(key, value) };
const env = { STATE, HOOK_SECRET: "s3cret", HUBSPOT_SECRET: "client", TODAY: "2026-11-23", NOW: "1795000000000" };
const contact = (id, firstname, lastname) => ({ id, properties: { firstname, lastname, company: "Acme" } });
const authorization = "Bearer s3cret";
const body = JSON.stringify([contact("1", "Ann", "Lee"), contact("2", "Cho", "Kim")]);
await worker.fetch(new Request("https://introductions.example.com/records/hubspot", { method: "POST", headers: { authorization }, body }), env);
let down = false;
self.hsFetch = (url, { method = "GET", body } = {}) => {
  if (down) return Promise.reject(new Error("down"));
  const text = body === undefined ? "" : JSON.stringify(body);
  const at = env.NOW;
  const signature = createHmac("sha256", "client").update(method + url + text + at, "utf8").digest("base64");
  const headers = { "x-hubspot-signature-v3": signature, "x-hubspot-request-timestamp": at };
  return worker.fetch(new Request(url, { method, headers, ...(text === "" ? {} : { body: text }) }), env);
};
const cardOf = (properties) => {
  const renderer = createRenderer("crm.record.tab");
  renderer.mocks.useCrmProperties.willCall(() => ({ properties, isLoading: false, error: null }));
  const copied = [];
  renderer.render(createElement(PlanCard, { actions: { copyTextToClipboard: async (text) => void copied.push(text) } }));
  return { ...renderer, copied };
};
const check = (good, what) => { if (!good) throw new Error(what); };
const card = cardOf({ firstname: "Bob", lastname: "Smith", company: "Acme" });
await card.waitFor(() => check(card.findAll(Heading).length === 2, "two people to ask"));
const first = card.find(Heading).text;
card.findAll(Button)[0].trigger("onClick");
await card.waitFor(() => check(/below[^]*---[^]*Bob Smith/i.test(card.copied[0] ?? ""), "the draft is copied, and what to forward"));
for (let press = 0; press < 2; press++) {
  card.findAll(Button)[1].trigger("onClick");
  await card.waitFor(() => check(card.findAll(Text).some(({ text }) => text === "Kept."), "it is kept"));
}
check(JSON.parse(kept.get("planner")).journal !== undefined, "the worker kept it");
const later = cardOf({ firstname: "Bob", lastname: "Smith", company: "Acme" });
await later.waitFor(() => check(later.findAll(Heading).every(({ text }) => text !== first) && later.findAll(Heading).length > 0, "nobody is asked twice"));
const nameless = cardOf({ firstname: "", lastname: null, company: "Acme" });
check(nameless.find(Text).text.includes("no name"), "a contact without a name");
down = true;
const broken = cardOf({ firstname: "Bob", lastname: "Smith", company: "Acme" });
await broken.waitFor(() => check(broken.find(Alert).props.variant === "error", "it says when it cannot"));
console.log("ran");
`;

/** Renders the card with HubSpot's testing renderer, in front of the worker of the other example. */
export async function onHubSpotCard(root: string): Promise<string> {
  const packages = ["@hubspot/ui-extensions@0.17", "react@18.3.1", "react-reconciler@0.29.2"];
  const folder = laidExample(root, "hubspot-card", packages);
  copyFileSync(join(root, "examples/hosts/cloudflare-worker/worker.ts"), join(folder, "worker.ts"));
  writeFileSync(join(folder, "run.mjs"), RUN);
  const external = ["--external:react", "--external:@hubspot/*"];
  const args = ["run.mjs", "--bundle", "--platform=node", "--format=esm", "--jsx=automatic", ...external];
  esbuild(root, folder, [...args, "--outfile=out.mjs"]);
  const printed = execFileSync(process.execPath, ["out.mjs"], { cwd: folder, encoding: "utf8" });
  if (!printed.includes("ran")) throw new Error("the card was not run");
  return "@hubspot/ui-extensions/testing 0.17, React 18.3.1";
}
