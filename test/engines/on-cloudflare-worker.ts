import { createHmac } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { load, versionOf } from "./bench.js";
import { esbuild, laidExample } from "./laid-example.js";

const AT = "https://introductions.example.com";
const NOW = "1795000000000";

/** The worker in workerd by miniflare, its state in a namespace on disk that outlives the process. */
export async function onCloudflareWorker(root: string): Promise<string> {
  const folder = laidExample(root, "cloudflare-worker", ["miniflare@4"]);
  const args = ["worker.ts", "--bundle", "--minify", "--format=esm", "--conditions=workerd,worker"];
  esbuild(root, folder, [...args, "--outfile=out.mjs"]);
  const bench = { folder: join(folder, ".."), dist: join(root, "dist"), program: "" };
  const { Miniflare } = (await load(bench, "miniflare")) as { Miniflare: new (options: object) => Worker };
  const kept = join(folder, "kept");
  rmSync(kept, { recursive: true, force: true });
  const opened = () =>
    new Miniflare({
      modules: true,
      script: readFileSync(join(folder, "out.mjs"), "utf8"),
      compatibilityDate: "2026-05-01",
      kvNamespaces: ["STATE"],
      kvPersist: kept,
      bindings: { HOOK_SECRET: "s3cret", HUBSPOT_SECRET: "client", TODAY: "2026-11-23", NOW },
    });
  const event = await inOne(opened(), firstDay);
  await inOne(opened(), (worker) => nextStart(worker, event));
  return `workerd ${versionOf(bench, "workerd")} by miniflare, KV on disk`;
}

/** Records in, a plan, a request that is kept once, faults with their status; gives the event. */
async function firstDay(worker: Worker): Promise<string> {
  check((await called(worker, "/plan?target=x", undefined, "wrong")).status === 401, "a wrong secret");
  const contact = (id: string, firstname: string, lastname: string) => ({
    id,
    properties: { firstname, lastname, company: "Acme", jobtitle: "Head of Sales" },
  });
  const records = JSON.stringify([contact("1", "Ann", "Lee"), contact("2", "Cho", "Kim")]);
  const taken = await called(worker, "/records/hubspot", records);
  check(taken.status === 200 && taken.body.report?.rowsKept === 2, "two contacts are kept");
  check((await called(worker, "/records/hubspot", "no JSON")).body.error === "FORMAT_UNKNOWN", "no JSON");
  const plan = await called(worker, "/plan?target=Bob%20Smith%20at%20Acme");
  const ask = plan.body.asks?.[0];
  check(plan.body.asks?.length === 2 && ask?.note.includes("Bob Smith"), "two people to ask, with drafts");
  const event = JSON.stringify({ id: "e1", type: "ask.sent", at: "2026-11-23", ask: ask?.ask });
  check((await called(worker, "/events", event)).body.kept === "appended", "the request is kept");
  check((await called(worker, "/events", event)).body.kept === "exists", "and kept once");
  return event;
}

/** The same state in another process: nobody is asked twice, HubSpot's signature opens it, a stale one does not. */
async function nextStart(worker: Worker, event: string): Promise<void> {
  check((await called(worker, "/events", event)).body.kept === "exists", "the state outlives the process");
  const { connector } = (JSON.parse(event) as { ask: { connector: string } }).ask;
  const signed = async (age: number) => {
    const path = "/plan?target=Bob%20Smith%20at%20Acme";
    const at = String(Number(NOW) - age);
    const signature = createHmac("sha256", "client").update(`GET${AT}${path}${at}`, "utf8").digest("base64");
    const headers = { "x-hubspot-signature-v3": signature, "x-hubspot-request-timestamp": at };
    return read(await worker.dispatchFetch(`${AT}${path}`, { headers }));
  };
  const plan = await signed(60_000);
  check(plan.status === 200 && plan.body.asks?.length === 1, "a signed call is answered");
  check(plan.body.asks?.[0]?.ask.connector !== connector, "nobody is asked twice");
  check((await signed(600_000)).status === 401, "a stale signature");
}

async function called(worker: Worker, path: string, body?: string, secret = "s3cret"): Promise<Answer> {
  const init = body === undefined ? {} : { method: "POST", body };
  const headers = { authorization: `Bearer ${secret}` };
  return read(await worker.dispatchFetch(`${AT}${path}`, { ...init, headers }));
}

async function read(response: Response): Promise<Answer> {
  return { status: response.status, body: (await response.json()) as Answer["body"] };
}

async function inOne<T>(worker: Worker, work: (worker: Worker) => Promise<T>): Promise<T> {
  try {
    return await work(worker);
  } finally {
    await worker.dispose();
  }
}

function check(good: boolean | undefined, what: string): void {
  if (good !== true) throw new Error(what);
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly error?: string;
    readonly kept?: string;
    readonly report?: { readonly rowsKept: number };
    readonly asks?: readonly { readonly ask: { readonly connector: string }; readonly note: string }[];
  };
}

interface Worker {
  dispatchFetch(url: string, init?: object): Promise<Response>;
  dispose(): Promise<void>;
}
