import { writeFileSync } from "node:fs";
import { gallery } from "./drafts-gallery.js";

writeFileSync(new URL("../../examples/drafts.md", import.meta.url), gallery());
