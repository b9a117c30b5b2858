import { IntroductionPlanner, isWarmpathError, Network } from "warmpath";
import { fromRecords, type RecordFormat } from "warmpath/ingest";
import { describePlan } from "warmpath/report";

/** What the worker is given: a KV namespace for the state, and the secret that the CRM's webhook sends. */
export interface Env {
  readonly STATE: {
    get(key: string): Promise<string | null>;
    put(key: string, value: string): Promise<void>;
  };
  readonly HOOK_SECRET: string;
  /** The client secret of a HubSpot app whose card calls this worker; without one only `HOOK_SECRET` opens it. */
  readonly HUBSPOT_SECRET?: string;
  /** The seeker's day; a worker's clock stands still within a request, and tests hand in their own. */
  readonly TODAY?: string;
  /** Milliseconds, for tests as well. */
  readonly NOW?: string;
}

const OWNER = { id: "me", name: "Ada Park", emails: ["ada@northwind.example"] };

/** `POST /records/hubspot` takes records, `GET /plan?target=…` plans, `POST /events` keeps what happened. Every call is signed or carries the secret. */
export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const body = await request.text();
    const trusted = request.headers.get("authorization") === `Bearer ${env.HOOK_SECRET}`;
    if (!trusted && !(await signedByHubSpot(request, body, env))) return answer(401, { error: "secret" });
    const { pathname, searchParams } = new URL(request.url);
    const planner = await opened(env);
    try {
      if (request.method === "POST" && pathname.startsWith("/records/")) {
        const format = pathname.slice("/records/".length) as RecordFormat;
        const { network } = planner;
        const before = await env.STATE.get(`records ${format}`);
        const read = fromRecords(body, {
          owner: OWNER,
          format,
          ...(before === null ? {} : { before: JSON.parse(before) }),
          now: today(env),
        });
        network.import(read);
        // In this order: what was read and is not kept comes again with the next call.
        await env.STATE.put("planner", JSON.stringify(planner));
        await env.STATE.put(`records ${format}`, JSON.stringify(read.kept));
        const { issues, report, sides, deleted, toFetch } = read;
        return answer(200, {
          report,
          sides,
          deleted: deleted.length,
          // What the hook named without telling it: whoever has the CRM's key fetches these and posts them here.
          toFetch,
          issues: issues.map(({ code, row }) => ({ code, row })),
        });
      }
      if (request.method === "POST" && pathname === "/events") {
        const kept = planner.record(JSON.parse(body));
        if (kept === "appended") await env.STATE.put("planner", JSON.stringify(planner));
        return answer(200, { kept });
      }
      if (request.method === "GET" && pathname === "/plan") {
        const plan = planner.plan({
          seeker: OWNER.id,
          target: searchParams.get("target") ?? "",
          now: today(env),
        });
        // In words: what the planner's own `why` and messages say is for developers.
        const { cards, refusal, together } = describePlan(plan, planner);
        const asks = plan.asks.map((ask, i) => {
          const { subject, note, forwardable } = planner.draft(ask, {
            channel: "email",
            reason: "",
            offer: "",
          });
          const { name, chance, because = [], weakest } = cards[i] ?? {};
          const why = [...because, weakest].join(" ");
          return { ask, name, chance, why, subject, note, forwardable };
        });
        return answer(200, { day: plan.day, refusal: refusal?.text, chance: together.text, asks });
      }
      return answer(404, { error: "no such path" });
    } catch (error) {
      // A code and a message of the library hold no personal data; anything else is a fault of this worker.
      if (isWarmpathError(error)) return answer(409, { error: error.code, message: error.message });
      if (error instanceof SyntaxError) return answer(400, { error: "no JSON" });
      throw error;
    }
  },
};

async function opened(env: Env): Promise<IntroductionPlanner> {
  const saved = await env.STATE.get("planner");
  if (saved !== null) return IntroductionPlanner.fromJSON(JSON.parse(saved));
  const network = new Network();
  network.addPerson(OWNER);
  return new IntroductionPlanner({ network });
}

/** HubSpot's signature, version 3: method, address with some signs decoded, body and time, not older than five minutes. */
async function signedByHubSpot(request: Request, body: string, env: Env): Promise<boolean> {
  const at = request.headers.get("x-hubspot-request-timestamp") ?? "";
  const given = request.headers.get("x-hubspot-signature-v3") ?? "";
  const age = Math.abs(Number(env.NOW ?? Date.now()) - Number(at));
  if (env.HUBSPOT_SECRET === undefined || given === "" || !(age <= 300_000)) return false;
  const url = request.url.replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent);
  const bytes = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytes(env.HUBSPOT_SECRET), algorithm, false, ["verify"]);
  const text = `${request.method}${url}${body}${at}`;
  return crypto.subtle.verify("HMAC", key, decoded(given), bytes(text));
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function today(env: Env): string {
  return env.TODAY ?? new Date().toISOString().slice(0, 10);
}

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}
