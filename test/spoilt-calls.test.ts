import { expect, it } from "vitest";
import { seededRandom } from "./support/random.js";
import { SpoiltWorld } from "./support/spoilt/spoil.js";
import { surface } from "./support/spoilt/surface.js";

/** `npm run test:long` tries all parts in all ways. */
it("a valid call with one part spoilt works or refuses with a code: two drawn for each function", async () => {
  const { offers, held } = await surface();
  const world = new SpoiltWorld(offers);
  const random = seededRandom(15);
  const faults: string[] = [];
  const refused: string[] = [];
  for (const one of held) {
    const spoilt = await world.spoil(one, (all) =>
      all.length === 0 ? [] : [random.pick(all), random.pick(all)],
    );
    if (spoilt.valid !== undefined) refused.push(`${spoilt.name}: ${spoilt.valid}`);
    faults.push(...spoilt.faults.map((fault) => `${spoilt.name}: ${fault}`));
  }
  expect(refused).toEqual([]);
  expect(held.length).toBeGreaterThan(400);
  expect(faults).toEqual([]);
});
