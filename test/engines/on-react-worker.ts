import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumPath } from "./chromium-path.js";
import { esbuild, laidExample } from "./laid-example.js";

/** A component with the hook, in strict mode, where each effect runs twice. */
const APP = `
import { createElement as h, StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { useIntroductions } from "./use-introductions.js";
const openWorker = () => { globalThis.opened = (globalThis.opened ?? 0) + 1; return new Worker("worker.js"); };
const storage = { load: () => localStorage.getItem("book"), save: (text) => localStorage.setItem("book", text) };
function Introductions() {
  const { status, contacts, view, week, error, read, plan, sent } = useIntroductions(openWorker, storage);
  return h("main", { "data-status": status },
    h("p", { id: "said" }, error ? (error.code ?? error.message) : contacts + " contacts"),
    h("input", { type: "file", onChange: (event) => read({ name: "Ada Park" }, event.target.files) }),
    h("button", { id: "both", onClick: () => { plan("Nobody Here at Elsewhere"); plan("Bob Smith at Summitwood Energy"); } }),
    h("h2", null, view?.target.name),
    view?.cards.map((card) => h("button", { key: card.ask, className: "ask", onClick: () => sent(card.ask) }, card.name)),
    h("p", { id: "week" }, week?.actions.length));
}
function Page() {
  const [shown, setShown] = useState(true);
  return h("div", null, shown && h(Introductions), h("button", { id: "leave", onClick: () => setShown(false) }));
}
createRoot(document.body.appendChild(document.createElement("div"))).render(h(StrictMode, null, h(Page)));
`;

/** React, the hook and a real worker in Chromium. */
export async function onReactWorker(root: string): Promise<string> {
  const executablePath = chromiumPath();
  const folder = laidExample(root, "react-worker", ["react@19", "react-dom@19"]);
  cpSync(join(root, "examples/hosts/chrome-panel"), join(folder, "../chrome-panel"), { recursive: true });
  writeFileSync(join(folder, "app.js"), APP);
  esbuild(root, folder, ["worker.ts", "--bundle", "--minify", "--outfile=out/worker.js"]);
  esbuild(root, folder, ["app.js", "--bundle", "--outfile=out/app.js"]);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const complaints: string[] = [];
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.route("**/*", (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      const body =
        name === ""
          ? '<!doctype html><link rel="icon" href="data:,"><body></body><script src="app.js"></script>'
          : readFileSync(join(folder, "out", name), "utf8");
      return route.fulfill({ contentType: name === "" ? "text/html" : "text/javascript", body });
    });
    const ready = () => page.waitForSelector("main[data-status=ready]");
    await page.goto("https://app.example/");
    await ready();
    await page.setInputFiles("input", { name: "odd.bin", mimeType: "", buffer: Buffer.from([1, 2, 3]) });
    await page.waitForSelector("text=FORMAT_UNKNOWN");
    await page.setInputFiles("input", join(root, "examples/data/Connections.csv"));
    await page.waitForSelector("text=/^[1-9][0-9]* contacts/");
    await page.click("#both");
    await page.waitForSelector("h2:text('Bob Smith')");
    await ready();
    const first = (await page.textContent(".ask")) ?? "";
    await page.click(".ask");
    await page.waitForFunction(() => localStorage.getItem("book")?.includes("ask.sent"));
    await page.reload();
    await page.waitForSelector("text=/^[1-9][0-9]* contacts/");
    await page.click("#both");
    await page.waitForSelector("h2:text('Bob Smith')");
    const names = await page.locator(".ask").allTextContents();
    if (names.includes(first)) throw new Error("whom was asked already is asked again");
    if (page.workers().length !== 1)
      throw new Error(`${page.workers().length} workers are there, of one component`);
    await page.click("#leave");
    await page.waitForFunction(() => document.querySelector("main") === null);
    if (page.workers().length !== 0) throw new Error("a worker outlives its component");
    if (complaints.length > 0) throw new Error(complaints.join("; "));
    return `React 19, Chromium ${browser.version()}`;
  } finally {
    await browser.close();
  }
}
