import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { chromium } from "playwright-core";
import { load, versionOf } from "./bench.js";
import { chromiumPath } from "./chromium-path.js";
import { laidExample } from "./laid-example.js";

type Compile = (code: string, file: string, options: object) => { readonly code: string };

/** Compiles the component and the library's module by Lightning's own compiler; its engine runs both in a page of Chromium. */
export async function onSalesforceLwc(root: string): Promise<string> {
  const executablePath = chromiumPath();
  const folder = laidExample(root, "salesforce-lwc", ["@lwc/compiler@9", "@lwc/engine-dom@9"]);
  const bench = { folder: join(folder, ".."), dist: join(root, "dist"), program: "" };
  const { transformSync } = (await load(bench, "@lwc/compiler")) as { transformSync: Compile };
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: folder },
    bundle: true,
    write: false,
    format: "iife",
    target: "es2021",
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [lightning(bench.dist, folder, transformSync)],
  });
  const code = outputFiles[0]?.text ?? "";
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const complaints: string[] = [];
  try {
    const page = await browser.newPage({ viewport: { width: 480, height: 800 } });
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => complaints.push(message.text()));
    await page.route("**/*", (route) => {
      const script = route.request().url().endsWith("/app.js");
      const body = script
        ? code
        : '<!doctype html><link rel="icon" href="data:,"><body></body><script src="app.js"></script>';
      const headers = {
        "content-security-policy":
          "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:",
      };
      return route.fulfill({ contentType: script ? "text/javascript" : "text/html", body, headers });
    });
    const open = async (): Promise<void> => {
      await page.goto("https://org.example/");
      await page.waitForFunction(
        () =>
          !/^Reading/.test(
            document.querySelector("c-introduction-plan")?.shadowRoot?.querySelector("p")?.textContent ??
              "Reading",
          ),
      );
      const status = await page.textContent("p");
      if (status !== "2 contacts.") throw new Error([status, ...complaints].join("; "));
      await page.fill("input[name=target]", "Bob Smith at Acme");
      await page.dispatchEvent("input[name=target]", "change");
      await page.click("text=Plan");
    };
    await open();
    const first = (await page.textContent("h3")) ?? "";
    const note = (await page.textContent("pre")) ?? "";
    const words = (await page.textContent("section")) ?? "";
    if (/favor|\bfp\b|undefined/i.test(words))
      throw new Error(`it shows what only a developer knows: ${words}`);
    if (first !== "Ann <b>Lee</b>" || !note.includes("Bob Smith") || !note.includes("Ada Park"))
      throw new Error(`it shows ${first}: ${note}`);
    mkdirSync(join(root, "reports/hosts"), { recursive: true });
    await page.screenshot({ path: join(root, "reports/hosts/salesforce-lwc.png"), fullPage: true });
    await page.click("text=I sent it");
    await page.waitForFunction(() => localStorage.getItem("journal") !== null);
    const kept = await page.evaluate(() => localStorage.getItem("journal"));
    if (!kept?.includes("ask.sent")) throw new Error("the request was not kept");
    await open();
    const names = await page.locator("h3").allTextContents();
    if (names.includes(first)) throw new Error("whom was asked already is asked again");
    if (complaints.length > 0) throw new Error(complaints.join("; "));
    return `@lwc/compiler ${versionOf(bench, "@lwc/compiler")}, engine-dom ${versionOf(bench, "@lwc/engine-dom")}, Chromium ${browser.version()}`;
  } finally {
    await browser.close();
  }
}

/** The page: Apex is answered here, the journal outlives a reload as the org's records would. */
const PAGE = `
import { createElement } from "lwc";
import IntroductionPlan from "c/introductionPlan";
const rows = [
  { Id: "003A", Name: "Ann <b>Lee</b>", Title: "Head of Sales", Email: "ann@acme.example", Account: { Name: "Acme" }, LastActivityDate: "2026-09-01" },
  { Id: "003B", Name: "Cho Kim", Account: { Name: "Acme" } },
];
globalThis.apex = async (method, given) => {
  if (method === "Introductions.contacts") return Object.freeze(rows.map(Object.freeze));
  if (method === "Introductions.me") return { name: "Ada Park", journal: localStorage.getItem("journal") };
  localStorage.setItem("journal", given.text);
};
document.body.append(createElement("c-introduction-plan", { is: IntroductionPlan }));
`;

/** Modules as the platform resolves them, each compiled as it compiles them. */
function lightning(dist: string, folder: string, compile: Compile): Plugin {
  return {
    name: "lightning",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^c\// }, ({ path }) => {
        const name = path.slice(2);
        const file = { warmpath: "warmpath.es2021.mjs", warmpathReport: "warmpath-report.es2021.mjs" }[name];
        return { path: file === undefined ? join(folder, name, `${name}.js`) : join(dist, file) };
      });
      onResolve({ filter: /^@salesforce\/apex\// }, ({ path }) => ({ path, namespace: "apex" }));
      onLoad({ filter: /./, namespace: "apex" }, ({ path }) => ({
        contents: `export default (given) => apex(${JSON.stringify(path.split("/").at(-1))}, given);`,
      }));
      onResolve({ filter: /^lwc$/ }, () => ({
        path: join(folder, "../node_modules/@lwc/engine-dom/dist/index.js"),
      }));
      onResolve({ filter: /\.css(\?.*)?$/ }, ({ path, resolveDir }) => {
        const file = join(resolveDir, path.replace(/\?.*/, ""));
        const scoped = path.includes("?");
        return { path: file, namespace: scoped || !existsSync(file) ? "none" : "file" };
      });
      onLoad({ filter: /./, namespace: "none" }, () => ({ contents: "export default undefined;" }));
      onLoad({ filter: /(introductionPlan\.(js|html|css)|\.es2021\.mjs)$/ }, ({ path }) => {
        const [name, file] = path.endsWith("report.es2021.mjs")
          ? ["warmpathReport", "warmpathReport.js"]
          : path.endsWith("mjs")
            ? ["warmpath", "warmpath.js"]
            : ["introductionPlan", path.split("/").at(-1) ?? ""];
        const { code } = compile(readFileSync(path, "utf8"), file, { name, namespace: "c" });
        return { contents: code, loader: "js", resolveDir: join(path, "..") };
      });
    },
  };
}
