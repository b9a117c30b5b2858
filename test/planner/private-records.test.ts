import { expect, it } from "vitest";
import { compareWithoutPrivate } from "../support/private-records.js";

it("an owner's private records and dealings change no byte of what anybody else is told, with a mask key or without", () => {
  const { results, differences } = compareWithoutPrivate(1, 30);
  expect(differences).toEqual([]);
  expect(results).toBe(120);
});
