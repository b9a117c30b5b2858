import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { PanelBook } from "../../examples/hosts/chrome-panel/panel-book.js";

const csv = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ann,Lee,,ann@acme.example,Acme,Head of Sales,12 Mar 2021
Ann,Lee,,ann@acme.example,Acme,Head of Sales,12 Mar 2021
,,,,,,
Cho,Kim,,,Acme,Buyer,02 Feb 2024`;
const files = [{ name: "Connections.csv", bytes: new TextEncoder().encode(csv) }];

function memory() {
  let kept: string | undefined;
  const store = {
    load: async () => kept,
    save: async (text: string) => {
      kept = text;
    },
  };
  return { store, kept: () => kept };
}

it("the panel's book: a file in, a plan, a draft, a request kept once, and all of it there again after a reload", async () => {
  const { store } = memory();
  let now = "2026-11-23";
  const book = await PanelBook.open(store, () => now);
  expect(book.contacts).toBe(0);
  expect(await book.read({ name: "Ada Park", company: "Northwind" }, files)).toEqual({ kept: 3, skipped: 0 });
  expect(book.contacts).toBe(2);
  const view = book.plan("Bob Smith at Acme");
  expect(view.cards.map(({ name }) => name)).toContain("Ann Lee");
  const ask = view.cards[0]?.ask ?? "";
  const message = book.draft(ask, { reason: "Acme opens a second plant.", offer: "our checklist" });
  expect(message.note).toContain("Bob Smith");
  await book.sent(ask);
  await book.sent(ask);
  now = "2026-11-27";
  const again = await PanelBook.open(store, () => now);
  expect(again.contacts).toBe(2);
  expect(again.today().actions[0]).toMatchObject({ kind: "remind", ask });
  const later = again.plan("Bob Smith at Acme");
  expect(later.cards.map(({ ask: one }) => one)).not.toContain(ask);
  expect(later.summary).toContain("already asked");
  expect(() => again.draft("ask_of_nobody", { reason: "", offer: "" })).toThrow("of no plan");
});

it("keeps nothing of files of which one cannot be read, and loses no saved text that was damaged", async () => {
  const { store, kept } = memory();
  const book = await PanelBook.open(store, () => "2026-11-23");
  const odd = { name: "odd.bin", bytes: new Uint8Array([1, 2, 3]) };
  await expect(book.read({ name: "Ada Park" }, [...files, odd])).rejects.toMatchObject({
    name: "WarmpathError",
  });
  expect([book.contacts, kept()]).toEqual([0, undefined]);
  await book.read({ name: "Ada Park" }, files);
  const damaged = kept()?.replace("Ann", "Anna") ?? "";
  const other = { load: async () => damaged, save: store.save };
  await expect(PanelBook.open(other, () => "2026-11-23")).rejects.toMatchObject({ name: "WarmpathError" });
});

it("the panel asks for no more than it needs, and makes markup of no text", () => {
  const folder = new URL("../../examples/hosts/chrome-panel/", import.meta.url);
  const manifest = JSON.parse(readFileSync(new URL("manifest.json", folder), "utf8"));
  expect(manifest.permissions).toEqual(["sidePanel", "storage", "unlimitedStorage"]);
  expect(manifest.host_permissions).toBeUndefined();
  expect(readFileSync(new URL("panel.ts", folder), "utf8")).not.toMatch(
    /innerHTML|insertAdjacentHTML|fetch\(|eval\(/,
  );
});
