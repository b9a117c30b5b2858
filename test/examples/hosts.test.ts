import { createHmac } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";
import { buildSync } from "esbuild";
import { expect, it } from "vitest";
import worker, { type Env } from "../../examples/hosts/cloudflare-worker/worker.js";

const root = new URL("../..", import.meta.url).pathname;

it("a worker takes a CRM's webhooks, plans from what they brought, keeps events once, and forgets who was deleted", async () => {
  const kept = new Map<string, string>();
  const env: Env = {
    STATE: {
      get: async (key) => kept.get(key) ?? null,
      put: async (key, value) => void kept.set(key, value),
    },
    HOOK_SECRET: "s3cret",
    TODAY: "2026-11-23",
  };
  const call = async (path: string, body?: unknown, secret = "s3cret") => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const init = body === undefined ? {} : { method: "POST", body: text };
    const headers = { authorization: `Bearer ${secret}` };
    const response = await worker.fetch(new Request(`https://w.example${path}`, { ...init, headers }), env);
    return { status: response.status, body: await response.json() };
  };
  const contact = (id: string, name: string, more: object = {}) => ({
    id,
    properties: {
      firstname: name.split(" ")[0],
      lastname: name.split(" ")[1],
      company: "Acme",
      jobtitle: "Head of Sales",
    },
    ...more,
  });
  expect((await call("/plan?target=x", undefined, "wrong")).status).toBe(401);
  const taken = await call("/records/hubspot", {
    contacts: { results: [contact("1", "Ann Lee"), contact("2", "Bob Smith")] },
    meetings: [
      {
        id: "9",
        properties: { hs_timestamp: "2026-11-02T09:00:00Z", hs_meeting_title: "Review" },
        associations: { contacts: { results: [{ id: "1" }] } },
      },
    ],
  });
  expect(taken).toMatchObject({ status: 200, body: { report: { rowsKept: 2 }, issues: [] } });
  const { body } = await call("/plan?target=Cy%20Roe%20at%20Acme");
  expect(body.asks[0]).toMatchObject({ name: "Ann Lee", subject: expect.stringContaining("Cy Roe") });
  const { chance, why } = body.asks[0];
  expect(`${chance} ${why}`).toMatch(/in 100.*Ann/);
  expect(`${body.chance} ${chance} ${why}`).not.toMatch(JARGON);
  // The note says that the text to forward stands below it.
  expect(body.asks[0].note).toContain("below");
  expect(body.asks[0].forwardable).toContain("Cy Roe");
  const { ask } = body.asks[0];
  const event = { id: "e1", type: "ask.sent", at: "2026-11-23", ask };
  expect((await call("/events", event)).body).toEqual({ kept: "appended" });
  expect((await call("/events", event)).body).toEqual({ kept: "exists" });
  expect(await call("/events", { ...event, at: "2026-11-24" })).toMatchObject({
    status: 409,
    body: { error: "JOURNAL_ID_CONFLICT" },
  });
  const change = {
    subscriptionType: "contact.propertyChange",
    propertyName: "jobtitle",
    propertyValue: "CEO",
  };
  const hook = [
    { ...change, objectId: 1 },
    { ...change, objectId: 3 },
  ];
  expect((await call("/records/hubspot", hook)).body).toMatchObject({
    report: { rowsKept: 1 },
    toFetch: [{ kind: "contacts", id: "3" }],
  });
  expect(kept.get("planner")).toContain("CEO");
  expect(await call("/records/hubspot", "no JSON")).toMatchObject({
    status: 409,
    body: { error: "FORMAT_UNKNOWN" },
  });
  expect((await call("/records/hubspot", [contact("2", "Bob Smith", { archived: true })])).body.deleted).toBe(
    1,
  );
  expect(kept.get("planner")).not.toContain("Bob");
});

