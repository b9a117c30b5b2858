import { expect, it } from "vitest";
import { Network } from "../../src/network/index.js";
import { compiledOn, findPaths } from "../../src/paths/index.js";

const NOW = "2026-03-20";

function worldOf(): Network {
  const network = new Network();
  for (const id of ["me", "ann", "bob"]) network.addPerson({ id });
  const evidence = { closeness: 0.8 };
  network.addTie({ from: "me", to: "ann", evidence });
  network.addTie({ from: "ann", to: "bob", evidence });
  return network;
}

it("makes a network ready for the paths of a day, anew or by what was there", () => {
  const network = worldOf();
  const request = { seekers: ["me"], target: network.person("bob")!, k: 3, maxHops: 3 };
  const first = compiledOn(network, { now: NOW });
  const paths = findPaths(first, request);
  expect(paths.map(({ people }) => people)).toEqual([["me", "ann", "bob"]]);
  network.addTie({ from: "me", to: "bob", evidence: { closeness: 0.5 } });
  const next = findPaths(compiledOn(network, { now: NOW, previous: first }), request);
  expect(next).toEqual(findPaths(compiledOn(network, { now: NOW }), request));
  expect(next.map(({ people }) => people)).toContainEqual(["me", "bob"]);
});

it("refuses what is no network of its own, and an option that nothing reads", () => {
  const network = worldOf();
  const code = expect.objectContaining({ code: "INVALID_ARGUMENT" });
  for (const bad of [undefined, {}, new Proxy(network, {}), Object.create(network)] as never[])
    expect(() => compiledOn(bad, { now: NOW })).toThrow(code);
  expect(() => compiledOn(network, { now: NOW, settings: {} } as never)).toThrow(code);
});
