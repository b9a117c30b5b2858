import { MessageChannel } from "node:worker_threads";
import { expect, it } from "vitest";
import { answers } from "../../examples/hosts/react-worker/answers.js";
import { answerOver, askedOver, type Port } from "../../examples/hosts/react-worker/calls.js";

const csv = `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ann,Lee,,ann@acme.example,Acme,Head of Sales,12 Mar 2021
Cho,Kim,,,Acme,Buyer,02 Feb 2024`;
const files = [{ name: "Connections.csv", bytes: new TextEncoder().encode(csv) }];
const owner = { name: "Ada Park", company: "Northwind" };

/** A page and its worker, as far as messages go: all that crosses is cloned as a browser clones it. */
async function withWorker<T>(work: (calls: ReturnType<typeof askedOver>) => Promise<T>): Promise<T> {
  const { port1, port2 } = new MessageChannel();
  answerOver(
    port2 as unknown as Port,
    answers(() => "2026-11-23"),
  );
  try {
    return await work(askedOver(port1 as unknown as Port));
  } finally {
    port1.close();
  }
}

it("a planner behind messages: each answer comes to its own question, and a saved text opens in the next worker", async () => {
  const [saved, ask] = await withWorker(async (calls) => {
    expect(await calls.open(undefined)).toBe(0);
    expect(await calls.read(owner, files)).toBe(2);
    const [bob, cy] = await Promise.all([calls.plan("Bob Smith at Acme"), calls.plan("Cy Roe at Acme")]);
    expect([bob.target.name, cy.target.name]).toEqual(["Bob Smith", "Cy Roe"]);
    const first = cy.cards[0]?.ask ?? "";
    expect((await calls.draft(first, { reason: "", offer: "" })).note).toContain("Cy Roe");
    await calls.sent(first);
    await calls.sent(first);
    return [await calls.saved(), first] as const;
  });
  await withWorker(async (calls) => {
    expect(await calls.open(saved)).toBe(2);
    expect((await calls.plan("Cy Roe at Acme")).cards.map((card) => card.ask)).not.toContain(ask);
  });
});

it("a fault comes back as code and message, and the worker goes on", async () => {
  await withWorker(async (calls) => {
    await expect(calls.plan("Bob Smith")).rejects.toThrow("nothing is opened yet");
    await calls.open(undefined);
    const odd = [{ name: "odd.bin", bytes: new Uint8Array([1, 2, 3]) }];
    await expect(calls.read(owner, odd)).rejects.toMatchObject({ code: "FORMAT_UNKNOWN" });
    expect(await calls.read(owner, files)).toBe(2);
  });
});
