import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { gallery } from "../support/drafts-gallery.js";

it("examples/drafts.md shows what the code writes today", () => {
  expect(readFileSync(new URL("../../examples/drafts.md", import.meta.url), "utf8")).toBe(gallery());
});
