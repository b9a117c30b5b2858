/**
 * Runs the examples of hosts against what their hosts are made of: `npm run test:hosts`, after `npm run build`. Names as arguments pick
 * some. What a host needs from npm is installed into a folder of its own; what cannot be had here is skipped, with its reason.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { NotHere } from "./bench.js";
import { onChromePanel } from "./on-chrome-panel.js";
import { onCloudflareWorker } from "./on-cloudflare-worker.js";
import { onHubSpotCard } from "./on-hubspot-card.js";
import { onReactWorker } from "./on-react-worker.js";
import { onSalesforceLwc } from "./on-salesforce-lwc.js";
import { onTwentyApp } from "./on-twenty-app.js";

/** A host's check: it throws where something is wrong, and tells what it ran on. */
type HostCheck = (root: string) => Promise<string>;

const CHECKS: Readonly<Record<string, HostCheck>> = {
  "chrome-panel": onChromePanel,
  "cloudflare-worker": onCloudflareWorker,
  "hubspot-card": onHubSpotCard,
  "react-worker": onReactWorker,
  "salesforce-lwc": onSalesforceLwc,
  "twenty-app": onTwentyApp,
};

const root = new URL("../..", import.meta.url).pathname;
if (!existsSync(join(root, "dist/index.js"))) throw new Error("the package is not built: npm run build");
const picked = process.argv.slice(2);
let [good, failed, skipped] = [0, 0, 0];
for (const [name, check] of Object.entries(CHECKS)) {
  if (picked.length > 0 && !picked.includes(name)) continue;
  try {
    console.log(`${name}: works (${await check(root)})`);
    good++;
  } catch (error) {
    if (error instanceof NotHere) {
      console.warn(`SKIPPED: ${name}: ${error.message}`);
      skipped++;
    } else {
      console.error(`FAILED: ${name}: ${error instanceof Error ? error.stack : String(error)}`);
      failed++;
    }
  }
}
console.log(`${good} hosts work, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
