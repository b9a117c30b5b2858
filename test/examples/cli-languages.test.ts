import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { warmpath, writePile } from "../support/cli-runs.js";

/** Words of English sentences that neither German nor Spanish has. */
const ENGLISH =
  /\b(the|you|your|they|them|and|not|with|once|next|missing|written|overdue|asked|about|since|open|said|yes|sent, no)\b/i;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "warmpath-cli-"));
  writePile(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(["de", "es"])("the command in %s", (language) => {
  it("says nothing in English around plans, messages, lists and figures", async () => {
    const call = (...args: string[]) => warmpath(folder, args);
    const said = async (...args: string[]) => {
      const { exit, out } = await call(...args, "--language", language);
      expect([args, exit]).toEqual([args, args[1] === "Smith" ? 4 : 0]);
      // What is to be typed, names and addresses are the same in every language.
      const own = out.replace(/warmpath [a-z]+|--[a-z-]+|"[^"\n]*"|https?:\S+|\S+\.html/g, "");
      const lines = own.split("\n").filter((line) => ENGLISH.test(line));
      expect([args, lines]).toEqual([args, []]);
      return out;
    };
    await call("me", "Ada Park, Northwind");
    await call("add", "Connections.csv");
    const first = await said("plan", "Bob Smith at Acme", "--html", join(folder, "plan.html"));
    expect(first).toContain("  ! ");
    await said("draft", "1");
    await call("sent", "1");
    await said("today");
    await said("week");
    await said("account", "Acme");
    await said("insights");
    await said("book");
  });
});