it("a worker believes a HubSpot card that signs what it sends, within five minutes and with the right secret", async () => {
  const kept = { get: async () => null, put: async () => undefined };
  const now = 1_795_000_000_000;
  const secrets = { HOOK_SECRET: "s3cret", HUBSPOT_SECRET: "client" };
  const env: Env = { STATE: kept, ...secrets, TODAY: "2026-11-23", NOW: String(now) };
  const url = "https://w.example/plan?target=Cy%20Roe%20at%20Acme%2C%20Inc";
  const sign = (secret: string, text: string) =>
    createHmac("sha256", secret).update(text, "utf8").digest("base64");
  const call = async (signature: string, at: string, one = env) => {
    const headers = { "x-hubspot-signature-v3": signature, "x-hubspot-request-timestamp": at };
    return (await worker.fetch(new Request(url, { headers }), one)).status;
  };
  const text = (at: number) => `GET${url.replace("%2C", ",")}${at}`;
  expect(await call(sign("client", text(now)), String(now))).toBe(200);
  expect(await call(sign("other", text(now)), String(now))).toBe(401);
  expect(await call(sign("client", text(now)), String(now + 1))).toBe(401);
  expect(await call(sign("client", text(now - 600_000)), String(now - 600_000))).toBe(401);
  expect(await call(sign("client", `GET${url}soon`), "soon")).toBe(401);
  expect(await call("no base64!", String(now))).toBe(401);
  const { HUBSPOT_SECRET: _, ...without } = env;
  expect(await call(sign("undefined", text(now)), String(now), without)).toBe(401);
});

it("Apps Script: a sheet of contacts in, a sidebar with escaped texts out, where the language is all there is", () => {
  const bundled = (entry: string, globalName: string): string => {
    const { outputFiles } = buildSync({
      stdin: { contents: `export * from "./src/${entry}";`, resolveDir: root, loader: "ts" },
      bundle: true,
      write: false,
      format: "iife",
      globalName,
      target: "es2021",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["import"],
    });
    return outputFiles[0]?.text ?? "";
  };
  const shown: { title: string; html: string }[] = [];
  const page = (html: string) => ({
    html,
    title: "",
    setTitle(title: string) {
      return { html, title };
    },
  });
  const ui = {
    Button: { OK: "ok" },
    ButtonSet: { OK_CANCEL: "both" },
    prompt: () => ({ getSelectedButton: () => "ok", getResponseText: () => "Bob Smith at Acme" }),
    showSidebar: (one: { title: string; html: string }) => shown.push(one),
    createMenu: () => ({ addItem: () => ({ addToUi: () => undefined }) }),
  };
  const values = [
    ["Name", "Company", "Title", "Email", "Closeness"],
    ["Ann <b>Lee</b>", "Acme", "Head of Sales", "ann@acme.example", 0.8],
    ["", "Nobody", "", "", ""],
    ["Cy Roe", "Acme", "", "", ""],
  ];
  const sheet = { getSheets: () => [{ getDataRange: () => ({ getValues: () => values }) }] };
  const context = createContext({
    SpreadsheetApp: { getUi: () => ui, getActiveSpreadsheet: () => sheet },
    HtmlService: { createHtmlOutput: page },
    PropertiesService: { getUserProperties: () => ({ getProperty: () => "Ada Park" }) },
    Session: { getScriptTimeZone: () => "Europe/Berlin" },
    Utilities: { formatDate: () => "2026-11-23" },
  });
  runInContext(bundled("index.ts", "warmpath"), context);
  runInContext(bundled("report/index.ts", "warmpathReport"), context);
  runInContext(readFileSync(`${root}examples/hosts/apps-script/Code.js`, "utf8"), context);
  runInContext("onOpen(); askTarget();", context);
  expect(shown).toHaveLength(1);
  expect(shown[0]?.title).toBe("Warm introduction");
  expect(shown[0]?.html).toContain("Ann");
  expect(shown[0]?.html).not.toContain("<b>");
  expect(shown[0]?.html).toContain("Cy Roe");
  expect(shown[0]?.html).not.toMatch(JARGON);
  // For each of the two a subject, a note and the text to forward that the note speaks of.
  expect(shown[0]?.html.match(/<pre>/g)).toHaveLength(6);
});

it("no host shows what only a developer knows: why, price and message of the planner itself", () => {
  const folder = `${root}examples/hosts/`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.[jt]sx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(12);
  for (const file of files)
    expect([
      file,
      readFileSync(folder + file, "utf8").match(/\bask\.(?:why|price|cost)\b|refusal\??\.message/),
    ]).toEqual([file, null]);
});

/** Words of the planner's own numbers that a salesperson would not know. */
const JARGON = /favor|\bfp\b|\bconsent|\bties?\b|\blegs?\b|\bgates?\b|undefined|NaN|0\.\d/i;
