import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IntroductionPlanner, Network } from "../../src/index.js";
import { assertUntil } from "../support/assert-until.js";
import { NOW, worlds } from "../support/paths-world.js";

describe("masked ties of others", () => {
  it("change not a byte of a plan without a mask key", async () => {
    let secrets = 0;
    const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 4, maxLength: 12 });
    await assertUntil(
      () => secrets > 5,
      fc.property(worlds, pairs, (world, more) => {
        const [bare, whole] = [copyOf(world.network), copyOf(world.network)];
        // Never n0, who seeks.
        const idOf = (n: number) => `n${1 + (n % (world.ids.length - 1))}`;
        for (const [from, to] of more.map(([a, b]) => [idOf(a), idOf(b)] as const)) {
          // Whoever is known by no shared tie would come into view or go out of it by a masked one.
          const isFree = [from, to].every((id) => isShared(bare, id)) && bare.tie(from, to) === undefined;
          if (from === to || !isFree) continue;
          whole.addTie({ from, to, evidence: { closeness: 0.9 }, visibility: "masked" });
          secrets++;
        }
        const plans = (network: Network) => {
          const planner = new IntroductionPlanner({ network });
          return world.ids
            .slice(1)
            .map((target) => JSON.stringify(planner.plan({ seeker: "n0", target, now: NOW })));
        };
        expect(plans(whole)).toEqual(plans(bare));
      }),
      { numRuns: 300 },
    );
    expect(secrets).toBeGreaterThan(5);
  });
});

function isShared(network: Network, id: string): boolean {
  return network.neighbors(id).some((other) => network.tie(id, other)?.visibility === "shared");
}

function copyOf(network: Network): Network {
  const copy = new Network();
  for (const person of network.people()) copy.addPerson(person);
  for (const tie of network.ties()) copy.addTie(tie);
  for (const id of network.doNotAsk()) copy.setDoNotAsk(id, true);
  return copy;
}
