import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { chromiumPath } from "./chromium-path.js";
import { esbuild, laidExample } from "./laid-example.js";

/** Loads the extension into Chromium and uses its panel as a person would; pictures go to reports/hosts. */
export async function onChromePanel(root: string): Promise<string> {
  const executablePath = chromiumPath();
  const folder = laidExample(root, "chrome-panel", []);
  esbuild(root, folder, ["panel.ts", "--bundle", "--minify", "--outfile=panel.js"]);
  const pictures = join(root, "reports/hosts");
  mkdirSync(pictures, { recursive: true });
  const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "panel-")), {
    executablePath,
    headless: false,
    args: [
      "--headless=new",
      "--no-sandbox",
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
    ],
    viewport: { width: 400, height: 900 },
  });
  const complaints: string[] = [];
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const address = worker.url().replace("background.js", "panel.html");
    const open = async (): Promise<Page> => {
      const page = await context.newPage();
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        if (!request.url().startsWith("chrome-extension:")) complaints.push("asks for something outside");
      });
      await page.goto(address);
      return page;
    };
    const page = await open();
    await page.fill("[name=name]", "Ada Park");
    await page.fill("[name=company]", "Northwind");
    await page.setInputFiles("[name=files]", join(root, "examples/data/Connections.csv"));
    await page.click("#read button");
    await page.waitForSelector("#ask:not([hidden])");
    await page.fill("[name=target]", "Bob Smith at Summitwood Energy");
    await page.fill(
      "[name=reason]",
      "Summitwood opens a second plant, and we shortened the audit for three like it.",
    );
    await page.fill("[name=offer]", "our audit checklist, free to use");
    await page.click("#ask button");
    await page.waitForSelector("article");
    const first = (await page.textContent("article h3")) ?? "";
    await page.click("article button:text('Draft')");
    await page.waitForSelector("article pre");
    const note = (await page.textContent("article pre")) ?? "";
    if (!note.includes("Bob Smith")) throw new Error("the draft does not name the buyer");
    await page.click("article button:text('I sent it')");
    await page.waitForSelector("article :text('Kept.')");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (wide) throw new Error("the panel is wider than its window");
    await page.screenshot({ path: join(pictures, "chrome-panel-plan.png"), fullPage: true });
    await page.close();
    const again = await open();
    await again.waitForSelector("#ask:not([hidden])");
    const status = (await again.textContent("#status")) ?? "";
    if (!status.includes("from last time")) throw new Error(`after a reload it says: ${status}`);
    await again.fill("[name=target]", "Bob Smith at Summitwood Energy");
    await again.click("#ask button");
    await again.waitForSelector("#plan:not([hidden])");
    const names = await again.locator("article h3").allTextContents();
    if (names.includes(first)) throw new Error("whom was asked already is asked again");
    await again.screenshot({ path: join(pictures, "chrome-panel-reload.png"), fullPage: true });
    if (complaints.length > 0) throw new Error(complaints.join("; "));
    return `Chromium ${context.browser()?.version() ?? ""}`;
  } finally {
    await context.close();
  }
}
