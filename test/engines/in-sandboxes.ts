/** Engines and sandboxes within this process, and a browser. */
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { type Bench, iife, load, type Outcome, versionOf } from "./bench.js";
import { chromiumPath } from "./chromium-path.js";

async function bundled({ dist, program }: Bench, end: string, format: "esm" | "iife"): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as warmpath from "${join(dist, "index.js")}";\n${program}\n${end}`,
      resolveDir: dist,
    },
    bundle: true,
    platform: "neutral",
    format,
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text as string;
}

export async function onWorkerd(bench: Bench): Promise<Outcome> {
  const { Miniflare } = (await load(bench, "miniflare")) as { Miniflare: new (options: object) => Worker };
  const script = await bundled(
    bench,
    "export default { fetch: () => new Response(program(warmpath)) };",
    "esm",
  );
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-05-01" });
  try {
    const text = await (await worker.dispatchFetch("http://localhost/")).text();
    return { version: versionOf(bench, "workerd"), text };
  } finally {
    await worker.dispose();
  }
}

interface Worker {
  dispatchFetch(url: string): Promise<{ text(): Promise<string> }>;
  dispose(): Promise<void>;
}

export function onBareContext({ program }: Bench, code: string): Outcome {
  const context = createContext(Object.create(null) as object);
  runInContext('Math.random = () => { throw new Error("chance"); };', context);
  const names =
    "TextEncoder TextDecoder URL setTimeout queueMicrotask structuredClone crypto process console";
  const left = runInContext(
    `"${names}".split(" ").filter((name) => name in globalThis).join()`,
    context,
  ) as string;
  if (left !== "" && left !== "console") throw new Error(`the context is not bare: ${left}`);
  runInContext(code, context);
  const text = runInContext(`${program}\nprogram(warmpath)`, context) as string;
  return { version: `V8 ${process.versions.v8}`, text };
}

export async function onNeutralBundle(bench: Bench): Promise<Outcome> {
  return onBareContext(bench, await bundled(bench, "globalThis.warmpath = warmpath;", "iife"));
}

export async function onQuickJs(bench: Bench): Promise<Outcome> {
  const { getQuickJS } = (await load(bench, "quickjs-emscripten")) as { getQuickJS(): Promise<QuickJs> };
  const runtime = (await getQuickJS()).newRuntime();
  runtime.setMaxStackSize(4 * 1024 * 1024);
  const context = runtime.newContext();
  const value = (code: string): string => {
    const result = context.evalCode(code);
    if (result.error !== undefined) throw new Error(JSON.stringify(context.dump(result.error)));
    const text = context.dump(result.value) as string;
    result.value.dispose();
    return text;
  };
  value(`${iife(bench)}\n0`);
  const text = value(`${bench.program}\nprogram(warmpath)`);
  context.dispose();
  runtime.dispose();
  return { version: versionOf(bench, "quickjs-emscripten"), text };
}

interface QuickJs {
  newRuntime(): { setMaxStackSize(bytes: number): void; newContext(): QuickJsContext; dispose(): void };
}

interface QuickJsContext {
  evalCode(code: string): { error?: unknown; value: { dispose(): void } };
  dump(value: unknown): unknown;
  dispose(): void;
}

export async function onMembrane(bench: Bench): Promise<Outcome> {
  const loaded = (await load(bench, "@locker/near-membrane-node")) as { default: unknown };
  const create = ((loaded.default as { default?: unknown }).default ?? loaded.default) as (
    outer: object,
    options: object,
  ) => { evaluate(code: string): void };
  let text = "";
  const give = (given: string): void => {
    text = given;
  };
  const endowments = Object.getOwnPropertyDescriptors({ give });
  const environment = create(globalThis, { globalObjectShape: {}, endowments });
  environment.evaluate(iife(bench));
  environment.evaluate(`{ ${bench.program}\ngive(program(warmpath)); }`);
  return { version: versionOf(bench, "@locker/near-membrane-node"), text };
}

export async function onChromium(bench: Bench): Promise<Outcome> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    const policy =
      "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
    const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
      "/": [
        "text/html",
        '<!doctype html><p id="text"></p><script src="warmpath.js"></script><script src="app.js"></script>',
      ],
      "/warmpath.js": ["text/javascript", iife(bench)],
      "/app.js": [
        "text/javascript",
        `${bench.program}\ndocument.getElementById("text").textContent = program(warmpath);`,
      ],
      "/favicon.ico": ["image/x-icon", ""],
    };
    await page.route("**/*", (route) => {
      const [type, body] = files[new URL(route.request().url()).pathname] ?? ["text/plain", ""];
      return route.fulfill({
        contentType: `${type}; charset=utf-8`,
        body,
        headers: { "content-security-policy": policy },
      });
    });
    await page.goto("https://warmpath.example/");
    const text = (await page.textContent("#text")) ?? "";
    if (complaints.length > 0) throw new Error(complaints.join("; "));
    return { version: browser.version(), text };
  } finally {
    await browser.close();
  }
}
