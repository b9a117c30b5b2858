import { expect, it } from "vitest";
import { readLinkedInArchive } from "../../src/ingest/index.js";
import { fuzzReaders } from "../support/people-fuzz.js";

fuzzReaders(30_000);

it("an archive's table may have an issue for each of more rows than a call takes arguments", () => {
  const rows = Array.from({ length: 127_000 }, () => "A,B,,,,,3/5/2020\n").join("");
  const text = `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows}`;
  const { issues, report } = readLinkedInArchive([{ name: "c.csv", text }], { owner: { id: "me" } });
  expect(report.rowsKept).toBe(127_000);
  expect(issues).toHaveLength(127_000);
});
