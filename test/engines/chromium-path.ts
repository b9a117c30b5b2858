import { existsSync } from "node:fs";
import { NotHere } from "./bench.js";

/** Where Chromium is. @throws NotHere where there is none. */
export function chromiumPath(): string {
  const places = [
    process.env["CHROMIUM"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const path = places.find((one) => one !== undefined && existsSync(one));
  if (path === undefined) throw new NotHere("no Chromium here; name it in CHROMIUM");
  return path;
}
