/**
 * Opens every page of the gallery in Chromium: npm run test:pages. On a phone and a desk, light and dark, it looks for violations of
 * the content policy, serious findings of axe-core and pages wider than the window; pictures and PDFs go to reports/pages.
 * Without Chromium it says so and ends well: `npm test` does not need it.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { reportGallery } from "./report-world.js";

const BROWSERS = [
  process.env["CHROMIUM"],
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];
const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
if (executablePath === undefined) {
  console.log("SKIPPED: no Chromium here. Install it, or name it in CHROMIUM.");
  process.exit(0);
}
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = new URL("../../reports/pages/", import.meta.url);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const faults: string[] = [];
let looked = 0;
for (const [name, html] of reportGallery()) {
  const file = new URL(name, folder);
  writeFileSync(file, html);
  for (const width of [390, 1280]) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      const where = `${name} at ${width}, ${colorScheme}`;
      page.on("console", (message) => {
        if (/content security policy/i.test(message.text())) faults.push(`${where}: ${message.text()}`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith("file:"))
          faults.push(`${where} asks for ${new URL(request.url()).protocol}`);
      });
      await page.goto(file.href);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      if (wide) faults.push(`${where} is wider than its window`);
      await page.screenshot({
        path: new URL(`${name}-${width}-${colorScheme}.png`, folder).pathname,
        fullPage: true,
      });
      // The debugger's own evaluation is no part of the page and is not held by its policy.
      await page.evaluate(axe);
      const found = await page.evaluate(() =>
        (
          window as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> } }
        ).axe.run(),
      );
      for (const { id, impact } of found.violations) {
        if (impact === "serious" || impact === "critical") faults.push(`${where}: axe ${id} (${impact})`);
        else console.log(`${where}: axe ${id} (${impact})`);
      }
      if (width === 1280 && colorScheme === "light")
        await page.pdf({ path: new URL(`${name}.pdf`, folder).pathname });
      await page.close();
      looked++;
    }
  }
}
await browser.close();
console.log(`${looked} views looked at, ${faults.length} faults`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
